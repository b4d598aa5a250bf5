"""What this program is made of, where its data are, and a way to check them."""

import importlib.metadata
import platform
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cabinet_app import __version__
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import Translator

PARTS = (
    "PySide6_Essentials",
    "SQLAlchemy",
    "alembic",
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "babel",
    "pyphen",
    "holidays",
    "python-dateutil",
    "platformdirs",
)


class AboutDialog(QDialog):
    """Version, folder of the data, parts with their licences."""

    def __init__(
        self, t: Translator, file: Path | None, check: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t.gettext("About Kabinet"))
        self.resize(560, 440)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(PlainLabel(f"Kabinet {__version__}", role="title"))
        if file is not None:
            column.addWidget(
                PlainLabel(t.gettext("Data file: {path}").format(path=file), role="muted", wrap=True)
            )
        text = QPlainTextEdit(licences())
        text.setReadOnly(True)
        text.setAccessibleName(t.gettext("Parts and licences"))
        column.addWidget(PlainLabel(t.gettext("Parts and licences"), role="section"))
        column.addWidget(text, 1)
        row = QHBoxLayout()
        check_button = text_button(t.gettext("Check the data"))
        check_button.setEnabled(file is not None)
        check_button.clicked.connect(check)
        close = text_button(t.gettext("Close"), kind="primary")
        close.clicked.connect(self.accept)
        row.addWidget(check_button)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)


def licences() -> str:
    """One line per part: name, version, licence as its package states it."""
    lines = [f"Python {platform.python_version()} – PSF-2.0"]
    for name in PARTS:
        try:
            found = importlib.metadata.metadata(name).json
        except importlib.metadata.PackageNotFoundError:
            continue
        licence = found.get("license_expression") or _first_line(str(found.get("license", ""))) or "–"
        lines.append(f"{found['name']} {found['version']} – {licence}")
    lines.append("Source Sans 3 – OFL-1.1")
    lines.append("Lucide – ISC")
    return "\n".join(lines)


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:60] if text.strip() else ""
