"""The store's transactions: settings, locks, faults and what is left after a crash."""

import random
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from cabinet_app.db import connecting
from cabinet_app.db.connecting import configured
from cabinet_app.db.engine import Store, file_path
from cabinet_app.db.opening import create_file, inspect_file
from cabinet_app.db.schema import Schema
from cabinet_app.errors import (
    DiskFull,
    FileMissing,
    FileMoved,
    FileReadOnly,
    ServerUnreachable,
    SettingRefused,
    StorageFault,
    StoreBusy,
)

ADD_ONE = """
    import sys
    from pathlib import Path
    from sqlalchemy import text
    from cabinet_app.db.engine import Store

    store = Store(Path(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        with store.writing() as session:
            count = int(session.scalar(text("SELECT name FROM town WHERE id = 1")))
            session.execute(text("UPDATE town SET name = :n WHERE id = 1"), {"n": str(count + 1)})
"""
ADD_TOWNS = """
    import sys
    from pathlib import Path
    from sqlalchemy import text
    from cabinet_app.db.engine import Store

    store = Store(Path(sys.argv[1]))
    for number in range(1000, 100000):
        with store.writing() as session:
            values = {"n": number, "t": "x" * 3000}
            session.execute(text("INSERT INTO town (id, name) VALUES (:n, :t)"), values)
            session.execute(text("INSERT INTO visit (town_id, title) VALUES (:n, 'obisk')"), values)
        print(number, flush=True)
"""
HOLD = """
    import sys, time
    from pathlib import Path
    from cabinet_app.db.connecting import configured
    connection = configured(Path(sys.argv[1]))
    connection.execute("BEGIN IMMEDIATE")
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def store(office: Path):
    store = Store(office, busy_seconds=0.2)
    yield store
    store.close()


def count(store: Store, table: str = "town") -> int:
    with store.reading() as session:
        return int(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("temp_store", 2),
    ],
)
def test_every_connection_has_the_settings_of_the_contract(office: Path, setting: str, value: object):
    store = Store(office)
    for session_of in (store.writing, store.reading):
        with session_of() as session:
            assert session.scalar(text(f"PRAGMA {setting}")) == value
            assert session.scalar(text("PRAGMA busy_timeout")) == 5000
    store.close()


def test_a_setting_that_is_not_taken_is_refused(office: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connecting, "_SETTINGS", (("synchronous", "FULL", 3),))
    with pytest.raises(SettingRefused) as caught:
        configured(office)
    assert caught.value.details == {
        "path": str(office),
        "setting": "synchronous",
        "wanted": "FULL",
        "found": "2",
    }


def test_a_writer_holds_the_lock_from_its_start(store: Store, office: Path):
    other = sqlite3.connect(office, isolation_level=None, timeout=0)
    with closing(other), store.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")


def test_a_reader_cannot_write(store: Store):
    with pytest.raises(FileReadOnly), store.reading() as session:
        session.execute(text("DELETE FROM town"))
    assert count(store) == 50


def test_a_reader_sees_one_state_throughout(store: Store, office: Path):
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM town")) == 50
        with closing(configured(office, busy_seconds=0)) as other:
            other.execute("BEGIN IMMEDIATE")
            other.execute("DELETE FROM town WHERE id = 1")
            assert session.scalar(text("SELECT count(*) FROM town")) == 50
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("COMMIT")
            other.execute("ROLLBACK")


def test_an_exception_takes_everything_back(store: Store):
    def failing() -> None:
        with store.writing() as session:
            session.execute(text("DELETE FROM visit"))
            raise LookupError

    with pytest.raises(LookupError):
        failing()
    assert count(store, "visit") == 50
    with store.writing() as session:
        session.execute(text("DELETE FROM visit WHERE id = 1"))
    assert count(store, "visit") == 49


def test_foreign_keys_are_enforced_and_their_breach_is_a_bug(store: Store):
    with pytest.raises(IntegrityError), store.writing() as session:
        session.execute(text("INSERT INTO visit (town_id, title) VALUES (999, 'obisk')"))
    with store.writing() as session:
        session.execute(text("DELETE FROM town WHERE id = 1"))
    assert count(store, "visit") == 49


def test_errors_do_not_carry_what_was_typed(store: Store):
    with pytest.raises(IntegrityError) as caught, store.writing() as session:
        session.execute(text("INSERT INTO visit (id, town_id, title) VALUES (1, 1, :t)"), {"t": "skrivnost"})
    assert "skrivnost" not in str(caught.value)


def test_a_write_inside_a_write_of_the_same_thread_is_a_bug(store: Store):
    with store.writing(), pytest.raises(RuntimeError, match="already open"), store.writing():
        pass
    with store.writing():
        pass


def test_a_lock_that_is_held_too_long_is_told(store: Store, office: Path, started):
    holder = started(HOLD, office)
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StoreBusy) as caught, store.writing():
        pass
    assert caught.value.path == str(office)
    assert count(store) == 50


def test_a_full_disk_is_told_and_takes_everything_back(store: Store):
    with store.writing() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))

    def overfill() -> None:
        with store.writing() as session:
            session.execute(text("DELETE FROM visit WHERE id = 1"))
            session.execute(text("UPDATE town SET name = :t"), {"t": "x" * 50000})

    with pytest.raises(DiskFull):
        overfill()
    assert count(store, "visit") == 50


def test_a_file_that_is_gone_is_not_made_anew(office: Path):
    office.unlink()
    with pytest.raises(FileMissing), Store(office).reading():
        pass
    assert not office.exists()


@pytest.mark.parametrize("how", ["renamed", "deleted", "replaced"])
def test_a_file_that_was_moved_away_takes_no_save(store: Store, office: Path, schema: Schema, how: str):
    with store.writing() as session:
        session.execute(text("DELETE FROM visit WHERE id = 1"))
    if how == "renamed":
        office.rename(office.with_name("drugje.kabinet"))
    else:
        office.unlink()
    if how == "replaced":
        create_file(office, schema=schema)
    with pytest.raises(FileMoved), store.writing() as session:
        session.execute(text("DELETE FROM visit WHERE id = 2"))


class _FailingConnection(sqlite3.Connection):
    """A disk that fails at the saving, before or after the point where the file took the change."""

    saves_first: bool | None = None

    def commit(self) -> None:
        if type(self).saves_first is None:
            super().commit()
            return
        super().commit() if type(self).saves_first else super().rollback()
        type(self).saves_first = None
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
        raise error


@pytest.fixture
def failing_store(office: Path, monkeypatch: pytest.MonkeyPatch):
    genuine = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **kwargs: genuine(*args, **kwargs, factory=_FailingConnection)
    )
    store = Store(office)
    yield store
    store.close()
    _FailingConnection.saves_first = None


def _remove_one(store: Store, *, saves_first: bool) -> None:
    with store.writing() as session:
        session.execute(text("DELETE FROM visit WHERE id = 1"))
        _FailingConnection.saves_first = saves_first


def test_a_disk_fault_before_the_saving_is_told_as_not_saved(failing_store: Store):
    with pytest.raises(StorageFault) as caught:
        _remove_one(failing_store, saves_first=False)
    assert caught.value.saved is False
    assert caught.value.reason == "SQLITE_IOERR_FSYNC"
    assert count(failing_store, "visit") == 50


def test_a_disk_fault_after_the_saving_is_found_saved_by_reading_again(failing_store: Store):
    _remove_one(failing_store, saves_first=True)
    assert count(failing_store, "visit") == 49


def test_a_disk_fault_on_a_file_that_cannot_be_read_again_says_so(
    failing_store: Store, office: Path, monkeypatch: pytest.MonkeyPatch
):
    def unreadable(*_: object, **__: object) -> sqlite3.Connection:
        raise FileMissing(str(office))

    def remove_and_go_dark() -> None:
        with failing_store.writing() as session:
            session.execute(text("DELETE FROM visit WHERE id = 1"))
            _FailingConnection.saves_first = False
            monkeypatch.setattr("cabinet_app.db.engine.configured", unreadable)

    with pytest.raises(StorageFault) as caught:
        remove_and_go_dark()
    assert caught.value.saved is None


def test_a_transaction_that_changes_nothing_writes_nothing(store: Store, office: Path):
    before = office.read_bytes()
    with store.writing() as session:
        session.scalar(text("SELECT count(*) FROM town"))
    assert office.read_bytes() == before


def test_two_processes_lose_no_edit(office: Path, started):
    with closing(configured(office)) as connection:
        connection.execute("UPDATE town SET name = '0' WHERE id = 1")
    processes = [started(ADD_ONE, office, 150) for _ in range(2)]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    with closing(configured(office)) as connection:
        assert connection.execute("SELECT name FROM town WHERE id = 1").fetchone() == ("300",)


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_program_loses_nothing_it_acknowledged(office: Path, schema, started, seed: int):
    writer: subprocess.Popen[str] = started(ADD_TOWNS, office)
    assert writer.stdout
    seen = [int(writer.stdout.readline())]
    time.sleep(random.Random(seed).uniform(0.01, 0.3))
    writer.kill()
    seen.extend(int(line) for line in writer.stdout.read().splitlines())
    inspect_file(office, schema)
    store = Store(office)
    with store.reading() as session:
        stored = set(session.scalars(text("SELECT id FROM town WHERE id >= 1000")))
        visited = set(session.scalars(text("SELECT town_id FROM visit WHERE town_id >= 1000")))
    store.close()
    assert set(seen) <= stored
    assert stored == visited
    assert len(stored) <= len(seen) + 1


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/srv/a.kabinet", Path("/srv/a.kabinet")),
        ("a 100%.kabinet", Path("a 100%.kabinet")),
        ("sqlite:////srv/a.kabinet", Path("/srv/a.kabinet")),
        (Path("a.kabinet"), Path("a.kabinet")),
        ("postgresql://kabinet@server/kabinet", None),
    ],
)
def test_an_address_is_a_file_unless_it_names_a_server(address: str | Path, path: Path | None):
    assert file_path(address) == path


def test_a_server_is_taken_as_an_address_and_its_password_is_not_told():
    address = "postgresql://kabinet:geheim@127.0.0.1:1/kabinet"
    with pytest.raises(ServerUnreachable) as caught, Store(address).reading():
        pass
    assert "geheim" not in caught.value.path
    assert "127.0.0.1" in caught.value.path
