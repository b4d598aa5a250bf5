"""What goes into a calendar for others: meetings, their series and visits, with the names they need."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.meetings import Invitation as InvitationTable
from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.db.tables.meetings import MeetingBody
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.series import MeetingSeries as SeriesTable
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.meetings import Invitation, MeetingStatus, Visibility
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import VisitKind, VisitStatus
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.mapping import to_record, whole
from cabinet_app.services.read_ahead import batches

_ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class OutgoingMeeting:
    """A meeting with what a calendar says of it; times by the wall clock in `zone`, `changed_at` UTC."""

    id: int
    uid: str
    sequence: int
    title: LocalizedText
    number: str
    description: LocalizedText
    starts_at: datetime
    ends_at: datetime
    all_day: bool
    zone: str
    status: MeetingStatus
    visibility: Visibility
    transparent: bool
    place: LocalizedText
    series_id: int | None
    original_start: datetime | None
    detached: bool
    raw: str
    changed_at: datetime
    bodies: list[LocalizedText] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OutgoingVisit:
    """A visit; `ends_on` is its last day."""

    id: int
    title: LocalizedText
    partner: LocalizedText
    starts_on: date
    ends_on: date
    status: VisitStatus
    changed_at: datetime


@dataclass(slots=True)
class OutgoingSeries:
    """A series and every meeting of it, cancelled ones included."""

    record: MeetingSeries
    place: LocalizedText
    changed_at: datetime
    bodies: list[LocalizedText] = field(default_factory=list)
    meetings: list[OutgoingMeeting] = field(default_factory=list)


@dataclass(slots=True)
class Outgoing:
    """Everything that belongs into the file."""

    meetings: list[OutgoingMeeting] = field(default_factory=list)
    series: list[OutgoingSeries] = field(default_factory=list)
    visits: list[OutgoingVisit] = field(default_factory=list)


def outgoing(
    cabinet: Cabinet, first: date | None, last: date | None, body_ids: Collection[int], *, with_people: bool
) -> Outgoing:
    """Meetings that touch these days, of these bodies if any are named; a series comes with all of its days.

    Visits belong to no body: they come only when none is named.
    """
    with cabinet.store.reading() as session:
        found = Outgoing()
        meetings = _meetings(session, _wanted(first, last, body_ids))
        touched = {one.series_id for one in meetings if one.series_id}
        found.meetings = [one for one in meetings if not one.series_id]
        found.series = _series(session, touched)
        _add_names(session, found)
        if with_people:
            _add_people(session, found)
        if not body_ids:
            found.visits = _visits(session, first, last)
        return found


def _wanted(first: date | None, last: date | None, body_ids: Collection[int]) -> list[Any]:
    conditions: list[Any] = [MeetingTable.starts_at.is_not(None)]
    if first:
        begin = datetime.combine(first, time.min)
        conditions.append(or_(MeetingTable.starts_at >= begin, MeetingTable.ends_at > begin))
    if last:
        conditions.append(MeetingTable.starts_at < datetime.combine(last, time.min) + _ONE_DAY)
    if body_ids:
        of_bodies = select(MeetingBody.meeting_id).where(MeetingBody.organization_id.in_(body_ids))
        conditions.append(MeetingTable.id.in_(of_bodies))
    return conditions


def _meetings(session: Session, conditions: list[Any]) -> list[OutgoingMeeting]:
    table = MeetingTable
    wanted = (
        select(
            table.id, table.uid, table.sequence, table.title, table.number, table.description,
            table.starts_at, table.ends_at, table.all_day, table.zone, table.status, table.visibility,
            table.transparent, table.platform, table.series_id, table.original_start, table.detached,
            table.raw_properties, table.updated_at, PlaceTable.names,
        )
        .outerjoin(PlaceTable, PlaceTable.id == table.place_id)
        .where(table.deleted_at.is_(None), *conditions)
        .order_by(table.starts_at, table.id)
    )  # fmt: skip
    found: list[OutgoingMeeting] = []
    for row in session.execute(wanted):
        starts_at: datetime | None = row.starts_at
        assert starts_at
        place = row.names if row.names is not None and not row.names.is_empty else _same(row.platform)
        found.append(
            OutgoingMeeting(
                row.id, row.uid, row.sequence, row.title, row.number, row.description,
                starts_at, max(row.ends_at or starts_at, starts_at), row.all_day, row.zone, row.status,
                row.visibility, row.transparent, place, row.series_id, row.original_start, row.detached,
                row.raw_properties, row.updated_at,
            )
        )  # fmt: skip
    return found


def _same(text: str) -> LocalizedText:
    return LocalizedText(text, text, text)


def _series(session: Session, ids: Collection[int]) -> list[OutgoingSeries]:
    found: dict[int, OutgoingSeries] = {}
    for some in batches(sorted(ids)):
        rows = select(SeriesTable).where(SeriesTable.id.in_(some)).options(*whole(SeriesTable))
        for row in session.scalars(rows):
            record = to_record(row, MeetingSeries)
            found[record.id] = OutgoingSeries(record, _same(record.platform), row.updated_at)
        for meeting in _meetings(
            session, [MeetingTable.starts_at.is_not(None), MeetingTable.series_id.in_(some)]
        ):
            if meeting.series_id in found:
                found[meeting.series_id].meetings.append(meeting)
    places = {one.record.place_id for one in found.values() if one.record.place_id}
    names = dict(
        iter(session.execute(select(PlaceTable.id, PlaceTable.names).where(PlaceTable.id.in_(places))))
    )
    for one in found.values():
        one.place = names.get(one.record.place_id or 0, one.place)
    return list(found.values())


def _add_names(session: Session, found: Outgoing) -> None:
    """The bodies of every meeting, the leading one first."""
    names = {
        body_id: short if not short.is_empty else name
        for body_id, name, short in session.execute(
            select(OrganizationTable.id, OrganizationTable.names, OrganizationTable.short_name)
        )
    }
    meetings = {one.id: one for one in _all(found)}
    for some in batches(meetings):
        rows = (
            select(MeetingBody.meeting_id, MeetingBody.organization_id)
            .where(MeetingBody.meeting_id.in_(some))
            .order_by(MeetingBody.meeting_id, MeetingBody.position)
        )
        for meeting_id, body_id in session.execute(rows):
            if body_id in names:
                meetings[meeting_id].bodies.append(names[body_id])
    for one in found.series:
        ids = (body.organization_id for body in one.record.bodies)
        one.bodies = [names[body_id] for body_id in ids if body_id in names]


def _add_people(session: Session, found: Outgoing) -> None:
    meetings = {one.id: one for one in _all(found)}
    table = InvitationTable
    for some in batches(meetings):
        rows = select(table).where(table.meeting_id.in_(some)).order_by(table.meeting_id, table.position)
        for row in session.scalars(rows):
            invitation = Invitation(name=row.name, email=row.email, role=row.role, reply=row.reply)
            meetings[row.meeting_id].invitations.append(invitation)


def _all(found: Outgoing) -> list[OutgoingMeeting]:
    return [*found.meetings, *(meeting for one in found.series for meeting in one.meetings)]


def _visits(session: Session, first: date | None, last: date | None) -> list[OutgoingVisit]:
    table = VisitTable
    wanted = (
        select(table.id, table.title, PlaceTable.names, OrganizationTable.names, table.starts_on)
        .add_columns(table.ends_on, table.status, table.updated_at)
        .outerjoin(PlaceTable, PlaceTable.id == table.partner_place_id)
        .outerjoin(OrganizationTable, OrganizationTable.id == table.partner_organization_id)
        .where(table.deleted_at.is_(None), table.starts_on.is_not(None), table.kind != VisitKind.PRIVATE)
        .order_by(table.starts_on, table.id)
    )
    if first:
        wanted = wanted.where(or_(table.starts_on >= first, table.ends_on >= first))
    if last:
        wanted = wanted.where(table.starts_on <= last)
    found: list[OutgoingVisit] = []
    for visit_id, title, place, organization, starts_on, ends_on, status, changed in session.execute(wanted):
        partner = next(
            (names for names in (place, organization) if names and not names.is_empty), LocalizedText()
        )
        end = max(ends_on or starts_on, starts_on)
        found.append(OutgoingVisit(visit_id, title, partner, starts_on, end, status, changed))
    return found
