"""The tables of a visit as they are printed; the guests' copy is made by leaving out."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import Company
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import SeatingPlan

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class TableData:
    """One table with the people of today; `notes` and who is away from it are for the house only."""

    plan: SeatingPlan
    people: Company
    event: LocalizedText = NO_TEXT
    venue: LocalizedText = NO_TEXT
    day: date | None = None
    at: time | None = None
    gone: int = 0
    away: tuple[Ranked, ...] = ()

    def for_guests(self) -> "TableData":
        return replace(self, plan=replace(self.plan, notes=""), gone=0, away=())


@dataclass(frozen=True, slots=True)
class SeatingData:
    """The seating of a visit."""

    printed_at: datetime
    title: LocalizedText = NO_TEXT
    town: LocalizedText = NO_TEXT
    first_day: date | None = None
    last_day: date | None = None
    tables: tuple[TableData, ...] = field(default=())
    internal: bool = False
