"""Meetings with agenda, attendance, votes and decisions (OParl: Meeting, AgendaItem; Popolo: VoteEvent)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from cabinet_app.domain.references import (
    MeetingId,
    OrganizationId,
    PersonId,
    PlaceId,
    ProjectId,
    SeriesId,
    SourceRef,
)
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Reply


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


class InvitationRole(StrEnum):
    """iCalendar ROLE."""

    CHAIR = "chair"
    REQUIRED = "required"
    OPTIONAL = "optional"
    INFORMED = "informed"


@dataclass(slots=True, kw_only=True)
class Invitation:
    """Who is invited and what the answer was; being there is another thing and stands in `attendance`."""

    id: int = 0
    person_id: PersonId | None = None
    name: str = ""
    email: str = ""
    role: InvitationRole = InvitationRole.REQUIRED
    reply: Reply = Reply.NEEDS_ACTION


@dataclass(slots=True, kw_only=True)
class Meeting:
    """A meeting; `starts_at` and `ends_at` are wall-clock times in `zone`, `closed_at` when it really ended.

    A meeting that takes the place of a moved one names it in `replaces_id`; the moved one keeps its old date.
    One of a series names it with `original_start`, the start the rule gave it (RECURRENCE-ID); `detached`
    says that it was changed by hand and the rule must leave it alone. `transparent` meetings keep nobody
    busy (TRANSP). `clash_note` says in words why a clash is accepted. `feed` names the calendar it was
    imported from, `raw_properties` holds the lines of it that we do not know, for the next export.
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
    series_id: SeriesId | None = None
    original_start: datetime | None = None
    detached: bool = False
    transparent: bool = False
    clash_note: str = ""
    description: LocalizedText = field(default_factory=LocalizedText)
    project_id: ProjectId | None = None
    feed: str = ""
    raw_properties: str = ""
    notes: str = ""
    bodies: list[MeetingBody] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    agenda_votes: list[VoteEvent] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)
