"""The seating plans of a visit from the register."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import company, item_of, not_at_table
from cabinet_app.domain.seating_moves import settled
from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import SeatingPlan, Visit
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.options import ReportOptions
from cabinet_app.reports.seating_plan_data import NO_TEXT, SeatingData, TableData
from cabinet_app.services.precedence import visit_order

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(cabinet: "Cabinet", options: ReportOptions, language: Language) -> SeatingData:
    """Every table of the visit with those who come today; gaps of those who do not are closed.

    Raises:
        RecordNotFound: there is no such visit.
    """
    assert options.record_id is not None
    visit = cabinet.visits.get(options.record_id).record
    ranks = visit_order(cabinet, visit, language)
    names = Names(cabinet)
    tables = tuple(_table(visit, plan, ranks, names) for plan in visit.seating_plans)
    return SeatingData(
        printed_at=options.printed_at,
        title=visit.title,
        town=names.town(visit.partner_place_id),
        first_day=visit.starts_on,
        last_day=visit.ends_on,
        tables=tables if options.internal else tuple(table.for_guests() for table in tables),
        internal=options.internal,
    )


def _table(visit: Visit, plan: SeatingPlan, ranks: Sequence[Ranked], names: Names) -> TableData:
    people = company(visit, plan, ranks)
    today = settled(plan, people)
    item = item_of(visit, plan)
    return TableData(
        plan=today.plan,
        people=people,
        event=item.title if item and plan.title.is_empty else plan.title,
        venue=names.venue(item.place_id) if item else NO_TEXT,
        day=item.day if item else None,
        at=item.starts_at if item else None,
        gone=len(today.gone),
        away=tuple(not_at_table(visit, plan, ranks)),
    )
