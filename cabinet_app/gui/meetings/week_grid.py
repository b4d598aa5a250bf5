"""A timetable of one or more days as one widget, with a cursor on an hour, by keys and mouse.

Left and Right move by day, Up and Down by hour, Page Up and Page Down by the days that are shown. Tab goes
through the entries of the day. Enter opens, N begins a meeting at the hour, Space lists the day, T goes to
today. Alt and an arrow move the chosen meeting by a quarter of an hour or a day, Shift+Alt and Up or Down its
end.
"""

import html
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
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
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QScrollBar, QSizePolicy, QToolTip, QWidget

from cabinet_app.domain.calendar_moves import QUARTER, Times, snapped
from cabinet_app.domain.week_layout import Timetable, lay_out_days
from cabinet_app.gui.meetings.calendar_content import MEETING, CalendarContent, Entry, entries_in_words
from cabinet_app.gui.meetings.month_grid import NOTHING, announce
from cabinet_app.gui.meetings.month_painter import Faces
from cabinet_app.gui.meetings.week_frame import HOUR, WeekFrame, WeekMeasures, key_at
from cabinet_app.gui.meetings.week_painter import WeekMarks, WeekPainter
from cabinet_app.gui.theme.tokens import tokens_of
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

FIRST_HOUR: Final = 7
_LAST_HOUR: Final = 23
_GRIP: Final = 6
_MINUTE_MS: Final = 60_000
_Key = Qt.Key
_ENTER: Final = {_Key.Key_Return, _Key.Key_Enter}
Change = Callable[[Times], Times]


@dataclass(slots=True)
class _Drag:
    """An entry under the mouse: where it was taken, and what would become of its times."""

    entry: Entry
    pressed: QPoint
    at_end: bool
    is_moving: bool = False
    days: int = 0
    minutes: int = 0

    @property
    def times(self) -> Times:
        return Times(self.entry.when.start, self.entry.when.end, self.entry.when.all_day)

    def change(self, times: Times) -> Times:
        """What dragging did so far."""
        if self.at_end:
            end = times.ends_at or times.starts_at + timedelta(hours=1)
            return times.ending(end + timedelta(minutes=self.minutes))
        moved = times.by_days(self.days)
        return moved if times.all_day else moved.by_minutes(self.minutes)


class WeekCalendar(QWidget):
    """Paints the content it is given and tells what a person wants; knows no register."""

    days_left = Signal(object)
    """The cursor has gone to this day, which is not shown."""
    entry_chosen = Signal(object)
    entry_opened = Signal(object)
    new_wanted = Signal(object)
    day_list_wanted = Signal(object)
    delete_wanted = Signal(object)
    today_wanted = Signal()
    change_wanted = Signal(object, object)
    """This entry, with a function from its times to the new ones."""

    def __init__(
        self, t: Translator, today: Callable[[], date], days: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self.days = days
        self.day = today()
        self.hour = FIRST_HOUR + 2
        self.first = self.day
        self.content = CalendarContent()
        self.cursor_entry: Entry | None = None
        self._open_key = NOTHING
        self._faces = Faces(self.font())
        self._table: Timetable | None = None
        self._drag: _Drag | None = None
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setAccessibleName(t.gettext("Hours"))
        self.bar.valueChanged.connect(self.update)
        self._has_scrolled = False
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._clock.timeout.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    # What the view asks for.

    def show_content(self, content: CalendarContent, first: date) -> None:
        """Show the days from `first` on, or the same ones with other entries."""
        self.content, self.first = content, first
        if not first <= self.day < first + timedelta(days=self.days):
            self.day = first
        key = self.cursor_entry.key if self.cursor_entry else NOTHING
        self.cursor_entry = next((entry for entry in content.entries if entry.key == key), None)
        self._table = None
        self._measure()
        self._tell()
        self.update()

    def mark_open(self, record_type: str, record_id: int) -> None:
        """Mark the entry that the editor shows, wherever the cursor is."""
        self._open_key = (record_type, record_id)
        self.update()

    def go_to(self, day: date, entry: Entry | None = None, hour: int | None = None) -> None:
        """Put the cursor on a day and an hour or an entry; asks for the days if they are others."""
        self.day, self.cursor_entry = day, entry
        if entry is not None and not entry.when.is_bar:
            hour = entry.when.start.hour
        if hour is not None:
            self.hour = min(max(hour, 0), _LAST_HOUR)
        if not self.first <= day < self.first + timedelta(days=self.days):
            self.days_left.emit(day)
        self._scroll_to_cursor()
        self._tell()
        self.update()

    def table(self) -> Timetable:
        """The days as they are laid out."""
        if self._table is None:
            entries = [entry.when for entry in self.content.entries]
            self._table = lay_out_days(self.first, entries, days=self.days)
        return self._table

    def frame_now(self) -> WeekFrame:
        """The geometry at this size."""
        faces = self._faces
        line = faces.small_metrics.height() + 3
        has_notes = any(self.content.notes_of(day.day) for day in self.table().days)
        notes = faces.small_metrics.height() if has_notes else 0
        head = faces.strong_metrics.height() + notes + 6
        axis = faces.small_metrics.horizontalAdvance("00.00") + 12
        width = self.width() - (self.bar.width() if not self.bar.isHidden() else 0)
        measures = WeekMeasures(line, head, axis)
        return WeekFrame(width, self.height(), self.days, self.table().lanes, measures, self.bar.value())

    def rect_of(self, entry: Entry) -> QRect:
        """Where an entry lies."""
        frame, table = self.frame_now(), self.table()
        for column, day in enumerate(table.days):
            for block in day.blocks:
                if block.key == entry.when.key:
                    return frame.block(block, column)
        return next((frame.bar(bar) for bar in table.bars if bar.key == entry.when.key), QRect())

    def day_in_words(self, day: date) -> str:
        """`torek, 14. december 2021, 10.00, 2 dogodka: 17.00 KMMS, sklicano; …` for screen readers."""
        t, entries = self._t, self.content.on(day)
        parts = [dates.long(day, t.language), dates.time(time(self.hour), t.language)]
        if day == self._today():
            parts.append(t.gettext("today"))
        parts += self.content.notes_of(day)
        if not entries:
            return ", ".join([*parts, t.gettext("nothing is entered")])
        count = t.ngettext("{count} event", "{count} events", len(entries)).format(count=len(entries))
        return ", ".join([*parts, count]) + ": " + "; ".join(entries_in_words(entries))

    # Qt.

    def sizeHint(self) -> QSize:
        return QSize(700, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 140)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drag = self._drag
        dragged = (drag.entry, drag.change(drag.times)) if drag and drag.is_moving else None
        key = self.cursor_entry.key if self.cursor_entry else NOTHING
        now = datetime.combine(self._today(), datetime.now().time())  # noqa: DTZ005 the clock on the wall
        marks = WeekMarks(now, self.day, self.hour, self.hasFocus(), self._open_key, key, dragged)
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        frame = self.frame_now()
        WeekPainter(painter, tokens, self._faces, self._t, self.content, frame, marks).paint(self.table())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        if not self._has_scrolled and event.size().height() > self.frame_now().body_top:
            self._has_scrolled = True
            frame = self.frame_now()
            self.bar.setValue(round(FIRST_HOUR * frame.hour_height) - 4)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._faces = Faces(self.font())
            self._measure()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.bar.setValue(self.bar.value() - event.angleDelta().y() // 2)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = _Key(event.key()), event.modifiers()
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if key == _Key.Key_Escape and self._drag is not None:
            self._end_drag()
        elif modifiers & Qt.KeyboardModifier.AltModifier and self._moves(key, modifiers):
            return
        elif modifiers not in plain or not self._takes_key(key):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes through the entries of the day before it leaves the timetable."""
        entries = self.content.on(self.day)
        keys = [NOTHING, *(entry.key for entry in entries)]
        here = self.cursor_entry.key if self.cursor_entry else NOTHING
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
        point = event.position().toPoint()
        moment = self.frame_now().moment_at(self.first, point)
        if moment is None or event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            return
        entry = self._entry_at(point)
        is_timed = isinstance(moment, datetime)
        day = moment.date() if isinstance(moment, datetime) else moment
        self.go_to(day, None, moment.hour if is_timed and isinstance(moment, datetime) else None)
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(entry)
            if entry.record_type == MEETING:
                self._drag = _Drag(entry, point, self._is_at_end(point, entry))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        drag = self._drag
        if drag is None:
            entry = self._entry_at(point)
            at_end = entry is not None and entry.record_type == MEETING and self._is_at_end(point, entry)
            self.setCursor(Qt.CursorShape.SizeVerCursor if at_end else Qt.CursorShape.ArrowCursor)
            return
        if (point - drag.pressed).manhattanLength() >= QApplication.startDragDistance():
            drag.is_moving = True
        if drag.is_moving:
            self.setCursor(Qt.CursorShape.SizeVerCursor if drag.at_end else Qt.CursorShape.ClosedHandCursor)
            frame = self.frame_now()
            height = (point.y() - drag.pressed.y()) / frame.hour_height * HOUR
            drag.minutes = 0 if drag.entry.when.is_bar else snapped(height)
            here, there = frame.column_at(point), frame.column_at(drag.pressed)
            drag.days = here - there if here is not None and there is not None else drag.days
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag = self._drag
        self._end_drag()
        if drag is not None and drag.is_moving and (drag.days or drag.minutes):
            self.change_wanted.emit(drag.entry, drag.change)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        entry = self._entry_at(point)
        moment = self.frame_now().moment_at(self.first, point)
        self._end_drag()
        if entry is not None:
            self.entry_opened.emit(entry)
        elif moment is not None:
            self.new_wanted.emit(moment)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        self.day_list_wanted.emit(self.day)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self._entry_at(event.pos())
            column = self.frame_now().column_at(event.pos())
            lines: tuple[str, ...] = ()
            if entry is not None:
                lines = entry.tip
            elif column is not None and event.pos().y() < self.frame_now().body_top:
                lines = self.content.notes_of(self.first + timedelta(days=column))
            if lines:
                QToolTip.showText(event.globalPos(), "<br>".join(html.escape(line) for line in lines), self)
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Show:
            self._clock.start()
        elif event.type() == QEvent.Type.Hide:
            self._clock.stop()
        return super().event(event)

    # Inside.

    def _takes_key(self, key: Qt.Key) -> bool:
        return self._goes(key) or self._acts(key)

    def _goes(self, key: Qt.Key) -> bool:
        """Move the cursor."""
        steps = {
            _Key.Key_Left: -1,
            _Key.Key_Right: 1,
            _Key.Key_PageUp: -self.days,
            _Key.Key_PageDown: self.days,
        }
        if key in steps:
            self.go_to(self.day + timedelta(days=steps[key]))
        elif key in {_Key.Key_Up, _Key.Key_Down}:
            self.go_to(self.day, None, self.hour + (1 if key == _Key.Key_Down else -1))
        elif key in {_Key.Key_Home, _Key.Key_End} and self.days > 1:
            self.go_to(self.first + timedelta(days=self.days - 1 if key == _Key.Key_End else 0))
        elif key in {_Key.Key_Home, _Key.Key_End}:
            self.go_to(self.day, None, FIRST_HOUR if key == _Key.Key_Home else _LAST_HOUR)
        elif key == _Key.Key_Escape and self.cursor_entry is not None:
            self.go_to(self.day)
        else:
            return False
        return True

    def _acts(self, key: Qt.Key) -> bool:
        """Do something with what the cursor is on."""
        if key in _ENTER:
            self._open()
        elif key in {_Key.Key_N, _Key.Key_Insert}:
            self.new_wanted.emit(datetime.combine(self.day, time(self.hour)))
        elif key == _Key.Key_T:
            self.today_wanted.emit()
        elif key == _Key.Key_Space:
            self.day_list_wanted.emit(self.day)
        elif key == _Key.Key_Delete and self.cursor_entry is not None:
            self.delete_wanted.emit(self.cursor_entry)
        else:
            return False
        return True

    def _moves(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Move the chosen meeting, or its end, without the mouse."""
        entry = self.cursor_entry
        days = {_Key.Key_Left: -1, _Key.Key_Right: 1}.get(key, 0)
        minutes = {_Key.Key_Up: -QUARTER, _Key.Key_Down: QUARTER}.get(key, 0)
        if entry is None or entry.record_type != MEETING or not (days or minutes):
            return False
        at_end = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if (at_end and not minutes) or (minutes and entry.when.is_bar):
            return True
        drag = _Drag(entry, QPoint(), at_end, is_moving=True, days=days, minutes=minutes)
        self.change_wanted.emit(entry, drag.change)
        return True

    def _open(self) -> None:
        entries = [
            entry
            for entry in self.content.on(self.day)
            if not entry.when.is_bar
            and entry.when.start.hour <= self.hour
            and self._lasts_to(entry) > self.hour
        ]
        entry = self.cursor_entry or (entries[0] if entries else None)
        if entry is None:
            self.new_wanted.emit(datetime.combine(self.day, time(self.hour)))
        else:
            self.cursor_entry = entry
            self.entry_opened.emit(entry)

    def _lasts_to(self, entry: Entry) -> float:
        length = (entry.when.end - entry.when.start).total_seconds() / 3600
        return entry.when.start.hour + entry.when.start.minute / 60 + max(length, 0.25)

    def _choose(self, entry: Entry | None) -> None:
        self.go_to(self.day, entry)
        if entry is not None:
            self.entry_chosen.emit(entry)

    def _entry_at(self, point: QPoint) -> Entry | None:
        key = key_at(self.frame_now(), self.table(), point)
        return self.content.entries[key] if key is not None else None

    def _is_at_end(self, point: QPoint, entry: Entry) -> bool:
        rect = self.rect_of(entry)
        return not entry.when.is_bar and 0 <= rect.bottom() - point.y() <= min(_GRIP, rect.height() // 3)

    def _end_drag(self) -> None:
        self._drag = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def _measure(self) -> None:
        """Fit the scroll bar to the hours."""
        width = self.bar.sizeHint().width()
        frame = self.frame_now()
        self.bar.setGeometry(self.width() - width, frame.body_top, width, frame.body_height)
        self.bar.setPageStep(frame.body_height)
        self.bar.setSingleStep(round(frame.hour_height / 2))
        self.bar.setRange(0, frame.longest_offset)

    def _scroll_to_cursor(self) -> None:
        frame = self.frame_now()
        top, bottom = self.hour * frame.hour_height, (self.hour + 1) * frame.hour_height
        if top < self.bar.value():
            self.bar.setValue(int(top))
        elif bottom > self.bar.value() + frame.body_height:
            self.bar.setValue(round(bottom) - frame.body_height)

    def _tell(self) -> None:
        """Name the days and describe the cursor for screen readers."""
        t = self._t
        week = dates.week_range(self.first, t.language)
        title = week if self.days > 1 else dates.long(self.first, t.language)
        self.setAccessibleName(t.gettext("Calendar, {month}").format(month=title))
        words = ", ".join(self.cursor_entry.tip) if self.cursor_entry else self.day_in_words(self.day)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            if self.hasFocus():
                announce(self, words)
