"""A tab of the window: one pane of records, or several kinds behind a switch at the top.

class TwinningTab(RecordTab):
    def __init__(self, context, parent=None):
        super().__init__(context, "twinning", [partnerships(context), agreements(context)], parent)
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_pane import PaneState, RecordPane
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.view_switch import SegmentedSwitch


class RecordTab(QWidget):
    """Panes of records; the window's commands go to the one in front."""

    state_changed = Signal()

    def __init__(
        self,
        context: GuiContext,
        key: str,
        kinds: Sequence[RecordKind[Any, Any]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.key = key
        self.panes: dict[str, RecordPane[Any, Any]] = {}
        self.stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.switch = SegmentedSwitch(
            [(kind.key, context.t.gettext(kind.words.plural)) for kind in kinds],
            context.t.gettext("Kind of record"),
        )
        if len(kinds) > 1:
            row = QHBoxLayout()
            row.setContentsMargins(LARGE, SMALL, LARGE, 0)
            row.addWidget(self.switch)
            row.addStretch(1)
            column.addLayout(row)
        else:
            self.switch.hide()
        column.addWidget(self.stack, 1)
        for kind in kinds:
            pane = RecordPane(context, kind, self)
            pane.state_changed.connect(self.state_changed)
            self.panes[kind.key] = pane
            self.stack.addWidget(pane)
        self.switch.set_current(kinds[0].key)
        self.switch.chosen.connect(self.show_kind)
        self._recall()

    @property
    def pane(self) -> RecordPane[Any, Any]:
        """The pane in front."""
        return next(pane for pane in self.panes.values() if pane is self.stack.currentWidget())

    def pane_of(self, record_type: str) -> RecordPane[Any, Any] | None:
        """The pane that shows records of a type (or the kind of this key), None if there is none."""
        panes = self.panes.values()
        return next((p for p in panes if record_type in {p.kind.key, p.kind.service.record_type}), None)

    def show_kind(self, key: str) -> bool:
        """Bring a kind of record to the front; False if an unsaved record stands in the way."""
        if self.panes[key] is self.pane:
            return True
        if not self.pane.leave():
            self.switch.set_current(self.pane.kind.key)
            return False
        self.switch.set_current(key)
        self.stack.setCurrentWidget(self.panes[key])
        self.state_changed.emit()
        return True

    def open_record(self, record_type: str, record_id: int) -> bool:
        """Show a record of one of this tab's kinds."""
        pane = self.pane_of(record_type)
        return pane is not None and self.show_kind(pane.kind.key) and pane.select(record_id)

    def show_today(self) -> None:
        """Turn to today; a tab with a calendar has more to do here."""
        pane = self.pane
        chips = {chip.key for chip in pane.kind.chips}
        if "upcoming" in chips:
            pane.filter_bar.set_filter("", ("upcoming",))

    def leave(self) -> bool:
        """Store what is being edited; False if that cannot be."""
        return self.pane.leave()

    def state(self) -> dict[str, PaneState[Any]]:
        """Where somebody is in each pane, drafts included."""
        return {key: pane.state() for key, pane in self.panes.items()} | {
            "": PaneState(view=self.pane.kind.key)
        }

    def restore(self, state: dict[str, PaneState[Any]]) -> None:
        """Go on where somebody was."""
        for key, pane in self.panes.items():
            if key in state:
                pane.restore(state[key])
        front = state.get("", PaneState()).view
        if front in self.panes:
            self.switch.set_current(front)
            self.stack.setCurrentWidget(self.panes[front])

    def remember(self) -> None:
        """Put widths, order, filter and selection into the settings."""
        for key, pane in self.panes.items():
            kept = asdict(PaneState(**{item.name: getattr(pane.state(), item.name) for item in _KEPT}))
            kept.pop("draft")
            self.context.settings.windows[f"{self.key}.{key}"] = json.dumps(kept, ensure_ascii=False)
        self.context.settings.windows[f"{self.key}.front"] = self.pane.kind.key

    def _recall(self) -> None:
        front = self.context.settings.windows.get(f"{self.key}.front", "")
        for key, pane in self.panes.items():
            state = _read(self.context.settings.windows.get(f"{self.key}.{key}", ""))
            if state is not None:
                pane.restore(state)
            elif pane.kind.first_view:
                pane.views.show_view(pane.kind.first_view)
        if front in self.panes:
            self.switch.set_current(front)
            self.stack.setCurrentWidget(self.panes[front])


_KEPT = [item for item in fields(PaneState) if item.name != "draft"]


def _read(text: str) -> PaneState[Any] | None:
    """A remembered state, None if there is none or it is not understood."""
    try:
        values = json.loads(text)
        known = {item.name: values[item.name] for item in _KEPT if item.name in values}
        state: PaneState[Any] = PaneState(**known)
        state.chips = tuple(str(chip) for chip in state.chips)
        state.share = min(max(float(state.share), 0.2), 0.8)
    except (ValueError, TypeError, KeyError):
        return None
    return state
