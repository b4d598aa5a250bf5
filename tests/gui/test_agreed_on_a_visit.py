"""What was agreed on a visit becomes a working group with a rule, in the real window."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.cadence import CadenceUnit
from cabinet_app.domain.texts import Language
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.filled_register import filled_register

VILLACH_2016 = 7001
AMBERG = 7008
TODAY = date(2026, 11, 20)


@pytest.fixture
def cabinet(tmp_path):
    opened = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", TODAY)))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, theme, cabinet, requests):
    words = translator(Language.SL)
    made = MainWindow(words, Settings(), cast("Any", requests), today=lambda: TODAY)
    qtbot.addWidget(made)
    made.attach(cabinet, Path("/somewhere/office.kabinet"))
    made.show()
    yield made
    made.detach()


def button(window, number, kind):
    return window.pane.editor.came_of_it.buttons[number, kind]


def test_the_agreement_of_2016_begins_a_group_without_typing_it_again(window):
    assert window.open_record("visit", VILLACH_2016)
    visit = window.pane.editor.draft()
    button(window, 1, "organization").click()
    editor = window.pane.editor
    group = editor.draft()
    assert editor.is_new
    (rule,) = group.cadence_rules
    assert (rule.unit, rule.minimum, rule.valid_from) == (CadenceUnit.MONTH, 1, date(2016, 2, 25))
    assert rule.source_quote.rstrip(".").endswith("najmanj enkrat mesečno")
    assert rule.visit_id == VILLACH_2016
    assert [topic.text for topic in group.topics] == [topic.text for topic in visit.topics]
    assert len(group.memberships) == 4


def test_a_visit_that_promised_nothing_offers_no_group(window):
    assert window.open_record("visit", AMBERG)
    assert window.pane.editor.came_of_it.buttons == {}
    assert window.open_record("visit", VILLACH_2016)
    assert (0, "organization") not in window.pane.editor.came_of_it.buttons


def test_a_sentence_becomes_a_project_and_both_sides_show_it(window, cabinet):
    assert window.open_record("visit", VILLACH_2016)
    button(window, 0, "project").click()
    assert window.pane.editor.is_new
    assert window.pane.editor.draft().visit_id == VILLACH_2016
    assert window.pane.save()
    project = window.pane.editor.draft()
    assert not window.pane.editor.origin.isHidden()
    window.pane.editor.origin.button.click()
    assert window.pane.current_id == VILLACH_2016
    window.pane.editor.came_of_it.links[0].click()
    assert window.pane.current_id == project.id


def test_a_sentence_becomes_a_task_of_the_visit(window):
    assert window.open_record("visit", VILLACH_2016)
    button(window, 0, "task").click()
    task = window.pane.editor.draft()
    assert window.pane.editor.is_new
    assert task.visit_id == VILLACH_2016
    assert task.title.sl.startswith("Mestna občina Kranj se bo pridružila")


def test_a_step_is_added_to_the_only_agreement_and_can_be_taken_back(window, cabinet):
    assert window.open_record("visit", VILLACH_2016)
    (agreement_id,) = cabinet.agreements.with_place(1002)
    before = len(cabinet.agreements.get(agreement_id).record.events)
    links = len(window.pane.editor.came_of_it.links)
    button(window, 0, "agreement").click()
    events = cabinet.agreements.get(agreement_id).record.events
    assert len(events) == before + 1
    assert events[-1].visit_id == VILLACH_2016
    assert len(window.pane.editor.came_of_it.links) == links + 1
    cabinet.undo.undo()
    assert len(cabinet.agreements.get(agreement_id).record.events) == before
    assert len(window.pane.editor.came_of_it.links) == links
