"""Municipalities, bodies, working groups and their members (Popolo: Organization, Membership)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cabinet_app.domain.cadence import CadenceRule
from cabinet_app.domain.references import OrganizationId, PersonId, PlaceId, SourceRef
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


class Classification(StrEnum):
    MUNICIPALITY = "municipality"
    COUNCIL = "council"
    COMMISSION = "commission"
    COMMITTEE = "committee"
    WORKING_GROUP = "working_group"
    ADMINISTRATION = "administration"
    CABINET = "cabinet"
    AGENCY = "agency"
    COMPANY = "company"
    SCHOOL = "school"
    ASSOCIATION = "association"
    PARTY = "party"
    MINISTRY = "ministry"
    CONSULATE = "consulate"
    NETWORK = "network"
    PROGRAMME = "programme"


class OrganizationStatus(StrEnum):
    ACTIVE = "active"
    DISSOLVED = "dissolved"


class MembershipRole(StrEnum):
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    EXPERT = "expert"
    GUEST = "guest"


@dataclass(slots=True, kw_only=True)
class Membership:
    """A person's place in a body from one day to another; open ends are None."""

    id: int = 0
    person_id: PersonId | None = None
    role: MembershipRole = MembershipRole.MEMBER
    function: LocalizedText = field(default_factory=LocalizedText)
    votes: bool = True
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(slots=True, kw_only=True)
class GroupTopic:
    """A matter the group deals with."""

    id: int = 0
    text: LocalizedText = field(default_factory=LocalizedText)


@dataclass(slots=True, kw_only=True)
class Organization:
    """A body or group; `parent_id` is its owner: the municipality, a party, a network.

    `is_home` marks the municipality whose cabinet this is; lists of parties and partners leave it out.
    """

    id: int = 0
    names: LocalizedText = field(default_factory=LocalizedText)
    short_name: LocalizedText = field(default_factory=LocalizedText)
    classification: Classification = Classification.MUNICIPALITY
    status: OrganizationStatus = OrganizationStatus.ACTIVE
    is_home: bool = False
    parent_id: OrganizationId | None = None
    place_id: PlaceId | None = None
    founded: VagueDate = field(default_factory=VagueDate)
    dissolved: VagueDate = field(default_factory=VagueDate)
    member_count: int | None = None
    notes: str = ""
    memberships: list[Membership] = field(default_factory=list)
    topics: list[GroupTopic] = field(default_factory=list)
    cadence_rules: list[CadenceRule] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)
