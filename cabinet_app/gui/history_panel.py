"""The history of one record as a list in words."""

from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from cabinet_app.domain.people import SENSITIVE
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.step_words import act_words
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import HUGE, MEDIUM, SMALL
from cabinet_app.gui.value_words import value_words
from cabinet_app.gui.widgets.labels import ElidedLabel, text_button
from cabinet_app.i18n import dates

if TYPE_CHECKING:
    from cabinet_app.services.history import HistoryRow


class HistoryPanel(QWidget):
    """Who changed what and when, newest first; stands in the place of the editor."""

    closed = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        mark(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, MEDIUM, HUGE, MEDIUM)
        column.setSpacing(SMALL)
        self.title = ElidedLabel(role="title")
        column.addWidget(self.title)
        self.lines = QListWidget(self)
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(self._t.gettext("History"))
        column.addWidget(self.lines, 1)
        self.back_button = text_button(self._t.gettext("Back to the entry"))
        self.back_button.clicked.connect(self.closed)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.lines)

    def show_record(
        self, record_type: str, record_id: int, title: str, label_of: Callable[[str], str]
    ) -> None:
        """Read the history of a record; `label_of` names its fields."""
        self.title.set_text(title)
        self.lines.clear()
        for row in self._context.cabinet.history.of(record_type, record_id):
            self.lines.addItem("\n".join(self._words(row, label_of)))
        if not self.lines.count():
            self.lines.addItem(self._t.gettext("Nothing has been recorded yet."))

    def _words(self, row: "HistoryRow", label_of: Callable[[str], str]) -> list[str]:
        language = self._t.language
        local = (row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)).astimezone()
        when = f"{dates.numeric(local.date(), language)} {dates.time(local.time(), language)}"
        lines = [f"{when} · {row.actor} · {act_words(row.act.value, self._t)}"]
        if row.act.value == "create":
            return lines
        told = self._t.gettext("{field}: “{old}” → “{new}”")
        hidden = self._t.gettext("{field}: changed")
        return lines + [
            (hidden if change.path.partition(".")[0].partition("[")[0] in SENSITIVE else told).format(
                field=label_of(change.path),
                old=value_words(change.old, language),
                new=value_words(change.new, language),
            )
            for change in row.fields
        ]
