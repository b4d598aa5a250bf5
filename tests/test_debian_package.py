"""Tests of the Debian package's layout and description, with a bundle of two files."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

import cabinet_app

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(name="deb")
def _deb() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_deb", ROOT / "packaging" / "build_deb.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="tree")
def _tree(deb: ModuleType, tmp_path: Path) -> Path:
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "kabinet").write_bytes(b"x" * 3000)
    (bundle / "_internal" / "libQt6Core.so.6").write_bytes(b"x" * 5000)
    tree = tmp_path / "tree"
    tree.mkdir()
    deb.lay_out(bundle, tree)
    deb.describe(tree, "amd64")
    return tree


def test_the_command_leads_to_the_bundle(tree: Path) -> None:
    assert str((tree / "usr/bin/kabinet").readlink()) == "/opt/kabinet/kabinet"
    assert (tree / "opt/kabinet/kabinet").is_file()
    assert (tree / "opt/kabinet/_internal/libQt6Core.so.6").is_file()


def test_the_desktop_entry_has_an_icon_in_every_size(deb: ModuleType, tree: Path) -> None:
    entry = (tree / "usr/share/applications/kabinet.desktop").read_text(encoding="utf-8")
    assert "\nIcon=kabinet\n" in entry
    assert "GenericName[sl]=" in entry
    icons = {
        path.relative_to(tree / "usr/share/icons/hicolor").parts[0] for path in tree.rglob("apps/kabinet.*")
    }
    assert icons == {"scalable", *(f"{size}x{size}" for size in deb.ICON_SIZES)}


def test_the_control_file_names_version_size_and_needs(deb: ModuleType, tree: Path) -> None:
    control = (tree / "DEBIAN/control").read_text(encoding="utf-8")
    fields = dict(re.findall(r"^([A-Z][\w-]+): (.+)$", control, re.MULTILINE))
    assert fields["Version"] == cabinet_app.__version__ == deb.version()
    assert fields["Architecture"] == "amd64"
    assert int(fields["Installed-Size"]) >= 8
    assert "libegl1" in fields["Depends"]
    assert control.endswith("\n")
