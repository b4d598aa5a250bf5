"""Visits with their delegations and programme."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from cabinet_app.domain.references import OrganizationId, PersonId, PlaceId, SourceRef
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


@dataclass(slots=True, kw_only=True)
class Delegate:
    """A person with the function as printed for this visit; `placeholder` stands for a name unknown yet."""

    id: int = 0
    person_id: PersonId | None = None
    placeholder: str = ""
    role: DelegateRole = DelegateRole.MEMBER
    function: LocalizedText = field(default_factory=LocalizedText)
    reply: Reply = Reply.NEEDS_ACTION
    notes: str = ""


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
    """One line of the programme; times are the clock's at the place of the item."""

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
    audience: Audience = Audience.GUEST
    internal_notes: str = ""


@dataclass(slots=True, kw_only=True)
class VisitTopic:
    """A matter to be talked about."""

    id: int = 0
    text: LocalizedText = field(default_factory=LocalizedText)


@dataclass(slots=True, kw_only=True)
class Visit:
    """A visit to us, by us, or elsewhere; days are inclusive."""

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
    revision: int = 0
    notes: str = ""
    topics: list[VisitTopic] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    programme: list[ProgrammeItem] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)
