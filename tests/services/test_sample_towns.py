"""The partner towns of the sample: dates with their conflicts, marks and sources."""

from collections import Counter

import pytest

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementStatus,
    Partnership,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from tests.services.sample_register import SECOND_SESSION, TODAY, Register


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(TODAY)


def _acts(agreement: Agreement, kind: AgreementEventKind) -> list[AgreementEvent]:
    return [event for event in agreement.events if event.kind is kind]


def _signings(agreement: Agreement) -> list[tuple[str, str]]:
    return [(event.kind.value, event.happened_on.edtf) for event in agreement.events]


def test_the_protocol_of_1965_is_one_agreement_of_six_parties(register: Register) -> None:
    agreement = register.agreement("Zemun", "Banja Luka", "Bitola", "Herceg Novi", "Osijek")
    assert _signings(agreement) == [("signing", "1965")]
    assert len(agreement.parties) == 6
    for town in ("Zemun", "Banja Luka", "Bitola", "Osijek"):
        assert register.agreements(town) == [agreement]
        assert register.partnership(town).since.edtf == "1965"


def test_villach_signed_three_days_after_kranj(register: Register) -> None:
    agreement = register.agreement("Beljak")
    assert agreement.instrument.value == "cooperation_charter"
    assert _signings(agreement) == [("signing", "2008-07-25"), ("counter_signing", "2008-07-28")]
    assert [register.place(event.place_id).names.sl for event in agreement.events] == ["Kranj", "Beljak"]
    assert [item.name for item in agreement.events[0].signatories] == ["Damijan Perne", "Helmut Manzenreiter"]


def test_rivoli_was_signed_twice_and_renewed_with_months_only(register: Register) -> None:
    agreement = register.agreement("Rivoli")
    assert _signings(agreement) == [
        ("signing", "1975-10"),
        ("counter_signing", "1975-11"),
        ("renewal", "2025-11"),
    ]
    assert [register.place(event.place_id).names.sl for event in agreement.events] == [
        "Rivoli",
        "Kranj",
        "Kranj",
    ]
    assert agreement.events[0].happened_on.precision == "month"


def test_zhangjiakou_was_signed_remotely_the_day_before_the_session(register: Register) -> None:
    agreement = register.agreement("Zhangjiakou")
    (signing,) = _acts(agreement, AgreementEventKind.SIGNING)
    assert (signing.happened_on.edtf, signing.remote) == ("2021-12-13", True)
    assert ("letter_of_intent", "2019-06") in _signings(agreement)
    assert ("council_decision", "2021-11-24") in _signings(agreement)


def test_yekaterinburg_keeps_both_dates_the_opinion_and_the_freeze(register: Register) -> None:
    agreement = register.agreement("Jekaterinburg")
    assert _signings(agreement) == [
        ("initiative", "2021-07"),
        ("commission_opinion", "2021-12-14"),
        ("council_decision", "2021-12"),
        ("signing", "2022-01-31"),
        ("freeze", "2022"),
    ]
    (opinion,) = _acts(agreement, AgreementEventKind.COMMISSION_OPINION)
    assert opinion.meeting_id == SECOND_SESSION
    (signing,) = _acts(agreement, AgreementEventKind.SIGNING)
    (claim,) = signing.claimed_dates
    assert claim.happened_on.edtf == "2022-01-25"
    assert claim.source.startswith("https://")
    assert agreement.status is AgreementStatus.FROZEN
    assert register.partnership("Jekaterinburg").status is PartnershipStatus.FROZEN


@pytest.mark.parametrize(
    ("town", "signed", "claimed"),
    [
        ("Herceg Novi", "1957", ["1965"]),
        ("La Ciotat", "1958", ["1968"]),
        ("Oldham", "1961", []),
        ("Pulj", "1974", []),
        ("Doberdob", "2011-12-02", []),
        ("Colorado Springs", "2022-08-05", []),
        ("Senta", "", []),
        ("Kotor Varoš", "", []),
    ],
)
def test_a_twinning_has_the_date_chosen_and_those_claimed(
    town: str, signed: str, claimed: list[str], register: Register
) -> None:
    (signing,) = _acts(register.agreement(town), AgreementEventKind.SIGNING)
    assert signing.happened_on.edtf == signed
    assert [claim.happened_on.edtf for claim in signing.claimed_dates] == claimed


def test_every_partner_town_has_its_mark_and_its_source_or_says_that_there_is_none(
    register: Register,
) -> None:
    partnerships: list[Partnership] = register.all("partnership")
    assert len(partnerships) == 22
    marks = Counter(item.verified for item in partnerships)
    assert marks == {Verification.YES: 11, Verification.PARTLY: 7, Verification.NO: 4}
    for item in partnerships:
        assert any("://" in source.document for source in item.sources) or "NEPREVERJENO" in item.notes
        assert (item.status is PartnershipStatus.UNCLEAR) or item.verified is not Verification.NO
    assert register.partnership("Doberdob").kind is PartnershipKind.COOPERATION
    assert register.partnership("Slavonski Brod").kind is PartnershipKind.CONTACT


@pytest.mark.parametrize(
    ("native", "names", "country"),
    [
        ("Villach", ("Beljak", "Villach", "Villach"), "AT"),
        ("Pula / Pola", ("Pulj", "Pula (Pola)", "Pula"), "HR"),
        ("Битола", ("Bitola", "Bitola", "Bitola"), "MK"),
        ("张家口", ("Zhangjiakou", "Zhangjiakou", "Zhangjiakou"), "CN"),
        ("Szentgotthárd", ("Monošter", "St. Gotthard", "Szentgotthárd"), "HU"),
    ],
)
def test_a_town_has_its_names_and_its_own(
    native: str, names: tuple[str, str, str], country: str, register: Register
) -> None:
    (place,) = [item for item in register.all("place") if item.native_name == native]
    assert place.names == LocalizedText(*names)
    assert place.country == country
    assert place.latitude is not None


def test_every_town_has_names_in_three_languages_coordinates_and_a_zone(register: Register) -> None:
    for place in register.all("place"):
        assert not place.names.missing()
        assert place.native_name
        assert place.country
        assert place.zone
        if place.kind.value == "town":
            assert place.latitude is not None
            assert place.longitude is not None
