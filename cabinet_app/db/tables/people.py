"""Persons."""

from datetime import date

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import EnumList, RecordRoot, localized, person_name, reference
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Diet, Gender, PersonStatus
from cabinet_app.domain.texts import LocalizedText


class Person(RecordRoot, Base):
    __tablename__ = "person"

    name: Mapped[PersonName] = person_name()
    gender: Mapped[Gender]
    function: Mapped[LocalizedText] = localized("function")
    organization_id: Mapped[int | None] = reference("organization", breaks_cycle=True)
    place_id: Mapped[int | None] = reference("place")
    languages: Mapped[list[str]] = mapped_column(JSON)
    email: Mapped[str]
    phone: Mapped[str]
    pronunciation: Mapped[str]
    address_form: Mapped[LocalizedText] = localized("address_form")
    precedence: Mapped[int | None]
    in_office_since: Mapped[date | None]
    photo_id: Mapped[int | None] = reference("document", breaks_cycle=True)
    status: Mapped[PersonStatus]
    notes: Mapped[str]
    diets: Mapped[list[Diet]] = mapped_column(EnumList(Diet))
    diet_note: Mapped[str]
    accessibility: Mapped[str]
    document_number: Mapped[str]
