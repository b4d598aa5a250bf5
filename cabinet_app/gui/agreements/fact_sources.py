"""Where a fact comes from, shown over its field: `Vir: …`."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.references import SourceRef
from cabinet_app.gui.widgets.form import Form
from cabinet_app.gui.widgets.labels import escaped_tip
from cabinet_app.i18n.agreement_words import source_tip
from cabinet_app.i18n.catalogs import Translator

SIGN = "ⁱ"
"""Stands behind the name of a field for which a source speaks."""


class FactSources:
    """Puts the sources of a record over the fields they speak for."""

    def __init__(self, t: Translator, form: Form) -> None:
        self._t = t
        self._form = form
        self._labels: dict[str, str] = {}
        self._tips: dict[str, str] = {}

    @property
    def tips(self) -> Mapping[str, str]:
        """What is shown over which field."""
        return dict(self._tips)

    def show(self, sources: Sequence[SourceRef]) -> None:
        """Every source over its field, several in one tip; fields that have none lose their tip."""
        spoken = {source.fact for source in sources if source.fact in self._form.rows}
        for key in spoken | self._tips.keys():
            tip = source_tip([source for source in sources if source.fact == key], self._t)
            if self._tips.get(key, "") != tip:
                self._set(key, tip)

    def _set(self, key: str, tip: str) -> None:
        row = self._form.rows[key]
        plain = self._labels.setdefault(key, row.label.text())
        row.label.setText(f"{plain} {SIGN}" if tip and plain else plain)
        shown = escaped_tip(tip) if tip else ""
        widgets: list[QWidget] = [row.label, row, *row.fields.values()]
        for widget in widgets:
            widget.setToolTip(shown)
        if tip:
            self._tips[key] = tip
        else:
            self._tips.pop(key, None)
