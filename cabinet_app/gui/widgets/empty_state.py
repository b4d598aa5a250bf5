"""What stands where a list or a record would be: one sentence and the way on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import LARGE, MEDIUM, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button

ICON_SIDE = 40


class EmptyState(QWidget):
    """An icon, one sentence, a primary button and links."""

    def __init__(self, sentence: str, *, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addStretch(2)
        self.picture = PlainLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon_name = icon_name
        if icon_name:
            column.addWidget(self.picture)
            self._draw()
        self.sentence = PlainLabel(sentence, role="muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SMALL)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        self.sentence.setText(sentence)

    def add_button(self, text: str, act: Callable[[], object], *, kind: str = "link") -> QPushButton:
        """A way on; the first is usually `kind="primary"`."""
        button = text_button(text, self, kind=kind)
        button.clicked.connect(act)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def _draw(self) -> None:
        self.picture.setPixmap(icon(self._icon_name, "muted").pixmap(ICON_SIDE, ICON_SIDE))
