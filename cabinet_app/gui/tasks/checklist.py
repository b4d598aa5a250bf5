"""The checklist of a visit: its tasks in the order of their days, ticked in place, each tick one step."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.task_days import is_overdue, typed_line
from cabinet_app.domain.tasks import Task, TaskStatus
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.names import Names
from cabinet_app.gui.tasks import words
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.fields import CheckField, TextField
from cabinet_app.gui.widgets.labels import ElidedLabel, PlainLabel, icon_button, text_button
from cabinet_app.i18n import messages
from cabinet_app.i18n.task_words import offset_sign

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change


class ChecklistPanel(QWidget):
    """Shows and ticks the tasks of one visit; it writes at once and is no field of the visit's draft."""

    counted = Signal(int, int)
    """How many are done and how many there are; those called off do not count."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._visit_id = 0
        self._is_stale = True
        self.names = Names(context, self)
        self.lines: list[ChecklistLine] = []
        self._build()
        context.cabinet.changes.subscribe(self._register_changed)
        self.destroyed.connect(_Leaver(context, self._register_changed))

    @property
    def done_of_all(self) -> tuple[int, int]:
        """The numbers that `counted` told last."""
        tasks = [line.task for line in self.lines if line.task.status is not TaskStatus.CANCELLED]
        return sum(task.status is TaskStatus.COMPLETED for task in tasks), len(tasks)

    def show_visit(self, visit_id: int) -> None:
        """Show the checklist of a visit, 0 for one that is not stored yet."""
        if visit_id != self._visit_id or self._is_stale:
            self._visit_id = visit_id
            self.refresh()

    def refresh(self) -> None:
        """Read the tasks again."""
        self._is_stale = False
        tasks = self._context.cabinet.tasks.of_visit(self._visit_id) if self._visit_id else []
        self._show([stored.record for stored in tasks])
        self._first.setVisible(not self._visit_id)
        self._nothing.setVisible(bool(self._visit_id) and not tasks)
        self._add_row.setVisible(bool(self._visit_id))
        self.counted.emit(*self.done_of_all)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def add(self) -> None:
        """Put what was typed onto the checklist."""
        offset, text = typed_line(self.new_line.text())
        if not text or not self._visit_id:
            return
        title = LocalizedText().with_text(self._context.language, text)
        draft = Task(title=title, offset_days=offset)
        t = self._context.t
        said = t.gettext("Task “{title}” has been entered.").format(title=text)
        if self._do(lambda: self._context.cabinet.tasks.create_for_visit(self._visit_id, [draft]), said):
            self.new_line.clear()
        self.new_line.setFocus()

    def tick(self, task: Task, *, is_done: bool) -> None:
        """Store a tick, or that it was taken away."""
        t, today = self._context.t, self._context.today()
        sentence = (
            t.gettext("Task “{title}” is done.") if is_done else t.gettext("Task “{title}” is open again.")
        )
        said = sentence.format(title=task.title.shown(t.language))
        self._do(lambda: self._context.cabinet.tasks.tick(task.id, today, is_done=is_done), said)

    def _do(self, act: Callable[[], object], said: str) -> bool:
        step = LastStep(self._context)
        t = self._context.t
        try:
            with step:
                act()
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, t))
            self.refresh()
            return False
        self._context.toaster.show_toast(said, t.gettext("Undo"), step.undo)
        return True

    def _build(self) -> None:
        t = self._context.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self._first = PlainLabel(
            t.gettext("Save the visit first; then tasks can be added."), role="muted", wrap=True
        )
        self._nothing = PlainLabel(t.gettext("This visit has no tasks yet."), role="muted")
        column.addWidget(self._first)
        column.addWidget(self._nothing)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(TINY)
        column.addLayout(self._rows)
        self._add_row = QWidget(self)
        row = QHBoxLayout(self._add_row)
        row.setContentsMargins(0, TINY, 0, 0)
        row.setSpacing(SMALL)
        self.new_line = TextField(placeholder=t.gettext("T−14 Book the interpreter"))
        self.new_line.setAccessibleName(t.gettext("New task"))
        self.new_line.setToolTip(t.gettext("T−14: fourteen days before the visit"))
        self.new_line.returnPressed.connect(self.add)
        self.add_button = text_button(t.gettext("Add task"), icon_name="plus", kind="quiet")
        self.add_button.clicked.connect(self.add)
        row.addWidget(self.new_line, 1)
        row.addWidget(self.add_button)
        column.addWidget(self._add_row)

    def _show(self, tasks: Sequence[Task]) -> None:
        """The same tasks stay where they are, so that the keyboard does, too."""
        if [task.id for task in tasks] != [line.task.id for line in self.lines]:
            for line in self.lines:
                line.hide()
                line.setParent(None)
                line.deleteLater()
            self.lines = [ChecklistLine(self._context, self) for _ in tasks]
            for line in self.lines:
                self._rows.addWidget(line)
        for line, task in zip(self.lines, tasks, strict=True):
            line.show_task(task, self.names.of("person", task.responsible_id) or task.responsible)

    def _register_changed(self, change: "Change") -> None:
        if change.touches("task") or change.touches("person"):
            self._is_stale = True
            if self.isVisible():
                self.refresh()


class ChecklistLine(QWidget):
    """One task: its box, its title, when and by whom, and the way to it."""

    def __init__(self, context: GuiContext, panel: ChecklistPanel) -> None:
        super().__init__(panel)
        t = context.t
        self._context = context
        self._panel = panel
        self.task = Task()
        self.box = CheckField()
        self.title = ElidedLabel()
        self.when = ElidedLabel(role="small muted")
        self.late = PlainLabel(role="small danger")
        self.open_button = icon_button("arrow-right", t.gettext("Open the task"))
        self.box.edited.connect(self._ticked)
        self.open_button.clicked.connect(self._open)
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.late)
        below.addWidget(self.when, 1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.title)
        middle.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_task(self, task: Task, holder: str) -> None:
        """Show a task as it is stored."""
        t, today = self._context.t, self._context.today()
        self.task = task
        title = " ".join(task.title.shown(t.language).split()) or t.gettext("Untitled task")
        is_late = is_overdue(task.status, task.due_on, today)
        when = words.when(task.status, task.due_on, task.done_on, today, t)
        spec = words.status_spec(task.status, task.due_on, today, t)
        self.title.set_text(title)
        self.late.setText(f"{spec.glyph} {spec.word}" if is_late else "")
        self.late.setVisible(is_late)
        parts = [offset_sign(task.offset_days), when, holder]
        if task.status in {TaskStatus.CANCELLED, TaskStatus.IN_PROCESS}:
            parts.append(spec.word)
        self.when.set_text(" · ".join(part for part in parts if part))
        self.box.set_value(task.status is TaskStatus.COMPLETED)
        self.box.setEnabled(task.status is not TaskStatus.CANCELLED)
        said = ", ".join(part for part in (title, self.late.text(), self.when.whole_text()) if part)
        self.box.setAccessibleName(said)
        self.open_button.setAccessibleName(t.gettext("Open “{title}”").format(title=title))

    def _ticked(self) -> None:
        self._panel.tick(self.task, is_done=self.box.value())

    def _open(self) -> None:
        self._context.open_record("task", self.task.id)


class _Leaver:
    def __init__(self, context: GuiContext, observer: object) -> None:
        self._context = context
        self._observer = observer

    def __call__(self, *_object: object) -> None:
        self._context.cabinet.changes.unsubscribe(self._observer)  # type: ignore[arg-type] # the panel's own method
