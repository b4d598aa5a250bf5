"""Search over everything: one line of text, every kind of record."""

from dataclasses import dataclass

from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.collation import fold
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.searchable import words_of

_PER_TYPE = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: its type, what it is called, and what tells it from its namesakes."""

    record_type: str
    id: int
    title: str
    detail: str


class Search:
    """Finds records that hold every word typed, whatever its accents, in any order and any language."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet

    def find(self, text: str, language: Language, limit: int = 50) -> list[Hit]:
        """The best hits: first where the title begins with the text, then where it holds it, then the others.

        Within these the kinds of records stand in their usual order, and each in that of its own lists.
        """
        words = words_of(text)
        if not words:
            return []
        hits = [
            Hit(record_type, choice.id, choice.title, choice.detail)
            for record_type in RECORD_TYPES
            for choice in self._cabinet.records(record_type).choices(text, language, min(limit, _PER_TYPE))
        ]
        return sorted(hits, key=lambda hit: _distance(fold(hit.title), words))[:limit]


def _distance(title: str, words: list[str]) -> int:
    if title.startswith(" ".join(words)):
        return 0
    return 1 if all(word in title for word in words) else 2
