"""A small table that is edited in its cells: programme, agenda, members.

    ChildTable(t, columns, new_row=ProgrammeItem, add_text=t.gettext("Add item"), name=t.gettext("Programme"))
value() / set_value() speak lists of the row's dataclass. Ctrl+Shift+N adds, Del removes, Alt+↑/↓ move,
Ctrl+Z takes the last step in the table back, Enter or F2 edits, Tab goes on to the next cell.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import ROW_HEIGHT, TINY
from cabinet_app.gui.widgets.child_model import ChildColumn, ChildModel
from cabinet_app.gui.widgets.fields import Field
from cabinet_app.gui.widgets.labels import icon_button, text_button
from cabinet_app.gui.widgets.record_model import Index
from cabinet_app.i18n.catalogs import Translator

C = TypeVar("C")
ROWS_SHOWN = 12
_Edit = QAbstractItemView.EditTrigger
_Key = Qt.Key


class FieldDelegate(QStyledItemDelegate):
    """Puts the field of the column into the cell and takes its value back."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = cast("ChildModel[Any]", index.model())
        column = model.columns[index.column()]
        assert column.editor
        editor = column.editor(parent)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(column.title)
        inner = editor.focusProxy()
        if inner:
            inner.setAccessibleName(column.title)
            inner.installEventFilter(self)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        cast("Field[Any]", editor).set_value(cast("ChildModel[Any]", index.model()).value_at(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        problem = getattr(editor, "problem", None)
        if problem is None or not problem():
            cast("ChildModel[Any]", model).set_value_at(index, cast("Field[Any]", editor).value())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect = option.rect
        height = max(rect.height(), editor.minimumSizeHint().height())
        # A field with buttons of its own may lie over its neighbours while it is open.
        room = cast("QTableView", self.parent()).viewport().width()
        width = min(max(rect.width(), editor.sizeHint().width()), max(room, rect.width()))
        left = max(min(rect.x(), room - width), 0)
        editor.setGeometry(left, rect.y() + (rect.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A composed field keeps the cell open until the focus leaves all of it."""
        editor = self._editor_of(watched)
        if editor is None or editor is watched:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes_key(editor, event)
        # Closing the cell takes the focus from it once more, when there is nothing left to commit.
        is_open = cast("QTableView", self.parent()).state() == QAbstractItemView.State.EditingState
        if is_open and event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            now = QApplication.focusWidget()
            if now is None or not editor.isAncestorOf(now):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return False

    def _takes_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        hints = {
            int(_Key.Key_Tab): QAbstractItemDelegate.EndEditHint.EditNextItem,
            int(_Key.Key_Backtab): QAbstractItemDelegate.EndEditHint.EditPreviousItem,
            int(_Key.Key_Return): QAbstractItemDelegate.EndEditHint.SubmitModelCache,
            int(_Key.Key_Enter): QAbstractItemDelegate.EndEditHint.SubmitModelCache,
        }
        if event.key() == _Key.Key_Escape:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return True
        hint = hints.get(event.key())
        if hint is None:
            return False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)
        return True

    def _editor_of(self, watched: QObject) -> QWidget | None:
        table = cast("QTableView", self.parent())
        widget = watched if isinstance(watched, QWidget) else None
        while widget is not None and widget.parentWidget() is not table.viewport():
            widget = widget.parentWidget()
        return widget


class _Table(QTableView):
    """As high as its rows, up to a dozen."""

    key_pressed = Signal(QKeyEvent)

    def sizeHint(self) -> QSize:
        return QSize(200, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _wanted_height(self) -> int:
        rows = min(self.model().rowCount(), ROWS_SHOWN)
        header = self.horizontalHeader().sizeHint().height()
        is_wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide and self.isVisible() else 0
        return header + rows * self.verticalHeader().defaultSectionSize() + bar + 4


class ChildTable(QWidget, Generic[C]):
    """The table with its buttons."""

    edited = Signal()

    def __init__(
        self,
        t: Translator,
        columns: Sequence[ChildColumn[C]],
        new_row: Callable[[], C],
        *,
        add_text: str,
        name: str,
        parent: QWidget | None = None,
        can_move: bool = True,
        delegate: type[FieldDelegate] = FieldDelegate,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._delegate_type = delegate
        self._can_move = can_move
        self.model: ChildModel[C] = ChildModel(columns, new_row, self)
        self.model.edited.connect(self._announce)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(name)
        self._dress_table()
        shown = t.gettext("{what} (Ctrl+Shift+N)").format(what=add_text)
        self.add_button = text_button(shown, self, kind="quiet", icon_name="plus")
        self.add_button.setAccessibleName(add_text)
        self.add_button.clicked.connect(self.add_row)
        self._arrange()
        self._refresh()

    def value(self) -> list[C]:
        return list(self.model.rows)

    def set_value(self, value: Sequence[C]) -> None:
        if list(value) != self.value():
            self.model.set_rows(value)
        self._refresh()

    def add_row(self) -> None:
        """Append an empty row and begin to write in it."""
        self._commit()
        place = self.model.add()
        self._edit_from(place, 0)

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        self._commit()

    def problem(self) -> str:
        """A cell whose text is not understood is not taken over, so there is never one to report."""
        return ""

    def _commit(self) -> None:
        index = self.table.currentIndex()
        editor = self.table.indexWidget(index) if index.isValid() else None
        if editor is not None:
            self._delegate.commitData.emit(editor)
            self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _dress_table(self) -> None:
        table = self.table
        mark(table, "child")
        self._delegate = self._delegate_type(table)
        table.setItemDelegate(self._delegate)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(_Edit.DoubleClicked | _Edit.EditKeyPressed | _Edit.AnyKeyPressed)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * ROW_HEIGHT))
        table.key_pressed.connect(self._take_key)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        character = self.fontMetrics().averageCharWidth()
        for number, column in enumerate(self.model.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(number, character * column.width + 16)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(TINY)
        row.addWidget(self.add_button)
        row.addStretch(1)
        gettext = self._t.gettext
        self._row_buttons = []
        if self._can_move:
            self._row_buttons.append(icon_button("arrow-up", gettext("Move up"), self, tip="Alt+↑"))
            self._row_buttons.append(icon_button("arrow-down", gettext("Move down"), self, tip="Alt+↓"))
            self._row_buttons[0].clicked.connect(self._move_up)
            self._row_buttons[1].clicked.connect(self._move_down)
        remove = icon_button("trash-2", gettext("Remove row"), self)
        remove.clicked.connect(self._remove)
        self._row_buttons.append(remove)
        for button in self._row_buttons:
            row.addWidget(button)
        column.addLayout(row)
        self.table.selectionModel().currentRowChanged.connect(self._refresh)

    def _take_key(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        alt = modifiers == Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            event.setAccepted(self.model.undo())
        elif event.key() == _Key.Key_Delete:
            self._remove()
            event.accept()
        elif alt and self._can_move and event.key() in {_Key.Key_Up, _Key.Key_Down}:
            self._move(-1 if event.key() == _Key.Key_Up else 1)
            event.accept()
        elif event.key() in {_Key.Key_Return, _Key.Key_Enter} and self.table.currentIndex().isValid():
            self.table.edit(self.table.currentIndex())
            event.accept()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        index = self.table.currentIndex()
        if self.model.move(index.row(), step):
            self.table.setCurrentIndex(self.model.index(index.row() + step, max(index.column(), 0)))

    def _remove(self) -> None:
        place = self.table.currentIndex().row()
        self.model.remove(place)
        left = self.model.rowCount()
        if left:
            self.table.setCurrentIndex(self.model.index(min(place, left - 1), 0))
        self.table.setFocus()

    def _edit_from(self, row: int, column: int) -> None:
        columns = enumerate(self.model.columns)
        is_hidden = self.table.isColumnHidden
        places = [n for n, spec in columns if spec.editor and n >= column and not is_hidden(n)]
        if places:
            index = self.model.index(row, places[0])
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def _announce(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self, *_indexes: object) -> None:
        self.table.setVisible(self.model.rowCount() > 0)
        # Tab would get stuck in front of a proxy that is hidden.
        self.setFocusProxy(self.table if self.model.rowCount() else self.add_button)
        self.table.updateGeometry()
        has_row = self.model.rowCount() > 0 and self.table.currentIndex().isValid()
        for button in self._row_buttons:
            button.setEnabled(has_row)
            button.setVisible(self.model.rowCount() > 0)
