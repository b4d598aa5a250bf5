"""The rules of a group: the present one as a sentence, its details folded, the earlier ones as a history."""

import copy
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cabinet_app.domain.cadence import CadenceRule, Exemption
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.groups.recognising import RecogniseField
from cabinet_app.gui.groups.rule_details import RuleDetails
from cabinet_app.gui.groups.rule_sentence import RuleSentence
from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import rule_sentence

_ONE_DAY = timedelta(days=1)


class RuleField(QWidget):
    """Speaks the list of rules; a change of the promise closes the rule in force and begins another one."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._rules: list[CadenceRule] = []
        self._place = -1
        self._links: list[QPushButton] = []
        self._build()
        self.set_value([])

    def value(self) -> list[CadenceRule]:
        return copy.deepcopy(self._rules)

    def set_value(self, value: Sequence[CadenceRule]) -> None:
        self._rules = copy.deepcopy(list(value))
        self._place = self._latest()
        self._show()

    def problem(self) -> str:
        """What cannot be stored as it stands."""
        if self._place < 0:
            return ""
        return self.sentence.problem() or self.details.problem()

    @property
    def rule(self) -> CadenceRule | None:
        """The rule that the sentence shows."""
        return self._rules[self._place] if 0 <= self._place < len(self._rules) else None

    def take(self, rule: CadenceRule) -> None:
        """Fill the sentence with what a document's words promise; validity and the like stay."""
        present = self.rule
        if present is None:
            self._rules.append(replace(rule, valid_from=rule.valid_from or self._context.today()))
            self._place = len(self._rules) - 1
        else:
            for name in (
                "kind", "unit", "minimum", "gap_days", "tolerance_days", "preferred_weekday",
                "preferred_nth", "preferred_time", "recess_months", "source_quote",
            ):  # fmt: skip
                setattr(present, name, getattr(rule, name))
        self._show()
        self.edited.emit()

    def begin_rule(self, day: date) -> bool:
        """Close the present rule on the day before and begin a new one; False if it began later than that."""
        present = self.rule
        if present is None or (present.valid_from and present.valid_from >= day):
            return False
        following = copy.deepcopy(present)
        following.id = 0
        following.valid_from, following.valid_to = day, None
        following.exemptions = []
        following.source_quote = following.source_document = ""
        present.valid_to = day - _ONE_DAY
        self._rules.append(following)
        self._place = len(self._rules) - 1
        self._show()
        self.edited.emit()
        return True

    def exempt(self, place: int, start: date, end: date, reason: str) -> None:
        """Excuse the days from `start` to `end` from the rule at this place of the list."""
        if 0 <= place < len(self._rules):
            self._rules[place].exemptions.append(Exemption(start=start, end=end, reason=reason))
            self._show()
            self.edited.emit()

    def _build(self) -> None:
        t = self._t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self.none = PlainLabel(
            t.gettext("No rule is set: the group owes no meetings."), role="muted", wrap=True
        )
        self.add_button = text_button(t.gettext("Add a rule"), self, kind="quiet", icon_name="plus")
        self.add_button.setAccessibleName(t.gettext("Add a rule"))
        self.add_button.clicked.connect(self._add)
        self.sentence = RuleSentence(t, self)
        self.sentence.edited.connect(self._sentence_edited)
        self.said = PlainLabel(role="muted", wrap=True)
        self.details_button = text_button(
            t.gettext("Details of the rule"), self, kind="quiet", icon_name="chevron-right"
        )
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._fold)
        self.details = RuleDetails(self._context, self)
        self.details.edited.connect(self._details_edited)
        self.recognise = RecogniseField(t, self)
        self.recognise.taken.connect(self.take)
        column.addWidget(self.none)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sentence)
        column.addWidget(self.said)
        column.addWidget(self.recognise)
        column.addWidget(self._build_buttons())
        column.addWidget(self._build_change())
        column.addWidget(self.details)
        self._history = QVBoxLayout()
        self._history.setSpacing(TINY)
        column.addLayout(self._history)
        self.details.hide()

    def _build_buttons(self) -> QWidget:
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        t = self._t
        self.new_button = text_button(
            t.gettext("New rule from …"), self, kind="quiet", icon_name="calendar-plus"
        )
        self.new_button.clicked.connect(self._ask_change)
        self.remove_button = text_button(
            t.gettext("Remove the rule"), self, kind="quiet", icon_name="trash-2"
        )
        self.remove_button.clicked.connect(self._remove)
        for button in (self.details_button, self.new_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        return self._buttons

    def _build_change(self) -> QWidget:
        """The line that asks from which day the new rule holds."""
        t = self._t
        self._change = QWidget(self)
        row = QHBoxLayout(self._change)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.change_day = DateEdit(t, self._context.today, has_echo=False)
        self.change_day.setAccessibleName(t.gettext("The new rule holds from"))
        self.change_day.line.setAccessibleName(t.gettext("The new rule holds from"))
        start = text_button(t.gettext("Begin the new rule"), self._change)
        start.clicked.connect(self._begin)
        cancel = text_button(t.gettext("Cancel"), self._change, kind="quiet")
        cancel.clicked.connect(self._change.hide)
        self._change_problem = PlainLabel(role="small danger")
        row.addWidget(PlainLabel(t.gettext("The new rule holds from"), role="muted"))
        for widget in (self.change_day, start, cancel, self._change_problem):
            row.addWidget(widget)
        row.addStretch(1)
        self._change.hide()
        return self._change

    def _show(self) -> None:
        rule = self.rule
        for widget in (self.sentence, self.said, self._buttons):
            widget.setVisible(rule is not None)
        self.none.setVisible(rule is None)
        self.add_button.setVisible(rule is None)
        self.setFocusProxy(self.add_button if rule is None else self.sentence)
        self._change.hide()
        if rule is None:
            self.details.hide()
        else:
            self.sentence.set_rule(rule)
            self.details.set_rule(rule)
            self._fold(self.details_button.isChecked())
        self._say()
        self._show_history()

    def _say(self) -> None:
        rule = self.rule
        self.said.setText(self._line(rule) if rule else "")

    def _line(self, rule: CadenceRule) -> str:
        """The rule with its validity: `Sestane se …; Velja od …`."""
        t, lang = self._t, self._t.language
        sentence = rule_sentence(rule, t)
        if rule.valid_from and rule.valid_to:
            words = t.gettext("Valid {span}.").format(
                span=dates.date_range(rule.valid_from, rule.valid_to, lang)
            )
        elif rule.valid_from:
            words = t.gettext("Valid from {date}.").format(date=dates.numeric(rule.valid_from, lang))
        elif rule.valid_to:
            words = t.gettext("Valid until {date}.").format(date=dates.numeric(rule.valid_to, lang))
        else:
            return sentence
        return f"{sentence} {words}"

    def _show_history(self) -> None:
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []
        others = [place for place in range(len(self._rules)) if place != self._place]
        for place in sorted(others, key=self._start, reverse=True):
            link = text_button(
                self._line(self._rules[place]).replace("&", "&&"),
                self,
                kind="link plainlink",
                icon_name="history",
            )
            link.setProperty("place", place)
            link.setToolTip(self._t.gettext("Show and change this rule"))
            link.clicked.connect(self._turn)
            self._history.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._links.append(link)

    def _sentence_edited(self) -> None:
        rule = self.rule
        if rule is not None:
            self.sentence.write(rule)
            self.details.fit(rule)
            self._say()
            self.edited.emit()

    def _details_edited(self) -> None:
        rule = self.rule
        if rule is not None:
            self.details.write(rule)
            self._say()
            self.edited.emit()

    def _fold(self, is_open: bool) -> None:
        self.details_button.setIcon(icon("chevron-down" if is_open else "chevron-right", "muted"))
        self.details.setVisible(is_open and self.rule is not None)

    def _add(self) -> None:
        self._rules.append(CadenceRule(valid_from=self._context.today()))
        self._place = len(self._rules) - 1
        self._show()
        self.sentence.kind.setFocus()
        self.edited.emit()

    def _remove(self) -> None:
        del self._rules[self._place]
        self._place = self._latest()
        self._show()
        self.edited.emit()

    def _ask_change(self) -> None:
        today = self._context.today()
        self.change_day.set_value(date(today.year + today.month // 12, today.month % 12 + 1, 1))
        self._change_problem.setText("")
        self._change.show()
        self.change_day.setFocus()

    def _begin(self) -> None:
        day = self.change_day.value()
        if day is None or not self.begin_rule(day):
            self._change_problem.setText(
                self.change_day.problem() or self._t.gettext("Choose a day after the present rule began.")
            )

    def _turn(self) -> None:
        self._place = int(self.sender().property("place"))
        self._show()

    def _latest(self) -> int:
        return max(range(len(self._rules)), key=self._start, default=-1)

    def _start(self, place: int) -> date:
        return self._rules[place].valid_from or date.min
