"""Text on paper: made safe, bound where a line must not break, broken into lines of a width.

Nothing here reads markup, so what a person typed can only ever be printed as it was typed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.reports import fonts
from cabinet_app.reports.styles import Style

NBSP: Final = "\u00a0"
Align = Literal["left", "right", "centre"]
Hyphenate = Callable[[str], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Piece:
    """A run placed in its line, `x` points from the column's left edge."""

    x: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; an empty one is white space of the height `leading`."""

    pieces: tuple[Piece, ...]
    leading: float
    size: float = 0.0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


_LINE_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\u0085\u000b\u000c]")
_INVISIBLE: Final = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(text: str) -> str:
    """What a person typed, without what cannot be printed: controls, direction marks, half characters."""
    if text.isascii() and text.isprintable():
        return text
    flat = _LINE_BREAKS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    return "".join(char for char in flat if char == "\n" or unicodedata.category(char) not in _INVISIBLE)


_BOUND: Final = (
    (re.compile(r"(?<=\d\.) (?=\w)"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:h|min|km|m|kg|EUR|€|%|Uhr|let|leta|oseb|dni)\b|[€%])"), NBSP),
    (re.compile(r"(?<=\b[nN]r\.) (?=\d)|(?<=\b[šŠ]t\.) (?=\d)|(?<=\b[nN]o\.) (?=\d)|(?<=§) "), NBSP),
    (
        re.compile(r"(?<=\b[dD]r\.) |(?<=\bmag\.) |(?<=\b[pP]rof\.) |(?<=\bIng\.) |(?<=\bMag\.) |(?<=\bDI) "),
        NBSP,
    ),
    (re.compile(r" (?=[–—] )"), NBSP),
    (re.compile(r"(?<=[^\W\d]) (?=\d{1,4}$)"), NBSP),
)
_SLOVENIAN_BOUND: Final = re.compile(r"(?<![^\s(»])([vkszhoVKSZHO]) (?=\w)")


def bind(text: str, language: Language) -> str:
    """The text with no-break spaces where a good typesetter would not break the line."""
    if " " not in text:
        return text
    for pattern, space in _BOUND:
        text = pattern.sub(space, text)
    return _SLOVENIAN_BOUND.sub(rf"\1{NBSP}", text) if language is Language.SL else text


@lru_cache(maxsize=3)
def hyphenation(language: Language) -> Hyphenate:
    """Where words of the language may be cut."""
    import pyphen

    if language is Language.DE:
        dictionary = pyphen.Pyphen(filename=str(paths.resources() / "hyphenation" / "hyph_de_1996.dic"))
    else:
        dictionary = pyphen.Pyphen(lang={Language.SL: "sl_SI", Language.EN: "en_GB"}[language])
    return lambda word: tuple(int(position) for position in dictionary.positions(word))


ROUNDING: Final = 0.01


@dataclass(slots=True)
class _Word:
    """What stays together on a line: its runs, and the blank behind it (none after a hyphen)."""

    runs: list[Run]
    blank: Style | None = None
    ends_line: bool = False

    @property
    def width(self) -> float:
        return sum(fonts.width(run.text, run.style.face, run.style.size) for run in self.runs)


_TEXT_OR_BLANK = re.compile(r"\n|[ \u2009\u200a\u3000]+|[^ \n\u2009\u200a\u3000]+")
_INSIDE = re.compile(
    r"(?<=[^\W\d]{2}[-\u2010/])(?=\w)|(?<=\d{4}–)(?=\d)|(?<=[\u3400-\u9fff\uf900-\ufaff])(?=[\u3400-\u9fff\uf900-\ufaff])"
)
_LETTERS = re.compile(r"[^\W\d_]{6,}")
LONGEST_WORD: Final = 60
"""Longer words are no words of a language and are cut anywhere."""


def _words(runs: Iterable[Run]) -> Iterator[_Word]:
    word = _Word([])
    for run in runs:
        for piece in _TEXT_OR_BLANK.findall(run.text):
            if piece == "\n":
                word.ends_line = True
                yield word
                word = _Word([])
            elif piece.isspace():
                if word.runs:
                    word.blank = run.style
                    yield word
                    word = _Word([])
            else:
                *firsts, last = _INSIDE.split(piece)
                for part in firsts:
                    word.runs.append(Run(part, run.style))
                    yield word
                    word = _Word([])
                word.runs.append(Run(last, run.style))
    if word.runs:
        yield word


class _Breaker:
    """Fills lines of one width, greedily, with words cut only where the gap would be ugly."""

    SLACK = 0.16
    """The share of the line that may stay empty before a word is cut."""

    def __init__(self, width: float, align: Align, hyphenate: Hyphenate | None) -> None:
        self._width = max(width, 1.0)
        self._align = align
        self._hyphenate = hyphenate
        self._pieces: list[Piece] = []
        self._x = 0.0
        self._blank: Style | None = None
        self.lines: list[Line] = []

    def add(self, word: _Word) -> None:
        gap = self._gap()
        if self._x + gap + word.width > self._width + ROUNDING:
            word = self._squeeze(word, gap)
        gap = self._gap()
        if gap and self._blank:
            self._put(" ", self._blank)
        for run in word.runs:
            self._put(run.text, run.style)
        self._blank = word.blank

    def end_line(self, style: Style) -> None:
        size = max((piece.style.size for piece in self._pieces), default=style.size)
        leading = max((piece.style.leading for piece in self._pieces), default=style.leading)
        shift = {"left": 0.0, "right": self._width - self._x, "centre": (self._width - self._x) / 2}[
            self._align
        ]
        pieces = tuple(Piece(piece.x + shift, piece.text, piece.style) for piece in self._pieces)
        self.lines.append(Line(pieces, leading, size))
        self._pieces, self._x, self._blank = [], 0.0, None

    def _gap(self) -> float:
        blank = self._blank
        return fonts.width(" ", blank.face, blank.size) if blank and self._pieces else 0.0

    def _put(self, text: str, style: Style) -> None:
        width = fonts.width(text, style.face, style.size)
        if self._pieces and self._pieces[-1].style == style:
            last = self._pieces[-1]
            self._pieces[-1] = Piece(last.x, last.text + text, style)
        else:
            self._pieces.append(Piece(self._x, text, style))
        self._x += width

    def _squeeze(self, word: _Word, gap: float) -> _Word:
        """Start a new line, leaving as much of the word on the old one as its hyphens allow."""
        room = self._width - self._x - gap
        if len(word.runs) == 1 and (room > self.SLACK * self._width or word.width > self._width):
            cut = self._hyphen(word.runs[0], room)
            if cut:
                if gap and self._blank:
                    self._put(" ", self._blank)
                self._put(cut[0], word.runs[0].style)
                word = _Word([Run(cut[1], word.runs[0].style)], word.blank)
        if self._pieces:
            self.end_line(word.runs[0].style)
        while word.width > self._width + ROUNDING:
            cut = self._hyphen(word.runs[0], self._width) if len(word.runs) == 1 else None
            if not cut:
                return self._chop(word)
            style = word.runs[0].style
            self._put(cut[0], style)
            self.end_line(style)
            word = _Word([Run(cut[1], style)], word.blank)
        return word

    def _hyphen(self, run: Run, room: float) -> tuple[str, str] | None:
        found = _LETTERS.search(run.text)
        if not self._hyphenate or not found or len(run.text) > LONGEST_WORD:
            return None
        for position in reversed(self._hyphenate(found.group())):
            head = run.text[: found.start() + position] + "-"
            if fonts.width(head, run.style.face, run.style.size) <= room:
                return head, run.text[found.start() + position :]
        return None

    def _chop(self, word: _Word) -> _Word:
        """Cut an endless word at the last letters that fit; what remains for the last line is returned."""
        for run in word.runs:
            start = 0
            used = self._x
            for index, char in enumerate(run.text):
                letter = fonts.width(char, run.style.face, run.style.size)
                if used + letter > self._width and (used or index > start):
                    self._put(run.text[start:index], run.style)
                    self.end_line(run.style)
                    start, used = index, 0.0
                used += letter
            self._put(run.text[start:], run.style)
        return _Word([], word.blank)


_UNEVEN = re.compile(r"^ | $|  |[\n\u2009\u200a\u3000]")


def _whole(runs: Sequence[Run], width: float, align: Align) -> Line | None:
    """The runs on one line where they fit, which most cells of most tables do; None where words must move."""
    if _UNEVEN.search("".join(run.text for run in runs)):
        return None
    pieces: list[Piece] = []
    x = 0.0
    for run in runs:
        if pieces and pieces[-1].style == run.style:
            pieces[-1] = Piece(pieces[-1].x, pieces[-1].text + run.text, run.style)
        else:
            pieces.append(Piece(x, run.text, run.style))
        x += fonts.width(run.text, run.style.face, run.style.size)
        if x > width + ROUNDING:
            return None
    if not pieces:
        return None
    if align != "left":
        shift = (max(width, 1.0) - x) / (1 if align == "right" else 2)
        pieces = [Piece(piece.x + shift, piece.text, piece.style) for piece in pieces]
    leading = max(piece.style.leading for piece in pieces)
    return Line(tuple(pieces), leading, max(piece.style.size for piece in pieces))


def wrap(
    runs: Sequence[Run],
    width: float,
    *,
    align: Align = "left",
    hyphenate: Hyphenate | None = None,
) -> list[Line]:
    """The runs in lines of at most `width` points; line ends in the text are kept."""
    if (line := _whole(runs, width, align)) is not None:
        return [line]
    breaker = _Breaker(width, align, hyphenate)
    last: _Word | None = None
    style = runs[0].style if runs else Style()
    for word in _words(runs):
        if word.runs:
            style = word.runs[0].style
            breaker.add(word)
        if word.ends_line:
            breaker.end_line(style)
        last = word
    if last is not None and not last.ends_line:
        breaker.end_line(style)
    return breaker.lines


def shorten(text: str, style: Style, width: float) -> tuple[str, bool]:
    """The text on one line, whole or up to the last word that fits and an ellipsis; whether it was cut."""
    flat = " ".join(text.split())
    if fonts.width(flat, style.face, style.size) <= width:
        return flat, False
    words = flat.split(" ")
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count]).rstrip(" ,;:·–-") + "\u00a0…"
        if fonts.width(head, style.face, style.size) <= width:
            return head, True
    return "…", True
