"""What cannot wait: the few facts that the strip above the tabs says today."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.twinning import Agreement, AgreementEvent
from cabinet_app.db.tables.visits import Visit
from cabinet_app.domain.anniversaries import JUBILEE_YEARS, next_anniversary
from cabinet_app.domain.cadence import WindowStatus
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import AgreementEventKind, AgreementStatus
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.services.groups import Groups
from cabinet_app.services.headlines import place_names

_JUBILEE_AHEAD = timedelta(days=30)
_MOST = 3
_RESTING = (AgreementStatus.FROZEN, AgreementStatus.TERMINATED, AgreementStatus.EXPIRED)
_OFF = (VisitStatus.CANCELLED, VisitStatus.POSTPONED, VisitStatus.IDEA)


class NoticeKind(StrEnum):
    VISIT_TODAY = "visit_today"
    GROUPS_AT_RISK = "groups_at_risk"
    NEXT_VISIT = "next_visit"
    JUBILEE = "jubilee"


@dataclass(frozen=True, slots=True)
class Notice:
    """One fact with the record it leads to; `count` is groups, days ahead or years, as the kind says."""

    kind: NoticeKind
    record_type: str
    record_id: int
    headline: LocalizedText
    day: date | None = None
    count: int = 0


class Today:
    """Finds the notices of a day, the most pressing first."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._store = groups.store

    def notices(self, today: date) -> list[Notice]:
        """At most three: visits of today, groups at risk, the next visit, a jubilee within 30 days."""
        with self._store.reading() as session:
            visits = _visits(session, today)
            jubilees = _jubilees(session, today)
        return [*visits[:1], *self._at_risk(today), *visits[1:], *jubilees][:_MOST]

    def _at_risk(self, today: date) -> list[Notice]:
        pressing = [
            board
            for board in self._groups.boards(today)
            if board.is_overdue or any(window.status is WindowStatus.AT_RISK for window in board.windows)
        ]
        if not pressing:
            return []
        first = pressing[0]
        due = first.owed.deadline if first.owed else None
        names = first.group.names
        return [Notice(NoticeKind.GROUPS_AT_RISK, "group", first.group.id, names, due, len(pressing))]


def _visits(session: Session, today: date) -> list[Notice]:
    last_day = func.coalesce(Visit.ends_on, Visit.starts_on)
    wanted = (
        select(Visit)
        .where(Visit.deleted_at.is_(None), last_day >= today, Visit.status.not_in(_OFF))
        .order_by(Visit.starts_on, Visit.id)
        .limit(2)
    )
    found: list[Notice] = []
    for visit in session.scalars(wanted):
        assert visit.starts_on
        name = place_names(session, visit.partner_place_id)
        headline = visit.title if name.is_empty else name
        ahead = (visit.starts_on - today).days
        kind = NoticeKind.VISIT_TODAY if ahead <= 0 else NoticeKind.NEXT_VISIT
        found.append(Notice(kind, "visit", visit.id, headline, visit.starts_on, max(ahead, 0)))
    return found


def _jubilees(session: Session, today: date) -> list[Notice]:
    wanted = (
        select(Agreement, AgreementEvent.happened_on_earliest)
        .join(AgreementEvent, AgreementEvent.agreement_id == Agreement.id)
        .where(
            Agreement.deleted_at.is_(None),
            Agreement.status.not_in(_RESTING),
            AgreementEvent.kind == AgreementEventKind.SIGNING,
            AgreementEvent.happened_on_earliest == AgreementEvent.happened_on_latest,
        )
    )
    found: list[Notice] = []
    for agreement, signed in session.execute(wanted):
        day = next_anniversary(signed, today) if signed else None
        if signed and day and day - today <= _JUBILEE_AHEAD and day.year - signed.year in JUBILEE_YEARS:
            years = day.year - signed.year
            found.append(Notice(NoticeKind.JUBILEE, "agreement", agreement.id, agreement.title, day, years))
    return sorted(found, key=lambda notice: notice.day or date.max)
