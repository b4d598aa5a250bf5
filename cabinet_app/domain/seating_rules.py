"""Where the order of precedence puts the people of a table: talks and three ways of laying a dinner."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import BEHIND, LONG_SIDES, Company, Place, middle, right_of, with_seats
from cabinet_app.domain.visits import Delegate, SeatingPlan, SeatingShape, SeatSide


def seated(plan: SeatingPlan, people: Company) -> SeatingPlan:
    """The plan with everybody where precedence puts them; locked seats stay as they are.

    Without a fixed number of seats on a side there are as many as everybody needs.
    """
    kept = {
        (seat.side, seat.number): seat.delegate_id
        for seat in plan.seats
        if seat.locked and (not seat.delegate_id or seat.delegate_id in people.by_id)
    }
    table = _Table(plan, people, kept, 0)
    for number in _numbers(plan, people, kept):
        table = _Table(plan, people, kept, number)
        if table.fill():
            break
    return with_seats(plan, table.taken, kept)


def _numbers(plan: SeatingPlan, people: Company, kept: dict[Place, int]) -> Iterator[int]:
    """The numbers of seats on a side that are worth a try, the least first."""
    if plan.per_side is not None:
        return iter([plan.per_side])
    locked = max((number for side, number in kept if side in LONG_SIDES), default=1)
    interpreters = len(people.guest_interpreters) + len(people.host_interpreters)
    beside = 0 if plan.interpreters_behind else interpreters
    if plan.shape is SeatingShape.TALKS:
        least = max(locked, len(people.guests), len(people.hosts))
        # With an interpreter on the left hand only a head in the very middle has room for the third there.
        return itertools.count(least | 1, 2) if beside else itertools.count(least)
    ends = 2 if plan.shape is SeatingShape.HOSTS_AT_ENDS else 0
    row = len(people.guests) + len(people.hosts)
    if people.guests and people.hosts:
        row += min(beside, 2)
    return itertools.count(max(locked, (row - ends + 1) // 2, 1))


@dataclass(slots=True)
class _Table:
    """One table with `number` seats on each long side while it fills."""

    plan: SeatingPlan
    people: Company
    kept: dict[Place, int]
    number: int
    taken: dict[Place, int] = field(default_factory=dict)

    @property
    def centre(self) -> int:
        return middle(self.number, self.plan.shape)

    def fill(self) -> bool:
        """Seat everybody; False where somebody is left standing."""
        self.taken = dict.fromkeys(self._places(), 0)
        self.taken.update(
            {
                place: one
                for place, one in self.kept.items()
                if place in self.taken or place[0] in BEHIND.values()
            }
        )
        if self.plan.shape is SeatingShape.TALKS:
            self._fill_talks()
        else:
            self._fill_dinner()
        done = set(self.taken.values())
        return all(one.delegate.id in done for one in self.people.everybody)

    def _places(self) -> Iterator[Place]:
        for side in LONG_SIDES:
            for number in range(1, self.number + 1):
                yield side, number
        if self.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            yield SeatSide.LEFT, 1
            yield SeatSide.RIGHT, 1

    def _is_free(self, place: Place) -> bool:
        return place in self.taken and not self.taken[place] and place not in self.kept

    def _waiting(self, people: Iterable[Ranked]) -> list[Delegate]:
        done = set(self.taken.values())
        return [one.delegate for one in people if one.delegate.id not in done]

    def _fill_talks(self) -> None:
        top, bottom = self._by_head()
        for side, interpreters in ((SeatSide.TOP, top), (SeatSide.BOTTOM, bottom)):
            self._seat_interpreters(side, interpreters)
        for side, people in ((SeatSide.TOP, self.people.guests), (SeatSide.BOTTOM, self.people.hosts)):
            places = (place for place in self._outwards(side) if self._is_free(place))
            for delegate, place in zip(self._waiting(people), places, strict=False):
                self.taken[place] = delegate.id

    def _by_head(self) -> tuple[list[Delegate], list[Delegate]]:
        """The interpreters of each head; who has none is lent the second one of the other side."""
        top = self._waiting(self.people.guest_interpreters)
        bottom = self._waiting(self.people.host_interpreters)
        for poor, rich in ((top, bottom), (bottom, top)):
            if not poor and len(rich) > 1:
                poor.append(rich.pop(1))
        return top, bottom

    def _seat_interpreters(self, side: SeatSide, interpreters: Sequence[Delegate]) -> None:
        """The first to the left of the head or behind; all others behind."""
        centre = self.centre
        for place_in_line, delegate in enumerate(interpreters):
            beside = (side, centre - right_of(side))
            if not place_in_line and not self.plan.interpreters_behind and self._is_free(beside):
                self.taken[beside] = delegate.id
            else:
                self._seat_behind(side, centre, delegate)

    def _seat_behind(self, side: SeatSide, centre: int, delegate: Delegate) -> None:
        for step in _swing():
            place = (BEHIND[side], centre + step)
            if place[1] >= 1 and place not in self.taken:
                self.taken[place] = delegate.id
                return

    def _outwards(self, side: SeatSide) -> Iterator[Place]:
        """From the middle right, left, right …; where one hand is used up, on along the other."""
        centre, step = self.centre, right_of(side)
        wings = [[(side, centre + sign * far) for far in range(1, self.number + 1)] for sign in (step, -step)]
        right, left = ([place for place in wing if self._is_free(place)] for wing in wings)
        yield side, centre
        for pair in itertools.zip_longest(right, left):
            yield from (place for place in pair if place)

    def _fill_dinner(self) -> None:
        hosts, guests = self._waiting(self.people.hosts), self._waiting(self.people.guests)
        self._seat_dinner_interpreters(is_mixed=bool(hosts) and bool(guests))
        for place, is_host in self._of_honour():
            if not self._is_free(place) or not (hosts or guests):
                continue
            first, second = (hosts, guests) if is_host else (guests, hosts)
            self.taken[place] = (first or second).pop(0).id

    def _seat_dinner_interpreters(self, *, is_mixed: bool) -> None:
        """Beyond the guests of honour, or behind the hosts; always behind where only one side sits."""
        interpreters = self._waiting([*self.people.guest_interpreters, *self.people.host_interpreters])
        beside = [place for place in self._beyond_guests() if self._is_free(place)]
        for place_in_line, delegate in enumerate(interpreters):
            if not self.plan.interpreters_behind and place_in_line < len(beside) and is_mixed:
                self.taken[beside[place_in_line]] = delegate.id
            else:
                side, centre = self._behind_whom(place_in_line)
                self._seat_behind(side, centre, delegate)

    def _beyond_guests(self) -> list[Place]:
        """The seats on the far side of the first two guests, seen from their hosts."""
        centre, last = self.centre, self.number
        return {
            SeatingShape.HOST_ALONE: [(SeatSide.BOTTOM, centre + 2), (SeatSide.BOTTOM, centre - 2)],
            SeatingShape.TWO_HOSTS: [(SeatSide.BOTTOM, centre + 2), (SeatSide.TOP, centre - 2)],
        }.get(self.plan.shape, [(SeatSide.BOTTOM, 2), (SeatSide.TOP, last - 1)])

    def _behind_whom(self, place_in_line: int) -> Place:
        """The seats that interpreters sit behind, in turn."""
        side = LONG_SIDES[place_in_line % 2 if self.plan.shape is not SeatingShape.HOST_ALONE else 0]
        if self.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            return side, 1 if side is SeatSide.BOTTOM else self.number
        return side, self.centre

    def _of_honour(self) -> list[tuple[Place, bool]]:
        """The seats in the order in which they are given away, and whether each is meant for a host."""
        if self.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            return list(self._from_the_ends())
        centre = self.centre
        seats = [
            (place, distance)
            for place in self.taken
            if place[0] in LONG_SIDES
            for distance in [abs(place[1] - centre)]
        ]
        is_alone = self.plan.shape is SeatingShape.HOST_ALONE
        ordered = sorted(seats, key=self._honour)
        return [
            (place, (distance + (is_alone and place[0] is SeatSide.TOP)) % 2 == 0)
            for place, distance in ordered
        ]

    def _honour(self, seat: tuple[Place, int]) -> tuple[int, bool, bool]:
        """Nearer to the host first; right before left; the host's own side before the other.

        With two hosts the right of the second one comes before the left of the first.
        """
        (side, number), distance = seat
        is_left = (number - self.centre) * right_of(side) < 0
        is_across = side is SeatSide.TOP
        if self.plan.shape is SeatingShape.HOST_ALONE:
            return distance + is_across, is_across, is_left
        return distance, is_left, is_across

    def _from_the_ends(self) -> Iterator[tuple[Place, bool]]:
        yield (SeatSide.LEFT, 1), True
        yield (SeatSide.RIGHT, 1), True
        for far in range(1, self.number + 1):
            back = self.number + 1 - far
            if far > back:
                return
            is_host = far % 2 == 0
            yield (SeatSide.BOTTOM, far), is_host
            if far != back:
                yield (SeatSide.TOP, back), is_host
            yield (SeatSide.TOP, far), is_host
            if far != back:
                yield (SeatSide.BOTTOM, back), is_host


def _swing() -> Iterator[int]:
    """Steps to and fro: 0, 1, -1, 2, -2."""
    yield 0
    for far in itertools.count(1):
        yield far
        yield -far
