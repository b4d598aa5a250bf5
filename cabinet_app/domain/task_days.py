"""The days of tasks: counted from the days of their visit, kept when done, overdue when missed."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cabinet_app.domain.protocol import TemplateTask
from cabinet_app.domain.tasks import Task, TaskAnchor, TaskStatus

_TYPED: Final = re.compile(
    r"[tT]\s*(?:(?P<sign>[-\u2212\u2013+])\s*(?P<days>\d{1,3}))?(?=\s|$|:)[:\s]*(?P<rest>.*)"
)


def due_day(
    offset_days: int | None, anchor: TaskAnchor, starts_on: date | None, ends_on: date | None
) -> date | None:
    """The day so far from the first or the last day of the visit; None where one of them is not known."""
    day = (ends_on or starts_on) if anchor is TaskAnchor.VISIT_END else starts_on
    if offset_days is None or day is None:
        return None
    try:
        return day + timedelta(days=offset_days)
    except OverflowError:
        return None


def task_of_template(template: TemplateTask, starts_on: date | None, ends_on: date | None) -> Task:
    """The task that a template of visits stands for, on a visit of these days."""
    return Task(
        title=template.title,
        due_on=due_day(template.offset_days, template.anchor, starts_on, ends_on),
        offset_days=template.offset_days,
        anchor=template.anchor,
        responsible=template.responsible,
    )


def moved(task: Task, starts_on: date | None, ends_on: date | None) -> Task:
    """The task after its visit was moved: an open one that counts from the visit follows it."""
    if not task.status.is_open or task.offset_days is None:
        return task
    due = due_day(task.offset_days, task.anchor, starts_on, ends_on)
    return task if due is None else replace(task, due_on=due)


def settled(task: Task, today: date) -> Task:
    """The task with its day of completion: set when done, kept afterwards, gone when it is open again."""
    if task.status is TaskStatus.COMPLETED:
        return task if task.done_on else replace(task, done_on=today)
    return replace(task, done_on=None) if task.done_on else task


def ticked(task: Task, today: date, *, is_done: bool) -> Task:
    """The task after somebody ticked its box, or took the tick away."""
    if is_done == (task.status is TaskStatus.COMPLETED):
        return task
    status = TaskStatus.COMPLETED if is_done else TaskStatus.NEEDS_ACTION
    return settled(replace(task, status=status), today)


def is_overdue(status: TaskStatus, due_on: date | None, today: date) -> bool:
    """Whether it should have been done before today."""
    return status.is_open and due_on is not None and due_on < today


def typed_line(text: str) -> tuple[int | None, str]:
    """A line of a checklist as typed: `T-14 Naročiti tolmača` counts from the visit, other lines do not.

    `T` alone stands for the day itself.
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None or not found["rest"]:
        return None, text.strip()
    days = int(found["days"] or 0)
    return (days if found["sign"] == "+" else -days), found["rest"].strip()
