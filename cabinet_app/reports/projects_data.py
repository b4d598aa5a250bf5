"""What the register of projects prints."""

from dataclasses import dataclass, field
from datetime import datetime

from cabinet_app.domain.projects import ProjectStatus
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """One project; `town_count` is the stated number of towns, `meetings` and `visits` are headlines."""

    acronym: str
    title: LocalizedText
    status: ProjectStatus
    programme: str = ""
    period: str = ""
    fund: LocalizedText = field(default_factory=LocalizedText)
    budget: str = ""
    starts: VagueDate = field(default_factory=VagueDate)
    ends: VagueDate = field(default_factory=VagueDate)
    purpose: LocalizedText = field(default_factory=LocalizedText)
    lead: LocalizedText = field(default_factory=LocalizedText)
    partners: tuple[LocalizedText, ...] = ()
    towns: tuple[LocalizedText, ...] = ()
    town_count: int | None = None
    phases: tuple[LocalizedText, ...] = ()
    outputs: tuple[LocalizedText, ...] = ()
    follow_up: LocalizedText = field(default_factory=LocalizedText)
    visits: tuple[LocalizedText, ...] = ()
    meetings: tuple[LocalizedText, ...] = ()
    sources: tuple[str, ...] = ()
    notes: LocalizedText = field(default_factory=LocalizedText)


@dataclass(frozen=True, slots=True)
class ProjectsData:
    """Every project of the register; notes and sources stand on the internal copy only."""

    printed_at: datetime
    projects: tuple[ProjectEntry, ...]
    internal: bool = False
