import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.command_palette import CommandPalette
from cabinet_app.gui.context import PrintRequest
from cabinet_app.gui.dialogs.directory import DirectoryDialog
from cabinet_app.gui.text_undo import redo_typing, undo_typing
from cabinet_app.gui.today_strip import TodayLink
from cabinet_app.services.search import Hit
from cabinet_app.settings import Settings
from tests.gui.fakes import FIRST_ID


def run(window, action_id):
    window.actions_registry.refresh()
    window.actions_registry.trigger(action_id)


def type_title(window, text):
    field = window.pane.editor._fields["title"].editor
    field.selectAll()
    field.insert(text)


def test_the_window_says_which_file_it_shows(window):
    assert window.windowTitle() == "office – Kabinet"
    assert window.file_label.text() == "office.kabinet"
    assert window.count_label.text() == "7 delegations"


def test_only_the_tab_in_front_is_built(window):
    assert list(window._tabs) == ["delegations"]
    assert window.show_tab(2)
    assert list(window._tabs) == ["delegations", "meetings"]


def test_a_tab_is_chosen_by_its_number(window):
    run(window, "tab.groups")
    assert window.tabs.currentIndex() == 3


def test_an_invalid_draft_keeps_its_tab_in_front(window):
    window.pane.new_record()
    window.pane.editor._fields["notes"].insertPlainText("half")
    assert not window.show_tab(1)
    assert window.tabs.currentIndex() == 0
    assert window.pane.editor.banner.isVisible()


def test_a_click_on_another_tab_saves_a_valid_draft(window, memory):
    window.pane.select(FIRST_ID + 1)
    type_title(window, "Forum")
    run(window, "tab.meetings")
    assert memory.visits.get(FIRST_ID + 1).record.title.en == "Forum"
    assert window.toast.text == "Delegation “Forum” has been saved."


@pytest.mark.parametrize(
    ("action_id", "reason"),
    [
        ("record.save", "Nothing has been changed."),
        ("record.delete", "Choose an entry first."),
        ("edit.undo", "There is nothing to undo."),
        ("record.add_row", "This entry has no table."),
    ],
)
def test_what_cannot_be_done_says_why(window, action_id, reason):
    window.actions_registry.refresh()
    assert not window.actions_registry.action(action_id).isEnabled()
    assert window.actions_registry.reason(action_id) == reason


def test_the_menu_saves_copies_and_deletes(window, memory):
    window.pane.select(FIRST_ID + 1)
    type_title(window, "Forum")
    run(window, "record.save")
    assert memory.visits.get(FIRST_ID + 1).record.title.en == "Forum"
    run(window, "record.delete")
    assert FIRST_ID + 1 not in memory.visits.stored
    run(window, "record.duplicate")
    assert window.pane.editor.is_new
    run(window, "record.discard")
    run(window, "record.new")
    run(window, "record.add_row")
    assert len(window.pane.editor._fields["programme"].value()) == 1


def test_undo_names_the_step_and_takes_it_back(window, memory):
    window.pane.select(FIRST_ID + 1)
    run(window, "record.delete")
    assert "deleting" in window.actions_registry.action("edit.undo").text()
    window.pane.records.setFocus()
    run(window, "edit.undo")
    assert FIRST_ID + 1 in memory.visits.stored
    assert window.toast.text.startswith("Undone: deleting")


def test_undo_waits_until_the_draft_is_saved_or_discarded(window):
    window.pane.select(FIRST_ID + 1)
    run(window, "record.delete")
    type_title(window, "half")
    window.actions_registry.refresh()
    assert window.actions_registry.reason("edit.undo") == "Save or discard your changes first."


def test_the_text_field_with_the_cursor_comes_before_the_register(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not undo_typing()
    qtbot.keyClicks(field, "abc")
    assert undo_typing()
    assert field.text() == ""
    assert redo_typing()
    assert field.text() == "abc"
    assert not redo_typing()


def test_the_keys_lead_round_the_areas(window):
    window.activateWindow()
    window.pane.focus_search()
    run(window, "focus.next")
    assert window.pane.records.hasFocus()
    assert window.pane.current_id == FIRST_ID + 1
    run(window, "focus.next")
    assert window.pane.editor.isAncestorOf(window.focusWidget())
    run(window, "focus.next")
    assert window.tabs.tabBar().hasFocus()
    run(window, "focus.previous")
    assert window.pane.editor.isAncestorOf(window.focusWidget())


def test_a_record_is_opened_in_the_tab_of_its_type(window):
    window.show_tab(1)
    assert window.open_record("visit", FIRST_ID + 3)
    assert window.tabs.currentIndex() == 0
    assert window.pane.current_id == FIRST_ID + 3


def test_an_organization_that_is_no_group_is_opened_in_the_directory(window, memory, qtbot):
    commission = Organization(names=LocalizedText(en="Commission"), classification=Classification.COMMISSION)
    memory.organizations.put(commission)
    assert window.open_record("organization", commission.id)
    dialog = window.findChild(DirectoryDialog)
    assert dialog.tab.pane.current_id == commission.id
    dialog.close()


def test_a_record_is_begun_from_a_draft_in_its_tab(window):
    assert window.new_record("visit", Visit(title=LocalizedText(en="Convened")))
    assert window.pane.editor.draft().title.en == "Convened"


def test_printing_asks_for_what_is_shown(window, requests):
    window.pane.select(FIRST_ID + 2)
    run(window, "report.print")
    request = requests.asked[-1]
    assert isinstance(request, PrintRequest)
    assert (request.record_type, request.record_id, len(request.ids)) == ("visit", FIRST_ID + 2, 7)


def test_the_strip_of_the_day_leads_to_its_records(window):
    links = [TodayLink(f"Sentence {n}", "visit", FIRST_ID + n) for n in range(1, 5)]
    window.today_strip.set_links(links)
    assert window.today_strip.sentences == ["Sentence 1", "Sentence 2", "Sentence 3"]
    window.today_strip._links[1].click()
    assert window.pane.current_id == FIRST_ID + 2


def test_the_strip_is_folded_and_remembers_it(window):
    window.today_strip.set_links([TodayLink("x", "visit", FIRST_ID + 1)])
    window.today_strip.fold_button.click()
    assert window.today_strip._box.isHidden()
    assert window.settings.windows["today"] == "folded"
    assert window.today_strip.fold_button.accessibleName() == "Show today's notes"


def make_palette(window):
    def find(text, language, limit):
        choices = window.cabinet.visits.choices(text, language, limit)
        return [Hit("visit", choice.id, choice.title, choice.detail) for choice in choices]

    return CommandPalette(window.t, window.actions_registry, find, window.open_record, window)


def test_the_palette_finds_commands_by_words_in_any_order(window):
    palette = make_palette(window)
    palette.field.setText("file new")
    palette.search()
    assert palette.model.index(0).data() == "New file…"
    palette.field.setText("delete")
    palette.search()
    index = palette.model.index(0)
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    key = QKeySequence("Del").toString(QKeySequence.SequenceFormat.NativeText)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Command, Delete, {key}, Choose an entry first."


def test_the_palette_opens_a_record(window, qtbot):
    palette = make_palette(window)
    qtbot.keyClicks(palette.field, "forum")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.pane.current_id == FIRST_ID + 7


def test_the_palette_does_a_command(window, qtbot):
    palette = make_palette(window)
    palette.field.setText("meetings")
    palette.search()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.tabs.currentIndex() == 2


def test_closing_with_an_invalid_draft_keeps_the_window(window):
    window.pane.new_record()
    window.pane.editor._fields["notes"].insertPlainText("half")
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    window.pane.discard()


def test_closing_remembers_where_one_was(make_window, t, qtbot):
    settings = Settings()
    window = make_window(t, settings=settings)
    window.show_tab(2)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert settings.windows["front"] == "meetings"
    assert settings.windows["geometry"]
    assert "delegations.visit" in settings.windows


def test_a_fault_that_concerns_no_field_stays_until_it_is_closed(window):
    window.say_error("No room on the disk.")
    assert window.error_banner.isVisible()
    window.error_banner.links[0].click()
    assert window.error_banner.isHidden()


def test_without_a_file_the_window_stands_and_nothing_can_be_done(window):
    window.detach()
    window.actions_registry.refresh()
    assert window.pane is None
    assert not window.actions_registry.action("record.new").isEnabled()
    assert window.actions_registry.action("file.open").isEnabled()


def test_the_window_handed_on_keeps_drafts_of_every_tab(make_window, t):
    first = make_window(t)
    first.pane.new_record(Visit(title=LocalizedText(en="Half")))
    first.pane.editor._fields["notes"].insertPlainText("typed")
    state = first.state()
    first.detach()
    second = make_window(t, visits=0)
    second.detach()
    second.attach(first.cabinet or second_cabinet(first), None, state=state)
    assert second.pane.editor.draft().notes == "typed"


def second_cabinet(_window):
    from tests.gui.fakes import FakeCabinet

    return FakeCabinet()


def test_commands_of_a_kind_are_there_while_it_is_in_front(window):
    done = []
    pane = window.pane
    spec = ActionSpec(
        "visit.confirm", "Confirm the visit", lambda: done.append(pane.current_id), "Ctrl+Shift+K"
    )
    object.__setattr__(pane.kind, "actions", lambda _pane: [spec])
    window._kind_actions.show(None)
    window._state_changed()
    run(window, "visit.confirm")
    assert done == [0]
    assert "Confirm the visit" in [action.text() for action in window._menus["record"].actions()]
    window.show_tab(1)
    assert "visit.confirm" not in [known.id for known in window.actions_registry.specs]
    window.show_tab(0)
    assert "visit.confirm" in [known.id for known in window.actions_registry.specs]
