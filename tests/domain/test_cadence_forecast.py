"""The last possible date and dates for the next meeting, with the reasons as data."""

from dataclasses import replace
from datetime import date, time

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, Exemption, Gathering, GatheringStatus
from cabinet_app.domain.cadence_forecast import (
    Busy,
    BusyKind,
    DayReason,
    Forecast,
    Obstacle,
    Remark,
    last_possible_date,
    proposals,
)
from cabinet_app.domain.cadence_habits import Habit, habit_of
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.holidays import HolidayCalendar

SI = HolidayCalendar(["SI"])


def monthly(**changes) -> CadenceRule:
    return replace(CadenceRule(valid_from=date(2026, 1, 1), countries=["AT"]), **changes)


def on(*days: str, status=GatheringStatus.HELD, at: time | None = None) -> list[Gathering]:
    return [Gathering(date.fromisoformat(day), status, at) for day in days]


def forecast(rule: CadenceRule, gatherings, today: str, busy=None) -> Forecast:
    now = date.fromisoformat(today)
    judged = judge([rule], gatherings, now, now.replace(day=1), date(2026, 12, 31), SI)
    return proposals(rule, judged, gatherings, SI, now, busy)


def days(found: Forecast) -> list[date]:
    return [proposal.day for proposal in found.proposals]


def test_the_preferred_day_comes_first_and_its_neighbours_follow():
    rule = monthly(preferred_weekday=1, preferred_nth=2, preferred_time=time(17))
    found = forecast(rule, [], "2026-06-01")
    assert found.deadline == date(2026, 6, 30)
    first = found.proposals[0]
    assert (first.day, first.at, first.score) == (date(2026, 6, 9), time(17), 0)
    assert first.reasons == (DayReason(Remark.USUAL_DAY),)
    assert days(found)[:3] == [date(2026, 6, 9), date(2026, 6, 8), date(2026, 6, 10)]
    assert len(found.proposals) == 5


def test_the_usual_day_falls_out_for_a_holiday_of_one_party_and_says_which():
    rule = monthly(preferred_weekday=3, preferred_nth=1, notice_days=0)
    found = forecast(rule, [], "2026-06-01")
    (fallen,) = found.fallen
    assert fallen.day == date(2026, 6, 4)
    (reason,) = fallen.reasons
    assert reason.code is Obstacle.HOLIDAY
    assert reason.holiday is not None
    assert (reason.holiday.key, reason.holiday.country) == ("corpus_christi", "AT")
    # 3 June is nearest but stands next to the holiday.
    assert days(found)[:3] == [date(2026, 6, 2), date(2026, 6, 1), date(2026, 6, 3)]


def test_a_bridge_day_stands_behind_plain_days():
    rule = monthly(preferred_weekday=4, preferred_nth=1, notice_days=0)
    found = forecast(rule, [], "2026-06-05")
    assert days(found)[0] == date(2026, 6, 8)
    bridge = next(item for item in found.proposals if item.day == date(2026, 6, 5))
    assert {reason.code for reason in bridge.reasons} == {Remark.USUAL_DAY, Remark.BRIDGE_DAY}
    assert bridge.score == 6


def test_the_notice_of_seven_days_is_kept():
    assert min(days(forecast(monthly(), [], "2026-06-01"))) == date(2026, 6, 8)


def test_busy_people_and_rooms_forbid_and_other_groups_only_weigh():
    rule = monthly(preferred_weekday=1, preferred_nth=2)
    busy = {
        date(2026, 6, 9): [Busy(BusyKind.PERSON, "Ana Kovač"), Busy(BusyKind.ROOM, "soba 14")],
        date(2026, 6, 8): [Busy(BusyKind.OTHER_GROUP, "Kultura")],
    }
    found = forecast(rule, [], "2026-06-01", busy)
    assert date(2026, 6, 9) not in days(found)
    assert found.fallen[0].reasons == (
        DayReason(Obstacle.PERSON, "Ana Kovač"),
        DayReason(Obstacle.ROOM, "soba 14"),
    )
    assert days(found)[0] == date(2026, 6, 10)
    weighed = next(item for item in found.proposals if item.day == date(2026, 6, 8))
    assert DayReason(Remark.OTHER_GROUP, "Kultura") in weighed.reasons


def test_a_regional_day_weighs_but_does_not_forbid():
    rule = monthly(countries=["AT-2"], preferred_weekday=3, preferred_nth=3, notice_days=0)
    found = forecast(rule, [], "2026-03-02")
    joseph = next(item for item in found.proposals if item.day == date(2026, 3, 19))
    assert Remark.BANK_DAY in {reason.code for reason in joseph.reasons}


def test_the_pattern_of_the_last_meetings_stands_in_for_a_stated_one():
    meetings = on("2026-02-10", "2026-03-10", "2026-04-14", at=time(9)) + on("2026-05-13", at=time(10))
    found = forecast(monthly(), meetings, "2026-06-01")
    assert found.habit == Habit(1, 2, time(9))
    assert days(found)[0] == date(2026, 6, 9)


def test_a_habit_without_a_steady_week_is_only_a_weekday():
    meetings = on("2026-02-03", "2026-03-10", "2026-04-21", "2026-05-26")
    assert habit_of(monthly(), meetings, date(2026, 6, 1)) == Habit(1)
    assert habit_of(monthly(), [], date(2026, 6, 1)) is None
    assert habit_of(monthly(), on("2026-05-04"), date(2026, 6, 1)) is None
    assert Habit(1).days(date(2026, 6, 1), date(2026, 6, 17)) == [
        date(2026, 6, 2),
        date(2026, 6, 9),
        date(2026, 6, 16),
    ]


def test_where_nothing_is_possible_the_rule_that_blocks_most_is_named_first():
    found = forecast(monthly(), [], "2026-06-26")
    assert found.proposals == ()
    assert found.blockers[0].obstacle is Obstacle.NOTICE
    assert found.blockers[0].days == 5
    assert found.blockers[-1].obstacle is Obstacle.WEEKEND


def test_behind_the_deadline_the_rest_of_the_month_is_looked_at():
    found = forecast(monthly(), [], "2026-05-30")
    assert found.deadline == date(2026, 5, 31)
    assert found.proposals == ()


def test_a_secured_month_leads_to_the_next_one():
    planned = on("2026-06-18", status=GatheringStatus.PLANNED)
    found = forecast(monthly(), planned, "2026-06-01")
    assert found.window is not None
    assert found.window.start == date(2026, 7, 1)


def test_a_second_meeting_is_not_proposed_for_the_same_day():
    planned = on("2026-06-09", status=GatheringStatus.PLANNED)
    rule = monthly(minimum=2, preferred_weekday=1, preferred_nth=2)
    found = forecast(rule, planned, "2026-06-01")
    assert found.fallen[0].reasons == (DayReason(Obstacle.SAME_DAY),)


def test_a_pause_is_not_proposed_and_keeps_its_wording():
    pause = Exemption(start=date(2026, 6, 9), end=date(2026, 6, 12), reason="Messe")
    rule = monthly(exemptions=[pause], preferred_weekday=1, preferred_nth=2)
    found = forecast(rule, [], "2026-06-01")
    assert found.fallen[0].reasons == (DayReason(Obstacle.PAUSE, "Messe"),)


def test_an_overdue_gap_asks_for_the_next_possible_days():
    rule = monthly(kind=CadenceKind.MAX_GAP, gap_days=14)
    found = forecast(rule, on("2026-05-04"), "2026-06-01")
    assert found.first == date(2026, 6, 1)
    assert days(found) == [date(2026, 6, day) for day in (8, 9, 10, 11, 12)]


def test_an_overdue_gap_is_not_put_off_for_the_sake_of_the_usual_day():
    rule = monthly(kind=CadenceKind.MAX_GAP, gap_days=14, preferred_weekday=0, preferred_nth=1)
    assert days(forecast(rule, on("2026-05-04"), "2026-06-01"))[0] == date(2026, 6, 8)


def test_grace_days_are_still_possible_days():
    rule = monthly(grace_days=9, notice_days=2, countries=[])
    judged = judge([rule], [], date(2026, 6, 1), date(2026, 5, 1), date(2026, 6, 30), SI)
    found = proposals(rule, judged, [], SI, date(2026, 6, 1))
    assert found.deadline == date(2026, 6, 9)
    assert days(found)[0] == date(2026, 6, 3)


def test_nothing_is_proposed_where_nothing_is_owed():
    assert forecast(CadenceRule(kind=CadenceKind.NONE), [], "2026-06-01") == Forecast()


def test_the_last_possible_date_is_the_deadline_of_the_first_open_window():
    rule = monthly(countries=[])
    judged = judge([rule], [], date(2026, 5, 20), date(2026, 4, 1), date(2026, 6, 30), SI)
    assert last_possible_date(judged) == date(2026, 5, 29)
    assert last_possible_date([]) is None


def test_the_same_question_has_the_same_answer():
    rule = monthly()
    assert forecast(rule, [], "2026-06-01") == forecast(rule, [], "2026-06-01")
