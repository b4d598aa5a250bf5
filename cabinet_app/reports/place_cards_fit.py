"""Fits a name into a box: smaller within limits, then broken at blanks and hyphens, never cut off."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cabinet_app.reports import fonts
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.styles import Style
from cabinet_app.reports.text import Align, Line, Piece, Run, wrap

LEADING: Final = 1.16
"""Line distance as a share of the size."""
LEAST: Final = 6.0
"""Nobody reads anything smaller; a word that does not fit even so is cut anywhere."""
_PIECES: Final = re.compile(r"[^ -]*-+|[^ -]+ ?| +")


@dataclass(frozen=True, slots=True)
class Limits:
    """The sizes a text may have, and on how many lines it may stand."""

    largest: float
    smallest: float
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of one size; `is_small` where the limits had to be left."""

    lines: tuple[str, ...]
    size: float
    is_small: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def fit(text: str, face: Face, width: float, height: float, limits: Limits) -> Fitted:
    """The text as large as the limits allow, on as few lines as possible; all of it in any case."""
    flat = " ".join(text.split())
    if not flat:
        return Fitted((), limits.largest)
    tries = [
        Fitted(lines, min(limits.largest, _size(lines, face, width, height)))
        for lines in itertools.islice(_splits(flat, face), limits.lines)
    ]
    for one in tries:
        if one.size >= limits.smallest:
            return Fitted(one.lines, round(one.size, 1) if one.size == limits.largest else _down(one.size))
    best = max(tries, key=_of_size)
    if best.size >= LEAST:
        return Fitted(best.lines, _down(best.size), is_small=True)
    style = Style(face, LEAST, LEAST * LEADING)
    chopped = tuple(line.text for line in wrap([Run(flat, style)], width))
    return Fitted(chopped, min(LEAST, _down(height / (len(chopped) * LEADING))), is_small=True)


def lines_of(fitted: Fitted, style: Style, width: float, align: Align = "centre") -> list[Line]:
    """The fitted text set in a style."""
    own = Style(style.face, fitted.size, fitted.size * LEADING, style.colour)
    found = []
    for words in fitted.lines:
        room = width - fonts.width(words, own.face, own.size)
        shift = {"left": 0.0, "centre": room / 2, "right": room}[align]
        found.append(Line((Piece(shift, words, own),), own.leading, own.size))
    return found


def _splits(text: str, face: Face) -> Iterator[tuple[str, ...]]:
    """The text on one line, on two, on three …, each broken where the longest line is shortest."""
    pieces = _PIECES.findall(text)
    for count in range(1, len(pieces) + 1):
        ways = (_joined(pieces, cuts) for cuts in itertools.combinations(range(1, len(pieces)), count - 1))
        yield min(ways, key=lambda lines: _widest(lines, face))


def _joined(pieces: Sequence[str], cuts: Sequence[int]) -> tuple[str, ...]:
    edges = (0, *cuts, len(pieces))
    return tuple("".join(pieces[start:end]).strip() for start, end in itertools.pairwise(edges))


def _widest(lines: Sequence[str], face: Face) -> float:
    return max(fonts.width(line, face, 1.0) for line in lines)


def _size(lines: Sequence[str], face: Face, width: float, height: float) -> float:
    widest = _widest(lines, face)
    return min(width / widest if widest else height, height / (len(lines) * LEADING))


def _down(size: float) -> float:
    """To a tenth of a point, downwards, so that it still fits."""
    return int(size * 10) / 10


def _of_size(fitted: Fitted) -> float:
    return fitted.size
