"""A line for the words of an agreement: the rule in them is recognised and can be taken over."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.cadence import CadenceRule
from cabinet_app.domain.cadence_text import recognise
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.cadence_words import rule_sentence
from cabinet_app.i18n.catalogs import Translator

_SHORTEST = 4


class RecogniseField(QWidget):
    """Says what was recognised while it is typed or pasted; Enter or the button takes it over."""

    taken = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.found: CadenceRule | None = None
        self.line = TextField(
            placeholder=t.gettext("Paste the agreement's words, such as “at least once a month”")
        )
        self.line.setAccessibleName(t.gettext("Words of the agreement"))
        self.line.setProperty("takes_border", False)
        self.line.textChanged.connect(self._read)
        self.line.installEventFilter(self)
        self.button = text_button(t.gettext("Use this rule"), self)
        self.button.clicked.connect(self._take)
        self.said = PlainLabel(role="small muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addLayout(row)
        column.addWidget(self.said)
        self._read("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if watched is self.line and event.type() == QEvent.Type.KeyPress and is_enter and self.found:
            self._take()
            return True
        return super().eventFilter(watched, event)

    def _read(self, text: str) -> None:
        self.found = recognise(text) if len(text.strip()) >= _SHORTEST else None
        self.button.setVisible(self.found is not None)
        if self.found is not None:
            words = self._t.gettext("Recognised: {rule}").format(rule=rule_sentence(self.found, self._t))
        elif len(text.strip()) >= _SHORTEST:
            words = self._t.gettext("No rule is recognised in these words yet.")
        else:
            words = ""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _take(self) -> None:
        if self.found is not None:
            found, self.found = self.found, None
            self.line.clear()
            self.taken.emit(found)
