"""Draws a timetable: heads of days, bars, hours, entries, the line of now, and what is being dragged."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from cabinet_app.domain.calendar_moves import Times
from cabinet_app.domain.day_layout import Block
from cabinet_app.domain.month_layout import Bar
from cabinet_app.domain.texts import Language
from cabinet_app.domain.week_layout import Timetable
from cabinet_app.gui.meetings.calendar_content import JUBILEE, VISIT, CalendarContent, Entry
from cabinet_app.gui.meetings.month_frame import GAP, INSET
from cabinet_app.gui.meetings.month_painter import RADIUS, SATURDAY, Faces
from cabinet_app.gui.meetings.week_frame import HOUR, WeekFrame
from cabinet_app.gui.theme.tokens import Tokens
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_STRIPE: Final = 3
_HOURS: Final = 24
_LEAST: Final = 4
"""The height below which a box has no words, in pixels."""


@dataclass(frozen=True, slots=True)
class WeekMarks:
    """What stands out: now, the cursor, the entry of the editor and of the cursor, and what is dragged."""

    now: datetime
    day: date
    hour: int
    has_focus: bool
    open_key: tuple[str, int]
    cursor_key: tuple[str, int]
    dragged: tuple[Entry, Times] | None = None


class WeekPainter:
    """Paints one timetable with one painter."""

    def __init__(
        self,
        painter: QPainter,
        tokens: Tokens,
        faces: Faces,
        t: Translator,
        content: CalendarContent,
        frame: WeekFrame,
        marks: WeekMarks,
    ) -> None:
        self._painter = painter
        self._tokens = tokens
        self._faces = faces
        self._t = t
        self._content = content
        self._frame = frame
        self._marks = marks
        self._is_narrow = False

    def paint(self, table: Timetable) -> None:
        """Draw everything, from the ground up."""
        painter, frame = self._painter, self._frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(0, 0, frame.width, frame.height), self._colour("surface"))
        for column, day in enumerate(table.days):
            self._ground(column, day.day)
        painter.setClipRect(frame.body)
        self._hours()
        self._cursor(table)
        for column, day in enumerate(table.days):
            for block in day.blocks:
                self._block(block, column)
        self._dragged(table)
        self._now(table)
        painter.setClipping(False)
        self._columns(table)
        for bar in table.bars:
            self._bar(bar)

    def _ground(self, column: int, day: date) -> None:
        rect = self._frame.column(column)
        if self._content.is_free(day):
            self._painter.fillRect(rect, self._colour("warn_tint"))
        elif day.weekday() >= SATURDAY:
            self._painter.fillRect(rect, self._colour("window"))

    def _hours(self) -> None:
        frame = self._frame
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for hour in range(_HOURS + 1):
            y = frame.y(hour * HOUR)
            self._painter.setPen(QPen(self._colour("hairline"), 1))
            self._painter.drawLine(frame.measures.axis, y, frame.width, y)
            if 0 < hour < _HOURS:
                rect = QRect(
                    0, y - frame.measures.line // 2, frame.measures.axis - INSET, frame.measures.line
                )
                words = dates.time(time(hour), self._t.language)
                self._words(rect, words, self._faces.small, "muted", Qt.AlignmentFlag.AlignRight)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _columns(self, table: Timetable) -> None:
        frame = self._frame
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._painter.setPen(QPen(self._colour("hairline"), 1))
        for column in range(frame.days):
            self._painter.drawLine(frame.x(column), 0, frame.x(column), frame.height)
        self._painter.setPen(QPen(self._colour("field_border"), 1))
        self._painter.drawLine(0, frame.body_top - 1, frame.width, frame.body_top - 1)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number = str(table.days[0].day.isocalendar().week)
        corner = QRect(0, 0, frame.measures.axis, frame.measures.line + 2 * GAP)
        self._words(corner, number, self._faces.small, "muted", _CENTRE)
        metrics, language = self._faces.strong_metrics, self._t.language
        broadest = max(metrics.horizontalAdvance(_long_head(day.day, language)) for day in table.days)
        # One form for all days: a row of long and short names looks like a mistake.
        self._is_narrow = broadest > self._frame.head(0).width() - INSET - 2 * GAP
        for column, day in enumerate(table.days):
            self._head(column, day.day)

    def _head(self, column: int, day: date) -> None:
        """`tor 14. 12.` and under it what the day is."""
        rect = self._frame.head(column).adjusted(INSET, GAP, -GAP, 0)
        line = QRect(rect.left(), rect.top(), rect.width(), self._faces.strong_metrics.height())
        language = self._t.language
        is_today = day == self._marks.now.date()
        tone = "accent" if is_today else "muted" if day.weekday() >= SATURDAY else "text"
        short = f"{dates.weekday_abbr(day, language)} {dates.day_month(day, language)}"
        words = short if self._is_narrow else _long_head(day, language)
        self._words(line, words, self._faces.strong, tone, _LEFT)
        if is_today:
            edge = QRectF(self._frame.x(column) + 1, 0, self._frame.head(column).width() - 1, 3)
            self._painter.fillRect(edge, self._colour("accent"))
        names = self._content.holidays.get(day, ())
        jubilees = self._content.jubilees.get(day, ())
        words = " · ".join([*(name.name for name in names), *(f"{JUBILEE} {text}" for text in jubilees)])
        below = QRect(line.left(), line.bottom() + 1, line.width(), self._faces.small_metrics.height())
        tone = "warn" if any(name.is_free for name in names) else "muted" if names else "accent"
        self._words(below, words, self._faces.small, tone, _LEFT)

    def _cursor(self, table: Timetable) -> None:
        """The hour of the cursor: where N begins a meeting."""
        for column, day in enumerate(table.days):
            if day.day != self._marks.day:
                continue
            frame, hour = self._frame, self._marks.hour
            top, bottom = frame.y(hour * HOUR), frame.y((hour + 1) * HOUR)
            rect = QRect(frame.x(column) + 1, top, frame.column(column).width() - 1, bottom - top)
            self._painter.fillRect(rect, self._colour("selection"))
            if self._marks.has_focus and not self._marks.cursor_key[1]:
                self._painter.setPen(QPen(self._colour("accent"), 2))
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

    def _now(self, table: Timetable) -> None:
        for column, day in enumerate(table.days):
            if day.day == self._marks.now.date():
                frame = self._frame
                y = frame.y(self._marks.now.hour * HOUR + self._marks.now.minute)
                self._painter.setPen(QPen(self._colour("danger"), 2))
                self._painter.drawLine(frame.x(column), y, frame.x(column + 1), y)
                self._painter.setBrush(self._colour("danger"))
                self._painter.drawEllipse(QRectF(frame.x(column) - 3, y - 3, 6, 6))

    def _block(self, block: Block, column: int) -> None:
        entry = self._content.entries[block.key]
        rect = self._frame.block(block, column)
        is_dragged = self._marks.dragged is not None and self._marks.dragged[0].key == entry.key
        self._painter.setOpacity(0.45 if is_dragged else 1.0)
        tone = self._box(rect, entry)
        inside = rect.adjusted(_STRIPE + INSET - 1, 1, -GAP, -1)
        self._text(inside, entry, tone)
        self._painter.setOpacity(1.0)

    def _box(self, rect: QRect, entry: Entry) -> str:
        """The box of an entry; the tone of its words."""
        is_open, has_cursor = entry.key == self._marks.open_key, entry.key == self._marks.cursor_key
        is_strong = has_cursor and self._marks.has_focus
        ground = self._colour("accent") if is_strong else QColor(self._tokens.tint(_ground_of(entry)))
        self._painter.setPen(QPen(self._colour("surface"), 1))
        self._painter.setBrush(ground)
        self._painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
        edge = "warn" if entry.clashes else _edge_of(entry)
        self._painter.fillRect(QRectF(rect.left(), rect.top(), _STRIPE, rect.height()), self._ink(edge))
        if (is_open or has_cursor) and not is_strong:
            self._painter.setPen(QPen(self._colour("accent"), 1.6))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        return "on_accent" if is_strong else "muted" if entry.is_off else "text"

    def _text(self, rect: QRect, entry: Entry, tone: str) -> None:
        """Hour and name, the place below where there is room; wrapped, never over the edge."""
        if rect.height() < _LEAST or rect.width() < GAP:
            return
        metrics = self._faces.small_metrics
        lines = max(rect.height() // metrics.lineSpacing(), 1)
        glyph = "▲ " if entry.clashes else f"{entry.glyph} " if entry.glyph else ""
        words = f"{glyph}{entry.line}"
        title = next(iter(_titles(entry)), "")
        face = self._faces.struck if entry.is_off else self._faces.small
        if lines == 1:
            shown = " · ".join(part for part in (words, title, entry.place) if part)
            self._words(rect, shown, face, tone, _LEFT)
            return
        self._painter.setFont(face)
        self._painter.setPen(self._ink(tone))
        text = "\n".join(part for part in (words, title, entry.place) if part)
        shown = elided(text, metrics, rect.width(), lines)
        self._painter.drawText(rect, _TOP | Qt.TextFlag.TextWordWrap, shown)

    def _bar(self, bar: Bar) -> None:
        entry = self._content.entries[bar.key]
        rect = self._frame.bar(bar)
        tone = self._box(rect, entry)
        glyph = "▲ " if entry.clashes else f"{entry.glyph} " if entry.glyph else ""
        arrow = " →" if bar.ends_after else ""
        face = self._faces.struck if entry.is_off else self._faces.small
        self._words(
            rect.adjusted(_STRIPE + INSET - 1, 0, -GAP, 0), f"{glyph}{entry.line}{arrow}", face, tone, _LEFT
        )

    def _dragged(self, table: Timetable) -> None:
        """Where the entry would come to lie, with its hours."""
        if self._marks.dragged is None:
            return
        _entry, times = self._marks.dragged
        column = next((c for c, day in enumerate(table.days) if day.day == times.starts_at.date()), None)
        if column is None or times.ends_at is None or times.all_day:
            return
        first = times.starts_at.hour * HOUR + times.starts_at.minute
        length = (times.ends_at - times.starts_at).total_seconds() / 60
        top, bottom = self._frame.y(first), self._frame.y(first + length)
        rect = QRect(
            self._frame.x(column) + GAP, top, self._frame.column(column).width() - 2 * GAP, bottom - top
        )
        self._painter.setPen(QPen(self._colour("accent"), 1.6, Qt.PenStyle.DashLine))
        self._painter.setBrush(self._colour("accent_tint"))
        self._painter.setOpacity(0.85)
        self._painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
        self._painter.setOpacity(1.0)
        words = dates.time_range(times.starts_at.time(), times.ends_at.time(), self._t.language)
        self._words(rect.adjusted(INSET, 1, -GAP, -1), words, self._faces.strong, "accent", _TOP)

    def _words(self, rect: QRect, text: str, face: QFont, tone: str, alignment: Qt.AlignmentFlag) -> None:
        if not text or rect.width() < GAP:
            return
        self._painter.setFont(face)
        self._painter.setPen(self._ink(tone))
        metrics = self._faces.strong_metrics if face is self._faces.strong else self._faces.small_metrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(rect, alignment | Qt.TextFlag.TextSingleLine, shown)

    def _ink(self, tone: str) -> QColor:
        return self._colour("field_border") if tone == "field_border" else QColor(self._tokens.ink(tone))

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._tokens, name))


def elided(text: str, metrics: QFontMetrics, width: int, lines: int) -> str:
    """The text in at most so many lines of that width, cut at a word with an ellipsis."""
    shown: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > width:
                shown.append(line)
                line = word
            else:
                line = longer
        shown.append(line)
    cut = shown[:lines]
    if len(shown) > lines:
        cut[-1] = f"{cut[-1]} …"
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in cut)


def _titles(entry: Entry) -> tuple[str, ...]:
    return tuple(part for part in entry.details[1:2] if part != entry.text)


def _long_head(day: date, language: Language) -> str:
    return f"{dates.weekday_name(day, language)}, {dates.day_month(day, language)}"


def _ground_of(entry: Entry) -> str:
    if entry.is_off or entry.record_type == VISIT:
        return "neutral"
    return entry.tone if entry.tone in {"ok", "warn", "danger"} else "accent"


def _edge_of(entry: Entry) -> str:
    if entry.is_off or entry.record_type == VISIT:
        return "field_border"
    return entry.tone if entry.tone in {"ok", "danger"} else "accent"
