"""Values of gifts as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.gift_amounts import LARGEST_CENTS, Amount, read_amount
from cabinet_app.domain.gifts import Valuation


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("120", 12000),
        ("120,50", 12050),
        ("120.5", 12050),
        ("120,-", 12000),
        ("0", 0),
        ("1.250", 125000),
        ("1.250,00", 125000),
        ("1,250.00", 125000),
        ("1 250,5", 125050),
        (" 49,99 EUR ", 4999),
        ("€ 120", 12000),
        ("120€", 12000),
        ("120 evrov", 12000),
    ],
)
def test_a_sum_is_read_as_it_is_written_in_any_of_the_languages(typed, cents):
    assert read_amount(typed) == Amount(cents, Valuation.KNOWN)


@pytest.mark.parametrize(
    "typed",
    ["ca. 120", "ca 120", "~120", "pribl. 120 EUR", "približno 120", "etwa 120", "RUND 120", "about 120"],
)
def test_a_word_makes_it_an_estimate(typed):
    assert read_amount(typed) == Amount(12000, Valuation.ESTIMATED)


@pytest.mark.parametrize("typed", ["", "vaza", "-5", "12,345,6", "1,2,3", "120 USD", "12 0", "ca.", "9" * 30])
def test_what_is_no_sum_is_not_guessed(typed):
    assert read_amount(typed) is None


@given(st.integers(0, LARGEST_CENTS))
def test_every_sum_is_read_back(cents):
    assert read_amount(f"{cents // 100},{cents % 100:02}") == Amount(cents)
    assert Amount(cents).euros == Decimal(cents) / 100


@given(st.text(max_size=20))
def test_nothing_that_is_typed_is_too_much(text):
    read_amount(text)
