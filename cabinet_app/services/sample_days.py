"""The days of the sample register: written relative to today, so that every view shows life whatever the day.

An entry may name its day, or several of them, in `on`; its record says the rest from there.

| in `on` | is |
|---|---|
| `+12d`, `-3d`, `0d` | so many days from today, further on to a working day; `0d` is today itself |
| `week+1:thu`, `week-9..9:mon` | that weekday of next week; of every week from nine before to nine after |
| `month-1:10`, `month+0:tue2`, `month-12..1:fri-1` | a day of a month, its second Tuesday, its last Friday |
| `year-1:12-03` | a day of a year, working day or not |

Days of weeks and months that are no working days move to the next one, at the end of a month to the one
before, or fall out where the entry says so.

| in the record | is |
|---|---|
| `@day`, `@day+2d`, `@day-7d 17:00` | the day of the entry, days from it, at an hour |
| `@month-11` | the first day of the month so many months from today's |
| `@planned|held` | the first until the day is over, then the second |
| `@confirmed|under_way|concluded` | before, during and after the days of the record |
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from cabinet_app.domain.cadence import WorkingCalendar
from cabinet_app.domain.periods import nth_weekday

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ONE_DAY = timedelta(days=1)
_FROM_TODAY = re.compile(r"(?P<days>[+-]?\d+)d")
_SERIES = re.compile(r"(?P<unit>week|month|year)(?P<first>[+-]\d+)(\.\.(?P<last>-?\d+))?:(?P<place>[\w-]+)")
_NTH_WEEKDAY = re.compile(r"(?P<weekday>[a-z]{3})(?P<nth>-1|[1-5])")
_MONTH_IN_RECORD = re.compile(r"@month(?P<months>[+-]\d+)")
_IN_RECORD = re.compile(r"@day((?P<days>[+-]\d+)d)?( (?P<time>\d\d:\d\d))?")


def days_of(text: str, today: date, house: WorkingCalendar, *, moves: bool = True) -> Iterator[date]:
    """The days that an `on` names, in its order; `ValueError` if it is not in the notation.

    Without `moves` those of weeks and months that are no working days fall out.
    """
    if match := _FROM_TODAY.fullmatch(text):
        yield _away_from(today, int(match["days"]), house)
        return
    match = _SERIES.fullmatch(text)
    if match is None:
        raise ValueError(f"No day of the sample: {text!r}")
    first = int(match["first"])
    for step in range(first, int(match["last"] or first) + 1):
        day = _place_in(match["unit"], match["place"], step, today)
        if match["unit"] == "year" or house.is_working_day(day):
            yield day
        elif moves:
            yield _working(day, house, match["unit"])


def resolved(value: Any, day: date | None, today: date) -> Any:
    """The document with every `@day` replaced, and then every `@before|after` of its own statuses."""
    dated = _dated(value, day, today)
    if not isinstance(dated, dict):
        return dated
    first = str(dated.get("starts_on") or dated.get("starts_at") or day or "")[:10]
    last = max(first, str(dated.get("ends_on") or "")[:10])
    return {key: _status(item, first, last, today.isoformat()) for key, item in dated.items()}


def _dated(value: Any, day: date | None, today: date) -> Any:
    if isinstance(value, dict):
        return {key: _dated(item, day, today) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, day, today) for item in value]
    return _day_in(value, day, today) if isinstance(value, str) else value


def _day_in(text: str, day: date | None, today: date) -> str:
    """The day that a text of a record names; the text itself where it names none."""
    if match := _MONTH_IN_RECORD.fullmatch(text):
        return _place_in("month", "1", int(match["months"]), today).isoformat()
    match = _IN_RECORD.fullmatch(text)
    if match is None or day is None:
        return text
    moved = (day + timedelta(days=int(match["days"] or 0))).isoformat()
    return f"{moved}T{match['time']}" if match["time"] else moved


def _status(value: Any, first: str, last: str, today: str) -> Any:
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    before, *during, after = value[1:].split("|")
    if last < today:
        return after
    return during[0] if during and first <= today else before


def _away_from(today: date, days: int, house: WorkingCalendar) -> date:
    """Moved on in its own direction, so that what is past stays past."""
    day = today + timedelta(days=days)
    while days and not house.is_working_day(day):
        day += _ONE_DAY if days > 0 else -_ONE_DAY
    return day


def _place_in(unit: str, place: str, step: int, today: date) -> date:
    if unit == "week":
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(weeks=step, days=_WEEKDAYS.index(place))
    if unit == "year":
        return date.fromisoformat(f"{today.year + step}-{place}")
    months = today.year * 12 + today.month - 1 + step
    year, month = months // 12, months % 12 + 1
    if match := _NTH_WEEKDAY.fullmatch(place):
        found = nth_weekday(year, month, _WEEKDAYS.index(match["weekday"]), int(match["nth"]))
        if found is None:
            raise ValueError(f"No such day in the month: {place}")
        return found
    return date(year, month, min(int(place), calendar.monthrange(year, month)[1]))


def _working(day: date, house: WorkingCalendar, unit: str) -> date:
    """The next working day; within its month the one before where the month has no more."""
    moved = day
    while not house.is_working_day(moved):
        moved += _ONE_DAY
    if unit == "month" and moved.month != day.month:
        moved = day
        while not house.is_working_day(moved):
            moved -= _ONE_DAY
    return moved
