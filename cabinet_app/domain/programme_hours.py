"""When the items of a programme begin and end, whom they are for, and what is on at a moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cabinet_app.domain.visits import (
    Delegation,
    DelegationSide,
    ProgrammeItem,
    ProgrammeItemStatus,
    Visit,
)

_EVENING = time(17)
_MORNING = time(6)
_ONE_DAY = timedelta(days=1)
_WITHOUT_END = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class NowAndNext:
    """What is on at a moment and what comes after it."""

    now: tuple[ProgrammeItem, ...]
    next: ProgrammeItem | None


def held(items: Iterable[ProgrammeItem]) -> list[ProgrammeItem]:
    """The items that have not been dropped."""
    return [item for item in items if item.status is not ProgrammeItemStatus.DROPPED]


def lasts_past_midnight(item: ProgrammeItem) -> bool:
    """Whether it begins in the evening and ends in the small hours, as dinners do."""
    if item.starts_at is None or item.ends_at is None:
        return False
    return item.ends_at < item.starts_at and item.starts_at >= _EVENING and item.ends_at <= _MORNING


def start_of(item: ProgrammeItem, first_day: date | None) -> datetime | None:
    """The moment it begins; an item without a day is on the first one. None where it is not known."""
    day = item.day or first_day
    return datetime.combine(day, item.starts_at) if day and item.starts_at else None


def end_of(item: ProgrammeItem, first_day: date | None) -> datetime | None:
    """The moment it ends, at the earliest that of its beginning; None where it is not known."""
    start = start_of(item, first_day)
    if start is None or item.ends_at is None:
        return None
    end = datetime.combine(start.date(), item.ends_at)
    if lasts_past_midnight(item):
        end += _ONE_DAY
    return max(start, end)


def in_order(visit: Visit) -> list[ProgrammeItem]:
    """The items by day and hour; those without an hour first in their day, those without a day last."""
    return sorted(visit.programme, key=_moment)


def _moment(item: ProgrammeItem) -> tuple[date, bool, time]:
    return item.day or date.max, item.starts_at is not None, item.starts_at or time.min


def guests_of(visit: Visit) -> list[Delegation]:
    """The delegations whose programme it is."""
    return [delegation for delegation in visit.delegations if delegation.side is DelegationSide.GUEST]


def is_for(item: ProgrammeItem, delegation: Delegation, delegations: Sequence[Delegation]) -> bool:
    """Whether a delegation takes part; an item whose delegations are all gone is for everybody again."""
    known = {each.id for each in delegations}
    named = [part for part in item.delegation_ids if part in known]
    return not named or delegation.id in named


def shared(one: ProgrammeItem, other: ProgrammeItem, delegations: Sequence[Delegation]) -> bool:
    """Whether somebody is meant to be at both: two items for different delegations may go on at once."""
    if not delegations:
        return True
    return any(is_for(one, each, delegations) and is_for(other, each, delegations) for each in delegations)


def now_and_next(visit: Visit, moment: datetime) -> NowAndNext | None:
    """What is on in a visit that is under way; None outside its days."""
    first, last = visit.starts_on, visit.ends_on or visit.starts_on
    if first is None or last is None or not first <= moment.date() <= last:
        return None
    timed = [(start, item) for item in held(visit.programme) if (start := start_of(item, first))]
    timed.sort(key=lambda pair: pair[0])
    coming = [item for start, item in timed if start > moment]
    starts = [start for start, _ in timed]
    now = (item for start, item in timed if start <= moment < _until(item, start, starts, first))
    return NowAndNext(tuple(now), coming[0] if coming else None)


def _until(item: ProgrammeItem, start: datetime, starts: Sequence[datetime], first: date) -> datetime:
    """An item without an end lasts an hour, or until the next one begins."""
    end = end_of(item, first)
    return end or min([start + _WITHOUT_END, *(other for other in starts if other > start)])


def days_of_visit(visit: Visit, most: int = 60) -> list[date]:
    """Every day of the visit, at most so many; none where its days are not known or reversed."""
    if visit.starts_on is None:
        return []
    length = ((visit.ends_on or visit.starts_on) - visit.starts_on).days
    return [visit.starts_on + timedelta(days=number) for number in range(min(length + 1, most))]
