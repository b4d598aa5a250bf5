"""The big register of the benchmarks is made of the rows that the services would have written."""

import sqlite3
from contextlib import closing

import pytest

from benchmarks import big_register
from benchmarks.big_records import Sizes, records
from cabinet_app.db.opening import open_store
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.register import Incoming, Register

FEW = Sizes(meetings=40, people=60, agreements=12, visits=60, towns=20, bodies=8, projects=5)
# What tells one moment, one user and one run from another.
PASSING = {"at", "actor", "created_at", "updated_at"}


@pytest.fixture
def built(tmp_path):
    path = tmp_path / "big.kabinet"
    big_register.build(path, FEW)
    cabinet = Cabinet(open_store(path))
    yield cabinet
    cabinet.close()


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(
                str({key: row[key] for key in row.keys() if key not in PASSING | passing_of(name)})  # noqa: SIM118
                for row in connection.execute(f"SELECT * FROM {name}")
            )
            for name in names
        }


def passing_of(table):
    return {"id"} if table == "journal_change" else set()


def test_its_rows_are_those_that_an_import_writes(built, cabinet):
    everything = Register(built).everything()
    incoming = [Incoming(kind, record, "") for kind, found in everything.items() for record in found]
    Register(cabinet).take_in(incoming)
    there, here = dump(built.store.path), dump(cabinet.store.path)
    assert there.keys() == here.keys()
    for table, rows in there.items():
        assert rows == here[table], table


def test_it_holds_every_type_of_record_in_the_wanted_number(built):
    counts = {record_type: built.records(record_type).count() for record_type in RECORD_TYPES}
    assert {record_type: count for record_type, count in counts.items() if count} == {
        "place": 20,
        "organization": 8,
        "person": 60,
        "partnership": 12,
        "agreement": 12,
        "project": 5,
        "visit": 60,
        "meeting": 40,
    }


def test_its_records_are_the_same_at_every_call():
    assert list(records(FEW)) == list(records(FEW))


def test_its_import_can_be_taken_back(built):
    built.undo.undo()
    assert all(built.records(record_type).count() == 0 for record_type in RECORD_TYPES)
    built.undo.redo()
    assert built.meetings.count() == 40
