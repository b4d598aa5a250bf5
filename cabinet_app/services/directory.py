"""The directory: places, organizations and persons, found by typing and merged where they are the same."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

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
        return [
            PlaceRow(
                id=place.id,
                name=name_with_native(place.names, place.native_name, language),
                country=country_name(place.country, language) if place.country else "",
                kind=place.kind,
            )
            for place in self.get_many(ids)
        ]

    def _detail(self, session: Session, record: Place, language: Language) -> str:
        parent = place_names(session, record.parent_id).shown(language)
        native = record.native_name if record.native_name != record.names.shown(language) else ""
        country = country_name(record.country, language) if record.country else ""
        return ", ".join(part for part in (native, parent, country) if part)


class Organizations(DirectoryRecords[Organization]):
    record_type = "organization"

    def rows(self, ids: list[int], language: Language) -> list[OrganizationRow]:
        """The organizations as a list shows them, in the order of `ids`."""
        records = self.get_many(ids)
        with self.store.reading() as session:
            return [
                OrganizationRow(
                    id=record.id,
                    name=record.names.shown(language),
                    classification=record.classification,
                    place=place_names(session, record.place_id).shown(language),
                    owner=organization_names(session, record.parent_id).shown(language),
                )
                for record in records
            ]

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
        records = self.get_many(ids)
        with self.store.reading() as session:
            return [
                PersonRow(
                    id=record.id,
                    name=record.name.with_titles,
                    function=record.function.shown(language),
                    organization=organization_names(session, record.organization_id).shown(language),
                    place=place_names(session, record.place_id).shown(language),
                )
                for record in records
            ]

    def _detail(self, session: Session, record: Person, language: Language) -> str:
        home = organization_names(session, record.organization_id).shown(language) or place_names(
            session, record.place_id
        ).shown(language)
        return ", ".join(part for part in (record.function.shown(language), home) if part)


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
