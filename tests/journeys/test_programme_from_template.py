"""A visit is called in on Monday; its programme stands, by keyboard alone, before the coffee is cold."""

import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.gui.delegations.editor import VisitEditor
from cabinet_app.gui.delegations.template_dialog import TemplateDialog
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.i18n.catalogs import translator
from cabinet_app.reports.catalog import report_kind, write_report
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.options import ReportOptions
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.gui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TODAY = date(2027, 1, 18)
THURSDAY = date(2027, 2, 25)
EXPECTED = {
    Language.SL: ("četrtek, 25. februar 2027", "Plenarni pogovori", "9.45–11.15", "Beljak"),
    Language.DE: ("Donnerstag, 25. Februar 2027", "Gespräche in großer Runde", "Villach"),
    Language.EN: ("Thursday, 25 February 2027", "Plenary talks", "09:45–11:15", "Villach"),
}


class _Silent:
    """Answers every request of the window by doing nothing."""

    def __getattr__(self, _name: str) -> Any:
        return self._nothing

    def _nothing(self, *_arguments: object) -> None: ...


@pytest.fixture
def window(cabinet: Cabinet, qtbot: Any) -> Iterator[MainWindow]:
    town = Place(names=LocalizedText("Kranj", "Krainburg", "Kranj"), native_name="Kranj", country="SI")
    villach = Place(names=LocalizedText("Beljak", "Villach", "Villach"), native_name="Villach", country="AT")
    cabinet.places.create(villach)
    home = Organization(
        names=LocalizedText("Mestna občina Kranj", "Stadtgemeinde Kranj", "City Municipality of Kranj"),
        is_home=True,
        place_id=cabinet.places.create(town).record.id,
    )
    cabinet.organizations.create(home)
    made = MainWindow(translator(Language.SL), Settings(), cast("Any", _Silent()), today=lambda: TODAY)
    qtbot.addWidget(made)
    made.attach(cabinet)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.detach()


def press_enter_in_the_dialog(hands: Hands, seen: list[list[str]]) -> None:
    """As soon as the dialog is there: note what it offers and take the first."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TemplateDialog)
    seen.append([dialog.names.item(row).text() for row in range(dialog.names.count())])
    dialog.names.setFocus()
    hands.enter()
    if dialog.isVisible():
        dialog.accept()


def printed_text(data: bytes, path: Path) -> str:
    """What stands on the paper, with plain blanks."""
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_programme_of_a_working_visit_stands_after_a_dozen_keys(
    window: MainWindow, cabinet: Cabinet, tmp_path: Path, qtbot: Any
) -> None:
    hands = Hands(window)
    pane = window.pane
    assert pane is not None
    hands.press("Ctrl+N")
    hands.type("Delovni obisk podžupanje")
    hands.tab()
    hands.type("beljak")
    hands.enter()
    qtbot.wait(20)
    editor = cast("VisitEditor", pane.editor)
    hands.go_to(editor.starts_on.line)
    hands.type("25.2.2027")
    hands.tab()
    seen: list[list[str]] = []
    QTimer.singleShot(0, window, lambda: press_enter_in_the_dialog(hands, seen))
    assert window.context is not None
    window.context.actions.trigger("visit.from_template")
    assert seen[0][0] == "Delovni obisk"
    assert not editor.is_new
    draft = editor.draft()
    assert len(draft.programme) == 10
    assert {item.day for item in draft.programme} == {THURSDAY}
    days = [stored.record.due_on for stored in cabinet.tasks.of_visit(draft.id)]
    assert min(day for day in days if day) == date(2027, 1, 26)
    for language, expected in EXPECTED.items():
        options = ReportOptions(printed_at=datetime(2027, 1, 18, 9), record_id=draft.id)
        printed = write_report(report_kind("programme"), options, language, HouseStyle(), cabinet)
        text = printed_text(printed.data, tmp_path / printed.name)
        for words in expected:
            assert words in text, (language, words)
        assert "zastave" not in text
