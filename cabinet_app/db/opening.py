"""Opening a file step by step: every reason to refuse it is found before the first byte is written."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from cabinet_app.db.connecting import (
    APPLICATION_ID,
    BUSY_SECONDS,
    configured,
    connect,
    drop_companions,
    flush_file,
    flush_folder,
    new_private_file,
    reading_connection,
)
from cabinet_app.db.engine import Store, file_engine, file_path
from cabinet_app.db.faults import translated
from cabinet_app.db.location import check_folder, check_location
from cabinet_app.db.migrating import (
    create_schema,
    database_version,
    run_steps,
    stored_version,
    structure_of,
    upgrade,
)
from cabinet_app.db.schema import Schema, check_structure, expected_structure, kabinet_schema
from cabinet_app.errors import (
    FileDamaged,
    FileEmpty,
    FileExists,
    FileMissing,
    FileNotReadable,
    IsAFolder,
    NewerFile,
    NotAKabinetFile,
)

_MOST_FINDINGS = 10


def open_store(address: str | Path, *, backups: Path | None = None, schema: Schema | None = None) -> Store:
    """Open the office's file or server after every check; bring an older one up to date.

    `backups` is the folder for the copy made before an upgrade, by default `backups` beside the file.

    Raises:
        UserError: see `inspect_file`; nothing was changed.
    """
    schema = schema or kabinet_schema()
    path = file_path(address)
    if path is None:
        return _open_server(str(address), schema)
    check_location(path)
    if inspect_file(path, schema) < schema.version:
        probe_writing(path)
        upgrade(path, backups or path.parent / "backups", schema)
        inspect_file(path, schema)
    probe_writing(path)
    # A copy made outside the program comes out readable by everybody.
    with suppress(OSError):
        path.chmod(0o600)
    return Store(path)


def create_file(path: Path, *, schema: Schema | None = None) -> None:
    """Make a new file with our tables; it appears under its name only when it is whole.

    Raises:
        FileExists, IsAFolder, FolderMissing, UnsafeLocation, FileReadOnly, DiskFull
    """
    check_folder(path)
    check_location(path)
    with translated(path):
        if path.exists() and path.stat().st_size:
            raise FileExists(str(path))
        part = path.with_name(f"{path.name}.part")
        try:
            _fill(part, schema or kabinet_schema())
            flush_file(part)
            # The journal of a file that is gone would be played into the new one.
            drop_companions(path)
            part.replace(path)
            flush_folder(path.parent)
        finally:
            part.unlink(missing_ok=True)
            drop_companions(part)


def inspect_file(path: Path, schema: Schema | None = None) -> int:
    """Check a file in every respect short of writing; returns the version of its schema.

    Raises:
        FileMissing, FolderMissing, IsAFolder, FileEmpty, NotAKabinetFile, NewerFile, UnknownSchemaObject,
        FileDamaged, FileNotReadable, FileReadOnly, StoreBusy
    """
    schema = schema or kabinet_schema()
    check_presence(path)
    with translated(path):
        check_header(path)
        # Read-write, so that a save cut off by a power failure is taken back first; read-only, a healthy
        # file would look damaged.
        with closing(connect(path)) as connection:
            connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("BEGIN")
            _check_owner(connection, path)
            _check_length(connection, path)
            version = _check_version(connection, path, schema)
            ours = version == schema.version
            expected = expected_structure(schema) if ours else structure_of(version, schema)
            check_structure(connection, expected, path)
            findings = integrity_findings(connection)
            if findings:
                raise FileDamaged(str(path), findings)
            return version


def check_presence(path: Path) -> None:
    """Refuse what is not there, not a file or empty."""
    check_folder(path)
    try:
        state = path.stat()
    except FileNotFoundError as error:
        raise FileMissing(str(path)) from error
    except OSError as error:
        raise FileNotReadable(str(path), error.strerror or "") from error
    if stat.S_ISDIR(state.st_mode):
        raise IsAFolder(str(path))
    if not stat.S_ISREG(state.st_mode):
        raise NotAKabinetFile(str(path))
    if state.st_size == 0:
        raise FileEmpty(str(path))
    if not os.access(path, os.R_OK):
        raise FileNotReadable(str(path), os.strerror(13))


def check_header(path: Path) -> None:
    """Refuse a file that is not ours, before anything beside it is looked at."""
    # Through SQLite, since closing a file that was opened otherwise drops the locks of this process;
    # immutable, so that a foreign file's journal is not played before we know whose file it is.
    with closing(reading_connection(path)) as connection:
        try:
            # A save cut off by a power failure may have left the file shorter than its header says, which
            # SQLite overlooks only with this setting.
            connection.execute("PRAGMA writable_schema = ON")
            _check_owner(connection, path)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
                raise NotAKabinetFile(str(path)) from error
            raise


def integrity_findings(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite's own two checks say; empty for a sound file."""
    lines = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})")]
    if lines == ["ok"]:
        lines = []
    orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FINDINGS)
    lines.extend(f"{table} {row} → {parent}" for table, row, parent, _ in orphans)
    return tuple(lines)


def probe_writing(path: Path) -> None:
    """Change the file as far as its journal and take it back: a read-only file shows only at the first write.

    Raises:
        FileReadOnly, DiskFull, StoreBusy, StorageFault
    """
    with translated(path), closing(configured(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("ROLLBACK")


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise NotAKabinetFile(str(path))


def _check_length(connection: sqlite3.Connection, path: Path) -> None:
    # SQLite fills a last page that was cut off with zeros and says nothing.
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size < pages * size:
        raise FileDamaged(str(path), (f"{path.stat().st_size} < {pages * size}",))


def _check_version(connection: sqlite3.Connection, path: Path, schema: Schema) -> int:
    version = stored_version(connection)
    if version is None or version < 1:
        raise FileDamaged(str(path), ("alembic_version",))
    if version > schema.version:
        raise NewerFile(str(path), version, schema.version)
    return version


def _fill(part: Path, schema: Schema) -> None:
    new_private_file(part)
    engine = file_engine(part)
    try:
        with engine.begin() as connection:
            create_schema(connection, schema)
    finally:
        engine.dispose()


def _open_server(address: str, schema: Schema) -> Store:
    store = Store(address)
    with store.writing() as session:
        connection = session.connection()
        version = database_version(connection)
        if version is None:
            create_schema(connection, schema)
        elif version > schema.version:
            raise NewerFile(store.name, version, schema.version)
        elif version < schema.version:
            run_steps(connection, schema)
    return store
