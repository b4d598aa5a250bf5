"""Tasks as a kind of record of the window."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.tasks import Task
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.tasks.columns import TaskColumns
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.services.rows import TaskRow

if TYPE_CHECKING:
    from cabinet_app.gui.tasks.editor import TaskEditor

OPEN = "open"


def task_kind(context: GuiContext) -> RecordKind[TaskRow, Task]:
    """Tasks, the overdue first."""
    t, columns = context.t, TaskColumns(context.t, context.today)

    def editor(parent: QWidget) -> "TaskEditor":
        from cabinet_app.gui.tasks.editor import TaskEditor

        return TaskEditor(context, parent)

    return RecordKind(
        key="task",
        service=context.cabinet.tasks,
        columns=columns.columns(),
        editor=editor,
        new_draft=Task,
        search_hint=t.gettext("Task, holder or town"),
        chips=columns.chips(),
        # An empty register says how to begin; a filter would say that nothing fits.
        first_chips=frozenset({OPEN}) if context.cabinet.tasks.count() else frozenset(),
        sorting=Sorting("due"),
    )
