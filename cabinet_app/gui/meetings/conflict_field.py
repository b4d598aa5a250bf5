"""Why a clash is accepted, with the clashes that it accepts said quietly below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n.catalogs import Translator


class ClashNoteField(QWidget):
    """A line for the reason."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextField(self, placeholder=t.gettext("such as: the deputy takes over"))
        self.quiet = PlainLabel(role="small muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.line)
        column.addWidget(self.quiet)
        self.quiet.hide()
        self.setFocusProxy(self.line)
        self.line.edited.connect(self.edited)

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: str) -> None:
        self.line.set_value(value)

    def show_accepted(self, sentences: Sequence[str]) -> None:
        """Say what was accepted; nothing while it stands as a note in amber."""
        self.quiet.setText("\n".join(sentences))
        self.quiet.setVisible(bool(sentences))
