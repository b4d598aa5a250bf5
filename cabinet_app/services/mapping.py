"""Records to rows of tables and back, by the names that fields and columns share."""

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Mapper, Session, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from cabinet_app.db.columns import RecordRoot
from cabinet_app.db.tables import (
    bodies,
    gifts,
    meetings,
    papers,
    people,
    places,
    projects,
    protocol,
    series,
    tasks,
    twinning,
    visits,
)
from cabinet_app.domain.documents import FieldType, field_types, follow_parts, parts_named
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.services.identity import new_id

IsTaken = Callable[[type[Any], int], bool]
ROOT_TABLES: dict[str, type[Any]] = {
    "place": places.Place,
    "organization": bodies.Organization,
    "person": people.Person,
    "partnership": twinning.Partnership,
    "agreement": twinning.Agreement,
    "project": projects.Project,
    "visit": visits.Visit,
    "series": series.MeetingSeries,
    "meeting": meetings.Meeting,
    "task": tasks.Task,
    "gift": gifts.Gift,
    "gift_rule": gifts.GiftRule,
    "letter": protocol.Letter,
    "precedence_scheme": protocol.PrecedenceScheme,
    "visit_template": protocol.VisitTemplate,
    "document": papers.Document,
}


_WHOLE: dict[type[Any], tuple[_AbstractLoad, ...]] = {}


def whole(table: type[Any]) -> tuple[_AbstractLoad, ...]:
    """Loader options that bring a record with all its children, a statement for each kind; made once."""
    if table not in _WHOLE:
        _WHOLE[table] = tuple(_loader(relation) for relation in inspect(table).relationships)
    return _WHOLE[table]


def _loader(relation: Any) -> _AbstractLoad:
    load = selectinload(relation.class_attribute)
    below = [_loader(child) for child in relation.mapper.relationships]
    return load.options(*below) if below else load


def to_record(row: Any, kind: type[Any]) -> Any:
    """The record that a row and its children hold."""
    values: dict[str, Any] = {}
    for field in field_types(kind):
        value = getattr(row, field.name)
        if field.is_list:
            value = [to_record(child, field.base) for child in value] if field.is_record else list(value)
        values[field.name] = value
    return kind(**values)


def without_parts(session: Session, record_type: str, ids: Collection[int]) -> dict[int, Any]:
    """Records by id, deleted or not, with their own fields alone: what hangs on them is not read."""
    kind, table = RECORD_TYPES[record_type], ROOT_TABLES[record_type]
    names = [field.name for field in field_types(kind) if not (field.is_list and field.is_record)]
    wanted = select(*(getattr(table, name) for name in names)).where(table.id.in_(ids))
    records = (kind(**dict(zip(names, row, strict=True))) for row in session.execute(wanted))
    return {record.id: record for record in records}  # type: ignore[attr-defined] # every record has one


def write_row(row: Any, record: Any, is_taken: IsTaken) -> None:
    """Let the row hold what the record says; children are matched by id, new ones get one, missing ones go.

    The ids given to new children are written into `record`, too, and what names them by their id follows.
    `is_taken` says whether another row bears the id that a child comes with.
    """
    renamed: dict[int, int] = {}
    _write(row, record, is_taken, set(), renamed)
    if renamed and not renamed.keys().isdisjoint(parts_named(record)):
        follow_parts(record, renamed)
        _write(row, record, is_taken, set(), renamed)


def _write(
    row: Any, record: Any, is_taken: IsTaken, given: set[tuple[Any, int]], renamed: dict[int, int]
) -> None:
    """The same for one level; `given` are the ids of the record so far, `renamed` those that were taken."""
    mapper: Mapper[Any] = inspect(type(row))
    for field in field_types(type(record)):
        value = getattr(record, field.name)
        if field.name == "id":
            continue
        if field.is_list and field.is_record:
            table = mapper.relationships[field.name].mapper.class_
            setattr(row, field.name, _written_children(row, field, value, table, is_taken, given, renamed))
        else:
            setattr(row, field.name, list(value) if field.is_list else value)
        if isinstance(value, VagueDate):
            setattr(row, f"{field.name}_earliest", value.earliest)
            setattr(row, f"{field.name}_latest", value.latest)


def _written_children(
    row: Any,
    field: FieldType,
    records: list[Any],
    table: type[Any],
    is_taken: IsTaken,
    given: set[tuple[Any, int]],
    renamed: dict[int, int],
) -> list[Any]:
    owned: list[Any] = getattr(row, field.name)
    by_id = {child.id: child for child in owned}
    kept: list[Any] = []
    for position, record in enumerate(records):
        child = by_id.pop(record.id, None) or _new_child(table, record.id, is_taken, given)
        if record.id and record.id != child.id:
            renamed[record.id] = child.id
        record.id = child.id
        given.add((table, child.id))
        child.position = position
        _write(child, record, is_taken, given, renamed)
        kept.append(child)
    return kept


def _new_child(table: type[Any], record_id: int, is_taken: IsTaken, given: set[tuple[Any, int]]) -> Any:
    """A child row with the id its document gives, unless another row bears it."""
    taken = record_id and ((table, record_id) in given or is_taken(table, record_id))
    return _empty_row(table, 0 if taken else record_id)


def _empty_row(table: type[Any], record_id: int) -> Any:
    row = table(id=record_id or new_id())
    for relation in inspect(table).relationships:
        setattr(row, relation.key, [])
    return row


def new_root(table: type[Any], record_id: int) -> Any:
    """An empty row for a new record; its version is one once it is stored."""
    row = _empty_row(table, record_id)
    row.version = 0
    return row


def find(session: Session, record_type: str, record_id: int) -> Any | None:
    """The row of a record with its children, deleted or not; None if there is none."""
    table: type[RecordRoot] = ROOT_TABLES[record_type]
    return session.get(table, record_id, options=whole(table))
