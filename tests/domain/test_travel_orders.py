"""When a traveller leaves and returns: by the own legs, else the programme, else the days of the visit."""

from datetime import date, datetime, time

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.travel_orders import Moment, travel_orders
from cabinet_app.domain.visits import (
    Delegate,
    Delegation,
    DelegationSide,
    ProgrammeItem,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    TravelLeg,
    TravelMode,
    Visit,
    VisitDirection,
)

FIRST, LAST = date(2027, 3, 19), date(2027, 3, 20)


def visit(delegates, programme=(), **more):
    return Visit(
        direction=VisitDirection.OUTGOING,
        title=LocalizedText(sl="Obisk"),
        starts_on=FIRST,
        ends_on=LAST,
        delegations=[Delegation(id=7, side=DelegationSide.GUEST, delegates=list(delegates))],
        programme=list(programme),
        **more,
    )


def journey(day, start, end, **more):
    return ProgrammeItem(
        kind=ProgrammeItemKind.TRANSFER, day=day, starts_at=time(start), ends_at=time(end), **more
    )


def test_without_anything_else_the_days_of_the_visit_count():
    (order,) = travel_orders(visit([Delegate()]))
    assert (order.leaves, order.returns) == (Moment(FIRST), Moment(LAST))


def test_a_journey_that_was_dropped_or_is_for_others_does_not_count():
    others = journey(FIRST, 5, 9, delegate_ids=[99])
    dropped = journey(FIRST, 4, 9, status=ProgrammeItemStatus.DROPPED)
    away = journey(FIRST, 3, 9, delegation_ids=[8])
    mine = journey(FIRST, 6, 14, delegate_ids=[1], delegation_ids=[7])
    (order,) = travel_orders(visit([Delegate(id=1)], [others, dropped, away, mine]))
    assert order.leaves == Moment(FIRST, time(6))


def test_a_journey_in_the_middle_of_the_visit_is_no_departure():
    between = journey(date(2027, 3, 19), 10, 11)
    (order,) = travel_orders(visit([Delegate()], [between], purpose=LocalizedText(sl="Podpis")))
    assert order.returns == Moment(LAST)
    assert order.task.sl == "Podpis"


def test_the_earliest_leg_there_counts_and_every_mode_is_named_once():
    legs = [
        TravelLeg(mode=TravelMode.PLANE, happens_at=datetime(2027, 3, 19, 9)),
        TravelLeg(mode=TravelMode.CAR, happens_at=datetime(2027, 3, 19, 6)),
        TravelLeg(mode=TravelMode.CAR),
    ]
    (order,) = travel_orders(visit([Delegate(legs=legs)]))
    assert order.leaves == Moment(FIRST, time(6))
    assert order.modes == (TravelMode.PLANE, TravelMode.CAR)


def test_a_visit_without_days_has_orders_without_them():
    empty = visit([Delegate()])
    empty.starts_on = empty.ends_on = None
    (order,) = travel_orders(empty)
    assert (order.leaves, order.returns) == (None, None)
