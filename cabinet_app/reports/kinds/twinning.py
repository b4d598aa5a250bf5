"""The prints about twinning."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports import file_names
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.reports.jubilees_data import JubileesData
    from cabinet_app.reports.twin_map_data import TwinMapData
    from cabinet_app.reports.twin_towns_data import TwinTownsData
    from cabinet_app.services.cabinet import Cabinet


def _compose_agreements(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import registers

    return registers.compose(
        cabinet,
        options.printed_at,
        internal=options.internal,
        countries=options.countries,
        scope=options.scope,
    )


def _render_agreements(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import agreements

    return agreements.render(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


def _compose_towns(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import registers

    return registers.compose_towns(cabinet, options.printed_at, internal=options.internal)


def _render_towns(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import twin_towns

    return twin_towns.render(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


def _towns_stem(data: "TwinTownsData", _options: ReportOptions, t: Translator) -> str:
    """`2026-11-20_pobratena-mesta`."""
    return _stem(data.printed_at.date().isoformat(), t.pgettext("file name", "twin-towns"), t, data.internal)


def _compose_jubilees(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import jubilees

    first = options.start.year
    last = max(options.last.year if options.last else first, first)
    return jubilees.compose(cabinet, first, last, options.printed_at, internal=options.internal)


def _render_jubilees(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import jubilees

    return jubilees.render(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


def _jubilees_stem(data: "JubileesData", _options: ReportOptions, t: Translator) -> str:
    """`2028_obletnice`, `2026-2028_obletnice`."""
    years = dict.fromkeys(str(one.year) for one in (data.years[0], data.years[-1]))
    return _stem("-".join(years), t.pgettext("file name", "jubilees"), t, data.internal)


def _compose_map(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import maps

    return maps.compose(cabinet, options.printed_at, internal=options.internal)


def _render_map(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import twin_map

    return twin_map.render(data, house, t, options.paper, options.orientation or Orientation.LANDSCAPE)


def _map_stem(data: "TwinMapData", _options: ReportOptions, t: Translator) -> str:
    """`2026-11-20_zemljevid-mest`."""
    return _stem(data.printed_at.date().isoformat(), t.pgettext("file name", "town-map"), t, data.internal)


def _stem(when: str, what: str, t: Translator, internal: bool) -> str:
    parts = [when, what, t.pgettext("file name", "internal") if internal else ""]
    return "_".join(part for part in parts if part)


KINDS: Final = (
    ReportKind(
        "agreements",
        N_("Twinning and agreements"),
        frozenset({Option.AUDIENCE, Option.COUNTRIES, Option.PAPER, Option.ORIENTATION, Option.SCOPE}),
        _compose_agreements,
        _render_agreements,
        file_names.agreements,
    ),
    ReportKind(
        "twin-towns",
        N_("Twin towns and friendship towns"),
        frozenset({Option.AUDIENCE, Option.PAPER, Option.ORIENTATION}),
        _compose_towns,
        _render_towns,
        _towns_stem,
    ),
    ReportKind(
        "jubilees",
        N_("Jubilees"),
        frozenset({Option.YEAR, Option.AUDIENCE, Option.PAPER, Option.ORIENTATION}),
        _compose_jubilees,
        _render_jubilees,
        _jubilees_stem,
    ),
    ReportKind(
        "twin-map",
        N_("Map of the partner towns"),
        frozenset({Option.AUDIENCE, Option.PAPER, Option.ORIENTATION}),
        _compose_map,
        _render_map,
        _map_stem,
        orientation=Orientation.LANDSCAPE,
    ),
)
