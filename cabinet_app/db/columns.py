"""Columns that many tables share: value objects over several columns, references, record and child rows."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import (
    Composite,
    Mapped,
    MappedColumn,
    composite,
    declared_attr,
    mapped_column,
    relationship,
)
from sqlalchemy.orm.relationships import _RelationshipDeclared
from sqlalchemy.types import TypeDecorator

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.vague_dates import VagueDate

# On SQLite only a column of type INTEGER is the row's own key; elsewhere record ids need 64 bits.
RecordKey = BigInteger().with_variant(Integer(), "sqlite")


class EnumList(TypeDecorator[list[Any]]):
    """A short list of enumeration values, kept as JSON."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: list[Any] | None, dialect: Dialect) -> list[str]:  # noqa: ARG002 SQLAlchemy's signature
        return [str(item) for item in value or ()]

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> list[Any]:  # noqa: ARG002 SQLAlchemy's signature
        return [self.kind(item) for item in value or ()]


def text_column(name: str) -> MappedColumn[str]:
    """A text that is never null."""
    return mapped_column(name, Text(), default="", nullable=False)


def localized(name: str) -> Composite[LocalizedText]:
    """A text in three languages over `<name>_sl`, `<name>_de` and `<name>_en`."""
    return composite(
        LocalizedText, text_column(f"{name}_sl"), text_column(f"{name}_de"), text_column(f"{name}_en")
    )


def vague(name: str) -> Composite[VagueDate]:
    """A vague date over `<name>_edtf` and `<name>_wording`; its span has columns of its own."""
    return composite(VagueDate, text_column(f"{name}_edtf"), text_column(f"{name}_wording"))


def person_name() -> Composite[PersonName]:
    """A person's name over its five parts."""
    return composite(
        PersonName,
        text_column("title_before"),
        text_column("given_name"),
        text_column("family_name"),
        text_column("title_after"),
        mapped_column("family_first", default=False),
    )


def reference(record_type: str, *, breaks_cycle: bool = False) -> MappedColumn[Any]:
    """The id of another record; checked when the transaction ends, so that records may come in any order.

    Of two tables that refer to each other, one reference `breaks_cycle`: it is left out of their order.
    """
    key = ForeignKey(f"{record_type}.id", deferrable=True, initially="DEFERRED", use_alter=breaks_cycle)
    return mapped_column(RecordKey, key, index=True)


def parent_key(table: str) -> MappedColumn[int]:
    """The row that owns this one."""
    return mapped_column(RecordKey, ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


def children(name: str) -> _RelationshipDeclared[Any]:
    """The rows owned by this one, in their order; loaded only on purpose."""
    return relationship(
        name, cascade="all, delete-orphan", passive_deletes=True, lazy="raise", order_by=f"{name}.position"
    )


def now() -> datetime:
    """The present moment, UTC, as time stamps are stored."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class RecordRoot:
    """A record of its own, with everything that hangs on it.

    `version` grows with every change of the record or of its children; `deleted_at` is set while it lies in
    the bin; `search_text` is the folded text that search looks in; `sort_*` order it by its headline in each
    alphabet.
    """

    id: Mapped[int] = mapped_column(RecordKey, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(Integer())
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    deleted_at: Mapped[datetime | None]
    search_text: Mapped[str] = mapped_column(default="")
    sort_sl: Mapped[str] = mapped_column(default="")
    sort_de: Mapped[str] = mapped_column(default="")
    sort_en: Mapped[str] = mapped_column(default="")

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version, "version_id_generator": False}  # type: ignore[attr-defined] # set by Base

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        return (*cls.rules(), *(Index(None, f"sort_{language}") for language in ("sl", "de", "en")))

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        """Constraints and indexes of the table beyond those of every record."""
        return ()


class Child:
    """A row owned by another one, at a place in its order."""

    id: Mapped[int] = mapped_column(RecordKey, primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(Integer(), default=0)
