"""All that the register holds about one partner: papers, visits, people, matters still open, gifts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, or_, select

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.projects import Project as ProjectTable
from cabinet_app.db.tables.projects import ProjectTown
from cabinet_app.db.tables.tasks import Task as TaskTable
from cabinet_app.db.tables.twinning import AgreementParty
from cabinet_app.db.tables.twinning import Partnership as PartnershipTable
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.gifts import Gift
from cabinet_app.domain.meetings import Decision, DecisionStatus, Meeting
from cabinet_app.domain.people import Person, PersonStatus
from cabinet_app.domain.places import Place
from cabinet_app.domain.projects import Project
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import Agreement, Partnership
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import RecordNotFound
from cabinet_app.i18n.collation import fold
from cabinet_app.services.tasks import OPEN_STATUSES

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_DECIDED = (DecisionStatus.ADOPTED, DecisionStatus.IMPLEMENTED)


@dataclass(frozen=True, slots=True)
class LinkedDecision:
    """A decision about the partner, with the day of the session that took it."""

    met_on: date | None
    decision: Decision
    meeting_id: int


@dataclass(frozen=True, slots=True)
class PartnerFile:
    """Visits and gifts stand with the latest first, agreements with the oldest, tasks by their day."""

    partnerships: tuple[Partnership, ...]
    agreements: tuple[Agreement, ...]
    visits: tuple[Visit, ...]
    projects: tuple[Project, ...]
    tasks: tuple[Task, ...]
    decisions: tuple[LinkedDecision, ...]
    gifts: tuple[Gift, ...]
    people: tuple[Person, ...]


def partner_file(cabinet: "Cabinet", place_id: int | None, organization_id: int | None = None) -> PartnerFile:
    """What is held about a town, or about an organization where there is no town."""
    if place_id is None and organization_id is None:
        return PartnerFile((), (), (), (), (), (), (), ())
    reader = _Reader(cabinet, place_id, organization_id)
    partnerships, agreements = reader.partnerships(), reader.agreements()
    visits, projects, people = reader.visits(), reader.projects(), reader.people()
    tasks = reader.tasks(agreements, visits, projects)
    return PartnerFile(
        partnerships=tuple(partnerships),
        agreements=tuple(agreements),
        visits=tuple(visits),
        projects=tuple(projects),
        tasks=tuple(tasks),
        decisions=tuple(reader.decisions(agreements, tasks)),
        gifts=tuple(reader.gifts([person.id for person in people])),
        people=tuple(people),
    )


class _Reader:
    def __init__(self, cabinet: "Cabinet", place_id: int | None, organization_id: int | None) -> None:
        self._cabinet = cabinet
        self._place_id = place_id
        self._organization_id = organization_id

    def partnerships(self) -> list[Partnership]:
        table = PartnershipTable
        wanted = select(table.id).where(self._is_partner(table.place_id, table.organization_id))
        return self._cabinet.partnerships.get_many(self._ids(wanted.order_by(table.id)))

    def agreements(self) -> list[Agreement]:
        wanted = select(AgreementParty.agreement_id).where(
            self._is_partner(AgreementParty.place_id, AgreementParty.organization_id)
        )
        found = self._cabinet.agreements.get_many(list(dict.fromkeys(self._ids(wanted))))
        return sorted(found, key=lambda agreement: (_first_day(agreement), agreement.id))

    def visits(self) -> list[Visit]:
        table = VisitTable
        day = table.starts_on
        wanted = select(table.id).where(
            self._is_partner(table.partner_place_id, table.partner_organization_id)
        )
        return self._cabinet.visits.get_many(
            self._ids(wanted.order_by(day.is_(None), day.desc(), table.id.desc()))
        )

    def projects(self) -> list[Project]:
        if self._place_id is None:
            return []
        wanted = (
            select(ProjectTable.id)
            .join(ProjectTown, ProjectTown.project_id == ProjectTable.id)
            .where(ProjectTown.place_id == self._place_id)
            .order_by(ProjectTable.starts_earliest, ProjectTable.id)
        )
        return self._cabinet.projects.get_many(list(dict.fromkeys(self._ids(wanted))))

    def people(self) -> list[Person]:
        """The active people of the partner, those with a rank first."""
        table = PersonTable
        bodies = select(OrganizationTable.id).where(OrganizationTable.place_id == self._place_id)
        belongs: ColumnElement[bool] = table.organization_id == self._organization_id
        if self._place_id is not None:
            belongs = or_(table.place_id == self._place_id, table.organization_id.in_(bodies))
        wanted = select(table.id).where(belongs, table.status == PersonStatus.ACTIVE)
        order = table.precedence.is_(None), table.precedence, table.sort_sl
        return self._cabinet.people.get_many(self._ids(wanted.order_by(*order)))

    def tasks(
        self, agreements: Collection[Agreement], visits: Collection[Visit], projects: Collection[Project]
    ) -> list[Task]:
        """The open tasks of the partner and of everything that belongs to it."""
        table = TaskTable
        belongs: list[ColumnElement[bool]] = [
            table.visit_id.in_([visit.id for visit in visits]),
            table.agreement_id.in_([agreement.id for agreement in agreements]),
            table.project_id.in_([project.id for project in projects]),
        ]
        if self._place_id is not None:
            belongs.append(table.place_id == self._place_id)
        wanted = select(table.id).where(or_(*belongs), table.status.in_(OPEN_STATUSES))
        return self._cabinet.tasks.get_many(
            self._ids(wanted.order_by(table.due_on.is_(None), table.due_on, table.id))
        )

    def decisions(self, agreements: Collection[Agreement], tasks: Collection[Task]) -> list[LinkedDecision]:
        """Decisions named by an act of an agreement or by a task, the latest first.

        Of a session that is named without a decision they are those that speak of the partner.
        """
        named = {
            (event.meeting_id, event.decision_id)
            for agreement in agreements
            for event in agreement.events
            if event.meeting_id
        }
        named |= {(task.meeting_id, task.decision_id) for task in tasks if task.meeting_id}
        meetings = self._cabinet.meetings.get_many(sorted({meeting_id for meeting_id, _ in named}))
        found = [
            LinkedDecision(meeting.starts_at.date() if meeting.starts_at else None, decision, meeting.id)
            for meeting in meetings
            for decision in self._decisions_of(
                meeting, {decision_id for meeting_id, decision_id in named if meeting_id == meeting.id}
            )
        ]
        return sorted(found, key=lambda linked: linked.met_on or date.min, reverse=True)

    def gifts(self, people: Collection[int]) -> list[Gift]:
        return self._cabinet.gifts.get_many(self._cabinet.gifts.earlier(self._place_id, people))

    def _decisions_of(self, meeting: Meeting, wanted: Collection[int]) -> list[Decision]:
        words = self._names() if 0 in wanted else ()
        return [
            decision
            for item in meeting.agenda
            for decision in item.decisions
            if decision.status in _DECIDED
            and (decision.id in wanted or _speaks_of(words, item.title, decision.text))
        ]

    def _names(self) -> tuple[str, ...]:
        """What the partner's town is called, folded."""
        if self._place_id is None:
            return ()
        try:
            place: Place = self._cabinet.places.get(self._place_id).record
        except RecordNotFound:
            return ()
        return tuple({fold(name) for name in (*place.names.all, place.native_name) if name})

    def _is_partner(self, place: Any, organization: Any) -> ColumnElement[bool]:
        """The town where there is one; an organization of another town with the same name does not count."""
        of_town: ColumnElement[bool] = place == self._place_id
        of_body: ColumnElement[bool] = organization == self._organization_id
        if self._place_id is None:
            return of_body
        return of_town if self._organization_id is None else or_(of_town, place.is_(None) & of_body)

    def _ids(self, statement: Select[int]) -> list[int]:
        with self._cabinet.store.reading() as session:
            return list(session.scalars(statement))


def _first_day(agreement: Agreement) -> date:
    days = [event.happened_on.earliest for event in agreement.events if event.happened_on.earliest]
    return min(days, default=date.max)


def _speaks_of(names: Collection[str], *texts: LocalizedText) -> bool:
    folded = " ".join(fold(text) for words in texts for text in words.all)
    return any(name in folded for name in names)
