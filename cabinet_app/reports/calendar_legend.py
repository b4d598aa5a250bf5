"""The lines under a calendar: the categories with their marks, and what the marks of languages mean."""

from dataclasses import dataclass, field
from typing import Final

from cabinet_app.reports.calendar_data import CalendarData
from cabinet_app.reports.calendar_plan import sign_of
from cabinet_app.reports.fonts import width
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import INK, MM, SMALL
from cabinet_app.reports.text import Line, wrap
from cabinet_app.reports.typesetter import Typesetter

_GAP: Final = 16.0


@dataclass(slots=True)
class _Item:
    x: float
    category: int
    line: Line


@dataclass(slots=True)
class _Row:
    items: list[_Item] = field(default_factory=list)


class Legend:
    """Set once per print; needed where there is more than one category or a text of another language."""

    def __init__(self, data: CalendarData, setter: Typesetter, inner: float, scale: float) -> None:
        self._style = SMALL.but(size=SMALL.size * scale, colour=INK)
        self._mark = self._style.size * 0.6
        self._rows: list[_Row] = []
        if len(data.categories) > 1:
            self._rows.append(_Row())
            self._place(data, setter, inner)
        self._notes = [line for band in setter.legend(inner) for line in band.columns[0].lines]

    def _place(self, data: CalendarData, setter: Typesetter, inner: float) -> None:
        x, indent = 0.0, self._mark + 4
        for category, name in enumerate(data.categories):
            line = wrap(setter.localized(name, self._style), inner)[0]
            last = line.pieces[-1]
            length = indent + last.x + width(last.text, last.style.face, last.style.size)
            if x and x + length > inner:
                self._rows.append(_Row())
                x = 0.0
            self._rows[-1].items.append(_Item(x, category, line))
            x += length + _GAP

    @property
    def height(self) -> float:
        lines = len(self._rows) * self._style.leading + sum(line.leading for line in self._notes)
        return lines + 3 * MM if lines else 0.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for row in self._rows:
            for item in row.items:
                sign = sign_of(item.category)
                middle = (self._style.leading - self._mark) / 2
                sheet.mark(x + item.x, y + middle, self._mark, sign.mark, sign.colour)
                sheet.line(x + item.x + self._mark + 4, y, item.line)
            y += self._style.leading
        for line in self._notes:
            sheet.line(x, y, line)
            y += line.leading
