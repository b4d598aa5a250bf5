"""Time zones as VTIMEZONE, told by rules: Outlook ignores lists of dates and is an hour wrong in summer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib import resources
from typing import Final
from zoneinfo import ZoneInfo

from cabinet_app.exchange.ics_lines import clock_text

_WEEKDAYS: Final = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_BEGAN: Final = date(1970, 1, 1)
_LAST_WEEK: Final = 5
_NAME: Final = r"(<[^>]+>|[A-Za-z]+)"
_CLOCK: Final = r"([+-]?\d{1,3}(?::\d\d){0,2})"
# The rule of a zone as POSIX writes it, at the end of each zone's file: CET-1CEST,M3.5.0,M10.5.0/3
_POSIX: Final = re.compile(rf"{_NAME}{_CLOCK}(?:{_NAME}{_CLOCK}?,([^,]+),([^,]+))?")
_CHANGE: Final = re.compile(rf"M(\d+)\.(\d)\.(\d)(?:/{_CLOCK})?")


@dataclass(frozen=True, slots=True)
class _Half:
    """One of the two times of a zone: its name, its distance from UTC, and when it begins."""

    kind: str
    name: str
    before: timedelta
    after: timedelta
    change: str


def zone_lines(zones: Iterable[str]) -> Iterator[str]:
    """The VTIMEZONE of each zone, in the order given."""
    for zone in zones:
        yield from _zone(zone)


def _zone(zone: str) -> Iterator[str]:
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone}"
    yield f"X-LIC-LOCATION:{zone}"
    for half in _halves(zone):
        yield f"BEGIN:{half.kind}"
        yield f"TZOFFSETFROM:{_offset(half.before)}"
        yield f"TZOFFSETTO:{_offset(half.after)}"
        yield f"TZNAME:{half.name}"
        yield from _onset(half.change)
        yield f"END:{half.kind}"
    yield "END:VTIMEZONE"


def _halves(zone: str) -> list[_Half]:
    found = _POSIX.fullmatch(_posix_rule(zone))
    if found is None:
        return [_today(zone)]
    name, west, summer_name, summer_west, begins, ends = found.groups()
    usual = -_clock(west)
    if summer_name is None:
        return [_Half("STANDARD", _plain(name), usual, usual, "")]
    summer = -_clock(summer_west) if summer_west else usual + timedelta(hours=1)
    return [
        _Half("DAYLIGHT", _plain(summer_name), usual, summer, begins),
        _Half("STANDARD", _plain(name), summer, usual, ends),
    ]


def _posix_rule(zone: str) -> str:
    """The last line of the zone's file."""
    try:
        data = resources.files("tzdata.zoneinfo").joinpath(*zone.split("/")).read_bytes()
        return data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")
    except (OSError, ModuleNotFoundError, UnicodeDecodeError):
        return ""


def _today(zone: str) -> _Half:
    """A zone without a rule we can read: as its clock stands in January."""
    noon = datetime.combine(date(2026, 1, 15), time(12), ZoneInfo(zone))
    offset = noon.utcoffset() or timedelta()
    return _Half("STANDARD", noon.tzname() or zone, offset, offset, "")


def _onset(change: str) -> Iterator[str]:
    found = _CHANGE.fullmatch(change)
    if found is None:
        yield f"DTSTART:{clock_text(datetime.combine(_BEGAN, time()))}"
        return
    month, week, weekday = int(found[1]), int(found[2]), int(found[3])
    clock = _clock(found[4] or "2")
    at = (datetime.min + min(clock, timedelta(hours=23, minutes=59, seconds=59))).time()  # noqa: DTZ901 only its hour
    first = _nth_weekday(month, week, weekday)
    yield f"DTSTART:{clock_text(datetime.combine(first, at))}"
    nth = -1 if week == _LAST_WEEK else week
    yield f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{_WEEKDAYS[weekday]}"


def _nth_weekday(month: int, week: int, weekday: int) -> date:
    """The day of the first year on which the clocks change; 0 is Sunday."""
    first = _BEGAN.replace(month=month)
    day = first + timedelta(days=(weekday - first.isoweekday() % 7) % 7 + 7 * (week - 1))
    return day if day.month == month else day - timedelta(days=7)


def _clock(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = ([int(part) for part in text.lstrip("+-").split(":")] + [0, 0])[:3]
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _plain(name: str) -> str:
    return name.strip("<>")
