"""Which column of a spreadsheet says what: proposed by the names of the columns, remembered once chosen."""

import json
from contextlib import suppress
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.exchange.sheets.reading import Table
from cabinet_app.exchange.sheets.town_columns import NAMES, Column, column_name, recognise
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.form import Form
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.collation import fold

_KEY: Final = "import.towns"
_EXAMPLES: Final = 3
_LONGEST_HINT: Final = 60


class ColumnsForm(Form):
    """A line for each column of the file; `columns()` is the choice."""

    changed = Signal()

    def __init__(self, context: GuiContext, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self.fields: list[ChoiceCombo[Column | None]] = []
        t = context.t
        choices = [(None, t.gettext("leave out")), *((one, column_name(one, t)) for one in NAMES)]
        proposed = self._proposed()
        for place, name in enumerate(table.columns):
            field: ChoiceCombo[Column | None] = ChoiceCombo(choices, self)
            field.set_value(proposed.get(place))
            field.edited.connect(self.changed)
            title = name or t.gettext("column {number}").format(number=place + 1)
            self.add(f"column_{place}", title, field, hint=self._examples(place))
            self.fields.append(field)

    def columns(self) -> dict[int, Column]:
        """What was chosen; of two columns that claim the same, the first one has it."""
        found: dict[int, Column] = {}
        for place, field in enumerate(self.fields):
            value = field.value()
            if value is not None and value not in found.values():
                found[place] = value
        return found

    def remember(self) -> None:
        """Keep the choice for the next file whose columns have these names."""
        kept = self._remembered()
        columns = self.columns()
        for place, name in enumerate(self._table.columns):
            column = columns.get(place)
            kept[fold(name)] = column.value if column else ""
        self._context.settings.windows[_KEY] = json.dumps(kept, ensure_ascii=False)

    def _proposed(self) -> dict[int, Column]:
        found = recognise(self._table.columns, [translator(language) for language in Language])
        kept = self._remembered()
        for place, name in enumerate(self._table.columns):
            value = kept.get(fold(name))
            if value == "":
                found.pop(place, None)
            elif value in set(Column):
                found[place] = Column(value)
        return found

    def _remembered(self) -> dict[str, str]:
        with suppress(ValueError):
            kept = json.loads(self._context.settings.windows.get(_KEY, "{}"))
            if isinstance(kept, dict):
                return {str(name): str(value) for name, value in kept.items()}
        return {}

    def _examples(self, place: int) -> str:
        said = dict.fromkeys(cells[place] for _, cells in self._table.rows if cells[place])
        text = " · ".join(list(said)[:_EXAMPLES])
        return text if len(text) <= _LONGEST_HINT else f"{text[:_LONGEST_HINT]}…"
