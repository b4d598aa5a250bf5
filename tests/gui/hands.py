"""Keys as a person presses them: into whatever has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Hands:
    """Types as a person does: into whatever has the focus, waiting for what a key sets off."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._target(), key, modifiers)
        QTest.qWait(1)

    def type(self, text: str) -> None:
        for letter in text:
            # QTest.keyClicks knows only the letters of ASCII.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._target(), event)
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
            modifiers |= MODIFIERS[name]
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
