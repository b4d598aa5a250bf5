"""What a record is called in lists, in the journal and in messages, in each language."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.documents import references
from cabinet_app.domain.gifts import Gift, GiftRule
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.papers import Document
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.projects import Project
from cabinet_app.domain.protocol import Letter, PrecedenceScheme, VisitTemplate
from cabinet_app.domain.series import MeetingSeries
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import Agreement, Partnership
from cabinet_app.domain.visits import Visit
from cabinet_app.i18n import dates


def headline(session: Session, record: Any) -> LocalizedText:
    """The name of the record; empty where nothing has been written that could name it."""
    return _HEADLINES[type(record)](session, record)


def place_names(session: Session, place_id: int | None) -> LocalizedText:
    """The names of a place, empty if there is none."""
    return _names(session, "place", place_id)


def organization_names(session: Session, organization_id: int | None) -> LocalizedText:
    """The names of an organization, empty if there is none."""
    return _names(session, "organization", organization_id)


def remember_names(session: Session) -> None:
    """Ask for the names of a place or organization only once in this session, until they are forgotten."""
    for record_type in _NAMED:
        session.info.setdefault(record_type, {})


def forget_name(session: Session, record_type: str, record_id: int) -> None:
    """Ask for these names again: the record has been written."""
    session.info.get(record_type, {}).pop(record_id, None)


def learn_names(session: Session, records: Collection[Any]) -> None:
    """Read the names of the places and organizations that these records refer to, in two statements."""
    remember_names(session)
    wanted: dict[str, set[int]] = {record_type: set() for record_type in _NAMED}
    for record in records:
        for _place, record_type, record_id in references(record):
            if record_type in wanted:
                wanted[record_type].add(record_id)
    for record_type, ids in wanted.items():
        known: dict[int, LocalizedText] = session.info[record_type]
        missing = ids - known.keys()
        if missing:
            table = _NAMED[record_type]
            rows = session.execute(select(table.id, table.names).where(table.id.in_(missing)))
            known.update((record_id, names) for record_id, names in rows)


def _names(session: Session, record_type: str, record_id: int | None) -> LocalizedText:
    if not record_id:
        return LocalizedText()
    known: dict[int, LocalizedText] = session.info.get(record_type, {})
    names = known.get(record_id)
    if names is None:
        table = _NAMED[record_type]
        names = session.scalar(select(table.names).where(table.id == record_id)) or LocalizedText()
        known[record_id] = names
    return names


def _visit(session: Session, visit: Visit) -> LocalizedText:
    """`Beljak, 25. 2. 2016`, by the partner and the day; the title where there is no partner."""
    partner = _first(
        place_names(session, visit.partner_place_id),
        organization_names(session, visit.partner_organization_id),
        visit.title,
    )
    return _joined(partner, visit.starts_on)


def _partnership(session: Session, partnership: Partnership) -> LocalizedText:
    return _first(
        place_names(session, partnership.place_id), organization_names(session, partnership.organization_id)
    )


def _agreement(_session: Session, agreement: Agreement) -> LocalizedText:
    return agreement.title


def _meeting(session: Session, meeting: Meeting) -> LocalizedText:
    lead = next((body.organization_id for body in meeting.bodies), None)
    name = _first(meeting.title, organization_names(session, lead))
    if meeting.number and meeting.title.is_empty:
        name = LocalizedText(*(f"{name.get(language)} ({meeting.number})".strip() for language in Language))
    return _joined(name, meeting.starts_at.date() if meeting.starts_at else None)


def _project(_session: Session, project: Project) -> LocalizedText:
    return same(project.acronym) if project.acronym else project.title


def _person(_session: Session, person: Person) -> LocalizedText:
    return same(person.name.with_titles)


def _named(
    _session: Session, record: Place | Organization | PrecedenceScheme | VisitTemplate
) -> LocalizedText:
    return record.names


def _first(*texts: LocalizedText) -> LocalizedText:
    return next((text for text in texts if not text.is_empty), LocalizedText())


def _joined(name: LocalizedText, day: date | None) -> LocalizedText:
    if day is None:
        return name
    return LocalizedText(
        *(
            ", ".join(part for part in (name.shown(language), dates.numeric(day, language)) if part)
            for language in Language
        )
    )


def _series(session: Session, series: MeetingSeries) -> LocalizedText:
    lead = next((body.organization_id for body in series.bodies), None)
    return _first(series.title, organization_names(session, lead))


def _task(_session: Session, task: Task) -> LocalizedText:
    return task.title


def _gift(_session: Session, gift: Gift) -> LocalizedText:
    return _joined(gift.description, gift.happened_on)


def _gift_rule(_session: Session, rule: GiftRule) -> LocalizedText:
    return _joined(same(rule.source), rule.valid_from)


def _letter(_session: Session, letter: Letter) -> LocalizedText:
    return _joined(same(letter.subject), letter.written_on)


def _document(_session: Session, document: Document) -> LocalizedText:
    return _first(document.title, same(document.file_name))


_NAMED: dict[str, type[Any]] = {"place": PlaceTable, "organization": OrganizationTable}
_HEADLINES: dict[type[Any], Callable[[Session, Any], LocalizedText]] = {
    Visit: _visit,
    Partnership: _partnership,
    Agreement: _agreement,
    Meeting: _meeting,
    Project: _project,
    Person: _person,
    Place: _named,
    Organization: _named,
    MeetingSeries: _series,
    Task: _task,
    Gift: _gift,
    GiftRule: _gift_rule,
    Letter: _letter,
    PrecedenceScheme: _named,
    VisitTemplate: _named,
    Document: _document,
}
