"""The data of a visit's programme from the register."""

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import (
    Audience,
    Delegate,
    Delegation,
    ProgrammeItem,
    ProgrammeItemStatus,
    Reply,
    Visit,
    VisitDirection,
)
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.programme_data import (
    ProgrammeData,
    ProgrammeDay,
    ProgrammeEntry,
    ProgrammePerson,
    ProgrammeSide,
)

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(cabinet: "Cabinet", visit_id: int, printed_at: datetime, *, internal: bool) -> ProgrammeData:
    """The whole programme; the guests' copy has nothing in it that guests may not read.

    Raises:
        RecordNotFound: there is no such visit.
    """
    visit = cabinet.visits.get(visit_id).record
    names = Names(cabinet)
    responsible = names.person(visit.responsible_id)
    data = ProgrammeData(
        kind=visit.kind,
        printed_at=printed_at,
        direction=visit.direction,
        title=visit.title,
        purpose=visit.purpose,
        town=names.town(visit.partner_place_id),
        organization=names.body(visit.partner_organization_id),
        host=_host(visit, names),
        first_day=visit.starts_on,
        last_day=visit.ends_on,
        responsible=responsible.name.with_titles if responsible else "",
        contact=tuple(filter(None, (responsible.phone, responsible.email))) if responsible else (),
        sides=tuple(_side(delegation, names) for delegation in visit.delegations),
        topics=tuple(topic.text for topic in visit.topics),
        days=_days(visit, names),
        revision=visit.revision,
        internal=True,
        notes=visit.notes,
    )
    return data if internal else data.for_guests()


def _host(visit: Visit, names: Names) -> LocalizedText:
    host = names.body(visit.host_organization_id)
    if host.is_empty and visit.direction is VisitDirection.OUTGOING:
        return names.body(visit.partner_organization_id)
    return host


def _side(delegation: Delegation, names: Names) -> ProgrammeSide:
    name = names.town(delegation.place_id)
    if name.is_empty:
        name = names.body(delegation.organization_id)
    people = tuple(_person(delegate, names) for delegate in delegation.delegates)
    return ProgrammeSide(delegation.side, name, people)


def _person(delegate: Delegate, names: Names) -> ProgrammePerson:
    person = names.person(delegate.person_id)
    function = delegate.function
    if function.is_empty and person:
        function = person.function
    return ProgrammePerson(
        name=person.name.with_titles if person else delegate.placeholder,
        function=function,
        role=delegate.role,
        gender=person.gender if person else Gender.UNSTATED,
        declined=delegate.reply is Reply.DECLINED,
        note=delegate.notes,
    )


def _days(visit: Visit, names: Names) -> tuple[ProgrammeDay, ...]:
    """The items by day and hour; those without a day come last, those without an hour first in their day."""
    items = sorted(visit.programme, key=_moment)
    return tuple(
        ProgrammeDay(items_of_day[0].day, tuple(_entry(item, names) for item in items_of_day))
        for _, found in groupby(items, key=lambda item: item.day or date.max)
        if (items_of_day := list(found))
    )


def _moment(item: ProgrammeItem) -> tuple[date, bool, str]:
    return (
        item.day or date.max,
        item.starts_at is not None,
        item.starts_at.isoformat() if item.starts_at else "",
    )


def _entry(item: ProgrammeItem, names: Names) -> ProgrammeEntry:
    return ProgrammeEntry(
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        title=item.title,
        place=names.venue(item.place_id),
        description=item.description,
        leader=names.person_name(item.leader_id),
        changed=item.status is ProgrammeItemStatus.CHANGED,
        dropped=item.status is ProgrammeItemStatus.DROPPED,
        internal=item.audience is Audience.INTERNAL,
        notes=item.internal_notes,
    )
