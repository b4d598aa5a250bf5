"""From the events of one UID to the meetings they mean: rules worked out, exceptions put in their places."""

import hashlib
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from cabinet_app.domain.foreign_rules import (
    Allowance,
    AllowanceSpent,
    ForeignRule,
    Rule,
    RuleRefused,
    gives_its_start,
    moment_text,
    nearest,
    parse_rule,
    rule_text,
    starts,
    wall_moment,
)
from cabinet_app.domain.incoming import IncomingEvent, Weight
from cabinet_app.domain.meetings import Invitation, Meeting
from cabinet_app.domain.recurrence import starts_between, with_rule
from cabinet_app.domain.series import Frequency, HolidayPolicy, MeetingSeries
from cabinet_app.domain.series_rrule import series_from_rrule
from cabinet_app.exchange.ics_events import Event
from cabinet_app.exchange.ics_values import Moment, existing, parse_moment
from cabinet_app.exchange.zones import ZoneBook

MOST_MEETINGS: Final = 2000
_MOST_MEETINGS_OF_FILE: Final = 50_000
_MOST_INVITATIONS: Final = 4000
_DAYS_OF_FILE: Final = 400_000
_LONG_AGO: Final = timedelta(days=60 * 366)
_DAYS_OF_SERIES: Final = 200_000
_CLOCKS_CHANGE_BEFORE: Final = 4
_ONE_DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class Reading:
    """What the reading of one file shares: its zones, its horizon, and how much may still be looked at."""

    zones: ZoneBook
    horizon: datetime
    feed: str = ""
    floating: str = ""
    allowance: Allowance = field(default_factory=lambda: Allowance(_DAYS_OF_FILE))
    meetings_left: int = _MOST_MEETINGS_OF_FILE

    def zone_of(self, moment: Moment) -> str:
        """Whose wall clock a moment stands on; whole days and floating times stand on that of the house."""
        if moment.is_day:
            return self.zones.house
        return moment.zone or self.floating or self.zones.house


@dataclass(slots=True)
class _Series:
    """A master with the zone of its clock, its rule and its starts by that clock."""

    master: Event
    zone: str
    rule: ForeignRule
    starts: list[datetime]


def understand(events: Sequence[Event], reading: Reading) -> IncomingEvent | None:
    """What the events of one UID come to; None if none of them can be read."""
    readable = [event for event in events if event.start is not None]
    # Some programs give every master an original start; two of them are exceptions, whatever rule they bear.
    is_alone = len(events) == 1
    masters = sorted(
        (one for one in readable if not one.original or (is_alone and one.rules)), key=_freshness
    )
    overrides = _latest([one for one in readable if one.original and one not in masters])
    if not masters:
        return _loose(overrides, reading)
    master = masters[-1]
    for older in masters[:-1]:
        older.note("superseded")
    series = _series(master, reading) if master.is_series else None
    found = _incoming(master)
    if series is None:
        found.meetings = _single(master, overrides, reading)
    else:
        found.series = _record(series, reading)
        found.meetings = _in_their_places(series, overrides, reading)
        if not found.meetings and not series.rule.rules and not series.rule.further:
            return None
    found.sequence = max(master.sequence, 0)
    return found


def generated_uid(event: Event, taken: set[str]) -> str:
    """A UID for an event without one: the same whenever the same event is read; twins are told apart."""
    start = moment_text(event.start.wall) if event.start else ""
    told = f"{start}|{event.title}|{event.location}"
    number = next(number for number in itertools.count() if f"{told}|{number}" not in taken)
    taken.add(f"{told}|{number}")
    digest = hashlib.sha256(f"{told}|{number}".encode("utf-8", "replace")).hexdigest()
    return f"{digest[:32]}@without-uid"


def meeting_of(event: Event, start: Moment, length: timedelta, reading: Reading) -> Meeting:
    """One meeting of the event; a time in UTC is put on the clock of the house."""
    zone = reading.zone_of(start)
    wall = start.wall
    if zone == "UTC":
        zone = reading.zones.house
        wall = start.in_zone(zone)
    if not start.is_day and wall.hour < _CLOCKS_CHANGE_BEFORE:
        there = existing(wall, zone)
        if there != wall:
            event.note("hour_left_out", moment_text(wall))
            wall = there
    return Meeting(
        title=event.summary,
        description=event.description,
        platform=event.location,
        status=event.status,
        visibility=event.visibility,
        starts_at=wall,
        ends_at=_later(wall, length),
        all_day=start.is_day,
        zone=zone,
        uid=event.uid,
        sequence=event.sequence,
        transparent=event.transparent,
        feed=reading.feed,
        raw_properties=event.raw,
        invitations=[replace(invitation) for invitation in event.invitations],
    )


def _later(wall: datetime, length: timedelta) -> datetime:
    try:
        return wall + length
    except OverflowError:
        return wall


def _freshness(event: Event) -> tuple[int, datetime, datetime, int]:
    return event.freshness


def _incoming(event: Event) -> IncomingEvent:
    return IncomingEvent(event.uid, event.component, event.line, event.sequence, event.modified)


def _latest(overrides: Iterable[Event]) -> list[Event]:
    """Of several versions of one exception the freshest."""
    found: dict[tuple[datetime, str, bool], Event] = {}
    for event in sorted(overrides, key=_freshness):
        assert event.original
        found[event.original.wall, event.original.zone, event.is_from_here_on] = event
    return sorted(found.values(), key=lambda event: event.component)


def _loose(overrides: Sequence[Event], reading: Reading) -> IncomingEvent | None:
    """Exceptions whose series is not in the file: meetings of their own that remember their first start."""
    if not overrides:
        return None
    found = _incoming(overrides[0])
    for event in overrides:
        assert event.start
        assert event.original
        meeting = meeting_of(event, event.start, event.length, reading)
        meeting.original_start = event.original.in_zone(reading.zone_of(event.start))
        found.meetings.append(meeting)
    return found


def _single(master: Event, overrides: Sequence[Event], reading: Reading) -> list[Meeting]:
    assert master.start
    zone = reading.zone_of(master.start)
    found = {master.start.wall: meeting_of(master, master.start, master.length, reading)}
    for event in overrides:
        assert event.start
        assert event.original
        key = event.original.in_zone(zone)
        meeting = meeting_of(event, event.start, event.length, reading)
        meeting.original_start = None if key in found else key
        found[key] = meeting
    return list(found.values())


def _series(master: Event, reading: Reading) -> _Series | None:
    """The master with its rule worked out; None if it cannot be followed: it is one meeting then."""
    assert master.start
    zone = reading.zone_of(master.start)
    odd = master.start_property is not None and reading.zones.is_odd(master.start_property)
    own_start = parse_moment(master.start_property.value) if odd and master.start_property else None
    start = own_start.wall if own_start else master.start.wall
    try:
        rule = _rule_of(master, zone, reading)
        found = _worked_out(rule, start, reading)
    except RuleRefused as error:
        master.note(error.reason, error.value)
        return None
    except AllowanceSpent:
        master.note("series_too_large")
        return None
    if not found:
        master.note("no_occurrence", weight=Weight.REFUSED)
        return _Series(master, zone, ForeignRule(), [])
    if own_start and master.start_property:
        prop = master.start_property
        found = sorted({reading.zones.converted(prop, moment) for moment in found})
        rule = ForeignRule(further=frozenset(found[1:]))
    series = _Series(master, zone, rule, found)
    _take_out(series, reading)
    if len(rule.rules) == 1 and not gives_its_start(rule.rules[0], start):
        master.note("start_outside_rule")
    return series


def _worked_out(rule: ForeignRule, start: datetime, reading: Reading) -> list[datetime]:
    if rule.rules and not rule.further and all(one.until and one.until < start for one in rule.rules):
        return []
    last = max(reading.horizon, start)
    first = max(start, last - _LONG_AGO)
    allowance = Allowance(min(_DAYS_OF_SERIES, reading.allowance.days))
    before = allowance.days
    try:
        return starts(rule, start, first, last, allowance)
    finally:
        reading.allowance.days = max(0, reading.allowance.days - before + max(allowance.days, 0))


def _rule_of(master: Event, zone: str, reading: Reading) -> ForeignRule:
    assert master.start
    is_day = master.start.is_day

    def until(text: str) -> datetime | None:
        moment = parse_moment(text)
        if moment is None:
            return wall_moment(text)
        if moment.is_day or is_day:
            on = moment.in_zone(reading.zones.house).date()
            return datetime.combine(on, time(23, 59, 59))
        return moment.in_zone(zone)

    rules = tuple(parse_rule(text, until) for text in master.rules)
    exceptions: list[Rule] = []
    for text in master.exceptions:
        try:
            exceptions.append(parse_rule(text, until))
        except RuleRefused as error:
            master.note("exception_unreadable", error.value)
    further = {_on_clock(moment, zone, reading, is_day=is_day) for moment, _length in master.further}
    return ForeignRule(rules, tuple(exceptions), frozenset(further))


def _on_clock(moment: Moment, zone: str, reading: Reading, *, is_day: bool) -> datetime:
    """By the clock of the series; in a series of whole days the day alone counts."""
    if is_day:
        return datetime.combine(moment.in_zone(reading.zones.house).date(), time())
    return moment.in_zone(zone)


def _take_out(series: _Series, reading: Reading) -> None:
    """Leave out what EXDATE names: a moment, or every start of a day."""
    master = series.master
    assert master.start
    gone: set[datetime] = set()
    known = set(series.starts)
    for moment in master.without:
        wall = _on_clock(moment, series.zone, reading, is_day=master.start.is_day)
        if moment.is_day and not master.start.is_day:
            on_the_day = {start for start in _around(series.starts, wall) if start.date() == wall.date()}
            gone |= on_the_day or {datetime.combine(wall.date(), master.start.wall.time())}
        else:
            gone.add(wall)
    series.starts = [start for start in series.starts if start not in gone]
    beyond = {moment for moment in gone if moment > reading.horizon}
    series.rule = replace(series.rule, without=frozenset((gone & known) | beyond))


def _around(moments: Sequence[datetime], day: datetime) -> Iterable[datetime]:
    return (moment for moment in moments if moment.date() == day.date())


def _record(series: _Series, reading: Reading) -> MeetingSeries:
    """The series as it is stored: as one of ours where we can make its rule ourselves, foreign otherwise."""
    foreign = _foreign_record(series, reading)
    master, rule = series.master, series.rule
    is_plain = len(rule.rules) == 1 and not (rule.exceptions or rule.further)
    is_whole = is_plain and len(series.starts) <= MOST_MEETINGS and not _is_beyond(rule.without, reading)
    if not is_whole or series.zone == "UTC" or foreign.starts_at is None or master.start is None:
        return foreign
    ours = series_from_rrule(master.rules[0], master.start.wall, series.zone, all_day=foreign.all_day)
    if ours is None:
        return foreign
    made = with_rule(replace(foreign, foreign_rule="", holiday_policy=HolidayPolicy.KEEP), ours)
    made.starts_at = master.start.wall
    last = min(reading.horizon.date(), series.starts[-1].date()) if series.starts else reading.horizon.date()
    ruled = set(starts_between(made, master.start.wall.date(), last))
    # What the two readings of a rule do not agree about is left as it came.
    return made if ruled == set(series.starts) | rule.without else foreign


def _is_beyond(moments: Iterable[datetime], reading: Reading) -> bool:
    return any(moment > reading.horizon for moment in moments)


def _foreign_record(series: _Series, reading: Reading) -> MeetingSeries:
    master = series.master
    return MeetingSeries(
        title=master.summary,
        visibility=master.visibility,
        starts_at=min([*series.starts[:1], master.start.wall]) if master.start else None,
        duration_minutes=max(0, min(int(master.length.total_seconds() // 60), 10**6)),
        all_day=bool(master.start and master.start.is_day),
        zone=series.zone,
        frequency=Frequency.FOREIGN,
        materialised_until=reading.horizon.date(),
        uid=master.uid,
        sequence=master.sequence,
        feed=reading.feed,
        foreign_rule=_foreign_text(series.rule),
        raw_properties=master.raw,
    )


def _foreign_text(rule: ForeignRule) -> str:
    lines = [f"RRULE:{rule_text(one)}" for one in rule.rules]
    lines += [f"EXRULE:{rule_text(one)}" for one in rule.exceptions]
    for name, moments in (("RDATE", rule.further), ("EXDATE", rule.without)):
        if moments:
            lines.append(f"{name}:{','.join(moment_text(moment) for moment in sorted(moments))}")
    return "\n".join(lines)


def _in_their_places(series: _Series, overrides: Sequence[Event], reading: Reading) -> list[Meeting]:
    """The meetings of a series: its own and, in their places, the exceptions to it."""
    kept = _kept(series, reading)
    placed = _placed(series, overrides, reading)
    onward = sorted(
        ((key, event) for key, event in placed.items() if event.is_from_here_on), key=lambda pair: pair[0]
    )
    lengths = {
        _on_clock(moment, series.zone, reading, is_day=False): length
        for moment, length in series.master.further
        if length
    }
    people = _people(series.master, len(kept))
    found: dict[datetime, Meeting] = {}
    for start in kept:
        meeting = _ordinary(series, start, onward, lengths, reading)
        meeting.invitations = [replace(one) for one in people]
        found[start] = meeting
    shortened = set(series.starts[: len(series.starts) - len(kept)])
    for key, event in placed.items():
        if key in shortened:
            continue
        assert event.start
        meeting = meeting_of(event, event.start, event.length, reading)
        meeting.original_start = key
        meeting.detached = True
        found[key] = meeting
    return [found[key] for key in sorted(found)]


def _ordinary(
    series: _Series,
    start: datetime,
    onward: Sequence[tuple[datetime, Event]],
    lengths: Mapping[datetime, timedelta],
    reading: Reading,
) -> Meeting:
    """A meeting as its rule gives it, or as the last exception that holds from there on says."""
    master = series.master
    assert master.start
    event, shift = master, timedelta()
    for key, other in onward:
        if key <= start and other.start:
            event, shift = other, other.start.in_zone(series.zone) - key
    zone = "" if master.start.is_day else series.zone
    moment = Moment(_later(start, shift), zone, master.start.is_day)
    length = lengths.get(start, event.length)
    meeting = meeting_of(event, moment, length, reading)
    meeting.original_start = start
    return meeting


def _kept(series: _Series, reading: Reading) -> list[datetime]:
    """The starts that become meetings: the last two thousand, and no more than the file may still have."""
    most = min(MOST_MEETINGS, reading.meetings_left)
    kept = series.starts[-most:] if most else []
    assert series.master.start
    is_from_long_ago = bool(kept) and kept[0] - series.master.start.wall > _LONG_AGO
    if len(kept) < len(series.starts) or is_from_long_ago:
        day = kept[0].date().isoformat() if kept else ""
        series.master.note("series_shortened", day)
    reading.meetings_left -= len(kept)
    return kept


def _placed(series: _Series, overrides: Sequence[Event], reading: Reading) -> dict[datetime, Event]:
    """Exceptions by the start they take the place of, by the clock of the series."""
    master = series.master
    assert master.start
    placed: dict[datetime, Event] = {}
    for event in overrides:
        assert event.original
        key = _on_clock(event.original, series.zone, reading, is_day=master.start.is_day)
        if event.original.is_day and not master.start.is_day:
            key = nearest(series.starts, key) or datetime.combine(key.date(), master.start.wall.time())
        if key not in series.starts:
            event.note("exception_of_nothing", moment_text(key))
        placed[key] = event
    return placed


def _people(master: Event, count: int) -> list[Invitation]:
    """Who is invited to every meeting; too many people are not written down a thousand times."""
    if len(master.invitations) * count <= _MOST_INVITATIONS:
        return master.invitations
    master.note("invitations_left_out", str(len(master.invitations)))
    return []


def span_of(meetings: Iterable[Meeting]) -> tuple[date, date] | None:
    """The first and the last day of meetings."""
    days = [meeting.starts_at.date() for meeting in meetings if meeting.starts_at]
    return (min(days), max(days)) if days else None
