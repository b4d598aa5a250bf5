"""The notation of days relative to today."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.services.sample_days import days_of, resolved

HOUSE = HolidayCalendar(["SI"])
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "today", "days"),
    [
        ("0d", date(2026, 11, 22), ["2026-11-22"]),
        ("+3d", FRIDAY, ["2026-11-23"]),
        ("+1d", FRIDAY, ["2026-11-23"]),
        ("-5d", FRIDAY, ["2026-11-13"]),
        ("week+1:thu", FRIDAY, ["2026-11-26"]),
        ("week-1..1:mon", FRIDAY, ["2026-11-09", "2026-11-16", "2026-11-23"]),
        ("week+5:fri", FRIDAY, ["2026-12-28"]),
        ("month+0:tue2", FRIDAY, ["2026-11-10"]),
        ("month-1:fri-1", FRIDAY, ["2026-10-30"]),
        ("month+1:30", date(2024, 1, 31), ["2024-02-29"]),
        ("month+1:8", date(2026, 12, 31), ["2027-01-08"]),
        ("month-12:10", date(2027, 1, 1), ["2026-01-12"]),
        ("month+0:31", date(2026, 1, 1), ["2026-01-30"]),
        ("year+0:12-03", FRIDAY, ["2026-12-03"]),
        ("year-2:01-01", FRIDAY, ["2024-01-01"]),
    ],
)
def test_a_day_is_found_from_today(text: str, today: date, days: list[str]) -> None:
    assert [day.isoformat() for day in days_of(text, today, HOUSE)] == days


def test_days_off_fall_out_where_they_do_not_move() -> None:
    christmas = date(2026, 12, 25)
    assert list(days_of("week+0:fri", christmas, HOUSE, moves=False)) == []
    assert list(days_of("week+0:fri", christmas, HOUSE)) == [date(2026, 12, 28)]


@pytest.mark.parametrize(
    "text", ["", "soon", "+3", "week+1:day", "month+0:tue6", "month+0", "day+1:mon", "month+0:mon5"]
)
def test_what_is_not_in_the_notation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        list(days_of(text, date(2026, 2, 1), HOUSE))


@given(st.dates(date(1995, 1, 1), date(2060, 12, 31)), st.integers(1, 400))
def test_what_is_past_stays_past_and_what_is_coming_stays_ahead(today: date, days: int) -> None:
    (before,) = days_of(f"-{days}d", today, HOUSE)
    (after,) = days_of(f"+{days}d", today, HOUSE)
    assert before < today < after
    assert HOUSE.is_working_day(before)
    assert HOUSE.is_working_day(after)


@given(st.dates(date(1995, 1, 1), date(2060, 12, 31)), st.integers(-13, 13), st.integers(1, 31))
def test_a_day_of_a_month_stays_in_its_month(today: date, months: int, place: int) -> None:
    (day,) = days_of(f"month{months:+d}:{place}", today, HOUSE)
    assert day.year * 12 + day.month == today.year * 12 + today.month + months


def test_days_of_a_record_stand_relative_to_its_own() -> None:
    document = {
        "starts_at": "@day 17:00",
        "convened_on": "@day-7d",
        "agenda": [{"decisions": [{"due_on": "@day+30d", "text": {"sl": "@day je ime"}}]}],
        "title": {"sl": "Sestanek"},
        "number": 3,
    }
    assert resolved(document, FRIDAY, FRIDAY) == {
        "starts_at": "2026-11-20T17:00",
        "convened_on": "2026-11-13",
        "agenda": [{"decisions": [{"due_on": "2026-12-20", "text": {"sl": "@day je ime"}}]}],
        "title": {"sl": "Sestanek"},
        "number": 3,
    }


@pytest.mark.parametrize(
    ("today", "meeting", "visit"),
    [
        (date(2026, 11, 17), "planned", "confirmed"),
        (date(2026, 11, 18), "planned", "under_way"),
        (date(2026, 11, 20), "held", "under_way"),
        (date(2026, 11, 21), "held", "concluded"),
    ],
)
def test_a_status_follows_the_days_of_its_record(today: date, meeting: str, visit: str) -> None:
    day = date(2026, 11, 18)
    held = resolved({"starts_at": "@day 10:00", "status": "@planned|held"}, day, today)
    stay = resolved(
        {"starts_on": "@day", "ends_on": "@day+2d", "status": "@confirmed|under_way|concluded"}, day, today
    )
    assert (held["status"], stay["status"]) == (meeting, visit)


@pytest.mark.parametrize(
    ("today", "first"), [(date(2026, 11, 20), "2025-11-01"), (date(2024, 2, 29), "2023-02-01")]
)
def test_a_month_counted_from_today_s_begins_on_its_first(today, first):
    assert resolved({"valid_from": ["@month-12"]}, None, today) == {"valid_from": [first]}
