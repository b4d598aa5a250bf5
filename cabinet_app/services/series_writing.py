"""Writes the rows of a series within a step: what a rule gives, takes and leaves alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.recurrence import calendar_of, first_day
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.domain.series_plan import Plan, Row, is_empty, plan
from cabinet_app.domain.series_rows import join, leave, meeting_on, place_on, put_on
from cabinet_app.domain.series_slots import Decisions, Slot, slots
from cabinet_app.errors import ValueRejected
from cabinet_app.services.identity import new_uid
from cabinet_app.services.journal import Step
from cabinet_app.services.mapping import to_record
from cabinet_app.services.read_ahead import batches
from cabinet_app.services.usage import used_of

MEETING, SERIES = "meeting", "series"
MONTHS_AHEAD = 24
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Left:
    """A meeting that a change of its series left as it was, because something is written in it."""

    meeting_id: int
    starts_at: datetime | None


def horizon(series: MeetingSeries, today: date) -> date:
    """The day up to which meetings of a series stand as rows: 24 months ahead, and the first one anyway."""
    ahead = today + _months(today, MONTHS_AHEAD)
    return max(ahead, first_day(series) or ahead)


def _months(today: date, count: int) -> timedelta:
    number = today.year * 12 + today.month - 1 + count
    first = date(number // 12, number % 12 + 1, 1)
    return first - today.replace(day=1)


class SeriesWriter:
    """The rows of series in one step."""

    def __init__(self, step: Step, today: date) -> None:
        self._step = step
        self._today = today

    def put_series(self, series: MeetingSeries) -> None:
        """Store the series with its first start on a day of its rule and its rows up to the horizon."""
        first = first_day(series)
        if series.starts_at is None or first is None:
            raise ValueRejected("starts_at", str(series.starts_at or ""))
        series.starts_at = datetime.combine(first, series.starts_at.time())
        series.materialised_until = horizon(series, self._today)
        self._step.put(SERIES, series)

    def wanted(self, series: MeetingSeries, since: date, decisions: Decisions | None) -> list[Slot]:
        """The slots of the series from the day `since` of its rule on."""
        assert series.materialised_until
        found = slots(series, series.materialised_until, calendar_of(series), decisions)
        return [slot for slot in found if slot.original >= since]

    def add(self, series: MeetingSeries, fresh: Iterable[Slot]) -> None:
        """New rows for these slots."""
        self.write(meeting_on(series, slot) for slot in fresh)

    def rewrite(
        self,
        series: MeetingSeries,
        members: Sequence[Meeting],
        wanted: Sequence[Slot],
        current: Meeting | None = None,
        *,
        is_first: bool = False,
        stays: bool = False,
    ) -> list[Left]:
        """Bring the rows of a series, or of the one it came from, onto the wanted slots.

        `current` is the meeting in which the change was made, with what was typed into it; it is the first
        of the new ones if `is_first`, and keeps its own hours on its day if it `stays`. Others that somebody
        has written something into are left, and told.
        """
        current_id = current.id if current else 0
        loose = self._loose(members)
        rows = [
            Row(one.id, one.original_start.date(), is_loose=one.id in loose or one.id == current_id)
            for one in members
            if one.original_start
        ]
        made = plan(rows, wanted, current_id if is_first else 0)
        by_id = {one.id: one for one in members}
        if current is not None:
            by_id[current.id] = current
        if current is not None:
            self._place_current(series, made, current, stays=stays)
        left = self._apply(series, made, by_id, current_id)
        self.add(series, made.fresh)
        return left

    def cut(self, members: Sequence[Meeting], also: int = 0) -> list[Left]:
        """Take the members away, `also` whatever it is; those with content stand alone from now on."""
        loose = self._loose(members)
        gone = [one.id for one in members if one.id in loose or one.id == also or _is_ghost(one)]
        self._remove(gone)
        staying = [one for one in members if one.id not in gone]
        for meeting in staying:
            leave(meeting, new_uid())
        self.write(staying)
        return _left(staying)

    def members(self, series_id: int, since: date = date.min) -> list[Meeting]:
        """The meetings of a series from the day `since` of its rule on, moved and deleted ones left out."""
        wanted = (
            select(MeetingTable.id)
            .where(
                MeetingTable.series_id == series_id,
                MeetingTable.deleted_at.is_(None),
                MeetingTable.status != MeetingStatus.MOVED,
                MeetingTable.original_start >= datetime.combine(since, time.min),
            )
            .order_by(MeetingTable.original_start, MeetingTable.id)
        )
        return self._read(self._step.session.scalars(wanted).all())

    def moved(self, series_id: int) -> list[Meeting]:
        """The old rows of meetings of the series that were put on another day."""
        wanted = select(MeetingTable.id).where(
            MeetingTable.series_id == series_id,
            MeetingTable.deleted_at.is_(None),
            (MeetingTable.status == MeetingStatus.MOVED) | MeetingTable.original_start.is_(None),
        )
        return self._read(self._step.session.scalars(wanted).all())

    def let_go(self, members: Iterable[Meeting]) -> None:
        """Let these stand alone; their series goes."""
        for meeting in members:
            leave(meeting, meeting.uid)
            self._step.put(MEETING, meeting)

    def _apply(
        self, series: MeetingSeries, made: Plan, by_id: dict[int, Meeting], current_id: int
    ) -> list[Left]:
        changed, left = [], []
        for meeting_id, slot in made.placed:
            meeting = by_id[meeting_id]
            if meeting_id != current_id:
                put_on(series, slot, meeting)
            meeting.sequence += 1
            changed.append(meeting)
        for meeting_id, slot in made.held:
            meeting = by_id[meeting_id]
            join(series, slot.original, meeting)
            meeting.detached = True
            changed.append(meeting)
            left.append(meeting)
        # The meeting on the screen stays, alone if need be; a deleted one without a day has nothing to keep.
        gone = {*made.gone, *(one for one in made.apart if _is_ghost(by_id[one]))} - {current_id}
        for meeting_id in (*made.apart, *made.gone):
            if meeting_id not in gone:
                leave(by_id[meeting_id], new_uid())
                changed.append(by_id[meeting_id])
                left.append(by_id[meeting_id])
        self.write(changed)
        self._remove(sorted(gone))
        return _left(left)

    def _place_current(self, series: MeetingSeries, made: Plan, current: Meeting, *, stays: bool) -> None:
        slot = next((slot for meeting_id, slot in made.placed if meeting_id == current.id), None)
        if slot is None:
            return
        is_there = current.original_start is not None and current.original_start.date() == slot.original
        if stays and is_there:
            join(series, slot.original, current)
        else:
            place_on(series, slot, current)

    def _loose(self, members: Sequence[Meeting]) -> set[int]:
        """The rows that a rule may change: still to come, not changed by hand, empty, and used by nobody."""
        candidates = [
            one.id
            for one in members
            if one.starts_at and one.starts_at.date() >= self._today and not one.detached and is_empty(one)
        ]
        return set(candidates) - set(used_of(self._step.session, MEETING, candidates))

    def write(self, meetings: Iterable[Meeting]) -> None:
        """Store these meetings, some hundreds at a time."""
        for some in batches(meetings):
            self._step.read_ahead((MEETING, one.id, one) for one in some)
            for one in some:
                self._step.put(MEETING, one)

    def _remove(self, ids: Sequence[int]) -> None:
        for some in batches(ids):
            self._step.read_ahead((MEETING, one, None) for one in some)
            for one in some:
                self._step.remove(MEETING, one)

    def _read(self, ids: Sequence[int]) -> list[Meeting]:
        return [one for some in batches(ids) for one in self._records(some)]

    def _records(self, ids: Sequence[int]) -> Iterator[Meeting]:
        self._step.read_ahead((MEETING, one, None) for one in ids)
        for one in ids:
            yield to_record(self._step.find(MEETING, one), Meeting)


def check_slots(step: Step, series_id: int | None) -> None:
    """See that no two meetings of a series stand for the same day of its rule.

    Raises:
        ValueRejected: two do, moved ones left out.
    """
    if series_id is None:
        return
    step.session.flush()
    twice = (
        select(MeetingTable.original_start)
        .where(
            MeetingTable.series_id == series_id,
            MeetingTable.deleted_at.is_(None),
            MeetingTable.status != MeetingStatus.MOVED,
            MeetingTable.original_start.is_not(None),
        )
        .group_by(MeetingTable.original_start)
        .having(func.count() > 1)
        .limit(1)
    )
    found = step.session.scalar(twice)
    if found is not None:
        raise ValueRejected("original_start", found.isoformat(" "))


def _is_ghost(meeting: Meeting) -> bool:
    """A meeting that was deleted and stays only so that the series knows."""
    return meeting.status is MeetingStatus.CANCELLED and is_empty(meeting)


def _left(meetings: Iterable[Meeting]) -> list[Left]:
    return [Left(one.id, one.starts_at) for one in meetings if one.status is not MeetingStatus.CANCELLED]
