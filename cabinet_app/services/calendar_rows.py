"""What calendars show of a span of days, read in few statements: meetings, visits and jubilees."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from cabinet_app.db.engine import Store
from cabinet_app.db.tables.bodies import Membership, Organization
from cabinet_app.db.tables.meetings import Attendance, Invitation, Meeting, MeetingBody
from cabinet_app.db.tables.twinning import Agreement, AgreementEvent
from cabinet_app.db.tables.visits import Delegate, Delegation, Visit
from cabinet_app.domain.anniversaries import JUBILEE_YEARS, anniversary
from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.domain.calendar_filter import EVERYTHING, CalendarFilter
from cabinet_app.domain.meetings import MeetingKind, MeetingStatus, Presence, Visibility
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import AgreementEventKind, AgreementStatus
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.home import home_place_id

_ONE_DAY: Final = timedelta(days=1)
_NO_TEXT: Final = LocalizedText()
_RESTING: Final = (AgreementStatus.FROZEN, AgreementStatus.TERMINATED, AgreementStatus.EXPIRED)
_UNSURE: Final = (VisitStatus.IDEA, VisitStatus.POSTPONED)
_WITH_A_SEAT: Final = (
    MembershipRole.CHAIR,
    MembershipRole.VICE_CHAIR,
    MembershipRole.SECRETARY,
    MembershipRole.MEMBER,
)
_LEAD = aliased(MeetingBody, name="lead")
_Successor = aliased(Meeting, name="successor")


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting without what hangs on it; `moved_to` is the start of the one that took its place."""

    id: int
    starts_at: datetime
    ends_at: datetime | None
    all_day: bool
    title: LocalizedText
    number: str
    kind: MeetingKind
    status: MeetingStatus
    visibility: Visibility
    platform: str
    place_id: int | None
    body_id: int | None
    body: LocalizedText
    body_short: LocalizedText
    moved_to: datetime | None


@dataclass(frozen=True, slots=True)
class CalendarVisit:
    id: int
    starts_on: date
    ends_on: date
    title: LocalizedText
    partner_place_id: int | None
    status: VisitStatus


@dataclass(frozen=True, slots=True)
class Jubilee:
    """The round anniversary of a signing whose day is known."""

    day: date
    years: int
    agreement_id: int
    title: LocalizedText


def meeting_ids(cabinet: Cabinet, first: date, last: date, wanted: CalendarFilter = EVERYTHING) -> list[int]:
    """The meetings that pass the filter and touch the days from `first` to `last`, by time."""
    statement = select(Meeting.id).where(*_touching(first, last), *_passing(wanted))
    with cabinet.store.reading() as session:
        return list(session.scalars(statement.order_by(Meeting.starts_at, Meeting.id)))


def passing_ids(store: Store, wanted: CalendarFilter) -> set[int]:
    """All the meetings that pass the filter, those without a date included."""
    statement = select(Meeting.id).where(Meeting.deleted_at.is_(None), *_passing(wanted))
    with store.reading() as session:
        return set(session.scalars(statement))


def calendar_meetings(
    cabinet: Cabinet, first: date, last: date, wanted: CalendarFilter = EVERYTHING
) -> list[CalendarMeeting]:
    """The same with what a calendar says of them."""
    statement = (
        select(
            Meeting.id,
            Meeting.starts_at,
            Meeting.ends_at,
            Meeting.all_day,
            Meeting.title,
            Meeting.number,
            Meeting.kind,
            Meeting.status,
            Meeting.visibility,
            Meeting.platform,
            Meeting.place_id,
            Organization.id,
            Organization.names,
            Organization.short_name,
        )
        .outerjoin(_LEAD, (_LEAD.meeting_id == Meeting.id) & (_LEAD.position == 0))
        .outerjoin(Organization, Organization.id == _LEAD.organization_id)
        .where(*_touching(first, last), *_passing(wanted))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    with cabinet.store.reading() as session:
        rows: list[Any] = list(session.execute(statement))
        moved = _successors(session, [row.id for row in rows if row.status is MeetingStatus.MOVED])
    found = []
    for row in rows:
        body_id, body, short = row[-3:]
        found.append(
            CalendarMeeting(
                id=row.id,
                starts_at=row.starts_at,
                ends_at=row.ends_at,
                all_day=row.all_day,
                title=row.title,
                number=row.number,
                kind=row.kind,
                status=row.status,
                visibility=row.visibility,
                platform=row.platform,
                place_id=row.place_id,
                body_id=body_id,
                body=body if body_id else _NO_TEXT,
                body_short=short if body_id else _NO_TEXT,
                moved_to=moved.get(row.id),
            )
        )
    return found


def visit_ids(cabinet: Cabinet, first: date, last: date, wanted: CalendarFilter = EVERYTHING) -> list[int]:
    """The visits that pass the filter and touch these days, by day; mere ideas are no appointments."""
    with cabinet.store.reading() as session:
        return [row.id for row in session.execute(_visits(select(Visit.id), first, last, wanted))]


def calendar_visits(
    cabinet: Cabinet, first: date, last: date, wanted: CalendarFilter = EVERYTHING
) -> list[CalendarVisit]:
    """The same with what a calendar says of them."""
    columns = select(
        Visit.id, Visit.starts_on, Visit.ends_on, Visit.title, Visit.partner_place_id, Visit.status
    )
    with cabinet.store.reading() as session:
        return [
            CalendarVisit(visit_id, starts_on, max(ends_on or starts_on, starts_on), title, place, status)
            for visit_id, starts_on, ends_on, title, place, status in session.execute(
                _visits(columns, first, last, wanted)
            )
        ]


def jubilees(cabinet: Cabinet, first: date, last: date) -> list[Jubilee]:
    """The round anniversaries of what was signed, where the day is known, from `first` to `last`."""
    wanted = (
        select(Agreement.id, Agreement.title, AgreementEvent.happened_on_earliest)
        .join(AgreementEvent, AgreementEvent.agreement_id == Agreement.id)
        .where(
            Agreement.deleted_at.is_(None),
            Agreement.status.not_in(_RESTING),
            AgreementEvent.kind == AgreementEventKind.SIGNING,
            AgreementEvent.happened_on_earliest == AgreementEvent.happened_on_latest,
        )
    )
    with cabinet.store.reading() as session:
        signings = list(session.execute(wanted))
    found = {
        (agreement_id, day): Jubilee(day, year - signed.year, agreement_id, title)
        for agreement_id, title, signed in signings
        for year in range(first.year, last.year + 1)
        if signed is not None
        and year - signed.year in JUBILEE_YEARS
        and first <= (day := anniversary(signed, year)) <= last
    }
    return sorted(found.values(), key=lambda jubilee: (jubilee.day, jubilee.agreement_id))


def home_place(cabinet: Cabinet) -> int | None:
    """The town of our municipality, None if it is not known."""
    with cabinet.store.reading() as session:
        return home_place_id(session)


def _touching(first: date, last: date) -> list[ColumnElement[bool]]:
    begin = datetime.combine(first, time.min)
    found = [Meeting.deleted_at.is_(None), or_(Meeting.starts_at >= begin, Meeting.ends_at > begin)]
    if last < date.max:
        found.append(Meeting.starts_at < datetime.combine(last + _ONE_DAY, time.min))
    return found


def _passing(wanted: CalendarFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.bodies:
        bodies = select(MeetingBody.meeting_id).where(MeetingBody.organization_id.in_(wanted.bodies))
        found.append(Meeting.id.in_(bodies))
    if wanted.kinds:
        found.append(Meeting.kind.in_(wanted.kinds))
    if wanted.person_id:
        found.append(_is_of(wanted.person_id))
    return found


def _is_of(person_id: int) -> ColumnElement[bool]:
    """Whether it is a meeting of this person: at its head or minutes, on its lists, or with a seat in a body.

    Who is excused or absent is not there, whatever the seat.
    """
    listed = select(Attendance.meeting_id).where(Attendance.person_id == person_id)
    away = listed.where(Attendance.presence != Presence.PRESENT)
    invited = select(Invitation.meeting_id).where(Invitation.person_id == person_id)
    seat = exists().where(
        MeetingBody.meeting_id == Meeting.id,
        Membership.organization_id == MeetingBody.organization_id,
        Membership.person_id == person_id,
        Membership.role.in_(_WITH_A_SEAT),
        or_(Membership.starts_on.is_(None), Membership.starts_on <= func.date(Meeting.starts_at)),
        or_(Membership.ends_on.is_(None), Membership.ends_on >= func.date(Meeting.starts_at)),
    )
    return Meeting.id.not_in(away) & or_(
        Meeting.chair_id == person_id,
        Meeting.minute_taker_id == person_id,
        Meeting.id.in_(listed),
        Meeting.id.in_(invited),
        seat.correlate(Meeting),
    )


def _visits(columns: Any, first: date, last: date, wanted: CalendarFilter) -> Any:
    if not wanted.shows_visits:
        return columns.where(Visit.id.is_(None))
    last_day = func.coalesce(Visit.ends_on, Visit.starts_on)
    statement = columns.where(
        Visit.deleted_at.is_(None),
        Visit.starts_on <= last,
        last_day >= first,
        Visit.status.not_in(_UNSURE),
    )
    if wanted.person_id:
        travels = (
            select(Delegation.visit_id)
            .join(Delegate, Delegate.delegation_id == Delegation.id)
            .where(Delegate.person_id == wanted.person_id)
        )
        statement = statement.where(or_(Visit.responsible_id == wanted.person_id, Visit.id.in_(travels)))
    return statement.order_by(Visit.starts_on, Visit.id)


def _successors(session: Session, moved_ids: Sequence[int]) -> dict[int, datetime]:
    wanted = select(_Successor.replaces_id, _Successor.starts_at).where(
        _Successor.replaces_id.in_(moved_ids),
        _Successor.deleted_at.is_(None),
        _Successor.starts_at.is_not(None),
    )
    return {old: start for old, start in session.execute(wanted) if old and start} if moved_ids else {}
