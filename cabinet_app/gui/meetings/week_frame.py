"""Where days, bars and hours of a timetable lie on the screen; plain geometry."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QRect

from cabinet_app.domain.calendar_moves import QUARTER
from cabinet_app.domain.day_layout import DAY_MINUTES, Block
from cabinet_app.domain.month_layout import Bar
from cabinet_app.domain.week_layout import Timetable

GAP = 2
HOUR = 60
SHOWN_HOURS = 12.5
"""How many hours fill the window; the others are scrolled to."""


@dataclass(frozen=True, slots=True)
class WeekMeasures:
    """What the fonts ask: heights of a line and of a head of a day, width of the hours."""

    line: int
    head: int
    axis: int


@dataclass(frozen=True, slots=True)
class WeekFrame:
    """The rectangles of `days` days with `lanes` bars above their hours, scrolled down by `offset`."""

    width: int
    height: int
    days: int
    lanes: int
    measures: WeekMeasures
    offset: int = 0

    @property
    def body_top(self) -> int:
        """Where the hours begin."""
        return self.measures.head + self.lanes * self.measures.line + 2 * GAP

    @property
    def body_height(self) -> int:
        return max(self.height - self.body_top, 1)

    @property
    def hour_height(self) -> float:
        """An hour has room for two lines at least."""
        return max(self.body_height / SHOWN_HOURS, 2.0 * self.measures.line)

    @property
    def longest_offset(self) -> int:
        return max(round(24 * self.hour_height) + 1 - self.body_height, 0)

    @property
    def body(self) -> QRect:
        """Everything under the bars."""
        return QRect(0, self.body_top, self.width, self.body_height)

    def x(self, column: int) -> int:
        """The left edge of a day; that after the last is the right edge."""
        room = self.width - self.measures.axis
        return self.measures.axis + room * column // self.days

    def y(self, minute: float) -> int:
        """How far down a minute of the day is."""
        return round(self.body_top + minute / HOUR * self.hour_height) - self.offset

    def head(self, column: int) -> QRect:
        return QRect(self.x(column), 0, self.x(column + 1) - self.x(column), self.measures.head)

    def column(self, column: int) -> QRect:
        """A day over its whole height."""
        return QRect(self.x(column), 0, self.x(column + 1) - self.x(column), self.height)

    def bar(self, bar: Bar) -> QRect:
        left = self.x(bar.first_column) + (0 if bar.starts_before else GAP)
        right = self.x(bar.last_column + 1) - (0 if bar.ends_after else GAP)
        top = self.measures.head + bar.lane * self.measures.line + GAP
        return QRect(left, top, right - left, self.measures.line - 1)

    def block(self, block: Block, column: int) -> QRect:
        room = self.x(column + 1) - self.x(column) - 3 * GAP
        left = self.x(column) + GAP + room * block.column // block.columns
        right = self.x(column) + GAP + room * (block.column + block.span) // block.columns
        top, bottom = self.y(block.first_minute), self.y(block.last_minute)
        return QRect(left, top + 1, right - left - 1, bottom - top - 2)

    def column_at(self, point: QPoint) -> int | None:
        """The day under a point."""
        if point.x() < self.measures.axis or not 0 <= point.x() < self.width:
            return None
        return min(
            (point.x() - self.measures.axis) * self.days // max(self.width - self.measures.axis, 1),
            self.days - 1,
        )

    def minute_at(self, y: int) -> float:
        """The minute of the day at a height, within the day."""
        minute = (y + self.offset - self.body_top) / self.hour_height * HOUR
        return min(max(minute, 0.0), float(DAY_MINUTES))

    def moment_at(self, first: date, point: QPoint) -> datetime | date | None:
        """The half hour under a point, or the day where it lies above the hours."""
        column = self.column_at(point)
        if column is None:
            return None
        day = first + timedelta(days=column)
        if point.y() < self.body_top:
            return day
        minute = int(self.minute_at(point.y()) // (2 * QUARTER)) * 2 * QUARTER
        return datetime.combine(day, time.min) + timedelta(minutes=min(minute, DAY_MINUTES - 2 * QUARTER))


def key_at(frame: WeekFrame, table: Timetable, point: QPoint) -> int | None:
    """The key of the entry under a point."""
    for bar in table.bars:
        if frame.bar(bar).contains(point):
            return bar.key
    column = frame.column_at(point)
    if column is None or point.y() < frame.body_top:
        return None
    blocks = table.days[column].blocks
    return next((block.key for block in blocks if frame.block(block, column).contains(point)), None)
