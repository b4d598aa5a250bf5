"""Drafts in the windows beside the main one, and rules of series: kept, offered after a crash, taken up."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from cabinet_app.db.opening import open_store
from cabinet_app.domain.meetings import Meeting
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.protocol import Letter
from cabinet_app.domain.series import Frequency, MeetingSeries
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.visits import Visit
from cabinet_app.gui import beside
from cabinet_app.gui.dialogs.directory import DirectoryDialog, open_directory
from cabinet_app.gui.draft_keeper import DraftKeeper, DraftOffer
from cabinet_app.gui.letters.window import LettersWindow, Occasion, open_letters
from cabinet_app.gui.main_window import MainWindow
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.i18n.catalogs import translator
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.settings import Settings
from tests.filled_register import filled_register

VILLACH, RIVOLI, CHARTER = 7002, 7005, 5001
TODAY = date(2026, 11, 20)
FIRST = datetime(2026, 11, 24, 9)
Opener = Callable[..., MainWindow]


@pytest.fixture
def cabinet(tmp_path: Path) -> Iterator[Cabinet]:
    opened = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", TODAY)))
    yield opened
    opened.close()


@pytest.fixture
def opened(qtbot: Any, theme: object, cabinet: Cabinet, requests: object) -> Iterator[Opener]:
    windows: list[MainWindow] = []

    def make(language: Language = Language.EN, **more: Any) -> MainWindow:
        made = MainWindow(translator(language), Settings(), cast("Any", requests), today=lambda: TODAY)
        qtbot.addWidget(made)
        made.attach(cabinet, Path("/somewhere/office.kabinet"), **more)
        windows.append(made)
        return made

    yield make
    for window in windows:
        window.detach()


def keeper(window: MainWindow, tmp_path: Path) -> DraftKeeper:
    return DraftKeeper(tmp_path / "drafts", "/x/office.kabinet", window.panes)


def write(pane: RecordPane[Any, Any], key: str, value: object) -> None:
    field = pane.editor._fields[key]
    field.set_value(value)
    field.edited.emit()


def restarted(window: MainWindow, opened: Opener, tmp_path: Path) -> MainWindow:
    """The drafts are written, the program dies, and the next one takes up what it is offered."""
    keeper(window, tmp_path).keep()
    window.detach()
    after = opened()
    next_keeper = keeper(after, tmp_path)
    left = next_keeper.left_behind()
    assert left
    offer = DraftOffer(after, next_keeper, left)
    offer.show()
    offer.accept()
    assert len(list((tmp_path / "drafts").glob("*"))) == 1, "what is taken up is kept again"
    return after


def type_letter(window: MainWindow, body: str, **occasion: int) -> LettersWindow:
    letters = open_letters(window.context, Occasion(**occasion), window)  # type: ignore[arg-type] # attached
    if not letters.pane.has_record:
        letters.pane.new_record()
    write(letters.pane, "body", body)
    return letters


def test_letters_of_several_occasions_outlive_a_crash_each_in_its_window(
    opened: Opener, tmp_path: Path
) -> None:
    window = opened()
    for body, occasion in (("One", {"visit_id": VILLACH}), ("Two", {"agreement_id": CHARTER})):
        type_letter(window, body, **occasion)
    after = restarted(window, opened, tmp_path)
    found = after.findChildren(LettersWindow)
    assert {(one.occasion.visit_id, one.occasion.agreement_id) for one in found} == {
        (VILLACH, None),
        (None, CHARTER),
    }
    assert sorted(one.pane.editor.draft().body for one in found) == ["One", "Two"]
    assert all(one.isVisible() and one.pane.is_dirty and one.pane.editor.is_new for one in found)
    assert all(one.pane.save() for one in found)


def test_a_stored_letter_is_taken_up_in_its_version(opened: Opener, cabinet: Cabinet, tmp_path: Path) -> None:
    letter = cabinet.letters.create(Letter(visit_id=RIVOLI, subject="Thanks", body="Dear")).record
    window = opened()
    assert window.open_record("letter", letter.id)
    type_letter(window, "Dear Madam", visit_id=RIVOLI)
    after = restarted(window, opened, tmp_path)
    (found,) = after.findChildren(LettersWindow)
    assert (found.pane.current_id, found.pane.editor.draft().body) == (letter.id, "Dear Madam")
    assert found.pane.save()
    assert cabinet.letters.get(letter.id).record.body == "Dear Madam"


def test_a_letter_about_a_visit_that_is_gone_is_shown_all_the_same(
    opened: Opener, cabinet: Cabinet, tmp_path: Path
) -> None:
    visit = cabinet.visits.create(Visit(starts_on=TODAY)).record
    window = opened()
    type_letter(window, "Half a letter", visit_id=visit.id)
    keeper(window, tmp_path).keep()
    window.detach()
    cabinet.visits.delete(visit.id)
    after = opened()
    after.take_drafts(keeper(after, tmp_path).left_behind())
    (found,) = after.findChildren(LettersWindow)
    assert found.pane.editor.draft().body == "Half a letter"
    assert found.pane.save(), "it no longer refers to the visit"


@pytest.mark.parametrize(
    ("record_type", "key", "value"),
    [
        ("person", "notes", "Speaks Italian"),
        ("organization", "notes", "Since 1991"),
        ("place", "address", "Trg 1"),
    ],
)
def test_the_directory_is_opened_where_somebody_was_writing(
    opened: Opener, tmp_path: Path, record_type: str, key: str, value: str
) -> None:
    window = opened()
    assert open_directory(window.context, window, record_type, 0)  # type: ignore[arg-type] # attached
    (dialog,) = window.findChildren(DirectoryDialog)
    dialog.tab.pane.new_record()
    write(dialog.tab.pane, key, value)
    after = restarted(window, opened, tmp_path)
    (dialog,) = after.findChildren(DirectoryDialog)
    pane = dialog.tab.pane
    assert (pane.kind.key, getattr(pane.editor.draft(), key)) == (record_type, value)
    assert pane.is_dirty
    assert dialog.isVisible()


def test_the_rule_of_a_series_in_the_making_outlives_a_crash(
    opened: Opener, cabinet: Cabinet, tmp_path: Path
) -> None:
    window = opened()
    assert window.new_record("meeting", Meeting(title=same("Kolegij"), starts_at=FIRST))
    editor: Any = window.pane.editor  # type: ignore[union-attr] # attached
    editor.series.choice.set_value(Frequency.WEEKLY)
    editor.series.choice.edited.emit()
    editor.series.panel.weekdays.chips[3].click()
    after = restarted(window, opened, tmp_path)
    pane: Any = after.pane
    assert pane.kind.key == "meeting"
    kept = pane.editor.state().extra
    assert isinstance(kept, MeetingSeries)
    assert (kept.frequency, kept.weekdays) == (Frequency.WEEKLY, [1, 3])
    before = len(cabinet.series.all())
    assert pane.save()
    assert len(cabinet.series.all()) == before + 1


def test_what_is_typed_beside_is_stored_before_the_window_closes(opened: Opener, cabinet: Cabinet) -> None:
    window = opened()
    letters = type_letter(window, "Last words", visit_id=VILLACH)
    assert window.leave()
    assert not letters.pane.is_dirty
    assert "Last words" in {each.body for each in cabinet.letters.of_visit(VILLACH)}


def test_what_cannot_be_stored_beside_keeps_the_window_open(opened: Opener) -> None:
    window = opened()
    open_directory(window.context, window, "place", 0)  # type: ignore[arg-type] # attached
    (dialog,) = window.findChildren(DirectoryDialog)
    dialog.tab.pane.new_record(Place(latitude=123.0))
    write(dialog.tab.pane, "address", "Trg 1")
    assert not window.leave()
    dialog.hide()
    assert not window.leave()
    assert dialog.isVisible(), "it comes to the front to say why"
    dialog.tab.pane.discard()
    assert window.leave()


def test_another_language_takes_the_windows_beside_along(opened: Opener) -> None:
    window = opened()
    type_letter(window, "Half a letter", visit_id=VILLACH)
    open_directory(window.context, window, "person", 0)  # type: ignore[arg-type] # attached
    (dialog,) = window.findChildren(DirectoryDialog)
    dialog.tab.pane.new_record(Person())
    write(dialog.tab.pane, "notes", "Speaks Italian")
    state = window.state()
    window.detach()
    assert beside.windows(window) == []
    after = opened(Language.DE, state=state)
    (letters,) = after.findChildren(LettersWindow)
    (dialog,) = after.findChildren(DirectoryDialog)
    assert letters.pane.editor.draft().body == "Half a letter"
    assert dialog.tab.pane.editor.draft().notes == "Speaks Italian"
    assert dialog.windowTitle() == "Verzeichnis"
