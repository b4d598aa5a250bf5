"""Templates of visits: chosen and filled in, kept, renamed and thrown away."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from cabinet_app.domain.protocol import VisitTemplate
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n import dates

if TYPE_CHECKING:
    from cabinet_app.services.records import Stored


class TemplateDialog(QDialog):
    """The templates at the left, what the chosen one holds at the right; Enter takes it."""

    def __init__(self, context: GuiContext, *, asks_day: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = t = context.t
        self._shipped = context.cabinet.visit_templates.shipped()
        self._own: list[Stored[VisitTemplate]] = []
        self.setWindowTitle(t.gettext("From a template"))
        self.names = QListWidget(self)
        self.names.setAccessibleName(t.gettext("Templates"))
        self.contents = QPlainTextEdit(self)
        self.contents.setReadOnly(True)
        self.contents.setTabChangesFocus(True)
        self.contents.setAccessibleName(t.gettext("What the template holds"))
        self.day = DateEdit(t, context.today)
        self.day.setAccessibleName(t.gettext("First day of the visit"))
        self.day.line.setAccessibleName(t.gettext("First day of the visit"))
        self._asks_day = asks_day
        self.message = PlainLabel(role="small danger", wrap=True)
        self.message.hide()
        self._arrange()
        self.names.currentRowChanged.connect(self._show)
        self.names.itemActivated.connect(self.accept)
        self.refresh()
        self.resize(760, 480)

    @property
    def template(self) -> VisitTemplate | None:
        """The chosen template."""
        row = self.names.currentRow()
        templates = self._templates()
        return templates[row] if 0 <= row < len(templates) else None

    @property
    def first_day(self) -> date | None:
        """The day that was asked for, None where the visit has one already."""
        return self.day.value() if self._asks_day else None

    def accept(self) -> None:
        """Take the template; a day that is not understood is said first."""
        problem = self.day.problem() if self._asks_day else ""
        self.message.setText(f"⚠ {problem}")
        self.message.setVisible(bool(problem))
        if not problem and self.template is not None:
            super().accept()

    def refresh(self) -> None:
        """List the templates anew, the house's own after those of the program."""
        row = self.names.currentRow()
        self._own = self._context.cabinet.visit_templates.own()
        self.names.clear()
        for template in self._templates():
            self.names.addItem(template.names.shown(self._t.language) or self._t.gettext("Untitled template"))
        self.names.setCurrentRow(min(max(row, 0), self.names.count() - 1))

    def rename(self) -> None:
        """Call the chosen template of the house differently."""
        own = self._chosen_own()
        if own is None:
            return
        asked = NameDialog(self._context, own.record.names, self)
        if asked.exec() == QDialog.DialogCode.Accepted:
            self._context.cabinet.visit_templates.rename(own.record.id, asked.value())
            self.refresh()

    def remove(self) -> None:
        """Throw the chosen template of the house away; it can be taken back."""
        own = self._chosen_own()
        if own is None:
            return
        step = LastStep(self._context)
        with step:
            self._context.cabinet.visit_templates.delete(own.record.id)
        name = own.record.names.shown(self._t.language)
        words = self._t.gettext("Template “{name}” has been deleted.").format(name=name)
        self._context.toaster.show_toast(words, self._t.gettext("Undo"), step.undo)
        self.refresh()

    def _templates(self) -> list[VisitTemplate]:
        return [*self._shipped, *(stored.record for stored in self._own)]

    def _chosen_own(self) -> "Stored[VisitTemplate] | None":
        place = self.names.currentRow() - len(self._shipped)
        return self._own[place] if 0 <= place < len(self._own) else None

    def _show(self) -> None:
        template = self.template
        self.contents.setPlainText(self._words(template) if template else "")
        is_own = self._chosen_own() is not None
        for button in (self.rename_button, self.remove_button):
            button.setVisible(is_own)

    def _words(self, template: VisitTemplate) -> str:
        t, language = self._t, self._t.language
        is_long = any(item.day for item in template.items)
        lines = []
        day = -1
        for item in template.items:
            if is_long and item.day != day:
                day = item.day
                lines.append(t.gettext("Day {number}").format(number=day + 1))
            hours = dates.time_range(item.starts_at, item.ends_at, language) if item.starts_at else ""
            lines.append(f"{hours}\t{item.title.shown(language)}")
        if template.tasks:
            lines += ["", t.gettext("Tasks")]
        ordered = sorted(template.tasks, key=lambda task: task.offset_days)
        lines += [f"{_offset(task.offset_days)}\t{task.title.shown(language)}" for task in ordered]
        return "\n".join(lines)

    def _arrange(self) -> None:
        t = self._t
        lists = QHBoxLayout()
        lists.setSpacing(LARGE)
        left = QVBoxLayout()
        left.addWidget(self.names, 1)
        own = QHBoxLayout()
        self.rename_button = text_button(t.gettext("Rename…"), self, kind="quiet")
        self.rename_button.clicked.connect(self.rename)
        self.remove_button = text_button(t.gettext("Delete"), self, kind="quiet")
        self.remove_button.clicked.connect(self.remove)
        for button in (self.rename_button, self.remove_button):
            button.hide()
            own.addWidget(button)
        own.addStretch(1)
        left.addLayout(own)
        lists.addLayout(left, 2)
        lists.addWidget(self.contents, 3)
        self.contents.setTabStopDistance(self.fontMetrics().horizontalAdvance("00.00–00.00") + LARGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addLayout(lists, 1)
        asked = QHBoxLayout()
        asked.addWidget(PlainLabel(t.gettext("First day of the visit")))
        asked.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        asked.addStretch(1)
        holder = QWidget(self)
        holder.setLayout(asked)
        holder.setVisible(self._asks_day)
        column.addWidget(holder)
        column.addWidget(self.message)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        t = self._t
        row = QHBoxLayout()
        hint = PlainLabel(t.gettext("Items and tasks are added to those that are there."), role="muted")
        row.addWidget(hint, 1)
        cancel = text_button(t.gettext("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.take_button = text_button(t.gettext("Fill in"), self, kind="primary")
        self.take_button.setDefault(True)
        self.take_button.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.take_button)
        return row


class NameDialog(QDialog):
    """Asks what a template is to be called."""

    def __init__(self, context: GuiContext, names: LocalizedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self.setWindowTitle(t.gettext("Name of the template"))
        self.field = LocalizedEdit(t)
        self.field.setAccessibleName(t.gettext("Name of the template"))
        self.field.set_value(names)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(PlainLabel(t.gettext("Name of the template"), role="strong"))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = text_button(t.gettext("Cancel"), self)
        cancel.clicked.connect(self.reject)
        keep = text_button(t.gettext("Save"), self, kind="primary")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(keep)
        column.addLayout(row)
        self.field.setFocus()
        self.resize(420, 0)

    def value(self) -> LocalizedText:
        return self.field.value()

    def accept(self) -> None:
        """A template without a name could not be found again."""
        if not self.field.value().is_empty:
            super().accept()


def _offset(days: int) -> str:
    """`T−14`, `T+7`."""
    return f"T{'+' if days > 0 else '−' if days else ''}{abs(days) or ''}"
