"""Rules of recurrence as calendars of others write them (RFC 5545), worked out by the wall clock and bounded.

Nothing here trusts a rule: every shape that could run for ever is refused before it is begun, and the days
looked at are counted against an `Allowance`.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from cabinet_app.domain.series import MeetingSeries

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
GREATEST_INTERVAL: Final = 999
_LONGEST_RULE: Final = 4000
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_MOMENT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?Z?")
_BY_DAY: Final = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_RANGES: Final = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
    "BYSETPOS": (-366, 366),
}


class Every(StrEnum):
    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})


class RuleRefused(Exception):
    """A rule that cannot be followed; `reason` is a code, `value` the part that is to blame."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason, value)
        self.reason = reason
        self.value = value


class AllowanceSpent(Exception):
    """So many days were looked at that the rule is given up."""


@dataclass(slots=True)
class Allowance:
    """How many days may still be looked at; shared by the rules of one file."""

    days: int

    def spend(self, days: int) -> None:
        self.days -= days
        if self.days < 0:
            raise AllowanceSpent


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as read; `until` is by the wall clock and counts itself, numbers from the end are negative."""

    every: Every
    interval: int = 1
    until: datetime | None = None
    count: int | None = None
    week_start: int = 0
    weekdays: tuple[tuple[int, int], ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignRule:
    """Everything that says when a foreign series takes place, by its own wall clock."""

    rules: tuple[Rule, ...] = ()
    exceptions: tuple[Rule, ...] = ()
    further: frozenset[datetime] = field(default_factory=frozenset)
    without: frozenset[datetime] = field(default_factory=frozenset)


def parse_rule(text: str, until: Callable[[str], datetime | None] | None = None) -> Rule:
    """Read the value of an RRULE, kindly: parts of others and stray signs are passed over.

    `until` turns the text of UNTIL into the wall clock of the series; None refuses it.

    Raises:
        RuleRefused: `rule_unreadable`, `rule_too_often`, `rule_interval`, `rule_count`, `rule_until`.
    """
    parts = _parts(text)
    frequency = parts.get("FREQ", "")
    if frequency in _TOO_OFTEN:
        raise RuleRefused("rule_too_often", frequency)
    if frequency not in set(Every):
        raise RuleRefused("rule_unreadable", frequency or text[:60])
    last: datetime | None = None
    if parts.get("UNTIL"):
        last = (until or wall_moment)(parts["UNTIL"])
        if last is None:
            raise RuleRefused("rule_until", parts["UNTIL"][:40])
    return Rule(
        every=Every(frequency),
        interval=_number(parts.get("INTERVAL", "1"), 1, GREATEST_INTERVAL, "rule_interval"),
        until=last,
        count=_number(parts["COUNT"], 1, 10**12, "rule_count") if parts.get("COUNT") else None,
        week_start=WEEKDAYS.index(parts["WKST"]) if parts.get("WKST") in WEEKDAYS else 0,
        weekdays=_weekdays(parts.get("BYDAY", "")),
        months=_numbers(parts, "BYMONTH"),
        month_days=_numbers(parts, "BYMONTHDAY"),
        year_days=_numbers(parts, "BYYEARDAY"),
        weeks=_numbers(parts, "BYWEEKNO"),
        hours=_numbers(parts, "BYHOUR"),
        minutes=_numbers(parts, "BYMINUTE"),
        seconds=_numbers(parts, "BYSECOND"),
        positions=_numbers(parts, "BYSETPOS"),
    )


def wall_moment(text: str) -> datetime | None:
    """`20260131T093000` by the wall clock; a day alone is its last second, as for UNTIL."""
    found = _MOMENT.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        at = time(int(hour), int(minute), min(int(second or 0), 59)) if hour else time(23, 59, 59)
        return datetime.combine(on, at)
    except ValueError:
        return None


def rule_text(rule: Rule) -> str:
    """The value of an RRULE that gives the same days; UNTIL stands in it by the wall clock."""
    days = ",".join(f"{nth or ''}{WEEKDAYS[day]}" for nth, day in rule.weekdays)
    by_day = (rule.months, rule.weeks, rule.year_days, rule.month_days)
    by_hour = (rule.hours, rule.minutes, rule.seconds, rule.positions)
    names = ("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS")
    parts = [
        ("FREQ", rule.every.value),
        ("INTERVAL", str(rule.interval) if rule.interval > 1 else ""),
        ("COUNT", str(rule.count or "")),
        ("UNTIL", moment_text(rule.until) if rule.until else ""),
        *((name, ",".join(map(str, numbers))) for name, numbers in zip(names, by_day + by_hour, strict=True)),
        ("BYDAY", days),
        ("WKST", WEEKDAYS[rule.week_start] if rule.week_start else ""),
    ]
    return ";".join(f"{name}={value}" for name, value in parts if value)


def moment_text(moment: datetime) -> str:
    """The wall-clock form of iCalendar."""
    return f"{moment.year:04}{moment:%m%dT%H%M%S}"


def read_foreign(text: str) -> ForeignRule:
    """What a series keeps of its rule: lines `RRULE:`, `EXRULE:`, `RDATE:` and `EXDATE:`.

    Raises:
        RuleRefused: a line cannot be followed.
    """
    rules: dict[str, list[Rule]] = {"RRULE": [], "EXRULE": []}
    moments: dict[str, set[datetime]] = {"RDATE": set(), "EXDATE": set()}
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name in rules:
            rules[name].append(parse_rule(value))
        elif name in moments:
            moments[name].update(moment for one in value.split(",") if (moment := wall_moment(one)))
    return ForeignRule(
        tuple(rules["RRULE"]),
        tuple(rules["EXRULE"]),
        frozenset(moments["RDATE"]),
        frozenset(moments["EXDATE"]),
    )


def foreign_starts(
    series: MeetingSeries, first: datetime, last: datetime, allowance: Allowance | None = None
) -> list[datetime]:
    """When the meetings of a FOREIGN series begin from `first` to `last`, by the wall clock in its zone.

    Raises:
        RuleRefused: its rule cannot be followed.
        AllowanceSpent: too many days would have to be looked at.
    """
    if series.starts_at is None:
        return []
    rule = read_foreign(series.foreign_rule)
    return starts(rule, series.starts_at, first, last, allowance or Allowance(400_000))


def starts(
    rule: ForeignRule, start: datetime, first: datetime, last: datetime, allowance: Allowance
) -> list[datetime]:
    """The starts from `first` to `last`, in their order; `start` counts even where no rule gives it."""
    found = {start} if first <= start <= last else set()
    for one in rule.rules:
        found.update(rule_starts(one, start, first, last, allowance))
    found.update(moment for moment in rule.further if first <= moment <= last)
    found -= rule.without
    if found:
        for one in rule.exceptions:
            found.difference_update(rule_starts(one, start, first, last, allowance))
    return sorted(found)


def gives_its_start(rule: Rule, start: datetime) -> bool:
    """Whether the rule gives the day and hour on which the series begins."""
    return next(iter(rule_starts(rule, start, start, start, Allowance(5000))), None) == start


def rule_starts(
    rule: Rule, start: datetime, first: datetime, last: datetime, allowance: Allowance
) -> Iterator[datetime]:
    """The moments one rule gives from `first` to `last`, none before `start`."""
    end = min(last, rule.until) if rule.until else last
    if rule == Rule(every=Every.DAY, interval=rule.interval, until=rule.until, count=rule.count):
        yield from _every_so_many_days(rule, start, first, end, allowance)
        return
    times = _times(rule, start)
    left = rule.count
    for days in _periods(rule, start, first, end, allowance):
        for moment in _of_period(days, times, rule.positions):
            if moment < start:
                continue
            if moment > end or left == 0:
                return
            if left is not None:
                left -= 1
            if moment >= first:
                yield moment


def _every_so_many_days(
    rule: Rule, start: datetime, first: datetime, end: datetime, allowance: Allowance
) -> Iterator[datetime]:
    """The commonest dangerous rule by arithmetic: nothing is counted that is not wanted."""
    step = rule.interval * _DAY
    number = max(0, -((start - first) // step)) if first > start else 0
    beyond = (end - start) // step + 1 if end >= start else 0
    for index in range(number, min(beyond, rule.count or beyond)):
        allowance.spend(1)
        yield start + index * step


def _of_period(days: Sequence[date], times: Sequence[time], positions: Sequence[int]) -> Iterable[datetime]:
    moments = [datetime.combine(day, hour) for day in days for hour in times]
    if not positions:
        return moments
    chosen = {index - 1 if index > 0 else len(moments) + index for index in positions}
    return [moments[index] for index in sorted(chosen) if 0 <= index < len(moments)]


def _times(rule: Rule, start: datetime) -> list[time]:
    return [
        time(hour, minute, second)
        for hour in rule.hours or (start.hour,)
        for minute in rule.minutes or (start.minute,)
        for second in rule.seconds or (start.second,)
    ]


def _periods(
    rule: Rule, start: datetime, first: datetime, end: datetime, allowance: Allowance
) -> Iterator[list[date]]:
    """The days the rule gives in each of its days, weeks, months or years, up to the day of `end`."""
    # A rule that counts has to be followed from its start; any other one may be entered near `first`.
    skip = first.date() if rule.count is None and first > start else start.date()
    if rule.every is Every.DAY:
        yield from _daily(rule, start.date(), skip, end.date(), allowance)
    elif rule.every is Every.WEEK:
        yield from _weekly(rule, start.date(), skip, end.date(), allowance)
    elif rule.every is Every.MONTH:
        yield from _monthly(rule, start.date(), skip, end.date(), allowance)
    else:
        yield from _yearly(rule, start.date(), skip, end.date(), allowance)


def _daily(rule: Rule, start: date, skip: date, end: date, allowance: Allowance) -> Iterator[list[date]]:
    step = timedelta(days=rule.interval)
    day = start + (skip - start).days // rule.interval * step
    is_wanted = _filter(rule)
    while day <= end:
        allowance.spend(1)
        if is_wanted(day):
            yield [day]
        if (date.max - day) < step:
            return
        day += step


def _weekly(rule: Rule, start: date, skip: date, end: date, allowance: Allowance) -> Iterator[list[date]]:
    step = _WEEK * rule.interval
    offset = (start.weekday() - rule.week_start) % 7
    wanted = sorted({(day - rule.week_start) % 7 for _, day in rule.weekdays} or {offset})
    is_wanted = _filter(rule)
    # The week may begin before the first day there is.
    number = start.toordinal() - offset
    number += max(0, (skip.toordinal() - number) // step.days) * step.days
    while number <= end.toordinal():
        allowance.spend(7)
        ordinals = (number + day for day in wanted)
        days = [date.fromordinal(one) for one in ordinals if 1 <= one <= end.toordinal()]
        yield [day for day in days if is_wanted(day)]
        number += step.days


def _monthly(rule: Rule, start: date, skip: date, end: date, allowance: Allowance) -> Iterator[list[date]]:
    begin, now, last = _months(start), _months(skip), _months(end)
    skipped = max(0, (now - begin) // rule.interval) * rule.interval
    for number in range(begin + skipped, last + 1, rule.interval):
        year, month = divmod(number, 12)
        allowance.spend(1)
        if rule.months and month + 1 not in rule.months:
            continue
        allowance.spend(30)
        yield _days_of_month(rule, year, month + 1, start.day)


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _days_of_month(rule: Rule, year: int, month: int, usual: int) -> list[date]:
    length = monthrange(year, month)[1]
    if not rule.month_days and not rule.weekdays:
        wanted = {usual} if usual <= length else set()
    else:
        wanted = set(range(1, length + 1))
        if rule.month_days:
            wanted &= {day if day > 0 else length + 1 + day for day in rule.month_days}
        if rule.weekdays:
            wanted &= set(_nth_days(rule.weekdays, date(year, month, 1), length))
    return [date(year, month, day) for day in sorted(wanted)]


def _nth_days(weekdays: Iterable[tuple[int, int]], first: date, length: int) -> Iterator[int]:
    """The days, 1 being `first`, of a span that are the nth of their weekday in it; nth 0 is all of them."""
    for nth, weekday in weekdays:
        days = range(1 + (weekday - first.weekday()) % 7, length + 1, 7)
        if nth == 0:
            yield from days
        elif 0 < nth <= len(days) or -len(days) <= nth < 0:
            yield days[nth - 1 if nth > 0 else nth]


def _yearly(rule: Rule, start: date, skip: date, end: date, allowance: Allowance) -> Iterator[list[date]]:
    begin = start.year + max(0, (skip.year - start.year) // rule.interval) * rule.interval
    for year in range(begin, end.year + 1, rule.interval):
        allowance.spend(12)
        if not (rule.year_days or rule.weeks) and (rule.months or rule.month_days or not rule.weekdays):
            yield _days_by_month(rule, year, start)
        else:
            allowance.spend(365)
            yield _days_of_year(rule, year, start)


def _days_by_month(rule: Rule, year: int, start: date) -> list[date]:
    """A year's days where months or their days are named, or nothing at all but the start."""
    months = sorted(set(rule.months)) or (range(1, 13) if rule.month_days else [start.month])
    return [day for month in months for day in _days_of_month(rule, year, month, start.day)]


def _days_of_year(rule: Rule, year: int, start: date) -> list[date]:
    first = date(year, 1, 1)
    length = (date(year, 12, 31) - first).days + 1
    wanted = set(range(1, length + 1))
    if rule.year_days:
        wanted &= {day if day > 0 else length + 1 + day for day in rule.year_days}
    if rule.weeks:
        days = {day for _, day in rule.weekdays} or {start.weekday()}
        wanted &= set(_days_of_weeks(rule, year, days))
    elif rule.weekdays:
        wanted &= set(_nth_days(rule.weekdays, first, length))
    found = (first + (day - 1) * _DAY for day in sorted(wanted))
    is_wanted = _filter(Rule(every=rule.every, months=rule.months, month_days=rule.month_days))
    return [day for day in found if is_wanted(day)]


def _days_of_weeks(rule: Rule, year: int, weekdays: Iterable[int]) -> Iterator[int]:
    """The days of the year in these weeks of it; a week belongs to the year that has most of its days."""
    first = date(year, 1, 1)
    offset = (rule.week_start - first.weekday()) % 7
    begin = offset if offset <= 3 else offset - 7  # noqa: PLR2004 four days or more lie in the year
    following = (rule.week_start - date(year + 1, 1, 1).weekday()) % 7 if year < date.max.year else 0
    length = (date(year, 12, 31) - first).days + 1
    end = length + (following if following <= 3 else following - 7)  # noqa: PLR2004 as above
    count = (end - begin) // 7
    for number in rule.weeks:
        week = number if number > 0 else count + 1 + number
        if 1 <= week <= count:
            for weekday in weekdays:
                day = begin + (week - 1) * 7 + (weekday - rule.week_start) % 7 + 1
                if 1 <= day <= length:
                    yield day


def _filter(rule: Rule) -> Callable[[date], bool]:
    """Whether a day is one of the months, days of a month and weekdays that are named."""
    weekdays = frozenset(day for _, day in rule.weekdays)
    if not (rule.months or rule.month_days or weekdays or rule.year_days):
        return _any_day

    def is_wanted(day: date) -> bool:
        if rule.months and day.month not in rule.months:
            return False
        if weekdays and day.weekday() not in weekdays:
            return False
        if rule.month_days:
            length = monthrange(day.year, day.month)[1]
            return day.day in rule.month_days or day.day - length - 1 in rule.month_days
        return True

    return is_wanted


def _any_day(_day: date) -> bool:
    return True


def _parts(text: str) -> dict[str, str]:
    """`FREQ=WEEKLY;BYDAY=MO` by name; blanks, backslashes and a repeated `RRULE:` are dropped."""
    if len(text) > _LONGEST_RULE:
        raise RuleRefused("rule_unreadable", text[:60])
    plain = re.sub(r"[\s\\]+", "", text).upper()
    plain = plain.removeprefix("RRULE:")
    return {name: value for name, _, value in (part.partition("=") for part in plain.split(";")) if value}


def _number(text: str, least: int, greatest: int, reason: str) -> int:
    if not re.fullmatch(r"\d{1,12}", text) or not least <= int(text) <= greatest:
        raise RuleRefused(reason, text[:40])
    return int(text)


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    text = parts.get(name, "")
    if not text:
        return ()
    least, greatest = _RANGES[name]
    found: set[int] = set()
    for one in text.strip(",").split(","):
        if not re.fullmatch(r"[+-]?\d{1,3}", one) or not least <= int(one) <= greatest:
            raise RuleRefused("rule_unreadable", f"{name}={one}"[:60])
        found.add(int(one))
    if least != 0 and 0 in found:
        raise RuleRefused("rule_unreadable", f"{name}=0")
    return tuple(sorted(found))


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for one in filter(None, text.split(",")):
        parts = _BY_DAY.fullmatch(one)
        if parts is None:
            raise RuleRefused("rule_unreadable", f"BYDAY={one}"[:60])
        found.append((int(parts[1] or 0), WEEKDAYS.index(parts[2])))
    return tuple(found)


def nearest(moments: Sequence[datetime], wanted: datetime) -> datetime | None:
    """The moment of a sorted list on the day of `wanted`, if there is one."""
    place = bisect_left(moments, datetime.combine(wanted.date(), time.min))
    found = moments[place] if place < len(moments) else None
    return found if found and found.date() == wanted.date() else None
