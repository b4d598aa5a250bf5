"""What the strip of the day says of tasks and of the yearly list of gifts."""

from datetime import date

import pytest

from cabinet_app.domain.gifts import Gift, GiftRule
from cabinet_app.domain.tasks import Task, TaskStatus
from cabinet_app.domain.texts import same
from cabinet_app.domain.visits import Visit, VisitStatus
from cabinet_app.services.today import NoticeKind

FIRST_OF_MARCH = date(2026, 3, 1)


@pytest.fixture
def gift(cabinet):
    def make(cents=12000, day=date(2025, 6, 1), **fields):
        return cabinet.gifts.create(
            Gift(description=same("vaza"), value_cents=cents, happened_on=day, **fields)
        )

    return make


def of_kind(cabinet, kind, today):
    return next((notice for notice in cabinet.today.notices(today) if notice.kind is kind), None)


def test_on_the_first_of_march_the_list_is_said_to_be_due_by_the_day_of_the_rule(cabinet, gift):
    gift()
    gift(9000)
    notice = of_kind(cabinet, NoticeKind.GIFT_LIST_DUE, FIRST_OF_MARCH)
    assert (notice.day, notice.count) == (date(2026, 3, 31), 2)
    assert (notice.record_type, notice.record_id, notice.chip) == ("gift", 0, "to_list")
    assert of_kind(cabinet, NoticeKind.GIFT_LIST_DUE, date(2026, 2, 28)) is None
    assert of_kind(cabinet, NoticeKind.GIFT_LIST_DUE, date(2026, 4, 7)) is not None


def test_the_reminder_goes_when_the_list_is_reported_and_comes_back_when_that_is_undone(cabinet, gift):
    gift()
    cabinet.gifts.report(2025, FIRST_OF_MARCH)
    assert of_kind(cabinet, NoticeKind.GIFT_LIST_DUE, FIRST_OF_MARCH) is None
    cabinet.undo.undo()
    assert of_kind(cabinet, NoticeKind.GIFT_LIST_DUE, FIRST_OF_MARCH) is not None


def test_nobody_is_reminded_of_a_list_with_nothing_in_it(cabinet, gift):
    gift(5000)
    gift(day=date(2026, 1, 5))
    assert of_kind(cabinet, NoticeKind.GIFT_LIST_DUE, FIRST_OF_MARCH) is None


def test_another_rule_brings_another_day(cabinet, gift):
    gift()
    rule = GiftRule(valid_from=date(2025, 1, 1), listed_above_cents=5000, due_month=2, due_day=15)
    cabinet.gift_rules.create(rule)
    assert of_kind(cabinet, NoticeKind.GIFT_LIST_DUE, date(2026, 2, 1)).day == date(2026, 2, 15)


def test_overdue_tasks_are_counted_and_lead_to_their_list(cabinet):
    for day in (1, 2):
        cabinet.tasks.create(Task(title=same(f"naloga {day}"), due_on=date(2026, 2, day)))
    cabinet.tasks.create(Task(title=same("x"), due_on=date(2026, 2, 1), status=TaskStatus.COMPLETED))
    notice = of_kind(cabinet, NoticeKind.TASKS_OVERDUE, FIRST_OF_MARCH)
    assert (notice.count, notice.record_id, notice.chip) == (2, 0, "overdue")
    assert notice.headline == same("naloga 1")


def test_a_single_overdue_task_is_led_to_at_once(cabinet):
    task = cabinet.tasks.create(Task(title=same("Zahvala"), due_on=date(2026, 2, 27))).record
    notice = of_kind(cabinet, NoticeKind.TASKS_OVERDUE, FIRST_OF_MARCH)
    assert (notice.count, notice.record_id) == (1, task.id)
    assert of_kind(cabinet, NoticeKind.TASKS_OVERDUE, date(2026, 2, 27)) is None


def test_at_most_three_things_are_said_the_most_urgent_first(cabinet, gift):
    gift()
    cabinet.tasks.create(Task(title=same("Zahvala"), due_on=date(2026, 2, 27)))
    for day in (1, 5):
        visit = Visit(title=same("Obisk"), starts_on=date(2026, 3, day), status=VisitStatus.CONFIRMED)
        cabinet.visits.create(visit)
    assert [notice.kind for notice in cabinet.today.notices(FIRST_OF_MARCH)] == [
        NoticeKind.VISIT_TODAY,
        NoticeKind.TASKS_OVERDUE,
        NoticeKind.GIFT_LIST_DUE,
    ]
