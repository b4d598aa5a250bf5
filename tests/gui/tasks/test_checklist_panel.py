"""The checklist of a visit: shown in the order of its days, ticked and added to in place, each a step."""

from datetime import date

import pytest

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.tasks import Task, TaskStatus
from cabinet_app.domain.texts import same
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.context import PrintRequest
from cabinet_app.gui.delegations.editor import VisitEditor
from cabinet_app.gui.tasks.checklist import ChecklistPanel
from tests.gui.agreements.conftest import TODAY, make_desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(cabinet, qtbot):
    return make_desk(cabinet)


@pytest.fixture
def visit(cabinet):
    record = cabinet.visits.create(Visit(title=same("Obisk"), starts_on=date(2026, 2, 26))).record
    ana = cabinet.people.create(Person(name=PersonName(given="Ana", family="Novak"))).record.id
    drafts = [
        Task(title=same("Zahvala"), offset_days=7),
        Task(title=same("Program"), offset_days=-14, responsible_id=ana),
        Task(title=same("Povabilo"), offset_days=-60, status=TaskStatus.COMPLETED, done_on=date(2026, 1, 2)),
        Task(title=same("Darilo"), offset_days=-3, status=TaskStatus.CANCELLED),
    ]
    cabinet.tasks.create_for_visit(record.id, drafts)
    return record


@pytest.fixture
def panel(desk, visit, qtbot):
    made = ChecklistPanel(desk.context)
    qtbot.addWidget(made)
    made.show_visit(visit.id)
    made.resize(480, 400)
    made.show()
    return made


def test_tasks_stand_in_the_order_of_their_days_with_the_overdue_marked_in_words(panel):
    assert [line.title.whole_text() for line in panel.lines] == ["Povabilo", "Program", "Darilo", "Zahvala"]
    invitation, programme, gift, thanks = panel.lines
    assert invitation.box.value()
    assert not programme.box.value()
    assert programme.late.text() == "⚠ overdue"
    assert programme.when.whole_text().startswith("T−14 · ")
    assert programme.when.whole_text().endswith("10 days overdue · Ana Novak")
    assert thanks.late.isHidden()
    assert not gift.box.isEnabled()
    assert gift.when.whole_text().endswith("cancelled")
    assert panel.done_of_all == (1, 3)


def test_each_box_tells_a_screen_reader_what_it_ticks(panel):
    assert panel.lines[1].box.accessibleName().startswith("Program, ⚠ overdue, T−14")
    assert panel.lines[1].open_button.accessibleName() == "Open “Program”"


def test_a_tick_is_stored_at_once_and_taken_back_from_the_toast(desk, panel, qtbot):
    told = []
    panel.counted.connect(lambda *numbers: told.append(numbers))
    programme = panel.lines[1]
    programme.box.click()
    stored = desk.cabinet.tasks.get(programme.task.id).record
    assert (stored.status, stored.done_on) == (TaskStatus.COMPLETED, TODAY)
    assert desk.toaster.last == "Task “Program” is done."
    assert told[-1] == (2, 3)
    assert panel.lines[1] is programme
    desk.toaster.act()
    assert desk.cabinet.tasks.get(programme.task.id).record.status is TaskStatus.NEEDS_ACTION
    assert not programme.box.value()


def test_a_tick_taken_away_opens_the_task_again(desk, panel):
    panel.lines[0].box.click()
    assert desk.cabinet.tasks.get(panel.lines[0].task.id).record.done_on is None
    assert desk.toaster.last == "Task “Povabilo” is open again."


def test_a_line_is_added_with_its_days_and_the_cursor_stays(desk, panel, visit, qtbot):
    panel.new_line.setText("T-1 Izobesiti zastave")
    panel.new_line.returnPressed.emit()
    added = next(line.task for line in panel.lines if line.title.whole_text() == "Izobesiti zastave")
    assert (added.due_on, added.offset_days, added.visit_id) == (date(2026, 2, 25), -1, visit.id)
    assert panel.new_line.text() == ""
    panel.add_button.click()
    assert len(panel.lines) == 5
    desk.toaster.act()
    assert len(panel.lines) == 4


def test_an_arrow_leads_to_the_task(desk, panel):
    panel.lines[1].open_button.click()
    assert desk.opened == [("task", panel.lines[1].task.id)]


def test_what_others_change_is_seen(desk, panel, visit):
    desk.cabinet.tasks.create_for_visit(visit.id, [Task(title=same("Tolmač"), offset_days=-30)])
    assert "Tolmač" in [line.title.whole_text() for line in panel.lines]


def test_a_task_that_is_gone_meanwhile_is_told_and_leaves_the_list(desk, panel, monkeypatch):
    task = panel.lines[1].task
    desk.cabinet.changes.unsubscribe(panel._register_changed)
    desk.cabinet.tasks.delete(task.id)
    panel.lines[1].box.click()
    assert desk.toaster.said
    assert task.id not in [line.task.id for line in panel.lines]


def test_a_visit_that_is_not_stored_has_no_checklist_yet(panel):
    panel.show_visit(0)
    assert panel.lines == []
    assert panel._add_row.isHidden()
    assert not panel._first.isHidden()
    panel.new_line.setText("Zastave")
    panel.add()
    assert panel.lines == []


def test_the_editor_of_a_visit_counts_its_checklist_and_prints_it(desk, visit, qtbot):
    editor = VisitEditor(desk.context)
    qtbot.addWidget(editor)
    editor.load(visit, 1)
    section = next(one for one in editor.form.sections if one.key == "protocol")
    assert section.count == "1/3"
    button = next(one for one in editor.findChildren(type(panel_button(editor))) if "checklist" in one.text())
    button.click()
    assert desk.printed == [PrintRequest("visit", visit.id, [visit.id], kind="checklist")]
    editor.begin(Visit())
    assert section.count == ""
    assert not button.isEnabled()


def panel_button(editor):
    return editor.foot.save_button
