"""Pictures of several years: the windows as a heat map, and the attendance meeting by meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cabinet_app.domain.cadence import JudgedWindow
from cabinet_app.gui.groups.board_cells import MONTHS, Cell, cells_of, months_from
from cabinet_app.gui.groups.words import SIGNS, percent, window_words
from cabinet_app.gui.theme.tokens import tokens_of
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

if TYPE_CHECKING:
    from cabinet_app.services.group_attendance import GroupAttendance

_CENTRE = Qt.AlignmentFlag.AlignCenter
_SMALL_TYPE = 0.85
_BARS = 24
GAP = 2


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place of the picture and what it says."""

    rect: QRect
    words: str


class _Picture(QWidget):
    """A painted picture whose spots can be walked through with the arrows and are said in words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def spots(self) -> Sequence[_Spot]:
        """The places in the order of the arrows."""
        raise NotImplementedError

    def small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL_TYPE)
        return font

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        spots = self.spots()
        if not step or not spots:
            super().keyPressEvent(event)
            return
        self._place = min(max(self._place + step, 0), len(spots) - 1)
        self.setAccessibleDescription(spots[self._place].words)
        where = self.mapToGlobal(spots[self._place].rect.bottomLeft())
        QToolTip.showText(where, escaped_tip(spots[self._place].words), self)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = next((spot.words for spot in self.spots() if spot.rect.contains(event.pos())), "")
            QToolTip.showText(event.globalPos(), escaped_tip(words), self)
            return True
        return super().event(event)

    def paint_focus(self, painter: QPainter) -> None:
        """A ring around the spot that the arrows have reached."""
        spots = self.spots()
        if self.hasFocus() and self._place < len(spots):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens_of(self.palette()).accent))
            painter.drawRect(spots[self._place].rect.adjusted(0, 0, -1, -1))


class HeatPicture(_Picture):
    """A row for each year, the latest first; twelve months side by side."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(t.gettext("Periods of the last years"), parent)
        self._t = t
        self._today = date.min
        self._years: list[tuple[int, list[Cell]]] = []

    def show_windows(self, windows: Sequence[JudgedWindow], today: date) -> None:
        """Show every year that has a window."""
        self._today = today
        years = sorted({item.window.start.year for item in windows}, reverse=True)
        found = [(year, cells_of(windows, months_from(date(year, 1, 1)))) for year in years]
        self._years = [(year, cells) for year, cells in found if cells]
        self._place = 0
        self.setFixedHeight(max(len(self._years), 1) * self._line() + self._head())
        self.setVisible(bool(self._years))
        self.update()

    def spots(self) -> Sequence[_Spot]:
        return [
            _Spot(
                self._rect(row, cell),
                "; ".join(window_words(item, self._t, self._today) for item in cell.windows),
            )
            for row, (_year, cells) in enumerate(self._years)
            for cell in cells
        ]

    def sizeHint(self) -> QSize:
        return QSize(300, max(len(self._years), 1) * self._line() + self._head())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        painter.setFont(self.small())
        painter.setPen(QColor(tokens.muted))
        for place in range(MONTHS):
            name = dates.month_abbr(place + 1, self._t.language)
            rect = self._rect(0, Cell(place, place, ()))
            painter.drawText(QRect(rect.left(), 0, rect.width(), self._head()), _CENTRE, name)
        for row, (year, cells) in enumerate(self._years):
            line = QRect(0, self._head() + row * self._line(), self._left(), self._line())
            painter.setPen(QColor(tokens.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(year))
            for cell in cells:
                glyph, tone = SIGNS[cell.status]
                rect = self._rect(row, cell)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.tint(tone)))
                painter.drawRoundedRect(QRectF(rect), 3, 3)
                painter.setPen(QColor(tokens.ink(tone)))
                painter.drawText(rect, _CENTRE, glyph)
        self.paint_focus(painter)
        painter.end()

    def _rect(self, row: int, cell: Cell) -> QRect:
        room = self.width() - self._left()
        left = self._left() + room * cell.first // MONTHS
        right = self._left() + room * (cell.last + 1) // MONTHS
        top = self._head() + row * self._line()
        return QRect(left, top, right - left - GAP, self._line() - GAP)

    def _line(self) -> int:
        return round(QFontMetrics(self.font()).height() * 1.3)

    def _head(self) -> int:
        return QFontMetrics(self.small()).height() + GAP

    def _left(self) -> int:
        return QFontMetrics(self.small()).horizontalAdvance("2026") + 8


class AttendancePicture(_Picture):
    """A bar for each of the last meetings with a list: how many of the members of that day were there."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(t.gettext("Attendance at the last meetings"), parent)
        self._t = t
        self._attendance: GroupAttendance | None = None

    def show_attendance(self, attendance: "GroupAttendance") -> None:
        """Show the last meetings that have a list."""
        self._attendance = attendance
        self._place = 0
        self.setFixedHeight(QFontMetrics(self.font()).height() * 5)
        self.setVisible(bool(attendance.meetings))
        self.update()

    def spots(self) -> Sequence[_Spot]:
        meetings = self._attendance.meetings[-_BARS:] if self._attendance else ()
        t = self._t
        words = t.gettext("{date}: {present} of {expected} members ({share})")
        return [
            _Spot(
                self._rect(place, len(meetings)),
                words.format(
                    date=dates.numeric(item.day, t.language),
                    present=item.present,
                    expected=item.expected,
                    share=percent(item.share, t),
                ),
            )
            for place, item in enumerate(meetings)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        meetings = self._attendance.meetings[-_BARS:] if self._attendance else ()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        painter.setFont(self.small())
        line = QFontMetrics(self.small()).height()
        for place, item in enumerate(meetings):
            rect = self._rect(place, len(meetings))
            room = rect.height() - 2 * line
            height = round(room * item.share)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint))
            bar = QRectF(rect.left(), rect.top() + line, rect.width(), room)
            painter.drawRoundedRect(bar, 3, 3)
            painter.setBrush(QColor(tokens.accent))
            bar.setTop(bar.bottom() - height)
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(QColor(tokens.text))
            top = QRect(rect.left() - 10, rect.top(), rect.width() + 20, line)
            painter.drawText(top, _CENTRE, f"{item.present}/{item.expected}")
            painter.setPen(QColor(tokens.muted))
            below = QRect(rect.left() - 12, rect.bottom() - line, rect.width() + 24, line)
            painter.drawText(below, _CENTRE, dates.day_month(item.day, self._t.language))
        self.paint_focus(painter)
        painter.end()

    def _rect(self, place: int, count: int) -> QRect:
        widest = QFontMetrics(self.small()).horizontalAdvance("00. 00.") + 8
        step = min(max(self.width() // max(count, 1), 4), widest)
        return QRect(place * step + 4, 0, max(step - 8, 2), self.height())
