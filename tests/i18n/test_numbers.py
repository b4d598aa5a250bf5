from decimal import Decimal

import pytest

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.dates import money, number

SL, DE, EN = Language.SL, Language.DE, Language.EN


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [
        (1234567, SL, "1.234.567"),
        (1234567, DE, "1.234.567"),
        (1234567, EN, "1,234,567"),
        (1234.5, SL, "1.234,5"),
        (Decimal("0.10"), DE, "0,10"),
        (-3, SL, "−3"),
        (0, EN, "0"),
    ],
)
def test_figures(value, lang, expected):
    assert number(value, lang) == expected


def test_the_number_of_decimals_can_be_fixed():
    assert number(2.345, SL, 2) == "2,35"
    assert number(2, DE, 1) == "2,0"


@pytest.mark.parametrize(
    ("amount", "currency", "lang", "expected"),
    [
        (Decimal(1250), "EUR", SL, "1.250,00\u00a0€"),
        (Decimal("99.9"), "EUR", DE, "99,90\u00a0€"),
        (100, "EUR", EN, "€100.00"),
        (-100, "EUR", EN, "−€100.00"),
        (100, "CHF", EN, "CHF\u00a0100.00"),
        (100, "CHF", SL, "100,00\u00a0CHF"),
        (5, "GBP", EN, "£5.00"),
    ],
)
def test_sums_of_money(amount, currency, lang, expected):
    assert money(amount, lang, currency) == expected
