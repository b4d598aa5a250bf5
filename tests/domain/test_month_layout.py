"""The month's grid: lanes of bars, lines of days, and the arithmetic of what has no room."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.month_layout import DayCell, MonthEntry, MonthGrid, lay_out, week_rows

DECEMBER = (2021, 12)


def at(key: int, day: int, hour: int = 9, minutes: int = 60) -> MonthEntry:
    start = datetime(2021, 12, day, hour)
    return MonthEntry(key, start, start + timedelta(minutes=minutes))


def days(key: int, first: date, last: date) -> MonthEntry:
    start = datetime.combine(first, datetime.min.time())
    return MonthEntry(
        key, start, datetime.combine(last, datetime.min.time()) + timedelta(days=1), all_day=True
    )


def cell(grid: MonthGrid, day: date) -> DayCell:
    return next(cell for week in grid.weeks for cell in week.days if cell.day == day)


def test_december_2021_has_the_iso_weeks_48_to_52_and_begins_on_monday() -> None:
    grid = lay_out(*DECEMBER, [], 5)
    assert [week.number for week in grid.weeks] == [48, 49, 50, 51, 52]
    assert [week.days[0].day.weekday() for week in grid.weeks] == [0] * 5


def test_the_first_days_of_january_2027_belong_to_week_53() -> None:
    assert [week.number for week in lay_out(2027, 1, [], 5).weeks] == [53, 1, 2, 3, 4]


def test_days_of_the_neighbouring_months_are_marked_and_stay_empty() -> None:
    entry = MonthEntry(1, datetime(2021, 11, 30, 9), datetime(2021, 11, 30, 10))
    grid = lay_out(*DECEMBER, [entry], 5)
    neighbour = cell(grid, date(2021, 11, 30))
    assert not neighbour.in_month
    assert not neighbour.lines


def test_a_screen_may_show_the_neighbours_entries() -> None:
    entry = MonthEntry(1, datetime(2021, 11, 30, 9), datetime(2021, 11, 30, 10))
    assert cell(lay_out(*DECEMBER, [entry], 5, neighbours=True), date(2021, 11, 30)).lines[0].key == 1


def test_entries_of_a_day_stand_in_the_order_of_their_hours() -> None:
    grid = lay_out(*DECEMBER, [at(1, 14, 17), at(2, 14, 8), at(3, 14, 12)], 5)
    assert [line.key for line in cell(grid, date(2021, 12, 14)).lines] == [2, 3, 1]


def test_entries_of_the_same_hour_keep_the_order_given() -> None:
    grid = lay_out(*DECEMBER, [at(5, 14), at(2, 14), at(9, 14)], 5)
    assert [line.key for line in cell(grid, date(2021, 12, 14)).lines] == [5, 2, 9]


def test_a_visit_of_three_days_is_one_bar_over_three_columns() -> None:
    grid = lay_out(*DECEMBER, [days(1, date(2021, 12, 7), date(2021, 12, 9))], 5)
    (bar,) = grid.weeks[1].bars
    assert (bar.first_column, bar.last_column, bar.starts_before, bar.ends_after) == (1, 3, False, False)


def test_a_bar_over_the_weekend_is_cut_in_two_and_says_so() -> None:
    grid = lay_out(*DECEMBER, [days(1, date(2021, 12, 10), date(2021, 12, 14))], 5)
    first, second = grid.weeks[1].bars[0], grid.weeks[2].bars[0]
    assert (first.first_column, first.last_column, first.starts_before, first.ends_after) == (
        4,
        6,
        False,
        True,
    )
    assert (second.first_column, second.last_column, second.starts_before, second.ends_after) == (
        0,
        1,
        True,
        False,
    )


def test_a_bar_from_the_month_before_is_clipped_to_the_first_day() -> None:
    grid = lay_out(*DECEMBER, [days(1, date(2021, 11, 28), date(2021, 12, 2))], 5)
    (bar,) = grid.weeks[0].bars
    assert (bar.first_column, bar.last_column, bar.starts_before) == (2, 3, True)


def test_a_bar_keeps_its_lane_in_every_week() -> None:
    entries = [days(1, date(2021, 12, 6), date(2021, 12, 14)), days(2, date(2021, 12, 9), date(2021, 12, 21))]
    grid = lay_out(*DECEMBER, entries, 5)
    assert {(bar.key, bar.lane) for week in grid.weeks for bar in week.bars} == {(1, 0), (2, 1)}


def test_a_lane_is_used_again_when_its_bar_has_ended() -> None:
    entries = [days(1, date(2021, 12, 6), date(2021, 12, 7)), days(2, date(2021, 12, 8), date(2021, 12, 9))]
    assert [bar.lane for bar in lay_out(*DECEMBER, entries, 5).weeks[1].bars] == [0, 0]


def test_entries_of_a_day_go_round_the_bars() -> None:
    entries = [
        days(1, date(2021, 12, 6), date(2021, 12, 7)),
        days(2, date(2021, 12, 7), date(2021, 12, 8)),
        at(3, 8, 9),
        at(4, 8, 10),
    ]
    lines = cell(lay_out(*DECEMBER, entries, 5), date(2021, 12, 8)).lines
    assert [(line.key, line.line) for line in lines] == [(3, 0), (4, 2)]


def test_the_last_line_counts_what_has_no_room() -> None:
    grid = lay_out(*DECEMBER, [at(key, 14, 8 + key) for key in range(9)], 5)
    full = cell(grid, date(2021, 12, 14))
    assert [line.key for line in full.lines] == [0, 1, 2, 3]
    assert full.more_line == 4
    assert full.hidden == (4, 5, 6, 7, 8)


def test_exactly_as_many_entries_as_lines_need_no_count() -> None:
    full = cell(lay_out(*DECEMBER, [at(key, 14, 8 + key) for key in range(5)], 5), date(2021, 12, 14))
    assert full.more_line is None
    assert not full.hidden


def test_a_bar_without_room_on_one_day_is_hidden_on_all_its_days() -> None:
    crowd = [days(key, date(2021, 12, 8), date(2021, 12, 8)) for key in range(3)]
    long_bar = days(9, date(2021, 12, 8), date(2021, 12, 10))
    grid = lay_out(*DECEMBER, [*crowd, long_bar, days(8, date(2021, 12, 7), date(2021, 12, 9))], 3)
    shown = {bar.key for week in grid.weeks for bar in week.bars}
    for key in (8, 9, 0, 1, 2):
        on_days = [c for week in grid.weeks for c in week.days if key in c.hidden]
        assert bool(on_days) != (key in shown)
    assert 8 in shown


def test_the_bars_come_before_the_entries_of_the_day() -> None:
    entries = [at(key, 8, 8 + key) for key in range(6)] + [days(9, date(2021, 12, 7), date(2021, 12, 9))]
    grid = lay_out(*DECEMBER, entries, 3)
    assert [bar.key for bar in grid.weeks[1].bars] == [9]
    assert cell(grid, date(2021, 12, 8)).hidden == (1, 2, 3, 4, 5)


def test_an_evening_that_ends_after_midnight_stays_on_its_day() -> None:
    ball = MonthEntry(1, datetime(2021, 12, 31, 20), datetime(2022, 1, 1, 2))
    assert not ball.is_bar
    assert ball.last_day == date(2021, 12, 31)


def test_an_entry_that_ends_at_midnight_stays_on_its_day() -> None:
    assert MonthEntry(1, datetime(2021, 12, 30, 20), datetime(2021, 12, 31)).last_day == date(2021, 12, 30)


def test_a_stay_over_night_until_noon_is_a_bar_of_two_days() -> None:
    stay = MonthEntry(1, datetime(2021, 12, 13, 18), datetime(2021, 12, 14, 12))
    assert stay.is_bar
    assert stay.last_day == date(2021, 12, 14)


def test_an_entry_without_length_has_one_day() -> None:
    moment = MonthEntry(1, datetime(2021, 12, 13, 18), datetime(2021, 12, 13, 18))
    assert moment.last_day == date(2021, 12, 13)


def test_long_titles_get_more_lines_only_where_nobody_loses_his_own() -> None:
    entries = [at(1, 14, 8), at(2, 14, 9), at(3, 14, 10)]
    wanted = {1: 3, 2: 2, 3: 2}
    roomy = cell(lay_out(*DECEMBER, entries, 7, wanted=wanted), date(2021, 12, 14))
    tight = cell(lay_out(*DECEMBER, entries, 4, wanted=wanted), date(2021, 12, 14))
    assert [(line.line, line.lines) for line in roomy.lines] == [(0, 3), (3, 2), (5, 2)]
    assert [(line.line, line.lines) for line in tight.lines] == [(0, 2), (2, 1), (3, 1)]


def test_a_long_title_does_not_run_across_a_bar() -> None:
    entries = [
        days(1, date(2021, 12, 6), date(2021, 12, 7)),
        days(2, date(2021, 12, 7), date(2021, 12, 8)),
        at(3, 8, 9),
    ]
    (line,) = cell(lay_out(*DECEMBER, entries, 6, wanted={3: 4}), date(2021, 12, 8)).lines
    assert (line.line, line.lines) == (0, 1)


def test_each_week_may_have_its_own_room() -> None:
    entries = [at(key, 7) for key in range(3)] + [at(key, 14) for key in range(10, 13)]
    grid = lay_out(*DECEMBER, entries, [1, 2, 3, 3, 3])
    assert cell(grid, date(2021, 12, 7)).hidden == (1, 2)
    assert not cell(grid, date(2021, 12, 14)).hidden


def test_without_any_room_everything_is_hidden_and_nothing_is_drawn() -> None:
    grid = lay_out(*DECEMBER, [at(1, 7), days(2, date(2021, 12, 7), date(2021, 12, 8))], 0)
    assert set(grid.hidden) == {1, 2}
    assert not any(week.bars for week in grid.weeks)


def test_a_february_of_four_weeks_has_four_rows() -> None:
    assert len(week_rows(2021, 2)) == 4


@st.composite
def month_entries(draw: st.DrawFn) -> list[MonthEntry]:
    count = draw(st.integers(0, 40))
    entries = []
    for key in range(count):
        start = datetime(2021, 11, 20) + timedelta(minutes=30 * draw(st.integers(0, 48 * 50)))
        length = timedelta(minutes=30 * draw(st.integers(0, 48 * 10)))
        entries.append(MonthEntry(key, start, start + length, all_day=False))
    return entries


@given(month_entries(), st.integers(0, 9))
def test_what_is_drawn_and_what_is_hidden_is_all_there_is(entries: list[MonthEntry], capacity: int) -> None:
    grid = lay_out(*DECEMBER, entries, capacity, wanted=dict.fromkeys(range(40), 2))
    first, last = date(2021, 12, 1), date(2021, 12, 31)
    expected = {entry.key for entry in entries if entry.last_day >= first and entry.first_day <= last}
    drawn = {bar.key for week in grid.weeks for bar in week.bars}
    drawn |= {line.key for week in grid.weeks for c in week.days for line in c.lines}
    assert drawn | set(grid.hidden) == expected
    assert not drawn & set(grid.hidden)


@given(month_entries(), st.integers(1, 9))
def test_nothing_is_drawn_over_anything_else(entries: list[MonthEntry], capacity: int) -> None:
    grid = lay_out(*DECEMBER, entries, capacity, wanted=dict.fromkeys(range(40), 3))
    for week in grid.weeks:
        for column, day in enumerate(week.days):
            taken = [bar.lane for bar in week.bars if bar.first_column <= column <= bar.last_column]
            taken += [number for line in day.lines for number in range(line.line, line.line + line.lines)]
            taken += [] if day.more_line is None else [day.more_line]
            assert len(taken) == len(set(taken))
            assert all(0 <= number < capacity for number in taken)
            assert bool(day.hidden) == (day.more_line is not None)
