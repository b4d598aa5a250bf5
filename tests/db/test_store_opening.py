"""Opening and making a file: every refusal names its reason and leaves every byte as it was."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from cabinet_app.db import opening
from cabinet_app.db.connecting import configured, connect
from cabinet_app.db.opening import create_file, inspect_file, open_store, probe_writing
from cabinet_app.db.schema import Schema
from cabinet_app.errors import (
    DiskFull,
    FileDamaged,
    FileEmpty,
    FileExists,
    FileMissing,
    FileNotReadable,
    FileReadOnly,
    FolderMissing,
    IsAFolder,
    NewerFile,
    NotAKabinetFile,
    StorageFault,
    StoreBusy,
    UnknownSchemaObject,
    UnsafeLocation,
    UserError,
)

CUT_OFF = """
    import os, sys
    from pathlib import Path
    from cabinet_app.db.connecting import configured
    connection = configured(Path(sys.argv[1]))
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE town SET name = hex(randomblob(3000))")
    os._exit(9)
"""
EVIL = {
    ("trigger", "spy"): "CREATE TRIGGER spy AFTER INSERT ON town BEGIN DELETE FROM visit; END",
    ("view", "towns"): "CREATE VIEW towns AS SELECT * FROM town",
    ("table", "notes"): "CREATE TABLE notes (text)",
    ("index", "ix_town_name"): "CREATE INDEX ix_town_name ON town (name)",
    ("virtual", "words"): "CREATE VIRTUAL TABLE words USING fts5 (text)",
    ("column", "town.spy"): "ALTER TABLE town ADD COLUMN spy TEXT",
    ("column", "town.shadow"): "ALTER TABLE town ADD COLUMN shadow TEXT AS (upper(name))",
}


def change(path: Path, *statements: str) -> None:
    with closing(configured(path)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def refused(schema: Schema, bytes_of: Callable[[Path], str]):
    """Check that opening raises exactly this error and leaves the file and its folder alone."""

    def check(path: Path, error: type[UserError]) -> UserError:
        beside = sorted(path.parent.iterdir())
        before = bytes_of(path)
        with pytest.raises(error) as caught:
            open_store(path, schema=schema)
        assert type(caught.value) is error
        assert bytes_of(path) == before
        journal = path.with_name(f"{path.name}-journal")
        assert sorted({*path.parent.iterdir(), journal}) == sorted({*beside, journal})
        assert caught.value.details["path"] == str(path)
        return caught.value

    return check


def test_a_sound_file_opens_and_holds_what_it_held(office: Path, schema: Schema):
    store = open_store(office, schema=schema)
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM town")) == 50
    store.close()


def test_a_missing_file_is_told_and_not_made(tmp_path: Path, schema: Schema):
    with pytest.raises(FileMissing):
        open_store(tmp_path / "a.kabinet", schema=schema)
    assert not (tmp_path / "a.kabinet").exists()


def test_a_missing_folder_is_told(tmp_path: Path, schema: Schema):
    with pytest.raises(FolderMissing) as caught:
        open_store(tmp_path / "ni" / "a.kabinet", schema=schema)
    assert caught.value.path == str(tmp_path / "ni")


def test_a_folder_is_told(tmp_path: Path, schema: Schema):
    with pytest.raises(IsAFolder):
        open_store(tmp_path, schema=schema)


def test_a_name_that_is_too_long_for_the_system_is_told(tmp_path: Path, schema: Schema):
    with pytest.raises(FileNotReadable):
        open_store(tmp_path / ("č" * 300), schema=schema)


def test_a_pipe_is_not_waited_for(tmp_path: Path, schema: Schema):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAKabinetFile):
        open_store(tmp_path / "pipe", schema=schema)


def test_an_empty_file_is_told(tmp_path: Path, refused):
    path = tmp_path / "a.kabinet"
    path.touch()
    refused(path, FileEmpty)


@pytest.mark.parametrize("content", [b"x", b"Zapisnik 1. seje\n" * 500, b"%PDF-1.7\n", b"\0" * 8192])
def test_another_kind_of_file_is_told(tmp_path: Path, refused, content: bytes):
    path = tmp_path / "a.kabinet"
    path.write_bytes(content)
    refused(path, NotAKabinetFile)


def test_the_sqlite_file_of_another_program_is_told(tmp_path: Path, refused):
    path = tmp_path / "a.kabinet"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT)")
        connection.commit()
    refused(path, NotAKabinetFile)


def test_the_journal_of_a_foreign_file_is_not_played(tmp_path: Path, refused):
    path = tmp_path / "a.kabinet"
    path.write_bytes(b"SQLite format 4\0" * 512)
    journal = tmp_path / "a.kabinet-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 512)
    refused(path, NotAKabinetFile)
    assert journal.stat().st_size == 4096


@pytest.mark.parametrize("version", ["0002", "0999"])
def test_a_newer_file_is_told_with_its_version(office: Path, refused, version: str):
    change(office, f"UPDATE alembic_version SET version_num = '{version}'")
    error = refused(office, NewerFile)
    assert (error.version, error.ours) == (int(version), 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = 'abc'",
        "UPDATE alembic_version SET version_num = '0000'",
        "DELETE FROM alembic_version",
        "INSERT INTO alembic_version VALUES ('0002')",
        "DROP TABLE alembic_version",
    ],
)
def test_a_file_without_a_version_that_makes_sense_is_damaged(office: Path, refused, statement: str):
    change(office, statement)
    assert refused(office, FileDamaged).findings == ("alembic_version",)


@pytest.mark.parametrize(("what", "statement"), EVIL.items(), ids=[name for _, name in EVIL])
def test_a_part_that_is_not_ours_is_named(office: Path, refused, what: tuple[str, str], statement: str):
    change(office, statement)
    error = refused(office, UnknownSchemaObject)
    if what[0] == "virtual":
        assert error.name.startswith("words")
    else:
        assert (error.kind, error.name) == what


def test_a_known_table_that_became_a_view_is_named(office: Path, refused):
    change(
        office, "DROP TABLE visit", "CREATE VIEW visit AS SELECT id, id AS town_id, name AS title FROM town"
    )
    error = refused(office, UnknownSchemaObject)
    assert (error.kind, error.name) == ("view", "visit")


@pytest.mark.parametrize(
    ("statement", "missing"),
    [("DROP TABLE visit", "visit"), ("DROP INDEX ix_visit_town_id", "ix_visit_town_id")],
)
def test_a_part_that_is_gone_is_named(office: Path, refused, statement: str, missing: str):
    change(office, statement)
    assert missing in refused(office, FileDamaged).findings


def test_a_reference_to_nothing_is_damage(office: Path, refused):
    change(office, "PRAGMA foreign_keys = OFF", "DELETE FROM town WHERE id = 7")
    assert refused(office, FileDamaged).findings == ("visit 7 → town",)


def _cuts() -> list[int]:
    return [1, 15, 16, 20, 99, 100, 101, 511, 512, 1024, 4095, 4096, 4097, 8192, 12288, 20000]


@pytest.mark.parametrize("size", _cuts())
def test_a_truncated_file_is_refused(office: Path, refused, size: int):
    assert office.stat().st_size > 20000
    os.truncate(office, size)
    refused(office, NotAKabinetFile if size < 72 else FileDamaged)


def test_a_file_that_lacks_its_last_byte_is_refused(office: Path, refused):
    os.truncate(office, office.stat().st_size - 1)
    refused(office, FileDamaged)


def _damaged_pages() -> Iterator[tuple[int, bytes]]:
    for page in range(1, 9):
        for filling in (b"\0", b"\xff", b"abc"):
            yield page, filling


@pytest.mark.parametrize(("page", "filling"), list(_damaged_pages()))
def test_a_damaged_page_is_refused(office: Path, schema: Schema, bytes_of, page: int, filling: bytes):
    with office.open("r+b") as file:
        # The file's header stays, or it would not be ours at all.
        file.seek((page - 1) * 4096 + (100 if page == 1 else 0))
        file.write((filling * 4096)[: 4096 - (100 if page == 1 else 0)])
    before = bytes_of(office)
    with pytest.raises(FileDamaged) as caught:
        open_store(office, schema=schema)
    assert caught.value.findings
    assert bytes_of(office) == before


def test_a_save_cut_off_by_a_crash_is_taken_back_without_a_question(office: Path, schema: Schema, started):
    assert started(CUT_OFF, office).wait(timeout=60) == 9
    assert office.with_name(f"{office.name}-journal").stat().st_size > 0
    untouched = sqlite3.connect(f"{office.as_uri()}?immutable=1", uri=True)
    with closing(untouched), pytest.raises(sqlite3.DatabaseError, match="malformed"):
        untouched.execute("SELECT count(*) FROM town WHERE name LIKE 'Kraj %'").fetchall()
    store = open_store(office, schema=schema)
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM town WHERE name LIKE 'Kraj %'")) == 50
    store.close()


def test_a_file_left_shorter_than_its_header_says_is_recovered_too(office: Path, schema: Schema, started):
    assert started(CUT_OFF, office).wait(timeout=60) == 9
    with office.open("r+b") as file:
        # The header's change counter, page count and "valid for" as a save writes them before the last pages.
        for place, number in ((24, 999), (28, 9999), (92, 999)):
            file.seek(place)
            file.write(number.to_bytes(4, "big"))
    assert inspect_file(office, schema) == 1
    with closing(configured(office)) as connection:
        assert connection.execute("SELECT count(*) FROM town WHERE name LIKE 'Kraj %'").fetchone() == (50,)


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that other users can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_file_is_told_at_opening(office: Path, common_folder: Path, refused, as_nobody):
    path = common_folder / "a.kabinet"
    shutil.copyfile(office, path)
    path.chmod(0o444)
    common_folder.chmod(0o777)
    with as_nobody():
        refused(path, FileReadOnly)


def test_a_read_only_folder_is_told_at_opening(office: Path, common_folder: Path, schema: Schema, as_nobody):
    path = common_folder / "a.kabinet"
    shutil.copyfile(office, path)
    path.chmod(0o666)
    common_folder.chmod(0o555)
    with as_nobody(), pytest.raises(FileReadOnly) as caught:
        open_store(path, schema=schema)
    assert caught.value.path == str(path)
    assert not path.with_name("a.kabinet-journal").exists()


def test_a_file_that_may_not_be_read_is_told(office: Path, common_folder: Path, schema: Schema, as_nobody):
    path = common_folder / "a.kabinet"
    shutil.copyfile(office, path)
    path.chmod(0o000)
    with as_nobody(), pytest.raises((FileNotReadable, FileReadOnly)):
        open_store(path, schema=schema)


def test_the_write_probe_changes_no_byte(office: Path, bytes_of):
    before = bytes_of(office), office.stat().st_mtime_ns
    probe_writing(office)
    assert (bytes_of(office), office.stat().st_mtime_ns) == before


def test_a_file_locked_by_another_window_is_told(
    office: Path, schema: Schema, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr("cabinet_app.db.connecting.BUSY_SECONDS", 0.1)
    with closing(connect(office)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy):
            inspect_file(office, schema)


def test_a_synchronised_folder_is_refused_in_words(office: Path, tmp_path: Path, refused):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    shutil.copyfile(office, folder / "a.kabinet")
    error = refused(folder / "a.kabinet", UnsafeLocation)
    assert (error.kind, error.name, error.advice) == ("sync", "Dropbox", "local_folder")


def test_opening_takes_the_file_from_others(office: Path, schema: Schema):
    office.chmod(0o644)
    open_store(office, schema=schema).close()
    assert stat.S_IMODE(office.stat().st_mode) == 0o600


def test_a_file_left_in_another_journal_mode_is_brought_back(office: Path, schema: Schema):
    with closing(sqlite3.connect(office)) as connection:
        assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    store = open_store(office, schema=schema)
    with store.reading() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "truncate"
        assert session.scalar(text("SELECT count(*) FROM town")) == 50
    store.close()


def test_a_new_file_is_private_whatever_the_umask(tmp_path: Path, schema: Schema):
    before = os.umask(0o022)
    try:
        path = tmp_path / "a.kabinet"
        create_file(path, schema=schema)
        store = open_store(path, schema=schema)
        with store.writing() as session:
            session.execute(text("INSERT INTO town (name) VALUES ('Kranj')"))
        store.close()
    finally:
        os.umask(before)
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in tmp_path.glob("a.kabinet*")}
    assert modes == {"a.kabinet": 0o600, "a.kabinet-journal": 0o600}


def test_a_new_file_does_not_overwrite_one_that_holds_something(office: Path, schema: Schema, bytes_of):
    before = bytes_of(office)
    with pytest.raises(FileExists):
        create_file(office, schema=schema)
    assert bytes_of(office) == before


def test_a_new_file_may_take_the_place_of_an_empty_one(tmp_path: Path, schema: Schema):
    path = tmp_path / "a.kabinet"
    path.touch()
    create_file(path, schema=schema)
    assert inspect_file(path, schema) == 1


def test_the_journal_of_a_lost_file_is_not_played_into_a_new_one(
    tmp_path: Path, schema: Schema, office, started
):
    assert started(CUT_OFF, office).wait(timeout=60) == 9
    path = tmp_path / "a.kabinet"
    office.with_name(f"{office.name}-journal").rename(tmp_path / "a.kabinet-journal")
    create_file(path, schema=schema)
    assert inspect_file(path, schema) == 1


@pytest.mark.parametrize(
    ("name", "error"), [("ni/a.kabinet", FolderMissing), ("", IsAFolder), ("Nextcloud/a", UnsafeLocation)]
)
def test_a_new_file_is_refused_where_it_cannot_lie(tmp_path: Path, schema: Schema, name: str, error):
    (tmp_path / "Nextcloud").mkdir()
    with pytest.raises(error):
        create_file(tmp_path / name, schema=schema)
    assert not list((tmp_path / "Nextcloud").iterdir())


@pytest.mark.parametrize(
    ("fault", "error"), [(28, DiskFull), (30, FileReadOnly), (5, StorageFault)], ids=["full", "ro", "eio"]
)
def test_a_new_file_that_fails_leaves_nothing(
    tmp_path: Path, schema: Schema, monkeypatch: pytest.MonkeyPatch, fault: int, error
):
    def fail(_: Path) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(opening, "flush_file", fail)
    with pytest.raises(error):
        create_file(tmp_path / "a.kabinet", schema=schema)
    assert not list(tmp_path.glob("a.kabinet*"))
