"""A register of many meetings to measure on, always the same: `python -m benchmarks.big_register [path]`.

10,000 meetings unless `--meetings` says otherwise, 2,000 people, 200 agreements, 1,000 visits. The rows are
those that the services would write, journal included (a test holds the two together), but they go into the
tables in bulk. Other benchmarks ask `kept()` for the file, which is built once for each schema.
"""

import argparse
import hashlib
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from platformdirs import user_cache_path
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from benchmarks.big_records import Sizes, records
from cabinet_app.db.columns import now
from cabinet_app.db.connecting import drop_companions
from cabinet_app.db.opening import create_file, open_store
from cabinet_app.db.schema import kabinet_schema
from cabinet_app.db.tables.journal import JournalChange, JournalEntry
from cabinet_app.domain.documents import field_types, to_document
from cabinet_app.domain.record_types import RECORD_TYPES, AnyRecord
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Act
from cabinet_app.services.headlines import headline, remember_names
from cabinet_app.services.mapping import ROOT_TABLES
from cabinet_app.services.searchable import search_text, sort_keys

_AT_ONCE = 1000
_PARTS_FROM = 10**12
_TYPE_OF = {kind: name for name, kind in RECORD_TYPES.items()}

Row = dict[str, Any]


class _Loader:
    """Gathers rows by table and writes them, owners before what they own."""

    def __init__(self, session: Session, entry_id: int) -> None:
        self._session = session
        self._entry_id = entry_id
        self._last_part = _PARTS_FROM
        self._changes = 0
        self._type = ""
        self._waiting: dict[type[Any], list[Row]] = {}

    def add(self, record: AnyRecord) -> None:
        record_type = _TYPE_OF[type(record)]
        if record_type != self._type or len(self._waiting.get(JournalChange, ())) >= _AT_ONCE:
            self.write()  # the names that headlines are made of have to be there
            self._type = record_type
        title = headline(self._session, record)
        sl, de, en = sort_keys(record, title)
        moment = now()
        root: Row = {
            "version": 1,
            "created_at": moment,
            "updated_at": moment,
            "deleted_at": None,
            "search_text": search_text(record),
            "sort_sl": sl,
            "sort_de": de,
            "sort_en": en,
        }
        self._row(ROOT_TABLES[record_type], record, root)
        change: Row = {
            "id": self._next_part(),
            "journal_entry_id": self._entry_id,
            "position": self._changes,
            "record_type": record_type,
            "record_id": record.id,
            "version_after": 1,
            "headline": to_document(title),
            "before": None,
            "after": to_document(record),
        }
        self._changes += 1
        self._waiting.setdefault(JournalChange, []).append(change)

    def write(self) -> None:
        for table, rows in self._waiting.items():
            self._session.connection().execute(inspect(table).local_table.insert(), rows)
        self._waiting.clear()

    def _row(self, table: type[Any], record: Any, row: Row) -> None:  # noqa: ANN401 records and their parts
        mapper = inspect(table)
        self._waiting.setdefault(table, []).append(row)
        for field in field_types(type(record)):
            value = getattr(record, field.name)
            if field.is_list and field.is_record:
                below = mapper.relationships[field.name].mapper.class_
                for position, part in enumerate(value):
                    part.id = self._next_part()
                    owner = {"position": position, f"{table.__tablename__}_id": record.id}
                    self._row(below, part, owner)
            elif field.name in mapper.composites:
                columns = (column.name for column in mapper.composites[field.name].columns)
                row.update(zip(columns, astuple(value), strict=True))
            else:
                row[field.name] = value
            if isinstance(value, VagueDate):
                row[f"{field.name}_earliest"], row[f"{field.name}_latest"] = value.earliest, value.latest

    def _next_part(self) -> int:
        self._last_part += 1
        return self._last_part


def build(path: Path, sizes: Sizes) -> None:
    """Make the file; nothing may stand there yet."""
    create_file(path)
    store = open_store(path)
    with store.writing() as session:
        entry = JournalEntry(at=now(), actor="", act=Act.IMPORT.value)
        session.add(entry)
        session.flush()
        remember_names(session)
        loader = _Loader(session, entry.id)
        for record in records(sizes):
            loader.add(record)
        loader.write()
    store.close()


def kept(meetings: int = 10_000) -> Path:
    """A file of that size, built where it is missing; not to be changed."""
    tables = sorted(kabinet_schema().metadata.tables.values(), key=str)
    made_of = [
        repr([(table.name, table.columns.keys(), sorted(map(str, table.indexes))) for table in tables]),
        *(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in _SOURCES),
    ]
    stamp = hashlib.sha256("".join(made_of).encode()).hexdigest()[:12]
    folder = user_cache_path("kabinet-benchmarks", ensure_exists=True)
    path = folder / f"{meetings}-{stamp}.kabinet"
    if not path.exists():
        for old in folder.glob(f"{meetings}-*.kabinet"):
            old.unlink()
        part = path.with_suffix(".building")
        part.unlink(missing_ok=True)
        build(part, Sizes(meetings=meetings))
        drop_companions(part)
        part.replace(path)
    return path


@contextmanager
def opened_copy(meetings: int = 10_000) -> Iterator[Cabinet]:
    """The services on a copy of the file that may be changed."""
    with TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(kept(meetings), Path(folder) / "register.kabinet"))
        cabinet = Cabinet(open_store(path))
        yield cabinet
        cabinet.close()


_SOURCES = ("big_register.py", "big_records.py")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--meetings", type=int, default=10_000)
    arguments = parser.parse_args()
    started = time.process_time()
    path = arguments.path or kept(arguments.meetings)
    if arguments.path:
        build(path, Sizes(meetings=arguments.meetings))
    taken = time.process_time() - started
    print(f"{path}: {path.stat().st_size / 2**20:.0f} MiB, {taken:.1f} s CPU")


if __name__ == "__main__":
    main()
