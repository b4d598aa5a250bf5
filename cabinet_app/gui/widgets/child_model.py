"""The rows of a small table inside a record, as copies that are edited and handed back as a list."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.copying import copied
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.gui.widgets.record_model import Index

C = TypeVar("C")
ItemRole = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
UNDO_STEPS = 50


@dataclass(frozen=True)
class ChildColumn(Generic[C]):
    """One column of a child table.

    `key` is the attribute of the row; `text` says it in words; `editor` makes the field (see `fields.Field`)
    that edits it in the cell, None for a column that is only read. A bool with `checkable` needs no editor.
    `width` is in characters; one column may `stretch`.
    """

    key: str
    title: str
    text: Callable[[C], str]
    editor: Callable[[QWidget], QWidget] | None = None
    width: int = 12
    stretch: bool = False
    checkable: bool = False
    alignment: Literal["left", "right"] = "left"


class ChildModel(QAbstractTableModel, Generic[C]):
    """Rows that can be added, changed, moved and removed, each step of which can be taken back."""

    edited = Signal()

    def __init__(
        self, columns: Sequence[ChildColumn[C]], new_row: Callable[[], C], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._new_row = new_row
        self._rows: list[C] = []
        self._past: list[list[C]] = []

    @property
    def rows(self) -> Sequence[C]:
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[C]) -> None:
        self.beginResetModel()
        self._rows = [copied(row) for row in rows]
        self._past.clear()
        self.endResetModel()

    def add(self, row: C | None = None) -> int:
        """Append a row, an empty one if none is given; returns its number."""
        self._remember()
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append(self._new_row() if row is None else row)
        self.endInsertRows()
        self.edited.emit()
        return place

    def replace(self, place: int, row: C) -> bool:
        """Put another row in the place of one, edited outside the cells; False if nothing differs."""
        if not 0 <= place < len(self._rows) or self._rows[place] == row:
            return False
        self._remember()
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        self.edited.emit()
        return True

    def remove(self, place: int) -> None:
        if not 0 <= place < len(self._rows):
            return
        self._remember()
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()
        self.edited.emit()

    def move(self, place: int, step: int) -> bool:
        """Move a row up (-1) or down (+1); False at the end of the table."""
        target = place + step
        if not (0 <= place < len(self._rows) and 0 <= target < len(self._rows)):
            return False
        self._remember()
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), target + 1 if step > 0 else target)
        self._rows.insert(target, self._rows.pop(place))
        self.endMoveRows()
        self.edited.emit()
        return True

    def replace_all(self, rows: Sequence[C]) -> None:
        """Put other rows in the place of all, as one step."""
        self._remember()
        self.beginResetModel()
        self._rows = [copied(row) for row in rows]
        self.endResetModel()
        self.edited.emit()

    def rewrite(self, rows: Sequence[C]) -> None:
        """Write into the rows what follows from the step before, such as numbers; no step of its own."""
        assert len(rows) == len(self._rows)
        self._rows = list(rows)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [int(ItemRole.DisplayRole)])

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        if not self._past:
            return False
        self.beginResetModel()
        self._rows = self._past.pop()
        self.endResetModel()
        self.edited.emit()
        return True

    def value_at(self, index: Index) -> object:
        """The attribute a cell stands for."""
        return getattr(self._rows[index.row()], self.columns[index.column()].key)

    def set_value_at(self, index: Index, value: object) -> bool:
        if value == self.value_at(index):
            return False
        self._remember()
        changed = copy.copy(self._rows[index.row()])
        setattr(changed, self.columns[index.column()].key, value)
        self._rows[index.row()] = changed
        self.dataChanged.emit(
            self.index(index.row(), 0),
            self.index(index.row(), len(self.columns) - 1),
            [int(ItemRole.DisplayRole)],
        )
        self.edited.emit()
        return True

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:  # noqa: ANN401 - a Qt variant
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if column.checkable and role == ItemRole.CheckStateRole:
            return Qt.CheckState.Checked if self.value_at(index) else Qt.CheckState.Unchecked
        if role in {ItemRole.DisplayRole, ItemRole.AccessibleTextRole}:
            return column.text(self._rows[index.row()])
        if role == ItemRole.ToolTipRole:
            return escaped_tip(column.text(self._rows[index.row()]))
        if role == ItemRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.alignment == "right" else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: object, role: int = ItemRole.EditRole) -> bool:
        if not index.isValid():
            return False
        if role == ItemRole.CheckStateRole and self.columns[index.column()].checkable:
            return self.set_value_at(index, Qt.CheckState(value) is Qt.CheckState.Checked)
        return role == ItemRole.EditRole and self.set_value_at(index, value)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            column = self.columns[index.column()]
            if column.checkable:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            elif column.editor:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == ItemRole.DisplayRole:
            return self.columns[section].title if 0 <= section < len(self.columns) else None
        return None

    def _remember(self) -> None:
        self._past = [*self._past[-UNDO_STEPS:], list(self._rows)]
