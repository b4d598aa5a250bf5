"""Visits: the list of delegations and what can be done with a visit."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.visits import Delegate, Delegation, ProgrammeItem
from cabinet_app.db.tables.visits import Visit as VisitTable
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visit_moving import moved
from cabinet_app.domain.visit_revision import marked_as_changed
from cabinet_app.domain.visits import DelegateRole, DelegationSide, Visit, VisitDirection, VisitStatus
from cabinet_app.errors import RecordInUse
from cabinet_app.services import tasks
from cabinet_app.services.changes import Act
from cabinet_app.services.records import ListQuery, Records, Stored, contains, holders, shown
from cabinet_app.services.rows import VisitRow
from cabinet_app.services.searchable import words_of
from cabinet_app.services.usage import Use, users_of, uses_of
from cabinet_app.services.visit_translations import Suggestion, suggestions

CHIP_UPCOMING: Final = "upcoming"
CHIP_INCOMING: Final = "incoming"
CHIP_OUTGOING: Final = "outgoing"
CHIP_WITHOUT_PROGRAMME: Final = "without_programme"
_COLUMNS = frozenset({"town", "country", "title", "direction", "status"})
_OVER = (VisitStatus.CONCLUDED, VisitStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Revised:
    """That a change is told to others: on which day, and what it is."""

    on: date
    note: LocalizedText


class Visits(Records[Visit]):
    record_type = "visit"

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the visits the query finds, in its order; by day unless it says otherwise."""
        statement = self._found(select(VisitTable.id), query.text)
        if not (query.chips or query.sort in _COLUMNS or words_of(query.text)):
            return self._ids_by_day(statement, VisitTable.starts_on, descending=query.descending)
        for chip in query.chips:
            statement = statement.where(_chip(chip, query))
        if query.sort == "title":
            return self._ids_by_title(statement, query)
        if query.sort in {"town", "country"}:
            statement = statement.outerjoin(PlaceTable, PlaceTable.id == VisitTable.partner_place_id)
        return self._scalars(_ordered(statement, query))

    def ids_between(self, first: date, last: date) -> list[int]:
        """The visits that touch the days from `first` to `last`, by day."""
        last_day = func.coalesce(VisitTable.ends_on, VisitTable.starts_on)
        wanted = select(VisitTable.id).where(
            VisitTable.deleted_at.is_(None), VisitTable.starts_on <= last, last_day >= first
        )
        return self._scalars(wanted.order_by(VisitTable.starts_on, VisitTable.id))

    def rows(self, ids: Sequence[int], language: Language) -> list[VisitRow]:
        """The visits as the list shows them, in the order of `ids`, in three statements."""
        wanted = (
            select(
                VisitTable.id,
                VisitTable.starts_on,
                VisitTable.ends_on,
                shown(VisitTable, "title", language).label("title"),
                VisitTable.kind,
                VisitTable.direction,
                VisitTable.status,
                VisitTable.partner_place_id,
                shown(PlaceTable, "names", language),
                PlaceTable.native_name,
                PlaceTable.country,
                shown(OrganizationTable, "names", language),
            )
            .outerjoin(PlaceTable, PlaceTable.id == VisitTable.partner_place_id)
            .outerjoin(OrganizationTable, OrganizationTable.id == VisitTable.partner_organization_id)
            .where(VisitTable.id.in_(ids))
        )
        items = (
            select(ProgrammeItem.visit_id, func.count())
            .where(ProgrammeItem.visit_id.in_(ids))
            .group_by(ProgrammeItem.visit_id)
        )
        with self.store.reading() as session:
            counts = dict(iter(session.execute(items)))
            heads = dict(iter(session.execute(_heads(ids))))
            found: dict[int, VisitRow] = {}
            for visit in session.execute(wanted):
                *_, place_id, town, native, country, organization = visit
                found[visit.id] = VisitRow(
                    id=visit.id,
                    starts_on=visit.starts_on,
                    ends_on=visit.ends_on,
                    town=town if place_id else organization,
                    native_town=native or "",
                    country=country or "",
                    title=visit.title,
                    kind=visit.kind,
                    direction=visit.direction,
                    status=visit.status,
                    programme_items=counts.get(visit.id, 0),
                    head=heads[visit.id].with_titles if visit.id in heads else "",
                )
        return [found[visit_id] for visit_id in ids if visit_id in found]

    def with_place(self, place_id: int) -> list[int]:
        """The ids of the visits whose partner is this town, the latest first."""
        wanted = select(VisitTable.id).where(
            VisitTable.deleted_at.is_(None), VisitTable.partner_place_id == place_id
        )
        day = VisitTable.starts_on
        return self._scalars(wanted.order_by(day.is_(None), day.desc(), VisitTable.id))

    def ids_at_once(self, responsible_id: int, first: date, last: date, *, besides: int = 0) -> list[int]:
        """Other visits of the person responsible that share a day with these, those called off left out."""
        last_day = func.coalesce(VisitTable.ends_on, VisitTable.starts_on)
        statement = select(VisitTable.id).where(
            VisitTable.deleted_at.is_(None),
            VisitTable.responsible_id == responsible_id,
            VisitTable.starts_on <= last,
            last_day >= first,
            VisitTable.status.not_in((VisitStatus.CANCELLED, VisitStatus.POSTPONED)),
            VisitTable.id != besides,
        )
        return self._scalars(statement.order_by(VisitTable.starts_on, VisitTable.id))

    def move(
        self,
        visit: Visit,
        version: int,
        starts_on: date,
        ends_on: date | None = None,
        *,
        revised: Revised | None = None,
    ) -> Stored[Visit]:
        """Put a visit on other days with its programme, bookings, journeys and tasks, as one step.

        With `revised` it becomes the next change of a programme that others have been sent.

        Raises:
            EndsBeforeStart: the new last day is before the first.
            Conflict: somebody else changed the visit meanwhile.
        """
        changed = moved(visit, starts_on, ends_on)
        if revised:
            changed = marked_as_changed(changed, revised.on, revised.note)
        with self.journal.step(Act.UPDATE) as step:
            step.put(self.record_type, changed, version)
            tasks.shift(step, visit.id, changed.starts_on, changed.ends_on)
        return self.get(visit.id)

    def delete(self, record_id: int, version: int | None = None) -> None:
        """Put a visit into the bin with its checklist; tasks that do not count from its days stay in the way.

        Raises:
            RecordInUse: other records refer to it.
            Conflict: somebody else changed it meanwhile.
        """
        with self.journal.step(Act.DELETE) as step:
            checklist = tasks.checklist_of(step.session, record_id)
            going = {Use("task", task_id) for task_id in checklist}
            if any(use not in going for use in uses_of(step.session, self.record_type, record_id)):
                users = users_of(step.session, self.record_type, record_id)
                raise RecordInUse(self.record_type, record_id, users)
            step.remove(self.record_type, record_id, version)
            for task_id in checklist:
                step.remove("task", task_id)

    def suggested_texts(self, texts: Collection[LocalizedText]) -> dict[LocalizedText, list[Suggestion]]:
        """For texts that lack a language, how they were translated before; nothing is changed."""
        with self.store.reading() as session:
            return suggestions(session, texts)

    def _holds(self, word: str) -> ColumnElement[bool]:
        """In the visit itself, in its partner's names or in the names of those who come."""
        guests = (
            select(Delegation.visit_id)
            .join(Delegate, Delegate.delegation_id == Delegation.id)
            .where(Delegate.person_id.in_(holders(PersonTable, word)))
        )
        return or_(
            contains(VisitTable, word),
            VisitTable.partner_place_id.in_(holders(PlaceTable, word)),
            VisitTable.partner_organization_id.in_(holders(OrganizationTable, word)),
            VisitTable.id.in_(guests),
        )


def _heads(ids: Sequence[int]) -> Select[int, PersonName]:
    return (
        select(Delegation.visit_id, PersonTable.name)
        .join(Delegate, Delegate.delegation_id == Delegation.id)
        .join(PersonTable, PersonTable.id == Delegate.person_id)
        .where(
            Delegation.visit_id.in_(ids),
            Delegation.side == DelegationSide.GUEST,
            Delegate.role == DelegateRole.HEAD,
        )
    )


def _chip(chip: str, query: ListQuery) -> ColumnElement[bool]:
    if chip == CHIP_UPCOMING:
        last_day = func.coalesce(VisitTable.ends_on, VisitTable.starts_on)
        return and_(or_(last_day.is_(None), last_day >= query.today), VisitTable.status.not_in(_OVER))
    if chip == CHIP_INCOMING:
        return VisitTable.direction == VisitDirection.INCOMING
    if chip == CHIP_OUTGOING:
        return VisitTable.direction == VisitDirection.OUTGOING
    if chip == CHIP_WITHOUT_PROGRAMME:
        return and_(
            ~exists().where(ProgrammeItem.visit_id == VisitTable.id),
            VisitTable.status != VisitStatus.CANCELLED,
        )
    raise ValueError(chip)


def _ordered(statement: Select[int], query: ListQuery) -> Select[int]:
    """By the wanted column, then by day; visits without a day come last either way."""
    columns: dict[str, Any] = {
        "town": getattr(PlaceTable, f"sort_{query.language}"),
        "country": PlaceTable.country,
        "direction": VisitTable.direction,
        "status": VisitTable.status,
    }
    order = []
    if query.sort in columns:
        column = columns[query.sort]
        order.append(column.desc() if query.descending else column)
    day = VisitTable.starts_on
    by_day = day.desc() if query.descending and query.sort not in columns else day
    return statement.order_by(*order, day.is_(None), by_day, VisitTable.id)
