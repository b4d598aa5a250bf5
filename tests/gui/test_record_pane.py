from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import ProgrammeItem, Visit, VisitStatus
from cabinet_app.gui.record_tab import RecordTab
from cabinet_app.gui.view_switch import LIST
from tests.gui.demo_tab import DemoTab, visit_kind
from tests.gui.fakes import FIRST_ID, sample_visits

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def tab(qtbot, context, memory):
    sample_visits(memory)
    made = DemoTab(context)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.fixture
def pane(tab):
    return tab.pane


def type_title(pane, text):
    pane.editor._fields["title"].editor.selectAll()
    pane.editor._fields["title"].editor.insert(text)


def stored_title(memory, number=1):
    return memory.visits.get(FIRST_ID + number).record.title


def test_the_rows_come_when_the_pane_is_shown(pane):
    assert len(pane.ids) == 7
    assert pane.count_text() == "7 delegations"
    assert pane.records.accessibleName() == "Delegations"


def test_the_list_asks_by_text_chips_and_order(pane, memory):
    pane.filter_bar.set_filter("beljak", ["upcoming"])
    query = memory.visits.queries[-1]
    assert (query.text, query.chips, query.sort, query.descending) == (
        "beljak",
        {"upcoming"},
        "starts_on",
        False,
    )
    assert len(pane.ids) == 1


def test_months_stand_above_their_first_row_only_in_the_order_of_days(pane, qtbot):
    assert list(pane.records._cells.bands.values()) == [
        "February\u00a02026",
        "March\u00a02026",
        "April\u00a02026",
        "May\u00a02026",
    ]
    pane.records.records.sort(1)
    assert pane.records._cells.bands == {}


def test_choosing_a_row_opens_it(pane):
    pane.records.select(FIRST_ID + 2)
    assert pane.current_id == FIRST_ID + 2
    assert pane.editor.title_label.whole_text() == "Predstavitev zimskih športov"
    assert pane.right.currentWidget() is pane.editor


def test_nothing_chosen_says_what_to_do(pane):
    assert pane.right.currentWidget() is pane.nothing_chosen
    assert pane.nothing_chosen.sentence.text() == "Choose a delegation or press Ctrl+N."


def test_no_hits_offer_to_clear_the_filter(pane):
    pane.filter_bar.set_filter("lyon", [])
    assert pane.left.currentWidget() is pane.no_hits
    assert "lyon" in pane.no_hits.sentence.text()
    pane.filter_bar.clear()
    assert pane.left.currentWidget() is pane.records


def test_an_empty_register_offers_the_first_entry(qtbot, context):
    tab = DemoTab(context)
    qtbot.addWidget(tab)
    tab.show()
    assert tab.pane.left.currentWidget() is tab.pane.first_run


def test_a_change_is_saved_with_ctrl_s_and_said(pane, memory, toaster):
    pane.select(FIRST_ID + 1)
    type_title(pane, "Working visit")
    assert pane.editor.is_dirty
    assert pane.editor.state_label.whole_text() == "Not saved yet"
    assert pane.save()
    assert not pane.editor.is_dirty
    assert pane.editor.state_label.whole_text().startswith("Saved")
    assert stored_title(memory).en == "Working visit"
    assert toaster.said == []


def test_leaving_a_changed_record_saves_it_and_offers_to_undo(pane, memory, toaster):
    pane.select(FIRST_ID + 1)
    type_title(pane, "Working visit")
    pane.records.select(FIRST_ID + 2)
    assert pane.current_id == FIRST_ID + 2
    assert toaster.last == "Delegation “Working visit” has been saved."
    assert stored_title(memory).en == "Working visit"
    toaster.act()
    assert stored_title(memory).en == ""


def test_leaving_an_unchanged_record_saves_nothing(pane, memory, toaster):
    pane.select(FIRST_ID + 1)
    pane.records.select(FIRST_ID + 2)
    assert toaster.said == []
    assert memory.undo.next_undo() is None


def test_an_invalid_draft_stays_and_says_why(pane, memory, toaster):
    pane.select(FIRST_ID + 1)
    pane.editor._fields["ends_on"].line.setText("1. 1. 2026")
    pane.records.select(FIRST_ID + 2)
    assert pane.current_id == FIRST_ID + 1
    assert pane.records.current_id() == FIRST_ID + 1
    assert [link.text() for link in pane.editor.banner.links] == [
        "Until: The end is before the start. Choose a later end.",
        "Discard the changes",
    ]
    assert pane.editor.form.rows["ends_on"].fields["ends_on"].line.property("invalid") is True
    assert toaster.said == []


def test_discarding_brings_the_stored_record_back(pane):
    pane.select(FIRST_ID + 1)
    type_title(pane, "x")
    pane.discard()
    assert pane.editor.draft().title == LocalizedText(sl="Delovni obisk prve podžupanje")
    assert not pane.editor.is_dirty


def test_a_text_that_is_not_understood_stops_saving(pane):
    pane.select(FIRST_ID + 1)
    pane.editor._fields["ends_on"].line.insert("soon-ish")
    assert pane.editor.is_dirty
    assert not pane.save()
    assert "not a date" in pane.editor.form.rows["ends_on"].message.text()


def test_notes_do_not_stop_saving(pane):
    pane.select(FIRST_ID + 1)
    assert "no host" in pane.editor.form.rows["responsible_id"].message.text()
    type_title(pane, "x")
    assert pane.save()


def test_a_field_is_judged_when_it_is_left_and_not_while_typing(pane, qtbot):
    pane.select(FIRST_ID + 1)
    row = pane.editor.form.rows["ends_on"]
    pane.editor._fields["ends_on"].line.setText("1. 1. 2026")
    assert row.message.isHidden()
    pane.editor._focus_moved(pane.editor._fields["ends_on"].line, pane.editor._fields["notes"])
    assert row.message.isVisible()


def test_a_rule_of_the_register_is_shown_at_its_field(pane, memory):
    pane.select(FIRST_ID + 1)
    pane.editor.check = lambda _draft: []
    pane.editor._fields["ends_on"].set_value(date(2026, 1, 1))
    assert not pane.save()
    assert "end is before the start" in pane.editor.form.rows["ends_on"].message.text()


def test_a_new_record_is_begun_and_entered(pane, memory, toaster):
    assert pane.new_record()
    assert pane.editor.is_new
    assert pane.editor.title_label.whole_text() == "Untitled delegation"
    type_title(pane, "Forum")
    assert pane.leave()
    assert toaster.last == "Delegation “Forum” has been entered."
    assert len(memory.visits.stored) == 8


def test_a_saved_new_record_is_current_in_the_list(pane):
    pane.new_record()
    type_title(pane, "Forum")
    assert pane.save()
    assert pane.records.current_id() == pane.current_id
    assert len(pane.ids) == 8


def test_a_new_record_nobody_wrote_in_is_forgotten(pane, memory, toaster):
    pane.new_record()
    assert pane.select(FIRST_ID + 1)
    assert (len(memory.visits.stored), toaster.said) == (7, [])


def test_a_copy_is_a_new_record(pane, memory):
    pane.select(FIRST_ID + 1)
    assert pane.duplicate()
    assert (pane.current_id, pane.editor.is_new) == (0, True)
    assert pane.editor.draft().title == LocalizedText(sl="Delovni obisk prve podžupanje")


def test_deleting_goes_on_with_the_next_one_and_can_be_undone(pane, memory, toaster):
    pane.select(FIRST_ID + 1)
    assert pane.delete()
    assert FIRST_ID + 1 not in memory.visits.stored
    assert pane.current_id == FIRST_ID + 2
    assert "has been deleted" in toaster.last
    toaster.act()
    assert FIRST_ID + 1 in pane.ids


def test_undoing_the_deletion_of_a_shown_record_elsewhere_empties_the_editor(pane, memory):
    pane.select(FIRST_ID + 1)
    memory.visits.delete(FIRST_ID + 1)
    assert pane.right.currentWidget() is pane.nothing_chosen


def test_a_change_from_elsewhere_is_shown_unless_something_was_typed(pane, memory):
    pane.select(FIRST_ID + 1)
    change_elsewhere(memory, title=LocalizedText(sl="Drugače"))
    assert pane.editor.draft().title.sl == "Drugače"
    type_title(pane, "mine")
    change_elsewhere(memory, title=LocalizedText(sl="Spet drugače"))
    assert pane.editor.draft().title == LocalizedText(sl="Drugače", en="mine")


def change_elsewhere(memory, **values):
    stored = memory.visits.get(FIRST_ID + 1)
    for name, value in values.items():
        setattr(stored.record, name, value)
    memory.visits.update(stored.record, stored.version)


def test_changes_of_different_fields_are_put_together(pane, memory, toaster):
    pane.select(FIRST_ID + 1)
    type_title(pane, "mine")
    change_elsewhere(memory, notes="theirs|XX")
    assert pane.save()
    record = memory.visits.get(FIRST_ID + 1).record
    assert (record.title.en, record.notes) == ("mine", "theirs|XX")
    assert "both changes are saved" in toaster.last


@pytest.mark.parametrize(("choice", "kept"), [("Keep mine", "mine"), ("Take the stored one", "")])
def test_changes_of_one_field_are_shown_and_one_is_chosen(pane, memory, choice, kept):
    pane.select(FIRST_ID + 1)
    type_title(pane, "mine")
    change_elsewhere(memory, title=LocalizedText(sl="theirs"))
    assert not pane.save()
    assert pane.editor.banner.links[0].text() == "Title: stored “theirs”, yours “mine”"
    next(link for link in pane.editor.banner.links if link.text() == choice).click()
    assert stored_title(memory).en == kept
    assert not pane.editor.is_dirty
    assert pane.editor.banner.isHidden()


def test_a_record_deleted_meanwhile_can_be_entered_again(pane, memory):
    pane.select(FIRST_ID + 1)
    type_title(pane, "mine")
    version = memory.visits.versions[FIRST_ID + 1]
    memory.visits.versions[FIRST_ID + 1] = version + 1
    record = memory.visits.stored.pop(FIRST_ID + 1)
    memory.visits.update = lambda *_: (_ for _ in ()).throw(_conflict())
    assert not pane.save()
    assert record.title.sl
    del memory.visits.update
    next(link for link in pane.editor.banner.links if link.text() == "Enter it again").click()
    assert pane.editor.is_new
    assert pane.editor.draft().title.en == "mine"


def _conflict():
    from cabinet_app.errors import Conflict

    return Conflict("visit", FIRST_ID + 1, 1, 2)


def test_what_stands_in_a_cell_is_saved_too(pane, memory, qtbot):
    pane.select(FIRST_ID + 1)
    table = pane.editor._fields["programme"]
    table.add_row()
    editor = table.table.indexWidget(table.table.currentIndex())
    editor.line.insert("9.30")
    assert pane.save()
    item: ProgrammeItem = memory.visits.get(FIRST_ID + 1).record.programme[0]
    assert item.starts_at == time(9, 30)
    assert pane.editor.programme.count == "1"


def test_a_record_the_filter_hides_is_shown_by_taking_the_filter_off(pane):
    pane.filter_bar.set_filter("beljak", [])
    assert pane.select(FIRST_ID + 5)
    assert not pane.filter_bar.is_active()


def test_a_record_that_does_not_exist_leaves_the_editor_empty(pane):
    assert not pane.select(FIRST_ID + 99)
    assert pane.right.currentWidget() is pane.nothing_chosen


def test_escape_leads_back_to_the_list_and_keeps_the_draft(pane, qtbot):
    pane.select(FIRST_ID + 1)
    pane.window().activateWindow()
    pane.focus_editor()
    type_title(pane, "half a")
    qtbot.keyClick(pane.editor._fields["title"].editor, Qt.Key.Key_Escape)
    assert pane.records.hasFocus()
    assert pane.editor.draft().title.en == "half a"


def test_below_1100_pixels_the_editor_stands_under_the_list(tab, pane):
    assert pane.splitter.orientation() is Qt.Orientation.Horizontal
    tab.resize(1024, 600)
    assert pane.splitter.orientation() is Qt.Orientation.Vertical


def test_the_state_with_its_draft_goes_on_in_another_tab(tab, pane, qtbot, context):
    pane.filter_bar.set_filter("a", ["upcoming"])
    pane.select(FIRST_ID + 2)
    type_title(pane, "half")
    other = DemoTab(context)
    qtbot.addWidget(other)
    other.restore(tab.state())
    other.show()
    assert other.pane.current_id == FIRST_ID + 2
    assert other.pane.editor.draft().title.en == "half"
    assert other.pane.editor.is_dirty
    assert other.pane.filter_bar.chips() == {"upcoming"}
    assert other.pane.records.current_id() == FIRST_ID + 2


def test_a_new_record_goes_on_in_another_tab(tab, pane, qtbot, context):
    pane.new_record()
    other = DemoTab(context)
    qtbot.addWidget(other)
    other.restore(tab.state())
    assert other.pane.editor.is_new


def test_lists_are_remembered_in_the_settings(tab, pane, qtbot, context):
    pane.filter_bar.set_filter("beljak", [])
    pane.select(FIRST_ID + 1)
    tab.remember()
    other = DemoTab(context)
    qtbot.addWidget(other)
    other.show()
    assert other.pane.filter_bar.text() == "beljak"
    qtbot.waitUntil(lambda: other.pane.current_id == FIRST_ID + 1)


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"text": 3, "share": "x"}', '{"chips": 4}'])
def test_a_broken_memory_is_no_harm(qtbot, context, broken):
    context.settings.windows["delegations.visit"] = broken
    tab = DemoTab(context)
    qtbot.addWidget(tab)
    tab.show()
    assert tab.pane.kind.key == "visit"


def test_the_history_stands_in_the_place_of_the_editor(pane):
    pane.select(FIRST_ID + 1)
    pane.show_history()
    assert pane.right.currentWidget() is pane._history
    assert pane._history.lines.item(0).text() == "Nothing has been recorded yet."
    pane._history.back_button.click()
    assert pane.right.currentWidget() is pane.editor


@pytest.fixture
def twins(qtbot, context, memory):
    sample_visits(memory)
    first = visit_kind(context)
    made = RecordTab(context, "twinning", [first, replace(first, key="agreement")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_switch_changes_between_kinds_of_records(twins):
    twins.switch._buttons["agreement"].click()
    assert twins.pane.kind.key == "agreement"
    assert twins.pane.new_button.text() == "New agreement"


def test_an_invalid_draft_keeps_its_kind_in_front(twins):
    twins.pane.new_record(Visit())
    twins.pane.editor._fields["notes"].insertPlainText("x")
    assert not twins.show_kind("agreement")
    assert twins.switch.current() == "visit"


def test_a_pane_that_is_gone_no_longer_hears_of_changes(qtbot, context, memory):
    sample_visits(memory)
    tab = DemoTab(context)
    before = len(memory.changes._observers)
    tab.show()
    tab.deleteLater()
    qtbot.waitUntil(lambda: len(memory.changes._observers) == before - 1)
    memory.visits.delete(FIRST_ID + 1)


def test_a_view_beside_the_list_follows_the_filter(qtbot, context, memory):
    from PySide6.QtWidgets import QLabel

    from cabinet_app.gui.record_kind import ViewSpec

    class Board(QLabel):
        def show_ids(self, ids):
            self.setText(str(len(ids)))

        def select(self, record_id):
            self.setToolTip(str(record_id))

    sample_visits(memory)
    kind = replace(
        visit_kind(context),
        views=[ViewSpec("board", "Board", "table", lambda _pane, parent: Board(parent))],
        first_view="board",
    )
    tab = RecordTab(context, "groups", [kind])
    qtbot.addWidget(tab)
    tab.show()
    board = tab.pane.left.currentWidget()
    assert isinstance(board, Board)
    assert board.text() == "7"
    tab.pane.filter_bar.set_filter("beljak", [])
    tab.pane.select(FIRST_ID + 1)
    assert (board.text(), board.toolTip()) == ("1", str(FIRST_ID + 1))
    tab.pane.views.show_view(LIST)
    assert tab.pane.left.currentWidget() is tab.pane.records


def test_status_and_title_follow_while_typing(pane):
    pane.select(FIRST_ID + 1)
    pane.editor._fields["status"].set_value(VisitStatus.CANCELLED)
    pane.editor._fields["status"].edited.emit()
    assert pane.editor.pill.accessibleName() == "cancelled"
