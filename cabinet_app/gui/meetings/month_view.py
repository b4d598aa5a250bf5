"""The month beside the list: shows what the filter leaves, opens, creates and deletes through the pane."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cabinet_app.domain.meetings import Meeting
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.month_content import MEETING, Entry, MonthSource
from cabinet_app.gui.meetings.month_grid import MonthCalendar, months_on
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.widgets.labels import doubled
from cabinet_app.i18n import dates


class MonthView(QWidget):
    """A `View` of the pane."""

    month_shown = Signal(object)
    """The first day of the month that has come to the front."""

    def __init__(
        self, context: GuiContext, pane: RecordPane[Any, Any], source: MonthSource, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._source = source
        self._ids: frozenset[int] | None = None
        self._revealed = 0
        self.calendar = MonthCalendar(context.t, context.today, self)
        self.setFocusProxy(self.calendar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.calendar)
        self.calendar.month_left.connect(self._show_month_of)
        self.calendar.entry_chosen.connect(self._choose)
        self.calendar.entry_opened.connect(self._open)
        self.calendar.new_wanted.connect(self.begin_on)
        self.calendar.day_list_wanted.connect(self.list_day)
        self.calendar.delete_wanted.connect(self._delete)
        self._show_month_of(context.today())

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return date(self.calendar.content.year, self.calendar.content.month, 1)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Read the month again, of all meetings or of those the filter leaves."""
        self._ids = frozenset(ids) if self._pane.filter_bar.is_active() else None
        self._show_month_of(self.calendar.day)

    def select(self, record_id: int) -> None:
        """Mark the meeting of the editor; one that was opened from elsewhere is brought into sight."""
        self.calendar.mark_open(MEETING, record_id)
        if record_id and record_id != self._revealed:
            self._revealed = record_id
            self._reveal(record_id)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, of whichever month."""
        self.calendar.go_to(day)

    def turn(self, step: int) -> None:
        """Go some months on or back."""
        self.calendar.go_to(months_on(self.calendar.day, step))

    def begin_on(self, day: date) -> None:
        """Begin a meeting on a day; its hour is still to be typed."""
        draft = Meeting(starts_at=datetime.combine(day, time.min), all_day=True)
        self._pane.new_record(draft)

    def list_day(self, day: date) -> None:
        """Offer everything on a day, with what had no room in its cell, and a new meeting."""
        self.day_menu(day).popup(self.calendar.mapToGlobal(self._below(day)))

    def day_menu(self, day: date) -> QMenu:
        """The entries of a day as a menu."""
        t = self._context.t
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = menu.addAction(dates.long(day, t.language))
        title.setEnabled(False)
        for entry in self.calendar.content.on(day):
            words = " · ".join(part for part in (entry.line, *_titles(entry), entry.status) if part)
            action = menu.addAction(doubled(f"{entry.glyph} {words}".strip()))
            action.setData(entry)
        menu.addSeparator()
        new = menu.addAction(t.gettext("New meeting on this day"))
        new.setData(day)
        menu.triggered.connect(self._picked)
        return menu

    def _picked(self, action: QAction) -> None:
        picked = action.data()
        if isinstance(picked, Entry):
            self._open(picked)
        elif isinstance(picked, date):
            self.begin_on(picked)

    def _below(self, day: date) -> QPoint:
        cell = self.calendar.day_rect(day)
        return QPoint(cell.left() + 4, min(cell.top() + cell.height() // 2, self.height() - 8))

    def _show_month_of(self, day: date) -> None:
        content = self._source.read(day.year, day.month, self._ids)
        self.calendar.show_content(content)
        self.month_shown.emit(self.month)

    def _reveal(self, record_id: int) -> None:
        shown = {entry.id for entry in self.calendar.content.on(self.calendar.day)}
        if record_id in shown:
            return
        for row in self._context.cabinet.meetings.rows([record_id], self._context.language):
            if row.starts_at is not None:
                self.calendar.go_to(row.starts_at.date())

    def _choose(self, entry: Entry) -> None:
        if entry.record_type == MEETING:
            self._revealed = entry.id
            self._pane.select(entry.id)

    def _open(self, entry: Entry) -> None:
        if entry.record_type != MEETING:
            self._context.open_record(entry.record_type, entry.id)
        else:
            self._revealed = entry.id
            if self._pane.select(entry.id):
                self._pane.focus_editor()

    def _delete(self, entry: Entry) -> None:
        if entry.record_type == MEETING and self._pane.select(entry.id):
            self._pane.delete()
            self.calendar.setFocus()


def _titles(entry: Entry) -> tuple[str, ...]:
    """What the entry is called, where its line does not say it."""
    return tuple(part for part in entry.details[1:2] if part != entry.text)
