"""A number of meetings per calendar window: the golden rows of the design, scenario 23 and every status."""

from dataclasses import replace
from datetime import date

import pytest

from cabinet_app.domain.cadence import (
    CadenceKind,
    CadenceRule,
    CadenceUnit,
    Exemption,
    Gathering,
    GatheringStatus,
    JudgedWindow,
    WindowReason,
    WindowStatus,
)
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.holidays import HolidayCalendar

SI = HolidayCalendar(["SI"])
AGREED = date(2016, 2, 25)
S, R = WindowStatus, WindowReason


def held(*days: str, status: GatheringStatus = GatheringStatus.HELD) -> list[Gathering]:
    return [Gathering(date.fromisoformat(day), status) for day in days]


def planned(*days: str) -> list[Gathering]:
    return held(*days, status=GatheringStatus.PLANNED)


def monthly(**changes) -> CadenceRule:
    return replace(CadenceRule(valid_from=AGREED, recess_months=[8]), **changes)


def verdict(rule, gatherings, today: str, first: str, last: str) -> list[JudgedWindow]:
    ends = (date.fromisoformat(first), date.fromisoformat(last))
    return judge([rule], gatherings, date.fromisoformat(today), *ends, SI)


def statuses(items: list[JudgedWindow]) -> list[WindowStatus]:
    return [item.status for item in items]


def month(rule, gatherings, today: str, first: str = "2026-04-01") -> JudgedWindow:
    """The one month that begins on `first`."""
    (item,) = verdict(rule, gatherings, today, first, first)
    return item


SERIES = held("2016-03-10", "2016-04-05", "2016-04-28", "2016-06-02", "2016-06-30", "2016-09-15")


def test_the_golden_row_of_2016():
    items = verdict(monthly(), SERIES, "2016-10-12", "2016-01-01", "2016-10-31")
    assert statuses(items) == [
        S.NOT_REQUIRED, S.MET, S.MET, S.BREACHED, S.MET, S.BREACHED, S.EXEMPT, S.MET, S.OPEN,
    ]  # fmt: skip
    assert items[0].window.start == date(2016, 2, 1)
    assert items[0].reason is R.RULE_BEGAN


def test_the_golden_row_with_five_days_of_grace():
    items = verdict(
        monthly(grace_days=5), held("2016-06-02", "2016-06-30"), "2016-10-12", "2016-05-01", "2016-06-30"
    )
    assert statuses(items) == [S.MET_LATE, S.MET]
    assert items[0].late == (date(2016, 6, 2),)
    assert items[0].days_late == 2
    assert items[1].held == (date(2016, 6, 30),)


class TestScenario23:
    """Rule since 25. 2. 2016, meetings on 10. 3. and 2. 5., none in April, August exempt."""

    def items(self, *more: str) -> dict[int, JudgedWindow]:
        gatherings = held("2016-03-10", "2016-05-02", *more)
        found = verdict(monthly(), gatherings, "2016-06-20", "2016-01-01", "2016-12-31")
        return {item.window.number: item for item in found}

    def test_april_is_one_missed_month_and_two_days_late(self):
        items = self.items()
        missed = [number for number, item in items.items() if item.status is S.BREACHED]
        assert missed == [4]
        assert items[4].reason is R.NONE_HELD
        assert items[4].days_late == 2

    def test_a_second_march_meeting_does_not_fill_april(self):
        assert self.items("2016-03-24")[4].status is S.BREACHED

    def test_february_does_not_count_because_the_rule_began_on_the_25th(self):
        assert 1 not in self.items()
        assert self.items()[2].status is S.NOT_REQUIRED

    def test_the_running_month_is_open_and_not_late(self):
        june = self.items()[6]
        assert june.status is S.OPEN
        assert june.days_late == 0
        assert not june.is_closed

    def test_august_does_not_count(self):
        august = self.items()[8]
        assert (august.status, august.reason, august.required) == (S.EXEMPT, R.RECESS, 0)


class TestRunningMonth:
    def test_it_is_secured_by_a_planned_meeting(self):
        item = month(monthly(), planned("2026-04-28"), "2026-04-10")
        assert item.status is S.SECURED
        assert item.planned == (date(2026, 4, 28),)

    def test_a_meeting_planned_for_today_still_secures_it(self):
        assert month(monthly(), planned("2026-04-10"), "2026-04-10").status is S.SECURED

    def test_it_is_met_as_soon_as_the_meeting_was_held_but_not_closed(self):
        item = month(monthly(), held("2026-04-09"), "2026-04-10")
        assert item.status is S.MET
        assert not item.is_closed

    def test_it_is_at_risk_with_five_joint_working_days_left(self):
        # 27 April is a holiday, so 23, 24, 28, 29 and 30 are left.
        assert month(monthly(), [], "2026-04-22").status is S.OPEN
        item = month(monthly(), [], "2026-04-23")
        assert (item.status, item.days_left) == (S.AT_RISK, 5)

    def test_the_deadline_is_the_last_joint_working_day(self):
        assert month(monthly(), [], "2026-05-02", "2026-05-01").deadline == date(2026, 5, 29)

    def test_it_hangs_on_an_unconfirmed_meeting(self):
        item = month(monthly(), planned("2026-04-08"), "2026-04-10")
        assert item.status is S.UNCONFIRMED
        assert item.unconfirmed == (date(2026, 4, 8),)

    def test_something_planned_but_not_enough_is_partly_planned(self):
        item = month(monthly(minimum=2), planned("2026-04-28"), "2026-04-10")
        assert item.status is S.PLANNED

    def test_its_last_day_still_belongs_to_it(self):
        assert month(monthly(), [], "2026-04-30").status is S.AT_RISK
        assert month(monthly(), planned("2026-04-30"), "2026-04-30").status is S.SECURED
        assert not month(monthly(), held("2026-04-09"), "2026-04-30").is_closed
        assert month(monthly(), [], "2026-05-01").status is S.BREACHED

    def test_a_held_meeting_after_today_counts_as_planned(self):
        assert month(monthly(), held("2026-04-28"), "2026-04-10").status is S.SECURED

    def test_a_month_that_has_not_begun_is_never_at_risk(self):
        assert month(monthly(), [], "2026-03-31").status is S.OPEN

    def test_a_week_is_at_risk_only_in_its_second_half(self):
        weekly = monthly(unit=CadenceUnit.WEEK, recess_months=[])
        at = lambda day: verdict(weekly, [], day, day, day)[0].status  # noqa: E731
        assert at("2026-06-08") is S.OPEN
        assert at("2026-06-10") is S.OPEN
        assert at("2026-06-11") is S.AT_RISK


class TestPastMonth:
    def test_an_unconfirmed_meeting_keeps_it_undecided(self):
        item = month(monthly(), planned("2026-04-08"), "2026-05-20")
        assert item.status is S.UNCONFIRMED
        assert item.is_closed

    def test_an_unconfirmed_meeting_that_would_not_be_enough_changes_nothing(self):
        item = month(monthly(minimum=2), planned("2026-04-08"), "2026-05-20")
        assert (item.status, item.reason) == (S.BREACHED, R.NONE_HELD)

    def test_too_few_is_said_where_some_were_held(self):
        item = month(monthly(minimum=2), held("2026-04-08"), "2026-05-20")
        assert (item.status, item.reason) == (S.BREACHED, R.TOO_FEW_HELD)

    def test_a_meeting_moved_out_of_the_month_is_the_reason(self):
        moved = Gathering(date(2016, 5, 30), GatheringStatus.MOVED, moved_to=date(2016, 6, 2))
        item = month(monthly(), [moved, *held("2016-06-02")], "2016-10-12", "2016-05-01")
        assert (item.status, item.reason) == (S.BREACHED, R.MOVED_OUT)
        assert item.reason_date == date(2016, 6, 2)
        assert item.days_late == 2

    def test_a_meeting_moved_within_the_month_is_no_reason(self):
        moved = Gathering(date(2026, 4, 8), GatheringStatus.MOVED, moved_to=date(2026, 4, 20))
        item = month(monthly(), [moved], "2026-05-20")
        assert item.reason is R.NONE_HELD

    def test_a_cancelled_meeting_is_the_reason(self):
        item = month(monthly(), held("2026-04-08", status=GatheringStatus.CANCELLED), "2026-05-20")
        assert (item.reason, item.reason_date) == (R.CANCELLED, date(2026, 4, 8))

    def test_a_meeting_without_a_quorum_counts_only_where_the_rule_says_so(self):
        meeting = held("2026-04-08", status=GatheringStatus.NOT_QUORATE)
        assert month(monthly(), meeting, "2026-05-20").reason is R.NOT_QUORATE
        assert month(monthly(counts_unquorate=True), meeting, "2026-05-20").status is S.MET

    def test_it_is_late_until_today_while_nothing_was_held_since(self):
        assert month(monthly(), [], "2026-05-20").days_late == 20

    def test_two_meetings_on_one_day_both_count(self):
        assert month(monthly(minimum=2), held("2026-04-08", "2026-04-08"), "2026-05-20").status is S.MET

    def test_surplus_never_carries_over(self):
        rule = monthly()
        items = verdict(rule, held("2026-04-08", "2026-04-22"), "2026-06-20", "2026-04-01", "2026-05-31")
        assert statuses(items) == [S.MET, S.BREACHED]


class TestGrace:
    def test_the_month_is_at_risk_and_not_missed_while_grace_runs(self):
        item = month(monthly(grace_days=5), [], "2026-05-04")
        assert (item.status, item.reason, item.is_closed) == (S.AT_RISK, R.GRACE_RUNNING, False)
        assert month(monthly(grace_days=5), [], "2026-05-06").status is S.BREACHED

    def test_a_meeting_of_the_next_month_is_lent_only_if_that_keeps_its_own(self):
        items = verdict(monthly(grace_days=5), held("2016-06-02"), "2016-10-12", "2016-05-01", "2016-06-30")
        assert statuses(items) == [S.BREACHED, S.MET]

    def test_a_meeting_behind_the_grace_days_is_not_lent(self):
        days = held("2016-06-06", "2016-06-30")
        items = verdict(monthly(grace_days=5), days, "2016-10-12", "2016-05-01", "2016-06-30")
        assert statuses(items) == [S.BREACHED, S.MET]

    def test_a_recess_month_lends_freely(self):
        items = verdict(monthly(grace_days=5), held("2016-08-02"), "2016-10-12", "2016-07-01", "2016-08-31")
        assert statuses(items) == [S.MET_LATE, S.EXEMPT]
        assert items[1].held == ()

    def test_the_answer_does_not_depend_on_where_the_question_begins(self):
        days = held("2016-06-02", "2016-06-30")
        (june,) = verdict(monthly(grace_days=5), days, "2016-10-12", "2016-06-01", "2016-06-30")
        assert june.held == (date(2016, 6, 30),)


class TestExemptions:
    def test_an_excuse_waives_the_month_and_keeps_its_wording(self):
        excuse = Exemption(start=date(2026, 4, 1), end=date(2026, 4, 30), reason="volitve")
        item = month(monthly(exemptions=[excuse]), [], "2026-05-20")
        assert (item.status, item.reason, item.note) == (S.WAIVED, R.EXCUSED, "volitve")

    def test_a_pause_without_a_reason_exempts_it(self):
        pause = Exemption(start=date(2026, 4, 1), end=date(2026, 4, 30))
        assert month(monthly(exemptions=[pause]), [], "2026-05-20").reason is R.PAUSE

    def test_a_pause_with_open_ends_lasts(self):
        items = verdict(
            monthly(exemptions=[Exemption(start=date(2026, 5, 1))]),
            [],
            "2026-06-20",
            "2026-04-01",
            "2026-06-30",
        )
        assert statuses(items) == [S.BREACHED, S.EXEMPT, S.EXEMPT]

    def test_ten_working_days_left_are_enough_to_owe_a_meeting(self):
        # April 2026 has working days 17 to 30 without the 27th: 9; from the 16th: 10.
        short = Exemption(start=date(2026, 4, 1), end=date(2026, 4, 16))
        long = Exemption(start=date(2026, 4, 1), end=date(2026, 4, 15))
        assert month(monthly(exemptions=[short]), [], "2026-05-20").status is S.EXEMPT
        assert month(monthly(exemptions=[long]), [], "2026-05-20").status is S.BREACHED

    def test_the_deadline_lies_before_a_pause_at_the_end_of_the_month(self):
        pause = Exemption(start=date(2026, 4, 20), end=date(2026, 4, 30))
        assert month(monthly(exemptions=[pause]), [], "2026-04-02").deadline == date(2026, 4, 17)

    def test_a_year_is_not_reduced_by_its_recess_unless_pro_rata(self):
        yearly = {"unit": CadenceUnit.YEAR, "minimum": 4, "valid_from": date(2026, 1, 1)}
        full = verdict(monthly(**yearly), [], "2026-05-20", "2026-01-01", "2026-12-31")[0]
        assert full.required == 4
        half = monthly(**yearly, pro_rata=True)
        half.recess_months = [1, 2, 3, 7, 8, 9]
        assert verdict(half, [], "2026-05-20", "2026-01-01", "2026-12-31")[0].required == 2


class TestValidity:
    def test_the_last_month_is_not_required_where_the_rule_ends_early(self):
        items = verdict(monthly(valid_to=date(2026, 5, 8)), [], "2026-07-01", "2026-04-01", "2026-07-31")
        assert statuses(items) == [S.BREACHED, S.NOT_REQUIRED]
        assert items[1].reason is R.RULE_ENDED

    def test_a_rule_without_a_beginning_is_judged_from_its_first_meeting(self):
        rule = monthly(valid_from=None)
        items = verdict(rule, held("2026-03-17"), "2026-05-20", "2025-01-01", "2026-05-31")
        assert items[0].window.start == date(2026, 3, 1)
        assert statuses(items) == [S.MET, S.BREACHED, S.OPEN]

    def test_a_rule_without_a_beginning_and_a_group_without_meetings_accuse_nobody(self):
        items = verdict(monthly(valid_from=None), [], "2026-05-20", "2025-01-01", "2026-05-31")
        assert statuses(items) == [S.OPEN]

    @pytest.mark.parametrize("rule", [monthly(kind=CadenceKind.NONE), monthly(minimum=0)])
    def test_a_rule_that_promises_nothing_has_no_windows(self, rule):
        assert verdict(rule, SERIES, "2016-10-12", "2016-01-01", "2016-12-31") == []

    def test_a_leap_day_belongs_to_february(self):
        assert month(monthly(), held("2024-02-29"), "2024-03-10", "2024-02-01").status is S.MET

    def test_a_week_over_new_year_is_one_window(self):
        weekly = monthly(unit=CadenceUnit.WEEK, recess_months=[])
        items = verdict(weekly, held("2026-01-02"), "2026-02-01", "2025-12-31", "2026-01-04")
        assert [(item.status, item.window.number) for item in items] == [(S.MET, 1)]


class TestChangeOfRule:
    OLD = monthly(valid_to=date(2026, 4, 10), recess_months=[])
    NEW = monthly(valid_from=date(2026, 4, 11), minimum=2, recess_months=[])

    def test_each_window_is_judged_once_by_the_rule_that_holds_on_more_of_its_days(self):
        days = held("2026-03-17", "2026-04-14", "2026-05-12", "2026-05-19")
        items = judge([self.OLD, self.NEW], days, date(2026, 6, 20), date(2026, 3, 1), date(2026, 5, 31), SI)
        assert [(item.window.number, item.rule, item.status) for item in items] == [
            (3, 0, S.MET),
            (4, 1, S.BREACHED),
            (5, 1, S.MET),
        ]

    def test_rules_of_different_units_stand_side_by_side(self):
        quarterly = monthly(unit=CadenceUnit.QUARTER, valid_from=date(2026, 4, 11))
        items = judge([self.OLD, quarterly], [], date(2026, 6, 20), date(2026, 3, 1), date(2026, 6, 30), SI)
        assert [item.window.unit for item in items] == [CadenceUnit.MONTH] * 2 + [CadenceUnit.QUARTER]


def test_the_countries_of_the_rule_move_the_deadline():
    # 8 December 2026 is free in Austria only; 4 June 2026 is Corpus Christi there.
    rule = monthly(unit=CadenceUnit.WEEK, recess_months=[], countries=["AT"])
    (item,) = verdict(rule, [], "2026-06-01", "2026-06-01", "2026-06-05")
    assert item.days_left == 4
    assert month(monthly(countries=["HU"]), [], "2026-08-01", "2026-12-01").deadline == date(2026, 12, 31)
