"""What goes into a calendar for others, and where to."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.errors import UserError
from cabinet_app.gui.background import Progress
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import LARGE, MEDIUM, SMALL
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import CheckField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.record_pickers import organization_picker
from cabinet_app.i18n.messages import sentence

if TYPE_CHECKING:
    from cabinet_app.exchange.ics_export import CalendarChoices
    from cabinet_app.services.cabinet import Cabinet


class CalendarExportDialog(QDialog):
    """Days, group and reader; what is private is never written out."""

    def __init__(self, context: GuiContext, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._folder = folder
        self.setWindowTitle(t.gettext("Export of the calendar"))
        self.first = DateEdit(t, context.today)
        self.first.setAccessibleName(t.gettext("From"))
        self.last = DateEdit(t, context.today)
        self.last.setAccessibleName(t.gettext("Until"))
        self.group = organization_picker(context, self)
        self.group.setAccessibleName(t.gettext("Group"))
        self.reader: ChoiceCombo[bool] = ChoiceCombo(
            [
                (False, t.gettext("Guests: public meetings only")),
                (True, t.gettext("The house: internal meetings too, private ones as “busy”")),
            ],
            self,
        )
        self.reader.setAccessibleName(t.gettext("For whom"))
        self.each_day = CheckField(t.gettext("An entry for every day of a visit"), self)
        self.with_people = CheckField(t.gettext("Invited people with their e-mail addresses"), self)
        self.fault = PlainLabel(role="danger", wrap=True)
        self.save_button = text_button(t.gettext("Save as…"), self, kind="primary")
        self._arrange()
        self.save_button.clicked.connect(self._ask_name)
        self.resize(520, 320)

    def choices(self) -> "CalendarChoices":
        """What is chosen now."""
        from cabinet_app.exchange.ics_export import CalendarChoices

        body = self.group.value()
        return CalendarChoices(
            first=self.first.value(),
            last=self.last.value(),
            body_ids=frozenset({body} if body else ()),
            is_internal=self.reader.value(),
            is_each_day=self.each_day.value(),
            with_people=self.with_people.value(),
            language=self._context.language,
        )

    def write(self, path: Path) -> None:
        """Write the file beside the window and say how much is in it."""
        self.save_button.setEnabled(False)
        work = _Writing(self._context.cabinet, path, self.choices())
        self._context.background.run(work, self._written, self._failed)

    def _ask_name(self) -> None:
        t = self._context.t
        first, last = self.first.value(), self.last.value()
        if first and last and last < first:
            self._say(t.gettext("The last day is before the first one."))
            return
        start = str(self._folder / "kabinet.ics")
        kinds = t.gettext("Calendars") + " (*.ics)"
        path = QFileDialog.getSaveFileName(self, self.windowTitle(), start, kinds)[0]
        if path:
            self.write(Path(path) if Path(path).suffix else Path(f"{path}.ics"))

    def _written(self, count: int) -> None:
        words = self._context.t.ngettext(
            "{count} entry has been exported.", "{count} entries have been exported.", count
        )
        self._context.toaster.show_toast(words.format(count=count), "", None)
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(sentence(error, self._context.t))
        self.save_button.setEnabled(True)

    def _say(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def _arrange(self) -> None:
        t = self._context.t
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        days = QHBoxLayout()
        days.setSpacing(SMALL)
        for label, field in ((t.gettext("From"), self.first), (t.gettext("Until"), self.last)):
            days.addWidget(PlainLabel(label))
            days.addWidget(field, 1)
        column.addLayout(days)
        column.addWidget(PlainLabel(t.gettext("Without days the whole calendar is written."), role="muted"))
        for words, widget in ((t.gettext("Group"), self.group), (t.gettext("For whom"), self.reader)):
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            row.addWidget(PlainLabel(words))
            row.addWidget(widget, 1)
            column.addLayout(row)
        column.addWidget(self.each_day)
        column.addWidget(self.with_people)
        column.addWidget(self.fault)
        self.fault.hide()
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = text_button(t.gettext("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)


class _Writing:
    def __init__(self, cabinet: "Cabinet", path: Path, choices: "CalendarChoices") -> None:
        self._cabinet = cabinet
        self._path = path
        self._choices = choices

    def __call__(self, _progress: Progress) -> int:
        from cabinet_app.exchange.ics_export import export_calendar

        return export_calendar(self._cabinet, self._path, self._choices, datetime.now(UTC))
