"""One kind of print: what it asks for, how its data are gathered, how it is drawn, its file name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

Printed = tuple[bytes, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind of print. `title` is a msgid; `record_type` is the record it is about, where it is about one.

    `compose` reads the register and is to be called where the register lives; `render` needs nothing but the
    data and may run anywhere; `stem` is the file's name without language and ending; `language_of` says in
    which language the data are printed where nobody may choose.
    """

    id: str
    title: str
    options: frozenset[Option]
    compose: Callable[["Cabinet", ReportOptions, Language], Any]
    render: Callable[[Any, HouseStyle, Translator, ReportOptions], Printed]
    stem: Callable[[Any, ReportOptions, Translator], str]
    record_type: str = ""
    orientation: Orientation = Orientation.PORTRAIT
    language_of: Callable[[Any], Language] | None = None

    def offers(self, option: Option) -> bool:
        return option in self.options
