"""Where the meetings of a series stand once those on holidays have given way."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from cabinet_app.domain.holidays import Holiday, HolidayCalendar, HolidayKind
from cabinet_app.domain.recurrence import calendar_of, days, period_of
from cabinet_app.domain.series import Frequency, HolidayPolicy, MeetingSeries

_ONE_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_SATURDAY = 5
# Rules that name a day of the month did not choose a Sunday; those that name a weekday did.
_OF_DATES: Final = frozenset({Frequency.MONTHLY_DAY, Frequency.YEARLY})
_ASIDE: Final = frozenset(
    {HolidayPolicy.NEXT, HolidayPolicy.PREVIOUS, HolidayPolicy.NEAREST, HolidayPolicy.SAME_WEEKDAY}
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One meeting of a series: `original` is the day of its rule, `day` where it stands, None if left out.

    `holidays` are those of the day of its rule; a weekend that the rule ran into has none. `is_open` says
    that nobody has decided yet what becomes of it, `is_decided` that somebody has, for this day alone.
    """

    original: date
    day: date | None
    holidays: tuple[Holiday, ...] = ()
    is_free: bool = False
    is_open: bool = False
    is_decided: bool = False

    @property
    def is_moved(self) -> bool:
        return self.day is not None and self.day != self.original


Decisions = Mapping[date, HolidayPolicy]


def slots(
    series: MeetingSeries,
    last: date,
    calendar: HolidayCalendar | None = None,
    decisions: Decisions | None = None,
) -> list[Slot]:
    """The meetings of a series up to the day `last` of its rule, in the order of the rule.

    `decisions` say for single days of the rule what becomes of them, whatever the policy of the series.
    """
    known = calendar or calendar_of(series)
    ruled = list(days(series, last, known))
    taken = set(ruled)
    found = []
    for day in ruled:
        decision = (decisions or {}).get(day)
        slot = _slot(series, day, decision or series.holiday_policy, known, taken)
        if decision and slot.is_free:
            slot = replace(slot, is_decided=True)
        if slot.day is not None:
            taken.add(slot.day)
        found.append(slot)
    return found


def start_of(series: MeetingSeries, day: date) -> datetime:
    """When a meeting on this day begins by the wall clock of the series."""
    return datetime.combine(day, series.starts_at.time() if series.starts_at else time.min)


def end_of(series: MeetingSeries, day: date) -> datetime | None:
    """When it ends, by the wall clock too: an hour that comes twice or not at all changes nothing.

    None for a meeting that lasts one whole day, or whose end is open.
    """
    length = timedelta(minutes=series.duration_minutes)
    if not length or (series.all_day and length <= _ONE_DAY):
        return None
    return start_of(series, day) + length


def stands_free(series: MeetingSeries, day: date, calendar: HolidayCalendar) -> bool:
    """Whether the day is one to give way to: a public holiday, for a rule of dates also a weekend."""
    if public_holidays(calendar, day):
        return True
    return series.frequency in _OF_DATES and day.weekday() >= _SATURDAY


def public_holidays(calendar: HolidayCalendar, day: date) -> tuple[Holiday, ...]:
    """The holidays of a day on which nobody works somewhere."""
    return tuple(holiday for holiday in calendar.on(day) if holiday.kind is HolidayKind.PUBLIC)


def _slot(
    series: MeetingSeries, day: date, policy: HolidayPolicy, calendar: HolidayCalendar, taken: set[date]
) -> Slot:
    holidays = public_holidays(calendar, day)
    if series.frequency is Frequency.WORKING_DAY or not stands_free(series, day, calendar):
        return Slot(day, day, holidays)
    if policy is HolidayPolicy.ASK:
        return Slot(day, day, holidays, is_free=True, is_open=True)
    if policy is HolidayPolicy.KEEP:
        return Slot(day, day, holidays, is_free=True)
    aside = _aside(series, day, policy, calendar, taken) if policy in _ASIDE else None
    return Slot(day, aside, holidays, is_free=True)


def _aside(
    series: MeetingSeries, day: date, policy: HolidayPolicy, calendar: HolidayCalendar, taken: set[date]
) -> date | None:
    """The first working day of the period, in the order of the policy, that no meeting of the series has.

    At the end of the period the search turns round: a meeting of January held in February would be none.
    """
    first, last = period_of(series, day)
    assert series.starts_at is not None
    first = max(first, series.starts_at.date())
    last = min(last, series.until or last)

    def is_good(other: date) -> bool:
        return first <= other <= last and other not in taken and calendar.is_working_day(other)

    reach = (last - first).days + 1
    return next((other for other in _ORDERS[policy](day, reach) if is_good(other)), None)


def _next(day: date, reach: int) -> Iterator[date]:
    yield from _stepping(day, _ONE_DAY, reach)
    yield from _stepping(day, -_ONE_DAY, reach)


def _previous(day: date, reach: int) -> Iterator[date]:
    yield from _stepping(day, -_ONE_DAY, reach)
    yield from _stepping(day, _ONE_DAY, reach)


def _nearest(day: date, reach: int) -> Iterator[date]:
    """Of two days equally near, the later one: it can still be told in time."""
    for later, earlier in zip(_stepping(day, _ONE_DAY, reach), _stepping(day, -_ONE_DAY, reach), strict=True):
        yield from (later, earlier)


def _same_weekday(day: date, reach: int) -> Iterator[date]:
    yield from _stepping(day, _WEEK, reach // 7 + 1)
    yield from _stepping(day, -_WEEK, reach // 7 + 1)


def _stepping(day: date, step: timedelta, count: int) -> Iterator[date]:
    return (day + number * step for number in range(1, count + 1))


_ORDERS: Final[dict[HolidayPolicy, Callable[[date, int], Iterator[date]]]] = {
    HolidayPolicy.NEXT: _next,
    HolidayPolicy.PREVIOUS: _previous,
    HolidayPolicy.NEAREST: _nearest,
    HolidayPolicy.SAME_WEEKDAY: _same_weekday,
}


def undecided(found: Sequence[Slot]) -> list[Slot]:
    """Those on holidays about which nobody has decided yet."""
    return [slot for slot in found if slot.is_open]
