"""A chair with whoever sits on it, or somebody who stands: a button that can be picked up and put down."""

import itertools
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cabinet_app.domain.seating import Place
from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.tokens import TINY, Tokens, tokens_of
from cabinet_app.gui.widgets.labels import escaped_tip

RADIUS = 6
SIZES = (1.0, 0.92, 0.84, 0.76)
"""A long name is written smaller before it is cut."""
_SIGN = 14
_BREAK = "\u200b"


@dataclass(frozen=True, slots=True)
class ChipContent:
    """What a chip shows and says; `place` is None for somebody who stands, `delegate_id` 0 for nobody.

    `said` is what a screen reader hears, `tip` the explanation.
    """

    place: Place | None = None
    delegate_id: int = 0
    name: str = ""
    number: str = ""
    said: str = ""
    tip: str = ""
    is_guest: bool = False
    is_locked: bool = False
    is_objected: bool = False


class Chip(QAbstractButton):
    """Painted by itself; whoever owns it decides what a click, a key and a drop mean."""

    dragged = Signal(object, QPoint)
    """Itself and the point of the screen while it is dragged."""
    dropped = Signal(object, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.content = ChipContent()
        self._is_chosen = False
        self._is_carried = False
        self._is_target = False
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_content(self, content: ChipContent) -> None:
        """Show a chair or a person."""
        if content != self.content:
            self.content = content
            self.setAccessibleName(content.said)
            self.setToolTip(escaped_tip(content.tip))
            self.updateGeometry()
            self.update()

    def mark_state(self, *, chosen: bool, carried: bool, target: bool) -> None:
        """The one explained beside the table, the one picked up, the one under what is dragged."""
        state = (chosen, carried, target)
        if state != (self._is_chosen, self._is_carried, self._is_target):
            self._is_chosen, self._is_carried, self._is_target = state
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.content.name) + 28, round(metrics.height() * 1.75))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and self.content.delegate_id and not self.content.is_locked:
            way = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if self._is_dragging or way >= QApplication.startDragDistance():
                self._is_dragging = True
                self.dragged.emit(self, event.globalPosition().toPoint())
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        if was_dragging:
            self.setDown(False)
            self.dropped.emit(self, event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        self._paint_ground(painter, tokens)
        self._paint_signs(painter, tokens)
        room = self.rect().adjusted(TINY, TINY, -TINY, -TINY)
        if self.content.place is not None:
            room.adjust(0, round(self.fontMetrics().height() * 0.8), 0, 0)
        is_empty = not self.content.delegate_id
        painter.setPen(QColor(tokens.muted if is_empty else tokens.text))
        _paint_name(painter, room, self.content.name, self.font())
        painter.end()

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        content = self.content
        ground = tokens.surface
        if content.is_objected:
            ground = tokens.warn_tint
        elif content.delegate_id and content.is_guest:
            ground = tokens.accent_tint
        if self._is_target:
            ground = tokens.selection
        is_marked = self._is_chosen or self.hasFocus() or self._is_target
        edge = tokens.accent if is_marked else tokens.warn if content.is_objected else tokens.field_border
        pen = QPen(QColor(edge), 2 if is_marked or content.is_objected else 1)
        if self._is_carried or not content.delegate_id:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), RADIUS, RADIUS)

    def _paint_signs(self, painter: QPainter, tokens: Tokens) -> None:
        """The number of the seat at the left, the lock at the right."""
        content = self.content
        if content.place is None:
            return
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        line = QRect(SIGN_INSET, 3, self.width() - 2 * SIGN_INSET, QFontMetrics(font).height())
        number = f"{content.number} ⚠" if content.is_objected else content.number
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
        if content.is_locked:
            icon("lock", "muted").paint(painter, QRect(self.width() - _SIGN - SIGN_INSET, 4, _SIGN, _SIGN))


SIGN_INSET = 7


def _paint_name(painter: QPainter, room: QRect, name: str, font: QFont) -> None:
    """The name in the middle of the room, broken at blanks and hyphens; smaller, then cut, if it must be."""
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    words = name.replace("-", f"-{_BREAK}")
    fitting = next((font for font in _sizes(font) if _fits(QFontMetrics(font), room, flags, words)), None)
    if fitting is None:
        fitting = _sizes(font)[-1]
        words = QFontMetrics(fitting).elidedText(name, Qt.TextElideMode.ElideRight, room.width() * 2)
    painter.setFont(fitting)
    painter.drawText(room, flags, words)


def _sizes(font: QFont) -> list[QFont]:
    sizes = []
    for share in SIZES:
        smaller = QFont(font)
        smaller.setPointSizeF(font.pointSizeF() * share)
        sizes.append(smaller)
    return sizes


def _fits(metrics: QFontMetrics, room: QRect, flags: int, words: str) -> bool:
    longest = max((metrics.horizontalAdvance(part) for part in _unbroken(words)), default=0)
    return longest <= room.width() and metrics.boundingRect(room, flags, words).height() <= room.height()


def _unbroken(words: str) -> list[str]:
    return list(itertools.chain.from_iterable(part.split(_BREAK) for part in words.split()))
