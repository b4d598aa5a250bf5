"""A message inside a form: what stands in the way of saving, as links, or what one should know, in amber.

banner.show_message("danger", t.gettext("Not saved."), [Link("…", jump), Link("Discard", discard)])
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, text_button

GLYPHS = {"danger": "⚠", "warn": "⚠", "accent": "●"}


@dataclass(frozen=True, slots=True)
class Link:
    """Something to click: its words and what it does; `is_line` puts it on a line of its own."""

    text: str
    act: Callable[[], object]
    is_line: bool = False


class Banner(QWidget):
    """A tinted block: one sentence, lines that are links, actions; hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TINY)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        self._glyph = PlainLabel()
        self._sentence = PlainLabel(wrap=True, role="strong")
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._sentence, 1)
        column.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self._bar = QWidget(self)
        self._actions = FlowLayout(self._bar, gap=SMALL)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._bar.setSizePolicy(policy)
        column.addWidget(self._bar)
        self._links: list[QPushButton] = []
        self.hide()

    @property
    def text(self) -> str:
        return self._sentence.text()

    @property
    def links(self) -> Sequence[QPushButton]:
        return tuple(self._links)

    def show_message(self, tone: str, sentence: str, links: Sequence[Link] = ()) -> None:
        """`tone` is danger, warn or accent."""
        self.clear()
        mark(self, "banner", tone)
        self._glyph.setText(GLYPHS[tone])
        for name in GLYPHS:
            mark(self._glyph, name, name == tone)
        self._sentence.setText(sentence)
        for link in links:
            button = text_button(doubled(link.text), self, kind="link")
            button.clicked.connect(link.act)
            self._links.append(button)
            if link.is_line:
                self._lines.addWidget(button)
            else:
                self._actions.addWidget(button)
        self._bar.setVisible(any(not link.is_line for link in links))
        self.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing."""
        for button in self._links:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._links.clear()
        self.hide()
