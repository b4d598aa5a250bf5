"""Calendars into the register: new, changed, untouched, called off, and never over what was changed here."""

from dataclasses import replace
from datetime import datetime

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.meetings import Meeting, MeetingStatus
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import Conflict
from cabinet_app.exchange.ics_reading import ReadingChoices, read_calendar
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.calendar_import import CalendarImport, Fate, ImportChoices, ImportPlan
from tests.exchange.ics_samples import TODAY, vcalendar, vevent

AT_TEN = "DTSTART;TZID=Europe/Ljubljana:20261201T100000"
AT_ELEVEN = "DTEND;TZID=Europe/Ljubljana:20261201T110000"
WEEKLY = ("DTSTART;TZID=Europe/Ljubljana:20261207T080000", "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:Kolegij")


def plan(cabinet: Cabinet, *parts: str, choices: ImportChoices | None = None, method: str = "") -> ImportPlan:
    head = ("X-WR-CALNAME:Urad", *((f"METHOD:{method}",) if method else ()))
    calendar = read_calendar(vcalendar(*parts, head=head), ReadingChoices(TODAY))
    return CalendarImport(cabinet).plan(calendar, choices or ImportChoices())


def take(cabinet: Cabinet, *parts: str, choices: ImportChoices | None = None, method: str = "") -> ImportPlan:
    made = plan(cabinet, *parts, choices=choices, method=method)
    change = CalendarImport(cabinet).carry_out(made)
    if change:
        cabinet.changes.tell(change)
    return made


def fates(made: ImportPlan) -> list[str]:
    return [line.fate.value for line in made.lines]


def why(made: ImportPlan) -> list[str]:
    return [problem.code for line in made.lines for problem in line.reasons]


def meetings(cabinet: Cabinet) -> list[Meeting]:
    return sorted(cabinet.meetings.all(), key=lambda one: one.starts_at or datetime(9999, 1, 1))


def sitting(*lines: str, uid: str = "1@urad") -> str:
    return vevent(AT_TEN, AT_ELEVEN, "SUMMARY:Seja", *lines, uid=uid)


def test_a_plan_changes_nothing(cabinet: Cabinet):
    assert fates(plan(cabinet, sitting())) == ["created"]
    assert cabinet.meetings.count() == 0


def test_a_second_import_of_the_same_file_changes_nothing(cabinet: Cabinet):
    both = (sitting(), vevent(*WEEKLY, uid="2@urad"))
    assert fates(take(cabinet, *both)) == ["created", "created"]
    version = cabinet.meetings.stored(cabinet.meetings.all_ids())[0].version
    again = take(cabinet, *both)
    assert (fates(again), again.writes) == (["unchanged", "unchanged"], [])
    assert cabinet.meetings.stored(cabinet.meetings.all_ids())[0].version == version
    assert cabinet.meetings.count() == 5


def test_a_series_stands_as_rows_of_one_series(cabinet: Cabinet):
    take(cabinet, vevent(*WEEKLY))
    (series,) = cabinet.series.all()
    rows = meetings(cabinet)
    assert {row.series_id for row in rows} == {series.id}
    assert {row.uid for row in rows} == {series.uid} == {"1@test"}
    assert [f"{row.original_start:%d}" for row in rows if row.original_start] == ["07", "14", "21", "28"]
    assert cabinet.series.continue_all(TODAY) == 0


def test_all_of_it_is_one_step_that_can_be_taken_back_and_done_again(cabinet: Cabinet):
    both = (sitting(), vevent(*WEEKLY, uid="2@urad"))
    take(cabinet, *both)
    cabinet.undo.undo()
    assert (cabinet.meetings.count(), cabinet.series.count()) == (0, 0)
    assert fates(take(cabinet, *both)) == ["created", "created"]
    assert (cabinet.meetings.count(), cabinet.series.count()) == (5, 1)


def test_a_newer_edition_changes_what_stands(cabinet: Cabinet):
    take(cabinet, sitting("SEQUENCE:1"))
    moved = vevent(
        "DTSTART;TZID=Europe/Ljubljana:20261202T100000", "SUMMARY:Seja", "SEQUENCE:2", uid="1@urad"
    )
    assert fates(take(cabinet, moved)) == ["changed"]
    (found,) = meetings(cabinet)
    assert (found.starts_at, found.sequence) == (datetime(2026, 12, 2, 10), 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("SEQUENCE:2",), ("SEQUENCE:1",)),
        (("LAST-MODIFIED:20261103T100000Z",), ("LAST-MODIFIED:20261102T100000Z",)),
    ],
)
def test_an_older_edition_changes_nothing(cabinet: Cabinet, first: tuple[str], second: tuple[str]):
    take(cabinet, sitting(*first))
    again = take(cabinet, sitting("LOCATION:Drugje", *second))
    assert (fates(again), why(again)) == (["unchanged"], ["older_than_here"])


def test_a_new_stamp_alone_is_no_change(cabinet: Cabinet):
    take(cabinet, sitting("DTSTAMP:20261101T000000Z", "LAST-MODIFIED:20261101T000000Z"))
    again = take(cabinet, sitting("DTSTAMP:20261102T000000Z", "LAST-MODIFIED:20261102T000000Z"))
    assert fates(again) == ["unchanged"]


def test_what_was_changed_here_and_there_is_told_and_stays(cabinet: Cabinet):
    take(cabinet, sitting())
    (stored,) = cabinet.meetings.stored(cabinet.meetings.all_ids())
    cabinet.meetings.update(replace(stored.record, title=LocalizedText(sl="Naša seja")), stored.version)
    again = take(cabinet, vevent(AT_TEN, AT_ELEVEN, "SUMMARY:Nova seja", "LOCATION:Dvorana", uid="1@urad"))
    (found,) = meetings(cabinet)
    assert (fates(again), why(again)) == (["conflict"], ["changed_here"])
    assert (found.title.sl, found.platform) == ("Naša seja", "Dvorana")


def test_what_was_changed_here_alone_stays_without_a_word(cabinet: Cabinet):
    take(cabinet, sitting())
    (stored,) = cabinet.meetings.stored(cabinet.meetings.all_ids())
    changed = replace(
        stored.record, notes="pripravi", status=MeetingStatus.HELD, title=LocalizedText("Seja", "Sitzung")
    )
    cabinet.meetings.update(changed, stored.version)
    again = take(cabinet, sitting("SEQUENCE:5", "LOCATION:Dvorana"))
    (found,) = meetings(cabinet)
    assert (fates(again), found.status, found.title.de) == (["changed"], MeetingStatus.HELD, "Sitzung")
    assert (found.notes, found.platform) == ("pripravi", "Dvorana")


def test_what_was_deleted_here_is_not_brought_back(cabinet: Cabinet):
    take(cabinet, sitting())
    cabinet.meetings.delete(cabinet.meetings.all_ids()[0])
    again = take(cabinet, sitting("LOCATION:Dvorana"))
    assert (fates(again), why(again), cabinet.meetings.count()) == (["conflict"], ["deleted_here"], 0)


def test_days_a_series_no_longer_has_go_unless_work_was_done_on_them(cabinet: Cabinet):
    take(cabinet, vevent(*WEEKLY))
    stored = cabinet.meetings.stored([one.id for one in meetings(cabinet)])
    cabinet.meetings.update(replace(stored[3].record, notes="gradivo"), stored[3].version)
    fewer = tuple(line.replace("COUNT=4", "COUNT=2") for line in WEEKLY)
    again = take(cabinet, vevent(*fewer))
    assert [f"{one.starts_at:%d}" for one in meetings(cabinet)] == ["07", "14", "28"]
    assert (fates(again), why(again)) == (["changed"], ["days_kept_here"])


def test_an_exception_that_comes_later_moves_its_meeting(cabinet: Cabinet):
    take(cabinet, vevent(*WEEKLY))
    exception = vevent(
        "RECURRENCE-ID;TZID=Europe/Ljubljana:20261214T080000", "DTSTART;TZID=Europe/Ljubljana:20261215T100000"
    )
    assert fates(take(cabinet, vevent(*WEEKLY), exception)) == ["changed"]
    assert [f"{one.starts_at:%d}" for one in meetings(cabinet)] == ["07", "15", "21", "28"]
    assert cabinet.meetings.count() == 4


def test_a_cancellation_calls_off_what_stands_and_brings_nothing_new(cabinet: Cabinet):
    take(cabinet, sitting())
    gone = vevent("SEQUENCE:1", uid="1@urad")
    assert fates(take(cabinet, gone, method="CANCEL")) == ["changed"]
    assert meetings(cabinet)[0].status is MeetingStatus.CANCELLED
    unknown = take(cabinet, vevent(AT_TEN, uid="9@urad"), method="CANCEL")
    assert (fates(unknown), why(unknown), cabinet.meetings.count()) == (
        ["unchanged"],
        ["nothing_to_cancel"],
        1,
    )


def test_a_cancellation_of_one_day_leaves_the_others(cabinet: Cabinet):
    take(cabinet, vevent(*WEEKLY))
    take(cabinet, vevent("RECURRENCE-ID:20261214T070000Z", "SEQUENCE:1"), method="CANCEL")
    states = [one.status for one in meetings(cabinet)]
    assert states.count(MeetingStatus.CANCELLED) == 1
    assert states[1] is MeetingStatus.CANCELLED


def test_an_invitation_by_mail_is_a_meeting_and_its_update_changes_it(cabinet: Cabinet):
    assert fates(take(cabinet, sitting(), method="REQUEST")) == ["created"]
    assert fates(take(cabinet, sitting("SEQUENCE:1", "LOCATION:Tu"), method="REQUEST")) == ["changed"]


def test_the_same_meeting_under_another_identity_is_offered_and_never_joined_by_itself(cabinet: Cabinet):
    take(cabinet, sitting())
    known = cabinet.meetings.all_ids()[0]
    twin = sitting("LOCATION:Dvorana", uid="other@o365")
    offered = plan(cabinet, twin)
    (line,) = offered.lines
    assert line.lookalike
    assert (line.fate, line.lookalike.meeting_id) == (Fate.CREATED, known)
    joined = take(cabinet, twin, choices=ImportChoices(same_as={"other@o365": known}))
    (found,) = meetings(cabinet)
    assert (fates(joined), found.id, found.uid, found.platform) == (
        ["changed"],
        known,
        "other@o365",
        "Dvorana",
    )


def test_meetings_that_vanished_from_their_calendar_are_offered_for_removal(cabinet: Cabinet):
    later = vevent("DTSTART;TZID=Europe/Ljubljana:20261220T100000", "SUMMARY:Konec", uid="9@urad")
    take(cabinet, sitting(), sitting(uid="2@urad"), later)
    made = plan(cabinet, sitting(), later)
    (gone,) = made.vanished
    take(cabinet, sitting(), later)
    assert cabinet.meetings.count() == 3
    take(cabinet, sitting(), later, choices=ImportChoices(remove=frozenset({gone.meeting_id})))
    assert {one.uid for one in meetings(cabinet)} == {"1@urad", "9@urad"}


def test_a_message_about_one_meeting_makes_no_other_vanish(cabinet: Cabinet):
    take(cabinet, sitting(), sitting(uid="2@urad"))
    assert plan(cabinet, sitting(), method="REQUEST").vanished == []


def test_places_people_and_the_group_are_found(cabinet: Cabinet):
    room = cabinet.places.create(Place(names=LocalizedText(sl="Soba 14"), kind=PlaceKind.ROOM)).record.id
    ana = cabinet.people.create(
        Person(name=PersonName(given="Ana", family="Kos"), email="Ana.Kos@kranj.si")
    ).record.id
    group = cabinet.organizations.create(Organization(names=LocalizedText(sl="Kolegij"))).record.id
    event = sitting("LOCATION:soba 14", "ATTENDEE:mailto:ana.kos@kranj.si", "ATTENDEE;CN=Iva:mailto:iva@x.si")
    take(cabinet, event, choices=ImportChoices(body_id=group))
    (found,) = meetings(cabinet)
    assert (found.place_id, found.platform) == (room, "")
    assert [(one.person_id, one.name) for one in found.invitations] == [(ana, ""), (None, "Iva")]
    assert [body.organization_id for body in found.bodies] == [group]
    assert fates(take(cabinet, event)) == ["unchanged"]


def test_an_entry_that_cannot_be_read_is_a_line_of_its_own(cabinet: Cabinet):
    made = take(cabinet, sitting(), vevent("DTSTART:soon", "SUMMARY:Kdaj?", uid="2"))
    assert fates(made) == ["created", "refused"]
    assert (made.lines[1].title, made.lines[1].component) == ("Kdaj?", 2)


def test_a_change_made_between_plan_and_import_stops_it_whole(cabinet: Cabinet):
    take(cabinet, sitting())
    made = plan(cabinet, sitting("LOCATION:Dvorana"), sitting(uid="new@urad"))
    (stored,) = cabinet.meetings.stored(cabinet.meetings.all_ids())
    cabinet.meetings.update(replace(stored.record, notes="vmes"), stored.version)
    with pytest.raises(Conflict):
        CalendarImport(cabinet).carry_out(made)
    assert cabinet.meetings.count() == 1


def test_progress_is_told_and_can_stop_the_import_whole(cabinet: Cabinet):
    made = plan(cabinet, *(sitting(uid=str(number)) for number in range(3)))
    told: list[tuple[int, int]] = []
    CalendarImport(cabinet).carry_out(made, lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)
    other = plan(cabinet, sitting(uid="x"))

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        CalendarImport(cabinet).carry_out(other, stop)
    assert cabinet.meetings.count() == 3
