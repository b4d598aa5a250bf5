"""One day, month, week or moment, written as the documents of each language write it."""

import datetime as dt

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.date_words import (
    MONTHS,
    MONTHS_GENITIVE_SL,
    MONTHS_SHORT,
    NBSP,
    WEEKDAYS,
    WEEKDAYS_ACCUSATIVE_SL,
    WEEKDAYS_SHORT,
)


def month_name(month: int, lang: Language) -> str:
    return MONTHS[lang][month - 1]


def month_abbr(month: int, lang: Language) -> str:
    return MONTHS_SHORT[lang][month - 1]


def month_title(year: int, month: int, lang: Language) -> str:
    return f"{month_name(month, lang)}{NBSP}{year}"


def weekday_name(d: dt.date, lang: Language) -> str:
    return WEEKDAYS[lang][d.weekday()]


def weekday_abbr(d: dt.date, lang: Language) -> str:
    return WEEKDAYS_SHORT[lang][d.weekday()]


def iso_week(d: dt.date) -> int:
    """ISO 8601 week number, the one all three countries print (Babel counts Slovenian weeks otherwise)."""
    return d.isocalendar().week


def week_label(d: dt.date, lang: Language) -> str:
    word = {Language.SL: "teden", Language.DE: "KW", Language.EN: "week"}[lang]
    return f"{word}{NBSP}{iso_week(d)}"


def day_month(d: dt.date, lang: Language) -> str:
    """The day without its year, for columns and axes: `14. 12.`, `14.12.`, `14 Dec`."""
    if lang is Language.SL:
        return f"{d.day}.{NBSP}{d.month}."
    if lang is Language.DE:
        return f"{d.day:02}.{d.month:02}."
    return f"{d.day}{NBSP}{month_abbr(d.month, lang)}"


def day_month_long(d: dt.date, lang: Language) -> str:
    """The day without its year in words: `14. december`, `14. Dezember`, `14 December`."""
    return f"{day_number(d.day, lang)}{NBSP}{month_name(d.month, lang)}"


def day_number(day: int, lang: Language) -> str:
    """The day of a month as an ordinal where the language writes one: `14.`, `14.`, `14`."""
    return f"{day}" if lang is Language.EN else f"{day}."


def numeric(d: dt.date, lang: Language) -> str:
    """The short date of tables and columns: `14. 12. 2021`, `14.12.2021`, `14 Dec 2021`."""
    gap = "" if lang is Language.DE else NBSP
    return f"{day_month(d, lang)}{gap}{d.year}"


def medium(d: dt.date, lang: Language) -> str:
    """The date with its month in words: `14. december 2021`."""
    return f"{day_month_long(d, lang)}{NBSP}{d.year}"


def long(d: dt.date, lang: Language) -> str:
    """The date with its weekday, for headings: `torek, 14. december 2021`."""
    return f"{weekday_name(d, lang)}, {medium(d, lang)}"


def genitive(d: dt.date, lang: Language) -> str:
    """The form inside a Slovenian sentence, `14. decembra 2021`; the other languages have only one form."""
    if lang is Language.SL:
        return f"{d.day}.{NBSP}{MONTHS_GENITIVE_SL[d.month - 1]}{NBSP}{d.year}"
    return medium(d, lang)


def sentence(d: dt.date, lang: Language) -> str:
    """With weekday and preposition, for running text: `v torek, 14. decembra 2021`."""
    if lang is Language.SL:
        return f"v {WEEKDAYS_ACCUSATIVE_SL[d.weekday()]}, {genitive(d, lang)}"
    if lang is Language.DE:
        return f"am {weekday_name(d, lang)}, dem {medium(d, lang)}"
    return f"on {long(d, lang)}"


def sentence_at(d: dt.date, at: dt.time, lang: Language) -> str:
    """Day and hour for running text: `v sredo, 10. februarja 2027, ob 17. uri`."""
    comma = "" if lang is Language.EN else ","
    return f"{sentence(d, lang)}{comma} {time_sentence(at, lang)}"


def time(t: dt.time, lang: Language) -> str:
    """The hour of tables and programmes, 24 hours: `9.00`, `9.00`, `09:00`."""
    return f"{t:%H:%M}" if lang is Language.EN else f"{t.hour}.{t.minute:02}"


def time_sentence(t: dt.time, lang: Language) -> str:
    """The hour with its preposition: `ob 17. uri`, `ob 17.30`; `um 17.30 Uhr`; `at 5.00 p.m.`."""
    if lang is Language.SL:
        return f"ob{NBSP}{time(t, lang)}" if t.minute else f"ob {t.hour}.{NBSP}uri"
    if lang is Language.DE:
        return f"um {time(t, lang) if t.minute else t.hour}{NBSP}Uhr"
    return f"at {t.hour % 12 or 12}.{t.minute:02}{NBSP}{'a.m.' if t.hour < 12 else 'p.m.'}"  # noqa: PLR2004


def timestamp(moment: dt.datetime, lang: Language) -> str:
    """Day and hour of a note or a file: `14. 12. 2021 ob 17.18`, `14.12.2021, 17.18 Uhr`."""
    day, hour = numeric(moment.date(), lang), time(moment.time(), lang)
    if lang is Language.SL:
        return f"{day} ob{NBSP}{hour}"
    return f"{day}, {hour}{NBSP}Uhr" if lang is Language.DE else f"{day}, {hour}"
