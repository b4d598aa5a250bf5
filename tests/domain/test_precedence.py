"""The order of precedence: override, rank, seniority, alphabet, order of entry."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.people import Gender
from cabinet_app.domain.precedence import Decider, Ground, by_delegation, of_side, ranked
from cabinet_app.domain.precedence_proposals import head_rank, post_of, proposed_rank
from cabinet_app.domain.protocol import PrecedenceScheme, TieBreaker
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.visits import Delegate, DelegateRole, Delegation, DelegationSide, Reply, Visit
from tests.domain.protocol_visits import (
    GUEST,
    HEAD,
    HOST,
    INTERPRETER,
    MEMBER,
    order_of,
    person,
    small_scheme,
    two_sides,
    woman,
)


def guests(*delegates: Delegate) -> Visit:
    return Visit(delegations=[Delegation(side=GUEST, delegates=list(delegates))])


def names(visit: Visit, people: list[object], scheme: PrecedenceScheme | None = None) -> list[str]:
    return [one.name for one in order_of(visit, people, scheme)]  # type: ignore[arg-type]


def test_a_rank_for_this_visit_goes_before_the_rank_of_the_person() -> None:
    visit = guests(
        Delegate(person_id=1), Delegate(person_id=2, precedence=1, precedence_reason="častna gostja")
    )
    people = [person(1, "Novak", precedence=4), person(2, "Zajc", precedence=9)]
    first, second = order_of(visit, people)
    assert (first.name, first.ground, first.rank) == ("Ana Zajc", Ground.OVERRIDE, 1)
    assert (second.name, second.ground, second.rank) == ("Ana Novak", Ground.PERSON, 4)


def test_a_person_without_a_rank_has_the_one_that_the_function_speaks_of() -> None:
    visit = guests(Delegate(person_id=1), Delegate(person_id=2, function=LocalizedText(sl="direktorica")))
    one, two = order_of(
        visit, [woman(1, "Kos", "prva podžupanja Mestne občine"), woman(2, "Mlakar", "županja")]
    )
    assert (one.rank, one.ground, one.label.sl) == (4, Ground.FUNCTION, "podžupan/podžupanja")
    assert two.rank == 9, "the function of the visit counts, not the one of today"


def test_of_the_same_rank_the_one_longer_in_office_goes_first_then_the_alphabet_then_the_entry() -> None:
    people = [
        person(1, "Zupan", precedence=4, in_office_since=date(2020, 1, 1)),
        person(2, "Bizjak", precedence=4),
        person(3, "Adam", precedence=4),
        person(4, "Oman", precedence=4, in_office_since=date(2019, 5, 1)),
    ]
    visit = guests(*(Delegate(person_id=number) for number in (1, 2, 3, 4)), Delegate(person_id=3))
    found = order_of(visit, people)
    assert [one.name for one in found] == ["Ana Oman", "Ana Zupan", "Ana Adam", "Ana Adam", "Ana Bizjak"]
    assert [one.decided_by for one in found] == [
        Decider.FIRST,
        Decider.SENIORITY,
        Decider.SENIORITY,
        Decider.ORDER,
        Decider.ALPHABET,
    ]


def test_a_scheme_without_tie_breakers_keeps_the_order_of_entry() -> None:
    scheme = small_scheme()
    scheme.tie_breakers = []
    visit = guests(Delegate(person_id=1), Delegate(person_id=2))
    people: list[object] = [person(1, "Zupan", precedence=4), person(2, "Adam", precedence=4)]
    assert names(visit, people, scheme) == ["Ana Zupan", "Ana Adam"]
    scheme.tie_breakers = [TieBreaker.ALPHABET]
    assert names(visit, people, scheme) == ["Ana Adam", "Ana Zupan"]


def test_the_alphabet_is_the_one_handed_in() -> None:
    visit = guests(Delegate(placeholder="Čop"), Delegate(placeholder="Dolar"), Delegate(placeholder="Cerar"))

    def slovenian(text: str) -> str:
        return text.replace("Č", "C{")

    found = ranked(visit, {}, small_scheme(), slovenian)
    assert [one.name for one in found] == ["Cerar", "Čop", "Dolar"]


def test_the_head_stands_first_in_the_delegation_whatever_the_rank() -> None:
    visit = guests(
        Delegate(placeholder="A", precedence=1), Delegate(placeholder="B", precedence=9, role=HEAD)
    )
    [(_, members)] = by_delegation(order_of(visit))
    assert [one.name for one in members] == ["B", "A"]
    assert [one.place for one in members] == [1, 2]
    assert members[0].decided_by is Decider.HEAD


def test_overall_the_host_goes_first_then_the_head_of_the_guests_then_deputies() -> None:
    visit = Visit(
        delegations=[
            Delegation(
                side=GUEST,
                delegates=[Delegate(person_id=1), Delegate(person_id=2, role=HEAD), Delegate(person_id=3)],
            ),
            Delegation(side=HOST, delegates=[Delegate(person_id=4), Delegate(person_id=5, role=HEAD)]),
        ]
    )
    people = [
        woman(1, "Vižin", "podžupanja"),
        woman(2, "Glavan", "direktorica"),
        woman(3, "Tolmač", "spremljevalec"),
        woman(4, "Podlesnik", "podžupanja"),
        woman(5, "Kranjc", "županja"),
    ]
    found = order_of(visit, people)
    assert [one.name.partition(" ")[2] for one in found] == [
        "Kranjc",
        "Glavan",
        "Podlesnik",
        "Vižin",
        "Tolmač",
    ]
    assert [one.overall for one in found] == [1, 2, 3, 4, 0]
    assert [one.name for one in of_side(found, HOST)] == ["Ana Kranjc", "Ana Podlesnik"]


def test_interpreters_drivers_and_their_like_stand_after_the_ranked() -> None:
    roles = [DelegateRole.DRIVER, DelegateRole.PRESS, INTERPRETER, MEMBER, DelegateRole.SECURITY]
    visit = guests(*(Delegate(placeholder=role.value, role=role) for role in roles))
    found = order_of(visit)
    assert [one.name for one in found] == ["member", "interpreter", "press", "security", "driver"]
    assert [one.place for one in found] == [1, 0, 0, 0, 0]


def test_an_interpreter_with_a_rank_for_this_visit_is_ranked() -> None:
    visit = guests(Delegate(placeholder="M"), Delegate(placeholder="I", role=INTERPRETER, precedence=3))
    assert [(one.name, one.place) for one in order_of(visit)] == [("I", 1), ("M", 2)]


def test_somebody_without_any_rank_stands_after_those_who_have_one() -> None:
    visit = guests(Delegate(placeholder="Nihče"), Delegate(placeholder="Zadnji", precedence=14))
    assert [(one.name, one.ground) for one in order_of(visit)] == [
        ("Zadnji", Ground.OVERRIDE),
        ("Nihče", Ground.NONE),
    ]


def test_who_declined_is_left_out_unless_asked_for() -> None:
    visit = guests(Delegate(placeholder="A", reply=Reply.DECLINED), Delegate(placeholder="B"))
    assert [one.name for one in order_of(visit)] == ["B"]
    assert len(ranked(visit, {}, small_scheme(), str, declined=True)) == 2


@pytest.mark.parametrize(
    ("function", "side", "rank"),
    [
        (LocalizedText(sl="župan Mestne občine Kranj"), HOST, 1),
        (LocalizedText(de="Bürgermeister der Stadt Villach"), GUEST, 2),
        (LocalizedText(de="1. Vizebürgermeisterin"), GUEST, 4),
        (LocalizedText(en="First Deputy Mayor"), GUEST, 4),
        (LocalizedText(sl="svetnica, pristojna za podžupan"), GUEST, None),
        (LocalizedText(sl="nekdanji župan"), GUEST, None),
        (LocalizedText(de="Zweiter Bürgermeister"), GUEST, None),
        (LocalizedText(en="Adviser to the Mayor"), GUEST, None),
        (LocalizedText(sl="vodja kabineta župana"), GUEST, None),
        (LocalizedText(sl="spremljevalec"), GUEST, 15),
        (LocalizedText(), GUEST, None),
    ],
)
def test_the_words_of_a_function_speak_of_a_rank(
    function: LocalizedText, side: DelegationSide, rank: int | None
) -> None:
    found = proposed_rank(function, side, small_scheme())
    assert (found.rank if found else None) == rank


def test_a_scheme_that_names_no_heads_puts_them_before_everybody() -> None:
    assert head_rank(small_scheme()) == 2
    assert head_rank(PrecedenceScheme()) == 0


@pytest.mark.parametrize(
    ("label", "gender", "post"),
    [
        ("podžupan/podžupanja; namestnik župana", Gender.FEMALE, "podžupanja"),
        ("župan/županja (gostitelj)", Gender.MALE, "župan"),
        ("župan/županja (gostitelj)", Gender.UNSTATED, "župan/županja"),
        ("mayor (host); lord mayor", Gender.FEMALE, "mayor"),
        ("a/b/c", Gender.MALE, "a/b/c"),
    ],
)
def test_a_post_is_said_of_a_man_or_a_woman(label: str, gender: Gender, post: str) -> None:
    assert post_of(label, gender) == post


@given(
    st.lists(st.tuples(st.integers(1, 5) | st.none(), st.sampled_from(DelegateRole)), max_size=12),
    st.lists(st.integers(1, 5) | st.none(), max_size=6),
)
def test_everybody_has_one_place_and_the_order_of_a_delegation_follows_it(
    people: list[tuple[int | None, DelegateRole]], hosts: list[int | None]
) -> None:
    visit = Visit(
        delegations=[
            Delegation(side=GUEST, delegates=[Delegate(precedence=rank, role=role) for rank, role in people]),
            Delegation(side=HOST, delegates=[Delegate(precedence=rank) for rank in hosts]),
        ]
    )
    found = order_of(visit)
    assert len(found) == len(people) + len(hosts)
    overall = [one.overall for one in found if one.overall]
    assert overall == list(range(1, len(overall) + 1))
    for _, members in by_delegation(found):
        places = [one.place for one in members if one.place]
        assert places == list(range(1, len(places) + 1))
        assert all(not one.place for one in members[len(places) :])
        heads = [one.is_head for one in members if one.place]
        assert heads == sorted(heads, reverse=True)


def test_two_delegations_keep_the_order_of_the_visit() -> None:
    visit = two_sides(2, 2)
    parts = by_delegation(order_of(visit))
    assert [delegation.id for delegation, _ in parts] == [1, 2]
    assert all(len(members) == 2 for _, members in parts)
