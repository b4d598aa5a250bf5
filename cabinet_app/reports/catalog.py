"""Every print by name, and how a print is made.

Importing this module loads no reportlab; that happens when the first print is made.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.errors import FieldRequired
from cabinet_app.i18n.catalogs import Translator, translator
from cabinet_app.reports import file_names
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.kind import ReportKind
from cabinet_app.reports.kinds import (
    calendars,
    cards,
    charters,
    groups,
    office,
    papers,
    projects,
    twinning,
    visits,
)
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

LANGUAGES: Final = (Language.SL, Language.DE, Language.EN)


@dataclass(frozen=True, slots=True)
class Report:
    """A finished print: the file, a sensible name for it, and what was found out on the way."""

    data: bytes
    name: str
    findings: tuple[Finding, ...]


def report_kind(kind_id: str) -> ReportKind:
    """The kind of that name.

    Raises:
        KeyError: there is none.
    """
    return REPORTS[kind_id]


def compose(kind: ReportKind, options: ReportOptions, language: Language, cabinet: "Cabinet") -> Any:  # noqa: ANN401 each kind has its own
    """Gather the data of a print; some defaults depend on the language.

    Raises:
        FieldRequired: the print is about one record and none was named.
        RecordNotFound: there is no such record.
    """
    if kind.offers(Option.RECORD) and options.record_id is None:
        raise FieldRequired("id")
    return kind.compose(cabinet, options, language)


def draw(
    kind: ReportKind,
    data: Any,  # noqa: ANN401 each kind has its own
    options: ReportOptions,
    language: Language,
    house: HouseStyle,
    t: Translator | None = None,
) -> Report:
    """Draw gathered data in a language."""
    if kind.language_of is not None and kind.language_of(data) is not language:
        language, t = kind.language_of(data), None
    words = t or translator(language)
    printed, findings = kind.render(data, house, words, options)
    name = f"{file_names.ascii_name(kind.stem(data, options, words), language)}_{language.value}.pdf"
    return Report(printed, name, findings)


def write_report(
    kind: ReportKind, options: ReportOptions, language: Language, house: HouseStyle, cabinet: "Cabinet"
) -> Report:
    """Gather and draw.

    Raises:
        FieldRequired: the print is about one record and none was named.
        RecordNotFound: there is no such record.
    """
    return draw(kind, compose(kind, options, language, cabinet), options, language, house)


def home_names(cabinet: "Cabinet") -> LocalizedText | None:
    """What the municipality is called in the register, for settings that do not name it."""
    from cabinet_app.reports.composing.names import home_of

    home = home_of(cabinet)
    return home.names if home else None


REPORTS: Final[dict[str, ReportKind]] = {
    kind.id: kind
    for kind in (
        *visits.KINDS,
        *papers.KINDS,
        *office.KINDS,
        *cards.KINDS,
        *twinning.KINDS,
        *charters.KINDS,
        *projects.KINDS,
        *calendars.KINDS,
        *groups.KINDS,
    )
}
"""In the order in which they are offered."""
