"""The rule of a group as one sentence with fields in it, in the word order of each language.

    sentence = RuleSentence(t);  sentence.set_rule(rule);  sentence.write(rule)     signal: edited
`Sestane se [najmanj ▾] [1-krat ▾] na [mesec ▾], najraje [drugi ▾] [torek ▾] ob [17.00]; premor: [avgust ▾]`
"""

from collections.abc import Sequence
from string import Formatter
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, CadenceUnit
from cabinet_app.domain.texts import Language
from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.date_edit import TimeEdit
from cabinet_app.gui.widgets.fields import NumberField
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import PlainLabel, doubled
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import day_words
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.date_words import WEEKDAYS, WEEKDAYS_ACCUSATIVE_SL

V = TypeVar("V")
LARGEST_COUNT = 12
FORTNIGHT = 14
WORD_PADDING = 66
PLACES = (1, 2, 3, 4, 5, -1)


class MonthsButton(QPushButton):
    """The recess months, named on a button whose menu ticks them."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setAutoDefault(False)
        menu = QMenu(self)
        self._actions: list[QAction] = []
        for month in range(1, 13):
            action = menu.addAction(doubled(dates.month_name(month, t.language)))
            action.setCheckable(True)
            self._actions.append(action)
        menu.triggered.connect(self._announce)
        self.setMenu(menu)
        self.setProperty("menu", True)
        self.setAccessibleName(t.gettext("Recess months"))

    def value(self) -> list[int]:
        return [month for month, action in enumerate(self._actions, 1) if action.isChecked()]

    def set_value(self, value: Sequence[int]) -> None:
        for month, action in enumerate(self._actions, 1):
            action.setChecked(month in value)
        self._show()

    def _announce(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        names = [dates.month_name(month, self._t.language) for month in self.value()]
        text = ", ".join(names) or self._t.pgettext("recess", "none")
        self.setText(doubled(text))
        self.setAccessibleName(self._t.gettext("Recess months: {months}").format(months=text))
        self.updateGeometry()


class WordCombo(ChoiceCombo[V]):
    """As wide as the words it shows; its list is as wide as its longest words."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = super().sizeHint().height()
        return QSize(metrics.horizontalAdvance(self.currentText()) + WORD_PADDING, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        widest = max(self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count()))
        self.view().setMinimumWidth(widest + WORD_PADDING)
        super().showPopup()


class RuleSentence(QWidget):
    """Words and fields in a row that breaks where the room ends."""

    edited = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._words: list[PlainLabel] = []
        self._laid_out: CadenceKind | None = None
        self._build_frequency()
        self._build_preference()
        self._flow = FlowLayout(self, gap=TINY)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.kind)
        self._slots: dict[str, QWidget] = {
            "kind": self.kind, "times": self.count, "unit": self.unit, "days": self.days,
            "day_word": self._day_word, "tolerance": self.tolerance, "tolerance_word": self._tolerance_word,
            "nth": self.nth, "weekday": self.weekday, "time": self.at, "recess": self.recess,
        }  # fmt: skip
        self.set_rule(CadenceRule())

    def set_rule(self, rule: CadenceRule) -> None:
        """Show a rule."""
        self.kind.set_value(rule.kind)
        self._offer_count(rule.minimum)
        self.unit.set_value(rule.unit)
        self.days.set_value(rule.gap_days or FORTNIGHT)
        self.tolerance.set_value(rule.tolerance_days)
        self.weekday.set_value(rule.preferred_weekday)
        self._offer_places(rule.preferred_nth)
        self.at.set_value(rule.preferred_time)
        self.recess.set_value(rule.recess_months)
        self._refresh()

    def write(self, rule: CadenceRule) -> None:
        """Let the rule say what the sentence says."""
        rule.kind = self.kind.value()
        rule.unit = self.unit.value()
        rule.minimum = self.count.value()
        is_gap = rule.kind is CadenceKind.MAX_GAP
        rule.gap_days = (self.days.value() or 1) if is_gap else rule.gap_days
        rule.tolerance_days = (self.tolerance.value() or 0) if is_gap else rule.tolerance_days
        rule.preferred_weekday = self.weekday.value()
        rule.preferred_nth = self.nth.value() if rule.preferred_weekday is not None else None
        rule.preferred_time = self.at.value()
        rule.recess_months = self.recess.value()

    def problem(self) -> str:
        """What cannot be understood in one of the fields."""
        if self.kind.value() is CadenceKind.MAX_GAP and not self.days.value():
            return self._t.gettext("Say after how many days at the latest the group meets again.")
        return self.at.problem()

    def _build_frequency(self) -> None:
        t = self._t
        kinds = [
            (CadenceKind.PER_PERIOD, t.pgettext("cadence sentence", "at least")),
            (CadenceKind.MAX_GAP, t.pgettext("cadence sentence", "at least every")),
            (CadenceKind.NONE, t.pgettext("cadence sentence", "as needed")),
        ]
        units = [
            (CadenceUnit.WEEK, t.pgettext("cadence sentence", "week")),
            (CadenceUnit.MONTH, t.pgettext("cadence sentence", "month")),
            (CadenceUnit.QUARTER, t.pgettext("cadence sentence", "quarter")),
            (CadenceUnit.HALF_YEAR, t.pgettext("cadence sentence", "half-year")),
            (CadenceUnit.YEAR, t.pgettext("cadence sentence", "year")),
        ]
        self.kind: ChoiceCombo[CadenceKind] = self._combo(kinds, t.gettext("Kind of rule"))
        self.count: ChoiceCombo[int] = self._combo(self._counts(1), t.gettext("How many times"))
        self.unit: ChoiceCombo[CadenceUnit] = self._combo(units, t.gettext("Period"))
        self.days = self._number(t.gettext("Longest gap in days"))
        self.tolerance = self._number(t.gettext("Tolerance in days"))
        self._day_word = PlainLabel(parent=self)
        self._tolerance_word = PlainLabel(parent=self)

    def _build_preference(self) -> None:
        t = self._t
        names = WEEKDAYS_ACCUSATIVE_SL if t.language is Language.SL else WEEKDAYS[t.language]
        days: list[tuple[int | None, str]] = [(None, t.pgettext("cadence sentence", "on any day"))]
        days += list(enumerate(names))
        # Made in the order of the sentence, which is that of Tab.
        self.nth: ChoiceCombo[int | None] = self._combo([(None, "")], t.gettext("Which one of the month"))
        self.weekday: ChoiceCombo[int | None] = self._combo(days, t.gettext("Preferred weekday"))
        self.at = TimeEdit(t, self)
        self.at.setAccessibleName(t.gettext("Preferred time"))
        self.at.line.setAccessibleName(t.gettext("Preferred time"))
        self.at.edited.connect(self._announce)
        self.recess = MonthsButton(t, self)
        self.recess.edited.connect(self._announce)

    def _combo(self, choices: Sequence[tuple[V, str]], name: str) -> ChoiceCombo[V]:
        combo: ChoiceCombo[V] = WordCombo(choices, self)
        combo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        combo.setAccessibleName(name)
        combo.edited.connect(self._announce)
        return combo

    def _number(self, name: str) -> NumberField:
        field = NumberField(self, largest=999)
        field.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 3 + 24)
        field.setAccessibleName(name)
        field.edited.connect(self._announce)
        return field

    def _counts(self, count: int) -> list[tuple[int, str]]:
        numbers = sorted({*range(1, LARGEST_COUNT + 1), count})
        return [
            (number, self._t.ngettext("once", "{count} times", number).format(count=number))
            for number in numbers
        ]

    def _offer_count(self, count: int) -> None:
        if count > LARGEST_COUNT or count < 1:
            self.count.set_choices(self._counts(count))
        self.count.set_value(count)

    def _offer_places(self, nth: int | None) -> None:
        """The words before the weekday agree with it: `drugi torek`, `drugo sredo`."""
        weekday = self.weekday.value()
        if weekday is None:
            return
        places: list[int | None] = [None, *PLACES]
        choices = []
        for place in places:
            words = day_words(weekday, place, self._t)
            choices.append((place, words.rpartition(" ")[0]))
        self.nth.set_choices(choices)
        self.nth.set_value(nth)

    def _announce(self) -> None:
        if self.sender() is self.weekday:
            self._offer_places(self.nth.value())
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        """The words that depend on numbers, and the fields that belong to the kind of rule."""
        t, kind = self._t, self.kind.value()
        days = self.days.value() or 0
        gap = t.ngettext("at least every {count} day", "at least every {count} days", days)
        self._day_word.setText(gap.rpartition(" ")[2])
        tolerance = self.tolerance.value() or 0
        self._tolerance_word.setText(t.ngettext("day of tolerance", "days of tolerance", tolerance))
        if kind is not self._laid_out:
            self._lay_out(kind)
        has_day = self.weekday.value() is not None
        per_month = kind is CadenceKind.PER_PERIOD and self.unit.value() is not CadenceUnit.WEEK
        for combo in (self.kind, self.count, self.unit, self.weekday, self.nth):
            combo.updateGeometry()
        self.nth.setVisible(has_day and (per_month or self.nth.value() is not None))
        self.updateGeometry()

    def _lay_out(self, kind: CadenceKind) -> None:
        g = self._t.gettext
        templates = {
            CadenceKind.PER_PERIOD: g(
                "It meets {kind} {times} a {unit} , preferably {nth} {weekday} at {time} ; recess: {recess}"
            ),
            CadenceKind.MAX_GAP: g(
                "It meets {kind} {days} {day_word} , {tolerance} {tolerance_word} ,"
                " preferably {nth} {weekday} at {time} ; recess: {recess}"
            ),
            CadenceKind.NONE: g("It meets {kind} , preferably {nth} {weekday} at {time}"),
        }
        self._laid_out = kind
        while self._flow.takeAt(0) is not None:
            pass
        for old in self._words:
            old.hide()
            old.deleteLater()
        self._words = []
        shown: list[QWidget] = []
        for text, slot, _spec, _conversion in Formatter().parse(templates[kind]):
            for word in text.split():
                self._words.append(label := PlainLabel(word, self))
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self._flow.addWidget(label)
                label.show()
            if slot:
                self._flow.addWidget(self._slots[slot])
                shown.append(self._slots[slot])
        for widget in self._slots.values():
            widget.setVisible(widget in shown)
