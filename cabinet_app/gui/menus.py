"""The menu bar, made of the registered commands."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMainWindow, QMenu

from cabinet_app.gui.actions import ActionRegistry
from cabinet_app.i18n.catalogs import N_, Translator

if TYPE_CHECKING:
    from cabinet_app.gui.record_pane import RecordPane

LINE = "-"
MENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "file": (
        N_("&File"),
        (
            "file.new",
            "file.open",
            LINE,
            "file.import",
            "file.export",
            "file.export_calendar",
            LINE,
            "file.backup",
            "file.restore",
            LINE,
            "report.print",
            LINE,
            "settings.open",
            "program.quit",
        ),
    ),
    "edit": (
        N_("&Edit"),
        ("edit.undo", "edit.redo", LINE, "edit.find", "palette.open", LINE, "directory.open"),
    ),
    "view": (
        N_("&View"),
        (
            "tab.delegations",
            "tab.twinning",
            "tab.meetings",
            "tab.groups",
            LINE,
            "today.show",
            LINE,
            "focus.next",
            "focus.previous",
        ),
    ),
    "record": (
        N_("E&ntry"),
        (
            "record.new",
            "record.duplicate",
            "record.delete",
            LINE,
            "record.save",
            "record.discard",
            LINE,
            "record.add_row",
            "record.history",
        ),
    ),
    "help": (N_("&Help"), ("help.open", LINE, "data.check", "about.open")),
}


def build_menus(window: QMainWindow, registry: ActionRegistry, t: Translator) -> dict[str, QMenu]:
    """Fill the menu bar; every menu asks before it opens what can be done now."""
    menus: dict[str, QMenu] = {}
    known = {spec.id for spec in registry.specs}
    for key, (title, entries) in MENUS.items():
        menu = window.menuBar().addMenu(t.gettext(title))
        menu.setObjectName(key)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(registry.refresh)
        for entry in entries:
            if entry == LINE:
                menu.addSeparator()
            elif entry in known:
                menu.addAction(registry.action(entry))
        menus[key] = menu
    view = menus["view"]
    view.addSeparator()
    for title, ids in (
        (t.gettext("&Language"), [spec.id for spec in registry.specs if spec.id.startswith("language.")]),
        (t.gettext("C&olours"), [spec.id for spec in registry.specs if spec.id.startswith("theme.")]),
    ):
        submenu = view.addMenu(title)
        for action_id in ids:
            submenu.addAction(registry.action(action_id))
    # Commands outside the menus need the window too, or their keys do nothing.
    window.addActions([registry.action(spec.id) for spec in registry.specs])
    return menus


class KindActions:
    """The commands of the kind of record in front: in the Entry menu and the palette while it is there."""

    def __init__(self, registry: ActionRegistry, menu: QMenu, window: QMainWindow) -> None:
        self._registry = registry
        self._menu = menu
        self._window = window
        self._pane: RecordPane[Any, Any] | None = None
        self._shown: list[str] = []

    def show(self, pane: "RecordPane[Any, Any] | None") -> None:
        """Change to the commands of another pane."""
        if pane is self._pane:
            return
        for action_id in self._shown:
            self._registry.remove(action_id)
        self._pane = pane
        specs = pane.kind.actions(pane) if pane is not None and pane.kind.actions else ()
        self._shown = [spec.id for spec in specs]
        for spec in specs:
            action = self._registry.add(spec)
            self._menu.addAction(action)
            self._window.addAction(action)
