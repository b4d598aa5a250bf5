"""Every command of the program in one place, for menus, buttons, shortcuts and the command palette.

    registry.add(ActionSpec("visit.confirm", t.gettext("&Confirm"), self.confirm, reason=self.why_not))
`reason()` says why the command cannot be used now, "" if it can; `refresh()` asks all of them again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.widgets.labels import escaped_tip


class DuplicateAction(ValueError):
    """Two commands claim one id or one shortcut."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command; `text` may carry a mnemonic, `id` is `noun.verb`."""

    id: str
    text: str
    act: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    reason: Callable[[], str] | None = None
    is_checkable: bool = False
    in_palette: bool = True
    shown_keys: str = ""
    """Keys that a widget handles itself, shown in the menu: a window-wide Del would reach text fields."""

    @property
    def keys(self) -> str:
        """The keys as they are told to people."""
        return self.shortcut or self.shown_keys

    @property
    def plain_text(self) -> str:
        """The text without its mnemonic."""
        return self.text.replace("&&", "\0").replace("&", "").replace("\0", "&")


class ActionRegistry(QObject):
    """The commands by id, each with its QAction."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._reasons: dict[str, str] = {}

    @property
    def specs(self) -> Sequence[ActionSpec]:
        return tuple(self._specs.values())

    def add(self, spec: ActionSpec) -> QAction:
        """Register a command.

        Raises:
            DuplicateAction: its id or its shortcut is taken.
        """
        taken = {other.shortcut for other in self._specs.values() if other.shortcut}
        if spec.id in self._specs or spec.shortcut in taken:
            raise DuplicateAction(f"{spec.id} ({spec.shortcut})")
        action = QAction(f"{spec.text}\t{spec.shown_keys}" if spec.shown_keys else spec.text, self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_checkable)
        if spec.icon:
            action.setIcon(icon(spec.icon, "muted"))
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(spec.act)
        self._specs[spec.id] = spec
        self._actions[spec.id] = action
        self._refresh_one(spec)
        return action

    def remove(self, action_id: str) -> None:
        """Take a command away; nothing happens if there is none of this id."""
        if self._specs.pop(action_id, None):
            self._actions.pop(action_id).deleteLater()
            self._reasons.pop(action_id, None)

    def action(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def reason(self, action_id: str) -> str:
        """Why a command cannot be used, as of the last `refresh`."""
        return self._reasons.get(action_id, "")

    def trigger(self, action_id: str) -> None:
        self._actions[action_id].trigger()

    def refresh(self) -> None:
        """Ask every command again whether it can be used."""
        for spec in self._specs.values():
            self._refresh_one(spec)
        self.changed.emit()

    def _refresh_one(self, spec: ActionSpec) -> None:
        reason = spec.reason() if spec.reason else ""
        self._reasons[spec.id] = reason
        action = self._actions[spec.id]
        action.setEnabled(not reason)
        text = spec.tip or spec.plain_text
        keys = f" ({spec.keys})" if spec.keys else ""
        action.setToolTip(escaped_tip(reason or f"{text}{keys}"))
