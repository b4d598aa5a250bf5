"""Meetings with agenda, attendance, votes and decisions (OParl: Meeting, AgendaItem; Popolo: VoteEvent)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from cabinet_app.domain.references import MeetingId, OrganizationId, PersonId, PlaceId, SourceRef
from cabinet_app.domain.texts import LocalizedText


class MeetingKind(StrEnum):
    MEETING = "meeting"
    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    CORRESPONDENCE = "correspondence"
    CONSTITUTIVE = "constitutive"
    CEREMONIAL = "ceremonial"
    MEMORIAL = "memorial"


class MeetingMode(StrEnum):
    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    CONVENED = "convened"
    HELD = "held"
    MINUTES_DRAFT = "minutes_draft"
    FINALISED = "finalised"
    APPROVED = "approved"
    NOT_QUORATE = "not_quorate"
    CANCELLED = "cancelled"
    MOVED = "moved"

    @property
    def took_place(self) -> bool:
        """Whether the meeting has been held; its minutes may still be in the making."""
        return self in {
            MeetingStatus.HELD,
            MeetingStatus.MINUTES_DRAFT,
            MeetingStatus.FINALISED,
            MeetingStatus.APPROVED,
        }


class Visibility(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"
    PRIVATE = "private"


class AgendaItemKind(StrEnum):
    AGENDA_ADOPTION = "agenda_adoption"
    MINUTES_APPROVAL = "minutes_approval"
    DECISION = "decision"
    OPINION = "opinion"
    INFORMATION = "information"
    ANY_OTHER_BUSINESS = "any_other_business"


class AgendaItemStatus(StrEnum):
    PENDING = "pending"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


class Capacity(StrEnum):
    VOTING = "voting_member"
    NON_VOTING = "non_voting"
    GUEST = "guest"
    STAFF = "staff"
    OBSERVER = "observer"


class Presence(StrEnum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class VoteMethod(StrEnum):
    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    SECRET = "secret"  # noqa: S105 - a ballot, not a password
    CORRESPONDENCE = "correspondence"


class DecisionKind(StrEnum):
    APPROVAL = "approval"
    SUPPORT = "support"
    ORDER = "order"
    APPOINTMENT = "appointment"
    INFORMATION = "information"


class DecisionStatus(StrEnum):
    PROPOSED = "proposed"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    IMPLEMENTED = "implemented"
    SUPERSEDED = "superseded"


@dataclass(slots=True, kw_only=True)
class MeetingBody:
    """A body or group that meets; the first one leads."""

    id: int = 0
    organization_id: OrganizationId | None = None


@dataclass(slots=True, kw_only=True)
class VoteEvent:
    """The count of one vote as announced; for + against + abstained may not exceed `present`."""

    id: int = 0
    present: int = 0
    in_favour: int = 0
    against: int = 0
    abstained: int = 0
    method: VoteMethod = VoteMethod.SHOW_OF_HANDS
    stated_result: str = ""
    as_in_original: bool = False


@dataclass(slots=True, kw_only=True)
class Decision:
    """What was decided (sklep); its number is optional and free text."""

    id: int = 0
    number: str = ""
    text: LocalizedText = field(default_factory=LocalizedText)
    kind: DecisionKind = DecisionKind.APPROVAL
    status: DecisionStatus = DecisionStatus.ADOPTED
    implementer: str = ""
    due_on: date | None = None


@dataclass(slots=True, kw_only=True)
class AgendaItem:
    """An item of the agenda; `number` is text (2.1, 3A)."""

    id: int = 0
    number: str = ""
    title: LocalizedText = field(default_factory=LocalizedText)
    kind: AgendaItemKind = AgendaItemKind.DECISION
    status: AgendaItemStatus = AgendaItemStatus.PENDING
    rapporteur_id: PersonId | None = None
    planned_minutes: int | None = None
    is_public: bool = True
    discussion: LocalizedText = field(default_factory=LocalizedText)
    votes: list[VoteEvent] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Attendance:
    """Who was there, in which capacity, with the function as printed."""

    id: int = 0
    person_id: PersonId | None = None
    name: str = ""
    capacity: Capacity = Capacity.VOTING
    presence: Presence = Presence.PRESENT
    function: LocalizedText = field(default_factory=LocalizedText)
    arrived_at: time | None = None
    left_at: time | None = None


@dataclass(slots=True, kw_only=True)
class Meeting:
    """A meeting; `starts_at` and `ends_at` are wall-clock times in `zone`, `closed_at` when it really ended.

    A meeting that takes the place of a moved one names it in `replaces_id`; the moved one keeps its old date.
    """

    id: int = 0
    title: LocalizedText = field(default_factory=LocalizedText)
    number: str = ""
    kind: MeetingKind = MeetingKind.MEETING
    mode: MeetingMode = MeetingMode.IN_PERSON
    platform: str = ""
    status: MeetingStatus = MeetingStatus.PLANNED
    visibility: Visibility = Visibility.PUBLIC
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    all_day: bool = False
    zone: str = "Europe/Ljubljana"
    opened_at: time | None = None
    closed_at: time | None = None
    place_id: PlaceId | None = None
    chair_id: PersonId | None = None
    minute_taker_id: PersonId | None = None
    convened_on: date | None = None
    replaces_id: MeetingId | None = None
    uid: str = ""
    sequence: int = 0
    notes: str = ""
    bodies: list[MeetingBody] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    agenda_votes: list[VoteEvent] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)
