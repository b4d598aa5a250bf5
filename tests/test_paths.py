"""Where the program keeps what belongs to its user."""

from pathlib import Path

import pytest

from cabinet_app import paths


def test_one_variable_moves_everything_of_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KABINET_HOME", str(tmp_path))
    assert paths.default_database() == tmp_path / "kabinet.sqlite"
    for path in (paths.backups_folder(), paths.drafts_folder(), paths.settings_file(), paths.logs_folder()):
        assert tmp_path in path.parents


def test_without_it_they_lie_where_the_system_keeps_such_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("KABINET_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = {paths.data_folder(), paths.settings_file(), paths.logs_folder()}
    assert len(found) == 3
    assert all("abinet" in str(path) for path in found)
    assert not any(path.exists() for path in found if tmp_path in path.parents)


def test_the_programs_own_folders_are_there():
    assert (paths.resources() / "fonts").is_dir()
    assert paths.translations().is_dir()


def test_a_bundle_carries_its_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"
