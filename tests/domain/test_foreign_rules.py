"""Rules of others: the same days as an independent engine finds, and an answer at once to every bomb."""

import time as clock
from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from cabinet_app.domain.foreign_rules import (
    Allowance,
    AllowanceSpent,
    Every,
    ForeignRule,
    RuleRefused,
    foreign_starts,
    gives_its_start,
    moment_text,
    nearest,
    parse_rule,
    read_foreign,
    rule_starts,
    rule_text,
    starts,
    wall_moment,
)
from cabinet_app.domain.series import Frequency, MeetingSeries

START = datetime(2026, 1, 14, 9, 30)
END = datetime(2031, 1, 1)
MUCH = 2_000_000


def given_by(rule: str, start: datetime = START, last: datetime = END) -> list[datetime]:
    return list(rule_starts(parse_rule(rule), start, start, last, Allowance(MUCH)))


def by_dateutil(rule: str, start: datetime, last: datetime) -> list[datetime]:
    return rrulestr(f"RRULE:{rule}", dtstart=start).between(start, last, inc=True)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;COUNT=40",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=DAILY;BYMONTH=1,3;BYMONTHDAY=-1",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=8,14;BYMINUTE=0,30",
        "FREQ=WEEKLY;BYMONTH=9,10;BYDAY=TH",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=-1,15;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR,1MO",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=YEARLY;BYMONTHDAY=1",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=2",
    ],
)
def test_the_days_are_those_of_another_engine(rule: str):
    assert given_by(rule) == by_dateutil(rule, START, END)
    assert given_by(rule_text(parse_rule(rule))) == given_by(rule)


RULES = st.builds(
    lambda every, interval, days, months, count: ";".join(
        part
        for part in (
            f"FREQ={every}",
            f"INTERVAL={interval}",
            f"BYDAY={','.join(days)}" if days else "",
            f"BYMONTH={','.join(map(str, months))}" if months else "",
            f"COUNT={count}" if count else "",
        )
        if part
    ),
    st.sampled_from([one.value for one in Every]),
    st.integers(1, 5),
    st.lists(st.sampled_from(["MO", "WE", "SU", "TU"]), max_size=3, unique=True),
    st.lists(st.integers(1, 12), max_size=2, unique=True),
    st.one_of(st.none(), st.integers(1, 30)),
)


@settings(max_examples=60, deadline=None)
@given(RULES, st.datetimes(datetime(2020, 1, 1), datetime(2027, 12, 31)))
def test_any_common_rule_gives_what_another_engine_gives(rule: str, start: datetime):
    begin = start.replace(microsecond=0)
    last = begin + timedelta(days=1500)
    assert given_by(rule, begin, last) == by_dateutil(rule, begin, last)


@settings(max_examples=30, deadline=None)
@given(RULES, st.integers(1, 900))
def test_a_rule_entered_late_gives_the_same_days(rule: str, later: int):
    first = START + timedelta(days=later)
    whole = [moment for moment in given_by(rule) if moment >= first]
    assert list(rule_starts(parse_rule(rule), START, first, END, Allowance(MUCH))) == whole


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("FREQ=SECONDLY", "rule_too_often"),
        ("FREQ=MINUTELY;COUNT=3", "rule_too_often"),
        ("FREQ=HOURLY", "rule_too_often"),
        ("FREQ=DAILY;INTERVAL=0", "rule_interval"),
        ("FREQ=DAILY;INTERVAL=-1", "rule_interval"),
        ("FREQ=DAILY;INTERVAL=1000", "rule_interval"),
        ("FREQ=DAILY;BYSECOND=61", "rule_unreadable"),
        ("FREQ=DAILY;BYMONTH=0", "rule_unreadable"),
        ("FREQ=DAILY;COUNT=0", "rule_count"),
        ("FREQ=DAILY;COUNT=many", "rule_count"),
        ("FREQ=DAILY;UNTIL=tomorrow", "rule_until"),
        ("FREQ=DAILY;UNTIL=20260231", "rule_until"),
        ("FREQ=FORTNIGHTLY", "rule_unreadable"),
        ("BYDAY=MO", "rule_unreadable"),
        ("FREQ=WEEKLY;BYDAY=XX", "rule_unreadable"),
        ("FREQ=DAILY;X=" + "1" * 5000, "rule_unreadable"),
    ],
)
def test_a_rule_that_could_not_be_followed_is_refused_before_it_is_begun(rule: str, reason: str):
    with pytest.raises(RuleRefused) as refused:
        parse_rule(rule)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYYEARDAY=366;BYDAY=MO;BYMONTH=1",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5",
    ],
)
def test_every_bomb_is_answered_at_once(rule: str):
    begin = clock.process_time()
    try:
        for number, _ in enumerate(
            rule_starts(parse_rule(rule), datetime(1601, 1, 1), datetime(1601, 1, 1), END, Allowance(400_000))
        ):
            if number > 100_000:
                break
    except AllowanceSpent:
        pass
    assert clock.process_time() - begin < 2


def test_a_rule_from_the_first_day_there_is_can_be_followed():
    assert given_by("FREQ=WEEKLY;BYDAY=SU,SA", datetime(1, 1, 3), datetime(1, 1, 14))
    assert given_by("FREQ=DAILY;INTERVAL=500", datetime(9998, 1, 1), datetime(9999, 12, 31))[-1].year == 9999


def test_the_signs_of_careless_writers_are_passed_over():
    assert given_by(r"FREQ=DAILY\;COUNT=10")[-1] == START + timedelta(days=9)
    assert parse_rule("RRULE:Anything;FREQ=WEEKLY;BYDAY=FR, MO;").weekdays == ((0, 4), (0, 0))


def test_until_counts_itself_and_a_day_means_its_end():
    assert len(given_by("FREQ=DAILY;UNTIL=20260116T093000")) == 3
    assert len(given_by("FREQ=DAILY;UNTIL=20260116")) == 3
    assert len(given_by("FREQ=DAILY;UNTIL=20260116T092959")) == 2
    assert given_by("FREQ=DAILY;UNTIL=20200101") == []


def test_the_start_counts_where_its_rule_does_not_give_it():
    rule = ForeignRule((parse_rule("FREQ=WEEKLY;BYDAY=TU;COUNT=2"),))
    found = starts(rule, START, START, END, Allowance(MUCH))
    assert found == [START, datetime(2026, 1, 20, 9, 30), datetime(2026, 1, 27, 9, 30)]
    assert not gives_its_start(rule.rules[0], START)
    assert gives_its_start(parse_rule("FREQ=WEEKLY"), START)


def test_a_series_keeps_its_rule_as_lines():
    series = MeetingSeries(
        starts_at=START,
        frequency=Frequency.FOREIGN,
        foreign_rule="RRULE:FREQ=DAILY;COUNT=5\nEXRULE:FREQ=DAILY;INTERVAL=3;COUNT=1\n"
        "EXDATE:20260115T093000,20260116T093000\nRDATE:20260201T100000",
    )
    found = foreign_starts(series, START, END)
    assert [moment_text(moment) for moment in found] == [
        "20260117T093000",
        "20260118T093000",
        "20260201T100000",
    ]
    assert foreign_starts(MeetingSeries(), START, END) == []
    assert read_foreign("") == ForeignRule()


def test_moments_are_read_and_written_by_the_wall_clock():
    assert wall_moment("20260114T0930") == START
    assert wall_moment("20260114T093061") == START.replace(second=59)
    assert wall_moment("2026-01-14") is None
    assert moment_text(datetime(7, 1, 2, 3, 4, 5)) == "00070102T030405"


def test_the_moment_of_a_day_is_found_in_a_list():
    moments = [START, START + timedelta(days=7)]
    assert nearest(moments, datetime(2026, 1, 21)) == moments[1]
    assert nearest(moments, datetime(2026, 1, 20)) is None
    assert nearest([], START) is None
