"""What belongs to a rule besides its sentence: validity, grace, exemptions, countries, source."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cabinet_app.domain.cadence import CadenceKind, CadenceRule, Exemption
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import CheckField, NumberField, TextArea, TextField
from cabinet_app.gui.widgets.form import Form
from cabinet_app.i18n import dates

if TYPE_CHECKING:
    from cabinet_app.gui.widgets.form import FieldRow

_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


class RuleDetails(QWidget):
    """The fields under the sentence; `write` puts them into the rule that was shown."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._rows: dict[str, FieldRow] = {}
        self.form = Form(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._build_validity()
        self._build_counting()
        self._build_exemptions()
        self._build_source()
        for field in (
            self.valid_from, self.valid_to, self.grace, self.notice, self.least_days, self.countries,
            self.quorum, self.pro_rata, self.exemptions, self.quote,
            self.document,
        ):  # fmt: skip
            field.edited.connect(self.edited)

    def set_rule(self, rule: CadenceRule) -> None:
        """Show a rule."""
        self.valid_from.set_value(rule.valid_from)
        self.valid_to.set_value(rule.valid_to)
        self.grace.set_value(rule.grace_days)
        self.notice.set_value(rule.notice_days)
        self.least_days.set_value(rule.min_active_workdays)
        self.countries.set_value(", ".join(rule.countries))
        self.quorum.set_value(not rule.counts_unquorate)
        self.pro_rata.set_value(rule.pro_rata)
        self.exemptions.set_value(rule.exemptions)
        self.quote.set_value(rule.source_quote)
        self.document.set_value(rule.source_document)
        self.fit(rule)

    def fit(self, rule: CadenceRule) -> None:
        """Show only what means something for this kind of rule."""
        is_period = rule.kind is CadenceKind.PER_PERIOD
        for key in ("grace", "least_days", "pro_rata"):
            self._rows[key].set_shown(is_period)

    def write(self, rule: CadenceRule) -> None:
        """Let the rule say what the fields say."""
        rule.valid_from = self.valid_from.value()
        rule.valid_to = self.valid_to.value()
        rule.grace_days = self.grace.value() or 0
        rule.notice_days = self.notice.value() or 0
        rule.min_active_workdays = self.least_days.value() or 0
        rule.countries = _codes(self.countries.value())
        rule.counts_unquorate = not self.quorum.value()
        rule.pro_rata = self.pro_rata.value()
        rule.exemptions = [replace(item) for item in self.exemptions.value()]
        rule.source_quote = self.quote.value()
        rule.source_document = self.document.value()

    def problem(self) -> str:
        """The first thing that cannot be stored as it stands."""
        start, end = self.valid_from.value(), self.valid_to.value()
        if start and end and end < start:
            return self._t.gettext("The rule ends before it begins. Choose a later end.")
        wrong = [code for code in _codes(self.countries.value()) if not _COUNTRY.fullmatch(code)]
        if wrong:
            words = self._t.gettext("“{code}” is not a country. Write codes such as SI, AT-2, HU.")
            return words.format(code=wrong[0])
        return self.valid_from.problem() or self.valid_to.problem()

    def _build_validity(self) -> None:
        t = self._t
        self.valid_from = DateEdit(t, self._context.today, has_echo=False)
        self.valid_to = DateEdit(t, self._context.today, has_echo=False)
        self.valid_to.setAccessibleName(t.gettext("Valid until"))
        self.form.add_line(
            t.pgettext("rule", "Valid"),
            {"valid_from": self.valid_from, "valid_to": self.valid_to},
            between="–",
        )

    def _build_counting(self) -> None:
        t = self._t
        self.grace, self.notice, self.least_days = NumberField(), NumberField(), NumberField()
        self.countries = TextField(placeholder="SI, AT-2, HU")
        self.quorum = CheckField(t.gettext("Only meetings with a quorum count"))
        self.pro_rata = CheckField(t.gettext("A recess lowers the number in proportion"))
        for field, name in (
            (self.quorum, t.gettext("Only meetings with a quorum count")),
            (self.pro_rata, t.gettext("A recess lowers the number in proportion")),
        ):
            field.setAccessibleName(name)
        add = self.form.add
        self._rows["grace"] = add(
            "grace",
            t.gettext("Days of grace"),
            self.grace,
            hint=t.gettext("So many days of the next period may count for the one before."),
        )
        add("notice", t.gettext("Days of notice"), self.notice)
        self._rows["least_days"] = add(
            "least_days",
            t.gettext("Shortest period"),
            self.least_days,
            hint=t.gettext("A period with fewer working days, such as the first one, asks for no meeting."),
        )
        add(
            "countries",
            t.gettext("Parties' countries"),
            self.countries,
            hint=t.gettext("Their holidays are no dates for a meeting; AT-2 is Carinthia."),
        )
        add("quorum", "", self.quorum)
        self._rows["pro_rata"] = add("pro_rata", "", self.pro_rata)

    def _build_exemptions(self) -> None:
        t = self._t
        columns = [
            ChildColumn[Exemption]("start", t.gettext("From"), self._start, self._date, width=11),
            ChildColumn[Exemption]("end", t.gettext("To"), self._end, self._date, width=11),
            ChildColumn[Exemption]("reason", t.gettext("Reason"), _reason, TextField, stretch=True),
        ]
        self.exemptions = ChildTable(
            t, columns, Exemption, add_text=t.gettext("Add exemption"), name=t.gettext("Exemptions")
        )
        self.form.add_wide("exemptions", t.gettext("Exemptions"), self.exemptions)

    def _build_source(self) -> None:
        self.quote = TextArea(lines=3)
        self.document = TextField()
        self.form.add_wide("quote", self._t.gettext("Words of the document"), self.quote)
        self.form.add("document", self._t.pgettext("rule", "Document"), self.document)

    def _start(self, item: Exemption) -> str:
        return dates.numeric(item.start, self._t.language) if item.start else ""

    def _end(self, item: Exemption) -> str:
        return dates.numeric(item.end, self._t.language) if item.end else ""

    def _date(self, parent: QWidget) -> QWidget:
        return DateEdit(self._t, self._context.today, parent, has_echo=False)


def _reason(item: Exemption) -> str:
    return item.reason


def _codes(text: str) -> list[str]:
    """Country codes as they were typed, in capitals; `SI-Kranj` keeps its name."""
    found = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    return list(dict.fromkeys(word if word.lower() == "si-kranj" else word.upper() for word in found))
