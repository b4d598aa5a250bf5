"""Lines that lead to other records: the agreements of a town, the visits with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, escaped_tip, text_button


@dataclass(frozen=True, slots=True)
class RelatedRecord:
    """A record to jump to and the words it is offered with."""

    record_type: str
    record_id: int
    text: str


class RelatedList(QWidget):
    """Links below one another under a small heading; one muted line where there are none."""

    def __init__(self, context: GuiContext, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.records: Sequence[RelatedRecord] = ()
        self._buttons: list[QWidget] = []
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel(title, role="muted"))
        self._nothing = PlainLabel(nothing, role="small muted", wrap=True)
        column.addWidget(self._nothing)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addLayout(self._lines)

    def show_records(self, records: Sequence[RelatedRecord]) -> None:
        """Offer these records."""
        if list(records) == list(self.records) and records:
            return
        self.records = tuple(records)
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = [self._link(record) for record in records]
        self._nothing.setVisible(not records)

    def _link(self, record: RelatedRecord) -> QWidget:
        button = text_button(doubled(record.text), self, kind="link", icon_name="arrow-right")
        button.setToolTip(escaped_tip(record.text))
        button.setMinimumWidth(0)
        button.clicked.connect(_Opener(self._context, record))
        self._lines.addWidget(button)
        return button


class _Opener:
    def __init__(self, context: GuiContext, record: RelatedRecord) -> None:
        self._context = context
        self._record = record

    def __call__(self) -> None:
        self._context.open_record(self._record.record_type, self._record.record_id)
