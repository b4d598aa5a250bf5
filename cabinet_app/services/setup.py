"""Opening the cabinet for the window and for commands, and the backups that come with it."""

import re
from datetime import datetime
from pathlib import Path

from cabinet_app import paths
from cabinet_app.db.backup import BackupRound, back_up, backup_to
from cabinet_app.db.backup_folder import Backup, BackupReason, backup_due, latest_backup
from cabinet_app.db.engine import file_path
from cabinet_app.db.faults import translated
from cabinet_app.db.location import private_folder
from cabinet_app.db.opening import create_file, open_store
from cabinet_app.db.restoring import restore
from cabinet_app.errors import ServerKeepsItsOwnBackups
from cabinet_app.services.cabinet import Cabinet


def open_cabinet(address: str | Path, *, create: bool = False) -> Cabinet:
    """Open the register at a path or a `postgresql://` URL, after every check and any upgrade.

    With `create` a file that does not exist yet is made, its folder too if it is the program's own.

    Raises:
        UserError: the file cannot be used as it is; nothing was changed.
    """
    path = file_path(address)
    if path is not None and create and not path.exists():
        create_register(path)
    return Cabinet(open_store(address, backups=backups_of(path) if path else None))


def create_register(address: str | Path) -> None:
    """Make a new, empty register; a server's tables are made when it is opened.

    Raises:
        FileExists: something lies there already.
    """
    path = file_path(address)
    if path is None:
        open_store(address).close()
        return
    if path == paths.default_database():
        new_folder(path.parent)
    create_file(path)


def backups_of(path: Path) -> Path:
    """The folder of the copies of a data file; each file has its own, so that rotation never mixes two."""
    if path == paths.default_database():
        return paths.backups_folder()
    return path.with_name(f"{path.name}.backups")


def back_up_when_due(
    address: str | Path, now: datetime, further: tuple[Path, ...] = ()
) -> BackupRound | None:
    """Copy the file if its last copy is older than a day; `further` are more folders for the same copy.

    Raises:
        UserError: the copy could not be made; the register itself is not touched.
    """
    path = file_path(address)
    if path is None or not backup_due(backups_of(path), now):
        return None
    return back_up(path, (backups_of(path), *further), now, BackupReason.DAILY)


def back_up_before_import(address: str | Path, now: datetime) -> BackupRound | None:
    """Copy the file before an import changes much of it; a server is backed up by its own means.

    Raises:
        UserError: the copy could not be made.
    """
    path = file_path(address)
    return back_up(path, (backups_of(path),), now, BackupReason.IMPORT) if path else None


def new_folder(path: Path) -> Path:
    """A folder for this user alone; one that exists stays as it is.

    Raises:
        UserError: it cannot be made.
    """
    with translated(path):
        return private_folder(path)


def shown_address(address: str | Path) -> str:
    """The address as it may be shown: a server's without the password."""
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", str(address))


def last_backup(address: str | Path) -> Backup | None:
    """The newest copy of the file, None if there is none."""
    path = file_path(address)
    return latest_backup(backups_of(path)) if path else None


def back_up_to(address: str | Path, target: Path, now: datetime) -> Backup:
    """Make a verified copy under a name of the user's choice.

    Raises:
        UserError: it could not be made; what lay there is as it was.
    """
    path = file_path(address)
    if path is None:
        raise ServerKeepsItsOwnBackups(shown_address(address))
    return backup_to(path, target, now)


def restore_from(backup: Path, address: str | Path, now: datetime) -> Path | None:
    """Let the register hold what a copy holds; answers where the replaced file is kept.

    Raises:
        UserError: the copy is not sound; the register is as it was.
    """
    path = file_path(address)
    if path is None:
        raise ServerKeepsItsOwnBackups(shown_address(address))
    return restore(backup, path, now)
