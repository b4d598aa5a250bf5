"""Rate, streak, gaps and next deadline of a judgement."""

from dataclasses import replace
from datetime import date

import pytest

from cabinet_app.domain.cadence import CadenceRule, Exemption, Gathering, GatheringStatus
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.cadence_summary import summary
from cabinet_app.domain.holidays import HolidayCalendar

SI = HolidayCalendar(["SI"])
SERIES = [
    Gathering(date.fromisoformat(day), GatheringStatus.HELD)
    for day in ("2016-03-10", "2016-04-05", "2016-04-28", "2016-06-02", "2016-06-30", "2016-09-15")
]
TODAY = date(2016, 10, 12)


def figures(rule: CadenceRule, gatherings=SERIES, today: date = TODAY):
    judged = judge([rule], gatherings, today, date(2016, 1, 1), date(2016, 12, 31), SI)
    return summary(judged, gatherings, today)


def rule(**changes) -> CadenceRule:
    return replace(CadenceRule(valid_from=date(2016, 2, 25), recess_months=[8]), **changes)


def test_the_rate_counts_closed_required_windows_only():
    found = figures(rule())
    assert (found.met, found.met_late, found.breached, found.exempt) == (4, 0, 2, 1)
    assert found.rate == pytest.approx(4 / 6)


def test_a_running_month_that_is_met_is_not_in_the_rate():
    assert figures(rule(), today=date(2016, 9, 20)).met == 3


def test_there_is_no_rate_before_the_first_closed_window():
    assert figures(rule(), [], date(2016, 3, 5)).rate is None


def test_the_streak_runs_since_the_last_breach_over_exempt_months():
    assert figures(rule()).streak == 1
    assert figures(rule(recess_months=[5, 7, 8])).streak == 4


def test_excused_windows_are_counted_apart():
    excuse = Exemption(start=date(2016, 5, 1), end=date(2016, 5, 31), reason="Urlaub")
    found = figures(rule(exemptions=[excuse]))
    assert (found.waived, found.breached) == (1, 1)


def test_the_longest_gap_is_told_whatever_the_rule_says():
    found = figures(rule())
    assert found.longest_gap == 77
    assert (found.longest_gap_from, found.longest_gap_to) == (date(2016, 6, 30), date(2016, 9, 15))
    assert (found.current_gap, found.last_held) == (27, date(2016, 9, 15))


def test_the_next_deadline_is_that_of_the_first_unsettled_window():
    assert figures(rule()).next_deadline == date(2016, 10, 28)
    planned = [*SERIES, Gathering(date(2016, 10, 20), GatheringStatus.PLANNED)]
    found = figures(rule(), planned)
    assert found.next_planned == date(2016, 10, 20)
    assert found.next_deadline == date(2016, 11, 30)


def test_a_group_without_meetings_has_no_gaps():
    found = figures(rule(), [])
    assert (found.longest_gap, found.current_gap, found.last_held, found.next_planned) == (
        None,
        None,
        None,
        None,
    )
