"""Reads from the register, in a few statements, what meetings and visits keep busy on some days."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Membership as MembershipTable
from cabinet_app.db.tables.meetings import Attendance as AttendanceTable
from cabinet_app.db.tables.meetings import Invitation as InvitationTable
from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.db.tables.meetings import MeetingBody as MeetingBodyTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.bodies import Membership
from cabinet_app.domain.conflicts import Entry
from cabinet_app.domain.meetings import Attendance, Invitation, Meeting, MeetingBody
from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.visits import Visit
from cabinet_app.services.busy import OFF, UNSURE, Facts, PlaceFact, entries_of_visit, entry_of_meeting
from cabinet_app.services.mapping import to_record, whole
from cabinet_app.services.read_ahead import batches

_ONE_DAY = timedelta(days=1)
_LONGEST = timedelta(days=60)
_ROOMS = frozenset({PlaceKind.VENUE, PlaceKind.ROOM})
_DEPTH = 6
"""How far up from a room its town is looked for."""


class BusyReader:
    """Reads what is busy, and keeps the records by their types and ids."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._places: dict[int, PlaceFact] = {}
        self.records: dict[tuple[str, int], Meeting | Visit] = {}

    def entries(self, first: date, last: date) -> list[Entry]:
        """Everything that touches these days."""
        begin, end = datetime.combine(first, time.min), datetime.combine(last + _ONE_DAY, time.min)
        meetings, visits = self._read_meetings(begin, end), self._read_visits(first, last)
        facts = self.facts_of(meetings)
        found = [entry for one in meetings if (entry := entry_of_meeting(one, facts))]
        found += (entry for one in visits for entry in entries_of_visit(one, facts))
        return [one for one in found if one.start < end and one.end > begin]

    def facts_of(self, meetings: Sequence[Meeting]) -> Facts:
        """All places, and the members of the bodies of these."""
        bodies = {body.organization_id for one in meetings for body in one.bodies if body.organization_id}
        members: dict[int, list[Membership]] = {}
        wanted = select(
            MembershipTable.organization_id,
            MembershipTable.person_id,
            MembershipTable.role,
            MembershipTable.starts_on,
            MembershipTable.ends_on,
        )
        for some in batches(bodies):
            rows = self._session.execute(wanted.where(MembershipTable.organization_id.in_(some)))
            for body_id, person_id, role, starts_on, ends_on in rows:
                one = Membership(person_id=person_id, role=role, starts_on=starts_on, ends_on=ends_on)
                members.setdefault(body_id, []).append(one)
        self._read_places()
        return Facts(self._places, members)

    def _read_meetings(self, begin: datetime, end: datetime) -> list[Meeting]:
        """Meetings with no more than what tells whom and what they keep busy."""
        table = MeetingTable
        # Two calendars may be a day apart, and a meeting without an end has none to ask for.
        wanted = select(
            table.id, table.starts_at, table.ends_at, table.all_day, table.zone, table.mode,
            table.place_id, table.chair_id, table.minute_taker_id, table.clash_note, table.title,
            table.number,
        ).where(
            table.deleted_at.is_(None),
            table.starts_at >= begin - _LONGEST,
            table.starts_at < end + _ONE_DAY,
            or_(table.starts_at >= begin - _ONE_DAY, table.ends_at > begin - _ONE_DAY),
            table.status.not_in(OFF),
            table.transparent.is_(False),
        )  # fmt: skip
        found = {row.id: Meeting(**row._mapping) for row in self._session.execute(wanted)}  # noqa: SLF001 public in SQLAlchemy
        for some in batches(found):
            self._add_parts(some, found)
        self.records.update((("meeting", one.id), one) for one in found.values())
        return list(found.values())

    def _add_parts(self, ids: Collection[int], found: dict[int, Meeting]) -> None:
        body = select(MeetingBodyTable.meeting_id, MeetingBodyTable.organization_id)
        body = body.where(MeetingBodyTable.meeting_id.in_(ids))
        for meeting_id, body_id in self._session.execute(body.order_by(MeetingBodyTable.position)):
            found[meeting_id].bodies.append(MeetingBody(organization_id=body_id))
        present = select(AttendanceTable.meeting_id, AttendanceTable.person_id, AttendanceTable.presence)
        for meeting_id, person_id, presence in self._session.execute(
            present.where(AttendanceTable.meeting_id.in_(ids), AttendanceTable.person_id.is_not(None))
        ):
            found[meeting_id].attendance.append(Attendance(person_id=person_id, presence=presence))
        invited = select(
            InvitationTable.meeting_id, InvitationTable.person_id, InvitationTable.role, InvitationTable.reply
        )
        for meeting_id, person_id, role, reply in self._session.execute(
            invited.where(InvitationTable.meeting_id.in_(ids), InvitationTable.person_id.is_not(None))
        ):
            found[meeting_id].invitations.append(Invitation(person_id=person_id, role=role, reply=reply))

    def _read_visits(self, first: date, last: date) -> list[Visit]:
        last_day = func.coalesce(VisitTable.ends_on, VisitTable.starts_on)
        wanted = select(VisitTable).where(
            VisitTable.deleted_at.is_(None),
            VisitTable.starts_on <= last,
            last_day >= first,
            VisitTable.status.not_in(UNSURE),
        )
        rows = self._session.scalars(wanted.options(*whole(VisitTable)))
        found: list[Visit] = [to_record(row, Visit) for row in rows]
        self.records.update((("visit", one.id), one) for one in found)
        return found

    def _read_places(self) -> None:
        """Every place with the town it lies in; there are few of them."""
        if self._places:
            return
        rows = self._session.execute(select(PlaceTable.id, PlaceTable.kind, PlaceTable.parent_id))
        kinds = {place_id: (kind, parent_id) for place_id, kind, parent_id in rows}
        for place_id, (kind, _parent) in kinds.items():
            town: int | None = place_id
            for _step in range(_DEPTH):
                known = kinds.get(town or 0)
                if known is None or known[0] is PlaceKind.TOWN:
                    break
                town = known[1]
            is_town = town is not None and town in kinds and kinds[town][0] is PlaceKind.TOWN
            self._places[place_id] = PlaceFact(town if is_town else None, kind in _ROOMS)
