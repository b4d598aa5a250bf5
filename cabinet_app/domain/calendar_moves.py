"""Moving and resizing an entry by hand: whole days, or quarters of an hour on the wall clock."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

QUARTER: Final = 15
"""Minutes to which hours snap while they are dragged."""
_ONE_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Times:
    """When a record begins and ends; the end may be open, that of whole days is the midnight after."""

    starts_at: datetime
    ends_at: datetime | None = None
    all_day: bool = False

    @property
    def last_day(self) -> date:
        """The last day, of whole days that of the end or the one before its midnight."""
        if self.ends_at is None or self.ends_at <= self.starts_at:
            return self.starts_at.date()
        at_midnight = self.ends_at.time() == time.min
        return self.ends_at.date() - _ONE_DAY if at_midnight else self.ends_at.date()

    def by_days(self, days: int) -> "Times":
        """The same hours some days on."""
        step = timedelta(days=days)
        return Times(self.starts_at + step, self.ends_at and self.ends_at + step, self.all_day)

    def by_minutes(self, minutes: int) -> "Times":
        """The same length, later or earlier."""
        step = timedelta(minutes=minutes)
        return Times(self.starts_at + step, self.ends_at and self.ends_at + step, self.all_day)

    def ending(self, ends_at: datetime) -> "Times":
        """With another end, at least a quarter of an hour after the beginning."""
        return Times(self.starts_at, max(ends_at, self.starts_at + QUARTER * _MINUTE), self.all_day)

    def ending_on(self, day: date) -> "Times":
        """Whole days up to this one, the first day at least; hours keep their clock."""
        last = max(day, self.starts_at.date())
        if self.all_day:
            return Times(self.starts_at, datetime.combine(last + _ONE_DAY, time.min), all_day=True)
        end = self.ends_at or self.starts_at
        moved = datetime.combine(last, end.time())
        return Times(self.starts_at, max(moved, self.starts_at), self.all_day)


def snapped(minute: float, step: int = QUARTER) -> int:
    """The nearest quarter of an hour."""
    return round(minute / step) * step
