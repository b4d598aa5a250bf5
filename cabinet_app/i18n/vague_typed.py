"""Vague dates as sources and people word them, read to EDTF; what is not understood keeps its wording."""

import datetime as dt
import re
from typing import Final

from cabinet_app.domain.texts import Language
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.errors import ValueRejected
from cabinet_app.i18n.collation import fold
from cabinet_app.i18n.date_lexicon import MONTH_WORDS, WEEKDAY_WORDS
from cabinet_app.i18n.source_wording import SourceWording, recognise

_ABOUT: Final = re.compile(
    r"(?:okoli|okrog|priblizno|pribl\.?|ca\.?|circa|c\."
    r"|um den|um die|um|etwa|ungefahr|about|around|approximately) ?"
)
_MAYBE: Final = re.compile(
    r"(?:verjetno|domnevno|morda|vermutlich|wohl|vielleicht|probably|possibly|perhaps) "
)
_LEAD: Final = re.compile(
    r"(?:z dne|dne|v letu|leta|leto|v|im jahre?|jahr|im|am|den|dem|vom|in the year"
    r"|the year|in the|in|on|the) "
)
_YEAR: Final = re.compile(r"(?P<year>\d{4})\.?")
_MONTH_WORD: Final = re.compile(r"(?P<month>[a-z]+)\.?,? (?:leta |letu |des jahres |of )?(?P<year>\d{4})")
_MONTH_FIGURES: Final = re.compile(r"(?P<month>\d{1,2})(?:\. ?|/)(?P<year>\d{4})")
_DAY_FIGURES: Final = re.compile(r"(?P<day>\d{1,2})[./] ?(?P<month>\d{1,2})[./] ?(?P<year>\d{4})\.?")
_DAY_WORD: Final = re.compile(
    r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?(?P<month>[a-z]+)\.?,? (?:leta )?(?P<year>\d{4})"
)
_WORD_DAY: Final = re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_DECADE: Final = re.compile(r"(?P<decade>\d{3})0(?:s|er-jahren?|er jahren?|er|-ih letih|-a leta|-ta leta)")
_DECADE_SL: Final = re.compile(r"(?P<tens>\d)0\. (?:leta|letih) (?P<century>\d{2})\. stoletja")
_SPAN: Final = re.compile(
    r"(?:(?:od|von|vom|from|between|med|zwischen) )?(?P<start>.+?)"
    r"(?: do | bis zum | bis | to | and | in | und | ?- ?)(?P<end>.+)"
)
_SEASONS: Final = {"spring": ("03", "05"), "summer": ("06", "08"), "autumn": ("09", "11")}
_HALVES: Final = {1: ("01", "06"), 2: ("07", "12")}
_LAST_WEEK: Final = 5
_THURSDAY: Final = 3


def parse_vague(text: str, lang: Language, today: dt.date) -> VagueDate:  # noqa: ARG001 - all three are read alike
    """`1958`, `oktober 1975`, `25. 7. 2008`, `konec decembra 2022`, `okoli 1960`, `1957-1965`, raw EDTF.

    A wording that says more than EDTF can is kept beside it, and a text that is not understood is kept alone.
    """
    typed = " ".join(text.split())
    if exact := _edtf(typed):
        return exact
    if told := recognise(typed):
        return VagueDate(_edtf_of(told), typed)
    return _read(fold(typed)) or VagueDate("", typed)


def _edtf(text: str) -> VagueDate | None:
    try:
        return VagueDate(text)
    except ValueRejected:
        return None


def _edtf_of(told: SourceWording) -> str:
    if told.part == "week":
        monday = _week_of_month(told)
        return f"{monday}/{monday + dt.timedelta(days=6)}"
    if span := _HALVES[told.number] if told.part == "half" else _SEASONS.get(told.part):
        return f"{told.year}-{span[0]}/{told.year}-{span[1]}"
    return f"{told.year}-{told.month:02}~" if told.month else f"{told.year}~"


def _week_of_month(told: SourceWording) -> dt.date:
    """Its Monday: a week belongs to the month of its Thursday, as ISO 8601 counts the weeks of a year."""
    first = dt.date(told.year, told.month, 1)
    thursday = first + dt.timedelta(days=(_THURSDAY - first.weekday()) % 7 + 7 * (min(told.number, 4) - 1))
    following = thursday + dt.timedelta(days=7)
    if told.number == _LAST_WEEK and following.month == told.month:
        thursday = following
    return thursday - dt.timedelta(days=_THURSDAY)


def _read(folded: str) -> VagueDate | None:
    rest, about = _taken(_ABOUT, folded)
    rest, maybe = _taken(_MAYBE, rest)
    if rest.endswith("?"):
        rest, maybe = rest.removesuffix("?").strip(), True
    mark = "%" if about and maybe else "~" if about else "?" if maybe else ""
    if point := _point(rest):
        return _edtf(point + mark)
    if not mark and (match := _SPAN.fullmatch(rest)):
        return _span(match["start"], match["end"])
    return None


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    match = pattern.match(text)
    return (text[match.end() :], True) if match else (text, False)


def _point(folded: str) -> str:
    """One year, month, day or decade in EDTF, empty if it is none."""
    head, comma, rest = folded.partition(", ")
    if comma and (set(head.split()) & WEEKDAY_WORDS.keys()):
        folded = rest
    text = _LEAD.sub("", folded, count=1) if _LEAD.match(folded) else folded
    if match := _YEAR.fullmatch(text):
        return match["year"]
    if match := _DAY_FIGURES.fullmatch(text) or _DAY_WORD.fullmatch(text) or _WORD_DAY.fullmatch(text):
        month = _month(match["month"])
        return f"{match['year']}-{month:02}-{int(match['day']):02}" if month else ""
    if match := _MONTH_WORD.fullmatch(text) or _MONTH_FIGURES.fullmatch(text):
        month = _month(match["month"])
        return f"{match['year']}-{month:02}" if month else ""
    if match := _DECADE.fullmatch(text):
        return f"{match['decade']}X"
    if match := _DECADE_SL.fullmatch(text):
        return f"{int(match['century']) - 1}{match['tens']}X"
    return ""


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTH_WORDS.get(word, 0)


def _span(start: str, end: str) -> VagueDate | None:
    """An interval; a beginning without its year or month (`13.-15. 12. 2021`) takes them from the end."""
    last = _point(end)
    for tail in ("", *_tails(end)):
        if last and (first := _point(f"{start}{tail}")):
            return _edtf(f"{first}/{last}")
    return None


def _tails(end: str) -> list[str]:
    words = end.replace(".", ". ").split()
    return [f" {' '.join(words[position:])}" for position in range(1, len(words))]
