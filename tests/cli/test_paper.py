"""report, self-test and demo: prints from the command line."""

import sys
import types
from pathlib import Path

import pytest

from cabinet_app.domain.texts import Language
from tests.cli.conftest import Kabinet


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A window that only notes what was asked of it."""
    asked: list[object] = []
    snapshots = types.ModuleType("cabinet_app.gui.snapshots")

    def self_test_window(cabinet: object, language: Language) -> None:
        asked.append(language)

    def write_pictures(cabinet: object, folder: Path, language: Language, theme: str) -> None:
        (folder / f"tab_{language}_{theme}.png").write_bytes(b"\x89PNG")

    snapshots.self_test_window = self_test_window  # type: ignore[attr-defined]
    snapshots.write_pictures = write_pictures  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, snapshots.__name__, snapshots)
    return asked


def test_a_programme_is_printed_for_one_delegation_of_a_visit(
    kabinet: Kabinet, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    done = kabinet("report", "programme", "--id", "7006", "--delegation", "7006002", "--json").data
    assert "La-Ciotat" in done["file"]
    assert "La-Ciotat" not in kabinet("report", "programme", "--id", "7006", "--json").data["file"]
    assert Path(kabinet("report", "programme-joint", "--id", "7006", "--json").data["file"]).exists()


def test_the_prints_are_listed_with_what_they_ask_for(kabinet: Kabinet):
    listed = kabinet("report", "--list", "--json").data
    by_kind = {one["kind"]: one for one in listed}
    assert "programme" in by_kind
    assert "record" in by_kind["programme"]["options"]
    assert by_kind["programme"]["record_type"] == "visit"
    assert all(one["title"] for one in listed)
    assert "programme" in kabinet("report", "--list").out


def test_a_print_is_written_under_the_name_that_was_given_or_a_sensible_one(
    kabinet: Kabinet, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "izpis č.pdf"
    done = kabinet("report", "agreements", "--audience", "internal", "-o", target, "--json").data
    assert done["file"] == str(target)
    assert target.read_bytes().startswith(b"%PDF-")
    named = Path(kabinet("report", "agreements", "--lang", "de", "--json").data["file"])
    assert named.name.endswith("_de.pdf")
    assert (tmp_path / named).is_file()
    assert str(named.name).isascii()


def test_a_print_about_one_record_needs_its_id(kabinet: Kabinet, sample: Path, tmp_path: Path):
    assert kabinet("report", "programme").code == 2
    missing = kabinet("report", "programme", "--id", "1", "-o", tmp_path / "x.pdf")
    assert missing.code == 3
    assert not (tmp_path / "x.pdf").exists()
    visit = kabinet("list", "visit", "--json").data[0]["id"]
    assert kabinet("report", "programme", "--id", str(visit), "-o", tmp_path / "x.pdf").code == 0
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


def test_a_calendar_takes_its_days_and_its_sheet(kabinet: Kabinet, sample: Path, tmp_path: Path):
    arguments = ["report", "calendar-month", "--from", "2026-02-01", "--to", "2026-03-31", "--paper", "A3"]
    assert kabinet(*arguments, "-o", tmp_path / "x.pdf").code == 0
    assert kabinet("report", "calendar-month", "--from", "2026-03-01", "--to", "2026-02-01").code == 2


def test_a_print_into_nowhere_is_refused(kabinet: Kabinet, sample: Path, tmp_path: Path):
    called = kabinet("report", "agreements", "-o", tmp_path / "no" / "x.pdf")
    assert called.code == 3
    assert len(called.err.splitlines()) == 1


def test_the_self_test_looks_at_store_paper_and_window_and_leaves_nothing(
    kabinet: Kabinet, window: list[object], tmp_path: Path
):
    called = kabinet("self-test")
    assert called.code == 0
    assert window == [Language.EN]
    assert list(tmp_path.iterdir()) == []


def test_the_demo_fills_a_folder_with_prints_and_pictures(
    kabinet: Kabinet, window: list[object], tmp_path: Path
):
    folder = tmp_path / "demo"
    called = kabinet("demo", folder)
    assert called.code == 0
    assert len(called.out.splitlines()) == 1
    assert str(folder) in called.out
    prints = sorted(folder.glob("*.pdf"))
    kinds = {one["kind"] for one in kabinet("report", "--list", "--json").data}
    of_one_language = {"letter"}
    assert len(prints) == 3 * len(kinds - of_one_language) + len(of_one_language)
    assert all(path.read_bytes().startswith(b"%PDF-") for path in prints)
    assert len(list(folder.glob("*.png"))) == 4
