"""Tasks and gifts in the window: uncut in the longest words, named, and reached from the strip of the day."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from cabinet_app.db.opening import open_store
from cabinet_app.domain.gifts import Gift
from cabinet_app.domain.texts import same
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.gui.today_words import TodaySentences
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.filled_register import filled_register
from tests.gui.test_walk import clipped, nameless, small_targets, words

FIRST_OF_MARCH = date(2026, 3, 1)
KINDS = ("task", "gift")


@pytest.fixture
def sample(tmp_path):
    opened = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", FIRST_OF_MARCH)))
    yield opened
    opened.close()


@pytest.fixture
def make_office(qtbot, theme, cabinet, requests):
    made = []

    def make(language, register=cabinet):
        today = lambda: FIRST_OF_MARCH  # noqa: E731
        window = MainWindow(words(language), Settings(), cast("Any", requests), today=today)
        qtbot.addWidget(window)
        window.attach(register, Path("/somewhere/office.kabinet"))
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.detach()


def test_lists_and_editors_are_named_and_uncut_in_the_longest_words(make_office, sample):
    window = make_office("stretched", sample)
    for size in ((1280, 800), (1024, 640)):
        window.resize(*size)
        for kind in KINDS:
            window.tab.show_kind(kind)
            window.pane.select(window.pane.ids[0])
            QApplication.processEvents()
            found = {
                "without a name": nameless(window),
                "cut": clipped(window),
                "small": small_targets(window),
            }
            assert not any(found.values()), (kind, size, found)
            assert (window.width(), window.height()) == size, kind


def test_the_strip_says_that_the_list_is_due_and_leads_to_its_gifts(make_office, cabinet):
    for cents, day in ((12000, date(2025, 6, 1)), (4000, date(2025, 6, 1)), (12000, date(2023, 6, 1))):
        cabinet.gifts.create(Gift(description=same(f"darilo {cents}"), value_cents=cents, happened_on=day))
    window = make_office("en")
    sentences = TodaySentences(cabinet, window.t, lambda: FIRST_OF_MARCH)
    window.today_strip.set_links(sentences())
    said = [sentence.replace("\u00a0", " ") for sentence in window.today_strip.sentences]
    assert said == ["The list of gifts of 2025 is due by 31 Mar 2026"]
    window.today_strip._links[0].click()
    assert window.pane.kind.key == "gift"
    assert window.pane.filter_bar.chips() == {"to_list"}
    (listed,) = window.pane.ids
    assert cabinet.gifts.get(listed).record.value_cents == 12000
    window.actions_registry.trigger("gift.report_list")
    assert sentences() == []
    assert not window.open_list("nothing", "to_list")
