"""What a long step is about to touch, read for many records at once instead of one by one."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from cabinet_app.domain.documents import field_types
from cabinet_app.services.mapping import ROOT_TABLES, find, whole

T = TypeVar("T")
AT_ONCE = 500


class ReadAhead:
    """The rows of the records that come next, and which ids of their parts no row bears yet.

    Only what was asked for last is kept, so that a long step stays small in memory.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[tuple[str, int], Any] = {}
        self._free: set[tuple[type[Any], int]] = set()

    def read(self, coming: Iterable[tuple[str, int, Any]]) -> None:
        """Read the rows of these records: type, id, and the record to be written if there is one."""
        ids: dict[str, set[int]] = {}
        parts: dict[type[Any], set[int]] = {}
        for record_type, record_id, record in coming:
            if record_id:
                ids.setdefault(record_type, set()).add(record_id)
            if record is not None:
                _note_parts(ROOT_TABLES[record_type], record, parts)
        self._rows = {
            key: row for record_type in ids for key, row in self._read(record_type, ids[record_type])
        }
        self._free = {(table, part_id) for table in parts for part_id in self._unborne(table, parts[table])}

    def find(self, record_type: str, record_id: int) -> Any | None:
        """The row of a record with its children, deleted or not; None if there is none."""
        key = record_type, record_id
        return self._rows[key] if key in self._rows else find(self._session, record_type, record_id)

    def add(self, record_type: str, row: Any) -> None:
        """Know a row that is new."""
        if (record_type, row.id) in self._rows:
            self._rows[record_type, row.id] = row

    def is_taken(self, table: type[Any], part_id: int) -> bool:
        """Whether a row of the table bears the id; it is asked because one is going to."""
        if (table, part_id) in self._free:
            self._free.remove((table, part_id))
            return False
        return self._session.get(table, part_id) is not None

    def _read(self, record_type: str, ids: Collection[int]) -> Iterator[tuple[tuple[str, int], Any]]:
        table = ROOT_TABLES[record_type]
        for some in batches(ids):
            yield from (((record_type, record_id), None) for record_id in some)
            for row in self._session.scalars(select(table).where(table.id.in_(some)).options(*whole(table))):
                yield (record_type, row.id), row

    def _unborne(self, table: type[Any], ids: Collection[int]) -> set[int]:
        borne: set[int] = set()
        for some in batches(ids):
            borne.update(self._session.scalars(select(table.id).where(table.id.in_(some))))
        return set(ids) - borne


def batches(items: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _note_parts(table: type[Any], record: Any, parts: dict[type[Any], set[int]]) -> None:
    for field in field_types(type(record)):
        if field.is_list and field.is_record:
            below = inspect(table).relationships[field.name].mapper.class_
            for part in getattr(record, field.name):
                if part.id:
                    parts.setdefault(below, set()).add(part.id)
                _note_parts(below, part, parts)
