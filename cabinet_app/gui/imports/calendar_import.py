"""A calendar before it is taken in: what becomes of each entry and why, what is asked, and then one step."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cabinet_app.errors import UserError
from cabinet_app.gui.background import Progress, Task
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.imports.calendar_words import (
    GONE,
    PreviewRow,
    fate_status,
    how_often,
    notes,
    reasons,
    rows_of,
    when,
)
from cabinet_app.gui.imports.zone_questions import ZoneQuestions
from cabinet_app.gui.last_step import StepBack
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.fields import CheckField
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_list import RecordList
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.gui.widgets.record_pickers import organization_picker
from cabinet_app.i18n.messages import sentence

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.calendar_import import ImportChoices, ImportPlan
    from cabinet_app.services.changes import Change

_PAUSE_MS: Final = 150
_MOST_NOTES: Final = 3
_ALL: Final = ""


class CalendarImportDialog(QDialog):
    """Nothing is stored before »Import« is pressed; then all of it is, in one step that can be undone."""

    def __init__(self, context: GuiContext, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._path = path
        self.plan: ImportPlan | None = None
        self._rows: dict[int, PreviewRow] = {}
        self._same_as: dict[str, int] = {}
        self._removed: set[int] = set()
        self._wanted = 0
        self._task: Task | None = None
        self.setWindowTitle(t.gettext("Import of a calendar"))
        self.name = PlainLabel(path.name, role="heading")
        self.group = organization_picker(context, self)
        self.group.setAccessibleName(t.gettext("Group the meetings belong to"))
        self.zones = ZoneQuestions(context, self)
        self.filter: ChoiceCombo[str] = ChoiceCombo([(_ALL, t.gettext("All entries"))], self)
        self.filter.setAccessibleName(t.gettext("Which entries are shown"))
        self.list: RecordList[PreviewRow] = RecordList(self._columns(), self._found, self)
        self.list.setAccessibleName(t.gettext("What becomes of each entry"))
        self.reason = PlainLabel(role="warn", wrap=True)
        self.same_field: ChoiceCombo[int] = ChoiceCombo([(0, t.gettext("a new meeting"))], self)
        self.same_field.setAccessibleName(t.gettext("Which meeting this is"))
        self.gone_field: ChoiceCombo[bool] = ChoiceCombo(
            [(False, t.gettext("stays in the register")), (True, t.gettext("is deleted"))], self
        )
        self.gone_field.setAccessibleName(t.gettext("What becomes of the meeting"))
        self.remove_all = CheckField("", self)
        self.notes = PlainLabel(role="muted", wrap=True)
        self.counts = PlainLabel(role="strong", wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(t.gettext("Progress"))
        self.take_button = text_button(t.gettext("Import"), self, kind="primary")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._arrange()
        self._connect()
        self.resize(900, 640)
        self.refresh()

    def refresh(self) -> None:
        """Read and plan anew with what is chosen, in the background."""
        self._stop()
        self._wanted += 1
        self.take_button.setEnabled(False)
        self._begin(_Planning(self, self._wanted), self._have)

    def take_in(self) -> None:
        """Store what is shown, in the background; then close."""
        if self.plan is None:
            return
        self.take_button.setEnabled(False)
        self.zones.remember()
        self._begin(_TakingIn(self._context.cabinet, self.plan), self._taken)

    def reject(self) -> None:
        """Stop what is under way; what was not stored whole is not stored."""
        self._stop()
        super().reject()

    def planned(self) -> "tuple[Cabinet, Path, date, dict[str, str], ImportChoices]":
        """What a plan is made from, as it is chosen now."""
        from cabinet_app.services.calendar_import import ImportChoices

        context = self._context
        body = self.group.value()
        choices = ImportChoices(body or None, dict(self._same_as), frozenset(self._removed))
        zones = dict(context.settings.zones) | self.zones.chosen()
        return context.cabinet, self._path, context.today(), zones, choices

    def _begin(self, work: Any, done: Any) -> None:  # noqa: ANN401 a piece of work and what follows it
        self.bar.setRange(0, 0)
        self.bar.setVisible(True)
        self._task = self._context.background.run(work, done, self._failed)
        self._task.progressed.connect(self._tell)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _tell(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _have(self, planned: "tuple[int, ImportPlan]") -> None:
        wanted, plan = planned
        if wanted != self._wanted:
            return
        self._task = None
        t = self._context.t
        self.bar.hide()
        self.plan = plan
        if plan.calendar.name:
            self.name.setText(f"{plan.calendar.name} ({self._path.name})")
        self._rows = {row.id: row for row in rows_of(plan, t)}
        self.zones.ask(plan.calendar.unknown_zones)
        told = notes(plan.problems, t, _MOST_NOTES)
        self.notes.setText(told)
        self.notes.setVisible(bool(told))
        self._show_filter(plan)
        self._show_gone(plan)
        self._show_rows()
        self.counts.setText(self._counted(plan))
        self.take_button.setEnabled(bool(plan.writes or plan.removals))

    def _taken(self, change: "Change | None") -> None:
        self._task = None
        t, context = self._context.t, self._context
        assert self.plan
        told = t.gettext("Imported: {created} new, {changed} changed, {unchanged} unchanged.").format(
            **self._numbers(self.plan)
        )
        if change is not None:
            context.cabinet.changes.tell(change)
        undo = StepBack(context, change.entry_id) if change else None
        context.toaster.show_toast(told, t.gettext("Undo") if undo else "", undo)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, UserError):
            raise error
        self.bar.hide()
        self.plan = None
        self._rows = {}
        self.list.show_ids([], {})
        self.counts.setText(sentence(error, self._context.t))

    def _numbers(self, plan: "ImportPlan") -> dict[str, int]:
        from cabinet_app.services.calendar_import import Fate

        return {fate.value: plan.count(fate) for fate in Fate}

    def _counted(self, plan: "ImportPlan") -> str:
        t = self._context.t
        numbers = self._numbers(plan)
        told = t.gettext(
            "Entries: {created} new, {changed} changed, {unchanged} unchanged, {refused} left out."
        ).format(**numbers)
        if numbers["conflict"]:
            words = t.gettext("Changed here and therefore not overwritten: {conflict}.")
            told = f"{told} {words.format(**numbers)}"
        return told

    def _show_filter(self, plan: "ImportPlan") -> None:
        t = self._context.t
        counted: dict[str, int] = {}
        for row in self._rows.values():
            counted[row.fate] = counted.get(row.fate, 0) + 1
        words = {
            "created": t.gettext("New ({number})"),
            "changed": t.gettext("Changed ({number})"),
            "unchanged": t.gettext("Unchanged ({number})"),
            "conflict": t.gettext("Changed here ({number})"),
            "refused": t.gettext("Left out ({number})"),
            GONE: t.gettext("No longer there ({number})"),
        }
        everything = t.gettext("All entries ({number})").format(number=len(plan.lines) + len(plan.vanished))
        found = [(fate, words[fate].format(number=counted[fate])) for fate in words if fate in counted]
        self.filter.set_choices([(_ALL, everything), *found])

    def _show_rows(self) -> None:
        wanted = self.filter.value()
        shown = [row.id for row in self._rows.values() if wanted in {_ALL, row.fate}]
        current = self.list.current_id()
        self.list.show_ids(shown, {})
        if not (current in shown and self.list.select(current)) and shown:
            self.list.select(shown[0])
        self._show_row(self.list.current_id())

    def _show_gone(self, plan: "ImportPlan") -> None:
        count = len(plan.vanished)
        words = self._context.t.ngettext(
            "Delete the meeting that this calendar no longer has",
            "Delete the {count} meetings that this calendar no longer has",
            count,
        )
        self.remove_all.setText(words.format(count=count))
        self.remove_all.setVisible(count > 0)
        self.remove_all.set_value(count > 0 and len(self._removed) == count)

    def _show_row(self, number: object) -> None:
        """Say why, and ask what the file cannot know."""
        row = self._rows.get(number) if isinstance(number, int) else None
        t = self._context.t
        words = reasons(row, t) if row else ""
        lookalike = row.line.lookalike if row and row.line else None
        is_asked = lookalike is not None or bool(row and row.line and row.line.uid in self._same_as)
        if row and row.line and is_asked:
            words = "\n".join(part for part in (self._ask(row), words) if part)
        self.reason.setText(words)
        self.reason.setVisible(bool(words))
        self.same_field.setVisible(is_asked)
        self.gone_field.setVisible(bool(row and row.gone))
        if row and row.gone:
            self.gone_field.set_value(row.gone.meeting_id in self._removed)

    def _ask(self, row: PreviewRow) -> str:
        t = self._context.t
        assert row.line
        chosen = self._same_as.get(row.line.uid, 0)
        known = row.line.lookalike.meeting_id if row.line.lookalike else chosen
        same = t.gettext("the same as {title}")
        names = self._context.cabinet.meetings.choices_of([known], t.language)
        found = [(one.id, same.format(title=one.title)) for one in names]
        self.same_field.set_choices([(0, t.gettext("a new meeting")), *found])
        self.same_field.set_value(chosen)
        return t.gettext("A meeting of this time and title stands in the register already. Is it the same?")

    def _choose_same(self) -> None:
        row = self._rows.get(self.list.current_id())
        if row and row.line:
            self._same_as[row.line.uid] = self.same_field.value()
            if not self.same_field.value():
                del self._same_as[row.line.uid]
            self._pause.start()

    def _choose_gone(self) -> None:
        row = self._rows.get(self.list.current_id())
        if row and row.gone:
            (self._removed.add if self.gone_field.value() else self._removed.discard)(row.gone.meeting_id)
            self._pause.start()

    def _choose_all_gone(self) -> None:
        if self.plan is not None:
            ids = {one.meeting_id for one in self.plan.vanished}
            self._removed = ids if self.remove_all.value() else set()
            self._pause.start()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.refresh)
        self.group.edited.connect(self._pause.start)
        self.zones.edited.connect(self._pause.start)
        self.filter.edited.connect(self._show_rows)
        self.list.current_changed.connect(self._show_row)
        self.same_field.edited.connect(self._choose_same)
        self.gone_field.edited.connect(self._choose_gone)
        self.remove_all.edited.connect(self._choose_all_gone)
        self.take_button.clicked.connect(self.take_in)

    def _arrange(self) -> None:
        t = self._context.t
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.name)
        column.addWidget(self.zones)
        above = QHBoxLayout()
        above.setSpacing(SMALL)
        above.addWidget(PlainLabel(t.gettext("Group")))
        above.addWidget(self.group, 2)
        above.addStretch(1)
        above.addWidget(PlainLabel(t.gettext("Show")))
        above.addWidget(self.filter, 1)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        for widget in (self.reason, self.same_field, self.gone_field, self.remove_all, self.notes, self.bar):
            column.addWidget(widget)
            widget.hide()
        row = QHBoxLayout()
        row.addWidget(self.counts, 1)
        cancel = text_button(t.gettext("Cancel"), self)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.take_button)
        column.addLayout(row)
        self.zones.hide()

    def _columns(self) -> list[Column[PreviewRow]]:
        t = self._context.t
        return [
            Column("when", t.gettext("Date"), text=self._when, width=18),
            Column("title", t.gettext("Title"), text=_title, stretch=True),
            Column("often", t.gettext("Series"), text=self._often, width=13),
            Column("fate", t.gettext("What happens"), text=self._word, status=self._status, width=21),
        ]

    def _found(self, ids: Sequence[int]) -> Sequence[PreviewRow | None]:
        return [self._rows.get(number) for number in ids]

    def _when(self, row: PreviewRow) -> str:
        return when(row, self._context.t)

    def _often(self, row: PreviewRow) -> str:
        return how_often(row, self._context.t)

    def _word(self, row: PreviewRow) -> str:
        return self._status(row).word

    def _status(self, row: PreviewRow) -> StatusSpec:
        is_removed = row.gone is not None and row.gone.meeting_id in self._removed
        return fate_status(row, self._context.t, is_removed=is_removed)


def _title(row: PreviewRow) -> str:
    return row.title or "–"


class _Planning:
    def __init__(self, dialog: CalendarImportDialog, wanted: int) -> None:
        self._wanted = wanted
        self._planned = dialog.planned()

    def __call__(self, progress: Progress) -> "tuple[int, ImportPlan]":
        from cabinet_app.exchange.ics_import import CalendarFile, plan_file

        cabinet, path, today, zones, choices = self._planned
        return self._wanted, plan_file(cabinet, CalendarFile(path, today, zones, choices=choices), progress)


class _TakingIn:
    def __init__(self, cabinet: "Cabinet", plan: "ImportPlan") -> None:
        self._cabinet = cabinet
        self._plan = plan

    def __call__(self, progress: Progress) -> "Change | None":
        from cabinet_app.services.calendar_import import CalendarImport

        return CalendarImport(self._cabinet).carry_out(self._plan, progress)
