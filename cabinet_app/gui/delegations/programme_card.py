"""Everything about the current item of a programme that has no room in the cells of its row."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.programme_hours import guests_of
from cabinet_app.domain.visits import (
    Audience,
    DelegationSide,
    ProgrammeItem,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    Visit,
)
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.row_card import RowCard
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.fields import TextArea, TextField
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import person_picker
from cabinet_app.gui.widgets.tag_edit import TagEdit
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from cabinet_app.services.conflicts import NamedClash

SEVERAL = 2


class ItemCard(RowCard[ProgrammeItem]):
    """Texts first, then who, then what the drivers and the house have to know."""

    def __init__(
        self,
        context: GuiContext,
        facts: Facts,
        table: ChildTable[ProgrammeItem],
        place_field: Callable[[QWidget], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(table, parent)
        self._context = context
        self._t = t = context.t
        self._facts = facts
        self._clashing: frozenset[int] = frozenset()
        g = t.gettext
        self.add("title", g("Title"), LocalizedEdit(t))
        self.add("description", g("Description"), LocalizedEdit(t, lines=2))
        self.add("place_id", g("Place"), place_field(self))
        self.add("leader_id", g("Led by"), person_picker(context))
        self.add("interpreter_id", g("Interpreter"), person_picker(context))
        self.sides: TagEdit[int] = TagEdit(t, [], add_text=g("Only for…"))
        self._sides_row = self.add("delegation_ids", g("For"), self.sides)
        self.people: TagEdit[int] = TagEdit(t, [], add_text=g("Only these…"))
        self._people_row = self.add("delegate_ids", g("Taking part"), self.people)
        self.add("dress", g("Dress"), LocalizedEdit(t))
        self.add("transport", g("Transport"), LocalizedEdit(t))
        self.add("vehicle", g("Vehicle"), TextField(placeholder=g("car and driver, for the house only")))
        self._add_states()
        self._clash_row = self.add(
            "clash_note",
            g("Booked twice because"),
            TextField(placeholder=g("the reason in words; the note then falls silent")),
        )
        self.add("internal_notes", g("Internal notes"), TextArea(lines=2))

    def follow(self, visit: Visit, clashes: "Iterable[NamedClash]") -> None:
        """Know who comes, and which items take what is taken."""
        guests = guests_of(visit)
        self.sides.set_choices(
            [(each.id, self._facts.delegation_name(each, visit)) for each in guests if each.id]
        )
        self._sides_row.set_shown(len(guests) >= SEVERAL)
        people = [
            (each.id, self._name(each.person_id, each.placeholder))
            for side in DelegationSide
            for group in visit.delegations
            if group.side is side
            for each in group.delegates
            if each.id
        ]
        self.people.set_choices([(key, name) for key, name in people if name])
        self._people_row.set_shown(bool(people))
        self._clashing = frozenset(side.place for clash in clashes for side in (clash.first, clash.second))
        self._show_reason()

    def show_row(self, *what: object) -> None:
        super().show_row(*what)
        if hasattr(self, "_clash_row"):
            self._show_reason()

    def _show_reason(self) -> None:
        """A reason is asked for only where something is taken twice, or where one has been given."""
        item = self.current()
        place = self.current_place()
        self._clash_row.set_shown(bool(item and (item.clash_note or place in self._clashing)))

    def _add_states(self) -> None:
        g = self._t.gettext
        kind = EnumCombo(ProgrammeItemKind, self._word)
        status, audience = EnumCombo(ProgrammeItemStatus, self._word), EnumCombo(Audience, self._word)
        status.setAccessibleName(g("Status"))
        audience.setAccessibleName(g("On the copy of"))
        self.add_line(g("Kind and status"), {"kind": kind, "status": status})
        self.add("audience", g("On the copy of"), audience)

    def _name(self, person_id: int | None, placeholder: str) -> str:
        person = self._facts.person(person_id)
        return person.name.with_titles if person else placeholder

    def _word(self, member: StrEnum) -> str:
        return label(member, self._t)
