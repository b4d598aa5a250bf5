"""Tasks of visits, meetings, agreements and projects."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.meetings import MeetingBody
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.tasks import Task as TaskTable
from cabinet_app.db.tables.twinning import AgreementParty
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.meetings import MeetingBody as MeetingBodyDraft
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.task_days import due_day, moved, ticked
from cabinet_app.domain.task_matters import Holder, OpenMatter
from cabinet_app.domain.tasks import Task, TaskStatus
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n import dates
from cabinet_app.services.changes import Act
from cabinet_app.services.headlines import headline, learn_names
from cabinet_app.services.journal import Step
from cabinet_app.services.mapping import to_record, without_parts
from cabinet_app.services.records import ListQuery, Records, Stored, contains, holders
from cabinet_app.services.rows import TaskRow

CHIP_OPEN: Final = "open"
CHIP_OVERDUE: Final = "overdue"
CHIP_THIS_WEEK: Final = "this_week"
CHIP_DONE: Final = "done"
CHIP_WITHOUT_HOLDER: Final = "without_holder"
OPEN_STATUSES: Final = (TaskStatus.NEEDS_ACTION, TaskStatus.IN_PROCESS)
SUBJECTS: Final = ("visit", "meeting", "agreement", "project", "place")
"""What a task may belong to; it is shown under the first of these that it names."""
_SUNDAY: Final = 6
_Subject = tuple[str, int]


class Tasks(Records[Task]):
    record_type = "task"

    def ids(self, query: ListQuery) -> list[int]:
        """The tasks the query finds: the open by their day, so that the overdue come first, then the done."""
        statement = self._found(select(TaskTable.id), query.text)
        for chip in query.chips:
            statement = statement.where(_chip(chip, query.today))
        return self._scalars(_ordered(statement, query))

    def rows(self, ids: Sequence[int], language: Language) -> list[TaskRow]:
        """The tasks as the list shows them, in the order of `ids`; a statement for each kind of subject."""
        with self.store.reading() as session:
            tasks = list(without_parts(session, self.record_type, ids).values())
            people = _people(session, tasks)
            subjects = subjects_of(session, tasks)
            found = {
                task.id: _row(task, language, people, subjects.get(subject_of(task), LocalizedText()))
                for task in tasks
            }
        return [found[task_id] for task_id in ids if task_id in found]

    def of_visit(self, visit_id: int) -> list[Stored[Task]]:
        """The checklist of a visit in the order of its days."""
        order = TaskTable.due_on.is_(None), TaskTable.due_on, TaskTable.offset_days, TaskTable.id
        return self.stored(
            self._scalars(
                select(TaskTable.id)
                .where(TaskTable.deleted_at.is_(None), TaskTable.visit_id == visit_id)
                .order_by(*order)
            )
        )

    def create_for_visit(self, visit_id: int, drafts: Sequence[Task]) -> list[int]:
        """Put tasks on the checklist of a visit as one step; those that count from it get their day.

        Raises:
            FormatError: there is no such visit.
        """
        with self.store.reading() as session:
            days = select(VisitTable.starts_on, VisitTable.ends_on).where(VisitTable.id == visit_id)
            starts_on, ends_on = session.execute(days).one_or_none() or (None, None)
        tasks = [_placed(draft, visit_id, starts_on, ends_on) for draft in drafts]
        with self.journal.step(Act.CREATE) as step:
            for task in tasks:
                step.put(self.record_type, task, 0)
        return [task.id for task in tasks]

    def tick(self, task_id: int, today: date, *, is_done: bool) -> Stored[Task]:
        """Mark a task as done today, or as open again, as one step.

        Raises:
            RecordNotFound: there is no such task.
        """
        stored = self.get(task_id)
        return self.update(ticked(stored.record, today, is_done=is_done), stored.version)

    def matters(self, *, done_from: date | None = None, done_until: date | None = None) -> list[OpenMatter]:
        """Every open task, and those done in a span of days if one is given, as open matters."""
        is_wanted: ColumnElement[bool] = TaskTable.status.in_(OPEN_STATUSES)
        if done_from or done_until:
            is_done = [TaskTable.status == TaskStatus.COMPLETED, TaskTable.done_on.is_not(None)]
            is_done += [TaskTable.done_on >= done_from] if done_from else []
            is_done += [TaskTable.done_on <= done_until] if done_until else []
            is_wanted = or_(is_wanted, and_(*is_done))
        ids = self._scalars(select(TaskTable.id).where(TaskTable.deleted_at.is_(None), is_wanted))
        with self.store.reading() as session:
            tasks = list(without_parts(session, self.record_type, ids).values())
            people = _people(session, tasks)
            subjects = subjects_of(session, tasks)
        return [
            OpenMatter(
                id=task.id,
                text=task.title,
                status=task.status,
                holder=holder_of(task, people),
                due_on=task.due_on,
                done_on=task.done_on,
                subject=subjects.get(subject_of(task), LocalizedText()),
            )
            for task in tasks
        ]

    def overdue(self, today: date) -> list[int]:
        """The ids of the open tasks whose day has passed, the oldest first."""
        wanted = select(TaskTable.id).where(TaskTable.deleted_at.is_(None), _chip(CHIP_OVERDUE, today))
        return self._scalars(wanted.order_by(TaskTable.due_on, TaskTable.id))

    def _detail(self, session: Session, record: Task, language: Language) -> str:  # noqa: ARG002 as in Records
        """The day it is due."""
        return dates.numeric(record.due_on, language) if record.due_on else ""

    def _holds(self, word: str) -> ColumnElement[bool]:
        """In the task itself, in its holder's name, or in what it belongs to and the town of that."""
        towns, bodies = holders(PlaceTable, word), holders(OrganizationTable, word)
        visits = select(VisitTable.id).where(
            or_(contains(VisitTable, word), VisitTable.partner_place_id.in_(towns))
        )
        return or_(
            contains(TaskTable, word),
            TaskTable.responsible_id.in_(holders(PersonTable, word)),
            TaskTable.place_id.in_(towns),
            TaskTable.visit_id.in_(visits),
            TaskTable.agreement_id.in_(
                select(AgreementParty.agreement_id).where(AgreementParty.place_id.in_(towns))
            ),
            TaskTable.agreement_id.in_(_matching("agreement", word)),
            TaskTable.project_id.in_(_matching("project", word)),
            TaskTable.meeting_id.in_(_matching("meeting", word)),
            TaskTable.meeting_id.in_(
                select(MeetingBody.meeting_id).where(MeetingBody.organization_id.in_(bodies))
            ),
        )


def checklist_of(session: Session, visit_id: int) -> list[int]:
    """The ids of the tasks that count from a visit and mean nothing without it."""
    wanted = select(TaskTable.id).where(
        TaskTable.visit_id == visit_id, TaskTable.deleted_at.is_(None), TaskTable.offset_days.is_not(None)
    )
    return list(session.scalars(wanted.order_by(TaskTable.id)))


def shift(step: Step, visit_id: int, starts_on: date | None, ends_on: date | None) -> list[int]:
    """Within a step that moves a visit: its open tasks that count from it follow; answers their ids."""
    followed: list[int] = []
    for task_id in checklist_of(step.session, visit_id):
        task: Task = to_record(step.find("task", task_id), Task)
        follower = moved(task, starts_on, ends_on)
        if follower != task:
            step.put("task", follower)
            followed.append(task_id)
    return followed


def subject_of(task: Task) -> _Subject:
    """Type and id of what the task belongs to; (`""`, 0) where it stands alone."""
    for record_type in SUBJECTS:
        record_id = getattr(task, f"{record_type}_id")
        if record_id:
            return record_type, int(record_id)
    return "", 0


def subjects_of(session: Session, tasks: Iterable[Task]) -> dict[_Subject, LocalizedText]:
    """What the records that these tasks belong to are called."""
    wanted: dict[str, set[int]] = {}
    for task in tasks:
        record_type, record_id = subject_of(task)
        wanted.setdefault(record_type, set()).add(record_id)
    wanted.pop("", None)
    records = {record_type: without_parts(session, record_type, ids) for record_type, ids in wanted.items()}
    _add_leads(session, records.get("meeting", {}))
    learn_names(session, [record for found in records.values() for record in found.values()])
    return {
        (record_type, record_id): headline(session, record)
        for record_type, found in records.items()
        for record_id, record in found.items()
    }


def holder_of(task: Task, people: dict[int, PersonName]) -> Holder:
    """Who has to do it."""
    if task.responsible_id in people:
        name = people[task.responsible_id]
        return Holder(name.with_titles, task.responsible_id, name.sort_text)
    return Holder(task.responsible)


def _add_leads(session: Session, meetings: dict[int, Any]) -> None:
    """A meeting without a title is called after the body that leads it."""
    leads = select(MeetingBody.meeting_id, MeetingBody.organization_id).where(
        MeetingBody.meeting_id.in_(meetings), MeetingBody.position == 0
    )
    for meeting_id, body_id in session.execute(leads) if meetings else ():
        meetings[meeting_id].bodies = [MeetingBodyDraft(organization_id=body_id)]


def _people(session: Session, tasks: Iterable[Task]) -> dict[int, PersonName]:
    ids = {task.responsible_id for task in tasks if task.responsible_id}
    return dict(
        iter(session.execute(select(PersonTable.id, PersonTable.name).where(PersonTable.id.in_(ids))))
    )


def _row(task: Task, language: Language, people: dict[int, PersonName], subject: LocalizedText) -> TaskRow:
    subject_type, subject_id = subject_of(task)
    return TaskRow(
        id=task.id,
        title=task.title.shown(language),
        due_on=task.due_on,
        done_on=task.done_on,
        status=task.status,
        holder=holder_of(task, people).name,
        subject_type=subject_type,
        subject_id=subject_id,
        subject=subject.shown(language),
    )


def _placed(draft: Task, visit_id: int, starts_on: date | None, ends_on: date | None) -> Task:
    due = due_day(draft.offset_days, draft.anchor, starts_on, ends_on)
    return replace(draft, id=0, visit_id=visit_id, due_on=due or draft.due_on)


def _matching(record_type: str, word: str) -> Select[int]:
    from cabinet_app.services.mapping import ROOT_TABLES

    return holders(ROOT_TABLES[record_type], word)


def _chip(chip: str, today: date) -> ColumnElement[bool]:
    is_open = TaskTable.status.in_(OPEN_STATUSES)
    if chip == CHIP_OPEN:
        return is_open
    if chip == CHIP_OVERDUE:
        return and_(is_open, TaskTable.due_on < today)
    if chip == CHIP_THIS_WEEK:
        monday = today - timedelta(days=today.weekday())
        return and_(is_open, TaskTable.due_on.between(monday, monday + timedelta(days=_SUNDAY)))
    if chip == CHIP_DONE:
        return TaskTable.status == TaskStatus.COMPLETED
    if chip == CHIP_WITHOUT_HOLDER:
        return and_(TaskTable.responsible_id.is_(None), TaskTable.responsible == "")
    raise ValueError(chip)


def _ordered(statement: Select[int], query: ListQuery) -> Select[int]:
    """By the wanted column, else the open by their day and then the done, the latest first."""
    is_closed = TaskTable.status.not_in(OPEN_STATUSES)
    due, done = TaskTable.due_on, TaskTable.done_on
    if query.sort == "title":
        title = getattr(TaskTable, f"sort_{query.language}")
        return statement.order_by(title.desc() if query.descending else title, TaskTable.id)
    if query.sort == "holder":
        statement = statement.outerjoin(PersonTable, PersonTable.id == TaskTable.responsible_id)
        holder = func.coalesce(getattr(PersonTable, f"sort_{query.language}"), TaskTable.responsible)
        order = holder.desc() if query.descending else holder
        return statement.order_by(holder == "", order, is_closed, due.is_(None), due, TaskTable.id)
    if query.sort == "status":
        status = TaskTable.status.desc() if query.descending else TaskTable.status
        return statement.order_by(status, due.is_(None), due, TaskTable.id)
    by_day = due.desc() if query.descending else due
    return statement.order_by(is_closed, done.desc(), due.is_(None), by_day, TaskTable.id)
