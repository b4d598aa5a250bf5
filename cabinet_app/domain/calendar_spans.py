"""The spans a calendar shows: whole weeks, months, quarters, years, and the way from one to the next."""

import calendar
from datetime import date, timedelta
from typing import Final

MONTHS: Final = 12
_QUARTER: Final = 3
_WEEK: Final = timedelta(days=7)
Span = tuple[date, date]
"""The first and the last day, both included."""


def week_of(day: date) -> Span:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def month_of(day: date) -> Span:
    last = calendar.monthrange(day.year, day.month)[1]
    return day.replace(day=1), day.replace(day=last)


def quarter_of(day: date) -> Span:
    first = day.replace(month=day.month - (day.month - 1) % _QUARTER, day=1)
    return first, month_of(months_on(first, _QUARTER - 1))[1]


def year_of(day: date) -> Span:
    return date(day.year, 1, 1), date(day.year, 12, 31)


def months_on(day: date, step: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + step, MONTHS)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> tuple[tuple[int, int], ...]:
    """The months from the one to the other as (year, month), both included."""
    end = max(first, last)
    span = range(first.year * MONTHS + first.month - 1, end.year * MONTHS + end.month)
    return tuple((number // MONTHS, number % MONTHS + 1) for number in span)


def weeks_between(first: date, last: date) -> tuple[tuple[date, ...], ...]:
    """The whole weeks from the one day to the other, Monday first."""
    monday, end = week_of(first)[0], week_of(max(first, last))[1]
    count = ((end - monday).days + 1) // 7
    return tuple(
        tuple(monday + number * _WEEK + timedelta(days=weekday) for weekday in range(7))
        for number in range(count)
    )
