"""The board as a model: a row for each group, a column for its name and one for each of twelve months."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cabinet_app.gui.groups.board_cells import MONTHS, Cell, cells_of, months_from
from cabinet_app.gui.groups.words import window_words
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.gui.widgets.record_model import Index, ItemRole
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import rule_phrase, rule_sentence
from cabinet_app.i18n.catalogs import Translator

if TYPE_CHECKING:
    from cabinet_app.services.group_board import GroupBoard

CELL_ROLE = ItemRole.UserRole
RULE_ROLE = ItemRole.UserRole + 1
_NO_INDEX = QModelIndex()


class BoardModel(QAbstractTableModel):
    """Boards over twelve months; every cell says itself in words."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._today = date.min
        self._boards: Sequence[GroupBoard] = ()
        self._cells: list[list[Cell | None]] = []
        self.months: Sequence[date] = ()

    def show_boards(self, boards: Sequence["GroupBoard"], first: date, today: date) -> None:
        """Show these groups over the twelve months from `first`."""
        self.beginResetModel()
        self._boards = boards
        self._today = today
        self.months = months_from(first)
        self._cells = [self._row_of(board) for board in boards]
        self.endResetModel()

    def spans(self) -> Sequence[tuple[int, int, int]]:
        """Row, column and number of columns of every cell that is wider than a month."""
        return [
            (row, cell.first + 1, cell.last - cell.first + 1)
            for row, cells in enumerate(self._cells)
            for cell in {id(cell): cell for cell in cells if cell}.values()
            if cell.last > cell.first
        ]

    def board_at(self, row: int) -> "GroupBoard | None":
        return self._boards[row] if 0 <= row < len(self._boards) else None

    def row_of(self, group_id: int) -> int:
        """The row of a group, -1 if it is not shown."""
        return next((row for row, board in enumerate(self._boards) if board.group.id == group_id), -1)

    def cell_at(self, index: Index) -> Cell | None:
        """The cell of windows, None for the name and for months without an obligation."""
        return self._cells[index.row()][index.column() - 1] if index.column() > 0 else None

    def words_at(self, index: Index) -> str:
        """Everything a cell says, the group's name first."""
        board = self.board_at(index.row())
        name = board.group.names.shown(self._t.language) if board else ""
        return f"{name}, {self._said(index)}" if index.column() else self._said(index)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._boards)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else MONTHS + 1

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> Any:  # noqa: ANN401 - a Qt variant
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.cell_at(index)
        if index.column() == 0 and role in {int(ItemRole.DisplayRole), RULE_ROLE}:
            return self._name(index.row(), role)
        if role == ItemRole.AccessibleTextRole:
            return self.words_at(index)
        if role == ItemRole.ToolTipRole:
            return escaped_tip(self._said(index)).replace("\n", "<br>")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> Any:  # noqa: ANN401 - a Qt variant
        if orientation is not Qt.Orientation.Horizontal or role != ItemRole.DisplayRole:
            return None
        if section == 0:
            return self._t.gettext("Group")
        return dates.month_abbr(self.months[section - 1].month, self._t.language) if self.months else None

    def _name(self, row: int, role: int) -> str:
        board, t = self._boards[row], self._t
        if role == RULE_ROLE:
            return rule_phrase(board.rule, t) if board.rule else "—"
        return board.group.short_name.shown(t.language) or board.group.names.shown(t.language)

    def _said(self, index: Index) -> str:
        board, t = self._boards[index.row()], self._t
        if index.column() == 0:
            rule = rule_sentence(board.rule, t) if board.rule else t.gettext("No rule is set.")
            owner = board.owner.shown(t.language)
            parts = (board.group.names.shown(t.language), owner, rule)
            return "\n".join(part for part in parts if part)
        cell = self.cell_at(index)
        if cell is None:
            month = self.months[index.column() - 1]
            title = dates.month_title(month.year, month.month, t.language)
            return t.gettext("{period}: no obligation").format(period=title)
        return "\n".join(window_words(item, t, self._today) for item in cell.windows)

    def _row_of(self, board: "GroupBoard") -> list[Cell | None]:
        row: list[Cell | None] = [None] * MONTHS
        for cell in cells_of(board.windows, self.months):
            row[cell.first : cell.last + 1] = [cell] * (cell.last - cell.first + 1)
        return row
