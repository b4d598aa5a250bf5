"""The prints about working groups."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports import file_names
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


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


KINDS: Final = (
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
