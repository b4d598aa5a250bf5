"""The data of a travel order: when a traveller leaves our end and is back at it.

What is paid is not worked out here: per diems follow rules of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import (
    Delegate,
    Delegation,
    DelegationSide,
    LegDirection,
    ProgrammeItem,
    ProgrammeItemKind,
    ProgrammeItemStatus,
    Reply,
    TravelMode,
    Visit,
    VisitDirection,
)

_TRAVEL = (ProgrammeItemKind.TRANSFER, ProgrammeItemKind.DEPARTURE, ProgrammeItemKind.ARRIVAL)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with its hour, where the hour is known."""

    day: date
    hour: time | None = None


@dataclass(frozen=True, slots=True)
class TravelOrder:
    """What stands on the data sheet of one traveller."""

    delegate: Delegate
    task: LocalizedText
    leaves: Moment | None
    returns: Moment | None
    modes: tuple[TravelMode, ...]
    """What the legs say where no words for the transport were written."""


def travel_orders(visit: Visit) -> list[TravelOrder]:
    """One for each of us who travels, in the order of the delegation; none unless we go somewhere."""
    if visit.direction is VisitDirection.INCOMING:
        return []
    return [
        TravelOrder(
            delegate=one,
            task=one.order_task if not one.order_task.is_empty else _matter(visit),
            leaves=_leaves(visit, delegation, one),
            returns=_returns(visit, delegation, one),
            modes=tuple(dict.fromkeys(leg.mode for leg in one.legs)),
        )
        for delegation in visit.delegations
        if delegation.side is DelegationSide.GUEST
        for one in delegation.delegates
        if one.reply is not Reply.DECLINED
    ]


def _matter(visit: Visit) -> LocalizedText:
    return visit.title if visit.purpose.is_empty else visit.purpose


def _leaves(visit: Visit, delegation: Delegation, one: Delegate) -> Moment | None:
    """The first leg there, else the beginning of the first journey of the programme, else the first day."""
    legs = [leg.happens_at for leg in one.legs if leg.direction is LegDirection.ARRIVAL and leg.happens_at]
    if legs:
        return _moment(min(legs))
    starts = [item for item in _journeys(visit, delegation, one) if item.starts_at]
    if starts and starts[0].day == visit.starts_on:
        assert starts[0].day
        return Moment(starts[0].day, starts[0].starts_at)
    return Moment(visit.starts_on) if visit.starts_on else None


def _returns(visit: Visit, delegation: Delegation, one: Delegate) -> Moment | None:
    """The last leg back, else the end of the last journey of the programme, else the last day."""
    legs = [leg.happens_at for leg in one.legs if leg.direction is LegDirection.DEPARTURE and leg.happens_at]
    if legs:
        return _moment(max(legs))
    last_day = visit.ends_on or visit.starts_on
    ends = [item for item in _journeys(visit, delegation, one) if item.ends_at]
    if ends and ends[-1].day == last_day:
        assert ends[-1].day
        return Moment(ends[-1].day, ends[-1].ends_at)
    return Moment(last_day) if last_day else None


def _journeys(visit: Visit, delegation: Delegation, one: Delegate) -> list[ProgrammeItem]:
    """The journeys of the programme that this traveller makes, by day and hour."""
    return sorted(_taken(visit, delegation, one), key=lambda item: (item.day, item.starts_at or time.min))


def _taken(visit: Visit, delegation: Delegation, one: Delegate) -> Iterator[ProgrammeItem]:
    for item in visit.programme:
        is_for_us = not item.delegation_ids or delegation.id in item.delegation_ids
        is_for_one = not item.delegate_ids or one.id in item.delegate_ids
        is_on = item.status is not ProgrammeItemStatus.DROPPED and item.kind in _TRAVEL
        if item.day and is_on and is_for_us and is_for_one:
            yield item


def _moment(moment: datetime) -> Moment:
    return Moment(moment.date(), moment.time())
