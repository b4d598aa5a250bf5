"""The simplest editors of a form, and what every editor of a form can do.

Every field has `value()`, `set_value(value)` and the signal `edited`, sent only for what a person changed:
    TextField (str), TextArea (str), CheckField (bool), NumberField (int | None).
"""

from typing import Protocol, TypeVar, cast

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

V = TypeVar("V")


class Field(Protocol[V]):
    """An editor of one value; every implementation is a QWidget."""

    @property
    def edited(self) -> SignalInstance: ...

    def value(self) -> V: ...

    def set_value(self, value: V, /) -> None: ...


def widget_of(field: Field[V]) -> QWidget:
    """The field as the widget that it is."""
    return cast("QWidget", field)


class TextField(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self.setText(value)
            self.setCursorPosition(0)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves the field, the height follows `lines`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "", lines: int = 3) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)
        self._is_filling = False
        self.textChanged.connect(self._announce)

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self._is_filling = True
            self.setPlainText(value)
            self._is_filling = False

    def _announce(self) -> None:
        if not self._is_filling:
            self.edited.emit()


class CheckField(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self.edited)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        self.setChecked(value)


class _Digits(QValidator):
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        is_number = not text.strip() or text.strip().isdecimal()
        return (QValidator.State.Acceptable if is_number else QValidator.State.Invalid), text, position


class NumberField(QLineEdit):
    """A whole number of at least zero, or nothing; arrow keys count up and down."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, largest: int = 9999) -> None:
        super().__init__(parent)
        self._largest = largest
        self.setValidator(_Digits(self))
        self.setMaxLength(len(str(largest)))
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 14)
        self.textEdited.connect(self.edited)

    def value(self) -> int | None:
        text = self.text().strip()
        return int(text) if text else None

    def set_value(self, value: int | None) -> None:
        self.setText("" if value is None else str(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self.set_value(min(max((self.value() or 0) + step, 0), self._largest))
        self.edited.emit()
