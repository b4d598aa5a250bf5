"""Files are added to a record, opened, saved elsewhere and removed, each act with a way back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.papers import Document
from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.theme import Theme
from cabinet_app.gui.widgets.attachments import AttachmentsPanel
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.numbers import file_size
from cabinet_app.services.cabinet import Cabinet
from tests.gui.fakes import FakeToaster, make_context

PHOTO = b"\xff\xd8\xff a photo"


@pytest.fixture
def office(cabinet: Cabinet, theme: Theme, toaster: FakeToaster) -> GuiContext:
    return make_context(cast("Any", cabinet), translator(Language.EN), toaster=toaster)


@pytest.fixture
def panel(office: GuiContext, cabinet: Cabinet, qtbot: QtBot) -> Iterator[AttachmentsPanel]:
    person = cabinet.people.create(Person(name=PersonName(given="Maja", family="Žagar-Čuček"))).record
    shown = AttachmentsPanel(office, "person_id")
    qtbot.addWidget(shown)
    shown.show_record(person.id)
    yield shown
    office.background.wait()


def button(panel: AttachmentsPanel, name: str) -> QPushButton:
    found: list[QPushButton] = [
        one for one in panel.findChildren(QPushButton) if one.text() == name and not one.isHidden()
    ]
    return found[0]


def test_nothing_can_be_added_before_the_entry_is_stored(panel: AttachmentsPanel, tmp_path: Path):
    panel.show_record(0)
    assert not panel.add_button.isEnabled()
    assert panel.hint.text() == "Save the entry first; then files can be added to it."


def test_a_chosen_file_is_kept_and_shown(
    panel: AttachmentsPanel,
    cabinet: Cabinet,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    toaster: FakeToaster,
):
    (tmp_path / "foto.jpg").write_bytes(PHOTO)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "foto.jpg")], ""))
    with qtbot.waitSignal(panel.counted, check_params_cb=lambda count: count == 1):
        panel.add_button.click()
    [kept] = cabinet.documents.all()
    assert cabinet.documents.content(kept.id) == PHOTO
    assert button(panel, "foto.jpg").isEnabled()
    assert panel.hint.isHidden()
    qtbot.waitUntil(lambda: toaster.last == "File foto.jpg has been added.")


def test_a_removed_file_can_be_taken_back(panel: AttachmentsPanel, cabinet: Cabinet, toaster: FakeToaster):
    kept = cabinet.documents.keep(PHOTO, Document(file_name="foto.jpg", person_id=panel._record_id)).record
    panel.show_record(panel._record_id)
    panel.remove(kept)
    assert cabinet.documents.count() == 0
    toaster.act()
    assert cabinet.documents.count() == 1
    assert button(panel, "foto.jpg").isEnabled()


def test_a_file_is_opened_as_a_private_copy(
    panel: AttachmentsPanel, cabinet: Cabinet, monkeypatch: pytest.MonkeyPatch
):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    kept = cabinet.documents.keep(PHOTO, Document(file_name="foto.jpg", person_id=panel._record_id)).record
    panel.open_file(kept)
    path = Path(opened[0].toLocalFile())
    assert path.name == "foto.jpg"
    assert path.read_bytes() == PHOTO
    assert path.parent.stat().st_mode & 0o077 == 0


def test_what_could_run_is_not_opened(
    panel: AttachmentsPanel, cabinet: Cabinet, monkeypatch: pytest.MonkeyPatch, toaster: FakeToaster
):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    program = Document(file_name="slika.jpg.exe", person_id=panel._record_id)
    kept = cabinet.documents.keep(b"MZ", program).record
    panel.open_file(kept)
    assert opened == []
    assert "could run as a program" in toaster.last


def test_a_file_that_cannot_be_read_is_named(
    panel: AttachmentsPanel, qtbot: QtBot, tmp_path: Path, toaster: FakeToaster
):
    panel.take_in([tmp_path / "ni.pdf"])
    qtbot.waitUntil(lambda: bool(toaster.said))
    assert "ni.pdf" in toaster.last


def test_sizes_are_told_as_people_say_them():
    assert file_size(3, Language.SL) == "1\u00a0kB"
    assert file_size(340_200, Language.DE) == "340\u00a0kB"
    assert file_size(1_240_000, Language.SL) == "1,2\u00a0MB"
