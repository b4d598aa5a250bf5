"""Lines that lead from one record to others: the visit of a task, the visit of a gift.

links = RecordLinks(context, t.gettext("Go to"))
links.show_records([RecordLink("visit", 7, "Beljak, 25. 2. 2026")])
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.labels import ElidedLabel, PlainLabel, icon_button


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A record to go to and the words it is offered with."""

    record_type: str
    record_id: int
    text: str


class RecordLinks(QWidget):
    """A name and an arrow for each record, under a small heading; hidden where there is none."""

    def __init__(self, context: GuiContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.records: Sequence[RecordLink] = ()
        self._lines: list[QWidget] = []
        self.buttons: list[QToolButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TINY)
        self._column.addWidget(PlainLabel(title, role="muted"))

    def show_records(self, records: Sequence[RecordLink]) -> None:
        """Offer these records."""
        self.setVisible(bool(records))
        if tuple(records) == self.records:
            return
        self.records = tuple(records)
        for line in self._lines:
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self.buttons = []
        self._lines = [self._line(place, record) for place, record in enumerate(self.records)]

    def _line(self, place: int, record: RecordLink) -> QWidget:
        line = QWidget(self)
        name = ElidedLabel()
        name.set_text(record.text)
        said = self._context.t.gettext("Open “{title}”").format(title=record.text)
        button = icon_button("arrow-right", said)
        button.setProperty("place", place)
        button.clicked.connect(self._open)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(name, 1)
        row.addWidget(button)
        self._column.addWidget(line)
        self.buttons.append(button)
        return line

    def _open(self) -> None:
        record = self.records[self.sender().property("place")]
        self._context.open_record(record.record_type, record.record_id)
