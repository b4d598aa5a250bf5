"""The lines of a calendar component and the values in them, read as kindly as can be done safely."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from cabinet_app.exchange.ics_text import Line

MOMENTS: Final = frozenset(
    {"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "DTSTAMP", "LAST-MODIFIED", "CREATED"}
)
_NAME: Final = re.compile(r"\s*([A-Za-z0-9-]+)\s*(?=[:;])")
_PARAMETER: Final = re.compile(r'\s*;\s*([A-Za-z0-9-]+)\s*=\s*((?:"[^"]*"|[^":;])*)')
_LOOSE: Final = re.compile(r"\s*;\s*([A-Za-z0-9-]+)\s*=\s*([^;:]*)")
_MOMENT: Final = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?(Z?)", re.IGNORECASE
)
_DURATION: Final = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?",
    re.IGNORECASE,
)
_ESCAPE: Final = re.compile(r"\\([\\;,nN:\"])")
_LAST_HOUR: Final = 24
_MIDNIGHT: Final = time(0)


class Property(NamedTuple):
    """One line: its name, its parameters by name in capitals, and its value as written."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int
    text: str

    def parameter(self, name: str) -> str:
        return self.parameters.get(name, "")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a moment: `zone` is an IANA name, `UTC`, or empty for the wall clock wherever one is."""

    wall: datetime
    zone: str = ""
    is_day: bool = False

    def in_zone(self, zone: str) -> datetime:
        """By the wall clock of another zone; days and floating times stand as they are."""
        if self.is_day or self.zone in {"", zone}:
            return self.wall
        try:
            there = self.wall.replace(tzinfo=ZoneInfo(self.zone)).astimezone(ZoneInfo(zone))
        except (OverflowError, ValueError):
            return self.wall
        return there.replace(tzinfo=None, fold=0)


def parse_line(line: Line) -> Property | None:
    """The property of a line; None if it is none, so that it can be told and passed over."""
    text = line.text
    head, colon, value = text.partition(":")
    if colon and head.isalpha() and head.isascii():
        # Most lines are as plain as this, and there are hundreds of thousands of them.
        return Property(head.upper(), {}, value, line.number, text)
    found = _NAME.match(text)
    if not found:
        return None
    name = found[1].upper()
    if text[found.end()] == ":":
        return Property(name, {}, text[found.end() + 1 :], line.number, text)
    parameters: dict[str, str] = {}
    place = found.end()
    while parameter := _PARAMETER.match(text, place):
        parameters[parameter[1].upper()] = parameter[2].replace('"', "").strip()
        place = parameter.end()
    rest = text[place:].lstrip()
    if rest.startswith(":") and not (name in MOMENTS and ":" in rest[1:] and "TZID" in parameters):
        return Property(name, parameters, rest[1:], line.number, text)
    return _loose(name, line, text[found.end() :])


def _loose(name: str, line: Line, rest: str) -> Property | None:
    """A line with a quote left open, or with a colon in a parameter that is not quoted."""
    if name in MOMENTS:
        head, colon, value = rest.rpartition(":")
    else:
        head, colon, value = rest.replace('"', "").partition(":")
    if not colon:
        return None
    parameters = {one[1].upper(): one[2].replace('"', "").strip() for one in _LOOSE.finditer(head)}
    if name in MOMENTS and (found := re.search(r"TZID\s*=\s*([^;]*)", head, re.IGNORECASE)):
        parameters["TZID"] = found[1].replace('"', "").strip()
    return Property(name, parameters, value, line.number, line.text)


def parse_moment(text: str) -> Moment | None:
    """`20260131`, `20260131T093000`, `20260131T093000Z` and forms near them; None if it is none of them."""
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if hour is None:
            return Moment(datetime.combine(on, _MIDNIGHT), is_day=True)
        later = timedelta(days=1) if int(hour) == _LAST_HOUR and int(minute) == 0 else timedelta()
        at = time(0 if later else int(hour), int(minute), min(int(second or 0), 59))
        return Moment(datetime.combine(on, at) + later, "UTC" if utc else "")
    except (ValueError, OverflowError):
        return None


def parse_duration(text: str) -> timedelta | None:
    """`PT1H30M`, `P1D`, `-PT5M`; None if it is no duration."""
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()[1:]):
        return None
    sign, weeks, days, hours, minutes, seconds = found.groups()
    length = timedelta(
        weeks=int(weeks or 0),
        days=int(days or 0),
        hours=int(hours or 0),
        minutes=int(minutes or 0),
        seconds=int(seconds or 0),
    )
    return -length if sign == "-" else length


def plain_text(value: str) -> str:
    """A TEXT value without its escapes."""
    return _ESCAPE.sub(_unescaped, value) if "\\" in value else value


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def utc_moment(prop: Property | None) -> datetime | None:
    """The value of DTSTAMP or LAST-MODIFIED, UTC without a zone; None if it cannot be read."""
    moment = parse_moment(prop.value) if prop else None
    return moment.wall if moment else None


def as_utc(wall: datetime, zone: str) -> datetime:
    """The moment a wall clock shows, UTC; an hour that the clocks leave out is taken for the one after it."""
    try:
        return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (OverflowError, ValueError):
        return wall.replace(tzinfo=UTC)


def existing(wall: datetime, zone: str) -> datetime:
    """The same wall-clock time, an hour later where the clocks leave it out."""
    try:
        return as_utc(wall, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
    except (OverflowError, ValueError):
        return wall
