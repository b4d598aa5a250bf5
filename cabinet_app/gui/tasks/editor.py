"""The editor of a task: what, until when, by whom, and what it belongs to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.task_days import due_day, settled
from cabinet_app.domain.tasks import Task, TaskAnchor, TaskStatus
from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import Headline, RecordEditor
from cabinet_app.gui.names import Names
from cabinet_app.gui.tasks import words
from cabinet_app.gui.tasks.offset_field import OffsetField
from cabinet_app.gui.widgets.choice_combo import EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import TextArea, TextField
from cabinet_app.gui.widgets.form import Finding, Form, Severity
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.gui.widgets.record_links import RecordLink, RecordLinks
from cabinet_app.gui.widgets.record_pickers import person_picker, place_picker, record_picker
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.task_words import offset_sentence

LINKS = ("visit", "meeting", "agreement", "project", "place")


class TaskEditor(RecordEditor[Task]):
    """A task; one that counts from its visit gets its day from it."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self.names = Names(context, parent or context.actions)
        super().__init__(context, parent)

    def build(self, form: Form) -> None:
        t, context = self.t, self.context
        self.section("basics", t.gettext("Basics"))
        self.bind("title", t.gettext("Task"), LocalizedEdit(t, lines=2))
        self.due = DateEdit(t, context.today)
        self.bind("due_on", t.gettext("Due"), self.due)
        self.offset = OffsetField(t)
        self.anchor = EnumCombo(TaskAnchor, self._anchor_word)
        self.anchor.setAccessibleName(t.gettext("Counted from"))
        self.counted = self.bind_line(
            t.gettext("Counted"), {"offset_days": self.offset, "anchor": self.anchor}, stretch=True
        )
        self.bind("status", t.gettext("Status"), EnumCombo(TaskStatus, self._status_word))
        self.done = DateEdit(t, context.today)
        self.done_row = self.bind("done_on", t.gettext("Done on"), self.done)
        self.bind("responsible_id", t.gettext("Holder"), person_picker(context))
        hint = t.gettext("An office, a firm, anybody who is not in the directory.")
        self.bind("responsible", t.gettext("or by name"), TextField(), hint=hint)
        self._build_links(form)
        self.section("notes", t.gettext("Notes"))
        hint = t.gettext("The sentence of the minutes or of the outcomes that the task was made from.")
        self.bind("wording", t.gettext("Wording"), TextArea(lines=2), hint=hint)
        self.bind("notes", t.gettext("Internal notes"), TextArea(lines=3))
        for field in (self.offset, self.anchor, self.visit):
            field.edited.connect(self._count)
        self.due.line.editingFinished.connect(self._own_day)

    def headline(self, draft: Task) -> Headline:
        today = self.context.today()
        said = [words.when(draft.status, draft.due_on, draft.done_on, today, self.t), self._holder(draft)]
        status = words.status_spec(draft.status, draft.due_on, today, self.t)
        title = " ".join(draft.title.shown(self.t.language).split())
        return title, " · ".join(part for part in said if part), status

    def check(self, draft: Task) -> Sequence[Finding]:
        t = self.t
        found: list[Finding] = []
        if draft.title.is_empty:
            found.append(Finding("title", t.gettext("Say what has to be done.")))
        if draft.responsible_id and draft.responsible:
            sentence = t.gettext("Two holders are named; lists show the person.")
            found.append(Finding("responsible", sentence, Severity.NOTE))
        if draft.offset_days is not None and draft.visit_id:
            said = offset_sentence(draft.offset_days, draft.anchor, t)
            sentence = t.gettext("Due {when}; the day follows when the visit is moved.").format(when=said)
            found.append(Finding("offset_days", sentence, Severity.NOTE))
        return found

    def collect(self, draft: Task) -> None:
        """The day of completion comes by itself, and goes with the tick."""
        base = self.base
        if draft.status is not base.status:
            draft.done_on = settled(draft, self.context.today()).done_on
        elif draft.status is not TaskStatus.COMPLETED:
            draft.done_on = base.done_on
        if not draft.visit_id:
            draft.offset_days = base.offset_days if not base.visit_id else None

    def fill(self, draft: Task) -> None:
        self.done.set_value(draft.done_on)
        self.done_row.set_shown(draft.status is TaskStatus.COMPLETED)
        self.counted.set_shown(bool(draft.visit_id))
        self.related.show_records(self._linked(draft))

    def _build_links(self, form: Form) -> None:
        t, context = self.t, self.context
        self.section("links", t.pgettext("task", "Belongs to"))
        self.related = RecordLinks(context, t.gettext("Go to"))
        form.add_widget(self.related)
        self.visit = record_picker(context, "visit")
        self.bind("visit_id", t.gettext("Visit"), self.visit)
        self.bind("meeting_id", t.gettext("Meeting"), record_picker(context, "meeting"))
        self.bind("agreement_id", t.gettext("Agreement"), record_picker(context, "agreement"))
        self.bind("project_id", t.gettext("Project"), record_picker(context, "project"))
        self.bind("place_id", t.gettext("Town"), place_picker(context))

    def _linked(self, draft: Task) -> list[RecordLink]:
        return [
            RecordLink(record_type, record_id, name)
            for record_type in LINKS
            if (record_id := getattr(draft, f"{record_type}_id"))
            and (name := self.names.of(record_type, record_id))
        ]

    def _holder(self, draft: Task) -> str:
        return self.names.of("person", draft.responsible_id) or draft.responsible

    def _count(self) -> None:
        """The day of a task that counts from its visit."""
        if self._is_filling or not self.has_record:
            return
        day = self._counted_day(self.draft())
        if day is not None and day != self.due.value():
            self.due.set_value(day)
            self.due.edited.emit()

    def _own_day(self) -> None:
        """A day typed by hand no longer counts from the visit."""
        if self._is_filling or not self.has_record or self.offset.value() is None:
            return
        day = self._counted_day(self.draft())
        if day is not None and self.due.value() != day:
            self.offset.set_value(None)
            self.offset.edited.emit()

    def _counted_day(self, draft: Task) -> date | None:
        if not draft.visit_id:
            return None
        try:
            visit = self.context.cabinet.visits.get(draft.visit_id).record
        except RecordNotFound:
            return None
        return due_day(draft.offset_days, draft.anchor, visit.starts_on, visit.ends_on)

    def _status_word(self, member: TaskStatus) -> str:
        return label(member, self.t)

    def _anchor_word(self, member: TaskAnchor) -> str:
        return label(member, self.t)
