"""Templates of visits: what a visit takes over from one, and what one keeps of a visit."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from cabinet_app.domain.programme_hours import in_order
from cabinet_app.domain.protocol import TemplateItem, TemplateTask, VisitTemplate
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import ProgrammeItem, ProgrammeItemStatus, Visit


def length_of(template: VisitTemplate) -> timedelta:
    """From the first day of the template to its last."""
    return timedelta(days=max((item.day for item in template.items), default=0))


def items_of(template: VisitTemplate, first_day: date | None) -> list[ProgrammeItem]:
    """The programme on these days; without a day where none is known yet."""
    return [
        ProgrammeItem(
            day=first_day + timedelta(days=item.day) if first_day else None,
            starts_at=item.starts_at,
            ends_at=item.ends_at,
            kind=item.kind,
            title=item.title,
            description=item.description,
            audience=item.audience,
        )
        for item in template.items
    ]


def filled(visit: Visit, template: VisitTemplate) -> Visit:
    """The visit with the items of the template after its own; one of a single day gets days enough."""
    ends_on = visit.ends_on
    if visit.starts_on and (ends_on is None or (ends_on == visit.starts_on and not visit.programme)):
        ends_on = max(ends_on or visit.starts_on, visit.starts_on + length_of(template))
    programme = [*visit.programme, *items_of(template, visit.starts_on)]
    return replace(visit, ends_on=ends_on, programme=programme)


def template_of(visit: Visit, tasks: Iterable[Task], names: LocalizedText) -> VisitTemplate:
    """What can be used again: hours, titles and tasks with their distance in days; no names, no rooms."""
    return VisitTemplate(
        names=names,
        direction=visit.direction,
        kind=visit.kind,
        items=[
            TemplateItem(
                day=_distance(item.day, visit.starts_on),
                starts_at=item.starts_at,
                ends_at=item.ends_at,
                kind=item.kind,
                title=item.title,
                description=item.description,
                audience=item.audience,
            )
            for item in in_order(visit)
            if item.status is not ProgrammeItemStatus.DROPPED
        ],
        tasks=_tasks(tasks),
    )


def _tasks(tasks: Iterable[Task]) -> list[TemplateTask]:
    counted: Sequence[Task] = [task for task in tasks if task.offset_days is not None]
    return [
        TemplateTask(
            title=task.title,
            offset_days=task.offset_days or 0,
            anchor=task.anchor,
            responsible=task.responsible,
        )
        for task in sorted(counted, key=lambda task: (task.anchor, task.offset_days or 0))
    ]


def _distance(day: date | None, first: date | None) -> int:
    return max((day - first).days, 0) if day and first else 0
