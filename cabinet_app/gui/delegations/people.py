"""The delegations of a visit: one part per side with its town, its people and what is printed about each."""

import copy
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    Reply,
    Visit,
    VisitDirection,
)
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.delegations.facts import Facts
from cabinet_app.gui.delegations.people_card import DelegateCard
from cabinet_app.gui.delegations.sections import show_text
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.form import together
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, icon_button, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_pickers import organization_picker, person_picker, place_picker
from cabinet_app.i18n.labels import label

USUAL_SIDES = (DelegationSide.GUEST, DelegationSide.HOST)
Origin = tuple[int | None, int | None]
"""Place and organization that the people of a side come from."""
FUNCTION_COLUMN = 1
REPLY_COLUMN = 3
ROOMY = 560
"""The width from which the reply has a column of its own; the card shows it in any case."""


class DelegationBlock(QWidget):
    """One delegation."""

    edited = Signal()
    removal_requested = Signal()

    def __init__(self, context: GuiContext, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._facts = facts
        self._delegation = Delegation()
        self._origin: Origin = (None, None)
        self._was_known = False
        self._before: list[Delegate] = []
        self._is_busy = False
        self._build()

    def load(self, delegation: Delegation) -> None:
        """Show a delegation."""
        self._is_busy = True
        self._delegation = copy.deepcopy(delegation)
        self._was_known = bool(delegation.id)
        self._before = list(delegation.delegates)
        self.heading.setText(label(delegation.side, self._t))
        self.table.table.setAccessibleName(label(delegation.side, self._t))
        self.place.set_value(delegation.place_id)
        self.organization.set_value(delegation.organization_id)
        self.table.set_value(delegation.delegates)
        self._is_busy = False

    def value(self) -> Delegation:
        shown = copy.copy(self._delegation)
        shown.place_id, shown.organization_id = self.place.value(), self.organization.value()
        shown.delegates = self.table.value()
        return shown

    @property
    def side(self) -> DelegationSide:
        return self._delegation.side

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it that was written by somebody."""
        shown = self.value()
        origin = (shown.place_id, shown.organization_id)
        return not self._was_known and not shown.delegates and origin in {(None, None), self._origin}

    def propose_origin(self, origin: Origin) -> None:
        """Where the people of this side come from, unless somebody said otherwise."""
        before, self._origin = self._origin, origin
        has_people = bool(self.table.model.rows)
        shown = (self.place.value(), self.organization.value())
        if has_people and shown in {(None, None), before} and shown != origin and not self._was_known:
            self.place.set_value(origin[0])
            self.organization.set_value(origin[1])

    def problem(self) -> str:
        return self.place.problem() or self.organization.problem() or self.card.problem()

    def tables(self) -> Sequence[tuple[QWidget, ChildTable[Any]]]:
        """The people, wherever one is inside of the block."""
        return [(self.card.legs, self.card.legs.table), (self, self.table)]

    def follow(self, visit: Visit) -> None:
        """Know the visit: on one of ours the guests are our own people."""
        is_ours = visit.direction is VisitDirection.OUTGOING and self.side is DelegationSide.GUEST
        self.card.follow(visit, travels=is_ours)

    def go_to(self, place: int, attribute: str, language: Language) -> None:
        """Put the cursor into a text of a delegate, in a language."""
        self.table.table.setCurrentIndex(self.table.model.index(place, FUNCTION_COLUMN))
        show_text(self.card.field(attribute), language)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.table.setColumnHidden(REPLY_COLUMN, event.size().width() < ROOMY)

    def _build(self) -> None:
        g, t = self._t.gettext, self._t
        self.heading = PlainLabel(role="strong")
        self.remove_button = icon_button("trash-2", g("Remove this delegation"), self)
        self.remove_button.clicked.connect(self.removal_requested)
        self.place = place_picker(self._context)
        self.organization = organization_picker(self._context)
        for picker, name in ((self.place, g("Town")), (self.organization, g("Organization"))):
            picker.line.setPlaceholderText(name)
            picker.line.setAccessibleName(name)
            picker.edited.connect(self._announce)
        self.table: ChildTable[Delegate] = ChildTable(
            t, self._columns(), self._new_delegate, add_text=g("Add person"), name=g("Members"), parent=self
        )
        self.table.edited.connect(self._table_edited)
        self.card = DelegateCard(self._context, self.table, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(TINY)
        column.addWidget(self._build_head())
        column.addWidget(self.table)
        column.addWidget(self.card)

    def _build_head(self) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self.heading)
        row.addWidget(together([self.place, self.organization], stretch=True), 1)
        row.addWidget(self.remove_button)
        return head

    def _columns(self) -> list[ChildColumn[Delegate]]:
        g = self._t.gettext
        return [
            ChildColumn("person_id", g("Name"), self._name, self._person_field, width=20),
            ChildColumn("function", g("Function"), self._function, self._function_field, stretch=True),
            ChildColumn("role", g("Role"), self._role, self._role_field, width=13),
            ChildColumn("reply", g("Reply"), self._reply, self._reply_field, width=10),
        ]

    def _new_delegate(self) -> Delegate:
        is_first = not self.table.model.rows and self.side is DelegationSide.GUEST
        return Delegate(role=DelegateRole.HEAD if is_first else DelegateRole.MEMBER)

    def _table_edited(self) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self._propose_functions()
        self._name_parts()
        self._is_busy = False
        self._before = list(self.table.model.rows)
        self.propose_origin(self._origin)
        self.edited.emit()

    def _name_parts(self) -> None:
        """Items of the programme and seats name delegations and people by their ids, stored or not."""
        from cabinet_app.services.identity import new_id

        self._delegation.id = self._delegation.id or new_id()
        rows = self.table.model.rows
        if any(not row.id for row in rows):
            self.table.model.rewrite([row if row.id else replace(row, id=new_id()) for row in rows])

    def _propose_functions(self) -> None:
        """A person just chosen brings along the function printed today, as a copy that may be changed."""
        rows = list(self.table.model.rows)
        if len(rows) != len(self._before):
            return
        for place, (row, before) in enumerate(zip(rows, self._before, strict=True)):
            is_free = row.function.is_empty or row.function == self._function_of(before.person_id)
            if row.person_id != before.person_id and row.person_id and is_free:
                changed = copy.copy(row)
                changed.function = self._function_of(row.person_id)
                self.table.model.replace(place, changed)

    def _function_of(self, person_id: int | None) -> LocalizedText:
        person = self._facts.person(person_id)
        return person.function if person else LocalizedText()

    def _announce(self) -> None:
        if not self._is_busy:
            self.edited.emit()

    def _name(self, delegate: Delegate) -> str:
        person = self._facts.person(delegate.person_id)
        name = person.name.with_titles if person else delegate.placeholder
        is_hidden = self.table.table.isColumnHidden(REPLY_COLUMN)
        return f"✕ {name}" if is_hidden and delegate.reply is Reply.DECLINED else name

    def _function(self, delegate: Delegate) -> str:
        return delegate.function.shown(self._t.language)

    def _role(self, delegate: Delegate) -> str:
        return label(delegate.role, self._t)

    def _reply(self, delegate: Delegate) -> str:
        return "" if delegate.reply is Reply.NEEDS_ACTION else label(delegate.reply, self._t)

    def _person_field(self, parent: QWidget) -> QWidget:
        return person_picker(self._context, parent)

    def _function_field(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self._t, parent)

    def _role_field(self, parent: QWidget) -> QWidget:
        return EnumCombo(DelegateRole, self._role_word, parent)

    def _reply_field(self, parent: QWidget) -> QWidget:
        return EnumCombo(Reply, self._reply_word, parent)

    def _role_word(self, member: DelegateRole) -> str:
        return label(member, self._t)

    def _reply_word(self, member: Reply) -> str:
        return label(member, self._t)


class DelegationsEdit(QWidget):
    """A field of delegations: guests and hosts always have their place, others are added."""

    edited = Signal()

    def __init__(self, context: GuiContext, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._facts = facts
        self._origins: dict[DelegationSide, Origin] = {}
        self.blocks: list[DelegationBlock] = []
        self._spare: list[DelegationBlock] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addLayout(self._build_foot())
        self.set_value([])

    def value(self) -> list[Delegation]:
        return [block.value() for block in self.blocks if not block.is_blank]

    def set_value(self, value: Sequence[Delegation]) -> None:
        if self.blocks and list(value) == self.value():
            return
        present = {delegation.side for delegation in value}
        absent = [side for side in USUAL_SIDES if side not in present]
        shown = [*value, *(Delegation(side=side) for side in absent)]
        # Guests come first unless the record itself says otherwise.
        if DelegationSide.GUEST in absent:
            shown.sort(key=lambda delegation: delegation.side is not DelegationSide.GUEST)
        self._fit(len(shown))
        for block, delegation in zip(self.blocks, shown, strict=True):
            block.load(delegation)
        self._mark_removable()

    def problem(self) -> str:
        return next((problem for block in self.blocks if (problem := block.problem())), "")

    def propose_origins(self, origins: dict[DelegationSide, Origin]) -> None:
        """Where each side comes from as far as the visit tells."""
        self._origins = origins
        for block in self.blocks:
            block.propose_origin(origins.get(block.side, (None, None)))

    def follow(self, visit: Visit) -> None:
        """Know the visit that the delegations belong to."""
        for block in self.blocks:
            block.follow(visit)

    def go_to(self, number: int, place: int, attribute: str, language: Language) -> None:
        """Put the cursor into a text of a delegate; `number` counts as in `value()`."""
        written = [block for block in self.blocks if not block.is_blank]
        written[number].go_to(place, attribute, language)

    def _build_foot(self) -> QHBoxLayout:
        self.add_button = text_button(
            self._t.gettext("Add another delegation"), self, kind="quiet", icon_name="plus"
        )
        menu = QMenu(self.add_button)
        for side in DelegationSide:
            menu.addAction(doubled(label(side, self._t))).setData(side.value)
        menu.triggered.connect(self._add)
        self.add_button.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        return row

    def _fit(self, count: int) -> None:
        while len(self.blocks) < count:
            self.blocks.append(self._spare.pop() if self._spare else self._new_block())
        while len(self.blocks) > count:
            self._spare.append(self.blocks.pop())
        for block in self._spare:
            block.hide()
        for place, block in enumerate(self.blocks):
            self._column.insertWidget(place, block)
            block.show()

    def _new_block(self) -> DelegationBlock:
        block = DelegationBlock(self._context, self._facts, self)
        block.edited.connect(self.edited)
        block.removal_requested.connect(self._remove)
        return block

    def _add(self, action: QAction) -> None:
        side = DelegationSide(action.data())
        self._fit(len(self.blocks) + 1)
        block = self.blocks[-1]
        block.load(Delegation(side=side))
        block.propose_origin(self._origins.get(side, (None, None)))
        self._mark_removable()
        block.table.add_row()

    def _remove(self) -> None:
        block = self.sender()
        assert isinstance(block, DelegationBlock)
        self.blocks.remove(block)
        block.hide()
        block.load(Delegation())
        self._spare.append(block)
        self._mark_removable()
        self.edited.emit()

    def _mark_removable(self) -> None:
        """The first of the guests and of the hosts stay."""
        seen: set[DelegationSide] = set()
        for block in self.blocks:
            is_usual = block.side in USUAL_SIDES and block.side not in seen
            block.remove_button.setVisible(not is_usual)
            seen.add(block.side)
