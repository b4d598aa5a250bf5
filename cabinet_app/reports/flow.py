"""Bands of text that run down a page and over to the next: paragraphs, rows of tables, boxes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import HAIR, HAIRLINE
from cabinet_app.reports.text import Line


@dataclass(slots=True)
class Column:
    """Lines under one another, `x` points from the left edge of the text."""

    x: float
    lines: list[Line] = field(default_factory=list)

    @property
    def height(self) -> float:
        return sum(line.leading for line in self.lines)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over the whole width of the text or from `x` on."""

    colour: str = HAIRLINE
    weight: float = HAIR
    x: float = 0.0


Painter = Callable[[Sheet, float, float], None]
"""Draws under the words of a band, given the sheet and the band's upper left corner."""


@dataclass(slots=True)
class Band:
    """Columns side by side that move down the page together.

    `keep` holds it together with the band after it. A row (`whole`) goes to the next page rather than being
    cut, unless it is higher than a page. `head` is repeated above it where it begins a page. `stripe` is the
    colour of a bar to the left, `tint` a ground behind it.
    """

    columns: list[Column]
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    whole: bool = False
    above: Rule | None = None
    below: Rule | None = None
    pad: float = 0.0
    head: "Band | None" = None
    stripe: str | None = None
    paint: Painter | None = None
    tint: str | None = None

    @property
    def height(self) -> float:
        """Without the white before and after it."""
        return max((column.height for column in self.columns), default=0.0) + 2 * self.pad

    @property
    def is_empty(self) -> bool:
        return not any(column.lines for column in self.columns)


@dataclass(frozen=True, slots=True)
class Placed:
    """A band at its place; `y` is measured from the top of the page's text."""

    y: float
    band: Band


ORPHANS = 2
_ROUNDING = 0.01


def paginate(bands: list[Band], first_height: float, height: float) -> list[list[Placed]]:
    """The bands on pages; the first page has its own height. Nothing is ever too high to print."""
    return _Pages(first_height, height).run([band for band in bands if not band.is_empty])


class _Pages:
    def __init__(self, first_height: float, height: float) -> None:
        self._height = height
        self._room = first_height
        self._y = 0.0
        self._pages: list[list[Placed]] = [[]]

    def run(self, bands: list[Band]) -> list[list[Placed]]:
        start = 0
        while start < len(bands):
            end = start
            while bands[end].keep and end + 1 < len(bands):
                end += 1
            chain = bands[start : end + 1]
            if self._pages[-1] and not self._fits(chain):
                self._turn()
            for band in chain:
                self._place(band)
            start = end + 1
        return self._pages

    def _fits(self, chain: list[Band]) -> bool:
        needed = sum(band.before + band.height + band.after for band in chain[:-1])
        last = chain[-1]
        needed += last.before + (last.height if last.whole else _least(last))
        return self._y + needed <= self._room + _ROUNDING or needed > self._height

    def _turn(self) -> None:
        self._pages.append([])
        self._room = self._height
        self._y = 0.0

    def _place(self, band: Band) -> None:
        while True:
            before = band.before if self._y else 0.0
            if band.head and (not self._y or self._y + before + band.height > self._room):
                before = self._place_head(band, before)
            left = self._room - self._y - before
            if band.height <= left + _ROUNDING:
                self._put(band, before)
                return
            head, rest = _cut(band, left, force=not self._y or self._is_only_head())
            if head:
                self._put(head, before)
            self._turn()
            band = rest

    def _place_head(self, band: Band, before: float) -> float:
        if self._y:
            if not band.whole or band.height > self._height:
                return before
            self._turn()
        if band.head:
            self._put(band.head, 0.0)
            self._y += band.head.after
        return 0.0

    def _is_only_head(self) -> bool:
        return len(self._pages[-1]) == 1

    def _put(self, band: Band, before: float) -> None:
        self._pages[-1].append(Placed(self._y + before, band))
        self._y += before + band.height + band.after


def _least(band: Band) -> float:
    """The height of the smallest part that may stand at the foot of a page."""
    lines = [column.lines for column in band.columns]
    count = 1 if len(lines) > 1 else ORPHANS
    if any(len(column) <= count + 1 for column in lines) and len(lines) == 1:
        return band.height
    return max((sum(line.leading for line in column[:count]) for column in lines), default=0.0) + 2 * band.pad


def _cut(band: Band, room: float, *, force: bool) -> tuple[Band | None, Band]:
    """The part that fits into `room` and the rest; nothing fits where a line or two would be left alone."""
    counts = [_count(column.lines, room - 2 * band.pad) for column in band.columns]
    single = len(band.columns) == 1
    if single:
        total = len(band.columns[0].lines)
        counts[0] = min(counts[0], total - ORPHANS) if total - counts[0] < ORPHANS else counts[0]
        if counts[0] < ORPHANS and not force:
            counts[0] = 0
    elif (
        any(count == 0 and column.lines for count, column in zip(counts, band.columns, strict=True))
        and not force
    ):
        counts = [0] * len(counts)
    if not any(count > 0 for count in counts):
        if not force:
            return None, replace(band, before=0.0)
        counts = [min(1, len(column.lines)) for column in band.columns]
    upper = [
        Column(column.x, column.lines[:count]) for column, count in zip(band.columns, counts, strict=True)
    ]
    lower = [
        Column(column.x, column.lines[count:]) for column, count in zip(band.columns, counts, strict=True)
    ]
    return replace(band, columns=upper, after=0.0, below=None), replace(
        band, columns=lower, before=0.0, above=None
    )


def _count(lines: list[Line], room: float) -> int:
    used = 0.0
    for index, line in enumerate(lines):
        used += line.leading
        if used > room + _ROUNDING:
            return index
    return len(lines)
