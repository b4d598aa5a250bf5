"""The days of a rule: rows written by hand, and an independent engine beside ours."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.recurrence import (
    LAST,
    Rule,
    begins_by_its_rule,
    days,
    first_day,
    flaws,
    is_leap_day,
    period_of,
    rule_of,
    starts_between,
    with_rule,
)
from cabinet_app.domain.series import Frequency, MeetingSeries

FAR = date(2027, 12, 31)


def series(frequency: Frequency, start: datetime = datetime(2026, 1, 1, 17), **values: Any) -> MeetingSeries:
    return MeetingSeries(frequency=frequency, starts_at=start, **values)


def shown(found: MeetingSeries, last: date = FAR, count: int = 5) -> list[str]:
    return [
        f"{day.day}. {day.month}. {day.year}" for day, _ in zip(days(found, last), range(count), strict=False)
    ]


GOLDEN = [
    (series(Frequency.DAILY, interval=10), ["1. 1. 2026", "11. 1. 2026", "21. 1. 2026"]),
    (series(Frequency.WEEKLY, weekdays=[1]), ["6. 1. 2026", "13. 1. 2026", "20. 1. 2026"]),
    # Thursday 1 January lies in the week of 29 December: the second Tuesday after it is that of 13 January.
    (series(Frequency.WEEKLY, weekdays=[1], interval=2), ["13. 1. 2026", "27. 1. 2026", "10. 2. 2026"]),
    (series(Frequency.WEEKLY, weekdays=[4, 0, 0]), ["2. 1. 2026", "5. 1. 2026", "9. 1. 2026"]),
    (series(Frequency.MONTHLY_WEEKDAY, weekdays=[1], nth=2), ["13. 1. 2026", "10. 2. 2026", "10. 3. 2026"]),
    (
        series(Frequency.MONTHLY_WEEKDAY, weekdays=[4], nth=LAST),
        ["30. 1. 2026", "27. 2. 2026", "27. 3. 2026"],
    ),
    (series(Frequency.MONTHLY_DAY, month_day=28), ["28. 1. 2026", "28. 2. 2026", "28. 3. 2026"]),
    (series(Frequency.MONTHLY_DAY, month_day=LAST), ["31. 1. 2026", "28. 2. 2026", "31. 3. 2026"]),
    # 1 and 2 January are holidays, 2 May too, 1 November is a Sunday.
    (
        series(Frequency.WORKING_DAY, nth=1),
        ["5. 1. 2026", "2. 2. 2026", "2. 3. 2026", "1. 4. 2026", "4. 5. 2026"],
    ),
    (series(Frequency.WORKING_DAY, nth=LAST), ["30. 1. 2026", "27. 2. 2026", "31. 3. 2026", "30. 4. 2026"]),
    (
        series(Frequency.WORKING_DAY, nth=LAST, countries=["SI", "AT"], interval=12),
        ["30. 1. 2026", "29. 1. 2027"],
    ),
    (series(Frequency.YEARLY, month=12, month_day=3), ["3. 12. 2026", "3. 12. 2027"]),
    (series(Frequency.YEARLY, month=2, month_day=LAST), ["28. 2. 2026", "28. 2. 2027"]),
    (series(Frequency.YEARLY, month=1, month_day=31), ["31. 1. 2026", "31. 1. 2027"]),
]


@pytest.mark.parametrize(("made", "expected"), GOLDEN)
def test_the_days_of_a_rule_are_those_of_a_calendar_on_the_wall(
    made: MeetingSeries, expected: list[str]
) -> None:
    assert shown(made)[: len(expected)] == expected


def test_a_yearly_29_february_comes_in_leap_years_alone() -> None:
    made = series(Frequency.YEARLY, datetime(2024, 2, 29, 10), month=2, month_day=29)

    assert shown(made, date(2033, 1, 1)) == ["29. 2. 2024", "29. 2. 2028", "29. 2. 2032"]
    assert is_leap_day(rule_of(made))


@pytest.mark.parametrize("day", [29, 30, 31])
def test_a_month_day_that_not_every_month_has_is_refused(day: int) -> None:
    made = series(Frequency.MONTHLY_DAY, month_day=day)

    assert flaws(made) == ("month_day",)
    assert shown(made) == []


@pytest.mark.parametrize(
    ("made", "flaw"),
    [
        (series(Frequency.WEEKLY), "weekdays"),
        (series(Frequency.WEEKLY, weekdays=[7]), "weekdays"),
        (series(Frequency.WEEKLY, weekdays=[1], interval=13), "interval"),
        (series(Frequency.WEEKLY, weekdays=[1], interval=0), "interval"),
        (series(Frequency.MONTHLY_WEEKDAY, weekdays=[1, 2], nth=1), "weekdays"),
        (series(Frequency.MONTHLY_WEEKDAY, weekdays=[1], nth=5), "nth"),
        (series(Frequency.YEARLY, month=4, month_day=31), "month_day"),
        (series(Frequency.YEARLY, month_day=3), "month"),
        (series(Frequency.DAILY, count=0), "count"),
        (series(Frequency.DAILY, until=date(2025, 12, 31)), "until"),
        (series(Frequency.FOREIGN), "frequency"),
    ],
)
def test_a_rule_that_cannot_be_followed_names_its_field(made: MeetingSeries, flaw: str) -> None:
    assert flaws(made) == (flaw,)
    assert list(days(made, FAR)) == []


def test_a_series_ends_after_its_count_or_on_its_last_day() -> None:
    assert shown(series(Frequency.DAILY, count=2)) == ["1. 1. 2026", "2. 1. 2026"]
    assert shown(series(Frequency.DAILY, until=date(2026, 1, 3)))[-1] == "3. 1. 2026"
    assert rule_of(series(Frequency.DAILY, until=date(2026, 1, 3), count=9)).count is None


def test_the_hour_stays_that_of_the_wall_over_the_change_of_the_clocks() -> None:
    made = series(Frequency.WEEKLY, datetime(2026, 3, 24, 17), weekdays=[1])

    found = starts_between(made, date(2026, 3, 24), date(2026, 4, 1))

    assert found == [datetime(2026, 3, 24, 17), datetime(2026, 3, 31, 17)]


def test_a_first_start_that_the_rule_does_not_give_is_told() -> None:
    made = series(Frequency.WEEKLY, weekdays=[1])

    assert not begins_by_its_rule(made)
    assert first_day(made) == date(2026, 1, 6)
    assert begins_by_its_rule(series(Frequency.WEEKLY, weekdays=[3]))
    assert first_day(MeetingSeries()) is None


def test_the_last_days_of_the_calendar_do_no_harm() -> None:
    made = series(Frequency.WEEKLY, datetime(9999, 12, 20, 9), weekdays=[0, 6])

    assert first_day(made) == date(9999, 12, 20)
    assert list(days(made, date.max))[-1] == date(9999, 12, 27)


def test_a_period_is_a_month_a_year_or_the_weeks_of_the_interval() -> None:
    day = date(2026, 2, 11)
    fortnight = series(Frequency.WEEKLY, weekdays=[2], interval=2)

    assert period_of(fortnight, day) == (date(2026, 2, 9), date(2026, 2, 22))
    assert period_of(series(Frequency.WORKING_DAY, nth=1), day) == (date(2026, 2, 1), date(2026, 2, 28))
    assert period_of(series(Frequency.YEARLY, month=2, month_day=11), day)[1] == date(2026, 12, 31)
    assert period_of(series(Frequency.DAILY, interval=3), day) == (day, date(2026, 2, 13))


STARTS = st.datetimes(datetime(1997, 1, 1), datetime(2060, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
ENDS = st.fixed_dictionaries({}, optional={"count": st.integers(1, 40)}) | st.fixed_dictionaries(
    {"lasting": st.integers(0, 3000)}
)
SHAPES = st.one_of(
    st.fixed_dictionaries({"frequency": st.just(Frequency.DAILY), "interval": st.integers(1, 400)}),
    st.fixed_dictionaries(
        {
            "frequency": st.just(Frequency.WEEKLY),
            "interval": st.integers(1, 12),
            "weekdays": st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True),
        }
    ),
    st.fixed_dictionaries(
        {
            "frequency": st.just(Frequency.MONTHLY_WEEKDAY),
            "interval": st.integers(1, 12),
            "weekdays": st.lists(st.integers(0, 6), min_size=1, max_size=1),
            "nth": st.sampled_from([1, 2, 3, 4, LAST]),
        }
    ),
    st.fixed_dictionaries(
        {
            "frequency": st.just(Frequency.MONTHLY_DAY),
            "interval": st.integers(1, 12),
            "month_day": st.integers(1, 28) | st.just(LAST),
        }
    ),
    st.fixed_dictionaries(
        {
            "frequency": st.just(Frequency.YEARLY),
            "interval": st.integers(1, 4),
            "month": st.integers(1, 12),
            "month_day": st.integers(1, 28) | st.just(LAST),
        }
    ),
)


def by_the_other_engine(made: MeetingSeries, last: date) -> list[date]:
    """The same rule worked out by dateutil."""
    frequency, start = made.frequency, made.starts_at
    assert start
    by: dict[str, Any] = {}
    if frequency is Frequency.WEEKLY:
        by["byweekday"] = made.weekdays
    elif frequency is Frequency.MONTHLY_WEEKDAY:
        by["byweekday"] = rrule.weekday(made.weekdays[0], made.nth)
    elif made.month_day:
        by["bymonthday"] = made.month_day
        by["bymonth"] = made.month
    freq: Any = {
        Frequency.DAILY: rrule.DAILY,
        Frequency.WEEKLY: rrule.WEEKLY,
        Frequency.YEARLY: rrule.YEARLY,
    }.get(frequency, rrule.MONTHLY)
    end = datetime.combine(min(last, made.until or last), datetime.max.time())
    engine = rrule.rrule(freq, dtstart=start, interval=made.interval, wkst=rrule.MO, **by)
    found: list[date] = []
    for moment in engine:
        if moment > end or len(found) == (made.count or 10_000):
            break
        found.append(moment.date())
    return found


@given(SHAPES, STARTS, ENDS)
def test_our_days_are_those_of_an_independent_engine(
    shape: dict[str, Any], start: datetime, end: dict[str, int]
) -> None:
    lasting = end.get("lasting")
    until = None if lasting is None else start.date() + timedelta(days=lasting)
    made = series(shape["frequency"], start, until=until, count=end.get("count"))
    made = with_rule(
        made,
        Rule(**{**shape, "weekdays": tuple(shape.get("weekdays", ()))}, until=made.until, count=made.count),
    )
    last = start.date() + timedelta(days=1500)
    if made.frequency is Frequency.DAILY and made.interval > 366:
        assert flaws(made) == ("interval",)
    else:
        assert list(days(made, last)) == by_the_other_engine(made, last)
