"""The window of letters: written from data, kept as edited, one for every guest, printed with one key."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.protocol import Letter, LetterKind, LetterStatus
from cabinet_app.domain.texts import Language
from cabinet_app.gui.letters.actions import PaperCommands
from cabinet_app.gui.letters.window import LettersWindow, Occasion, open_letters
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.filled_register import filled_register

VILLACH, RIVOLI = 7002, 7005
KATHARINA, MAJA = 3008, 3001
TODAY = date(2026, 11, 20)


@pytest.fixture
def cabinet(tmp_path):
    opened = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", TODAY)))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, theme, cabinet, requests):
    made = MainWindow(translator(Language.EN), Settings(), cast("Any", requests), today=lambda: TODAY)
    qtbot.addWidget(made)
    made.attach(cabinet, Path("/somewhere/office.kabinet"))
    yield made
    made.detach()


@pytest.fixture
def letters(window):
    return open_letters(window.context, Occasion(visit_id=VILLACH), window)


def field(editor, key):
    return editor._fields[key]


def choose(editor, key, value):
    """What a person does with a field: its value, and the word that it was edited."""
    field(editor, key).set_value(value)
    field(editor, key).edited.emit()


def test_a_letter_is_begun_written_followed_edited_stored_and_sent(letters, cabinet, qtbot):
    editor = letters.pane.editor
    assert editor.is_new
    draft = editor.draft()
    assert (draft.kind, draft.addressee_id, draft.language) == (LetterKind.INVITATION, KATHARINA, Language.DE)
    assert draft.salutation == "Sehr geehrte Frau Vizebürgermeisterin,"
    # Nobody has touched a word yet: it follows kind and language.
    choose(editor, "kind", LetterKind.WELCOME)
    assert editor.draft().body.startswith("wir freuen uns")
    choose(editor, "language", Language.SL)
    assert editor.draft().salutation == "Spoštovana gospa podžupanja,"
    assert editor.rewrite_button.isHidden()
    # A word by hand: from now on nothing is written over it.
    choose(editor, "body", "Moje besede.")
    choose(editor, "language", Language.EN)
    assert editor.draft().body == "Moje besede."
    assert not editor.rewrite_button.isHidden()
    editor.rewrite_button.click()
    assert editor.draft().body.startswith("We look forward")
    choose(editor, "body", "My own words.")
    choose(editor, "status", LetterStatus.SENT)
    choose(editor, "sent_on", date(2026, 11, 21))
    assert letters.pane.save()
    (stored,) = cabinet.letters.of_visit(VILLACH)
    assert (stored.body, stored.sent_on, stored.signatory_id) == ("My own words.", date(2026, 11, 21), MAJA)
    assert not editor.is_dirty


def test_all_guests_get_their_letter_in_one_step(letters, cabinet):
    letters.pane.editor.clear()
    letters.write_to_all(LetterKind.THANKS)
    assert len(letters.pane.ids) == 4
    assert not letters.pane.editor.is_dirty
    assert letters.toast.isVisibleTo(letters)
    letters.write_to_all(LetterKind.THANKS)
    assert len(cabinet.letters.of_visit(VILLACH)) == 4
    cabinet.undo.undo()
    assert cabinet.letters.of_visit(VILLACH) == []


def test_the_letter_in_front_is_printed(letters, requests):
    assert letters.pane.save()
    letters.pane.print_records()
    request = requests.asked[-1]
    assert (request.record_type, request.record_id) == ("letter", letters.pane.current_id)


def test_each_visit_has_one_window_with_its_own_letters(window, letters, cabinet):
    assert letters.pane.save()
    assert open_letters(window.context, Occasion(visit_id=VILLACH), window) is letters
    other = open_letters(window.context, Occasion(visit_id=RIVOLI), window)
    assert other is not letters
    assert len(other.pane.ids) == 0
    assert other.pane.editor.draft().kind is LetterKind.THANKS
    assert len(window.findChildren(LettersWindow)) == 2


def test_an_agreement_is_congratulated_on(window, cabinet):
    dialog = open_letters(window.context, Occasion(agreement_id=5001), window)
    assert dialog.all_button.isHidden()
    assert dialog.pane.editor.draft().kind is LetterKind.CONGRATULATION
    assert dialog.pane.save()
    assert len(cabinet.letters.of_agreement(5001)) == 1


def test_the_commands_of_a_visit_lead_to_its_letters_and_papers(window, requests):
    commands = PaperCommands(window.context, window.tab.pane)
    assert commands.why_not()
    assert window.open_record("visit", VILLACH)
    assert commands.why_not() == ""
    assert commands.why_no_orders()
    for act, kind in ((commands.briefing, "briefing"), (commands.delegation_list, "reception-list")):
        act()
        assert (requests.asked[-1].record_id, requests.asked[-1].kind) == (VILLACH, kind)
    commands.open_letters()
    assert window.findChildren(LettersWindow)
    assert window.open_record("visit", RIVOLI)
    assert commands.why_no_orders() == ""


def test_a_letter_found_by_search_opens_among_those_of_its_visit(window, cabinet):
    assert window.open_record("letter", 9301)
    (dialog,) = window.findChildren(LettersWindow)
    assert (dialog.occasion.visit_id, dialog.pane.current_id) == (7010, 9301)
    assert not dialog.pane.editor.is_dirty
    assert not window.open_record("letter", 12345)


def test_a_letter_about_nothing_in_particular_can_be_opened_and_another_begun(window, cabinet):
    stored = cabinet.letters.create(Letter(subject="Voščilo", recipient="Mesto Rivoli"))
    assert window.open_record("letter", stored.record.id)
    (dialog,) = window.findChildren(LettersWindow)
    assert dialog.pane.new_record()
    choose(dialog.pane.editor, "addressee_id", KATHARINA)
    assert dialog.pane.editor.draft().salutation == "Spoštovana gospa podžupanja,"
