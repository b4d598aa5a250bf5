"""Restoring: the backup is proved first, the replaced file is kept, a refusal changes nothing."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy import text

from cabinet_app.db import restoring
from cabinet_app.db.backup import backup_to, verify_backup
from cabinet_app.db.connecting import configured
from cabinet_app.db.engine import Store
from cabinet_app.db.opening import create_file, inspect_file
from cabinet_app.db.restoring import restore
from cabinet_app.db.schema import Schema
from cabinet_app.errors import (
    BackupBroken,
    DiskFull,
    FileDamaged,
    FileEmpty,
    FileExists,
    FileMissing,
    NewerFile,
    NotAKabinetFile,
    StoreBusy,
    UnknownSchemaObject,
)


def towns(path: Path) -> int:
    with closing(configured(path, query_only=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM town").fetchone()[0])


@pytest.fixture
def backup(office: Path, tmp_path: Path, noon: datetime) -> Path:
    """A copy of fifty towns, after which the live file went down to ten."""
    target = tmp_path / "kopije" / "b.kabinet"
    target.parent.mkdir()
    backup_to(office, target, noon)
    with closing(configured(office)) as connection:
        connection.execute("DELETE FROM town WHERE id > 10")
    return target


def test_a_restored_file_holds_the_backup_and_the_replaced_one_is_kept(
    office: Path, backup: Path, schema: Schema, noon: datetime
):
    kept = restore(backup, office, noon, schema)
    assert kept == office.with_name(f"{office.name}.before-restore-2026-11-20-120000")
    assert (towns(office), towns(kept)) == (50, 10)
    assert inspect_file(office, schema) == 1
    assert verify_backup(kept)
    assert verify_backup(backup)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (office, kept)} == {0o600}
    assert not list(office.parent.glob("*.part*"))


def test_a_window_that_stays_open_sees_the_restored_register(
    office: Path, backup: Path, schema: Schema, noon: datetime
):
    store = Store(office)
    count = text("SELECT count(*) FROM town")
    with store.reading() as session:
        assert session.scalar(count) == 10
    restore(backup, office, noon, schema)
    with store.reading() as session:
        assert session.scalar(count) == 50
    with store.writing() as session:
        session.execute(text("DELETE FROM town WHERE id = 1"))
    store.close()
    assert towns(office) == 49


def test_two_restores_of_one_second_keep_two_files(
    office: Path, backup: Path, schema: Schema, noon: datetime
):
    assert restore(backup, office, noon, schema) != restore(backup, office, noon, schema)


def test_a_backup_goes_where_there_is_no_file(backup: Path, tmp_path: Path, schema: Schema, noon: datetime):
    target = tmp_path / "nova.kabinet"
    (tmp_path / "nova.kabinet-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 4096)
    assert restore(backup, target, noon, schema) is None
    assert towns(target) == 50
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", ["page", "text", "cut"])
def test_a_damaged_file_gives_up_its_name_and_is_kept_as_it_is(
    office: Path, backup: Path, schema: Schema, noon: datetime, bytes_of, damage: str
):
    with office.open("r+b") as file:
        if damage == "page":
            file.seek(3 * 4096)
            file.write(b"\xff" * 4096)
        elif damage == "text":
            file.write(b"Zapisnik 1. seje")
        else:
            file.truncate(9000)
    before = bytes_of(office)
    kept = restore(backup, office, noon, schema)
    assert kept
    assert bytes_of(kept) == before
    assert towns(office) == 50
    assert inspect_file(office, schema) == 1


def _spoil(backup: Path, how: str) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        if how == "newer":
            connection.execute("UPDATE alembic_version SET version_num = '0009'")
        elif how == "trigger":
            connection.execute("CREATE TRIGGER spy AFTER INSERT ON town BEGIN DELETE FROM visit; END")
        elif how == "foreign":
            connection.execute("PRAGMA application_id = 7")
        connection.commit()
    if how == "empty":
        backup.write_bytes(b"")
    elif how == "text":
        backup.write_bytes(b"Zapisnik" * 900)
    elif how == "cut":
        backup.write_bytes(backup.read_bytes()[:9000])
    elif how == "gone":
        backup.unlink()


@pytest.mark.parametrize(
    ("how", "error"),
    [
        ("newer", NewerFile),
        ("trigger", UnknownSchemaObject),
        ("foreign", NotAKabinetFile),
        ("empty", FileEmpty),
        ("text", NotAKabinetFile),
        ("cut", FileDamaged),
        ("gone", FileMissing),
    ],
)
def test_a_backup_that_is_not_sound_changes_nothing(
    office: Path,
    backup: Path,
    schema: Schema,
    noon: datetime,
    bytes_of: Callable[[Path], str],
    how: str,
    error,
):
    backup.with_name("b.kabinet.manifest.json").unlink()
    _spoil(backup, how)
    before = bytes_of(office), sorted(office.parent.iterdir())
    spoiled = backup.read_bytes() if backup.exists() else None
    with pytest.raises(error) as caught:
        restore(backup, office, noon, schema)
    assert caught.value.path == str(backup)
    assert (bytes_of(office), sorted(office.parent.iterdir())) == before
    assert (backup.read_bytes() if backup.exists() else None) == spoiled


def test_a_backup_that_differs_from_its_manifest_changes_nothing(
    office: Path, backup: Path, schema: Schema, noon: datetime, bytes_of
):
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("UPDATE town SET name = 'podtaknjeno' WHERE id = 1")
        connection.commit()
    before = bytes_of(office)
    with pytest.raises(BackupBroken):
        restore(backup, office, noon, schema)
    assert bytes_of(office) == before


def test_a_file_is_not_restored_from_itself(office: Path, schema: Schema, noon: datetime, bytes_of):
    before = bytes_of(office)
    with pytest.raises(FileExists):
        restore(office, office, noon, schema)
    assert bytes_of(office) == before


def test_a_disk_that_fails_during_the_restoring_changes_nothing(
    office: Path, backup: Path, schema: Schema, noon: datetime, bytes_of, monkeypatch: pytest.MonkeyPatch
):
    def fail(_: Path) -> None:
        raise OSError(28, "No space left on device")

    before = bytes_of(office), sorted(office.parent.iterdir())
    monkeypatch.setattr(restoring, "flush_file", fail)
    with pytest.raises(DiskFull):
        restore(backup, office, noon, schema)
    assert (bytes_of(office), sorted(office.parent.iterdir())) == before


def test_a_window_that_writes_is_not_overridden(
    office: Path, backup: Path, schema: Schema, noon: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(restoring, "configured", lambda path: configured(path, busy_seconds=0.1))
    with closing(configured(office)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            restore(backup, office, noon, schema)
        other.execute("ROLLBACK")
    assert towns(office) == 10


def test_an_older_backup_is_brought_up_to_date_on_the_way(
    office: Path, backup: Path, tmp_path: Path, next_schema: Schema, noon: datetime, bytes_of
):
    target = tmp_path / "nova.kabinet"
    create_file(target, schema=next_schema)
    before = bytes_of(backup)
    restore(backup, target, noon, next_schema)
    assert inspect_file(target, next_schema) == 2
    assert towns(target) == 50
    assert bytes_of(backup) == before


def test_a_copy_taken_with_its_journal_is_played_first(
    office: Path, tmp_path: Path, schema: Schema, noon: datetime, started
):
    program = """
        import os, sys
        from pathlib import Path
        from cabinet_app.db.connecting import configured
        connection = configured(Path(sys.argv[1]))
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE town SET name = hex(randomblob(3000))")
        os._exit(9)
    """
    copy, target = tmp_path / "kopija.kabinet", tmp_path / "nova.kabinet"
    assert started(program, office).wait(timeout=60) == 9
    copyfile(office, copy)
    copyfile(f"{office}-journal", f"{copy}-journal")
    restore(copy, target, noon, schema)
    with closing(configured(target)) as connection:
        assert connection.execute("SELECT count(*) FROM town WHERE name LIKE 'Kraj %'").fetchone() == (50,)
