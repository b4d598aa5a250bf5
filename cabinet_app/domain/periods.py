"""Calendar windows: the week, month, quarter, half-year and year in which an obligation is judged."""

import calendar
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

_ONE_DAY = timedelta(days=1)


class CadenceUnit(StrEnum):
    """The calendar windows that an obligation can name; weeks are ISO weeks and begin on Monday."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


_MONTHS = {CadenceUnit.MONTH: 1, CadenceUnit.QUARTER: 3, CadenceUnit.HALF_YEAR: 6, CadenceUnit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `start` to `end`, both included; `unit` is None for the gap between two meetings."""

    unit: CadenceUnit | None
    start: date
    end: date

    @property
    def year(self) -> int:
        """The year that the window is counted in; for a week the ISO year."""
        return self.start.isocalendar().year if self.unit is CadenceUnit.WEEK else self.start.year

    @property
    def number(self) -> int:
        """Its place in the year: number of the ISO week, month, quarter or half-year; 1 for the others."""
        if self.unit is CadenceUnit.WEEK:
            return self.start.isocalendar().week
        return (self.start.month - 1) // _MONTHS[self.unit] + 1 if self.unit else 1

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end

    def next(self) -> "Window":
        """The window of the same unit that follows; a gap has none and raises `ValueError`."""
        return window_of(_unit(self), self.end + _ONE_DAY)

    def previous(self) -> "Window":
        """The window of the same unit that comes before; a gap has none and raises `ValueError`."""
        return window_of(_unit(self), self.start - _ONE_DAY)


def _unit(window: Window) -> CadenceUnit:
    if window.unit is None:
        raise ValueError("A gap between two meetings has no neighbours.")
    return window.unit


def window_of(unit: CadenceUnit, day: date) -> Window:
    """The window of this unit that contains the day."""
    if unit is CadenceUnit.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Window(unit, monday, monday + timedelta(days=6))
    months = _MONTHS[unit]
    first_month = (day.month - 1) // months * months + 1
    last_month = first_month + months - 1
    last_day = calendar.monthrange(day.year, last_month)[1]
    return Window(unit, date(day.year, first_month, 1), date(day.year, last_month, last_day))


def windows_between(unit: CadenceUnit, first: date, last: date) -> list[Window]:
    """Every window of this unit that shares a day with `first`..`last`, in order; none if reversed."""
    if last < first:
        return []
    # The days around New Year may belong to a week of the year before or after.
    years = range(max(first.year - 1, date.min.year), min(last.year + 1, date.max.year) + 1)
    if unit is not CadenceUnit.WEEK:
        years = range(first.year, last.year + 1)
    windows = [window for year in years for window in _windows_of_year(unit, year)]
    start = bisect_left(windows, first, key=_end)
    return windows[start : bisect_right(windows, last, lo=start, key=_start)]


@lru_cache(maxsize=2048)
def _windows_of_year(unit: CadenceUnit, year: int) -> tuple[Window, ...]:
    """The windows that are counted in this year, in order."""
    # The fourth of January always lies in the first ISO week.
    window = window_of(unit, date(year, 1, 4))
    windows = []
    while window.year == year:
        windows.append(window)
        if window.end >= date(year, 12, 31):
            break
        window = window.next()
    return tuple(windows)


def _start(window: Window) -> date:
    return window.start


def _end(window: Window) -> date:
    return window.end


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth Monday (0) … Sunday (6) of a month; -1 is the last one; None where the month has no fifth."""
    first = date(year, month, 1)
    days = calendar.monthrange(year, month)[1]
    offset = (weekday - first.weekday()) % 7
    count = (days - offset - 1) // 7 + 1
    if nth == -1:
        nth = count
    return first + timedelta(days=offset + 7 * (nth - 1)) if 1 <= nth <= count else None
