"""Calendar windows: no day is lost between them, none belongs to two."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cabinet_app.domain.periods import CadenceUnit, Window, nth_weekday, window_of, windows_between

days = st.dates(date(1950, 1, 1), date(2080, 12, 31))
units = st.sampled_from(list(CadenceUnit))


@pytest.mark.parametrize(
    ("unit", "day", "start", "end", "year", "number"),
    [
        (CadenceUnit.WEEK, date(2026, 1, 1), date(2025, 12, 29), date(2026, 1, 4), 2026, 1),
        (CadenceUnit.WEEK, date(2021, 1, 3), date(2020, 12, 28), date(2021, 1, 3), 2020, 53),
        (CadenceUnit.MONTH, date(2024, 2, 10), date(2024, 2, 1), date(2024, 2, 29), 2024, 2),
        (CadenceUnit.MONTH, date(2100, 2, 10), date(2100, 2, 1), date(2100, 2, 28), 2100, 2),
        (CadenceUnit.QUARTER, date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30), 2026, 2),
        (CadenceUnit.HALF_YEAR, date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31), 2026, 2),
        (CadenceUnit.YEAR, date(2026, 7, 1), date(2026, 1, 1), date(2026, 12, 31), 2026, 1),
    ],
)
def test_a_window_has_its_ends_and_its_number(unit, day, start, end, year, number):
    window = window_of(unit, day)
    assert window == Window(unit, start, end)
    assert (window.year, window.number) == (year, number)
    assert window.contains(day)


@settings(deadline=None)
@given(units, days)
def test_neighbouring_windows_meet_without_a_hole(unit, day):
    window = window_of(unit, day)
    assert window.next().start == window.end + timedelta(days=1)
    assert window.previous().end == window.start - timedelta(days=1)
    assert window.next().previous() == window
    assert window.days == (window.end - window.start).days + 1


@settings(deadline=None, max_examples=60)
@given(units, days, st.integers(0, 1500))
def test_windows_between_are_those_of_every_single_day(unit, first, length):
    last = first + timedelta(days=length)
    singly = {window_of(unit, first + timedelta(days=number)) for number in range(length + 1)}
    assert windows_between(unit, first, last) == sorted(singly, key=lambda window: window.start)


def test_reversed_ends_have_no_windows():
    assert windows_between(CadenceUnit.MONTH, date(2026, 2, 1), date(2026, 1, 31)) == []


def test_a_gap_between_two_meetings_has_no_neighbours():
    gap = Window(None, date(2026, 1, 1), date(2026, 1, 15))
    assert (gap.number, gap.year) == (1, 2026)
    with pytest.raises(ValueError, match="neighbours"):
        gap.next()


@pytest.mark.parametrize(
    ("nth", "day"),
    [(1, date(2026, 6, 2)), (2, date(2026, 6, 9)), (5, date(2026, 6, 30)), (-1, date(2026, 6, 30))],
)
def test_the_nth_tuesday_of_june(nth, day):
    assert nth_weekday(2026, 6, 1, nth) == day


def test_a_month_without_a_fifth_tuesday_says_so():
    assert nth_weekday(2026, 2, 1, 5) is None
    assert nth_weekday(2026, 2, 1, 0) is None
    assert nth_weekday(2026, 2, 1, -1) == date(2026, 2, 24)
