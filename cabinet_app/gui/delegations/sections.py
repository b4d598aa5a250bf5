"""What a part of the editor of a visit is; which parts there are, in which order, says `section_list`.

A part is a subclass of `VisitSection` in a module of its own; `matters.TopicsSection` is a plain example.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.form import FieldRow, Finding, Section
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit

if TYPE_CHECKING:
    from cabinet_app.gui.delegations.editor import VisitEditor

_TEXT_AT = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+)(?:\[(\d+)\])?(?:\.(\w+))?)?")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text of a visit stands: `delegations[0].delegates[1].function`, `programme[2].title`."""

    key: str
    number: int = 0
    part: str = ""
    place: int = 0
    attribute: str = ""

    @classmethod
    def at(cls, field: str) -> "TextPlace":
        """Of the name of a field, as findings and missing texts have it."""
        found = _TEXT_AT.match(field)
        assert found, field
        key, number, part, place, attribute = found.groups()
        return cls(key, int(number or 0), part or "", int(place or 0), attribute or "")


class VisitSection(QObject):
    """A part of the form of a visit with its heading; there is one object for each part of an editor.

    All methods but `build` may be left as they are. `editor.show_again()` asks every part to `fill` once
    more, `editor.save_first()` is for a command that needs the visit in the register.
    """

    def __init__(self, editor: "VisitEditor") -> None:
        super().__init__(editor)
        self.editor = editor
        self.context = editor.context
        self.t = editor.t
        self.facts = editor.facts

    def build(self) -> None:
        """Make the heading and the fields."""
        raise NotImplementedError

    def fill(self, draft: Visit) -> None:
        """Show what no bound field shows; called when a visit is opened and after every edit."""

    def collect(self, draft: Visit) -> None:
        """Write into `draft` what no bound field holds."""

    def findings(self, draft: Visit) -> Sequence[Finding]:  # noqa: ARG002 - for subclasses
        """What should be said about this part beyond what `notes` finds in the visit."""
        return ()

    def commit(self) -> None:
        """Take over what is being typed and store what goes with the visit; called before it is saved."""

    def tables(self) -> Sequence[tuple[QWidget, ChildTable[Any]]]:
        """The tables that Ctrl+Shift+N adds to, each with the widget inside which it means this table."""
        return ()

    def keys(self) -> Sequence[str]:
        """The attributes of the visit whose texts `go_to` of this part finds."""
        return ()

    def go_to(self, where: TextPlace, language: Language) -> None:
        """Put the cursor into a text of this part, in a language."""

    # What a part builds with.

    def section(self, key: str, title: str) -> Section:
        """Begin a part of the form, with an anchor at the top."""
        return self.editor.section(key, title)

    def bind(self, key: str, label: str, field: QWidget, *, wide: bool = False, hint: str = "") -> FieldRow:
        """A field for the attribute `key` of the visit."""
        return self.editor.bind(key, label, field, wide=wide, hint=hint)

    def bind_table(self, key: str, heading: Section, field: QWidget) -> FieldRow:
        """A table or the like that stands alone under its heading, by which errors call it."""
        row = self.editor.bind(key, "", field, wide=True)
        self.editor.name_field(key, heading.title)
        return row


def show_text(field: QWidget | None, language: Language) -> None:
    """Put the cursor into a text in a language."""
    if isinstance(field, LocalizedEdit):
        field.show_language(language)
        field.editor.setFocus()


def edit_cell(table: ChildTable[Any], number: int, column: int, language: Language) -> None:
    """Open a cell that holds a text, in a language."""
    index = table.model.index(number, column)
    table.table.setCurrentIndex(index)
    table.table.edit(index)
    show_text(table.table.indexWidget(index), language)
