"""The person in the directory: forms of address, rank, photo, and the sensitive block that stays hidden."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListWidget

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import SENSITIVE, Diet, Gender, Person
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.gui.dialogs.directory import DirectoryDialog
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.records import ListQuery
from cabinet_app.services.search import Search
from cabinet_app.settings import Settings

TODAY = date(2026, 11, 20)


@pytest.fixture
def ana(cabinet):
    person = Person(
        name=PersonName(given="Ana", family="Zupan"),
        gender=Gender.FEMALE,
        function=LocalizedText("županja", "Bürgermeisterin", "Mayor"),
        diets=[Diet.GLUTEN_FREE],
        diet_note="arašidi",
        accessibility="klančina",
        document_number="P1234567",
    )
    return cabinet.people.create(person).record.id


@pytest.fixture
def pane(qtbot, theme, cabinet, requests, ana):
    window = MainWindow(translator(Language.EN), Settings(), cast("Any", requests), today=lambda: TODAY)
    qtbot.addWidget(window)
    window.attach(cabinet, Path("/somewhere/office.kabinet"))
    assert window.open_record("person", ana)
    (dialog,) = window.findChildren(DirectoryDialog)
    yield dialog.tab.pane
    window.detach()


def hidden(editor):
    return {key for key in SENSITIVE if editor.form.rows[key].isHidden()}


def test_the_sensitive_block_opens_only_when_asked_and_closes_with_the_next_person(pane, cabinet, ana):
    editor = pane.editor
    assert hidden(editor) == SENSITIVE
    editor.sensitive_button.click()
    assert hidden(editor) == set()
    assert editor._fields["document_number"].value() == "P1234567"
    editor.hide_button.click()
    assert hidden(editor) == SENSITIVE
    editor.sensitive_button.click()
    other = cabinet.people.create(Person(name=PersonName(given="Bine", family="Kos"))).record.id
    assert pane.select(other)
    assert hidden(editor) == SENSITIVE


def test_saving_keeps_what_is_hidden(pane, cabinet, ana):
    pane.editor._fields["pronunciation"].set_value("ána župán")
    pane.editor._fields["pronunciation"].edited.emit()
    assert pane.save()
    stored = cabinet.people.get(ana).record
    assert (stored.document_number, stored.diets, stored.pronunciation) == (
        "P1234567",
        [Diet.GLUTEN_FREE],
        "ána župán",
    )


def test_rank_form_of_address_and_day_of_office_are_stored(pane, cabinet, ana):
    editor = pane.editor
    assert "Spoštovana gospa županja" in editor.salutations.text()
    for key, value in (
        ("precedence", 2),
        ("in_office_since", date(2022, 11, 21)),
        ("address_form", LocalizedText(sl="Draga Ana")),
    ):
        editor._fields[key].set_value(value)
        editor._fields[key].edited.emit()
    assert "Draga Ana" in editor.salutations.text()
    assert pane.save()
    stored = cabinet.people.get(ana).record
    assert (stored.precedence, stored.in_office_since) == (2, date(2022, 11, 21))
    assert stored.address_form.sl == "Draga Ana"


def test_no_search_no_list_and_no_history_tells_what_is_sensitive(pane, cabinet, ana):
    for secret in ("P1234567", "arašidi", "klančina"):
        assert Search(cabinet).find(secret, Language.SL) == []
        assert cabinet.people.ids(ListQuery(Language.SL, TODAY, secret)) == []
    stored = cabinet.people.get(ana)
    stored.record.document_number, stored.record.diet_note = "X7654321", "lešniki"
    cabinet.people.update(stored.record, stored.version)
    pane.reload()
    pane.show_history()
    shown = [
        list_.item(row).text() for list_ in pane.findChildren(QListWidget) for row in range(list_.count())
    ]
    assert any("changed" in line for line in shown)
    assert not any(secret in line for line in shown for secret in ("P1234567", "X7654321", "lešniki"))
    (row,) = cabinet.people.rows([ana], Language.SL)
    assert "X7654321" not in str(row)


def test_a_photograph_is_kept_shown_and_taken_off(pane, cabinet, ana, tmp_path):
    picture = tmp_path / "ana.png"
    image = QImage(40, 50, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(picture))
    photo = pane.editor.photo
    photo.keep(picture)
    assert not photo.picture.isHidden()
    assert pane.save()
    photo_id = cabinet.people.get(ana).record.photo_id
    assert cabinet.documents.get(photo_id).record.person_id == ana
    photo.remove_button.click()
    assert pane.save()
    assert cabinet.people.get(ana).record.photo_id is None


def test_a_file_that_is_no_picture_is_refused(pane, tmp_path):
    fake = tmp_path / "ana.png"
    fake.write_bytes(b"no picture")
    pane.editor.photo.keep(fake)
    pane.editor.photo.keep(tmp_path / "missing.png")
    assert pane.editor.photo.value() is None
