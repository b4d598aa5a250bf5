"""Tasks, checklists and the list of gifts from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Kabinet


def test_tasks_and_gifts_are_listed_and_shown(kabinet: Kabinet, sample: Path):
    tasks = kabinet("list", "task", "--json").data
    assert len(tasks) > 10
    shown = kabinet("show", "task", str(tasks[0]["id"]), "--json")
    assert shown.code == 0
    assert len(kabinet("list", "gift", "--json").data) > 5
    assert kabinet("list", "gift_rule", "--json").data == []


@pytest.mark.parametrize("language", ["sl", "de", "en"])
def test_the_prints_of_the_office_are_written(kabinet: Kabinet, sample: Path, tmp_path: Path, language: str):
    visit = next(one for one in kabinet("list", "visit", "--json").data if one["id"] == 7002)
    for arguments in (
        ("tasks",),
        ("checklist", "--id", str(visit["id"])),
        ("gift-list", "--from", "2025-01-01"),
    ):
        target = tmp_path / f"{arguments[0]}.pdf"
        done = kabinet("report", *arguments, "--lang", language, "-o", target, "--json")
        assert done.code == 0, done.err
        assert target.read_bytes().startswith(b"%PDF-")


def test_an_empty_list_of_gifts_is_told_as_a_finding(kabinet: Kabinet, register: Path, tmp_path: Path):
    done = kabinet("report", "gift-list", "--from", "2025-01-01", "-o", tmp_path / "x.pdf", "--json")
    assert done.code == 0
    assert done.data["findings"] == ["No gift of 2025 has to be reported: no list is sent."]


def test_a_checklist_needs_its_visit(kabinet: Kabinet, register: Path):
    assert kabinet("report", "checklist").code == 2
