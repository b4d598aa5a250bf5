"""The year beside the list: how full every day is; a day opens in the day view."""

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.calendar_spans import MONTHS, Span, months_on, year_of
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.calendar_content import CalendarContent, CalendarSource
from cabinet_app.gui.meetings.calendar_view import CalendarView
from cabinet_app.gui.meetings.year_grid import YearCalendar
from cabinet_app.gui.record_pane import RecordPane


class YearView(CalendarView):
    """Twelve small months."""

    day_opened = Signal(object)

    def __init__(
        self, context: GuiContext, pane: RecordPane[Any, Any], source: CalendarSource, parent: QWidget
    ) -> None:
        super().__init__(context, pane, source, parent)
        self.calendar = YearCalendar(context.t, context.today, self)
        self.setFocusProxy(self.calendar)
        self._column.addWidget(self.calendar)
        self.calendar.year_left.connect(self._show_year_of)
        self.calendar.day_opened.connect(self.day_opened)
        self.calendar.new_wanted.connect(self.begin_on)
        self.calendar.day_list_wanted.connect(self.list_day)
        self.calendar.today_wanted.connect(self.today_wanted)
        self._show_year_of(context.today())

    @property
    def day(self) -> date:
        return self.calendar.day

    @property
    def span(self) -> Span:
        return year_of(date(self.calendar.year, 1, 1))

    @property
    def content(self) -> CalendarContent:
        return self.calendar.content

    def go_to(self, day: date) -> None:
        self.calendar.go_to(day)

    def turn(self, step: int) -> None:
        self.calendar.go_to(months_on(self.calendar.day, step * MONTHS))

    def refresh(self) -> None:
        self._show_year_of(self.calendar.day)

    def mark(self, record_id: int) -> None:
        """A year shows days and no single meeting."""

    def _place_of_menu(self, day: date) -> QPoint:
        return self.calendar.day_rect(day).bottomLeft()

    def _show_year_of(self, day: date) -> None:
        content = self._source.read(*year_of(day), self._ids)
        self.calendar.show_content(content, day.year)
        self.shown.emit()
