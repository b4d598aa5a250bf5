"""The data of the travel orders of a visit from the register."""

from typing import TYPE_CHECKING

from cabinet_app.domain.travel_orders import TravelOrder, travel_orders
from cabinet_app.i18n.delegate_words import is_only_function
from cabinet_app.reports.composing.delegation_lists import visit_head
from cabinet_app.reports.composing.names import Names, home_of
from cabinet_app.reports.options import ReportOptions
from cabinet_app.reports.travel_order_data import TravelOrdersData, TravelSheet

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(cabinet: "Cabinet", options: ReportOptions) -> TravelOrdersData:
    """A sheet for each of us who travels.

    Raises:
        RecordNotFound: there is no such visit.
    """
    assert options.record_id is not None
    visit = cabinet.visits.get(options.record_id).record
    names, home = Names(cabinet), home_of(cabinet)
    place = names.place(visit.partner_place_id)
    return TravelOrdersData(
        head=visit_head(visit, names, options),
        place=names.town(visit.partner_place_id),
        country=place.country if place else "",
        home=names.town(home.place_id) if home else names.town(None),
        sheets=tuple(_sheet(order, names) for order in travel_orders(visit)),
    )


def _sheet(order: TravelOrder, names: Names) -> TravelSheet:
    one = order.delegate
    person = names.person(one.person_id)
    function = person.function if one.function.is_empty and person else one.function
    typed = "" if is_only_function(one.placeholder, function) else one.placeholder
    return TravelSheet(
        name=person.name.with_titles if person else typed,
        number=one.order_number,
        function=function,
        organization=names.body(person.organization_id) if person else names.body(None),
        task=order.task,
        leaves=order.leaves,
        returns=order.returns,
        modes=order.modes,
        transport=one.transport,
        plate=one.plate,
        payer=one.payer,
        advance=one.advance,
    )
