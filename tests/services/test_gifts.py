"""The register of gifts: found, ordered, listed for the year, reported; and the rules it goes by."""

from datetime import date

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.gifts import Gift, GiftDirection, GiftNature, GiftRule
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, same
from cabinet_app.domain.visits import Visit
from cabinet_app.errors import ValueRejected
from cabinet_app.services.gifts import shipped_rules
from cabinet_app.services.records import ListQuery
from tests.services.statements import selects

TODAY = date(2026, 3, 1)
STATEMENTS_A_LIST_MAY_COST = 7


def query(text="", *chips, sort="", descending=False, language=Language.SL):
    return ListQuery(language, TODAY, text, frozenset(chips), sort, descending)


@pytest.fixture
def gift(cabinet):
    def make(words="vaza", cents=12000, day=date(2025, 6, 1), **fields):
        draft = Gift(description=same(words), value_cents=cents, happened_on=day, **fields)
        return cabinet.gifts.create(draft).record.id

    return make


@pytest.fixture
def rivoli(cabinet):
    return cabinet.places.create(Place(names=same("Rivoli"), country="IT")).record.id


@pytest.fixture
def visit_from_rivoli(cabinet, rivoli):
    return cabinet.visits.create(Visit(partner_place_id=rivoli, starts_on=date(2025, 6, 1))).record.id


def test_the_latest_gifts_come_first_and_those_without_a_day_last(cabinet, gift):
    none, old, new = gift(day=None), gift(day=date(2024, 1, 1)), gift(day=date(2026, 1, 1))
    assert cabinet.gifts.ids(query()) == [new, old, none]
    assert cabinet.gifts.ids(query(sort="happened_on", descending=True)) == [new, old, none]
    assert cabinet.gifts.ids(query(sort="happened_on")) == [old, new, none]


def test_every_question_has_a_chip(cabinet, gift):
    listed, small = gift(), gift(cents=5000)
    unknown, given = gift(cents=None), gift(direction=GiftDirection.GIVEN)
    reported, long_ago = gift(reported_on=TODAY), gift(day=date(2024, 6, 1))
    this_year = gift(day=date(2026, 2, 1))
    assert set(cabinet.gifts.ids(query("", "to_list"))) == {listed, this_year}
    assert cabinet.gifts.ids(query("", "without_value")) == [unknown]
    assert cabinet.gifts.ids(query("", "given")) == [given]
    assert set(cabinet.gifts.ids(query("", "received"))) == {
        listed,
        small,
        unknown,
        reported,
        long_ago,
        this_year,
    }
    with pytest.raises(ValueError, match="dear"):
        cabinet.gifts.ids(query("", "dear"))


def test_a_gift_is_found_by_its_people_and_by_its_town_or_that_of_its_visit(
    cabinet, gift, rivoli, visit_from_rivoli
):
    maja = cabinet.people.create(Person(name=PersonName(given="Maja", family="Žagar"))).record.id
    firm = cabinet.organizations.create(Organization(names=same("Iskra"))).record.id
    by_town, by_visit = gift("kip", place_id=rivoli), gift("slika", visit_id=visit_from_rivoli)
    by_official, by_firm = gift("šal", official_id=maja), gift("pero", donor_organization_id=firm)
    assert set(cabinet.gifts.ids(query("rivoli"))) == {by_town, by_visit}
    assert cabinet.gifts.ids(query("zagar sal")) == [by_official]
    assert cabinet.gifts.ids(query("iskra")) == [by_firm]


def test_a_row_names_both_sides_and_the_town(cabinet, gift, visit_from_rivoli):
    mayor = cabinet.people.create(Person(name=PersonName(given="Maja", family="Žagar"))).record.id
    scarf = gift(
        "šal",
        8000,
        visit_id=visit_from_rivoli,
        donor="Comune di Rivoli",
        official_id=mayor,
        recipient="Tine Žagar",
        recipient_relation="soprog",
        nature=GiftNature.OCCASIONAL,
    )
    vase = gift(official_id=mayor, cents=4000)
    first, second = cabinet.gifts.rows([scarf, vase], Language.SL)
    assert (first.donor, first.recipient, first.relation) == ("Comune di Rivoli", "Tine Žagar", "soprog")
    assert (first.town, first.value_cents, first.is_listed) == ("Rivoli", 8000, True)
    assert (second.recipient, second.town, second.is_listed) == ("Maja Žagar", "", False)


@pytest.mark.parametrize("sort", ["description", "town", "value", "direction", "happened_on"])
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_all_gifts(cabinet, gift, rivoli, visit_from_rivoli, sort, descending):
    made = {gift("b", place_id=rivoli), gift("a", None), gift("c", visit_id=visit_from_rivoli)}
    assert set(cabinet.gifts.ids(query(sort=sort, descending=descending))) == made


def test_a_list_of_gifts_costs_a_few_statements(cabinet, gift, visit_from_rivoli):
    ids = [gift(visit_id=visit_from_rivoli) for _ in range(5)]
    with selects(cabinet) as asked:
        assert len(cabinet.gifts.rows(ids, Language.SL)) == len(ids)
    assert len(asked) <= STATEMENTS_A_LIST_MAY_COST


def test_what_was_exchanged_before_with_a_town_or_a_person_is_found_both_ways(
    cabinet, gift, rivoli, visit_from_rivoli
):
    guest = cabinet.people.create(Person(name=PersonName(given="Maria", family="Rossi"))).record.id
    to_town = gift(day=date(2024, 5, 1), direction=GiftDirection.GIVEN, place_id=rivoli)
    on_visit = gift(day=date(2025, 6, 1), visit_id=visit_from_rivoli)
    to_guest = gift(day=date(2023, 5, 1), direction=GiftDirection.GIVEN, recipient_id=guest)
    by_guest = gift(day=date(2022, 5, 1), donor_id=guest)
    gift()
    earlier = cabinet.gifts.earlier
    assert earlier(rivoli) == [on_visit, to_town]
    assert earlier(None, visit_id=visit_from_rivoli) == [on_visit, to_town]
    assert earlier(rivoli, [guest], besides=on_visit) == [to_town, to_guest, by_guest]
    assert earlier(None) == []
    assert cabinet.gifts.of_visit(visit_from_rivoli) == [on_visit]


def test_the_list_of_a_year_is_reported_in_one_step_that_can_be_taken_back(cabinet, gift):
    first, second = gift(), gift(cents=6000, day=date(2025, 2, 1))
    small, this_year = gift(cents=3000), gift(day=date(2026, 1, 5))
    assert [one.id for one in cabinet.gifts.yearly(2025).gifts] == [second, first]
    assert not cabinet.gifts.yearly(2025).is_reported
    assert cabinet.gifts.report(2025, TODAY) == 2
    assert cabinet.gifts.yearly(2025).is_reported
    reported = {one: cabinet.gifts.get(one).record.reported_on for one in (first, second, small, this_year)}
    assert reported == {first: TODAY, second: TODAY, small: None, this_year: None}
    assert cabinet.gifts.report(2025, TODAY) == 0
    cabinet.undo.undo()
    assert not cabinet.gifts.yearly(2025).is_reported


def test_the_shipped_rules_hold_until_the_register_has_its_own(cabinet):
    assert [rule.valid_from for rule in cabinet.gift_rules.in_use()] == [
        date(2020, 11, 17),
        date(2021, 7, 21),
    ]
    assert all(rule.source for rule in shipped_rules())
    cabinet.gift_rules.create(GiftRule(valid_from=date(2021, 7, 21), listed_above_cents=6000))
    in_use = cabinet.gift_rules.in_use()
    assert [(rule.valid_from, rule.listed_above_cents) for rule in in_use] == [
        (date(2020, 11, 17), 5000),
        (date(2021, 7, 21), 6000),
    ]


def test_rules_are_replaced_in_one_step(cabinet):
    shipped = cabinet.gift_rules.in_use()
    new = GiftRule(valid_from=date(2027, 1, 1), listed_above_cents=10000, occasional_limit_cents=20000)
    cabinet.gift_rules.replace([*shipped, new])
    stored = cabinet.gift_rules.in_use()
    assert [rule.listed_above_cents for rule in stored] == [5000, 5000, 10000]
    cabinet.gift_rules.replace(stored[:2])
    assert len(cabinet.gift_rules.in_use()) == 2
    cabinet.undo.undo()
    assert len(cabinet.gift_rules.in_use()) == 3


def test_a_new_limit_changes_what_is_listed_from_its_day_on(cabinet, gift):
    spring, autumn = gift(day=date(2025, 3, 1)), gift(day=date(2025, 10, 1))
    cabinet.gift_rules.create(GiftRule(valid_from=date(2025, 7, 1), listed_above_cents=20000))
    assert [one.id for one in cabinet.gifts.yearly(2025).gifts] == [spring]
    assert cabinet.gifts.ids(query("", "to_list")) == [spring]
    assert [row.is_listed for row in cabinet.gifts.rows([spring, autumn], Language.SL)] == [True, False]


@pytest.mark.parametrize(
    ("record_type", "record"),
    [
        ("gift", Gift(value_cents=-1)),
        ("gift_rule", GiftRule(due_month=13)),
        ("gift_rule", GiftRule(due_day=0)),
        ("gift_rule", GiftRule(listed_above_cents=-1)),
    ],
)
def test_impossible_sums_and_days_are_refused(cabinet, record_type, record):
    with pytest.raises(ValueRejected):
        cabinet.records(record_type).create(record)
