"""The window: four tabs, menus, the strip of the day and the status bar; it stands before a file is open."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from cabinet_app.gui import beside
from cabinet_app.gui.actions import ActionRegistry
from cabinet_app.gui.background import Background, Progress
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.courier import Courier
from cabinet_app.gui.menus import KindActions, build_menus
from cabinet_app.gui.requests import Requests
from cabinet_app.gui.tabs import TABS, TabSpec
from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.today_strip import TodayLink, TodayStrip
from cabinet_app.gui.widgets.banner import Banner, Link
from cabinet_app.gui.widgets.empty_state import EmptyState
from cabinet_app.gui.widgets.labels import PlainLabel, doubled
from cabinet_app.gui.widgets.toast import Toast
from cabinet_app.gui.window_actions import WindowActions
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.services.changes import at_once
from cabinet_app.settings import Settings

if TYPE_CHECKING:
    from cabinet_app.gui.record_pane import PaneState, RecordPane
    from cabinet_app.gui.record_tab import RecordTab
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.changes import Change

MINIMUM = (1024, 640)
FIRST_SIZE = (1280, 800)


@dataclass(slots=True)
class WindowState:
    """Where somebody was in the window, with the drafts beside it; handed to that in another language."""

    front: int = 0
    tabs: "dict[str, dict[str, PaneState[Any]]]" = field(default_factory=dict)
    geometry: QByteArray | None = None
    drafts: Sequence[beside.KeptDraft] = ()


class MainWindow(QMainWindow):
    """Shows itself first; `attach` puts the register into it, `today_source` gives the strip's sentences."""

    first_painted = Signal()
    closed = Signal()

    def __init__(
        self,
        t: Translator,
        settings: Settings,
        requests: Requests,
        *,
        today: Callable[[], date] = date.today,
        tab_specs: Sequence[TabSpec] = TABS,
    ) -> None:
        super().__init__()
        self.t = t
        self.settings = settings
        self.requests = requests
        self.tab_specs = tab_specs
        self.cabinet: Cabinet | None = None
        self.context: GuiContext | None = None
        self.background = Background(self)
        self.actions_registry = ActionRegistry(self)
        self._today = today
        self._today_source: Callable[[], Sequence[TodayLink]] | None = None
        self._file: Path | None = None
        self._tabs: dict[str, RecordTab] = {}
        self._pending = WindowState()
        self._asked_today: _Asking | None = None
        self._has_painted = False
        self._build()
        self.commands = WindowActions(self, self.actions_registry)
        self._menus = build_menus(self, self.actions_registry, t)
        self._kind_actions = KindActions(self.actions_registry, self._menus["record"], self)
        self.mark_choices()
        self._restore_geometry()

    # The register.

    def attach(
        self,
        cabinet: "Cabinet",
        file: Path | None = None,
        *,
        state: WindowState | None = None,
        today_source: Callable[[], Sequence[TodayLink]] | None = None,
    ) -> None:
        """Show an open register; the tab in front is built now, the others when they are looked at."""
        self.cabinet = cabinet
        self._file = file
        self._today_source = today_source
        self._pending = state or WindowState(front=self._remembered_front())
        self.context = GuiContext(
            cabinet=cabinet,
            t=self.t,
            settings=self.settings,
            actions=self.actions_registry,
            background=self.background,
            toaster=self.toast,
            today=self._today,
            open_record=self.open_record,
            new_record=self.new_record,
            print_records=self._print_records,
        )
        cabinet.changes.courier = Courier(self)
        cabinet.changes.subscribe(self._data_changed)
        self.pages.setCurrentWidget(self.tabs)
        self.setWindowTitle(f"{file.stem} – Kabinet" if file else "Kabinet")
        self.file_label.setText(file.name if file else "")
        for key in self._pending.tabs:
            self._tab(next(place for place, spec in enumerate(self.tab_specs) if spec.key == key))
        self.tabs.setCurrentIndex(self._pending.front)
        self._tab_chosen(self._pending.front)
        for draft in self._pending.drafts:
            beside.take_beside(self.context, self, draft)
        self.commands.refresh_steps()
        self._refresh_today()

    def detach(self) -> None:
        """Let go of the register; the window stays."""
        if self.cabinet is not None:
            self.cabinet.changes.unsubscribe(self._data_changed)
            self.cabinet.changes.courier = at_once
        self.background.wait()
        beside.let_go(self)
        self.cabinet = self.context = None
        self._kind_actions.show(None)
        for place in range(self.tabs.count()):
            self._empty_tab(place)
        self._tabs.clear()
        self.today_strip.set_links([])
        self.commands.refresh_steps()

    def show_page(self, page: QWidget) -> None:
        """Fill the window with a message instead of the tabs."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def say_error(self, text: str) -> None:
        """A fault that concerns no field; it stays until it is closed."""
        self.error_banner.show_message(
            "danger", text, [Link(self.t.gettext("Close"), self.error_banner.clear)]
        )

    def say_backup(self, text: str) -> None:
        """When the last backup was made, for the status bar."""
        self.backup_label.setText(text)

    # Where somebody is.

    @property
    def tab(self) -> "RecordTab | None":
        """The tab in front, None before a file is open."""
        return self._tabs.get(self.tab_specs[self.tabs.currentIndex()].key)

    @property
    def pane(self) -> "RecordPane[Any, Any] | None":
        """The pane in front, None before a file is open."""
        return self.tab.pane if self.tab else None

    def show_tab(self, place: int) -> bool:
        """Bring a tab to the front; False if an unsaved record stands in the way."""
        self.tabs.setCurrentIndex(place)
        return self.tabs.currentIndex() == place

    def open_record(self, record_type: str, record_id: int) -> bool:
        """Show a record in the tab of its type, people and places in the directory, letters in a window."""
        for place, spec in enumerate(self.tab_specs):
            if record_type in spec.record_types and self._belongs_in_tab(record_type, record_id):
                tab = self._tab(place)
                return self.show_tab(place) and tab.open_record(record_type, record_id)
        return self.context is not None and beside.open_beside(self.context, self, record_type, record_id)

    def open_list(self, record_type: str, chip: str) -> bool:
        """Show the list of a type, narrowed by one of its chips."""
        for place, spec in enumerate(self.tab_specs):
            if record_type in spec.record_types and self.cabinet and self.show_tab(place):
                tab = self._tab(place)
                pane = tab.pane_of(record_type)
                if pane is None or not tab.show_kind(pane.kind.key):
                    return False
                pane.filter_bar.set_filter("", (chip,))
                pane.focus_list()
                return True
        return False

    def new_record(self, record_type: str, draft: object) -> bool:
        """Begin a record from a draft in the tab of its type."""
        for place, spec in enumerate(self.tab_specs):
            if record_type in spec.record_types and self.cabinet and self.show_tab(place):
                tab = self._tab(place)
                pane = tab.pane_of(record_type)
                return pane is not None and tab.show_kind(pane.kind.key) and pane.new_record(draft)
        return False

    def panes(self) -> "Iterator[RecordPane[Any, Any]]":
        """The panes that exist by now, those of the windows beside this one too."""
        for tab in self._tabs.values():
            yield from tab.panes.values()
        yield from beside.panes(self)

    def take_drafts(self, drafts: Sequence[beside.KeptDraft]) -> None:
        """Put drafts into the panes of their keys, the last of them in front."""
        assert self.context
        tabs = [self._tab(place) for place in range(len(self.tab_specs))]
        for draft in drafts:
            place = next((n for n, tab in enumerate(tabs) if draft.pane in tab.panes), None)
            if place is None:
                beside.take_beside(self.context, self, draft)
                continue
            tabs[place].panes[draft.pane].take_draft(draft.state)
            tabs[place].show_kind(draft.pane)
            self.tabs.setCurrentIndex(place)

    def state(self) -> WindowState:
        """Where somebody is, with everything that was typed."""
        for pane in self.panes():
            pane.commit()
        states = {key: tab.state() for key, tab in self._tabs.items()}
        drafts = [beside.kept_draft(pane) for pane in beside.panes(self) if pane.is_dirty]
        return WindowState(self.tabs.currentIndex(), states, self.saveGeometry(), drafts)

    def leave(self) -> bool:
        """Store what is being edited; False if that cannot be, and the tab that says why is in front."""
        for place, spec in enumerate(self.tab_specs):
            tab = self._tabs.get(spec.key)
            if tab is not None and not tab.leave():
                self.tabs.blockSignals(True)
                self.tabs.setCurrentIndex(place)
                self.tabs.blockSignals(False)
                return False
        return all(window.leave() for window in beside.windows(self))

    # Commands that concern the window itself.

    def open_palette(self) -> None:
        """Ask for a command or a record by name."""
        from cabinet_app.gui.command_palette import CommandPalette, Finder

        find: Finder | None = None
        if self.cabinet is not None:
            from cabinet_app.services.search import Search

            find = Search(self.cabinet).find
        CommandPalette(self.t, self.actions_registry, find, self.open_record, self).open_over(self)

    def open_directory(self) -> None:
        if self.context is not None:
            from cabinet_app.gui.dialogs.directory import open_directory

            open_directory(self.context, self, "person", 0)

    def open_help(self) -> None:
        from cabinet_app.gui.dialogs.help import HelpDialog

        HelpDialog(self.t, self.tab_specs[self.tabs.currentIndex()].key, self).show()

    def open_about(self) -> None:
        from cabinet_app.gui.dialogs.about import AboutDialog

        AboutDialog(self.t, self._file, self.requests.check_data, self).show()

    def show_today(self) -> None:
        """Turn to what is on today: the strip, or the list filtered to what comes."""
        self.today_strip.set_folded(False)
        self._refresh_today()
        if self.tab is not None:
            self.tab.show_today()

    def focus_next_area(self) -> None:
        self._turn_focus(1)

    def focus_previous_area(self) -> None:
        self._turn_focus(-1)

    # Qt.

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leave():
            event.ignore()
            return
        self.remember()
        self.background.wait()
        super().closeEvent(event)
        self.closed.emit()

    def remember(self) -> None:
        """Put sizes, lists and filters into the settings."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.settings.windows["geometry"] = geometry
        self.settings.windows["front"] = self.tab_specs[self.tabs.currentIndex()].key
        for tab in self._tabs.values():
            tab.remember()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.tabs.tabBar() and event.type() == QEvent.Type.MouseButtonPress:
            tab = self.tab
            if tab is not None and not tab.leave():
                return True
        return super().eventFilter(watched, event)

    # Inside.

    def _build(self) -> None:
        self.setWindowTitle("Kabinet")
        self.setWindowIcon(icon("landmark", "accent"))
        self.setMinimumSize(*MINIMUM)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.t.gettext("Tabs"))
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().installEventFilter(self)
        for place, spec in enumerate(self.tab_specs):
            self.tabs.addTab(QWidget(), doubled(self.t.gettext(spec.title)))
            self.tabs.setTabToolTip(place, f"Ctrl+{place + 1}")
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.opening_page = EmptyState(self.t.gettext("Opening the file …"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.tabs)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.today_strip = TodayStrip(self.t, self.open_record, middle, open_list=self.open_list)
        self.today_strip.folded.connect(self._strip_folded)
        column.addWidget(self.today_strip)
        self.error_banner = Banner(middle)
        column.addWidget(self.error_banner)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(middle)
        self._build_status()

    def _build_status(self) -> None:
        self.count_label = PlainLabel()
        self.state_label = PlainLabel()
        self.file_label = PlainLabel()
        self.backup_label = PlainLabel()
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        status.addWidget(self.count_label)
        for label in (self.state_label, self.file_label, self.backup_label):
            status.addPermanentWidget(label)

    def _tab(self, place: int) -> "RecordTab":
        spec = self.tab_specs[place]
        if spec.key not in self._tabs:
            assert self.context
            tab = spec.make(self.context, self.tabs)
            self._tabs[spec.key] = tab
            tab.state_changed.connect(self._state_changed)
            for pane in tab.panes.values():
                pane.first_run.add_button(self.t.gettext("Import…"), self.requests.import_file)
                pane.first_run.add_button(
                    self.t.gettext("Open the sample register"), self.requests.open_sample
                )
            self.tabs.blockSignals(True)
            front = self.tabs.currentIndex()
            self.tabs.removeTab(place)
            self.tabs.insertTab(place, tab, doubled(self.t.gettext(spec.title)))
            self.tabs.setTabToolTip(place, f"Ctrl+{place + 1}")
            self.tabs.setCurrentIndex(front)
            self.tabs.blockSignals(False)
            if spec.key in self._pending.tabs:
                tab.restore(self._pending.tabs[spec.key])
        return self._tabs[spec.key]

    def _belongs_in_tab(self, record_type: str, record_id: int) -> bool:
        """Of the organizations only working groups have a tab; the others stand in the directory."""
        if self.cabinet is None:
            return False
        if record_type != "organization":
            return True
        from cabinet_app.domain.bodies import Classification

        organization = self.cabinet.organizations.get(record_id).record
        return organization.classification is Classification.WORKING_GROUP

    def _empty_tab(self, place: int) -> None:
        self.tabs.blockSignals(True)
        front, old = self.tabs.currentIndex(), self.tabs.widget(place)
        self.tabs.removeTab(place)
        self.tabs.insertTab(place, QWidget(), doubled(self.t.gettext(self.tab_specs[place].title)))
        self.tabs.setCurrentIndex(front)
        self.tabs.blockSignals(False)
        if old is not None:
            old.deleteLater()

    def _tab_chosen(self, place: int) -> None:
        if self.context is None or place < 0:
            return
        for number, spec in enumerate(self.tab_specs):
            tab = self._tabs.get(spec.key)
            if number != place and tab is not None and not tab.leave():
                self.tabs.blockSignals(True)
                self.tabs.setCurrentIndex(number)
                self.tabs.blockSignals(False)
                return
        self._tab(place)
        self._state_changed()

    def _state_changed(self) -> None:
        pane = self.pane
        self._kind_actions.show(pane)
        self.count_label.setText(pane.count_text() if pane else "")
        self.state_label.setText(pane.editor.state_label.whole_text() if pane and pane.has_record else "")
        self.actions_registry.refresh()

    def _data_changed(self, _change: "Change") -> None:
        self.commands.refresh_steps()
        self._refresh_today()

    def _refresh_today(self) -> None:
        """Ask beside the window: judging every group's cadence takes longer than a frame."""
        self.today_strip.set_folded(self.settings.windows.get("today") == "folded")
        if self._today_source is None:
            self.today_strip.set_links([])
        else:
            self._asked_today = _Asking(self._today_source)
            self.background.run(self._asked_today, self._show_today)

    def _show_today(self, answer: "tuple[_Asking, Sequence[TodayLink]]") -> None:
        asking, links = answer
        if asking is self._asked_today and self.cabinet is not None:
            self.today_strip.set_links(links)

    def _strip_folded(self, is_folded: bool) -> None:
        self.settings.windows["today"] = "folded" if is_folded else "open"

    def _print_records(self, request: PrintRequest) -> None:
        if self.context is not None:
            self.requests.print_records(self.context, request, self)

    def _turn_focus(self, step: int) -> None:
        pane = self.pane
        if pane is None:
            return
        areas: list[tuple[QWidget, Callable[[], object]]] = [
            (self.tabs.tabBar(), self._focus_tab_bar),
            (pane.filter_bar, pane.focus_search),
            (pane.left, pane.focus_list),
            (pane.right, pane.focus_editor),
        ]
        focus = QApplication.focusWidget()
        here = next(
            (n for n, (area, _) in enumerate(areas) if focus is area or (focus and area.isAncestorOf(focus))),
            -1,
        )
        areas[(here + step) % len(areas)][1]()

    def _focus_tab_bar(self) -> None:
        self.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mark_choices(self) -> None:
        """Tick the language and the theme that are on."""
        self.actions_registry.action(f"language.{self.t.language.value}").setChecked(True)
        for key in ("system", "light", "dark"):
            self.actions_registry.action(f"theme.{key}").setChecked(key == self.settings.theme)

    def _remembered_front(self) -> int:
        keys = [spec.key for spec in self.tab_specs]
        front = self.settings.windows.get("front", "")
        return keys.index(front) if front in keys else 0

    def _restore_geometry(self) -> None:
        text = self.settings.windows.get("geometry", "")
        if not (text and self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii")))):
            self.resize(*FIRST_SIZE)


class _Asking:
    """One question for the strip of the day; only the answer to the last one is shown."""

    def __init__(self, source: Callable[[], Sequence[TodayLink]]) -> None:
        self._source = source

    def __call__(self, _progress: Progress) -> "tuple[_Asking, Sequence[TodayLink]]":
        return self, self._source()
