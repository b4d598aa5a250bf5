"""What prints say around stored names and figures, so that no stored name is ever declined."""

from collections.abc import Iterable
from typing import Final

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.collation import fold

# Spoken with a voiceless first consonant.
_VOICELESS: Final = frozenset("cfhkpstxq")
_VOICELESS_FIGURES: Final = frozenset("34567")
_TEEN_WITH_VOICED_START: Final = frozenset({"11", "12", "18"})


def s_z(word: str) -> str:
    """The Slovenian preposition before a word or a figure: `s Kranjem`, `s 3 člani`, `z 2 članoma`."""
    start = fold(word)[:1]
    if start.isdigit():
        figure = "".join(char for char in word.replace(".", "") if char.isdigit())
        return "s" if _starts_voiceless(int(figure)) else "z"
    return "s" if start in _VOICELESS else "z"


def _starts_voiceless(number: int) -> bool:
    """Whether the spoken numeral starts with a voiceless sound: tri, štiri, pet, šest, sedem, sto, tisoč."""
    if number >= 1000:  # noqa: PLR2004 - tisoč; before it its own count
        thousands = number // 1000
        return thousands == 1 or _starts_voiceless(thousands)
    if number >= 100:  # noqa: PLR2004 - sto; before it its own count
        hundreds = number // 100
        return hundreds == 1 or _starts_voiceless(hundreds)
    text = str(number)
    if len(text) == 1:
        return text in _VOICELESS_FIGURES
    if text[0] == "1":
        return text != "10" and text not in _TEEN_WITH_VOICED_START
    # Units are spoken first: triindvajset; round tens by their own name.
    return (text[0] if text[1] == "0" else text[1]) in _VOICELESS_FIGURES


def short_town(town: LocalizedText) -> LocalizedText:
    """A town without its second name in brackets, where it is named again: `Kranj (Krainburg)` -> `Kranj`."""
    return LocalizedText(*(town.get(language).partition(" (")[0] for language in Language))


def delegation_of_town(t: Translator, name: str) -> str:
    """The delegation with the town in apposition: `delegacija mesta Villach`."""
    return t.gettext("delegation of the town of {name}").format(name=name)


def delegations_line(t: Translator, names: Iterable[str]) -> str:
    """Several delegations by name: `delegacije: Oldham, La Ciotat`."""
    return t.gettext("delegations: {names}").format(names=", ".join(filter(None, names)))


def delegation_of_municipality(t: Translator, name: str) -> str:
    """The delegation with the municipality in apposition: `delegacija občine Bad Eisenkappel`."""
    return t.gettext("delegation of the municipality of {name}").format(name=name)


def vote_formula(t: Translator, present: int, votes_for: int, against: int = 0, abstained: int = 0) -> str:
    """The bracket of the minutes: `(4 PRISOTNI: 3 ZA, 1 VZDRŽAN)`; ZA is always told, other zeros are not."""
    votes = [t.ngettext("{count} for", "{count} for", votes_for).format(count=votes_for)]
    if against:
        votes.append(t.ngettext("{count} against", "{count} against", against).format(count=against))
    if abstained:
        words = t.ngettext("{count} abstention", "{count} abstentions", abstained)
        votes.append(words.format(count=abstained))
    formula = t.ngettext("({present} present: {votes})", "({present} present: {votes})", present)
    return formula.format(present=present, votes=", ".join(votes))
