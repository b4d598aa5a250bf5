"""Everything that stands on the programme of a visit; the guests' copy is made by leaving out."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import DelegateRole, DelegationSide, TravelLeg, VisitDirection, VisitKind

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class ProgrammePerson:
    """A delegate as printed; what follows `gender` is for the house only."""

    name: str
    function: LocalizedText = NO_TEXT
    role: DelegateRole = DelegateRole.MEMBER
    gender: Gender = Gender.UNSTATED
    declined: bool = False
    note: str = ""
    plate: str = ""
    lodging: str = ""
    needs_interpreter: bool = False
    legs: tuple[TravelLeg, ...] = ()

    def for_guests(self) -> "ProgrammePerson":
        """Name, function and role alone."""
        return ProgrammePerson(self.name, self.function, self.role, self.gender)


@dataclass(frozen=True, slots=True)
class ProgrammeSide:
    """The people of one delegation; `name` is the town or organization they come from, `key` its id."""

    side: DelegationSide
    name: LocalizedText = NO_TEXT
    people: tuple[ProgrammePerson, ...] = ()
    key: int = 0


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """A line of a day; `internal` ones, `vehicle`, `clash_note` and `notes` are for the house only.

    `sides` are the keys of the delegations it is for, none where it is for all; `taking_part` are names.
    """

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
    interpreter: str = ""
    dress: LocalizedText = NO_TEXT
    transport: LocalizedText = NO_TEXT
    vehicle: str = ""
    clash_note: str = ""
    sides: tuple[int, ...] = ()
    taking_part: tuple[str, ...] = ()

    def for_guests(self) -> "ProgrammeEntry":
        """Without what is only the house's business."""
        return replace(self, notes="", vehicle="", clash_note="")

    def is_for(self, key: int) -> bool:
        """Whether the delegation of that key is meant."""
        return not self.sides or key in self.sides


@dataclass(frozen=True, slots=True)
class ProgrammeHoliday:
    """A public holiday on a day of the visit; `country` may be that of a municipality: `SI-Kranj`."""

    name: LocalizedText
    country: str


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day of the visit; None gathers the items that have no day yet."""

    day: date | None
    entries: tuple[ProgrammeEntry, ...] = ()
    holidays: tuple[ProgrammeHoliday, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeData:
    """The whole programme; `contact` (phone, e-mail) and `notes` are for the house only.

    `hours_ahead` is how far the clocks of the partner's town are ahead of ours, on a visit of ours.
    """

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
    revised_on: date | None = None
    revision_note: LocalizedText = NO_TEXT
    internal: bool = True
    notes: str = ""
    hours_ahead: timedelta = timedelta()

    @property
    def guests(self) -> tuple[ProgrammeSide, ...]:
        """The delegations whose programme it is."""
        return tuple(side for side in self.sides if side.side is DelegationSide.GUEST)

    def for_guests(self) -> "ProgrammeData":
        """The same visit without anything that is only the house's business."""
        sides = tuple(
            replace(
                side,
                people=tuple(person.for_guests() for person in side.people if not person.declined),
            )
            for side in self.sides
        )
        days = tuple(
            replace(
                day,
                entries=tuple(
                    entry.for_guests() for entry in day.entries if not entry.internal and not entry.dropped
                ),
            )
            for day in self.days
        )
        return replace(self, sides=sides, days=days, internal=False, notes="", contact=())

    def for_delegation(self, key: int) -> "ProgrammeData":
        """What concerns one delegation: its own people, the hosts, and the items that are for it."""
        own = next((side for side in self.sides if side.key == key), None)
        if own is None:
            return self
        is_guest = own.side is DelegationSide.GUEST
        sides = tuple(
            side
            for side in self.sides
            if side.key == key or side.side is not DelegationSide.GUEST or not is_guest
        )
        days = tuple(
            replace(
                day,
                entries=tuple(replace(entry, sides=()) for entry in day.entries if entry.is_for(key)),
            )
            for day in self.days
        )
        town = own.name if is_guest and not own.name.is_empty else self.town
        return replace(self, sides=sides, days=days, town=town)
