"""The year as one widget: twelve small months whose days say by their ground how full they are.

Arrow keys move by day and week, Page Up and Page Down by month, Home and End to the ends of the month. Enter
shows the day, N begins a meeting, Space lists the day, T goes to today.
"""

import html
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cabinet_app.domain.calendar_spans import MONTHS, month_of, months_on
from cabinet_app.domain.month_layout import DAYS
from cabinet_app.domain.year_layout import MiniDay, MiniMonth, lay_out_months
from cabinet_app.gui.meetings.calendar_content import CalendarContent, entries_in_words
from cabinet_app.gui.meetings.month_grid import announce
from cabinet_app.gui.meetings.month_painter import SATURDAY, Faces
from cabinet_app.gui.theme.tokens import SMALL, tokens_of
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

_Key = Qt.Key
_WEEKS: Final = 6
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BROAD: Final = 1.35
"""From this ratio of width to height on there are four months beside one another."""
_FULL: Final = 4
"""So many entries make a day as dark as it gets."""


class YearCalendar(QWidget):
    """Paints the content it is given and tells what a person wants; knows no register."""

    year_left = Signal(object)
    """The cursor has gone to this day of another year."""
    day_opened = Signal(object)
    new_wanted = Signal(object)
    day_list_wanted = Signal(object)
    today_wanted = Signal()
    day_shown = Signal()
    """The cursor is on another day than before."""

    def __init__(self, t: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self.day = today()
        self.year = self.day.year
        self.content = CalendarContent()
        self._months: tuple[MiniMonth, ...] = ()
        self._faces = Faces(self.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_content(self.content, self.year)

    def show_content(self, content: CalendarContent, year: int) -> None:
        """Show a year."""
        self.content, self.year = content, year
        if self.day.year != year:
            self.day = date(year, 1, 1)
        months = [(year, month) for month in range(1, MONTHS + 1)]
        self._months = lay_out_months(months, [entry.when for entry in content.entries])
        self._tell()
        self.update()

    def go_to(self, day: date) -> None:
        """Put the cursor on a day; asks for its year if it is another one."""
        self.day = day
        if day.year != self.year:
            self.year_left.emit(day)
        self._tell()
        self.update()
        self.day_shown.emit()

    @property
    def columns(self) -> int:
        """How many months stand beside one another."""
        ratio = self.width() / max(self.height(), 1)
        return 6 if ratio > 2 * _BROAD else 4 if ratio >= _BROAD else 3

    def cell(self, month: int) -> QRect:
        """Where a month lies, counted from 0."""
        rows = MONTHS // self.columns
        row, column = divmod(month, self.columns)
        width, height = self.width() / self.columns, self.height() / rows
        outer = QRectF(column * width, row * height, width, height).toRect()
        return outer.adjusted(SMALL, SMALL // 2, -SMALL, -SMALL // 2)

    def day_rect(self, day: date) -> QRect:
        """Where a day of the year lies."""
        for week_number, week in enumerate(self._months[day.month - 1].weeks):
            for column, mini in enumerate(week.days):
                if mini.in_month and mini.day == day:
                    return self._day_cell(day.month - 1, week_number, column)
        return QRect()

    def day_at(self, point: QPoint) -> date | None:
        """The day under a point."""
        for number, month in enumerate(self._months):
            if not self.cell(number).contains(point):
                continue
            for week_number, week in enumerate(month.weeks):
                for column, mini in enumerate(week.days):
                    if mini.in_month and self._day_cell(number, week_number, column).contains(point):
                        return mini.day
        return None

    def day_in_words(self, day: date) -> str:
        """The day with everything on it, for screen readers."""
        t, entries = self._t, self.content.on(day)
        parts = [dates.long(day, t.language), *self.content.notes_of(day)]
        if not entries:
            return ", ".join([*parts, t.gettext("nothing is entered")])
        count = t.ngettext("{count} event", "{count} events", len(entries)).format(count=len(entries))
        return ", ".join([*parts, count]) + ": " + "; ".join(entries_in_words(entries))

    def sizeHint(self) -> QSize:
        return QSize(700, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 2 * self.least_month_height)

    @property
    def least_month_height(self) -> int:
        """What a month needs for its weeks not to touch one another."""
        small = self._faces.small_metrics.height()
        return self._faces.strong_metrics.height() + small + 4 + _WEEKS * (small - 2) + SMALL

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        painter.fillRect(self.rect(), QColor(tokens.surface))
        for number, month in enumerate(self._months):
            self._month(painter, number, month)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._faces = Faces(self.font())
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() not in plain or not self._takes_key(_Key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.go_to(day)
            if event.button() == Qt.MouseButton.RightButton:
                self.day_list_wanted.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.day_opened.emit(day)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            lines: list[str] = []
            if day is not None:
                entries = [f"{item.glyph} {item.line}".strip() for item in self.content.on(day)]
                lines = [dates.long(day, self._t.language), *self.content.notes_of(day), *entries]
            if lines:
                QToolTip.showText(event.globalPos(), "<br>".join(html.escape(line) for line in lines), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _takes_key(self, key: Qt.Key) -> bool:
        steps = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -DAYS, _Key.Key_Down: DAYS}
        if key in steps:
            self.go_to(self.day + timedelta(days=steps[key]))
        elif key in {_Key.Key_PageUp, _Key.Key_PageDown}:
            self.go_to(months_on(self.day, 1 if key == _Key.Key_PageDown else -1))
        elif key in {_Key.Key_Home, _Key.Key_End}:
            self.go_to(month_of(self.day)[0 if key == _Key.Key_Home else 1])
        elif key in {_Key.Key_Return, _Key.Key_Enter}:
            self.day_opened.emit(self.day)
        elif key in {_Key.Key_N, _Key.Key_Insert}:
            self.new_wanted.emit(self.day)
        elif key == _Key.Key_Space:
            self.day_list_wanted.emit(self.day)
        elif key == _Key.Key_T:
            self.today_wanted.emit()
        else:
            return False
        return True

    def _day_cell(self, month: int, week: int, column: int) -> QRect:
        cell = self.cell(month)
        top = self._faces.strong_metrics.height() + self._faces.small_metrics.height() + 4
        unit = cell.width() / (DAYS + 0.8)
        step = (cell.height() - top) / _WEEKS
        left = cell.left() + unit * (column + 0.8)
        return QRectF(left, cell.top() + top + week * step, unit, step).toRect()

    def _month(self, painter: QPainter, number: int, month: MiniMonth) -> None:
        tokens = tokens_of(self.palette())
        cell, language = self.cell(number), self._t.language
        name = dates.month_name(month.month, language)
        title = QRect(cell.left() + 4, cell.top(), cell.width(), self._faces.strong_metrics.height())
        is_present = (month.year, month.month) == (self._today().year, self._today().month)
        self._words(
            painter,
            title,
            name[:1].upper() + name[1:],
            self._faces.strong,
            tokens.accent if is_present else tokens.text,
            Qt.AlignmentFlag.AlignLeft,
        )
        top = title.bottom() + 1
        for column, mini in enumerate(month.weeks[0].days):
            box = self._day_cell(number, 0, column)
            box = QRect(box.left(), top, box.width(), self._faces.small_metrics.height())
            word = dates.weekday_abbr(mini.day, language)
            room = self._faces.small_metrics.horizontalAdvance(word) <= box.width()
            self._words(painter, box, word if room else word[:1], self._faces.small, tokens.muted, _CENTRE)
        for week_number, week in enumerate(month.weeks):
            first = self._day_cell(number, week_number, 0)
            side = QRect(cell.left(), first.top(), first.left() - cell.left(), first.height())
            self._words(painter, side, str(week.number), self._faces.small, tokens.field_border, _CENTRE)
            for column, mini in enumerate(week.days):
                if mini.in_month:
                    self._day(painter, mini, self._day_cell(number, week_number, column))

    def _day(self, painter: QPainter, mini: MiniDay, rect: QRect) -> None:
        tokens, day = tokens_of(self.palette()), mini.day
        entries = [self.content.entries[key] for key in mini.keys]
        count = sum(not entry.is_off for entry in entries)
        is_free = self.content.is_free(day)
        box = QRectF(rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if count:
            ground = QColor(tokens.accent)
            ground.setAlphaF(0.12 + 0.1 * min(count, _FULL))
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 3, 3)
        elif is_free:
            painter.setBrush(QColor(tokens.warn_tint))
            painter.drawRoundedRect(box, 3, 3)
        tone = (
            tokens.warn
            if is_free
            else tokens.muted
            if day.weekday() >= SATURDAY and not count
            else tokens.text
        )
        face = self._faces.strong if count else self._faces.small
        self._words(painter, rect, str(day.day), face, tone, _CENTRE)
        if any(entry.clashes for entry in entries):
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(tokens.warn))
        if day == self._today():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 1.6))
            painter.drawRoundedRect(box, 6, 6)
        if day == self.day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2.4 if self.hasFocus() else 1))
            painter.drawRect(box)

    def _words(
        self, painter: QPainter, rect: QRect, text: str, face: QFont, ink: str, alignment: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(rect, alignment | Qt.TextFlag.TextSingleLine, text)

    def _tell(self) -> None:
        self.setAccessibleName(self._t.gettext("Calendar, {month}").format(month=str(self.year)))
        words = self.day_in_words(self.day)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            if self.hasFocus():
                announce(self, words)
