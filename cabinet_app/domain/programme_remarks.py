"""What a careful colleague would say about a programme; remarks, never obstacles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final

from cabinet_app.domain.programme_hours import (
    end_of,
    guests_of,
    held,
    is_for,
    lasts_past_midnight,
    shared,
    start_of,
)
from cabinet_app.domain.visits import Audience, Delegation, ProgrammeItem, Visit

GAP: Final = timedelta(minutes=60)
"""A pause longer than this is mentioned: shorter ones are there to breathe."""


class RemarkKind(StrEnum):
    OUTSIDE = "outside"
    UNTITLED = "untitled"
    REVERSED = "reversed"
    OVERLAP = "overlap"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark about an item, or about the hours between two.

    `number` counts items from 1; `delegation` is said where a gap is one delegation's alone; `day` where the
    programme has several.
    """

    kind: RemarkKind
    item: ProgrammeItem | None = None
    other: ProgrammeItem | None = None
    number: int = 0
    start: datetime | None = None
    end: datetime | None = None
    day: date | None = None
    delegation: Delegation | None = None


def programme_remarks(visit: Visit) -> list[Remark]:
    """Items outside the visit, without a title, out of time or at once, and long gaps."""
    items = held(visit.programme)
    remarks = [*_outside(visit, items), *_misshapen(items)]
    timed = sorted(
        ((start, item) for item in items if (start := start_of(item, visit.starts_on))),
        key=lambda pair: pair[0],
    )
    is_long = len({start.date() for start, _ in timed}) > 1
    for day, found in groupby(timed, key=lambda pair: pair[0].date()):
        of_day = [item for _, item in found]
        said = [*_overlaps(of_day, visit), *_gaps(of_day, visit)]
        said.sort(key=_when)
        remarks += [replace(remark, day=day) if is_long else remark for remark in said]
    return remarks


def _when(remark: Remark) -> datetime:
    assert remark.start
    return remark.start


def _outside(visit: Visit, items: Sequence[ProgrammeItem]) -> Iterator[Remark]:
    first, last = visit.starts_on, visit.ends_on or visit.starts_on
    if first is None or last is None or last < first:
        return
    for item in items:
        if item.day and not first <= item.day <= last:
            yield Remark(RemarkKind.OUTSIDE, item, start=datetime.combine(item.day, datetime.min.time()))


def _misshapen(items: Sequence[ProgrammeItem]) -> Iterator[Remark]:
    for number, item in enumerate(items, start=1):
        if item.title.is_empty:
            yield Remark(RemarkKind.UNTITLED, item, number=number)
        is_reversed = item.starts_at and item.ends_at and item.ends_at < item.starts_at
        if is_reversed and not lasts_past_midnight(item):
            yield Remark(RemarkKind.REVERSED, item)


def _overlaps(items: Sequence[ProgrammeItem], visit: Visit) -> Iterator[Remark]:
    """Pairs of one day's items, in the order of their hours, that the same people are meant to be at."""
    first, guests = visit.starts_on, guests_of(visit)
    for number, item in enumerate(items):
        start = start_of(item, first)
        assert start
        for before in reversed(items[:number]):
            end = end_of(before, first)
            excused = item.clash_note.strip() or before.clash_note.strip()
            if end and start < end and not excused and shared(before, item, guests):
                yield Remark(RemarkKind.OVERLAP, before, item, start=start)
                break


def _gaps(items: Sequence[ProgrammeItem], visit: Visit) -> list[Remark]:
    """For every delegation of the guests by itself; said once where all of them wait."""
    shown = [item for item in items if item.audience is not Audience.INTERNAL]
    guests = guests_of(visit)
    seen: dict[tuple[datetime, datetime], list[Delegation]] = {}
    for delegation in guests:
        for gap in _waits([item for item in shown if is_for(item, delegation, guests)], visit):
            seen.setdefault(gap, []).append(delegation)
    if not guests:
        seen = {gap: [] for gap in _waits(shown, visit)}
    remarks = []
    for (start, end), waiting in seen.items():
        if len(waiting) == len(guests):
            remarks.append(Remark(RemarkKind.GAP, start=start, end=end))
        else:
            remarks += [Remark(RemarkKind.GAP, start=start, end=end, delegation=each) for each in waiting]
    return remarks


def _waits(items: Sequence[ProgrammeItem], visit: Visit) -> Iterator[tuple[datetime, datetime]]:
    latest: datetime | None = None
    for item in items:
        start, end = start_of(item, visit.starts_on), end_of(item, visit.starts_on)
        assert start
        if latest is not None and start - latest > GAP:
            yield latest, start
        # After an item whose end nobody knows there is no telling how long the pause is.
        latest = max(latest, end) if latest and end else end
