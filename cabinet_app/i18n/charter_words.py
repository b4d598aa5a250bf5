"""The text of a signing charter, from its facts: whole sentences, stored names never declined.

Written in the manner of the charters that the Council of European Municipalities and Regions recommends: form
free, not binding in law, put before the councils, ended by either side in writing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Area, Instrument
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.house_language import short_town
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.languages import language_name
from cabinet_app.i18n.vague_wording import vague, vague_bound

COPIES: Final[Mapping[Language, tuple[str, ...]]] = {
    Language.SL: (
        "enem",
        "dveh",
        "treh",
        "štirih",
        "petih",
        "šestih",
        "sedmih",
        "osmih",
        "devetih",
        "desetih",
    ),
    Language.DE: ("einer", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    Language.EN: ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
"""How many counterparts there are, in the case that their sentence asks for; more stand in figures."""
_CHARTERS: Final = {Instrument.TWINNING_CHARTER, Instrument.COOPERATION_CHARTER}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs for a town; `function` in the gender of the person, empty where nobody is known yet."""

    town: LocalizedText
    name: str = ""
    function: LocalizedText = field(default_factory=LocalizedText)


@dataclass(frozen=True, slots=True)
class SigningPlace:
    """Where and when it is signed; `local_time` is the wall clock's there, for a remote signing."""

    place: LocalizedText
    day: VagueDate = field(default_factory=VagueDate)
    local_time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Charter:
    """The facts of a charter; `decisions` are the councils' towns with the dates of their decisions."""

    instrument: Instrument
    towns: tuple[LocalizedText, ...]
    signatures: tuple[Signature, ...]
    places: tuple[SigningPlace, ...]
    areas: tuple[Area, ...] = ()
    decisions: tuple[tuple[LocalizedText, VagueDate], ...] = ()
    coordinators: tuple[str, ...] = ()
    valid_to: VagueDate = field(default_factory=VagueDate)
    copies: int = 2
    languages: tuple[str, ...] = ()
    remote: bool = False


def charter_title(instrument: Instrument, t: Translator) -> str:
    """`LISTINA O POBRATENJU`."""
    return label(instrument, t).upper()


def charter_text(charter: Charter, t: Translator) -> list[str]:
    """The paragraphs between the title and the signatures."""
    return [
        _between(charter, t),
        *_represented(charter, t),
        _conviction(charter, t),
        *(f"{number}. {words}" for number, words in enumerate(_articles(charter, t), start=1)),
    ]


def place_line(place: SigningPlace, charter: Charter, t: Translator) -> str:
    """`Kranj, 25. julija 2008`; a remote signing tells the local hour, which makes the two dates plain."""
    town = short_town(place.place).shown(t.language)
    if place.local_time is not None and charter.remote:
        day = dates.genitive(place.local_time.date(), t.language)
        hour = dates.time(place.local_time.time(), t.language)
        return t.gettext("{town}, {date}, {hour} local time").format(town=town, date=day, hour=hour)
    when = place.day.day
    day = dates.genitive(when, t.language) if when else vague(place.day, t.language)
    return f"{town}, {day or '____________________'}"


def _between(charter: Charter, t: Translator) -> str:
    count = len(charter.towns)
    return t.ngettext("between the town of {towns}", "between the towns of {towns}", count).format(
        towns=_listed([town.shown(t.language) for town in charter.towns], t)
    )


def _represented(charter: Charter, t: Translator) -> list[str]:
    """`Mesto Kranj zastopa župan Ime Priimek.` for each who signs."""
    told = t.gettext("The town of {town} is represented by {function} {name}.")
    return [
        told.format(
            town=short_town(signature.town).shown(t.language),
            function=signature.function.shown(t.language),
            name=signature.name,
        )
        for signature in charter.signatures
        if signature.name and not signature.function.is_empty and not signature.town.is_empty
    ]


def _conviction(charter: Charter, t: Translator) -> str:
    count = len(charter.towns)
    if not charter.decisions:
        return t.ngettext(
            "Convinced that meetings between people strengthen peace and understanding in Europe, the "
            "signatory declares:",
            "Convinced that meetings between people strengthen peace and understanding in Europe, the "
            "signatories declare:",
            count,
        )
    if len(charter.decisions) == 1:
        convinced = t.ngettext(
            "Convinced that meetings between people strengthen peace and understanding in Europe, and on the "
            "basis of the decision of the council ({decisions}), the signatory declares:",
            "Convinced that meetings between people strengthen peace and understanding in Europe, and on the "
            "basis of the decision of the council ({decisions}), the signatories declare:",
            count,
        )
    else:
        convinced = t.ngettext(
            "Convinced that meetings between people strengthen peace and understanding in Europe, and on the "
            "basis of the decisions of the councils ({decisions}), the signatory declares:",
            "Convinced that meetings between people strengthen peace and understanding in Europe, and on the "
            "basis of the decisions of the councils ({decisions}), the signatories declare:",
            count,
        )
    return convinced.format(decisions="; ".join(_decided(town, day, t) for town, day in charter.decisions))


def _decided(town: LocalizedText, day: VagueDate, t: Translator) -> str:
    when = dates.genitive(day.day, t.language) if day.day else vague(day, t.language)
    return t.gettext("{town}, {date}").format(town=short_town(town).shown(t.language), date=when)


def _articles(charter: Charter, t: Translator) -> list[str]:
    count = len(charter.towns)
    articles = [
        t.ngettext(
            "The town enters into lasting friendship and cooperation.",
            "The towns enter into lasting friendship and cooperation.",
            count,
        )
    ]
    if charter.areas:
        areas = ", ".join(label(area, t) for area in charter.areas)
        articles.append(t.gettext("The main areas of cooperation are: {areas}.").format(areas=areas))
    articles.append(
        t.ngettext(
            "It will encourage contacts between young people, associations, schools, companies and services.",
            "They will encourage contacts between young people, associations, schools, companies and "
            "services.",
            count,
        )
    )
    articles.append(_yearly(charter, t))
    articles.append(_term(charter, t))
    articles.append(_copies(charter, t))
    return articles


def _yearly(charter: Charter, t: Translator) -> str:
    if not charter.coordinators:
        return t.gettext("A plan of joint activities will be exchanged every year.")
    return t.ngettext(
        "A plan of joint activities will be exchanged every year; the contact is {names}.",
        "A plan of joint activities will be exchanged every year; the contacts are {names}.",
        len(charter.coordinators),
    ).format(names=_listed(charter.coordinators, t))


def _term(charter: Charter, t: Translator) -> str:
    if charter.instrument not in _CHARTERS:
        return _term_of_document(charter, t)
    if charter.valid_to.is_empty:
        return t.gettext(
            "The charter is in force from the day of signing for an indefinite period; either side may end "
            "it in writing."
        )
    return t.gettext(
        "The charter is in force from the day of signing until {date}; either side may end it in writing."
    ).format(date=vague_bound(charter.valid_to, t.language))


def _term_of_document(charter: Charter, t: Translator) -> str:
    """For a protocol or memorandum, which is no charter by its name."""
    if charter.valid_to.is_empty:
        return t.gettext(
            "This document is in force from the day of signing for an indefinite period; either side may end "
            "it in writing."
        )
    return t.gettext(
        "This document is in force from the day of signing until {date}; either side may end it in writing."
    ).format(date=vague_bound(charter.valid_to, t.language))


def _copies(charter: Charter, t: Translator) -> str:
    words = COPIES[t.language]
    told = words[charter.copies - 1] if 1 <= charter.copies <= len(words) else str(charter.copies)
    made = t.ngettext("in {count} counterpart", "in {count} counterparts", charter.copies)
    copies = made.format(count=told)
    names = [language_name(code, t.language) for code in charter.languages]
    if len(names) < 2:  # noqa: PLR2004 - one language needs no word about which text counts
        if charter.instrument not in _CHARTERS:
            return t.gettext("The document is made {copies}.").format(copies=copies)
        return t.gettext("It is made {copies}.").format(copies=copies)
    if charter.instrument not in _CHARTERS:
        return t.gettext(
            "The document is made {copies}, in these languages: {languages}; each text is equally authentic."
        ).format(copies=copies, languages=_listed(names, t))
    return t.gettext(
        "It is made {copies}, in these languages: {languages}; each text is equally authentic."
    ).format(copies=copies, languages=_listed(names, t))


def _listed(words: Sequence[str], t: Translator) -> str:
    """`Kranj, Rivoli in Senta`."""
    if len(words) < 2:  # noqa: PLR2004 - one word is no list
        return "".join(words)
    return t.gettext("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])
