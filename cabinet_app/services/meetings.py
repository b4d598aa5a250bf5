"""Meetings of bodies and groups: lists, the calendar of a span of days, and moving."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.meetings import AgendaItem, MeetingBody
from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.meetings import MeetingBody as MeetingBodyDraft
from cabinet_app.domain.series_rows import is_shared, is_told_anew
from cabinet_app.domain.texts import Language
from cabinet_app.services.changes import Act
from cabinet_app.services.identity import new_uid
from cabinet_app.services.mapping import to_record
from cabinet_app.services.records import ListQuery, Records, Stored, contains, forget_ids, holders, shown
from cabinet_app.services.rows import MeetingRow
from cabinet_app.services.searchable import words_of
from cabinet_app.services.series_writing import check_slots

CHIP_UPCOMING: Final = "upcoming"
CHIP_WITHOUT_AGENDA: Final = "without_agenda"
CHIP_CANCELLED: Final = "cancelled"
CHIP_SERIES: Final = "series"
_CHIP_OF_BODY: Final = "body:"
_OFF = (MeetingStatus.CANCELLED, MeetingStatus.MOVED)
_COLUMNS = frozenset({"body", "place", "title", "status"})
_LONGEST = timedelta(days=60)
_LEAD = aliased(MeetingBody, name="lead")


def chip_of_body(body_id: int) -> str:
    """The filter that leaves the meetings of one body, whether it leads them or takes part."""
    return f"{_CHIP_OF_BODY}{body_id}"


class Meetings(Records[Meeting]):
    record_type = "meeting"

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the meetings the query finds, in its order; by time unless it says otherwise."""
        statement = self._found(select(MeetingTable.id), query.text)
        if not (query.chips or query.sort in _COLUMNS or words_of(query.text)):
            return self._ids_by_day(statement, MeetingTable.starts_at, descending=query.descending)
        for chip in query.chips:
            statement = statement.where(_chip(chip, query.today))
        if query.sort == "title":
            return self._ids_by_title(statement, query)
        if query.sort in {"body", "place"}:
            statement = statement.outerjoin(_LEAD, _lead_of_meeting()).outerjoin(
                OrganizationTable, OrganizationTable.id == _LEAD.organization_id
            )
            statement = statement.outerjoin(PlaceTable, PlaceTable.id == MeetingTable.place_id)
        return self._scalars(_ordered(statement, query))

    def ids_between(self, first: date, last: date, body_ids: frozenset[int] = frozenset()) -> list[int]:
        """The meetings that touch the days from `first` to `last`, by time; of these bodies if named."""
        start, end = datetime.combine(first, time.min), datetime.combine(last + timedelta(days=1), time.min)
        statement = select(MeetingTable.id).where(
            MeetingTable.deleted_at.is_(None),
            MeetingTable.starts_at >= start - _LONGEST,
            MeetingTable.starts_at < end,
            or_(MeetingTable.starts_at >= start, MeetingTable.ends_at > start),
        )
        if body_ids:
            statement = statement.where(
                MeetingTable.id.in_(_meetings_of(MeetingBody.organization_id.in_(body_ids)))
            )
        return self._scalars(statement.order_by(MeetingTable.starts_at, MeetingTable.id))

    def rows(self, ids: Sequence[int], language: Language) -> list[MeetingRow]:
        """The meetings as lists and calendars show them, in the order of `ids`, in two statements."""
        wanted = (
            select(
                MeetingTable.id,
                MeetingTable.starts_at,
                MeetingTable.ends_at,
                MeetingTable.all_day,
                MeetingTable.number,
                shown(MeetingTable, "title", language).label("title"),
                MeetingTable.platform,
                MeetingTable.kind,
                MeetingTable.mode,
                MeetingTable.status,
                MeetingTable.visibility,
                MeetingTable.series_id,
                OrganizationTable.id,
                shown(OrganizationTable, "names", language),
                shown(OrganizationTable, "short_name", language),
                PlaceTable.id,
                shown(PlaceTable, "names", language),
            )
            .outerjoin(_LEAD, _lead_of_meeting())
            .outerjoin(OrganizationTable, OrganizationTable.id == _LEAD.organization_id)
            .outerjoin(PlaceTable, PlaceTable.id == MeetingTable.place_id)
            .where(MeetingTable.id.in_(ids))
        )
        items = (
            select(AgendaItem.meeting_id, func.count())
            .where(AgendaItem.meeting_id.in_(ids))
            .group_by(AgendaItem.meeting_id)
        )
        with self.store.reading() as session:
            counts = dict(iter(session.execute(items)))
            found: dict[int, MeetingRow] = {}
            for meeting in session.execute(wanted):
                *_, body_id, body, short, place_id, place = meeting
                found[meeting.id] = MeetingRow(
                    id=meeting.id,
                    starts_at=meeting.starts_at,
                    ends_at=meeting.ends_at,
                    all_day=meeting.all_day,
                    body_id=body_id,
                    body=body,
                    body_short=short or body,
                    number=meeting.number,
                    title=meeting.title,
                    place=place if place_id else meeting.platform,
                    kind=meeting.kind,
                    mode=meeting.mode,
                    status=meeting.status,
                    visibility=meeting.visibility,
                    agenda_items=counts.get(meeting.id, 0),
                    in_series=meeting.series_id is not None,
                )
        return [found[meeting_id] for meeting_id in ids if meeting_id in found]

    def create(self, record: Meeting) -> Stored[Meeting]:
        """Store a new meeting; calendars of others will know it by its uid from now on."""
        record.uid = record.uid or new_uid()
        return super().create(record)

    def update(self, record: Meeting, version: int) -> Stored[Meeting]:
        """Store what was changed since `version` was read, for this meeting alone.

        One of a series is detached as soon as it differs from the others; a new time, place or status makes
        a new edition (SEQUENCE) of it.
        """
        with self.journal.step(Act.UPDATE) as step:
            row = step.find(self.record_type, record.id)
            if row is not None:
                _follow(to_record(row, Meeting), record)
            step.put(self.record_type, record, version)
            check_slots(step, record.series_id)
            assert row is not None
            return Stored(to_record(row, Meeting), row.version, row.updated_at)

    def delete(self, record_id: int, version: int | None = None) -> None:
        """Put the meeting into the bin; one of a series stays, cancelled: its day is not filled again."""
        record = self.get(record_id).record
        if record.original_start is None or record.status in _OFF:
            super().delete(record_id, version)
            return
        with self.journal.step(Act.DELETE) as step:
            row = step.find(self.record_type, record_id)
            assert row is not None
            record = to_record(row, Meeting)
            record.status, record.detached, record.sequence = (
                MeetingStatus.CANCELLED,
                True,
                record.sequence + 1,
            )
            step.put(self.record_type, record, version)

    def duplicate(self, record_id: int) -> Meeting:
        """A copy that is not stored yet: a meeting of its own, of no series, known to nobody."""
        copy = super().duplicate(record_id)
        copy.uid, copy.sequence = new_uid(), 0
        copy.series_id = copy.original_start = copy.replaces_id = None
        copy.detached = False
        copy.feed = copy.raw_properties = ""
        return copy

    def successor(self, meeting_id: int) -> int:
        """The meeting that took the place of a moved one, 0 if there is none."""
        wanted = select(MeetingTable.id).where(
            MeetingTable.replaces_id == meeting_id, MeetingTable.deleted_at.is_(None)
        )
        return next(iter(self._scalars(wanted.order_by(MeetingTable.id.desc()).limit(1))), 0)

    def move(self, meeting_id: int, version: int, starts_at: datetime) -> Stored[Meeting]:
        """Put the meeting on another day: the old one stays as moved, its successor is answered.

        The successor is the same meeting to other calendars, in a new edition. One of a series takes the
        place of the old one in it as well.

        Raises:
            Conflict: somebody else changed it meanwhile.
        """
        old = self.get(meeting_id).record
        new = self.get(meeting_id).record
        forget_ids(new)
        new.replaces_id = old.id
        new.sequence = old.sequence + 1
        new.detached = new.series_id is not None
        new.status = MeetingStatus.PLANNED
        new.starts_at = starts_at
        if old.starts_at and old.ends_at:
            new.ends_at = starts_at + (old.ends_at - old.starts_at)
        old.status = MeetingStatus.MOVED
        with self.journal.step(Act.UPDATE) as step:
            step.put(self.record_type, old, version)
            step.put(self.record_type, new)
        return self.get(new.id)

    def next_number(self, body_id: int) -> str:
        """The number after the highest one among the body's numbered meetings."""
        wanted = (
            select(MeetingTable.number)
            .join(MeetingBody, MeetingBody.meeting_id == MeetingTable.id)
            .where(
                MeetingBody.organization_id == body_id,
                MeetingBody.position == 0,
                MeetingTable.deleted_at.is_(None),
                MeetingTable.number != "",
            )
        )
        with self.store.reading() as session:
            numbers = [
                int(number.rstrip("."))
                for number in session.scalars(wanted)
                if number.rstrip(".").isdecimal()
            ]
        return str(max(numbers, default=0) + 1)

    def _outlines(self, session: Session, ids: Collection[int]) -> dict[int, Any]:
        """With the body that leads, after which a meeting without a title is called."""
        records = super()._outlines(session, ids)
        leads = select(_LEAD.meeting_id, _LEAD.organization_id)
        for meeting_id, body_id in session.execute(
            leads.where(_LEAD.meeting_id.in_(ids), _LEAD.position == 0)
        ):
            records[meeting_id].bodies = [MeetingBodyDraft(organization_id=body_id)]
        return records

    def _holds(self, word: str) -> ColumnElement[bool]:
        bodies = holders(OrganizationTable, word)
        return or_(
            contains(MeetingTable, word),
            MeetingTable.id.in_(_meetings_of(MeetingBody.organization_id.in_(bodies))),
            MeetingTable.place_id.in_(holders(PlaceTable, word)),
        )


def _follow(before: Meeting, after: Meeting) -> None:
    """Keep up what follows from a change: the edition, and whether a series may still have its way."""
    if is_told_anew(before, after):
        after.sequence = max(after.sequence, before.sequence + 1)
    if after.series_id and (is_shared(before, after) or before.status is not after.status):
        after.detached = True


def _meetings_of(body: ColumnElement[bool]) -> Select[int]:
    """The ids of the meetings in which such a body takes part."""
    return select(MeetingBody.meeting_id).where(body)


def _lead_of_meeting() -> Any:
    return (_LEAD.meeting_id == MeetingTable.id) & (_LEAD.position == 0)


def _chip(chip: str, today: date) -> ColumnElement[bool]:
    if chip == CHIP_UPCOMING:
        return (MeetingTable.starts_at >= datetime.combine(today, time.min)) & MeetingTable.status.not_in(
            _OFF
        )
    if chip == CHIP_CANCELLED:
        return MeetingTable.status.in_(_OFF)
    if chip == CHIP_SERIES:
        return MeetingTable.series_id.is_not(None)
    if chip == CHIP_WITHOUT_AGENDA:
        return ~exists().where(AgendaItem.meeting_id == MeetingTable.id).correlate(MeetingTable)
    if chip.startswith(_CHIP_OF_BODY):
        body_id = int(chip.removeprefix(_CHIP_OF_BODY))
        return MeetingTable.id.in_(_meetings_of(MeetingBody.organization_id == body_id))
    raise ValueError(chip)


def _ordered(statement: Select[int], query: ListQuery) -> Select[int]:
    columns: dict[str, Any] = {
        "body": getattr(OrganizationTable, f"sort_{query.language}"),
        "place": getattr(PlaceTable, f"sort_{query.language}"),
        "status": MeetingTable.status,
    }
    start = MeetingTable.starts_at
    if query.sort not in _COLUMNS:
        return statement.order_by(
            start.is_(None), start.desc() if query.descending else start, MeetingTable.id
        )
    column = columns[query.sort]
    return statement.order_by(column.desc() if query.descending else column, start, MeetingTable.id)
