"""Names beside the dots of a map so that none lies on another, on a dot or over the edge."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, y downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, other: "Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to be placed: its dot and the size of its words."""

    dot: Point
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Where the words stand; `line` leads from the dot to words that stand apart from it."""

    box: Box
    line: tuple[Point, Point] | None = None


_NEAR: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""The directions tried, the best to read first: right, left, above, below, then the corners."""
_APART: Final = (2.0, 3.2, 4.6, 6.2, 8.0, 10.0, 12.5, 15.0, 18.0)
"""How far away words go that find no room beside their dot, in heights of a line."""
_ATTEMPTS: Final = 12
_ROUND: Final = tuple(
    (math.cos(turn * math.pi / 8), math.sin(turn * math.pi / 8))
    for turn in (0, 8, -1, 1, 9, 7, -2, 2, 6, 10, 3, 5, -3, 11, -4, 4)
)
"""The directions they go in, sideways first."""


def place_labels(
    wanted: Sequence[Wanted], area: Box, *, radius: float, gap: float, taken: Sequence[Box] = ()
) -> list[PlacedLabel | None]:
    """A place for each name in the order given; None where there is no room. The first one has its choice.

    `radius` is that of the dots, all of which are kept free; `taken` are further places to be kept free. Who
    finds no room chooses earlier at the next attempt.
    """
    room = _Room(wanted, area, radius, gap, taken)
    first, rest = list(range(len(wanted)))[:1], list(range(len(wanted)))[1:]
    best = room.fill([*first, *rest])
    for attempt in range(_ATTEMPTS):
        if _cost(best) == (0, 0.0):
            break
        lost = [number for number in rest if best[number] is None]
        turn = (attempt * len(rest)) // _ATTEMPTS
        turned = [*rest[turn:], *rest[:turn]]
        found = room.fill([*first, *lost, *(number for number in turned if number not in lost)])
        if _cost(found) < _cost(best):
            best = found
    return best


def _cost(placed: Sequence[PlacedLabel | None]) -> tuple[int, float]:
    """Names left out first of all, then the length of the lines."""
    lines = (label.line for label in placed if label is not None and label.line is not None)
    return placed.count(None), sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in lines)


class _Room:
    """The sheet with its dots; names are written in one order and then in another."""

    def __init__(
        self, wanted: Sequence[Wanted], area: Box, radius: float, gap: float, taken: Sequence[Box]
    ) -> None:
        self._wanted = wanted
        self._area = area
        self._taken = taken
        self._dots = [_square(one.dot, radius) for one in wanted]
        self._hearts = [_square(one.dot, radius / 2) for one in wanted]
        self._offers = [
            [label for label in _candidates(one, radius, gap) if self._is_free(label, number)]
            for number, one in enumerate(wanted)
        ]

    def fill(self, order: Sequence[int]) -> list[PlacedLabel | None]:
        """Every name at the first of its places that is left, in this order."""
        placed: list[PlacedLabel | None] = [None] * len(self._wanted)
        full: list[Box] = []
        lines: list[tuple[Point, Point]] = []
        for number in order:
            found = next((label for label in self._offers[number] if _fits(label, full, lines)), None)
            if found is not None:
                full.append(found.box)
                if found.line:
                    lines.append(found.line)
            placed[number] = found
        return placed

    def _is_free(self, label: PlacedLabel, number: int) -> bool:
        """Whether it lies on the sheet and clear of dots, whatever other names do."""
        box, line = label.box, label.line
        if not box.lies_in(self._area) or any(box.meets(one) for one in (*self._dots, *self._taken)):
            return False
        others = (dot for place, dot in enumerate(self._hearts) if place != number)
        return line is None or not any(_crosses(line, one) for one in (*others, *self._taken))


def _fits(label: PlacedLabel, full: Sequence[Box], lines: Sequence[tuple[Point, Point]]) -> bool:
    if any(label.box.meets(box) for box in full) or any(_crosses(line, label.box) for line in lines):
        return False
    return label.line is None or not (
        any(_crosses(label.line, box) for box in full) or any(_cross(label.line, line) for line in lines)
    )


def _candidates(one: Wanted, radius: float, gap: float) -> Iterator[PlacedLabel]:
    for across, down in _NEAR:
        yield PlacedLabel(_beside(one, across, down, radius + gap))
    for far in _APART:
        for cosine, sine in _ROUND:
            box = _apart(one, cosine, sine, radius + far * one.height)
            yield PlacedLabel(box, (one.dot, _nearest(one.dot, box)))


def _apart(one: Wanted, across: float, down: float, away: float) -> Box:
    """A box whose nearest edge lies that far away; straight above and below it is centred."""
    x, y = one.dot[0] + across * away, one.dot[1] + down * away
    left = x - one.width * (0.5 - across / 2)
    return Box(left, y - one.height * (0.5 - down / 2), one.width, one.height)


def _beside(one: Wanted, across: int, down: int, away: float) -> Box:
    x, y = one.dot
    if across and down:
        away *= 0.75
    left = x + away if across > 0 else x - away - one.width if across < 0 else x - one.width / 2
    top = y + away if down > 0 else y - away - one.height if down < 0 else y - one.height / 2
    return Box(left, top, one.width, one.height)


def _square(dot: Point, radius: float) -> Box:
    return Box(dot[0] - radius, dot[1] - radius, 2 * radius, 2 * radius)


def _nearest(point: Point, box: Box) -> Point:
    """The point of the box that is nearest to `point`."""
    return min(max(point[0], box.left), box.right), min(max(point[1], box.top), box.bottom)


def _crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a line runs through a box (Liang and Barsky)."""
    (x, y), (end_x, end_y) = line
    enters, leaves = 0.0, 1.0
    for step, room in (
        (x - end_x, x - box.left),
        (end_x - x, box.right - x),
        (y - end_y, y - box.top),
        (end_y - y, box.bottom - y),
    ):
        if step == 0:
            if room <= 0:
                return False
        elif step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    return enters < leaves


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two lines cross between their ends."""
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
