"""The charter for signing."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def _compose(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import charters

    assert options.record_id is not None
    return charters.compose(cabinet, options.record_id, options.printed_at, language)


def _render(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import charter

    return charter.render(data, house, t, options.paper, options.orientation or Orientation.PORTRAIT)


def _stem(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401
    """`listina_Kranj_Beljak`."""
    towns = [town.shown(t.language) for town in data.charter.towns[:3]]
    return "_".join([t.pgettext("file name", "charter"), *towns])


KINDS: Final = (
    ReportKind(
        "charter",
        N_("Charter for signing"),
        frozenset({Option.RECORD, Option.PAPER, Option.ORIENTATION}),
        _compose,
        _render,
        _stem,
        record_type="agreement",
    ),
)
