"""A reference to another record: type to find it, Enter takes it, the last line creates it in place.

    Picker(t, search, title_of, create=create)
        search(text) -> choices (id, title, detail);  title_of(id) -> words;  create(text) -> new id, or None
value() is the id or None. `record_pickers.py` has ready ones for people, organizations and places.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import tokens_of
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.gui.widgets.line_button import LineButton
from cabinet_app.gui.widgets.record_model import Index
from cabinet_app.i18n.catalogs import Translator

ID_ROLE = Qt.ItemDataRole.UserRole
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
CREATE = -1
LIMIT = 12
INSET = 10


class ChoiceLike(Protocol):
    """A record that can be picked."""

    @property
    def id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def detail(self) -> str: ...


class ChoiceDelegate(QStyledItemDelegate):
    """Title at the left, detail in muted ink behind it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.palette)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        content = rect.adjusted(INSET, 0, -INSET, 0)
        title, detail = str(index.data() or ""), str(index.data(DETAIL_ROLE) or "")
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        metrics = option.fontMetrics
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, content.width())
        painter.setPen(QColor(tokens.accent if index.data(ID_ROLE) == CREATE else tokens.text))
        painter.drawText(content, flags, shown)
        room = content.adjusted(metrics.horizontalAdvance(shown) + INSET, 0, 0, 0)
        if detail and room.width() > INSET:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(QColor(tokens.text if is_selected else tokens.muted))
            painter.drawText(
                room, flags, metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
            )

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, round(option.fontMetrics.height() * 1.7))


class Picker(QWidget):
    """A line with a list of what fits under it."""

    edited = Signal()

    def __init__(
        self,
        t: Translator,
        search: Callable[[str], Sequence[ChoiceLike]],
        title_of: Callable[[int], str],
        parent: QWidget | None = None,
        *,
        create: Callable[[str], int | None] | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._search = search
        self._title_of = title_of
        self._create = create
        self._id: int | None = None
        self._title = ""
        self._popup = QListView()
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder or t.gettext("Type to search"))
        self.line.textEdited.connect(self._offer)
        self.line.editingFinished.connect(self._left)
        self.line.installEventFilter(self)
        self.clear_button = LineButton(self.line, "x", t.gettext("Clear"))
        self.clear_button.clicked.connect(self._cleared)
        self._completer = self._build_completer()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._refresh()

    def value(self) -> int | None:
        return self._id

    def set_value(self, value: int | None) -> None:
        self._id = value or None
        self._title = self._title_of(value) if value else ""
        self._refresh()

    def problem(self) -> str:
        """What to do while the typed text belongs to no record."""
        if self.line.text().strip() and self._id is None:
            return self._t.gettext("Choose an entry from the list or create a new one.")
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._popup and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            if event.type() == QEvent.Type.KeyPress:
                self._take_and_go_on()
            return True
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.line and is_down and event.type() == QEvent.Type.KeyPress:
            self._show_choices("" if self._id else self.line.text().strip())
            return True
        return super().eventFilter(watched, event)

    def _build_completer(self) -> QCompleter:
        completer = QCompleter(self)
        completer.setModel(QStandardItemModel(completer))
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self.line)
        popup = self._popup
        completer.setPopup(popup)
        # After the completer's own filter, so that ours is asked first.
        popup.installEventFilter(self)
        popup.setItemDelegate(ChoiceDelegate(popup))
        popup.setAccessibleName(self._t.gettext("Suggestions"))
        mark(popup, "popup")
        completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index] # the stubs know no overloads
        return completer

    def _offer(self, text: str) -> None:
        if self._id is not None and text.strip() != self._title:
            self._id, self._title = None, ""
            self.edited.emit()
        elif not text.strip() and self._id is None:
            self.edited.emit()
        self._show_choices(text.strip())

    def _show_choices(self, wanted: str) -> None:
        model = self._completer.model()
        assert isinstance(model, QStandardItemModel)
        model.clear()
        for choice in self._search(wanted):
            model.appendRow(_item(choice.title, choice.id, choice.detail))
        if wanted and self._create:
            model.appendRow(_item(self._t.gettext("Create “{name}” …").format(name=wanted), CREATE))
        popup = self._popup
        if not model.rowCount():
            popup.hide()
            return
        self._completer.complete()
        popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _picked(self, index: QModelIndex) -> None:
        identity = index.data(ID_ROLE)
        if identity == CREATE:
            typed = self.line.text().strip()
            # The popup must be gone before the callback may open anything of its own.
            QTimer.singleShot(0, self, lambda: self._make(typed))
            return
        self._take(identity)

    def _take_and_go_on(self) -> None:
        """Tab takes the marked line and goes to the next field; a cell would close first otherwise."""
        index = self._popup.currentIndex()
        typed = self.line.text().strip()
        self._popup.hide()
        if index.isValid() and index.data(ID_ROLE) == CREATE:
            self._make(typed)
        elif index.isValid():
            self._take(index.data(ID_ROLE))
        if self.line.hasFocus():
            tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.line, tab)

    def _make(self, typed: str) -> None:
        created = self._create(typed) if self._create else None
        if created is not None:
            self._take(created)

    def _take(self, identity: int) -> None:
        self.set_value(identity)
        self.edited.emit()

    def _left(self) -> None:
        text = self.line.text().strip()
        if self._id is None and text and not self._popup.isVisible():
            fitting = [choice for choice in self._search(text) if choice.title.casefold() == text.casefold()]
            if len(fitting) == 1:
                self._take(fitting[0].id)

    def _cleared(self) -> None:
        self.set_value(None)
        self.edited.emit()
        self.line.setFocus()

    def _refresh(self) -> None:
        self.line.setText(self._title)
        self.line.setCursorPosition(0)
        self.line.setToolTip(escaped_tip(self._title))
        self.clear_button.set_shown(self._id is not None)


def _item(title: str, identity: int, detail: str = "") -> QStandardItem:
    item = QStandardItem(title)
    item.setEditable(False)
    item.setData(identity, ID_ROLE)
    item.setData(detail, DETAIL_ROLE)
    item.setData(f"{title}, {detail}" if detail else title, Qt.ItemDataRole.AccessibleTextRole)
    return item
