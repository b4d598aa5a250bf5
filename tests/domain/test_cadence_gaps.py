"""A longest gap between meetings: from the last held one, with tolerance and days that do not run."""

from dataclasses import replace
from datetime import date

import pytest

from cabinet_app.domain.cadence import (
    CadenceKind,
    CadenceRule,
    Exemption,
    Gathering,
    GatheringStatus,
    WindowReason,
    WindowStatus,
)
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.holidays import HolidayCalendar

SI = HolidayCalendar(["SI"])
S, R = WindowStatus, WindowReason


def fortnightly(**changes) -> CadenceRule:
    rule = CadenceRule(kind=CadenceKind.MAX_GAP, gap_days=14, tolerance_days=3, valid_from=date(2026, 3, 2))
    return replace(rule, **changes)


def on(*days: str, status: GatheringStatus = GatheringStatus.HELD) -> list[Gathering]:
    return [Gathering(date.fromisoformat(day), status) for day in days]


def gaps(rule, gatherings, today: str):
    return judge([rule], gatherings, date.fromisoformat(today), date(2026, 1, 1), date(2026, 12, 31), SI)


def test_the_first_gap_runs_from_the_beginning_of_the_rule():
    items = gaps(fortnightly(), on("2026-03-10"), "2026-03-12")
    assert [(item.window.start, item.window.end, item.status) for item in items] == [
        (date(2026, 3, 2), date(2026, 3, 10), S.MET),
        (date(2026, 3, 10), date(2026, 3, 24), S.OPEN),
    ]
    assert [item.is_closed for item in items] == [True, False]


def test_a_gap_within_the_tolerance_is_kept_and_beyond_it_broken():
    kept, broken, _ = gaps(fortnightly(), on("2026-03-19", "2026-04-06"), "2026-04-07")
    assert kept.status is S.MET
    assert (broken.status, broken.reason, broken.days_late) == (S.BREACHED, R.GAP_TOO_LONG, 4)


def test_twenty_six_meetings_a_year_are_not_twenty_four():
    twice_a_month = on("2026-03-02", "2026-03-16", "2026-04-02", "2026-04-20")
    assert [item.status for item in gaps(fortnightly(), twice_a_month, "2026-04-21")][:3] == [
        S.MET,
        S.MET,
        S.BREACHED,
    ]


def test_the_deadline_is_moved_back_to_a_working_day():
    # Fourteen days after 13 April 2026 is 27 April, a Slovenian holiday behind a weekend.
    (item,) = gaps(fortnightly(valid_from=date(2026, 4, 13)), [], "2026-04-13")
    assert item.window.end == date(2026, 4, 27)
    assert item.deadline == date(2026, 4, 24)


def test_the_running_gap_goes_from_open_over_risk_and_tolerance_to_overdue():
    at = lambda today: gaps(fortnightly(), on("2026-03-09"), today)[-1]  # noqa: E731
    assert at("2026-03-10").status is S.OPEN
    assert at("2026-03-16").status is S.OPEN
    assert at("2026-03-17").status is S.AT_RISK
    assert at("2026-03-24").reason is R.GRACE_RUNNING
    overdue = at("2026-03-27")
    assert (overdue.status, overdue.days_late, overdue.is_closed) == (S.BREACHED, 4, True)


def test_a_planned_meeting_in_time_secures_the_gap_and_a_later_one_does_not():
    in_time = on("2026-03-09") + on("2026-03-26", status=GatheringStatus.PLANNED)
    too_late = on("2026-03-09") + on("2026-03-27", status=GatheringStatus.PLANNED)
    assert gaps(fortnightly(), in_time, "2026-03-12")[-1].status is S.SECURED
    assert gaps(fortnightly(), too_late, "2026-03-12")[-1].status is S.PLANNED


def test_the_gap_hangs_on_an_unconfirmed_meeting_until_that_would_be_too_old():
    waiting = on("2026-03-09") + on("2026-03-20", status=GatheringStatus.PLANNED)
    assert gaps(fortnightly(), waiting, "2026-03-30")[-1].status is S.UNCONFIRMED
    assert gaps(fortnightly(), waiting, "2026-04-07")[-1].status is S.BREACHED


def test_paused_days_do_not_run():
    pause = Exemption(start=date(2026, 3, 16), end=date(2026, 3, 22))
    item = gaps(fortnightly(exemptions=[pause]), on("2026-03-09"), "2026-03-10")[-1]
    assert item.window.end == date(2026, 3, 30)


def test_a_recess_month_stops_the_clock_over_its_whole_length():
    rule = fortnightly(recess_months=[8], valid_from=date(2026, 7, 27))
    (item,) = gaps(rule, [], "2026-08-10")
    # Four days run in July, ten in September.
    assert item.window.end == date(2026, 9, 10)
    assert item.status is S.OPEN


def test_a_cancelled_meeting_explains_a_broken_gap():
    meetings = on("2026-03-09", "2026-04-06") + on("2026-03-23", status=GatheringStatus.CANCELLED)
    broken = gaps(fortnightly(), meetings, "2026-04-07")[1]
    assert (broken.status, broken.reason, broken.reason_date) == (S.BREACHED, R.CANCELLED, date(2026, 3, 23))


def test_nothing_is_owed_where_the_rule_ends_before_the_gap_is_too_long():
    item = gaps(fortnightly(valid_to=date(2026, 3, 20)), on("2026-03-10"), "2026-05-01")[-1]
    assert (item.status, item.reason, item.required, item.is_closed) == (
        S.NOT_REQUIRED,
        R.RULE_ENDED,
        0,
        True,
    )


def test_without_a_beginning_the_first_meeting_begins():
    items = gaps(fortnightly(valid_from=None), on("2026-03-10", "2026-03-20"), "2026-03-21")
    assert items[0].window.start == date(2026, 3, 10)
    assert gaps(fortnightly(valid_from=None), [], "2026-03-21") == []


def test_two_meetings_on_one_day_are_one_end_of_a_gap():
    assert len(gaps(fortnightly(), on("2026-03-10", "2026-03-10"), "2026-03-12")) == 2


@pytest.mark.parametrize("days", [None, 0, -3, 5000])
def test_a_gap_without_a_sensible_length_promises_nothing(days):
    assert gaps(fortnightly(gap_days=days), on("2026-03-10"), "2026-03-12") == []


def test_a_rule_that_has_not_begun_is_open():
    (item,) = gaps(fortnightly(valid_from=date(2026, 11, 2)), [], "2026-03-12")
    assert item.status is S.OPEN
