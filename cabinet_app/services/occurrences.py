"""What happens on the days of a span: meetings and visits in one list, for calendars and scripts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Visit
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.headlines import headline, organization_names
from cabinet_app.services.mapping import to_record, whole

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event. Timed ends are exclusive; of a whole-day event `end` is its last day."""

    uid: str
    start: date | datetime
    end: date | datetime
    all_day: bool
    title: str
    status: str
    source: str
    record_id: int


def occurrences(cabinet: Cabinet, first: date, last: date, language: Language) -> list[Occurrence]:
    """Every meeting and visit that touches the days from `first` to `last`, by their start."""
    with cabinet.store.reading() as session:
        found = [*_meetings(session, first, last, language), *_visits(session, first, last, language)]
    return sorted(found, key=_order)


def _order(occurrence: Occurrence) -> tuple[datetime, bool, str, int]:
    """Whole-day events stand before those of their day with an hour."""
    return _moment(occurrence.start), not occurrence.all_day, occurrence.title, occurrence.record_id


def _moment(start: date | datetime) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(start, time.min)


def _meetings(session: Session, first: date, last: date, language: Language) -> list[Occurrence]:
    begin = datetime.combine(first, time.min)
    touching = [MeetingTable.starts_at >= begin, MeetingTable.ends_at > begin]
    wanted = select(MeetingTable).where(MeetingTable.deleted_at.is_(None), or_(*touching))
    if last < date.max:
        wanted = wanted.where(MeetingTable.starts_at < datetime.combine(last + _ONE_DAY, time.min))
    rows = session.scalars(wanted.options(*whole(MeetingTable)))
    return [_meeting(session, to_record(row, Meeting), language) for row in rows]


def _meeting(session: Session, meeting: Meeting, language: Language) -> Occurrence:
    assert meeting.starts_at
    end = meeting.ends_at or meeting.starts_at
    lead = next((body.organization_id for body in meeting.bodies), None)
    return Occurrence(
        uid=meeting.uid or f"meeting-{meeting.id}@kabinet",
        start=meeting.starts_at.date() if meeting.all_day else meeting.starts_at,
        end=_last_day(meeting.starts_at, end) if meeting.all_day else end,
        all_day=meeting.all_day,
        title=meeting.title.shown(language) or organization_names(session, lead).shown(language),
        status=meeting.status.value,
        source="meeting",
        record_id=meeting.id,
    )


def _last_day(start: datetime, end: datetime) -> date:
    """A whole-day meeting may end at the midnight after its last day."""
    ends_at_midnight = end.time() == time.min and end.date() > start.date()
    return end.date() - _ONE_DAY if ends_at_midnight else end.date()


def _visits(session: Session, first: date, last: date, language: Language) -> list[Occurrence]:
    wanted = select(VisitTable).where(
        VisitTable.deleted_at.is_(None),
        VisitTable.starts_on <= last,
        or_(VisitTable.starts_on >= first, VisitTable.ends_on >= first),
    )
    rows = session.scalars(wanted.options(*whole(VisitTable)))
    return [_visit(session, to_record(row, Visit), language) for row in rows]


def _visit(session: Session, visit: Visit, language: Language) -> Occurrence:
    assert visit.starts_on
    undated: Any = headline(session, _without_days(visit))
    return Occurrence(
        uid=f"visit-{visit.id}@kabinet",
        start=visit.starts_on,
        end=visit.ends_on or visit.starts_on,
        all_day=True,
        title=visit.title.shown(language) or undated.shown(language),
        status=visit.status.value,
        source="visit",
        record_id=visit.id,
    )


def _without_days(visit: Visit) -> Visit:
    return Visit(
        id=visit.id,
        title=visit.title,
        partner_place_id=visit.partner_place_id,
        partner_organization_id=visit.partner_organization_id,
    )
