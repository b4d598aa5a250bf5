"""The dots of the last twelve months in a row of the list, under their months."""

from datetime import date

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from cabinet_app.gui.groups.board_cells import MONTHS, Cell, cells_of, months_from
from cabinet_app.gui.groups.words import SIGNS, window_words
from cabinet_app.gui.theme.tokens import Tokens, tokens_of
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.gui.widgets.record_list import INSET
from cabinet_app.gui.widgets.record_model import Index, RecordModel
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.services.rows import GroupRow

TIGHT = 0.85
"""Signs of two characters are drawn smaller, so that neighbours stay apart."""


def first_month(today: date) -> date:
    """The first of the twelve months that end with today's."""
    index = today.year * 12 + today.month - MONTHS
    return date(index // 12, index % 12 + 1, 1)


def cell_rect(area: QRect, first: int, last: int) -> QRect:
    """Where the months from `first` to `last` stand in the area."""
    left = area.left() + area.width() * first // MONTHS
    right = area.left() + area.width() * (last + 1) // MONTHS
    return QRect(left, area.top(), right - left, area.height())


def draw_span(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """A thin line under a window of several months."""
    painter.setPen(QColor(tokens.hairline))
    y = rect.center().y() + rect.height() // 4
    painter.drawLine(rect.left() + 4, y, rect.right() - 4, y)


class DotsDelegate(QStyledItemDelegate):
    """Draws a dot for each window; the tooltip says the one under the mouse in words."""

    def __init__(self, parent: QAbstractItemView, t: Translator, today: date) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self._months = months_from(first_month(today))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.palette)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        area = option.rect.adjusted(INSET - 4, 0, -2, 0)
        for cell in self._cells(index):
            glyph, tone = SIGNS[cell.status]
            rect = cell_rect(area, cell.first, cell.last)
            if cell.last > cell.first:
                draw_span(painter, rect, tokens)
            painter.setPen(QColor(tokens.ink(tone)))
            font = QFont(option.font)
            font.setPointSizeF(font.pointSizeF() * (1 if len(glyph) == 1 else TIGHT))
            painter.setFont(font)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, glyph)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        area = option.rect.adjusted(INSET - 4, 0, -2, 0)
        for cell in self._cells(index):
            if cell_rect(area, cell.first, cell.last).contains(event.pos()):
                words = "\n".join(window_words(item, self._t, self._today) for item in cell.windows)
                QToolTip.showText(event.globalPos(), escaped_tip(words).replace("\n", "<br>"), view)
                return True
        QToolTip.hideText()
        return True

    def _cells(self, index: Index) -> list[Cell]:
        model = index.model()
        if not isinstance(model, RecordModel):
            return []
        row = model.row(index.row())
        return cells_of(row.windows, self._months) if isinstance(row, GroupRow) else []


class MonthInitials(QWidget):
    """The initials of the months, laid over the header of the column with the dots."""

    def __init__(self, header: QHeaderView, section: int, t: Translator, today: date) -> None:
        super().__init__(header.viewport())
        self._header = header
        self._section = section
        self._t = t
        self._months = months_from(first_month(today))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        header.sectionResized.connect(self.place)
        header.sectionMoved.connect(self.place)
        header.geometriesChanged.connect(self.place)
        self.place()

    def place(self, *_sections: int) -> None:
        """Stand over the section, wherever it is now; a header that is being torn down says so, too."""
        if not isValid(self._header):
            return
        left = self._header.sectionViewportPosition(self._section)
        self.setGeometry(left, 0, self._header.sectionSize(self._section), self._header.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 1, 0, -1), QColor(tokens.surface))
        area = self.rect().adjusted(INSET - 4, 0, -2, 0)
        for place, month in enumerate(self._months):
            is_last = place == MONTHS - 1
            painter.setPen(QColor(tokens.text if is_last else tokens.muted))
            name = dates.month_abbr(month.month, self._t.language)[:1]
            painter.drawText(cell_rect(area, place, place), Qt.AlignmentFlag.AlignCenter, name)
        painter.end()
