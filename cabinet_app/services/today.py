"""What cannot wait: the few facts that the strip above the tabs says today."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.visits import Visit
from cabinet_app.domain.cadence import WindowStatus
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.services.gifts import CHIP_TO_LIST, Gifts
from cabinet_app.services.groups import Groups
from cabinet_app.services.headlines import place_names
from cabinet_app.services.jubilees import Jubilees
from cabinet_app.services.tasks import CHIP_OVERDUE, Tasks

_JUBILEE_AHEAD = 30
"""In days."""
_MOST = 3
_OFF = (VisitStatus.CANCELLED, VisitStatus.POSTPONED, VisitStatus.IDEA)


class NoticeKind(StrEnum):
    VISIT_TODAY = "visit_today"
    GROUPS_AT_RISK = "groups_at_risk"
    NEXT_VISIT = "next_visit"
    TASKS_OVERDUE = "tasks_overdue"
    GIFT_LIST_DUE = "gift_list_due"
    JUBILEE = "jubilee"


@dataclass(frozen=True, slots=True)
class Notice:
    """One fact with the record it leads to; `count` is groups, days ahead, years …, as the kind says.

    Without a record (id 0) it leads to the list of its type, narrowed by `chip`.
    """

    kind: NoticeKind
    record_type: str
    record_id: int
    headline: LocalizedText
    day: date | None = None
    count: int = 0
    chip: str = ""


class Today:
    """Finds the notices of a day, the most pressing first."""

    def __init__(self, groups: Groups, jubilees: Jubilees, tasks: Tasks, gifts: Gifts) -> None:
        self._groups = groups
        self._jubilees = jubilees
        self._tasks = tasks
        self._gifts = gifts
        self._store = groups.store

    def notices(self, today: date) -> list[Notice]:
        """At most three of these, in their order.

        The visit of today or the next one, tasks overdue, the yearly list of gifts from the first day of the
        month it is due in, groups at risk, a further visit, a jubilee within 30 days.
        """
        with self._store.reading() as session:
            visits = _visits(session, today)
        found = [*visits[:1], *self._overdue(today), *self._gift_list(today)]
        if len(found) < _MOST:
            found += [*self._at_risk(today), *visits[1:], *self._celebrated(today)]
        return found[:_MOST]

    def _overdue(self, today: date) -> list[Notice]:
        ids = self._tasks.overdue(today)
        if not ids:
            return []
        kind, title = NoticeKind.TASKS_OVERDUE, self._tasks.headlines(ids[:1])[ids[0]]
        only = ids[0] if len(ids) == 1 else 0
        return [Notice(kind, "task", only, title, None, len(ids), CHIP_OVERDUE)]

    def _gift_list(self, today: date) -> list[Notice]:
        """Last year's list, while something of it is left to be reported."""
        found = self._gifts.yearly(today.year - 1)
        if found.is_reported or found.due_on is None or today < found.due_on.replace(day=1):
            return []
        waiting = sum(gift.reported_on is None for gift in found.gifts)
        kind = NoticeKind.GIFT_LIST_DUE
        return [Notice(kind, "gift", 0, LocalizedText(), found.due_on, waiting, CHIP_TO_LIST)]

    def _celebrated(self, today: date) -> list[Notice]:
        return [
            Notice(
                NoticeKind.JUBILEE,
                row.record_type,
                row.record_id,
                row.title,
                row.jubilee.day,
                row.jubilee.years or 0,
            )
            for row in self._jubilees.within(today, _JUBILEE_AHEAD)
        ]

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
