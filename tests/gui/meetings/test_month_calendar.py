"""The month as a widget: keys, mouse, words for screen readers, and what is painted."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolTip, QWidget

from cabinet_app.domain.month_layout import MonthEntry
from cabinet_app.domain.texts import Language
from cabinet_app.gui.meetings.calendar_content import CalendarContent, DayName, Entry
from cabinet_app.gui.meetings.month_grid import MonthCalendar
from cabinet_app.i18n.catalogs import translator

TODAY = date(2021, 12, 14)
Key = Qt.Key


def entry(place: int, day: int, hour: int, text: str = "KMS", **values) -> Entry:
    start = datetime(2021, 12, day, hour)
    kept: dict[str, Any] = {
        "record_type": "meeting",
        "id": place + 1,
        "when": MonthEntry(place, start, start + timedelta(hours=1)),
        "time_text": f"{hour}:00",
        "text": text,
        "glyph": "●",
        "tone": "ok",
        "status": "held",
        "is_off": False,
        "details": (f"{hour}:00 · {text}", f"Subject <{place}>", "held"),
    } | values
    return Entry(**kept)


def december(*entries: Entry) -> CalendarContent:
    christmas: dict[date, tuple[DayName, ...]] = {
        date(2021, 12, 25): (DayName("Christmas Day", is_free=True),)
    }
    return CalendarContent(tuple(entries), christmas)


@pytest.fixture
def calendar(qtbot, theme, t):
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    widget = MonthCalendar(t, lambda: TODAY, box)
    after = QLineEdit(box)
    after.setObjectName("after")
    row.addWidget(widget, 1)
    row.addWidget(after)
    box.resize(900, 620)
    widget.show_content(december(entry(0, 14, 9), entry(1, 14, 17), entry(2, 16, 8)))
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    widget.setFocus()
    yield widget
    box.close()


def heard(signal) -> list[Any]:
    told: list[Any] = []
    signal.connect(told.append)
    return told


def press(calendar, *keys):
    for key in keys:
        QTest.keyClick(calendar, key)


def point_of(calendar: MonthCalendar, day: int, line: int | None = None) -> QPoint:
    frame, grid = calendar._layout()
    for row, week in enumerate(grid.weeks):
        for column, cell in enumerate(week.days):
            if cell.day == date(2021, 12, day):
                return (frame.number(row, column) if line is None else frame.line(row, column, line)).center()
    raise AssertionError(day)


def test_it_begins_on_today(calendar):
    assert calendar.day == TODAY


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Key.Key_Right], 15),
        ([Key.Key_Left], 13),
        ([Key.Key_Up], 7),
        ([Key.Key_Down], 21),
        ([Key.Key_Home], 13),
        ([Key.Key_End], 19),
    ],
)
def test_keys_move_by_day_and_to_the_ends_of_the_week(calendar, keys, day):
    press(calendar, *keys)
    assert calendar.day == date(2021, 12, day)


def test_page_down_asks_for_the_next_month_on_the_same_day(calendar):
    asked = heard(calendar.month_left)
    press(calendar, Key.Key_PageDown)
    assert asked == [date(2022, 1, 14)]


def test_an_arrow_over_the_edge_asks_for_the_neighbouring_month(calendar):
    asked = heard(calendar.month_left)
    calendar.go_to(date(2021, 12, 31))
    press(calendar, Key.Key_Right)
    assert asked == [date(2022, 1, 1)]


def test_tab_goes_through_the_entries_of_the_day_and_then_on(calendar):
    chosen = heard(calendar.entry_chosen)
    press(calendar, Key.Key_Tab, Key.Key_Tab)
    assert [one.id for one in chosen] == [1, 2]
    press(calendar, Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "after"


def test_shift_tab_goes_back_to_the_day_and_then_out(calendar):
    press(calendar, Key.Key_Tab)
    QTest.keyClick(calendar, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert calendar.cursor_entry is None
    assert calendar.hasFocus()


def test_an_arrow_leaves_the_entry(calendar):
    press(calendar, Key.Key_Tab, Key.Key_Right)
    assert calendar.cursor_entry is None


def test_enter_opens_the_chosen_entry_or_the_first(calendar):
    opened = heard(calendar.entry_opened)
    press(calendar, Key.Key_Return)
    calendar.go_to(TODAY)
    press(calendar, Key.Key_Tab, Key.Key_Tab, Key.Key_Enter)
    assert [one.id for one in opened] == [1, 2]


def test_enter_on_an_empty_day_begins_a_meeting_as_n_does(calendar):
    wanted = heard(calendar.new_wanted)
    calendar.go_to(date(2021, 12, 15))
    press(calendar, Key.Key_Return, Key.Key_N)
    assert wanted == [date(2021, 12, 15)] * 2


def test_space_lists_the_day(calendar):
    listed = heard(calendar.day_list_wanted)
    press(calendar, Key.Key_Space)
    assert listed == [TODAY]


def test_del_asks_for_the_chosen_entry_only(calendar):
    gone = heard(calendar.delete_wanted)
    press(calendar, Key.Key_Delete)
    assert gone == []
    press(calendar, Key.Key_Tab, Key.Key_Delete)
    assert [one.id for one in gone] == [1]


def test_escape_goes_back_from_the_entry_to_its_day(calendar):
    press(calendar, Key.Key_Tab, Key.Key_Escape)
    assert calendar.cursor_entry is None


def test_shortcuts_of_the_window_are_left_to_it(calendar):
    wanted = heard(calendar.new_wanted)
    QTest.keyClick(calendar, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert wanted == []


def test_a_click_chooses_the_day_and_the_entry_under_it(calendar):
    chosen = heard(calendar.entry_chosen)
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=point_of(calendar, 16))
    assert (calendar.day, chosen) == (date(2021, 12, 16), [])
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=point_of(calendar, 14, 1))
    assert [one.id for one in chosen] == [2]


def test_a_double_click_opens_or_begins(calendar):
    opened, wanted = heard(calendar.entry_opened), heard(calendar.new_wanted)
    QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=point_of(calendar, 14, 0))
    QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=point_of(calendar, 15))
    assert ([one.id for one in opened], wanted) == ([1], [date(2021, 12, 15)])


def test_a_click_on_the_count_lists_the_day(calendar):
    calendar.show_content(december(*(entry(place, 15, 8 + place) for place in range(9))))
    listed = heard(calendar.day_list_wanted)
    cell = next(cell for week in calendar.grid().weeks for cell in week.days if cell.day.day == 15)
    assert cell.more_line is not None
    assert len(cell.lines) + len(cell.hidden) == 9
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=point_of(calendar, 15, cell.more_line))
    assert listed == [date(2021, 12, 15)]


def test_the_month_has_a_name_and_the_day_is_read_out(calendar):
    assert calendar.accessibleName() == "Calendar, December\u00a02021"
    told = calendar.accessibleDescription().replace("\u00a0", " ")
    assert told == "Tuesday, 14 December 2021, today, 2 events: 9:00 KMS, held; 17:00 KMS, held"
    press(calendar, Key.Key_Tab)
    assert calendar.accessibleDescription().startswith("9:00 · KMS")
    calendar.go_to(date(2021, 12, 25))
    assert "Christmas Day" in calendar.accessibleDescription()
    assert calendar.accessibleDescription().endswith("nothing is entered")


def test_screen_readers_find_the_words_at_the_interface(calendar):
    interface = QAccessible.queryAccessibleInterface(calendar)
    assert interface.text(QAccessible.Text.Name) == "Calendar, December\u00a02021"
    assert "2 events" in interface.text(QAccessible.Text.Description)


def tip_at(calendar, point: QPoint) -> str:
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, point, calendar.mapToGlobal(point))
    QApplication.sendEvent(calendar, event)
    return QToolTip.text()


def test_the_tooltip_tells_all_and_takes_nothing_for_markup(calendar):
    assert tip_at(calendar, point_of(calendar, 14, 0)) == "9:00 · KMS<br>Subject &lt;0&gt;<br>held"


def test_the_tooltip_of_a_holiday_is_its_whole_name(calendar):
    assert tip_at(calendar, point_of(calendar, 25)) == "Christmas Day"


def test_the_layout_is_kept_until_something_changes(calendar):
    before = calendar.grid()
    calendar.go_to(date(2021, 12, 20))
    calendar.grab()
    assert calendar.grid() is before
    calendar.resize(700, 400)
    assert calendar.grid() is not before


def test_the_entry_of_the_cursor_survives_a_reading_of_the_month(calendar):
    press(calendar, Key.Key_Tab)
    calendar.show_content(december(entry(0, 14, 9, text="Svet")))
    assert calendar.cursor_entry is not None
    assert calendar.cursor_entry.text == "Svet"


def test_an_entry_that_is_gone_leaves_the_day(calendar):
    press(calendar, Key.Key_Tab)
    calendar.show_content(december())
    assert calendar.cursor_entry is None
    assert calendar.day == TODAY


@pytest.mark.parametrize("size", [(900, 620), (1024, 190), (300, 150)])
@pytest.mark.parametrize("language", list(Language))
def test_every_size_can_be_painted(qtbot, theme, size, language):
    bar = MonthEntry(3, datetime(2021, 12, 8), datetime(2021, 12, 16), all_day=True)
    calendar = MonthCalendar(translator(language), lambda: TODAY)
    qtbot.addWidget(calendar)
    calendar.resize(*size)
    calendar.show_content(
        december(
            entry(0, 14, 9),
            entry(1, 14, 17, is_off=True, status="moved"),
            entry(2, 14, 18),
            entry(3, 8, 0, when=bar, time_text="", record_type="visit", glyph=""),
            entry(4, 2, 9, when=MonthEntry(4, datetime(2021, 12, 2), datetime(2021, 12, 4), all_day=True)),
        )
    )
    calendar.mark_open("meeting", 1)
    assert not calendar.grab().isNull()


def ground(calendar, day: int):
    frame, grid = calendar._layout()
    place = next(
        (row, column)
        for row, week in enumerate(grid.weeks)
        for column, cell in enumerate(week.days)
        if cell.day == date(2021, 12, day)
    )
    corner = frame.cell(*place).bottomRight() - QPoint(4, 4)
    picture = calendar.grab().toImage()
    ratio = picture.devicePixelRatio()
    return picture.pixelColor(round(corner.x() * ratio), round(corner.y() * ratio)).name()


def test_weekends_are_quieter_holidays_tinted_and_the_day_marked(calendar):
    from cabinet_app.gui.theme.tokens import tokens_of

    tokens = tokens_of(calendar.palette())
    assert ground(calendar, 15) == tokens.surface.lower()
    assert ground(calendar, 18) == tokens.window.lower()
    assert ground(calendar, 25) == tokens.warn_tint.lower()
    assert ground(calendar, 14) == tokens.selection.lower()
