"""A series as its master and its exceptions: what its rule says, and which rows say something else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cabinet_app.domain.foreign_rules import (
    Allowance,
    AllowanceSpent,
    Rule,
    RuleRefused,
    read_foreign,
    rule_text,
    starts,
)
from cabinet_app.domain.meetings import MeetingStatus
from cabinet_app.domain.recurrence import starts_between
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_rrule import rrule_text
from cabinet_app.exchange.ics_lines import clock_text, day_text, moments_line
from cabinet_app.exchange.ics_values import as_utc
from cabinet_app.services.calendar_export import OutgoingMeeting, OutgoingSeries

_GONE: Final = frozenset({MeetingStatus.CANCELLED})
_AT_ONCE: Final = 40
_DAYS: Final = 400_000


@dataclass(slots=True)
class PlannedSeries:
    """The first meeting as the rule has it, the lines that say when it comes again, and the exceptions.

    `master` is None where the rule cannot be told: then every meeting is an exception of its own.
    """

    zone: str
    all_day: bool
    sequence: int
    master: OutgoingMeeting | None = None
    lines: list[str] = field(default_factory=list)
    exceptions: list[OutgoingMeeting] = field(default_factory=list)


def plan_series(series: OutgoingSeries) -> PlannedSeries:
    """How the series is written."""
    record = series.record
    planned = PlannedSeries(record.zone, record.all_day, record.sequence)
    rows = {
        row.original_start: row
        for row in sorted(series.meetings, key=_by_worth)
        if row.original_start and row.status is not MeetingStatus.MOVED
    }
    if not rows or record.starts_at is None:
        planned.exceptions = list(series.meetings)
        return planned
    lines, ruled = _rule(record, sorted(rows))
    start = ruled[0] if ruled else min(rows)
    since, until = min(rows), max(rows)
    alive = {key for key, row in rows.items() if row.status not in _GONE}
    planned.master = _master(series, start, (rows[key] for key in sorted(alive)))
    out = read_foreign(record.foreign_rule).without if lines else frozenset()
    missing = [
        moment
        for moment in ruled
        if moment not in alive and (since <= moment <= until or (moment in out and moment < since))
    ]
    further = sorted(alive - set(ruled))
    planned.lines = lines
    for name, moments in (("EXDATE", missing), ("RDATE", further)):
        for place in range(0, len(moments), _AT_ONCE):
            some = moments[place : place + _AT_ONCE]
            planned.lines.append(moments_line(name, some, record.zone, all_day=record.all_day))
    for key in sorted(alive):
        if not _is_ordinary(rows[key], planned.master, key, record):
            planned.exceptions.append(rows[key])
    return planned


def _by_worth(row: OutgoingMeeting) -> tuple[bool, int]:
    """Of two rows of one day the living one counts, then the later one."""
    return row.status not in _GONE, row.id


def _rule(record: MeetingSeries, known: list[datetime]) -> tuple[list[str], list[datetime]]:
    """The lines of the rule and the starts they give up to the last row; no lines where none can be told."""
    begin = record.starts_at or known[0]
    last = max(known[-1], begin)
    if record.frequency is not Frequency.FOREIGN:
        text = rrule_text(record)
        return ([f"RRULE:{text}"], starts_between(record, begin.date(), last.date())) if text else ([], [])
    try:
        foreign = read_foreign(record.foreign_rule)
        plain = replace(foreign, further=frozenset(), without=frozenset())
        found = starts(plain, begin, begin, last, Allowance(_DAYS))
    except (RuleRefused, AllowanceSpent):
        return [], []
    lines = [f"RRULE:{_text(rule, record)}" for rule in foreign.rules]
    lines += [f"EXRULE:{_text(rule, record)}" for rule in foreign.exceptions]
    # What is left out or added beyond the last row is not seen in the rows.
    for name, moments in (("EXDATE", foreign.without), ("RDATE", foreign.further)):
        later = sorted(moment for moment in moments if moment > last)
        if later:
            lines.append(moments_line(name, later, record.zone, all_day=record.all_day))
    return lines, found


def _text(rule: Rule, record: MeetingSeries) -> str:
    """The value of RRULE; UNTIL is in UTC, or a day if the meetings last all day."""
    text = rule_text(replace(rule, until=None))
    if rule.until is None:
        return text
    if record.all_day:
        return f"{text};UNTIL={day_text(rule.until)}"
    return f"{text};UNTIL={clock_text(as_utc(rule.until, record.zone))}Z"


def _master(series: OutgoingSeries, start: datetime, alive: Iterable[OutgoingMeeting]) -> OutgoingMeeting:
    """The first meeting, with the words that most of them share."""
    record = series.record
    shared = Counter(_words(row) for row in alive)
    by_words = {_words(row): row for row in reversed(series.meetings)}
    most = shared.most_common(1)
    pattern = by_words[most[0][0]] if most else series.meetings[0]
    length = timedelta(minutes=record.duration_minutes)
    return replace(
        pattern,
        title=pattern.title if most else record.title,
        starts_at=start,
        ends_at=start + (_length(pattern) if most else length),
        zone=record.zone,
        all_day=record.all_day,
        status=MeetingStatus.CONVENED,
        visibility=record.visibility,
        original_start=None,
        bodies=pattern.bodies or series.bodies,
    )


def _words(row: OutgoingMeeting) -> tuple[object, ...]:
    bodies = tuple(row.bodies)
    return row.title, row.number, row.description, row.place, row.transparent, _length(row), bodies


def _length(row: OutgoingMeeting) -> timedelta:
    return row.ends_at - row.starts_at


def _is_ordinary(row: OutgoingMeeting, master: OutgoingMeeting, key: datetime, record: MeetingSeries) -> bool:
    """Whether the rule and the master say everything about a row."""
    begins = row.starts_at
    if not row.all_day and row.zone != record.zone:
        there = as_utc(row.starts_at, row.zone).astimezone(ZoneInfo(record.zone))
        begins = there.replace(tzinfo=None)
    return (
        begins == key
        and row.all_day == record.all_day
        and row.visibility is record.visibility
        and _words(row) == _words(master)
    )
