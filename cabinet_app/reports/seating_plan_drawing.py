"""The drawing of a table to scale: chairs with numbers and names, sides named for those who sit at them."""

from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import Place
from cabinet_app.domain.seating_geometry import Spot, TableLayout
from cabinet_app.domain.visits import DelegationSide
from cabinet_app.i18n.precedence_words import printed_name
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.place_cards_fit import Limits, fit, lines_of
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import HAIRLINE, MM, MUTED, PAPER, TINT, Style
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter

LARGEST_PITCH: Final = 30 * MM
"""A seat on paper is never broader, however small the table."""
_UPRIGHT_BELOW: Final = 21 * MM
"""Narrower seats have their names written along the seat's depth."""
_LOW: Final = 19 * MM
_HIGH: Final = 40 * MM
_LEAST_HIGH: Final = 26 * MM
_LEAST_DEPTH: Final = 18 * MM
_END: Final = 36 * MM
_AWAY: Final = 1.6 * MM
_BETWEEN: Final = 1.6 * MM
_NUMBER: Final = 4.6 * MM
_NAME: Final = Style(Face.SEMIBOLD)
_SIDE: Final = Style(Face.SEMIBOLD, 11, 14, MUTED)
_GUEST_TINT: Final = "#E6EEF8"
_EMPTY: Final = Limits(8, 6, 1)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a drawing: the two long sides as drawn, the middle of the table, an empty seat."""

    above: str
    below: str
    middle: str
    empty: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A table for a box on paper; `numbers` are those of the list, `at` who sits where."""

    layout: TableLayout
    at: dict[Place, Ranked]
    numbers: dict[int, int]
    labels: Labels
    setter: Typesetter
    width: float
    most_height: float

    @property
    def pitch(self) -> float:
        """The breadth of a seat on paper."""
        ends = 2 * (_END + _AWAY) if self.layout.has_ends else 0.0
        by_width = min((self.width - ends) / self.layout.width, LARGEST_PITCH)
        depth = self.most_height - self._around(_HIGH if by_width < _UPRIGHT_BELOW else _LOW)
        by_height = max(depth, _LEAST_DEPTH) / self.layout.depth
        # A low page makes the table smaller, but never so narrow that names would have to be turned.
        return by_width if by_width < _UPRIGHT_BELOW else max(min(by_width, by_height), _UPRIGHT_BELOW)

    @property
    def height(self) -> float:
        return self._table_depth + self._around(self._box)

    @property
    def scale(self) -> int:
        """How many times larger the real table is, one seat being 70 cm."""
        return round(700 * MM / self.pitch)

    @property
    def _is_upright(self) -> bool:
        return self.pitch < _UPRIGHT_BELOW

    @property
    def _box(self) -> float:
        if not self._is_upright:
            return _LOW
        around = self._around(0.0)
        return max(min(_HIGH, (self.most_height - _LEAST_DEPTH - around) / self._rows), _LEAST_HIGH)

    @property
    def _rows(self) -> int:
        """How many rows of chairs lie above one another."""
        return 2 + self.layout.has_row_above + self.layout.has_row_below

    @property
    def _table_depth(self) -> float:
        room = self.most_height - self._around(self._box)
        return max(min(self.layout.depth * self.pitch, room), _LEAST_DEPTH)

    def _around(self, box: float) -> float:
        """What the chairs on both sides take of the height."""
        rows = self._rows
        return rows * box + 2 * _AWAY + (rows - 2) * _BETWEEN

    def paint(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it, its upper left corner at (x, y)."""
        long = self.layout.width * self.pitch
        left = x + (self.width - long) / 2
        above = self._box + _AWAY + (self._box + _BETWEEN if self.layout.has_row_above else 0)
        top = y + above
        sheet.box(left, top, long, self._table_depth, fill=TINT, border=HAIRLINE, weight=0.8, radius=2 * MM)
        self._sides(sheet, left, top, long)
        for spot in self.layout.spots:
            self._seat(sheet, left, top, spot)

    def _sides(self, sheet: Sheet, left: float, top: float, long: float) -> None:
        """Each side is named so that those who sit there can read it."""
        depth = self._table_depth
        if self.labels.above:
            with sheet.turned(left + long / 2, top + depth / 2, 180):
                self._centred(sheet, left, top + depth - _SIDE.leading - 2 * MM, long, self.labels.above)
        if self.labels.below:
            self._centred(sheet, left, top + depth - _SIDE.leading - 2 * MM, long, self.labels.below)
        if self.labels.middle:
            style = Style(Face.REGULAR, 9, 12, MUTED)
            room = long - 8 * MM
            fitted = fit(self.labels.middle, style.face, room, depth / 3, Limits(10, 7, 2))
            lines = lines_of(fitted, style, room)
            at = top + (depth - sum(line.leading for line in lines)) / 2
            for line in lines:
                sheet.line(left + 4 * MM, at, line)
                at += line.leading

    def _centred(self, sheet: Sheet, x: float, y: float, width: float, words: str) -> None:
        fitted = fit(words, _SIDE.face, width, _SIDE.leading, Limits(_SIDE.size, 7, 1))
        for line in lines_of(fitted, _SIDE, width):
            sheet.line(x, y, line)

    def _seat(self, sheet: Sheet, left: float, top: float, spot: Spot) -> None:
        """A chair: a box with the number towards the table and the name beside it."""
        x, y, width, height = self._box_of(left, top, spot)
        one = self.at.get(spot.place)
        is_guest = one is not None and one.delegation.side is DelegationSide.GUEST
        fill = _GUEST_TINT if is_guest else PAPER
        sheet.box(
            x, y, width, height, fill=fill, border=MUTED if one else HAIRLINE, weight=0.6, radius=1.2 * MM
        )
        if one is None:
            self._text(sheet, x, y, width, height, self.labels.empty, _NAME.but(colour=MUTED), _EMPTY)
            return
        number = str(self.numbers[one.delegate.id])
        style = Style(Face.SEMIBOLD, 7.5, _NUMBER, MUTED)
        line = lines_of(fit(number, style.face, width, _NUMBER, Limits(7.5, 6, 1)), style, width)[0]
        inner = height - _NUMBER
        # The number stands at the edge of the table, the name away from it.
        name_y = y if spot.looks > 0 else y + _NUMBER
        number_y = y + inner if spot.looks > 0 else y
        sheet.line(x, number_y, Line(line.pieces, _NUMBER, line.size))
        name = "".join(run.text for run in self.setter.plain(printed_name(one, self.setter.t), bound=False))
        limits = Limits(9.5, 8, 4)
        if self._is_upright and spot.looks:
            self._text_upright(sheet, x, name_y, width, inner, name)
        else:
            self._text(sheet, x, name_y, width, inner, name, _NAME, limits)

    def _box_of(self, left: float, top: float, spot: Spot) -> tuple[float, float, float, float]:
        """The rectangle of a chair: x, y, width, height."""
        depth = self._table_depth
        if not spot.looks:
            x = left - _AWAY - _END if spot.x < 0 else left + self.layout.width * self.pitch + _AWAY
            return x, top + (depth - _LOW) / 2, _END, _LOW
        second = spot.y < -1 or spot.y > self.layout.depth + 1
        away = _AWAY + (self._box + _BETWEEN if second else 0)
        y = top - away - self._box if spot.looks > 0 else top + depth + away
        margin = 0.8 * MM
        x = left + (spot.x - 0.5) * self.pitch + margin
        return x, y, self.pitch - 2 * margin, self._box

    def _text(
        self,
        sheet: Sheet,
        x: float,
        y: float,
        width: float,
        height: float,
        words: str,
        style: Style,
        limits: Limits,
    ) -> None:
        pad = 1.1 * MM
        fitted = fit(words, style.face, width - 2 * pad, height - pad, limits)
        lines = lines_of(fitted, style, width - 2 * pad)
        at = y + (height - fitted.height) / 2
        for line in lines:
            sheet.line(x + pad, at, line)
            at += line.leading

    def _text_upright(
        self, sheet: Sheet, x: float, y: float, width: float, height: float, words: str
    ) -> None:
        """The name from below upwards, in the middle of the seat."""
        middle_x, middle_y = x + width / 2, y + height / 2
        with sheet.turned(middle_x, middle_y, -90):
            self._text(
                sheet,
                middle_x - height / 2,
                middle_y - width / 2,
                height,
                width,
                words,
                _NAME,
                Limits(11.5, 9, 3),
            )
