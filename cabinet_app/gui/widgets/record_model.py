"""The one list model: an id vector, pages of rows fetched when they are looked at, columns as data.

    Column("town", t.gettext("Town"), text=town_of, sort_key="town", width=18)
    Column("status", t.gettext("Status"), text=status_word, status=status_spec)

A row type needs no more than what the columns' functions read; rows come in the order of the ids asked for.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.gui.widgets.pills import StatusSpec

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)
Index = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole

ID_ROLE = ItemRole.UserRole
STATUS_ROLE = ItemRole.UserRole + 1
TONE_ROLE = ItemRole.UserRole + 2
PAGE = 128
PAGES_KEPT = 16
_NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[R_contra]):
    """One column of a list: what it says of a row and how.

    `sort_key` is what the service is asked to sort by, empty if it cannot; `width` is in characters;
    one column of a list may `stretch`. `status` draws a pill; `tone` names the ink of a row's text;
    `tip` says more than the text does; `spoken` is what a screen reader says where the text is only a sign.
    """

    key: str
    title: str
    text: Callable[[R_contra], str]
    sort_key: str = ""
    alignment: Literal["left", "right", "center"] = "left"
    width: int = 12
    stretch: bool = False
    status: Callable[[R_contra], StatusSpec | None] | None = None
    tone: Callable[[R_contra], str] | None = None
    tip: Callable[[R_contra], str] | None = None
    spoken: Callable[[R_contra], str] | None = None


class RowSource(Protocol[R_co]):
    """Where the rows of some ids come from; a row of an id that is gone is None."""

    def __call__(self, ids: Sequence[int], /) -> Sequence[R_co | None]: ...


@dataclass(frozen=True, slots=True)
class Sorting:
    """The order of a list: the column's `sort_key` and its direction."""

    key: str = ""
    descending: bool = False


@dataclass(slots=True)
class _Pages(Generic[R]):
    kept: OrderedDict[int, Sequence[R | None]] = field(default_factory=OrderedDict)

    def row(self, number: int, ids: Sequence[int], source: RowSource[R]) -> R | None:
        page, place = divmod(number, PAGE)
        rows = self.kept.get(page)
        if rows is None:
            rows = source(ids[page * PAGE : (page + 1) * PAGE])
            self.kept[page] = rows
            if len(self.kept) > PAGES_KEPT:
                self.kept.popitem(last=False)
        return rows[place] if place < len(rows) else None


class RecordModel(QAbstractTableModel, Generic[R]):
    """Rows of records in the order of an id vector; exact at any length, no proxy and no fetchMore."""

    sorting_changed = Signal()

    def __init__(
        self, columns: Sequence[Column[R]], source: RowSource[R], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.sorting = Sorting()
        self._source = source
        self._ids: Sequence[int] = ()
        self._places: dict[int, int] | None = None
        self._pages: _Pages[R] = _Pages()

    @property
    def ids(self) -> Sequence[int]:
        return self._ids

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other records, or the same afresh."""
        self.beginResetModel()
        self._ids = ids
        self._places = None
        self._pages = _Pages()
        self.endResetModel()

    def record_id(self, number: int) -> int:
        """The id in a row, 0 outside the list."""
        return self._ids[number] if 0 <= number < len(self._ids) else 0

    def row_of(self, record_id: int) -> int:
        """The row of an id, -1 if the list does not show it."""
        if self._places is None:
            self._places = {identity: number for number, identity in enumerate(self._ids)}
        return self._places.get(record_id, -1)

    def row(self, number: int) -> R | None:
        """The row of records itself."""
        return self._pages.row(number, self._ids, self._source)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:  # noqa: ANN401 - a Qt variant
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        column = self.columns[index.column()]
        if role == ItemRole.TextAlignmentRole:
            return _ALIGNMENTS[column.alignment]
        row = self.row(index.row()) if role in _ROW_ROLES else None
        return None if row is None else _cell(column, row, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> Any:  # noqa: ANN401 - a Qt variant
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == ItemRole.DisplayRole:
            return self.columns[section].title
        return _ALIGNMENTS[self.columns[section].alignment] if role == ItemRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt's request to sort; the list asks its service again."""
        key = self.columns[column].sort_key if 0 <= column < len(self.columns) else ""
        sorting = Sorting(key, order is Qt.SortOrder.DescendingOrder)
        if key and sorting != self.sorting:
            self.sorting = sorting
            self.sorting_changed.emit()


_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}
_TEXT_ROLES = frozenset({int(ItemRole.DisplayRole), int(ItemRole.AccessibleTextRole)})
_ROW_ROLES = _TEXT_ROLES | {int(ItemRole.ToolTipRole), int(STATUS_ROLE), int(TONE_ROLE)}


def _cell(column: Column[R], row: R, role: int) -> object:
    if role == ItemRole.AccessibleTextRole and column.spoken:
        return column.spoken(row)
    if role in _TEXT_ROLES:
        return column.text(row)
    if role == STATUS_ROLE:
        return column.status(row) if column.status else None
    if role == TONE_ROLE:
        return column.tone(row) if column.tone else None
    return escaped_tip((column.tip or column.text)(row))
