"""Opening the cabinet, and the copies that are made on the way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cabinet_app import paths
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import FileExists, FileMissing, FolderMissing, UserError
from cabinet_app.services import setup

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_a_register_is_made_only_on_request(tmp_path: Path):
    path = tmp_path / "x.kabinet"
    with pytest.raises(FileMissing):
        setup.open_cabinet(path)
    assert not path.exists()
    cabinet = setup.open_cabinet(path, create=True)
    cabinet.places.create(Place(names=LocalizedText(sl="Kranj")))
    cabinet.close()
    again = setup.open_cabinet(str(path), create=True)
    assert again.places.count() == 1
    again.close()
    with pytest.raises(FileExists):
        setup.create_register(path)


def test_only_the_programs_own_folder_is_made(tmp_path: Path):
    with pytest.raises(FolderMissing):
        setup.create_register(tmp_path / "no" / "x.kabinet")
    setup.create_register(paths.default_database())
    assert paths.data_folder().stat().st_mode & 0o077 in {0, 0o055}
    assert paths.default_database().exists()


def test_each_file_has_a_folder_of_copies_of_its_own(tmp_path: Path):
    assert setup.backups_of(paths.default_database()) == paths.backups_folder()
    one, other = setup.backups_of(tmp_path / "a.kabinet"), setup.backups_of(tmp_path / "b.kabinet")
    assert one != other
    assert one.parent == tmp_path


def test_a_copy_is_made_once_a_day(tmp_path: Path):
    path = tmp_path / "x.kabinet"
    setup.create_register(path)
    assert setup.last_backup(path) is None
    first = setup.back_up_when_due(path, NOW)
    assert first is not None
    assert len(first.made) == 1
    assert setup.back_up_when_due(path, NOW + timedelta(hours=23)) is None
    assert setup.back_up_when_due(path, NOW + timedelta(days=1, minutes=1)) is not None
    last = setup.last_backup(path)
    assert last is not None
    assert last.made_at == NOW + timedelta(days=1, minutes=1)


def test_a_second_folder_gets_the_same_copy_and_its_fault_stops_nothing(tmp_path: Path):
    path, stick, gone = tmp_path / "x.kabinet", tmp_path / "stick", tmp_path / "file" / "stick"
    (tmp_path / "file").touch()
    setup.create_register(path)
    done = setup.back_up_when_due(path, NOW, (stick, gone))
    assert done is not None
    assert [backup.path.parent for backup in done.made] == [setup.backups_of(path), stick]
    assert [folder for folder, _ in done.failed] == [gone]


def test_an_import_is_preceded_by_a_copy_whatever_the_day(tmp_path: Path):
    path = tmp_path / "x.kabinet"
    setup.create_register(path)
    setup.back_up_when_due(path, NOW)
    done = setup.back_up_before_import(path, NOW + timedelta(minutes=1))
    assert done is not None
    assert done.made[0].reason.value == "import"


def test_a_copy_put_back_brings_back_what_it_held(tmp_path: Path):
    path, copy = tmp_path / "x.kabinet", tmp_path / "copy.kabinet"
    cabinet = setup.open_cabinet(path, create=True)
    setup.back_up_to(path, copy, NOW)
    cabinet.places.create(Place(names=LocalizedText(sl="Kranj")))
    cabinet.close()
    kept = setup.restore_from(copy, path, NOW)
    assert kept is not None
    for file, count in ((path, 0), (kept, 1)):
        opened = setup.open_cabinet(file)
        assert opened.places.count() == count
        opened.close()


def test_a_server_is_copied_by_its_own_means(tmp_path: Path):
    address = "postgresql://user:secret@nowhere/kabinet"
    assert setup.back_up_when_due(address, NOW) is None
    assert setup.back_up_before_import(address, NOW) is None
    assert setup.last_backup(address) is None
    for act in (
        lambda: setup.back_up_to(address, tmp_path / "x", NOW),
        lambda: setup.restore_from(tmp_path, address, NOW),
    ):
        with pytest.raises(UserError) as caught:
            act()
        assert "secret" not in str(caught.value.details)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError):
        setup.new_folder(tmp_path / "file" / "x")
    made = setup.new_folder(tmp_path / "a" / "b")
    assert made.stat().st_mode & 0o777 == 0o700
