"""Where the program's own files live: in the source tree, in a bundle, in an installed wheel."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def translations() -> Path:
    """The folder of message catalogues and of Qt's own strings."""
    return _own_folder("translations")


def resources() -> Path:
    """The folder of icons, fonts, tables and samples."""
    return _own_folder("resources")


def _own_folder(name: str) -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle) / name
    wheel = _PACKAGE / "_bundled" / name
    return wheel if wheel.is_dir() else _PACKAGE.parent / name
