"""The papers of the protocol: lists of the delegation, briefing, travel orders, dossier, letters."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports import paper_names
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def _compose_hosts(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import delegation_lists

    return delegation_lists.compose_hosts(cabinet, options, language)


def _compose_reception(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import delegation_lists

    return delegation_lists.compose_reception(cabinet, options, language)


def _compose_security(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import delegation_lists

    return delegation_lists.compose_security(cabinet, options, language)


def _compose_kitchen(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import delegation_lists

    return delegation_lists.compose_kitchen(cabinet, options, language)


def _render_list(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import delegation_list

    return delegation_list.render(data, house, t)


def _compose_letter(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import letters

    return letters.compose(cabinet, options)


def _render_letter(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import letter

    return letter.render(data, house, t)


def _compose_travel_orders(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import travel_orders

    return travel_orders.compose(cabinet, options)


def _render_travel_orders(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import travel_order

    return travel_order.render(data, house, t)


def _compose_briefing(cabinet: "Cabinet", options: ReportOptions, language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import briefings

    return briefings.compose(cabinet, options, language)


def _render_briefing(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import briefing

    return briefing.render(data, house, t)


def _compose_dossier(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import dossiers

    return dossiers.compose(cabinet, options)


def _render_dossier(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import dossier

    return dossier.render(data, house, t)


def _language_of_letter(data: Any) -> Language:  # noqa: ANN401 a LetterData
    language: Language = data.language
    return language


_ORDERED: Final = frozenset({Option.RECORD, Option.ORDER})
_PLAIN: Final = frozenset({Option.RECORD})

KINDS: Final = (
    ReportKind(
        "delegation-list",
        N_("Delegation list for the hosts"),
        _ORDERED,
        _compose_hosts,
        _render_list,
        paper_names.hosts,
        record_type="visit",
    ),
    ReportKind(
        "reception-list",
        N_("Delegation list for the reception"),
        _ORDERED,
        _compose_reception,
        _render_list,
        paper_names.reception,
        record_type="visit",
    ),
    ReportKind(
        "security-list",
        N_("Delegation list for security"),
        _ORDERED,
        _compose_security,
        _render_list,
        paper_names.security,
        record_type="visit",
    ),
    ReportKind(
        "kitchen-list",
        N_("Meals of the visit, for the kitchen"),
        _PLAIN,
        _compose_kitchen,
        _render_list,
        paper_names.kitchen,
        record_type="visit",
    ),
    ReportKind(
        "briefing",
        N_("Briefing for the mayor"),
        _PLAIN,
        _compose_briefing,
        _render_briefing,
        paper_names.briefing,
        record_type="visit",
    ),
    ReportKind(
        "travel-orders",
        N_("Data for travel orders"),
        _PLAIN,
        _compose_travel_orders,
        _render_travel_orders,
        paper_names.travel_orders,
        record_type="visit",
    ),
    ReportKind(
        "dossier",
        N_("Dossier of the partnership"),
        _PLAIN,
        _compose_dossier,
        _render_dossier,
        paper_names.dossier,
        record_type="partnership",
    ),
    ReportKind(
        "letter",
        N_("Letter"),
        _PLAIN,
        _compose_letter,
        _render_letter,
        paper_names.letter,
        record_type="letter",
        language_of=_language_of_letter,
    ),
)
