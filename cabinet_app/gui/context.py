"""What every tab and dialog is given: the open register, the language, and what all of them share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from cabinet_app.domain.texts import Language
from cabinet_app.gui.actions import ActionRegistry
from cabinet_app.gui.background import Background
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.settings import Settings

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


class Toaster(Protocol):
    """Says in passing what was done."""

    def show_toast(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What a tab wants printed: the current record (0 if none) out of those the list shows.

    `month` is the first day of the month on the screen, if a month is what somebody looks at; `kind` is the
    id of the print to begin with, if one suggests itself. `first` and `last` are the days on the screen,
    `groups` and `person_id` the filter of a calendar.
    """

    record_type: str
    record_id: int
    ids: Sequence[int]
    month: date | None = None
    kind: str = ""
    first: date | None = None
    last: date | None = None
    groups: Sequence[int] = ()
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class GuiContext:
    """Handed to tabs, editors and dialogs by their constructors."""

    cabinet: "Cabinet"
    t: Translator
    settings: Settings
    actions: ActionRegistry
    background: Background
    toaster: Toaster
    today: Callable[[], date]
    open_record: Callable[[str, int], bool]
    """Show a record in the tab of its type; False if none shows it or an unsaved record stands in the way."""
    new_record: Callable[[str, object], bool]
    """Begin a new record from a draft in the tab of its type."""
    print_records: Callable[[PrintRequest], None]

    @property
    def language(self) -> Language:
        return self.t.language
