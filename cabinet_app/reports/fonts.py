"""The typefaces on paper: five cuts of Source Sans 3, and a fallback for the letters it does not have."""

import threading
from enum import StrEnum
from functools import lru_cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cabinet_app import paths


class Face(StrEnum):
    """The cuts that a style may name; the value is the file and the name in the PDF."""

    REGULAR = "SourceSans3-Regular"
    ITALIC = "SourceSans3-It"
    SEMIBOLD = "SourceSans3-Semibold"
    BOLD = "SourceSans3-Bold"
    BOLD_ITALIC = "SourceSans3-BoldIt"


FALLBACK: Final = "DroidSansFallbackFull"
NO_GLYPH: Final = "□"
"""What stands on paper for a letter that no font has; the letter itself is reported."""

_lock = threading.Lock()
_PER_THOUSAND = 1000.0


def register() -> None:
    """Make the five cuts known to reportlab; doing it again costs nothing."""
    for face in Face:
        _font(face.value)


@lru_cache(maxsize=8)
def _font(name: str) -> TTFont:
    with _lock:
        font = TTFont(name, str(paths.resources() / "fonts" / f"{name}.ttf"))
        pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=8)
def _known(name: str) -> frozenset[str]:
    return frozenset(chr(code) for code in _font(name).face.charToGlyph)


def missing_letters(text: str) -> set[str]:
    """The letters of the text that neither the family nor the fallback can print."""
    unknown = set(text) - _known(Face.REGULAR)
    return unknown - _known(FALLBACK) if unknown else set()


@lru_cache(maxsize=8192)
def split(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """The text in runs of one font each: (font name, text); unknown letters become `NO_GLYPH`."""
    known = _known(face)
    if known.issuperset(text):
        return ((face.value, text),)
    fallback = _known(FALLBACK)
    runs: list[tuple[str, str]] = []
    for char in text:
        name, shown = (
            (face.value, char)
            if char in known
            else (FALLBACK, char)
            if char in fallback
            else (face.value, NO_GLYPH)
        )
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + shown)
        else:
            runs.append((name, shown))
    return tuple(runs)


@lru_cache(maxsize=65536)
def _thousandths(text: str, face: Face) -> float:
    total = 0.0
    for name, part in split(text, face):
        widths = _font(name).face.charWidths
        default = _font(name).face.defaultWidth
        total += sum(widths.get(ord(char), default) for char in part)
    return total


def width(text: str, face: Face, size: float) -> float:
    """How wide the text is in points."""
    return _thousandths(text, face) * size / _PER_THOUSAND
