"""A line that names the visit on which a record was agreed, and leads there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.labels import doubled, text_button


class OriginLink(QWidget):
    """The other side of what a visit shows under its outcomes."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.visit_id = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.button = text_button("", self, kind="link", icon_name="arrow-right")
        self.button.setMinimumWidth(0)
        self.button.clicked.connect(self._open)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.hide()

    def show_visit(self, visit_id: int | None) -> None:
        """Name the visit; nothing is shown where there is none."""
        if (visit_id or 0) == self.visit_id:
            return
        self.visit_id = visit_id or 0
        t = self._context.t
        choice = self._context.cabinet.visits.choice(self.visit_id, t.language) if self.visit_id else None
        if choice is not None:
            words = t.gettext("Agreed on the visit: {visit}").format(visit=choice.title)
            self.button.setText(doubled(words))
            self.button.setAccessibleName(words)
        self.setVisible(choice is not None)

    def _open(self) -> None:
        self._context.open_record("visit", self.visit_id)
