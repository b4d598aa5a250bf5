"""What meetings and visits keep busy, as entries that can be compared: people, rooms, groups, cars."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cabinet_app.domain.bodies import Membership, MembershipRole
from cabinet_app.domain.conflicts import Claim, ClashKind, Entry
from cabinet_app.domain.meetings import InvitationRole, Meeting, MeetingMode, MeetingStatus, Presence
from cabinet_app.domain.programme_hours import end_of, held, start_of
from cabinet_app.domain.visits import (
    Booking,
    BookingKind,
    Delegate,
    DelegateRole,
    Delegation,
    ProgrammeItem,
    Reply,
    Visit,
    VisitDirection,
    VisitStatus,
)
from cabinet_app.services.diary import required_members

HOUSE_ZONE: Final = "Europe/Ljubljana"
USUAL_LENGTH: Final = timedelta(hours=1)
"""How long something without an end takes up its people and its room."""
CALLED_OFF: Final = frozenset({VisitStatus.POSTPONED, VisitStatus.CANCELLED})
OFF: Final = frozenset({MeetingStatus.CANCELLED, MeetingStatus.MOVED})
UNSURE: Final = CALLED_OFF | {VisitStatus.IDEA}
_ONE_DAY = timedelta(days=1)
_SMALL_GROUP = 10
_BOOKED: Final = {
    BookingKind.ROOM: ClashKind.ROOM,
    BookingKind.CAR: ClashKind.CAR,
    BookingKind.INTERPRETER: ClashKind.PERSON,
}
_NEEDED = frozenset({InvitationRole.CHAIR, InvitationRole.REQUIRED})


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """The town a place lies in, None if nobody said so, and whether two can be in each other's way there."""

    town: int | None = None
    is_room: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be known about places and bodies besides what meetings and visits say themselves."""

    places: Mapping[int, PlaceFact] = field(default_factory=dict)
    members: Mapping[int, Sequence[Membership]] = field(default_factory=dict)

    def place(self, place_id: int | None) -> PlaceFact:
        return self.places.get(place_id or 0, PlaceFact())


def taken(starts_at: datetime, ends_at: datetime | None, *, all_day: bool) -> tuple[datetime, datetime]:
    """The half-open time that something takes; whole days if it lasts all day, an hour if its end is open."""
    if all_day:
        first = datetime.combine(starts_at.date(), time.min)
        last = max(ends_at or first, first)
        is_midnight = last.time() == time.min and last > first
        return first, datetime.combine(last.date() + (timedelta(0) if is_midnight else _ONE_DAY), time.min)
    return starts_at, ends_at if ends_at and ends_at > starts_at else starts_at + USUAL_LENGTH


def entry_of_meeting(meeting: Meeting, facts: Facts) -> Entry | None:
    """What a meeting keeps busy; None if it has no day, is off, or leaves everybody free."""
    if meeting.starts_at is None or meeting.status in OFF or meeting.transparent:
        return None
    start, end = taken(meeting.starts_at, meeting.ends_at, all_day=meeting.all_day)
    if not meeting.all_day:
        start, end = _by_house_clock(start, meeting.zone), _by_house_clock(end, meeting.zone)
    is_online = meeting.mode is MeetingMode.ONLINE
    place = facts.place(None if is_online else meeting.place_id)
    bodies = [body.organization_id for body in meeting.bodies if body.organization_id]
    claims = [Claim(ClashKind.PERSON, person_id) for person_id in people_of(meeting, facts)]
    claims += [Claim(ClashKind.GROUP, body_id) for body_id in bodies]
    if place.is_room and meeting.place_id:
        claims.append(Claim(ClashKind.ROOM, meeting.place_id))
    note = meeting.clash_note.strip()
    return Entry("meeting", meeting.id, start, end, tuple(claims), town=place.town, note=note)


def people_of(meeting: Meeting, facts: Facts) -> list[int]:
    """Whom the meeting cannot do without; who is excused, absent or has declined is free.

    Of a body of up to ten everybody with a say is needed, of a larger one the chair.
    """
    assert meeting.starts_at
    found: dict[int | None, None] = dict.fromkeys((meeting.chair_id, meeting.minute_taker_id))
    for body in meeting.bodies:
        members = facts.members.get(body.organization_id or 0, ())
        found.update(dict.fromkeys(_needed(members, meeting.starts_at.date())))
    for invitation in meeting.invitations:
        if invitation.role in _NEEDED:
            found[invitation.person_id] = None
    away = {one.person_id for one in meeting.invitations if one.reply is Reply.DECLINED}
    for one in meeting.attendance:
        found[one.person_id] = None
        if one.presence is not Presence.PRESENT:
            away.add(one.person_id)
    return [person_id for person_id in found if person_id and person_id not in away]


def entries_of_visit(
    visit: Visit, facts: Facts, *, ignored: Collection[VisitStatus] = UNSURE
) -> Iterator[Entry]:
    """What a visit keeps busy: its journey if we travel, the items of its programme, what is booked."""
    if visit.status in ignored:
        return
    is_away = visit.direction is not VisitDirection.INCOMING
    town = facts.place(visit.partner_place_id).town if is_away else None
    if is_away:
        yield from _journey(visit, town)
    for item in held(visit.programme):
        yield from _of_item(visit, item, town, facts)
    for booking in visit.bookings:
        yield from _of_booking(visit, booking, facts)


def named(kind: ClashKind, name: str) -> Claim:
    """A car, or whoever has no record, by the name as it is written; case and blanks tell nobody apart."""
    written = " ".join(name.split())
    return Claim(kind, written.casefold(), written)


def _needed(members: Sequence[Membership], day: date) -> Iterator[int | None]:
    required = required_members(members, day)
    for member in required:
        if len(required) <= _SMALL_GROUP or member.role is MembershipRole.CHAIR:
            yield member.person_id


def _journey(visit: Visit, town: int | None) -> Iterator[Entry]:
    """The days on which our people are away; whoever is responsible only if nobody else is named yet."""
    if visit.starts_on is None:
        return
    people = [one.person_id for one in _delegates(visit.delegations)] or [visit.responsible_id]
    last = max(visit.ends_on or visit.starts_on, visit.starts_on)
    yield Entry(
        "visit",
        visit.id,
        datetime.combine(visit.starts_on, time.min),
        datetime.combine(last + _ONE_DAY, time.min),
        _persons(people),
        town=town,
        is_away=True,
    )


def _of_item(visit: Visit, item: ProgrammeItem, town: int | None, facts: Facts) -> Iterator[Entry]:
    """One item, and a hold for those whom parallel items may well share: the heads and who is responsible."""
    start, end = start_of(item, visit.starts_on), end_of(item, visit.starts_on)
    if start is None:
        return
    start, until = taken(start, end, all_day=False)
    place, chosen = facts.place(item.place_id), _chosen(visit, item)
    claims = [*_persons([item.leader_id, item.interpreter_id, *chosen])]
    if place.is_room and item.place_id:
        claims.append(Claim(ClashKind.ROOM, item.place_id))
    if item.vehicle.strip():
        claims.append(named(ClashKind.CAR, item.vehicle))
    entry = Entry(
        "visit",
        visit.id,
        start,
        until,
        tuple(claims),
        part_id=item.id,
        town=place.town or town,
        is_open=end is None,
        note=item.clash_note.strip(),
    )
    yield entry
    is_host = visit.direction is VisitDirection.INCOMING
    shared = [*_heads(visit, item), visit.responsible_id if is_host else None]
    rest = tuple(claim for claim in _persons(shared) if claim not in claims)
    yield replace(entry, claims=rest, is_hold=True)


def _chosen(visit: Visit, item: ProgrammeItem) -> list[int | None]:
    """The people who are named as taking part."""
    return [one.person_id for one in _delegates(visit.delegations) if one.id in item.delegate_ids]


def _heads(visit: Visit, item: ProgrammeItem) -> list[int | None]:
    """The heads of the delegations that an item is for, unless it names who takes part."""
    if {one.id for group in visit.delegations for one in group.delegates} & set(item.delegate_ids):
        return []
    sides = set(item.delegation_ids) & {group.id for group in visit.delegations}
    groups = [group for group in visit.delegations if not sides or group.id in sides]
    return [one.person_id for one in _delegates(groups) if one.role is DelegateRole.HEAD]


def _of_booking(visit: Visit, booking: Booking, facts: Facts) -> Iterator[Entry]:
    """What is booked: the record if there is one, else the name that was written."""
    if booking.starts_at is None:
        return
    claims = list(_persons([booking.person_id]))
    if booking.place_id and facts.place(booking.place_id).is_room:
        claims.append(Claim(ClashKind.ROOM, booking.place_id))
    kind = _BOOKED.get(booking.kind)
    if kind and booking.name.strip() and kind not in {claim.kind for claim in claims}:
        claims.append(named(kind, booking.name))
    start, end = taken(booking.starts_at, booking.ends_at, all_day=False)
    is_open = booking.ends_at is None
    yield Entry(
        "visit",
        visit.id,
        start,
        end,
        tuple(claims),
        part_id=-booking.id,
        is_booking=True,
        is_open=is_open,
    )


def _delegates(delegations: Iterable[Delegation]) -> Iterator[Delegate]:
    for delegation in delegations:
        for one in delegation.delegates:
            if one.person_id and one.reply is not Reply.DECLINED:
                yield one


def _persons(people: Iterable[int | None]) -> tuple[Claim, ...]:
    return tuple(Claim(ClashKind.PERSON, one) for one in dict.fromkeys(people) if one)


def _by_house_clock(moment: datetime, zone: str) -> datetime:
    """The moment as the clock of the house shows it; a zone that nobody knows is that of the house."""
    if not zone or zone == HOUSE_ZONE:
        return moment
    try:
        utc = moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment
    return utc.astimezone(ZoneInfo(HOUSE_ZONE)).replace(tzinfo=None)
