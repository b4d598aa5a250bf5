"""The table of sources of a record: the document, the place in it, its words."""

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.references import SourceRef
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.fields import TextField
from cabinet_app.i18n.catalogs import Translator


def source_table(t: Translator) -> ChildTable[SourceRef]:
    """Documents, the place in them and their words."""
    columns: list[ChildColumn[SourceRef]] = [
        ChildColumn("document", t.pgettext("source", "Document"), _document, text_cell, stretch=True),
        ChildColumn("locator", t.gettext("Place in it"), _locator, text_cell, width=12),
        ChildColumn("quote", t.gettext("Its words"), _quote, text_cell, width=18),
    ]
    return ChildTable(t, columns, SourceRef, add_text=t.gettext("Add source"), name=t.gettext("Sources"))


def text_cell(parent: QWidget) -> QWidget:
    """A plain text in a cell."""
    return TextField(parent)


def _document(row: SourceRef) -> str:
    return row.document


def _locator(row: SourceRef) -> str:
    return row.locator


def _quote(row: SourceRef) -> str:
    return row.quote
