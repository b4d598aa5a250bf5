"""Lists of partner towns from the command line: taken in with reasons for what is left out, and written."""

from pathlib import Path

import openpyxl

from tests.cli.conftest import Kabinet

LINES = ("Mesto;Država;Leto", "Rivoli;Italija;1975", "Nekje;Atlantida;1999", ";IT;2000")


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_list_is_taken_in_and_what_is_left_out_is_told(kabinet: Kabinet, register: Path, tmp_path: Path):
    path = written(tmp_path / "mesta.csv", *LINES)
    called = kabinet("import", path)
    assert called.code == 1
    assert called.out.splitlines() == [
        f"{path}: created 1, changed 0, unchanged 0, refused 2",
        "  Line 3, Nekje: “Atlantida” does not fit the column “Country”.",
        "  Line 4: the name of the town is missing.",
    ]
    assert [one["title"] for one in kabinet("list", "partnership", "--json").data] == ["Rivoli"]


def test_a_trial_says_what_would_happen(kabinet: Kabinet, register: Path, tmp_path: Path):
    path = written(tmp_path / "mesta.csv", *LINES[:2])
    (told,) = kabinet("import", path, "--dry-run", "--json").data
    assert (told["created"], told["refused"], told["dry_run"]) == (1, 0, True)
    assert told["rows"][0] == {
        "line": 2,
        "town": "Rivoli",
        "outcome": "created",
        "column": "",
        "value": "",
        "alike": [],
    }
    assert kabinet("list", "partnership", "--json").data == []


def test_a_table_of_something_else_is_refused(kabinet: Kabinet, register: Path, tmp_path: Path):
    path = written(tmp_path / "cenik.csv", "Artikel;Cena", "kava;2")
    called = kabinet("import", path)
    assert called.code == 3
    assert "none of its columns is known (Artikel, Cena)" in called.err


def test_the_list_goes_out_as_a_workbook_and_as_csv(kabinet: Kabinet, register: Path, tmp_path: Path):
    assert kabinet("import", written(tmp_path / "mesta.csv", *LINES[:2])).code == 0
    assert kabinet("export", tmp_path / "mesta.xlsx", "--lang", "sl").code == 0
    sheet = openpyxl.load_workbook(tmp_path / "mesta.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:2] == ["Mesto (slovensko)", "Mesto (nemško)"]
    assert sheet["A2"].value == "Rivoli"
    assert kabinet("export", tmp_path / "towns.csv").code == 0
    (told,) = kabinet("import", tmp_path / "towns.csv", "--json").data
    assert (told["created"], told["changed"], told["unchanged"]) == (0, 0, 1)
