"""The board: groups by months, each window as a glyph on its tint with the days of its meetings."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from cabinet_app.domain.cadence import JudgedWindow
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.groups.board_cells import MONTHS, Cell, month_end, months_from
from cabinet_app.gui.groups.board_model import CELL_ROLE, RULE_ROLE, BoardModel
from cabinet_app.gui.groups.dots import first_month
from cabinet_app.gui.groups.words import EXCUSABLE, SIGNS, sign
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY, Tokens, tokens_of
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import PlainLabel, icon_button, text_button
from cabinet_app.gui.widgets.record_list import INSET
from cabinet_app.gui.widgets.record_model import Index
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import window_label
from cabinet_app.i18n.catalogs import Translator

_Align = Qt.AlignmentFlag
_Pane: TypeAlias = Any
_SHARE_OF_NAME = 0.34
LOWEST_WITH_LEGEND = 300


class BoardDelegate(QStyledItemDelegate):
    """Draws a cell: tint, glyph, days; the name with its cadence in muted ink below."""

    def __init__(self, parent: QTableView, t: Translator) -> None:
        super().__init__(parent)
        self._t = t

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.palette)
        painter.save()
        table = self.parent()
        current = table.currentIndex() if isinstance(table, QTableView) else QModelIndex()
        if current.row() == index.row():
            painter.fillRect(option.rect, QColor(tokens.selection))
        if index.column() == 0:
            self._paint_name(painter, option, index, tokens)
        else:
            self._paint_cell(painter, option, index.data(CELL_ROLE), tokens)
        if option.state & QStyle.StateFlag.State_HasFocus and index == current:
            painter.setPen(QColor(tokens.accent))
            for inset in (0, 1):
                painter.drawRect(option.rect.adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.restore()

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
    ) -> None:
        rect: QRect = option.rect.adjusted(INSET, 0, -TINY, 0)
        half = rect.height() // 2
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        name = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.adjusted(0, 3, 0, -half), _Align.AlignVCenter | _Align.AlignLeft, name)
        painter.setFont(_small(option.font))
        painter.setPen(QColor(tokens.muted))
        rule = painter.fontMetrics().elidedText(
            str(index.data(RULE_ROLE)), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect.adjusted(0, half, 0, -3), _Align.AlignVCenter | _Align.AlignLeft, rule)

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell | None, tokens: Tokens
    ) -> None:
        if cell is None:
            return
        glyph, tone = SIGNS[cell.status]
        rect: QRect = option.rect.adjusted(2, 2, -2, -2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.tint(tone)))
        painter.drawRoundedRect(QRectF(rect), 4, 4)
        painter.setPen(QColor(tokens.ink(tone)))
        painter.setFont(option.font)
        lines = cell.tally or self._days(cell, rect.width(), painter, option.font)
        upper = rect.adjusted(0, 1, 0, -rect.height() // 2 + 1) if lines else rect
        painter.setFont(option.font)
        painter.drawText(upper, _Align.AlignCenter, glyph)
        if lines:
            painter.setFont(_small(option.font))
            painter.setPen(QColor(tokens.text))
            painter.drawText(rect.adjusted(0, rect.height() // 2 - 1, 0, -1), _Align.AlignCenter, lines)

    def _days(self, cell: Cell, room: int, painter: QPainter, font: QFont) -> str:
        """As many of the days as there is room for, with a sign for the others."""
        painter.setFont(_small(font))
        wide = cell.last > cell.first
        texts = [
            dates.day_month(day, self._t.language) if wide else dates.day_number(day.day, self._t.language)
            for day in cell.days()
        ]
        while texts:
            rest = len(cell.days()) - len(texts)
            words = " ".join(texts) + (f" +{rest}" if rest else "")
            if painter.fontMetrics().horizontalAdvance(words) <= room or len(texts) == 1:
                return words
            texts.pop()
        return ""


class BoardTable(QTableView):
    """The cells; arrows move between them, PgUp and PgDn between the years."""

    year_wanted = Signal(int)
    excuse_wanted = Signal(object, object)
    opened = Signal(object)
    delete_requested = Signal()

    def __init__(self, model: BoardModel, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._board = model
        self.setModel(model)
        self.setItemDelegate(BoardDelegate(self, t))
        self.setAccessibleName(t.gettext("Board of the groups by months"))
        self._today_column = -1
        self._dress()
        self._names = MonthNames(self.horizontalHeader(), model, t)

    def mark_today(self, column: int) -> None:
        """The column of the month that is running, -1 if it is not shown."""
        self._today_column = column
        self._names.mark(column)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.year_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self.currentIndex().isValid():
            self.opened.emit(self._board.board_at(self.currentIndex().row()))
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus():
            words = self._board.words_at(current).replace("\n", "; ")
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        board, cell = (
            self._board.board_at(index.row()),
            self._board.cell_at(index) if index.isValid() else None,
        )
        if board is None or cell is None:
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        for item in cell.windows:
            if item.status in EXCUSABLE:
                words = self._t.gettext("Excuse {period} with a reason…")
                action = menu.addAction(words.format(period=window_label(item.window, self._t)))
                action.setData((board, item))
        chosen = menu.exec(event.globalPos()) if menu.actions() else None
        if chosen is not None:
            self.excuse_wanted.emit(*chosen.data())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        name = max(round(width * _SHARE_OF_NAME), 120)
        header = self.horizontalHeader()
        header.resizeSection(0, name)
        for column in range(1, MONTHS + 1):
            left = (width - name) * (column - 1) // MONTHS
            right = (width - name) * column // MONTHS
            header.resizeSection(column, right - left)
        self._names.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._today_column > 0:
            left = self.columnViewportPosition(self._today_column)
            width = self.columnWidth(self._today_column)
            painter = QPainter(self.viewport())
            tokens = tokens_of(self.palette())
            painter.fillRect(left, 0, width, 2, QColor(tokens.accent))
            painter.end()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.5))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(24)
        header.setDefaultAlignment(_Align.AlignCenter)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class MonthNames(QWidget):
    """The names of the months over the header, whose own padding would cut them."""

    def __init__(self, header: QHeaderView, model: BoardModel, t: Translator) -> None:
        super().__init__(header.viewport())
        self._header = header
        self._model = model
        self._t = t
        self._today_column = -1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        header.geometriesChanged.connect(self.place)

    def mark(self, column: int) -> None:
        """The column of the present month, -1 if it is not shown."""
        self._today_column = column
        self.update()

    def place(self) -> None:
        """Cover the sections of the months; a header that is being torn down says so, too."""
        if not isValid(self._header):
            return
        left = self._header.sectionViewportPosition(1)
        self.setGeometry(left, 0, self._header.viewport().width() - left, self._header.height() - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        font = QFont(self.font())
        for column, month in enumerate(self._model.months, 1):
            is_now = column == self._today_column
            font.setWeight(QFont.Weight.DemiBold if is_now else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if is_now else tokens.muted))
            left = self._header.sectionViewportPosition(column) - self.x()
            name = dates.month_abbr(month.month, self._t.language).rstrip(".")
            rect = QRect(left, 0, self._header.sectionSize(column), self.height())
            painter.drawText(rect, _Align.AlignCenter | Qt.TextFlag.TextDontClip, name)
        painter.end()


class BoardView(QWidget):
    """The board with its years and its legend; one of the views of the pane."""

    def __init__(self, context: GuiContext, pane: _Pane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._pane = pane
        self._ids: Sequence[int] = ()
        self._year = 0
        self._is_selecting = False
        self.model = BoardModel(context.t, self)
        self.table = BoardTable(self.model, context.t, self)
        self.table.year_wanted.connect(self.turn)
        self.table.opened.connect(self._open)
        self.table.excuse_wanted.connect(self._excuse)
        self.table.delete_requested.connect(pane.delete)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_years())
        column.addWidget(self.table, 1)
        self.legend = self._build_legend()
        column.addWidget(self.legend)
        mark(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these groups in this order."""
        self._ids = ids
        today = self._context.today()
        first = date(self._year, 1, 1) if self._year else first_month(today)
        months = months_from(first)
        boards = self._context.cabinet.groups.boards(today, first, month_end(months[-1]), ids)
        column = max(self.table.currentIndex().column(), 0)
        self._is_selecting = True
        self.table.clearSpans()
        self.model.show_boards(boards, first, today)
        for row, place, width in self.model.spans():
            self.table.setSpan(row, place, 1, width)
        self.select(self._pane.current_id, column)
        self._is_selecting = False
        here = today.replace(day=1)
        self.table.mark_today(months.index(here) + 1 if here in months else -1)
        self._say_year(months)

    def select(self, record_id: int, column: int = -1) -> None:
        """Mark the row of a group."""
        row = self.model.row_of(record_id)
        current = self.table.currentIndex()
        place = column if column >= 0 else max(current.column(), 0)
        self._is_selecting, before = True, self._is_selecting
        if row >= 0 and (row != current.row() or column >= 0):
            self.table.setCurrentIndex(self.model.index(row, place))
        elif row < 0:
            self.table.setCurrentIndex(QModelIndex())
        self._is_selecting = before

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the board is low, its rows need the room of the legend; tooltips say the same."""
        super().resizeEvent(event)
        self.legend.setVisible(event.size().height() >= LOWEST_WITH_LEGEND)

    def turn(self, step: int) -> None:
        """To another calendar year; from the last twelve months to the year before or to this one."""
        this = self._context.today().year
        self._year = (self._year + step) if self._year else (this - 1 if step < 0 else this)
        self.show_ids(self._ids)

    def show_last_months(self) -> None:
        """Back to the last twelve months."""
        self._year = 0
        self.show_ids(self._ids)

    def _build_years(self) -> QWidget:
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SMALL, TINY, SMALL, TINY)
        row.setSpacing(TINY)
        gettext = self._t.gettext
        earlier = icon_button("chevron-left", gettext("Earlier year"), bar, tip="PgUp")
        later = icon_button("chevron-right", gettext("Later year"), bar, tip="PgDn")
        earlier.clicked.connect(self._earlier)
        later.clicked.connect(self._later)
        self.title = PlainLabel(role="strong")
        self.back = text_button(gettext("Last 12 months"), bar, kind="quiet")
        self.back.clicked.connect(self.show_last_months)
        for widget in (earlier, later, self.title):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.back)
        return bar

    def _build_legend(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(MEDIUM, TINY, MEDIUM, SMALL)
        legend = QWidget(box)
        column.addWidget(legend)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        legend.setSizePolicy(policy)
        flow = FlowLayout(legend, gap=MEDIUM)
        for status in SIGNS:
            spec = sign(status, self._t)
            label = PlainLabel(f"{spec.glyph}\u00a0{spec.word}", role="small muted")
            flow.addWidget(label)
        return box

    def _say_year(self, months: Sequence[date]) -> None:
        lang = self._t.language
        last = dates.month_title(months[-1].year, months[-1].month, lang)
        first = dates.month_title(months[0].year, months[0].month, lang)
        self.title.setText(str(self._year) if self._year else f"{first} – {last}")
        self.back.setVisible(bool(self._year))

    def _earlier(self) -> None:
        self.turn(-1)

    def _later(self) -> None:
        self.turn(1)

    def _row_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        board = self.model.board_at(current.row())
        if board is not None and not self._is_selecting and not self._pane.select(board.group.id):
            self.select(self._pane.current_id)

    def _open(self, _board: object) -> None:
        self._pane.focus_editor()

    def _excuse(self, board: object, item: JudgedWindow) -> None:
        from cabinet_app.services.group_board import GroupBoard

        if isinstance(board, GroupBoard) and self._pane.select(board.group.id):
            self._pane.editor.begin_excuse(item)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    return small
