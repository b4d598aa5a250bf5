"""The timetable as a widget: keys, mouse, dragging, words for screen readers, and what is painted."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolTip, QWidget

from cabinet_app.domain.calendar_moves import Times
from cabinet_app.domain.month_layout import MonthEntry
from cabinet_app.domain.texts import Language
from cabinet_app.gui.meetings.calendar_content import CalendarContent, DayName, Entry
from cabinet_app.gui.meetings.week_frame import WeekFrame, WeekMeasures, key_at
from cabinet_app.gui.meetings.week_grid import WeekCalendar
from cabinet_app.gui.meetings.week_painter import elided
from cabinet_app.i18n.catalogs import translator

MONDAY = date(2021, 12, 13)
TODAY = date(2021, 12, 14)
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def entry(number: int, day: int, hour: int, text: str = "KMS", minutes: int = 60, **values) -> Entry:
    start = datetime(2021, 12, day, hour)
    kept: dict[str, Any] = {
        "record_type": "meeting",
        "id": number + 1,
        "when": MonthEntry(number, start, start + timedelta(minutes=minutes)),
        "time_text": f"{hour}:00",
        "text": text,
        "glyph": "●",
        "tone": "ok",
        "status": "held",
        "is_off": False,
        "details": (f"{hour}:00 · {text}", f"Subject <{number}>", "held"),
    } | values
    return Entry(**kept)


def bar(place: int, first: int, last: int, **values) -> Entry:
    when = MonthEntry(
        place, datetime(2021, 12, first), datetime(2021, 12, last) + timedelta(days=1), all_day=True
    )
    return entry(place, first, 0, when=when, time_text="", **values)


def week(*entries: Entry) -> CalendarContent:
    holidays: dict[date, tuple[DayName, ...]] = {date(2021, 12, 16): (DayName("Day of Light", is_free=True),)}
    return CalendarContent(tuple(entries), holidays, {date(2021, 12, 17): ("20 years: Charter",)})


@pytest.fixture
def calendar(qtbot, theme, t):
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    widget = WeekCalendar(t, lambda: TODAY, 7, box)
    after = QLineEdit(box)
    row.addWidget(widget, 1)
    row.addWidget(after)
    box.resize(1000, 620)
    widget.show_content(week(entry(0, 14, 9), entry(1, 14, 17), bar(2, 15, 16)), MONDAY)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    widget.setFocus()
    yield widget
    box.close()


def heard(signal) -> list[Any]:
    told: list[Any] = []
    signal.connect(lambda *values: told.append(values[0] if len(values) == 1 else values))
    return told


def press(calendar, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(calendar, key, modifier)


def drag(calendar, start: QPoint, end: QPoint):
    QTest.mousePress(calendar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(calendar, start + QPoint(20, 20))
    QTest.mouseMove(calendar, end)
    QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize(
    ("keys", "day", "hour"),
    [
        ([Key.Key_Right], 15, 9),
        ([Key.Key_Left], 13, 9),
        ([Key.Key_Down, Key.Key_Down], 14, 11),
        ([Key.Key_Up], 14, 8),
        ([Key.Key_Home], 13, 9),
        ([Key.Key_End], 19, 9),
    ],
)
def test_keys_move_by_day_and_by_hour(calendar, keys, day, hour):
    press(calendar, *keys)
    assert (calendar.day, calendar.hour) == (date(2021, 12, day), hour)


def test_hours_stay_within_the_day_and_in_sight(calendar):
    press(calendar, *[Key.Key_Down] * 20)
    assert calendar.hour == 23
    frame = calendar.frame_now()
    assert frame.body_top <= frame.y(23 * 60) < calendar.height()
    press(calendar, *[Key.Key_Up] * 30)
    assert calendar.hour == 0
    assert calendar.bar.value() == 0


def test_other_weeks_are_asked_for(calendar):
    asked = heard(calendar.days_left)
    press(calendar, Key.Key_PageDown)
    assert asked == [date(2021, 12, 21)]
    press(calendar, Key.Key_T)


def test_n_and_enter_begin_at_the_hour_of_the_cursor(calendar):
    wanted = heard(calendar.new_wanted)
    press(calendar, Key.Key_Down, Key.Key_N, Key.Key_Return)
    assert wanted == [datetime(2021, 12, 14, 10)] * 2


def test_enter_opens_what_stands_at_the_hour(calendar):
    opened = heard(calendar.entry_opened)
    press(calendar, Key.Key_Return)
    assert [one.id for one in opened] == [1]


def test_tab_goes_through_the_entries_and_then_on(calendar):
    chosen = heard(calendar.entry_chosen)
    press(calendar, Key.Key_Tab, Key.Key_Tab)
    assert [one.id for one in chosen] == [1, 2]
    assert calendar.hour == 17
    press(calendar, Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_escape_space_del_and_t(calendar):
    gone, listed, today = heard(calendar.delete_wanted), heard(calendar.day_list_wanted), []
    calendar.today_wanted.connect(lambda: today.append(1))
    press(calendar, Key.Key_Delete, Key.Key_Tab, Key.Key_Delete, Key.Key_Escape, Key.Key_Space, Key.Key_T)
    assert [one.id for one in gone] == [1]
    assert calendar.cursor_entry is None
    assert (listed, today) == ([TODAY], [1])


def test_alt_and_arrows_move_the_chosen_meeting(calendar):
    wanted = heard(calendar.change_wanted)
    press(calendar, Key.Key_Down, modifier=ALT)
    assert wanted == []
    press(calendar, Key.Key_Tab)
    press(calendar, Key.Key_Down, modifier=ALT)
    press(calendar, Key.Key_Left, modifier=ALT)
    press(calendar, Key.Key_Down, modifier=ALT | Qt.KeyboardModifier.ShiftModifier)
    times = Times(datetime(2021, 12, 14, 9), datetime(2021, 12, 14, 10))
    assert [change(times) for _entry, change in wanted] == [
        times.by_minutes(15),
        times.by_days(-1),
        times.ending(datetime(2021, 12, 14, 10, 15)),
    ]


def test_dragging_moves_by_days_and_quarters_of_an_hour(calendar):
    wanted = heard(calendar.change_wanted)
    frame = calendar.frame_now()
    start = calendar.rect_of(calendar.content.entries[0]).center()
    end = start + QPoint(frame.x(2) - frame.x(1), round(frame.hour_height * 1.5))
    drag(calendar, start, end)
    ((moved, change),) = wanted
    assert moved.id == 1
    times = Times(datetime(2021, 12, 14, 9), datetime(2021, 12, 14, 10))
    assert change(times) == Times(datetime(2021, 12, 15, 10, 30), datetime(2021, 12, 15, 11, 30))


def test_dragging_the_lower_edge_changes_the_end(calendar):
    wanted = heard(calendar.change_wanted)
    rect = calendar.rect_of(calendar.content.entries[0])
    start = QPoint(rect.center().x(), rect.bottom() - 1)
    drag(calendar, start, start + QPoint(0, round(calendar.frame_now().hour_height)))
    ((_entry, change),) = wanted
    times = Times(datetime(2021, 12, 14, 9), datetime(2021, 12, 14, 10))
    assert change(times).ends_at == datetime(2021, 12, 14, 11)


def test_escape_gives_the_drag_up(calendar):
    wanted = heard(calendar.change_wanted)
    start = calendar.rect_of(calendar.content.entries[0]).center()
    QTest.mousePress(calendar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(calendar, start + QPoint(0, 90))
    calendar.grab()
    press(calendar, Key.Key_Escape)
    QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 90))
    assert wanted == []


def test_a_click_is_no_drag(calendar):
    wanted, chosen = heard(calendar.change_wanted), heard(calendar.entry_chosen)
    centre = calendar.rect_of(calendar.content.entries[0]).center()
    QTest.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=centre)
    assert wanted == []
    assert [one.id for one in chosen] == [1]


def test_visits_are_not_dragged(calendar):
    calendar.show_content(week(bar(0, 14, 15, record_type="visit")), MONDAY)
    wanted = heard(calendar.change_wanted)
    start = calendar.rect_of(calendar.content.entries[0]).center()
    drag(calendar, start, start + QPoint(200, 0))
    assert wanted == []


def test_a_double_click_begins_at_the_half_hour_or_opens(calendar):
    wanted, opened = heard(calendar.new_wanted), heard(calendar.entry_opened)
    frame = calendar.frame_now()
    point = QPoint((frame.x(0) + frame.x(1)) // 2, frame.y(10 * 60 + 40))
    QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(point.x(), 5))
    centre = calendar.rect_of(calendar.content.entries[2]).center()
    QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, pos=centre)
    assert wanted == [datetime(2021, 12, 13, 10, 30), date(2021, 12, 13)]
    assert [one.id for one in opened] == [3]


def test_the_week_and_its_day_are_read_out(calendar):
    assert calendar.accessibleName().replace("\u00a0", " ").startswith("Calendar, week 50")
    told = calendar.accessibleDescription().replace("\u00a0", " ")
    assert told.startswith("Tuesday, 14 December 2021, 09:00, today, 2 events: 9:00 KMS, held")
    calendar.go_to(date(2021, 12, 16))
    assert "Day of Light" in calendar.accessibleDescription()
    calendar.go_to(date(2021, 12, 17))
    assert "20 years: Charter" in calendar.accessibleDescription()
    assert calendar.accessibleDescription().endswith("nothing is entered")


def tip_at(calendar, point: QPoint) -> str:
    QToolTip.hideText()
    QApplication.sendEvent(calendar, QHelpEvent(QEvent.Type.ToolTip, point, calendar.mapToGlobal(point)))
    return QToolTip.text()


def test_the_tooltip_names_clashes_and_takes_nothing_for_markup(calendar):
    calendar.show_content(week(entry(0, 14, 9, clashes=("Same room: 14",))), MONDAY)
    tip = tip_at(calendar, calendar.rect_of(calendar.content.entries[0]).center())
    assert tip == "9:00 · KMS<br>Subject &lt;0&gt;<br>held<br>▲ Same room: 14"
    assert tip_at(calendar, QPoint(calendar.frame_now().x(3) + 9, 8)) == "Day of Light"


@pytest.mark.parametrize("days", [1, 7])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(900, 620), (1024, 190), (300, 150)])
def test_every_size_can_be_painted(qtbot, theme, days, language, size):
    calendar = WeekCalendar(translator(language), lambda: TODAY, days)
    qtbot.addWidget(calendar)
    calendar.resize(*size)
    made = [
        entry(0, 14, 9, clashes=("Same room",)),
        entry(1, 14, 9, is_off=True, minutes=20),
        entry(2, 14, 9, minutes=200, place="Hall"),
        bar(3, 12, 20, record_type="visit", glyph=""),
        bar(4, 14, 14),
    ]
    calendar.show_content(week(*made), MONDAY if days > 1 else TODAY)
    calendar.mark_open("meeting", 1)
    calendar.go_to(TODAY, calendar.content.entries[2])
    assert not calendar.grab().isNull()


FRAME = WeekFrame(740, 500, 7, 1, WeekMeasures(20, 30, 40))


def test_the_frame_finds_days_and_minutes():
    assert FRAME.column_at(QPoint(41, 200)) == 0
    assert FRAME.column_at(QPoint(739, 200)) == 6
    assert FRAME.column_at(QPoint(10, 200)) is None
    for minute in (0, 330, 1439):
        assert FRAME.minute_at(FRAME.y(minute)) == pytest.approx(minute, abs=1.6)
    assert FRAME.moment_at(MONDAY, QPoint(45, 10)) == MONDAY
    assert FRAME.moment_at(MONDAY, QPoint(5, 10)) is None


def test_nothing_lies_beside_the_entries(calendar):
    frame, table = calendar.frame_now(), calendar.table()
    assert key_at(frame, table, QPoint(frame.x(5) + 5, frame.y(9 * 60) + 5)) is None
    assert key_at(frame, table, QPoint(2, 2)) is None


def test_text_is_cut_at_words(calendar):
    metrics = calendar.fontMetrics()
    width = metrics.horizontalAdvance("one two")
    assert elided("one two three four", metrics, width, 9).split("\n")[0] == "one two"
    assert elided("one two three four", metrics, width, 1).startswith("one")
    assert elided("one two three four", metrics, width, 1).endswith("…")
