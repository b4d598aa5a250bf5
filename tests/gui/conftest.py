"""A themed application, a cabinet in memory and a window on it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.gui.tabs import TABS
from cabinet_app.gui.theme.theme import Theme, ThemeChoice
from cabinet_app.i18n.catalogs import Translator, translator
from cabinet_app.settings import Settings
from tests.gui.fakes import TODAY, FakeCabinet, FakeToaster, make_context, sample_visits

DEMO_TABS = tuple(replace(spec, place="tests.gui.demo_tab:DemoTab") for spec in TABS)


@pytest.fixture(scope="session")
def light_theme(qapp: QApplication) -> tuple[Theme, str]:
    """The theme and the style sheet it makes; fonts are loaded once."""
    return Theme(qapp, ThemeChoice.LIGHT), qapp.styleSheet()


@pytest.fixture
def theme(qapp: QApplication, light_theme: tuple[Theme, str]) -> Theme:
    """Light, whatever another test has put on the application."""
    made, sheet = light_theme
    if qapp.styleSheet() != sheet:
        made.choose(ThemeChoice.LIGHT)
    return made


@pytest.fixture
def t() -> Translator:
    return translator(Language.EN)


@pytest.fixture
def memory() -> FakeCabinet:
    return FakeCabinet()


@pytest.fixture
def toaster() -> FakeToaster:
    return FakeToaster()


@pytest.fixture
def context(qapp: QApplication, memory: FakeCabinet, t: Translator, toaster: FakeToaster) -> GuiContext:
    return make_context(memory, t, toaster=toaster)


class FakeRequests:
    """Remembers what the window asked of the program."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        def remember(*arguments: Any) -> None:
            self.asked.append((name, *arguments))

        return remember

    def print_records(self, _context: GuiContext, request: PrintRequest, _parent: QWidget) -> None:
        self.asked.append(request)


@pytest.fixture
def requests() -> FakeRequests:
    return FakeRequests()


@pytest.fixture
def make_window(
    qtbot: Any, theme: Theme, memory: FakeCabinet, requests: FakeRequests
) -> Iterator[Callable[..., MainWindow]]:
    """Makes a window on the cabinet in memory, in any language."""
    windows: list[MainWindow] = []

    def make(words: Translator, *, visits: int = 1, settings: Settings | None = None) -> MainWindow:
        sample_visits(memory, visits)
        window = MainWindow(
            words, settings or Settings(), cast("Any", requests), today=lambda: TODAY, tab_specs=DEMO_TABS
        )
        qtbot.addWidget(window)
        window.attach(cast("Any", memory), Path("/somewhere/office.kabinet"))
        window.show()
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.detach()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], t: Translator) -> MainWindow:
    return make_window(t)
