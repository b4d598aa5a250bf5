"""The number of a session as free text, with the one that follows offered beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.labels import doubled, text_button
from cabinet_app.i18n.catalogs import Translator

WIDTH_IN_DIGITS = 12


class SessionNumberField(QWidget):
    """A line, and a button that takes the suggestion while the line is empty."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._suggestion = ""
        self.line = TextField(self)
        self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * WIDTH_IN_DIGITS)
        self.line.edited.connect(self._typed)
        self.button = text_button("", self, kind="link")
        self.button.clicked.connect(self.take_suggestion)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setFocusProxy(self.line)
        self._refresh()

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: str) -> None:
        self.line.set_value(value)
        self._refresh()

    def suggest(self, number: str) -> None:
        """Offer a number, none if it is empty."""
        self._suggestion = number
        self._refresh()

    def take_suggestion(self) -> None:
        """Write the suggestion into the line."""
        self.line.set_value(self._suggestion)
        self._typed()
        self.line.setFocus()

    def _typed(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        self.line.setPlaceholderText(self._suggestion)
        words = self._t.gettext("Take number {number}").format(number=self._suggestion)
        self.button.setText(doubled(words))
        self.button.setVisible(bool(self._suggestion) and not self.value())
