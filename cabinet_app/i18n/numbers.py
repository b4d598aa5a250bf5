"""Figures and sums of money as each language writes them."""

from decimal import ROUND_HALF_UP, Decimal

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.date_words import NBSP

_MEGABYTE = 1_000_000
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}


def number(value: float | Decimal, lang: Language, decimals: int | None = None) -> str:
    """Thousands and decimals marked: `12.345,5`, `12.345,5`, `12,345.5`.

    `decimals` fixes the number of digits behind the mark; without it a value keeps the digits it has.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{exact:,f}"
    if lang is not Language.EN:
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", "\u2212")


def money(amount: float | Decimal, lang: Language, currency: str = "EUR") -> str:
    """A sum with two decimals: `1.250,00 €`, `€1,250.00`; a currency without a symbol by its code."""
    symbol = _SYMBOLS.get(currency, currency)
    figure = number(amount, lang, 2)
    if lang is Language.EN and currency in _SYMBOLS:
        return f"\u2212{symbol}{figure[1:]}" if figure.startswith("\u2212") else f"{symbol}{figure}"
    return f"{symbol}{NBSP}{figure}" if lang is Language.EN else f"{figure}{NBSP}{symbol}"


def file_size(size: int, lang: Language) -> str:
    """The size of a file, given in bytes: `340 kB`, `1,2 MB`."""
    if size < _MEGABYTE:
        return f"{number(max(1, round(size / 1000)), lang)}{NBSP}kB"
    return f"{number(size / _MEGABYTE, lang, 1)}{NBSP}MB"
