"""What becomes of meetings on holidays, and of the rows of a series whose rule changes."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.meetings import AgendaItem, Meeting, MeetingStatus
from cabinet_app.domain.recurrence import LAST, calendar_of, days, flaws, period_of
from cabinet_app.domain.series import Frequency, HolidayPolicy, MeetingSeries
from cabinet_app.domain.series_plan import Row, is_empty, plan
from cabinet_app.domain.series_slots import Slot, end_of, slots, start_of, undecided
from cabinet_app.domain.texts import same
from tests.domain.test_recurrence import SHAPES

ASIDE = (HolidayPolicy.NEXT, HolidayPolicy.PREVIOUS, HolidayPolicy.NEAREST, HolidayPolicy.SAME_WEEKDAY)


def series(policy: HolidayPolicy, **values: Any) -> MeetingSeries:
    values.setdefault("starts_at", datetime(2026, 12, 1, 9))
    values.setdefault("countries", ["SI"])
    return MeetingSeries(holiday_policy=policy, **values)


def of(day: date, policy: HolidayPolicy, **values: Any) -> date | None:
    """Where the meeting of this day of the rule stands."""
    made = series(policy, **values)
    return next(slot.day for slot in slots(made, day) if slot.original == day)


FRIDAYS: dict[str, Any] = {"weekdays": [4]}
FIRST_FRIDAYS: dict[str, Any] = {"frequency": Frequency.MONTHLY_WEEKDAY, "weekdays": [4], "nth": 1}
LAST_DAYS: dict[str, Any] = {"frequency": Frequency.MONTHLY_DAY, "month_day": LAST}
NEW_YEAR = date(2027, 1, 1)  # a Friday; 2 January is free as well
CHRISTMAS = date(2026, 12, 25)  # a Friday; 26 December is free as well


@pytest.mark.parametrize(
    ("policy", "day"),
    [
        (HolidayPolicy.KEEP, NEW_YEAR),
        (HolidayPolicy.ASK, NEW_YEAR),
        (HolidayPolicy.SKIP, None),
        (HolidayPolicy.NEXT, date(2027, 1, 4)),
        # The day before lies in December: the search turns round at the end of the period.
        (HolidayPolicy.PREVIOUS, date(2027, 1, 4)),
        (HolidayPolicy.NEAREST, date(2027, 1, 4)),
        (HolidayPolicy.SAME_WEEKDAY, date(2027, 1, 8)),
    ],
)
def test_a_monthly_meeting_gives_way_within_its_month(policy: HolidayPolicy, day: date | None) -> None:
    assert of(NEW_YEAR, policy, **FIRST_FRIDAYS) == day


@pytest.mark.parametrize(
    ("policy", "day"),
    [
        # What follows within the week is free, so the day before is taken.
        (HolidayPolicy.NEXT, date(2026, 12, 24)),
        (HolidayPolicy.PREVIOUS, date(2026, 12, 24)),
        (HolidayPolicy.NEAREST, date(2026, 12, 24)),
        # The Friday after belongs to the next meeting, and it is a holiday too.
        (HolidayPolicy.SAME_WEEKDAY, None),
    ],
)
def test_a_weekly_meeting_stays_in_its_week(policy: HolidayPolicy, day: date | None) -> None:
    assert of(CHRISTMAS, policy, **FRIDAYS) == day


def test_a_fortnightly_meeting_may_stand_a_week_later() -> None:
    starts_at = datetime(2026, 12, 11, 9)

    assert of(CHRISTMAS, HolidayPolicy.SAME_WEEKDAY, interval=2, starts_at=starts_at, weekdays=[4]) is None
    day = date(2026, 6, 25)  # Thursday, the day of the state
    starts_at = datetime(2026, 6, 11, 9)
    assert of(day, HolidayPolicy.SAME_WEEKDAY, interval=2, starts_at=starts_at, weekdays=[3]) == date(
        2026, 7, 2
    )


def test_a_meeting_never_moves_past_the_last_day_of_its_series() -> None:
    assert of(NEW_YEAR, HolidayPolicy.NEXT, until=NEW_YEAR, **FIRST_FRIDAYS) is None


def test_two_meetings_never_come_to_stand_on_one_day() -> None:
    made = series(HolidayPolicy.NEXT, weekdays=[3, 4], starts_at=datetime(2026, 6, 22, 9))

    found = {slot.original: slot.day for slot in slots(made, date(2026, 6, 26))}

    # Thursday is free and Friday has its own meeting, so Wednesday it is.
    assert found == {date(2026, 6, 25): date(2026, 6, 24), date(2026, 6, 26): date(2026, 6, 26)}


def test_a_rule_of_dates_gives_way_to_the_weekend_and_one_of_weekdays_does_not() -> None:
    saturday = date(2027, 1, 9)
    assert of(saturday, HolidayPolicy.NEAREST, weekdays=[5]) == saturday
    dated: dict[str, Any] = {"frequency": Frequency.MONTHLY_DAY, "month_day": 9}
    assert of(saturday, HolidayPolicy.NEAREST, **dated) == date(2027, 1, 8)
    assert of(date(2027, 1, 31), HolidayPolicy.NEXT, **LAST_DAYS) == date(2027, 1, 29)


def test_a_working_day_is_never_a_holiday() -> None:
    made = series(HolidayPolicy.SKIP, frequency=Frequency.WORKING_DAY, nth=1)

    assert all(slot.day == slot.original for slot in slots(made, date(2027, 12, 31)))


def test_the_holidays_are_those_of_the_countries_of_the_series() -> None:
    day = date(2026, 12, 8)
    made: dict[str, Any] = {"weekdays": [1]}

    assert of(day, HolidayPolicy.SKIP, **made) == day
    assert of(day, HolidayPolicy.SKIP, countries=["SI", "AT"], **made) is None


def test_undecided_days_are_told_until_somebody_decides() -> None:
    made = series(HolidayPolicy.ASK, **FRIDAYS)
    last = date(2027, 1, 2)

    assert [slot.original for slot in undecided(slots(made, last))] == [CHRISTMAS, NEW_YEAR]
    decided = slots(made, last, decisions={CHRISTMAS: HolidayPolicy.SKIP, NEW_YEAR: HolidayPolicy.KEEP})
    assert undecided(decided) == []
    assert {slot.original: slot.day for slot in decided if slot.is_free} == {
        CHRISTMAS: None,
        NEW_YEAR: NEW_YEAR,
    }


@given(SHAPES, st.sampled_from(ASIDE))
def test_whatever_gives_way_stays_in_its_period_on_a_working_day_of_its_own(
    shape: dict[str, Any], policy: HolidayPolicy
) -> None:
    made = series(policy, **shape)
    if flaws(made):
        return
    calendar = calendar_of(made)

    found = slots(made, date(2028, 12, 31), calendar)

    stood = [slot.day for slot in found if slot.day]
    assert len(stood) == len(set(stood))
    assert [slot.original for slot in found] == list(days(made, date(2028, 12, 31), calendar))
    for slot in found:
        if slot.day and slot.is_moved:
            first, last = period_of(made, slot.original)
            assert first <= slot.day <= last
            assert calendar.is_working_day(slot.day)


def test_a_meeting_ends_by_the_wall_clock() -> None:
    made = series(HolidayPolicy.KEEP, starts_at=datetime(2026, 3, 29, 1), duration_minutes=180)

    # The hour from two to three does not exist on this night; the clock says four nevertheless.
    assert end_of(made, date(2026, 3, 29)) == datetime(2026, 3, 29, 4)
    assert start_of(made, date(2026, 3, 30)) == datetime(2026, 3, 30, 1)


def test_a_whole_day_has_no_end_and_three_of_them_end_at_midnight() -> None:
    one = series(HolidayPolicy.KEEP, all_day=True, starts_at=datetime(2026, 3, 2), duration_minutes=24 * 60)
    three = series(
        HolidayPolicy.KEEP, all_day=True, starts_at=datetime(2026, 3, 2), duration_minutes=3 * 24 * 60
    )

    assert end_of(one, date(2026, 3, 2)) is None
    assert end_of(three, date(2026, 3, 2)) == datetime(2026, 3, 5)


# Rows.


def day(number: int) -> date:
    return date(2026, 3, number)


def slot(number: int) -> Slot:
    return Slot(day(number), day(number))


def test_rows_stay_on_the_days_that_the_new_rule_still_has() -> None:
    rows = [Row(1, day(3), is_loose=True), Row(2, day(10), is_loose=True), Row(3, day(17), is_loose=False)]

    made = plan(rows, [slot(3), slot(17), slot(31)])

    assert made.placed == ((1, slot(3)), (2, slot(31)))
    assert made.held == ((3, slot(17)),)
    assert (made.fresh, made.gone, made.apart) == ((), (), ())


def test_rows_follow_new_days_in_order_and_the_rest_come_or_go() -> None:
    rows = [Row(1, day(3), is_loose=True), Row(2, day(10), is_loose=True)]

    assert plan(rows, [slot(4), slot(11)]).placed == ((1, slot(4)), (2, slot(11)))
    assert plan(rows, [slot(4)]).gone == (2,)
    assert plan(rows, [slot(4), slot(11), slot(18)]).fresh == (slot(18),)


def test_a_row_with_content_that_no_day_is_left_for_stands_apart() -> None:
    made = plan([Row(1, day(3), is_loose=False)], [slot(4)])

    assert made.apart == (1,)
    assert made.fresh == (slot(4),)


def test_the_meeting_in_which_the_rule_was_changed_is_the_first_of_the_new_ones() -> None:
    rows = [Row(1, day(3), is_loose=False), Row(2, day(10), is_loose=True)]

    made = plan(rows, [slot(5), slot(12)], first_row=1)

    assert made.placed == ((1, slot(5)), (2, slot(12)))


@given(
    st.dictionaries(st.integers(1, 28), st.booleans(), max_size=12), st.sets(st.integers(1, 28), max_size=12)
)
def test_every_row_and_every_day_has_one_place_in_the_plan(rows: dict[int, bool], wanted: set[int]) -> None:
    made = plan(
        [Row(number, day(number), is_loose=loose) for number, loose in rows.items()],
        [slot(number) for number in sorted(wanted)],
    )

    of_rows = [*(one for one, _ in (*made.placed, *made.held)), *made.gone, *made.apart]
    of_days = [
        *(one.original for _, one in (*made.placed, *made.held)),
        *(one.original for one in made.fresh),
    ]
    assert sorted(of_rows) == sorted(rows)
    assert sorted(of_days) == [day(number) for number in sorted(wanted)]
    assert all(not rows[number] for number, _ in made.held)


@pytest.mark.parametrize(
    "values",
    [
        {"agenda": [AgendaItem(title=same("Razno"))]},
        {"status": MeetingStatus.CONVENED},
        {"number": "3"},
        {"notes": "Ključ pri vratarju"},
        {"description": same("Opis")},
        {"convened_on": day(1)},
        {"minute_taker_id": 7},
    ],
)
def test_what_somebody_wrote_into_a_meeting_is_not_lost(values: dict[str, Any]) -> None:
    assert is_empty(Meeting(starts_at=datetime(2026, 3, 3, 9), title=same("Kolegij"), place_id=4))
    assert not is_empty(Meeting(**values))
