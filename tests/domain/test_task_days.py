"""When tasks are due, when they are overdue, and what somebody types into a checklist."""

from datetime import date

import pytest

from cabinet_app.domain.protocol import TemplateTask
from cabinet_app.domain.task_days import (
    due_day,
    is_overdue,
    moved,
    settled,
    task_of_template,
    ticked,
    typed_line,
)
from cabinet_app.domain.tasks import Task, TaskAnchor, TaskStatus
from cabinet_app.domain.texts import same

FIRST, LAST = date(2026, 2, 25), date(2026, 2, 27)
TODAY = date(2026, 2, 10)


@pytest.mark.parametrize(
    ("offset", "anchor", "day"),
    [
        (-60, TaskAnchor.VISIT_START, date(2025, 12, 27)),
        (0, TaskAnchor.VISIT_START, FIRST),
        (7, TaskAnchor.VISIT_END, date(2026, 3, 6)),
        (None, TaskAnchor.VISIT_START, None),
    ],
)
def test_a_task_is_due_so_many_days_from_its_visit(offset, anchor, day):
    assert due_day(offset, anchor, FIRST, LAST) == day


def test_a_visit_of_one_day_ends_on_the_day_it_begins():
    assert due_day(7, TaskAnchor.VISIT_END, FIRST, None) == date(2026, 3, 4)


def test_no_day_comes_of_a_visit_without_one_or_of_the_end_of_time():
    assert due_day(-60, TaskAnchor.VISIT_START, None, None) is None
    assert due_day(999_999_999, TaskAnchor.VISIT_START, FIRST, None) is None


def test_a_template_gives_a_task_its_words_its_holder_and_its_day():
    template = TemplateTask(title=same("Zastave"), offset_days=-1, responsible="hišnik")
    task = task_of_template(template, FIRST, LAST)
    assert (task.title, task.responsible, task.due_on, task.offset_days) == (
        same("Zastave"),
        "hišnik",
        date(2026, 2, 24),
        -1,
    )


def test_open_tasks_follow_their_visit_and_done_ones_stay():
    task = Task(offset_days=-1, due_on=date(2026, 2, 24))
    assert moved(task, date(2026, 3, 3), None).due_on == date(2026, 3, 2)
    done = Task(offset_days=-1, due_on=date(2026, 2, 24), status=TaskStatus.COMPLETED)
    assert moved(done, date(2026, 3, 3), None) == done
    own_day = Task(due_on=date(2026, 2, 24))
    assert moved(own_day, date(2026, 3, 3), None) == own_day
    assert moved(task, None, None) == task


def test_the_day_of_completion_is_set_once_and_kept():
    done = settled(Task(status=TaskStatus.COMPLETED), TODAY)
    assert done.done_on == TODAY
    assert settled(done, date(2026, 3, 1)).done_on == TODAY


@pytest.mark.parametrize("status", [TaskStatus.NEEDS_ACTION, TaskStatus.IN_PROCESS, TaskStatus.CANCELLED])
def test_what_is_not_done_has_no_day_of_completion(status):
    assert settled(Task(status=status, done_on=TODAY), TODAY).done_on is None


def test_a_tick_completes_a_task_and_is_taken_away_again():
    done = ticked(Task(status=TaskStatus.IN_PROCESS), TODAY, is_done=True)
    assert (done.status, done.done_on) == (TaskStatus.COMPLETED, TODAY)
    again = ticked(done, TODAY, is_done=False)
    assert (again.status, again.done_on) == (TaskStatus.NEEDS_ACTION, None)
    running = Task(status=TaskStatus.IN_PROCESS)
    assert ticked(running, TODAY, is_done=False) == running


def test_a_task_is_overdue_from_the_day_after_its_own():
    assert not is_overdue(TaskStatus.NEEDS_ACTION, TODAY, TODAY)
    assert is_overdue(TaskStatus.IN_PROCESS, date(2026, 2, 9), TODAY)
    assert not is_overdue(TaskStatus.COMPLETED, date(2026, 2, 9), TODAY)
    assert not is_overdue(TaskStatus.NEEDS_ACTION, None, TODAY)


@pytest.mark.parametrize(
    ("typed", "offset", "words"),
    [
        ("T-14 Naročiti tolmača", -14, "Naročiti tolmača"),
        ("T−60: Povabilo", -60, "Povabilo"),
        ("t+7 Zahvala", 7, "Zahvala"),
        ("T – 1 Zastave", -1, "Zastave"),
        ("T Sprejem", 0, "Sprejem"),
        ("Tolmač", None, "Tolmač"),
        ("T-14", None, "T-14"),
        ("  Zastave ", None, "Zastave"),
        ("", None, ""),
    ],
)
def test_a_line_of_a_checklist_may_begin_with_its_days(typed, offset, words):
    assert typed_line(typed) == (offset, words)
