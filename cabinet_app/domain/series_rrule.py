"""The rule of a series as RRULE text (RFC 5545) and back, in the subset that all programs share."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cabinet_app.domain.recurrence import ORDINALS, Rule, begins_by_its_rule, flaws, rule_of, with_rule
from cabinet_app.domain.series import Frequency, MeetingSeries

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NUMBER = re.compile(r"[+-]?[0-9]{1,4}")
_BYDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"([0-9]{8})(T([0-9]{6})(Z?))?")
_ONE_DAY = timedelta(days=1)
_EVENING = time(23, 59, 59)


def rrule_text(series: MeetingSeries) -> str:
    """The value of RRULE, without the name of the property; UNTIL is in UTC, or a day if it lasts all day.

    Empty for what no RRULE says: working days, of which the rows are listed (RDATE), foreign rules, which are
    kept as they came, and rules that cannot be followed.
    """
    rule = rule_of(series)
    if rule.frequency not in _FREQ or flaws(series):
        return ""
    parts = [f"FREQ={_FREQ[rule.frequency]}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.frequency is Frequency.WEEKLY:
        parts.append("WKST=MO")
    parts += _by(rule)
    if rule.until:
        parts.append(f"UNTIL={_until(series, rule.until)}")
    elif rule.count:
        parts.append(f"COUNT={rule.count}")
    return ";".join(parts)


def series_from_rrule(text: str, starts_at: datetime, zone: str, *, all_day: bool = False) -> Rule | None:
    """The rule that a value of RRULE says for meetings that begin at `starts_at`, the wall clock's in `zone`.

    None if it lies outside what we create ourselves, or does not produce its own first start: then it is kept
    as it came.
    """
    parts = _parts(text)
    if parts is None:
        return None
    try:
        rule = _rule(parts, starts_at, ZoneInfo(zone), all_day=all_day)
    except (ValueError, KeyError, OSError):  # a number, a day or a zone that there is not
        return None
    if rule is None:
        return None
    series = with_rule(MeetingSeries(starts_at=starts_at, zone=zone), rule)
    return rule if not flaws(series) and begins_by_its_rule(series) else None


def _by(rule: Rule) -> list[str]:
    names = ",".join(_WEEKDAYS[day] for day in rule.weekdays)
    if rule.frequency is Frequency.MONTHLY_WEEKDAY:
        return [f"BYDAY={rule.nth}{names}"]
    by = [f"BYDAY={names}"] if names else []
    if rule.month:
        by.append(f"BYMONTH={rule.month}")
    if rule.month_day:
        by.append(f"BYMONTHDAY={rule.month_day}")
    return by


def _until(series: MeetingSeries, last: date) -> str:
    if series.all_day:
        return f"{last:%Y%m%d}"
    end = datetime.combine(last, _EVENING, ZoneInfo(series.zone)).astimezone(UTC)
    return f"{end:%Y%m%dT%H%M%SZ}"


def _parts(text: str) -> dict[str, str] | None:
    """The parts of the rule by their names; None if one is written twice or is not written rightly."""
    parts: dict[str, str] = {}
    for part in text.strip().rstrip(";").upper().split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not value or name in parts:
            return None
        parts[name] = value.strip()
    return parts


def _rule(parts: dict[str, str], starts_at: datetime, zone: ZoneInfo, *, all_day: bool) -> Rule | None:
    until = _last_day(parts.pop("UNTIL", ""), starts_at, zone, all_day=all_day)
    count = _number(parts.pop("COUNT", ""))
    interval = _number(parts.pop("INTERVAL", "1")) or 0
    week_start = parts.pop("WKST", "MO")
    freq = parts.pop("FREQ", "")
    pattern = _PATTERNS.get(freq)
    if pattern is None or (until and count):
        return None
    if freq == "WEEKLY" and week_start != "MO" and interval > 1:
        return None
    chosen = pattern(parts, starts_at)
    if chosen is None or parts:
        return None
    frequency, weekdays, nth, month, month_day = chosen
    return Rule(
        frequency=frequency,
        interval=interval,
        weekdays=weekdays,
        nth=nth,
        month=month,
        month_day=month_day,
        until=until,
        count=count,
    )


_Chosen = tuple[Frequency, tuple[int, ...], int | None, int | None, int | None]


def _daily(_parts: dict[str, str], _starts_at: datetime) -> _Chosen:
    return Frequency.DAILY, (), None, None, None


def _weekly(parts: dict[str, str], starts_at: datetime) -> _Chosen | None:
    named = _by_day(parts.pop("BYDAY", ""))
    if any(nth for nth, _day in named):
        return None
    weekdays = tuple(sorted({day for _nth, day in named})) or (starts_at.weekday(),)
    return Frequency.WEEKLY, weekdays, None, None, None


def _monthly(parts: dict[str, str], starts_at: datetime) -> _Chosen | None:
    by_day, by_month_day = parts.pop("BYDAY", ""), parts.pop("BYMONTHDAY", "")
    if not by_day:
        day = _number(by_month_day) if by_month_day else starts_at.day
        return Frequency.MONTHLY_DAY, (), None, None, day
    if by_month_day:
        return None
    named, place = _by_day(by_day), _number(parts.pop("BYSETPOS", ""))
    if len(named) != 1:
        return None
    [(nth, day)] = named
    if nth and place:
        return None
    nth = nth or place
    return (Frequency.MONTHLY_WEEKDAY, (day,), nth, None, None) if nth in ORDINALS else None


def _yearly(parts: dict[str, str], starts_at: datetime) -> _Chosen | None:
    by_month, by_month_day = parts.pop("BYMONTH", ""), parts.pop("BYMONTHDAY", "")
    if by_month_day and not by_month:
        return None  # engines disagree about a day without its month
    month = _number(by_month) if by_month else starts_at.month
    day = _number(by_month_day) if by_month_day else starts_at.day
    return Frequency.YEARLY, (), None, month, day


def _by_day(text: str) -> list[tuple[int | None, int]]:
    named = []
    for part in text.split(",") if text else ():
        found = _BYDAY.fullmatch(part.strip())
        if found is None:
            raise ValueError(part)
        named.append((int(found[1]) if found[1] else None, _WEEKDAYS.index(found[2])))
    return named


def _number(text: str) -> int | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _last_day(text: str, starts_at: datetime, zone: ZoneInfo, *, all_day: bool) -> date | None:
    """The last local day on which a meeting may begin; a moment before the start leaves its day out."""
    if not text:
        return None
    found = _UNTIL.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day = datetime.strptime(found[1], "%Y%m%d").date()  # noqa: DTZ007 a day has no zone
    if not found[2] or all_day:
        return day
    moment = datetime.combine(day, datetime.strptime(found[3], "%H%M%S").time())  # noqa: DTZ007 set below
    if found[4]:
        moment = moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    return moment.date() if moment.time() >= starts_at.time() else moment.date() - _ONE_DAY


_FREQ: Final = {
    Frequency.DAILY: "DAILY",
    Frequency.WEEKLY: "WEEKLY",
    Frequency.MONTHLY_WEEKDAY: "MONTHLY",
    Frequency.MONTHLY_DAY: "MONTHLY",
    Frequency.YEARLY: "YEARLY",
}
_PATTERNS: Final = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}
