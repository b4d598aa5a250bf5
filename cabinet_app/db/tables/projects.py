"""Projects with partners, towns, phases and outputs."""

from datetime import date

from sqlalchemy.orm import Mapped

from cabinet_app.db.base import Base
from cabinet_app.db.columns import Child, RecordRoot, children, localized, parent_key, reference, vague
from cabinet_app.domain.projects import ProjectPartnerRole, ProjectStatus
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


class Project(RecordRoot, Base):
    __tablename__ = "project"

    acronym: Mapped[str]
    title: Mapped[LocalizedText] = localized("title")
    programme: Mapped[str]
    programme_period: Mapped[str]
    fund: Mapped[LocalizedText] = localized("fund")
    status: Mapped[ProjectStatus]
    starts: Mapped[VagueDate] = vague("starts")
    starts_earliest: Mapped[date | None]
    starts_latest: Mapped[date | None]
    ends: Mapped[VagueDate] = vague("ends")
    ends_earliest: Mapped[date | None]
    ends_latest: Mapped[date | None]
    purpose: Mapped[LocalizedText] = localized("purpose")
    budget: Mapped[str]
    town_count: Mapped[int | None]
    visit_id: Mapped[int | None] = reference("visit", breaks_cycle=True)
    follow_up: Mapped[LocalizedText] = localized("follow_up")
    notes: Mapped[str]
    partners: Mapped[list["ProjectPartner"]] = children("ProjectPartner")
    towns: Mapped[list["ProjectTown"]] = children("ProjectTown")
    phases: Mapped[list["ProjectPhase"]] = children("ProjectPhase")
    outputs: Mapped[list["ProjectOutput"]] = children("ProjectOutput")
    sources: Mapped[list["ProjectSource"]] = children("ProjectSource")


class ProjectPartner(Child, Base):
    __tablename__ = "project_partner"

    project_id: Mapped[int] = parent_key("project")
    role: Mapped[ProjectPartnerRole]
    organization_id: Mapped[int | None] = reference("organization")
    name: Mapped[str]


class ProjectTown(Child, Base):
    __tablename__ = "project_town"

    project_id: Mapped[int] = parent_key("project")
    place_id: Mapped[int | None] = reference("place")


class ProjectPhase(Child, Base):
    __tablename__ = "project_phase"

    project_id: Mapped[int] = parent_key("project")
    text: Mapped[LocalizedText] = localized("text")


class ProjectOutput(Child, Base):
    __tablename__ = "project_output"

    project_id: Mapped[int] = parent_key("project")
    text: Mapped[LocalizedText] = localized("text")


class ProjectSource(Child, Base):
    __tablename__ = "project_source"

    project_id: Mapped[int] = parent_key("project")
    document: Mapped[str]
    locator: Mapped[str]
    quote: Mapped[str]
    fact: Mapped[str]
