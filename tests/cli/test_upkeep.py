"""init, sample, check, backup, restore: what they do, and what they leave as it was."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Kabinet


def digest(path: Path) -> bytes:
    return path.read_bytes()


def test_init_makes_a_private_register_and_never_overwrites(kabinet: Kabinet, tmp_path: Path):
    path = tmp_path / "register.kabinet"
    assert kabinet("init").code == 0
    assert path.stat().st_mode & 0o777 == 0o600
    before = digest(path)
    again = kabinet("init")
    assert (again.code, digest(path)) == (3, before)
    assert str(path) in again.err
    other = tmp_path / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    assert kabinet("init", db=other).code == 3
    assert other.read_text(encoding="utf-8") == "mine"
    empty = tmp_path / "empty"
    empty.touch()
    assert kabinet("init", db=empty).code == 0


@pytest.mark.parametrize(
    "command",
    [["list", "visit"], ["show", "visit", "5"], ["search", "x"], ["check"], ["export", "x.json"], ["exec"],
     ["cadence"], ["occurrences", "--from", "2026-01-01", "--to", "2026-12-31"], ["backup", "copy"]],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["missing", "empty", "text", "sqlite", "folder", "no-folder", "newer"])
def test_a_file_that_is_no_register_is_refused_in_one_line_and_left_alone(
    kabinet: Kabinet,
    register: Path,
    tmp_path: Path,
    command: list[str],
    kind: str,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    path = {"no-folder": tmp_path / "no" / "x"}.get(kind, tmp_path / "other")
    if (kind, command[0]) == ("newer", "backup"):
        pytest.skip("a newer register may be copied; only its contents mean nothing to us")
    if kind == "empty":
        path.touch()
    elif kind == "text":
        path.write_text("Zapisnik 1. seje\n" * 100, encoding="utf-8")
    elif kind == "sqlite":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE x (y)")
        connection.close()
    elif kind == "folder":
        path.mkdir()
    elif kind == "newer":
        path.write_bytes(register.read_bytes())
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.close()
    before = path.read_bytes() if path.is_file() else None
    called = kabinet(*command, db=path)
    assert called.code == 3
    assert called.out == ""
    assert len(called.err.splitlines()) == 1
    assert str(path) in called.err or str(path.parent) in called.err
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(child.name for child in tmp_path.iterdir() if child.name.startswith("other")) in (
        [],
        ["other"],
    )


def test_the_sample_fills_an_empty_register_and_refuses_any_other(kabinet: Kabinet, register: Path):
    filled = kabinet("sample")
    assert filled.code == 0
    assert str(register) in filled.out
    before = digest(register)
    again = kabinet("sample")
    assert (again.code, digest(register)) == (3, before)
    assert len(again.err.splitlines()) == 1
    told = {finding["trouble"] for finding in kabinet("check", "--json").data}
    assert told == {"present_more_than_voting"}, "as in the minutes it was taken from"
    assert kabinet("list", "visit", "--json").data


def test_the_sample_makes_the_file_if_there_is_none(kabinet: Kabinet, tmp_path: Path):
    assert kabinet("sample", db=tmp_path / "new.kabinet").code == 0


def test_check_answers_one_with_findings_in_words_and_as_data(kabinet: Kabinet, execute, register: Path):
    meeting = {
        "title": {"sl": "5. seja", "en": "5th session"},
        "attendance": [{"name": name} for name in "abcde"],
        "agenda_votes": [{"present": 4, "in_favour": 4}],
    }
    assert execute({"op": "create", "type": "meeting", "data": meeting})[0]["ok"]
    called = kabinet("check")
    assert called.code == 1
    assert called.out == "5th session: 5 voting members are listed as present, but only 4 voted.\n"
    (finding,) = kabinet("check", "--json").data
    assert finding["trouble"] == "present_more_than_voting"
    assert (finding["type"], finding["place"], finding["values"]) == (
        "meeting",
        "agenda_votes[0]",
        ["5", "4"],
    )
    assert finding["sentence"] == called.out.strip()


def test_a_sound_register_has_nothing_to_tell(kabinet: Kabinet, register: Path):
    assert kabinet("check").out == "Nothing is wrong.\n"
    assert kabinet("check", "--json").data == []


def test_a_backup_brings_back_what_was_lost(kabinet: Kabinet, execute, register: Path, tmp_path: Path):
    execute({"op": "create", "type": "place", "data": {"names": {"sl": "Kranj"}}})
    copy = tmp_path / "copy.kabinet"
    assert kabinet("backup", copy).code == 0
    execute({"op": "create", "type": "place", "data": {"names": {"sl": "Beljak"}}})
    restored = kabinet("restore", copy)
    assert restored.code == 0
    assert [place["title"] for place in kabinet("list", "place", "--json").data] == ["Kranj"]
    kept = restored.out.splitlines()[1].split(" ")[-1].rstrip(".")
    listed = kabinet("list", "place", "--json", db=Path(kept)).data
    assert sorted(place["title"] for place in listed) == ["Beljak", "Kranj"]


def test_a_broken_backup_is_refused_and_the_register_stays(kabinet: Kabinet, register: Path, tmp_path: Path):
    copy = tmp_path / "copy.kabinet"
    kabinet("backup", copy)
    copy.write_bytes(copy.read_bytes()[:-4096])
    before = digest(register)
    called = kabinet("restore", copy)
    assert (called.code, digest(register)) == (3, before)
    assert str(copy) in called.err
    assert kabinet("restore", tmp_path / "nothing").code == 3
    assert kabinet("backup", register).code == 3
    assert kabinet("backup", tmp_path / "no" / "copy").code == 3


def test_the_first_change_of_a_day_is_preceded_by_a_backup_and_reading_by_none(
    kabinet: Kabinet, execute, register: Path
):
    folder = register.with_name(f"{register.name}.backups")
    kabinet("list", "visit")
    kabinet("check")
    assert not folder.exists()
    for _ in range(2):
        execute({"op": "list", "type": "visit"})
    copies = [path for path in folder.iterdir() if not path.name.endswith(".json")]
    assert len(copies) == 1
    manifest = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8"))
    assert manifest["reason"] == "daily"


def test_a_backup_that_cannot_be_made_is_told_and_the_work_goes_on(kabinet: Kabinet, execute, register: Path):
    register.with_name(f"{register.name}.backups").write_text("in the way", encoding="utf-8")
    called = kabinet("exec", stdin='{"op":"create","type":"place","data":{"names":{"sl":"x"}}}')
    assert called.code == 0
    assert called.answers[0]["ok"]
    assert called.err.startswith("No backup was made: ")
