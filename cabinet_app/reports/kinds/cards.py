"""The prints for tables: seating plan, place cards, badges and table tents."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator, pgettext_noop
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_FILE_NAMES: Final = {
    "seating-plan": pgettext_noop("file name", "seating-plan"),
    "place-cards": pgettext_noop("file name", "place-cards"),
    "badges": pgettext_noop("file name", "name-badges"),
    "table-tents": pgettext_noop("file name", "table-tents"),
}


def _compose_seating(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import seating

    return seating.compose(cabinet, options, language)


def _render_seating(data: Any, house: HouseStyle, t: Translator, options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import seating_plan

    return seating_plan.render(data, house, t, options.paper)


def _compose_cards(
    at_tables: bool,
    cabinet: "Cabinet",
    options: ReportOptions,
    language: Language,
) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import seating_cards

    return seating_cards.compose(cabinet, options, language, at_tables=at_tables)


def _render_cards(
    kind_id: str,
    data: Any,  # noqa: ANN401
    house: HouseStyle,
    t: Translator,
    _options: ReportOptions,
) -> Printed:
    from cabinet_app.reports import place_cards

    return place_cards.render(data, place_cards.FORMATS[kind_id], house, t)


def _stem(kind_id: str, data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401
    """`2026-05-04_namizne-kartice_Beljak`."""
    day = data.first_day.isoformat() if data.first_day else ""
    parts = (day, t.pgettext(*_FILE_NAMES[kind_id]), data.town.shown(t.language))
    return "_".join(part for part in parts if part)


def _cards(kind_id: str, title: str, *, at_tables: bool, orientation: Orientation) -> ReportKind:
    return ReportKind(
        kind_id,
        title,
        frozenset({Option.RECORD, Option.DELEGATION}),
        partial(_compose_cards, at_tables),
        partial(_render_cards, kind_id),
        partial(_stem, kind_id),
        record_type="visit",
        orientation=orientation,
    )


KINDS: Final = (
    ReportKind(
        "seating-plan",
        N_("Seating plan"),
        frozenset({Option.RECORD, Option.AUDIENCE, Option.PAPER}),
        _compose_seating,
        _render_seating,
        partial(_stem, "seating-plan"),
        record_type="visit",
        orientation=Orientation.LANDSCAPE,
    ),
    _cards("place-cards", N_("Place cards"), at_tables=True, orientation=Orientation.PORTRAIT),
    _cards("badges", N_("Name badges"), at_tables=False, orientation=Orientation.PORTRAIT),
    _cards("table-tents", N_("Table tents"), at_tables=True, orientation=Orientation.LANDSCAPE),
)
