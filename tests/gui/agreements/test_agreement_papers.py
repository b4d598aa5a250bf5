"""The papers of an agreement: its files, the text from the template, its prints and letters."""

from typing import Any

import pytest
from PySide6.QtWidgets import QScrollArea

from cabinet_app.domain.papers import Document
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import AgreementParty, Area
from cabinet_app.gui.widgets.labels import escaped_tip
from tests.gui.agreements.conftest import Desk, pane_of, show, town, villach

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def charter(desk: Desk, qtbot: Any) -> Any:
    """The pane with the charter with Villach in front."""
    _there, _partnership, agreement = villach(desk.cabinet)
    pane = pane_of(desk, qtbot, "agreement")
    assert pane.select(agreement)
    return pane


def command(pane: Any, action_id: str) -> Any:
    return next(spec for spec in pane.kind.actions(pane) if spec.id == action_id)


def test_the_template_writes_the_charter_in_all_three_languages(charter):
    editor = charter.editor
    editor.template.button.click()
    text = editor.draft().text
    assert "Kranj in Beljak" in text.sl
    assert "Kranj und Villach" in text.de
    assert "Kranj and Villach" in text.en
    assert editor.is_dirty
    assert charter.save()
    assert not editor.template.button.isEnabled()
    assert editor.template.button.toolTip() == escaped_tip("Every language has a text already.")


def test_the_template_leaves_alone_what_somebody_wrote(charter, desk):
    stored = desk.cabinet.agreements.get(charter.current_id)
    stored.record.text = LocalizedText(de="Die beiden Städte …")
    stored.record.areas = [Area.CULTURE]
    desk.cabinet.agreements.update(stored.record, stored.version)
    assert charter.select(stored.record.id)
    editor = charter.editor
    editor.template.fill_text()
    text = editor.draft().text
    assert text.de == "Die beiden Städte …"
    assert "culture" in text.en
    assert not text.missing()


def test_without_parties_there_is_nothing_to_write_a_charter_from(desk, qtbot):
    pane = pane_of(desk, qtbot, "agreement")
    pane.new_record()
    assert not pane.editor.template.button.isEnabled()
    assert pane.editor.template.button.toolTip() == escaped_tip("Enter the parties first.")
    parties = pane.editor._fields["parties"]
    parties.set_value([AgreementParty(place_id=town(desk.cabinet, "Rivoli", country="IT"))])
    parties.edited.emit()
    assert pane.editor.template.button.isEnabled()


def test_the_files_of_an_agreement_are_counted_and_undo_takes_one_away(charter, desk, qtbot):
    editor = charter.editor
    assert editor.files.add_button.isEnabled()
    desk.cabinet.documents.keep(b"%PDF-", Document(file_name="listina.pdf", agreement_id=charter.current_id))
    qtbot.waitUntil(lambda: len(editor.files._lines) == 1)
    assert editor.file_section.count == "1"
    desk.cabinet.undo.undo()
    qtbot.waitUntil(lambda: not editor.files._lines)
    assert editor.file_section.count == ""


def test_a_new_agreement_says_that_it_must_be_saved_before_files_come(desk, qtbot):
    pane = pane_of(desk, qtbot, "agreement")
    pane.new_record()
    assert not pane.editor.files.add_button.isEnabled()


@pytest.mark.parametrize(
    ("kind", "action", "printed"),
    [("agreement", "agreement.charter", "charter"), ("partnership", "partnership.dossier", "dossier")],
)
def test_the_print_about_the_record_in_front_is_a_command(desk, qtbot, kind, action, printed):
    _there, partnership, agreement = villach(desk.cabinet)
    pane = pane_of(desk, qtbot, kind)
    spec = command(pane, action)
    assert spec.reason() == "Choose an entry first."
    spec.act()
    assert not desk.printed
    assert pane.select({"agreement": agreement, "partnership": partnership}[kind])
    assert not spec.reason()
    spec.act()
    [request] = desk.printed
    assert (request.record_type, request.record_id, request.kind) == (kind, pane.current_id, printed)


def test_letters_of_congratulation_are_offered_for_an_agreement(charter):
    spec = command(charter, "agreement.letters")
    assert spec.text == "Letters of congratulation…"
    assert not spec.reason()


def test_the_register_of_projects_can_be_printed_from_its_list(desk, qtbot):
    tab = show(desk, qtbot, "project")
    assert tab.pane.kind.can_print


def test_another_record_is_shown_from_its_top_and_the_same_one_where_it_was(desk, qtbot):
    _there, _partnership, agreement = villach(desk.cabinet)
    pane = pane_of(desk, qtbot, "agreement")
    assert pane.select(agreement)
    area: QScrollArea = pane.editor.scroll_area
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    title = pane.editor._fields["title"]
    title.set_value(LocalizedText(en="Charter"))
    title.edited.emit()
    assert pane.save()
    assert bar.value() > 0
    pane.new_record()
    assert bar.value() == 0
    assert pane.editor.t.language is Language.EN
