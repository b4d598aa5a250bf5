"""The small row in which a meeting is put on another day: the old one stays, struck through."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import Translator


class MoveRow(QWidget):
    """Asks for the new day and hour; Enter moves, Escape closes. Hidden while nobody moves anything."""

    move_wanted = Signal(object)
    closed = Signal()

    def __init__(self, t: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        mark(self, "banner", "accent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.day = DateEdit(t, today)
        self.day.setAccessibleName(t.gettext("New day"))
        self.day.line.setAccessibleName(t.gettext("New day"))
        self.hour = TimeEdit(t)
        self.hour.setAccessibleName(t.gettext("New hour"))
        self.hour.line.setAccessibleName(t.gettext("New hour"))
        self.move_button = text_button(t.gettext("Move"), self, kind="primary")
        self.move_button.clicked.connect(self.accept)
        self.cancel_button = text_button(t.gettext("Cancel"), self)
        self.cancel_button.clicked.connect(self.close_row)
        self.message = PlainLabel(role="small danger", wrap=True)
        self._keeps_hour = False
        self._arrange()
        for line in (self.day.line, self.hour.line):
            line.returnPressed.connect(self.accept)
        self.hide()

    def open_row(self, starts_at: datetime, *, all_day: bool) -> None:
        """Begin with the present day and hour."""
        self._keeps_hour = all_day
        self.day.set_value(starts_at.date())
        self.hour.set_value(None if all_day else starts_at.time())
        self.hour.setVisible(not all_day)
        self._before = starts_at
        self._say("")
        self.show()
        self.day.line.setFocus()
        self.day.line.selectAll()

    def accept(self) -> None:
        """Ask for the move, or say what is missing."""
        day, hour = self.day.value(), self.hour.value()
        told = self.day.problem() or self.hour.problem()
        if not told and day is None:
            told = self._t.gettext("Enter the new day.")
        if told or day is None:
            self._say(told)
            return
        at = self._before.time() if self._keeps_hour or hour is None else hour
        if datetime.combine(day, at) == self._before:
            self._say(self._t.gettext("It stands there already. Enter another day or hour."))
            return
        self.move_wanted.emit(datetime.combine(day, at))

    def close_row(self) -> None:
        """Think better of it."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TINY)
        words = self._t.gettext("The old date stays in the calendar, struck through.")
        column.addWidget(PlainLabel(self._t.gettext("Move to"), role="strong"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for widget in (self.day, self.hour):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        for button in (self.move_button, self.cancel_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(PlainLabel(words, role="small muted", wrap=True))

    def _say(self, words: str) -> None:
        self.message.setText(f"⚠ {words}" if words else "")
        self.message.setVisible(bool(words))
