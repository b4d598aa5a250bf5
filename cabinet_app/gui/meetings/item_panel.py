"""What belongs to one agenda item: kind, rapporteur and status, the votes on it and what was decided."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.meetings import (
    AgendaItem,
    AgendaItemKind,
    AgendaItemStatus,
    Decision,
    VoteEvent,
)
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.meetings.agenda_field import AgendaField, formula_of, item_name
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import NumberField, TextField
from cabinet_app.gui.widgets.form import FieldRow, Form
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import person_picker
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label

ADOPTION = -1
"""The choice that stands for the vote on the agenda itself."""


class CountField(NumberField):
    """A number of votes; nothing typed is none."""

    def value(self) -> int:
        return super().value() or 0


class VotesTable(ChildTable[VoteEvent]):
    """Votes with those present, for, against and abstaining, as announced."""

    def __init__(self, t: Translator, new_vote: Callable[[], VoteEvent]) -> None:
        def count(key: str) -> Callable[[VoteEvent], str]:
            return lambda vote: str(getattr(vote, key))

        counts = [
            ("present", t.gettext("Present")),
            ("in_favour", t.gettext("For")),
            ("against", t.gettext("Against")),
            ("abstained", t.gettext("Abstained")),
        ]
        columns = [
            ChildColumn[VoteEvent](key, title, count(key), CountField, width=8) for key, title in counts
        ]
        columns.append(
            ChildColumn[VoteEvent](
                "as_in_original", t.gettext("as in the original"), _nothing, checkable=True, stretch=True
            )
        )
        super().__init__(
            t, columns, new_vote, add_text=t.gettext("Add vote"), name=t.gettext("Votes"), can_move=False
        )


class DecisionsTable(ChildTable[Decision]):
    """What was decided, by number."""

    def __init__(self, context: GuiContext) -> None:
        t = context.t

        def day(parent: QWidget) -> QWidget:
            return DateEdit(t, context.today, parent, has_echo=False)

        def text(parent: QWidget) -> QWidget:
            return LocalizedEdit(t, parent)

        def shown(decision: Decision) -> str:
            return decision.text.shown(t.language)

        def due(decision: Decision) -> str:
            return dates.numeric(decision.due_on, t.language) if decision.due_on else ""

        columns = [
            ChildColumn[Decision]("number", t.gettext("No."), _number, TextField, width=4),
            ChildColumn[Decision]("text", t.gettext("Text of the resolution"), shown, text, stretch=True),
            ChildColumn[Decision](
                "implementer", t.gettext("Carried out by"), _implementer, TextField, width=11
            ),
            ChildColumn[Decision]("due_on", t.gettext("Due"), due, day, width=11),
        ]
        super().__init__(
            t, columns, Decision, add_text=t.gettext("Add resolution"), name=t.gettext("Resolutions")
        )


class ItemPanel(QObject):
    """The fields of the chosen item in the editor's form; writes into the agenda through `AgendaField`."""

    edited = Signal()
    """The votes on the agenda itself have changed; all else is told by the agenda."""

    def __init__(self, context: GuiContext, form: Form, agenda: AgendaField) -> None:
        super().__init__(form)
        self._t = t = context.t
        self._agenda = agenda
        self._agenda_votes: list[VoteEvent] = []
        self._present = 0
        self._is_filling = False
        self.place = ADOPTION
        self.chooser: ChoiceCombo[int] = ChoiceCombo([(ADOPTION, "")])
        self.kind = EnumCombo(AgendaItemKind, self._word)
        self.status = EnumCombo(AgendaItemStatus, self._word)
        self.rapporteur = person_picker(context)
        self.discussion = LocalizedEdit(t, lines=2)
        self.votes = VotesTable(t, self._new_vote)
        self.echo = PlainLabel(role="muted", wrap=True)
        self.confirm_button = text_button(t.gettext("All votes are as in the original"), kind="link")
        self.decisions = DecisionsTable(context)
        self._rows = self._arrange(form)
        self._connect()

    def agenda_votes(self) -> list[VoteEvent]:
        """The votes on the agenda itself."""
        return list(self._agenda_votes)

    def show_votes(self, agenda_votes: list[VoteEvent], present: int) -> None:
        """Show the record again; `present` voting members are listed and proposed for a new vote."""
        self._present = present
        if not self._is_filling:
            self._agenda_votes = list(agenda_votes)
            self._show()

    def choose(self, place: int) -> None:
        """Turn to an item, or to the vote on the agenda."""
        if place != self.place:
            self._commit()
            self.place = place
            self.rapporteur.set_value(None)
            self._show()

    def _arrange(self, form: Form) -> list[FieldRow]:
        t = self._t
        form.add("item", t.gettext("Item"), self.chooser)
        rows = [
            form.add("item_kind", t.gettext("Kind"), self.kind),
            form.add("item_status", t.gettext("Status of the item"), self.status),
            form.add("item_rapporteur", t.gettext("Rapporteur"), self.rapporteur),
            form.add("item_discussion", t.gettext("Discussion"), self.discussion),
        ]
        form.add_wide("votes", t.gettext("Votes"), self.votes)
        form.add_widget(self.echo)
        form.add_widget(self.confirm_button)
        rows.append(form.add_wide("decisions", t.gettext("Resolutions"), self.decisions))
        return rows

    def _connect(self) -> None:
        self.chooser.edited.connect(self._chosen_here)
        self._agenda.item_chosen.connect(self._chosen_there)
        for field in (self.kind, self.status, self.rapporteur, self.discussion, self.votes, self.decisions):
            field.edited.connect(self._edited)
        self.confirm_button.clicked.connect(self._confirm_all)

    def _show(self) -> None:
        items = self._agenda.value()
        if self.place >= len(items):
            self.place = len(items) - 1 if items else ADOPTION
        self._is_filling = True
        adoption = (ADOPTION, self._t.gettext("Vote on the agenda"))
        self.chooser.set_choices(
            [adoption, *((place, item_name(item, self._t)) for place, item in enumerate(items))]
        )
        self.chooser.set_value(self.place)
        for row in self._rows:
            row.set_shown(self.place != ADOPTION)
        if self.place == ADOPTION:
            self.votes.set_value(self._agenda_votes)
        else:
            self._show_item(items[self.place])
        self._is_filling = False
        self._show_echo()

    def _show_item(self, item: AgendaItem) -> None:
        self.kind.set_value(item.kind)
        self.status.set_value(item.status)
        if self.rapporteur.value() != item.rapporteur_id:
            self.rapporteur.set_value(item.rapporteur_id)
        self.discussion.set_value(item.discussion)
        self.votes.set_value(item.votes)
        self.decisions.set_value(item.decisions)

    def _show_echo(self) -> None:
        words = "   ".join(formula_of(vote, self._t) for vote in self.votes.value())
        self.echo.setText(words)
        self.echo.setVisible(bool(words))
        votes = [*self._agenda_votes, *(vote for item in self._agenda.value() for vote in item.votes)]
        self.confirm_button.setVisible(any(self._differs(vote) for vote in votes))

    def _confirm_all(self) -> None:
        """Say once that every vote which differs from the attendance stands so in the original."""
        self._agenda_votes = [self._confirmed(vote) for vote in self._agenda_votes]
        items = [
            replace(item, votes=[self._confirmed(vote) for vote in item.votes])
            for item in self._agenda.value()
        ]
        if items != self._agenda.value():
            self._agenda.change_all(items)
        self.edited.emit()

    def _confirmed(self, vote: VoteEvent) -> VoteEvent:
        return replace(vote, as_in_original=True) if self._differs(vote) else vote

    def _differs(self, vote: VoteEvent) -> bool:
        is_open = bool(self._present and vote.present) and not vote.as_in_original
        return is_open and vote.present != self._present

    def _edited(self) -> None:
        if self._is_filling:
            return
        self._show_echo()
        if self.place == ADOPTION:
            self._agenda_votes = self.votes.value()
            self.edited.emit()
            return
        item = self._agenda.value()[self.place]
        changed = replace(
            item,
            kind=self.kind.value(),
            status=self.status.value(),
            rapporteur_id=self.rapporteur.value(),
            discussion=self.discussion.value(),
            votes=self.votes.value(),
            decisions=self.decisions.value(),
        )
        self._is_filling = True
        self._agenda.change_item(self.place, changed)
        self._is_filling = False

    def _chosen_here(self) -> None:
        place = self.chooser.value()
        self.choose(place)
        self._agenda.choose(place)

    def _chosen_there(self, place: int) -> None:
        if place >= 0 and not self._is_filling:
            self.choose(place)

    def _commit(self) -> None:
        self.votes.commit()
        self.decisions.commit()

    def _new_vote(self) -> VoteEvent:
        return VoteEvent(present=self._present)

    def _word(self, member: StrEnum) -> str:
        return label(member, self._t)


def _nothing(_vote: VoteEvent) -> str:
    return ""


def _number(decision: Decision) -> str:
    return decision.number


def _implementer(decision: Decision) -> str:
    return decision.implementer
