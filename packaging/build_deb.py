"""Packs the bundle in dist/kabinet as a Debian package: `python packaging/build_deb.py` after PyInstaller."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# The rest of what Qt needs lies in the bundle; found by starting it on a minimal Debian 12.
DEPENDS = "libc6 (>= 2.34), libgl1, libegl1, libxcb1"
RECOMMENDS = "cups-client"

CONTROL = """\
Package: kabinet
Version: {version}
Architecture: {architecture}
Maintainer: Kabinet <kabinet@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: office
Priority: optional
Description: the desktop program of a mayor's cabinet
 Delegations, twinning, meetings and working groups,
 printed in Slovenian, German and English.
"""

DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Kabinet
GenericName=Register of a mayor's cabinet
GenericName[sl]=Evidenca županovega kabineta
GenericName[de]=Register des Bürgermeisterkabinetts
Exec=kabinet
Icon=kabinet
Categories=Office;
Terminal=false
"""


def version() -> str:
    text = (ROOT / "cabinet_app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found
    return found[1]


def lay_out(bundle: Path, tree: Path) -> None:
    """Copy the bundle and its desktop files to where Debian keeps them, below `tree`."""
    shutil.copytree(bundle, tree / "opt" / "kabinet", symlinks=True)
    commands = tree / "usr" / "bin"
    commands.mkdir(parents=True)
    (commands / "kabinet").symlink_to("/opt/kabinet/kabinet")
    applications = tree / "usr" / "share" / "applications"
    applications.mkdir(parents=True)
    (applications / "kabinet.desktop").write_text(DESKTOP, encoding="utf-8")
    icons = tree / "usr" / "share" / "icons" / "hicolor"
    drawn = {f"{size}x{size}": f"kabinet-{size}.png" for size in ICON_SIZES} | {"scalable": "kabinet.svg"}
    for folder, source in drawn.items():
        place = icons / folder / "apps"
        place.mkdir(parents=True)
        shutil.copy(ROOT / "resources" / "icons" / "app" / source, place / f"kabinet{Path(source).suffix}")


def describe(tree: Path, architecture: str) -> None:
    """Write the control file; Installed-Size is in kilobytes."""
    files = (path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    control = CONTROL.format(
        version=version(),
        architecture=architecture,
        kilobytes=sum(path.stat().st_size for path in files) // 1024,
        depends=DEPENDS,
        recommends=RECOMMENDS,
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")


def main() -> None:
    os.umask(0o022)  # the installed program is for everyone, whatever the builder's own habit
    asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    architecture = asked.stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "kabinet"
        tree.mkdir(mode=0o755)
        lay_out(ROOT / "dist" / "kabinet", tree)
        describe(tree, architecture)
        package = ROOT / "dist" / f"kabinet_{version()}_{architecture}.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-b", str(tree), str(package)], check=True)


if __name__ == "__main__":
    main()
