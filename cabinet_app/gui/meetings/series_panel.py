"""The rule of a series as fields that read like a sentence, with that sentence and the next days below."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.recurrence import GREATEST_INTERVAL, LAST, ORDINALS, SAFE_MONTH_DAYS, flaws
from cabinet_app.domain.series import Frequency, HolidayPolicy, MeetingSeries
from cabinet_app.domain.series_rows import nth_of
from cabinet_app.gui.meetings.series_fields import WEEK, EndField, SeriesEnd, WeekdayChips
from cabinet_app.gui.meetings.series_preview import SeriesPreview
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.recurrence_words import interval_words, nth_words, rule_sentence, weekday_words

COUNTRY: Final = re.compile(r"[A-Z]{2}(-[A-Za-z0-9]{1,10})?")
OWN: Final = tuple(frequency for frequency in Frequency if frequency is not Frequency.FOREIGN)
_PARTS: Final = {
    Frequency.DAILY: ("interval",),
    Frequency.WEEKLY: ("interval", "weekdays"),
    Frequency.MONTHLY_WEEKDAY: ("nth", "weekday", "interval"),
    Frequency.MONTHLY_DAY: ("month_day", "interval"),
    Frequency.WORKING_DAY: ("nth", "working", "interval"),
    Frequency.YEARLY: ("month_day", "month", "interval"),
}
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class First:
    """When the first meeting is; what a new rule begins with is taken from it."""

    starts_at: datetime
    all_day: bool = False
    minutes: int = 0


class SeriesPanel(QWidget):
    """Edits a draft of a series; what a series has besides its rule stays as it was."""

    edited = Signal()

    def __init__(self, t: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._series = MeetingSeries()
        self._first: First | None = None
        mark(self, "banner", "accent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(today)
        self._arrange()
        self._listen()

    def series(self) -> MeetingSeries:
        """The draft as the fields have it."""
        made, end = replace(self._series), self.end.value()
        made.interval = self.interval.value()
        needed = _PARTS.get(made.frequency, ())
        if "weekdays" in needed:
            made.weekdays = self.weekdays.value()
        elif "weekday" in needed:
            made.weekdays = [self.weekday.value()]
        made.nth = self.nth.value() if "nth" in needed else None
        made.month_day = self.month_day.value() if "month_day" in needed else None
        made.month = self.month.value() if "month" in needed else None
        made.until, made.count = end.until, end.count
        made.holiday_policy = self.policy.value()
        made.countries = _codes(self.countries.value())
        if self._first is not None:
            made.starts_at, made.all_day = self._first.starts_at, self._first.all_day
        return made

    def show_series(self, series: MeetingSeries, first: First | None) -> None:
        """Fill the fields from a draft; `first` is when its meetings are."""
        self._series, self._first = series, first
        self._show_frequency(series.frequency)
        self.interval.set_value(series.interval)
        self.weekdays.set_value(series.weekdays)
        if series.weekdays:
            self.weekday.set_value(series.weekdays[0])
        self._offer_nth()
        for field, value in ((self.nth, series.nth), (self.month_day, series.month_day)):
            if value is not None:
                field.set_value(value)
        if series.month is not None:
            self.month.set_value(series.month)
        self.end.set_value(SeriesEnd(series.until, series.count))
        self.policy.set_value(series.holiday_policy)
        self.countries.set_value(", ".join(series.countries))
        self.refresh()

    def choose(self, frequency: Frequency, first: First) -> None:
        """Begin a rule of this kind that has the day of the first meeting on it."""
        day = first.starts_at.date()
        self.show_series(
            replace(
                self._series,
                frequency=frequency,
                interval=1,
                weekdays=[day.weekday()],
                nth=1 if frequency is Frequency.WORKING_DAY else nth_of(day),
                month=day.month,
                month_day=_month_day(frequency, day),
            ),
            first,
        )

    def follow(self, first: First) -> None:
        """The first meeting has another day or hour now: what was taken from the old day follows."""
        before, self._first = self._first, first
        if before is not None and before.starts_at.date() != first.starts_at.date():
            if self._fits(before.starts_at.date()):
                end = self.end.value()
                self._series = self.series()
                self.choose(self._series.frequency, first)
                self.end.set_value(end)
            self.preview.forget_decisions()
        self.refresh()

    def problem(self) -> str:
        """Why the rule cannot be followed yet, in words."""
        t = self._t
        words = {
            "weekdays": t.gettext("Choose at least one weekday."),
            "month_day": t.gettext("Not every month has this day. Choose the last day of the month."),
            "until": t.gettext("The series ends before its first meeting. Choose a later day."),
        }
        wrong = [code for code in _codes(self.countries.value()) if not COUNTRY.fullmatch(code)]
        if wrong:
            told = t.gettext("“{code}” is not the code of a country such as SI or AT-2.")
            return told.format(code=wrong[0])
        found = [words[flaw] for flaw in flaws(self.series()) if flaw in words]
        return self.end.problem() or next(iter(found), "")

    def decisions(self) -> dict[date, HolidayPolicy]:
        """What was decided for single days of the rule."""
        return self.preview.decisions()

    def refresh(self) -> None:
        """Say the rule and its next days anew."""
        series = self.series()
        self.sentence.setText(_capital(rule_sentence(series, self._t)))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.preview.show_series(series if not self.problem() else None)

    # Inside.

    def _build(self, today: Callable[[], date]) -> None:
        t, language = self._t, self._t.language
        self.interval = ChoiceCombo([(1, "")], self)
        self.interval.setAccessibleName(t.gettext("How often"))
        self.weekdays = WeekdayChips(t, self)
        self.nth = ChoiceCombo([(nth, nth_words(nth, 0, t)) for nth in ORDINALS], self)
        self.nth.setAccessibleName(t.gettext("Which one of the month"))
        self.weekday = ChoiceCombo([(day, weekday_words(day, t)) for day in WEEK], self)
        self.weekday.setAccessibleName(t.gettext("Weekday"))
        self.working = PlainLabel(t.gettext("working day"), self)
        self.month_day = ChoiceCombo([(LAST, "")], self)
        self.month_day.setAccessibleName(t.gettext("Day of the month"))
        self.month = ChoiceCombo([(month, dates.month_name(month, language)) for month in range(1, 13)], self)
        self.month.setAccessibleName(t.gettext("Month"))
        self.end = EndField(t, today, self)
        self.policy = EnumCombo(HolidayPolicy, self._policy_words, self)
        self.policy.setAccessibleName(t.gettext("On holidays"))
        self.countries = TextField(self, placeholder="SI, AT-2, HU")
        self.countries.setAccessibleName(t.gettext("Holidays of these countries"))
        self.sentence = PlainLabel(role="strong", wrap=True)
        self.preview = SeriesPreview(t, today, self)

    def _arrange(self) -> None:
        t = self._t
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        rule = QWidget(self)
        self._rule = QHBoxLayout(rule)
        self._rule.setContentsMargins(0, 0, 0, 0)
        self._rule.setSpacing(TINY)
        column.addWidget(rule)
        column.addWidget(self.weekdays)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(SMALL)
        for place, (words, field) in enumerate(
            (
                (t.gettext("Ends"), self.end),
                (t.gettext("On holidays"), self.policy),
                (t.gettext("Holidays of"), self.countries),
            )
        ):
            name = PlainLabel(words, role="muted")
            name.setBuddy(field)
            grid.addWidget(name, place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.sentence)
        column.addWidget(self.preview)

    def _listen(self) -> None:
        fields = (
            self.interval, self.weekdays, self.nth, self.month_day, self.month, self.end, self.policy,
            self.countries,
        )  # fmt: skip
        for field in fields:
            field.edited.connect(self._changed)
        self.weekday.edited.connect(self._weekday_chosen)
        self.preview.edited.connect(self.edited)

    def _show_frequency(self, frequency: Frequency) -> None:
        """Put the fields of this frequency on the line, in the order of the sentence."""
        t = self._t
        choices = list(range(1, GREATEST_INTERVAL + 1))
        if self._series.interval not in choices:
            choices.append(self._series.interval)
        self.interval.set_choices([(number, interval_words(frequency, number, t)) for number in choices])
        longest = _LONGEST_MONTH if frequency is Frequency.YEARLY else SAFE_MONTH_DAYS
        numbers = [(number, dates.day_number(number, t.language)) for number in range(1, longest + 1)]
        last = t.gettext("last day of the month")
        self.month_day.set_choices([*numbers, (LAST, last)])
        while self._rule.count():
            self._rule.takeAt(0)
        shown = _PARTS.get(frequency, ())
        parts: dict[str, QWidget] = {
            "interval": self.interval,
            "nth": self.nth,
            "weekday": self.weekday,
            "working": self.working,
            "month_day": self.month_day,
            "month": self.month,
        }
        for name in shown:
            if name in parts:
                self._rule.addWidget(parts[name], 0 if name == "working" else 1)
        for name, part in parts.items():
            part.setVisible(name in shown)
        self.weekdays.setVisible("weekdays" in shown)
        before: QWidget | None = None
        for name in shown:
            part = parts.get(name, self.weekdays)
            if before is not None and name != "working":
                QWidget.setTabOrder(before, part)
            before = part if name != "working" else before

    def _offer_nth(self) -> None:
        weekday = self.weekday.value() if self._series.frequency is Frequency.MONTHLY_WEEKDAY else None
        self.nth.set_choices([(nth, nth_words(nth, weekday, self._t)) for nth in ORDINALS])

    def _fits(self, day: date) -> bool:
        """Whether the rule is still the one that was taken from this day."""
        series = self.series()
        if series.frequency is Frequency.WEEKLY:
            return series.weekdays == [day.weekday()]
        if series.frequency is Frequency.MONTHLY_WEEKDAY:
            return (series.weekdays, series.nth) == ([day.weekday()], nth_of(day))
        if series.frequency in {Frequency.MONTHLY_DAY, Frequency.YEARLY}:
            is_month = series.month in {None, day.month}
            return is_month and series.month_day == _month_day(series.frequency, day)
        return False

    def _weekday_chosen(self) -> None:
        self._offer_nth()
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.edited.emit()

    def _policy_words(self, policy: HolidayPolicy) -> str:
        return label(policy, self._t)


def _month_day(frequency: Frequency, day: date) -> int:
    """The day of the month, the last one where not every month has it."""
    is_safe = day.day <= SAFE_MONTH_DAYS or frequency is Frequency.YEARLY
    return day.day if is_safe else LAST


def _codes(text: str) -> list[str]:
    return list(dict.fromkeys(part for part in re.split(r"[,;\s]+", text.strip()) if part))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
