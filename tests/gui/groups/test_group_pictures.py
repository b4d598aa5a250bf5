"""Cells of the board, words of windows and the strip of periods."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from cabinet_app.domain.cadence import (
    CadenceRule,
    CadenceUnit,
    JudgedWindow,
    Window,
    WindowReason,
    WindowStatus,
)
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.domain.periods import window_of, windows_between
from cabinet_app.domain.texts import Language
from cabinet_app.gui.groups.board_cells import cells_of, month_end, months_from
from cabinet_app.gui.groups.dots import first_month
from cabinet_app.gui.groups.window_strip import WindowStrip
from cabinet_app.gui.groups.words import (
    SIGNS,
    WORST_FIRST,
    due_words,
    percent,
    short_label,
    sign,
    state_of,
    window_words,
)
from cabinet_app.i18n.catalogs import translator

TODAY = date(2016, 6, 8)


def item(status=WindowStatus.MET, unit=CadenceUnit.MONTH, day=TODAY, **facts):
    return JudgedWindow(window_of(unit, day), status, 1, **facts)


class TestCells:
    def test_twelve_months_end_with_todays(self):
        months = months_from(first_month(TODAY))
        assert (months[0], months[-1], len(months)) == (date(2015, 7, 1), date(2016, 6, 1), 12)
        assert month_end(date(2016, 2, 1)) == date(2016, 2, 29)
        assert month_end(date(2015, 12, 1)) == date(2015, 12, 31)

    @pytest.mark.parametrize(
        ("unit", "spans"),
        [
            (CadenceUnit.MONTH, [(n, n) for n in range(12)]),
            (CadenceUnit.QUARTER, [(0, 2), (3, 5), (6, 8), (9, 11)]),
            (CadenceUnit.HALF_YEAR, [(0, 5), (6, 11)]),
            (CadenceUnit.YEAR, [(0, 11)]),
        ],
    )
    def test_a_window_stands_over_its_months(self, unit, spans):
        months = months_from(date(2016, 1, 1))
        windows = [
            JudgedWindow(window, WindowStatus.MET, 1)
            for window in windows_between(unit, date(2016, 1, 1), date(2016, 12, 31))
        ]
        assert [(cell.first, cell.last) for cell in cells_of(windows, months)] == spans

    def test_what_reaches_over_the_edge_is_cut(self):
        months = months_from(date(2015, 7, 1))
        (cell,) = cells_of([item(unit=CadenceUnit.YEAR)], months)
        assert (cell.first, cell.last) == (6, 11)
        assert cells_of([item(day=date(2014, 1, 1))], months) == []

    def test_weeks_are_gathered_in_the_month_in_which_they_end(self):
        months = months_from(date(2016, 1, 1))
        rule = CadenceRule(unit=CadenceUnit.WEEK, valid_from=date(2016, 1, 1))
        windows = judge([rule], [], TODAY, date(2016, 1, 4), date(2016, 12, 31), HolidayCalendar(["SI"]))
        cells = cells_of(windows, months)
        assert [(cell.first, cell.last) for cell in cells] == [(n, n) for n in range(12)]
        assert sum(len(cell.windows) for cell in cells) == len(windows)

    def test_the_worst_window_speaks_for_a_cell_and_the_tally_counts(self):
        days = [date(2016, 5, 2), date(2016, 5, 9), date(2016, 5, 16)]
        statuses = [WindowStatus.MET, WindowStatus.BREACHED, WindowStatus.MET]
        windows = [
            item(status, CadenceUnit.WEEK, day, held=(day,))
            for status, day in zip(statuses, days, strict=True)
        ]
        (cell,) = cells_of(windows, months_from(date(2016, 1, 1)))
        assert (cell.status, cell.tally) == (WindowStatus.BREACHED, "2/3")
        assert cell.days() == days

    def test_a_cell_of_one_window_needs_no_tally(self):
        (cell,) = cells_of([item()], months_from(date(2016, 1, 1)))
        assert cell.tally == ""


class TestWords:
    def test_every_status_has_a_sign_of_its_own(self):
        assert set(SIGNS) == set(WORST_FIRST) == set(WindowStatus)
        assert len({glyph for glyph, _tone in SIGNS.values()}) == len(WindowStatus)

    @pytest.mark.parametrize(
        ("days", "words"),
        [(1, "zamuda 1 dan"), (2, "zamuda 2 dneva"), (3, "zamuda 3 dni"), (5, "zamuda 5 dni")],
    )
    def test_a_delay_agrees_with_its_days(self, days, words):
        late = item(WindowStatus.BREACHED, day=date(2016, 4, 1), days_late=days, is_closed=True)
        assert state_of(late, translator(Language.SL), TODAY) == words

    def test_the_month_still_running_is_not_late(self):
        t = translator(Language.SL)
        assert state_of(item(WindowStatus.OPEN), t, TODAY) == "še do 30."
        assert state_of(item(WindowStatus.SECURED), t, TODAY) == "zagotovljeno"
        assert state_of(item(WindowStatus.MET), t, TODAY) == "izpolnjeno"

    def test_the_tooltip_says_status_reason_and_days(self):
        missed = item(
            WindowStatus.BREACHED,
            day=date(2016, 5, 1),
            days_late=2,
            is_closed=True,
            reason=WindowReason.MOVED_OUT,
            reason_date=date(2016, 6, 2),
        )
        assert window_words(missed, translator(Language.SL), TODAY) == (
            "maj\u00a02016: zamujeno; zamuda 2 dneva; prestavljeno na 2.\u00a06.\u00a02016"
        )
        t = translator(Language.EN)
        several = item(
            WindowStatus.UNCONFIRMED,
            held=(date(2016, 6, 1),),
            planned=(date(2016, 6, 20),),
            unconfirmed=(date(2016, 6, 6),),
        )
        assert window_words(several, t, TODAY) == (
            "June\u00a02016: not confirmed; held: 1\u00a0Jun; planned: 20\u00a0Jun; not confirmed: 6\u00a0Jun"
        )

    def test_the_deadline_is_told_with_the_days_until_it(self):
        t = translator(Language.EN)
        owed = item(WindowStatus.OPEN, deadline=date(2016, 6, 30))
        assert due_words(owed, None, t, TODAY) == "30\u00a0Jun (in 22 days)"
        past = item(WindowStatus.AT_RISK, deadline=date(2016, 5, 31))
        assert due_words(past, None, t, TODAY) == "31\u00a0May (overdue)"
        assert due_words(None, date(2017, 1, 10), t, TODAY) == "planned 10\u00a0Jan\u00a02017"
        assert due_words(None, None, t, TODAY) == ""

    @pytest.mark.parametrize("language", list(Language))
    def test_windows_of_every_kind_have_short_names(self, language):
        t = translator(language)
        named = {short_label(window_of(unit, TODAY), t) for unit in CadenceUnit}
        named.add(short_label(Window(None, date(2016, 6, 1), TODAY), t))
        assert len(named) == len(CadenceUnit) + 1
        assert all(len(name) <= 9 for name in named)

    def test_a_sign_has_glyph_and_word(self):
        spec = sign(WindowStatus.BREACHED, translator(Language.EN))
        assert spec.text == "○! missed"

    def test_shares_are_percent(self):
        assert percent(2 / 3, translator(Language.EN)) == "67%"


class TestStrip:
    @pytest.fixture
    def strip(self, qtbot):
        made = WindowStrip(translator(Language.EN))
        qtbot.addWidget(made)
        made.resize(460, 100)
        windows = [
            JudgedWindow(window, WindowStatus.MET, 1)
            for window in windows_between(CadenceUnit.MONTH, date(2015, 7, 1), date(2016, 6, 30))
        ]
        windows[-1] = item(WindowStatus.OPEN)
        made.show_windows(windows, TODAY)
        made.show()
        return made

    def test_the_present_window_is_the_current_one(self, strip):
        assert strip.current() is not None
        assert strip.current().window.contains(TODAY)

    def test_twelve_months_stand_in_rows_of_equal_length(self, strip):
        assert strip._per_row(460) == 6
        assert strip.height() == strip.heightForWidth(460)

    def test_arrows_move_and_stop_at_the_ends(self, qtbot, strip):
        for key, place in (
            (Qt.Key.Key_Left, 10),
            (Qt.Key.Key_Up, 4),
            (Qt.Key.Key_Home, 0),
            (Qt.Key.Key_Left, 0),
            (Qt.Key.Key_Down, 6),
            (Qt.Key.Key_End, 11),
            (Qt.Key.Key_Right, 11),
        ):
            qtbot.keyClick(strip, key)
            assert strip.place == place
        assert strip.accessibleDescription().startswith("June\u00a02016: open")

    def test_a_click_chooses_and_enter_asks_to_excuse(self, qtbot, strip):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._rect(3).center())
        assert strip.place == 3
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(459, 1))
        assert strip.place == 3
        with qtbot.waitSignal(strip.excuse_wanted) as asked:
            qtbot.keyClick(strip, Qt.Key.Key_Return)
        assert asked.args == [strip.windows[3]]

    def test_without_windows_it_is_not_there(self, qtbot, strip):
        strip.show_windows([], TODAY)
        assert strip.isHidden()
        assert strip.current() is None
        strip.move_to(4)
        qtbot.keyClick(strip, Qt.Key.Key_Return)
        assert strip.place == -1

    def test_it_is_drawn(self, strip):
        assert not strip.grab().isNull()
