"""Reading calendars of others: whatever can be saved is, what cannot is told with its place."""

from datetime import datetime, timedelta

import pytest

from cabinet_app.domain.incoming import Weight
from cabinet_app.domain.meetings import InvitationRole, MeetingStatus, Visibility
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Reply
from cabinet_app.errors import FormatError
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.ics_words import _SENTENCES, problem_sentence, told
from tests.exchange.ics_samples import ODD_ZONE, codes, event, read, starts, vcalendar, vevent

NINE = "DTSTART;TZID=Europe/Ljubljana:20260114T090000"
AT_NINE = datetime(2026, 1, 14, 9)


def only(*lines: str):
    (found,) = event(*lines).events
    return found


# Text.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_unicode_is_read(encoding: str):
    data = vcalendar(vevent(NINE, "SUMMARY:Čaj za župana")).decode().encode(encoding)
    assert read(data).events[0].title == "Čaj za župana"


def test_old_slovenian_exports_are_read_and_told():
    data = vcalendar(vevent(NINE, "SUMMARY:Čaj pri županu š")).decode().encode("cp1250")
    found = read(data)
    assert found.events[0].title == "Čaj pri županu š"
    assert codes(found) == ["encoding_guessed"]
    assert read(vcalendar(vevent(NINE, "SUMMARY:x")).replace(b"x", b"a\x81b")).events[0].title


def test_lines_folded_within_a_letter_and_before_the_colon_are_put_together():
    data = vcalendar(vevent(NINE, "SUMMARY@Župan"))
    found = read(data.replace(b"SUMMARY@", b"SUMMARY\r\n :").replace("Ž".encode(), b"\xc5\r\n \xbd"))
    assert found.events[0].title == "Župan"


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\r\n"])
def test_any_line_end_blank_lines_and_zeros_are_taken(end: bytes):
    data = vcalendar("", vevent(NINE, "", "SUMMARY:A\0B")).replace(b"\r\n", end)
    assert read(data).events[0].title == "AB"


def test_a_blank_behind_begin_loses_no_event():
    assert starts(read(vcalendar(vevent(NINE)).replace(b"BEGIN:VEVENT", b"BEGIN:VEVENT "))) == [AT_NINE]


def test_several_calendars_and_bare_events_are_read_together():
    two = vcalendar(vevent(NINE)) + vcalendar(vevent("DTSTART:20260115T090000Z", uid="2"))
    assert len(read(two).events) == 2
    assert len(read(vevent(NINE) + "\r\n").events) == 1


def test_a_missing_end_costs_nothing_but_a_note():
    data = vcalendar(vevent(NINE).removesuffix("END:VEVENT"), vevent("DTSTART:20260115T090000Z", uid="2"))
    found = read(data)
    assert len(found.events) == 2
    assert codes(found) == ["not_closed"]
    assert codes(read(vcalendar("END:VEVENT", vevent(NINE)))) == ["end_without_begin"]


def test_junk_lines_are_passed_over_and_told():
    found = event(NINE, "this is no line of a calendar", "SUMMARY:A")
    assert (found.events[0].title, codes(found)) == ("A", ["lines_passed_over"])


def test_a_line_of_megabytes_is_left_out():
    found = event(NINE, "ATTACH;ENCODING=BASE64:" + "A" * (1 << 20), "SUMMARY:A")
    assert (found.events[0].title, codes(found)) == ("A", ["line_too_long"])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_a_calendar"),
        (b"Dear all, please find attached", "not_a_calendar"),
        (b"\xff\xd8\xff\xe0JFIF", "not_a_calendar"),
        (b'BEGIN:VCALENDAR\r\nNAME;X="OPEN:VALUE\r\nEND:VCALENDAR', "not_a_calendar"),
        (b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR", "vcalendar_1"),
        (vcalendar(vevent("DTSTART:$now"), vevent("SUMMARY:x", uid="2")), "nothing_readable"),
        (vcalendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 50_001), "too_many_components"),
    ],
)
def test_what_is_no_calendar_is_refused_with_a_reason(data: bytes, reason: str):
    with pytest.raises(FormatError) as refused:
        read(data)
    assert refused.value.reason == reason


def test_an_empty_calendar_is_no_fault():
    found = read(vcalendar())
    assert (found.events, codes(found)) == ([], ["nothing_in_it"])


# Values.


def test_one_bad_event_never_loses_the_others():
    found = read(
        vcalendar(
            vevent(NINE, uid="1"), vevent("DTSTART:Next week", "SUMMARY:B", uid="2"), vevent(NINE, uid="3")
        )
    )
    assert [one.uid for one in found.events] == ["1", "3"]
    (problem,) = found.problems
    assert (problem.code, problem.weight, problem.component) == ("start_unreadable", Weight.REFUSED, 2)
    assert told(problem, translator(Language.EN)) == (
        "entry 2, line 10, »B«: The start “Next week” cannot be read."
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("DTEND:20260114T080000Z", "end_before_start"),
        ("DTEND:soon", "date_unreadable"),
        ("DURATION:PT-2H", "duration_unreadable"),
        ("DURATION:-PT2H", "duration_unreadable"),
        ("EXDATE:never", "date_unreadable"),
        ("RDATE:never", "date_unreadable"),
    ],
)
def test_a_bad_property_loses_itself_alone(line: str, code: str):
    found = event("DTSTART:20260114T090000Z", line)
    assert len(starts(found)) == 1
    assert code in codes(found)


@pytest.mark.parametrize(
    ("start", "expected", "all_day"),
    [
        ("DTSTART:20260114", datetime(2026, 1, 14), True),
        ("DTSTART;VALUE=DATE;TZID=Europe/Vienna:20260114", datetime(2026, 1, 14), True),
        ("DTSTART: 20260114T0930", datetime(2026, 1, 14, 9, 30), False),
        ("DTSTART:2026-01-14T09:30:00", datetime(2026, 1, 14, 9, 30), False),
        ("DTSTART:20260114T093060", datetime(2026, 1, 14, 9, 30, 59), False),
        ("DTSTART:20260114T240000", datetime(2026, 1, 15), False),
        ("DTSTART:20260114T083000Z", datetime(2026, 1, 14, 9, 30), False),
        ("DTSTART:20260714T073000Z", datetime(2026, 7, 14, 9, 30), False),
    ],
)
def test_days_and_moments_are_read_in_the_forms_people_write(start: str, expected: datetime, all_day: bool):
    (meeting,) = only(start).meetings
    assert (meeting.starts_at, meeting.all_day, meeting.zone) == (expected, all_day, "Europe/Ljubljana")


def test_whole_days_end_at_the_midnight_after_them_even_where_the_end_is_the_start():
    for end in ("DTEND;VALUE=DATE:20260114", "DTEND;VALUE=DATE:20260115", "DURATION:P1D", "SUMMARY:none"):
        (meeting,) = only("DTSTART;VALUE=DATE:20260114", end).meetings
        assert meeting.ends_at == datetime(2026, 1, 15)


def test_an_hour_that_the_clocks_leave_out_is_moved_forward_and_told():
    found = event("DTSTART;TZID=Europe/Ljubljana:20260329T023000")
    assert (starts(found), codes(found)) == ([datetime(2026, 3, 29, 3, 30)], ["hour_left_out"])
    assert codes(event("DTSTART;TZID=Europe/Ljubljana:20261025T023000")) == []


def test_words_status_and_the_rest_are_understood():
    (meeting,) = only(
        NINE,
        "DTEND;TZID=Europe/Ljubljana:20260114T103000",
        "SUMMARY;LANGUAGE=de-AT:Sitzung\\, die zweite",
        "DESCRIPTION:eins\\nzwei",
        "LOCATION:Soba  14",
        "STATUS:CANCELLED",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "SEQUENCE:4",
        "X-OFFICE;X-A=1:kept",
        "CATEGORIES:Protocol",
    ).meetings
    assert (meeting.title.de, meeting.description.sl, meeting.platform) == (
        "Sitzung, die zweite",
        "eins\nzwei",
        "Soba 14",
    )
    assert (meeting.status, meeting.visibility) == (MeetingStatus.CANCELLED, Visibility.PRIVATE)
    assert (meeting.transparent, meeting.sequence) == (True, 4)
    assert meeting.raw_properties == "X-OFFICE;X-A=1:kept\nCATEGORIES:Protocol"
    assert meeting.ends_at == datetime(2026, 1, 14, 10, 30)


def test_what_says_nothing_about_its_readers_stays_in_the_house():
    assert only(NINE).meetings[0].visibility is Visibility.INTERNAL
    assert only(NINE, "CLASS:PUBLIC").meetings[0].visibility is Visibility.PUBLIC


def test_invitations_are_kept_and_bogus_addresses_fail_nothing():
    (meeting,) = only(
        NINE,
        'ATTENDEE;CN="Oberrauner, Petra";ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:petra@villach.at',
        "ATTENDEE:MAILTO:nobody@nowhere",
        "ATTENDEE:invalid",
        "ATTENDEE;CN=:",
        'ATTENDEE;CN="open:mailto:x@y.si',
        "ORGANIZER;CN=Urad:mailto:urad@kranj.si",
    ).meetings
    people = [(one.name, one.email, one.role, one.reply) for one in meeting.invitations]
    assert people[0] == (
        "Oberrauner, Petra",
        "petra@villach.at",
        InvitationRole.OPTIONAL,
        Reply.ACCEPTED,
    )
    assert people[1][:2] == ("nobody@nowhere", "")
    assert people[-1] == ("Urad", "urad@kranj.si", InvitationRole.CHAIR, Reply.ACCEPTED)


def test_alarms_are_left_behind():
    (meeting,) = only(NINE, "BEGIN:VALARM", "TRIGGER:-PT15M", "DESCRIPTION:beep", "END:VALARM").meetings
    assert "TRIGGER" not in meeting.raw_properties
    assert meeting.description.is_empty


def test_tasks_and_free_time_are_counted_and_left_out():
    found = read(vcalendar(vevent(NINE), "BEGIN:VTODO\r\nEND:VTODO", "BEGIN:VFREEBUSY\r\nEND:VFREEBUSY"))
    assert codes(found) == ["tasks_left_out", "busy_left_out"]


def test_an_event_without_a_uid_gets_the_same_one_every_time():
    data = vcalendar(vevent(NINE), vevent(NINE), vevent(NINE, "SUMMARY:B")).replace(b"UID:1@test\r\n", b"")
    first, second = ([one.uid for one in read(data).events] for _ in range(2))
    assert first == second
    assert len(set(first)) == 3


# Messages.


def test_a_cancellation_without_a_start_is_no_fault():
    data = vcalendar("BEGIN:VEVENT\r\nUID:1\r\nSEQUENCE:2\r\nEND:VEVENT", head=("METHOD:CANCEL",))
    (found,) = read(data).events
    assert (found.cancels, found.sequence) == (True, 2)


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ("REPLY", "reply_declined"),
        ("COUNTER", "message_counter"),
        ("REFRESH", "message_refresh"),
        ("ADD", "message_add"),
        ("DECLINECOUNTER", "message_declinecounter"),
    ],
)
def test_other_messages_are_told_and_bring_no_event(method: str, code: str):
    person = "ATTENDEE;CN=Ana;PARTSTAT=DECLINED:mailto:ana@kranj.si"
    found = read(vcalendar(vevent(NINE, person), head=(f"METHOD:{method}",)))
    assert (found.events, codes(found), found.is_message) == ([], [code], True)


# Zones.


@pytest.mark.parametrize(
    ("name", "utc_hour"),
    [
        ("W. Europe Standard Time", 8),
        ('"Mitteleuropäische Zeit "', 8),
        ('"(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague"', 8),
        ("(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague", 8),
        ("US-Eastern", 14),
        ("Europe_London", 9),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Ljubljana", 8),
        ('"(UTC+07:00) Bangkok, Hanoi, Jakarta"', 2),
        ("GMT+0200", 7),
        ("Tokyo Standard Time", 0),
    ],
)
def test_names_of_zones_by_others_are_known(name: str, utc_hour: int):
    from cabinet_app.exchange.ics_values import as_utc

    found = event(f"DTSTART;TZID={name}:20260114T090000")
    (meeting,) = found.events[0].meetings
    assert found.unknown_zones == []
    assert meeting.starts_at
    assert as_utc(meeting.starts_at, meeting.zone).hour == utc_hour


def test_a_zone_nobody_knows_is_asked_about_and_the_answer_is_followed():
    line = "DTSTART;TZID=Pisarna Kranj:20260114T090000"
    found = event(line)
    assert (found.unknown_zones, found.events[0].meetings[0].zone) == (["Pisarna Kranj"], "Europe/Ljubljana")
    chosen = read(vcalendar(vevent(line)), **{"Pisarna Kranj": "Europe/London"})
    assert (chosen.unknown_zones, chosen.events[0].meetings[0].zone) == ([], "Europe/London")


def test_a_zone_that_the_file_explains_is_found_by_its_clock():
    zone = ODD_ZONE.format(summer="-0400", winter="-0500")
    line = "DTSTART;TZID=Customized Time Zone 1:20260714T090000"
    (meeting,) = read(vcalendar(zone, vevent(line))).events[0].meetings
    assert (meeting.zone, meeting.starts_at) == ("America/New_York", datetime(2026, 7, 14, 9))


def test_a_clock_that_nobody_else_has_is_converted_day_by_day():
    zone = ODD_ZONE.format(summer="+0333", winter="+0222")
    lines = (
        "DTSTART;TZID=Customized Time Zone 1:20260301T120000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
    )
    found = read(vcalendar(zone, vevent(*lines)))
    assert found.unknown_zones == []
    assert starts(found) == [
        datetime(2026, 3, 1, 10, 38),
        datetime(2026, 3, 8, 9, 27),
        datetime(2026, 3, 15, 9, 27),
    ]


def test_impossible_offsets_do_not_lose_the_event():
    zone = ODD_ZONE.format(summer="+5328", winter="+9999")
    found = read(vcalendar(zone, vevent("DTSTART;TZID=Customized Time Zone 1:20260301T120000")))
    assert (len(found.events), found.unknown_zones) == (1, ["Customized Time Zone 1"])


def test_floating_times_follow_the_zone_of_their_calendar_or_of_the_house():
    assert event("DTSTART:20260114T090000").events[0].meetings[0].zone == "Europe/Ljubljana"
    data = vcalendar(vevent("DTSTART:20260114T090000"), head=("X-WR-TIMEZONE:Europe/London",))
    assert read(data).events[0].meetings[0].zone == "Europe/London"


def test_every_problem_has_its_sentence():
    t = translator(Language.EN)
    found = event(NINE, "RRULE:FREQ=HOURLY", "DTEND:x")
    assert all(problem.code in _SENTENCES for problem in found.problems)
    sentences = [problem_sentence(problem, t) for problem in found.problems]
    assert "A recurrence more often than daily (HOURLY) is not followed; it is one meeting." in sentences


def test_progress_is_told_and_can_stop_the_reading():
    from cabinet_app.exchange.ics_reading import ReadingChoices, read_calendar
    from tests.exchange.ics_samples import TODAY

    data = vcalendar(*(vevent(NINE, uid=str(number)) for number in range(450)))
    told_of: list[tuple[int, int]] = []
    read_calendar(data, ReadingChoices(TODAY), lambda done, total: told_of.append((done, total)))
    assert told_of == [(200, 450), (400, 450)]


def test_a_file_of_bombs_is_answered_within_two_seconds():
    import time

    rules = ["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=1000000000"]
    rules += ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYSECOND=61", "FREQ=YEARLY;BYYEARDAY=366"]
    parts = [
        vevent(f"DTSTART:{year}0101T000000", f"RRULE:{rule}", uid=f"{rule}{year}{number}")
        for rule in rules
        for year in (1601, 2007)
        for number in range(10)
    ]
    begin = time.process_time()
    found = read(vcalendar(*parts))
    assert time.process_time() - begin < 2
    assert len(found.events) + codes(found).count("no_occurrence") >= 130
    assert max(len(one.meetings) for one in found.events) <= 2000


def test_two_hundred_kinds_of_damage_never_raise_anything_but_a_refusal():
    import random

    chance = random.Random(5)
    good = vcalendar(
        ODD_ZONE.format(summer="-0400", winter="-0500"),
        vevent(NINE, "RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=WE", "EXDATE;TZID=Europe/Ljubljana:20260121T090000"),
        vevent("DTSTART:20260115T090000Z", "DURATION:PT1H", "ATTENDEE:mailto:a@b.si", uid="2"),
    )
    for _ in range(200):
        data = bytearray(good)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[place] = chance.randrange(256)
            else:
                del data[place : place + chance.randint(1, 30)]
        try:
            found = read(bytes(data))
        except FormatError:
            continue
        assert all(meeting.starts_at for one in found.events for meeting in one.meetings if not one.cancels)


def test_ends_keep_the_wall_clock_over_the_change_of_clocks():
    found = only(
        "DTSTART;TZID=Europe/Ljubljana:20260323T090000",
        "DTEND;TZID=Europe/Ljubljana:20260323T100000",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    lengths = {one.ends_at - one.starts_at for one in found.meetings if one.starts_at and one.ends_at}
    assert lengths == {timedelta(hours=1)}
    assert {one.starts_at.hour for one in found.meetings if one.starts_at} == {9}
