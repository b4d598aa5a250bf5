"""The one place where faults of the disk, the lock and the server become errors that a user can mend."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    StoreError,
    UserError,
)

_PRIMARY_CODE = 0xFF
_SIMPLE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: FileReadOnly,
    sqlite3.SQLITE_PERM: FileReadOnly,
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SYSTEM: dict[int, type[StoreError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: FileReadOnly,
    errno.EPERM: FileReadOnly,
    errno.EROFS: FileReadOnly,
    errno.ENOENT: FileMissing,
    errno.ENOTDIR: FolderMissing,
    errno.EISDIR: IsAFolder,
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html, by class or full code.
_SERVER_STATES: tuple[tuple[str, type[StoreError]], ...] = (
    ("55P03", StoreBusy),
    ("40001", StoreBusy),
    ("40P01", StoreBusy),
    ("53100", DiskFull),
    ("25006", FileReadOnly),
)
_SERVER_GONE = ("08", "57P", "28")


def is_disk_fault(error: BaseException | None) -> bool:
    """Whether the disk itself failed, so that only re-reading tells what was written."""
    return isinstance(error, sqlite3.Error) and _code(error) & _PRIMARY_CODE == sqlite3.SQLITE_IOERR


def is_lock(error: sqlite3.Error) -> bool:
    """Whether another connection holds the file, so that asking again may help."""
    return _code(error) & _PRIMARY_CODE == sqlite3.SQLITE_BUSY


def user_error(error: BaseException | None, place: str) -> UserError | None:
    """The mendable error behind an exception of a driver, SQLAlchemy or the system; None if it is a bug."""
    error = getattr(error, "orig", None) or error
    if isinstance(error, sqlite3.Error):
        return _from_sqlite(error, place)
    if isinstance(error, OSError):
        return from_system(error, place)
    state = getattr(error, "sqlstate", None)
    return _from_server(error, state, place) if error is not None and hasattr(error, "sqlstate") else None


def from_system(error: OSError, place: str) -> UserError:
    """The mendable error behind a refusal of the operating system."""
    kind = _SYSTEM.get(error.errno or 0)
    return kind(place) if kind else StorageFault(place, error.strerror or type(error).__name__)


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Raise faults of the store and of the system inside the block as errors about `place`."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        mendable = user_error(error, str(place))
        if mendable is None:
            raise
        raise mendable from error


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0)


def _from_sqlite(error: sqlite3.Error, place: str) -> UserError | None:
    code = _code(error)
    primary = code & _PRIMARY_CODE
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return FileMoved(place)
    if primary in _SIMPLE:
        return _SIMPLE[primary](place)
    if primary in _DAMAGED:
        return FileDamaged(place, (str(error),))
    if primary == sqlite3.SQLITE_IOERR:
        return StorageFault(place, error.sqlite_errorname)
    if primary == sqlite3.SQLITE_CANTOPEN:
        return _not_opened(error, place)
    return None


def _not_opened(error: sqlite3.Error, place: str) -> UserError:
    path = Path(place)
    try:
        if not path.exists():
            return FileMissing(place)
    except OSError as refusal:
        return FileNotReadable(place, refusal.strerror or "")
    if not os.access(path.parent, os.W_OK) or not os.access(path, os.W_OK):
        return FileReadOnly(place)
    return FileNotReadable(place, error.sqlite_errorname)


def _from_server(error: BaseException, state: str | None, place: str) -> UserError | None:
    if state is None or state.startswith(_SERVER_GONE):
        return ServerUnreachable(place, state or type(error).__name__)
    for prefix, kind in _SERVER_STATES:
        if state.startswith(prefix):
            return kind(place)
    return None
