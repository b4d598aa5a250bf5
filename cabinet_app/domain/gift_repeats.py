"""Gifts that would be given twice: the same thing to the same town or person."""

import unicodedata
from collections.abc import Iterable
from datetime import date

from cabinet_app.domain.gifts import Gift, GiftDirection
from cabinet_app.domain.texts import Language, LocalizedText


def given_before(gift: Gift, earlier: Iterable[Gift]) -> Gift | None:
    """The latest of the earlier gifts that we gave with the same description in any language, if any."""
    if gift.direction is not GiftDirection.GIVEN or gift.description.is_empty:
        return None
    same = [
        one
        for one in earlier
        if one.id != gift.id
        and one.direction is GiftDirection.GIVEN
        and _reads_alike(gift.description, one.description)
    ]
    return max(same, key=lambda one: one.happened_on or date.min, default=None)


def _reads_alike(first: LocalizedText, second: LocalizedText) -> bool:
    return any(
        _plain(first.get(language)) and _plain(first.get(language)) == _plain(second.get(language))
        for language in Language
    )


def _plain(text: str) -> str:
    """Without case, marks and signs: `Kranjska klobasa!` is `kranjska klobasa`."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        "".join(
            char if char.isalnum() else " " for char in letters if not unicodedata.combining(char)
        ).split()
    )
