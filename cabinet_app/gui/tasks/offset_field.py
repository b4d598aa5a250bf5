"""How many days before or after its visit a task is due, typed as `-14`, `T−14` or `+7`."""

import re
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.task_words import offset_sign

_TYPED: Final = re.compile(r"[tT]?\s*(?:(?P<sign>[-\u2212\u2013+])\s*)?(?P<days>\d{1,3})|(?P<itself>[tT])")


class OffsetField(QLineEdit):
    """value() is a number of days, negative before the visit; None while it is empty or not understood."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setPlaceholderText("T\u221214")
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 8 + 24)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self._say)

    def value(self) -> int | None:
        found = _TYPED.fullmatch(self.text().strip())
        if found is None:
            return None
        if found["itself"]:
            return 0
        days = int(found["days"])
        return -days if found["sign"] and found["sign"] != "+" else days

    def set_value(self, value: int | None) -> None:
        if value is None or value != self.value():
            self.setText(offset_sign(value))

    def problem(self) -> str:
        """What is wrong with the text, empty if it is understood."""
        if self.text().strip() and self.value() is None:
            return self._t.gettext("Type the days before or after the visit, for example T−14 or T+7.")
        return ""

    def _say(self) -> None:
        if self.value() is not None:
            self.setText(offset_sign(self.value()))
