"""Visits for the tests of programmes: short to write, with ids for the parts."""

from datetime import date, time
from typing import Any

from cabinet_app.domain.texts import same
from cabinet_app.domain.visits import Delegate, Delegation, DelegationSide, ProgrammeItem, Visit

THURSDAY = date(2027, 2, 25)
FRIDAY = date(2027, 2, 26)
OLDHAM, LA_CIOTAT, HOSTS = 11, 12, 13


def item(
    start: str = "", end: str = "", title: str = "Talks", *, day: date | None = THURSDAY, **more: Any
) -> ProgrammeItem:
    """An item of the Thursday."""
    return ProgrammeItem(
        day=day,
        starts_at=time.fromisoformat(start) if start else None,
        ends_at=time.fromisoformat(end) if end else None,
        title=same(title),
        **more,
    )


def visit(*items: ProgrammeItem, last: date = THURSDAY, **more: Any) -> Visit:
    """A visit that begins on the Thursday."""
    return Visit(starts_on=THURSDAY, ends_on=last, programme=list(items), **more)


def two_delegations() -> list[Delegation]:
    """Guests of two towns and the hosts, one delegate each."""
    return [
        Delegation(id=OLDHAM, delegates=[Delegate(id=21, person_id=201)]),
        Delegation(id=LA_CIOTAT, delegates=[Delegate(id=22, person_id=202)]),
        Delegation(id=HOSTS, side=DelegationSide.HOST, delegates=[Delegate(id=23, person_id=203)]),
    ]
