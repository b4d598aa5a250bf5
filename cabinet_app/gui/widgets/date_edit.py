"""Days, hours and vague dates as people type them; what was understood is shown under the field.

    DateEdit(t, today)       date | None     `25.2.`, `25. 2. 2026`, `jutri`, `in 2 weeks`; Alt+↓: calendar
    TimeEdit(t)              time | None     `9`, `9.30`, `930`
    VagueDateEdit(t, today)  VagueDate       `2008`, `oktober 1975`, `konec decembra 2022`
`today` is a function. `problem()` is a sentence while the text is not understood: it stays, value() is None.
"""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.errors import UserError
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.gui.widgets.line_button import LineButton
from cabinet_app.i18n import dates, dates_typed
from cabinet_app.i18n.catalogs import Translator

Today = Callable[[], date]


class _TypedEdit(QWidget):
    """A line that is understood when it is left, with a muted line under it that says how."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None, *, has_echo: bool, characters: int) -> None:
        super().__init__(parent)
        self._t = t
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)
        self.line.installEventFilter(self)
        self._echo = PlainLabel(role="small muted", parent=self)
        self._echo.setVisible(False)
        self._has_echo = has_echo
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self._echo)
        self.setFocusProxy(self.line)
        if characters:
            self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * characters + 44)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if characters else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Maximum,
        )

    def problem(self) -> str:
        """What is wrong with the text, empty if it is understood."""
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._takes_key(event):
            return True
        return super().eventFilter(watched, event)

    def _takes_key(self, _event: QKeyEvent) -> bool:
        return False

    def _typed(self) -> None:
        self._show_echo()
        self.edited.emit()

    def _left(self) -> None:
        self._show_echo()

    def _show_echo(self) -> None:
        text = self._understood()
        self._echo.setText(text)
        self._echo.setVisible(self._has_echo and bool(text))

    def _understood(self) -> str:
        return ""


class DateEdit(_TypedEdit):
    """One day, typed in any of the usual ways or picked from a calendar."""

    def __init__(
        self, t: Translator, today: Today, parent: QWidget | None = None, *, has_echo: bool = True
    ) -> None:
        super().__init__(t, parent, has_echo=has_echo, characters=11)
        self._today = today
        self._popup: CalendarPopup | None = None
        self.calendar_button = LineButton(self.line, "calendar", t.gettext("Calendar (Alt+↓)"))
        self.calendar_button.clicked.connect(self.open_calendar)

    def value(self) -> date | None:
        text = self.line.text().strip()
        if not text:
            return None
        try:
            return dates_typed.parse_date(text, self._t.language, self._today())
        except UserError:
            return None

    def set_value(self, value: date | None) -> None:
        if value is None or value != self.value():
            self.line.setText("" if value is None else dates.numeric(value, self._t.language))
        self._left()

    def problem(self) -> str:
        if self.line.text().strip() and self.value() is None:
            return self._t.gettext("This is not a date. Type for example 25. 2. 2026 or tomorrow.")
        return ""

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        if self._popup is None:
            self._popup = CalendarPopup(self._t, self)
            self._popup.day_chosen.connect(self._take)
        self._popup.open_at(self.line, self.value() or self._today())

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return True
        return False

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.edited.emit()
        self.line.setFocus()

    def _left(self) -> None:
        day = self.value()
        if day is not None and not self.line.hasFocus():
            self.line.setText(dates.numeric(day, self._t.language))
        self._show_echo()

    def _understood(self) -> str:
        day, language = self.value(), self._t.language
        if day is None:
            return ""
        is_plain = self.line.text().strip() == dates.numeric(day, language)
        return dates.weekday_name(day, language) if is_plain else dates.long(day, language)


class CalendarPopup(QWidget):
    """A month to pick a day from; Escape closes it."""

    day_chosen = Signal(object)

    def __init__(self, t: Translator, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(t.language.tag.replace("-", "_")))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setAccessibleName(t.gettext("Calendar"))
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def open_at(self, widget: QWidget, day: date) -> None:
        """Open below `widget` with `day` selected."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self.calendar.setFocus()

    def _choose(self, chosen: QDate) -> None:
        self.close()
        self.day_chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))


class TimeEdit(_TypedEdit):
    """One hour of the day."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(t, parent, has_echo=False, characters=6)
        self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 6 + 24)

    def value(self) -> time | None:
        text = self.line.text().strip()
        if not text:
            return None
        try:
            return dates_typed.parse_time(text)
        except UserError:
            return None

    def set_value(self, value: time | None) -> None:
        if value is None or value != self.value():
            self.line.setText("" if value is None else dates.time(value, self._t.language))
        self._left()

    def problem(self) -> str:
        if self.line.text().strip() and self.value() is None:
            return self._t.gettext("This is not a time. Type for example 9, 9.30 or 930.")
        return ""

    def _left(self) -> None:
        hour = self.value()
        if hour is not None and not self.line.hasFocus():
            self.line.setText(dates.time(hour, self._t.language))


class VagueDateEdit(_TypedEdit):
    """A date as exactly as it is known; what cannot be read is kept as its wording."""

    def __init__(
        self, t: Translator, today: Today, parent: QWidget | None = None, *, has_echo: bool = True
    ) -> None:
        super().__init__(t, parent, has_echo=has_echo, characters=0)
        self._today = today
        self._value = VagueDate()
        self.line.setPlaceholderText(t.gettext("A day, a month, a year or words"))

    def value(self) -> VagueDate:
        return self._value

    def set_value(self, value: VagueDate) -> None:
        if value == self._value and self.line.text():
            return
        self._value = value
        self.line.setText("" if value.is_empty else self._words(value))
        self.line.setCursorPosition(0)
        self._show_echo()

    def _typed(self) -> None:
        text = self.line.text().strip()
        language = self._t.language
        self._value = dates_typed.parse_vague(text, language, self._today()) if text else VagueDate()
        super()._typed()

    def _words(self, value: VagueDate) -> str:
        return value.wording or dates.vague(value, self._t.language)

    def _understood(self) -> str:
        if self._value.is_empty:
            return ""
        if not self._value.edtf:
            return self._t.gettext("Kept in these words; it cannot be put in order by date.")
        shown = dates.vague(VagueDate(self._value.edtf), self._t.language)
        return "" if shown == self.line.text().strip() else shown
