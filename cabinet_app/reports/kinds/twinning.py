"""The prints about twinning."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports import file_names
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def _compose_agreements(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import registers

    return registers.compose(
        cabinet, options.printed_at, internal=options.internal, countries=options.countries
    )


def _render_agreements(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import agreements

    return agreements.render(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


KINDS: Final = (
    ReportKind(
        "agreements",
        N_("Twinning and agreements"),
        frozenset({Option.AUDIENCE, Option.COUNTRIES, Option.PAPER, Option.ORIENTATION}),
        _compose_agreements,
        _render_agreements,
        file_names.agreements,
    ),
)
