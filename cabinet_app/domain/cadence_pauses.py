"""The days on which a promise rests: recess months of every year, pauses and excuses."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cabinet_app.domain.cadence import CadenceRule, WindowReason, WorkingCalendar

ONE_DAY = timedelta(days=1)

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Pause:
    """The days from `start` to `end`, both included, on which the promise rests, and why."""

    start: date
    end: date
    reason: WindowReason
    note: str = ""


def pauses_between(rule: CadenceRule, first: date, last: date) -> list[Pause]:
    """The pauses of the rule that touch `first`..`last`, in order; they may overlap."""
    pauses = []
    for exemption in rule.exemptions:
        start, end = exemption.start or first, exemption.end or last
        if start <= last and end >= first:
            reason = WindowReason.EXCUSED if exemption.reason.strip() else WindowReason.PAUSE
            pauses.append(Pause(start, end, reason, exemption.reason))
    for month in recess_of(rule):
        for year in range(first.year, last.year + 1):
            start = date(year, month, 1)
            end = date(year, month, calendar.monthrange(year, month)[1])
            if start <= last and end >= first:
                pauses.append(Pause(start, end, WindowReason.RECESS))
    return sorted(pauses, key=lambda pause: (pause.start, pause.end, pause.reason))


def recess_of(rule: CadenceRule) -> list[int]:
    """The recess months that exist, each once, in order."""
    return sorted({month for month in rule.recess_months if 1 <= month <= 12})  # noqa: PLR2004 - December


def merged(pauses: Iterable[Pause]) -> list[Span]:
    """The paused days as spans that neither overlap nor touch, in order."""
    spans: list[Span] = []
    for pause in sorted(pauses, key=lambda pause: pause.start):
        if pause.end < pause.start:
            continue
        if spans and pause.start <= spans[-1][1] + ONE_DAY:
            spans[-1] = (spans[-1][0], max(spans[-1][1], pause.end))
        else:
            spans.append((pause.start, pause.end))
    return spans


def active_spans(first: date, last: date, paused: Sequence[Span]) -> list[Span]:
    """What the merged pauses leave of `first`..`last`."""
    spans: list[Span] = []
    start = first
    for pause_start, pause_end in paused:
        if pause_end < start or pause_start > last:
            continue
        if pause_start > start:
            spans.append((start, pause_start - ONE_DAY))
        start = max(start, pause_end + ONE_DAY)
    if start <= last:
        spans.append((start, last))
    return spans


def paused_days(after: date, until: date, paused: Sequence[Span]) -> int:
    """How many of the days after `after` up to `until` rest."""
    return sum(
        (min(end, until) - max(start, after + ONE_DAY)).days + 1
        for start, end in paused
        if end > after and start <= until
    )


def due_day(after: date, running_days: int, paused: Sequence[Span]) -> date:
    """The day on which so many days have run since `after`; paused days do not run."""
    due = after + timedelta(days=running_days)
    for start, end in paused:
        begin = max(start, after + ONE_DAY)
        if end <= after:
            continue
        if begin > due:
            break
        due += timedelta(days=(end - begin).days + 1)
    return due


def workdays_in(spans: Iterable[Span], days: WorkingCalendar) -> int:
    return sum(days.working_days(first, last) for first, last in spans)


def last_workday_in(spans: Sequence[Span], days: WorkingCalendar) -> date | None:
    for first, last in reversed(spans):
        if found := days.last_working_day(first, last):
            return found
    return None
