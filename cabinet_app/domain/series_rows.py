"""The template of a series and the meetings made after it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingStatus
from cabinet_app.domain.recurrence import LAST, Rule
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_slots import Slot, end_of, start_of

TEMPLATE: Final = (
    "title",
    "kind",
    "mode",
    "platform",
    "visibility",
    "place_id",
    "chair_id",
    "zone",
    "all_day",
)
"""What the meetings of a series have in common, besides their bodies and hours."""
_TIMES: Final = ("starts_at", "ends_at")
_TOLD_ANEW: Final = (*_TIMES, "all_day", "zone", "place_id", "platform", "status")
"""What a calendar that knows the meeting must be told of again (SEQUENCE)."""
_MINUTE: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)
_LATE_DAY: Final = 28


def take_template(series: MeetingSeries, meeting: Meeting) -> None:
    """Let the meetings of the series be like this one; the days of its rule are not touched."""
    for name in TEMPLATE:
        setattr(series, name, getattr(meeting, name))
    series.bodies = _bodies_like(meeting, series.bodies)
    series.duration_minutes = length_of(meeting)
    if series.starts_at and meeting.starts_at:
        series.starts_at = datetime.combine(series.starts_at.date(), meeting.starts_at.time())


def take_changes(series: MeetingSeries, before: Meeting, after: Meeting) -> None:
    """Let the series follow what was changed in one of its meetings, and in nothing else."""
    for name in TEMPLATE:
        if getattr(before, name) != getattr(after, name):
            setattr(series, name, getattr(after, name))
    if list(_organizations(before)) != list(_organizations(after)):
        series.bodies = _bodies_like(after, series.bodies)
    if length_of(before) != length_of(after):
        series.duration_minutes = length_of(after)
    is_other_hour = before.starts_at and after.starts_at and before.starts_at.time() != after.starts_at.time()
    if is_other_hour and series.starts_at and after.starts_at:
        series.starts_at = datetime.combine(series.starts_at.date(), after.starts_at.time())


def length_of(meeting: Meeting) -> int:
    """How many minutes the meeting lasts by the wall clock, 0 if its end is open; a whole day has 1440."""
    if meeting.starts_at is None:
        return 0
    if meeting.ends_at is None or meeting.ends_at < meeting.starts_at:
        return _DAY // _MINUTE if meeting.all_day else 0
    length = meeting.ends_at - meeting.starts_at
    return max(length, _DAY if meeting.all_day else length) // _MINUTE


def meeting_on(series: MeetingSeries, slot: Slot) -> Meeting:
    """A new meeting of the series; one that is left out stands on the day of its rule, cancelled."""
    meeting = Meeting(sequence=series.sequence)
    put_on(series, slot, meeting)
    return meeting


def put_on(series: MeetingSeries, slot: Slot, meeting: Meeting) -> None:
    """Make a meeting one of the series like all others, on this slot."""
    for name in TEMPLATE:
        setattr(meeting, name, getattr(series, name))
    meeting.bodies = _bodies_like(series, meeting.bodies)
    place_on(series, slot, meeting)


def place_on(series: MeetingSeries, slot: Slot, meeting: Meeting) -> None:
    """Put a meeting on this slot; the rest of it stays as it is."""
    day = slot.day or slot.original
    meeting.starts_at, meeting.ends_at = start_of(series, day), end_of(series, day)
    if slot.day is None:
        meeting.status = MeetingStatus.CANCELLED
    elif meeting.status is MeetingStatus.CANCELLED:
        meeting.status = MeetingStatus.PLANNED
    meeting.detached = slot.is_decided
    join(series, slot.original, meeting)


def join(series: MeetingSeries, original: date, meeting: Meeting) -> None:
    """Let a meeting be the one of this day of the rule."""
    meeting.series_id = series.id
    meeting.original_start = start_of(series, original)
    meeting.uid = series.uid


def leave(meeting: Meeting, uid: str) -> None:
    """Let a meeting stand alone, under an identity of its own."""
    meeting.series_id = meeting.original_start = None
    meeting.detached = False
    meeting.uid = uid


def is_told_anew(before: Meeting, after: Meeting) -> bool:
    """Whether time, place or status have changed, so that calendars count it a new edition."""
    return any(getattr(before, name) != getattr(after, name) for name in _TOLD_ANEW)


def is_shared(before: Meeting, after: Meeting) -> bool:
    """Whether something was changed that the other meetings of a series may share."""
    names = (*TEMPLATE, *_TIMES)
    return any(getattr(before, name) != getattr(after, name) for name in names) or (
        list(_organizations(before)) != list(_organizations(after))
    )


def adapted(rule: Rule, was: date, day: date) -> Rule:
    """The rule of a series whose meeting was put from the day `was` to another one.

    A Tuesday becomes a Wednesday, the second Tuesday the third Wednesday if that is where the day lies. Daily
    rules and those of working days stay.
    """
    if was == day:
        return rule
    if rule.frequency is Frequency.WEEKLY:
        others = {weekday for weekday in rule.weekdays if weekday != was.weekday()}
        return replace(rule, weekdays=tuple(sorted(others | {day.weekday()})))
    if rule.frequency is Frequency.MONTHLY_WEEKDAY:
        return replace(rule, weekdays=(day.weekday(),), nth=nth_of(day, prefers_last=rule.nth == LAST))
    if rule.frequency is Frequency.MONTHLY_DAY:
        return replace(rule, month_day=day.day if day.day <= _LATE_DAY else LAST)
    if rule.frequency is Frequency.YEARLY:
        return replace(rule, month=day.month, month_day=day.day)
    return rule


def nth_of(day: date, *, prefers_last: bool = False) -> int:
    """Which of its weekday the day is in its month, -1 for the last; the fifth is always the last."""
    is_last = (day + timedelta(days=7)).month != day.month
    nth = (day.day - 1) // 7 + 1
    return LAST if is_last and (prefers_last or nth > 4) else nth  # noqa: PLR2004 a month has four of each


def _bodies_like(source: Meeting | MeetingSeries, owned: list[MeetingBody]) -> list[MeetingBody]:
    """The bodies of `source`, as parts of another record: those it has already keep their ids."""
    by_organization = {body.organization_id: body.id for body in owned}
    return [
        MeetingBody(id=by_organization.get(one, 0), organization_id=one) for one in _organizations(source)
    ]


def _organizations(record: Meeting | MeetingSeries) -> Iterator[int | None]:
    return (body.organization_id for body in record.bodies)
