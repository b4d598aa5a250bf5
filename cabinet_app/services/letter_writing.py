"""Writes letters from what the register knows: addressee, form of address, words, signature."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.address import Addressee, Office, addressee_of, office_of
from cabinet_app.domain.letters import filled, letter_language, template_key
from cabinet_app.domain.people import Person, PersonStatus
from cabinet_app.domain.places import Place
from cabinet_app.domain.protocol import Letter, LetterKind
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind
from cabinet_app.domain.visits import (
    Delegate,
    DelegateRole,
    Delegation,
    DelegationSide,
    Reply,
    Visit,
    VisitDirection,
)
from cabinet_app.errors import RecordNotFound
from cabinet_app.i18n.address_words import block_lines, name_with_titles, salutation
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.date_words import NBSP
from cabinet_app.i18n.letter_words import as_sentence, enumerated, ordinal, templates, visit_days

if TYPE_CHECKING:
    from cabinet_app.domain.bodies import Organization
    from cabinet_app.services.cabinet import Cabinet

_SIGNING: Final = frozenset({Office.MAYOR, Office.LORD_MAYOR, Office.DEPUTY_MAYOR})
_WRITTEN_TO: Final = (
    DelegateRole.HEAD,
    DelegateRole.MEMBER,
    DelegateRole.ACCOMPANYING,
    DelegateRole.PRESS,
)
"""Who gets a letter when all guests do: those who come for the matter, not those who serve the journey."""


class LetterWriter:
    """Drafts letters; nothing is stored. `today` is the day they are written on."""

    def __init__(self, cabinet: "Cabinet", today: date) -> None:
        self._cabinet = cabinet
        self._today = today
        self._home = self._organization(cabinet.organizations.home_id())

    def for_visit(
        self, kind: LetterKind, visit: Visit, person_id: int | None, language: Language | None = None
    ) -> Letter:
        """A letter about a visit to one person; their own language unless another one is named."""
        person = self._person(person_id)
        delegate = next((one for one in _delegates(visit) if one.person_id == person_id), None)
        town = self._place(visit.partner_place_id)
        chosen = language or self.language_of(person, town)
        letter = self._begun(kind, chosen, person, delegate.function if delegate else LocalizedText())
        letter.visit_id = visit.id or None
        self._sign(letter, self._signatory(visit))
        key = template_key(kind, visit.direction, None)
        self._word(letter, key, self._facts_of_visit(visit, town, chosen))
        return letter

    def for_agreement(
        self, kind: LetterKind, agreement: Agreement, person_id: int | None, language: Language | None = None
    ) -> Letter:
        """A letter about an agreement, such as a congratulation on its anniversary."""
        person = self._person(person_id)
        home_place = self._home.place_id if self._home else None
        others = [party.place_id for party in agreement.parties if party.place_id not in {None, home_place}]
        own = person.place_id if person and person.place_id in others else None
        town = self._place(own or next(iter(others), None))
        chosen = language or self.language_of(person, town)
        letter = self._begun(kind, chosen, person, LocalizedText())
        letter.agreement_id = agreement.id or None
        self._sign(letter, None)
        values = {"town": _town(town, chosen), "agreement": agreement.title.get(chosen)}
        years = years_since(agreement, self._today)
        if years:
            values |= {"years": str(years), "ordinal": ordinal(years)}
        self._word(letter, template_key(kind, None, agreement.instrument), values)
        return letter

    def for_all_guests(self, kind: LetterKind, visit: Visit) -> list[Letter]:
        """One letter to everybody from the partner's side who has not got one of this kind yet."""
        stored = self._cabinet.letters.of_visit(visit.id) if visit.id else []
        written = {letter.addressee_id for letter in stored if letter.kind is kind}
        ids = dict.fromkeys(one.person_id for one in guests_of(visit) if one.role in _WRITTEN_TO)
        return [self.for_visit(kind, visit, person_id) for person_id in ids if person_id not in written]

    def language_of(self, person: Person | None, town: Place | None) -> Language:
        """The language the addressee is written to in."""
        place = self._place(person.place_id) if person else None
        home = place or town
        country = home.country if home else ""
        return letter_language(person.languages if person else (), country)

    def reworded(self, letter: Letter, language: Language) -> Letter:
        """The same letter begun anew in another language."""
        made = letter
        if letter.visit_id:
            visit = self._cabinet.visits.get(letter.visit_id).record
            made = self.for_visit(letter.kind, visit, letter.addressee_id, language)
        elif letter.agreement_id:
            agreement = self._cabinet.agreements.get(letter.agreement_id).record
            made = self.for_agreement(letter.kind, agreement, letter.addressee_id, language)
        else:
            made = self._begun(letter.kind, language, self._person(letter.addressee_id), LocalizedText())
            self._sign(made, self._person(letter.signatory_id))
        made.id, made.our_reference, made.written_on = letter.id, letter.our_reference, letter.written_on
        made.status, made.sent_on = letter.status, letter.sent_on
        return made

    def _begun(
        self, kind: LetterKind, language: Language, person: Person | None, function: LocalizedText
    ) -> Letter:
        addressee = addressee_of(person, function) if person else None
        return Letter(
            kind=kind,
            language=language,
            written_on=self._today,
            place_id=self._home.place_id if self._home else None,
            addressee_id=person.id if person else None,
            recipient="\n".join(self._address(person, addressee, function, language)),
            salutation=salutation(addressee, language),
        )

    def _address(
        self, person: Person | None, addressee: Addressee | None, function: LocalizedText, language: Language
    ) -> Iterator[str]:
        """Name, function, organization and town as the post abroad reads them; the country last."""
        if person is None or addressee is None:
            return
        yield from block_lines(addressee, language)
        held = function.get(language) or person.function.get(language)
        if held:
            yield held[:1].upper() + held[1:]
        organization = self._organization(person.organization_id)
        if organization:
            yield organization.names.shown(language)
        place = self._place(person.place_id or (organization.place_id if organization else None))
        if place:
            yield from filter(None, (line.strip() for line in place.address.splitlines()))
            yield place.native_name.partition(" / ")[0] or place.names.shown(language)
            if place.country and place.country != self._home_country():
                yield country_name(place.country, language).upper()

    def _signatory(self, visit: Visit) -> Person | None:
        """Who leads our side of the visit if that is a mayor or a deputy; None leaves it to the mayor."""
        side = DelegationSide.GUEST if visit.direction is VisitDirection.OUTGOING else DelegationSide.HOST
        heads = [
            one.person_id
            for delegation in visit.delegations
            if delegation.side is side
            for one in delegation.delegates
            if one.role is DelegateRole.HEAD and one.person_id
        ]
        head = self._person(heads[0]) if heads else None
        return head if head and (office_of(head.function) in _SIGNING or not self._mayor()) else None

    def _sign(self, letter: Letter, person: Person | None) -> None:
        person = person or self._mayor()
        if person is not None:
            letter.signatory_id = person.id
            letter.signatory = name_with_titles(person.name, letter.language)
            letter.signatory_function = person.function.get(letter.language)

    def _mayor(self) -> Person | None:
        home = self._home.id if self._home else None
        ours = (person for person in self._cabinet.people.all() if home and person.organization_id == home)
        return next(
            (
                person
                for person in ours
                if person.status is PersonStatus.ACTIVE and office_of(person.function) is Office.MAYOR
            ),
            None,
        )

    def _word(self, letter: Letter, key: str, values: dict[str, str]) -> None:
        words = filled(templates(letter.language)[key], values)
        # Editors of text give ordinary blanks back; the print binds what belongs together anew.
        letter.subject, letter.body, letter.closing = (
            text.replace(NBSP, " ") for text in (words.subject, words.body, words.closing)
        )

    def _facts_of_visit(self, visit: Visit, town: Place | None, language: Language) -> dict[str, str]:
        topics = [topic.text.get(language) for topic in visit.topics if topic.text.get(language)]
        responsible = self._person(visit.responsible_id)
        contact = (responsible.name.with_titles, responsible.email) if responsible else ()
        outcomes = visit.outcomes.get(language).strip()
        return {
            "days": visit_days(visit.starts_on, visit.ends_on, language) if visit.starts_on else "",
            "town": _town(town, language),
            "purpose": as_sentence(visit.purpose.get(language)),
            "topics": enumerated(topics, language),
            "outcomes": f"\n{outcomes}" if outcomes else "",
            "contact": ", ".join(filter(None, contact)),
        }

    def _home_country(self) -> str:
        place = self._place(self._home.place_id) if self._home else None
        return place.country if place else ""

    def _person(self, person_id: int | None) -> Person | None:
        try:
            return self._cabinet.people.get(person_id).record if person_id else None
        except RecordNotFound:
            return None

    def _place(self, place_id: int | None) -> Place | None:
        try:
            return self._cabinet.places.get(place_id).record if place_id else None
        except RecordNotFound:
            return None

    def _organization(self, organization_id: int | None) -> "Organization | None":
        try:
            return self._cabinet.organizations.get(organization_id).record if organization_id else None
        except RecordNotFound:
            return None


def guests_of(visit: Visit) -> list[Delegate]:
    """The people of the partner's side who have not declined: our guests, or our hosts abroad."""
    side = DelegationSide.HOST if visit.direction is VisitDirection.OUTGOING else DelegationSide.GUEST
    sides: list[Delegation] = [delegation for delegation in visit.delegations if delegation.side is side]
    return [
        one
        for delegation in sides
        for one in delegation.delegates
        if one.person_id and one.reply is not Reply.DECLINED
    ]


def years_since(agreement: Agreement, day: date) -> int:
    """The years from the act that anniversaries count from to the year of `day`; 0 if it is not known."""
    event = _counted_from(agreement)
    signed = event.happened_on.earliest if event else None
    return max(day.year - signed.year, 0) if signed else 0


def _counted_from(agreement: Agreement) -> AgreementEvent | None:
    chosen = [event for event in agreement.events if event.id and event.id == agreement.jubilees_from]
    signings = [event for event in agreement.events if event.kind is AgreementEventKind.SIGNING]
    return next(iter([*chosen, *sorted(signings, key=lambda event: event.happened_on.sort_key)]), None)


def _delegates(visit: Visit) -> Iterator[Delegate]:
    for delegation in visit.delegations:
        yield from delegation.delegates


def _town(place: Place | None, language: Language) -> str:
    if place is None:
        return ""
    return place.names.get(language) or place.native_name.partition(" / ")[0] or place.names.shown(language)
