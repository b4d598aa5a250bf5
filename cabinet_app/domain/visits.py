"""Visits with their delegations and programme."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from cabinet_app.domain.references import OrganizationId, PartId, PersonId, PlaceId, ProjectId, SourceRef
from cabinet_app.domain.texts import LocalizedText


class VisitDirection(StrEnum):
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    ELSEWHERE = "elsewhere"


class VisitKind(StrEnum):
    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    COURTESY = "courtesy"
    STUDY = "study"
    PRIVATE = "private"


class VisitStatus(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    UNDER_WAY = "under_way"
    CONCLUDED = "concluded"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class DelegationSide(StrEnum):
    GUEST = "guest"
    HOST = "host"
    OBSERVER = "observer"


class DelegateRole(StrEnum):
    HEAD = "head"
    MEMBER = "member"
    INTERPRETER = "interpreter"
    ACCOMPANYING = "accompanying"
    PRESS = "press"
    SECURITY = "security"
    DRIVER = "driver"


class Reply(StrEnum):
    """The answer to the invitation (iCalendar PARTSTAT)."""

    NEEDS_ACTION = "needs_action"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


class ProgrammeItemKind(StrEnum):
    ARRIVAL = "arrival"
    TALKS = "talks"
    MEAL = "meal"
    TOUR = "tour"
    SIGNING = "signing"
    GIFT = "gift"
    PRESS = "press"
    TRANSFER = "transfer"
    DEPARTURE = "departure"
    FREE = "free"


class ProgrammeItemStatus(StrEnum):
    PLANNED = "planned"
    CHANGED = "changed"
    DROPPED = "dropped"


class Audience(StrEnum):
    """Whose copy an item stands on: everybody's, only ours, or the press's too."""

    GUEST = "guest"
    INTERNAL = "internal"
    PRESS = "press"


class LegDirection(StrEnum):
    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class TravelMode(StrEnum):
    CAR = "car"
    OFFICIAL_CAR = "official_car"
    VAN = "van"
    BUS = "bus"
    TRAIN = "train"
    PLANE = "plane"
    SHIP = "ship"
    ON_FOOT = "on_foot"


class SeatingShape(StrEnum):
    """How a table is laid: two sides that face each other, or one of the conventions for a dinner.

    HOST_ALONE: the host in the middle of a long side; TWO_HOSTS: host and co-host opposite in the middle of
    the long sides; HOSTS_AT_ENDS: host and co-host at the two ends.
    """

    TALKS = "talks"
    HOST_ALONE = "host_alone"
    TWO_HOSTS = "two_hosts"
    HOSTS_AT_ENDS = "hosts_at_ends"


class SeatingStatus(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"


class SeatSide(StrEnum):
    """A side of the table as drawn: guests sit at the TOP of a talks table, hosts at the BOTTOM."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"
    BEHIND_TOP = "behind_top"
    BEHIND_BOTTOM = "behind_bottom"


class BookingKind(StrEnum):
    ROOM = "room"
    CAR = "car"
    INTERPRETER = "interpreter"
    OTHER = "other"


@dataclass(slots=True, kw_only=True)
class TravelLeg:
    """One leg of a delegate's journey; `happens_at` is the clock's at our end of it."""

    id: int = 0
    direction: LegDirection = LegDirection.ARRIVAL
    mode: TravelMode = TravelMode.CAR
    happens_at: datetime | None = None
    number: str = ""
    origin: str = ""
    destination: str = ""
    notes: str = ""


@dataclass(slots=True, kw_only=True)
class Delegate:
    """A person with the function as printed for this visit; `placeholder` stands for a name unknown yet.

    `precedence` overrides the rank of the person on this visit and wants its reason. The fields from
    `order_number` on are those of a travel order, for those of us who travel.
    """

    id: int = 0
    person_id: PersonId | None = None
    placeholder: str = ""
    role: DelegateRole = DelegateRole.MEMBER
    function: LocalizedText = field(default_factory=LocalizedText)
    reply: Reply = Reply.NEEDS_ACTION
    precedence: int | None = None
    precedence_reason: str = ""
    needs_interpreter: bool = False
    plate: str = ""
    lodging: str = ""
    order_number: str = ""
    order_task: LocalizedText = field(default_factory=LocalizedText)
    transport: str = ""
    payer: str = ""
    advance: str = ""
    notes: str = ""
    legs: list[TravelLeg] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Delegation:
    """One side's people on a visit."""

    id: int = 0
    side: DelegationSide = DelegationSide.GUEST
    organization_id: OrganizationId | None = None
    place_id: PlaceId | None = None
    delegates: list[Delegate] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class ProgrammeItem:
    """One line of the programme; times are the clock's at the place of the item.

    `delegation_ids` and `delegate_ids` are ids of parts of the same visit: whom the item is for, and who of
    them takes part; empty means all. `clash_note` says in words why something is booked twice all the same.
    """

    id: int = 0
    day: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    kind: ProgrammeItemKind = ProgrammeItemKind.TALKS
    status: ProgrammeItemStatus = ProgrammeItemStatus.PLANNED
    title: LocalizedText = field(default_factory=LocalizedText)
    description: LocalizedText = field(default_factory=LocalizedText)
    place_id: PlaceId | None = None
    leader_id: PersonId | None = None
    interpreter_id: PersonId | None = None
    delegation_ids: list[PartId] = field(default_factory=list)
    delegate_ids: list[PartId] = field(default_factory=list)
    dress: LocalizedText = field(default_factory=LocalizedText)
    transport: LocalizedText = field(default_factory=LocalizedText)
    vehicle: str = ""
    clash_note: str = ""
    audience: Audience = Audience.GUEST
    internal_notes: str = ""


@dataclass(slots=True, kw_only=True)
class VisitTopic:
    """A matter to be talked about."""

    id: int = 0
    text: LocalizedText = field(default_factory=LocalizedText)


@dataclass(slots=True, kw_only=True)
class Seat:
    """A place at the table: `number` counts along its side from the left as drawn, from 1.

    `delegate_id` is the id of a delegate of the same visit, 0 where the seat is empty.
    """

    id: int = 0
    side: SeatSide = SeatSide.TOP
    number: int = 1
    delegate_id: PartId = 0
    locked: bool = False


@dataclass(slots=True, kw_only=True)
class SeatingPlan:
    """Who sits where; `item_id` is the id of the item of the programme it belongs to, 0 for none.

    `per_side` is the number of seats on a long side, None for as many as are needed. Interpreters sit beside
    those they speak for unless `interpreters_behind`.
    """

    id: int = 0
    title: LocalizedText = field(default_factory=LocalizedText)
    shape: SeatingShape = SeatingShape.TALKS
    status: SeatingStatus = SeatingStatus.DRAFT
    item_id: PartId = 0
    per_side: int | None = None
    interpreters_behind: bool = False
    notes: str = ""
    seats: list[Seat] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Booking:
    """A room, a car or an interpreter held for the visit; times are those of the wall clock."""

    id: int = 0
    kind: BookingKind = BookingKind.ROOM
    place_id: PlaceId | None = None
    person_id: PersonId | None = None
    name: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    notes: str = ""


@dataclass(slots=True, kw_only=True)
class Dispatch:
    """Who was sent the programme, when, and which revision of it."""

    id: int = 0
    sent_on: date | None = None
    revision: int = 0
    recipient: str = ""
    means: str = ""


@dataclass(slots=True, kw_only=True)
class Visit:
    """A visit to us, by us, or elsewhere; days are inclusive.

    `revision` counts the changes told to others since the programme first went out ("Sprememba št. 1").
    """

    id: int = 0
    direction: VisitDirection = VisitDirection.INCOMING
    kind: VisitKind = VisitKind.WORKING
    status: VisitStatus = VisitStatus.PLANNED
    title: LocalizedText = field(default_factory=LocalizedText)
    purpose: LocalizedText = field(default_factory=LocalizedText)
    starts_on: date | None = None
    ends_on: date | None = None
    partner_place_id: PlaceId | None = None
    partner_organization_id: OrganizationId | None = None
    host_organization_id: OrganizationId | None = None
    responsible_id: PersonId | None = None
    outcomes: LocalizedText = field(default_factory=LocalizedText)
    press: LocalizedText = field(default_factory=LocalizedText)
    project_id: ProjectId | None = None
    revision: int = 0
    revised_on: date | None = None
    revision_note: LocalizedText = field(default_factory=LocalizedText)
    notes: str = ""
    topics: list[VisitTopic] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    programme: list[ProgrammeItem] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    dispatches: list[Dispatch] = field(default_factory=list)
    seating_plans: list[SeatingPlan] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)
