"""A line of dated acts, drawn in the order in which they happened, whatever the precision of their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.gui.agreements.words import short
from cabinet_app.gui.theme.tokens import SMALL, TINY, TYPE_SCALE, Tone, tokens_of
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.i18n.catalogs import Translator

DOT = 9.0
CHARACTERS = 24
"""An act's words are cut after about so many characters."""
LINE_ROOM = 18.0
"""The least length of line between two acts."""


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One act: its date and what it was; `number` is what `chosen` says of it, -1 where it leads nowhere."""

    when: VagueDate
    what: str
    tone: Tone = "accent"
    number: int = -1
    tip: str = ""
    order: tuple[date, int] | None = None

    @property
    def sort_key(self) -> tuple[date, int, date, int]:
        """By the `order` given, else by the first possible day; undated acts come last."""
        first, last = self.when.sort_key
        return (*(self.order or (first, 0)), last, self.number)


@dataclass(frozen=True, slots=True)
class _Spot:
    point: TimelinePoint
    when: str
    rect: QRectF
    text_width: float


class Timeline(QWidget):
    """Acts as dots on a line that breaks where the room ends; `chosen` carries the number of an act.

    Left and right move along the line, Return chooses.
    """

    chosen = Signal(int)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._points: list[TimelinePoint] = []
        self._spots: list[_Spot] = []
        self._current = -1
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(t.gettext("Timeline"))
        self.set_points(())

    @property
    def points(self) -> Sequence[TimelinePoint]:
        """The acts in the order in which they are drawn."""
        return tuple(self._points)

    @property
    def description(self) -> str:
        """The line in words: `2008 signing – 2016 renewal`."""
        return " – ".join(self._told(point) for point in self._points)

    def _told(self, point: TimelinePoint) -> str:
        return f"{self._when(point)} {point.what}".strip()

    def set_points(self, points: Sequence[TimelinePoint]) -> None:
        """Show these acts; without any the line takes no room."""
        self._points = sorted(points, key=_sort_key)
        self._at = min(self._at, max(len(self._points) - 1, 0))
        self.setVisible(bool(self._points))
        self.setAccessibleDescription(self.description)
        self._lay_out()
        self.update()

    def set_current(self, number: int) -> None:
        """Ring the act of this number."""
        self._current = number
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, spot in enumerate(self._spots):
            if spot.rect.contains(event.position()) and spot.point.number >= 0:
                self._at = place
                self.chosen.emit(spot.point.number)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = next((spot for spot in self._spots if spot.rect.contains(event.position())), None)
        leads = found is not None and found.point.number >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setToolTip(escaped_tip(found.point.tip) if found and found.point.tip else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._points:
            self._at = min(max(self._at + step, 0), len(self._points) - 1)
            self.setAccessibleDescription(self._told(self._points[self._at]))
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._points:
            if self._points[self._at].number >= 0:
                self.chosen.emit(self._points[self._at].number)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleDescription(self.description)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        strong, plain = self._fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, spot in enumerate(self._spots):
            middle = spot.rect.top() + QFontMetricsF(strong).height() / 2
            following = self._spots[place + 1] if place + 1 < len(self._spots) else None
            if following is not None:
                same_row = following.rect.top() == spot.rect.top()
                end = following.rect.left() - TINY if same_row else float(self.width())
                painter.setPen(QPen(QColor(tokens.field_border), 1.0))
                start = spot.rect.left() + DOT + SMALL + spot.text_width + TINY
                if end - start > SMALL:
                    painter.drawLine(QPointF(start, middle), QPointF(end, middle))
            if self.hasFocus() and place == self._at:
                painter.setPen(QPen(QColor(tokens.accent), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(spot.rect.adjusted(-1, -1, 1, 1), 4, 4)
            self._paint_dot(painter, spot, middle)
            self._paint_words(painter, spot, strong, plain)
        painter.end()

    def _paint_dot(self, painter: QPainter, spot: _Spot, middle: float) -> None:
        tokens = tokens_of(self.palette())
        ink = QColor(tokens.ink(spot.point.tone))
        dot = QRectF(spot.rect.left() + 1, middle - DOT / 2 + 0.5, DOT, DOT)
        painter.setPen(QPen(ink, 2.0))
        is_current = spot.point.number >= 0 and spot.point.number == self._current
        painter.setBrush(ink if is_current or spot.point.number < 0 else QColor(tokens.surface))
        painter.drawEllipse(dot)

    def _paint_words(self, painter: QPainter, spot: _Spot, strong: QFont, plain: QFont) -> None:
        tokens = tokens_of(self.palette())
        left = spot.rect.left() + DOT + SMALL
        room = spot.rect.right() - left
        line = QRectF(left, spot.rect.top(), room, QFontMetricsF(strong).height())
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, spot.when)
        metrics = QFontMetricsF(plain)
        below = QRectF(left, line.bottom(), room, metrics.height())
        painter.setFont(plain)
        painter.setPen(QColor(tokens.muted))
        words = metrics.elidedText(spot.point.what, Qt.TextElideMode.ElideRight, room)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _lay_out(self) -> None:
        strong, plain = (QFontMetricsF(font) for font in self._fonts())
        widest = plain.averageCharWidth() * CHARACTERS
        row_height = strong.height() + plain.height() + SMALL
        left, top = 0.0, 0.0
        self._spots = []
        for point in self._points:
            when = strong.elidedText(self._when(point), Qt.TextElideMode.ElideRight, widest)
            text = strong.horizontalAdvance(when)
            words = min(plain.horizontalAdvance(point.what) + 1, widest)
            width = DOT + SMALL + max(text, words) + 2
            if left and left + width > self.width():
                left, top = 0.0, top + row_height
            self._spots.append(_Spot(point, when, QRectF(left, top, width, row_height - SMALL), text))
            left += max(width + SMALL, DOT + SMALL + text + 2 * TINY + LINE_ROOM)
        self.setFixedHeight(round(top + row_height) + TINY if self._spots else 0)

    def _fonts(self) -> tuple[QFont, QFont]:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        plain = QFont(self.font())
        plain.setPointSizeF(plain.pointSizeF() * TYPE_SCALE["small"])
        return strong, plain

    def _when(self, point: TimelinePoint) -> str:
        return self._t.gettext("no date") if point.when.is_empty else short(point.when, self._t)


def _sort_key(point: TimelinePoint) -> tuple[date, int, date, int]:
    return point.sort_key
