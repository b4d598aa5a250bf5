"""What stands on the lists of a delegation: for the reception, for security, for the kitchen.

Each list has its own data, so that nothing of one can be printed on another.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from cabinet_app.domain.people import Diet, Gender
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import DelegateRole, TravelMode, VisitDirection
from cabinet_app.reports.options import ListOrder

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class Coming:
    """An arrival: when, by what, with which number, from where."""

    happens_at: datetime | None
    mode: TravelMode
    number: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person on a list; what a list does not show is not gathered for it either."""

    name: str
    function: LocalizedText = NO_TEXT
    role: DelegateRole = DelegateRole.MEMBER
    gender: Gender = Gender.UNSTATED
    plate: str = ""
    comings: tuple[Coming, ...] = ()
    document_number: str = ""


@dataclass(frozen=True, slots=True)
class ListedSide:
    """The people of one delegation in the order of the list."""

    name: LocalizedText
    people: tuple[ListedPerson, ...]


@dataclass(frozen=True, slots=True)
class VisitHead:
    """Which visit a list belongs to; `delegations` are the names of the guests' sides."""

    printed_at: datetime
    direction: VisitDirection = VisitDirection.INCOMING
    town: LocalizedText = NO_TEXT
    organization: LocalizedText = NO_TEXT
    first_day: date | None = None
    last_day: date | None = None
    revision: int = 0
    delegations: tuple[LocalizedText, ...] = ()


class Reader(StrEnum):
    """For whom a list with names is: those who host, the reception, or those who let people in."""

    HOSTS = "hosts"
    RECEPTION = "reception"
    SECURITY = "security"


@dataclass(frozen=True, slots=True)
class PeopleListData:
    """A list with names; that for the hosts holds nothing internal."""

    head: VisitHead
    sides: tuple[ListedSide, ...]
    order: ListOrder = ListOrder.PRECEDENCE
    reader: Reader = Reader.RECEPTION


@dataclass(frozen=True, slots=True)
class Meal:
    """A meal in figures: how many people, how many of them with which diet; never who.

    `notes` are wishes that no word stands for; `told_apart` counts those that cannot be printed, because
    they would say whose they are.
    """

    people: int
    diets: tuple[tuple[Diet, int], ...] = ()
    notes: tuple[str, ...] = ()
    told_apart: int = 0
    title: LocalizedText = NO_TEXT
    day: date | None = None
    starts_at: time | None = None
    place: LocalizedText = NO_TEXT


@dataclass(frozen=True, slots=True)
class KitchenListData:
    """The meals of a visit in their order; one without a day where the programme has no meals."""

    head: VisitHead
    meals: tuple[Meal, ...]
