"""The data of a signing charter, from an agreement and its events."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement, AgreementEvent, AgreementEventKind, Signatory
from cabinet_app.i18n.charter_words import Charter, Signature, SigningPlace
from cabinet_app.reports.charter_data import CharterData
from cabinet_app.reports.composing.names import Names

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_SIGNINGS: Final = (AgreementEventKind.SIGNING, AgreementEventKind.COUNTER_SIGNING)
_MOST_LANGUAGES: Final = 3


def compose(cabinet: "Cabinet", agreement_id: int, printed_at: datetime, language: Language) -> CharterData:
    """The charter of this agreement; it stands in the agreement's languages, else in ours and `language`."""
    agreement = cabinet.agreements.get(agreement_id).record
    return CharterData(
        printed_at=printed_at,
        title=agreement.title,
        charter=charter_of(cabinet, agreement),
        languages=_languages(agreement, language),
        text=agreement.text,
    )


def charter_of(cabinet: "Cabinet", agreement: Agreement) -> Charter:
    """What the agreement and its events say of the charter."""
    names = Names(cabinet)
    signings = [event for event in agreement.events if event.kind in _SIGNINGS]
    towns = tuple(
        town
        for party in agreement.parties
        if not (town := _party(party.place_id, party.organization_id, party.name, names)).is_empty
    )
    partners = {party.place_id for party in agreement.parties if party.place_id}
    return Charter(
        instrument=agreement.instrument,
        towns=towns,
        signatures=_signatures(signings, towns, names),
        places=_places(signings, names) or tuple(SigningPlace(town) for town in towns[:1]),
        areas=tuple(agreement.areas),
        decisions=tuple(
            (names.town(event.place_id), event.happened_on)
            for event in agreement.events
            if event.kind is AgreementEventKind.COUNCIL_DECISION and event.place_id
        ),
        coordinators=_coordinators(cabinet, partners, names),
        valid_to=agreement.valid_to,
        copies=agreement.copies or max(2, len(towns)),
        languages=tuple(agreement.languages),
        remote=any(event.remote for event in signings),
    )


def _languages(agreement: Agreement, language: Language) -> tuple[Language, ...]:
    stated = [Language(code) for code in agreement.languages if code in set(Language)]
    chosen = stated or [Language.SL, language]
    return tuple(dict.fromkeys(chosen))[:_MOST_LANGUAGES]


def _party(place_id: int | None, organization_id: int | None, name: str, names: Names) -> LocalizedText:
    if place_id:
        return names.town(place_id)
    organization = names.organization(organization_id)
    if organization and organization.place_id:
        return names.town(organization.place_id)
    return organization.names if organization else LocalizedText(name, name, name)


def _signatures(
    signings: list[AgreementEvent], towns: tuple[LocalizedText, ...], names: Names
) -> tuple[Signature, ...]:
    """Everybody who signs, once; a place to sign for every town of which nobody is known."""
    signed = [_signature(one, names) for event in signings for one in event.signatories]
    unique = list({(one.town, one.name): one for one in signed}.values())
    told = {one.town for one in unique}
    return (*unique, *(Signature(town) for town in towns if town not in told))


def _signature(signatory: Signatory, names: Names) -> Signature:
    person: Person | None = names.person(signatory.person_id)
    function = signatory.function
    place_id = signatory.place_id
    if person is not None:
        function = person.function if function.is_empty else function
        place_id = place_id or person.place_id
    name = person.name.with_titles if person else signatory.name
    return Signature(names.town(place_id), name, function)


def _places(signings: list[AgreementEvent], names: Names) -> tuple[SigningPlace, ...]:
    found: dict[LocalizedText, SigningPlace] = {}
    for event in signings:
        further = ((one.place_id, one.local_time) for one in event.places)
        for place_id, local_time in ((event.place_id, event.local_time), *further):
            place: Place | None = names.place(place_id)
            if place is not None:
                town = names.town(place_id)
                found.setdefault(town, SigningPlace(town, event.happened_on, local_time))
    return tuple(found.values())


def _coordinators(cabinet: "Cabinet", partners: set[int], names: Names) -> tuple[str, ...]:
    people = (one.coordinator_id for one in cabinet.partnerships.all() if one.place_id in partners)
    return tuple(dict.fromkeys(name for person_id in people if (name := names.person_name(person_id))))
