"""A button inside the right end of a line of text; Qt's own are too small for an unsteady hand."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.tokens import MINIMUM_TARGET, TINY
from cabinet_app.gui.widgets.labels import escaped_tip


class LineButton(QToolButton):
    """Keeps its place when the line changes its size, and the text clear of it."""

    def __init__(self, line: QLineEdit, icon_name: str, name: str) -> None:
        super().__init__(line)
        self._line = line
        self.setIcon(icon(icon_name, "muted"))
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(name)
        self.setToolTip(escaped_tip(name))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(MINIMUM_TARGET, MINIMUM_TARGET)
        line.installEventFilter(self)
        self._settle()

    def set_shown(self, is_shown: bool) -> None:
        """Show or hide it, giving its room back to the text."""
        self.setVisible(is_shown)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self._line.setTextMargins(0, 0, 0 if self.isHidden() else MINIMUM_TARGET - TINY, 0)
        self.move(self._line.width() - self.width() - TINY, (self._line.height() - self.height()) // 2)
