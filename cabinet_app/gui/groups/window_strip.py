"""The windows of one group as a row of cells: glyph, name, days; arrows move, the words stand below."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cabinet_app.domain.cadence import JudgedWindow
from cabinet_app.gui.groups.words import SIGNS, short_label, window_words
from cabinet_app.gui.theme.tokens import TINY, Tokens, tokens_of
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

SMALL_TYPE = 0.85


class WindowStrip(QWidget):
    """The current window is announced; Enter or the context menu asks to excuse it."""

    current_changed = Signal(object)
    excuse_wanted = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._today = date.min
        self.windows: Sequence[JudgedWindow] = ()
        self.place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(t.gettext("Periods of the last 12 months"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_windows(self, windows: Sequence[JudgedWindow], today: date) -> None:
        """Show these windows; the last one that has begun becomes the current one."""
        if tuple(windows) == tuple(self.windows) and today == self._today:
            return
        self.windows, self._today = tuple(windows), today
        begun = [place for place, item in enumerate(self.windows) if item.window.start <= today]
        self.place = begun[-1] if begun else len(self.windows) - 1
        self.setVisible(bool(self.windows))
        self.updateGeometry()
        self.update()
        self.current_changed.emit(self.current())

    def current(self) -> JudgedWindow | None:
        return self.windows[self.place] if 0 <= self.place < len(self.windows) else None

    def move_to(self, place: int) -> None:
        """Make a window the current one and say it."""
        if not self.windows:
            return
        self.place = min(max(place, 0), len(self.windows) - 1)
        self.update()
        item = self.windows[self.place]
        words = window_words(item, self._t, self._today)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.current_changed.emit(item)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        per_row = self._per_row(width)
        rows = max(-(-len(self.windows) // per_row), 1)
        return rows * (self._cell().height() + TINY)

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._cell().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(event.size().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        per_row = self._per_row(self.width())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -per_row,
            Qt.Key.Key_Down: per_row,
            Qt.Key.Key_Home: -len(self.windows),
            Qt.Key.Key_End: len(self.windows),
        }
        step = steps.get(Qt.Key(event.key()))
        current = self.current()
        if step is not None:
            self.move_to(self.place + step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current is not None:
            self.excuse_wanted.emit(current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place >= 0:
            self.move_to(place)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        current = self.current()
        if current is not None:
            self.excuse_wanted.emit(current)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos())
            words = window_words(self.windows[place], self._t, self._today) if place >= 0 else ""
            QToolTip.showText(event.globalPos(), escaped_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        for place, item in enumerate(self.windows):
            self._paint_cell(painter, place, item, tokens)
        painter.end()

    def _paint_cell(self, painter: QPainter, place: int, item: JudgedWindow, tokens: Tokens) -> None:
        rect = self._rect(place)
        glyph, tone = SIGNS[item.status]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.tint(tone)))
        painter.drawRoundedRect(QRectF(rect), 4, 4)
        if place == self.place:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidth(2 if self.hasFocus() else 1)
            pen.setColor(QColor(tokens.accent if self.hasFocus() else tokens.field_border))
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
        line = rect.height() // 3
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.ink(tone)))
        painter.drawText(QRect(rect.left(), rect.top() + line - 1, rect.width(), line), _CENTRE, glyph)
        painter.setFont(_small(self.font()))
        painter.setPen(QColor(tokens.muted))
        name = short_label(item.window, self._t)
        painter.drawText(QRect(rect.left(), rect.top() + 1, rect.width(), line), _CENTRE, name)
        painter.setPen(QColor(tokens.text))
        days = self._days(item, rect.width() - 4)
        painter.drawText(QRect(rect.left(), rect.top() + 2 * line - 1, rect.width(), line), _CENTRE, days)

    def _days(self, item: JudgedWindow, room: int) -> str:
        days = sorted({*item.held, *item.late, *item.unconfirmed, *item.planned})
        metrics = QFontMetrics(_small(self.font()))
        for count in range(len(days), 0, -1):
            words = " ".join(dates.day_month(day, self._t.language) for day in days[:count])
            words += f" +{len(days) - count}" if count < len(days) else ""
            if metrics.horizontalAdvance(words) <= room:
                return words
        return str(len(days)) if days else ""

    def _cell(self) -> QSize:
        height = QFontMetrics(self.font()).height()
        return QSize(round(height * 3.1), round(height * 2.9))

    def _per_row(self, width: int) -> int:
        fitting = max((width + TINY) // (self._cell().width() + TINY), 1)
        count = max(len(self.windows), 1)
        # Rows of equal length: twelve months stand six and six rather than ten and two.
        rows = -(-count // fitting)
        return min(fitting, -(-count // rows))

    def _rect(self, place: int) -> QRect:
        cell = self._cell()
        row, column = divmod(place, self._per_row(self.width()))
        return QRect(
            column * (cell.width() + TINY), row * (cell.height() + TINY), cell.width(), cell.height()
        )

    def _place_at(self, point: QPoint) -> int:
        return next((place for place in range(len(self.windows)) if self._rect(place).contains(point)), -1)


_CENTRE = Qt.AlignmentFlag.AlignCenter


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL_TYPE)
    return small
