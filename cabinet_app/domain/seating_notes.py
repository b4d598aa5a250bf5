"""What a protocol officer would object to at a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import FRONT, LONG_SIDES, OPPOSITE, WITHIN_REACH, Company, Place
from cabinet_app.domain.seating_moves import standing
from cabinet_app.domain.seating_reading import Reading
from cabinet_app.domain.visits import DelegateRole, DelegationSide, SeatingPlan, SeatingShape, SeatSide


class Trouble(StrEnum):
    NO_SEAT = "no_seat"
    TWO_SEATS = "two_seats"
    GAP_CLOSED = "gap_closed"
    HEAD_NOT_IN_THE_MIDDLE = "head_not_in_the_middle"
    HEADS_NOT_OPPOSITE = "heads_not_opposite"
    EMPTY_BESIDE_HEAD = "empty_beside_head"
    INTERPRETER_TOO_FAR = "interpreter_too_far"
    NO_INTERPRETER_NEAR = "no_interpreter_near"
    OTHER_SIDE = "other_side"
    COUPLE = "couple"
    NO_COMMON_LANGUAGE = "no_common_language"


@dataclass(frozen=True, slots=True)
class SeatingNote:
    """One objection; `one` is whom it is about, `other` whom else. `count` is for people who are gone."""

    trouble: Trouble
    one: Ranked | None = None
    other: Ranked | None = None
    count: int = 1


def notes(plan: SeatingPlan, people: Company, gone: int = 0) -> list[SeatingNote]:
    """The objections in the order of their weight; `gone` is how many have just left a gap."""
    if not plan.seats:
        return []
    table = _Objections(plan, people)
    found = [SeatingNote(Trouble.GAP_CLOSED, count=gone)] if gone else []
    found += [SeatingNote(Trouble.NO_SEAT, people.by_id[one]) for one in standing(plan, people)]
    found += table.doubled()
    found += table.heads()
    found += table.interpreters()
    found += table.on_the_other_side() if plan.shape is SeatingShape.TALKS else table.at_dinner()
    return found


class _Objections(Reading):
    """What is wrong with a plan."""

    def doubled(self) -> Iterator[SeatingNote]:
        held = [seat.delegate_id for seat in self.plan.seats if seat.delegate_id]
        for one in self.people.everybody:
            if held.count(one.delegate.id) > 1:
                yield SeatingNote(Trouble.TWO_SEATS, one)

    def heads(self) -> Iterator[SeatingNote]:
        for one, places in self._chief():
            place = self.of.get(one.delegate.id)
            if place is None:
                continue
            if place not in places:
                yield SeatingNote(Trouble.HEAD_NOT_IN_THE_MIDDLE, one)
            if any(self._is_empty(other) for other in self.beside(place)) and self._is_avoidable(place):
                yield SeatingNote(Trouble.EMPTY_BESIDE_HEAD, one)
        if self.is_talks:
            yield from self._facing()

    def _chief(self) -> Iterator[tuple[Ranked, set[Place]]]:
        """The heads of a talks table, the hosts of a dinner, with the seats that are theirs."""
        guests, hosts = self.people.guests, self.people.hosts
        centres = {self.centre} if self.last % 2 else {self.last // 2, self.last // 2 + 1}
        if self.is_talks:
            for side, people in ((SeatSide.TOP, guests), (SeatSide.BOTTOM, hosts)):
                if people:
                    yield people[0], {(side, number) for number in centres}
            return
        if not hosts:
            return
        if self.plan.shape is SeatingShape.HOSTS_AT_ENDS:
            yield hosts[0], {(SeatSide.LEFT, 1), (SeatSide.RIGHT, 1)}
        else:
            yield hosts[0], {(side, number) for side in LONG_SIDES for number in centres}

    def _facing(self) -> Iterator[SeatingNote]:
        places = [
            self.of.get(people[0].delegate.id) for people in (self.people.guests, self.people.hosts) if people
        ]
        if len(places) == len(LONG_SIDES) and places[0] and places[1]:
            (one, first), (other, second) = places[0], places[1]
            if one is not OPPOSITE.get(other) or first != second:
                yield SeatingNote(Trouble.HEADS_NOT_OPPOSITE, self.people.guests[0], self.people.hosts[0])

    def _is_empty(self, place: Place) -> bool:
        return place in self.places and place not in self.at

    def _is_avoidable(self, place: Place) -> bool:
        """Whether enough people sit on that side to fill the seats beside a head."""
        others = [side for side, _ in self.at if side is place[0] or place[0] not in LONG_SIDES]
        return len(others) - (place[0] in LONG_SIDES) >= len(self.beside(place))

    def interpreters(self) -> Iterator[SeatingNote]:
        every = [*self.people.guest_interpreters, *self.people.host_interpreters]
        places = [place for one in every if (place := self.of.get(one.delegate.id))]
        heads = [place for one, _ in self._chief() if (place := self.of.get(one.delegate.id))]
        if not self.is_talks and self.people.guests:
            honour = [self.of.get(one.delegate.id) for one in self.people.guests[:2]]
            heads += [place for place in honour if place]
        for one in every:
            place = self.of.get(one.delegate.id)
            if place and heads and not any(self._hears(place, head) for head in heads):
                yield SeatingNote(Trouble.INTERPRETER_TOO_FAR, one)
        for one in (*self.people.guests, *self.people.hosts):
            place = self.of.get(one.delegate.id)
            needs = one.delegate.needs_interpreter and place
            if needs and place and not any(self._hears(other, place, WITHIN_REACH) for other in places):
                yield SeatingNote(Trouble.NO_INTERPRETER_NEAR, one)

    def _hears(self, interpreter: Place, place: Place, reach: int = 1) -> bool:
        side = FRONT.get(interpreter[0], interpreter[0])
        if place[0] not in LONG_SIDES:
            number = 1 if place[0] is SeatSide.LEFT else self.last
            return abs(interpreter[1] - number) <= reach
        is_across = side is not place[0]
        return abs(interpreter[1] - place[1]) <= (reach if not is_across else reach - 1)

    def on_the_other_side(self) -> Iterator[SeatingNote]:
        own = {SeatSide.TOP: self.people.guests, SeatSide.BOTTOM: self.people.hosts}
        for place, one in self.at.items():
            if place[0] in own and one.delegate.role is not DelegateRole.INTERPRETER:
                other = own[OPPOSITE[place[0]]]
                if any(one is each for each in other) and one.delegation.side is not DelegationSide.OBSERVER:
                    yield SeatingNote(Trouble.OTHER_SIDE, one)

    def at_dinner(self) -> Iterator[SeatingNote]:
        for place, one in self.at.items():
            after = self.at.get((place[0], place[1] + 1))
            if after and _may_be_a_couple(one, after):
                yield SeatingNote(Trouble.COUPLE, one, after)
        for place, one in self.at.items():
            if place[0] in LONG_SIDES and self._is_alone_in_language(place, one):
                yield SeatingNote(Trouble.NO_COMMON_LANGUAGE, one)

    def _is_alone_in_language(self, place: Place, one: Ranked) -> bool:
        """Whether all neighbours' languages are known and none is shared, with no interpreter in reach."""
        if one.delegate.role is DelegateRole.INTERPRETER:
            return False
        across = (OPPOSITE[place[0]], place[1])
        near = [self.at[other] for other in (*self.beside(place), across) if other in self.at]
        every = [*self.people.guest_interpreters, *self.people.host_interpreters]
        helped = any(
            self._hears(self.of[each.delegate.id], place, WITHIN_REACH)
            for each in every
            if each.delegate.id in self.of
        )
        own = _languages(one)
        known = [spoken for each in near if (spoken := _languages(each))]
        return (
            bool(own and known)
            and len(known) == len(near)
            and not helped
            and not any(own & spoken for spoken in known)
        )


def _languages(one: Ranked) -> set[str]:
    return set(one.person.languages) if one.person else set()


def _may_be_a_couple(one: Ranked, other: Ranked) -> bool:
    """Same family name in the same delegation; the register knows no marriages."""
    if not (one.person and other.person) or one.number != other.number:
        return False
    family = one.person.name.family
    return bool(family) and family == other.person.name.family and one.person.id != other.person.id
