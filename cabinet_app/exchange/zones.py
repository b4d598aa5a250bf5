"""Time zones of other programs: their names, and zones that a file explains itself."""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from cabinet_app import paths
from cabinet_app.domain.foreign_rules import (
    Allowance,
    AllowanceSpent,
    Rule,
    RuleRefused,
    parse_rule,
    rule_starts,
)
from cabinet_app.exchange.ics_text import Component
from cabinet_app.exchange.ics_values import Moment, Property, parse_line, parse_moment

HOUSE_ZONE: Final = "Europe/Ljubljana"
_MOST_ZONES: Final = 300
_OFFSET: Final = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d))?")
_SHOWN: Final = re.compile(r"\((?:UTC|GMT)\s*([+-]\d{1,2}[:.]\d\d)?\)\s*(.*)", re.IGNORECASE)
_FIXED: Final = re.compile(r"(?:UTC|GMT)?\s*([+-])0?(\d{1,2})(?::?00)?", re.IGNORECASE)
_SPAN: Final = timedelta(days=400)
# Asked first when a zone is known by its clock alone: those we deal with.
_NEAR: Final = (
    "Europe/Ljubljana",
    "Europe/London",
    "Europe/Athens",
    "Europe/Istanbul",
    "Europe/Moscow",
    "UTC",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Asia/Shanghai",
    "Asia/Tokyo",
)


@functools.cache
def known_zone(name: str) -> str:
    """The IANA zone that a TZID means; empty if nobody knows."""
    plain = name.replace('"', "").strip()
    if not plain or len(plain) > 200:  # noqa: PLR2004 no zone has such a name
        return ""
    direct = _iana(plain)
    if direct:
        return direct
    folded = _folded(plain)
    if folded in _table():
        return _table()[folded]
    parts = [part for part in plain.split("/") if part]
    for start in range(len(parts)):
        tail = "/".join(parts[start:])
        if _iana(tail) and "/" in tail:
            return _iana(tail)
    return _shown_name(plain) or _fixed(plain) or _by_cities(parts[-1] if len(parts) > 1 else "")


def _iana(name: str) -> str:
    found = _zones_by_folded_name().get(_key(name), "")
    # UTC goes by many names; it is written with this one.
    return (
        "UTC"
        if found in {"Etc/UTC", "Zulu", "Universal", "Etc/Zulu", "Etc/Universal", "UCT", "Etc/UCT"}
        else found
    )


@functools.cache
def _zones_by_folded_name() -> dict[str, str]:
    return {
        _key(name): name for name in sorted(available_timezones()) if not name.startswith(("posix", "right"))
    }


def _key(name: str) -> str:
    return re.sub(r"[\s_/.-]", "", name).casefold()


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


@functools.cache
def _table() -> dict[str, str]:
    lines = (paths.resources() / "windows_zones.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {_folded(name): zone for name, zone in rows}


def _shown_name(name: str) -> str:
    """`(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague`, as Windows shows its zones."""
    found = _SHOWN.fullmatch(name)
    words = found[2] if found else name
    folded = _folded(words)
    if folded in _table():
        return _table()[folded]
    return _by_cities(words) or (_fixed(found[1] or "+0") if found else "")


def _by_cities(words: str) -> str:
    """The zone of the first town in a list that has one; a list of towns is the name of one zone."""
    for city in re.split(r"\s*[,:]\s*", words):
        zone = _cities().get(_key(city))
        if zone:
            return zone
    return ""


@functools.cache
def _cities() -> dict[str, str]:
    return {
        _key(name.rpartition("/")[2]): name
        for name in sorted(available_timezones(), reverse=True)
        if "/" in name and not name.startswith("Etc/")
    }


def _fixed(name: str) -> str:
    """`GMT+0100`, `UTC+1`: a zone that never changes its clocks; IANA counts these the other way round."""
    found = _FIXED.fullmatch(name.strip())
    if not found:
        return ""
    hours = int(found[2])
    if hours == 0:
        return "UTC"
    return f"Etc/GMT{'-' if found[1] == '+' else '+'}{hours}" if hours <= 12 else ""  # noqa: PLR2004 hours of a dial


@dataclass(frozen=True, slots=True)
class _Observance:
    start: datetime
    before: timedelta
    after: timedelta
    rules: tuple[Rule, ...]
    further: tuple[datetime, ...]


class ExplainedZone:
    """A zone as a VTIMEZONE tells it; answers how far its wall clock is from UTC."""

    def __init__(self, observances: Iterable[_Observance]) -> None:
        self._observances = sorted(observances, key=lambda one: one.start)
        self._changes: dict[int, tuple[list[datetime], list[timedelta]]] = {}
        self._allowance = Allowance(100_000)

    @property
    def is_empty(self) -> bool:
        return not self._observances

    def offset(self, wall: datetime) -> timedelta:
        """The distance from UTC at a moment of its wall clock."""
        if wall.year not in self._changes:
            self._changes[wall.year] = self._of_year(wall.year)
        moments, offsets = self._changes[wall.year]
        place = bisect_right(moments, wall)
        return offsets[place - 1] if place else self._observances[0].before

    def _of_year(self, year: int) -> tuple[list[datetime], list[timedelta]]:
        """The changes that matter in a year: those in it and the last one before it."""
        last = datetime.combine(date(year, 12, 31), time(23, 59, 59))
        changes: dict[datetime, timedelta] = {}
        for one in self._observances:
            onsets = [one.start, *one.further]
            for rule in one.rules:
                first = max(one.start, last - 2 * _SPAN) if last > one.start + 2 * _SPAN else one.start
                try:
                    onsets += rule_starts(rule, one.start, first, last, self._allowance)
                except AllowanceSpent:
                    break
            for onset in onsets:
                if onset <= last and (onset not in changes or one.start >= onset):
                    changes[onset] = one.after
        moments = sorted(changes)
        return moments, [changes[moment] for moment in moments]


def explained_zone(component: Component) -> ExplainedZone:
    """The zone of a VTIMEZONE; parts of it that cannot be read are left out."""
    found = (_observance(child) for child in component.children if child.name in {"STANDARD", "DAYLIGHT"})
    return ExplainedZone(one for one in found if one is not None)


def _observance(component: Component) -> _Observance | None:
    properties: dict[str, list[Property]] = {}
    for line in component.lines:
        if prop := parse_line(line):
            properties.setdefault(prop.name, []).append(prop)
    start = parse_moment(_first(properties, "DTSTART"))
    before, after = (_offset(_first(properties, f"TZOFFSET{name}")) for name in ("FROM", "TO"))
    if after is None:
        return None
    rules: list[Rule] = []
    for prop in properties.get("RRULE", []):
        try:
            rules.append(parse_rule(prop.value))
        except RuleRefused:
            continue
    further = [
        parse_moment(one) for prop in properties.get("RDATE", []) for one in prop.value.split(",")[:500]
    ]
    return _Observance(
        start.wall if start else datetime(1970, 1, 1),  # noqa: DTZ001 by the wall clock
        before if before is not None else after,
        after,
        tuple(rules[:4]),
        tuple(moment.wall for moment in further if moment),
    )


def _first(properties: Mapping[str, list[Property]], name: str) -> str:
    return properties[name][0].value if name in properties else ""


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.fullmatch(text.strip())
    if not found or int(found[2]) > 18 or int(found[3]) > 59:  # noqa: PLR2004 no clock is further from UTC
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -length if found[1] == "-" else length


class ZoneBook:
    """The zones of one file: known by name, explained by it, chosen by the user, or unknown.

    `house` is the zone of floating times and of names that nobody knows and for which none was `chosen`.
    """

    def __init__(
        self, components: Iterable[Component], chosen: Mapping[str, str], house: str = HOUSE_ZONE
    ) -> None:
        self.house = house
        self.unknown: dict[str, None] = {}
        self._chosen = {_folded(name): zone for name, zone in chosen.items()}
        self._explained: dict[str, ExplainedZone] = {}
        self._equals: dict[tuple[str, int], str] = {}
        for component in list(components)[:_MOST_ZONES]:
            self._explain(component)

    def moment(self, prop: Property, text: str | None = None) -> Moment | None:
        """The value of a property, or one of its values, with the zone that its TZID means."""
        moment = parse_moment(prop.value if text is None else text)
        name = prop.parameter("TZID")
        if moment is None or moment.is_day or moment.zone or not name.strip():
            return moment
        zone = known_zone(name)
        if zone:
            return Moment(moment.wall, zone)
        return self._by_explanation(name, moment.wall)

    def _explain(self, component: Component) -> None:
        for line in component.lines:
            prop = parse_line(line)
            if prop and prop.name == "TZID" and not known_zone(prop.value):
                zone = explained_zone(component)
                if not zone.is_empty and prop.value.strip():
                    self._explained.setdefault(_folded(prop.value), zone)

    def _by_explanation(self, name: str, wall: datetime) -> Moment:
        zone = self._explained.get(_folded(name))
        if zone is None:
            chosen = self._chosen.get(_folded(name), "")
            if not chosen:
                self.unknown.setdefault(" ".join(name.split()))
            return Moment(wall, chosen or self.house)
        equal = self._equal(name, zone, wall)
        if equal:
            return Moment(wall, equal)
        utc = wall - zone.offset(wall)
        return Moment(Moment(utc, "UTC").in_zone(self.house), self.house)

    def is_odd(self, prop: Property) -> bool:
        """Whether the property's clock is none we have, so that no rule can be kept by it."""
        name, moment = prop.parameter("TZID"), parse_moment(prop.value)
        zone = self._explained.get(_folded(name))
        if zone is None or moment is None or moment.is_day or moment.zone or known_zone(name):
            return False
        return not self._equal(name, zone, moment.wall)

    def converted(self, prop: Property, wall: datetime) -> datetime:
        """What the clock of the house shows when the property's own one shows `wall`."""
        moment = self._by_explanation(prop.parameter("TZID"), wall)
        return moment.in_zone(self.house)

    def _equal(self, name: str, zone: ExplainedZone, wall: datetime) -> str:
        """A zone we know whose clock shows the same in that year; empty if there is none."""
        key = _folded(name), wall.year
        if key not in self._equals:
            self._equals[key] = _equal_zone(zone, wall.year)
        return self._equals[key]


def _equal_zone(zone: ExplainedZone, year: int) -> str:
    if not 1970 <= year <= 2100:  # noqa: PLR2004 before, nobody's clocks agreed; later, nobody knows
        return ""
    samples = [datetime(year, month, day, 12) for month in range(1, 13) for day in (3, 12, 20, 28)]  # noqa: DTZ001 wall clocks
    wanted = [zone.offset(sample) for sample in samples]
    for name in (*_NEAR, *sorted(name for name in available_timezones() if "/" in name)):
        known = ZoneInfo(name)
        if all(
            sample.replace(tzinfo=known).utcoffset() == offset
            for sample, offset in zip(samples, wanted, strict=True)
        ):
            return name
    return ""
