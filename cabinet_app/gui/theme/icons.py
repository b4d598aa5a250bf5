"""Icons from the bundled SVG set, painted in the colours of the theme that is on when they are painted.

`icon("printer")` is all a caller needs; the same icon follows a change of the colour scheme by itself.
"""

import functools

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from cabinet_app import paths
from cabinet_app.gui.theme.tokens import Tone, tokens_of

CURRENT_COLOUR = b"currentColor"


def icon(name: str, tone: Tone = "text") -> QIcon:
    """The icon of a file in `resources/icons`, without its ending."""
    return QIcon(TintedIcon(name, tone))


@functools.cache
def _source(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


class TintedIcon(QIconEngine):
    """Draws an SVG with `currentColor` replaced; pixmaps are kept by name, colour, size and pixel ratio."""

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def clone(self) -> QIconEngine:
        return TintedIcon(self._name, self._tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._tinted(rect.size(), mode, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._tinted(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        return self._tinted(size, mode, scale)

    def _tinted(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        if size.isEmpty():  # a button that its layout has not given any room yet
            return QPixmap()
        colour = self._colour(mode)
        key = f"{self._name}/{colour}/{size.width()}x{size.height()}@{ratio}"
        pixmap = QPixmap()
        if QPixmapCache.find(key, pixmap):
            return pixmap
        pixmap = QPixmap(size * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(_source(self._name).replace(CURRENT_COLOUR, colour.encode())))
        side = min(size.width(), size.height())
        renderer.render(painter, QRectF(0, (size.height() - side) / 2, side, side))
        painter.end()
        QPixmapCache.insert(key, pixmap)
        return pixmap

    def _colour(self, mode: QIcon.Mode) -> str:
        tokens = tokens_of(QGuiApplication.palette())
        return tokens.field_border if mode is QIcon.Mode.Disabled else tokens.ink(self._tone)
