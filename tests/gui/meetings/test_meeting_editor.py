"""The editor of a meeting, by keyboard and on a real register."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cabinet_app.domain.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    MeetingBody,
    MeetingStatus,
    VoteEvent,
)
from cabinet_app.domain.texts import same
from cabinet_app.gui.meetings.item_panel import ADOPTION
from tests.gui.hands import Hands

Key = Qt.Key
SESSION = datetime(2021, 12, 14, 17)


@pytest.fixture
def second(house):
    """The second session with three items and a vote on the last but one."""
    agenda = [
        AgendaItem(number="1", title=same("Zapisnik")),
        AgendaItem(
            number="2",
            title=same("Pobratenje"),
            votes=[VoteEvent(present=4, in_favour=4)],
            decisions=[Decision(number="4", text=same("Komisija podpira."))],
        ),
        AgendaItem(number="3", title=same("Razno")),
    ]
    return house.session("2", SESSION, ends_at=datetime(2021, 12, 14, 17, 18), agenda=agenda)


@pytest.fixture
def open_second(second, show):
    def make():
        tab = show()
        tab.meetings.select(second)
        return tab

    return make


def message(tab, key: str) -> str:
    return str(tab.editor.form.rows[key].message.text())


def test_reading_a_meeting_changes_nothing(open_second):
    tab = open_second()
    assert not tab.editor.is_dirty
    for place in (0, 1, 2, ADOPTION):
        tab.editor.panel.choose(place)
    assert not tab.editor.is_dirty


def test_the_head_names_the_session_its_day_and_its_status(open_second):
    tab = open_second()
    title, subtitle, status = tab.editor.headline(tab.editor.draft())
    assert title == "KMS (2)"
    assert subtitle.replace("\u00a0", " ") == "Tuesday, 14 December 2021, 17:00–17:18 · Commission"
    assert status is not None
    assert status.word == "held"


def test_a_meeting_is_entered_from_the_keyboard_alone(house, show):
    tab = show()
    QTest.keyClick(tab.month_view.calendar, Key.Key_N)
    hands = Hands(tab)
    hands.type("commiss")
    hands.enter()
    hands.go_to(tab.editor.when.start.line)
    hands.type("17")
    hands.tab()
    assert hands.field() == "Ends at"
    hands.type("1830")
    assert tab.meetings.save()
    stored = house.cabinet.meetings.get(tab.meetings.current_id).record
    assert [body.organization_id for body in stored.bodies] == [house.commission]
    assert (stored.starts_at, stored.ends_at) == (datetime(2021, 12, 10, 17), datetime(2021, 12, 10, 18, 30))


def test_the_number_that_follows_is_offered_and_taken(house, second, show):
    tab = show()
    tab.meetings.new_record()
    tab.editor.bodies.set_value([MeetingBody(organization_id=house.commission)])
    tab.editor.bodies.edited.emit()
    number = tab.editor.number
    assert number.line.placeholderText() == "3"
    assert number.button.text() == "Take number 3"
    number.button.click()
    assert tab.editor.draft().number == "3"
    assert number.button.isHidden()


def test_a_body_without_numbered_sessions_is_offered_none(house, show):
    tab = show()
    tab.meetings.new_record()
    tab.editor.bodies.set_value([MeetingBody(organization_id=house.council)])
    tab.editor.bodies.edited.emit()
    assert tab.editor.number.line.placeholderText() == ""


def test_several_bodies_meet_and_another_may_lead(house, open_second):
    tab = open_second()
    bodies = tab.editor.bodies
    bodies.add_button.click()
    bodies._rows[1].picker.set_value(house.council)
    bodies._rows[1].picker.edited.emit()
    assert [body.organization_id for body in bodies.value()] == [house.commission, house.council]
    bodies._rows[1].up_button.click()
    assert [body.organization_id for body in bodies.value()] == [house.council, house.commission]
    bodies._rows[1].remove_button.click()
    assert [body.organization_id for body in bodies.value()] == [house.council]


def test_an_empty_further_body_counts_for_nothing(open_second):
    tab = open_second()
    tab.editor.bodies.add_button.click()
    assert not tab.editor.is_dirty


def test_an_end_before_the_start_stays_and_is_told_under_the_hours(open_second):
    tab = open_second()
    tab.editor.when.end.set_value(time(16))
    assert not tab.meetings.save()
    assert "The end is before the start" in message(tab, "ends_at")
    assert tab.editor.when.end.line.property("invalid") is True
    assert QApplication.focusWidget() is tab.editor.when.end.line


def test_the_agenda_is_proposed_with_one_button_and_taken_back_with_one_key(house, second, show):
    tab = show()
    tab.meetings.new_record()
    tab.editor.bodies.set_value([MeetingBody(organization_id=house.commission)])
    tab.editor.bodies.edited.emit()
    agenda = tab.editor.agenda
    assert not agenda.propose_button.isHidden()
    agenda.propose_button.click()
    titles = [item.title.en for item in tab.editor.draft().agenda]
    assert titles == ["Approval of the minutes of session No. 2.", "Any other business."]
    assert agenda.propose_button.isHidden()
    QTest.keyClick(agenda.table.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tab.editor.draft().agenda == []


def test_numbers_follow_an_item_that_moves(open_second):
    tab = open_second()
    agenda = tab.editor.agenda
    agenda.choose(1)
    QTest.keyClick(agenda.table.table, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    items = tab.editor.draft().agenda
    assert [(item.number, item.title.sl) for item in items] == [
        ("1", "Pobratenje"),
        ("2", "Zapisnik"),
        ("3", "Razno"),
    ]
    assert items[0].votes, "what was voted goes with its item"
    QTest.keyClick(agenda.table.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not tab.editor.is_dirty


def test_an_added_item_gets_the_next_number(open_second):
    tab = open_second()
    tab.editor.agenda.table.add_row()
    assert [item.number for item in tab.editor.draft().agenda] == ["1", "2", "3", "4"]


def test_odd_numbers_are_put_in_order_on_demand(house, show):
    agenda = [AgendaItem(number="7"), AgendaItem(number="7.1"), AgendaItem(number="9")]
    meeting = house.meeting(SESSION, agenda=agenda)
    tab = show()
    tab.meetings.select(meeting)
    tab.editor.agenda.number_button.click()
    assert [item.number for item in tab.editor.draft().agenda] == ["1", "1.1", "2"]


def test_the_panel_follows_the_agenda_and_back(open_second):
    tab = open_second()
    tab.editor.agenda.choose(1)
    panel = tab.editor.panel
    assert panel.place == 1
    assert panel.echo.text() == "(4 present: 4 for)"
    panel.chooser.set_value(2)
    panel.chooser.edited.emit()
    assert tab.editor.agenda.chosen() == 2
    assert panel.echo.isHidden()


def test_the_outcome_stands_in_the_agenda(open_second):
    model = open_second().editor.agenda.table.model
    assert [model.index(row, 3).data() for row in range(3)] == ["pending", "resolution 4 · 4 for", "pending"]


def test_the_vote_on_the_agenda_has_no_item_fields(open_second):
    tab = open_second()
    tab.editor.panel.choose(ADOPTION)
    assert tab.editor.form.rows["decisions"].isHidden()
    tab.editor.panel.votes.model.add(VoteEvent(present=4, in_favour=4))
    assert tab.meetings.save()
    assert len(tab.editor.base.agenda_votes) == 1


def test_what_is_said_of_an_item_is_stored_with_it(house, open_second):
    tab = open_second()
    panel = tab.editor.panel
    tab.editor.agenda.choose(0)
    panel.rapporteur.set_value(house.people[0])
    panel.rapporteur.edited.emit()
    panel.discussion.set_value(same("Brez razprave."))
    panel.discussion.edited.emit()
    panel.decisions.model.add(Decision(number="3", text=same("Zapisnik se potrdi.")))
    panel.votes.model.add(VoteEvent(present=4, in_favour=4))
    assert tab.meetings.save()
    item = tab.editor.base.agenda[0]
    assert item.rapporteur_id == house.people[0]
    assert item.discussion == same("Brez razprave.")
    assert item.decisions[0].number == "3"
    assert item.votes[0].in_favour == 4
    assert tab.editor.base.agenda[1].decisions[0].number == "4"


def test_more_votes_than_present_are_shown_at_their_item(open_second):
    tab = open_second()
    tab.editor.agenda.choose(1)
    tab.editor.panel.votes.model.set_value_at(tab.editor.panel.votes.model.index(0, 2), 3)
    tab.editor.panel.choose(ADOPTION)
    assert not tab.meetings.save()
    assert "7 votes were cast, but only 4 were present" in message(tab, "votes")
    assert tab.editor.panel.place == 1, "the item in question is brought to the front"


def test_a_decision_number_of_another_session_is_refused_at_the_resolutions(house, open_second):
    item = AgendaItem(number="1", decisions=[Decision(number="9")])
    house.session("1", datetime(2021, 11, 2, 17), agenda=[item])
    tab = open_second()
    tab.editor.agenda.choose(1)
    tab.editor.panel.decisions.model.set_value_at(tab.editor.panel.decisions.model.index(0, 0), "9")
    assert not tab.meetings.save()
    assert "The number 9 is taken" in message(tab, "decisions")


def test_a_new_vote_counts_on_those_who_are_listed(house, open_second):
    tab = open_second()
    tab.editor.attendance.model.replace_all([Attendance(person_id=one) for one in house.people])
    tab.editor.agenda.choose(0)
    tab.editor.panel.votes.add_row()
    assert tab.editor.panel.votes.value()[0].present == 3


def test_five_listed_and_four_voting_is_confirmed_with_one_button(house, open_second):
    tab = open_second()
    tab.editor.attendance.model.replace_all([Attendance(name=str(number)) for number in range(5)])
    assert not tab.editor.panel.confirm_button.isHidden()
    assert tab.meetings.save(), "a contradiction never stands in the way"
    assert "5 voting members are listed as present, but 4" in message(tab, "votes")
    tab.editor.panel.confirm_button.click()
    assert tab.editor.panel.confirm_button.isHidden()
    assert tab.meetings.save()
    assert tab.editor.base.agenda[1].votes[0].as_in_original
    assert message(tab, "votes") == ""


def test_the_members_of_the_body_are_listed_with_one_button(house, open_second):
    tab = open_second()
    tab.editor.members_button.click()
    assert [one.person_id for one in tab.editor.draft().attendance] == house.people
    model = tab.editor.attendance.model
    assert model.index(0, 0).data() == "Vida Zupan"
    assert tab.editor.attendance_section.count == "2/2"


def test_a_holiday_a_clash_of_the_body_and_a_taken_room_are_told_and_stop_nothing(house, show):
    christmas = datetime(2021, 12, 25, 10)
    house.meeting(christmas, title=same("Prva"), place_id=house.hall)
    second = house.meeting(datetime(2021, 12, 25, 10, 30), place_id=house.hall)
    tab = show()
    tab.meetings.select(second)
    assert "Christmas Day" in message(tab, "starts_at")
    assert "already meets at this time: Prva, 10:00–11:00." in message(tab, "bodies")
    assert "“Dvorana” is occupied at this time: Prva" in message(tab, "place_id")
    assert tab.meetings.save()


def test_meetings_end_to_end_do_not_clash(house, show):
    monday = datetime(2021, 12, 13, 10)
    house.meeting(monday, ends_at=datetime(2021, 12, 13, 11), place_id=house.hall)
    second = house.meeting(datetime(2021, 12, 13, 11), place_id=house.hall)
    tab = show()
    tab.meetings.select(second)
    assert message(tab, "starts_at") == ""
    assert message(tab, "place_id") == ""


def test_two_meetings_may_be_in_one_town(house, cabinet, show):
    from cabinet_app.domain.places import Place

    town = cabinet.places.create(Place(names=same("Kranj"))).record.id
    monday = datetime(2021, 12, 13, 10)
    house.meeting(monday, place_id=town, bodies=[])
    second = house.meeting(monday, place_id=town, bodies=[])
    tab = show()
    tab.meetings.select(second)
    assert message(tab, "place_id") == ""


def test_a_planned_meeting_of_the_past_asks_for_its_status(house, show):
    meeting = house.meeting(datetime(2021, 12, 7, 10))
    tab = show()
    tab.meetings.select(meeting)
    assert "Did the meeting take place?" in message(tab, "status")


def test_a_meeting_moves_in_a_small_row_and_one_undo_brings_it_back(house, show, desk):
    meeting = house.meeting(SESSION, ends_at=datetime(2021, 12, 14, 18))
    tab = show()
    tab.meetings.select(meeting)
    tab.editor.move_button.click()
    row = tab.editor.move_row
    assert QApplication.focusWidget() is row.day.line
    hands = Hands(tab)
    hands.type("16. 12. 2021")
    hands.enter()
    moved = tab.editor.base
    assert (moved.starts_at, moved.ends_at) == (datetime(2021, 12, 16, 17), datetime(2021, 12, 16, 18))
    assert moved.replaces_id == meeting
    assert row.isHidden()
    entries = {entry.id: entry for entry in tab.month_view.calendar.content.entries}
    assert entries[meeting].is_off
    assert entries[meeting].when.first_day == SESSION.date()
    assert tab.month_view.calendar.day == date(2021, 12, 16)
    desk.toaster.act()
    assert house.cabinet.meetings.get(meeting).record.status is MeetingStatus.PLANNED
    assert len(tab.meetings.ids) == 1
    assert desk.opened == [("meeting", meeting)]


def test_what_was_typed_is_saved_before_the_move(house, show):
    meeting = house.meeting(SESSION)
    tab = show()
    tab.meetings.select(meeting)
    tab.editor._fields["title"].set_value(same("Nov naslov"))
    tab.editor.begin_move()
    tab.editor.move_row.day.set_value(date(2021, 12, 20))
    tab.editor.move_row.accept()
    assert house.cabinet.meetings.get(meeting).record.title == same("Nov naslov")
    assert tab.editor.base.title == same("Nov naslov")


@pytest.mark.parametrize(
    ("day", "told"), [(None, "Enter the new day."), (date(2021, 12, 14), "It stands there already.")]
)
def test_a_move_to_nowhere_is_told_in_its_row(house, show, day, told):
    meeting = house.meeting(SESSION)
    tab = show()
    tab.meetings.select(meeting)
    tab.editor.begin_move()
    tab.editor.move_row.day.set_value(day)
    tab.editor.move_row.accept()
    assert told in tab.editor.move_row.message.text()


def test_escape_closes_the_row_and_nothing_has_moved(house, show):
    meeting = house.meeting(SESSION)
    tab = show()
    tab.meetings.select(meeting)
    tab.editor.begin_move()
    QTest.keyClick(tab.editor.move_row.day.line, Key.Key_Escape)
    assert tab.editor.move_row.isHidden()
    assert tab.meetings.current_id == meeting


def test_what_is_over_or_not_stored_is_not_moved(house, show, open_second):
    tab = open_second()
    assert tab.editor.why_not_move() == "Only a meeting that is still to take place can be moved."
    tab.meetings.new_record()
    assert tab.editor.why_not_move() == "Save the meeting first."
    undated = house.meeting(None)
    tab.meetings.select(undated)
    assert tab.editor.why_not_move() == "The meeting has no date yet."


def test_a_duplicate_is_planned_and_has_no_minutes(open_second):
    tab = open_second()
    assert tab.meetings.duplicate()
    draft = tab.editor.draft()
    assert (draft.number, draft.status) == ("", MeetingStatus.PLANNED)
    assert [item.title.sl for item in draft.agenda] == ["Zapisnik", "Pobratenje", "Razno"]
    assert not draft.agenda[1].votes
    assert tab.meetings.save()


def test_the_commands_of_the_palette_work_on_the_open_meeting(house, show, desk):
    meeting = house.meeting(SESSION)
    tab = show()
    tab.meetings.select(meeting)
    for spec in tab.meetings.kind.actions(tab.meetings):
        desk.context.actions.add(spec)
    desk.context.actions.refresh()
    desk.context.actions.trigger("meeting.propose_agenda")
    assert [item.title.en for item in tab.editor.draft().agenda] == ["Any other business."]
    desk.context.actions.trigger("meeting.move")
    assert tab.editor.move_row.isVisible()
