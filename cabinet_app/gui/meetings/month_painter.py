"""Draws a laid-out month: quiet weekends, named holidays, bars, lines and the count of what has no room."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from cabinet_app.domain.month_layout import Bar, DayCell, MonthGrid
from cabinet_app.gui.meetings.calendar_content import JUBILEE, VISIT, CalendarContent, Entry
from cabinet_app.gui.meetings.month_frame import GAP, INSET, Frame, Measures
from cabinet_app.gui.meetings.words import GLYPHS
from cabinet_app.gui.theme.tokens import TYPE_SCALE, Tokens
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

SATURDAY: Final = 5
RADIUS: Final = 3.0
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands out: today, the day of the cursor, the entry of the editor and the one of the cursor."""

    today: date
    day: date
    has_focus: bool
    open_key: tuple[str, int]
    cursor_key: tuple[str, int]
    target: date | None = None
    """The day over which an entry is carried."""


class Faces:
    """The fonts of a month, made from the body's, and what they measure."""

    def __init__(self, body: QFont) -> None:
        self.body = QFont(body)
        self.small = QFont(body)
        self.small.setPointSizeF(body.pointSizeF() * TYPE_SCALE["small"])
        self.strong = QFont(body)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.struck = QFont(self.small)
        self.struck.setStrikeOut(True)
        self.small_metrics = QFontMetrics(self.small)
        self.strong_metrics = QFontMetrics(self.strong)

    def measures(self) -> Measures:
        line = self.small_metrics.height() + 3
        number = self.strong_metrics.height() + 2 * GAP + 2
        return Measures(
            line=line,
            number=number,
            number_width=self.strong_metrics.horizontalAdvance("30.") + 2 * INSET,
            head=self.small_metrics.height() + 8,
            week_width=self.small_metrics.horizontalAdvance("53") + 2 * INSET,
        )


class MonthPainter:
    """Paints one month with one painter."""

    def __init__(
        self,
        painter: QPainter,
        tokens: Tokens,
        faces: Faces,
        t: Translator,
        content: CalendarContent,
        frame: Frame,
        marks: Marks,
    ) -> None:
        self._painter = painter
        self._tokens = tokens
        self._faces = faces
        self._t = t
        self._content = content
        self._frame = frame
        self._marks = marks

    def paint(self, grid: MonthGrid) -> None:
        """Draw everything, from the ground up."""
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(0, 0, self._frame.width, self._frame.height), self._colour("surface"))
        for row, week in enumerate(grid.weeks):
            for column, cell in enumerate(week.days):
                self._ground(self._frame.cell(row, column), cell)
        self._rules(grid)
        for row, week in enumerate(grid.weeks):
            self._words(self._frame.week(row), str(week.number), self._faces.small, "muted", _CENTRE)
            for bar in week.bars:
                self._bar(row, bar)
            for column, cell in enumerate(week.days):
                self._day(row, column, cell)
        self._head(grid)
        self._ring(grid)

    def _head(self, grid: MonthGrid) -> None:
        for column, cell in enumerate(grid.weeks[0].days):
            name = dates.weekday_abbr(cell.day, self._t.language)
            rect = self._frame.head(column).adjusted(INSET + GAP, 0, 0, 0)
            self._words(rect, name, self._faces.small, "muted", _LEFT)

    def _ground(self, rect: QRect, cell: DayCell) -> None:
        if cell.day == (self._marks.target or self._marks.day):
            self._painter.fillRect(rect, self._colour("selection"))
        elif self._content.is_free(cell.day):
            self._painter.fillRect(rect, self._colour("warn_tint"))
        elif cell.day.weekday() >= SATURDAY or not cell.in_month:
            self._painter.fillRect(rect, self._colour("window"))

    def _rules(self, grid: MonthGrid) -> None:
        frame = self._frame
        self._painter.setPen(QPen(self._colour("hairline"), 1))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for row in range(len(grid.weeks)):
            top = frame.cell(row, 0).top()
            self._painter.drawLine(0, top, frame.width, top)
        for column in range(len(grid.weeks[0].days)):
            left = frame.cell(0, column).left()
            self._painter.drawLine(left, frame.measures.head, left, frame.height)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _day(self, row: int, column: int, cell: DayCell) -> None:
        self._number(row, column, cell)
        for line in cell.lines:
            entry = self._content.entries[line.key]
            self._line(self._frame.line(row, column, line.line), entry, is_quiet=not cell.in_month)
        if cell.more_line is not None:
            count = len(cell.hidden)
            words = self._t.ngettext("+ {count} event", "+ {count} events", count).format(count=count)
            rect = self._frame.line(row, column, cell.more_line)
            hidden = {self._key(self._content.entries[key]) for key in cell.hidden}
            has_cursor = self._marks.cursor_key in hidden and cell.day == self._marks.day
            tone = self._highlight(rect, is_open=False, has_cursor=has_cursor) or "accent"
            if self._faces.small_metrics.horizontalAdvance(words) > rect.width() - INSET:
                words = f"+ {count}"
            self._words(rect.adjusted(INSET - GAP, 0, 0, 0), words, self._faces.small, tone, _LEFT)

    def _number(self, row: int, column: int, cell: DayCell) -> None:
        rect = self._frame.number(row, column)
        is_today = cell.day == self._marks.today
        is_free = cell.day.weekday() >= SATURDAY or self._content.is_free(cell.day)
        tone = "muted" if not cell.in_month or (is_free and not is_today) else "text"
        if is_today:
            tone = "accent"
            self._painter.setPen(QPen(self._colour("accent"), 1.6))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(rect).adjusted(1, 0.5, -1, -0.5)
            self._painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        face = self._faces.strong if cell.in_month else self._faces.body
        self._words(rect, str(cell.day.day), face, tone, _CENTRE)
        names = self._content.holidays.get(cell.day, ())
        jubilees = self._content.jubilees.get(cell.day, ())
        is_taken = self._frame.is_low and (bool(cell.lines) or cell.more_line is not None)
        if jubilees and not names and not is_taken:
            left = rect.right() + GAP + 2
            room = QRect(left, rect.top(), self._frame.cell(row, column).right() - left - GAP, rect.height())
            self._words(room, f"{JUBILEE} {jubilees[0]}", self._faces.small, "accent", _LEFT)
        if names and not is_taken:
            left = rect.right() + GAP + 2
            room = QRect(left, rect.top(), self._frame.cell(row, column).right() - left - GAP, rect.height())
            tone = "warn" if names[0].is_free else "muted"
            sign = f"{JUBILEE} " if jubilees else ""
            self._words(room, f"{sign}{names[0].name}", self._faces.small, tone, _LEFT)

    def _line(self, rect: QRect, entry: Entry, *, is_quiet: bool) -> None:
        """`● 17.00 KMMS`: the glyph tells the status, what fell out is struck through."""
        is_open, has_cursor = self._is_marked(entry)
        tone = self._highlight(rect, is_open=is_open, has_cursor=has_cursor)
        metrics = self._faces.small_metrics
        if entry.clashes:
            self._painter.fillRect(
                QRectF(rect.left(), rect.top() + 1, 3, rect.height() - 2), self._colour("warn")
            )
        x = rect.left() + INSET - GAP
        glyph_room = max(metrics.horizontalAdvance(glyph) for glyph in GLYPHS) + 3
        quiet = tone or ("muted" if is_quiet or entry.is_off else "")
        glyph = QRect(x, rect.top(), glyph_room, rect.height())
        self._words(glyph, entry.glyph, self._faces.small, tone or entry.tone, _LEFT)
        x += glyph_room
        face = self._faces.struck if entry.is_off else self._faces.small
        if entry.time_text:
            width = metrics.horizontalAdvance(entry.time_text) + 2
            room = QRect(x, rect.top(), min(width, rect.right() - x), rect.height())
            self._words(room, entry.time_text, face, quiet or "muted", _LEFT)
            x += width + 3
        text = QRect(x, rect.top(), rect.right() - x, rect.height())
        self._words(text, entry.text, face, quiet or "text", _LEFT)

    def _bar(self, row: int, bar: Bar) -> None:
        entry = self._content.entries[bar.key]
        rect = self._frame.line(row, bar.first_column, bar.lane, bar.last_column)
        if bar.starts_before:
            rect.setLeft(rect.left() - GAP)
        if bar.ends_after:
            rect.setRight(rect.right() + GAP)
        is_open, has_cursor = self._is_marked(entry)
        tone = self._highlight(rect, is_open=is_open, has_cursor=has_cursor)
        if not tone:
            ground = "neutral" if entry.record_type == VISIT else "accent"
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._tokens.tint(ground)))
            self._painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
            if not bar.starts_before:
                stripe = QRectF(rect.left(), rect.top(), 3, rect.height())
                edge = "warn" if entry.clashes else "field_border" if entry.record_type == VISIT else "accent"
                self._painter.fillRect(stripe, self._colour(edge))
        glyph = f"{entry.glyph} " if entry.glyph else ""
        arrow = " →" if bar.ends_after else ""
        words = f"{glyph}{entry.line}{arrow}"
        face = self._faces.struck if entry.is_off else self._faces.small
        quiet = "muted" if entry.is_off or entry.record_type == VISIT else "text"
        self._words(rect.adjusted(INSET + 1, 0, -GAP, 0), words, face, tone or quiet, _LEFT)

    def _highlight(self, rect: QRect, *, is_open: bool, has_cursor: bool) -> str:
        """The ground of a marked entry; the tone its words then need, empty if it is not marked."""
        if not (is_open or has_cursor):
            return ""
        self._painter.setPen(Qt.PenStyle.NoPen)
        is_strong = has_cursor and self._marks.has_focus
        self._painter.setBrush(self._colour("accent" if is_strong else "accent_tint"))
        self._painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
        if not is_strong:
            self._painter.setPen(QPen(self._colour("accent"), 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        return "on_accent" if is_strong else "text"

    def _ring(self, grid: MonthGrid) -> None:
        """The day of the cursor while the month has the keyboard."""
        if not self._marks.has_focus:
            return
        for row, week in enumerate(grid.weeks):
            for column, cell in enumerate(week.days):
                if cell.day == self._marks.day:
                    self._painter.setPen(QPen(self._colour("accent"), 2))
                    self._painter.setBrush(Qt.BrushStyle.NoBrush)
                    rect = QRectF(self._frame.cell(row, column)).adjusted(1, 1, -1, -1)
                    self._painter.drawRect(rect)

    def _is_marked(self, entry: Entry) -> tuple[bool, bool]:
        key = self._key(entry)
        return key == self._marks.open_key, key == self._marks.cursor_key

    def _key(self, entry: Entry) -> tuple[str, int]:
        return entry.record_type, entry.id

    def _words(self, rect: QRect, text: str, face: QFont, tone: str, alignment: Qt.AlignmentFlag) -> None:
        """One line, cut at the right with an ellipsis; nothing where not even that has room."""
        if not text or rect.width() < GAP:
            return
        self._painter.setFont(face)
        self._painter.setPen(QColor(self._tokens.ink(tone)))
        metrics = self._faces.strong_metrics if face is self._faces.strong else self._faces.small_metrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(rect, alignment | Qt.TextFlag.TextSingleLine, shown)

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._tokens, name))
