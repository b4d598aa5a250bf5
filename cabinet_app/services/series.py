"""Series of meetings: a rule with real rows, changed for this meeting and the following, or for all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, or_, select

from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.db.tables.series import MeetingSeries as SeriesTable
from cabinet_app.domain.foreign_rules import AllowanceSpent, RuleRefused, foreign_starts
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.recurrence import calendar_of, days, rule_of, with_rule
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_plan import Scope
from cabinet_app.domain.series_rows import adapted, meeting_on, place_on, take_changes, take_template
from cabinet_app.domain.series_slots import Decisions, Slot, slots
from cabinet_app.errors import Conflict, RecordNotFound
from cabinet_app.services.changes import Act
from cabinet_app.services.identity import new_id, new_uid
from cabinet_app.services.journal import Step
from cabinet_app.services.mapping import to_record
from cabinet_app.services.records import Records, Stored, copy_of
from cabinet_app.services.series_writing import (
    MEETING,
    SERIES,
    Left,
    SeriesWriter,
    check_slots,
    horizon,
)

_ONE_DAY = timedelta(days=1)
_RENEWED = timedelta(days=31)
"""How much of the 24 months may have passed before they are filled up again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the meeting in which a change was made, and what it left alone.

    `meeting` is None if it is there no longer.
    """

    meeting: Stored[Meeting] | None
    left: tuple[Left, ...] = ()


class SeriesService(Records[MeetingSeries]):
    record_type = SERIES

    def create(self, record: MeetingSeries) -> Stored[MeetingSeries]:
        """Store a series without its meetings; they come with the next `continue_all`."""
        record.uid = record.uid or new_uid()
        return super().create(record)

    def duplicate(self, record_id: int) -> MeetingSeries:
        """A copy that is not stored yet, known to nobody and without meetings."""
        copy = super().duplicate(record_id)
        copy.uid, copy.sequence, copy.materialised_until = new_uid(), 0, None
        copy.feed = copy.raw_properties = ""
        return copy

    def begin(
        self,
        meeting: Meeting,
        version: int,
        series: MeetingSeries,
        today: date,
        decisions: Decisions | None = None,
    ) -> Outcome:
        """Let a meeting, new if `version` is 0, be the first of a series with all that follow.

        The series takes over what the meeting says; `decisions` say what becomes of its days on holidays.

        Raises:
            RecordError: the rule has no day, or a hard rule is broken.
            Conflict: somebody else changed the meeting meanwhile.
        """
        made = copy_of(series)
        take_template(made, meeting)
        made.id, made.sequence = new_id(), 0
        made.starts_at = meeting.starts_at
        made.uid = meeting.uid or new_uid()
        with self.journal.step(Act.UPDATE if version else Act.CREATE) as step:
            writer = SeriesWriter(step, today)
            writer.put_series(made)
            first, *fresh = writer.wanted(made, date.min, decisions)
            place_on(made, first, meeting)
            step.put(MEETING, meeting, version)
            writer.add(made, fresh)
            return Outcome(_stored(step, meeting.id))

    def change(
        self,
        meeting: Meeting,
        version: int,
        series: MeetingSeries,
        scope: Scope,
        today: date,
        decisions: Decisions | None = None,
    ) -> Outcome:
        """Store a meeting of a series as it was edited, and let the following or all of them follow it.

        `series` is its series with the rule as edited. Where meetings before stay as they are, the series is
        split: the old one ends, a new one begins. All means all that are still to come.

        Raises:
            RecordError: the rule has no day, or a hard rule is broken.
            Conflict: somebody else changed the meeting meanwhile.
        """
        with self.journal.step(Act.UPDATE) as step:
            before = _member(step, meeting.id, version)
            old: MeetingSeries = to_record(step.find(SERIES, before.series_id or 0), MeetingSeries)
            edit = _Edit(old, before, meeting, copy_of(series))
            writer = SeriesWriter(step, today)
            since = _since(writer, old, edit.origin, scope, today)
            has_past = self._has_before(step, old.id, since)
            if has_past and (edit.is_other_time or scope is Scope.FOLLOWING):
                made = self._split(step, edit, since, scope)
            else:
                made = edit.in_place(since, has_past=has_past)
            members = writer.members(old.id, since)
            writer.put_series(made)
            wanted = writer.wanted(made, date.min if made.id != old.id or not has_past else since, decisions)
            left = self._rewrite(writer, made, members, wanted, edit, scope)
            if not any(one.id == meeting.id for one in members):
                meeting.detached = True
                step.put(MEETING, meeting)
            check_slots(step, made.id)
            return Outcome(_stored(step, meeting.id), tuple(left))

    def cancel(self, meeting_id: int, scope: Scope, today: date) -> Outcome:
        """Delete a meeting of a series, it and the following, or all that are still to come.

        A single one stays, cancelled, so that calendars learn of it. Of several, those with content stay as
        meetings of their own, and are told.
        """
        with self.journal.step(Act.DELETE) as step:
            meeting = _member(step, meeting_id)
            if scope is Scope.ONE:
                meeting.status, meeting.detached = MeetingStatus.CANCELLED, True
                meeting.sequence += 1
                step.put(MEETING, meeting)
                return Outcome(_stored(step, meeting_id))
            writer = SeriesWriter(step, today)
            series: MeetingSeries = to_record(step.find(SERIES, meeting.series_id or 0), MeetingSeries)
            assert meeting.original_start
            since = _since(writer, series, meeting.original_start.date(), scope, today)
            left = self._cut(step, writer, series, since, also=meeting_id)
            return Outcome(_stored(step, meeting_id), tuple(left))

    def end_after(self, meeting_id: int, today: date) -> Outcome:
        """Let a meeting be the last one of its series."""
        with self.journal.step(Act.UPDATE) as step:
            meeting = _member(step, meeting_id)
            series: MeetingSeries = to_record(step.find(SERIES, meeting.series_id or 0), MeetingSeries)
            assert meeting.original_start
            since = meeting.original_start.date() + _ONE_DAY
            left = self._cut(step, SeriesWriter(step, today), series, since)
            return Outcome(_stored(step, meeting_id), tuple(left))

    def continue_all(self, today: date) -> int:
        """Fill up the 24 months ahead of every series that has run short of them; how many meetings came.

        It is the program's own step and no undoing of somebody's takes it back. Nothing is written where
        nothing is missing.
        """
        with self.store.reading() as session:
            due = list(
                session.scalars(select(SeriesTable.id).where(_is_short(today)).order_by(SeriesTable.id))
            )
        if not due:
            return 0
        added = 0
        with self.journal.step(Act.CONTINUE) as step:
            for series_id in due:
                added += self._continue(step, series_id, today)
        return added

    def next_days(self, series: MeetingSeries, today: date, decisions: Decisions | None = None) -> list[Slot]:
        """The slots of a series as far as rows would be made for it, for a preview."""
        return slots(series, horizon(series, today), calendar_of(series), decisions)

    def _continue(self, step: Step, series_id: int, today: date) -> int:
        series: MeetingSeries = to_record(step.find(SERIES, series_id), MeetingSeries)
        last, after = horizon(series, today), series.materialised_until or date.min
        coming = _foreign(series, last) if series.frequency is Frequency.FOREIGN else _own(series, last)
        known = select(MeetingTable.original_start).where(MeetingTable.series_id == series_id)
        taken = {start for start in step.session.scalars(known) if start}
        series.materialised_until = last
        step.put(SERIES, series)
        fresh = [
            one
            for one in coming
            if one.original_start and one.original_start.date() > after and one.original_start not in taken
        ]
        SeriesWriter(step, today).write(fresh)
        return len(fresh)

    def _split(self, step: Step, edit: "_Edit", since: date, scope: Scope) -> MeetingSeries:
        """End the old series before `since`; the one that goes on from there."""
        ended = copy_of(edit.old)
        ended.until, ended.count = since - _ONE_DAY, None
        ended.sequence += 1
        step.put(SERIES, ended)
        made = edit.following(since if scope is Scope.ALL else None)
        if made.count and made.count == edit.old.count:
            made.count = max(made.count - sum(1 for _ in days(edit.old, since - _ONE_DAY)), 1)
        made.id, made.uid, made.sequence = new_id(), new_uid(), 0
        return made

    def _rewrite(
        self,
        writer: SeriesWriter,
        made: MeetingSeries,
        members: Sequence[Meeting],
        wanted: Sequence[Slot],
        edit: "_Edit",
        scope: Scope,
    ) -> list[Left]:
        is_among = any(one.id == edit.after.id for one in members)
        return writer.rewrite(
            made,
            members,
            wanted,
            edit.after if is_among else None,
            is_first=is_among and scope is Scope.FOLLOWING,
            stays=not edit.is_other_time,
        )

    def _cut(
        self, step: Step, writer: SeriesWriter, series: MeetingSeries, since: date, also: int = 0
    ) -> list[Left]:
        members = writer.members(series.id, since)
        if self._has_before(step, series.id, since):
            series.until, series.count = since - _ONE_DAY, None
            series.sequence += 1
            step.put(SERIES, series)
            return writer.cut(members, also)
        left = writer.cut(members, also)
        writer.let_go(writer.moved(series.id))
        step.remove(SERIES, series.id)
        return left

    def _has_before(self, step: Step, series_id: int, since: date) -> bool:
        """Whether meetings of the series stand on days of its rule before `since`."""
        wanted = select(MeetingTable.id).where(
            MeetingTable.series_id == series_id,
            MeetingTable.deleted_at.is_(None),
            MeetingTable.original_start < datetime.combine(since, time.min),
        )
        return step.session.scalar(wanted.limit(1)) is not None


class _Edit:
    """One meeting of a series before and after it was edited, and the series as it shall be."""

    def __init__(self, old: MeetingSeries, before: Meeting, after: Meeting, series: MeetingSeries) -> None:
        assert before.starts_at
        assert before.original_start
        assert after.starts_at
        self.old = old
        self.after = after
        self.origin = before.original_start.date()
        self._is_same_rule = rule_of(series) == rule_of(old)
        was, now = before.starts_at.date(), after.starts_at.date()
        self._shift = now - self.origin if now != was else timedelta(0)
        if self._is_same_rule and self._shift:
            series = with_rule(series, adapted(rule_of(series), self.origin, now))
        take_changes(series, before, after)
        self.series = series

    @property
    def is_other_time(self) -> bool:
        """Whether the days or hours of the series change, and not only what its meetings are."""
        old, new = self.old, self.series
        assert old.starts_at
        assert new.starts_at
        return bool(
            not self._is_same_rule
            or self._shift
            or old.starts_at.time() != new.starts_at.time()
            or (old.duration_minutes, old.all_day, old.zone) != (new.duration_minutes, new.all_day, new.zone)
            or (old.holiday_policy, old.countries) != (new.holiday_policy, new.countries)
        )

    def following(self, since: date | None) -> MeetingSeries:
        """The series that begins with this meeting, or with the one of the day `since` of the old rule."""
        return self._from((since or self.origin) + self._shift)

    def in_place(self, since: date, *, has_past: bool) -> MeetingSeries:
        """The same series with its changes; it begins anew unless meetings before stay."""
        made = replace(self.series) if has_past else self._from(since + self._shift)
        made.id, made.uid, made.sequence = self.old.id, self.old.uid, self.old.sequence + 1
        return made

    def _from(self, day: date) -> MeetingSeries:
        made = replace(self.series)
        assert made.starts_at
        made.starts_at = datetime.combine(day, made.starts_at.time())
        return made


def _since(writer: SeriesWriter, series: MeetingSeries, origin: date, scope: Scope, today: date) -> date:
    """The first day of the rule that a change holds for: this one, or the first that is still to come."""
    if scope is Scope.FOLLOWING:
        return origin
    coming = (
        one.original_start.date()
        for one in writer.members(series.id)
        if one.original_start and one.starts_at and one.starts_at.date() >= today
    )
    return min(coming, default=today)


def _is_short(today: date) -> ColumnElement[bool]:
    """Whether rows of the series are missing before the horizon, as far as the table alone can tell."""
    ahead = horizon(MeetingSeries(), today)
    until = SeriesTable.materialised_until
    is_open = or_(SeriesTable.until.is_(None), until.is_(None), SeriesTable.until > until)
    return SeriesTable.deleted_at.is_(None) & is_open & or_(until.is_(None), until < ahead - _RENEWED)


def _own(series: MeetingSeries, last: date) -> list[Meeting]:
    return [meeting_on(series, slot) for slot in slots(series, last)]


def _foreign(series: MeetingSeries, last: date) -> list[Meeting]:
    """The meetings of a rule that came from another calendar; none if it cannot be followed."""
    if series.starts_at is None:
        return []
    try:
        starts = foreign_starts(series, series.starts_at, datetime.combine(last, time.max))
    except (RuleRefused, AllowanceSpent):
        return []
    found = []
    for start in starts:
        meeting = meeting_on(series, Slot(start.date(), start.date()))
        length = meeting.ends_at - meeting.starts_at if meeting.starts_at and meeting.ends_at else None
        meeting.starts_at = meeting.original_start = start
        meeting.ends_at = start + length if length else None
        found.append(meeting)
    return found


def _member(step: Step, meeting_id: int, version: int | None = None) -> Meeting:
    """A meeting of a series as it stands.

    Raises:
        RecordNotFound: there is none, it lies in the bin, or it belongs to no series any more.
        Conflict: the stored version is not the one that was seen.
    """
    row = step.find(MEETING, meeting_id)
    if row is None or row.deleted_at or row.series_id is None or row.original_start is None:
        raise RecordNotFound(MEETING, meeting_id)
    if version is not None and row.version != version:
        raise Conflict(MEETING, meeting_id, version, row.version)
    meeting: Meeting = to_record(row, Meeting)
    return meeting


def _stored(step: Step, meeting_id: int) -> Stored[Meeting] | None:
    row = step.find(MEETING, meeting_id)
    if row is None or row.deleted_at:
        return None
    return Stored(to_record(row, Meeting), row.version, row.updated_at)
