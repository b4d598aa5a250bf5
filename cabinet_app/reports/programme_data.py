"""Everything that stands on the programme of a visit; the guests' copy is made by leaving out."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import DelegateRole, DelegationSide, VisitDirection, VisitKind

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class ProgrammePerson:
    """A delegate as printed; `declined` and `note` are for the house only."""

    name: str
    function: LocalizedText = NO_TEXT
    role: DelegateRole = DelegateRole.MEMBER
    gender: Gender = Gender.UNSTATED
    declined: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeSide:
    """The people of one delegation; `name` is the town or organization they come from."""

    side: DelegationSide
    name: LocalizedText = NO_TEXT
    people: tuple[ProgrammePerson, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """A line of a day; `internal` ones and `notes` are for the house only."""

    starts_at: time | None
    ends_at: time | None
    title: LocalizedText
    place: LocalizedText = NO_TEXT
    description: LocalizedText = NO_TEXT
    leader: str = ""
    changed: bool = False
    dropped: bool = False
    internal: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day of the visit; None gathers the items that have no day yet."""

    day: date | None
    entries: tuple[ProgrammeEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeData:
    """The whole programme; `contact` (phone, e-mail) and `notes` are for the house only."""

    kind: VisitKind
    printed_at: datetime
    direction: VisitDirection = VisitDirection.INCOMING
    title: LocalizedText = NO_TEXT
    purpose: LocalizedText = NO_TEXT
    town: LocalizedText = NO_TEXT
    organization: LocalizedText = NO_TEXT
    host: LocalizedText = NO_TEXT
    first_day: date | None = None
    last_day: date | None = None
    responsible: str = ""
    contact: tuple[str, ...] = ()
    sides: tuple[ProgrammeSide, ...] = ()
    topics: tuple[LocalizedText, ...] = ()
    days: tuple[ProgrammeDay, ...] = ()
    revision: int = 0
    internal: bool = True
    notes: str = ""

    def for_guests(self) -> "ProgrammeData":
        """The same visit without anything that is only the house's business."""
        sides = tuple(
            replace(
                side,
                people=tuple(replace(person, note="") for person in side.people if not person.declined),
            )
            for side in self.sides
        )
        days = tuple(
            replace(
                day,
                entries=tuple(
                    replace(entry, notes="")
                    for entry in day.entries
                    if not entry.internal and not entry.dropped
                ),
            )
            for day in self.days
        )
        return replace(self, sides=sides, days=days, internal=False, notes="", contact=())
