"""What may be chosen for a print."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cabinet_app.reports.house import Orientation, Paper


class Option(StrEnum):
    """The choices that a kind of print may offer."""

    RECORD = "record"
    PERIOD = "period"
    YEAR = "year"
    PAPER = "paper"
    ORIENTATION = "orientation"
    AUDIENCE = "audience"
    COUNTRIES = "countries"
    GROUPS = "groups"
    PERSON = "person"
    ORDER = "order"
    DELEGATION = "delegation"
    SCOPE = "scope"


class Audience(StrEnum):
    """Whose copy is printed."""

    GUEST = "guest"
    INTERNAL = "internal"


class Scope(StrEnum):
    """Which papers a register holds."""

    ALL = "all"
    IN_FORCE = "in-force"


class ListOrder(StrEnum):
    """What a list of people goes by."""

    PRECEDENCE = "precedence"
    ALPHABET = "alphabet"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The choices made; what a kind does not offer is ignored, what is None has that kind's default."""

    printed_at: datetime
    record_id: int | None = None
    first: date | None = None
    last: date | None = None
    paper: Paper = Paper.A4
    orientation: Orientation | None = None
    audience: Audience = Audience.GUEST
    countries: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    person_id: int | None = None
    delegation_id: int | None = None
    order: ListOrder = ListOrder.PRECEDENCE
    scope: Scope = Scope.ALL

    @property
    def internal(self) -> bool:
        return self.audience is Audience.INTERNAL

    @property
    def start(self) -> date:
        """The first day of the period; today if none was chosen."""
        return self.first or self.printed_at.date()
