"""Whose cards are printed for a visit, and what stands on them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cabinet_app.domain.precedence import Ranked, by_delegation
from cabinet_app.domain.seating import NOT_AT_TABLES, company
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import DelegationSide, Visit
from cabinet_app.i18n.catalogs import Translator, translator
from cabinet_app.i18n.precedence_words import printed_name
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.options import ReportOptions
from cabinet_app.reports.place_cards_data import Card, CardsData
from cabinet_app.services.precedence import visit_order

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_SIDES = (DelegationSide.GUEST, DelegationSide.HOST, DelegationSide.OBSERVER)


def compose(cabinet: "Cabinet", options: ReportOptions, language: Language, *, at_tables: bool) -> CardsData:
    """The cards of everybody expected, guests first, each delegation in its order of precedence.

    For tables, who sits at none is left out.

    Raises:
        RecordNotFound: there is no such visit.
    """
    assert options.record_id is not None
    visit = cabinet.visits.get(options.record_id).record
    ranks = visit_order(cabinet, visit, language)
    names = Names(cabinet)
    people = _at_tables(visit, ranks) if at_tables else ranks
    parts = sorted(by_delegation(people), key=lambda part: _SIDES.index(part[0].side))
    return CardsData(
        printed_at=options.printed_at,
        event=visit.title,
        town=names.town(visit.partner_place_id),
        first_day=visit.starts_on,
        cards=tuple(
            _card(one, names, translator(language))
            for delegation, members in parts
            if options.delegation_id in {None, delegation.id}
            for one in members
            if one.name
        ),
    )


def _at_tables(visit: Visit, ranks: Iterable[Ranked]) -> list[Ranked]:
    """Who sits at any table of the visit; while there is no table, all whose role sits at one."""
    everybody = list(ranks)
    if not visit.seating_plans:
        return [one for one in everybody if one.delegate.role not in NOT_AT_TABLES]
    seated = {
        one.delegate.id for plan in visit.seating_plans for one in company(visit, plan, ranks).everybody
    }
    return [one for one in everybody if one.delegate.id in seated]


def _card(one: Ranked, names: Names, t: Translator) -> Card:
    home = names.town(one.delegation.place_id)
    if home.is_empty:
        home = names.body(one.delegation.organization_id)
    name = printed_name(one, t)
    is_function = not one.person and name == one.function.shown(t.language)
    return Card(name, LocalizedText() if is_function else one.function, home)
