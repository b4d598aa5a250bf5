"""The agenda as a table; the numbers follow the order while they are just 1, 2, 3 and so on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.meetings import AgendaItem, Decision, VoteEvent
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.proposal import kept_in_order, proposed_agenda, renumbered
from cabinet_app.gui.theme.tokens import TINY
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.fields import NumberField, TextField
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.house_language import vote_formula
from cabinet_app.i18n.labels import label


class AgendaField(QWidget):
    """Number, title, minutes and outcome of every item; the rest stands in the panel of the chosen item."""

    edited = Signal()
    item_chosen = Signal(int)

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t = context.t
        self._before: list[AgendaItem] = []
        self._number = ""
        columns = [
            ChildColumn[AgendaItem]("number", t.gettext("No."), self._number_of, TextField, width=4),
            ChildColumn[AgendaItem]("title", t.gettext("Item"), self._title, self._text, stretch=True),
            ChildColumn[AgendaItem](
                "planned_minutes", t.gettext("Min."), self._minutes, NumberField, width=4, alignment="right"
            ),
            ChildColumn[AgendaItem]("votes", t.gettext("Outcome"), self._outcome, width=17),
        ]
        self.table = ChildTable(
            t, columns, AgendaItem, add_text=t.gettext("Add agenda item"), name=t.gettext("Agenda")
        )
        self.propose_button = text_button(t.gettext("Propose the agenda"), self, kind="link")
        self.propose_button.clicked.connect(self.propose)
        self.number_button = text_button(t.gettext("Number anew"), self, kind="quiet")
        self.number_button.clicked.connect(self._number_anew)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(self.propose_button)
        row.addWidget(self.number_button)
        row.addStretch(1)
        column.addLayout(row)
        self.table.edited.connect(self._edited)
        self.table.table.selectionModel().currentRowChanged.connect(self._row_changed)

    def value(self) -> list[AgendaItem]:
        return self.table.value()

    def set_value(self, value: Sequence[AgendaItem]) -> None:
        if list(value) != self.value():
            self.table.set_value(value)
        self._before = self.value()
        self._refresh()

    def propose_for(self, number: str) -> None:
        """Which session the agenda is for; the minutes of the one before are approved in it."""
        self._number = number
        self._refresh()

    def propose(self) -> None:
        """Put the usual first and last item in, as one step."""
        proposed = proposed_agenda(self.value(), self._number)
        if proposed != self.value():
            self.table.model.replace_all(proposed)
            self.choose(0)

    def choose(self, place: int) -> None:
        """Make an item the current one."""
        if 0 <= place < self.table.model.rowCount() and place != self.chosen():
            self.table.table.setCurrentIndex(self.table.model.index(place, 1))

    def chosen(self) -> int:
        """The place of the current item, -1 if there is none."""
        return self.table.table.currentIndex().row()

    def change_item(self, place: int, item: AgendaItem) -> None:
        """Take over what the panel says of an item, as one step."""
        self.table.model.replace(place, item)

    def change_all(self, items: Sequence[AgendaItem]) -> None:
        """Take over what the panel says of all items, as one step."""
        place = self.chosen()
        self.table.model.replace_all(items)
        self.choose(place)

    def _edited(self) -> None:
        ordered = kept_in_order(self._before, self.value())
        if ordered is not None:
            self.table.model.rewrite(ordered)
        self._before = self.value()
        self._refresh()
        self.edited.emit()

    def _number_anew(self) -> None:
        place = self.chosen()
        self.table.model.replace_all(renumbered(self.value()))
        self.choose(place)

    def _refresh(self) -> None:
        items = self.value()
        self.propose_button.setVisible(proposed_agenda(items, self._number) != items)
        self.number_button.setVisible(bool(items) and renumbered(items) != items)

    def _row_changed(self, *_indexes: object) -> None:
        self.item_chosen.emit(self.chosen())

    def _number_of(self, item: AgendaItem) -> str:
        return item.number

    def _title(self, item: AgendaItem) -> str:
        return item.title.shown(self._t.language)

    def _minutes(self, item: AgendaItem) -> str:
        return "" if item.planned_minutes is None else str(item.planned_minutes)

    def _text(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self._t, parent)

    def _outcome(self, item: AgendaItem) -> str:
        """`sklep 4 · 4 ZA`, or the status of an item without either; the whole formula is in the panel."""
        t = self._t
        parts = [decision_words(decision, t) for decision in item.decisions]
        counts = [vote.in_favour for vote in item.votes]
        parts += [t.ngettext("{count} for", "{count} for", count).format(count=count) for count in counts]
        return " · ".join(parts) or label(item.status, self._t)


def formula_of(vote: VoteEvent, t: Translator) -> str:
    """The vote as the minutes print it."""
    return vote_formula(t, vote.present, vote.in_favour, vote.against, vote.abstained)


def decision_words(decision: Decision, t: Translator) -> str:
    """`resolution 4`; the number is free text and may be missing."""
    words = t.gettext("resolution {number}") if decision.number else t.gettext("resolution")
    return words.format(number=decision.number)


def item_name(item: AgendaItem, t: Translator) -> str:
    """The item with its number, for lists and messages."""
    return f"{item.number} {item.title.shown(t.language)}".strip() or t.gettext("Untitled item")
