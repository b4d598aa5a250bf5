"""A day with an hour in one line, as people type it: `25.2. 8.15`, `25. 2. 2027 13h`, `8.15`."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cabinet_app.errors import UserError
from cabinet_app.i18n import dates, dates_typed
from cabinet_app.i18n.catalogs import Translator


class MomentEdit(QWidget):
    """An hour alone is of `usual_day`; a day alone begins at midnight, which is not shown."""

    edited = Signal()

    def __init__(
        self,
        t: Translator,
        today: Callable[[], date],
        usual_day: Callable[[], date | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self._usual_day = usual_day
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)

    def value(self) -> datetime | None:
        text = self.line.text().strip()
        day = self._day(text)
        if day is not None:
            return datetime.combine(day, time.min)
        first, _, last = text.rpartition(" ")
        for begin, end in ((first, last), first.rpartition(" ")[::2], ("", text)):
            hour = self._hour(end if begin != first or end == last else f"{end} {last}")
            day = self._day(begin.strip(" ,")) if begin.strip(" ,") else self._usual_day() or self._today()
            if hour is not None and day is not None:
                return datetime.combine(day, hour)
        return None

    def set_value(self, value: datetime | None) -> None:
        if value is None or value != self.value():
            self.line.setText(moment_words(value, self._t))

    def problem(self) -> str:
        """What is wrong with the text, empty if it is understood."""
        if self.line.text().strip() and self.value() is None:
            return self._t.gettext("This is not a day with an hour. Type for example 25. 2. 8.15.")
        return ""

    def _day(self, text: str) -> date | None:
        try:
            return dates_typed.parse_date(text, self._t.language, self._today())
        except UserError:
            return None

    def _hour(self, text: str) -> time | None:
        try:
            return dates_typed.parse_time(text)
        except UserError:
            return None


def moment_words(moment: datetime | None, t: Translator) -> str:
    """`25. 2. 2027 8.15`, without the hour at midnight."""
    if moment is None:
        return ""
    day = dates.numeric(moment.date(), t.language)
    return day if moment.time() == time.min else f"{day} {dates.time(moment.time(), t.language)}"
