"""The month as one widget: days by arrow keys, the entries of a day by Tab, everything read out in words.

Arrow keys move by day, Home and End to the ends of the week, Page Up and Page Down by month. Tab goes through
the entries of the day and then on to the next field. Enter opens, N begins a meeting, Space lists the day.
"""

import html
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cabinet_app.domain.month_layout import DAYS, MonthGrid, lay_out, week_rows
from cabinet_app.gui.meetings.month_content import Entry, MonthContent, entries_in_words
from cabinet_app.gui.meetings.month_frame import Frame, keys_at
from cabinet_app.gui.meetings.month_painter import Faces, Marks, MonthPainter
from cabinet_app.gui.theme.tokens import tokens_of
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

NOTHING: Final = ("", 0)
_Key = Qt.Key
_STEPS: Final = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -DAYS, _Key.Key_Down: DAYS}
_ENTER: Final = {_Key.Key_Return, _Key.Key_Enter}


class MonthCalendar(QWidget):
    """Paints the content it is given and tells what a person wants; knows no register."""

    month_left = Signal(object)
    """The cursor has gone to this day, which lies in another month."""
    entry_chosen = Signal(object)
    entry_opened = Signal(object)
    new_wanted = Signal(object)
    day_list_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, t: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self.day = today()
        self.content = MonthContent(self.day.year, self.day.month)
        self.cursor_entry: Entry | None = None
        self._open_key = NOTHING
        self._faces = Faces(self.font())
        self._laid_out: tuple[Frame, MonthGrid] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    # What the view asks for.

    def show_content(self, content: MonthContent) -> None:
        """Show a month, or the same one with other entries."""
        self.content = content
        if (self.day.year, self.day.month) != (content.year, content.month):
            self.day = date(content.year, content.month, 1)
        key = _key(self.cursor_entry)
        self.cursor_entry = next((entry for entry in content.entries if _key(entry) == key), None)
        self._laid_out = None
        self._tell()
        self.update()

    def mark_open(self, record_type: str, record_id: int) -> None:
        """Mark the entry that the editor shows, wherever the cursor is."""
        if (record_type, record_id) != self._open_key:
            self._open_key = (record_type, record_id)
            self.update()

    def go_to(self, day: date, entry: Entry | None = None) -> None:
        """Put the cursor on a day, and on an entry of it; asks for the month if it is another one."""
        self.day, self.cursor_entry = day, entry
        if (day.year, day.month) != (self.content.year, self.content.month):
            self.month_left.emit(day)
        self._tell()
        self.update()

    def day_rect(self, day: date) -> QRect:
        """Where a shown day lies."""
        frame, _grid = self._layout()
        for row, week in enumerate(week_rows(self.content.year, self.content.month)):
            if day in week:
                return frame.cell(row, week.index(day))
        return self.rect()

    def day_in_words(self, day: date) -> str:
        """`torek, 14. december 2021, 2 sestanka: 17.00 KMMS, sklicano; …` for screen readers."""
        t, entries = self._t, self.content.on(day)
        parts = [dates.long(day, t.language)]
        if day == self._today():
            parts.append(t.gettext("today"))
        parts += [name.name for name in self.content.holidays.get(day, ())]
        if not entries:
            return ", ".join([*parts, t.gettext("nothing is entered")])
        count = t.ngettext("{count} event", "{count} events", len(entries)).format(count=len(entries))
        return ", ".join([*parts, count]) + ": " + "; ".join(entries_in_words(entries))

    def grid(self) -> MonthGrid:
        """The month as it is laid out at this size."""
        return self._layout()[1]

    # Qt.

    def sizeHint(self) -> QSize:
        return QSize(700, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 140)

    def paintEvent(self, _event: QPaintEvent) -> None:
        frame, grid = self._layout()
        marks = Marks(self._today(), self.day, self.hasFocus(), self._open_key, _key(self.cursor_entry))
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        MonthPainter(painter, tokens, self._faces, self._t, self.content, frame, marks).paint(grid)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._faces = Faces(self.font())
            self._laid_out = None
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() not in plain or not self._takes_key(_Key(event.key())):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes through the entries of the day before it leaves the month."""
        entries = self.content.on(self.day)
        keys = [NOTHING, *(_key(entry) for entry in entries)]
        here = _key(self.cursor_entry)
        place = (keys.index(here) if here in keys else 0) + (1 if is_next else -1)
        if self.hasFocus() and 0 <= place < len(keys):
            self._choose(entries[place - 1] if place else None)
            return True
        return super().focusNextPrevChild(is_next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            return
        day = self._day_at(event.position().toPoint())
        if day is None:
            return
        entry, is_more = self._entry_at(event.position().toPoint())
        self.go_to(day)
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(entry)
        if is_more and event.button() == Qt.MouseButton.LeftButton:
            self.day_list_wanted.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        entry, is_more = self._entry_at(point)
        day = self._day_at(point)
        if entry is not None:
            self.entry_opened.emit(entry)
        elif day is not None and not is_more:
            self.new_wanted.emit(day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            day = self._day_at(event.pos())
            if day is None:
                return
            self.go_to(day)
        self.day_list_wanted.emit(self.day)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self._tip(event.pos())
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # Inside.

    def _takes_key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in {_Key.Key_Home, _Key.Key_End}:
            target = 0 if key == _Key.Key_Home else DAYS - 1
            self.go_to(self.day + timedelta(days=target - self.day.weekday()))
        elif key in {_Key.Key_PageUp, _Key.Key_PageDown}:
            self.go_to(months_on(self.day, 1 if key == _Key.Key_PageDown else -1))
        elif key in _ENTER:
            self._open()
        elif key in {_Key.Key_N, _Key.Key_Insert}:
            self.new_wanted.emit(self.day)
        elif key == _Key.Key_Space:
            self.day_list_wanted.emit(self.day)
        elif key == _Key.Key_Delete and self.cursor_entry is not None:
            self.delete_wanted.emit(self.cursor_entry)
        elif key == _Key.Key_Escape and self.cursor_entry is not None:
            self.go_to(self.day)
        else:
            return False
        return True

    def _open(self) -> None:
        entries = self.content.on(self.day)
        entry = self.cursor_entry or (entries[0] if entries else None)
        if entry is None:
            self.new_wanted.emit(self.day)
        else:
            self.cursor_entry = entry
            self.entry_opened.emit(entry)

    def _choose(self, entry: Entry | None) -> None:
        self.go_to(self.day, entry)
        if entry is not None:
            self.entry_chosen.emit(entry)

    def _layout(self) -> tuple[Frame, MonthGrid]:
        """The month laid out for the present size, kept until size, font or content change."""
        rows = len(week_rows(self.content.year, self.content.month))
        frame = Frame(self.width(), self.height(), rows, self._faces.measures())
        if self._laid_out is None or self._laid_out[0] != frame:
            entries = [entry.when for entry in self.content.entries]
            grid = lay_out(self.content.year, self.content.month, entries, frame.capacity, neighbours=True)
            self._laid_out = frame, grid
        return self._laid_out

    def _day_at(self, point: QPoint) -> date | None:
        frame, grid = self._layout()
        place = frame.place_at(point)
        return grid.weeks[place[0]].days[place[1]].day if place else None

    def _entry_at(self, point: QPoint) -> tuple[Entry | None, bool]:
        key, is_more = keys_at(*self._layout(), point)
        return (self.content.entries[key] if key is not None else None), is_more

    def _tip(self, point: QPoint) -> str:
        entry, is_more = self._entry_at(point)
        day = self._day_at(point)
        if entry is not None:
            lines = list(entry.details)
        elif is_more and day is not None:
            lines = [f"{item.glyph} {item.line}".strip() for item in self.content.on(day)]
        else:
            lines = [name.name for name in self.content.holidays.get(day, ())] if day else []
        return "<br>".join(html.escape(line) for line in lines)

    def _tell(self) -> None:
        """Name the month and describe the day of the cursor for screen readers."""
        t = self._t
        title = dates.month_title(self.content.year, self.content.month, t.language)
        self.setAccessibleName(t.gettext("Calendar, {month}").format(month=title))
        if self.cursor_entry is not None:
            words = ", ".join(self.cursor_entry.details)
        else:
            words = self.day_in_words(self.day)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            if self.hasFocus():
                _announce(self, words)


def months_on(day: date, step: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    number = day.year * 12 + day.month - 1 + step
    year, month = divmod(number, 12)
    last = max(other for week in week_rows(year, month + 1) for other in week if other.month == month + 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), last)


def _key(entry: Entry | None) -> tuple[str, int]:
    return (entry.record_type, entry.id) if entry is not None else NOTHING


def _announce(widget: QWidget, words: str) -> None:
    from PySide6.QtGui import QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
