"""From one day or hour to another, saying no part twice."""

import datetime as dt

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.date_words import DASH, NBSP
from cabinet_app.i18n.single_dates import (
    day_month,
    day_month_long,
    day_number,
    medium,
    month_name,
    month_title,
    numeric,
    time,
)


def time_range(start: dt.time, end: dt.time | None, lang: Language) -> str:
    """`9.00–10.30`; an open end leaves the beginning alone."""
    if end is None or end == start:
        return time(start, lang)
    return f"{time(start, lang)}{DASH}{time(end, lang)}"


def date_range(first: dt.date, last: dt.date | None, lang: Language) -> str:
    """The short range of tables: `13.–15. 12. 2021`, `30. 5.–2. 6. 2026`; one day is printed once."""
    if last is None or first == last:
        return numeric(first, lang)
    if first.year != last.year:
        return f"{numeric(first, lang)}{DASH}{numeric(last, lang)}"
    if first.month != last.month:
        return f"{day_month(first, lang)}{DASH}{numeric(last, lang)}"
    day = f"{first.day:02}." if lang is Language.DE else day_number(first.day, lang)
    return f"{day}{DASH}{numeric(last, lang)}"


def date_range_long(first: dt.date, last: dt.date | None, lang: Language) -> str:
    """The range with months in words: `13.–15. december 2021`, `30. maj–2. junij 2026`."""
    if last is None or first == last:
        return medium(first, lang)
    if first.year != last.year:
        return f"{medium(first, lang)}{DASH}{medium(last, lang)}"
    if first.month != last.month:
        return f"{day_month_long(first, lang)}{DASH}{medium(last, lang)}"
    return f"{day_number(first.day, lang)}{DASH}{medium(last, lang)}"


def month_range(first: dt.date, last: dt.date, lang: Language) -> str:
    """Whole months: `januar–marec 2026`, `november 2026–januar 2027`."""
    if (first.year, first.month) == (last.year, last.month):
        return month_title(first.year, first.month, lang)
    end = month_title(last.year, last.month, lang)
    if first.year == last.year:
        return f"{month_name(first.month, lang)}{DASH}{end}"
    return f"{month_title(first.year, first.month, lang)}{DASH}{end}"


def week_range(d: dt.date, lang: Language) -> str:
    """The ISO week of a day with its dates: `teden 51 (20.–26. 12. 2021)`."""
    from cabinet_app.i18n.single_dates import week_label

    monday = d - dt.timedelta(days=d.weekday())
    return f"{week_label(d, lang)}{NBSP}({date_range(monday, monday + dt.timedelta(days=6), lang)})"
