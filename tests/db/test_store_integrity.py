"""What `check` says about a file, and how faults become errors."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cabinet_app.db.connecting import configured
from cabinet_app.db.faults import is_disk_fault, translated, user_error
from cabinet_app.db.integrity import Finding, FindingKind, check_file
from cabinet_app.db.schema import Schema, expected_structure, fts5_objects, kabinet_schema
from cabinet_app.errors import (
    DiskFull,
    FileDamaged,
    FileMissing,
    FileMoved,
    FileNotReadable,
    FileReadOnly,
    FolderMissing,
    IsAFolder,
    ServerUnreachable,
    StorageFault,
    StoreBusy,
    UserError,
)


def change(path: Path, *statements: str) -> None:
    with closing(configured(path, foreign_keys=False)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_file_has_no_findings(office: Path, schema: Schema):
    assert check_file(office, schema) == ()


def test_everything_wrong_is_found_at_once(office: Path, schema: Schema):
    change(
        office,
        "CREATE TRIGGER spy AFTER INSERT ON town BEGIN DELETE FROM visit; END",
        "ALTER TABLE town ADD COLUMN spy TEXT",
        "DROP INDEX ix_visit_town_id",
        "DELETE FROM town WHERE id = 7",
    )
    office.chmod(0o644)
    journal = office.with_name(f"{office.name}-journal")
    journal.chmod(0o640)
    assert set(check_file(office, schema)) == {
        Finding(FindingKind.FOREIGN_OBJECT, "spy", "trigger"),
        Finding(FindingKind.FOREIGN_OBJECT, "town.spy", "column"),
        Finding(FindingKind.MISSING_OBJECT, "ix_visit_town_id"),
        Finding(FindingKind.ORPHAN, "visit 7", "town"),
        Finding(FindingKind.PERMISSIONS, str(office), "0644"),
        Finding(FindingKind.PERMISSIONS, str(journal), "0640"),
    }


def test_damage_is_found(office: Path, schema: Schema):
    with office.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(b"\0" * 4096)
    findings = check_file(office, schema)
    assert {finding.kind for finding in findings} >= {FindingKind.DAMAGED}


def test_a_file_too_far_gone_to_be_asked_is_refused(office: Path, schema: Schema):
    with office.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3996)
    with pytest.raises(FileDamaged):
        check_file(office, schema)


def test_checking_changes_no_byte(office: Path, schema: Schema, bytes_of):
    before = bytes_of(office)
    check_file(office, schema)
    assert bytes_of(office) == before


def test_a_search_table_of_sqlite_may_be_declared(office: Path, schema: Schema):
    change(office, "CREATE VIRTUAL TABLE words USING fts5 (text)")
    assert any(finding.subject == "words" for finding in check_file(office, schema))
    schema.metadata.info["sqlite_objects"] = fts5_objects("words")
    assert check_file(office, schema) == ()


def test_every_table_of_the_program_is_expected_in_its_files():
    schema = kabinet_schema()
    expected = expected_structure(schema)
    assert {("table", name) for name in schema.metadata.tables} <= expected.objects
    assert len(expected.columns) > len(expected.objects)


def fault(code: int, name: str = "SQLITE_X") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, StoreBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreBusy),
        (sqlite3.SQLITE_LOCKED, StoreBusy),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_READONLY, FileReadOnly),
        (sqlite3.SQLITE_READONLY_DIRECTORY, FileReadOnly),
        (sqlite3.SQLITE_READONLY_DBMOVED, FileMoved),
        (sqlite3.SQLITE_IOERR_WRITE, StorageFault),
        (sqlite3.SQLITE_CORRUPT_INDEX, FileDamaged),
        (sqlite3.SQLITE_NOTADB, FileDamaged),
        (sqlite3.SQLITE_CANTOPEN, FileMissing),
        (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, type(None)),
        (sqlite3.SQLITE_ERROR, type(None)),
    ],
)
def test_faults_of_sqlite_become_errors_and_bugs_stay_bugs(tmp_path: Path, code: int, kind: type):
    assert type(user_error(fault(code), str(tmp_path / "a.kabinet"))) is kind


def test_a_file_that_exists_but_does_not_open_is_not_called_missing(office: Path):
    assert isinstance(user_error(fault(sqlite3.SQLITE_CANTOPEN), str(office)), FileNotReadable)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, FileReadOnly),
        (errno.EACCES, FileReadOnly),
        (errno.ENOENT, FileMissing),
        (errno.ENOTDIR, FolderMissing),
        (errno.EISDIR, IsAFolder),
        (errno.EIO, StorageFault),
    ],
)
def test_refusals_of_the_system_become_errors(number: int, kind: type[UserError]):
    with pytest.raises(kind) as caught, translated(Path("/srv/a")):
        raise OSError(number, os.strerror(number))
    assert caught.value.details["path"] == "/srv/a"


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("55P03", StoreBusy),
        ("40001", StoreBusy),
        ("53100", DiskFull),
        ("25006", FileReadOnly),
        ("08006", ServerUnreachable),
        ("57P01", ServerUnreachable),
        ("28P01", ServerUnreachable),
        (None, ServerUnreachable),
        ("23505", type(None)),
    ],
)
def test_faults_of_a_server_become_errors(state: str | None, kind: type):
    class ServerError(Exception):
        sqlstate = state

    assert type(user_error(ServerError(), "postgresql://server")) is kind


def test_bugs_and_known_errors_pass_through_unchanged():
    for error in (LookupError("x"), StoreBusy("/srv/a"), fault(sqlite3.SQLITE_ERROR)):
        with pytest.raises(type(error)) as caught, translated(Path("/srv/b")):
            raise error
        assert caught.value is error


def test_only_a_failing_disk_calls_for_reading_again():
    assert is_disk_fault(fault(sqlite3.SQLITE_IOERR_FSYNC))
    assert not is_disk_fault(fault(sqlite3.SQLITE_FULL))
    assert not is_disk_fault(ValueError())
