"""Persons."""

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from cabinet_app.db.base import Base
from cabinet_app.db.columns import RecordRoot, localized, person_name, reference
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, PersonStatus
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
    status: Mapped[PersonStatus]
    notes: Mapped[str]
