"""What a month shows of the register."""

from datetime import date, datetime

import pytest

from cabinet_app.domain.meetings import MeetingBody, MeetingStatus
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.gui.meetings.calendar_content import MEETING, VISIT, CalendarSource
from tests.gui.meetings.conftest import make_desk


@pytest.fixture
def source(desk):
    return CalendarSource(desk.context)


def december(source, only=None):
    return source.read(date(2021, 11, 29), date(2022, 1, 2), only)


def test_a_meeting_is_shown_by_its_hour_and_the_short_name_of_its_body(house, source):
    house.session("2", datetime(2021, 12, 14, 17), ends_at=datetime(2021, 12, 14, 17, 18))
    (entry,) = december(source).entries
    assert entry.line == "17:00 KMS"
    assert entry.details == ("17:00–17:18 · KMS", "Commission (2)", "● held")


def test_a_body_without_a_short_name_gives_way_to_the_subject(house, source):
    body = [MeetingBody(organization_id=house.council)]
    house.meeting(datetime(2021, 12, 15, 9), bodies=body, title=same("Proračun"))
    house.meeting(datetime(2021, 12, 16, 9), bodies=body)
    assert [entry.text for entry in december(source).entries] == ["Proračun", "Mestni svet"]


def test_a_meeting_without_body_and_subject_is_still_there(house, source):
    house.meeting(datetime(2021, 12, 15, 9), bodies=[])
    assert december(source).entries[0].text == "Meeting"


def test_the_days_of_the_neighbouring_months_are_filled_too(house, source):
    house.meeting(datetime(2021, 11, 29, 9))
    house.meeting(datetime(2021, 11, 28, 9))
    house.meeting(datetime(2022, 1, 2, 9))
    assert [entry.when.first_day for entry in december(source).entries] == [
        date(2021, 11, 29),
        date(2022, 1, 2),
    ]


@pytest.mark.parametrize("ends_at", [datetime(2021, 12, 15), datetime(2021, 12, 14, 16)])
def test_a_meeting_of_whole_days_ends_with_its_last_day(house, source, ends_at):
    house.meeting(datetime(2021, 12, 13), ends_at=ends_at, all_day=True)
    (entry,) = december(source).entries
    assert (entry.when.first_day, entry.when.last_day) == (date(2021, 12, 13), date(2021, 12, 14))
    assert entry.time_text == ""


def test_what_fell_out_says_so_in_a_word(house, source):
    house.meeting(datetime(2021, 12, 13, 9), status=MeetingStatus.CANCELLED)
    house.meeting(datetime(2021, 12, 14, 9), status=MeetingStatus.MOVED)
    entries = december(source).entries
    assert [(entry.is_off, entry.status) for entry in entries] == [(True, "cancelled"), (True, "moved")]
    assert "✕ cancelled" in entries[0].details


def test_visits_lie_over_the_month_as_bars(cabinet, source):
    town = cabinet.places.create(Place(names=LocalizedText("Beljak", "Villach", "Villach"))).record.id
    visit = Visit(partner_place_id=town, starts_on=date(2021, 12, 9), ends_on=date(2021, 12, 10))
    cabinet.visits.create(visit)
    (entry,) = december(source).entries
    assert (entry.record_type, entry.text, entry.when.is_bar) == (VISIT, "Villach", True)
    assert entry.details[0] == "Visit: Villach"


def test_a_visit_that_is_only_an_idea_is_no_appointment(cabinet, source):
    for status in (VisitStatus.IDEA, VisitStatus.POSTPONED):
        cabinet.visits.create(Visit(title=same("Obisk"), starts_on=date(2021, 12, 9), status=status))
    assert december(source).entries == ()


def test_a_cancelled_visit_is_struck_through(cabinet, source):
    draft = Visit(title=same("Obisk"), starts_on=date(2021, 12, 9), status=VisitStatus.CANCELLED)
    cabinet.visits.create(draft)
    assert december(source).entries[0].is_off


def test_a_filter_leaves_its_meetings_and_no_visits(house, cabinet, source):
    kept = house.meeting(datetime(2021, 12, 13, 9))
    house.meeting(datetime(2021, 12, 14, 9))
    cabinet.visits.create(Visit(title=same("Obisk"), starts_on=date(2021, 12, 9)))
    assert [entry.id for entry in december(source, {kept}).entries] == [kept]


@pytest.mark.parametrize(
    ("language", "name"),
    [(Language.SL, "božič"), (Language.EN, "Christmas Day")],
)
def test_holidays_are_named_in_the_language_of_the_window(cabinet, language, name):
    content = CalendarSource(make_desk(cabinet, language).context).read(date(2021, 11, 29), date(2022, 1, 2))
    assert content.holidays[date(2021, 12, 25)][0].name == name
    assert content.is_free(date(2021, 12, 25))
    assert not content.is_free(date(2021, 12, 24))


def test_the_entries_of_a_day_stand_as_they_are_drawn(house, source):
    late = house.meeting(datetime(2021, 12, 14, 17))
    early = house.meeting(datetime(2021, 12, 14, 8))
    long = house.meeting(datetime(2021, 12, 13), ends_at=datetime(2021, 12, 16), all_day=True)
    content = december(source)
    assert [entry.id for entry in content.on(date(2021, 12, 14))] == [long, early, late]
    assert content.day_of(MEETING, long) == date(2021, 12, 13)
    assert content.day_of(MEETING, 1) is None


def test_a_month_is_read_in_few_statements(house, source, cabinet):
    for day in range(1, 29):
        house.meeting(datetime(2021, 12, day, 9))
    source.read(date(2021, 11, 29), date(2022, 1, 2))
    from sqlalchemy import event

    statements: list[str] = []
    engine = cabinet.store._reader

    def note(_connection, _cursor, statement, *_rest):
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        source.read(date(2021, 11, 29), date(2022, 1, 2))
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len([one for one in statements if one.lstrip().upper().startswith("SELECT")]) <= 6
