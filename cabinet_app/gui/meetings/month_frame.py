"""Where days, lines and bars of the month lie on the screen; plain geometry over a laid-out month."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from cabinet_app.domain.month_layout import DAYS, MonthGrid

INSET = 6
GAP = 2


@dataclass(frozen=True, slots=True)
class Measures:
    """What the fonts ask: heights of a line, a day's number and the head, widths of number and week."""

    line: int
    number: int
    number_width: int
    head: int
    week_width: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangles of a month of `rows` weeks in an area.

    Where the weeks are so low that fewer than two lines would fit under the number of a day, the first line
    stands beside it.
    """

    width: int
    height: int
    rows: int
    measures: Measures

    @property
    def row_height(self) -> int:
        """The height of the lowest week."""
        return max((self.height - self.measures.head) // max(self.rows, 1), 1)

    @property
    def is_low(self) -> bool:
        """Whether the first line stands beside the number."""
        return self.row_height < self.measures.number + 2 * self.measures.line + GAP

    @property
    def capacity(self) -> int:
        """How many lines a day has."""
        return max((self.row_height - self._first_line - GAP) // self.measures.line, 1)

    @property
    def _first_line(self) -> int:
        """How far below the top of a day its first line begins; beside the number it is level with it."""
        number = self.measures.number
        return GAP // 2 + (number - self.measures.line) // 2 if self.is_low else number

    def cell(self, row: int, column: int, last_column: int | None = None) -> QRect:
        """One day, or the days up to `last_column`."""
        room = self.width - self.measures.week_width
        left = self.measures.week_width + room * column // DAYS
        end = (column if last_column is None else last_column) + 1
        right = self.measures.week_width + room * end // DAYS
        body = self.height - self.measures.head
        top = self.measures.head + body * row // self.rows
        bottom = self.measures.head + body * (row + 1) // self.rows
        return QRect(left, top, right - left, bottom - top)

    def week(self, row: int) -> QRect:
        """Where the number of a week stands."""
        cell = self.cell(row, 0)
        return QRect(0, cell.top(), self.measures.week_width, self.measures.number)

    def head(self, column: int) -> QRect:
        """Where the name of a weekday stands."""
        cell = self.cell(0, column)
        return QRect(cell.left(), 0, cell.width(), self.measures.head)

    def number(self, row: int, column: int) -> QRect:
        """Where the number of a day stands."""
        cell = self.cell(row, column)
        height = min(self.measures.number, cell.height())
        return QRect(cell.left() + GAP, cell.top() + GAP, self.measures.number_width, height - GAP)

    def line(self, row: int, column: int, line: int, last_column: int | None = None) -> QRect:
        """A line of a day, or of a bar over several; in low weeks the first leaves room for the number."""
        cell = self.cell(row, column, last_column)
        top = cell.top() + self._first_line + line * self.measures.line
        beside = self.measures.number_width if self.is_low and line == 0 else 0
        return QRect(cell.left() + GAP + beside, top, cell.width() - 2 * GAP - beside, self.measures.line - 1)

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """Row and column of the day under a point."""
        for row in range(self.rows):
            for column in range(DAYS):
                if self.cell(row, column).contains(point):
                    return row, column
        return None


def keys_at(frame: Frame, grid: MonthGrid, point: QPoint) -> tuple[int | None, bool]:
    """The key of the entry under a point, and whether the count of the hidden ones is there."""
    place = frame.place_at(point)
    if place is None:
        return None, False
    row, column = place
    week = grid.weeks[row]
    for bar in week.bars:
        if frame.line(row, bar.first_column, bar.lane, bar.last_column).contains(point):
            return bar.key, False
    day = week.days[column]
    for line in day.lines:
        if frame.line(row, column, line.line).contains(point):
            return line.key, False
    is_more = day.more_line is not None and frame.line(row, column, day.more_line).contains(point)
    return None, is_more
