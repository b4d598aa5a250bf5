"""The scheme in force, the shipped one, and the order of a visit as the register knows it."""

from datetime import date

import pytest

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.protocol import PrecedenceRank, PrecedenceScheme, TieBreaker
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.visits import Delegate, DelegateRole, Delegation, DelegationSide, Visit
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.precedence_words import place_sentence, printed_name, rank_words, short_place
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.precedence import shipped_scheme, visit_order


def add(cabinet: Cabinet, family: str, function: LocalizedText, **fields: object) -> int:
    name = PersonName(given="Ana", family=family)
    person = Person(name=name, function=function, gender=Gender.FEMALE, **fields)  # type: ignore[arg-type]
    return cabinet.people.create(person).record.id


DEPUTY = LocalizedText("podžupanja", "Vizebürgermeisterin", "Deputy Mayor")
COUNCILLOR = LocalizedText("mestna svetnica", "Gemeinderätin", "City Councillor")


def test_a_file_without_a_scheme_uses_the_shipped_one(cabinet: Cabinet) -> None:
    scheme = cabinet.precedence_schemes.in_force()
    assert scheme.id == 0
    assert scheme == shipped_scheme()


def test_the_shipped_scheme_has_words_in_three_languages_and_a_source() -> None:
    scheme = shipped_scheme()
    assert [rank.rank for rank in scheme.ranks] == list(range(1, 16))
    assert all(not rank.label.missing() for rank in scheme.ranks)
    assert not scheme.names.missing()
    assert scheme.source
    assert [rank.rank for rank in scheme.ranks if not rank.ranked] == [15]


def test_the_newest_scheme_in_force_is_used(cabinet: Cabinet) -> None:
    own = PrecedenceScheme(names=same("Stari"), ranks=[PrecedenceRank(rank=1, label=same("mayor"))])
    cabinet.precedence_schemes.create(own)
    later = PrecedenceScheme(names=same("Novi"), tie_breakers=[TieBreaker.ALPHABET])
    cabinet.precedence_schemes.create(later)
    cabinet.precedence_schemes.create(PrecedenceScheme(names=same("Osnutek"), in_force=False))
    assert cabinet.precedence_schemes.in_force().names.sl == "Novi"


@pytest.mark.parametrize(
    ("function", "rank"),
    [
        (LocalizedText(sl="veleposlanica Republike Avstrije"), 1),
        (LocalizedText(de="Oberbürgermeisterin der Stadt Amberg"), 3),
        (LocalizedText(sl="prva podžupanja Mestne občine Kranj"), 4),
        (LocalizedText(de="1. Vizebürgermeister"), 4),
        (LocalizedText(de="Zweite Bürgermeisterin"), 4),
        (LocalizedText(de="Stadtrat für Kultur"), 6),
        (LocalizedText(sl="vodja Kabineta župana"), 10),
        (LocalizedText(en="Head of the Mayor's Office"), 10),
        (LocalizedText(sl="direktorica občinske uprave"), 9),
        (LocalizedText(sl="direktor Zavoda za turizem"), 12),
    ],
)
def test_the_shipped_scheme_knows_the_posts_of_a_town(
    cabinet: Cabinet, function: LocalizedText, rank: int
) -> None:
    person = add(cabinet, "Kos", function)
    visit = Visit(delegations=[Delegation(delegates=[Delegate(person_id=person)])])
    [one] = visit_order(cabinet, visit, Language.SL)
    assert one.rank == rank


def test_the_order_of_a_visit_follows_the_alphabet_of_the_print(cabinet: Cabinet) -> None:
    ids = [add(cabinet, family, COUNCILLOR) for family in ("Zajc", "Čop", "Dolar", "Cuder")]
    visit = Visit(delegations=[Delegation(delegates=[Delegate(person_id=one) for one in ids])])
    slovenian = [one.name for one in visit_order(cabinet, visit, Language.SL)]
    assert slovenian == ["Ana Cuder", "Ana Čop", "Ana Dolar", "Ana Zajc"]
    german = [one.name for one in visit_order(cabinet, visit, Language.DE)]
    assert german == ["Ana Čop", "Ana Cuder", "Ana Dolar", "Ana Zajc"]


def test_every_place_is_explained_in_words(cabinet: Cabinet) -> None:
    head = add(cabinet, "Oman", LocalizedText(sl="županja", de="Bürgermeisterin", en="Mayor"))
    deputy = add(cabinet, "Bizjak", DEPUTY, in_office_since=date(2019, 3, 1))
    honoured = add(cabinet, "Zupan", COUNCILLOR)
    visit = Visit(
        delegations=[
            Delegation(
                side=DelegationSide.GUEST,
                delegates=[
                    Delegate(person_id=head, role=DelegateRole.HEAD),
                    Delegate(person_id=deputy),
                    Delegate(person_id=honoured, precedence=5, precedence_reason="častna občanka"),
                    Delegate(placeholder="gost"),
                    Delegate(placeholder="tolmačka", role=DelegateRole.INTERPRETER),
                ],
            )
        ]
    )
    t = translator(Language.EN)
    found = visit_order(cabinet, visit, Language.EN)
    assert [place_sentence(one, t) for one in found] == [
        "Place 1: head of delegation, mayor (rank 3), proposed from the function",
        "Place 2: deputy mayor (rank 4), proposed from the function, in office since 2019",
        "Place 3: rank 5 for this visit (častna občanka)",
        "Place 4: no rank given",
        "Outside the ranking: interpreter",
    ]
    assert [short_place(one, t) for one in found] == ["1.", "2.", "3.", "4.", "–"]
    assert rank_words(found[1], t) == "deputy mayor (rank 4)"


def test_a_tie_says_what_decided_it(cabinet: Cabinet) -> None:
    ids = [add(cabinet, family, COUNCILLOR, precedence=8) for family in ("Zajc", "Adam", "Zajc")]
    visit = Visit(delegations=[Delegation(delegates=[Delegate(person_id=one) for one in ids])])
    t = translator(Language.EN)
    assert [place_sentence(one, t) for one in visit_order(cabinet, visit, Language.EN)] == [
        "Place 1: city councillor (rank 8)",
        "Place 2: city councillor (rank 8), then by the alphabet",
        "Place 3: city councillor (rank 8), then in the order of entry",
    ]


def test_words_in_the_place_of_a_name_are_printed_in_the_language_of_the_print(cabinet: Cabinet) -> None:
    function = LocalizedText("tolmač", "Dolmetscher", "interpreter")
    delegates = [
        Delegate(placeholder="(tolmač)", function=function),
        Delegate(placeholder="N. N.", function=function),
    ]
    found = visit_order(cabinet, Visit(delegations=[Delegation(delegates=delegates)]), Language.DE)
    assert {printed_name(one, translator(Language.DE)) for one in found} == {"Dolmetscher", "N. N."}


def test_a_seating_plan_is_stored_with_the_visit(cabinet: Cabinet) -> None:
    from cabinet_app.domain.seating import company
    from cabinet_app.domain.seating_rules import seated
    from cabinet_app.domain.visits import SeatingPlan, SeatSide

    visit = Visit(
        starts_on=date(2026, 5, 4),
        delegations=[
            Delegation(delegates=[Delegate(placeholder="G")]),
            Delegation(side=DelegationSide.HOST, delegates=[Delegate(placeholder="H")]),
        ],
    )
    stored = cabinet.visits.create(visit)
    record = stored.record
    plan = SeatingPlan(title=same("Pogovori"), interpreters_behind=True)
    plan = seated(plan, company(record, plan, visit_order(cabinet, record, Language.SL)))
    record.seating_plans.append(plan)
    after = cabinet.visits.update(record, stored.version).record
    [kept] = after.seating_plans
    assert kept.interpreters_behind
    ids = [delegation.delegates[0].id for delegation in after.delegations]
    assert {seat.side: seat.delegate_id for seat in kept.seats} == dict(
        zip((SeatSide.TOP, SeatSide.BOTTOM), ids, strict=True)
    )
    copy = cabinet.visits.duplicate(after.id)
    new_ids = [delegation.delegates[0].id for delegation in copy.delegations]
    assert {seat.delegate_id for seat in copy.seating_plans[0].seats} == set(new_ids), "the copy's own people"
    assert not set(new_ids) & set(ids)
