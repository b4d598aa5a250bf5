"""Starts the window: paint first, then load the services and the file beside it, then the rows."""

import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cabinet_app import paths
from cabinet_app import settings as stored_settings
from cabinet_app.domain.texts import Language
from cabinet_app.errors import UserError
from cabinet_app.gui.background import Background, Progress
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.excepthook import ExceptHook
from cabinet_app.gui.garbage import Collector
from cabinet_app.gui.main_window import MainWindow, WindowState
from cabinet_app.gui.qt_translator import install_qt_translations
from cabinet_app.gui.theme.theme import Theme, ThemeChoice
from cabinet_app.gui.widgets.empty_state import EmptyState
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.messages import sentence
from cabinet_app.settings import Settings

if TYPE_CHECKING:
    from cabinet_app.gui.draft_keeper import DraftKeeper, DraftOffer
    from cabinet_app.gui.file_commands import FileCommands
    from cabinet_app.services.cabinet import Cabinet

log = logging.getLogger(__name__)
Opener = Callable[[str, bool], "Cabinet"]
CONTINUE_AFTER_MS = 1500


def run(address: str, language: Language | None) -> int:
    """Open the window on the register at `address`; returns when the last window is closed."""
    qt = QApplication.instance()
    application = qt if isinstance(qt, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Kabinet")
    application.setDesktopFileName("kabinet")
    chosen = stored_settings.load(paths.settings_file())
    spoken = language or chosen.ui_language or _system_language()
    kabinet = Application(application, chosen, spoken, paths.settings_file())
    collector = Collector()
    kabinet.start(address)
    result = application.exec()
    kabinet.end()
    collector.end()
    return result


class Application(QObject):
    """The program around the window: opens files, changes language and theme, keeps the settings."""

    opened = Signal()
    refused = Signal()

    def __init__(
        self,
        qt: QApplication,
        settings: Settings,
        language: Language,
        settings_file: Path,
        *,
        opener: Opener | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(qt)
        self._qt = qt
        self._settings_file = settings_file
        self._opener = opener or open_register
        self._today = today
        self.settings = settings
        install_qt_translations(qt, language)
        self.theme = Theme(qt, ThemeChoice(settings.theme))
        self.t = translator(language)
        self.address = ""
        self.cabinet: Cabinet | None = None
        self._background = Background(self)
        self._state: WindowState | None = None
        self._drafts: DraftKeeper | None = None
        self._offer: DraftOffer | None = None
        self.window = self._new_window()
        self.hook = ExceptHook(self.t, self._say)
        self.hook.install()

    def start(self, address: str) -> None:
        """Show the window and open the register as soon as it has been painted."""
        self.address = address
        self.window.first_painted.connect(self._open_first)
        self.window.show()

    def end(self) -> None:
        """Let go of everything; called after the last window has been closed."""
        self._background.wait()
        if self.cabinet is not None:
            self.cabinet.close()
            self.cabinet = None
        self.hook.uninstall()

    # What the window asks for.

    def open_file(self, path: Path) -> None:
        self._open(str(path), create=False)

    def new_file(self) -> None:
        self._files().new_file()

    def choose_file(self) -> None:
        self._files().choose_file()

    def restore_backup(self) -> None:
        self._files().restore_backup()

    def make_backup(self) -> None:
        self._files().make_backup()

    def import_file(self) -> None:
        self._files().import_file()

    def export_file(self) -> None:
        self._files().export_file()

    def export_calendar(self) -> None:
        self._files().export_calendar()

    def open_sample(self) -> None:
        self._files().open_sample()

    def check_data(self) -> None:
        self._files().check_data()

    def open_settings(self) -> None:
        """Ask for the settings and put them into force."""
        from cabinet_app.gui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self.t, self.settings, self.window)
        if not dialog.exec():
            return
        before, chosen = self.settings, dialog.accepted_settings()
        self._take_settings(chosen)
        if chosen.theme != before.theme:
            self.theme.choose(ThemeChoice(chosen.theme))
        if chosen.ui_language != before.ui_language:
            self._speak(chosen.ui_language or _system_language())
        self.window.mark_choices()
        if chosen.data_file != before.data_file and chosen.data_file and self.window.leave():
            self._open(chosen.data_file, create=False)

    def change_language(self, language: Language) -> None:
        """Speak another language: the window is made anew with everything that was typed."""
        self._take_settings(replace(self.settings, ui_language=language))
        # The command that asks for it belongs to the window that is about to go.
        QTimer.singleShot(0, self, self._speak_chosen)

    def change_theme(self, theme: str) -> None:
        """Light, dark or like the system."""
        self._take_settings(replace(self.settings, theme=theme))
        self.theme.choose(ThemeChoice(theme))
        self.window.mark_choices()

    def print_records(self, context: GuiContext, request: PrintRequest, parent: QWidget) -> None:
        """Open the print dialog."""
        from cabinet_app.gui.dialogs.print_dialog import PrintDialog

        PrintDialog(context, request, parent).show()

    # Inside.

    def _new_window(self) -> MainWindow:
        window = MainWindow(self.t, self.settings, self, today=self._today)
        window.show_page(window.opening_page)
        window.closed.connect(self._window_closed)
        return window

    def _open_first(self) -> None:
        self._open(self.address, create=self.address == str(paths.default_database()))

    def _open(self, address: str, *, create: bool) -> None:
        """Open beside the window; an open register is let go first."""
        self.address = address
        if self.cabinet is not None:
            self.window.detach()
            self._background.wait()
            self.cabinet.close()
            self.cabinet = None
        self.window.show_page(self.window.opening_page)
        opening = _Opening(self._opener, address, create)
        self._background.run(opening, self._take, self._refuse)

    def _reopen(self, address: str, create: bool) -> None:
        self._open(address, create=create)

    def _take(self, cabinet: "Cabinet") -> None:
        """Show the register that was opened; what can wait begins when its rows have been painted."""
        self._attach(cabinet)
        QTimer.singleShot(CONTINUE_AFTER_MS, self, self._continue_series)

    def _continue_series(self) -> None:
        if self.cabinet is not None and hasattr(self.cabinet, "series"):
            self._background.run(SeriesContinued(self.cabinet, self._today()), _say_nothing)

    def _attach(self, cabinet: "Cabinet") -> None:
        self.cabinet = cabinet
        self._rule_jubilees()
        from cabinet_app.gui.today_words import TodaySentences

        state, self._state = self._state, None
        source = TodaySentences(cabinet, self.t, self._today) if hasattr(cabinet, "today") else None
        file = None if "://" in self.address else Path(self.address)
        self.window.attach(cabinet, file, state=state, today_source=source)
        self._keep_drafts()
        self.opened.emit()
        if file is not None and file.exists():
            self._files().back_up_when_due(self.settings.backup_folder)

    def _keep_drafts(self) -> None:
        """Keep what is typed from now on, and offer what a crash has left behind."""
        from cabinet_app.gui.draft_keeper import DraftKeeper, DraftOffer

        if self._drafts is not None:
            self._drafts.end()
        self._drafts = DraftKeeper(paths.drafts_folder(), self.address, self.window.panes, self.window)
        left = self._drafts.left_behind()
        if left and not any(pane.has_record for pane in self.window.panes()):
            self._offer = DraftOffer(self.window, self._drafts, left)
            self._offer.show()
        self._drafts.begin()

    def _refuse(self, error: Exception) -> None:
        """Say why the file cannot be opened, over the whole window, with the ways on."""
        if not isinstance(error, UserError):
            raise error
        g = self.t.gettext
        page = EmptyState(sentence(error, self.t), icon_name="triangle-alert")
        page.add_button(g("Choose another file"), self.choose_file, kind="primary")
        page.add_button(g("Restore from a backup"), self.restore_backup)
        page.add_button(g("Begin a new file"), self.new_file)
        page.add_button(g("Try again"), self._try_again)
        self.window.show_page(page)
        self.refused.emit()

    def _try_again(self) -> None:
        self._open(self.address, create=False)

    def _files(self) -> "FileCommands":
        from cabinet_app.gui.file_commands import FileCommands

        return FileCommands(self.window, self.address, self._reopen)

    def _speak_chosen(self) -> None:
        self._speak(self.settings.ui_language or _system_language())

    def _speak(self, language: Language) -> None:
        if language is self.t.language:
            return
        old, state = self.window, self.window.state()
        old.remember()
        old.detach()
        install_qt_translations(self._qt, language)
        self.t = translator(language)
        self.hook.speak(self.t)
        self.window = self._new_window()
        if state.geometry is not None:
            self.window.restoreGeometry(state.geometry)
        self._state = state
        self.window.show()
        old.closed.disconnect(self._window_closed)
        old.hide()
        old.deleteLater()
        if self.cabinet is not None:
            self._attach(self.cabinet)
        else:
            self._open_first()

    def _take_settings(self, settings: Settings) -> None:
        self.settings = settings
        self.window.settings = settings
        self._rule_jubilees()
        self._save_settings()

    def _rule_jubilees(self) -> None:
        if self.cabinet is not None and hasattr(self.cabinet, "jubilees"):
            self.cabinet.jubilees.rule = self.settings.jubilee_years

    def _save_settings(self) -> None:
        try:
            stored_settings.save(self.settings, self._settings_file)
        except OSError as error:
            log.warning("Settings not saved: %s", type(error).__name__)

    def _window_closed(self) -> None:
        if self._drafts is not None:
            self._drafts.end()
        self.settings = self.window.settings
        self._save_settings()

    def _say(self, text: str) -> None:
        self.window.say_error(text)


class _Opening:
    """Imports the services and opens the register; runs in a thread of its own."""

    def __init__(self, opener: Opener, address: str, create: bool) -> None:
        self._opener = opener
        self._address = address
        self._create = create

    def __call__(self, _progress: Progress) -> "Cabinet":
        return self._opener(self._address, self._create)


class SeriesContinued:
    """Adds the meetings that the series of a register have run short of; runs beside the window."""

    def __init__(self, cabinet: "Cabinet", today: date) -> None:
        self._cabinet = cabinet
        self._today = today

    def __call__(self, _progress: Progress) -> int:
        try:
            return self._cabinet.series.continue_all(self._today)
        except UserError as error:
            log.warning("Series not continued: %s", type(error).__name__)
            return 0


def _say_nothing(_count: int) -> None:
    """The window hears of new meetings by itself."""


def open_register(address: str, create: bool) -> "Cabinet":
    """Open the register at a path or URL.

    Raises:
        UserError: it cannot be used as it is.
    """
    from cabinet_app.services.setup import open_cabinet

    # What has been loaded by now stays: from here on nobody looks through it for garbage.
    gc.freeze()
    return open_cabinet(address, create=create)


def _system_language() -> Language:
    from PySide6.QtCore import QLocale

    codes = [name[:2] for name in QLocale.system().uiLanguages()]
    known = {language.value for language in Language}
    return next((Language(code) for code in codes if code in known), Language.SL)
