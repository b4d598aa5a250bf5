"""Takes a list of partner towns as a researcher writes it down into a register, conflicts and all."""

import re
from typing import Any

from cabinet_app.domain.places import Place
from cabinet_app.domain.references import SourceRef
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementParty,
    AgreementStatus,
    ClaimedDate,
    Instrument,
    Partnership,
    PartnershipKind,
    PartnershipStatus,
    Signatory,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.services.cabinet import Cabinet

Facts = dict[str, Any]
KINDS = {
    "twinning": (PartnershipKind.TWINNING, Instrument.TWINNING_CHARTER),
    "cooperation_charter": (PartnershipKind.COOPERATION, Instrument.COOPERATION_CHARTER),
    "multilateral_protocol": (PartnershipKind.TWINNING, Instrument.PROTOCOL),
}
STATUSES = {"contact_only": PartnershipStatus.EXPLORING}
_DATED = re.compile(r"(?P<edtf>\d{4}(?:-\d{2}){0,2})(?:\s+in\s+(?P<place>[\w ]+)|\s*\((?P<words>.*)\))?")


class Taker:
    """Stores the towns of a list; `agreements` and `partnerships` hold the ids by Slovenian name."""

    def __init__(self, cabinet: Cabinet, home: Place) -> None:
        self.cabinet = cabinet
        self.home = home
        self.places = {home.names.sl: home.id}
        self.partnerships: dict[str, int] = {}
        self.agreements: dict[str, int] = {}
        self._joint: dict[str, list[str]] = {}

    def take(self, towns: list[Facts]) -> None:
        for facts in towns:
            self._place(facts)
        for facts in towns:
            self._partnership(facts)
            if facts["kind"] == "multilateral_protocol":
                self._joint.setdefault(facts["date"], []).append(facts["town"]["sl"])
            elif facts["kind"] in KINDS:
                self.agreements[facts["town"]["sl"]] = self._agreement([facts])
        for facts in towns:
            name = facts["town"]["sl"]
            others = self._joint.get(facts["date"] or "", []) if name not in self.agreements else []
            if others and name == others[0]:
                shared = self._agreement([one for one in towns if one["town"]["sl"] in others])
                self.agreements |= dict.fromkeys(others, shared)

    def _place(self, facts: Facts) -> None:
        names = facts["town"]
        place = Place(
            names=LocalizedText(names["sl"], names["de"], names["en"]),
            native_name=names["native"],
            country=facts["country"],
        )
        self.places[names["sl"]] = self.cabinet.places.create(place).record.id

    def _partnership(self, facts: Facts) -> None:
        kind, _ = KINDS.get(facts["kind"], (PartnershipKind.CONTACT, None))
        status = facts["status"]
        stored = self.cabinet.partnerships.create(
            Partnership(
                place_id=self.places[facts["town"]["sl"]],
                kind=kind,
                status=STATUSES.get(status) or PartnershipStatus(status),
                since=VagueDate(facts["date"] or ""),
                verified=Verification(facts["verified"]),
                notes="\n".join(
                    [facts["note"], *(one["claim"] for one in facts["conflicts"] if not one["date"])]
                ).strip(),
                sources=[SourceRef(document=source) for source in facts["sources"]],
            )
        )
        self.partnerships[facts["town"]["sl"]] = stored.record.id

    def _agreement(self, towns: list[Facts]) -> int:
        facts = towns[0]
        events = [*_before(facts), self._signing(towns), *self._after(facts)]
        is_frozen = any(event.kind is AgreementEventKind.FREEZE for event in events)
        agreement = Agreement(
            title=same(" – ".join([self.home.names.sl, *(one["town"]["sl"] for one in towns)])),
            instrument=KINDS[facts["kind"]][1],
            status=AgreementStatus.FROZEN if is_frozen else AgreementStatus.IN_FORCE,
            parties=[AgreementParty(place_id=self.home.id)]
            + [AgreementParty(place_id=self.places[one["town"]["sl"]]) for one in towns],
            verified=Verification(facts["verified"]),
            events=events,
        )
        return self.cabinet.agreements.create(agreement).record.id

    def _signing(self, towns: list[Facts]) -> AgreementEvent:
        facts = towns[0]
        return AgreementEvent(
            happened_on=VagueDate(facts["date"] or ""),
            place_id=self.places.get(facts.get("first_signing_place", "")),
            remote=facts.get("signed_remotely", False),
            claimed_dates=[
                ClaimedDate(
                    happened_on=VagueDate(claim["date"] or ""),
                    claim=claim["claim"],
                    source="; ".join(claim["sources"]),
                )
                for one in towns
                for claim in one["conflicts"]
            ],
            signatories=[_signatory(words) for words in facts.get("signatories", [])],
            sources=[
                SourceRef(document=source, fact="happened_on") for one in towns for source in one["sources"]
            ],
        )

    def _after(self, facts: Facts) -> list[AgreementEvent]:
        events = []
        if "second_signing" in facts:
            events.append(self._dated(AgreementEventKind.COUNTER_SIGNING, facts["second_signing"]))
        for renewal in facts.get("renewals", []):
            event = self._dated(AgreementEventKind.RENEWAL, renewal["date"])
            event.place_id = self.places.get(renewal["place"])
            event.remark = same(renewal["document"])
            events.append(event)
        if "frozen" in facts:
            events.append(self._dated(AgreementEventKind.FREEZE, facts["frozen"]))
        return events

    def _dated(self, kind: AgreementEventKind, words: str) -> AgreementEvent:
        event, place = _event(kind, words)
        event.place_id = self.places.get(place) or next(
            (one for name, one in self.places.items() if place and place in self._names(one)), None
        )
        return event

    def _names(self, place_id: int) -> tuple[str, str, str]:
        names = self.cabinet.places.get(place_id).record.names
        return names.sl, names.de, names.en


def _before(facts: Facts) -> list[AgreementEvent]:
    kinds = (
        ("letter_of_intent", AgreementEventKind.LETTER_OF_INTENT),
        ("commission_opinion", AgreementEventKind.COMMISSION_OPINION),
        ("council_approval", AgreementEventKind.COUNCIL_DECISION),
    )
    return [_event(kind, facts[key])[0] for key, kind in kinds if key in facts]


def _event(kind: AgreementEventKind, text: str) -> tuple[AgreementEvent, str]:
    found = _DATED.fullmatch(text)
    assert found, text
    words = found["words"] or ""
    event = AgreementEvent(
        kind=kind, happened_on=VagueDate(found["edtf"]), remote=words == "remote", remark=same(words)
    )
    return event, (found["place"] or "").strip()


def _signatory(words: str) -> Signatory:
    """`Damijan Perne (župan, Kranj)`."""
    name, _, function = words.partition(" (")
    return Signatory(name=name, function=same(function.rstrip(")").rpartition(",")[0]))


def losses(facts: Facts, taker: Taker) -> list[str]:
    """What of a town's facts cannot be found again in the register."""
    name = facts["town"]["sl"]
    partnership = taker.cabinet.partnerships.get(taker.partnerships[name]).record
    lost = []
    if partnership.since.edtf != (facts["date"] or ""):
        lost.append("date")
    if partnership.since.precision != facts["date_precision"]:
        lost.append("precision")
    if len(partnership.sources) != len(facts["sources"]):
        lost.append("sources")
    if name not in taker.agreements:
        lost += [
            f"claim {one['claim']}" for one in facts["conflicts"] if one["claim"] not in partnership.notes
        ]
        return lost
    agreement = taker.cabinet.agreements.get(taker.agreements[name]).record
    signing = next(event for event in agreement.events if event.kind is AgreementEventKind.SIGNING)
    if signing.happened_on.precision != facts["date_precision"]:
        lost.append("precision of the signing")
    kept = {(one.happened_on.edtf, one.claim, one.source) for one in signing.claimed_dates}
    for one in facts["conflicts"]:
        if (one["date"] or "", one["claim"], "; ".join(one["sources"])) not in kept:
            lost.append(f"claim {one['claim']}")
    dated = [event.happened_on.edtf for event in agreement.events]
    for key in ("second_signing", "letter_of_intent", "council_approval", "commission_opinion", "frozen"):
        if key in facts and facts[key].split(" ")[0] not in dated:
            lost.append(key)
    lost += ["renewal" for one in facts.get("renewals", []) if one["date"] not in dated]
    lost += [
        "signatory" for one in facts.get("signatories", []) if one.split(" (")[0] not in _signed(agreement)
    ]
    return lost


def _signed(agreement: Agreement) -> set[str]:
    return {one.name for event in agreement.events for one in event.signatories}
