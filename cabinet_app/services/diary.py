"""What stands on the coming days for the people and rooms of a group: meetings of others and visits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Membership as MembershipTable
from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.meetings import Attendance, Meeting, MeetingBody
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.visits import Delegate, Delegation, Visit
from cabinet_app.domain.bodies import Membership, MembershipRole, Organization
from cabinet_app.domain.cadence_forecast import Busy, BusyKind
from cabinet_app.domain.meetings import MeetingStatus, Presence
from cabinet_app.domain.places import PlaceKind
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import VisitKind, VisitStatus

_OFF = (MeetingStatus.CANCELLED, MeetingStatus.MOVED)
_FIRM_VISITS = (VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.UNDER_WAY)
_REQUIRED = frozenset(
    {MembershipRole.CHAIR, MembershipRole.VICE_CHAIR, MembershipRole.SECRETARY, MembershipRole.MEMBER}
)
_LONGEST_VISIT = timedelta(days=31)
_SMALL_GROUP = 10
_ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class Appointment:
    """A meeting or visit on the days from `first` to `last`; without hours it takes the whole of them."""

    first: date
    last: date
    start: time | None
    end: time | None
    what: LocalizedText
    people: set[int] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)
    place_id: int | None = None
    visit: VisitKind | None = None

    def clashes(self, start: time | None, length: timedelta) -> bool:
        """Whether a meeting of this length from `start` falls into it; whole days always clash."""
        if self.start is None:
            return True
        if start is None:
            return False
        begin = datetime.combine(self.first, start)
        end = datetime.combine(self.first, self.end) if self.end else None
        other = datetime.combine(self.first, self.start)
        return begin < (end or other + length) and other < begin + length


@dataclass(frozen=True, slots=True)
class Diary:
    """The appointments from a day on, with the names of the people and rooms in them."""

    appointments: Sequence[Appointment]
    names: Mapping[int, str]
    rooms: Mapping[int, LocalizedText]

    def busy(
        self,
        group: Organization,
        *,
        at: time | None,
        length: timedelta,
        room: int | None,
        is_official: bool,
        language: Language,
    ) -> dict[date, list[Busy]]:
        """What forbids a day to a group, or speaks against it, if it met at this hour and for so long.

        In a group of up to ten everybody with a say is needed, in a larger one the chair and more than half.
        A visit of the house takes the whole day from its own groups.
        """
        found: dict[date, list[Busy]] = {}
        for appointment in self.appointments:
            if group.id in appointment.bodies:
                continue
            clash = appointment.clashes(at, length)
            for day in _days(appointment):
                for busy in self._on(day, appointment, group, clash, room, is_official, language):
                    if busy not in found.setdefault(day, []):
                        found[day].append(busy)
        return {day: busy for day, busy in found.items() if busy}

    def _on(
        self,
        day: date,
        appointment: Appointment,
        group: Organization,
        clash: bool,
        room: int | None,
        is_official: bool,
        language: Language,
    ) -> Iterable[Busy]:
        if appointment.visit is not None and is_official:
            kind = BusyKind.PRIVATE if appointment.visit is VisitKind.PRIVATE else BusyKind.BLOCKED
            yield Busy(kind, appointment.what.shown(language))
        members = required_members(group.memberships, day)
        away = [member for member in members if member.person_id in appointment.people]
        if away and clash and _is_needed(away, members):
            yield from (Busy(BusyKind.PERSON, self.names.get(member.person_id or 0, "")) for member in away)
        elif away and appointment.visit is None:
            yield Busy(BusyKind.OTHER_GROUP, appointment.what.shown(language))
        if room and room == appointment.place_id and room in self.rooms and clash:
            yield Busy(BusyKind.ROOM, self.rooms[room].shown(language))


def required_members(memberships: Iterable[Membership], day: date) -> list[Membership]:
    """Those who have a place in the body on this day and are neither guests nor experts nor substitutes."""
    return [
        member
        for member in memberships
        if member.person_id
        and member.role in _REQUIRED
        and (member.starts_on is None or member.starts_on <= day)
        and (member.ends_on is None or member.ends_on >= day)
    ]


def _is_needed(away: Sequence[Membership], members: Sequence[Membership]) -> bool:
    if len(members) <= _SMALL_GROUP or any(member.role is MembershipRole.CHAIR for member in away):
        return True
    return 2 * len(away) >= len(members)


def _days(appointment: Appointment) -> Iterable[date]:
    count = min((appointment.last - appointment.first).days, _LONGEST_VISIT.days)
    return (appointment.first + number * _ONE_DAY for number in range(count + 1))


def diary_from(session: Session, first: date) -> Diary:
    """Every appointment that touches `first` or a later day."""
    meetings = _meetings(session, first)
    appointments = [*meetings.values(), *_visits(session, first)]
    people = {person_id for appointment in appointments for person_id in appointment.people}
    places = {appointment.place_id for appointment in appointments if appointment.place_id}
    names = select(PersonTable.id, PersonTable.name).where(PersonTable.id.in_(people))
    rooms = select(PlaceTable.id, PlaceTable.names).where(
        PlaceTable.id.in_(places), PlaceTable.kind.in_((PlaceKind.ROOM, PlaceKind.VENUE))
    )
    return Diary(
        appointments,
        {person_id: name.with_titles for person_id, name in session.execute(names)},
        dict(iter(session.execute(rooms))),
    )


def _meetings(session: Session, first: date) -> dict[int, Appointment]:
    wanted = select(
        Meeting.id, Meeting.starts_at, Meeting.ends_at, Meeting.all_day, Meeting.title,
        Meeting.place_id, Meeting.chair_id,
    ).where(
        Meeting.deleted_at.is_(None),
        Meeting.starts_at >= datetime.combine(first, time.min),
        Meeting.status.not_in(_OFF),
    )  # fmt: skip
    found: dict[int, Appointment] = {}
    for meeting_id, starts_at, ends_at, all_day, title, place_id, chair_id in session.execute(wanted):
        if starts_at is None:
            continue
        last = max(ends_at.date(), starts_at.date()) if ends_at else starts_at.date()
        timed = not all_day and last == starts_at.date()
        found[meeting_id] = Appointment(
            starts_at.date(),
            last,
            starts_at.time() if timed else None,
            ends_at.time() if timed and ends_at else None,
            title,
            people={chair_id} if chair_id else set(),
            place_id=place_id,
        )
    _add_bodies(session, found)
    _add_attendance(session, found)
    return found


def _add_bodies(session: Session, found: Mapping[int, Appointment]) -> None:
    bodies = (
        select(MeetingBody.meeting_id, OrganizationTable.id, OrganizationTable.names)
        .join(OrganizationTable, OrganizationTable.id == MeetingBody.organization_id)
        .where(MeetingBody.meeting_id.in_(found))
        .order_by(MeetingBody.meeting_id, MeetingBody.position)
    )
    meetings_by_body: dict[int, list[Appointment]] = {}
    for meeting_id, body_id, names in session.execute(bodies):
        appointment = found[meeting_id]
        if not appointment.bodies:
            appointment.what = names
        appointment.bodies.add(body_id)
        meetings_by_body.setdefault(body_id, []).append(appointment)
    members = select(MembershipTable).where(MembershipTable.organization_id.in_(meetings_by_body))
    for row in session.scalars(members):
        member = Membership(
            person_id=row.person_id, role=row.role, starts_on=row.starts_on, ends_on=row.ends_on
        )
        for appointment in meetings_by_body[row.organization_id]:
            if member.person_id and required_members([member], appointment.first):
                appointment.people.add(member.person_id)


def _add_attendance(session: Session, found: Mapping[int, Appointment]) -> None:
    rows = select(Attendance.meeting_id, Attendance.person_id, Attendance.presence).where(
        Attendance.meeting_id.in_(found), Attendance.person_id.is_not(None)
    )
    for meeting_id, person_id, presence in session.execute(rows):
        if presence is Presence.PRESENT and person_id:
            found[meeting_id].people.add(person_id)
        elif person_id:
            found[meeting_id].people.discard(person_id)


def _visits(session: Session, first: date) -> list[Appointment]:
    wanted = (
        select(Visit.id, Visit.starts_on, Visit.ends_on, Visit.kind, Visit.title, Visit.responsible_id)
        .add_columns(PlaceTable.id, PlaceTable.names)
        .outerjoin(PlaceTable, PlaceTable.id == Visit.partner_place_id)
        .where(
            Visit.deleted_at.is_(None),
            Visit.status.in_(_FIRM_VISITS),
            Visit.starts_on.is_not(None),
            Visit.starts_on >= first - _LONGEST_VISIT,
        )
    )
    found: dict[int, Appointment] = {}
    for visit_id, starts_on, ends_on, kind, title, responsible, place_id, place in session.execute(wanted):
        last = ends_on or starts_on
        if last >= first:
            people = {responsible} if responsible else set()
            what = place if place_id else title
            found[visit_id] = Appointment(starts_on, last, None, None, what, people, visit=kind)
    delegates = (
        select(Delegation.visit_id, Delegate.person_id)
        .join(Delegate, Delegate.delegation_id == Delegation.id)
        .where(Delegation.visit_id.in_(found), Delegate.person_id.is_not(None))
    )
    for visit_id, person_id in session.execute(delegates):
        if person_id:
            found[visit_id].people.add(person_id)
    return list(found.values())
