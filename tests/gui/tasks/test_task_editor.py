"""The list and the editor of tasks: days that count from a visit, completion, holders, links."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.projects import Project
from cabinet_app.domain.tasks import Task, TaskAnchor, TaskStatus
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import Agreement
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.tasks.columns import TaskColumns
from cabinet_app.gui.tasks.from_sentence import task_from
from cabinet_app.gui.tasks.kind import task_kind
from cabinet_app.gui.tasks.offset_field import OffsetField
from cabinet_app.gui.widgets.form import Severity
from cabinet_app.i18n.catalogs import translator
from tests.gui.agreements.conftest import TODAY, make_desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(cabinet, qtbot):
    return make_desk(cabinet)


@pytest.fixture
def pane(desk, qtbot):
    made = RecordPane(desk.context, task_kind(desk.context))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def visit(cabinet):
    return cabinet.visits.create(
        Visit(title=same("Obisk"), starts_on=date(2026, 3, 12), ends_on=date(2026, 3, 14))
    ).record


@pytest.fixture
def task(cabinet):
    def make(title="Zastave", days=None, **fields):
        due = None if days is None else TODAY + timedelta(days=days)
        return cabinet.tasks.create(Task(title=same(title), due_on=due, **fields)).record

    return make


def test_the_list_shows_the_overdue_first_and_says_so_in_a_word(desk, task, pane):
    later, late = task("Zahvala", 3), task("Program", -2)
    done = task("Povabilo", -9, status=TaskStatus.COMPLETED, done_on=TODAY)
    pane.filter_bar.set_filter("", ())
    pane.reload()
    assert list(pane.ids) == [late.id, later.id, done.id]
    columns = TaskColumns(desk.context.t, desk.context.today)
    first, second, third = desk.cabinet.tasks.rows(pane.ids, Language.EN)
    by_key: dict[str, Any] = {column.key: column for column in columns.columns()}
    status, due = by_key["status"], by_key["due"]
    assert (status.status(first).word, status.text(first), due.tone(first)) == (
        "overdue",
        "overdue",
        "danger",
    )
    assert (status.status(second).word, due.tone(second)) == ("open", "")
    assert status.status(third).word == "done"
    assert columns.due_long(first).startswith("Friday, ")
    assert "2 days overdue" in columns.due_long(first)
    assert columns.due_long(third).startswith("done on ")
    assert columns.due_long(replace(second, due_on=None)) == "There is no date yet."
    assert columns.title(replace(second, title="")) == "Untitled task"


def test_an_open_list_begins_with_what_is_open(desk, task, qtbot):
    task("Zahvala", 3)
    assert task_kind(desk.context).first_chips == {"open"}


def test_a_new_task_is_stored_with_its_holder_by_name(desk, pane, qtbot):
    pane.new_record()
    editor = pane.editor
    assert not pane.save()
    assert [finding.message for finding in editor.validate()] == ["Say what has to be done."]
    editor.restore(replace(editor.state(), draft=Task(title=same("Zastave"), responsible="hišnik")))
    assert pane.save()
    (row,) = desk.cabinet.tasks.rows(desk.cabinet.tasks.all_ids(), Language.EN)
    assert (row.title, row.holder) == ("Zastave", "hišnik")


def choose(field, value):
    field.set_value(value)
    field.edited.emit()


def test_the_day_of_completion_comes_with_the_status_and_goes_with_it(pane, task):
    pane.select(task(days=-2).id)
    editor = pane.editor
    status = editor.form.rows["status"].fields["status"]
    assert editor.done_row.isHidden()
    choose(status, TaskStatus.COMPLETED)
    assert editor.draft().done_on == TODAY
    assert not editor.done_row.isHidden()
    assert editor.pill.accessibleName() or editor.draft().status is TaskStatus.COMPLETED
    choose(status, TaskStatus.IN_PROCESS)
    assert editor.draft().done_on is None
    choose(status, TaskStatus.COMPLETED)
    assert pane.save()
    assert editor.base.done_on == TODAY
    assert not editor.is_dirty


def test_a_done_task_that_is_only_looked_at_is_not_changed(pane, task):
    pane.select(task(status=TaskStatus.COMPLETED).id)
    assert not pane.editor.is_dirty


def test_a_day_that_counts_from_the_visit_follows_what_is_typed(pane, task, visit):
    pane.select(task(visit_id=visit.id).id)
    editor = pane.editor
    assert not editor.counted.isHidden()
    editor.offset.setText("T-14")
    editor.offset.edited.emit()
    assert editor.draft().due_on == date(2026, 2, 26)
    choose(editor.anchor, TaskAnchor.VISIT_END)
    assert editor.draft().due_on == date(2026, 2, 28)
    notes = [finding for finding in editor.validate() if finding.severity is Severity.NOTE]
    assert (
        notes[0].message
        == "Due 14 days before the last day of the visit; the day follows when the visit is moved."
    )
    assert pane.save()
    stored = editor.base
    assert (stored.offset_days, stored.anchor, stored.due_on) == (
        -14,
        TaskAnchor.VISIT_END,
        date(2026, 2, 28),
    )


def test_a_day_typed_by_hand_no_longer_counts(pane, task, visit):
    pane.select(task(visit_id=visit.id, days=4, offset_days=-14).id)
    editor = pane.editor
    editor.due.line.setText("1. 3. 2026")
    editor.due.line.textEdited.emit("1. 3. 2026")
    editor.due.line.editingFinished.emit()
    assert editor.draft().offset_days is None
    assert editor.draft().due_on == date(2026, 3, 1)


def test_a_task_without_a_visit_counts_from_nothing(pane, task, visit):
    pane.select(task(visit_id=visit.id, days=4, offset_days=-14).id)
    choose(pane.editor.visit, None)
    assert pane.editor.draft().offset_days is None
    assert pane.editor.counted.isHidden()


def test_two_holders_are_noted(cabinet, pane, task):
    person = cabinet.people.create(Person(name=PersonName(given="Ana", family="Novak"))).record
    pane.select(task(responsible_id=person.id, responsible="hišnik").id)
    messages = [finding.message for finding in pane.editor.validate()]
    assert messages == ["Two holders are named; lists show the person."]
    assert "Ana Novak" in pane.editor.subtitle_label.whole_text()


def test_a_task_leads_to_what_it_belongs_to(desk, pane, task, visit):
    pane.select(task(visit_id=visit.id).id)
    (link,) = pane.editor.related.records
    assert (link.record_type, link.record_id) == ("visit", visit.id)
    pane.editor.related.buttons[0].click()
    assert desk.opened == [("visit", visit.id)]
    pane.select(task("Brez").id)
    assert pane.editor.related.isHidden()


@pytest.mark.parametrize(
    ("typed", "value"), [("-14", -14), ("T−14", -14), ("+7", 7), ("7", 7), ("T", 0), ("", None), ("x", None)]
)
def test_days_from_the_visit_are_read_as_typed(qtbot, typed, value):
    field = OffsetField(translator(Language.EN))
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == value
    assert bool(field.problem()) is (typed == "x")
    field.editingFinished.emit()
    assert field.value() == value


SENTENCE = LocalizedText("2. Zbora bosta gostovala izmenično.", "2. Die Chöre treten abwechselnd auf.", "")


def test_a_sentence_becomes_a_task_of_its_visit_without_typing(visit):
    visit.responsible_id = 5
    task = task_from(visit, SENTENCE)
    assert task.title == LocalizedText(
        "Zbora bosta gostovala izmenično", "Die Chöre treten abwechselnd auf", ""
    )
    assert (task.visit_id, task.responsible_id, task.wording) == (visit.id, 5, SENTENCE.sl)


def test_a_sentence_of_an_agreement_or_a_project_becomes_its_task():
    assert task_from(Agreement(id=4), SENTENCE).agreement_id == 4
    assert task_from(Project(id=6), SENTENCE).project_id == 6
    assert task_from(Project(), LocalizedText(en="Five towns; ")).title.en == "Five towns"
