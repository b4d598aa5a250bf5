"""The next days of a series while its rule is edited, with the holidays that they fall on."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.series import HolidayPolicy, MeetingSeries
from cabinet_app.domain.series_slots import Slot
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.recurrence_words import slot_words

SHOWN: Final = 6
MOST_ASKED: Final = 12
_DECIDABLE: Final[tuple[HolidayPolicy, ...]] = tuple(
    policy for policy in HolidayPolicy if policy is not HolidayPolicy.ASK
)


class SeriesPreview(QWidget):
    """Says the next days; for those on holidays that nobody has decided about it asks, one by one."""

    edited = Signal()

    def __init__(self, t: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self._series: MeetingSeries | None = None
        self._decisions: dict[date, HolidayPolicy] = {}
        self._asked: tuple[date, ...] = ()
        self.rows: list[_Question] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self.next_days = PlainLabel(role="small muted", wrap=True)
        self.heading = PlainLabel(role="small warn", wrap=True)
        column.addWidget(self.next_days)
        column.addWidget(self.heading)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(TINY)
        column.addLayout(self._questions)
        self.more = PlainLabel(role="small muted", wrap=True)
        column.addWidget(self.more)

    def decisions(self) -> dict[date, HolidayPolicy]:
        """What was decided for single days of the rule that are still asked about."""
        return {day: policy for day, policy in self._decisions.items() if day in self._asked}

    def forget_decisions(self) -> None:
        """Ask anew about every day."""
        self._decisions.clear()

    def show_series(self, series: MeetingSeries | None) -> None:
        """Say the days of this series; nothing if it has none yet."""
        self._series = series
        found = self._slots(series) if series is not None else []
        self._say_next(found)
        self._ask([slot for slot in found if slot.is_free] if self._asks(series) else [])

    def _slots(self, series: MeetingSeries) -> list[Slot]:
        from cabinet_app.domain.series_slots import slots
        from cabinet_app.services.series_writing import horizon

        return slots(series, horizon(series, self._today()), decisions=self._decisions)

    def _say_next(self, found: Sequence[Slot]) -> None:
        coming = [slot for slot in found if slot.original >= self._today()] or list(found)
        told = [self._words(slot) for slot in coming[:SHOWN]]
        rest = len(coming) - len(told)
        if rest > 0:
            words = self._t.ngettext("and {count} more until {day}", "and {count} more until {day}", rest)
            day = dates.numeric(coming[-1].day or coming[-1].original, self._t.language)
            told.append(words.format(count=rest, day=day))
        self.next_days.setText("\n".join(told))
        self.next_days.setVisible(bool(told))

    def _words(self, slot: Slot) -> str:
        words = slot_words(slot, self._t)
        return words[:1].upper() + words[1:]

    def _asks(self, series: MeetingSeries | None) -> bool:
        return series is not None and series.holiday_policy is HolidayPolicy.ASK

    def _ask(self, free: Sequence[Slot]) -> None:
        shown = free[:MOST_ASKED]
        self._asked = tuple(slot.original for slot in shown)
        if [row.day for row in self.rows] != list(self._asked):
            self._make_rows(shown)
        for row, slot in zip(self.rows, shown, strict=True):
            row.show_slot(slot)
        count = len(free)
        words = self._t.ngettext(
            "{count} meeting falls on a day off. What becomes of it?",
            "{count} meetings fall on days off. What becomes of them?",
            count,
        )
        self.heading.setText(f"⚠ {words.format(count=count)}" if count else "")
        self.heading.setVisible(bool(count))
        rest = count - len(shown)
        later = self._t.ngettext(
            "{count} later one takes place all the same until you decide otherwise.",
            "{count} later ones take place all the same until you decide otherwise.",
            rest,
        )
        self.more.setText(later.format(count=rest) if rest else "")
        self.more.setVisible(rest > 0)

    def _make_rows(self, shown: Sequence[Slot]) -> None:
        for old in self.rows:
            self._questions.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        for slot in shown:
            row = _Question(slot.original, self._t, self)
            row.choice.set_value(self._decisions.get(slot.original, HolidayPolicy.KEEP))
            row.edited.connect(self._decided)
            self._questions.addWidget(row)
            self.rows.append(row)

    def _decided(self) -> None:
        for row in self.rows:
            self._decisions[row.day] = row.choice.value()
        self.show_series(self._series)
        self.edited.emit()


class _Question(QWidget):
    """One day off with what shall become of its meeting."""

    edited = Signal()

    def __init__(self, day: date, t: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = day
        self._t = t
        self.words = PlainLabel(role="small", wrap=True)
        self.choice = ChoiceCombo([(policy, label(policy, t)) for policy in _DECIDABLE], self)
        self.choice.setAccessibleName(dates.long(day, t.language))
        self.choice.edited.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.choice, 1)

    def show_slot(self, slot: Slot) -> None:
        words = slot_words(slot, self._t)
        self.words.setText(words[:1].upper() + words[1:])
