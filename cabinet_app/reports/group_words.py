"""What the prints of a group say in words: roles, validity, meetings, the promise with its source."""

from datetime import date
from typing import Final

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import Language
from cabinet_app.i18n import dates
from cabinet_app.i18n.cadence_words import rule_sentence
from cabinet_app.i18n.catalogs import Translator, pgettext_noop
from cabinet_app.i18n.labels import label
from cabinet_app.reports.flow import Band
from cabinet_app.reports.group_data import AgreedRule, HeldMeeting
from cabinet_app.reports.styles import BODY, SMALL, SUBTITLE
from cabinet_app.reports.text import NBSP
from cabinet_app.reports.typesetter import Typesetter

_WOMENS_ROLES: Final = {
    MembershipRole.CHAIR: pgettext_noop("membership, feminine", "chair"),
    MembershipRole.VICE_CHAIR: pgettext_noop("membership, feminine", "vice-chair"),
    MembershipRole.SECRETARY: pgettext_noop("membership, feminine", "secretary"),
    MembershipRole.MEMBER: pgettext_noop("membership, feminine", "member"),
    MembershipRole.SUBSTITUTE: pgettext_noop("membership, feminine", "substitute"),
    MembershipRole.EXPERT: pgettext_noop("membership, feminine", "expert"),
    MembershipRole.GUEST: pgettext_noop("membership, feminine", "guest"),
}
_INDENT: Final = 9.0


def role_word(role: MembershipRole, gender: Gender, t: Translator) -> str:
    """The role in the gender of the person: `predsednica`."""
    return t.pgettext(*_WOMENS_ROLES[role]) if gender is Gender.FEMALE else label(role, t)


def share_words(share: float, t: Translator) -> str:
    """`82 %`, `82%`."""
    return f"{round(share * 100)}{'' if t.language is Language.EN else NBSP}%"


def since_until(first: date | None, last: date | None, t: Translator) -> str:
    """The span of a membership for a column: `od 1. 3. 2020`, `1. 3. 2020–31. 12. 2022`."""
    language = t.language
    if first and last:
        return dates.date_range(first, last, language)
    if first:
        return t.gettext("since {date}").format(date=dates.numeric(first, language))
    return t.gettext("until {date}").format(date=dates.numeric(last, language)) if last else ""


def validity_words(agreed: AgreedRule, t: Translator) -> str:
    """From when until when a promise is in force: `v veljavi od 25. februarja 2016`."""
    rule, language = agreed.rule, t.language
    first = dates.genitive(rule.valid_from, language) if rule.valid_from else ""
    last = dates.genitive(rule.valid_to, language) if rule.valid_to else ""
    if first and last:
        return t.gettext("in force from {first} to {last}").format(first=first, last=last)
    if first:
        return t.gettext("in force from {date}").format(date=first)
    return t.gettext("in force until {date}").format(date=last) if last else ""


def meeting_words(meeting: HeldMeeting, t: Translator) -> str:
    """Day, hour and number of a meeting: `torek, 10. november 2026, 10.00, št. 12`."""
    words = dates.long(meeting.day, t.language)
    if meeting.at:
        words += f", {dates.time(meeting.at, t.language)}"
    if meeting.number:
        number = t.gettext("No. {number}").format(number=meeting.number.rstrip("."))
        words += f", {number}"
    return words


def promise_bands(agreed: AgreedRule, setter: Typesetter, width: float, accent: str) -> list[Band]:
    """The promise as a sentence, with its validity, the words of its source and where they stand."""
    t, room = setter.t, width - _INDENT

    def band(words: str, *, italic: bool = False, sentence: bool = False) -> Band:
        style = SUBTITLE.but(size=12) if sentence else BODY.italic if italic else SMALL
        made = setter.paragraph(setter.plain(words, style), room, x=_INDENT, prose=not sentence, keep=True)
        made.stripe = accent
        return made

    bands = [band(rule_sentence(agreed.rule, t), sentence=True)]
    if validity := validity_words(agreed, t):
        bands.append(band(validity))
    if quote := agreed.rule.source_quote.strip():
        bands.append(band(t.gettext("The source says: “{quote}”").format(quote=quote), italic=True))
        sources = (t.gettext("Source: {document}").format(document=words) for words in agreed.documents)
        bands += [band(words) for words in sources]
    else:
        bands.append(band(t.gettext("The register does not name a source of this agreement.")))
    bands[-1].keep = False
    return bands
