"""How a letter begins: the salutation and the block of the address, in three languages.

Stored names are never declined: Slovenian addresses in the nominative, the other two need no case.
"""

import re
from typing import Final

from cabinet_app.domain.address import Addressee, Office
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import Language

_TITLES_SL: Final[dict[Office, tuple[str, str]]] = {
    Office.MAYOR: ("županja", "župan"),
    Office.LORD_MAYOR: ("nadžupanja", "nadžupan"),
    Office.DEPUTY_MAYOR: ("podžupanja", "podžupan"),
    Office.AMBASSADOR: ("veleposlanica", "veleposlanik"),
    Office.CONSUL: ("konzulka", "konzul"),
    Office.MINISTER: ("ministrica", "minister"),
    Office.PRESIDENT: ("predsednica", "predsednik"),
    Office.CHAIR: ("predsednica", "predsednik"),
    Office.COUNCILLOR: ("svetnica", "svetnik"),
    Office.DIRECTOR: ("direktorica", "direktor"),
}
_TITLES_DE: Final[dict[Office, tuple[str, str]]] = {
    Office.MAYOR: ("Bürgermeisterin", "Bürgermeister"),
    Office.LORD_MAYOR: ("Oberbürgermeisterin", "Oberbürgermeister"),
    Office.DEPUTY_MAYOR: ("Vizebürgermeisterin", "Vizebürgermeister"),
    Office.AMBASSADOR: ("Botschafterin", "Botschafter"),
    Office.CONSUL: ("Konsulin", "Konsul"),
    Office.MINISTER: ("Ministerin", "Minister"),
    Office.PRESIDENT: ("Präsidentin", "Präsident"),
    Office.CHAIR: ("Vorsitzende", "Vorsitzender"),
    Office.COUNCILLOR: ("Gemeinderätin", "Gemeinderat"),
    Office.CITY_SENATOR: ("Stadträtin", "Stadtrat"),
    Office.DIRECTOR: ("Direktorin", "Direktor"),
}
_TITLES_EN: Final[dict[Office, str]] = {
    Office.MAYOR: "Mayor",
    Office.LORD_MAYOR: "Lord Mayor",
    Office.DEPUTY_MAYOR: "Deputy Mayor",
    Office.CONSUL: "Consul",
    Office.MINISTER: "Minister",
    Office.PRESIDENT: "President",
    Office.CHAIR: "Chair",
}
# Before the title of courtesy in the address of an ambassador; German writes it in the dative.
_EXCELLENCIES: Final[dict[Language, tuple[str, str]]] = {
    Language.SL: ("Njena ekscelenca", "Njegova ekscelenca"),
    Language.DE: ("Ihrer Exzellenz", "Seiner Exzellenz"),
    Language.EN: ("Her Excellency", "His Excellency"),
}
_WITHOUT_NAME: Final = {
    Language.SL: "Spoštovani,",
    Language.DE: "Sehr geehrte Damen und Herren,",
    Language.EN: "Dear Sir or Madam,",
}
# Degrees that are spoken in the salutation of each language, by the stored title without case and dots.
_DEGREES_SL: Final = {"dr": "dr.", "mag": "mag.", "prof": "prof.", "doc": "doc.", "akad": "akad."}
_DEGREES_DE: Final = {
    "dr": "Dr.",
    "drin": "Dr.in",
    "mag": "Mag.",
    "maga": "Mag.a",
    "mmag": "MMag.",
    "mmaga": "MMag.a",
    "di": "DI",
    "diin": "DIin",
    "dipl-ing": "Dipl.-Ing.",
    "ing": "Ing.",
    "prof": "Prof.",
    "univ-prof": "Univ.-Prof.",
}
_RANKS_EN: Final = {"prof": "Professor", "dr": "Dr", "cllr": "Councillor", "councillor": "Councillor"}
_KNIGHTS: Final = {"sir": "Sir", "dame": "Dame"}
_SMALL_DEGREES: Final = frozenset({"dr.", "mag.", "prof.", "doc.", "akad."})
_SIGN_AT_END: Final = re.compile(r"[,.!:;?]$")


def salutation(addressee: Addressee | None, language: Language) -> str:
    """The first line of a letter with its comma: `Spoštovana gospa županja,`, `Dear Mayor,`.

    The person's own form is taken as it stands; without a stated gender the form is neutral.
    """
    if addressee is None or addressee.name.is_empty:
        return _WITHOUT_NAME[language]
    own = addressee.own_form.get(language).strip()
    if own:
        return own if _SIGN_AT_END.search(own) else f"{own},"
    if language is Language.SL:
        return _slovenian(addressee)
    return _german(addressee) if language is Language.DE else _english(addressee)


def block_lines(addressee: Addressee, language: Language) -> list[str]:
    """The first lines of the address: the title of courtesy where the language writes one, and the name."""
    courtesy = {
        (Language.SL, Gender.FEMALE): "Gospa",
        (Language.SL, Gender.MALE): "Gospod",
        (Language.DE, Gender.FEMALE): "Frau",
        (Language.DE, Gender.MALE): "Herrn",
    }.get((language, addressee.gender), "")
    if addressee.office is Office.AMBASSADOR:
        excellency = _fitting(addressee.gender, *_EXCELLENCIES[language], "")
        # Inside the line Slovenian writes the title of courtesy small.
        following = courtesy.lower() if language is Language.SL and excellency else courtesy
        courtesy = f"{excellency} {following}".strip()
    name = name_with_titles(addressee.name, language)
    if language is Language.EN and not addressee.name.title_before:
        name = f"{_fitting(addressee.gender, 'Ms ', 'Mr ', '')}{name}"
    return [line for line in (courtesy, name) if line]


def name_with_titles(name: PersonName, language: Language) -> str:
    """The name as a letter writes it: Slovenian degrees begin small, the same ones abroad with a capital."""
    written = name.with_titles
    first = written.partition(" ")[0]
    if language is not Language.SL and first in _SMALL_DEGREES:
        return first.capitalize() + written[len(first) :]
    return written


def _slovenian(addressee: Addressee) -> str:
    gender, office = addressee.gender, addressee.office
    if gender is Gender.UNSTATED:
        return "Ekscelenca," if office is Office.AMBASSADOR else "Spoštovani,"
    called = _fitting(gender, *_TITLES_SL.get(office, ("", "")), "") if office else ""
    called = called or _with_degrees(addressee.name, _DEGREES_SL)
    if office is Office.AMBASSADOR:
        return _fitting(
            gender, f"Ekscelenca, spoštovana gospa {called},", f"Ekscelenca, spoštovani gospod {called},", ""
        )
    return _fitting(gender, f"Spoštovana gospa {called},", f"Spoštovani gospod {called},", "")


def _german(addressee: Addressee) -> str:
    gender, office = addressee.gender, addressee.office
    if gender is Gender.UNSTATED:
        return "Exzellenz," if office is Office.AMBASSADOR else f"Guten Tag {addressee.name.full},"
    called = _fitting(gender, *_TITLES_DE.get(office, ("", "")), "") if office else ""
    called = called or _with_degrees(addressee.name, _DEGREES_DE)
    if office is Office.AMBASSADOR:
        return _fitting(
            gender, f"Exzellenz, sehr geehrte Frau {called},", f"Exzellenz, sehr geehrter Herr {called},", ""
        )
    return _fitting(gender, f"Sehr geehrte Frau {called},", f"Sehr geehrter Herr {called},", "")


def _english(addressee: Addressee) -> str:
    office, name = addressee.office, addressee.name
    if office is Office.AMBASSADOR:
        return "Your Excellency,"
    if office in _TITLES_EN:
        return f"Dear {_TITLES_EN[office]},"
    family = name.family or name.given
    titles = _bare_titles(name)
    for title in titles:
        if title in _KNIGHTS and name.given:
            return f"Dear {_KNIGHTS[title]} {name.given},"
    for title, said in _RANKS_EN.items():
        if title in titles:
            return f"Dear {said} {family},"
    if office is Office.COUNCILLOR:
        return f"Dear Councillor {family},"
    return f"Dear {_fitting(addressee.gender, f'Ms {family}', f'Mr {family}', name.full)},"


def _fitting(gender: Gender, feminine: str, masculine: str, neutral: str) -> str:
    return {Gender.FEMALE: feminine, Gender.MALE: masculine, Gender.UNSTATED: neutral}[gender]


def _with_degrees(name: PersonName, spoken: dict[str, str]) -> str:
    degrees = [spoken[title] for title in _bare_titles(name) if title in spoken]
    return " ".join([*degrees, name.family or name.given])


def _bare_titles(name: PersonName) -> list[str]:
    return [title.casefold().replace(".", "") for title in name.title_before.split()]
