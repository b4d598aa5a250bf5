"""Whom a letter addresses: the office a person is addressed by, found in the function as it is printed."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender, Person
from cabinet_app.domain.texts import Language, LocalizedText


class Office(StrEnum):
    """Offices whose holders are addressed by them and not by their names."""

    MAYOR = "mayor"
    LORD_MAYOR = "lord_mayor"
    DEPUTY_MAYOR = "deputy_mayor"
    AMBASSADOR = "ambassador"
    CONSUL = "consul"
    MINISTER = "minister"
    PRESIDENT = "president"
    CHAIR = "chair"
    COUNCILLOR = "councillor"
    CITY_SENATOR = "city_senator"
    DIRECTOR = "director"


@dataclass(frozen=True, slots=True)
class Addressee:
    """What a salutation is made of; `own_form` is how the person wishes to be addressed."""

    name: PersonName = field(default_factory=PersonName)
    gender: Gender = Gender.UNSTATED
    office: Office | None = None
    own_form: LocalizedText = field(default_factory=LocalizedText)


_SLOVENIAN: Final = {
    "župan": Office.MAYOR,
    "županja": Office.MAYOR,
    "nadžupan": Office.LORD_MAYOR,
    "nadžupanja": Office.LORD_MAYOR,
    "podžupan": Office.DEPUTY_MAYOR,
    "podžupanja": Office.DEPUTY_MAYOR,
    "veleposlanik": Office.AMBASSADOR,
    "veleposlanica": Office.AMBASSADOR,
    "konzul": Office.CONSUL,
    "konzulka": Office.CONSUL,
    "minister": Office.MINISTER,
    "ministrica": Office.MINISTER,
    "predsednik": Office.PRESIDENT,
    "predsednica": Office.PRESIDENT,
    "svetnik": Office.COUNCILLOR,
    "svetnica": Office.COUNCILLOR,
    "direktor": Office.DIRECTOR,
    "direktorica": Office.DIRECTOR,
}
_GERMAN: Final = {
    "bürgermeister": Office.MAYOR,
    "bürgermeisterin": Office.MAYOR,
    "oberbürgermeister": Office.LORD_MAYOR,
    "oberbürgermeisterin": Office.LORD_MAYOR,
    "vizebürgermeister": Office.DEPUTY_MAYOR,
    "vizebürgermeisterin": Office.DEPUTY_MAYOR,
    "botschafter": Office.AMBASSADOR,
    "botschafterin": Office.AMBASSADOR,
    "konsul": Office.CONSUL,
    "konsulin": Office.CONSUL,
    "generalkonsul": Office.CONSUL,
    "generalkonsulin": Office.CONSUL,
    "honorarkonsul": Office.CONSUL,
    "honorarkonsulin": Office.CONSUL,
    "minister": Office.MINISTER,
    "ministerin": Office.MINISTER,
    "bundesminister": Office.MINISTER,
    "bundesministerin": Office.MINISTER,
    "präsident": Office.PRESIDENT,
    "präsidentin": Office.PRESIDENT,
    "vorsitzender": Office.CHAIR,
    "vorsitzende": Office.CHAIR,
    "gemeinderat": Office.COUNCILLOR,
    "gemeinderätin": Office.COUNCILLOR,
    "stadtrat": Office.CITY_SENATOR,
    "stadträtin": Office.CITY_SENATOR,
    "direktor": Office.DIRECTOR,
    "direktorin": Office.DIRECTOR,
    "magistratsdirektor": Office.DIRECTOR,
    "magistratsdirektorin": Office.DIRECTOR,
}
_ENGLISH: Final = {
    "mayor": Office.MAYOR,
    "ambassador": Office.AMBASSADOR,
    "consul": Office.CONSUL,
    "minister": Office.MINISTER,
    "president": Office.PRESIDENT,
    "chair": Office.CHAIR,
    "chairman": Office.CHAIR,
    "chairwoman": Office.CHAIR,
    "councillor": Office.COUNCILLOR,
    "director": Office.DIRECTOR,
}
_BEFORE_SLOVENIAN: Final = re.compile(
    r"(prv|drug|tretj|mestn|občinsk|častn|generaln|zvezn|glavn)[iae]|gospod|gospa|izredn[ia]|in|"
    r"pooblaščen[ia]|1\.|2\.|3\."
)
# What follows these words says of what the office is, or whose assistant a person is.
_GERMAN_REST: Final = re.compile(r"[,(]|\b(der|des|die|für|im|in|von|vom|bei|beim|am|an|zu|zur)\b")
_ENGLISH_REST: Final = re.compile(r"[,(]|\b(of|to|for|at|in|on)\b")
_NOT_THE_HOLDER_GERMAN: Final = re.compile(r"stellvertret|ehemalig|früher|altbürger|designiert")
_NOT_THE_HOLDER_ENGLISH: Final = frozenset({"former", "ex", "assistant", "elect"})


def addressee_of(person: Person, function: LocalizedText | None = None) -> Addressee:
    """The person as a letter addresses them; `function` is the one printed on a visit, where there is one."""
    held = function if function and not function.is_empty else person.function
    return Addressee(person.name, person.gender, office_of(held), person.address_form)


def office_of(function: LocalizedText) -> Office | None:
    """The office named by a function; None where it names none that people are addressed by.

    German and English tell a chair from a president; Slovenian has one word for both and is asked last.
    """
    found = (
        _in_german(function.get(Language.DE)),
        _in_english(function.get(Language.EN)),
        _in_slovenian(function.get(Language.SL)),
    )
    return next((office for office in found if office is not None), None)


def _in_slovenian(text: str) -> Office | None:
    """The first noun is the office; what follows it in another case is only whose office it is."""
    for word in text.casefold().replace(",", " ").split():
        if not _BEFORE_SLOVENIAN.fullmatch(word):
            return _SLOVENIAN.get(word)
    return None


def _in_german(text: str) -> Office | None:
    head = _GERMAN_REST.split(text.casefold(), maxsplit=1)[0]
    words = head.split()
    if not words or _NOT_THE_HOLDER_GERMAN.search(head):
        return None
    return _GERMAN.get(words[-1])


def _in_english(text: str) -> Office | None:
    words = _ENGLISH_REST.split(text.casefold(), maxsplit=1)[0].replace("-", " ").split()
    if not words or not _NOT_THE_HOLDER_ENGLISH.isdisjoint(words):
        return None
    office = _ENGLISH.get(words[-1])
    if {"deputy", "vice"} & set(words):
        return Office.DEPUTY_MAYOR if office is Office.MAYOR else None
    return Office.LORD_MAYOR if office is Office.MAYOR and "lord" in words else office
