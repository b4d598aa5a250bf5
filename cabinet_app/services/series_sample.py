"""A series of the sample register with its meetings, those that are over as held."""

from datetime import date, datetime

from cabinet_app.domain.meetings import MeetingStatus
from cabinet_app.domain.record_types import AnyRecord
from cabinet_app.domain.recurrence import first_day
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.domain.series_rows import meeting_on
from cabinet_app.domain.series_slots import slots
from cabinet_app.services.series_writing import MEETING, SERIES, horizon

MOST = 100
"""The ids of the meetings follow a hundred times the id of their series."""


def with_meetings(series: MeetingSeries, today: date) -> list[tuple[str, AnyRecord]]:
    """The series, put on the first day of its rule, and its meetings, each with its type."""
    first = first_day(series)
    assert first
    assert series.starts_at
    series.starts_at = datetime.combine(first, series.starts_at.time())
    series.materialised_until = horizon(series, today)
    found: list[tuple[str, AnyRecord]] = [(SERIES, series)]
    for number, slot in enumerate(slots(series, series.materialised_until)[:MOST]):
        meeting = meeting_on(series, slot)
        meeting.id = series.id * MOST + number
        if slot.day and slot.day < today:
            meeting.status = MeetingStatus.HELD
        found.append((MEETING, meeting))
    return found
