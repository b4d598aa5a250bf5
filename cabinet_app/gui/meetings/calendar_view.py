"""What the month, the week, the day, the agenda and the year have in common: they open, begin and delete."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cabinet_app.domain.calendar_spans import Span
from cabinet_app.domain.meetings import Meeting
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.calendar_content import MEETING, CalendarContent, CalendarSource, Entry
from cabinet_app.gui.meetings.calendar_moving import Change, change_times
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.widgets.labels import doubled
from cabinet_app.i18n import dates

if TYPE_CHECKING:
    from cabinet_app.gui.meetings.month_grid import MonthCalendar
    from cabinet_app.gui.meetings.week_grid import WeekCalendar

USUAL_LENGTH = timedelta(hours=1)


class CalendarView(QWidget):
    """A `View` of the pane. A view says which days it shows and reads them through the source."""

    shown = Signal()
    """Other days have come to the front."""
    today_wanted = Signal()

    def __init__(
        self, context: GuiContext, pane: RecordPane[Any, Any], source: CalendarSource, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._source = source
        self._ids: frozenset[int] | None = None
        self._revealed = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    # What each view says for itself.

    @property
    def day(self) -> date:
        """The day of the cursor."""
        raise NotImplementedError

    @property
    def span(self) -> Span:
        """The days that are shown, as the title and the print take them."""
        raise NotImplementedError

    @property
    def content(self) -> CalendarContent:
        raise NotImplementedError

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, wherever it lies."""
        raise NotImplementedError

    def turn(self, step: int) -> None:
        """Go one page on or back."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the days that are shown and draw them."""
        raise NotImplementedError

    def mark(self, record_id: int) -> None:
        """Mark the meeting of the editor."""
        raise NotImplementedError

    # The `View` of the pane.

    def show_ids(self, ids: Sequence[int]) -> None:
        """Read the days again, with all meetings or with those the filter leaves."""
        self._ids = frozenset(ids) if self._is_searched() else None
        self.refresh()

    def select(self, record_id: int) -> None:
        """Mark the meeting of the editor; one that was opened from elsewhere is brought into sight."""
        self.mark(record_id)
        if record_id and record_id != self._revealed:
            self._revealed = record_id
            self._reveal(record_id)

    # What all of them do.

    def begin_on(self, when: date) -> None:
        """Begin a meeting on a day, whose hour is still to be typed, or at an hour."""
        draft = Meeting(starts_at=datetime.combine(when, time.min), all_day=True)
        if isinstance(when, datetime):
            draft = Meeting(starts_at=when, ends_at=when + USUAL_LENGTH)
        self._pane.new_record(draft)

    def list_day(self, day: date) -> None:
        """Offer everything on a day, with what had no room in its cell, and a new meeting."""
        self.day_menu(day).popup(self.mapToGlobal(self._place_of_menu(day)))

    def day_menu(self, day: date) -> QMenu:
        """The entries of a day as a menu."""
        t = self._context.t
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = menu.addAction(dates.long(day, t.language))
        title.setEnabled(False)
        for words in self.content.notes_of(day):
            menu.addAction(doubled(words)).setEnabled(False)
        for entry in self.content.on(day):
            words = " · ".join(part for part in (entry.line, *_titles(entry), entry.status) if part)
            action = menu.addAction(doubled(f"{entry.glyph} {words}".strip()))
            action.setData(entry)
        menu.addSeparator()
        new = menu.addAction(t.gettext("New meeting on this day"))
        new.setData(day)
        menu.triggered.connect(self._picked)
        return menu

    def change(self, entry: Entry, change: Change) -> None:
        """Put a meeting on another time; a draft of it is stored before."""
        if self._pane.leave() and change_times(self._context, entry.id, change):
            self._revealed = entry.id

    def _is_searched(self) -> bool:
        """Whether the search or a chip narrows the list; the calendar's own filter does not need its ids."""
        bar = self._pane.filter_bar
        return bool(bar.text() or bar.chips())

    def _place_of_menu(self, _day: date) -> QPoint:
        return QPoint(self.width() // 3, self.height() // 3)

    def _connect(self, canvas: "MonthCalendar | WeekCalendar") -> None:
        """The signals that both canvases have."""
        canvas.entry_chosen.connect(self._choose)
        canvas.entry_opened.connect(self._open)
        canvas.new_wanted.connect(self.begin_on)
        canvas.day_list_wanted.connect(self.list_day)
        canvas.delete_wanted.connect(self._delete)
        canvas.today_wanted.connect(self.today_wanted)

    def _picked(self, action: QAction) -> None:
        picked = action.data()
        if isinstance(picked, Entry):
            self._open(picked)
        elif isinstance(picked, date):
            self.begin_on(picked)

    def _reveal(self, record_id: int) -> None:
        if record_id in {entry.id for entry in self.content.on(self.day)}:
            return
        for row in self._context.cabinet.meetings.rows([record_id], self._context.language):
            if row.starts_at is not None:
                self.go_to(row.starts_at.date())

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
            self.setFocus()


def _titles(entry: Entry) -> tuple[str, ...]:
    """What the entry is called, where its line does not say it."""
    return tuple(part for part in entry.details[1:2] if part != entry.text)
