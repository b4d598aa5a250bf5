"""A status as glyph and word in a tinted pill: drawn in lists by the delegate, in forms by `PillLabel`.

StatusSpec("●", t.gettext("confirmed"), "ok")      tones: ok, warn, danger, accent, neutral
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cabinet_app.gui.theme.tokens import Tokens, Tone, tokens_of

INSET = 9
GAP = 5


@dataclass(frozen=True, slots=True)
class StatusSpec:
    """How a status is shown: never by its colour alone."""

    glyph: str
    word: str
    tone: Tone = "neutral"

    @property
    def text(self) -> str:
        return f"{self.glyph} {self.word}"


def pill_size(status: StatusSpec, metrics: QFontMetrics) -> QSize:
    """The room a pill takes."""
    width = metrics.horizontalAdvance(status.glyph) + GAP + metrics.horizontalAdvance(status.word) + 2 * INSET
    return QSize(width, round(metrics.height() * 1.2))


def draw_pill(painter: QPainter, rect: QRect, status: StatusSpec, tokens: Tokens, font: QFont) -> None:
    """Draw a pill at the left of `rect`, centred in its height, its word cut where there is no room."""
    metrics = QFontMetrics(font)
    size = pill_size(status, metrics)
    width = min(size.width(), rect.width())
    pill = QRectF(rect.left(), rect.center().y() - size.height() / 2 + 0.5, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.tint(status.tone)))
    painter.drawRoundedRect(pill, size.height() / 2, size.height() / 2)
    painter.setPen(QColor(tokens.ink(status.tone)))
    painter.setFont(font)
    text = pill.adjusted(INSET, 0, -INSET + 1, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, status.glyph)
    text.adjust(metrics.horizontalAdvance(status.glyph) + GAP, 0, 0, 0)
    word = metrics.elidedText(status.word, Qt.TextElideMode.ElideRight, int(text.width()) + 1)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()


class PillLabel(QWidget):
    """A pill in a form or a header."""

    def __init__(self, status: StatusSpec | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    def set_status(self, status: StatusSpec | None) -> None:
        self._status = status
        self.setVisible(status is not None)
        self.setAccessibleName(status.word if status else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self._status, self.fontMetrics()) if self._status else QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._status:
            painter = QPainter(self)
            draw_pill(painter, self.rect(), self._status, tokens_of(self.palette()), self.font())
            painter.end()
