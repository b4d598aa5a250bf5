"""Timetables of days and weeks: nothing overlaps, nothing is lost, bars keep their lanes."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.day_layout import DAY_MINUTES, SHORTEST, Block, lay_out_day
from cabinet_app.domain.month_layout import MonthEntry
from cabinet_app.domain.week_layout import lay_out_days

MONDAY = date(2021, 12, 13)
DAY = MONDAY + timedelta(days=1)


def at(key: int, start: str, end: str, day: date = DAY) -> MonthEntry:
    first = datetime.combine(day, time.fromisoformat(start))
    last = datetime.combine(day, time.fromisoformat(end))
    return MonthEntry(key, first, last if last >= first else last + timedelta(days=1))


def days(key: int, first: int, last: int) -> MonthEntry:
    start = datetime.combine(MONDAY + timedelta(days=first), time.min)
    return MonthEntry(key, start, start + timedelta(days=last - first + 1), all_day=True)


@st.composite
def fillings(draw: st.DrawFn) -> list[MonthEntry]:
    entries = []
    for key in range(draw(st.integers(0, 18))):
        start = datetime.combine(MONDAY, time.min) + timedelta(
            days=draw(st.integers(-2, 8)), minutes=5 * draw(st.integers(0, 287))
        )
        if draw(st.booleans()):
            end = start + timedelta(minutes=5 * draw(st.integers(0, 140)))
            entries.append(MonthEntry(key, start, end))
        else:
            midnight = datetime.combine(start.date(), time.min)
            end = midnight + timedelta(days=draw(st.integers(1, 5)))
            entries.append(MonthEntry(key, midnight, end, all_day=True))
    return entries


def overlap(one: Block, other: Block) -> bool:
    if one.last_minute <= other.first_minute or other.last_minute <= one.first_minute:
        return False
    left = one.column / one.columns, (one.column + one.span) / one.columns
    right = other.column / other.columns, (other.column + other.span) / other.columns
    return left[0] < right[1] - 1e-9 and right[0] < left[1] - 1e-9


@given(fillings())
def test_no_two_entries_of_a_week_overlap_in_the_drawing(entries: list[MonthEntry]) -> None:
    for column in lay_out_days(MONDAY, entries).days:
        for number, block in enumerate(column.blocks):
            assert 0 <= block.first_minute < block.last_minute <= DAY_MINUTES
            assert block.last_minute - block.first_minute >= SHORTEST
            assert 0 <= block.column < block.column + block.span <= block.columns
            assert not any(overlap(block, other) for other in column.blocks[number + 1 :])


@given(fillings())
def test_no_two_bars_share_a_lane_on_one_day(entries: list[MonthEntry]) -> None:
    taken = set()
    for bar in lay_out_days(MONDAY, entries).bars:
        for column in range(bar.first_column, bar.last_column + 1):
            assert (bar.lane, column) not in taken
            taken.add((bar.lane, column))


@given(fillings())
def test_every_entry_that_touches_the_week_is_drawn(entries: list[MonthEntry]) -> None:
    table = lay_out_days(MONDAY, entries)
    drawn = [block.key for column in table.days for block in column.blocks] + [bar.key for bar in table.bars]
    sunday = MONDAY + timedelta(days=6)
    touching = [entry.key for entry in entries if entry.first_day <= sunday and entry.last_day >= MONDAY]
    assert sorted(drawn) == sorted(touching)


@given(fillings())
def test_the_hours_hold_every_entry(entries: list[MonthEntry]) -> None:
    table = lay_out_days(MONDAY, entries)
    first, last = table.hours(7, 19)
    assert first <= 7
    assert last >= 19
    for column in table.days:
        for block in column.blocks:
            assert first * 60 <= block.first_minute
            assert block.last_minute <= last * 60


def test_entries_that_touch_end_to_end_stand_under_one_another() -> None:
    first, second = lay_out_day(DAY, [at(1, "10:00", "11:00"), at(2, "11:00", "12:00")])
    assert (first.columns, second.columns) == (1, 1)


def test_what_overlaps_stands_side_by_side_in_the_order_of_its_beginning() -> None:
    blocks = lay_out_day(DAY, [at(2, "10:30", "12:00"), at(1, "10:00", "11:00")])
    assert [(block.key, block.column, block.columns) for block in blocks] == [(1, 0, 2), (2, 1, 2)]


def test_an_entry_takes_the_free_columns_at_its_right() -> None:
    blocks = lay_out_day(
        DAY,
        [at(1, "09:00", "10:00"), at(2, "09:00", "10:00"), at(3, "09:00", "12:00"), at(4, "11:00", "12:00")],
    )
    spans = {block.key: (block.column, block.span) for block in blocks}
    assert spans[3] == (0, 1)
    assert spans[4] == (1, 2), "the two short ones beside it are over by then"


def test_a_short_entry_is_drawn_long_enough_for_a_line() -> None:
    (block,) = lay_out_day(DAY, [at(1, "17:00", "17:05")])
    assert (block.first_minute, block.last_minute) == (17 * 60, 17 * 60 + SHORTEST)


def test_a_short_entry_at_midnight_is_drawn_within_its_day() -> None:
    (block,) = lay_out_day(DAY, [at(1, "23:50", "23:55")])
    assert (block.first_minute, block.last_minute) == (DAY_MINUTES - SHORTEST, DAY_MINUTES)


def test_an_evening_that_ends_after_midnight_stays_on_its_day() -> None:
    table = lay_out_days(MONDAY, [at(1, "21:00", "01:30")])
    (block,) = table.days[1].blocks
    assert (block.last_minute, block.ends_after) == (DAY_MINUTES, True)
    assert table.days[2].blocks == ()


def test_an_evening_that_ends_at_midnight_does_not_go_on() -> None:
    (block,) = lay_out_day(DAY, [at(1, "21:00", "00:00")])
    assert (block.last_minute, block.ends_after) == (DAY_MINUTES, False)


def test_a_bar_that_began_before_the_week_says_so() -> None:
    (bar,) = lay_out_days(MONDAY, [days(1, -3, 1)]).bars
    assert (bar.first_column, bar.last_column, bar.starts_before, bar.ends_after) == (0, 1, True, False)


def test_a_timetable_of_one_day_has_that_day_alone() -> None:
    table = lay_out_days(DAY, [days(1, 0, 4), at(2, "09:00", "10:00"), days(3, 0, 0)], days=1)
    assert [column.day for column in table.days] == [DAY]
    assert [(bar.key, bar.first_column, bar.last_column) for bar in table.bars] == [(1, 0, 0)]


def test_more_bars_need_more_lanes() -> None:
    assert lay_out_days(MONDAY, []).lanes == 0
    assert lay_out_days(MONDAY, [days(1, 0, 2), days(2, 1, 3), days(3, 3, 4)]).lanes == 2
