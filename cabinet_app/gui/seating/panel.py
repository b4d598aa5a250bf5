"""One seating plan at work: the table, how it is laid, why somebody sits there, and what is wrong.

The panel holds nothing of its own: a `PlanDesk` gives it the visit and the plan and takes every change.
"""

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import Company, Place, company, not_at_table
from cabinet_app.domain.seating_geometry import lay_out
from cabinet_app.domain.seating_moves import (
    Settled,
    moved,
    seat_at,
    settled,
    unseated,
    with_lock,
)
from cabinet_app.domain.seating_notes import SeatingNote, notes
from cabinet_app.domain.seating_rules import seated
from cabinet_app.domain.visits import (
    SeatingPlan,
    SeatingShape,
    SeatingStatus,
    SeatSide,
    Visit,
)
from cabinet_app.gui.seating.contents import Contents, shown_name, why
from cabinet_app.gui.seating.floor import Floor
from cabinet_app.gui.theme.tokens import LARGE, MEDIUM, SMALL
from cabinet_app.gui.widgets.banner import Banner, Link
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.fields import CheckField, NumberField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.seating_words import note_sentence, seat_words, side_words

SHAPE_WIDTH = 20
"""In characters, at least."""


class PlanDesk(Protocol):
    """Where a plan lies: in the draft of a visit that somebody is editing."""

    def visit(self) -> Visit: ...

    def plan(self) -> SeatingPlan | None: ...

    def order(self, visit: Visit) -> list[Ranked]: ...

    def store(self, plan: SeatingPlan) -> None: ...

    def undo(self) -> None: ...


class SeatingPanel(QWidget):
    """Table, commands and explanations."""

    gone = Signal()
    """The plan is no longer there."""

    def __init__(self, t: Translator, desk: PlanDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._desk = desk
        self._company = Company()
        self._away: list[Ranked] = []
        self._settled = Settled(SeatingPlan())
        self._build()

    @property
    def plan(self) -> SeatingPlan:
        """The plan as it is shown: without those who are gone."""
        return self._settled.plan

    def refresh(self) -> None:
        """Show the plan as it lies on the desk."""
        plan = self._desk.plan()
        if plan is None:
            self.gone.emit()
            return
        visit = self._desk.visit()
        ranks = self._desk.order(visit)
        self._company = company(visit, plan, ranks)
        self._away = not_at_table(visit, plan, ranks)
        self._settled = settled(plan, self._company)
        self._fill_fields()
        self._show_table()
        self._show_notes()
        self._explain()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(self._build_bar())
        self.notes = Banner(self)
        self.floor = Floor(self._t, self._build_side(), self.notes, self)
        self.floor.moved.connect(self._move)
        self.floor.unseated.connect(self._unseat)
        self.floor.lock_wanted.connect(self._toggle_lock)
        self.floor.chosen.connect(self._explain)
        self.floor.said.connect(self._say)
        column.addWidget(self.floor, 1)

    def _build_bar(self) -> QHBoxLayout:
        g = self._t.gettext
        self.shape = EnumCombo(SeatingShape, self._word)
        self.shape.setAccessibleName(g("Shape of the table"))
        self.per_side = NumberField(self, largest=60)
        self.per_side.setAccessibleName(g("Seats on each long side; empty: as many as needed"))
        self.per_side.setPlaceholderText(g("auto"))
        words = self.per_side.placeholderText()
        self.per_side.setMaximumWidth(self.fontMetrics().horizontalAdvance(words) + 2 * LARGE)
        self.behind = CheckField(g("Interpreters in the second row"))
        for field, act in (
            (self.shape, self._change_shape),
            (self.per_side, self._change_size),
            (self.behind, self._change_interpreters),
        ):
            field.edited.connect(act)
        self.seat_button = text_button(g("Seat by precedence"), self, kind="primary", icon_name="armchair")
        self.seat_button.clicked.connect(self._seat)
        self.undo_button = text_button(g("Undo"), self, kind="quiet", icon_name="undo-2")
        self.undo_button.clicked.connect(self._undo)
        self.approve_button = text_button(g("Approve"), self, kind="quiet", icon_name="check")
        self.approve_button.clicked.connect(self._approve)
        bar = QHBoxLayout()
        bar.setSpacing(SMALL)
        bar.addWidget(PlainLabel(g("Shape"), role="muted"))
        bar.addWidget(self.shape, 1)
        bar.addWidget(PlainLabel(g("Seats per side"), role="muted"))
        bar.addWidget(self.per_side)
        bar.addWidget(self.behind)
        for button in (self.undo_button, self.approve_button, self.seat_button):
            bar.addWidget(button)
        self.shape.setMinimumContentsLength(SHAPE_WIDTH)
        return bar

    def _build_side(self) -> QWidget:
        g = self._t.gettext
        side = QWidget(self)
        self.seat_label = PlainLabel(role="heading", wrap=True)
        self.function_label = PlainLabel(wrap=True)
        self.place_label = PlainLabel(role="muted", wrap=True)
        self.why_label = PlainLabel(wrap=True)
        self.lock_button = text_button(g("Lock the seat"), side, kind="quiet", icon_name="lock")
        self.lock_button.clicked.connect(self._lock_current)
        self.said_label = PlainLabel(role="strong", wrap=True)
        self.away_label = PlainLabel(role="muted", wrap=True)
        keys = PlainLabel(
            g("Arrow keys choose a seat, Enter picks up and puts down, L locks, Delete empties the seat."),
            role="muted small",
            wrap=True,
        )
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for label_ in (self.seat_label, self.function_label, self.place_label, self.why_label):
            column.addWidget(label_)
        column.addWidget(self.lock_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said_label)
        column.addStretch(1)
        column.addWidget(self.away_label)
        column.addWidget(keys)
        return side

    # Showing.

    def _fill_fields(self) -> None:
        plan = self.plan
        self.shape.set_value(plan.shape)
        if self.per_side.value() != plan.per_side:
            self.per_side.set_value(plan.per_side)
        self.behind.set_value(plan.interpreters_behind)
        g = self._t.gettext
        is_draft = plan.status is SeatingStatus.DRAFT
        self.approve_button.setText(g("Approve") if is_draft else g("Back to draft"))
        names = ", ".join(one.name or label(one.delegate.role, self._t) for one in self._away)
        self.away_label.setText(g("Not at the table: {names}").format(names=names) if names else "")

    def _show_table(self) -> None:
        plan, t = self.plan, self._t
        contents = Contents(plan, self._company, t)
        sides = (side_words(plan, SeatSide.TOP, t), side_words(plan, SeatSide.BOTTOM, t))
        self.floor.show_table(lay_out(plan), contents.chairs(), contents.standing(), sides)

    def _show_notes(self) -> None:
        found = notes(self.plan, self._company, len(self._settled.gone))
        if not found:
            self.notes.clear()
            return
        links = [Link(note_sentence(note, self._t), _GoTo(self.floor, note), is_line=True) for note in found]
        self.notes.show_message("warn", self._t.gettext("Please note:"), links)

    def _explain(self) -> None:
        """Beside the table: the chosen seat, who sits there and why."""
        g, t, place = self._t.gettext, self._t, self.floor.current
        seat = seat_at(self.plan, place) if place else None
        one = self._company.by_id.get(seat.delegate_id) if seat else None
        self.lock_button.setEnabled(seat is not None)
        self.lock_button.setText(g("Unlock the seat") if seat and seat.locked else g("Lock the seat"))
        self.seat_label.setText(shown_name(one, t) if one else t.pgettext("seat", "empty"))
        self.function_label.setText(one.function.shown(t.language) if one else "")
        self.place_label.setText(seat_words(place, t) if place else "")
        if one and place:
            self.why_label.setText(why(one, self.plan, self._company, place, t))
        else:
            self.why_label.setText(g("Nobody sits here.") if seat else "")

    def _say(self, words: str) -> None:
        self.said_label.setText(words)
        if words:
            _announce(self, words)

    # Doing.

    def _store(self, plan: SeatingPlan) -> None:
        self._desk.store(plan)
        self.refresh()

    def _seat(self) -> None:
        self._store(seated(self.plan, self._company))

    def _undo(self) -> None:
        self._desk.undo()
        self.refresh()

    def _approve(self) -> None:
        is_draft = self.plan.status is SeatingStatus.DRAFT
        status = SeatingStatus.APPROVED if is_draft else SeatingStatus.DRAFT
        self._store(replace(self.plan, status=status))

    def _move(self, delegate_id: int, place: Place) -> None:
        after = moved(self.plan, delegate_id, place)
        if after is self.plan:
            self._say(
                self._t.gettext("Nothing was moved: the seat is locked or the person sits there already.")
            )
            return
        self._say("")
        self._store(after)
        self.floor.choose(place)

    def _unseat(self, delegate_id: int) -> None:
        self._store(unseated(self.plan, delegate_id))

    def _toggle_lock(self, place: Place) -> None:
        seat = seat_at(self.plan, place)
        if seat is not None:
            self._store(with_lock(self.plan, place, locked=not seat.locked))

    def _lock_current(self) -> None:
        if self.floor.current is not None:
            self._toggle_lock(self.floor.current)

    def _change_shape(self) -> None:
        """Another table is laid anew; the locks belonged to the old one."""
        free = [replace(seat, locked=False) for seat in self.plan.seats]
        self._store(seated(replace(self.plan, shape=self.shape.value(), seats=free), self._company))

    def _change_size(self) -> None:
        number = self.per_side.value() or None
        self._store(seated(replace(self.plan, per_side=number), self._company))

    def _change_interpreters(self) -> None:
        behind = self.behind.value()
        self._store(seated(replace(self.plan, interpreters_behind=behind), self._company))

    def _word(self, shape: SeatingShape) -> str:
        return label(shape, self._t)


class _GoTo:
    """Leads to the person whom a note is about."""

    def __init__(self, floor: Floor, note: SeatingNote) -> None:
        self._floor = floor
        self._note = note

    def __call__(self) -> None:
        if self._note.one is not None:
            self._floor.choose_person(self._note.one.delegate.id)


def _announce(widget: QWidget, words: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
