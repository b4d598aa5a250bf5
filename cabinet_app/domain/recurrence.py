"""The days of a series by its rule: each is worked out from the rule alone, never from the one before."""

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.domain.series import Frequency, MeetingSeries

HOUSE: Final = ("SI",)
GREATEST_INTERVAL: Final = 12
LAST: Final = -1
ORDINALS: Final = (1, 2, 3, 4, LAST)
SAFE_MONTH_DAYS: Final = 28
_ONE_DAY = timedelta(days=1)
_FEBRUARY, _LEAP_DAY = 2, 29
# The longest that a rule can be silent: a yearly 29 February every 12 years, over 2100.
_LONGEST_SILENCE = timedelta(days=366 * 25)
_BY_MONTH = frozenset({Frequency.MONTHLY_WEEKDAY, Frequency.MONTHLY_DAY, Frequency.WORKING_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a series comes again; the fields are those of `MeetingSeries`. `until` is the last local day."""

    frequency: Frequency = Frequency.WEEKLY
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    month_day: int | None = None
    month: int | None = None
    until: date | None = None
    count: int | None = None


def rule_of(series: MeetingSeries) -> Rule:
    """The rule of a series with the fields alone that its frequency looks at."""
    frequency = series.frequency
    names = _FIELDS[frequency]
    return Rule(
        frequency=frequency,
        interval=series.interval,
        weekdays=tuple(sorted(set(series.weekdays))) if "weekdays" in names else (),
        nth=series.nth if "nth" in names else None,
        month_day=series.month_day if "month_day" in names else None,
        month=series.month if "month" in names else None,
        until=series.until,
        count=None if series.until else series.count,
    )


def with_rule(series: MeetingSeries, rule: Rule) -> MeetingSeries:
    """A copy of the series that comes again by this rule."""
    return replace(
        series,
        frequency=rule.frequency,
        interval=rule.interval,
        weekdays=list(rule.weekdays),
        nth=rule.nth,
        month_day=rule.month_day,
        month=rule.month,
        until=rule.until,
        count=rule.count,
        countries=list(series.countries),
        bodies=list(series.bodies),
    )


def days(series: MeetingSeries, last: date, calendar: HolidayCalendar | None = None) -> Iterator[date]:
    """The days of the rule from the first start up to `last`, both ends included, in order.

    `count` and `until` end it. Without a calendar, working days are those of the countries of the series, or
    of Slovenia if it names none. A FOREIGN series has no days that we could work out.
    """
    if series.starts_at is None or flaws(series):
        return
    rule, first = rule_of(series), series.starts_at.date()
    end = min(last, rule.until) if rule.until else last
    found = (day for day in _unbounded(rule, first, end, calendar or calendar_of(series)) if day >= first)
    for day in islice(found, rule.count):
        if day > end:
            return
        yield day


def starts_between(
    series: MeetingSeries, first: date, last: date, calendar: HolidayCalendar | None = None
) -> list[datetime]:
    """The starts on the days from `first` to `last` by the wall clock of the zone of the series."""
    at = series.starts_at.time() if series.starts_at else time.min
    return [datetime.combine(day, at) for day in days(series, last, calendar) if day >= first]


def first_day(series: MeetingSeries, calendar: HolidayCalendar | None = None) -> date | None:
    """The first day of the rule; None if it has none."""
    if series.starts_at is None:
        return None
    far = series.starts_at.date()
    far = far + min(_LONGEST_SILENCE, date.max - far)
    return next(days(series, far, calendar), None)


def begins_by_its_rule(series: MeetingSeries) -> bool:
    """Whether the first start is a day of the rule; RFC 5545 leaves open what else would count."""
    return series.starts_at is not None and first_day(series) == series.starts_at.date()


def calendar_of(series: MeetingSeries) -> HolidayCalendar:
    """The holidays of the countries of a series, those of the house if it names none."""
    return HolidayCalendar(series.countries or HOUSE)


def flaws(series: MeetingSeries) -> tuple[str, ...]:
    """The fields of the rule that cannot be as they are; empty if it can be followed.

    A day from 29 to 31 is no day of every month: `month_day` is told, and the last day offered by who asks.
    """
    rule, found = rule_of(series), []
    if rule.frequency is Frequency.FOREIGN:
        return ("frequency",)
    if not 1 <= rule.interval <= _greatest_interval(rule.frequency):
        found.append("interval")
    needed = _FIELDS[rule.frequency]
    if "weekdays" in needed and not _are_weekdays(rule):
        found.append("weekdays")
    if "nth" in needed and rule.nth not in ORDINALS:
        found.append("nth")
    if "month" in needed and rule.month not in range(1, 13):
        found.append("month")
    elif "month_day" in needed and not _is_month_day(rule):
        found.append("month_day")
    if rule.count is not None and rule.count < 1:
        found.append("count")
    if rule.until and series.starts_at and rule.until < series.starts_at.date():
        found.append("until")
    return tuple(found)


def is_leap_day(rule: Rule) -> bool:
    """Whether the rule names 29 February, which comes in leap years only."""
    return rule.frequency is Frequency.YEARLY and (rule.month, rule.month_day) == (_FEBRUARY, _LEAP_DAY)


def period_of(series: MeetingSeries, day: date) -> tuple[date, date]:
    """The first and the last day of the period of the rule that the day belongs to.

    It is not left when a meeting gives way to a holiday: the days or weeks of the interval, a month, a year.
    """
    rule = rule_of(series)
    if rule.frequency is Frequency.YEARLY:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if rule.frequency in _BY_MONTH:
        return day.replace(day=1), _last_of_month(day.year, day.month)
    if rule.frequency is Frequency.WEEKLY:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=7 * rule.interval - 1)
    return day, day + timedelta(days=rule.interval - 1)


def _are_weekdays(rule: Rule) -> bool:
    is_valid = bool(rule.weekdays) and all(day in range(7) for day in rule.weekdays)
    return is_valid and (rule.frequency is Frequency.WEEKLY or len(rule.weekdays) == 1)


def _is_month_day(rule: Rule) -> bool:
    if rule.month_day is None:
        return False
    if rule.month_day == LAST:
        return True
    longest = SAFE_MONTH_DAYS
    if rule.frequency is Frequency.YEARLY and rule.month:
        longest = _LEAP_DAY if rule.month == _FEBRUARY else months.monthrange(2001, rule.month)[1]
    return 1 <= rule.month_day <= longest


def _greatest_interval(frequency: Frequency) -> int:
    return 366 if frequency is Frequency.DAILY else GREATEST_INTERVAL


def _unbounded(rule: Rule, first: date, last: date, calendar: HolidayCalendar) -> Iterator[date]:
    """The days of the rule up to `last`, in order; those of the first period may lie before `first`."""
    if rule.frequency is Frequency.DAILY:
        yield from _stepping(first, last, timedelta(days=rule.interval))
    elif rule.frequency is Frequency.WEEKLY:
        monday = first - timedelta(days=first.weekday())
        for week in _stepping(monday, last, timedelta(weeks=rule.interval)):
            left = (last - week).days
            yield from (week + timedelta(days=weekday) for weekday in rule.weekdays if weekday <= left)
    elif rule.frequency is Frequency.YEARLY:
        for year in range(first.year, last.year + 1, rule.interval):
            assert rule.month
            yield from _day_of_month(year, rule.month, rule.month_day)
    else:
        number, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        for month in range(number, end + 1, rule.interval):
            yield from _in_month(rule, month // 12, month % 12 + 1, calendar)


def _stepping(first: date, last: date, step: timedelta) -> Iterator[date]:
    number = 0
    while (last - first) // step >= number:
        yield first + number * step
        number += 1


def _in_month(rule: Rule, year: int, month: int, calendar: HolidayCalendar) -> Iterator[date]:
    if rule.frequency is Frequency.MONTHLY_DAY:
        yield from _day_of_month(year, month, rule.month_day)
        return
    assert rule.nth
    first, last = date(year, month, 1), _last_of_month(year, month)
    if rule.frequency is Frequency.WORKING_DAY:
        working = calendar.working_dates(first, last)
        place = rule.nth - 1 if rule.nth > 0 else LAST
        yield from working[place:][:1]
    elif rule.nth == LAST:
        yield last - timedelta(days=(last.weekday() - rule.weekdays[0]) % 7)
    else:
        yield first + timedelta(days=(rule.weekdays[0] - first.weekday()) % 7 + 7 * (rule.nth - 1))


def _day_of_month(year: int, month: int, day: int | None) -> Iterator[date]:
    last = _last_of_month(year, month)
    if day == LAST:
        yield last
    elif day is not None and day <= last.day:
        yield date(year, month, day)


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, months.monthrange(year, month)[1])


_FIELDS: Final[dict[Frequency, frozenset[str]]] = {
    Frequency.DAILY: frozenset(),
    Frequency.WEEKLY: frozenset({"weekdays"}),
    Frequency.MONTHLY_WEEKDAY: frozenset({"weekdays", "nth"}),
    Frequency.MONTHLY_DAY: frozenset({"month_day"}),
    Frequency.WORKING_DAY: frozenset({"nth"}),
    Frequency.YEARLY: frozenset({"month", "month_day"}),
    Frequency.FOREIGN: frozenset(),
}
