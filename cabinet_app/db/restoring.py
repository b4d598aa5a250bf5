"""Putting a backup back: checked before anything is touched, and what it replaces is kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

from cabinet_app.db.backup import (
    backup_to,
    copy_pages,
    open_copy,
    row_counts,
    verify_backup,
)
from cabinet_app.db.backup_folder import Backup, BackupReason
from cabinet_app.db.connecting import (
    configured,
    connect,
    drop_companions,
    flush_file,
    flush_folder,
    new_private_file,
    reading_connection,
)
from cabinet_app.db.faults import translated
from cabinet_app.db.location import check_folder, check_location
from cabinet_app.db.migrating import upgrade_copy
from cabinet_app.db.opening import check_header, check_presence, inspect_file
from cabinet_app.db.schema import Schema, kabinet_schema
from cabinet_app.errors import (
    BackupBroken,
    DiskFull,
    FileDamaged,
    FileExists,
    FileReadOnly,
    NotAKabinetFile,
    StorageFault,
    StoreError,
)

_OF_THE_TARGET = (DiskFull, FileReadOnly, StorageFault)


def restore(backup: Path, target: Path, now: datetime, schema: Schema | None = None) -> Path | None:
    """Make `target` hold what `backup` holds; returns where the replaced file is kept, if there was one.

    A sound target is overwritten inside one transaction, so that other windows see the old or the new
    register and nothing between; a damaged one gives up its name. An older backup is brought up to date.

    Raises:
        UserError: `backup` is not sound or there is no room; `target` has the bytes it had.
    """
    schema = schema or kabinet_schema()
    check_folder(target)
    check_location(target)
    check_presence(backup)
    if target.exists() and target.samefile(backup):
        raise FileExists(str(target))
    described = verify_backup(backup)
    staged = target.with_name(f"{target.name}.restore.part")
    with _dropped_at_the_end(staged):
        with _about(backup):
            with translated(backup):
                check_header(backup)
            _stage(backup, staged, described, schema)
        return _apply(staged, target, now)


def _stage(backup: Path, staged: Path, described: Backup | None, schema: Schema) -> None:
    with translated(staged):
        new_private_file(staged)
        with closing(_opened_for_copying(backup)) as source, closing(open_copy(staged)) as copy:
            copy_pages(source, copy, backup)
    version = inspect_file(staged, schema)
    if described:
        with translated(staged), closing(reading_connection(staged)) as copy:
            if row_counts(copy) != dict(described.rows):
                raise BackupBroken(str(backup), "row_counts")
    if version < schema.version:
        upgrade_copy(staged, schema)
        inspect_file(staged, schema)
    with translated(staged):
        flush_file(staged)


def _apply(staged: Path, target: Path, now: datetime) -> Path | None:
    with translated(target):
        if not target.exists() or target.stat().st_size == 0:
            _take_the_name(staged, target)
            return None
        kept = _kept_name(target, now)
        try:
            backup_to(target, kept, now, BackupReason.RESTORE)
        except (FileDamaged, NotAKabinetFile):
            _keep_damaged(target, kept)
            _take_the_name(staged, target)
            return kept
        with closing(reading_connection(staged)) as source, closing(configured(target)) as live:
            copy_pages(source, live, target)
        target.chmod(0o600)
        return kept


def _opened_for_copying(backup: Path) -> sqlite3.Connection:
    journal = backup.with_name(f"{backup.name}-journal")
    # A copy that was taken together with its journal is whole only once the journal is played.
    if journal.exists() and journal.stat().st_size:
        return connect(backup)
    return reading_connection(backup)


def _take_the_name(staged: Path, target: Path) -> None:
    drop_companions(target)
    staged.replace(target)
    flush_folder(target.parent)


def _keep_damaged(target: Path, kept: Path) -> None:
    # A second name first, so that no moment leaves the office without a file.
    try:
        kept.hardlink_to(target)
    except OSError:
        target.replace(kept)
    journal = target.with_name(f"{target.name}-journal")
    if journal.exists():
        journal.replace(kept.with_name(f"{kept.name}-journal"))


def _kept_name(target: Path, now: datetime) -> Path:
    stem = f"{target.name}.before-restore-{now:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}" for number in count(1))
    return next(target.with_name(name) for name in names if not target.with_name(name).exists())


@contextmanager
def _about(backup: Path) -> Iterator[None]:
    # What is wrong with the staged copy is wrong with the backup.
    try:
        yield
    except StoreError as error:
        if not isinstance(error, _OF_THE_TARGET):
            error.path = str(backup)
        raise


@contextmanager
def _dropped_at_the_end(staged: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with translated(staged):
            staged.unlink(missing_ok=True)
            drop_companions(staged)
