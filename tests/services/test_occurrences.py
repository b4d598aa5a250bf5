"""Meetings and visits of a span of days in one list."""

from datetime import date, datetime

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.meetings import Meeting, MeetingBody, MeetingStatus
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.occurrences import Occurrence, occurrences


def days(cabinet: Cabinet, first: str, last: str) -> list[Occurrence]:
    return occurrences(cabinet, date.fromisoformat(first), date.fromisoformat(last), Language.SL)


def meeting(cabinet: Cabinet, start: str, end: str | None = None, **values: object) -> Meeting:
    draft = Meeting(
        starts_at=datetime.fromisoformat(start),
        ends_at=datetime.fromisoformat(end) if end else None,
        **values,  # type: ignore[arg-type]
    )
    return cabinet.meetings.create(draft).record


def test_what_touches_the_days_is_listed_by_its_start(cabinet: Cabinet, villach: Place):
    meeting(cabinet, "2026-02-25T09:00", "2026-02-25T10:00", title=LocalizedText(sl="Kolegij"))
    meeting(cabinet, "2026-02-24T22:00", "2026-02-25T01:00", title=LocalizedText(sl="Nočna"))
    meeting(cabinet, "2026-02-26T00:00", "2026-02-26T01:00", title=LocalizedText(sl="Jutri"))
    cabinet.visits.create(
        Visit(starts_on=date(2026, 2, 20), ends_on=date(2026, 2, 25), partner_place_id=villach.id)
    )
    cabinet.visits.create(Visit(starts_on=date(2026, 2, 25), title=LocalizedText(sl="En dan")))
    found = days(cabinet, "2026-02-25", "2026-02-25")
    assert [(one.source, one.title) for one in found] == [
        ("visit", "Beljak"),
        ("meeting", "Nočna"),
        ("visit", "En dan"),
        ("meeting", "Kolegij"),
    ]
    assert (found[3].start, found[3].end) == (datetime(2026, 2, 25, 9), datetime(2026, 2, 25, 10))
    assert (found[2].start, found[2].end, found[2].all_day) == (date(2026, 2, 25), date(2026, 2, 25), True)


def test_a_meeting_that_ends_at_midnight_is_not_of_the_next_day(cabinet: Cabinet):
    meeting(cabinet, "2026-02-24T22:00", "2026-02-25T00:00")
    assert days(cabinet, "2026-02-25", "2026-02-25") == []
    assert len(days(cabinet, "2026-02-24", "2026-02-24")) == 1


def test_a_meeting_without_an_end_stands_at_its_start(cabinet: Cabinet):
    meeting(cabinet, "2026-02-25T09:00")
    (one,) = days(cabinet, "2026-02-25", "2026-02-25")
    assert one.start == one.end


def test_a_whole_day_meeting_ends_on_its_last_day(cabinet: Cabinet):
    meeting(cabinet, "2026-02-25T00:00", "2026-02-27T00:00", all_day=True)
    (one,) = days(cabinet, "2026-02-25", "2026-02-25")
    assert (one.start, one.end) == (date(2026, 2, 25), date(2026, 2, 26))


def test_a_meeting_without_a_title_is_called_by_its_body(cabinet: Cabinet):
    body = cabinet.organizations.create(Organization(names=LocalizedText(sl="Kolegij"))).record.id
    meeting(
        cabinet,
        "2026-02-25T09:00",
        bodies=[MeetingBody(organization_id=body)],
        uid="abc@kranj.si",
        status=MeetingStatus.CANCELLED,
    )
    (one,) = days(cabinet, "2026-02-01", "2026-02-28")
    assert (one.title, one.uid, one.status) == ("Kolegij", "abc@kranj.si", "cancelled")


def test_events_without_a_day_and_events_in_the_bin_are_left_out(cabinet: Cabinet):
    cabinet.meetings.create(Meeting())
    cabinet.visits.create(Visit())
    cabinet.meetings.delete(meeting(cabinet, "2026-02-25T09:00").id)
    assert days(cabinet, "0001-01-01", "9999-12-31") == []


def test_every_uid_is_its_own(cabinet: Cabinet):
    for day in range(1, 6):
        meeting(cabinet, f"2026-02-0{day}T09:00")
        cabinet.visits.create(Visit(starts_on=date(2026, 2, day)))
    found = days(cabinet, "2026-02-01", "2026-02-28")
    assert len({one.uid for one in found}) == 10
