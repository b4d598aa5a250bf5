"""The small fields of a rule: weekdays as chips, and where a series ends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import NumberField
from cabinet_app.gui.widgets.labels import escaped_tip, text_button
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.date_words import WEEKDAYS, WEEKDAYS_SHORT

WEEK = range(7)
MOST = 999


class WeekdayChips(QWidget):
    """The days of the week, each on or off."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        self.chips: list[QPushButton] = []
        for weekday in WEEK:
            chip = text_button(WEEKDAYS_SHORT[t.language][weekday], self, kind="chip")
            chip.setCheckable(True)
            chip.setAccessibleName(WEEKDAYS[t.language][weekday])
            chip.setToolTip(escaped_tip(WEEKDAYS[t.language][weekday]))
            chip.clicked.connect(self.edited)
            row.addWidget(chip)
            self.chips.append(chip)
        row.addStretch(1)
        self.setFocusProxy(self.chips[0])

    def value(self) -> list[int]:
        return [weekday for weekday, chip in enumerate(self.chips) if chip.isChecked()]

    def set_value(self, value: Sequence[int]) -> None:
        for weekday, chip in enumerate(self.chips):
            chip.setChecked(weekday in value)


class _End(StrEnum):
    NEVER = "never"
    UNTIL = "until"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class SeriesEnd:
    """The last day of a series, or how many meetings it has; neither if it runs on."""

    until: date | None = None
    count: int | None = None


class EndField(QWidget):
    """Where a series ends: never, on a day, after so many meetings."""

    edited = Signal()

    def __init__(self, t: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        choices = [
            (_End.NEVER, t.pgettext("series end", "never")),
            (_End.UNTIL, t.pgettext("series end", "on a day")),
            (_End.COUNT, t.pgettext("series end", "after a number of meetings")),
        ]
        self.choice = ChoiceCombo(choices, self)
        self.choice.setAccessibleName(t.gettext("Ends"))
        self.day = DateEdit(t, today, has_echo=False)
        self.day.setAccessibleName(t.gettext("Last day of the series"))
        self.day.line.setAccessibleName(t.gettext("Last day of the series"))
        self.number = NumberField(largest=MOST)
        self.number.setAccessibleName(t.gettext("Number of meetings"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self.choice, self.day, self.number):
            row.addWidget(widget, 1 if widget is self.choice else 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.choice)
        self.choice.edited.connect(self._chosen)
        self.day.edited.connect(self._typed)
        self.number.edited.connect(self._typed)
        self._show_parts()

    def value(self) -> SeriesEnd:
        kind = self.choice.value()
        if kind is _End.UNTIL:
            return SeriesEnd(until=self.day.value())
        return SeriesEnd(count=self.number.value()) if kind is _End.COUNT else SeriesEnd()

    def set_value(self, value: SeriesEnd) -> None:
        if value == self.value() and not self.problem():
            return
        kind = _End.UNTIL if value.until else _End.COUNT if value.count else _End.NEVER
        self.choice.set_value(kind)
        self.day.set_value(value.until)
        self.number.set_value(value.count)
        self._show_parts()

    def problem(self) -> str:
        """What is missing or not understood."""
        kind = self.choice.value()
        if kind is _End.UNTIL:
            missing = self._t.gettext("Enter the last day of the series.")
            return self.day.problem() or ("" if self.day.value() else missing)
        if kind is _End.COUNT and not self.number.value():
            return self._t.gettext("Enter how many meetings the series has.")
        return ""

    def _chosen(self) -> None:
        self._show_parts()
        target = {_End.UNTIL: self.day.line, _End.COUNT: self.number}.get(self.choice.value())
        if target is not None:
            target.setFocus()
        self.edited.emit()

    def _typed(self) -> None:
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        kind = self.choice.value()
        self.day.setVisible(kind is _End.UNTIL)
        self.number.setVisible(kind is _End.COUNT)
