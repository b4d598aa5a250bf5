"""import, export and schema from the command line: counts, refusals, and a way through for everything."""

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Kabinet
from tests.filled_register import filled_register


@pytest.fixture
def exported(kabinet: Kabinet, tmp_path: Path) -> Path:
    """The sample register as a file."""
    path = tmp_path / "vzorec.json"
    source = filled_register(tmp_path / "sample.kabinet", date.today())  # noqa: DTZ011 - as the program asks
    assert kabinet("export", path, db=source).code == 0
    return path


def records(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))["records"]


def test_the_sample_goes_out_and_comes_in_again_unchanged(
    kabinet: Kabinet, register: Path, exported: Path, tmp_path: Path
):
    count = sum(len(found) for found in json.loads(exported.read_text(encoding="utf-8"))["records"].values())
    tried = kabinet("import", exported, "--dry-run", "--json").data
    wanted = {"created": count, "changed": 0, "unchanged": 0, "refused": 0}
    assert tried == [{"file": str(exported), **wanted, "dry_run": True}]
    assert kabinet("list", "place", "--json").data == []
    assert kabinet("import", exported, "--json").data[0]["created"] == count
    again = tmp_path / "again.json"
    assert kabinet("export", again).code == 0
    assert records(again) == records(exported)
    (second,) = kabinet("import", exported, "--json").data
    assert (second["created"], second["changed"], second["unchanged"]) == (0, 0, count)


def test_the_sample_follows_the_published_schema(kabinet: Kabinet, exported: Path):
    schema = kabinet("schema").data
    Draft202012Validator(schema).validate(json.loads(exported.read_text(encoding="utf-8")))


def test_a_refused_file_is_named_with_place_and_reason_and_changes_nothing(
    kabinet: Kabinet, register: Path, tmp_path: Path
):
    path = tmp_path / "slaba č.json"
    visits = [{"id": 1}, {"id": 2, "starts_on": "soon"}]
    document = {"format": "kabinet-register", "version": 1, "records": {"visit": visits}}
    path.write_text(json.dumps(document), encoding="utf-8")
    called = kabinet("import", path, "--json")
    assert called.code == 3
    assert called.out == ""
    assert called.err == (
        f"The file {path} was refused at records.visit[1].starts_on: "
        "a date such as 2026-02-25 belongs here, not soon.\n"
    )
    assert kabinet("list", "visit", "--json").data == []
    for language in ("sl", "de"):
        told = kabinet("import", path, "--lang", language).err
        assert str(path) in told
        assert "records.visit[1].starts_on" in told


def test_counts_are_told_to_readers_too(kabinet: Kabinet, register: Path, tmp_path: Path):
    path = tmp_path / "in.json"
    document = {"format": "kabinet-register", "version": 1, "records": {"visit": [{"id": 1}]}}
    path.write_text(json.dumps(document), encoding="utf-8")
    assert kabinet("import", path).out == f"{path}: created 1, changed 0, unchanged 0, refused 0\n"
    lines = kabinet("import", "--dry-run", path).out.splitlines()
    assert lines == [
        f"{path}: created 0, changed 0, unchanged 1, refused 0",
        "This was a trial: nothing was changed.",
    ]


def test_an_import_is_preceded_by_a_backup_and_a_trial_is_not(
    kabinet: Kabinet, register: Path, tmp_path: Path
):
    path = tmp_path / "in.json"
    path.write_text('{"format": "kabinet-register", "version": 1, "records": {}}', encoding="utf-8")
    folder = register.with_name(f"{register.name}.backups")
    kabinet("import", path, "--dry-run")
    assert not folder.exists()
    kabinet("import", path)
    (manifest,) = folder.glob("*.json")
    assert json.loads(manifest.read_text(encoding="utf-8"))["reason"] == "import"


@pytest.mark.parametrize("name", ["missing.json", "../../../../etc/passwd.json", "x" * 300 + ".json", "."])
def test_a_file_that_cannot_be_read_is_refused(kabinet: Kabinet, register: Path, name: str):
    called = kabinet("import", name)
    assert called.code in {2, 3}
    assert len(called.err.splitlines()) == 1


def test_an_export_into_nowhere_is_refused(kabinet: Kabinet, register: Path, tmp_path: Path):
    called = kabinet("export", tmp_path / "no" / "x.json")
    assert called.code == 3
    assert str(tmp_path / "no" / "x.json") in called.err
