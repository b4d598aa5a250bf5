"""A visit on other days: everything that has a day goes along, the hours of the clock stay."""

import copy
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from cabinet_app.domain.visits import Booking, Delegate, ProgrammeItem, TravelLeg, Visit


@dataclass(frozen=True, slots=True)
class Cargo:
    """How much goes along with a visit that is moved."""

    items: int
    bookings: int
    legs: int


def length_of(visit: Visit) -> timedelta:
    """From the first day to the last."""
    if visit.starts_on is None or visit.ends_on is None:
        return timedelta()
    return max(visit.ends_on - visit.starts_on, timedelta())


def cargo_of(visit: Visit) -> Cargo:
    """What of the visit has a day."""
    legs = (leg for group in visit.delegations for each in group.delegates for leg in each.legs)
    return Cargo(
        sum(item.day is not None for item in visit.programme),
        sum(booking.starts_at is not None for booking in visit.bookings),
        sum(leg.happens_at is not None for leg in legs),
    )


def moved(visit: Visit, starts_on: date, ends_on: date | None = None) -> Visit:
    """A copy of the visit that begins on another day; it lasts as long as before unless `ends_on` is given.

    A visit without a day has nothing to move along: it is given its days.
    """
    last = ends_on or starts_on + length_of(visit)
    copied = copy.deepcopy(visit)
    if visit.starts_on is None:
        return replace(copied, starts_on=starts_on, ends_on=last)
    by = starts_on - visit.starts_on
    return replace(
        copied,
        starts_on=starts_on,
        ends_on=last,
        programme=[_item(item, by) for item in copied.programme],
        bookings=[_booking(booking, by) for booking in copied.bookings],
        delegations=[
            replace(group, delegates=[_delegate(each, by) for each in group.delegates])
            for group in copied.delegations
        ],
    )


def _item(item: ProgrammeItem, by: timedelta) -> ProgrammeItem:
    return replace(item, day=item.day + by) if item.day else item


def _booking(booking: Booking, by: timedelta) -> Booking:
    return replace(booking, starts_at=_later(booking.starts_at, by), ends_at=_later(booking.ends_at, by))


def _delegate(delegate: Delegate, by: timedelta) -> Delegate:
    return replace(delegate, legs=[_leg(leg, by) for leg in delegate.legs])


def _leg(leg: TravelLeg, by: timedelta) -> TravelLeg:
    return replace(leg, happens_at=_later(leg.happens_at, by))


def _later(moment: datetime | None, by: timedelta) -> datetime | None:
    return moment + by if moment else None
