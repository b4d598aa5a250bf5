"""What came of a visit: each sentence that was agreed, what it can become and what it has become."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.outcomes import (
    agreed_sentences,
    agreement_from,
    project_from,
    promised_in,
    step_from,
)
from cabinet_app.domain.promises import group_from
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import RecordNotFound, UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, escaped_tip, text_button
from cabinet_app.i18n import messages

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change
    from cabinet_app.services.outcomes import Became, Fate, Made

ICONS = {"task": "list-checks", "organization": "users", "project": "folder-open", "agreement": "file-text"}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the panel was built for; nothing is built again while it stays the same."""

    visit_id: int
    outcomes: LocalizedText
    fates: "tuple[Fate, ...]"


class OutcomesPanel(QWidget):
    """One part for each sentence; the records themselves are begun in their own tabs.

    `document_words` is how the visit is named as a source: `Delovni obisk (Beljak · 25. februar 2016)`.
    """

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._visit = Visit()
        self._document = ""
        self._shown: _Shown | None = None
        self._made: dict[int, Sequence[Made]] = {}
        self.buttons: dict[tuple[int, str], QWidget] = {}
        """The buttons by the number of the sentence and the kind of record: `(0, "task")`."""
        self.links: list[QWidget] = []
        self.setAccessibleName(self._t.gettext("What came of it"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._parts: list[QWidget] = []
        context.cabinet.changes.subscribe(self._register_changed)
        self.destroyed.connect(_Unsubscribe(context, self._register_changed))

    def show_visit(self, visit: Visit, document_words: str) -> None:
        """Offer what the outcomes of the draft can become; only a stored visit can be referred to."""
        self._visit, self._document = visit, document_words
        from cabinet_app.services.outcomes import fates, made_of

        if visit.id not in self._made:
            self._made = {visit.id: made_of(self._context.cabinet, visit.id)}
        told = tuple(fates(agreed_sentences(visit.outcomes), self._made[visit.id]))
        shown = _Shown(visit.id, visit.outcomes, told)
        if shown != self._shown:
            self._shown = shown
            self._rebuild(told)
        self.setVisible(bool(told))

    def make(self, number: int, kind: str) -> None:
        """Begin a record of a kind from the sentence of this number."""
        if self._shown is None:
            return
        sentence = self._shown.fates[number].sentence
        {
            "task": self._task,
            "organization": self._group,
            "project": self._project,
            "agreement": self._agreement,
        }[kind](sentence)

    def _register_changed(self, _change: "Change") -> None:
        """What came of the visit is read again; at once, since the visit itself may stay as it is."""
        self._made = {}
        if self._shown is not None:
            self.show_visit(self._visit, self._document)

    def _rebuild(self, told: "Sequence[Fate]") -> None:
        for part in self._parts:
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts, self.links = [], []
        self.buttons = {}
        for number, fate in enumerate(told):
            part = self._part(number, fate)
            self._parts.append(part)
            self._column.addWidget(part)
        if told and not self._visit.id:
            words = self._t.gettext("Save the visit to make tasks, groups, projects and agreements of it.")
            note = PlainLabel(words, self, role="small muted", wrap=True)
            self._parts.append(note)
            self._column.addWidget(note)

    def _part(self, number: int, fate: "Fate") -> QWidget:
        t = self._t
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, TINY, 0, 0)
        column.setSpacing(0)
        words = fate.sentence.shown(t.language) or t.gettext("Also made from this visit:")
        column.addWidget(PlainLabel(words, part, role="muted" if fate.sentence.is_empty else "", wrap=True))
        for became in fate.records:
            column.addWidget(self._link(became, part))
        if self._visit.id and not fate.sentence.is_empty:
            column.addWidget(self._offers(number, fate.sentence, part))
        return part

    def _offers(self, number: int, sentence: LocalizedText, parent: QWidget) -> QWidget:
        t = self._t
        row = QWidget(parent)
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        kinds = [("task", t.gettext("Task")), ("project", t.gettext("Project"))]
        kinds.append(("agreement", t.gettext("Step of an agreement")))
        if promised_in(sentence) is not None:
            kinds.insert(1, ("organization", t.gettext("Working group")))
        for kind, words in kinds:
            button = text_button(words, row, kind="quiet", icon_name="plus")
            said = sentence.shown(t.language)
            button.setAccessibleName(f"{words}: {said[:_LONGEST]}")
            button.clicked.connect(_Make(self, number, kind))
            self.buttons[number, kind] = button
            flow.addWidget(button)
        return row

    def _link(self, became: "Became", parent: QWidget) -> QWidget:
        title = became.title.shown(self._t.language) or self._t.gettext("Untitled")
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(MEDIUM, 0, 0, 0)
        button = text_button(doubled(f"→ {title}"), holder, kind="link", icon_name=ICONS[became.record_type])
        button.setToolTip(escaped_tip(title))
        button.setMinimumWidth(0)
        button.clicked.connect(_Open(self._context, became.record_type, became.id))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.links.append(button)
        return holder

    def _task(self, sentence: LocalizedText) -> None:
        from cabinet_app.gui.tasks.from_sentence import task_from

        self._context.new_record("task", task_from(self._visit, sentence))

    def _group(self, sentence: LocalizedText) -> None:
        rule = promised_in(sentence)
        if rule is not None:
            rule.valid_from = self._visit.ends_on or self._visit.starts_on
            self._context.new_record("group", group_from(self._visit, rule, self._document, self._country()))

    def _project(self, sentence: LocalizedText) -> None:
        draft = project_from(self._visit, sentence, self._document, self._home_place())
        self._context.new_record("project", draft)

    def _agreement(self, sentence: LocalizedText) -> None:
        """A step of the only agreement with this town; where there are more or none, of a new one."""
        cabinet = self._context.cabinet
        step = step_from(self._visit, sentence, self._document)
        town = self._visit.partner_place_id
        known = cabinet.agreements.with_place(town) if town else []
        if len(known) != 1:
            self._context.new_record("agreement", agreement_from(self._visit, step, self._home_place()))
            return
        from cabinet_app.services.outcomes import add_step

        try:
            add_step(cabinet, known[0], step)
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, self._t))
            return
        title = cabinet.agreements.get(known[0]).record.title.shown(self._t.language)
        words = self._t.gettext("The step has been added to “{title}”.").format(title=title)
        self._context.toaster.show_toast(words, self._t.gettext("Undo"), self._undo)

    def _undo(self) -> None:
        try:
            self._context.cabinet.undo.undo()
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, self._t))

    def _home_place(self) -> int | None:
        home = self._context.cabinet.organizations.home_id()
        return self._context.cabinet.organizations.get(home).record.place_id if home else None

    def _country(self) -> str:
        town = self._visit.partner_place_id
        try:
            return self._context.cabinet.places.get(town).record.country if town else ""
        except RecordNotFound:
            return ""


class _Unsubscribe:
    def __init__(self, context: GuiContext, observer: "Callable[[Change], None]") -> None:
        self._changes = context.cabinet.changes
        self._observer = observer

    def __call__(self, *_object: object) -> None:
        self._changes.unsubscribe(self._observer)


class _Make:
    def __init__(self, panel: OutcomesPanel, number: int, kind: str) -> None:
        self._act: Callable[[int, str], None] = panel.make
        self._number = number
        self._kind = kind

    def __call__(self) -> None:
        self._act(self._number, self._kind)


class _Open:
    def __init__(self, context: GuiContext, record_type: str, record_id: int) -> None:
        self._context = context
        self._record_type = record_type
        self._record_id = record_id

    def __call__(self) -> None:
        self._context.open_record(self._record_type, self._record_id)
