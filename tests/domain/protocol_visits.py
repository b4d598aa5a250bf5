"""Visits with guests and hosts for the tests of precedence and of seating."""

from collections.abc import Sequence
from datetime import date

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.precedence import Ranked, ranked
from cabinet_app.domain.protocol import PrecedenceRank, PrecedenceScheme
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, DelegateRole, Delegation, DelegationSide, Visit

GUEST, HOST, OBSERVER = DelegationSide.GUEST, DelegationSide.HOST, DelegationSide.OBSERVER
HEAD, MEMBER, INTERPRETER = DelegateRole.HEAD, DelegateRole.MEMBER, DelegateRole.INTERPRETER


def person(number: int, family: str, **fields: object) -> Person:
    """A person whose id is `number`."""
    return Person(id=number, name=PersonName(given="Ana", family=family), **fields)  # type: ignore[arg-type]


def delegates(first: int, ranks: Sequence[int | None], interpreters: int = 0) -> list[Delegate]:
    """A head and members with these ranks, then interpreters; ids count from `first`."""
    roles = [HEAD, *[MEMBER] * (len(ranks) - 1)]
    people = [
        Delegate(id=first + place, placeholder=f"P{first + place}", role=role, precedence=rank)
        for place, (role, rank) in enumerate(zip(roles, ranks, strict=True))
    ]
    begin = first + len(people)
    return people + [
        Delegate(id=begin + place, placeholder=f"I{begin + place}", role=INTERPRETER)
        for place in range(interpreters)
    ]


def two_sides(guests: int, hosts: int, guest_interpreters: int = 0, host_interpreters: int = 0) -> Visit:
    """Guests 101, 102, … and hosts 201, 202, … in this order of rank; interpreters come after them."""
    return Visit(
        starts_on=date(2026, 5, 4),
        delegations=[
            Delegation(id=1, side=GUEST, delegates=delegates(101, range(1, guests + 1), guest_interpreters)),
            Delegation(id=2, side=HOST, delegates=delegates(201, range(1, hosts + 1), host_interpreters)),
        ],
    )


def order_of(
    visit: Visit, people: Sequence[Person] = (), scheme: PrecedenceScheme | None = None
) -> list[Ranked]:
    """The order of precedence, alphabet by code points."""
    return ranked(visit, {one.id: one for one in people}, scheme or small_scheme(), str)


def small_scheme() -> PrecedenceScheme:
    """Mayor of the host, mayor who visits, deputy, director, companion."""
    labels = {
        1: LocalizedText("župan/županja (gostitelj)", "Bürgermeister/Bürgermeisterin", "mayor"),
        2: LocalizedText("župan/županja (gost); vodja delegacije", "Bürgermeister/Bürgermeisterin", "mayor"),
        4: LocalizedText("podžupan/podžupanja", "Vizebürgermeister/Vizebürgermeisterin", "deputy mayor"),
        9: LocalizedText("direktor/direktorica", "Direktor/Direktorin", "director"),
    }
    ranks = [PrecedenceRank(rank=rank, label=label) for rank, label in labels.items()]
    companion = PrecedenceRank(rank=15, label=LocalizedText(sl="spremljevalec"), ranked=False)
    return PrecedenceScheme(ranks=[*ranks, companion])


def woman(number: int, family: str, function: str, **fields: object) -> Person:
    """A woman with a Slovenian function."""
    return person(number, family, gender=Gender.FEMALE, function=LocalizedText(sl=function), **fields)
