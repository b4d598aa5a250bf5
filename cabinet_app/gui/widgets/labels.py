"""Labels that never take text for markup, and the few buttons that look like text.

PlainLabel("Villach <3", role="muted")     muted, title, heading, section, small, strong, danger, warn, ok
ElidedLabel(...)                           one line, cut with … and a tooltip
action_button("Print…", "printer", kind="primary")
"""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import TINY, Tone

ICON_SIDE = 16


class PlainLabel(QLabel):
    """A label of plain text; what looks like markup is shown as it was typed."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "", wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        for name in role.split():
            mark(self, name)


class ElidedLabel(PlainLabel):
    """One line that gives way: cut at the right, whole in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "") -> None:
        self._whole = text
        super().__init__(text, parent, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def whole_text(self) -> str:
        """The text without the cut."""
        return self._whole

    def set_text(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(escaped_tip(self._whole) if shown != self._whole else "")


class Hairline(QFrame):
    """A line of one pixel between two parts of a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        mark(self, "hairline")


def escaped_tip(text: str) -> str:
    """A tooltip that shows `text` literally."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def doubled(text: str) -> str:
    """Text for a button, tab or menu in which `&` is an ampersand and no mnemonic."""
    return text.replace("&", "&&")


def text_button(
    text: str, parent: QWidget | None = None, *, kind: str = "", icon_name: str = ""
) -> QPushButton:
    """A button with words; `kind` is "", primary, quiet, link or chip. `&` in `text` sets its mnemonic."""
    button = QPushButton(text, parent)
    for name in kind.split():
        mark(button, name)
    if icon_name:
        tone: Tone = "on_accent" if "primary" in kind else "accent" if "link" in kind else "muted"
        button.setIcon(icon(icon_name, tone))
        # The style sets words close to the icon; the icon is drawn at the left of a broader box.
        button.setIconSize(QSize(ICON_SIDE + TINY, ICON_SIDE))
    button.setAutoDefault(False)
    return button


def icon_button(
    name: str, accessible_name: str, parent: QWidget | None = None, *, tip: str = ""
) -> QToolButton:
    """A button with an icon only; it always has a name for screen readers and a tooltip."""
    button = QToolButton(parent)
    button.setIcon(icon(name, "muted"))
    button.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
    button.setAccessibleName(accessible_name)
    button.setToolTip(escaped_tip(tip or accessible_name))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
