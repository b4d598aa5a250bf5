"""A window of delegations over a real register, in Slovenian, on 22 February 2016."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.delegations.tab import DelegationsTab
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from tests.gui.fakes import FakeToaster, make_context

TODAY = date(2016, 2, 22)


class Hands:
    """Types as a person does: into whatever has the focus, waiting for what a key sets off."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._target(), key, modifiers)
        QTest.qWait(1)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._target(), text)
        QTest.qWait(1)

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.key(Qt.Key.Key_Tab)

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)

    def press(self, keys: str) -> None:
        """`Ctrl+S` and the like."""
        names = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in names[:-1]:
            modifiers |= getattr(
                Qt.KeyboardModifier, {"Ctrl": "ControlModifier"}.get(name, f"{name}Modifier")
            )
        self.key(getattr(Qt.Key, f"Key_{names[-1]}"), modifiers)

    def field(self) -> str:
        """What a screen reader calls the field that has the focus."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget else ""

    def go_to(self, field: QWidget) -> None:
        """Put the cursor into a field, as its mnemonic or a click would."""
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTest.qWait(1)

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or self._window
