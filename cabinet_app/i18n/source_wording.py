"""The usual vague wordings of sources, such as `konec decembra 2022`, read and said in every language."""

import re
from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.collation import fold
from cabinet_app.i18n.date_lexicon import MONTH_WORDS
from cabinet_app.i18n.date_words import MONTHS, MONTHS_GENITIVE_SL, MONTHS_LOCATIVE_SL, NBSP

# What each language calls the parts, folded; several words may name one part.
_PART_WORDS: Final = {
    "early": ("zacetek", "zacetku", "zgodnji", "anfang", "beginn", "early", "beginning of", "start of"),
    "middle": ("sredi", "sredina", "sredini", "mitte", "mid", "middle of"),
    "late": ("konec", "koncu", "pozni", "ende", "late", "end of"),
}
_SEASON_WORDS: Final = {
    "spring": ("pomlad", "spomladi", "pomladi", "fruhjahr", "fruhling", "spring"),
    "summer": ("poletje", "poleti", "sommer", "summer"),
    "autumn": ("jesen", "jeseni", "herbst", "autumn"),
    "winter": ("zima", "pozimi", "zimo", "winter"),
}
_ORDINAL_WORDS: Final = {
    1: ("prvi", "prvem", "prva", "prvi polovici", "erste", "ersten", "erstes", "first", "1."),
    2: ("drugi", "drugem", "druga", "zweite", "zweiten", "zweites", "second", "2."),
    3: ("tretji", "tretjem", "dritte", "dritten", "third", "3."),
    4: ("cetrti", "cetrtem", "vierte", "vierten", "fourth", "4."),
    5: ("zadnji", "zadnjem", "letzte", "letzten", "last"),
}
_ORDINALS: Final = {
    Language.SL: ("prvi", "drugi", "tretji", "četrti", "zadnji"),
    Language.DE: ("erste", "zweite", "dritte", "vierte", "letzte"),
    Language.EN: ("first", "second", "third", "fourth", "last"),
}
# Alone and inside a sentence.
_PARTS_SL: Final = {
    "early": ("začetek", "v začetku"),
    "middle": ("sredina", "sredi"),
    "late": ("konec", "konec"),
}
_PARTS_SL_GENITIVE: Final = {"early": "začetka", "middle": "srede", "late": "konca"}
_PARTS_DE: Final = {"early": "Anfang", "middle": "Mitte", "late": "Ende"}
_PARTS_EN: Final = {"early": "early ", "middle": "mid-", "late": "late "}
_SEASONS_SL: Final = {
    "spring": ("pomlad", "spomladi"),
    "summer": ("poletje", "poleti"),
    "autumn": ("jesen", "jeseni"),
    "winter": ("zima", "pozimi"),
}
_SEASONS_DE: Final = {"spring": "Frühjahr", "summer": "Sommer", "autumn": "Herbst", "winter": "Winter"}
_HALVES_SL: Final = {1: ("prva polovica", "v prvi polovici"), 2: ("druga polovica", "v drugi polovici")}


@dataclass(frozen=True, slots=True)
class SourceWording:
    """What a wording names: `part` is early, middle, late, week, half or a season; `number` says which."""

    part: str
    year: int
    month: int = 0
    number: int = 0

    def said(self, lang: Language, *, standalone: bool) -> str:
        """The wording in `lang`, alone as in a table or with its preposition as in a sentence."""
        say = {"week": self._week, "half": self._half}.get(self.part)
        if say is None:
            say = self._season if self.part in _SEASON_WORDS else self._part
        return say(lang, standalone)

    def genitive_sl(self) -> str:
        """The Slovenian form behind `od` and `do`; empty for weeks, halves and seasons."""
        if self.part not in _PARTS_SL_GENITIVE:
            return ""
        span = MONTHS_GENITIVE_SL[self.month - 1] if self.month else "leta"
        return f"{_PARTS_SL_GENITIVE[self.part]} {span}{NBSP}{self.year}"

    def _part(self, lang: Language, standalone: bool) -> str:
        if lang is Language.SL:
            span = f"{MONTHS_GENITIVE_SL[self.month - 1]}" if self.month else "leta"
            return f"{_PARTS_SL[self.part][not standalone]} {span}{NBSP}{self.year}"
        span = f"{MONTHS[lang][self.month - 1]}{NBSP}{self.year}" if self.month else str(self.year)
        if lang is Language.DE:
            return f"{_PARTS_DE[self.part]} {span}"
        return f"{'' if standalone else 'in '}{_PARTS_EN[self.part]}{span}"

    def _week(self, lang: Language, standalone: bool) -> str:
        ordinal = _ORDINALS[lang][self.number - 1]
        if lang is Language.SL:
            return f"{ordinal} teden v {MONTHS_LOCATIVE_SL[self.month - 1]}{NBSP}{self.year}"
        month = f"{MONTHS[lang][self.month - 1]}{NBSP}{self.year}"
        if lang is Language.DE:
            return f"{ordinal} Woche im {month}" if standalone else f"in der {ordinal}n Woche im {month}"
        return f"{'' if standalone else 'in the '}{ordinal} week of {month}"

    def _half(self, lang: Language, standalone: bool) -> str:
        if lang is Language.SL:
            return f"{_HALVES_SL[self.number][not standalone]} leta{NBSP}{self.year}"
        ordinal = _ORDINALS[lang][self.number - 1]
        if lang is Language.DE:
            return f"{ordinal}s Halbjahr {self.year}" if standalone else f"im {ordinal}n Halbjahr {self.year}"
        return f"{'' if standalone else 'in the '}{ordinal} half of {self.year}"

    def _season(self, lang: Language, standalone: bool) -> str:
        if lang is Language.SL:
            return f"{_SEASONS_SL[self.part][not standalone]}{NBSP}{self.year}"
        if lang is Language.DE:
            return f"{'' if standalone else 'im '}{_SEASONS_DE[self.part]}{NBSP}{self.year}"
        return f"{'' if standalone else 'in '}{self.part}{NBSP}{self.year}"


def _choices(words: dict[str, tuple[str, ...]]) -> str:
    return "|".join(re.escape(word) for names in words.values() for word in names)


_ORDINAL = "|".join(re.escape(word) for names in _ORDINAL_WORDS.values() for word in names)
_MONTH = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_LEAD = r"(?:v|na|in|im|in der|in the|the)?\s*"
_YEAR = r"(?:leta |letu |des jahres |the year |of )?(?P<year>\d{4})"
_PART_OF = re.compile(rf"{_LEAD}(?P<part>{_choices(_PART_WORDS)})[ -]+(?:(?P<month>{_MONTH})\.? )?{_YEAR}")
_WEEK_OF = re.compile(
    rf"{_LEAD}(?P<number>{_ORDINAL}) (?:teden|tednu|woche|week) (?:v |im |in |of |des )?"
    rf"(?P<month>{_MONTH}) {_YEAR}"
)
_HALF_OF = re.compile(
    rf"{_LEAD}(?P<number>{_ORDINAL}) (?:polovica|polovici|halfte|halbjahr|half) (?:of )?{_YEAR}"
)
_SEASON_OF = re.compile(rf"{_LEAD}(?P<part>{_choices(_SEASON_WORDS)}) (?:of )?{_YEAR}")


def recognise(wording: str) -> SourceWording | None:
    """What a wording in any of the three languages names, None if it is not one of the usual ones."""
    text = fold(wording)
    if match := _PART_OF.fullmatch(text):
        part = _key_of(match["part"], _PART_WORDS)
        return SourceWording(part, int(match["year"]), MONTH_WORDS.get(match["month"] or "", 0))
    if match := _WEEK_OF.fullmatch(text):
        return SourceWording(
            "week", int(match["year"]), MONTH_WORDS[match["month"]], _ordinal(match["number"])
        )
    if (match := _HALF_OF.fullmatch(text)) and _ordinal(match["number"]) in _HALVES_SL:
        return SourceWording("half", int(match["year"]), number=_ordinal(match["number"]))
    if match := _SEASON_OF.fullmatch(text):
        return SourceWording(_key_of(match["part"], _SEASON_WORDS), int(match["year"]))
    return None


def _key_of(word: str, words: dict[str, tuple[str, ...]]) -> str:
    return next(key for key, names in words.items() if word in names)


def _ordinal(word: str) -> int:
    return next(number for number, names in _ORDINAL_WORDS.items() if word in names)
