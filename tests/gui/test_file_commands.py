"""The File menu on a real register."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.gui import main_window
from cabinet_app.gui.application import Application
from cabinet_app.gui.dialogs.directory import DirectoryDialog, MergeDialog
from cabinet_app.gui.dialogs.findings import FindingsDialog
from cabinet_app.services.setup import create_register, last_backup
from cabinet_app.settings import Settings
from tests.gui.conftest import DEMO_TABS
from tests.gui.fakes import TODAY


@pytest.fixture
def chosen(monkeypatch):
    """What the file dialogs will answer."""
    answers: list[str] = []
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (answers.pop(0), ""))
    return answers


@pytest.fixture
def application(qapp, theme, tmp_path, qtbot, monkeypatch):
    monkeypatch.setitem(main_window.MainWindow.__init__.__kwdefaults__, "tab_specs", DEMO_TABS)
    path = tmp_path / "office.kabinet"
    create_register(path)
    made = Application(
        qapp, Settings(theme="light"), Language.EN, tmp_path / "settings.toml", today=lambda: TODAY
    )
    made.hook.uninstall()
    with qtbot.waitSignal(made.opened, timeout=20000):
        made.start(str(path))
    qtbot.waitUntil(lambda: not made.window.background.is_busy, timeout=20000)
    yield made
    made.end()
    made.window.detach()
    made.window.hide()
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture(autouse=True)
def real_rows(monkeypatch):
    """The example tab shows rows of the fake; here it need only stand."""
    monkeypatch.setattr("tests.gui.demo_tab.DemoTab.__init__", _plain_tab)


def _plain_tab(self, context, parent=None):
    from cabinet_app.gui.dialogs.directory import _kinds
    from cabinet_app.gui.record_tab import RecordTab

    RecordTab.__init__(self, context, "plain", _kinds(context)[:1], parent)


def test_the_daily_copy_is_made_and_its_age_is_shown(application):
    assert application.window.backup_label.text() == "Backup: today"
    assert last_backup(application.address) is not None


def test_another_file_is_begun_and_opened(application, chosen, qtbot, tmp_path):
    chosen.append(str(tmp_path / "other"))
    with qtbot.waitSignal(application.refused, timeout=20000):
        application.open_file(tmp_path / "missing.kabinet")
    with qtbot.waitSignal(application.opened, timeout=20000):
        application.new_file()
    assert (tmp_path / "other.kabinet").exists()
    assert application.window.windowTitle() == "other – Kabinet"


def test_a_copy_is_made_and_restored(application, chosen, qtbot, tmp_path):
    copy = tmp_path / "copy.kabinet"
    chosen.append(str(copy))
    application.make_backup()
    qtbot.waitUntil(lambda: "verified" in application.window.toast.text, timeout=20000)
    person = application.cabinet.people.create(Person(name=PersonName(family="Later"))).record
    chosen.append(str(copy))
    with qtbot.waitSignal(application.opened, timeout=20000):
        application.restore_backup()
    assert application.cabinet.people.count() == 0
    assert person.id


def test_the_register_is_exported_and_imported(application, chosen, qtbot, tmp_path):
    application.cabinet.people.create(Person(name=PersonName(family="Oberrauner")))
    file = tmp_path / "register.json"
    chosen.extend([str(file), str(file)])
    application.export_file()
    qtbot.waitUntil(lambda: application.window.toast.text == "1 entry has been exported.", timeout=20000)
    application.import_file()
    assert application.window.toast.text == "Imported: 0 new, 0 changed, 1 unchanged."


def test_a_file_that_cannot_be_imported_is_told_and_changes_nothing(application, chosen, tmp_path):
    file = tmp_path / "register.json"
    file.write_text("no json")
    chosen.append(str(file))
    application.import_file()
    assert application.window.error_banner.isVisible()
    assert str(file) in application.window.error_banner.text


def test_the_sample_fills_an_empty_register_once(application):
    application.open_sample()
    assert application.cabinet.visits.count() > 0
    application.open_sample()
    assert application.window.error_banner.isVisible()


def test_sound_data_are_in_order(application, qtbot):
    application.check_data()
    qtbot.waitUntil(lambda: application.window.toast.text == "The data are in order.", timeout=20000)


def test_contradictions_are_listed_and_lead_to_their_records(application, qtbot):
    from cabinet_app.services.checking import Finding, Trouble

    opened = []

    def remember(*where):
        opened.append(where)
        return True

    finding = Finding(Trouble.NOT_READABLE, "visit", 7, LocalizedText(en="Amberg"), "title")
    dialog = FindingsDialog(application.t, [finding], remember, application.window)
    qtbot.addWidget(dialog)
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert "Amberg" in dialog.list.item(0).text()
    assert opened == [("visit", 7)]


def test_cancelling_a_dialog_does_nothing(application, chosen):
    chosen.extend([""] * 6)
    for ask in (application.new_file, application.choose_file, application.make_backup):
        ask()
    application.restore_backup()
    application.import_file()
    application.export_file()
    assert application.cabinet is not None


def test_two_entries_of_the_directory_are_merged_and_parted_again(application, qtbot):
    people, visits = application.cabinet.people, application.cabinet.visits
    keep = people.create(Person(name=PersonName(given="Petra", family="Oberrauner"))).record.id
    gone = people.create(Person(name=PersonName(given="P.", family="Oberrauner"))).record.id
    visit = visits.create(Visit(title=LocalizedText(en="x"), responsible_id=gone)).record.id
    dialog = DirectoryDialog(application.window.context, application.window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.tab.pane.select(keep)
    dialog._merging[0].merge(gone)
    assert visits.get(visit).record.responsible_id == keep
    assert "merged" in dialog.toast.text
    dialog._merging[0]._undo()
    assert visits.get(visit).record.responsible_id == gone


def test_merging_asks_which_entry_goes(application, qtbot):
    gone = application.cabinet.people.create(Person(name=PersonName(family="Kos"))).record.id
    dialog = MergeDialog(application.window.context, "person", "Petra <Oberrauner>")
    qtbot.addWidget(dialog)
    assert not dialog.merge_button.isEnabled()
    dialog.picker._take(gone)
    assert dialog.merge_button.isEnabled()


def test_a_person_is_entered_in_the_directory(application, qtbot):
    dialog = DirectoryDialog(application.window.context, application.window)
    qtbot.addWidget(dialog)
    dialog.show()
    pane = dialog.tab.pane
    pane.new_record()
    assert pane.editor.is_new
    for part, text in (("given", "Petra"), ("family", "Oberrauner")):
        pane.editor.form.rows[part].fields[part].insert(text)  # type: ignore[attr-defined]
    assert pane.editor.title_label.whole_text() == "Petra Oberrauner"
    dialog.close()
    stored = application.cabinet.people.all()
    assert [person.name.full for person in stored] == ["Petra Oberrauner"]


def test_a_person_without_a_name_is_not_saved(application, qtbot):
    dialog = DirectoryDialog(application.window.context, application.window)
    qtbot.addWidget(dialog)
    pane = dialog.tab.pane
    pane.new_record()
    pane.editor.form.rows["notes"].fields["notes"].insertPlainText("x")  # type: ignore[attr-defined]
    assert not pane.save()
    assert "family name" in pane.editor.form.rows["family"].message.text()
    pane.discard()


def test_the_window_of_an_empty_register_offers_the_sample(application):
    pane = application.window.pane
    texts = [button.text() for button in pane.first_run.findChildren(type(pane.new_button))]
    assert texts[1:] == ["Import…", "Open the sample register"]
    assert Path(application.address).exists()
