"""What a pane must be told about one kind of record: its service, columns, chips, editor and words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.record_words import RECORD_WORDS, RecordWords
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.record_model import Column, Sorting

if TYPE_CHECKING:
    from cabinet_app.gui.editor import RecordEditor
    from cabinet_app.gui.record_pane import RecordPane
    from cabinet_app.services.records import ListQuery, Stored

R = TypeVar("R")
D = TypeVar("D")


class RecordService(Protocol[R, D]):
    """What a pane asks of a record service (see cabinet_app/services/records.py)."""

    record_type: ClassVar[str]

    def ids(self, query: "ListQuery", /) -> list[int]: ...
    def rows(self, ids: list[int], language: Language, /) -> list[R]: ...
    def get(self, record_id: int, /) -> "Stored[D]": ...
    def create(self, record: D, /) -> "Stored[D]": ...
    def update(self, record: D, version: int, /) -> "Stored[D]": ...
    def delete(self, record_id: int, version: int | None = None, /) -> None: ...
    def duplicate(self, record_id: int, /) -> D: ...


class View(Protocol):
    """Another way to see the records of a pane: a month, a board. Every implementation is a QWidget."""

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these records; called after every change of filter or data."""

    def select(self, record_id: int) -> None:
        """Mark the current record, 0 for none."""


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view beside the list; `make(pane, parent)` builds it when it is first shown.

    `print_kind` is the id of the print to begin with while the view is in front.
    """

    key: str
    title: str
    icon: str
    make: "Callable[[RecordPane[Any, Any], QWidget], QWidget]"
    print_kind: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordKind(Generic[R, D]):
    """One kind of record in the window.

    `key` names the words and the remembered state: `group` for working groups, stored as organizations;
    `group_of` puts a band above the first row of each group while the list is sorted by `sorting.key`;
    `actions` are commands of this kind, put into the Entry menu and the palette while its pane is in front;
    `counted` says what the status bar says of the records shown where their number is not enough.
    """

    key: str
    service: RecordService[R, D]
    columns: Sequence[Column[R]]
    editor: "Callable[[QWidget], RecordEditor[D]]"
    new_draft: Callable[[], D]
    search_hint: str
    chips: Sequence[Chip] = ()
    first_chips: frozenset[str] = frozenset()
    sorting: Sorting = Sorting()  # noqa: RUF009 - frozen
    group_of: Callable[[R], str] | None = None
    views: Sequence[ViewSpec] = ()
    list_title: str = ""
    first_view: str = ""
    actions: "Callable[[RecordPane[R, D]], Sequence[ActionSpec]] | None" = None
    can_print: bool = True
    counted: Callable[[Sequence[int]], str] | None = None

    @property
    def words(self) -> RecordWords:
        return RECORD_WORDS[self.key]
