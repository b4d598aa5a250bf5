"""The calendar for others: read back by readers that are not ours, and nothing private in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.meetings import Invitation, Meeting, MeetingBody, MeetingStatus, Visibility
from cabinet_app.domain.places import Place
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_plan import Scope
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Visit, VisitKind, VisitStatus
from cabinet_app.exchange.ics_export import CalendarChoices, calendar_bytes, export_calendar
from cabinet_app.exchange.ics_import import CalendarFile, plan_file, take_in
from cabinet_app.exchange.ics_zone_text import zone_lines
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.calendar_import import Fate
from tests.blank_register import blank_register
from tests.exchange import libical
from tests.exchange.ics_samples import TODAY, vcalendar, vevent
from tests.exchange.plain_reader import Block, parse, plain

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
HOUSE = CalendarChoices(is_internal=True)
needs_libical = pytest.mark.skipif(libical.LIBRARY is None, reason="libical is not installed")


@pytest.fixture
def other_cabinet(tmp_path: Path) -> Iterator[Cabinet]:
    """A register of somebody else."""
    opened = Cabinet(open_store(blank_register(tmp_path / "other.kabinet")))
    yield opened
    opened.close()


def written(cabinet: Cabinet, choices: CalendarChoices = HOUSE) -> Block:
    return parse(calendar_bytes(cabinet, choices, NOW)[0])


def events(cabinet: Cabinet, choices: CalendarChoices = HOUSE) -> list[Block]:
    return written(cabinet, choices).all("VEVENT")


def meet(cabinet: Cabinet, **values: object) -> Meeting:
    draft = Meeting(
        title=LocalizedText("Seja", "Sitzung", "Session"),
        starts_at=datetime(2026, 12, 1, 10),
        ends_at=datetime(2026, 12, 1, 11),
    )
    return cabinet.meetings.create(replace(draft, **values)).record  # type: ignore[arg-type]


def weekly(cabinet: Cabinet, count: int = 4) -> list[Meeting]:
    draft = Meeting(
        title=LocalizedText(sl="Kolegij"),
        starts_at=datetime(2026, 10, 12, 8),
        ends_at=datetime(2026, 10, 12, 9),
    )
    rule = MeetingSeries(frequency=Frequency.WEEKLY, weekdays=[0], count=count, starts_at=draft.starts_at)
    cabinet.series.begin(draft, 0, rule, TODAY)
    return sorted(cabinet.meetings.all(), key=lambda one: one.starts_at or datetime(9999, 1, 1))


def test_a_meeting_is_told_by_the_wall_clock_with_its_zone_explained(cabinet: Cabinet):
    place = cabinet.places.create(Place(names=LocalizedText(sl="Soba 14, 1. nadstropje"))).record.id
    made = meet(cabinet, place_id=place, description=LocalizedText(sl="Prva vrstica;\ndruga, š"))
    calendar = written(cabinet)
    (event,) = calendar.all("VEVENT")
    assert event.value("DTSTART") == "20261201T100000"
    assert event.parameter("DTSTART", "TZID") == "Europe/Ljubljana"
    assert plain(event.value("LOCATION")) == "Soba 14, 1. nadstropje"
    assert plain(event.value("DESCRIPTION")) == "Prva vrstica;\ndruga, š"
    assert (event.value("UID"), event.value("STATUS"), event.value("DTSTAMP")) == (
        made.uid,
        "CONFIRMED",
        "20261120T140000Z",
    )
    (zone,) = calendar.all("VTIMEZONE")
    assert zone.value("TZID") == "Europe/Ljubljana"
    assert [block.value("RRULE") for block in zone.blocks] == [
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ]
    assert [block.value("DTSTART") for block in zone.blocks] == ["19700329T020000", "19701025T030000"]


def test_the_uid_is_the_same_in_every_export_and_the_edition_grows(cabinet: Cabinet):
    made = meet(cabinet)
    first = events(cabinet)[0]
    stored = cabinet.meetings.get(made.id)
    cabinet.meetings.update(replace(stored.record, starts_at=datetime(2026, 12, 1, 9)), stored.version)
    second = events(cabinet)[0]
    assert first.value("UID") == second.value("UID") != ""
    assert (first.value("SEQUENCE"), second.value("SEQUENCE")) == ("0", "1")


def test_whole_days_end_on_the_day_after(cabinet: Cabinet):
    meet(cabinet, all_day=True, starts_at=datetime(2026, 12, 1), ends_at=datetime(2026, 12, 2))
    meet(cabinet, all_day=True, starts_at=datetime(2026, 12, 5), ends_at=None)
    spans = [(event.value("DTSTART"), event.value("DTEND")) for event in events(cabinet)]
    assert spans == [("20261201", "20261202"), ("20261205", "20261206")]
    assert written(cabinet).all("VTIMEZONE") == []


def test_what_is_called_off_is_told_and_a_moved_meeting_stands_once(cabinet: Cabinet):
    meet(cabinet, status=MeetingStatus.CANCELLED)
    old = meet(cabinet, starts_at=datetime(2026, 12, 3, 10), ends_at=None)
    cabinet.meetings.move(old.id, 1, datetime(2026, 12, 4, 10))
    found = events(cabinet)
    assert [(event.value("DTSTART")[6:8], event.value("STATUS")) for event in found] == [
        ("01", "CANCELLED"),
        ("04", "CONFIRMED"),
    ]
    assert found[1].value("UID") == old.uid


def test_guests_see_public_meetings_and_the_house_sees_that_private_ones_keep_somebody_busy(cabinet: Cabinet):
    meet(cabinet, title=LocalizedText(sl="Javna"))
    meet(cabinet, title=LocalizedText(sl="Interna"), visibility=Visibility.INTERNAL)
    meet(
        cabinet,
        title=LocalizedText(sl="Zobozdravnik"),
        visibility=Visibility.PRIVATE,
        description=LocalizedText(sl="x"),
    )
    assert [event.value("SUMMARY") for event in events(cabinet, CalendarChoices())] == ["Javna"]
    house = events(cabinet, replace(HOUSE, language=Language.EN))
    assert [event.value("SUMMARY") for event in house] == ["Javna", "Interna", "Busy"]
    assert [event.value("CLASS") for event in house] == ["PUBLIC", "CONFIDENTIAL", "PRIVATE"]
    assert house[2].value("DESCRIPTION") == ""


def test_nothing_about_people_is_in_it_unless_asked_for(cabinet: Cabinet):
    people = [Invitation(name="Ana; Kos", email="ana@kranj.si"), Invitation(name="Brez naslova")]
    raw = "X-ALT-DESC:skrivnost\nORGANIZER:mailto:x@y.si\nX-OFFICE:ohranjeno\nCONTACT:031 111 222"
    meet(cabinet, invitations=people, raw_properties=raw, notes="interno")
    for choices in (CalendarChoices(), HOUSE):
        data = calendar_bytes(cabinet, choices, NOW)[0].decode()
        for secret in ("ana@", "skrivnost", "x@y", "031", "interno", "Kos"):
            assert secret not in data
    assert events(cabinet)[0].value("X-OFFICE") == "ohranjeno"
    assert events(cabinet, CalendarChoices())[0].value("X-OFFICE") == ""
    (asked,) = events(cabinet, replace(HOUSE, with_people=True))
    assert asked.value("ATTENDEE") == "mailto:ana@kranj.si"
    assert asked.parameter("ATTENDEE", "CN") == "Ana; Kos"


def test_days_and_groups_narrow_the_calendar(cabinet: Cabinet):
    group = cabinet.organizations.create(Organization(names=LocalizedText(sl="Kolegij"))).record.id
    meet(cabinet, bodies=[MeetingBody(organization_id=group)], title=LocalizedText(), number="3")
    meet(cabinet, starts_at=datetime(2027, 1, 5, 10), ends_at=None)
    cabinet.visits.create(Visit(starts_on=date(2026, 12, 8), title=LocalizedText(sl="Obisk")))
    assert len(events(cabinet)) == 3
    (only,) = events(cabinet, replace(HOUSE, body_ids={group}))
    assert (only.value("SUMMARY"), only.value("CATEGORIES")) == ("Kolegij (3)", "Kolegij")
    december = replace(HOUSE, first=date(2026, 12, 1), last=date(2026, 12, 31))
    assert len(events(cabinet, december)) == 2
    assert len(events(cabinet, replace(HOUSE, first=date(2027, 1, 1)))) == 1


def test_a_visit_is_one_entry_or_one_for_every_day(cabinet: Cabinet):
    visit = Visit(
        title=LocalizedText(sl="Beljak"),
        status=VisitStatus.CONFIRMED,
        starts_on=date(2026, 12, 8),
        ends_on=date(2026, 12, 10),
    )
    cabinet.visits.create(replace(visit))
    cabinet.visits.create(replace(visit, title=LocalizedText(sl="Zasebno"), kind=VisitKind.PRIVATE))
    (one,) = events(cabinet)
    assert (one.value("DTSTART"), one.value("DTEND"), one.value("SUMMARY")) == (
        "20261208",
        "20261211",
        "Beljak",
    )
    three = events(cabinet, replace(HOUSE, is_each_day=True))
    assert [event.value("SUMMARY") for event in three] == ["Beljak (1/3)", "Beljak (2/3)", "Beljak (3/3)"]
    assert len({event.value("UID") for event in three}) == 3


def test_a_series_is_its_rule_with_its_exceptions(cabinet: Cabinet):
    rows = weekly(cabinet)
    cabinet.series.cancel(rows[1].id, Scope.ONE, TODAY)
    stored = cabinet.meetings.get(rows[2].id)
    cabinet.meetings.update(
        replace(stored.record, starts_at=datetime(2026, 10, 27, 10), ends_at=datetime(2026, 10, 27, 11)),
        stored.version,
    )
    master, exception = events(cabinet)
    assert master.value("RRULE").startswith("FREQ=WEEKLY")
    assert "BYDAY=MO" in master.value("RRULE")
    assert (master.value("EXDATE"), master.parameter("EXDATE", "TZID")) == (
        "20261019T080000",
        "Europe/Ljubljana",
    )
    assert exception.value("RECURRENCE-ID") == "20261026T080000"
    assert exception.value("DTSTART") == "20261027T100000"
    assert exception.value("UID") == master.value("UID") == rows[0].uid


@needs_libical
def test_libical_reads_the_same_starts(cabinet: Cabinet):
    rows = weekly(cabinet)
    cabinet.series.cancel(rows[1].id, Scope.ONE, TODAY)
    meet(cabinet, title=LocalizedText(sl="Čas, ki šteje; " * 20))
    data = calendar_bytes(cabinet, HOUSE, NOW)[0]
    zone = ZoneInfo("Europe/Ljubljana")
    wanted = [
        one.starts_at.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
        for one in cabinet.meetings.all()
        if one.starts_at and one.status is not MeetingStatus.CANCELLED
    ]
    assert libical.count_errors(data) == 0
    assert libical.starts(data, "20260101T000000Z", "20280101T000000Z") == sorted(wanted)


def test_icalendar_reads_every_text_back(cabinet: Cabinet):
    title = "»Župan«: čšž, ß; \\ 张伟 👋 " * 8
    meet(cabinet, title=LocalizedText(sl=title.strip()))
    (event,) = icalendar.Calendar.from_ical(calendar_bytes(cabinet, HOUSE, NOW)[0]).walk("VEVENT")
    assert str(event["SUMMARY"]) == title.strip()
    assert event.decoded("DTSTART") == datetime(2026, 12, 1, 10, tzinfo=ZoneInfo("Europe/Ljubljana"))


def test_what_is_written_and_read_again_changes_nothing_here_and_is_the_same_elsewhere(
    cabinet: Cabinet, other_cabinet: Cabinet, tmp_path: Path
):
    rows = weekly(cabinet)
    cabinet.series.cancel(rows[1].id, Scope.ONE, TODAY)
    meet(cabinet, visibility=Visibility.INTERNAL)
    file = tmp_path / "out.ics"
    assert export_calendar(cabinet, file, HOUSE, NOW) == 2
    again = plan_file(cabinet, CalendarFile(file, TODAY))
    assert (again.count(Fate.UNCHANGED), again.writes, again.removals, again.vanished) == (2, [], [], [])
    take_in(other_cabinet, plan_file(other_cabinet, CalendarFile(file, TODAY)))
    wanted = {
        (one.uid, one.starts_at, one.title.sl)
        for one in cabinet.meetings.all()
        if one.status is MeetingStatus.PLANNED
    }
    assert {(one.uid, one.starts_at, one.title.sl) for one in other_cabinet.meetings.all()} == wanted


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20260105T080000Z", "RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=6"),
        ("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=YEARLY;COUNT=3"),
        (
            "DTSTART;TZID=America/New_York:20260105T080000",
            "RRULE:FREQ=DAILY;COUNT=5",
            "EXDATE:20260106T130000Z",
        ),
        ("DTSTART;TZID=Europe/Vienna:20260105T080000", "RDATE;TZID=Europe/Vienna:20260109T100000"),
    ],
)
def test_a_foreign_series_survives_the_way_out_and_in(
    lines: tuple[str, ...], cabinet: Cabinet, other_cabinet: Cabinet, tmp_path: Path
):
    file = tmp_path / "x.ics"
    file.write_bytes(vcalendar(vevent(*lines, "SUMMARY:A")))
    take_in(cabinet, plan_file(cabinet, CalendarFile(file, TODAY)))
    export_calendar(cabinet, file, HOUSE, NOW)
    take_in(other_cabinet, plan_file(other_cabinet, CalendarFile(file, TODAY)))
    found, wanted = (
        sorted((one.starts_at, one.zone) for one in one_cabinet.meetings.all() if one.starts_at)
        for one_cabinet in (other_cabinet, cabinet)
    )
    assert found == wanted


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("America/New_York", ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"]),
        ("Australia/Sydney", ["FREQ=YEARLY;BYMONTH=10;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"]),
        ("Europe/London", ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"]),
        ("Asia/Tokyo", []),
        ("Asia/Kolkata", []),
    ],
)
def test_other_zones_are_told_by_their_rules(zone: str, expected: list[str]):
    lines = list(zone_lines([zone]))
    assert [line.removeprefix("RRULE:") for line in lines if line.startswith("RRULE")] == expected
    component = icalendar.Calendar.from_ical("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]))
    explained: Any = next(iter(component.walk("VTIMEZONE")))
    told = explained.to_tz()
    for month in range(1, 13):
        noon = datetime(2026, month, 15, 12)
        assert noon.replace(tzinfo=told).utcoffset() == noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()
