"""The finished backups of a folder: their manifests, which is the newest, which may go."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from cabinet_app.db.connecting import flush_file, flush_folder, new_private_file
from cabinet_app.db.faults import translated

MANIFEST_SUFFIX = ".manifest.json"
_DUE_AFTER = timedelta(days=1)


class BackupReason(StrEnum):
    """Why a copy was made."""

    MANUAL = "manual"
    DAILY = "daily"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished copy as its manifest describes it; `made_at` is aware, `rows` are counts by table."""

    path: Path
    made_at: datetime
    reason: BackupReason
    sha256: str
    size: int
    rows: Mapping[str, int]


def list_backups(folder: Path) -> list[Backup]:
    """The finished backups of a folder, the newest first; anything else in it is passed over."""
    try:
        names = [path.name for path in folder.iterdir() if path.name.endswith(MANIFEST_SUFFIX)]
    except OSError:
        return []
    copies = (folder / name.removesuffix(MANIFEST_SUFFIX) for name in names)
    found = [backup for path in copies if path.is_file() and (backup := read_manifest(path))]
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def latest_backup(folder: Path) -> Backup | None:
    """The newest finished backup of a folder."""
    return next(iter(list_backups(folder)), None)


def backup_due(folder: Path, now: datetime) -> bool:
    """Whether the newest backup is older than a day or, the clock having been set back, dated after today."""
    latest = latest_backup(folder)
    return latest is None or abs(now - latest.made_at) > _DUE_AFTER


def rotate(folder: Path, now: datetime) -> list[Path]:
    """Remove the backups that rotation gives up; returns what was removed."""
    backups = list_backups(folder)
    kept = kept_by_rotation(backups, now)
    removed = []
    for backup in backups:
        if backup in kept:
            continue
        with translated(backup.path):
            # The copy first: a manifest alone is passed over, a copy alone would stay for ever.
            backup.path.unlink(missing_ok=True)
            manifest_path(backup.path).unlink(missing_ok=True)
        removed.append(backup.path)
    return removed


def kept_by_rotation(
    backups: Iterable[Backup], now: datetime, *, days: int = 14, weeks: int = 8, months: int = 24
) -> list[Backup]:
    """The backups that stay: the newest of each of the last days, weeks and months that have one.

    Counting only days that have a backup, a long pause costs no copy. All of the last day stay,
    and those made by hand.
    """
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    kept = [
        backup
        for backup in newest_first
        if backup.reason is BackupReason.MANUAL or now - backup.made_at <= _DUE_AFTER
    ]
    for limit, period in ((days, _day), (weeks, _week), (months, _month)):
        kept.extend(_newest_of_each(newest_first, period, limit))
    return [backup for backup in newest_first if backup in kept]


def manifest_path(path: Path) -> Path:
    """Where the manifest of a copy lies."""
    return path.with_name(path.name + MANIFEST_SUFFIX)


def read_manifest(path: Path) -> Backup | None:
    """The backup a manifest describes; None where it is missing or not readable as one."""
    try:
        data = json.loads(manifest_path(path).read_text(encoding="utf-8"))
        return Backup(
            path,
            datetime.fromisoformat(data["made_at"]).astimezone(UTC),
            BackupReason(data["reason"]),
            str(data["sha256"]),
            int(data["size"]),
            {str(table): int(number) for table, number in data["rows"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_manifest(backup: Backup) -> None:
    """Write down what the copy is, beside it."""
    text = json.dumps(_manifest(backup), indent=1, sort_keys=True)
    path = manifest_path(backup.path)
    part = path.with_name(f"{path.name}.part")
    new_private_file(part)
    part.write_text(text, encoding="utf-8")
    flush_file(part)
    part.replace(path)
    flush_folder(path.parent)


def _manifest(backup: Backup) -> dict[str, Any]:
    return {
        "file": backup.path.name,
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason.value,
        "sha256": backup.sha256,
        "size": backup.size,
        "rows": dict(backup.rows),
    }


def _newest_of_each(
    newest_first: Sequence[Backup], period: Callable[[Backup], tuple[int, int]], limit: int
) -> list[Backup]:
    newest: dict[tuple[int, int], Backup] = {}
    for backup in newest_first:
        newest.setdefault(period(backup), backup)
    return list(newest.values())[:limit]


def _day(backup: Backup) -> tuple[int, int]:
    return backup.made_at.year, backup.made_at.timetuple().tm_yday


def _week(backup: Backup) -> tuple[int, int]:
    calendar = backup.made_at.isocalendar()
    return calendar.year, calendar.week


def _month(backup: Backup) -> tuple[int, int]:
    return backup.made_at.year, backup.made_at.month
