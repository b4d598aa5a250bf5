"""The rules about gifts: from which day which limits hold, and by when the list of the year before is due."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.gifts import GiftRule
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.banner import Banner
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import NumberField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.money_edit import MoneyEdit
from cabinet_app.gui.widgets.source_table import text_cell
from cabinet_app.i18n import dates, messages
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.gift_words import sum_words

LARGEST_DAY = 31


class RulesDialog(QDialog):
    """Edits all rules at once; saving them is one step."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = t = context.t
        self.setWindowTitle(t.gettext("Rules about gifts"))
        self.resize(960, 320)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        sentence = t.gettext(
            "A gift is judged by the rule that held on its day. Add a row when the law changes; "
            "the old row stays for the gifts of its time."
        )
        column.addWidget(PlainLabel(sentence, role="muted", wrap=True))
        self.banner = Banner(self)
        column.addWidget(self.banner)
        self.table: ChildTable[GiftRule] = ChildTable(
            t,
            self._columns(),
            self._following,
            add_text=t.gettext("Add rule"),
            name=t.gettext("Rules about gifts"),
        )
        self.table.set_value(context.cabinet.gift_rules.in_use())
        column.addWidget(self.table)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = text_button(t.gettext("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = text_button(t.gettext("Save"), kind="primary")
        self.save_button.clicked.connect(self.save)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        column.addLayout(row)

    def save(self) -> None:
        """Store the rules; what stands in the way is said above the table."""
        t = self._t
        self.table.commit()
        rules = list(self.table.value())
        days = [rule.valid_from for rule in rules]
        if None in days:
            self.banner.show_message("danger", t.gettext("Every rule needs the day from which it holds."))
            return
        if len(set(days)) < len(days):
            self.banner.show_message(
                "danger", t.gettext("Two rules begin on the same day. Change one of them.")
            )
            return
        step = LastStep(self._context)
        try:
            with step:
                self._context.cabinet.gift_rules.replace(rules)
        except UserError as error:
            self.banner.show_message("danger", messages.sentence(error, t))
            return
        self._context.toaster.show_toast(
            t.gettext("The rules about gifts have been saved."), t.gettext("Undo"), step.undo
        )
        self.accept()

    def _columns(self) -> list[ChildColumn[GiftRule]]:
        g = self._t.gettext
        return [
            ChildColumn("valid_from", g("Holds from"), self._day, self._day_cell, width=13),
            ChildColumn(
                "listed_above_cents",
                g("Listed above"),
                self._sum("listed_above_cents"),
                self._sum_cell,
                width=16,
            ),
            ChildColumn(
                "occasional_limit_cents",
                g("Occasional up to"),
                self._sum("occasional_limit_cents"),
                self._sum_cell,
                width=15,
            ),
            ChildColumn("due_day", g("Due on day"), _due_day, _day_number, width=11),
            ChildColumn("due_month", g("of month"), _due_month, _day_number, width=10),
            ChildColumn("source", g("Source"), _source, text_cell, stretch=True),
        ]

    def _following(self) -> GiftRule:
        """A new rule begins as a copy of the latest, from today on."""
        rules = list(self.table.value())
        latest = max(rules, key=_begin, default=GiftRule())
        return GiftRule(
            valid_from=self._context.today(),
            listed_above_cents=latest.listed_above_cents,
            occasional_limit_cents=latest.occasional_limit_cents,
            due_month=latest.due_month,
            due_day=latest.due_day,
        )

    def _day(self, rule: GiftRule) -> str:
        return dates.numeric(rule.valid_from, self._t.language) if rule.valid_from else ""

    def _day_cell(self, parent: QWidget) -> QWidget:
        return DateEdit(self._t, self._context.today, parent, has_echo=False)

    def _sum(self, key: str) -> Callable[[GiftRule], str]:
        return _Sum(key, self._t)

    def _sum_cell(self, parent: QWidget) -> QWidget:
        return MoneyEdit(self._t, parent, has_echo=False)


class _Sum:
    def __init__(self, key: str, t: Translator) -> None:
        self._key = key
        self._t = t

    def __call__(self, rule: GiftRule) -> str:
        return sum_words(getattr(rule, self._key), self._t.language)


def _begin(rule: GiftRule) -> date:
    return rule.valid_from or date.min


def _due_day(rule: GiftRule) -> str:
    return str(rule.due_day)


def _due_month(rule: GiftRule) -> str:
    return str(rule.due_month)


def _source(rule: GiftRule) -> str:
    return rule.source


def _day_number(parent: QWidget) -> QWidget:
    return NumberField(parent, largest=LARGEST_DAY)
