"""Draws the plan of the map with Qt: the same plan that is printed, in the colours of the theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from cabinet_app.domain.map_layout import Dot, Liveliness, MapTown, Panel
from cabinet_app.domain.map_marks import SHAPES, MarkShape, mark_points
from cabinet_app.gui.theme.tokens import TYPE_SCALE, Tokens

RADIUS = 5.0
HOME_RADIUS = 7.0


class MapCanvas:
    """Colours and fonts of one drawing."""

    def __init__(self, painter: QPainter, tokens: Tokens, font: QFont) -> None:
        self._painter = painter
        self._tokens = tokens
        self._font = map_font(font, is_home=False)
        self._home_font = map_font(font, is_home=True)

    def panel(self, panel: Panel, current: int) -> None:
        """One map at its place; the town that is `current` is ringed."""
        painter, tokens, box = self._painter, self._tokens, panel.box
        area = QRectF(box.left, box.top, box.width, box.height)
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, QColor(tokens.window))
        painter.translate(box.left, box.top)
        border = QPen(QColor(tokens.window), 1.0)
        for land in panel.lands:
            path = QPainterPath()
            for ring in land.rings:
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
                path.closeSubpath()
            painter.setPen(border)
            painter.setBrush(QColor(tokens.accent_tint if land.is_partner else tokens.neutral_tint))
            painter.drawPath(path)
        self._lines(panel)
        for dot in panel.dots:
            self._dot(dot, is_current=dot.town.record_id == current and current != 0)
        painter.restore()
        painter.setPen(QPen(QColor(tokens.hairline), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def sign(self, shape: MarkShape, liveliness: Liveliness, at: tuple[float, float], radius: float) -> None:
        """The sign of a partner."""
        tokens = self._tokens
        fill = {
            Liveliness.LIVELY: tokens.accent,
            Liveliness.QUIET: tokens.surface,
            Liveliness.RESTING: tokens.muted,
        }[liveliness]
        is_quiet = liveliness is Liveliness.QUIET
        self._painter.setPen(
            QPen(QColor(tokens.accent if is_quiet else tokens.surface), 1.8 if is_quiet else 1.0)
        )
        self._painter.setBrush(QColor(fill))
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in mark_points(shape, at, radius)]))

    def _lines(self, panel: Panel) -> None:
        self._painter.setPen(QPen(QColor(self._tokens.muted), 0.8))
        for dot in panel.dots:
            if dot.label and dot.label.line:
                (x, y), (end_x, end_y) = dot.label.line
                self._painter.drawLine(QPointF(x, y), QPointF(end_x, end_y))

    def _dot(self, dot: Dot, *, is_current: bool) -> None:
        painter, tokens = self._painter, self._tokens
        middle = QPointF(*dot.at)
        if is_current:
            painter.setPen(QPen(QColor(tokens.accent), 2.0))
            painter.setBrush(QColor(tokens.accent_tint))
            painter.drawEllipse(middle, RADIUS + 5, RADIUS + 5)
        if dot.town.record_id == 0:
            painter.setPen(QPen(QColor(tokens.accent), 1.4))
            painter.setBrush(QColor(tokens.surface))
            painter.drawEllipse(middle, HOME_RADIUS, HOME_RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(middle, HOME_RADIUS - 3, HOME_RADIUS - 3)
        else:
            self.sign(SHAPES[dot.town.kind], dot.town.liveliness, dot.at, RADIUS)
        self._words(dot, is_current=is_current)

    def _words(self, dot: Dot, *, is_current: bool) -> None:
        if dot.label is None:
            return
        painter, tokens, box = self._painter, self._tokens, dot.label.box
        font = QFont(self._home_font if dot.town.record_id == 0 else self._font)
        if is_current:
            font.setUnderline(True)
        painter.setFont(font)
        rests = dot.town.liveliness is Liveliness.RESTING
        painter.setPen(QColor(tokens.muted if rests else tokens.text))
        room = QRectF(box.left, box.top, box.width + 4, box.height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, dot.town.name)


def map_font(font: QFont, *, is_home: bool) -> QFont:
    """The font of names on the map; our own town's is stronger."""
    made = QFont(font)
    if is_home:
        made.setWeight(QFont.Weight.DemiBold)
    else:
        made.setPointSizeF(made.pointSizeF() * TYPE_SCALE["small"])
    return made


class Measure:
    """The size of a name in the font it will have."""

    def __init__(self, font: QFont, home: MapTown) -> None:
        self._home = home.name
        self._metrics = QFontMetricsF(map_font(font, is_home=False))
        self._home_metrics = QFontMetricsF(map_font(font, is_home=True))

    def __call__(self, words: str) -> tuple[float, float]:
        metrics = self._home_metrics if words == self._home else self._metrics
        return metrics.horizontalAdvance(words) + 2, metrics.height()
