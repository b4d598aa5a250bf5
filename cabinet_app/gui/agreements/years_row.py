"""The contacts of the last years as small bars, one for each year, the silent ones as well."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cabinet_app.domain.activity import YearOfContacts
from cabinet_app.gui.theme.tokens import TINY, TYPE_SCALE, tokens_of
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.i18n.catalogs import Translator

BAR_HEIGHT = 26.0
FULL = 4
"""So many contacts a year fill a bar at least; busier years stretch the scale."""


class YearsRow(QWidget):
    """Bars over the years they stand for; each year is told in words when the mouse rests on it."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._years: tuple[YearOfContacts, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(t.gettext("Contacts per year"))

    @property
    def years(self) -> tuple[YearOfContacts, ...]:
        return self._years

    @property
    def description(self) -> str:
        """`2016: 2 stika; 2017: ni stika …`."""
        return "; ".join(self.words(year) for year in self._years)

    def show_years(self, years: Sequence[YearOfContacts]) -> None:
        self._years = tuple(years)
        self.setVisible(bool(years))
        self.setAccessibleDescription(self.description)
        self.updateGeometry()
        self.update()

    def words(self, year: YearOfContacts) -> str:
        """What happened in a year: `2016: 1 obisk, 2 sestanka`."""
        t = self._t
        told = [
            sentence.format(count=count)
            for count, sentence in (
                (year.visits, t.ngettext("{count} visit", "{count} visits", year.visits)),
                (year.meetings, t.ngettext("{count} meeting", "{count} meetings", year.meetings)),
                (year.events, t.ngettext("{count} signing", "{count} signings", year.events)),
                (year.projects, t.ngettext("{count} project", "{count} projects", year.projects)),
            )
            if count
        ]
        none = t.gettext("no contact")
        return f"{year.year}: {', '.join(told) or none}"

    def sizeHint(self) -> QSize:
        return QSize(220, round(BAR_HEIGHT + TINY + QFontMetricsF(self._font()).height()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = int(event.pos().x() / max(self._step(), 1))
            if 0 <= number < len(self._years):
                tip = escaped_tip(self.words(self._years[number]))
                QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, font = tokens_of(self.palette()), self._font()
        step = self._step()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.hairline), 1.0))
        painter.drawLine(QPointF(0, BAR_HEIGHT + 0.5), QPointF(step * len(self._years), BAR_HEIGHT + 0.5))
        most = max((FULL, *(year.total for year in self._years)))
        metrics = QFontMetricsF(font)
        every = 1 if metrics.horizontalAdvance("2026") + TINY <= step else 2
        painter.setFont(font)
        for number, year in enumerate(self._years):
            left = number * step
            if year.total:
                height = BAR_HEIGHT * year.total / most
                bar = QRectF(left + step * 0.2, BAR_HEIGHT - height, step * 0.6, height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.accent))
                painter.drawRoundedRect(bar, 1.5, 1.5)
            if (len(self._years) - 1 - number) % every == 0:
                room = QRectF(left - step, BAR_HEIGHT + TINY, step * 3, metrics.height())
                painter.setPen(QColor(tokens.muted))
                painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, str(year.year))
        painter.end()

    def _step(self) -> float:
        return min(self.width() / max(len(self._years), 1), 46.0)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * TYPE_SCALE["small"])
        return font
