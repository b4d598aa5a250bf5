"""The month as one widget: days by arrow keys, the entries of a day by Tab, everything read out in words.

Arrow keys move by day, Home and End to the ends of the week, Page Up and Page Down by month. Tab goes through
the entries of the day and then on to the next field. Enter opens, N begins a meeting, Space lists the
day, T goes to today, Alt and an arrow move the chosen meeting; the mouse carries it from day to day.
"""

import html
from collections.abc import Callable
from dataclasses import dataclass
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
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from cabinet_app.domain.calendar_spans import months_on
from cabinet_app.domain.month_layout import DAYS, MonthGrid, lay_out, week_rows
from cabinet_app.gui.meetings.calendar_content import MEETING, CalendarContent, Entry, entries_in_words
from cabinet_app.gui.meetings.month_frame import Frame, keys_at
from cabinet_app.gui.meetings.month_painter import Faces, Marks, MonthPainter
from cabinet_app.gui.theme.tokens import tokens_of
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

NOTHING: Final = ("", 0)
_Key = Qt.Key
_STEPS: Final = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -DAYS, _Key.Key_Down: DAYS}
_GRIP: Final = 7
"""How near to the end of a bar the mouse takes the end, in pixels."""
_ENTER: Final = {_Key.Key_Return, _Key.Key_Enter}


@dataclass(slots=True)
class _Drag:
    """An entry under the mouse: where it was taken, and over which day it is."""

    entry: Entry
    day: date
    pressed: QPoint
    at_end: bool
    is_moving: bool = False
    target: date = date.min

    def __post_init__(self) -> None:
        self.target = self.day


class MonthCalendar(QWidget):
    """Paints the content it is given and tells what a person wants; knows no register."""

    month_left = Signal(object)
    """The cursor has gone to this day, which lies in another month."""
    entry_chosen = Signal(object)
    entry_opened = Signal(object)
    new_wanted = Signal(object)
    day_list_wanted = Signal(object)
    delete_wanted = Signal(object)
    today_wanted = Signal()
    move_wanted = Signal(object, int)
    """This entry, so many days on."""
    stretch_wanted = Signal(object, object)
    """This entry of several days, to last until this day."""

    def __init__(self, t: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self.day = today()
        self.month = self.day.replace(day=1)
        self.content = CalendarContent()
        self.cursor_entry: Entry | None = None
        self._open_key = NOTHING
        self._faces = Faces(self.font())
        self._laid_out: tuple[Frame, MonthGrid] | None = None
        self._drag: _Drag | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    # What the view asks for.

    def show_content(self, content: CalendarContent, month: date | None = None) -> None:
        """Show a month by its first day, or the same one with other entries."""
        self.content = content
        self.month = month or self.month
        if self.day.replace(day=1) != self.month:
            self.day = self.month
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
        if day.replace(day=1) != self.month:
            self.month_left.emit(day)
        self._tell()
        self.update()

    def follow(self, entry: Entry, from_day: date) -> None:
        """Go to an entry that was moved away from a day, with the cursor on it."""
        moved = next((one for one in self.content.entries if one.key == entry.key), None)
        if moved is not None and moved.when.first_day != from_day:
            self.go_to(moved.when.first_day, moved)

    def day_rect(self, day: date) -> QRect:
        """Where a shown day lies."""
        frame, _grid = self._layout()
        for row, week in enumerate(week_rows(self.month.year, self.month.month)):
            if day in week:
                return frame.cell(row, week.index(day))
        return self.rect()

    def day_in_words(self, day: date) -> str:
        """`torek, 14. december 2021, 2 sestanka: 17.00 KMMS, sklicano; …` for screen readers."""
        t, entries = self._t, self.content.on(day)
        parts = [dates.long(day, t.language)]
        if day == self._today():
            parts.append(t.gettext("today"))
        parts += self.content.notes_of(day)
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
        target = self._drag.target if self._drag and self._drag.is_moving else None
        marks = Marks(
            self._today(), self.day, self.hasFocus(), self._open_key, _key(self.cursor_entry), target
        )
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
        if event.key() == _Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.update()
            return
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and self._moves(_Key(event.key())):
            return
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
            if entry.record_type == MEETING:
                point = event.position().toPoint()
                self._drag = _Drag(entry, day, point, at_end=self._is_at_end(point, entry))
        if is_more and event.button() == Qt.MouseButton.LeftButton:
            self.day_list_wanted.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._drag is None:
            entry, _is_more = self._entry_at(point)
            at_end = entry is not None and entry.record_type == MEETING and self._is_at_end(point, entry)
            self.setCursor(Qt.CursorShape.SizeHorCursor if at_end else Qt.CursorShape.ArrowCursor)
            return
        if (point - self._drag.pressed).manhattanLength() >= QApplication.startDragDistance():
            self._drag.is_moving = True
            self.setCursor(
                Qt.CursorShape.SizeHorCursor if self._drag.at_end else Qt.CursorShape.ClosedHandCursor
            )
        day = self._day_at(point)
        if self._drag.is_moving and day is not None and day != self._drag.target:
            self._drag.target = day
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if drag is None or not drag.is_moving:
            return
        if drag.at_end:
            self.stretch_wanted.emit(drag.entry, drag.target)
        elif drag.target != drag.day:
            self.move_wanted.emit(drag.entry, (drag.target - drag.day).days)
        self.update()

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
        elif key == _Key.Key_T:
            self.today_wanted.emit()
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

    def _moves(self, key: Qt.Key) -> bool:
        """Alt and an arrow carry the chosen meeting by a day or a week."""
        entry = self.cursor_entry
        if key not in _STEPS or entry is None or entry.record_type != MEETING:
            return False
        self.move_wanted.emit(entry, _STEPS[key])
        return True

    def _is_at_end(self, point: QPoint, entry: Entry) -> bool:
        """Whether the point is where a bar of several days can be drawn longer."""
        if not entry.when.is_bar:
            return False
        frame, grid = self._layout()
        for row, week in enumerate(grid.weeks):
            for bar in week.bars:
                if bar.key == entry.when.key and not bar.ends_after:
                    rect = frame.line(row, bar.first_column, bar.lane, bar.last_column)
                    return rect.contains(point) and rect.right() - point.x() <= _GRIP
        return False

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
        rows = len(week_rows(self.month.year, self.month.month))
        frame = Frame(self.width(), self.height(), rows, self._faces.measures())
        if self._laid_out is None or self._laid_out[0] != frame:
            entries = [entry.when for entry in self.content.entries]
            grid = lay_out(self.month.year, self.month.month, entries, frame.capacity, neighbours=True)
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
            lines = list(entry.tip)
        elif is_more and day is not None:
            lines = [f"{item.glyph} {item.line}".strip() for item in self.content.on(day)]
        else:
            lines = list(self.content.notes_of(day)) if day else []
        return "<br>".join(html.escape(line) for line in lines)

    def _tell(self) -> None:
        """Name the month and describe the day of the cursor for screen readers."""
        t = self._t
        title = dates.month_title(self.month.year, self.month.month, t.language)
        self.setAccessibleName(t.gettext("Calendar, {month}").format(month=title))
        if self.cursor_entry is not None:
            words = ", ".join(self.cursor_entry.tip)
        else:
            words = self.day_in_words(self.day)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            if self.hasFocus():
                announce(self, words)


def _key(entry: Entry | None) -> tuple[str, int]:
    return (entry.record_type, entry.id) if entry is not None else NOTHING


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say it."""
    from PySide6.QtGui import QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
