"""Folding for search and sort keys for the alphabets of the three languages."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from cabinet_app.domain.texts import Language

# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN: Final = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ß": "ss",
    }
)
_TYPOGRAPHY: Final = str.maketrans("–—‐−’‘„“”", '----\'\'"""')
_MARKS: Final = range(0x300, 0x370)

# Letters of their own in Slovenian: the letter they follow and a sign that sorts after every letter.
_SLOVENIAN: Final = {"č": "c{", "ć": "c|", "đ": "d{", "š": "s{", "ž": "z{"}
_SLOVENIAN_CASES: Final = frozenset("".join(_SLOVENIAN) + "".join(_SLOVENIAN).upper())
# Cyrillic letters whose code point is not their place in the Serbian, Macedonian and Russian alphabets.
_CYRILLIC: Final = {
    "й": "й", "ђ": "д\uffee", "ѓ": "д\uffed", "ѕ": "з\uffee", "ј": "и\uffee", "і": "и\uffed", "љ": "л\uffee",
    "њ": "н\uffee", "ћ": "т\uffee", "ќ": "т\uffed", "џ": "ч\uffee",
}  # fmt: skip
# Between the levels of a key and between its words: lower than every digit and letter, in this order.
_LEVEL: Final = " "
_GAP: Final = "!"
_LAST_LATIN: Final = 0x24F

_Sign = tuple[str, bool, str]
"""A letter of a key, whether it is upper case, and its accent; a mark of the letter before has no accent."""


def fold(text: str) -> str:
    """The form in which texts are searched: lower case, no Latin diacritics, đ as d, ß as ss, single blanks.

    Other scripts keep their letters (й stays й); folding twice changes nothing.
    """
    if _FOLDED_ALONE.issuperset(text):
        return " ".join(text.lower().translate(_FOLDED).split())
    return _folded(text)


def _folded(text: str) -> str:
    """The same for any text at all."""
    letters: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()):
        if ord(char) in _MARKS:
            if latin:
                continue
        else:
            latin = not unicodedata.combining(char) and ord(char) <= _LAST_LATIN
        letters.append(char)
    plain = "".join(letters).translate(_PLAIN).translate(_TYPOGRAPHY)
    return " ".join(unicodedata.normalize("NFC", plain).split())


def sort_key(text: str, lang: Language) -> str:
    """A string whose plain code-point order is the alphabet of `lang`, fit to be stored in a column.

    First by letters (sl: č and ć after c, đ after d, š, ž; de by DIN 5007-1: ä as a, ß as ss), numbers by
    value and before letters, Cyrillic and Chinese after Latin; then by accents; then lower case before upper.
    Compare it byte by byte (SQLite's BINARY, PostgreSQL's "C").
    """
    composed = unicodedata.normalize("NFC", text)
    # The key differs between the languages only where Slovenian has letters of its own.
    own = lang is Language.SL and not _SLOVENIAN_CASES.isdisjoint(composed)
    return _sort_key(composed, Language.SL if own else Language.EN)


@lru_cache(maxsize=256)
def _sort_key(composed: str, lang: Language) -> str:
    key = _Key(lang)
    for char in composed:
        key.add(char)
    return key.finish()


class _Key:
    """The levels of one sort key while its text is read."""

    __slots__ = ("_accents", "_cases", "_digits", "_lang", "_letters")

    def __init__(self, lang: Language) -> None:
        self._lang = lang
        self._letters: list[str] = []
        self._accents: list[str] = []
        self._cases: list[str] = []
        self._digits = ""

    def add(self, char: str) -> None:
        digits, is_gap, signs = _signs(char, self._lang)
        if digits:
            self._digits += digits
            return
        self._end_number()
        if is_gap:
            if self._letters and self._letters[-1] != _GAP:
                self._append(_GAP)
            return
        for sign, upper, accent in signs:
            if accent:
                self._append(sign, upper=upper, accent=accent)
            else:
                self._mark(sign)

    def finish(self) -> str:
        self._end_number()
        if self._letters and self._letters[-1] == _GAP:
            self._letters.pop()
        accents = "".join(self._accents).rstrip("-")
        cases = "".join(self._cases).rstrip("0")
        return _LEVEL.join(("".join(self._letters), accents, cases)).rstrip(_LEVEL)

    def _append(self, letter: str, *, upper: bool = False, accent: str = "-") -> None:
        self._letters.append(letter)
        self._accents.append(accent)
        self._cases.append("1" if upper else "0")

    def _mark(self, mark: str) -> None:
        if self._accents:
            self._accents[-1] = f"{self._accents[-1].strip('-')}{ord(mark):04x}"

    def _end_number(self) -> None:
        """A number is written with its length before it, so that 2 stands before 10."""
        if self._digits:
            figure = self._digits.lstrip("0")
            self._append(f"{len(figure)}{figure}" if len(figure) < 10 else f":{len(figure):04}{figure}")  # noqa: PLR2004
            self._digits = ""


@lru_cache(maxsize=4096)
def _signs(char: str, lang: Language) -> tuple[str, bool, tuple[_Sign, ...]]:
    """What a character adds to a key: its digits, a gap, or letters and marks."""
    value = unicodedata.digit(char, None)
    if value is not None:
        return str(value), False, ()
    category = unicodedata.category(char)
    if category[0] == "Z" or category in {"Pd", "Cc"} or char == "/":
        return "", True, ()
    if category[0] == "M":
        return "", False, ((char, False, ""),)
    return "", False, tuple(_letter_signs(char, lang)) if category[0] in "LN" else ()


def _letter_signs(char: str, lang: Language) -> Iterator[_Sign]:
    upper = char != char.lower()
    for low in char.lower():
        own = _SLOVENIAN.get(low) if lang is Language.SL else None
        if own := own or _CYRILLIC.get(low):
            yield own, upper, "-"
            continue
        for part in unicodedata.normalize("NFKD", low):
            if unicodedata.combining(part):
                yield part, False, ""
            else:
                plain = part.translate(_PLAIN)
                for letter in plain:
                    yield letter, upper, "-" if plain == part else "~"


# What nearly all texts are made of: characters whose fold does not depend on their neighbours.
_FOLDED: Final = {
    ord(char): _folded(char) for char in "áàâäąãćčçđéèêëęěíìîïłľńňñóòôöőõøřŕśšșťțúùûüůűýźżžßæœ–—’‘„“”»«…"
}
_FOLDED_ALONE: Final = frozenset(
    [*map(chr, range(128)), *map(chr, _FOLDED), *(chr(code).upper() for code in _FOLDED if chr(code) != "ß")]
)
