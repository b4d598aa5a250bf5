"""Many new records at once: as `Step.put` stores them, but with one statement for hundreds of rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, inspect

from cabinet_app.db.columns import now
from cabinet_app.domain.documents import field_types, to_document, unstorable
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import ValueRejected
from cabinet_app.services.headlines import headline
from cabinet_app.services.identity import new_id
from cabinet_app.services.journal import Step
from cabinet_app.services.mapping import ROOT_TABLES
from cabinet_app.services.rules import check_rules
from cabinet_app.services.searchable import search_text, sort_keys

_Rows = dict[type[Any], list[dict[str, Any]]]


def add_new(step: Step, record_type: str, records: Sequence[Any]) -> None:
    """Store records that the register does not know; their ids and those of their parts are filled in.

    For types whose fields are plain or in three languages: meetings and series.

    Raises:
        RecordError: a record breaks a hard rule.
    """
    table = ROOT_TABLES[record_type]
    rows: _Rows = {table: []}
    moment = now()
    for record in records:
        rejected = unstorable(record)
        if rejected:
            raise ValueRejected(rejected, "\ufffd")
        check_rules(step.session, record_type, record)
        record.id = record.id or new_id()
        title = headline(step.session, record)
        sort_sl, sort_de, sort_en = sort_keys(record, title)
        row = _values(table, record, rows)
        row |= {"version": 1, "created_at": moment, "updated_at": moment, "deleted_at": None}
        row |= {"search_text": search_text(record)}
        row |= {"sort_sl": sort_sl, "sort_de": sort_de, "sort_en": sort_en}
        rows[table].append(row)
        step.note_new(record_type, record, to_document(record), title)
    for kind, values in rows.items():
        if values:
            step.session.execute(insert(kind.__table__), values)


def _values(table: type[Any], record: Any, rows: _Rows) -> dict[str, Any]:
    """The columns of a record; the rows of its parts are added to `rows`, those who own them first."""
    row: dict[str, Any] = {}
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        if field.is_list and field.is_record:
            if value:
                _add_parts(table, field.name, record.id, value, rows)
        elif field.base is LocalizedText:
            row[f"{field.name}_sl"], row[f"{field.name}_de"], row[f"{field.name}_en"] = (
                value.sl,
                value.de,
                value.en,
            )
        else:
            row[field.name] = value
    return row


def _add_parts(table: type[Any], name: str, owner_id: int, parts: Sequence[Any], rows: _Rows) -> None:
    below = inspect(table).relationships[name].mapper.class_
    of_kind = rows.setdefault(below, [])
    for position, part in enumerate(parts):
        part.id = new_id()
        row = _values(below, part, rows)
        row |= {"position": position, f"{table.__tablename__}_id": owner_id}
        of_kind.append(row)
