"""The week and the day beside the list: a timetable that opens, creates, moves and deletes."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.calendar_spans import Span, week_of
from cabinet_app.domain.month_layout import DAYS
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.calendar_content import MEETING, CalendarContent, CalendarSource, Entry
from cabinet_app.gui.meetings.calendar_moving import Change
from cabinet_app.gui.meetings.calendar_view import CalendarView
from cabinet_app.gui.meetings.week_grid import WeekCalendar
from cabinet_app.gui.record_pane import RecordPane


class TimetableView(CalendarView):
    """A whole week, or one day."""

    def __init__(
        self,
        context: GuiContext,
        pane: RecordPane[Any, Any],
        source: CalendarSource,
        parent: QWidget,
        *,
        days: int = DAYS,
    ) -> None:
        super().__init__(context, pane, source, parent)
        self.calendar = WeekCalendar(context.t, context.today, days, self)
        self.setFocusProxy(self.calendar)
        self._column.addWidget(self.calendar)
        self._ahead = QTimer(self, singleShot=True, interval=120)
        self._ahead.timeout.connect(self._read_ahead)
        self._connect(self.calendar)
        self.calendar.days_left.connect(self._show_days_of)
        self.calendar.change_wanted.connect(self._change)
        self._show_days_of(context.today())

    @property
    def day(self) -> date:
        return self.calendar.day

    @property
    def span(self) -> Span:
        first = self.calendar.first
        return first, first + timedelta(days=self.calendar.days - 1)

    @property
    def content(self) -> CalendarContent:
        return self.calendar.content

    def go_to(self, day: date) -> None:
        self.calendar.go_to(day)

    def turn(self, step: int) -> None:
        self.calendar.go_to(self.calendar.day + timedelta(days=step * self.calendar.days))

    def refresh(self) -> None:
        self._show_days_of(self.calendar.day)

    def mark(self, record_id: int) -> None:
        self.calendar.mark_open(MEETING, record_id)

    def _show_days_of(self, day: date) -> None:
        first = self._first_of(day)
        self.calendar.show_content(self._read(first), first)
        self._ahead.start()
        self.shown.emit()

    def _first_of(self, day: date) -> date:
        return week_of(day)[0] if self.calendar.days == DAYS else day

    def _read(self, first: date) -> CalendarContent:
        return self._source.read(first, first + timedelta(days=self.calendar.days - 1), self._ids)

    def _read_ahead(self) -> None:
        for step in (1, -1):
            self._read(self.calendar.first + timedelta(days=step * self.calendar.days))

    def _change(self, entry: Entry, change: Change) -> None:
        before = entry.when.start
        self.change(entry, change)
        moved = next((one for one in self.content.entries if one.key == entry.key), None)
        if moved is not None and moved.when.start != before:
            self.calendar.go_to(moved.when.first_day, moved)
