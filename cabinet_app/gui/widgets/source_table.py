"""The table of sources of a record: what they speak for, the document, the place in it, its words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.references import SourceRef
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.i18n.catalogs import Translator


def source_table(t: Translator, facts: Sequence[tuple[str, str]] = ()) -> ChildTable[SourceRef]:
    """Documents, the place in them and their words; `facts` are the fields that a source may speak for.

    A fact is the name of a field and what the field is called; a source that speaks for none of them speaks
    for the whole record.
    """
    columns: list[ChildColumn[SourceRef]] = [
        ChildColumn("document", t.pgettext("source", "Document"), _document, text_cell, stretch=True),
        ChildColumn("locator", t.gettext("Place in it"), _locator, text_cell, width=12),
        ChildColumn("quote", t.gettext("Its words"), _quote, text_cell, width=18),
    ]
    if facts:
        fact = _Fact(t, facts)
        columns.insert(0, ChildColumn("fact", t.pgettext("source", "For"), fact.words, fact.cell, width=13))
    return ChildTable(t, columns, SourceRef, add_text=t.gettext("Add source"), name=t.gettext("Sources"))


def text_cell(parent: QWidget) -> QWidget:
    """A plain text in a cell."""
    return TextField(parent)


class _Fact:
    """What a source speaks for, in words and to choose from."""

    def __init__(self, t: Translator, facts: Sequence[tuple[str, str]]) -> None:
        self._choices = [("", t.gettext("all of it")), *facts]
        self._words = dict(self._choices)

    def words(self, row: SourceRef) -> str:
        return self._words.get(row.fact, row.fact) if row.fact else "–"

    def cell(self, parent: QWidget) -> QWidget:
        return ChoiceCombo(self._choices, parent)


def _document(row: SourceRef) -> str:
    return row.document


def _locator(row: SourceRef) -> str:
    return row.locator


def _quote(row: SourceRef) -> str:
    return row.quote
