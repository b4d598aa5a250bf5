"""Series of others: counted as calendars count them, exceptions in their places, and nothing without end."""

from datetime import date, datetime, timedelta

import pytest

from cabinet_app.domain.foreign_rules import foreign_starts
from cabinet_app.domain.meetings import MeetingStatus
from cabinet_app.domain.series import Frequency
from tests.exchange.ics_samples import codes, event, read, starts, vcalendar, vevent

WED = "DTSTART;TZID=Europe/Ljubljana:20260114T090000"
ENDS = "DTEND;TZID=Europe/Ljubljana:20260114T100000"


def days(*lines: str) -> list[str]:
    return [f"{start:%m-%d}" for start in starts(event(*lines))]


def test_a_rule_is_worked_out_and_every_meeting_knows_its_place():
    (found,) = event(WED, ENDS, "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Kolegij").events
    assert found.series
    assert [meeting.original_start for meeting in found.meetings] == [
        datetime(2026, 1, 14, 9) + timedelta(days=7 * number) for number in range(3)
    ]
    assert (found.series.duration_minutes, found.series.zone) == (60, "Europe/Ljubljana")
    assert found.series.title.sl == "Kolegij"


@pytest.mark.parametrize(
    "until",
    ["20260128T080000Z", "20260128T090000", "20260128", "20260128T235959Z"],
)
def test_the_end_of_a_rule_counts_itself_however_it_is_written(until: str):
    assert days(WED, f"RRULE:FREQ=WEEKLY;UNTIL={until}") == ["01-14", "01-21", "01-28"]


def test_the_end_in_another_zone_loses_no_meeting():
    line = "DTSTART;TZID=America/New_York:20240301T140000"
    found = event(line, "RRULE:FREQ=DAILY;UNTIL=20240315T140000")
    assert len(starts(found)) == 15


def test_a_series_of_whole_days_ends_on_its_last_day():
    assert days("DTSTART;VALUE=DATE:20260114", "RRULE:FREQ=DAILY;UNTIL=20260116") == [
        "01-14",
        "01-15",
        "01-16",
    ]
    assert days("DTSTART;VALUE=DATE:20260114", "RRULE:FREQ=DAILY;UNTIL=20260115T230000Z")[-1] == "01-16"


@pytest.mark.parametrize(
    "line",
    [
        "EXDATE;TZID=Europe/Ljubljana:20260121T090000",
        "EXDATE:20260121T080000Z",
        "EXDATE;TZID=Europe/London:20260121T080000",
        "EXDATE;VALUE=DATE:20260121",
        "EXDATE;TZID=Europe/Ljubljana:20260121T090000,20270101T090000,,rubbish",
    ],
)
def test_days_that_are_left_out_may_be_written_in_any_way(line: str):
    assert days(WED, "RRULE:FREQ=WEEKLY;COUNT=3", line) == ["01-14", "01-28"]


def test_count_counts_what_is_left_out():
    skipped = "EXDATE;TZID=Europe/Ljubljana:20260114T090000"
    assert days(WED, "RRULE:FREQ=WEEKLY;COUNT=3", skipped) == ["01-21", "01-28"]


def test_further_days_and_periods_are_added():
    found = event(WED, ENDS, "RDATE;VALUE=PERIOD:20260201T080000Z/PT3H,20260202T080000Z/20260202T100000Z")
    lengths = [
        one.ends_at - one.starts_at for one in found.events[0].meetings if one.starts_at and one.ends_at
    ]
    assert [f"{start:%m-%dT%H}" for start in starts(found)] == ["01-14T09", "02-01T09", "02-02T09"]
    assert [length.seconds // 3600 for length in lengths] == [1, 3, 2]


def test_a_rule_of_exceptions_is_honoured():
    lines = (WED, "RRULE:FREQ=DAILY;COUNT=10", "EXRULE:FREQ=WEEKLY;BYDAY=SA,SU")
    assert len(days(*lines)) == 8
    assert "exception_unreadable" in codes(event(WED, "RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=X"))


def test_a_start_that_its_rule_does_not_give_counts_and_is_told():
    found = event(WED, "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2")
    assert (len(starts(found)), codes(found)) == (3, ["start_outside_rule"])


def test_a_rule_that_ended_before_it_began_is_no_series():
    data = vcalendar(vevent(WED, "RRULE:FREQ=WEEKLY;UNTIL=20250101"), vevent(WED, uid="2"))
    found = read(data)
    assert ([one.uid for one in found.events], codes(found)) == (["2"], ["no_occurrence"])


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=NEVER", "COUNT=2"])
def test_a_rule_that_cannot_be_followed_leaves_one_meeting(rule: str):
    found = event(WED, f"RRULE:{rule}")
    assert (len(starts(found)), found.events[0].series) == (1, None)
    assert found.problems


def test_rules_with_trifles_in_them_are_read():
    assert len(days(WED, "RRULE:FREQ=DAILY\\;COUNT=10")) == 10
    assert len(days(WED, "RRULE;X-A=B:FREQ=WEEKLY;COUNT=4;")) == 4
    assert len(days(WED, "RRULE:RRULE:Rubbish;FREQ=WEEKLY;COUNT=4")) == 4


def series(*exceptions: str) -> bytes:
    return vcalendar(*exceptions, vevent(WED, ENDS, "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:Kolegij"))


def moved(original: str, start: str, *lines: str) -> str:
    return vevent(
        f"RECURRENCE-ID;TZID=Europe/Ljubljana:{original}", f"DTSTART;TZID=Europe/Ljubljana:{start}", *lines
    )


def test_an_exception_stands_in_its_place_even_before_its_master():
    (found,) = read(series(moved("20260121T090000", "20260122T110000", "SUMMARY:Drugje"))).events
    exception = found.meetings[1]
    assert (exception.original_start, exception.starts_at) == (
        datetime(2026, 1, 21, 9),
        datetime(2026, 1, 22, 11),
    )
    assert (exception.title.sl, exception.detached, len(found.meetings)) == ("Drugje", True, 4)


@pytest.mark.parametrize("original", ["RECURRENCE-ID:20260121T080000Z", "RECURRENCE-ID;VALUE=DATE:20260121"])
def test_the_place_of_an_exception_may_be_written_in_utc_or_as_a_day(original: str):
    data = series(vevent(original, "DTSTART:20260122T100000Z"))
    assert [f"{start:%m-%d}" for start in starts(read(data))] == ["01-14", "01-22", "01-28", "02-04"]


def test_the_newer_of_two_exceptions_of_a_day_counts():
    first = moved("20260121T090000", "20260122T110000", "SEQUENCE:3")
    second = moved("20260121T090000", "20260123T110000", "SEQUENCE:2")
    assert datetime(2026, 1, 22, 11) in starts(read(series(first, second)))


def test_a_cancelled_day_of_a_series_stays_to_be_seen():
    gone = moved("20260121T090000", "20260121T090000", "STATUS:CANCELLED")
    (found,) = read(series(gone)).events
    assert [meeting.status for meeting in found.meetings][1] is MeetingStatus.CANCELLED


def test_an_exception_from_here_on_shifts_all_that_follow():
    shift = vevent(
        "RECURRENCE-ID;TZID=Europe/Ljubljana;RANGE=THISANDFUTURE:20260121T090000",
        "DTSTART;TZID=Europe/Ljubljana:20260121T130000",
        "DTEND;TZID=Europe/Ljubljana:20260121T150000",
        "SUMMARY:Popoldne",
    )
    (found,) = read(series(shift)).events
    assert [f"{meeting.starts_at:%H}" for meeting in found.meetings] == ["09", "13", "13", "13"]
    assert found.meetings[3].title.sl == "Popoldne"


def test_an_exception_of_no_day_is_added_and_told():
    found = read(series(moved("20260117T090000", "20260118T090000")))
    assert (len(starts(found)), codes(found)) == (5, ["exception_of_nothing"])


def test_exceptions_without_their_series_are_meetings_of_their_own():
    two = (moved("20260121T090000", "20260122T110000"), moved("20260128T090000", "20260129T110000"))
    (found,) = read(vcalendar(*two)).events
    assert (found.series, [f"{start:%m-%d}" for start in starts(read(vcalendar(*two)))]) == (
        None,
        ["01-22", "01-29"],
    )


def test_a_series_with_an_original_start_of_its_own_is_a_series_all_the_same():
    found = event(WED, "RECURRENCE-ID;TZID=Europe/Ljubljana:20260114T090000", "RRULE:FREQ=WEEKLY;COUNT=5")
    assert len(starts(found)) == 5


def test_the_highest_edition_of_a_uid_wins():
    data = vcalendar(
        vevent("DTSTART:20260114T090000Z", "SEQUENCE:2", "SUMMARY:new"),
        vevent("DTSTART:20260115T090000Z", "SEQUENCE:0", "SUMMARY:old"),
        vevent("DTSTART:20260116T090000Z", "DTSTAMP:20260101T000000Z", "SUMMARY:old", uid="2"),
        vevent("DTSTART:20260117T090000Z", "DTSTAMP:20260102T000000Z", "SUMMARY:new", uid="2"),
    )
    found = read(data)
    assert [one.title for one in found.events] == ["new", "new"]
    assert codes(found) == ["superseded", "superseded"]


def test_a_series_without_end_is_written_down_for_two_years():
    (found,) = event(WED, "RRULE:FREQ=WEEKLY;BYDAY=WE,TH;BYSETPOS=1").events
    assert found.series
    assert found.series.materialised_until == date(2028, 11, 20)
    assert found.meetings[-1].starts_at
    assert found.meetings[-1].starts_at.date() <= date(2028, 11, 20)


def test_a_very_long_series_keeps_its_last_two_thousand_days_and_its_rule():
    calendar = event("DTSTART:20050101T080000", "RRULE:FREQ=DAILY;INTERVAL=1;BYHOUR=8")
    (found,) = calendar.events
    assert found.series
    assert (len(found.meetings), codes(calendar)) == (2000, ["series_shortened"])
    early = foreign_starts(found.series, datetime(2006, 1, 1), datetime(2006, 1, 3))
    assert early == [datetime(2006, 1, 1, 8), datetime(2006, 1, 2, 8)]


def test_the_people_of_a_long_series_are_not_written_down_thousands_of_times():
    people = [f"ATTENDEE:mailto:a{number}@b.si" for number in range(50)]
    calendar = event(WED, "RRULE:FREQ=DAILY", *people)
    assert "invitations_left_out" in codes(calendar)
    assert calendar.events[0].meetings[0].invitations == []


def test_a_rule_that_we_can_make_ourselves_becomes_one_of_ours():
    (found,) = event(WED, ENDS, "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE").events
    assert found.series
    assert (found.series.frequency, found.series.interval, found.series.weekdays) == (
        Frequency.WEEKLY,
        2,
        [2],
    )
    (odd,) = event(WED, "RRULE:FREQ=YEARLY;BYWEEKNO=20").events
    assert odd.series
    assert odd.series.frequency is Frequency.FOREIGN


def test_meetings_of_a_series_in_utc_stand_on_the_clock_of_the_house():
    (found,) = event("DTSTART:20260323T080000Z", "RRULE:FREQ=WEEKLY;COUNT=2").events
    assert [f"{meeting.starts_at:%H}" for meeting in found.meetings] == ["09", "10"]
    assert [f"{meeting.original_start:%H}" for meeting in found.meetings] == ["08", "08"]
