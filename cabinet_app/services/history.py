"""The history of one record: who changed what and when, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from cabinet_app.db.engine import Store
from cabinet_app.db.tables.journal import JournalChange, JournalEntry
from cabinet_app.services.changes import Act


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's value before and after, as in the record's document; None where there was none."""

    path: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One step in the life of a record; `at` is UTC."""

    entry_id: int
    at: datetime
    actor: str
    act: Act
    fields: tuple[FieldChange, ...]


class History:
    """Reads the journal by record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, record_type: str, record_id: int, limit: int = 200) -> list[HistoryRow]:
        """The steps that touched the record, newest first."""
        wanted = (
            select(JournalEntry, JournalChange)
            .join(JournalChange, JournalChange.journal_entry_id == JournalEntry.id)
            .where(JournalChange.record_type == record_type, JournalChange.record_id == record_id)
            .order_by(JournalEntry.id.desc())
            .limit(limit)
        )
        with self._store.reading() as session:
            return [
                HistoryRow(
                    entry.id,
                    entry.at,
                    entry.actor,
                    Act(entry.act),
                    tuple(differences(change.before, change.after)),
                )
                for entry, change in session.execute(wanted)
            ]


def differences(before: Any, after: Any, path: str = "") -> Iterator[FieldChange]:
    """The leaves in which two documents differ; rows of lists are matched by their ids."""
    if isinstance(before, dict | None) and isinstance(after, dict | None) and (before or after):
        old, new = before or {}, after or {}
        for key in dict.fromkeys((*old, *new)):
            if key != "id":
                yield from differences(old.get(key), new.get(key), f"{path}.{key}" if path else key)
    elif isinstance(before, list | None) and isinstance(after, list | None) and _has_rows(before, after):
        old, new = _by_id(before), _by_id(after)
        for key in dict.fromkeys((*old, *new)):
            yield from differences(old.get(key), new.get(key), path)
    elif before != after:
        yield FieldChange(path, before, after)


def _has_rows(*lists: list[Any] | None) -> bool:
    return any(isinstance(item, dict) for items in lists for item in items or ())


def _by_id(items: list[Any] | None) -> dict[Any, Any]:
    return {item.get("id", index): item for index, item in enumerate(items or ())}
