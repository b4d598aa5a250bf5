"""The data of the prints about tasks."""

from typing import TYPE_CHECKING

from cabinet_app.domain.tasks import Task, TaskStatus
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.options import ReportOptions
from cabinet_app.reports.tasks_data import ChecklistData, ChecklistLine, TasksData

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(cabinet: "Cabinet", options: ReportOptions) -> TasksData:
    """Every open task; with a first or last day also those done in between."""
    matters = cabinet.tasks.matters(done_from=options.first, done_until=options.last)
    return TasksData(options.printed_at, tuple(matters), options.first, options.last)


def compose_checklist(cabinet: "Cabinet", options: ReportOptions) -> ChecklistData:
    """The tasks of one visit.

    Raises:
        RecordNotFound: there is no such visit.
    """
    assert options.record_id is not None
    visit = cabinet.visits.get(options.record_id).record
    names = Names(cabinet)
    tasks = [stored.record for stored in cabinet.tasks.of_visit(visit.id)]
    return ChecklistData(
        printed_at=options.printed_at,
        title=visit.title if not visit.title.is_empty else cabinet.visits.headlines([visit.id])[visit.id],
        town=names.town(visit.partner_place_id),
        first_day=visit.starts_on,
        last_day=visit.ends_on,
        responsible=names.person_name(visit.responsible_id),
        lines=tuple(
            ChecklistLine(task, _holder(task, names))
            for task in tasks
            if task.status is not TaskStatus.CANCELLED
        ),
    )


def _holder(task: Task, names: Names) -> str:
    return names.person_name(task.responsible_id) or task.responsible
