"""The window of one seating plan; it edits the draft of the visit, which is saved in the visit's editor."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.gui.seating.panel import PlanDesk, SeatingPanel
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import Translator


class SeatingWindow(QDialog):
    """Stands beside the main window, so that members and table can be worked on together."""

    def __init__(self, t: Translator, desk: PlanDesk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.resize(1180, 720)
        self.setMinimumSize(860, 520)
        self.panel = SeatingPanel(t, desk, self)
        self.panel.gone.connect(self.close)
        close = text_button(t.gettext("Close"), self)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(LARGE, SMALL, LARGE, LARGE)
        saved = t.gettext("Changes belong to the visit and are saved with it.")
        foot.addWidget(PlainLabel(saved, role="muted"), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addLayout(foot)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.panel.undo_button.click)
        self.panel.refresh()
        self.panel.floor.setFocus()
