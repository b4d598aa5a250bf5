"""The table of records: whole rows, header clicks sort, months as bands above their first row.

records = RecordList(columns, source, parent)      source(ids) -> rows, see record_model
records.show_ids(ids, bands)                       bands: {row number: text above that row}
records.current_changed / activated / sorting_changed     signals
"""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from cabinet_app.gui.theme.tokens import ROW_HEIGHT, TYPE_SCALE, tokens_of
from cabinet_app.gui.widgets.pills import StatusSpec, draw_pill
from cabinet_app.gui.widgets.record_model import (
    STATUS_ROLE,
    TONE_ROLE,
    Column,
    Index,
    RecordModel,
    RowSource,
    Sorting,
)

R = TypeVar("R")
INSET = 10
"""What stands left and right of the text of a cell; the header's padding is made to agree."""
FOCUS_BAR = 2
_Flag = Qt.AlignmentFlag


class CellDelegate(QStyledItemDelegate):
    """Paints a cell by itself: ground, pill or one line of text, cut at the right."""

    def __init__(self, parent: QTableView, band_height: int) -> None:
        super().__init__(parent)
        self._band_height = band_height
        self.bands: Mapping[int, str] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = self._below_band(option.rect, index)
        tokens = tokens_of(option.palette)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, QColor(tokens.selection))
        content = rect.adjusted(INSET, 0, -SHORT_END, 0)
        status = index.data(STATUS_ROLE)
        if isinstance(status, StatusSpec):
            draw_pill(painter, content, status, tokens, option.font)
        else:
            tone = index.data(TONE_ROLE) or "text"
            painter.setPen(QColor(tokens.text if is_selected else tokens.ink(tone)))
            painter.setFont(option.font)
            text = option.fontMetrics.elidedText(
                _one_line(index.data()), Qt.TextElideMode.ElideRight, content.width()
            )
            alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
            painter.drawText(content, alignment | Qt.TextFlag.TextSingleLine, text)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the tooltip only if the cell does not already say all of it."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = _one_line(index.data())
        is_cut = option.fontMetrics.horizontalAdvance(text) > option.rect.width() - INSET - SHORT_END
        tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if is_cut or self._says_more(index):
            QToolTip.showText(event.globalPos(), tip, view)
        else:
            QToolTip.hideText()
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.fontMetrics.horizontalAdvance(_one_line(index.data())) + INSET + SHORT_END
        status = index.data(STATUS_ROLE)
        return QSize(
            width + (2 * INSET + INSET if isinstance(status, StatusSpec) else 0), option.rect.height()
        )

    def _says_more(self, index: Index) -> bool:
        model = index.model()
        return isinstance(model, RecordModel) and model.columns[index.column()].tip is not None

    def _below_band(self, rect: QRect, index: Index) -> QRect:
        return rect.adjusted(0, self._band_height, 0, 0) if index.row() in self.bands else rect


SHORT_END = 6
SORT_ARROW = 14


def _one_line(text: object) -> str:
    return " ".join(str(text).split("\n")) if text else ""


class RecordList(QTableView, Generic[R]):
    """A list of records, one row each."""

    current_changed = Signal(object)
    activated_record = Signal(object)
    sorting_changed = Signal()
    delete_requested = Signal()

    def __init__(
        self, columns: Sequence[Column[R]], source: RowSource[R], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model: RecordModel[R] = RecordModel(columns, source, self)
        self._row_height = round(self.fontMetrics().height() * ROW_HEIGHT)
        self._band_height = round(self.fontMetrics().height() * 1.9)
        self._is_refilling = False
        self._cells = CellDelegate(self, self._band_height)
        self.setModel(self._model)
        self.setItemDelegate(self._cells)
        self._dress()
        self._lay_out_columns()
        self._model.sorting_changed.connect(self.sorting_changed)
        self.selectionModel().currentRowChanged.connect(self._announce_current)
        self.doubleClicked.connect(self._activate)

    @property
    def records(self) -> RecordModel[R]:
        return self._model

    @property
    def sorting(self) -> Sorting:
        return self._model.sorting

    def set_sorting(self, sorting: Sorting) -> None:
        """Set the order without asking for rows."""
        self._model.sorting = sorting
        keys = [column.sort_key for column in self._model.columns]
        if sorting.key in keys:
            order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
            header = self.horizontalHeader()
            header.blockSignals(True)
            header.setSortIndicator(keys.index(sorting.key), order)
            header.blockSignals(False)

    def show_ids(self, ids: Sequence[int], bands: Mapping[int, str] | None = None) -> None:
        """Show these records; the current one stays current if it is still among them."""
        current, self._is_refilling = self.current_id(), True
        vertical = self.verticalHeader()
        for row in self._cells.bands:
            # A reset keeps the heights of rows that were set one by one.
            vertical.resizeSection(row, self._row_height)
        self._cells.bands = bands or {}
        self._model.set_ids(ids)
        for row in self._cells.bands:
            vertical.resizeSection(row, self._row_height + self._band_height)
        is_there = bool(current) and self.select(current)
        self._is_refilling = False
        if current and not is_there:
            self.current_changed.emit(0)

    def current_id(self) -> int:
        """The id of the current record, 0 if there is none."""
        return self._model.record_id(self.currentIndex().row())

    def select(self, record_id: int) -> bool:
        """Make a record current; False if the list does not show it."""
        row = self._model.row_of(record_id)
        if row < 0:
            return False
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self._model.index(row, column))
        self.scrollTo(self._model.index(row, column))
        return True

    def select_none(self) -> None:
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def header_state(self) -> str:
        """Widths and order of the columns as an opaque text."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode("ascii")

    def restore_header(self, state: str) -> None:
        if state:
            header = self.horizontalHeader()
            header.restoreState(QByteArray.fromBase64(state.encode("ascii")))
            self.set_sorting(self.sorting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self.current_id():
            self.activated_record.emit(self.current_id())
            return
        if event.key() == Qt.Key.Key_Delete and self.current_id():
            self.delete_requested.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without choosing the first row: only a person opens a record."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_bands(painter)
        if self.hasFocus() and self.currentIndex().isValid():
            rect = self.visualRect(self.currentIndex())
            tokens = tokens_of(self.palette())
            top = rect.top() + (self._band_height if self.currentIndex().row() in self._cells.bands else 0)
            painter.fillRect(0, top, FOCUS_BAR, rect.bottom() - top, QColor(tokens.accent))
        painter.end()

    def _paint_bands(self, painter: QPainter) -> None:
        if not self._cells.bands:
            return
        tokens = tokens_of(self.palette())
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * TYPE_SCALE["small"])
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        for row in range(first, (last if last >= 0 else self._model.rowCount() - 1) + 1):
            if row in self._cells.bands:
                band = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self._band_height)
                painter.fillRect(band, QColor(tokens.surface))
                painter.setPen(QColor(tokens.muted))
                text = band.adjusted(INSET, 6, 0, 0)
                painter.drawText(text, _Flag.AlignVCenter | _Flag.AlignLeft, self._cells.bands[row])
                painter.setPen(QColor(tokens.hairline))
                painter.drawLine(band.bottomLeft(), band.bottomRight())

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setMinimumSectionSize(self._row_height)
        vertical.setDefaultSectionSize(self._row_height)

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(_Flag.AlignLeft | _Flag.AlignVCenter)
        header.setMinimumSectionSize(40)
        header.setFixedHeight(self._row_height)
        header.setSectionsMovable(True)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSortingEnabled(any(column.sort_key for column in self._model.columns))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        character = self.fontMetrics().averageCharWidth()
        for number, column in enumerate(self._model.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                heading = self.fontMetrics().horizontalAdvance(column.title) + 2 * INSET + SORT_ARROW
                header.resizeSection(number, max(character * column.width + INSET + SHORT_END, heading))

    def _announce_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_refilling:
            self.current_changed.emit(self._model.record_id(current.row()))

    def _activate(self, index: QModelIndex) -> None:
        self.activated_record.emit(self._model.record_id(index.row()))
