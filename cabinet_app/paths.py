"""Where the program's own files live (source tree, bundle, wheel) and where it keeps the user's."""

import os
import sys
from pathlib import Path

HOME_VARIABLE = "KABINET_HOME"
DATABASE_NAME = "kabinet.sqlite"
_NAME = "Kabinet"
_PACKAGE = Path(__file__).parent


def translations() -> Path:
    """The folder of message catalogues and of Qt's own strings."""
    return _own_folder("translations")


def resources() -> Path:
    """The folder of icons, fonts, tables and samples."""
    return _own_folder("resources")


def data_folder() -> Path:
    """The user's folder of data; `KABINET_HOME` puts it and all that follows elsewhere."""
    return _user_folder("data")


def default_database() -> Path:
    """The data file that is opened where none is named."""
    return data_folder() / DATABASE_NAME


def backups_folder() -> Path:
    """Where copies of the default data file are kept."""
    return data_folder() / "backups"


def drafts_folder() -> Path:
    """Where texts typed into open forms wait for being saved."""
    return data_folder() / "drafts"


def settings_file() -> Path:
    """The file of the user's settings."""
    return _user_folder("settings") / "settings.toml"


def logs_folder() -> Path:
    """Where faults of the program are written down."""
    return _user_folder("logs")


def _user_folder(use: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) if use != "logs" else Path(home) / "logs"
    from platformdirs import PlatformDirs

    folders = PlatformDirs(_NAME, appauthor=False, roaming=False)
    if use == "settings":
        return folders.user_config_path
    return folders.user_log_path if use == "logs" else folders.user_data_path


def _own_folder(name: str) -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle) / name
    wheel = _PACKAGE / "_bundled" / name
    return wheel if wheel.is_dir() else _PACKAGE.parent / name
