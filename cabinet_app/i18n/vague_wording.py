"""A vague date at its own precision: never more exact than its source."""

from datetime import date

from cabinet_app.domain.texts import Language
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n.date_ranges import date_range_long, month_range
from cabinet_app.i18n.date_words import DASH, MONTHS_GENITIVE_SL, NBSP
from cabinet_app.i18n.single_dates import genitive, medium, month_title
from cabinet_app.i18n.source_wording import SourceWording, recognise


def vague(vague_date: VagueDate, lang: Language, *, standalone: bool = True) -> str:
    """`2008`, `oktober 1975`, `konec decembra 2022`; an unknown date is its wording, or nothing.

    With `standalone=False` the form for running text, with its preposition: `leta 2008`, `im Oktober 1975`,
    `on 25 July 2008`.
    """
    first, last = vague_date.earliest, vague_date.latest
    if first is None or last is None:
        return vague_date.wording
    told = recognise(vague_date.wording)
    if told and _agrees(told, first, last):
        return told.said(lang, standalone=standalone)
    if "/" in vague_date.edtf:
        text = _interval(vague_date.edtf, lang, standalone=standalone)
    elif vague_date.is_approximate:
        text = _approximate(vague_date.precision, first, lang, standalone=standalone)
    elif standalone:
        text = _alone(vague_date.precision, first, lang)
    else:
        text = _in_sentence(vague_date.precision, first, lang)
    return f"{text}{NBSP}(?)" if vague_date.is_uncertain else text


def vague_bound(vague_date: VagueDate, lang: Language) -> str:
    """A vague date behind `od`, `do`, `bis` or `until`: `konca decembra 2022`, `Ende Dezember 2022`."""
    first, last = vague_date.earliest, vague_date.latest
    if lang is not Language.SL or first is None or last is None or "/" in vague_date.edtf:
        return vague(vague_date, lang)
    told = recognise(vague_date.wording)
    if told and _agrees(told, first, last) and (words := told.genitive_sl()):
        return words
    around = "okoli " if vague_date.is_approximate else ""
    return f"{around}{_genitive(vague_date.precision, first)}"


def _agrees(told: SourceWording, first: date, last: date) -> bool:
    """Whether a wording may speak for the date: a date corrected later is printed as corrected."""
    within_year = first.year == told.year == last.year or (told.part == "week" and first.year == told.year)
    return within_year and (not told.month or told.month in {first.month, last.month})


def _alone(precision: str, first: date, lang: Language) -> str:
    if precision == "day":
        return medium(first, lang)
    if precision == "month":
        return month_title(first.year, first.month, lang)
    return _decade(first.year, lang, standalone=True) if precision == "decade" else str(first.year)


def _in_sentence(precision: str, first: date, lang: Language) -> str:
    if precision == "decade":
        return _decade(first.year, lang, standalone=False)
    if lang is Language.SL:
        return _genitive(precision, first)
    if lang is Language.DE:
        preposition = {"day": "am", "month": "im"}.get(precision, "im Jahr")
    else:
        preposition = "on" if precision == "day" else "in"
    return f"{preposition} {_alone(precision, first, lang)}"


def _genitive(precision: str, first: date) -> str:
    """The Slovenian form after `od`, `do` and `okoli`, and of a day, month or year in running text."""
    if precision == "day":
        return genitive(first, Language.SL)
    if precision == "decade":
        century, tens = first.year // 100 + 1, first.year % 100
        decade = {0: "prvega desetletja", 10: "drugega desetletja"}.get(tens, f"{tens}.{NBSP}let")
        return f"{decade} {century}.{NBSP}stoletja"
    word = MONTHS_GENITIVE_SL[first.month - 1] if precision == "month" else "leta"
    return f"{word}{NBSP}{first.year}"


def _approximate(precision: str, first: date, lang: Language, *, standalone: bool) -> str:
    if lang is Language.SL:
        return f"okoli {_genitive(precision, first)}"
    text = _alone(precision, first, lang)
    if lang is Language.DE:
        return f"um {'den ' if precision == 'day' else 'die ' if precision == 'decade' else ''}{text}"
    return f"c.{NBSP}{text}" if standalone else f"around {text}"


def _decade(year: int, lang: Language, *, standalone: bool) -> str:
    if lang is Language.SL:
        century, tens = year // 100 + 1, year % 100
        if tens < 20:  # noqa: PLR2004 - Slovenian names the decades of a century from the twenties on
            word = {0: ("prvo", "prvem"), 10: ("drugo", "drugem")}[tens][not standalone]
            noun = "desetletje" if standalone else "desetletju"
            return f"{'' if standalone else 'v '}{word} {noun} {century}.{NBSP}stoletja"
        words = f"{tens}.{NBSP}leta" if standalone else f"v {tens}.{NBSP}letih"
        return f"{words} {century}.{NBSP}stoletja"
    if lang is Language.DE:
        return f"{year}er-Jahre" if standalone else f"in den {year}er-Jahren"
    return f"{year}s" if standalone else f"in the {year}s"


def _interval(edtf: str, lang: Language, *, standalone: bool) -> str:
    start, end = (VagueDate(part) for part in edtf.split("/"))
    first, last = start.earliest, end.latest
    assert first
    assert last
    if not standalone:
        return _interval_in_sentence(start, end, lang)
    kinds = {start.precision, end.precision}
    if start.is_approximate or end.is_approximate or len(kinds) > 1:
        return f"{vague(start, lang)} {DASH} {vague(end, lang)}"
    if kinds == {"day"}:
        return date_range_long(first, last, lang)
    if kinds == {"month"}:
        return month_range(first, last, lang)
    return f"{vague(start, lang)}{DASH}{vague(end, lang)}"


def _interval_in_sentence(start: VagueDate, end: VagueDate, lang: Language) -> str:
    first, last = start.earliest, end.latest
    assert first
    assert last
    if lang is Language.SL:
        first_of_end = end.earliest or last
        return f"od {_genitive(start.precision, first)} do {_genitive(end.precision, first_of_end)}"
    if lang is Language.EN:
        return f"from {_bound(start, first, lang)} to {_bound(end, last, lang)}"
    lead = "vom" if start.precision == "day" else "von"
    until = {"day": "bis zum", "decade": "bis zu"}.get(end.precision, "bis")
    return f"{lead} {_bound(start, first, lang)} {until} {_bound(end, last, lang)}"


def _bound(point: VagueDate, day: date, lang: Language) -> str:
    """One end of a span behind its preposition; decades take their article."""
    if point.precision == "decade":
        return _decade(day.year // 10 * 10, lang, standalone=False).removeprefix("in ")
    return _alone(point.precision, day, lang)
