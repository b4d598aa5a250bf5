"""The four tabs: their names, the records they show, and where their code is, loaded on first use."""

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.i18n.catalogs import N_

if TYPE_CHECKING:
    from cabinet_app.gui.record_tab import RecordTab


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab; `place` is `module:Class`, a class made from (context, parent)."""

    key: str
    title: str
    place: str
    record_types: tuple[str, ...]

    def make(self, context: GuiContext, parent: QWidget) -> "RecordTab":
        """Build the tab."""
        module, _, name = self.place.partition(":")
        return cast("RecordTab", getattr(importlib.import_module(module), name)(context, parent))


TABS = (
    TabSpec(
        "delegations",
        N_("Delegations"),
        "cabinet_app.gui.delegations.tab:DelegationsTab",
        ("visit", "task", "gift"),
    ),
    TabSpec(
        "twinning",
        N_("Twinning"),
        "cabinet_app.gui.agreements.tab:TwinningTab",
        ("partnership", "agreement", "project"),
    ),
    TabSpec("meetings", N_("Meetings"), "cabinet_app.gui.meetings.tab:MeetingsTab", ("meeting",)),
    TabSpec(
        "groups", N_("Working groups"), "cabinet_app.gui.groups.tab:GroupsTab", ("group", "organization")
    ),
)
