"""What a check of the data found, one line each; a double click or Enter opens the record."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.finding_words import finding_sentence

PLACE_ROLE = Qt.ItemDataRole.UserRole


class FindingsDialog(QDialog):
    """A list that can stay open while one mends."""

    def __init__(
        self,
        t: Translator,
        findings: Sequence[Any],
        open_record: Callable[[str, int], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t.gettext("Check of the data"))
        self.resize(640, 420)
        self._open_record = open_record
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        count = t.ngettext("{count} finding", "{count} findings", len(findings)).format(count=len(findings))
        column.addWidget(PlainLabel(count, role="heading"))
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.windowTitle())
        for finding in findings:
            title = finding.headline.shown(t.language) or str(finding.record_id or "")
            item = QListWidgetItem(
                finding_sentence(finding.trouble.value, title, finding.place, finding.values, t)
            )
            item.setData(PLACE_ROLE, (finding.record_type, finding.record_id))
            self.list.addItem(item)
        self.list.itemActivated.connect(self._open)
        column.addWidget(self.list, 1)
        close = text_button(t.gettext("Close"), kind="primary")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _open(self, item: QListWidgetItem) -> None:
        record_type, record_id = item.data(PLACE_ROLE)
        if record_id:
            self._open_record(record_type, record_id)
