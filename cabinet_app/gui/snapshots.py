"""Pictures of the window without a display, and the window's part of the self-test."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.gui.application import Application
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.gui.theme.theme import ThemeChoice
from cabinet_app.gui.today_words import TodaySentences
from cabinet_app.settings import Settings

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

SIZE = (1280, 800)


def write_pictures(cabinet: "Cabinet", folder: Path, language: Language, theme: str) -> list[Path]:
    """A picture of every tab with its first record open, as `window_<tab>_<language>_<theme>.png`.

    Raises:
        OSError: a picture cannot be written.
    """
    written: list[Path] = []
    with shown_window(cabinet, language, theme) as window:
        for place, spec in enumerate(window.tab_specs):
            show_record(window, place)
            picture = folder / f"window_{spec.key}_{language.value}_{theme}.png"
            if not window.grab().save(str(picture)):
                raise OSError(f"{picture} cannot be written")
            written.append(picture)
    return written


def self_test_window(cabinet: "Cabinet", language: Language) -> None:
    """Open the window on the register, look at every tab, close it; raises if anything is wrong."""
    with shown_window(cabinet, language, ThemeChoice.LIGHT.value) as window:
        for place in range(len(window.tab_specs)):
            show_record(window, place)
            if window.grab().isNull():
                raise RuntimeError("the window stays empty")


def show_record(window: MainWindow, place: int) -> None:
    """Bring a tab to the front with the first record of its list."""
    window.show_tab(place)
    QApplication.processEvents()
    pane = window.pane
    if pane is None:
        raise RuntimeError("the tab has no list")
    if pane.ids and not pane.current_id:
        pane.select(pane.ids[0])
    QApplication.processEvents()


@contextmanager
def shown_window(cabinet: "Cabinet", language: Language, theme: str) -> Iterator[MainWindow]:
    """The real window on an open register, which stays open; no settings are read or written."""
    qt = QApplication.instance()
    application = qt if isinstance(qt, QApplication) else QApplication(sys.argv[:1])
    settings = replace(Settings(), theme=theme, ui_language=language)
    kabinet = Application(application, settings, language, paths.settings_file())
    window = kabinet.window
    try:
        window.resize(*SIZE)
        window.show()
        window.attach(cabinet, today_source=TodaySentences(cabinet, kabinet.t, date.today))
        _come_to_rest(window)
        yield window
    finally:
        window.detach()
        window.hide()
        kabinet.end()
        window.deleteLater()
        kabinet.deleteLater()


def _come_to_rest(window: MainWindow) -> None:
    """Let the work beside the window end: the strip of the day is asked for there."""
    QApplication.processEvents()
    waiting = QEventLoop()
    window.background.busy_changed.connect(waiting.quit)
    while window.background.is_busy:
        waiting.exec()
    QApplication.processEvents()
