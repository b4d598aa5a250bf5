"""Ctrl+K: every command and every record by name, the words in any order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cabinet_app.domain.texts import Language
from cabinet_app.gui.actions import ActionRegistry
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import SMALL, tokens_of
from cabinet_app.gui.widgets.record_model import Index
from cabinet_app.i18n.catalogs import N_, Translator

if TYPE_CHECKING:
    from cabinet_app.services.search import Hit

Finder = Callable[[str, Language, int], Sequence["Hit"]]
RECORD_KINDS = {
    "visit": N_("Delegation"),
    "partnership": N_("Partnership"),
    "agreement": N_("Agreement"),
    "project": N_("Project"),
    "meeting": N_("Meeting"),
    "series": N_("Series of meetings"),
    "task": N_("Task"),
    "gift": N_("Gift"),
    "gift_rule": N_("Rule about gifts"),
    "letter": N_("Letter"),
    "precedence_scheme": N_("Order of precedence"),
    "visit_template": N_("Template of a visit"),
    "document": N_("Document"),
    "organization": N_("Organization"),
    "person": N_("Person"),
    "place": N_("Place"),
}
SHOWN = 40
DEBOUNCE_MS = 80
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette; `reason` says why it cannot be chosen."""

    kind: str
    title: str
    act: Callable[[], object]
    detail: str = ""
    reason: str = ""


class PaletteModel(QAbstractListModel):
    """The lines as a real model, so that screen readers read them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - a Qt variant
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in (entry.kind, entry.title, entry.detail, entry.reason) if text)
        return entry if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.entries[index.row()].reason:
            flags &= ~Qt.ItemFlag.ItemIsEnabled
        return flags


class EntryDelegate(QStyledItemDelegate):
    """Kind in muted ink, title, keys or the reason at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        tokens = tokens_of(option.palette)
        rect: QRect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, QColor(tokens.selection))
        metrics = option.fontMetrics
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        content = rect.adjusted(12, 0, -12, 0)
        quiet = QColor(tokens.text if is_selected else tokens.muted)
        painter.setPen(quiet)
        painter.drawText(content, flags, entry.kind)
        told = entry.reason or entry.detail
        room = content.adjusted(metrics.averageCharWidth() * 15, 0, 0, 0)
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignRight, told)
        room.setRight(room.right() - metrics.horizontalAdvance(told) - 12)
        painter.setPen(quiet if entry.reason else QColor(tokens.text))
        painter.drawText(
            room, flags, metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        )

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(option.fontMetrics.height() * 1.7))


class CommandPalette(QDialog):
    """A field and what fits; Enter does it, Escape leaves."""

    def __init__(
        self,
        t: Translator,
        registry: ActionRegistry,
        find: Finder | None,
        open_record: Callable[[str, int], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t.gettext("Commands and entries"))
        mark(self, "card")
        self._t = t
        self._registry = registry
        self._find = find
        self._open_record = open_record
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self.search)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(t.gettext("A command, a name, a town"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.textEdited.connect(self._timer.start)
        self.field.installEventFilter(self)
        self.model = PaletteModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setAccessibleName(t.gettext("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self.field)
        column.addWidget(self.list)
        registry.refresh()
        self.search()

    def open_over(self, window: QWidget) -> None:
        """Open at the upper middle of a window."""
        width, height = min(640, window.width() - 80), min(420, window.height() - 120)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 80)
        self.open()
        self.field.setFocus()

    def search(self) -> None:
        """Show what holds every word of the field."""
        from cabinet_app.i18n.collation import fold

        text = self.field.text().strip()
        words = fold(text).split()
        entries = [entry for entry in self._commands() if all(word in fold(entry.title) for word in words)]
        if text:
            entries = [*self._records(text), *entries]
        self.model.set_entries(sorted(entries, key=_is_barred)[:SHOWN])
        if entries:
            self.list.setCurrentIndex(self.model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            step = {
                int(Qt.Key.Key_Down): 1,
                int(Qt.Key.Key_Up): -1,
                int(Qt.Key.Key_PageDown): 8,
                int(Qt.Key.Key_PageUp): -8,
            }.get(key, 0)
            if step:
                row = min(max(self.list.currentIndex().row() + step, 0), self.model.rowCount() - 1)
                self.list.setCurrentIndex(self.model.index(row))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self._timer.isActive():
                    self._timer.stop()
                    self.search()
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _commands(self) -> list[Entry]:
        kind = self._t.gettext("Command")
        return [
            Entry(
                kind,
                spec.plain_text,
                self._registry.action(spec.id).trigger,
                QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText),
                self._registry.reason(spec.id),
            )
            for spec in self._registry.specs
            if spec.in_palette
        ]

    def _records(self, text: str) -> list[Entry]:
        if self._find is None:
            return []
        return [
            Entry(
                self._t.gettext(RECORD_KINDS[hit.record_type]),
                hit.title,
                _OpenRecord(self._open_record, hit.record_type, hit.id),
                hit.detail,
            )
            for hit in self._find(text, self._t.language, SHOWN)
        ]

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(entry, Entry) and not entry.reason:
            self.close()
            entry.act()


class _OpenRecord:
    def __init__(self, open_record: Callable[[str, int], bool], record_type: str, record_id: int) -> None:
        self._open_record = open_record
        self._record_type = record_type
        self._record_id = record_id

    def __call__(self) -> None:
        self._open_record(self._record_type, self._record_id)


def _is_barred(entry: Entry) -> bool:
    return bool(entry.reason)
