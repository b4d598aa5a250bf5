"""A window beside the main one that has records of its own to edit, such as the directory."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.widgets.toast import Toast


class RecordWindow(QDialog):
    """It has its own toast and its own saving; `show_kinds` fills it. The main window keeps its drafts."""

    tab: RecordTab

    def __init__(self, context: GuiContext, parent: QWidget | None, height: int) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.resize(1120, height)
        self.setMinimumSize(800, 560)
        self.toast = Toast(self)
        self.context = replace(context, toaster=self.toast)

    def show_kinds(self, key: str, kinds: Sequence[RecordKind[Any, Any]]) -> None:
        """Make the panes of these kinds; `key` is what the settings remember them by."""
        self.tab = RecordTab(self.context, key, kinds, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tab)

    def come_forward(self) -> None:
        """Show the window before all others."""
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> bool:
        """Store what is being edited; False if that cannot be, and the window that says why is in front."""
        if self.tab.leave():
            return True
        self.come_forward()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.tab.leave():
            self.tab.remember()
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        """Escape closes the window as its button does."""
        self.close()
