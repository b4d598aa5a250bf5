"""Gifts in words."""

from datetime import date

import pytest

from cabinet_app.domain.gift_amounts import Amount, read_amount
from cabinet_app.domain.gift_rules import GiftTrouble
from cabinet_app.domain.gifts import GiftRule, Valuation
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.gift_words import (
    listing_sentence,
    sum_words,
    trouble_sentence,
    typed_value,
    value_words,
)

RULE = GiftRule(listed_above_cents=5000, occasional_limit_cents=10000, source="ZIntPK")
EN = translator(Language.EN)


@pytest.mark.parametrize(
    ("cents", "language", "said"),
    [
        (10000, Language.SL, "100\u00a0€"),
        (10000, Language.DE, "100\u00a0€"),
        (10000, Language.EN, "€100"),
        (4990, Language.SL, "49,90\u00a0€"),
        (4990, Language.EN, "€49.90"),
        (125000, Language.DE, "1.250\u00a0€"),
    ],
)
def test_a_sum_in_a_sentence_has_no_cents_where_there_are_none(cents, language, said):
    assert sum_words(cents, language) == said


def test_a_value_says_whether_it_is_estimated_and_a_dash_stands_for_none():
    assert value_words(12000, Valuation.KNOWN, EN) == "€120.00"
    assert value_words(12000, Valuation.ESTIMATED, EN).endswith("€120.00")
    assert value_words(12000, Valuation.ESTIMATED, EN) != "€120.00"
    assert value_words(None, Valuation.ESTIMATED, EN) == "–"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("valuation", list(Valuation))
@pytest.mark.parametrize("cents", [0, 1, 4990, 12000, 125050])
def test_a_value_is_written_as_it_can_be_read_back(language, valuation, cents):
    assert read_amount(typed_value(cents, valuation, translator(language))) == Amount(cents, valuation)


def test_the_warning_names_the_limit_and_its_source():
    said = trouble_sentence(GiftTrouble.ABOVE_OCCASIONAL_LIMIT, RULE, EN)
    assert "€100" in said
    assert "ZIntPK" in said


@pytest.mark.parametrize(
    "trouble", [one for one in GiftTrouble if one is not GiftTrouble.ABOVE_OCCASIONAL_LIMIT]
)
def test_every_trouble_has_its_sentence(trouble):
    assert trouble_sentence(trouble, None, EN).endswith(".")


def test_whether_a_gift_is_listed_is_said_with_the_limit_and_the_year():
    day = date(2025, 6, 1)
    assert (
        listing_sentence(RULE, day, EN, is_listed=True)
        == "Worth more than €50: it stands in the list for 2025."
    )
    assert listing_sentence(RULE, day, EN, is_listed=False).startswith("Worth no more than €50")
    assert listing_sentence(None, day, EN, is_listed=True) == ""
    assert listing_sentence(RULE, None, EN, is_listed=True) == ""
