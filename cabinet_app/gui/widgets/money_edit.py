"""A sum in euros as people type it: `120`, `120,50`, `ca. 120`; the line under it says what was understood.

    MoneyEdit(t)        int | None, in cents; `valuation()` says whether it is known or estimated
A word such as `ca.` makes it an estimate. `problem()` is a sentence while the text is not understood.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cabinet_app.domain.gift_amounts import Amount, read_amount
from cabinet_app.domain.gifts import Valuation
from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.gift_words import typed_value
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.numbers import money

CHARACTERS = 14


class MoneyEdit(QWidget):
    """One sum; what is typed stays as it was typed."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None, *, has_echo: bool = True) -> None:
        super().__init__(parent)
        self._t = t
        self._has_echo = has_echo
        self.line = QLineEdit(self)
        self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * CHARACTERS + 24)
        self.line.textEdited.connect(self._typed)
        self._echo = PlainLabel(role="small muted", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.line)
        column.addWidget(self._echo)
        self.setFocusProxy(self.line)
        self._show_echo()

    def value(self) -> int | None:
        amount = read_amount(self.line.text())
        return amount.cents if amount else None

    def valuation(self) -> Valuation:
        """Whether the sum is known or only estimated; nothing at all is an estimate."""
        amount = read_amount(self.line.text())
        return amount.valuation if amount else Valuation.ESTIMATED

    def set_value(self, value: int | None) -> None:
        if value is None:
            self.line.clear()
            self._show_echo()
        elif value != self.value():
            self.set_amount(value, Valuation.KNOWN)

    def set_amount(self, cents: int | None, valuation: Valuation) -> None:
        """Show a sum of this kind; a text that says the same stays."""
        if cents is None:
            if not self.problem():
                self.line.clear()
        elif read_amount(self.line.text()) != Amount(cents, valuation):
            self.line.setText(typed_value(cents, valuation, self._t))
        self._show_echo()

    def problem(self) -> str:
        """What is wrong with the text, empty if it is understood."""
        if self.line.text().strip() and self.value() is None:
            return self._t.gettext("This is not a sum in euros. Type for example 120, 49,90 or ca. 120.")
        return ""

    def _typed(self) -> None:
        self._show_echo()
        self.edited.emit()

    def _show_echo(self) -> None:
        amount = read_amount(self.line.text())
        words = ""
        if amount:
            words = f"{money(amount.euros, self._t.language)}, {label(amount.valuation, self._t)}"
        self._echo.setText(words)
        self._echo.setVisible(self._has_echo and bool(words))
