"""The directory: places, organizations and persons, found by typing and merged where they are the same."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from cabinet_app.db.columns import RecordRoot
from cabinet_app.db.tables.bodies import Organization as OrganizationTable
from cabinet_app.db.tables.people import Person as PersonTable
from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.documents import Document, field_types, from_document, to_document
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, name_with_native
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.errors import RecordNotFound
from cabinet_app.i18n.countries import country_name
from cabinet_app.services.changes import Act
from cabinet_app.services.headlines import organization_names, place_names
from cabinet_app.services.home import home_organization_id
from cabinet_app.services.mapping import find, to_record
from cabinet_app.services.records import ListQuery, Records
from cabinet_app.services.rows import OrganizationRow, PersonRow, PlaceRow
from cabinet_app.services.usage import uses_of

R = TypeVar("R")
_OWNER = aliased(OrganizationTable, name="owner")


class DirectoryRecords(Records[R]):
    """Records of the directory; each can take the place of another one that means the same."""

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the records the query finds, in its order."""
        return self.found_ids(query)

    def found_ids(self, query: ListQuery, *conditions: ColumnElement[bool]) -> list[int]:
        """The same, narrowed by conditions on the table."""
        order = self._sort_column(query.language)
        found = self._found(select(self.table.id), query.text).where(*conditions)
        return self._scalars(found.order_by(order.desc() if query.descending else order, self.table.id))

    def merge(self, keep_id: int, gone_id: int) -> None:
        """Point every reference to `gone_id` at `keep_id`, fill what is empty there, throw the other away.

        Raises:
            RecordNotFound: one of them does not exist.
        """
        if keep_id == gone_id:
            return
        with self.journal.step(Act.MERGE) as step:
            keep = self._present(step.session, keep_id)
            gone = self._present(step.session, gone_id)
            filled = _filled(keep, gone)
            _redirect(filled, self.record_type, gone_id, keep_id)
            _let_go_of_itself(filled, self.record_type)
            step.put(self.record_type, filled)
            for use in uses_of(step.session, self.record_type, gone_id):
                row = find(step.session, use.record_type, use.record_id)
                user = to_record(row, RECORD_TYPES[use.record_type])
                _redirect(user, self.record_type, gone_id, keep_id)
                step.put(use.record_type, user)
            step.remove(self.record_type, gone_id)

    def _present(self, session: Session, record_id: int) -> Any:
        row = find(session, self.record_type, record_id)
        if row is None or row.deleted_at:
            raise RecordNotFound(self.record_type, record_id)
        return to_record(row, self.kind)


class Places(DirectoryRecords[Place]):
    record_type = "place"

    def rows(self, ids: list[int], language: Language) -> list[PlaceRow]:
        """The places as a list shows them, in the order of `ids`."""
        wanted = select(
            PlaceTable.id, PlaceTable.names, PlaceTable.native_name, PlaceTable.country, PlaceTable.kind
        )
        with self.store.reading() as session:
            found = {
                place_id: PlaceRow(
                    id=place_id,
                    name=name_with_native(names, native, language),
                    country=country_name(country, language) if country else "",
                    kind=kind,
                )
                for place_id, names, native, country, kind in session.execute(
                    wanted.where(_live(PlaceTable, ids))
                )
            }
        return [found[place_id] for place_id in ids if place_id in found]

    def _detail(self, session: Session, record: Place, language: Language) -> str:
        parent = place_names(session, record.parent_id).shown(language)
        native = record.native_name if record.native_name != record.names.shown(language) else ""
        country = country_name(record.country, language) if record.country else ""
        return ", ".join(part for part in (native, parent, country) if part)


class Organizations(DirectoryRecords[Organization]):
    record_type = "organization"

    def rows(self, ids: list[int], language: Language) -> list[OrganizationRow]:
        """The organizations as a list shows them, in the order of `ids`."""
        table = OrganizationTable
        wanted = (
            select(table.id, table.names, table.classification, PlaceTable.names, _OWNER.names)
            .outerjoin(PlaceTable, PlaceTable.id == table.place_id)
            .outerjoin(_OWNER, _OWNER.id == table.parent_id)
        )
        with self.store.reading() as session:
            found = {
                record_id: OrganizationRow(
                    id=record_id,
                    name=names.shown(language),
                    classification=classification,
                    place=place.shown(language),
                    owner=owner.shown(language),
                )
                for record_id, names, classification, place, owner in session.execute(
                    wanted.where(_live(table, ids))
                )
            }
        return [found[record_id] for record_id in ids if record_id in found]

    def home_id(self) -> int | None:
        """The municipality whose cabinet this is, None if none is marked."""
        with self.store.reading() as session:
            return home_organization_id(session)

    def bodies(self) -> list[Organization]:
        """Bodies and groups that hold meetings."""
        meeting = {
            Classification.COUNCIL,
            Classification.COMMISSION,
            Classification.COMMITTEE,
            Classification.WORKING_GROUP,
        }
        return [record for record in self.all() if record.classification in meeting]

    def _detail(self, session: Session, record: Organization, language: Language) -> str:
        return organization_names(session, record.parent_id).shown(language) or place_names(
            session, record.place_id
        ).shown(language)


class People(DirectoryRecords[Person]):
    record_type = "person"

    def rows(self, ids: list[int], language: Language) -> list[PersonRow]:
        """The persons as a list shows them, in the order of `ids`."""
        table = PersonTable
        wanted = (
            select(table.id, table.name, table.function, OrganizationTable.names, PlaceTable.names)
            .outerjoin(OrganizationTable, OrganizationTable.id == table.organization_id)
            .outerjoin(PlaceTable, PlaceTable.id == table.place_id)
        )
        with self.store.reading() as session:
            found = {
                person_id: PersonRow(
                    id=person_id,
                    name=name.with_titles,
                    function=function.shown(language),
                    organization=organization.shown(language),
                    place=place.shown(language),
                )
                for person_id, name, function, organization, place in session.execute(
                    wanted.where(_live(table, ids))
                )
            }
        return [found[person_id] for person_id in ids if person_id in found]

    def _detail(self, session: Session, record: Person, language: Language) -> str:
        home = organization_names(session, record.organization_id).shown(language) or place_names(
            session, record.place_id
        ).shown(language)
        return ", ".join(part for part in (record.function.shown(language), home) if part)


def _live(table: type[RecordRoot], ids: Sequence[int]) -> ColumnElement[bool]:
    """These records, those in the bin left out."""
    return table.id.in_(ids) & table.deleted_at.is_(None)


def _filled(keep: R, gone: R) -> R:
    """`keep` with what only `gone` knows; lists are joined where `keep` has none."""
    other = to_document(gone)
    document: Document = {key: value for key, value in other.items() if key != "id"} | to_document(keep)
    for key, value in document.items():
        # The words of one source would contradict the date of another: vague dates stay whole.
        if isinstance(getattr(keep, key), LocalizedText | PersonName) and key in other:
            document[key] = other[key] | value
    return from_document(type(keep), document)


def _let_go_of_itself(record: Any, record_type: str) -> None:
    """What lay within the other one now lies within itself: no parent at all is meant."""
    for item in field_types(type(record)):
        if item.reference == record_type and getattr(record, item.name) == record.id:
            setattr(record, item.name, None)


def _redirect(record: Any, record_type: str, old: int, new: int) -> None:
    for item in field_types(type(record)):
        value = getattr(record, item.name)
        if item.reference == record_type and value == old:
            setattr(record, item.name, new)
        elif item.is_list and item.is_record:
            for child in value:
                _redirect(child, record_type, old, new)
