"""A day and an hour side by side: the wall clock's at a place."""

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.date_edit import DateEdit, TimeEdit, Today
from cabinet_app.i18n.catalogs import Translator


class MomentEdit(QWidget):
    """value() is None while either of the two is missing; the clock's zone is that of the place."""

    edited = Signal()

    def __init__(self, t: Translator, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateEdit(t, today, has_echo=False)
        self.clock = TimeEdit(t)
        self.day.setAccessibleName(t.gettext("Date"))
        self.day.line.setAccessibleName(t.gettext("Date"))
        self.clock.setAccessibleName(t.gettext("Time"))
        self.clock.line.setAccessibleName(t.gettext("Time"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        row.addWidget(self.day)
        row.addWidget(self.clock)
        row.addStretch(1)
        self.setFocusProxy(self.day)
        for field in (self.day, self.clock):
            field.edited.connect(self.edited)

    def value(self) -> datetime | None:
        day, clock = self.day.value(), self.clock.value()
        return datetime.combine(day, clock) if day and clock else None

    def set_value(self, value: datetime | None) -> None:
        self.day.set_value(value.date() if value else None)
        self.clock.set_value(time(value.hour, value.minute) if value else None)

    def problem(self) -> str:
        """What is wrong with the day or the hour, empty if both are understood."""
        return self.day.problem() or self.clock.problem()
