"""The year beside the list: how full every day is; a day opens in the day view."""

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

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
        self.calendar = YearCalendar(context.t, context.today)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.calendar)
        self._column.addWidget(self._scroll)
        self.setFocusProxy(self.calendar)
        self.calendar.day_shown.connect(self._keep_in_sight)
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

    def _keep_in_sight(self) -> None:
        middle = self.calendar.day_rect(self.calendar.day).center()
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, self.calendar.least_month_height // 2)

    def _show_year_of(self, day: date) -> None:
        content = self._source.read(*year_of(day), self._ids)
        self.calendar.show_content(content, day.year)
        self.shown.emit()
