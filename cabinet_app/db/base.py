"""The declarative base of every table: constraint names and column types, alike on SQLite and PostgreSQL."""

from datetime import date, datetime, time
from enum import Enum, StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import Date, DateTime, LargeBinary, MetaData, String, Text, Time
from sqlalchemy import Enum as EnumType
from sqlalchemy.orm import DeclarativeBase, mapped_column

# Frozen: released files carry these names.
NAMING_CONVENTION = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

# `Mapped[str]` holds a text of any length, since nothing typed may be cut; the others are these.
CodeText = Annotated[str, mapped_column(String(40))]
ShortText = Annotated[str, mapped_column(String(120))]
LongText = Annotated[str, mapped_column(Text())]


def _stored_values(kind: type[Enum]) -> list[str]:
    return [str(member.value) for member in kind]


class Base(DeclarativeBase):
    """Enumerations are stored as their values in plain text, so that a new status needs no rebuilt table.

    `datetime` is without a zone: wall time of the place for appointments, UTC for time stamps.
    """

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        bytes: LargeBinary(),
        date: Date(),
        time: Time(),
        datetime: DateTime(),
        StrEnum: EnumType(
            StrEnum, native_enum=False, create_constraint=False, length=40, values_callable=_stored_values
        ),
    }
