"""A list of partner towns before it is taken in: what its columns say, and what would become of each line."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from cabinet_app.errors import UserError
from cabinet_app.exchange.sheets.reading import Table
from cabinet_app.exchange.sheets.town_columns import Column as Said
from cabinet_app.exchange.sheets.town_columns import column_name
from cabinet_app.gui.background import Progress
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.imports.town_columns_form import ColumnsForm
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_list import RecordList
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.messages import sentence
from cabinet_app.i18n.town_words import alike_line, refused_line

if TYPE_CHECKING:
    from cabinet_app.exchange.sheets.town_intake import PlannedRow, TownPlan
    from cabinet_app.services.cabinet import Cabinet

_PAUSE_MS: Final = 150


class TownImport(QDialog):
    """Nothing is stored before »Import« is pressed; then all of it is, in one step that can be undone."""

    def __init__(self, context: GuiContext, table: Table, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._table = table
        self.plan: TownPlan | None = None
        self._rows: dict[int, PlannedRow] = {}
        self._same_as: dict[int, int] = {}
        self._wanted = 0
        self.setWindowTitle(t.gettext("Import of partner towns"))
        self.form = ColumnsForm(context, table, self)
        self.list: RecordList[PlannedRow] = RecordList(self._columns(), self._found, self)
        self.list.setAccessibleName(t.gettext("What becomes of each line"))
        self.reason = PlainLabel(role="warn", wrap=True)
        self.same_field: ChoiceCombo[int] = ChoiceCombo([(0, t.gettext("a new town"))], self)
        self.same_field.setAccessibleName(t.gettext("Which town this is"))
        self.counts = PlainLabel(role="muted", wrap=True)
        self.take_button = text_button(t.gettext("Import"), self, kind="primary")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._arrange(name)
        self._pause.timeout.connect(self.refresh)
        self.form.changed.connect(self._pause.start)
        self.list.current_changed.connect(self._show_row)
        self.same_field.edited.connect(self._choose_town)
        self.take_button.clicked.connect(self.take_in)
        self.resize(980, 620)
        self.refresh()

    def refresh(self) -> None:
        """Plan anew with the columns as they are chosen, in the background."""
        self._wanted += 1
        self.take_button.setEnabled(False)
        planning = _Planning(self, self._wanted)
        self._context.background.run(planning, self._have, self._failed)

    def take_in(self) -> None:
        """Store what is shown and close."""
        if self.plan is None:
            return
        from cabinet_app.exchange.sheets.town_intake import take_in

        step = LastStep(self._context)
        try:
            with step:
                intake = take_in(self._context.cabinet, self.plan)
        except UserError as error:
            self._failed(error)
            return
        self.form.remember()
        t = self._context.t
        told = t.gettext("Imported: {created} new, {changed} changed, {unchanged} unchanged.").format(
            created=intake.created, changed=intake.changed, unchanged=intake.unchanged
        )
        changed = intake.created or intake.changed
        self._context.toaster.show_toast(told, t.gettext("Undo") if changed else "", step.undo)
        self.accept()

    def _arrange(self, name: str) -> None:
        t = self._context.t
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(PlainLabel(name, role="heading"))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        self.form.setContentsMargins(0, 0, SMALL, 0)
        right = QWidget(self)
        below = QVBoxLayout(right)
        below.setContentsMargins(SMALL, 0, 0, 0)
        below.setSpacing(SMALL)
        below.addWidget(self.list, 1)
        below.addWidget(self.reason)
        below.addWidget(self.same_field)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(scroll)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([380, 560])
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        row = QHBoxLayout()
        row.addWidget(self.counts, 1)
        cancel = text_button(t.gettext("Cancel"), self)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.take_button)
        column.addLayout(row)
        self.reason.hide()
        self.same_field.hide()

    def _columns(self) -> list[Column["PlannedRow"]]:
        t = self._context.t
        return [
            Column("line", t.gettext("Line"), text=_number, alignment="right", width=5),
            Column("town", t.gettext("Town"), text=_town, stretch=True),
            Column("outcome", t.gettext("What happens"), text=self._word, status=self._status, width=21),
        ]

    def _found(self, ids: Sequence[int]) -> Sequence["PlannedRow | None"]:
        return [self._rows.get(number) for number in ids]

    def _have(self, planned: "tuple[int, TownPlan]") -> None:
        wanted, plan = planned
        if wanted != self._wanted:
            return
        self.plan = plan
        self._rows = {row.number: row for row in plan.rows}
        self.list.show_ids([row.number for row in plan.rows], {})
        self.counts.setText(self._counted(plan))
        self.take_button.setEnabled(bool(plan.incoming))
        self._show_row(None)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.plan = None
        self.counts.setText(sentence(error, self._context.t))

    def _counted(self, plan: "TownPlan") -> str:
        from cabinet_app.exchange.sheets.town_intake import Outcome

        t = self._context.t
        told = t.gettext(
            "Lines: {created} new, {changed} changed, {unchanged} unchanged, {refused} left out."
        )
        return told.format(**{outcome.value: plan.count(outcome) for outcome in Outcome})

    def _show_row(self, number: object) -> None:
        """Say why a line is left out, or ask whether a town is one that the register knows."""
        row = self._rows.get(number) if isinstance(number, int) else None
        t = self._context.t
        words, is_asked = "", False
        if row is not None and row.column is not None:
            column = "" if row.column is Said.TOWN else column_name(row.column, t)
            words = refused_line(row.number, row.town, column, row.value, t)
        elif row is not None and (row.alike or row.number in self._same_as):
            words, is_asked = self._ask(row), True
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
        self.same_field.setVisible(is_asked)

    def _ask(self, row: "PlannedRow") -> str:
        t, places = self._context.t, self._context.cabinet.places
        chosen = self._same_as.get(row.number, 0)
        ids = list(dict.fromkeys((*row.alike, *((chosen,) if chosen else ()))))
        choices = places.choices_of(ids, t.language)
        same = t.gettext("the same as {town}")
        self.same_field.set_choices(
            [
                (0, t.gettext("a new town")),
                *((one.id, same.format(town=f"{one.title}, {one.detail}".rstrip(", "))) for one in choices),
            ]
        )
        self.same_field.set_value(chosen)
        return alike_line(row.number, row.town, [one.title for one in choices], t)

    def _choose_town(self) -> None:
        number = self.list.current_id()
        if number:
            self._same_as[number] = self.same_field.value()
            self.refresh()

    def _word(self, row: "PlannedRow") -> str:
        return outcome_status(row, self._context.t).word

    def _status(self, row: "PlannedRow") -> StatusSpec:
        return outcome_status(row, self._context.t)

    def planned(self) -> "tuple[Cabinet, Table, dict[int, Said], date, dict[int, int]]":
        """What a plan is made from, as it is chosen now."""
        context = self._context
        return context.cabinet, self._table, self.form.columns(), context.today(), dict(self._same_as)


def outcome_status(row: "PlannedRow", t: Translator) -> StatusSpec:
    """What becomes of a line, as glyph and word."""
    if row.alike:
        return StatusSpec("?", t.pgettext("line of a list", "new, or known"), "warn")
    return {
        "created": StatusSpec("+", t.pgettext("line of a list", "new"), "ok"),
        "changed": StatusSpec("◐", t.pgettext("line of a list", "changed"), "accent"),
        "unchanged": StatusSpec("=", t.pgettext("line of a list", "unchanged"), "neutral"),
        "refused": StatusSpec("✕", t.pgettext("line of a list", "left out"), "danger"),
    }[row.outcome.value]


def _number(row: "PlannedRow") -> str:
    return str(row.number)


def _town(row: "PlannedRow") -> str:
    return row.town


class _Planning:
    def __init__(self, dialog: TownImport, wanted: int) -> None:
        self._wanted = wanted
        self._planned = dialog.planned()

    def __call__(self, _progress: Progress) -> "tuple[int, TownPlan]":
        from cabinet_app.exchange.sheets.town_intake import plan_towns

        return self._wanted, plan_towns(*self._planned)
