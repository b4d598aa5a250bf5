"""The rules about gifts: which hold, whose a gift is, what is listed and what is worth a warning."""

from datetime import date

import pytest

from cabinet_app.domain.gift_repeats import given_before
from cabinet_app.domain.gift_rules import (
    GiftTrouble,
    due_day,
    is_above_limit,
    is_listed,
    owner_by_rule,
    rule_on,
    troubles,
    yearly_list,
)
from cabinet_app.domain.gifts import Gift, GiftDirection, GiftNature, GiftOwner, GiftRule
from cabinet_app.domain.texts import LocalizedText, same

DAY = date(2026, 5, 4)
OLD = GiftRule(id=1, valid_from=date(2010, 1, 1), listed_above_cents=2500, occasional_limit_cents=7500)
NOW = GiftRule(id=2, valid_from=date(2020, 11, 17), listed_above_cents=5000, occasional_limit_cents=10000)
RULES = [NOW, OLD]


def gift(cents=12000, **fields):
    return Gift(**{"happened_on": DAY, "value_cents": cents, "official_id": 7, **fields})


def test_the_rule_of_the_day_of_the_gift_is_used():
    assert rule_on(RULES, date(2020, 11, 16)) == OLD
    assert rule_on(RULES, date(2020, 11, 17)) == NOW
    assert rule_on(RULES, date(2009, 12, 31)) is None
    assert rule_on(RULES, None) == NOW


def test_a_protocol_gift_is_the_municipalitys_whatever_its_value():
    for cents in (None, 0, 100, 12000, 9_999_900):
        assert owner_by_rule(gift(cents), NOW) is GiftOwner.MUNICIPALITY


@pytest.mark.parametrize(
    ("cents", "owner"), [(None, "recipient"), (10000, "recipient"), (10001, "municipality")]
)
def test_an_occasional_gift_is_kept_up_to_the_limit(cents, owner):
    given = gift(cents, nature=GiftNature.OCCASIONAL)
    assert owner_by_rule(given, NOW) == owner
    assert is_above_limit(given, NOW) is (owner == "municipality")


def test_without_a_rule_an_occasional_gift_is_the_recipients():
    assert owner_by_rule(gift(nature=GiftNature.OCCASIONAL), None) is GiftOwner.RECIPIENT


def test_what_is_worth_no_more_than_the_limit_is_kept_but_not_listed():
    assert not is_listed(gift(5000), NOW)
    assert is_listed(gift(5001), NOW)
    assert is_listed(gift(2501), OLD)
    assert not is_listed(gift(None), NOW)
    assert not is_listed(gift(12000, direction=GiftDirection.GIVEN), NOW)
    assert not is_listed(gift(12000), None)


def test_what_is_worth_a_warning():
    above = gift(12000, nature=GiftNature.OCCASIONAL)
    assert troubles(above, NOW) == (GiftTrouble.ABOVE_OCCASIONAL_LIMIT,)
    kept = gift(1000, owner=GiftOwner.RECIPIENT)
    assert troubles(kept, NOW) == (GiftTrouble.PROTOCOL_GIFT_KEPT,)
    assert troubles(gift(None, happened_on=None), NOW) == (GiftTrouble.NO_VALUE, GiftTrouble.NO_DAY)
    assert troubles(gift(official_id=None), NOW) == (GiftTrouble.NO_OFFICIAL,)
    assert troubles(gift(), None) == (GiftTrouble.NO_RULE,)
    assert troubles(gift(12000), NOW) == ()


def test_what_we_give_is_nobodys_trouble():
    assert troubles(gift(None, direction=GiftDirection.GIVEN), None) == ()


def test_the_list_of_a_year_judges_each_gift_by_its_own_day():
    new = GiftRule(id=3, valid_from=date(2026, 7, 1), listed_above_cents=20000)
    spring, autumn = gift(12000, id=1), gift(12000, id=2, happened_on=date(2026, 9, 1))
    small, unknown = gift(4000, id=3), gift(None, id=4)
    other_year, given = (
        gift(12000, id=5, happened_on=date(2025, 5, 4)),
        gift(id=6, direction=GiftDirection.GIVEN),
    )
    found = yearly_list([autumn, spring, small, unknown, other_year, given], [*RULES, new], 2026)
    assert [one.id for one in found.gifts] == [1]
    assert [one.id for one in found.unjudged] == [4]
    assert found.rule == new
    assert found.due_on == date(2027, 3, 31)


def test_a_list_is_reported_when_each_of_its_gifts_is():
    day = date(2027, 3, 2)
    assert not yearly_list([gift(id=1), gift(id=2, reported_on=day)], RULES, 2026).is_reported
    assert yearly_list([gift(id=1, reported_on=day)], RULES, 2026).is_reported
    assert yearly_list([], RULES, 2026).is_reported


def test_a_list_is_due_on_the_day_of_its_rule_or_the_last_of_a_short_month():
    assert due_day(NOW, 2025) == date(2026, 3, 31)
    assert due_day(GiftRule(due_month=2, due_day=31), 2027) == date(2028, 2, 29)
    assert yearly_list([], [], 2026).due_on is None


def test_the_same_thing_is_not_given_twice_without_a_word():
    before = Gift(id=1, direction=GiftDirection.GIVEN, happened_on=DAY, description=same("Kranjska klobasa"))
    earlier = [before, Gift(id=2, direction=GiftDirection.RECEIVED, description=same("Kranjska klobasa"))]
    draft = Gift(direction=GiftDirection.GIVEN, description=same("kranjska  klobasa!"))
    assert given_before(draft, earlier) == before
    assert given_before(Gift(description=same("Kranjska klobasa")), earlier) is None
    assert given_before(Gift(direction=GiftDirection.GIVEN), earlier) is None
    assert given_before(before, earlier) is None


def test_descriptions_are_compared_language_by_language():
    before = Gift(id=1, direction=GiftDirection.GIVEN, description=LocalizedText(sl="vaza", de="Vase"))
    assert given_before(Gift(direction=GiftDirection.GIVEN, description=LocalizedText(de="VASE")), [before])
    assert not given_before(
        Gift(direction=GiftDirection.GIVEN, description=LocalizedText(en="vaza")), [before]
    )
