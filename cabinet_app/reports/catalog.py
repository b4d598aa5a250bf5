"""Every print by name: what it asks for, how its data are gathered, how it is drawn, what its file is called.

Importing this module loads no reportlab; that happens when the first print is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.errors import FieldRequired
from cabinet_app.i18n.catalogs import N_, Translator, translator
from cabinet_app.reports import file_names
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

LANGUAGES: Final = (Language.SL, Language.DE, Language.EN)
Printed = tuple[bytes, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind of print. `title` is a msgid; `record_type` is the record it is about, where it is about one.

    `compose` reads the register and is to be called where the register lives; `render` needs nothing but the
    data and may run anywhere; `stem` is the file's name without language and ending.
    """

    id: str
    title: str
    options: frozenset[Option]
    compose: Callable[["Cabinet", ReportOptions, Language], Any]
    render: Callable[[Any, HouseStyle, Translator, ReportOptions], Printed]
    stem: Callable[[Any, ReportOptions, Translator], str]
    record_type: str = ""
    orientation: Orientation = Orientation.PORTRAIT

    def offers(self, option: Option) -> bool:
        return option in self.options


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
    words = t or translator(language)
    printed, findings = kind.render(data, house, words, options)
    name = f"{file_names.ascii_name(kind.stem(data, options, words))}_{language.value}.pdf"
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


def _compose_programme(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import programmes

    assert options.record_id is not None
    return programmes.compose(cabinet, options.record_id, options.printed_at, internal=options.internal)


def _render_programme(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import programme

    return programme.render(data, house, t)


def _compose_agreements(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import registers

    return registers.compose(
        cabinet, options.printed_at, internal=options.internal, countries=options.countries
    )


def _render_agreements(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import agreements

    return agreements.render(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


def _compose_calendar(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import calendars

    return calendars.compose(
        cabinet,
        options.start,
        options.last or options.start,
        options.printed_at,
        internal=options.internal,
        countries=options.countries or calendars.usual_countries(cabinet, language),
        groups=options.groups,
    )


def _render_calendar(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import calendar_month

    orientation = options.orientation or Orientation.LANDSCAPE
    return calendar_month.render(data, house, t, options.paper, orientation)


def _compose_cadence(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import boards

    return boards.compose(cabinet, options.start.year, options.printed_at, groups=options.groups)


def _render_cadence(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import cadence

    return cadence.render(data, house, t)


def _compose_group_sheet(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import groups

    return groups.compose_sheet(cabinet, options, language)


def _render_group_sheet(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import group_sheet

    return group_sheet.render(data, house, t)


def _compose_certificate(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import groups

    return groups.compose_certificate(cabinet, options)


def _render_certificate(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import cadence_certificate

    return cadence_certificate.render(data, house, t)


REPORTS: Final[dict[str, ReportKind]] = {
    kind.id: kind
    for kind in (
        ReportKind(
            "programme",
            N_("Programme of a visit"),
            frozenset({Option.RECORD, Option.AUDIENCE}),
            _compose_programme,
            _render_programme,
            file_names.programme,
            record_type="visit",
        ),
        ReportKind(
            "agreements",
            N_("Twinning and agreements"),
            frozenset({Option.AUDIENCE, Option.COUNTRIES, Option.PAPER, Option.ORIENTATION}),
            _compose_agreements,
            _render_agreements,
            file_names.agreements,
        ),
        ReportKind(
            "calendar-month",
            N_("Month calendar"),
            frozenset(
                {
                    Option.PERIOD,
                    Option.AUDIENCE,
                    Option.COUNTRIES,
                    Option.GROUPS,
                    Option.PAPER,
                    Option.ORIENTATION,
                }
            ),
            _compose_calendar,
            _render_calendar,
            file_names.calendar,
            orientation=Orientation.LANDSCAPE,
        ),
        ReportKind(
            "cadence",
            N_("Cadence board"),
            frozenset({Option.YEAR, Option.GROUPS}),
            _compose_cadence,
            _render_cadence,
            file_names.cadence,
            orientation=Orientation.LANDSCAPE,
        ),
        ReportKind(
            "group-sheet",
            N_("Working group sheet"),
            frozenset({Option.RECORD, Option.PERIOD}),
            _compose_group_sheet,
            _render_group_sheet,
            file_names.group_sheet,
            record_type="organization",
        ),
        ReportKind(
            "cadence-certificate",
            N_("Certificate of meeting cadence"),
            frozenset({Option.RECORD, Option.PERIOD}),
            _compose_certificate,
            _render_certificate,
            file_names.certificate,
            record_type="organization",
        ),
    )
}
"""In the order in which they are offered."""
