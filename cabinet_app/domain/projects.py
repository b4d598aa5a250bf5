"""Projects with partners abroad; the terms are those of keep.eu."""

from dataclasses import dataclass, field
from enum import StrEnum

from cabinet_app.domain.references import OrganizationId, PlaceId, SourceRef, VisitId
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


class ProjectStatus(StrEnum):
    IDEA = "idea"
    APPROVED = "approved"
    RUNNING = "running"
    CLOSED = "closed"


class ProjectPartnerRole(StrEnum):
    LEAD = "lead"
    PARTNER = "partner"
    ASSOCIATED = "associated"


@dataclass(slots=True, kw_only=True)
class ProjectPartner:
    """An organization in the consortium, or only its name."""

    id: int = 0
    role: ProjectPartnerRole = ProjectPartnerRole.PARTNER
    organization_id: OrganizationId | None = None
    name: str = ""


@dataclass(slots=True, kw_only=True)
class ProjectTown:
    """A participating town."""

    id: int = 0
    place_id: PlaceId | None = None


@dataclass(slots=True, kw_only=True)
class ProjectOutput:
    """A result or a phase of the project, in words."""

    id: int = 0
    text: LocalizedText = field(default_factory=LocalizedText)


@dataclass(slots=True, kw_only=True)
class Project:
    """A project; `town_count` stands where towns are counted and not all named.

    `visit_id` is the visit on which it was agreed.
    """

    id: int = 0
    acronym: str = ""
    title: LocalizedText = field(default_factory=LocalizedText)
    programme: str = ""
    programme_period: str = ""
    fund: LocalizedText = field(default_factory=LocalizedText)
    status: ProjectStatus = ProjectStatus.IDEA
    starts: VagueDate = field(default_factory=VagueDate)
    ends: VagueDate = field(default_factory=VagueDate)
    purpose: LocalizedText = field(default_factory=LocalizedText)
    budget: str = ""
    town_count: int | None = None
    visit_id: VisitId | None = None
    follow_up: LocalizedText = field(default_factory=LocalizedText)
    notes: str = ""
    partners: list[ProjectPartner] = field(default_factory=list)
    towns: list[ProjectTown] = field(default_factory=list)
    phases: list[ProjectOutput] = field(default_factory=list)
    outputs: list[ProjectOutput] = field(default_factory=list)
    sources: list[SourceRef] = field(default_factory=list)
