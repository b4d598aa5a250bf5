"""The commands of the File menu: other files, backups, import and export; slow ones run beside the window."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from cabinet_app.errors import FormatError, UserError
from cabinet_app.gui.background import Progress
from cabinet_app.gui.dialogs.findings import FindingsDialog
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.messages import sentence

if TYPE_CHECKING:
    from cabinet_app.gui.main_window import MainWindow
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.register import Intake

DATA_ENDING = ".kabinet"


class FileCommands:
    """Acts on one window and the address it shows; `reopen` opens another address."""

    def __init__(self, window: "MainWindow", address: str, reopen: Callable[[str, bool], object]) -> None:
        self._window = window
        self._t = window.t
        self._address = address
        self._reopen = reopen

    def new_file(self) -> None:
        """Ask for a name and begin an empty register there."""
        title = self._t.gettext("New file")
        path = QFileDialog.getSaveFileName(self._window, title, str(self._folder()), self._kinds())[0]
        if path and self._window.leave():
            chosen = path if Path(path).suffix else path + DATA_ENDING
            self._reopen(chosen, True)

    def choose_file(self) -> None:
        """Ask for a register and open it."""
        title = self._t.gettext("Open file")
        path = QFileDialog.getOpenFileName(self._window, title, str(self._folder()), self._kinds())[0]
        if path and self._window.leave():
            self._reopen(path, False)

    def make_backup(self) -> None:
        """Ask for a name and make a verified copy there."""
        title = self._t.gettext("Make a backup")
        name = f"{Path(self._address).stem}-{_now():%Y-%m-%d}{DATA_ENDING}"
        path = QFileDialog.getSaveFileName(self._window, title, str(self._folder() / name), self._kinds())[0]
        if path and self._window.leave():
            self._slowly(_Copying(self._address, Path(path)), self._backup_made)

    def restore_backup(self) -> None:
        """Ask for a copy and let the register hold what it holds; the replaced file is kept."""
        if self._window.cabinet is not None and not self._window.leave():
            return
        from cabinet_app.services.setup import backups_of

        start = backups_of(Path(self._address))
        title = self._t.gettext("Restore from a backup")
        path = QFileDialog.getOpenFileName(
            self._window, title, str(start if start.exists() else self._folder())
        )[0]
        if not path:
            return
        cabinet = self._window.cabinet
        self._window.detach()
        if cabinet is not None:
            cabinet.close()
        from cabinet_app.services.setup import restore_from

        try:
            restore_from(Path(path), self._address, _now())
        except UserError as error:
            self._say(sentence(error, self._t))
        self._reopen(self._address, False)

    def import_file(self) -> None:
        """Ask for a file and take it in, in one step that can be undone; what is not ours is shown before."""
        cabinet = self._window.cabinet
        g = self._t.gettext
        kinds = (
            g("All files that can be imported") + " (*.json *.ics *.csv *.xlsx)",
            g("Register files") + " (*.json)",
            g("Calendars") + " (*.ics *.ical *.vcs)",
            g("Lists of partner towns") + " (*.csv *.xlsx)",
        )
        start = str(self._folder())
        path = QFileDialog.getOpenFileName(self._window, g("Import"), start, ";;".join(kinds))[0]
        if not path or cabinet is None or not self._window.leave():
            return
        if Path(path).suffix.lower() in {".csv", ".xlsx"}:
            self._import_towns(Path(path))
            return
        if Path(path).suffix.lower() in {".ics", ".ical", ".vcs"}:
            self._import_calendar(Path(path))
            return
        from cabinet_app.exchange.register import import_register
        from cabinet_app.services.setup import back_up_before_import

        try:
            back_up_before_import(self._address, _now())
            self._imported(import_register(cabinet, Path(path)))
        except UserError as error:
            self._say(sentence(error, self._t))

    def _import_calendar(self, path: Path) -> None:
        from cabinet_app.gui.imports.calendar_import import CalendarImportDialog
        from cabinet_app.services.setup import back_up_before_import

        assert self._window.context
        try:
            back_up_before_import(self._address, _now())
        except UserError as error:
            self._say(sentence(error, self._t))
            return
        dialog = CalendarImportDialog(self._window.context, path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def export_calendar(self) -> None:
        """Ask what goes into a calendar for others and write it."""
        if self._window.context is None or not self._window.leave():
            return
        from cabinet_app.gui.imports.calendar_export import CalendarExportDialog

        dialog = CalendarExportDialog(self._window.context, self._folder(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _import_towns(self, path: Path) -> None:
        from cabinet_app.exchange.sheets.reading import read_table
        from cabinet_app.gui.imports.town_import import TownImport
        from cabinet_app.services.setup import back_up_before_import

        assert self._window.context
        try:
            table = read_table(path)
            back_up_before_import(self._address, _now())
        except FormatError as error:
            error.file = str(path)
            self._say(sentence(error, self._t))
        except UserError as error:
            self._say(sentence(error, self._t))
        else:
            dialog = TownImport(self._window.context, table, path.name, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def export_file(self) -> None:
        """Ask for a name and write the register there, or its partner towns where the ending says so."""
        cabinet = self._window.cabinet
        g = self._t.gettext
        kinds = (
            g("Register files") + " (*.json)",
            g("Lists of partner towns") + " (*.xlsx)",
            g("Lists of partner towns") + " (*.csv)",
        )
        start = str(self._folder() / "kabinet.json")
        path = QFileDialog.getSaveFileName(self._window, g("Export"), start, ";;".join(kinds))[0]
        if path and cabinet is not None and self._window.leave():
            self._slowly(_Exporting(cabinet, Path(path), self._t), self._exported)

    def open_sample(self) -> None:
        """Fill the empty register with the sample."""
        cabinet = self._window.cabinet
        if cabinet is None or not self._window.leave():
            return
        from cabinet_app.services.sample import fill_sample

        try:
            fill_sample(cabinet, _now().date())
        except UserError as error:
            self._say(sentence(error, self._t))

    def check_data(self) -> None:
        """Look at everything that could be damaged or contradict itself and list it."""
        cabinet = self._window.cabinet
        if cabinet is not None:
            self._slowly(_Checking(cabinet), self._checked)

    def say_backup_age(self) -> None:
        """Put the age of the last copy into the status bar."""
        from cabinet_app.services.setup import last_backup

        copy = last_backup(self._address)
        if copy is None:
            self._window.say_backup(self._t.gettext("No backup yet"))
            return
        day = copy.made_at.astimezone().date()
        if day == _now().date():
            self._window.say_backup(self._t.gettext("Backup: today"))
        else:
            text = self._t.gettext("Backup: {date}").format(date=dates.numeric(day, self._t.language))
            self._window.say_backup(text)

    def back_up_when_due(self, further: str) -> None:
        """Make the daily copy beside the window; `further` is a second folder for it."""
        self._slowly(_DailyCopy(self._address, further), self._daily_done)

    def _slowly(self, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> None:
        self._window.background.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(sentence(error, self._t))

    def _say(self, text: str) -> None:
        self._window.say_error(text)

    def _backup_made(self, _copy: object) -> None:
        self._window.toast.show_toast(self._t.gettext("The backup has been made and verified."))
        self.say_backup_age()

    def _daily_done(self, _round: object) -> None:
        self.say_backup_age()

    def _imported(self, intake: "Intake") -> None:
        text = self._t.gettext("Imported: {created} new, {changed} changed, {unchanged} unchanged.")
        self._window.toast.show_toast(
            text.format(created=intake.created, changed=intake.changed, unchanged=intake.unchanged)
        )

    def _exported(self, count: int) -> None:
        text = self._t.ngettext(
            "{count} entry has been exported.", "{count} entries have been exported.", count
        )
        self._window.toast.show_toast(text.format(count=count))

    def _checked(self, findings: list[Any]) -> None:
        if not findings:
            self._window.toast.show_toast(self._t.gettext("The data are in order."))
            return
        FindingsDialog(self._t, findings, self._window.open_record, self._window).show()

    def _folder(self) -> Path:
        return Path(self._address).parent

    def _kinds(self) -> str:
        return self._t.gettext("Data files") + f" (*{DATA_ENDING} *.sqlite *.db)"


class _Copying:
    def __init__(self, address: str, target: Path) -> None:
        self._address = address
        self._target = target

    def __call__(self, _progress: Progress) -> object:
        from cabinet_app.services.setup import back_up_to

        return back_up_to(self._address, self._target, _now())


class _DailyCopy:
    def __init__(self, address: str, further: str) -> None:
        self._address = address
        self._further = (Path(further),) if further else ()

    def __call__(self, _progress: Progress) -> object:
        from cabinet_app.services.setup import back_up_when_due

        return back_up_when_due(self._address, _now(), self._further)


class _Exporting:
    def __init__(self, cabinet: "Cabinet", path: Path, t: Translator) -> None:
        self._cabinet = cabinet
        self._path = path
        self._t = t

    def __call__(self, _progress: Progress) -> int:
        from cabinet_app.exchange.register import export_register
        from cabinet_app.exchange.sheets.town_list import export_towns

        if self._path.suffix.lower() in {".csv", ".xlsx"}:
            return export_towns(self._cabinet, self._path, self._t)
        return export_register(self._cabinet, self._path, _now())


class _Checking:
    def __init__(self, cabinet: "Cabinet") -> None:
        self._cabinet = cabinet

    def __call__(self, _progress: Progress) -> list[Any]:
        from cabinet_app.services.checking import check

        return list(check(self._cabinet, _now().date()))


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
