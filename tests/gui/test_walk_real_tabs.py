"""Walks all kinds of the four tabs over the sample, in every language and in one 40 % longer than any."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from cabinet_app.db.opening import open_store
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.gui.snapshots import show_record
from cabinet_app.gui.tabs import TABS
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.filled_register import filled_register
from tests.gui.test_walk import LANGUAGES, clipped, nameless, small_targets, words

TODAY = date(2026, 11, 20)
SIZES = ((1280, 800), (1024, 640))


@pytest.fixture
def window(request, qtbot, theme, tmp_path, requests):
    cabinet = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", TODAY)))
    made = MainWindow(words(request.param), Settings(), cast("Any", requests), today=lambda: TODAY)
    qtbot.addWidget(made)
    made.attach(cabinet, Path("/somewhere/office.kabinet"))
    made.show()
    yield made
    made.detach()
    cabinet.close()


@pytest.mark.parametrize("window", LANGUAGES, indirect=True)
def test_every_kind_of_every_tab_is_named_and_uncut(window):
    for size in SIZES:
        window.resize(*size)
        for place, spec in enumerate(TABS):
            show_record(window, place)
            for kind in list(window.tab.panes):
                window.tab.show_kind(kind)
                if window.pane.ids and not window.pane.current_id:
                    window.pane.select(window.pane.ids[0])
                QApplication.processEvents()
                assert window.pane.current_id, (kind, size)
                found = {
                    "without a name": nameless(window),
                    "cut": clipped(window),
                    "small": small_targets(window),
                }
                assert not any(found.values()), (spec.key, kind, size, found)
                assert (window.width(), window.height()) == size, (spec.key, kind)
