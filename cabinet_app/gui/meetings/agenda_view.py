"""The agenda beside the list: the entries of a month as text, day after day, with clashes in words."""

from datetime import date
from typing import Any, cast

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cabinet_app.domain.calendar_spans import Span, month_of, months_on
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.agenda_model import ROW, AgendaModel, AgendaRow, Index
from cabinet_app.gui.meetings.calendar_content import MEETING, CalendarContent, CalendarSource, Entry
from cabinet_app.gui.meetings.calendar_view import CalendarView
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.theme.tokens import LARGE, MEDIUM, SMALL, Tokens, tokens_of
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator

_Key = Qt.Key
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AgendaDelegate(QStyledItemDelegate):
    """Draws heads of days, and entries with hour, name, place and status in columns."""

    def __init__(self, t: Translator, model: AgendaModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._t = t
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AgendaRow = index.data(ROW)
        line = option.fontMetrics.height()
        if row.entry is None:
            return QSize(100, round(line * 2.1))
        return QSize(100, round(line * 1.6) + len(row.entry.clashes) * round(line * 1.15))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AgendaRow = index.data(ROW)
        tokens = tokens_of(option.palette)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        if row.entry is None:
            self._head(painter, option, row, tokens)
        else:
            self._entry(painter, option, row, row.entry, tokens)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, row: AgendaRow, tokens: Tokens) -> None:
        rect: QRect = option.rect.adjusted(LARGE, SMALL, -LARGE, 0)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        is_free = self._model.is_free(row.day)
        words = self._model.day_words(row.day)
        self._words(painter, rect, words, strong, QColor(tokens.warn if is_free else tokens.text))
        room = rect.adjusted(QFontMetrics(strong).horizontalAdvance(words) + MEDIUM, 0, 0, 0)
        self._words(
            painter,
            room,
            self._model.notes(row.day),
            option.font,
            QColor(tokens.ink("warn" if is_free else "muted")),
        )
        painter.setPen(QColor(tokens.hairline))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _entry(
        self, painter: QPainter, option: QStyleOptionViewItem, row: AgendaRow, entry: Entry, tokens: Tokens
    ) -> None:
        metrics = option.fontMetrics
        line = round(metrics.height() * 1.6)
        rect = QRect(option.rect.left() + LARGE, option.rect.top(), option.rect.width() - 2 * LARGE, line)
        clock_room = metrics.horizontalAdvance("00.00–00.00") + MEDIUM
        face = QFont(option.font)
        face.setStrikeOut(entry.is_off)
        is_quiet = entry.is_off or row.goes_on
        ink = QColor(tokens.muted if is_quiet else tokens.text)
        self._words(painter, rect, self._clock(row, entry), option.font, QColor(tokens.muted))
        glyph = QRect(rect.left() + clock_room, rect.top(), metrics.averageCharWidth() * 3, line)
        self._words(painter, glyph, entry.glyph, option.font, QColor(tokens.ink(entry.tone)))
        right = option.rect.right() - LARGE
        left = glyph.right() + 1
        status = min(metrics.horizontalAdvance(entry.status) + SMALL, (right - left) // 3)
        self._words(
            painter,
            QRect(right - status, rect.top(), status, line),
            entry.status,
            option.font,
            QColor(tokens.muted),
        )
        words = " · ".join(part for part in (entry.text, *_title(entry), entry.place) if part)
        self._words(painter, QRect(left, rect.top(), right - left - status - MEDIUM, line), words, face, ink)
        if entry.clashes:
            painter.fillRect(
                QRect(option.rect.left(), rect.top(), 4, option.rect.height()), QColor(tokens.warn)
            )
        step = round(metrics.height() * 1.15)
        for number, clash in enumerate(entry.clashes):
            room = QRect(left, rect.bottom() - 2 + number * step, right - left, step)
            self._words(painter, room, f"▲ {clash}", option.font, QColor(tokens.warn))

    def _clock(self, row: AgendaRow, entry: Entry) -> str:
        t = self._t
        if row.goes_on or entry.when.last_day > entry.when.first_day:
            first, last = entry.when.first_day, entry.when.last_day
            return dates.day_month(last if row.goes_on else first, t.language).join(
                ("→ ", "") if row.goes_on else ("", " →")
            )
        if entry.when.all_day:
            return t.gettext("all day")
        end = entry.when.end.time() if entry.when.end > entry.when.start else None
        return dates.time_range(entry.when.start.time(), end, t.language)

    def _words(self, painter: QPainter, rect: QRect, text: str, face: QFont, ink: QColor) -> None:
        if not text or rect.width() < SMALL:
            return
        painter.setFont(face)
        painter.setPen(ink)
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT | Qt.TextFlag.TextSingleLine, shown)


class AgendaList(QListView):
    """The list; letters are commands and no search."""

    new_wanted = Signal(object)
    today_wanted = Signal()
    delete_wanted = Signal(object)
    entry_opened = Signal(object)
    turned = Signal(int)

    def row(self) -> AgendaRow | None:
        """The row of the cursor."""
        return cast("AgendaRow | None", self.currentIndex().data(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.row(), event.key()
        if event.modifiers() not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}:
            super().keyPressEvent(event)
        elif key in {_Key.Key_N, _Key.Key_Insert} and row is not None:
            self.new_wanted.emit(row.day)
        elif key == _Key.Key_T:
            self.today_wanted.emit()
        elif key in {_Key.Key_Return, _Key.Key_Enter} and row is not None:
            if row.entry is None:
                self.new_wanted.emit(row.day)
            else:
                self.entry_opened.emit(row.entry)
        elif key == _Key.Key_Delete and row is not None and row.entry is not None:
            self.delete_wanted.emit(row.entry)
        elif key in {_Key.Key_PageUp, _Key.Key_PageDown}:
            self.turned.emit(1 if key == _Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Not here: letters are commands."""


class AgendaView(CalendarView):
    """One month as a list."""

    def __init__(
        self, context: GuiContext, pane: RecordPane[Any, Any], source: CalendarSource, parent: QWidget
    ) -> None:
        super().__init__(context, pane, source, parent)
        self._day = context.today()
        self._content = CalendarContent()
        self._is_filling = False
        self.model = AgendaModel(context.t, self)
        self.list = AgendaList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(AgendaDelegate(context.t, self.model, self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.empty = PlainLabel(context.t.gettext("Nothing is entered for these days."), role="muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusProxy(self.list)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.list, 1)
        selection = self.list.selectionModel()
        selection.currentChanged.connect(self._moved)
        self.list.new_wanted.connect(self.begin_on)
        self.list.today_wanted.connect(self.today_wanted)
        self.list.delete_wanted.connect(self._delete)
        self.list.entry_opened.connect(self._open)
        self.list.turned.connect(self.turn)
        self.list.doubleClicked.connect(self._double_clicked)
        self.refresh()

    @property
    def day(self) -> date:
        return self._day

    @property
    def span(self) -> Span:
        return month_of(self._day)

    @property
    def content(self) -> CalendarContent:
        return self._content

    def go_to(self, day: date) -> None:
        self._day = day
        self.refresh()
        self._show_row(self.model.row_of_day(day))

    def turn(self, step: int) -> None:
        self.go_to(months_on(self._day, step).replace(day=1))

    def refresh(self) -> None:
        row = self.list.row()
        self._is_filling = True
        self._content = self._source.read(*self.span, self._ids)
        self.model.show_content(self._content, *self.span)
        self.empty.setVisible(not self.model.rows)
        self.list.setVisible(bool(self.model.rows))
        title = dates.month_title(self._day.year, self._day.month, self._context.language)
        self.list.setAccessibleName(self._context.t.gettext("Calendar, {month}").format(month=title))
        number = self.model.row_of(row.entry.key) if row and row.entry else self.model.row_of_day(self._day)
        self._show_row(number)
        self._is_filling = False
        self.shown.emit()

    def mark(self, record_id: int) -> None:
        number = self.model.row_of((MEETING, record_id))
        if number >= 0:
            self._is_filling = True
            self._show_row(number)
            self._is_filling = False

    def _show_row(self, number: int) -> None:
        if number >= 0:
            index = self.model.index(number)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _moved(self, index: Index, _before: Index) -> None:
        row = index.data(ROW)
        if row is None or self._is_filling:
            return
        self._day = row.day
        if row.entry is not None:
            self._choose(row.entry)

    def _double_clicked(self, index: Index) -> None:
        row = index.data(ROW)
        if row is not None and row.entry is not None:
            self._open(row.entry)
        elif row is not None:
            self.begin_on(row.day)


def _title(entry: Entry) -> tuple[str, ...]:
    return tuple(part for part in entry.details[1:2] if part != entry.text)
