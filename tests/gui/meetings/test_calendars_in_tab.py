"""Week, day, agenda and year in their tab: one day, one filter, moving with undo, and what is printed."""

import json
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cabinet_app.domain.calendar_filter import CalendarFilter
from cabinet_app.domain.calendar_moves import Times
from cabinet_app.domain.meetings import MeetingBody, MeetingKind
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementStatus
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.context import PrintRequest
from cabinet_app.gui.meetings.calendar_bar import title_of
from cabinet_app.gui.meetings.calendar_memory import Kept, filter_words, read_kept
from cabinet_app.gui.meetings.calendar_moving import change_times
from cabinet_app.gui.meetings.tab import REMEMBERED
from tests.gui.meetings.conftest import make_desk

Key = Qt.Key
CALENDARS = ("month", "week", "day", "agenda", "year")


def title(tab):
    return tab.navigator.title.text().replace("\u00a0", " ")


def turn_to(tab, view: str):
    tab.meetings.views.show_view(view)
    tab.calendar.setFocus()
    return tab.calendar


def test_every_calendar_shows_the_day_on_which_the_one_before_stood(house, show):
    tab = show()
    tab.month_view.go_to(date(2022, 3, 9))
    for view in (*CALENDARS[1:], *CALENDARS):
        assert turn_to(tab, view).day == date(2022, 3, 9)


def test_the_navigator_names_the_days_of_each_calendar(house, show):
    tab = show()
    named = {view: (turn_to(tab, view), title(tab))[1] for view in CALENDARS}
    assert named == {
        "month": "December 2021",
        "week": "6–12 Dec 2021",
        "day": "Fri, 10 Dec 2021",
        "agenda": "December 2021",
        "year": "2021",
    }


def test_the_arrows_turn_by_what_is_shown_and_today_comes_back(house, show):
    tab = show()
    pages = {"week": date(2021, 12, 17), "day": date(2021, 12, 11), "agenda": date(2022, 1, 1)}
    for view, expected in (pages | {"year": date(2022, 12, 10)}).items():
        turn_to(tab, view)
        tab.navigator._after.click()
        assert tab.calendar.day == expected
        tab.navigator.today_button.click()
        assert tab.calendar.day == date(2021, 12, 10)
        tab.navigator._before.click()
        canvas = tab.calendar.focusProxy()
        assert canvas is not None
        QTest.keyClick(canvas, Key.Key_T)
        assert tab.calendar.day == date(2021, 12, 10)


def test_n_in_the_week_begins_at_the_hour(house, show):
    tab = show()
    week = turn_to(tab, "week")
    QTest.keyClick(week.calendar, Key.Key_Down)
    QTest.keyClick(week.calendar, Key.Key_N)
    draft = tab.editor.draft()
    assert (draft.starts_at, draft.ends_at, draft.all_day) == (
        datetime(2021, 12, 10, 10),
        datetime(2021, 12, 10, 11),
        False,
    )


def test_a_meeting_dragged_in_the_week_moves_in_one_step_with_undo(house, show, desk):
    meeting = house.meeting(datetime(2021, 12, 9, 9), ends_at=datetime(2021, 12, 9, 10))
    tab = show()
    week = turn_to(tab, "week")
    canvas = week.calendar
    frame = canvas.frame_now()
    start = canvas.rect_of(canvas.content.entries[0]).center()
    end = start + QPoint(frame.x(1) - frame.x(0), round(frame.hour_height / 2))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(15, 15))
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    stored = house.cabinet.meetings.get(meeting).record
    assert (stored.starts_at, stored.ends_at) == (
        datetime(2021, 12, 10, 9, 30),
        datetime(2021, 12, 10, 10, 30),
    )
    assert desk.toaster.last.replace("\u00a0", " ") == "The meeting has been moved to 10 Dec 2021, 09:30."
    assert week.day == date(2021, 12, 10)
    desk.toaster.act()
    assert house.cabinet.meetings.get(meeting).record.starts_at == datetime(2021, 12, 9, 9)
    assert canvas.content.entries[0].when.first_day == date(2021, 12, 9)


def test_a_meeting_dragged_in_the_month_keeps_its_hour(house, show):
    meeting = house.meeting(datetime(2021, 12, 9, 9), ends_at=datetime(2021, 12, 9, 10))
    tab = show()
    canvas = tab.month_view.calendar
    frame, _grid = canvas._layout()
    start, end = frame.line(1, 3, 0).center(), frame.cell(2, 0).center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(15, 15))
    QTest.mouseMove(canvas, end)
    canvas.grab()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert house.cabinet.meetings.get(meeting).record.starts_at == datetime(2021, 12, 13, 9)
    assert canvas.day == date(2021, 12, 13)


def test_alt_and_an_arrow_carry_a_meeting_through_the_month(house, show):
    meeting = house.meeting(datetime(2021, 12, 10, 9))
    tab = show()
    canvas = tab.month_view.calendar
    QTest.keyClick(canvas, Key.Key_Tab)
    QTest.keyClick(canvas, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert house.cabinet.meetings.get(meeting).record.starts_at == datetime(2021, 12, 17, 9)
    assert canvas.cursor_entry.id == meeting


def test_the_end_of_a_bar_is_drawn_to_another_day(house, show, desk):
    meeting = house.meeting(datetime(2021, 12, 7), ends_at=datetime(2021, 12, 9), all_day=True)
    tab = show()
    canvas = tab.month_view.calendar
    frame, grid = canvas._layout()
    bar = grid.weeks[1].bars[0]
    rect = frame.line(1, bar.first_column, bar.lane, bar.last_column)
    start, end = QPoint(rect.right() - 2, rect.center().y()), frame.cell(1, 4).center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(15, 0))
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    assert house.cabinet.meetings.get(meeting).record.ends_at == datetime(2021, 12, 11)
    assert desk.toaster.last.replace("\u00a0", " ") == "The meeting now lasts until 10 Dec 2021."


def test_what_does_not_change_is_not_stored(house, desk):
    meeting = house.meeting(datetime(2021, 12, 9, 9))
    assert not change_times(desk.context, meeting, lambda times: times)
    assert desk.toaster.said == []


def test_a_meeting_that_is_gone_is_told(house, desk):
    meeting = house.meeting(datetime(2021, 12, 9, 9))
    house.cabinet.meetings.delete(meeting)
    assert not change_times(desk.context, meeting, lambda times: times.by_days(1))
    assert desk.toaster.last


def test_a_later_end_is_told_by_the_clock(house, desk):
    meeting = house.meeting(datetime(2021, 12, 9, 9), ends_at=datetime(2021, 12, 9, 10))

    def longer(times: Times) -> Times:
        return times.ending(datetime(2021, 12, 9, 10, 45))

    assert change_times(desk.context, meeting, longer)
    assert desk.toaster.last == "The meeting now lasts until 10:45."


def test_the_agenda_reads_day_by_day(house, show, cabinet):
    meeting = house.meeting(datetime(2021, 12, 10, 9), title=same("Proračun"), place_id=house.hall)
    cabinet.visits.create(Visit(title=same("Obisk"), starts_on=date(2021, 12, 9), ends_on=date(2021, 12, 10)))
    tab = show()
    view = turn_to(tab, "agenda")
    rows = [
        view.model.data(view.model.index(row)).replace("\u00a0", " ") for row in range(view.model.rowCount())
    ]
    assert rows[0] == "Thursday, 9 December 2021"
    assert rows[1].startswith("Visit: Obisk")
    assert rows[3].startswith("going on:, Visit") or "going on:" in rows[3]
    assert rows[4].startswith("09:00 · KMS, Proračun, Dvorana")
    QTest.keyClick(view.list, Key.Key_Down)
    QTest.keyClick(view.list, Key.Key_Down)
    assert tab.meetings.current_id == meeting
    QTest.keyClick(view.list, Key.Key_Return)
    assert tab.editor.isAncestorOf(QApplication.focusWidget())


def test_clashes_stand_in_words_in_the_agenda_and_in_the_tips(house, show):
    house.meeting(datetime(2021, 12, 10, 10), ends_at=datetime(2021, 12, 10, 11), place_id=house.hall)
    other = [MeetingBody(organization_id=house.council)]
    house.meeting(
        datetime(2021, 12, 10, 10, 30), ends_at=datetime(2021, 12, 10, 12), bodies=other, place_id=house.hall
    )
    house.meeting(datetime(2021, 12, 10, 12), bodies=other, place_id=house.hall)
    tab = show()
    entries = turn_to(tab, "week").content.entries
    assert [bool(entry.clashes) for entry in entries] == [True, True, False], "end to end is no clash"
    assert "Dvorana" in entries[0].tip[-1]
    view = turn_to(tab, "agenda")
    assert not view.grab().isNull()
    assert "▲" in view.model.data(view.model.index(1))


def test_an_empty_month_says_so_in_the_agenda(house, show):
    tab = show()
    assert turn_to(tab, "agenda").empty.isVisible()
    house.meeting(datetime(2021, 12, 10, 9))
    assert not tab.calendar.empty.isVisible()
    QTest.keyClick(tab.calendar.list, Key.Key_N)
    assert tab.editor.draft().starts_at == datetime(2021, 12, 10)


def test_a_day_of_the_year_opens_as_a_day(house, show):
    house.meeting(datetime(2021, 12, 10, 9))
    tab = show()
    year = turn_to(tab, "year").calendar
    assert "1 event" in year.accessibleDescription()
    QTest.keyClick(year, Key.Key_PageUp)
    QTest.keyClick(year, Key.Key_Home)
    QTest.keyClick(year, Key.Key_Return)
    assert tab.meetings.views.current == "day"
    assert tab.calendar.day == date(2021, 11, 1)


def test_the_year_finds_the_day_under_the_mouse(house, show):
    tab = show()
    year = turn_to(tab, "year").calendar
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.day_rect(date(2021, 7, 14)).center())
    assert year.day == date(2021, 7, 14)
    assert year.day_at(QPoint(0, 0)) is None
    QTest.keyClick(year, Key.Key_N)
    assert tab.editor.draft().starts_at == datetime(2021, 7, 14)


def test_jubilees_and_holidays_are_notes_of_the_day(house, show, cabinet):
    event = AgreementEvent(happened_on=VagueDate("2001-12-10"))
    cabinet.agreements.create(
        Agreement(title=same("Listina"), status=AgreementStatus.IN_FORCE, party_count=2, events=[event])
    )
    tab = show()
    assert turn_to(tab, "week").content.notes_of(date(2021, 12, 10)) == ("◆ 20 years: Listina",)
    menu = tab.calendar.day_menu(date(2021, 12, 10))
    assert "20 years: Listina" in menu.actions()[1].text()


def test_kind_and_person_narrow_calendar_and_list(house, show):
    solemn = house.meeting(datetime(2021, 12, 10, 9), kind=MeetingKind.CEREMONIAL, bodies=[])
    led = house.meeting(datetime(2021, 12, 10, 11), chair_id=house.people[0], bodies=[])
    undated = house.meeting(None, chair_id=house.people[0], bodies=[])
    tab = show()
    tab.calendar_filter.kind.set_value(MeetingKind.CEREMONIAL)
    tab.calendar_filter.kind.edited.emit()
    assert [entry.id for entry in tab.calendar.content.entries] == [solemn] == list(tab.meetings.ids)
    assert tab.calendar_filter.text() == "Filter (1)"
    tab.calendar_filter.set_value(CalendarFilter(person_id=house.people[0]))
    tab.calendar_filter.edited.emit()
    assert [entry.id for entry in tab.calendar.content.entries] == [led]
    assert set(tab.meetings.ids) == {led, undated}
    tab.calendar_filter._clear()
    assert len(tab.calendar.content.entries) == 2


def test_the_holidays_of_other_countries_are_named(house, show):
    tab = show()
    assert not tab.calendar.content.is_free(date(2021, 12, 8))
    tab.calendar_filter.holidays.set_value(["AT"])
    tab.calendar_filter.holidays.edited.emit()
    assert tab.calendar.content.is_free(date(2021, 12, 8))


def test_the_filter_is_remembered_in_the_settings(house, show, desk):
    tab = show()
    tab.calendar_filter.set_value(CalendarFilter(bodies=frozenset({house.commission})))
    tab.calendar_filter.holidays.set_value(["HU"])
    tab.remember()
    assert json.loads(desk.context.settings.windows[REMEMBERED]) == {
        "bodies": str(house.commission),
        "holidays": "HU",
    }
    again = show()
    assert again.body_filter.value() == house.commission
    assert again.calendar_filter.holidays.value() == ["HU"]


@pytest.mark.parametrize("words", ["", "nonsense", "[]", '{"person": "x", "kinds": "y", "bodies": "z"}'])
def test_what_is_not_understood_is_no_filter(words):
    assert read_kept(words) == Kept()


def test_a_filter_survives_being_written():
    kept = Kept(CalendarFilter(frozenset({1, 2}), frozenset({MeetingKind.ORDINARY}), 7), ("SI", "AT-2"))
    assert read_kept(filter_words(kept)) == kept


PRINTED = (
    ("month", "calendar-month", (date(2021, 12, 1), date(2021, 12, 31))),
    ("week", "calendar-week", (date(2021, 12, 6), date(2021, 12, 12))),
    ("day", "calendar-agenda", (date(2021, 12, 10), date(2021, 12, 10))),
    ("agenda", "calendar-agenda", (date(2021, 12, 1), date(2021, 12, 31))),
    ("year", "calendar-year", (date(2021, 1, 1), date(2021, 12, 31))),
)


def test_the_print_begins_like_the_view_in_front(house, show, desk):
    tab = show()
    tab.calendar_filter.set_value(CalendarFilter(person_id=house.people[0]))
    for view, kind, span in PRINTED:
        turn_to(tab, view)
        tab.meetings.print_records()
        request = desk.printed[-1]
        assert (request.kind, (request.first, request.last)) == (kind, span)
        assert request.person_id == house.people[0]


def test_the_print_dialog_takes_style_days_and_person_over(house, desk, qtbot):
    from cabinet_app.gui.dialogs.print_choices import PrintChoices

    days = date(2021, 12, 6), date(2021, 12, 12)
    request = PrintRequest(
        "meeting", 0, (), kind="calendar-week", first=days[0], last=days[1], person_id=house.people[0]
    )
    choices = PrintChoices(desk.context, request)
    qtbot.addWidget(choices)
    options = choices.options(datetime(2021, 12, 10, 9))
    assert choices.kind().id == "calendar-week"
    assert (options.first, options.last, options.person_id) == (*days, house.people[0])


@pytest.mark.parametrize("language", list(Language))
def test_the_bar_fits_into_the_smallest_window(house, cabinet, show, language):
    tab = show(make_desk(cabinet, language), width=1024)
    for view in CALENDARS:
        turn_to(tab, view)
        assert tab.meetings.filter_bar.minimumSizeHint().width() <= 1024


def test_the_filter_opens_under_its_button_with_named_fields(house, show):
    from PySide6.QtGui import QAccessible

    tab = show()
    tab.calendar_filter.click()
    assert tab.calendar_filter.popup.isVisible()
    nameless = [
        widget
        for widget in tab.calendar_filter.popup.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []
    tab.calendar_filter.popup.hide()


def test_titles_in_the_language():
    span = date(2021, 12, 27), date(2022, 1, 2)
    assert title_of(span, Language.SL).replace("\u00a0", " ") == "27. 12. 2021–2. 1. 2022"


def test_months_are_read_ahead_and_forgotten_after_a_change(house, show, qtbot):
    tab = show()
    tab.month_view._read_ahead()
    assert len(tab._source._kept) == 3
    house.meeting(datetime(2021, 12, 10, 9))
    assert len(tab.calendar.content.entries) == 1
