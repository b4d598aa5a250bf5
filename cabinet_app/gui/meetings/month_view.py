"""The month beside the list: shows what the filter leaves, opens, creates, moves and deletes."""

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.calendar_moves import Times
from cabinet_app.domain.calendar_spans import Span, month_of, months_on
from cabinet_app.domain.month_layout import week_rows
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.calendar_content import MEETING, CalendarContent, CalendarSource, Entry
from cabinet_app.gui.meetings.calendar_view import CalendarView
from cabinet_app.gui.meetings.month_grid import MonthCalendar
from cabinet_app.gui.record_pane import RecordPane


class MonthView(CalendarView):
    """One month; its neighbours are read ahead while nobody waits."""

    def __init__(
        self, context: GuiContext, pane: RecordPane[Any, Any], source: CalendarSource, parent: QWidget
    ) -> None:
        super().__init__(context, pane, source, parent)
        self.calendar = MonthCalendar(context.t, context.today, self)
        self.setFocusProxy(self.calendar)
        self._column.addWidget(self.calendar)
        self._ahead = QTimer(self, singleShot=True, interval=120)
        self._ahead.timeout.connect(self._read_ahead)
        self._connect(self.calendar)
        self.calendar.month_left.connect(self._show_month_of)
        self.calendar.move_wanted.connect(self._move)
        self.calendar.stretch_wanted.connect(self._stretch)
        self._show_month_of(context.today())

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self.calendar.month

    @property
    def day(self) -> date:
        return self.calendar.day

    @property
    def span(self) -> Span:
        return month_of(self.month)

    @property
    def content(self) -> CalendarContent:
        return self.calendar.content

    def go_to(self, day: date) -> None:
        self.calendar.go_to(day)

    def turn(self, step: int) -> None:
        self.calendar.go_to(months_on(self.calendar.day, step))

    def refresh(self) -> None:
        self._show_month_of(self.calendar.day)

    def mark(self, record_id: int) -> None:
        self.calendar.mark_open(MEETING, record_id)

    def _place_of_menu(self, day: date) -> QPoint:
        cell = self.calendar.day_rect(day)
        return QPoint(cell.left() + 4, min(cell.top() + cell.height() // 2, self.height() - 8))

    def _show_month_of(self, day: date) -> None:
        self.calendar.show_content(self._read(day), day.replace(day=1))
        self._ahead.start()
        self.shown.emit()

    def _read(self, day: date) -> CalendarContent:
        rows = week_rows(day.year, day.month)
        return self._source.read(rows[0][0], rows[-1][-1], self._ids)

    def _read_ahead(self) -> None:
        for step in (1, -1):
            self._read(months_on(self.month, step))

    def _move(self, entry: Entry, days: int) -> None:
        def moved(times: Times) -> Times:
            return times.by_days(days)

        target = entry.when.first_day
        self.change(entry, moved)
        self.calendar.follow(entry, target)

    def _stretch(self, entry: Entry, day: date) -> None:
        def stretched(times: Times) -> Times:
            return times.ending_on(day)

        self.change(entry, stretched)
