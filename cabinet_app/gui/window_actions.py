"""The commands of the window: what each is called, its keys, what it does and when it cannot be done."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from cabinet_app.domain.texts import Language
from cabinet_app.errors import UserError
from cabinet_app.gui.actions import ActionRegistry, ActionSpec
from cabinet_app.gui.step_words import step_words
from cabinet_app.gui.text_undo import redo_typing, undo_typing
from cabinet_app.gui.widgets.labels import doubled
from cabinet_app.i18n import messages

if TYPE_CHECKING:
    from cabinet_app.gui.main_window import MainWindow
    from cabinet_app.gui.record_pane import RecordPane
    from cabinet_app.gui.widgets.child_table import ChildTable
    from cabinet_app.services.changes import Label

LANGUAGE_WORDS = {Language.SL: "&Slovenščina", Language.DE: "&Deutsch", Language.EN: "&English"}


class WindowActions:
    """Registers the commands of a window and performs those that concern the record in front."""

    def __init__(self, window: "MainWindow", registry: ActionRegistry) -> None:
        self._window = window
        self._t = window.t
        self._registry = registry
        self._undo_label: Label | None = None
        self._redo_label: Label | None = None
        for spec in (*self._file(), *self._edit(), *self._view(), *self._record(), *self._help()):
            registry.add(spec)

    def refresh_steps(self) -> None:
        """Read again what Undo and Redo would do; called after every step, not at every key."""
        cabinet, g = self._window.cabinet, self._t.gettext
        self._undo_label = cabinet.undo.next_undo() if cabinet else None
        self._redo_label = cabinet.undo.next_redo() if cabinet else None
        for action_id, label, bare, said in (
            ("edit.undo", self._undo_label, g("&Undo"), g("&Undo: {step}")),
            ("edit.redo", self._redo_label, g("&Redo"), g("&Redo: {step}")),
        ):
            text = said.format(step=doubled(step_words(label, self._t))) if label else bare
            self._registry.action(action_id).setText(text)
        self._registry.refresh()

    def _file(self) -> list[ActionSpec]:
        g, desk = self._t.gettext, self._window.requests
        return [
            ActionSpec("file.new", g("&New file…"), desk.new_file, icon="plus"),
            ActionSpec("file.open", g("&Open file…"), desk.choose_file, icon="folder-open"),
            ActionSpec(
                "file.restore", g("&Restore from a backup…"), desk.restore_backup, icon="archive-restore"
            ),
            ActionSpec(
                "file.backup",
                g("Make a &backup…"),
                desk.make_backup,
                icon="database-backup",
                reason=self._no_file,
            ),
            ActionSpec(
                "file.import", g("&Import…"), desk.import_file, icon="file-down", reason=self._no_file
            ),
            ActionSpec("file.export", g("&Export…"), desk.export_file, icon="upload", reason=self._no_file),
            ActionSpec(
                "file.export_calendar",
                g("Export &calendar…"),
                desk.export_calendar,
                icon="calendar-days",
                reason=self._no_file,
            ),
            ActionSpec(
                "report.print", g("&Print…"), self._print, "Ctrl+P", icon="printer", reason=self._no_pane
            ),
            ActionSpec("settings.open", g("&Settings…"), desk.open_settings, "Ctrl+,", icon="settings"),
            ActionSpec("program.quit", g("&Quit"), self._window.close, "Ctrl+Q"),
        ]

    def _edit(self) -> list[ActionSpec]:
        g = self._t.gettext
        return [
            ActionSpec("edit.undo", g("&Undo"), self._undo, "Ctrl+Z", icon="undo-2", reason=self._no_undo),
            ActionSpec("edit.redo", g("&Redo"), self._redo, "Ctrl+Y", icon="redo-2", reason=self._no_redo),
            ActionSpec("edit.find", g("&Find"), self._find, "Ctrl+F", icon="search", reason=self._no_pane),
            ActionSpec(
                "palette.open",
                g("&Commands and entries…"),
                self._window.open_palette,
                "Ctrl+K",
                in_palette=False,
            ),
            ActionSpec(
                "directory.open",
                g("&Directory…"),
                self._window.open_directory,
                icon="users",
                reason=self._no_file,
            ),
        ]

    def _view(self) -> list[ActionSpec]:
        g, window = self._t.gettext, self._window
        tabs = [
            ActionSpec(f"tab.{spec.key}", g(spec.title), _ShowTab(window, place), f"Ctrl+{place + 1}")
            for place, spec in enumerate(window.tab_specs)
        ]
        languages = [
            ActionSpec(
                f"language.{language.value}",
                LANGUAGE_WORDS[language],
                _Speak(window, language),
                is_checkable=True,
            )
            for language in Language
        ]
        themes = [
            ActionSpec(f"theme.{key}", words, _Dress(window, key), is_checkable=True)
            for key, words in (
                ("system", g("Like the &system")),
                ("light", g("&Light")),
                ("dark", g("&Dark")),
            )
        ]
        return [
            *tabs,
            ActionSpec(
                "today.show",
                g("&Today"),
                window.show_today,
                "Ctrl+T",
                icon="calendar-days",
                reason=self._no_pane,
            ),
            ActionSpec("focus.next", g("Next &area"), window.focus_next_area, "F6", in_palette=False),
            ActionSpec(
                "focus.previous",
                g("&Previous area"),
                window.focus_previous_area,
                "Shift+F6",
                in_palette=False,
            ),
            *languages,
            *themes,
        ]

    def _record(self) -> list[ActionSpec]:
        g = self._t.gettext
        return [
            ActionSpec("record.new", g("&New"), self._new, "Ctrl+N", icon="plus", reason=self._no_pane),
            ActionSpec(
                "record.duplicate",
                g("&Duplicate"),
                self._duplicate,
                "Ctrl+D",
                icon="copy",
                reason=self._no_stored,
            ),
            ActionSpec("record.save", g("&Save"), self._save, "Ctrl+S", icon="save", reason=self._no_draft),
            ActionSpec(
                "record.discard", g("Discard &changes"), self._discard, icon="x", reason=self._no_draft
            ),
            ActionSpec(
                "record.add_row",
                g("&Add row"),
                self._add_row,
                "Ctrl+Shift+N",
                icon="plus",
                reason=self._no_table,
            ),
            ActionSpec(
                "record.history", g("&History"), self._history, icon="history", reason=self._no_stored
            ),
            ActionSpec(
                "record.delete",
                g("D&elete"),
                self._delete,
                icon="trash-2",
                reason=self._no_stored,
                shown_keys="Del",
            ),
        ]

    def _help(self) -> list[ActionSpec]:
        g, window = self._t.gettext, self._window
        return [
            ActionSpec("help.open", g("&Help"), window.open_help, "F1", icon="circle-help"),
            ActionSpec(
                "data.check",
                g("&Check the data"),
                window.requests.check_data,
                icon="shield-check",
                reason=self._no_file,
            ),
            ActionSpec("about.open", g("&About Kabinet"), window.open_about, icon="info"),
        ]

    # Why not.

    def _no_file(self) -> str:
        return "" if self._window.cabinet else self._t.gettext("No file is open.")

    def _no_pane(self) -> str:
        return "" if self._pane() else self._t.gettext("No file is open.")

    def _no_stored(self) -> str:
        pane = self._pane()
        return "" if pane and pane.current_id else self._t.gettext("Choose an entry first.")

    def _no_draft(self) -> str:
        pane = self._pane()
        if pane and pane.has_record and (pane.is_dirty or pane.editor.is_new):
            return ""
        return self._t.gettext("Nothing has been changed.")

    def _no_table(self) -> str:
        return "" if self._table() else self._t.gettext("This entry has no table.")

    def _no_undo(self) -> str:
        return self._blocked(is_redo=False)

    def _no_redo(self) -> str:
        return self._blocked(is_redo=True)

    def _blocked(self, *, is_redo: bool) -> str:
        cabinet, pane = self._window.cabinet, self._pane()
        if cabinet is None:
            return self._t.gettext("No file is open.")
        if pane and pane.is_dirty:
            return self._t.gettext("Save or discard your changes first.")
        if (self._redo_label if is_redo else self._undo_label) is not None:
            return ""
        return (
            self._t.gettext("There is nothing to redo.")
            if is_redo
            else self._t.gettext("There is nothing to undo.")
        )

    # What is done.

    def _pane(self) -> "RecordPane[Any, Any] | None":
        return self._window.pane

    def _table(self) -> "ChildTable[Any] | None":
        pane = self._pane()
        if pane is None or not pane.has_record:
            return None
        return pane.editor.table_at(QApplication.focusWidget())

    def _print(self) -> None:
        if pane := self._pane():
            pane.print_records()

    def _find(self) -> None:
        if pane := self._pane():
            pane.focus_search()

    def _new(self) -> None:
        if pane := self._pane():
            pane.new_record()

    def _duplicate(self) -> None:
        if pane := self._pane():
            pane.duplicate()

    def _save(self) -> None:
        if pane := self._pane():
            pane.save()

    def _discard(self) -> None:
        if pane := self._pane():
            pane.discard()

    def _delete(self) -> None:
        if pane := self._pane():
            pane.delete()

    def _history(self) -> None:
        if pane := self._pane():
            pane.show_history()

    def _add_row(self) -> None:
        if table := self._table():
            table.add_row()

    def _undo(self) -> None:
        if not undo_typing():
            self._step(is_redo=False)

    def _redo(self) -> None:
        if not redo_typing():
            self._step(is_redo=True)

    def _step(self, *, is_redo: bool) -> None:
        cabinet = self._window.cabinet
        if cabinet is None or self._blocked(is_redo=is_redo):
            return
        try:
            change = cabinet.undo.redo() if is_redo else cabinet.undo.undo()
        except UserError as error:
            self._window.toast.show_toast(messages.sentence(error, self._t))
            return
        said = self._t.gettext("Redone: {step}.") if is_redo else self._t.gettext("Undone: {step}.")
        self._window.toast.show_toast(said.format(step=step_words(change.label, self._t)))


class _ShowTab:
    def __init__(self, window: "MainWindow", place: int) -> None:
        self._window = window
        self._place = place

    def __call__(self) -> None:
        self._window.show_tab(self._place)


class _Speak:
    def __init__(self, window: "MainWindow", language: Language) -> None:
        self._window = window
        self._language = language

    def __call__(self) -> None:
        self._window.requests.change_language(self._language)


class _Dress:
    def __init__(self, window: "MainWindow", theme: str) -> None:
        self._window = window
        self._theme = theme

    def __call__(self) -> None:
        self._window.requests.change_theme(self._theme)
