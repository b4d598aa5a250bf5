"""The one way into the register: a step is one transaction with one journal entry, and can be taken back."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from getpass import getuser
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cabinet_app.db.columns import now
from cabinet_app.db.engine import Store
from cabinet_app.db.tables.journal import JournalChange, JournalEntry
from cabinet_app.domain.documents import Document, from_document, references, to_document, unstorable
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import Conflict, FormatError, RecordInUse, RecordNotFound, ValueRejected
from cabinet_app.services.changes import Act, Change, Changes, Label
from cabinet_app.services.headlines import forget_name, headline, remember_names
from cabinet_app.services.identity import new_id
from cabinet_app.services.mapping import ROOT_TABLES, new_root, to_record, whole, write_row
from cabinet_app.services.read_ahead import ReadAhead, batches
from cabinet_app.services.rules import check_rules
from cabinet_app.services.searchable import search_text, sort_keys
from cabinet_app.services.usage import used_of, users_of


class Step:
    """A step under way: puts and removes records in one session and notes what stood before and after."""

    def __init__(self, session: Session, act: Act) -> None:
        self.session = session
        self.entry = JournalEntry(at=now(), actor=_actor(), act=act.value, changes=[])
        self._rows = ReadAhead(session)
        self._references: dict[str, dict[int, str]] = {}
        self._removed: dict[tuple[str, int], None] = {}
        remember_names(session)

    def read_ahead(self, coming: Iterable[tuple[str, int, Any]]) -> None:
        """Read at once what will be put, removed or looked at next: type, id, and the record to be put.

        A step of many records calls it for some hundreds of them at a time; what was read before is let go.
        """
        self._rows.read(coming)

    def find(self, record_type: str, record_id: int) -> Any | None:
        """The row of a record with its children, deleted or not; None if there is none."""
        return self._rows.find(record_type, record_id)

    def document(self, record_type: str, record_id: int) -> Document | None:
        """The record as it stands; None if there is none or it lies in the bin."""
        row = self.find(record_type, record_id)
        if row is None or row.deleted_at:
            return None
        return to_document(to_record(row, RECORD_TYPES[record_type]))

    def put(self, record_type: str, record: Any, seen_version: int | None = None, place: str = "") -> int:
        """Store the record and answer its version; `seen_version` guards against a later change, 0 means new.

        A record in the bin comes back. Nothing is written where nothing changed. Errors about references
        name a place that begins with `place`.

        Raises:
            RecordNotFound: the record has an id that the register does not know, and a version was seen.
            Conflict: the stored version is not the one that was seen.
            RecordError: the record breaks a hard rule.
        """
        rejected = unstorable(record)
        if rejected:
            raise ValueRejected(rejected, "\ufffd")
        check_rules(self.session, record_type, record)
        row = self.find(record_type, record.id) if record.id else None
        if row is None:
            if seen_version:
                raise RecordNotFound(record_type, record.id)
            row = self._add(record_type, record)
            before = None
        else:
            _guard(record_type, row, seen_version)
            before = None if row.deleted_at else to_document(to_record(row, type(record)))
        if before == to_document(record):
            return int(row.version)
        write_row(row, record, self._rows.is_taken)
        for found, wanted_type, wanted_id in references(record, place):
            self._references.setdefault(wanted_type, {}).setdefault(wanted_id, found)
        self._removed.pop((record_type, record.id), None)
        row.deleted_at = None
        row.search_text = search_text(record)
        self._note(record_type, row, before, to_document(record), record)
        return int(row.version)

    def note_new(self, record_type: str, record: Any, document: Document, title: LocalizedText) -> None:
        """Note a record that is new and was stored by other means than `put`, in its first version."""
        for found, wanted_type, wanted_id in references(record):
            self._references.setdefault(wanted_type, {}).setdefault(wanted_id, found)
        self.entry.changes.append(
            JournalChange(
                id=new_id(),
                position=len(self.entry.changes),
                record_type=record_type,
                record_id=record.id,
                version_after=1,
                headline=to_document(title),
                before=None,
                after=document,
            )
        )

    def remove(self, record_type: str, record_id: int, seen_version: int | None = None) -> None:
        """Put the record into the bin.

        Raises:
            RecordNotFound: there is no such record, or it lies in the bin already.
            Conflict: the stored version is not the one that was seen.
        """
        row = self.find(record_type, record_id)
        if row is None or row.deleted_at:
            raise RecordNotFound(record_type, record_id)
        _guard(record_type, row, seen_version)
        record = to_record(row, RECORD_TYPES[record_type])
        row.deleted_at = now()
        self._removed[record_type, record_id] = None
        self._note(record_type, row, to_document(record), None, record)

    def restore(self, record_type: str, record_id: int, document: Document | None) -> None:
        """Bring a record to the state of a journal entry; None puts it into the bin."""
        if document is None:
            self.remove(record_type, record_id)
        else:
            self.put(record_type, from_document(RECORD_TYPES[record_type], document))

    def check_references(self) -> None:
        """Look, once all is put and removed, whether every reference points to a record outside the bin.

        Raises:
            FormatError: a record that was put refers to one that does not exist or lies in the bin.
            RecordInUse: others refer to a record that was removed.
        """
        for record_type, places in self._references.items():
            table = ROOT_TABLES[record_type]
            for some in batches(places):
                wanted = select(table.id).where(table.id.in_(some), table.deleted_at.is_(None))
                present = set(self.session.scalars(wanted))
                for record_id in some:
                    if record_id not in present:
                        raise FormatError(
                            places[record_id], "dangling_reference", f"{record_type} {record_id}"
                        )
        removed: dict[str, list[int]] = {}
        for record_type, record_id in self._removed:
            removed.setdefault(record_type, []).append(record_id)
        for record_type, ids in removed.items():
            for record_id in used_of(self.session, record_type, ids):
                raise RecordInUse(record_type, record_id, users_of(self.session, record_type, record_id))

    def _add(self, record_type: str, record: Any) -> Any:
        record.id = record.id or new_id()
        row = new_root(ROOT_TABLES[record_type], record.id)
        self.session.add(row)
        self._rows.add(record_type, row)
        return row

    def _note(
        self,
        record_type: str,
        row: Any,
        before: Document | None,
        after: Document | None,
        record: Any,
    ) -> None:
        row.version += 1
        row.updated_at = now()
        title = headline(self.session, record)
        named_before = (row.sort_sl, row.sort_de, row.sort_en)
        row.sort_sl, row.sort_de, row.sort_en = named_now = sort_keys(record, title)
        self.session.flush()
        forget_name(self.session, record_type, row.id)
        if named_now != named_before and before is not None:
            self._sort_partnerships_anew(record_type, row.id)
        change = JournalChange(
            id=new_id(),
            position=len(self.entry.changes),
            record_type=record_type,
            record_id=record.id,
            version_after=row.version,
            headline=to_document(title),
            before=before,
            after=after,
        )
        self.entry.changes.append(change)

    def _sort_partnerships_anew(self, record_type: str, record_id: int) -> None:
        """Partnerships are ordered by the name of their town or organization, which has just changed."""
        table = ROOT_TABLES["partnership"]
        column = {"place": table.place_id, "organization": table.organization_id}.get(record_type)
        if column is None:
            return
        for row in self.session.scalars(select(table).where(column == record_id).options(*whole(table))):
            record = to_record(row, RECORD_TYPES["partnership"])
            row.sort_sl, row.sort_de, row.sort_en = sort_keys(record, headline(self.session, record))


class Journal:
    """Opens steps on the store and tells observers of each that was stored."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self.store = store
        self.changes = changes

    @contextmanager
    def step(self, act: Act) -> Iterator[Step]:
        """A transaction for one step; it is stored whole when the block ends, and told to the observers."""
        with self.store.writing() as session:
            step = Step(session, act)
            with session.no_autoflush:
                yield step
            session.flush()
            step.check_references()
            if step.entry.changes:
                session.add(step.entry)
                session.flush()
        if step.entry.changes:
            self.changes.tell(change_of(step.entry))


def label_of(entry: JournalEntry) -> Label:
    """What the entry did, to be put in words; the first record it touched gives the name."""
    first = entry.changes[0]
    return Label(Act(entry.act), first.record_type, LocalizedText(**first.headline), len(entry.changes))


def change_of(entry: JournalEntry) -> Change:
    """The entry as it is told to observers."""
    ids: dict[str, list[int]] = {}
    for change in entry.changes:
        ids.setdefault(change.record_type, []).append(change.record_id)
    return Change(label_of(entry), {kind: tuple(touched) for kind, touched in ids.items()}, entry.id)


def _guard(record_type: str, row: Any, seen_version: int | None) -> None:
    if seen_version is not None and (row.version != seen_version or row.deleted_at):
        raise Conflict(record_type, row.id, seen_version, row.version)


def _actor() -> str:
    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # a process without a login name, such as a scheduled print
        return ""
