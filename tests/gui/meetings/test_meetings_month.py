"""The month in its tab: what it opens, begins, lists and deletes."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cabinet_app.domain.meetings import MeetingBody, MeetingStatus
from cabinet_app.domain.texts import same
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.meetings.tab import MeetingsTab

Key = Qt.Key


def test_the_month_of_today_comes_first_and_says_its_name(house, show):
    tab = show()
    assert tab.meetings.views.current == "month"
    assert tab.month_view.month == date(2021, 12, 1)
    assert tab.navigator.title.text().replace("\u00a0", " ") == "December 2021"
    assert tab.navigator.isVisible()


def test_the_navigator_turns_the_months_and_today_brings_one_back(house, show):
    tab = show()
    tab.navigator._after.click()
    assert tab.month_view.month == date(2022, 1, 1)
    tab.navigator._before.click()
    tab.navigator._before.click()
    assert tab.month_view.month == date(2021, 11, 1)
    tab.navigator.today_button.click()
    assert tab.month_view.calendar.day == date(2021, 12, 10)
    assert tab.month_view.calendar.hasFocus()


def test_enter_opens_the_first_meeting_of_the_day_in_the_editor(house, show):
    meeting = house.meeting(datetime(2021, 12, 10, 9))
    tab = show()
    QTest.keyClick(tab.month_view.calendar, Key.Key_Return)
    assert tab.meetings.current_id == meeting
    assert tab.editor.isAncestorOf(QApplication.focusWidget())


def test_tab_shows_the_entry_and_keeps_the_keyboard_in_the_month(house, show):
    meeting = house.meeting(datetime(2021, 12, 10, 9))
    tab = show()
    QTest.keyClick(tab.month_view.calendar, Key.Key_Tab)
    assert tab.meetings.current_id == meeting
    assert tab.month_view.calendar.hasFocus()


def test_n_begins_a_meeting_on_the_day_of_the_cursor(house, show):
    tab = show()
    QTest.keyClick(tab.month_view.calendar, Key.Key_Down)
    QTest.keyClick(tab.month_view.calendar, Key.Key_N)
    draft = tab.editor.draft()
    assert (draft.starts_at, draft.all_day) == (datetime(2021, 12, 17), True)
    assert QApplication.focusWidget() is tab.editor.bodies.lead_picker().line


def test_ctrl_n_takes_the_day_of_the_month_as_well(house, show):
    tab = show()
    tab.month_view.go_to(date(2022, 2, 3))
    tab.meetings.new_record()
    assert tab.editor.draft().starts_at == datetime(2022, 2, 3)


def test_del_on_an_entry_deletes_it_and_the_toast_brings_it_back(house, show, desk):
    meeting = house.meeting(datetime(2021, 12, 10, 9))
    tab = show()
    QTest.keyClick(tab.month_view.calendar, Key.Key_Tab)
    QTest.keyClick(tab.month_view.calendar, Key.Key_Delete)
    assert tab.month_view.calendar.content.entries == ()
    desk.toaster.act()
    assert [entry.id for entry in tab.month_view.calendar.content.entries] == [meeting]


def test_a_day_lists_everything_and_a_new_meeting(house, show):
    meeting = house.meeting(datetime(2021, 12, 10, 9), title=same("Proračun & davki"))
    house.meeting(datetime(2021, 12, 10, 11), status=MeetingStatus.CANCELLED)
    tab = show()
    menu = tab.month_view.day_menu(date(2021, 12, 10))
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[1] == "○ 09:00 KMS · Proračun && davki · planned"
    assert texts[2].endswith("cancelled")
    assert texts[-1] == "New meeting on this day"
    menu.actions()[1].trigger()
    assert tab.meetings.current_id == meeting
    menu.actions()[-1].trigger()
    assert tab.editor.is_new


def test_a_visit_opens_in_its_own_tab(house, cabinet, show, desk):
    visit = cabinet.visits.create(Visit(title=same("Obisk"), starts_on=date(2021, 12, 10))).record.id
    tab = show()
    QTest.keyClick(tab.month_view.calendar, Key.Key_Return)
    assert desk.opened == [("visit", visit)]


def test_a_meeting_opened_from_elsewhere_brings_its_month(house, show):
    meeting = house.meeting(datetime(2019, 5, 6, 9))
    tab = show()
    assert tab.open_record("meeting", meeting)
    assert tab.month_view.calendar.day == date(2019, 5, 6)
    assert tab.navigator.title.text().endswith("2019")


def test_a_saved_meeting_appears_at_once(house, show):
    tab = show()
    QTest.keyClick(tab.month_view.calendar, Key.Key_N)
    tab.editor.bodies.set_value([MeetingBody(organization_id=house.commission)])
    assert tab.meetings.save()
    assert [entry.text for entry in tab.month_view.calendar.content.entries] == ["KMS"]


def test_the_body_filter_narrows_month_and_list(house, show):
    own = house.meeting(datetime(2021, 12, 10, 9))
    house.meeting(datetime(2021, 12, 10, 11), bodies=[MeetingBody(organization_id=house.council)])
    tab = show()
    tab.body_filter.set_value(house.commission)
    tab.body_filter.edited.emit()
    assert [entry.id for entry in tab.month_view.calendar.content.entries] == [own]
    assert list(tab.meetings.ids) == [own]
    tab.meetings.filter_bar.clear()
    assert tab.body_filter.value() is None
    assert len(tab.meetings.ids) == 2


def test_opening_a_meeting_the_filter_hides_takes_the_filter_off(house, show):
    other = house.meeting(datetime(2021, 12, 10, 11), bodies=[MeetingBody(organization_id=house.council)])
    house.meeting(datetime(2021, 12, 10, 9))
    tab = show()
    tab.body_filter.set_value(house.commission)
    tab.body_filter.edited.emit()
    assert tab.open_record("meeting", other)
    assert tab.body_filter.value() is None


def test_the_search_leaves_its_meetings_in_the_month(house, show):
    house.meeting(datetime(2021, 12, 10, 9), title=same("Žičnica"))
    house.meeting(datetime(2021, 12, 11, 9), title=same("Proračun"))
    tab = show()
    tab.meetings.filter_bar.set_filter("zicnica", ())
    assert len(tab.month_view.calendar.content.entries) == 1


def test_chips_belong_to_the_list_and_the_navigator_to_the_month(house, show):
    tab = show()
    chips = list(tab.meetings.filter_bar._buttons.values())
    assert not any(chip.isVisible() for chip in chips)
    tab.meetings.views.show_view("list")
    assert all(chip.isVisible() for chip in chips)
    assert not tab.navigator.isVisible()


def test_a_chip_that_is_on_can_be_taken_off_in_the_month(house, show):
    house.meeting(datetime(2021, 12, 11, 9))
    tab = show()
    tab.meetings.filter_bar.set_filter("", ("upcoming",))
    assert tab.meetings.filter_bar._buttons["upcoming"].isVisible()


def test_the_list_opens_at_what_comes_next(house, show):
    for month in range(9, 13):
        for day in range(1, 20):
            house.meeting(datetime(2021, month, day, 9))
    coming = house.cabinet.meetings.ids_between(date(2021, 12, 10), date(2021, 12, 10))
    tab = show()
    tab.meetings.views.show_view("list")
    QTest.qWait(20)
    records = tab.meetings.records
    row = records.records.row_of(coming[0])
    assert records.viewport().rect().contains(records.visualRect(records.records.index(row, 0)))
    assert tab.meetings.current_id == 0, "only a person opens a record"


def test_the_list_tells_day_hour_body_number_and_status(house, show):
    house.session("2", datetime(2021, 12, 14, 17), ends_at=datetime(2021, 12, 14, 17, 18))
    house.meeting(None)
    tab = show()
    tab.meetings.views.show_view("list")
    model = tab.meetings.records.records
    cells = [str(model.index(0, column).data()).replace("\u00a0", " ") for column in range(7)]
    assert cells == ["14 Dec 2021", "17:00", "KMS", "2", "ordinary session", "", "held"]
    assert model.index(1, 0).data() == "—"


def test_the_print_begins_with_the_month_on_the_screen(house, show, desk):
    tab = show()
    tab.month_view.go_to(date(2022, 3, 9))
    tab.meetings.print_records()
    tab.meetings.views.show_view("list")
    tab.meetings.print_records()
    assert [request.month for request in desk.printed] == [date(2022, 3, 1), None]


def test_where_somebody_was_comes_back_in_another_window(house, show, desk):
    house.meeting(datetime(2022, 3, 9, 9))
    tab = show()
    tab.month_view.go_to(date(2022, 3, 9))
    tab.body_filter.set_value(house.commission)
    tab.body_filter.edited.emit()
    state = tab.state()
    other = show()
    other.restore(state)
    assert other.month_view.calendar.day == date(2022, 3, 9)
    assert other.body_filter.value() == house.commission


def test_the_tab_brings_its_own_commands(house, show):
    kind = show().meetings.kind
    assert {spec.id for spec in kind.actions(None)} == {"meeting.move", "meeting.propose_agenda"}


@pytest.mark.parametrize("width", [1280, 1024])
def test_every_widget_that_takes_the_keyboard_has_a_name(house, show, width):
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    house.session("2", datetime(2021, 12, 10, 17))
    tab: MeetingsTab = show(width=width)
    tab.meetings.select(tab.meetings.ids[0])
    nameless = [
        widget
        for widget in tab.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []
