"""What was agreed on a visit becomes a working group with a rule, in the real window."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from cabinet_app.domain.cadence import CadenceUnit
from cabinet_app.domain.texts import Language
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.sample import fill_sample
from cabinet_app.settings import Settings

VILLACH_2016 = 7001
AMBERG = 7008


@pytest.fixture
def window(qtbot, theme, cabinet, requests):
    fill_sample(cabinet, date(2026, 11, 20))
    words = translator(Language.SL)
    made = MainWindow(words, Settings(), cast("Any", requests), today=lambda: date(2026, 11, 20))
    qtbot.addWidget(made)
    made.attach(cabinet, Path("/somewhere/office.kabinet"))
    made.show()
    yield made
    made.detach()


def test_the_agreement_of_2016_begins_a_group_without_typing_it_again(window):
    assert window.open_record("visit", VILLACH_2016)
    visit = window.pane.editor.draft()
    button = window.pane.editor.group_button
    assert not button.isHidden()
    button.click()
    editor = window.pane.editor
    group = editor.draft()
    assert editor.is_new
    (rule,) = group.cadence_rules
    assert (rule.unit, rule.minimum, rule.valid_from) == (CadenceUnit.MONTH, 1, date(2016, 2, 25))
    assert rule.source_quote.rstrip(".").endswith("najmanj enkrat mesečno")
    assert [topic.text for topic in group.topics] == [topic.text for topic in visit.topics]
    assert len(group.memberships) == 4


def test_a_visit_that_promised_nothing_offers_no_group(window):
    assert window.open_record("visit", AMBERG)
    assert window.pane.editor.group_button.isHidden()
