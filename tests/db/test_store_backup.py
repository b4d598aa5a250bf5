"""Backups: whole or not there at all, while others write; which of them stay."""

import hashlib
import json
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cabinet_app.db import backup as backup_module
from cabinet_app.db.backup import back_up, backup_into, backup_to, copy_backup, verify_backup
from cabinet_app.db.backup_folder import (
    Backup,
    BackupReason,
    backup_due,
    kept_by_rotation,
    latest_backup,
    list_backups,
    manifest_path,
    rotate,
)
from cabinet_app.db.connecting import APPLICATION_ID, configured, reading_connection
from cabinet_app.db.opening import inspect_file
from cabinet_app.errors import (
    BackupBroken,
    DiskFull,
    FileDamaged,
    FileExists,
    FileMissing,
    FolderMissing,
    IsAFolder,
    NotAKabinetFile,
    StorageFault,
    StoreBusy,
)

WRITE = """
    import sys
    from pathlib import Path
    from sqlalchemy import text
    from cabinet_app.db.engine import Store

    store = Store(Path(sys.argv[1]))
    acknowledged = Path(sys.argv[2])
    for number in range(1000, 100000):
        with store.writing() as session:
            session.execute(text("INSERT INTO town (id, name) VALUES (:n, 'x')"), {"n": number})
        acknowledged.write_text(str(number))
        if number == 1000:
            print("begun", flush=True)
"""


def towns(path: Path) -> int:
    with closing(reading_connection(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM town").fetchone()[0])


def test_a_backup_holds_everything_and_says_so(office: Path, tmp_path: Path, noon: datetime, schema):
    target = tmp_path / "kopija čšž #1.kabinet"
    made = backup_to(office, target, noon)
    assert towns(target) == 50
    assert inspect_file(target, schema) == 1
    manifest = json.loads(manifest_path(target).read_text(encoding="utf-8"))
    assert manifest == {
        "file": target.name,
        "made_at": "2026-11-20T12:00:00+00:00",
        "reason": "manual",
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "size": target.stat().st_size,
        "rows": {"alembic_version": 1, "town": 50, "visit": 50},
    }
    assert verify_backup(target) == made == latest_backup(tmp_path)


def test_a_backup_leaves_the_live_file_alone(office: Path, tmp_path: Path, noon: datetime, bytes_of):
    before = bytes_of(office)
    backup_to(office, tmp_path / "b.kabinet", noon)
    assert bytes_of(office) == before


def test_what_a_backup_makes_is_private_whatever_the_umask(office: Path, tmp_path: Path, noon: datetime):
    before = os.umask(0o022)
    try:
        back_up(office, [tmp_path / "a" / "b", tmp_path / "c"], noon, BackupReason.DAILY)
    finally:
        os.umask(before)
    made = [path for folder in ("a", "c") for path in (tmp_path / folder, *(tmp_path / folder).rglob("*"))]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in made}
    assert len(modes) == 7
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in modes.items())


def test_backups_made_while_others_write_hold_every_earlier_edit(
    office: Path, tmp_path: Path, noon: datetime, started, schema
):
    acknowledged = tmp_path / "acknowledged"
    writer = started(WRITE, office, acknowledged)
    assert writer.stdout.readline() == "begun\n"
    for number in range(12):
        least = int(acknowledged.read_text() or "1000")
        target = tmp_path / f"{number}.kabinet"
        backup_to(office, target, noon)
        inspect_file(target, schema)
        assert towns(target) >= 50 + least - 999
    assert writer.poll() is None


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 100, 5000, 15000])
def test_a_disk_that_fails_during_a_backup_leaves_nothing(
    office: Path, tmp_path: Path, noon: datetime, bytes_of, size: int
):
    folder = tmp_path / "folder"
    folder.mkdir()
    before = bytes_of(office)
    with files_no_larger_than(size), pytest.raises((StorageFault, DiskFull)) as caught:
        backup_to(office, folder / "b.kabinet", noon)
    assert caught.value.path == str(folder / "b.kabinet")
    assert not list(folder.iterdir())
    assert bytes_of(office) == before


def test_a_failed_backup_leaves_the_older_one(
    office: Path, tmp_path: Path, noon: datetime, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "b.kabinet"
    older = backup_to(office, target, noon)

    def fail(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_module, "flush_file", fail)
    with pytest.raises(DiskFull):
        backup_to(office, target, noon + timedelta(hours=1))
    assert verify_backup(target) == older
    assert not list(tmp_path.glob("*.part"))


def test_an_older_backup_is_replaced_but_nothing_else(office: Path, tmp_path: Path, noon: datetime):
    target = tmp_path / "b.kabinet"
    backup_to(office, target, noon)
    later = backup_to(office, target, noon + timedelta(hours=1))
    assert verify_backup(target) == later
    letter = tmp_path / "pismo.docx"
    letter.write_bytes(b"PK")
    for taken in (letter, office):
        before = taken.read_bytes()
        with pytest.raises(FileExists):
            backup_to(office, taken, noon)
        assert taken.read_bytes() == before


def test_a_stale_journal_beside_the_target_is_not_played_into_the_backup(
    office: Path, tmp_path: Path, noon: datetime, schema
):
    target = tmp_path / "b.kabinet"
    journal = tmp_path / "b.kabinet-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 4096)
    backup_to(office, target, noon)
    assert not journal.exists()
    assert inspect_file(target, schema) == 1


@pytest.mark.parametrize(
    ("target", "error"), [("ni/b.kabinet", FolderMissing), ("", IsAFolder)], ids=["folder", "is_folder"]
)
def test_a_backup_is_refused_where_it_cannot_lie(office: Path, tmp_path: Path, noon, target: str, error):
    with pytest.raises(error):
        backup_to(office, tmp_path / target, noon)


def test_a_missing_file_has_no_backup(tmp_path: Path, noon: datetime):
    with pytest.raises(FileMissing):
        backup_to(tmp_path / "a.kabinet", tmp_path / "b.kabinet", noon)
    assert not list(tmp_path.glob("*.kabinet*"))


def test_a_damaged_file_gives_no_backup_and_is_named(office: Path, tmp_path: Path, noon: datetime):
    with office.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(FileDamaged) as caught:
        backup_to(office, tmp_path / "b.kabinet", noon)
    assert caught.value.path == str(office)
    assert not list(tmp_path.glob("b.kabinet*"))


def test_a_foreign_file_gives_no_backup(office: Path, tmp_path: Path, noon: datetime):
    with closing(configured(office)) as connection:
        connection.execute("PRAGMA application_id = 7")
    with pytest.raises(NotAKabinetFile):
        backup_to(office, tmp_path / "b.kabinet", noon)
    assert int.from_bytes(b"KABN", "big") == APPLICATION_ID


def test_a_locked_file_is_told_instead_of_waiting_for_ever(
    office: Path, tmp_path: Path, noon: datetime, monkeypatch: pytest.MonkeyPatch
):
    with closing(configured(office)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(
            backup_module, "configured", lambda *a, **k: configured(*a, **k, busy_seconds=0.1)
        )
        with pytest.raises(StoreBusy):
            backup_to(office, tmp_path / "b.kabinet", noon)
    assert not list(tmp_path.glob("b.kabinet*"))


def test_two_backups_of_one_second_have_two_names(office: Path, tmp_path: Path, noon: datetime):
    folder = tmp_path / "kopije"
    names = [backup_into(folder, office, noon, BackupReason.IMPORT).path.name for _ in range(2)]
    assert names == ["pisarna čšž-2026-11-20-120000.kabinet", "pisarna čšž-2026-11-20-120000-2.kabinet"]


def test_a_second_folder_gets_the_same_bytes(office: Path, tmp_path: Path, noon: datetime):
    made = back_up(office, [tmp_path / "a", tmp_path / "b"], noon, BackupReason.DAILY)
    assert [backup.path.parent.name for backup in made.made] == ["a", "b"]
    assert made.made[0].sha256 == made.made[1].sha256
    assert all(verify_backup(backup.path) for backup in made.made)


def test_a_second_folder_that_fails_does_not_stop_the_first(office: Path, tmp_path: Path, noon: datetime):
    blocked = tmp_path / "stick"
    blocked.write_text("not a folder")
    made = back_up(office, [tmp_path / "a", blocked / "b"], noon, BackupReason.DAILY)
    assert len(made.made) == 1
    assert [folder for folder, _ in made.failed] == [blocked / "b"]


def test_a_copy_that_rotted_is_not_copied_on(office: Path, tmp_path: Path, noon: datetime):
    made = backup_to(office, tmp_path / "b.kabinet", noon)
    with made.path.open("r+b") as file:
        file.seek(9000)
        file.write(b"!")
    with pytest.raises(BackupBroken):
        copy_backup(made, tmp_path / "further")
    assert not list((tmp_path / "further").iterdir())
    with pytest.raises(BackupBroken):
        verify_backup(made.path)


def test_a_copy_without_a_manifest_cannot_be_compared(office: Path, tmp_path: Path, noon: datetime):
    made = backup_to(office, tmp_path / "b.kabinet", noon)
    manifest_path(made.path).write_text("{", encoding="utf-8")
    with pytest.raises(BackupBroken):
        verify_backup(made.path)
    assert list_backups(tmp_path) == []
    manifest_path(made.path).unlink()
    assert verify_backup(made.path) is None


@pytest.mark.parametrize(
    ("hours", "due"), [(0, False), (23.9, False), (24.1, True), (-23, False), (-25, True)]
)
def test_a_backup_is_due_after_a_day(office: Path, tmp_path: Path, noon: datetime, hours: float, due: bool):
    folder = tmp_path / "kopije"
    assert backup_due(folder, noon)
    backup_into(folder, office, noon, BackupReason.DAILY)
    assert backup_due(folder, noon + timedelta(hours=hours)) is due


def daily(days: int, *, reason: BackupReason = BackupReason.DAILY, start: datetime) -> list[Backup]:
    return [
        Backup(Path(f"{day}.kabinet"), start - timedelta(days=day), reason, "", 0, {}) for day in range(days)
    ]


def test_three_years_of_daily_backups_shrink_to_days_weeks_and_months(noon: datetime):
    kept = kept_by_rotation(daily(1100, start=noon), noon)
    ages = [(noon - backup.made_at).days for backup in kept]
    assert ages[:14] == list(range(14))
    assert (
        len({backup.made_at.isocalendar()[:2] for backup in kept if (noon - backup.made_at).days < 56}) == 8
    )
    assert len({(backup.made_at.year, backup.made_at.month) for backup in kept}) == 24
    assert len(kept) <= 14 + 8 + 24


def test_a_long_pause_costs_no_backup(noon: datetime):
    old = daily(10, start=noon - timedelta(days=2000))
    assert kept_by_rotation(old, noon) == old


def test_backups_of_the_last_day_and_those_made_by_hand_stay(noon: datetime):
    hourly = [
        Backup(Path(f"{hour}"), noon - timedelta(hours=hour), BackupReason.IMPORT, "", 0, {})
        for hour in range(30)
    ]
    by_hand = daily(400, reason=BackupReason.MANUAL, start=noon - timedelta(days=3))
    kept = kept_by_rotation([*hourly, *by_hand], noon)
    assert hourly[:25] == [backup for backup in kept if backup in hourly[:25]]
    assert all(backup in kept for backup in by_hand)
    assert hourly[27] not in kept


def test_rotation_removes_copies_with_their_manifests_and_nothing_else(
    office: Path, tmp_path: Path, noon: datetime
):
    folder = tmp_path / "kopije"
    for hour in range(3):
        backup_into(folder, office, noon + timedelta(hours=hour), BackupReason.DAILY)
    (folder / "beri me.txt").write_text("x")
    removed = rotate(folder, noon + timedelta(days=3))
    assert [path.name for path in removed] == [
        "pisarna čšž-2026-11-20-130000.kabinet",
        "pisarna čšž-2026-11-20-120000.kabinet",
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "beri me.txt",
        "pisarna čšž-2026-11-20-140000.kabinet",
        "pisarna čšž-2026-11-20-140000.kabinet.manifest.json",
    ]


def test_the_newest_backup_is_found_by_its_time_not_its_name(office: Path, tmp_path: Path):
    moments = [datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]
    for name, moment in zip(("a", "b"), moments, strict=True):
        backup_to(office, tmp_path / f"{name}.kabinet", moment)
    latest = latest_backup(tmp_path)
    assert latest
    assert latest.path.name == "a.kabinet"
