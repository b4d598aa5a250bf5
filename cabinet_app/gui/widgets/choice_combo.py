"""A closed list of choices.

EnumCombo(VisitStatus, label)                    label(member) -> words
ChoiceCombo([(None, "—"), ("sl", "Slovenian")])  any values
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

V = TypeVar("V")
E = TypeVar("E", bound=StrEnum)
CHARACTERS = 8


class ChoiceCombo(QComboBox, Generic[V]):
    """Values with their words; the wheel scrolls the form and not the value."""

    edited = Signal()

    def __init__(self, choices: Iterable[tuple[V, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[V] = []
        self.set_choices(choices)
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._announce)

    def set_choices(self, choices: Iterable[tuple[V, str]]) -> None:
        """Replace the choices, keeping the value if it is still among them."""
        before = self.value() if self._values else None
        pairs = list(choices)
        self.clear()
        self._values = [value for value, _words in pairs]
        self.addItems([words for _value, words in pairs])
        if before in self._values:
            self.setCurrentIndex(self._values.index(before))

    def value(self) -> V:
        return self._values[max(self.currentIndex(), 0)]

    def set_value(self, value: V) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _announce(self, _index: int) -> None:
        self.edited.emit()


class EnumCombo(ChoiceCombo[E]):
    """The members of an enumeration in their order."""

    def __init__(self, members: type[E], label: Callable[[E], str], parent: QWidget | None = None) -> None:
        super().__init__([(member, label(member)) for member in members], parent)
