"""Tests of the bundle: its recipe names everything the program reads; when asked, it builds and works."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "build_installer.spec"
LARGEST = 300_000_000  # bytes; the plain recipe without the exclusions made more


class Step:
    """Stands for a step of PyInstaller and keeps what it was given."""

    given: dict[str, "Step"] = {}  # noqa: RUF012 - emptied by the fixture

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.arguments = arguments
        self.options = options
        self.binaries: list[tuple[str, str, str]] = []
        self.datas = [
            (f"{folder}/{Path(file).name}", file, "DATA") for file, folder in options.get("datas", [])
        ]
        self.pure: list[str] = []
        self.scripts: list[str] = []
        Step.given[type(self).__name__] = self


class Analysis(Step):
    pass


class PYZ(Step):
    pass


class EXE(Step):
    pass


class COLLECT(Step):
    pass


@pytest.fixture(name="recipe", scope="module")
def _recipe() -> dict[str, Any]:
    """The names of the spec after it was run with steps that do nothing."""
    Step.given.clear()
    names: dict[str, Any] = {"SPECPATH": str(ROOT)}
    names |= {step.__name__: step for step in (Analysis, PYZ, EXE, COLLECT)}
    exec(compile(SPEC.read_text(encoding="utf-8"), str(SPEC), "exec"), names)
    return names


def test_every_data_folder_is_there_and_not_empty(recipe: dict[str, Any]) -> None:
    shipped = {place for place, _, _ in recipe["analysis"].datas}
    for folder in recipe["DATA_FOLDERS"]:
        assert any(place.startswith(f"{folder}/") for place in shipped), folder


@pytest.mark.parametrize(
    "place",
    [
        "resources/fonts/SourceSans3-Regular.ttf",
        "resources/fonts/DroidSansFallbackFull.ttf",
        "resources/fonts/SourceSans3-LICENSE.md",
        "resources/icons/search.svg",
        "resources/icons/app/kabinet-256.png",
        "cabinet_app/db/migrations/env.py",
        "translations/sl/LC_MESSAGES/kabinet.mo",
        "translations/de/LC_MESSAGES/kabinet.mo",
    ],
)
def test_the_bundle_ships(recipe: dict[str, Any], place: str) -> None:
    assert place in {place for place, _, _ in recipe["analysis"].datas}


def test_everything_in_resources_is_shipped(recipe: dict[str, Any]) -> None:
    shipped = {Path(file) for _, file, _ in recipe["analysis"].datas}
    for path in (ROOT / "resources").rglob("*"):
        assert path in shipped or path.is_dir() or path.parent.name == "readme", path


def test_the_holiday_names_our_table_starts_from_are_shipped(recipe: dict[str, Any]) -> None:
    shipped = {place for place, _, _ in recipe["analysis"].datas}
    for country in ("SI", "AT", "HU"):
        assert f"holidays/locale/en_US/LC_MESSAGES/{country}.mo" in shipped


def test_sources_of_catalogues_stay_behind(recipe: dict[str, Any]) -> None:
    shipped = [place for place, _, _ in recipe["analysis"].datas if place.startswith("translations/")]
    assert {Path(place).suffix for place in shipped} <= {".mo", ".qm"}


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/qml/QtQuick/qmldir",
        "PySide6\\Qt\\plugins\\qmltooling\\qmldbg_tcp.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "babel/locale-data/fr.dat",
        "pyphen/dictionaries/hyph_fr.dic",
        "pyphen/dictionaries/hyph_de_DE.dic",
        "holidays/locale/de/LC_MESSAGES/AT.mo",
    ],
)
def test_left_out(recipe: dict[str, Any], place: str) -> None:
    assert not recipe["is_wanted"](place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qt_sl.qm",
        "babel/locale-data/root.dat",
        "babel/locale-data/sl.dat",
        "babel/locale-data/de_AT.dat",
        "babel/global.dat",
        "pyphen/dictionaries/hyph_sl_SI.dic",
        "tzdata/zoneinfo/Europe/Ljubljana",
        "holidays/locale/en_US/LC_MESSAGES/SI.mo",
        "resources/fonts/SourceSans3-Bold.ttf",
    ],
)
def test_kept(recipe: dict[str, Any], place: str) -> None:
    assert recipe["is_wanted"](place)


def test_nothing_the_program_imports_is_excluded(recipe: dict[str, Any]) -> None:
    needed = (
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtWidgets",
        "PySide6.QtSvg",
        "PySide6.QtPrintSupport",
    )
    assert not set(recipe["EXCLUDED"]) & {*needed, "sqlite3", "email", "unittest", "xml", "json"}
    imported = [line for path in (ROOT / "cabinet_app").rglob("*.py") for line in imports_of(path)]
    for name in recipe["EXCLUDED"]:
        assert not any(line == name or line.startswith(f"{name}.") for line in imported), name


def imports_of(path: Path) -> list[str]:
    """The modules named by the import statements of a file."""
    import ast

    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


@pytest.mark.skipif(
    not os.environ.get("KABINET_BUILD_BUNDLE"), reason="takes a minute: KABINET_BUILD_BUNDLE=1"
)
def test_the_bundle_builds_and_passes_its_own_test(tmp_path: Path) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(tmp_path / "dist"), "--workpath", str(tmp_path / "work"), str(SPEC)),
        ],
        check=True,
        cwd=ROOT,
    )
    folder = tmp_path / "dist" / "kabinet"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert size < LARGEST
    # Nothing of this machine's Python may be needed.
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    tested = subprocess.run(
        [str(folder / "kabinet"), "self-test"],
        env=bare,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr
