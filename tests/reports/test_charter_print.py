"""A charter for signing: the languages side by side, both clocks of a remote signing, nothing invented."""

from collections.abc import Callable
from datetime import datetime

import pytest

from cabinet_app.domain.bodies import Organization
from cabinet_app.domain.places import Place
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import (
    Agreement,
    AgreementEvent,
    AgreementEventKind,
    AgreementParty,
    Area,
    EventPlace,
    Instrument,
    Signatory,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n.charter_words import charter_title
from cabinet_app.reports.catalog import report_kind
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.kind import Printed
from cabinet_app.reports.options import ReportOptions
from cabinet_app.services.cabinet import Cabinet

NOW = datetime(2026, 11, 20, 14, 5)
MAYOR = LocalizedText("županja", "Bürgermeisterin", "Mayor")
Print = Callable[..., Printed]


@pytest.fixture
def towns(cabinet: Cabinet) -> list[Place]:
    names = (same("Kranj"), LocalizedText("Beljak", "Villach", "Villach"), same("Rivoli"))
    places = [cabinet.places.create(Place(names=name)).record for name in names]
    cabinet.organizations.create(Organization(names=same("MO Kranj"), is_home=True, place_id=places[0].id))
    return places


@pytest.fixture
def charter(cabinet: Cabinet, words, house: HouseStyle) -> Print:
    def draw(agreement: Agreement, language: Language = Language.SL, **options) -> Printed:
        stored = cabinet.agreements.create(agreement).record
        chosen = ReportOptions(NOW, record_id=stored.id, **options)
        kind = report_kind("charter")
        return kind.render(kind.compose(cabinet, chosen, language), house, words(language), chosen)

    return draw


def flat(words: str) -> str:
    """Without blanks and hyphens, so that it matters not where a line of a column ends."""
    return "".join(words.split()).replace("-", "").replace("\u00ad", "")


def of(towns: list[Place], *events: AgreementEvent, **facts) -> Agreement:
    parties = [AgreementParty(place_id=town.id) for town in towns]
    return Agreement(**{"parties": parties, "events": list(events), "languages": ["sl", "de"], **facts})


def signing(towns: list[Place], **facts) -> AgreementEvent:
    signatories = [
        Signatory(name="dr. Maja Žagar-Čuček", function=MAYOR, place_id=towns[0].id),
        Signatory(name="Katharina Größwang", function=MAYOR, place_id=towns[1].id),
    ]
    return AgreementEvent(
        **{
            "happened_on": VagueDate("2008-07-25"),
            "place_id": towns[0].id,
            "signatories": signatories,
            **facts,
        }
    )


def test_two_languages_stand_side_by_side_with_gendered_roles(pdf, charter: Print, towns: list[Place]):
    data, findings = charter(of(towns[:2], signing(towns), copies=2))
    paper = pdf(data)
    assert paper.pages == 1
    paper.check()
    assert {row[1:] for row in paper.fonts} == {("yes", "yes")}
    assert findings == ()
    for words in (
        "LISTINA O POBRATENJU",
        "PARTNERSCHAFTSURKUNDE",
        "med mestoma Kranj in Beljak",
        "zwischen den Städten Kranj und Villach",
        "v dveh izvodih",
        "in zwei Ausfertigungen",
        "Mesto Kranj zastopa županja dr. Maja Žagar-Čuček.",
        "Kranj, 25. julija 2008",
        "županja, Beljak",
        "Bürgermeisterin, Villach",
    ):
        assert flat(words) in flat(paper.raw), words
    assert "TWINNING" not in paper.raw


def test_three_languages_and_three_towns_agree_in_number(pdf, charter: Print, towns: list[Place]):
    agreement = of(towns, languages=["sl", "de", "en"], areas=[Area.CULTURE, Area.SPORT], copies=3)
    data, _ = charter(agreement, orientation=Orientation.LANDSCAPE, paper=Paper.A3)
    text = flat(pdf(data).raw)
    for words in (
        "med mesti Kranj, Beljak in Rivoli",
        "Mesta sklenejo trajno prijateljstvo",
        "podpisniki izjavljajo",
        "Glavna področja sodelovanja so: kultura, šport.",
        "in three counterparts, in these languages: Slovenian, German and English",
        "v jezikih: slovenščina, nemščina in angleščina",
    ):
        assert flat(words) in text, words


def test_a_remote_signing_tells_both_local_times_and_both_dates(pdf, charter: Print, towns: list[Place]):
    event = signing(
        towns,
        remote=True,
        local_time=datetime(2021, 12, 13, 19),
        places=[EventPlace(place_id=towns[1].id, local_time=datetime(2021, 12, 14, 2))],
    )
    text = flat(pdf(charter(of(towns[:2], event))[0]).raw)
    assert flat("Kranj, 13. decembra 2021, 19.00 po krajevnem času") in text
    assert flat("Beljak, 14. decembra 2021, 2.00 po krajevnem času") in text
    assert flat("Villach, 14. Dezember 2021, 2.00 Uhr Ortszeit") in text


def test_where_nobody_is_known_there_is_a_place_to_sign_for_either_gender(
    pdf, charter: Print, towns: list[Place]
):
    text = flat(pdf(charter(of(towns[:2], languages=["sl", "de"]))[0]).raw)
    assert flat("župan/županja, Kranj") in text
    assert flat("Bürgermeister/in, Villach") in text
    assert flat("zastopa") not in text


def test_the_councils_and_the_term_are_told(pdf, charter: Print, towns: list[Place]):
    council = AgreementEvent(
        kind=AgreementEventKind.COUNCIL_DECISION,
        happened_on=VagueDate("2021-11-24"),
        place_id=towns[0].id,
    )
    agreement = of(towns[:2], council, signing(towns), valid_to=VagueDate("2030-12-31"))
    text = flat(pdf(charter(agreement)[0]).raw)
    assert flat("na podlagi sklepa mestnega sveta (Kranj, 24. novembra 2021)") in text
    assert flat("velja od dneva podpisa do 31. decembra 2030") in text


def test_a_text_written_by_hand_stands_before_the_template(pdf, charter: Print, towns: list[Place]):
    agreement = of(towns[:2], text=LocalizedText(sl="Prvi člen.\n\n<b>Drugi</b> &amp; člen."))
    data, findings = charter(agreement)
    text = flat(pdf(data).raw)
    assert flat("Prvi člen.") in text
    assert flat("<b>Drugi</b> &amp; člen.") in text
    assert flat("prijateljstvo") not in text
    assert flat("Die Städte gehen eine dauerhafte Freundschaft") in text
    assert [finding.kind for finding in findings] == [FindingKind.TEXT_MISSING]


@pytest.mark.parametrize("instrument", list(Instrument))
def test_no_word_of_a_title_is_broken(pdf, words, charter: Print, towns: list[Place], instrument: Instrument):
    agreement = of(towns[:2], instrument=instrument, languages=["sl", "de", "en"])
    lines = pdf(charter(agreement)[0]).raw.splitlines()
    for language in Language:
        for word in charter_title(instrument, words(language)).split():
            assert any(word in line.split() for line in lines), word


def test_the_same_charter_gives_the_same_bytes(charter: Print, towns: list[Place]):
    assert charter(of(towns[:2], signing(towns)))[0] == charter(of(towns[:2], signing(towns)))[0]
