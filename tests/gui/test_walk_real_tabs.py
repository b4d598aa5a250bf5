"""Walks the four tabs with the sample register in every language, and in one that is 40 % longer than any."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from cabinet_app.gui.main_window import MainWindow
from cabinet_app.gui.snapshots import show_record
from cabinet_app.gui.tabs import TABS
from cabinet_app.services.sample import fill_sample
from cabinet_app.settings import Settings
from tests.gui.test_walk import LANGUAGES, clipped, nameless, small_targets, words

TODAY = date(2026, 11, 20)


@pytest.fixture(params=[(1280, 800), (1024, 640)], ids=["wide", "narrow"])
def size(request):
    return request.param


@pytest.fixture
def window(request, qtbot, theme, cabinet, requests):
    fill_sample(cabinet, TODAY)
    made = MainWindow(words(request.param), Settings(), cast("Any", requests), today=lambda: TODAY)
    qtbot.addWidget(made)
    made.attach(cabinet, Path("/somewhere/office.kabinet"))
    made.show()
    yield made
    made.detach()


@pytest.mark.parametrize("window", LANGUAGES, indirect=True)
def test_every_tab_is_named_and_uncut(window, size):
    window.resize(*size)
    for place, spec in enumerate(TABS):
        show_record(window, place)
        QApplication.processEvents()
        assert window.pane.current_id, spec.key
        found = {"without a name": nameless(window), "cut": clipped(window), "small": small_targets(window)}
        assert not any(found.values()), (spec.key, found)
        assert (window.width(), window.height()) == size, spec.key
