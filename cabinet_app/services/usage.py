"""Who refers to a record: asked before it is thrown away or merged into another one."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from cabinet_app.db.tables import journal as journal_tables  # noqa: F401 the journal's tables belong to the metadata
from cabinet_app.domain.documents import FieldType, field_types
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import Language
from cabinet_app.services.headlines import headline
from cabinet_app.services.mapping import ROOT_TABLES, find, to_record
from cabinet_app.services.read_ahead import batches

_NAMED_USERS = 5


@dataclass(frozen=True, slots=True)
class Use:
    """A record that refers to another one."""

    record_type: str
    record_id: int


def uses_of(session: Session, record_type: str, record_id: int) -> list[Use]:
    """Every record outside the bin that refers to this one, itself left out."""
    found: dict[Use, None] = {}
    for user_type, kind in RECORD_TYPES.items():
        table = ROOT_TABLES[user_type]
        for path, field in _references_to(kind, record_type):
            for user_id in session.scalars(_users(table, path, field, record_id)):
                found[Use(user_type, user_id)] = None
    found.pop(Use(record_type, record_id), None)
    return list(found)


def used_of(session: Session, record_type: str, ids: Collection[int]) -> list[int]:
    """Those of the records that others outside the bin refer to, in the order given."""
    used: set[int] = set()
    for some in batches(ids):
        for user_type, kind in RECORD_TYPES.items():
            for path, field in _references_to(kind, record_type):
                pairs = _uses(ROOT_TABLES[user_type], path, field, some)
                used.update(
                    found
                    for user_id, found in session.execute(pairs)
                    if (user_type, user_id) != (record_type, found)
                )
    return [record_id for record_id in ids if record_id in used]


def users_of(session: Session, record_type: str, record_id: int) -> tuple[str, ...]:
    """The names of the first few records that refer to this one."""
    names: list[str] = []
    for use in uses_of(session, record_type, record_id)[:_NAMED_USERS]:
        row = find(session, use.record_type, use.record_id)
        title = headline(session, to_record(row, RECORD_TYPES[use.record_type]))
        names.append(title.shown(Language.SL) or str(use.record_id))
    return tuple(names)


def _references_to(
    kind: type[Any], record_type: str, path: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], FieldType]]:
    found: list[tuple[tuple[str, ...], FieldType]] = []
    for field in field_types(kind):
        if field.reference == record_type:
            found.append((path, field))
        elif field.is_list and field.is_record:
            found += _references_to(field.base, record_type, (*path, field.name))
    return found


def _users(table: type[Any], path: tuple[str, ...], field: FieldType, record_id: int) -> Any:
    pairs = _uses(table, path, field, [record_id])
    return pairs.with_only_columns(table.id)


def _uses(table: type[Any], path: tuple[str, ...], field: FieldType, record_ids: Collection[int]) -> Any:
    """The ids of the users, each with the record it refers to."""
    here = table
    joins = []
    for step in path:
        relation = inspect(here).relationships[step]
        here = relation.mapper.class_
        joins.append((here, relation.primaryjoin))
    used = getattr(here, field.name)
    statement = select(table.id, used).where(table.deleted_at.is_(None), used.in_(record_ids)).distinct()
    for below, condition in joins:
        statement = statement.join(below, condition)
    return statement
