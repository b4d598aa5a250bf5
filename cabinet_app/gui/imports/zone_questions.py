"""Asks once which time zone is meant by a name that nobody knows, and remembers the answer."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.labels import PlainLabel

_HOUSE: Final = "Europe/Ljubljana"
# Offered first those we deal with, then one for each hour of the globe.
_OFFERED: Final = (
    _HOUSE,
    "Europe/Vienna",
    "Europe/Berlin",
    "Europe/Rome",
    "Europe/Budapest",
    "Europe/Zagreb",
    "Europe/London",
    "Europe/Athens",
    "Europe/Istanbul",
    "Europe/Moscow",
    "UTC",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
)


class ZoneQuestions(QWidget):
    """A line for each unknown name; hidden while there is none."""

    edited = Signal()

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.fields: dict[str, ChoiceCombo[str]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)

    def ask(self, names: list[str]) -> None:
        """Add the names that are new; those answered stay, so that the answer can be changed."""
        t = self._context.t
        for name in names:
            if name in self.fields or len(self.fields) >= len(_OFFERED):
                continue
            words = t.gettext("The time zone “{name}” is not known. Which one is it?").format(name=name)
            label = PlainLabel(words, role="warn", wrap=True)
            field: ChoiceCombo[str] = ChoiceCombo([(zone, zone.replace("_", " ")) for zone in _OFFERED], self)
            field.setAccessibleName(words)
            field.edited.connect(self.edited)
            row = len(self.fields)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
            self.fields[name] = field
        self.setVisible(bool(self.fields))

    def chosen(self) -> dict[str, str]:
        """The zone for each name that was asked about."""
        return {name: field.value() for name, field in self.fields.items()}

    def remember(self) -> None:
        """Keep the answers, so that the next file of the same writer asks nothing."""
        self._context.settings.zones.update(self.chosen())
