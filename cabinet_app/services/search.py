"""Search over everything: one line of text, every kind of record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.collation import fold
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.searchable import words_of


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

        Within these the kinds of records stand in their usual order, and each in that of its own lists. Where
        there are more than `limit`, those in which no word begins with what was typed are left out first.
        """
        words = words_of(text)
        if not words:
            return []
        found = [
            (rank, record_type, record_id)
            for record_type in RECORD_TYPES
            for rank, record_id in self._cabinet.records(record_type).best(text, language, limit)
        ]
        found.sort(key=itemgetter(0))  # what will not be shown is not read
        hits = [
            hit for record_type in RECORD_TYPES for hit in self._hits(record_type, found[:limit], language)
        ]
        return sorted(hits, key=lambda hit: _distance(fold(hit.title), words))

    def _hits(
        self, record_type: str, found: Sequence[tuple[int, str, int]], language: Language
    ) -> Iterator[Hit]:
        ids = [record_id for _, found_type, record_id in found if found_type == record_type]
        for choice in self._cabinet.records(record_type).choices_of(ids, language) if ids else ():
            yield Hit(record_type, choice.id, choice.title, choice.detail)


def _distance(title: str, words: list[str]) -> int:
    if title.startswith(" ".join(words)):
        return 0
    return 1 if all(word in title for word in words) else 2
