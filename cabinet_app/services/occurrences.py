"""What happens on the days of a span: meetings and visits in one list, for calendars and scripts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from cabinet_app.db.tables.meetings import Meeting as MeetingTable
from cabinet_app.db.tables.meetings import MeetingBody
from cabinet_app.db.tables.series import MeetingSeries as SeriesTable
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.foreign_rules import AllowanceSpent, RuleRefused, foreign_starts
from cabinet_app.domain.meetings import MeetingStatus
from cabinet_app.domain.recurrence import starts_between
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Visit
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.headlines import headline, organization_names, remember_names
from cabinet_app.services.mapping import to_record, whole

_ONE_DAY = timedelta(days=1)
_LATEST = timedelta(days=20 * 366)
"""How far beyond its last row the rule of an imported series is followed."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event. Timed ends are exclusive; of a whole-day event `end` is its last day.

    Times are the wall clock's in `zone`. An event of the `source` "series" has no meeting of its own: its
    `record_id` is that of the series.
    """

    uid: str
    start: date | datetime
    end: date | datetime
    all_day: bool
    title: str
    status: str
    source: str
    record_id: int
    zone: str = ""


def occurrences(cabinet: Cabinet, first: date, last: date, language: Language) -> list[Occurrence]:
    """Every meeting and visit that touches the days from `first` to `last`, by their start."""
    with cabinet.store.reading() as session:
        found = [
            *_meetings(session, first, last, language),
            *_beyond_the_rows(session, first, last, language),
            *_visits(session, first, last, language),
        ]
    return sorted(found, key=_order)


def _order(occurrence: Occurrence) -> tuple[datetime, bool, str, int]:
    """Whole-day events stand before those of their day with an hour."""
    return _moment(occurrence.start), not occurrence.all_day, occurrence.title, occurrence.record_id


def _moment(start: date | datetime) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(start, time.min)


def _meetings(session: Session, first: date, last: date, language: Language) -> list[Occurrence]:
    begin = datetime.combine(first, time.min)
    table = MeetingTable
    touching = [table.starts_at >= begin, table.ends_at > begin]
    lead = aliased(MeetingBody)
    wanted = (
        select(table.id, table.uid, table.starts_at, table.ends_at, table.all_day, table.zone)
        .add_columns(table.title, table.status, lead.organization_id)
        .outerjoin(lead, (lead.meeting_id == table.id) & (lead.position == 0))
        .where(table.deleted_at.is_(None), or_(*touching))
    )
    if last < date.max:
        wanted = wanted.where(table.starts_at < datetime.combine(last + _ONE_DAY, time.min))
    remember_names(session)
    found: list[Occurrence] = []
    for meeting_id, uid, starts_at, ends_at, all_day, zone, title, status, body in session.execute(wanted):
        assert starts_at
        end = ends_at or starts_at
        found.append(
            Occurrence(
                uid=uid or f"meeting-{meeting_id}@kabinet",
                start=starts_at.date() if all_day else starts_at,
                end=_last_day(starts_at, end) if all_day else end,
                all_day=all_day,
                title=title.shown(language) or organization_names(session, body).shown(language),
                status=status.value,
                source="meeting",
                record_id=meeting_id,
                zone="" if all_day else zone,
            )
        )
    return found


def _beyond_the_rows(session: Session, first: date, last: date, language: Language) -> list[Occurrence]:
    """What the rules of series give after the last row of theirs; of imported ones also before the first."""
    begin = datetime.combine(first, time.min)
    end = datetime.combine(last, time.max)
    earliest = select(func.min(MeetingTable.original_start)).where(MeetingTable.series_id == SeriesTable.id)
    wanted = select(SeriesTable, earliest.scalar_subquery()).where(
        SeriesTable.deleted_at.is_(None),
        SeriesTable.starts_at <= end,
        or_(SeriesTable.frequency != Frequency.FOREIGN, SeriesTable.foreign_rule != ""),
    )
    found: list[Occurrence] = []
    for row, first_row in session.execute(wanted.options(*whole(SeriesTable))):
        series = to_record(row, MeetingSeries)
        until = datetime.combine(series.materialised_until or date.max - _LATEST, time.max)
        spans = [(max(until, begin), min(end, until + _LATEST))]
        if first_row and series.frequency is Frequency.FOREIGN:
            spans.append((begin, min(end, first_row)))
        for since, to in spans:
            starts = _starts(series, since, to) if since < to else []
            fresh = (start for start in starts if start > until or (first_row and start < first_row))
            found += [_of_series(series, start, language) for start in fresh]
    return found


def _starts(series: MeetingSeries, first: datetime, last: datetime) -> list[datetime]:
    try:
        if series.frequency is not Frequency.FOREIGN:
            return [start for start in starts_between(series, first.date(), last.date()) if start <= last]
        return foreign_starts(series, first, last)
    except (RuleRefused, AllowanceSpent):
        return []


def _of_series(series: MeetingSeries, start: datetime, language: Language) -> Occurrence:
    end = start + timedelta(minutes=series.duration_minutes)
    return Occurrence(
        uid=series.uid,
        start=start.date() if series.all_day else start,
        end=_last_day(start, end) if series.all_day else end,
        all_day=series.all_day,
        title=series.title.shown(language),
        status=MeetingStatus.PLANNED.value,
        source="series",
        record_id=series.id,
        zone="" if series.all_day else series.zone,
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
