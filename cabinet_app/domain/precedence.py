"""Who goes before whom on a visit: by override, rank, tie-breakers and, last, the order of entry."""

import itertools
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from cabinet_app.domain.people import Person
from cabinet_app.domain.precedence_proposals import head_rank, proposed_rank
from cabinet_app.domain.protocol import PrecedenceRank, PrecedenceScheme, TieBreaker
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, DelegateRole, Delegation, DelegationSide, Reply, Visit

Alphabet = Callable[[str], str]
"""The sort key of a text in the language of a print."""

OUTSIDE_THE_RANKING: Final = (
    DelegateRole.INTERPRETER,
    DelegateRole.ACCOMPANYING,
    DelegateRole.PRESS,
    DelegateRole.SECURITY,
    DelegateRole.DRIVER,
)
"""Who has no rank unless it was given to them for this visit, in the order in which they stand at the end."""
NO_RANK: Final = sys.maxsize
_SIDES: Final = (DelegationSide.HOST, DelegationSide.GUEST, DelegationSide.OBSERVER)


class Ground(StrEnum):
    """Where a rank comes from."""

    OVERRIDE = "override"
    PERSON = "person"
    FUNCTION = "function"
    NONE = "none"
    OUTSIDE = "outside"


class Decider(StrEnum):
    """What sets somebody behind the one before in the same delegation."""

    FIRST = "first"
    HEAD = "head"
    RANK = "rank"
    SENIORITY = "seniority"
    ALPHABET = "alphabet"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A delegate in the order of precedence.

    `overall` counts everybody of the visit and `place` those of the delegation, both from 1; 0 stands for
    somebody outside the ranking. `rank` is the one that counts, `label` its words in the scheme, `number` the
    place of the delegation among those of the visit.
    """

    delegation: Delegation
    delegate: Delegate
    person: Person | None
    is_head: bool
    rank: int | None
    label: LocalizedText
    ground: Ground
    overall: int = 0
    place: int = 0
    decided_by: Decider = Decider.FIRST
    number: int = 0

    @property
    def name(self) -> str:
        """The name with its titles, or what stands for a name unknown yet."""
        return self.person.name.with_titles if self.person else self.delegate.placeholder

    @property
    def function(self) -> LocalizedText:
        """The function as printed on this visit; the person's own where the visit has none."""
        own = self.delegate.function
        return self.person.function if own.is_empty and self.person else own

    @property
    def since(self) -> date | None:
        return self.person.in_office_since if self.person else None

    @property
    def is_ranked(self) -> bool:
        return self.ground is not Ground.OUTSIDE


def is_expected(delegate: Delegate) -> bool:
    """Whether somebody has not declined."""
    return delegate.reply is not Reply.DECLINED


def ranked(
    visit: Visit,
    people: Mapping[int, Person],
    scheme: PrecedenceScheme,
    alphabet: Alphabet,
    *,
    declined: bool = False,
) -> list[Ranked]:
    """Everybody expected (and, if `declined`, the others too) in the overall order, the unranked last.

    `people` are persons by id, `alphabet` is the sort key in the language of the print.
    """
    found = [
        replace(_placed(delegation, delegate, people, scheme), number=number)
        for number, delegation in enumerate(visit.delegations)
        for delegate in delegation.delegates
        if declined or is_expected(delegate)
    ]
    order = _Order(scheme, alphabet)
    everybody = sorted(found, key=order.overall)
    numbers = itertools.count(1)
    numbered = [replace(one, overall=next(numbers)) if one.is_ranked else one for one in everybody]
    places = {
        id(one.delegate): one
        for _, members in by_delegation(numbered)
        for one in order.explained(sorted(members, key=order.within))
    }
    return [places[id(one.delegate)] for one in numbered]


def by_delegation(ranks: Iterable[Ranked]) -> list[tuple[Delegation, list[Ranked]]]:
    """The delegations as the visit has them, each in its order: the head first, the unranked last."""
    parts: dict[int, list[Ranked]] = {}
    for one in ranks:
        parts.setdefault(one.number, []).append(one)
    return [(members[0].delegation, sorted(members, key=_as_placed)) for _, members in sorted(parts.items())]


def of_side(ranks: Iterable[Ranked], *sides: DelegationSide) -> list[Ranked]:
    """The people of some sides in the overall order."""
    return [one for one in ranks if one.delegation.side in sides]


def _as_placed(one: Ranked) -> tuple[bool, int]:
    return not one.place, one.place


def _placed(
    delegation: Delegation, delegate: Delegate, people: Mapping[int, Person], scheme: PrecedenceScheme
) -> Ranked:
    person = people.get(delegate.person_id or 0)
    found = Ranked(
        delegation, delegate, person, delegate.role is DelegateRole.HEAD, None, LocalizedText(), Ground.NONE
    )
    if delegate.precedence is not None:
        return _with_rank(found, delegate.precedence, scheme, Ground.OVERRIDE)
    if delegate.role in OUTSIDE_THE_RANKING:
        return replace(found, ground=Ground.OUTSIDE)
    if person and person.precedence is not None:
        return _with_rank(found, person.precedence, scheme, Ground.PERSON)
    proposal = proposed_rank(found.function, delegation.side, scheme)
    if proposal is None:
        return found
    if not proposal.ranked and not found.is_head:
        return replace(found, label=proposal.label, ground=Ground.OUTSIDE)
    return replace(found, rank=proposal.rank, label=proposal.label, ground=Ground.FUNCTION)


def _with_rank(found: Ranked, rank: int, scheme: PrecedenceScheme, ground: Ground) -> Ranked:
    of_rank = [entry for entry in scheme.ranks if entry.rank == rank]
    fitting = [entry for entry in of_rank if _fits(entry, found, scheme)] or of_rank
    label = fitting[0].label if fitting else LocalizedText()
    if ground is Ground.PERSON and fitting and not fitting[0].ranked and not found.is_head:
        ground = Ground.OUTSIDE
    return replace(found, rank=rank, label=label, ground=ground)


def _fits(entry: PrecedenceRank, found: Ranked, scheme: PrecedenceScheme) -> bool:
    """Whether of several posts of one rank this is the one the function speaks of."""
    proposal = proposed_rank(found.function, found.delegation.side, scheme)
    return proposal is entry


class _Order:
    """The keys by which delegates are sorted, and what decided between two of them."""

    def __init__(self, scheme: PrecedenceScheme, alphabet: Alphabet) -> None:
        self._ties = scheme.tie_breakers
        self._heads = head_rank(scheme)
        self._alphabet = alphabet

    def overall(self, one: Ranked) -> tuple[object, ...]:
        """Heads count at least as the scheme ranks heads; of two heads the host's goes first."""
        if not one.is_ranked:
            return True, OUTSIDE_THE_RANKING.index(_role_outside(one)), _SIDES.index(one.delegation.side)
        rank = NO_RANK if one.rank is None else one.rank
        if one.is_head and one.ground is not Ground.OVERRIDE:
            rank = min(rank, self._heads)
        side = _SIDES.index(one.delegation.side) if one.is_head else 0
        return False, rank, not one.is_head, side, *self._tied(one)

    def within(self, one: Ranked) -> tuple[object, ...]:
        if not one.is_ranked:
            return True, OUTSIDE_THE_RANKING.index(_role_outside(one))
        return False, not one.is_head, NO_RANK if one.rank is None else one.rank, *self._tied(one)

    def explained(self, members: list[Ranked]) -> list[Ranked]:
        """The members of a delegation, in their order, with their places and what decided them."""
        done: list[Ranked] = []
        for place, one in enumerate(members, start=1):
            if one.is_ranked:
                decided = self._decided(members[place - 2] if place > 1 else None, one)
                done.append(replace(one, place=place, decided_by=decided))
            else:
                done.append(one)
        return done

    def _tied(self, one: Ranked) -> tuple[str, ...]:
        return tuple(self._tie(tie, one) for tie in self._ties)

    def _tie(self, tie: TieBreaker, one: Ranked) -> str:
        if tie is TieBreaker.SENIORITY:
            return (one.since or date.max).isoformat()
        return self._alphabet(one.person.name.sort_text if one.person else one.delegate.placeholder)

    def _decided(self, before: Ranked | None, one: Ranked) -> Decider:
        if one.is_head:
            return Decider.HEAD
        if before is None:
            return Decider.FIRST
        if before.is_head or before.rank != one.rank:
            return Decider.RANK
        for tie in self._ties:
            if self._tie(tie, before) != self._tie(tie, one):
                return Decider(tie.value)
        return Decider.ORDER


def _role_outside(one: Ranked) -> DelegateRole:
    """The role that says where somebody stands at the end; a member without rank goes with the companions."""
    role = one.delegate.role
    return role if role in OUTSIDE_THE_RANKING else DelegateRole.ACCOMPANYING
