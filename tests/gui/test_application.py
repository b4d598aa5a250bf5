import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import FileDamaged
from cabinet_app.gui import excepthook, main_window, tabs
from cabinet_app.gui.application import Application
from cabinet_app.gui.dialogs.settings import SettingsDialog
from cabinet_app.gui.excepthook import BugDialog, ExceptHook
from cabinet_app.i18n.catalogs import translator
from cabinet_app.settings import Settings, load
from tests.gui.conftest import DEMO_TABS
from tests.gui.fakes import FIRST_ID, TODAY, FakeCabinet, sample_visits


@pytest.fixture(autouse=True)
def demo_tabs(monkeypatch):
    monkeypatch.setattr(tabs, "TABS", DEMO_TABS)
    monkeypatch.setitem(main_window.MainWindow.__init__.__kwdefaults__, "tab_specs", DEMO_TABS)


@pytest.fixture
def opener(memory):
    sample_visits(memory)
    return lambda _address, _create: memory


@pytest.fixture
def start(qtbot, qapp, theme, tmp_path):
    made = []

    def begin(opener, settings=None, language=Language.EN):
        application = Application(
            qapp,
            settings or Settings(theme="light"),
            language,
            tmp_path / "settings.toml",
            opener=opener,
            today=lambda: TODAY,
        )
        application.hook.uninstall()
        made.append(application)
        application.start(str(tmp_path / "office.kabinet"))
        return application

    yield begin
    for application in made:
        application.end()
        application.window.detach()
        application.window.hide()
        application.window.deleteLater()
        application.deleteLater()


def test_the_register_is_opened_outside_the_thread_of_the_window(start, opener, qtbot):
    threads = []

    def remembering(address, create):
        threads.append(threading.current_thread() is threading.main_thread())
        return opener(address, create)

    application = start(remembering)
    qtbot.waitSignal(application.opened).wait()
    assert threads == [False]
    assert application.window.count_label.text() == "7 delegations"


def test_the_window_is_painted_before_the_register_is_opened(start, opener, qtbot):
    order = []

    def slow(address, create):
        order.append("open")
        return opener(address, create)

    application = start(slow)
    application.window.first_painted.connect(lambda: order.append("painted"))
    with qtbot.waitSignal(application.opened):
        assert order == []
    assert order == ["painted", "open"]


def test_a_file_that_cannot_be_opened_is_told_over_the_whole_window(start, qtbot, tmp_path):
    def refuse(address, _create):
        raise FileDamaged(address, ("row 3",))

    application = start(refuse)
    with qtbot.waitSignal(application.refused):
        pass
    page = application.window.pages.currentWidget()
    assert "damaged" in page.sentence.text()
    assert [button.text() for button in page.findChildren(QPushButton)] == [
        "Choose another file",
        "Restore from a backup",
        "Begin a new file",
        "Try again",
    ]


def test_trying_again_opens_a_mended_file(start, opener, qtbot):
    answers = [FileDamaged("x", ()), None]

    def mended(address, create):
        error = answers.pop(0)
        if error:
            raise error
        return opener(address, create)

    application = start(mended)
    with qtbot.waitSignal(application.refused):
        pass
    with qtbot.waitSignal(application.opened):
        application._try_again()
    assert application.window.pages.currentWidget() is application.window.tabs


def test_a_new_language_keeps_what_was_typed_and_where_one_was(start, opener, qtbot):
    application = start(opener)
    with qtbot.waitSignal(application.opened):
        pass
    application.window.show_tab(2)
    pane = application.window.pane
    pane.select(FIRST_ID + 2)
    pane.editor._fields["notes"].insertPlainText("half a sentence ")
    before = application.window
    application.change_language(Language.SL)
    qtbot.waitUntil(lambda: application.window is not before)
    window = application.window
    assert window.t.language is Language.SL
    assert window.tabs.currentIndex() == 2
    assert "half a sentence" in window.pane.editor.draft().notes
    assert window.pane.editor.is_dirty
    assert application.settings.ui_language is Language.SL
    assert not before.isVisible()


def test_a_new_record_survives_the_change_of_language(start, opener, qtbot):
    application = start(opener)
    with qtbot.waitSignal(application.opened):
        pass
    application.window.pane.new_record(Visit(title=LocalizedText(en="Half")))
    before = application.window
    application.change_language(Language.DE)
    qtbot.waitUntil(lambda: application.window is not before)
    assert application.window.pane.editor.draft().title.en == "Half"
    application.window.pane.discard()


def test_choices_are_kept_in_the_settings_file(start, opener, qtbot, tmp_path):
    application = start(opener)
    with qtbot.waitSignal(application.opened):
        pass
    application.change_theme("dark")
    assert load(tmp_path / "settings.toml").theme == "dark"
    assert application.window.actions_registry.action("theme.dark").isChecked()
    application.change_theme("light")
    application.window.close()
    assert load(tmp_path / "settings.toml").windows["front"] == "delegations"


def test_the_settings_dialog_changes_what_it_shows_and_nothing_else(qtbot, theme, t):
    settings = Settings(data_file="/x/office.kabinet", windows={"front": "groups"})
    dialog = SettingsDialog(t, settings)
    qtbot.addWidget(dialog)
    dialog._fields["theme"].set_value("dark")
    dialog._fields["names"].set_value(LocalizedText(sl="Mestna občina Kranj"))
    chosen = dialog.accepted_settings()
    assert (chosen.theme, chosen.municipality.names.sl) == ("dark", "Mestna občina Kranj")
    assert (chosen.data_file, chosen.windows) == (settings.data_file, settings.windows)
    assert settings.theme == "system"


def test_a_bug_is_logged_without_its_message_and_reported(qtbot, theme, t, caplog):
    hook = ExceptHook(t, pytest.fail)
    names: dict[str, int] = {}
    name = f"{'Ana'} Novak"
    with pytest.raises(KeyError) as raised:
        names[name]
    hook.handle(KeyError, raised.value, raised.tb)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, BugDialog) and w.isVisible())
    assert "KeyError" in dialog._report
    assert "Ana Novak" not in caplog.text
    assert "KeyError" in caplog.text
    dialog.close()


def test_a_fault_the_user_can_mend_is_a_sentence(qapp):
    said: list[str] = []
    hook = ExceptHook(translator(Language.EN), said.append)
    error = FileDamaged("/x", ("row",))
    hook.handle(type(error), error, None)
    assert said
    assert "damaged" in said[0]


def test_the_hook_is_put_in_and_taken_out(qapp, t, monkeypatch):
    before = sys.excepthook
    hook = ExceptHook(t, print)
    hook.install()
    assert sys.excepthook == hook.handle
    hook.uninstall()
    assert sys.excepthook is before
    assert excepthook.report_of(KeyError, KeyError("x"), None).startswith("Kabinet")


START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cabinet_app.domain.texts import Language
from cabinet_app.gui.application import Application
from cabinet_app.settings import Settings
qt = QApplication([])
heavy = ("sqlalchemy", "alembic", "reportlab", "babel", "holidays", "pypdfium2", "openpyxl", "dateutil")
def opener(address, create):
    sys.exit("opened too early")
application = Application(qt, Settings(), Language.SL, Path("settings.toml"), opener=opener)
def look():
    found = [name for name in heavy if name in sys.modules]
    print("found:", *found)
    sys.stdout.flush()
    import os
    os._exit(0)
application.window.first_painted.connect(look)
application.window.show()
qt.exec()
"""


def test_the_first_paint_has_loaded_nothing_heavy(tmp_path):
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, "-c", START],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        env={
            "PYTHONPATH": str(root),
            "QT_QPA_PLATFORM": "offscreen",
            "KABINET_HOME": str(tmp_path),
            "PATH": "",
        },
        check=False,
    )
    assert result.stdout.strip() == "found:", result.stdout + result.stderr


def test_nothing_is_said_of_a_day_without_notices(start, opener, qtbot):
    application = start(opener)
    with qtbot.waitSignal(application.opened):
        pass
    assert application.window.today_strip.isHidden()
    assert isinstance(TODAY, date)
    assert isinstance(application.cabinet, FakeCabinet)
