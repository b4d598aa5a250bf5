"""What stands in the prints about tasks: open matters by holder, the checklist of one visit."""

from dataclasses import dataclass, field
from datetime import date, datetime

from cabinet_app.domain.task_matters import OpenMatter
from cabinet_app.domain.tasks import Task, TaskStatus
from cabinet_app.domain.texts import LocalizedText

NO_TEXT = LocalizedText()


@dataclass(frozen=True, slots=True)
class TasksData:
    """Open matters, and those done from `done_from` to `done_until` where somebody asked for them."""

    printed_at: datetime
    matters: tuple[OpenMatter, ...] = ()
    done_from: date | None = None
    done_until: date | None = None

    @property
    def today(self) -> date:
        return self.printed_at.date()


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One task of a visit with the name of its holder."""

    task: Task
    holder: str = ""

    @property
    def is_done(self) -> bool:
        return self.task.status is TaskStatus.COMPLETED


@dataclass(frozen=True, slots=True)
class ChecklistData:
    """The tasks of a visit in the order of their days; those called off are left out."""

    printed_at: datetime
    title: LocalizedText
    town: LocalizedText = NO_TEXT
    first_day: date | None = None
    last_day: date | None = None
    responsible: str = ""
    lines: tuple[ChecklistLine, ...] = field(default_factory=tuple)

    @property
    def today(self) -> date:
        return self.printed_at.date()
