"""Values of gifts as people write them: `120`, `120,50`, `1.250,00 EUR`, `ca. 120`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from cabinet_app.domain.gifts import Valuation

LARGEST_CENTS: Final = 10**11
_ABOUT: Final = (
    r"ca\.?|c\.|cca\.?|circa|cirka|pribl\.?|približno|okrog|okoli"
    r"|etwa|ungefähr|rund|about|approx\.?|approximately|~|≈"
)
_CURRENCY: Final = r"€|eur|evr\w*|euros?"
_AMOUNT: Final = re.compile(
    rf"(?P<about>{_ABOUT})?\s*(?:{_CURRENCY})?\s*"
    r"(?P<whole>\d{1,3}(?P<gap>[ .,'\u00a0\u202f])\d{3}(?:(?P=gap)\d{3})*|\d+)"
    r"(?:(?!(?P=gap))[.,](?P<cents>\d{1,2}|[-–—]))?"
    rf"\s*(?:{_CURRENCY})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in cents of a euro and whether it is known or only estimated."""

    cents: int
    valuation: Valuation = Valuation.KNOWN

    @property
    def euros(self) -> Decimal:
        return Decimal(self.cents) / 100


def read_amount(text: str) -> Amount | None:
    """What was typed; None where it is no sum. A word such as `ca.` makes it an estimate."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    whole = int(re.sub(r"\D", "", found["whole"]))
    cents = (found["cents"] or "").strip("-–—").ljust(2, "0")
    total = whole * 100 + int(cents)
    if total > LARGEST_CENTS:
        return None
    return Amount(total, Valuation.ESTIMATED if found["about"] else Valuation.KNOWN)
