"""A weekly series for tests, and what can be done with it."""

from datetime import date, datetime, timedelta
from typing import Any

from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.recurrence import with_rule
from cabinet_app.domain.series import HolidayPolicy, MeetingSeries
from cabinet_app.domain.series_plan import Scope
from cabinet_app.domain.texts import same
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import Stored
from cabinet_app.services.series import Outcome

TODAY = date(2026, 3, 2)  # a Monday
FIRST = datetime(2026, 3, 3, 9)
WEEK = timedelta(weeks=1)


def begin(
    cabinet: Cabinet, first: datetime = FIRST, *, today: date = TODAY, decisions: Any = None, **rule: Any
) -> Stored[Meeting]:
    """A weekly staff meeting on Tuesdays until May, unless the rule says otherwise."""
    rule.setdefault("weekdays", [first.weekday()])
    if "count" not in rule:
        rule.setdefault("until", date(2026, 5, 31))
    rule.setdefault("holiday_policy", HolidayPolicy.KEEP)
    draft = Meeting(title=same("Kolegij"), starts_at=first, ends_at=first + timedelta(hours=1))
    outcome = cabinet.series.begin(draft, 0, MeetingSeries(**rule), today, decisions)
    assert outcome.meeting
    return outcome.meeting


def rows(cabinet: Cabinet, series_id: int | None = None) -> list[Meeting]:
    """The meetings of a series, or all of them, in the order of their days."""
    found = [one for one in cabinet.meetings.all() if series_id in {None, one.series_id}]
    return sorted(found, key=lambda one: (one.starts_at or FIRST, one.id))


def on(cabinet: Cabinet, day: date) -> Stored[Meeting]:
    [found] = cabinet.meetings.stored(cabinet.meetings.ids_between(day, day))
    return found


def change(
    cabinet: Cabinet, stored: Stored[Meeting], scope: Scope, today: date = TODAY, **values: Any
) -> Outcome:
    """Edit a meeting and let others follow; `rule` changes the rule."""
    meeting = stored.record
    assert meeting.series_id
    series = cabinet.series.get(meeting.series_id).record
    if "rule" in values:
        series = with_rule(series, values.pop("rule"))
    for name, value in values.items():
        setattr(meeting, name, value)
    return cabinet.series.change(meeting, stored.version, series, scope, today)


def shape(cabinet: Cabinet) -> list[Any]:
    """Everything that an undo must bring back."""
    return [
        sorted(cabinet.meetings.all(), key=lambda one: one.id),
        sorted(cabinet.series.all(), key=lambda one: one.id),
    ]


def starts(meetings: list[Meeting]) -> list[str]:
    return [f"{one.starts_at:%d.%m. %H:%M}" for one in meetings]
