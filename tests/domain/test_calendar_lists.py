"""The year in small months, the agenda day by day, spans of a calendar, and moving by hand."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain import calendar_spans as spans
from cabinet_app.domain.calendar_agenda import agenda
from cabinet_app.domain.calendar_moves import Times, snapped
from cabinet_app.domain.month_layout import MonthEntry
from cabinet_app.domain.year_layout import lay_out_months

YEAR = spans.months_between(date(2026, 1, 1), date(2026, 12, 31))
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@st.composite
def entries_of_a_year(draw: st.DrawFn) -> list[MonthEntry]:
    made = []
    for key in range(draw(st.integers(0, 15))):
        start = datetime(2026, 1, 1) + timedelta(
            days=draw(st.integers(-9, 374)), hours=draw(st.integers(0, 23))
        )
        length = timedelta(minutes=30) if draw(st.booleans()) else timedelta(days=draw(st.integers(1, 40)))
        made.append(MonthEntry(key, start, start + length))
    return made


@given(entries_of_a_year())
def test_every_entry_stands_on_each_of_its_days_of_the_year(entries: list[MonthEntry]) -> None:
    days = {
        day.day: day.keys
        for month in lay_out_months(YEAR, entries)
        for week in month.weeks
        for day in week.days
        if day.in_month
    }
    assert len(days) == 365
    for entry in entries:
        for day, keys in days.items():
            assert (entry.key in keys) == (entry.first_day <= day <= entry.last_day)


def test_days_of_the_neighbouring_months_are_empty_in_a_small_month() -> None:
    first = MonthEntry(1, datetime(2026, 1, 31, 9), datetime(2026, 1, 31, 10))
    (february,) = lay_out_months([(2026, 2)], [first])
    assert [week.number for week in february.weeks] == [5, 6, 7, 8, 9]
    assert all(not day.keys for week in february.weeks for day in week.days)


def test_no_months_are_no_year() -> None:
    assert lay_out_months([], []) == ()


@given(entries_of_a_year())
def test_an_agenda_begins_each_entry_once_and_has_no_empty_day(entries: list[MonthEntry]) -> None:
    found = agenda(FIRST, LAST, entries)
    begun = [key for day in found for key in day.begins]
    touching = [entry.key for entry in entries if entry.first_day <= LAST and entry.last_day >= FIRST]
    assert sorted(begun) == sorted(touching)
    assert all(day.begins or day.goes_on for day in found)
    assert [day.day for day in found] == sorted(day.day for day in found)


def test_a_visit_of_three_days_goes_on_over_the_two_after_it() -> None:
    visit = MonthEntry(1, datetime(2026, 3, 3), datetime(2026, 3, 6), all_day=True)
    talk = MonthEntry(2, datetime(2026, 3, 4, 9), datetime(2026, 3, 4, 10))
    assert [(day.day.day, day.begins, day.goes_on) for day in agenda(FIRST, LAST, [talk, visit])] == [
        (3, (1,), ()),
        (4, (2,), (1,)),
        (5, (), (1,)),
    ]


def test_what_began_before_the_agenda_stands_under_its_first_day() -> None:
    fair = MonthEntry(1, datetime(2025, 12, 20), datetime(2026, 1, 2), all_day=True)
    assert [(day.day, day.begins) for day in agenda(FIRST, LAST, [fair])] == [(FIRST, (1,))]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (spans.week_of, (date(2021, 12, 27), date(2022, 1, 2))),
        (spans.month_of, (date(2022, 1, 1), date(2022, 1, 31))),
        (spans.quarter_of, (date(2022, 1, 1), date(2022, 3, 31))),
        (spans.year_of, (date(2022, 1, 1), date(2022, 12, 31))),
    ],
)
def test_a_day_lies_in_its_week_month_quarter_and_year(span: object, expected: spans.Span) -> None:
    assert callable(span)
    assert span(date(2022, 1, 2)) == expected


def test_a_shorter_month_takes_its_last_day() -> None:
    assert spans.months_on(date(2021, 1, 31), 1) == date(2021, 2, 28)
    assert spans.months_on(date(2021, 12, 31), 1) == date(2022, 1, 31)
    assert spans.months_on(date(2022, 1, 31), -1) == date(2021, 12, 31)
    assert spans.months_on(date(2024, 3, 31), -1) == date(2024, 2, 29)


def test_whole_weeks_cover_the_days_between() -> None:
    weeks = spans.weeks_between(date(2021, 12, 1), date(2021, 12, 31))
    assert [week[0].isocalendar().week for week in weeks] == [48, 49, 50, 51, 52]
    assert all(len(week) == 7 and week[0].weekday() == 0 for week in weeks)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-40, 40))
def test_months_on_and_back_stay_in_the_month(day: date, step: int) -> None:
    there = spans.months_on(day, step)
    assert spans.months_on(there.replace(day=1), -step) == day.replace(day=1)


NINE = datetime(2026, 3, 27, 9)


def test_days_move_the_calendar_and_not_the_clock() -> None:
    moved = Times(NINE, NINE.replace(hour=10)).by_days(3)
    assert moved.starts_at == datetime(2026, 3, 30, 9), "over the night on which the clocks change"
    assert moved.ends_at == datetime(2026, 3, 30, 10)


def test_an_open_end_stays_open() -> None:
    assert Times(NINE).by_days(1).ends_at is None
    assert Times(NINE).by_minutes(15).ends_at is None


def test_quarters_of_an_hour_move_both_ends() -> None:
    moved = Times(NINE, NINE.replace(hour=10)).by_minutes(-45)
    assert (moved.starts_at.time(), moved.ends_at) == (time(8, 15), datetime(2026, 3, 27, 9, 15))


def test_an_entry_lasts_a_quarter_of_an_hour_at_least() -> None:
    assert Times(NINE, NINE.replace(hour=10)).ending(NINE).ends_at == NINE.replace(minute=15)


def test_whole_days_end_at_the_midnight_after_the_last() -> None:
    whole = Times(datetime(2026, 3, 3), datetime(2026, 3, 6), all_day=True)
    assert whole.last_day == date(2026, 3, 5)
    assert whole.ending_on(date(2026, 3, 7)).ends_at == datetime(2026, 3, 8)
    assert whole.ending_on(date(2026, 2, 1)).last_day == date(2026, 3, 3)


def test_hours_over_several_days_keep_their_clock() -> None:
    tour = Times(NINE, datetime(2026, 3, 28, 17))
    assert tour.last_day == date(2026, 3, 28)
    assert tour.ending_on(date(2026, 3, 30)).ends_at == datetime(2026, 3, 30, 17)
    assert Times(NINE).last_day == NINE.date()


@pytest.mark.parametrize(("minute", "expected"), [(0, 0), (7, 0), (8, 15), (52.6, 60), (1433, 1440)])
def test_dragging_snaps_to_quarters_of_an_hour(minute: float, expected: int) -> None:
    assert snapped(minute) == expected
