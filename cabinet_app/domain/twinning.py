"""Partnerships, agreements and the acts by which they came about; three records, never one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cabinet_app.domain.references import (
    MeetingId,
    OrganizationId,
    PartId,
    PersonId,
    PlaceId,
    SourceRef,
    VisitId,
)
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


class Area(StrEnum):
    """Areas of cooperation."""

    CULTURE = "culture"
    SPORT = "sport"
    TOURISM = "tourism"
    ECONOMY = "economy"
    EDUCATION = "education"
    YOUTH = "youth"
    ENVIRONMENT = "environment"
    CIVIL_PROTECTION = "civil_protection"
    FIRE_BRIGADE = "fire_brigade"
    SMART_CITY = "smart_city"
    EGOVERNMENT = "egovernment"
    INNOVATION = "innovation"
    SOCIAL_AFFAIRS = "social_affairs"
    GOOD_PRACTICE = "good_practice"
    SCHOOL_EXCHANGE = "school_exchange"


class PartnershipKind(StrEnum):
    TWINNING = "twinning"
    FRIENDSHIP = "friendship"
    COOPERATION = "cooperation"
    PROJECT = "project"
    NETWORK = "network"
    CONTACT = "contact"


class PartnershipStatus(StrEnum):
    IDEA = "idea"
    EXPLORING = "exploring"
    LETTER_OF_INTENT = "letter_of_intent"
    ACTIVE = "active"
    DORMANT = "dormant"
    FROZEN = "frozen"
    ENDED = "ended"
    UNCLEAR = "unclear"


class Verification(StrEnum):
    """How far a fact has been checked against documents."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Instrument(StrEnum):
    LETTER_OF_INTENT = "letter_of_intent"
    TWINNING_CHARTER = "twinning_charter"
    COOPERATION_CHARTER = "cooperation_charter"
    TRILATERAL = "trilateral_agreement"
    MULTILATERAL = "multilateral_agreement"
    MEMORANDUM = "memorandum"
    PROTOCOL = "protocol"


class AgreementStatus(StrEnum):
    DRAFT = "draft"
    COMMISSION_OPINION = "commission_opinion"
    COUNCIL_APPROVED = "council_approved"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    RENEWED = "renewed"
    FROZEN = "frozen"
    TERMINATED = "terminated"
    EXPIRED = "expired"


class AgreementEventKind(StrEnum):
    INITIATIVE = "initiative"
    LETTER_OF_INTENT = "letter_of_intent"
    COMMISSION_OPINION = "commission_opinion"
    COUNCIL_DECISION = "council_decision"
    SIGNING = "signing"
    COUNTER_SIGNING = "counter_signing"
    RENEWAL = "renewal"
    FREEZE = "freeze"
    TERMINATION = "termination"


@dataclass(slots=True, kw_only=True)
class Partnership:
    """The relation with one partner town or organization, whatever papers were signed."""

    id: int = 0
    place_id: PlaceId | None = None
    organization_id: OrganizationId | None = None
    kind: PartnershipKind = PartnershipKind.TWINNING
    status: PartnershipStatus = PartnershipStatus.IDEA
    since: VagueDate = field(default_factory=VagueDate)
    initiative: LocalizedText = field(default_factory=LocalizedText)
    areas: list[Area] = field(default_factory=list)
    coordinator_id: PersonId | None = None
    verified: Verification = Verification.PARTLY
    notes: str = ""
    sources: list[SourceRef] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class AgreementParty:
    """A party to an agreement: a town, an organization, or only a name."""

    id: int = 0
    place_id: PlaceId | None = None
    organization_id: OrganizationId | None = None
    name: str = ""


@dataclass(slots=True, kw_only=True)
class ClaimedDate:
    """Another date that a source gives for the same act."""

    id: int = 0
    happened_on: VagueDate = field(default_factory=VagueDate)
    claim: str = ""
    source: str = ""


@dataclass(slots=True, kw_only=True)
class Signatory:
    """Who signed, with the post held then."""

    id: int = 0
    person_id: PersonId | None = None
    name: str = ""
    function: LocalizedText = field(default_factory=LocalizedText)
    place_id: PlaceId | None = None


@dataclass(slots=True, kw_only=True)
class EventPlace:
    """A further place at which the same act was done; `local_time` is the wall clock's there."""

    id: int = 0
    place_id: PlaceId | None = None
    local_time: datetime | None = None


@dataclass(slots=True, kw_only=True)
class AgreementEvent:
    """One act in the life of an agreement; `happened_on` is the date chosen, `claimed_dates` are the others.

    `meeting_id` is the session whose minutes hold the opinion or the decision, `decision_id` the decision in
    them, `visit_id` the visit on which it was done. `local_time` is the wall clock's at `place_id`; a remote
    act has its other places, each with its own time, in `places`.
    """

    id: int = 0
    kind: AgreementEventKind = AgreementEventKind.SIGNING
    happened_on: VagueDate = field(default_factory=VagueDate)
    place_id: PlaceId | None = None
    local_time: datetime | None = None
    meeting_id: MeetingId | None = None
    decision_id: PartId = 0
    visit_id: VisitId | None = None
    remote: bool = False
    remark: LocalizedText = field(default_factory=LocalizedText)
    places: list[EventPlace] = field(default_factory=list)
    claimed_dates: list[ClaimedDate] = field(default_factory=list)
    signatories: list[Signatory] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Agreement:
    """A paper between two or more parties; `party_count` where they are counted and not named.

    `status` follows from the events unless it was set by hand, which wants its reason. `jubilees_from` is the
    id of the event whose date jubilees count from where the first signing is not the one.
    """

    id: int = 0
    title: LocalizedText = field(default_factory=LocalizedText)
    instrument: Instrument = Instrument.TWINNING_CHARTER
    status: AgreementStatus = AgreementStatus.DRAFT
    status_by_hand: bool = False
    status_reason: str = ""
    jubilees_from: PartId = 0
    copies: int | None = None
    term: LocalizedText = field(default_factory=LocalizedText)
    text: LocalizedText = field(default_factory=LocalizedText)
    parties: list[AgreementParty] = field(default_factory=list)
    party_count: int | None = None
    languages: list[str] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    valid_from: VagueDate = field(default_factory=VagueDate)
    valid_to: VagueDate = field(default_factory=VagueDate)
    notice: LocalizedText = field(default_factory=LocalizedText)
    summary: LocalizedText = field(default_factory=LocalizedText)
    verified: Verification = Verification.PARTLY
    notes: str = ""
    events: list[AgreementEvent] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)
