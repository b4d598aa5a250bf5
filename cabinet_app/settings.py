"""What the users of this workstation chose, kept in one TOML file."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from cabinet_app.domain.anniversaries import JUBILEE_YEARS
from cabinet_app.domain.texts import Language, LocalizedText

PAPERS = ("A4", "A3")
THEMES = ("system", "light", "dark")


@dataclass(slots=True)
class Municipality:
    """Whose cabinet it is: names, addresses and letterhead lines per language, the arms as an image file."""

    names: LocalizedText = field(default_factory=LocalizedText)
    addresses: LocalizedText = field(default_factory=LocalizedText)
    letterhead: LocalizedText = field(default_factory=LocalizedText)
    arms_image: str = ""


@dataclass(slots=True)
class Settings:
    """`ui_language` None is the system's language; empty folders and files are the usual ones.

    `windows` holds the state of windows and lists as opaque texts; `partner_languages` the print language
    remembered for a partner place, by the place's id; `zones` the time zone chosen for a name of other
    programs that nobody knows; `jubilee_years` the numbers of years that the house celebrates.
    """

    ui_language: Language | None = None
    report_language: Language = Language.SL
    theme: str = "system"
    paper: str = "A4"
    backup_folder: str = ""
    data_file: str = ""
    municipality: Municipality = field(default_factory=Municipality)
    windows: dict[str, str] = field(default_factory=dict)
    partner_languages: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    jubilee_years: frozenset[int] = JUBILEE_YEARS


def load(path: Path) -> Settings:
    """The settings in `path`; what is missing, or is not what it should be, keeps its default.

    A file that is no TOML is put aside as `settings.toml.broken`, so that saving does not overwrite it.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        _put_aside(path)
        return Settings()
    return _settings(document)


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all, for this user's eyes only.

    Raises:
        OSError: the folder cannot be written.
    """
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(to_toml(settings))
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def to_toml(settings: Settings) -> str:
    """The settings as TOML: plain values first, then one table per group."""
    lines = [
        f"{name} = {_quoted(value)}"
        for name, value in (
            ("ui_language", settings.ui_language or ""),
            ("report_language", settings.report_language),
            ("theme", settings.theme),
            ("paper", settings.paper),
            ("backup_folder", settings.backup_folder),
            ("data_file", settings.data_file),
        )
    ]
    lines.append(f"jubilee_years = {sorted(settings.jubilee_years)}")
    municipality = settings.municipality
    lines += ["", "[municipality]", f"arms_image = {_quoted(municipality.arms_image)}"]
    for name in ("names", "addresses", "letterhead"):
        text: LocalizedText = getattr(municipality, name)
        lines += _table(f"municipality.{name}", {language.value: text.get(language) for language in Language})
    lines += _table("windows", settings.windows)
    lines += _table("partner_languages", settings.partner_languages)
    lines += _table("zones", settings.zones)
    return "\n".join(lines) + "\n"


def _table(name: str, values: Mapping[str, str]) -> list[str]:
    return ["", f"[{name}]", *(f"{_quoted(key)} = {_quoted(value)}" for key, value in values.items())]


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return '"' + "".join(_ESCAPES.get(sign) or _escaped_control(sign) for sign in str(text)) + '"'


def _escaped_control(sign: str) -> str:
    return sign if sign.isprintable() or sign == "\u00a0" else f"\\U{ord(sign):08x}"


def _settings(document: Mapping[str, Any]) -> Settings:
    found = _table_of(document, "municipality")
    language = _text(document, "ui_language")
    known = {item.value for item in Language}
    report = _text(document, "report_language")
    return Settings(
        ui_language=Language(language) if language in known else None,
        report_language=Language(report) if report in known else Language.SL,
        theme=_one_of(_text(document, "theme"), THEMES),
        paper=_one_of(_text(document, "paper"), PAPERS),
        backup_folder=_text(document, "backup_folder"),
        data_file=_text(document, "data_file"),
        municipality=Municipality(
            names=_localized(found, "names"),
            addresses=_localized(found, "addresses"),
            letterhead=_localized(found, "letterhead"),
            arms_image=_text(found, "arms_image"),
        ),
        windows=_texts(document, "windows"),
        partner_languages=_texts(document, "partner_languages"),
        jubilee_years=_years(document.get("jubilee_years")),
        zones=_texts(document, "zones"),
    )


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    return value if isinstance(value, str) else ""


def _years(value: Any) -> frozenset[int]:  # noqa: ANN401 any TOML value
    """Whole numbers of years; anything else, or nothing, is the usual rule."""
    years = value if isinstance(value, list) else []
    return frozenset(one for one in years if type(one) is int and one > 0) or JUBILEE_YEARS


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else allowed[0]


def _table_of(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = document.get(key)
    return value if isinstance(value, dict) else {}


def _texts(document: Mapping[str, Any], key: str) -> dict[str, str]:
    return {name: value for name, value in _table_of(document, key).items() if isinstance(value, str)}


def _localized(table: Mapping[str, Any], key: str) -> LocalizedText:
    texts = _texts(table, key)
    return LocalizedText(**{item.name: texts.get(item.name, "") for item in fields(LocalizedText)})


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.name}.broken"))
    except OSError:
        return
