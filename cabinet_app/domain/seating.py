"""Who sits at a table and where the order of precedence puts them.

Sides are as drawn: at talks guests sit at the top and look down, hosts at the bottom and look up. The right
hand of somebody at the top is therefore to the left of the drawing. At a dinner the host sits at the bottom.
The rules are the custom of protocol handbooks and bind nobody: every seat can be changed by hand.
"""

import copy
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.precedence import Ranked, is_expected
from cabinet_app.domain.visits import (
    DelegateRole,
    DelegationSide,
    ProgrammeItem,
    Seat,
    SeatingPlan,
    SeatingShape,
    SeatSide,
    Visit,
)

Place = tuple[SeatSide, int]
"""A side of the table and the number of the seat on it, from 1."""
NOT_AT_TABLES: Final = (DelegateRole.PRESS, DelegateRole.SECURITY, DelegateRole.DRIVER)
"""They sit at a table only where the item of the programme names them."""
LONG_SIDES: Final = (SeatSide.BOTTOM, SeatSide.TOP)
BEHIND: Final = {SeatSide.TOP: SeatSide.BEHIND_TOP, SeatSide.BOTTOM: SeatSide.BEHIND_BOTTOM}
FRONT: Final = {behind: side for side, behind in BEHIND.items()}
OPPOSITE: Final = {SeatSide.TOP: SeatSide.BOTTOM, SeatSide.BOTTOM: SeatSide.TOP}
WITHIN_REACH: Final = 2
"""How many seats away an interpreter can still be heard without raising the voice."""
_MINUTES: Final = re.compile(
    r"zapisnikar|vodi zapisnik|schriftführ|protokollführ|minute[- ]taker|note[- ]taker", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Company:
    """The people of one table: guests and hosts in their order, then those who interpret.

    At talks the head of each side is its first; who only accompanies comes last, and who takes the minutes of
    the hosts after all others.
    """

    guests: tuple[Ranked, ...] = ()
    hosts: tuple[Ranked, ...] = ()
    guest_interpreters: tuple[Ranked, ...] = ()
    host_interpreters: tuple[Ranked, ...] = ()

    @property
    def everybody(self) -> tuple[Ranked, ...]:
        return (*self.guests, *self.hosts, *self.guest_interpreters, *self.host_interpreters)

    @property
    def by_id(self) -> dict[int, Ranked]:
        return {one.delegate.id: one for one in self.everybody}


def middle(number: int, shape: SeatingShape) -> int:
    """The seat in the middle of a long side of `number` seats.

    Of two it is the one that leaves more room on the right hand of the guest at talks, of the host at dinner.
    """
    return number // 2 + 1 if shape is SeatingShape.TALKS else max((number + 1) // 2, 1)


def right_of(side: SeatSide) -> int:
    """The step along the side, as drawn, towards the right hand of those who sit there."""
    return -1 if side in {SeatSide.TOP, SeatSide.BEHIND_TOP} else 1


def per_side(plan: SeatingPlan) -> int:
    """How many seats each long side of a plan has."""
    return max((seat.number for seat in plan.seats if seat.side in LONG_SIDES), default=plan.per_side or 0)


def item_of(visit: Visit, plan: SeatingPlan) -> ProgrammeItem | None:
    """The item of the programme that the table is laid for."""
    return next((item for item in visit.programme if plan.item_id and item.id == plan.item_id), None)


def takes_minutes(one: Ranked) -> bool:
    """Whether the function says that somebody takes the minutes."""
    return any(_MINUTES.search(text) for text in one.function.all)


def company(visit: Visit, plan: SeatingPlan, ranks: Iterable[Ranked]) -> Company:
    """Who sits at the table of a plan: who is expected and takes part in its item, and whose role sits."""
    item = item_of(visit, plan)
    present = [one for one in ranks if one.delegate.id and is_expected(one.delegate) and _sits(one, item)]
    interpreters = [one for one in present if one.delegate.role is DelegateRole.INTERPRETER]
    others = [one for one in present if one.delegate.role is not DelegateRole.INTERPRETER]
    guests = [one for one in others if one.delegation.side is DelegationSide.GUEST]
    hosts = [one for one in others if one.delegation.side is DelegationSide.HOST]
    observers = [one for one in others if one.delegation.side is DelegationSide.OBSERVER]
    (guests if len(guests) < len(hosts) else hosts).extend(observers)
    is_talks = plan.shape is SeatingShape.TALKS
    return Company(
        guests=tuple(_head_first(guests) if is_talks else guests),
        hosts=tuple(_minutes_last(_head_first(hosts) if is_talks else hosts)),
        guest_interpreters=tuple(
            one for one in interpreters if one.delegation.side is not DelegationSide.HOST
        ),
        host_interpreters=tuple(one for one in interpreters if one.delegation.side is DelegationSide.HOST),
    )


def not_at_table(visit: Visit, plan: SeatingPlan, ranks: Iterable[Ranked]) -> list[Ranked]:
    """Who is expected on the visit but does not sit at this table."""
    item = item_of(visit, plan)
    return [one for one in ranks if is_expected(one.delegate) and not _sits(one, item)]


def _sits(one: Ranked, item: ProgrammeItem | None) -> bool:
    named = item.delegate_ids if item else []
    if named:
        return one.delegate.id in named
    if item and item.delegation_ids and one.delegation.id not in item.delegation_ids:
        return False
    return one.delegate.role not in NOT_AT_TABLES


def _head_first(people: Sequence[Ranked]) -> list[Ranked]:
    return sorted(people, key=_is_no_head)


def _is_no_head(one: Ranked) -> bool:
    return not one.is_head


def _minutes_last(people: Sequence[Ranked]) -> list[Ranked]:
    return [
        *(one for one in people if not _only_minutes(one)),
        *(one for one in people if _only_minutes(one)),
    ]


def _only_minutes(one: Ranked) -> bool:
    return takes_minutes(one) and not one.is_head


def with_seats(plan: SeatingPlan, taken: dict[Place, int], locked: Iterable[Place] = ()) -> SeatingPlan:
    """A copy of the plan with these seats; seats that it had keep their ids."""
    ids = {(seat.side, seat.number): seat.id for seat in plan.seats}
    held = set(locked)
    result = copy.copy(plan)
    result.seats = [
        Seat(
            id=ids.get(place, 0),
            side=place[0],
            number=place[1],
            delegate_id=delegate_id,
            locked=place in held,
        )
        for place, delegate_id in sorted(taken.items(), key=_drawn)
    ]
    return result


_DRAWN: Final = (
    SeatSide.BEHIND_TOP,
    SeatSide.TOP,
    SeatSide.LEFT,
    SeatSide.RIGHT,
    SeatSide.BOTTOM,
    SeatSide.BEHIND_BOTTOM,
)


def _drawn(entry: tuple[Place, int]) -> tuple[int, int]:
    return _DRAWN.index(entry[0][0]), entry[0][1]
