"""Verified copies of the office's file: taken through SQLite while others work, whole or not there at all."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from cabinet_app.db.backup_folder import (
    Backup,
    BackupReason,
    manifest_path,
    read_manifest,
    rotate,
    write_manifest,
)
from cabinet_app.db.connecting import (
    APPLICATION_ID,
    configured,
    connect,
    drop_companions,
    flush_file,
    flush_folder,
    new_private_file,
    reading_connection,
)
from cabinet_app.db.faults import translated
from cabinet_app.db.location import check_folder, private_folder
from cabinet_app.errors import (
    BackupBroken,
    FileDamaged,
    FileExists,
    FileMissing,
    NotAKabinetFile,
    StoreBusy,
    UserError,
)

_CHUNK = 1 << 20
_ROWS = "SELECT name FROM sqlite_master WHERE type = 'table' AND coalesce(sql, '') NOT LIKE 'CREATE VIRTUAL%'"


@dataclass(frozen=True, slots=True)
class BackupRound:
    """What an automatic backup did: copies made, folders it could not serve, old copies removed."""

    made: tuple[Backup, ...]
    failed: tuple[tuple[Path, UserError], ...]
    removed: tuple[Path, ...]


def backup_to(
    source: Path, target: Path, made_at: datetime, reason: BackupReason = BackupReason.MANUAL
) -> Backup:
    """Copy the live file to `target`, verified before it gets its name; an older backup there is replaced.

    Raises:
        FileExists: something other than a backup of ours lies at `target`.
        FileDamaged: the live file itself is damaged.
        FolderMissing, IsAFolder, DiskFull, FileReadOnly, StorageFault, StoreBusy, FileMissing
    """
    check_folder(target)
    _check_replaceable(source, target)
    part = target.with_name(f"{target.name}.part")
    with _removed_on_failure(part, target):
        new_private_file(part)
        rows = _copy_live(source, part)
        _verify_copy(part, source, rows)
        flush_file(part)
        backup = Backup(target, made_at.astimezone(UTC), reason, _sha256(part), part.stat().st_size, rows)
        _put_in_place(part, target)
        write_manifest(backup)
    return backup


def backup_into(folder: Path, source: Path, now: datetime, reason: BackupReason) -> Backup:
    """The same under a name made of the file's name and the time, in a folder that is made if need be."""
    with translated(folder):
        private_folder(folder)
    return backup_to(source, _free_name(folder, source, now), now, reason)


def back_up(source: Path, folders: Sequence[Path], now: datetime, reason: BackupReason) -> BackupRound:
    """Copy the live file to the first folder and the copy to the others, then remove what rotation gives up.

    A second folder that cannot be served (a stick that is not there) does not stop the round.

    Raises:
        UserError: the first folder could not be served.
    """
    made = [backup_into(folders[0], source, now, reason)]
    failed: list[tuple[Path, UserError]] = []
    for folder in folders[1:]:
        try:
            made.append(copy_backup(made[0], folder))
        except UserError as error:
            failed.append((folder, error))
    removed = [path for backup in made for path in rotate(backup.path.parent, now)]
    return BackupRound(tuple(made), tuple(failed), tuple(removed))


def copy_backup(backup: Backup, folder: Path) -> Backup:
    """Put a finished backup into a further folder, byte for byte.

    Raises:
        BackupBroken: it does not match its own manifest any more.
    """
    target = folder / backup.path.name
    with translated(folder):
        private_folder(folder)
        _check_replaceable(backup.path, target)
    part = target.with_name(f"{target.name}.part")
    with _removed_on_failure(part, target):
        new_private_file(part)
        with backup.path.open("rb") as original, part.open("wb") as copy:
            while chunk := original.read(_CHUNK):
                copy.write(chunk)
        if _sha256(part) != backup.sha256:
            raise BackupBroken(str(backup.path), "checksum")
        flush_file(part)
        _put_in_place(part, target)
        further = replace(backup, path=target)
        write_manifest(further)
    return further


def verify_backup(path: Path) -> Backup | None:
    """Compare a copy with its manifest; None where it has none, as a copy made by hand.

    Raises:
        BackupBroken: the manifest cannot be read or the copy is not the one it describes.
    """
    if not manifest_path(path).exists():
        return None
    backup = read_manifest(path)
    if backup is None:
        raise BackupBroken(str(path), "manifest")
    with translated(path):
        if _sha256(path) != backup.sha256:
            raise BackupBroken(str(path), "checksum")
    return backup


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The number of rows of each table."""
    tables = [str(row[0]) for row in connection.execute(_ROWS)]
    return {table: _number_of_rows(connection, table) for table in sorted(tables)}


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection, place: Path) -> None:
    """Copy a whole database in one step.

    Raises:
        StoreBusy: another process held a lock longer than the connections wait.
    """

    def watch(status: int, _remaining: int, _total: int) -> None:
        # Python would otherwise go on trying for ever.
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise StoreBusy(str(place))

    source.backup(target, pages=-1, progress=watch)


def open_copy(path: Path) -> sqlite3.Connection:
    """Open an unfinished copy for filling; it is synced at the end and thrown away if anything fails."""
    # Shares that suit a backup may not know SQLite's locks, and nobody else knows this file yet.
    connection = connect(path, nolock=1)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _copy_live(source: Path, part: Path) -> dict[str, int]:
    if not source.exists():
        raise FileMissing(str(source))
    with closing(configured(source, query_only=True)) as live:
        with translated(source):
            live.execute("BEGIN")
            rows = row_counts(live)
        with closing(open_copy(part)) as copy:
            copy_pages(live, copy, source)
    return rows


def _verify_copy(part: Path, source: Path, rows: Mapping[str, int]) -> None:
    with translated(source), closing(reading_connection(part)) as copy:
        if copy.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise NotAKabinetFile(str(source))
        lines = tuple(str(row[0]) for row in copy.execute("PRAGMA integrity_check(10)"))
        if lines != ("ok",):
            raise FileDamaged(str(source), lines)
        if row_counts(copy) != rows:
            raise BackupBroken(str(source), "row_counts")


@contextmanager
def _removed_on_failure(part: Path, target: Path) -> Iterator[None]:
    try:
        with translated(target):
            yield
    finally:
        # After success the name is gone already.
        with translated(target):
            part.unlink(missing_ok=True)
            drop_companions(part)


def _check_replaceable(source: Path, target: Path) -> None:
    if not target.exists():
        return
    if target.samefile(source) or (target.stat().st_size and not manifest_path(target).exists()):
        raise FileExists(str(target))


def _put_in_place(part: Path, target: Path) -> None:
    drop_companions(target)
    part.replace(target)
    flush_folder(target.parent)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free_name(folder: Path, source: Path, now: datetime) -> Path:
    stem = f"{source.stem}-{now:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{source.suffix}" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def _number_of_rows(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])  # noqa: S608 quoted name
