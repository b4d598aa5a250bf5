"""Which rank of a scheme the words of a function speak of.

A label of a rank names its post in each language, woman and man, and, behind a semicolon, other words for it:
`podžupan/podžupanja; namestnik župana`. What stands in brackets is for the reader only.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from cabinet_app.domain.people import Gender
from cabinet_app.domain.protocol import PrecedenceRank, PrecedenceScheme
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import DelegationSide

_WORD: Final = re.compile(r"[\w'’-]+")
_BRACKETS: Final = re.compile(r"\([^)]*\)")
_BEFORE: Final = 1
"""How many words may stand before the post: `prva podžupanja`, but not `svetnica, pristojna za župana`."""
_ANOTHER_POST: Final = frozenset(
    {
        *("nekdanji", "nekdanja", "bivši", "bivša", "namestnik", "namestnica", "pomočnik", "pomočnica"),
        *("ehemaliger", "ehemalige", "zweiter", "zweite", "dritter", "dritte", "stv"),
        *("stellvertretender", "stellvertretende", "former", "ex", "deputy", "vice", "assistant"),
    }
)
"""Words that make the post behind them another one."""
_HEADS: Final = ("vodja delegacije", "delegationsleiter", "delegationsleitung", "head of delegation")


def proposed_rank(
    function: LocalizedText, side: DelegationSide, scheme: PrecedenceScheme
) -> PrecedenceRank | None:
    """The rank whose label says most of the function; of two alike, hosts have the higher one.

    The mayor of the host town goes before the mayors who visit; both are called mayor.
    """
    best: list[PrecedenceRank] = []
    longest = 0
    for entry in sorted(scheme.ranks, key=_number):
        length = max(
            (_length(function.get(language), entry.label.get(language)) for language in Language), default=0
        )
        if length > longest:
            best, longest = [entry], length
        elif length and length == longest:
            best.append(entry)
    if not best:
        return None
    return best[0] if side is DelegationSide.HOST else best[-1]


def head_rank(scheme: PrecedenceScheme) -> int:
    """The rank that the scheme gives to heads of delegations; 0, the highest of all, where it names none."""
    ranks = [
        entry.rank
        for entry in scheme.ranks
        if any(words in text.casefold() for text in entry.label.all for words in _HEADS)
    ]
    return min(ranks, default=0)


def post_of(label: str, gender: Gender) -> str:
    """The label as said of one person: `podžupanja` of `podžupan/podžupanja`; without the other words."""
    first = label.partition(";")[0].strip()
    plain = _BRACKETS.sub("", first).strip()
    forms = [form.strip() for form in plain.split("/")]
    if gender is Gender.UNSTATED or len(forms) != len(Gender) - 1:
        return plain
    return forms[0] if gender is Gender.MALE else forms[1]


def _number(entry: PrecedenceRank) -> int:
    return entry.rank


def _length(function: str, label: str) -> int:
    """How many letters of the label's longest post stand at the beginning of the function."""
    said = _words(function)
    return max((len(" ".join(post)) for post in _posts(label) if _begins(said, post)), default=0)


def _begins(said: tuple[str, ...], post: tuple[str, ...]) -> bool:
    for start in range(_BEFORE + 1):
        if said[start : start + len(post)] == post:
            return not _ANOTHER_POST.intersection(said[:start])
    return False


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=512)
def _posts(label: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_split(label))


def _split(label: str) -> Iterator[tuple[str, ...]]:
    for name in re.split(r"[/;,]", _BRACKETS.sub("", label)):
        if words := _words(name):
            yield words
