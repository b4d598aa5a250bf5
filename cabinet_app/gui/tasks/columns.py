"""The list of tasks: columns and chips."""

from collections.abc import Callable, Sequence
from datetime import date

from cabinet_app.domain.task_days import is_overdue
from cabinet_app.domain.tasks import TaskStatus
from cabinet_app.gui.tasks import words
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.task_words import done_words, status_words
from cabinet_app.services.rows import TaskRow


class TaskColumns:
    """Says every cell of the list in the language of the window."""

    def __init__(self, t: Translator, today: Callable[[], date]) -> None:
        self._t = t
        self._today = today

    def columns(self) -> Sequence[Column[TaskRow]]:
        """Due, task, holder, what it belongs to, state."""
        g = self._t.gettext
        return [
            Column("due", g("Due"), self.due, "due", width=12, tone=self._tone, tip=self.due_long),
            Column("title", g("Task"), self.title, "title", stretch=True),
            Column("holder", g("Holder"), self._holder, "holder", width=18),
            Column("subject", self._t.pgettext("task", "Belongs to"), self._subject, width=18),
            Column("status", g("Status"), self._word, "status", width=14, status=self._status),
        ]

    def chips(self) -> Sequence[Chip]:
        """The questions of every morning; the first four exclude one another."""
        from cabinet_app.services import tasks

        g, p = self._t.gettext, self._t.pgettext
        return [
            Chip(tasks.CHIP_OPEN, p("tasks", "Open"), group="state"),
            Chip(tasks.CHIP_OVERDUE, p("tasks", "Overdue"), group="state"),
            Chip(tasks.CHIP_THIS_WEEK, p("tasks", "This week"), tip=g("Due this week"), group="state"),
            Chip(tasks.CHIP_DONE, p("tasks", "Done"), group="state"),
            Chip(tasks.CHIP_WITHOUT_HOLDER, p("tasks", "Without a holder")),
        ]

    def due(self, row: TaskRow) -> str:
        return dates.numeric(row.due_on, self._t.language) if row.due_on else words.NOTHING

    def due_long(self, row: TaskRow) -> str:
        """The day in words and how far it is; of a task that is done, when that was."""
        if row.status is TaskStatus.COMPLETED and row.done_on:
            return done_words(row.done_on, self._t)
        if row.due_on is None:
            return self._t.gettext("There is no date yet.")
        said = words.when(row.status, row.due_on, row.done_on, self._today(), self._t)
        return f"{dates.weekday_name(row.due_on, self._t.language)}, {said}"

    def title(self, row: TaskRow) -> str:
        return row.title or self._t.gettext("Untitled task")

    def _tone(self, row: TaskRow) -> str:
        return "danger" if is_overdue(row.status, row.due_on, self._today()) else ""

    def _holder(self, row: TaskRow) -> str:
        return row.holder or words.NOTHING

    def _subject(self, row: TaskRow) -> str:
        return row.subject

    def _word(self, row: TaskRow) -> str:
        return status_words(row.status, row.due_on, self._today(), self._t)

    def _status(self, row: TaskRow) -> StatusSpec:
        return words.status_spec(row.status, row.due_on, self._today(), self._t)
