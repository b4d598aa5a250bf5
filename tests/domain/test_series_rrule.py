"""The rule as RRULE text and back."""

from datetime import date, datetime
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given

from cabinet_app.domain.recurrence import begins_by_its_rule, first_day, flaws, rule_of, starts_between
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.series_rrule import rrule_text, series_from_rrule
from tests.domain.test_recurrence import ENDS, SHAPES, STARTS

ZONE = "Europe/Ljubljana"
TUESDAY = datetime(2026, 3, 3, 17)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"frequency": Frequency.DAILY, "count": 3}, "FREQ=DAILY;COUNT=3"),
        ({"weekdays": [3, 1], "interval": 2}, "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,TH"),
        # Summer time: the end of 30 June in Ljubljana is two hours earlier in UTC.
        (
            {"weekdays": [1], "until": date(2027, 6, 30)},
            "FREQ=WEEKLY;WKST=MO;BYDAY=TU;UNTIL=20270630T215959Z",
        ),
        ({"weekdays": [1], "until": date(2027, 1, 5)}, "FREQ=WEEKLY;WKST=MO;BYDAY=TU;UNTIL=20270105T225959Z"),
        (
            {"weekdays": [1], "until": date(2027, 1, 5), "all_day": True},
            "FREQ=WEEKLY;WKST=MO;BYDAY=TU;UNTIL=20270105",
        ),
        ({"frequency": Frequency.MONTHLY_WEEKDAY, "weekdays": [1], "nth": 2}, "FREQ=MONTHLY;BYDAY=2TU"),
        ({"frequency": Frequency.MONTHLY_WEEKDAY, "weekdays": [4], "nth": -1}, "FREQ=MONTHLY;BYDAY=-1FR"),
        ({"frequency": Frequency.MONTHLY_DAY, "month_day": -1}, "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ({"frequency": Frequency.YEARLY, "month": 12, "month_day": 3}, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3"),
        ({"frequency": Frequency.WORKING_DAY, "nth": 1}, ""),
        ({"frequency": Frequency.FOREIGN, "foreign_rule": "FREQ=HOURLY"}, ""),
        ({"frequency": Frequency.MONTHLY_DAY, "month_day": 31}, ""),
    ],
)
def test_a_rule_is_written_as_all_programs_read_it(values: dict[str, Any], text: str) -> None:
    assert rrule_text(MeetingSeries(starts_at=TUESDAY, **values)) == text


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("FREQ=WEEKLY", Frequency.WEEKLY),
        ("freq=weekly;byday=tu;", Frequency.WEEKLY),
        ("FREQ=MONTHLY;BYDAY=1TU", Frequency.MONTHLY_WEEKDAY),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", Frequency.MONTHLY_WEEKDAY),
        ("FREQ=MONTHLY", Frequency.MONTHLY_DAY),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", Frequency.YEARLY),
        ("FREQ=YEARLY", Frequency.YEARLY),
        ("FREQ=DAILY;COUNT=4;WKST=SU", Frequency.DAILY),
    ],
)
def test_what_we_would_write_ourselves_is_understood(text: str, frequency: Frequency) -> None:
    rule = series_from_rrule(text, TUESDAY, ZONE)

    assert rule is not None
    assert rule.frequency is frequency


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;BYSECOND=61",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=13",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "FREQ=WEEKLY;BYDAY=WE",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=5TU",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=3;BYDAY=TU",
        "FREQ=YEARLY;BYMONTHDAY=3",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=DAILY;COUNT=2;UNTIL=20260601",
        "FREQ=DAILY;COUNT=zwei",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;UNTIL=20261399",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;COUNT=0",
    ],
)
def test_what_programs_disagree_about_is_left_as_it_came(text: str) -> None:
    assert series_from_rrule(text, TUESDAY, ZONE) is None


def test_an_unknown_zone_is_no_fault_of_the_program() -> None:
    assert series_from_rrule("FREQ=DAILY;UNTIL=20260601T000000Z", TUESDAY, "Middle/Earth") is None


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260310", date(2026, 3, 10)),
        ("20260310T160000Z", date(2026, 3, 10)),
        ("20260310T155959Z", date(2026, 3, 9)),
        ("20260310T170000", date(2026, 3, 10)),
        ("20260310T235959Z", date(2026, 3, 10)),
    ],
)
def test_the_last_day_is_the_one_on_which_a_meeting_may_still_begin(until: str, last: date) -> None:
    rule = series_from_rrule(f"FREQ=DAILY;UNTIL={until}", TUESDAY, ZONE)

    assert rule is not None
    # 23.59.59 in UTC is past midnight in Ljubljana, where no meeting at 17.00 has begun yet.
    assert rule.until == last


@given(SHAPES, STARTS, ENDS)
def test_what_is_written_is_read_back_and_means_the_same_elsewhere(
    shape: dict[str, Any], start: datetime, end: dict[str, int]
) -> None:
    made = MeetingSeries(starts_at=start, count=end.get("count"), **shape)
    assume(not flaws(made))
    first = first_day(made)
    assert first
    made.starts_at = start = datetime.combine(first, start.time())
    # A count is counted from the first meeting, an interval from its period.
    assume(begins_by_its_rule(made))

    text = rrule_text(made)

    assert series_from_rrule(text, start, ZONE) == rule_of(made)
    last = date(first.year + 3, 1, 1)
    theirs = rrulestr(text, dtstart=start).between(
        start, datetime.combine(last, datetime.max.time()), inc=True
    )
    assert theirs == starts_between(made, first, last)
