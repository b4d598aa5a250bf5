"""The first deputy mayor of Villach comes: entered by keyboard, printed in three languages."""

import subprocess
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtTest import QTest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import (
    DelegateRole,
    DelegationSide,
    Visit,
    VisitDirection,
    VisitKind,
    VisitStatus,
)
from cabinet_app.gui.delegations.editor import VisitEditor
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.gui.requests import Requests
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.i18n.catalogs import translator
from cabinet_app.reports.catalog import report_kind, write_report
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.options import ReportOptions
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.gui.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TODAY = date(2016, 2, 22)
TOPICS = (
    ("gospodarstvo", "Wirtschaft", "economy"),
    ("inovativne tehnologije", "innovative Technologien", "innovative technologies"),
    ("e-uprava", "E-Government", "e-government"),
)
ITEMS = (
    ("9", "930", ("Sprejem v Mestni hiši", "Empfang im Rathaus", "Reception at the Town Hall")),
    (
        "9.30",
        "11",
        ("Predstavitev mestne uprave", "Vorstellung der Verwaltung", "Presentation of the administration"),
    ),
    ("11", "12.30", ("Ogled Kovačnice", "Besuch der Kovačnica", "Visit to Kovačnica")),
)
EXPECTED = {
    Language.SL: ("četrtek, 25. februar 2016", "prva podžupanja", "Beljak", "9.00–9.30", "Ogled Kovačnice"),
    Language.DE: (
        "Donnerstag, 25. Februar 2016",
        "erste Vizebürgermeisterin",
        "Villach",
        "Empfang im Rathaus",
    ),
    Language.EN: ("Thursday, 25 February 2016", "First Deputy Mayor", "Villach", "09:00–09:30"),
}
Three = tuple[str, str, str]


@pytest.fixture
def window(cabinet: Cabinet, qtbot: Any) -> MainWindow:
    """The window of Kranj's cabinet, whose register knows nobody yet but itself."""
    town = cabinet.places.create(
        Place(names=LocalizedText("Kranj", "Krainburg", "Kranj"), native_name="Kranj", country="SI")
    )
    home = Organization(
        names=LocalizedText("Mestna občina Kranj", "Stadtgemeinde Kranj", "City Municipality of Kranj"),
        is_home=True,
        place_id=town.record.id,
    )
    cabinet.organizations.create(home)
    requests = cast("Requests", _Silent())
    window = MainWindow(translator(Language.SL), Settings(), requests, today=lambda: TODAY)
    qtbot.addWidget(window)
    window.attach(cabinet)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


class _Silent:
    """Answers every request of the window by doing nothing."""

    def __getattr__(self, _name: str) -> Any:
        return self._nothing

    def _nothing(self, *_arguments: object) -> None: ...


class Officer:
    """The protocol officer at the keyboard of the tab of delegations."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.hands = Hands(window)
        pane = window.pane
        assert pane is not None
        self.pane = pane
        self.editor = cast("VisitEditor", pane.editor)

    def three(self, texts: Three) -> None:
        """A text in Slovenian, German and English, from language to language by Alt+Right."""
        for place, text in enumerate(texts):
            if place:
                self.hands.press("Alt+Right")
            self.hands.type(text)

    def add_to(self, table: ChildTable[Any]) -> None:
        self.hands.go_to(table.add_button)
        self.hands.press("Ctrl+Shift+N")

    def add_person(self, table: ChildTable[Any], name: str, function: Three) -> None:
        self.add_to(table)
        self.hands.type(name)
        self.hands.enter()
        QTest.qWait(20)
        self.hands.tab()
        self.three(function)
        self.hands.enter()


def test_the_visit_is_entered_by_keyboard_and_printed_in_three_languages(
    window: MainWindow, cabinet: Cabinet, tmp_path: Path
) -> None:
    officer = Officer(window)
    enter_basics(officer)
    enter_people(officer)
    enter_programme(officer)
    officer.hands.press("Ctrl+S")
    assert not officer.editor.is_dirty
    assert officer.pane.ids == [officer.pane.current_id]
    visit = cabinet.visits.get(officer.pane.current_id).record
    check_visit(visit, cabinet)
    for language, expected in EXPECTED.items():
        printed = print_programme(cabinet, visit.id, language, tmp_path)
        for words in expected:
            assert words in printed, (language, words, printed)


def enter_basics(officer: Officer) -> None:
    hands, editor = officer.hands, officer.editor
    hands.press("Ctrl+N")
    officer.three(("Delovni obisk prve podžupanje", "Arbeitsbesuch der Vizebürgermeisterin", "Working visit"))
    hands.tab()
    hands.type("Beljak (Villach)")
    hands.enter()
    QTest.qWait(20)
    hands.go_to(editor.town.panel.country)
    hands.type("Avstri")
    hands.go_to(editor.starts_on.line)
    hands.type("25.2.2016")
    hands.tab()
    assert editor.ends_on.value() == date(2016, 2, 25)


def enter_people(officer: Officer) -> None:
    guests, hosts = (block.table for block in officer.editor.people.blocks)
    function = ("prva podžupanja", "erste Vizebürgermeisterin", "First Deputy Mayor")
    officer.add_person(guests, "dr. Petra Oberrauner", function)
    officer.add_person(
        guests, "Laura Nemann", ("predstavnica za evropsko politiko", "Europareferentin", "European officer")
    )
    officer.add_person(hosts, "Senja Vraber", ("direktorica občinske uprave", "Amtsdirektorin", "Director"))
    officer.add_person(
        hosts, "Ana Vizovišek", ("Pisarna za podjetja", "Unternehmensbüro", "Office for Enterprises")
    )


def enter_programme(officer: Officer) -> None:
    hands, editor = officer.hands, officer.editor
    for start, end, title in ITEMS:
        officer.add_to(editor.programme.table)
        # The hour that follows from the item before is proposed and selected or typed over.
        hands.press("Ctrl+A")
        hands.type(start)
        hands.tab()
        hands.type(end)
        hands.tab()
        officer.three(title)
        hands.enter()
    for topic in TOPICS:
        officer.add_to(editor.topics)
        officer.three(topic)
        hands.enter()


def check_visit(visit: Visit, cabinet: Cabinet) -> None:
    assert (visit.direction, visit.kind, visit.status) == (
        VisitDirection.INCOMING,
        VisitKind.WORKING,
        VisitStatus.PLANNED,
    )
    assert (visit.starts_on, visit.ends_on) == (date(2016, 2, 25), date(2016, 2, 25))
    town = cabinet.places.get(visit.partner_place_id or 0).record
    assert town.names == LocalizedText("Beljak", "Villach", "Villach")
    assert (town.native_name, town.country) == ("Villach", "AT")
    guests, hosts = visit.delegations
    assert (guests.side, hosts.side) == (DelegationSide.GUEST, DelegationSide.HOST)
    assert guests.place_id == visit.partner_place_id
    assert [len(guests.delegates), len(hosts.delegates)] == [2, 2]
    head = guests.delegates[0]
    assert head.role is DelegateRole.HEAD
    assert head.function.de == "erste Vizebürgermeisterin"
    assert cabinet.people.get(head.person_id or 0).record.name.with_titles == "dr. Petra Oberrauner"
    assert [item.starts_at for item in visit.programme] == [time(9), time(9, 30), time(11)]
    assert [item.ends_at for item in visit.programme] == [time(9, 30), time(11), time(12, 30)]
    assert all(item.day == date(2016, 2, 25) for item in visit.programme)
    assert [topic.text.all for topic in visit.topics] == list(TOPICS)


def print_programme(cabinet: Cabinet, visit_id: int, language: Language, folder: Path) -> str:
    """The text of the guests' programme, with plain blanks."""
    options = ReportOptions(datetime(2016, 2, 22, 9, 0), record_id=visit_id)
    report = write_report(report_kind("programme"), options, language, HouseStyle(), cabinet)
    path = folder / report.name
    path.write_bytes(report.data)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\N{NO-BREAK SPACE}", " ").split())
