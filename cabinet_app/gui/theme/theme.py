"""Puts one colour scheme on the whole application and follows the platform's when it changes."""

from enum import StrEnum

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from cabinet_app import paths
from cabinet_app.gui.theme.fonts import application_font, load_fonts
from cabinet_app.gui.theme.palette import build_palette
from cabinet_app.gui.theme.stylesheet import build_stylesheet
from cabinet_app.gui.theme.tokens import DARK, LIGHT, Tokens


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Font, palette and style sheet of the application; `changed` comes after each new scheme."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._font = self._load()
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The scheme that is on."""
        if self._choice is ThemeChoice.SYSTEM:
            return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Change to light, dark or whatever the system says."""
        self._choice = choice
        self._apply()

    def _load(self) -> QFont:
        for name in ("light", "dark"):
            QDir.setSearchPaths(name, [str(paths.resources() / "theme" / name)])
        self._application.setStyle("Fusion")
        font = application_font(load_fonts())
        self._application.setFont(font)
        return font

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        tokens = self.tokens
        self._application.setPalette(build_palette(tokens))
        self._application.setStyleSheet(build_stylesheet(tokens, self._font.pointSizeF()))
        self.changed.emit()
