"""The day on which a body usually meets: what its rule prefers, else what its last meetings show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypeVar

from cabinet_app.domain.cadence import CadenceRule, Gathering, GatheringStatus
from cabinet_app.domain.periods import CadenceUnit, nth_weekday, windows_between

_LAST_MEETINGS = 12
_REACH = timedelta(days=31)
_FAR = 15

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Habit:
    """A weekday (0 is Monday), where known its place in the month (-1 is the last) and the hour."""

    weekday: int
    nth: int | None = None
    at: time | None = None

    def days(self, first: date, last: date) -> list[date]:
        """The usual days from `first` to `last`, in order."""
        if self.nth is None:
            start = first + timedelta(days=(self.weekday - first.weekday()) % 7)
            return [start + timedelta(days=step) for step in range(0, (last - start).days + 1, 7)]
        months = windows_between(CadenceUnit.MONTH, first, last)
        found = [nth_weekday(month.start.year, month.start.month, self.weekday, self.nth) for month in months]
        return [day for day in found if day is not None and first <= day <= last]

    def distance(self, day: date, first: date, last: date) -> int:
        """The number of days to the nearest usual day of `first`..`last`, of any time if that has none."""
        usual = self.days(first, last) or self.days(day - _REACH, day + _REACH)
        return min((abs((day - other).days) for other in usual), default=_FAR)


def habit_of(rule: CadenceRule, gatherings: Iterable[Gathering], today: date) -> Habit | None:
    """What the rule prefers, else the commonest weekday, week of the month and hour of the last held."""
    held = sorted(
        (item for item in gatherings if item.status is GatheringStatus.HELD and item.start <= today),
        key=lambda item: item.start,
        reverse=True,
    )[:_LAST_MEETINGS]
    hour = rule.preferred_time or _commonest([item.at for item in held if item.at])
    if rule.preferred_weekday is not None:
        return Habit(rule.preferred_weekday, rule.preferred_nth, hour)
    weekday = _commonest([item.start.weekday() for item in held])
    if weekday is None or sum(item.start.weekday() == weekday for item in held) == 1:
        return None
    places = [(item.start.day - 1) // 7 + 1 for item in held if item.start.weekday() == weekday]
    place = _commonest(places)
    # A place in the month that fits fewer than half of these meetings is chance, not habit.
    return Habit(weekday, place if place and places.count(place) * 2 >= len(places) else None, hour)


def _commonest(values: Sequence[Value]) -> Value | None:
    """The commonest value, of several the one that stands first."""
    return Counter(values).most_common(1)[0][0] if values else None
