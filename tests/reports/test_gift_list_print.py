"""Scenario 13 on paper: the yearly list of gifts with exactly the required facts, or that none is sent."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cabinet_app.domain.gift_list import GiftEntry, GiftList
from cabinet_app.domain.gifts import Gift, GiftNature, GiftOwner, GiftRule, Valuation
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.reports import gifts
from cabinet_app.reports.catalog import compose, draw, report_kind
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.gifts_data import GiftListData
from cabinet_app.reports.options import ReportOptions

NOW = datetime(2026, 3, 1, 8, 0)
RULE = GiftRule(listed_above_cents=5000, occasional_limit_cents=10000, source="ZIntPK")
VASE = GiftEntry(
    id=1,
    official="Jan Kos",
    office=LocalizedText("župan", "Bürgermeister", "Mayor"),
    family_member="",
    relation="",
    received_on=date(2025, 6, 1),
    donor="Eva Öllinger",
    donor_body=LocalizedText("Mesto Beljak", "Stadt Villach", "City of Villach"),
    donor_address=same("Rathausplatz 1"),
    description=LocalizedText("keramična vaza", "Keramikvase", "ceramic vase"),
    value_cents=12000,
    valuation=Valuation.ESTIMATED,
    nature=GiftNature.PROTOCOL,
    owner=GiftOwner.MUNICIPALITY,
    storage="vitrina",
)
SCARF = replace(
    VASE,
    id=2,
    family_member="Mojca Kos",
    relation="soproga",
    description=LocalizedText("šal", "Schal", "scarf"),
    value_cents=6550,
    nature=GiftNature.OCCASIONAL,
    owner=GiftOwner.RECIPIENT,
    storage="",
)
LIST = GiftList(2025, RULE, date(2026, 3, 31), (VASE, SCARF))
EXPECTED = {
    Language.SL: (
        "v letu 2025",
        "oddati do 31. 3. 2026",
        "župan",
        "120,00 €",
        "65,50 €",
        "občina",
        "keramična",
    ),
    Language.DE: ("im Jahr 2025", "bis 31.03.2026", "Bürgermeister", "120,00 €", "65,50 €", "Stadt Villach"),
    Language.EN: ("in 2025", "by 31 Mar 2026", "Mayor", "€120.00", "€65.50", "protocol gift", "ceramic vase"),
}


@pytest.mark.parametrize("language", list(Language))
def test_each_gift_has_all_required_facts(language, house, words, pdf):
    printed, findings = gifts.render(GiftListData(NOW, LIST), house, words(language))
    made = pdf(printed)
    always = ("Jan Kos", "Mojca Kos", "soproga", "Eva Öllinger", "Rathausplatz 1", "vitrina", "ZIntPK")
    for said in (*always, *EXPECTED[language]):
        assert said in made.text, said
    assert made.pages == 1
    assert findings == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.SL, "Za leto 2025 ni treba sporočiti nobenega darila: seznam se ne pošlje."),
        (Language.DE, "Für 2025 ist kein Geschenk zu melden: Es wird keine Liste gesendet."),
        (Language.EN, "No gift of 2025 has to be reported: no list is sent."),
    ],
)
def test_without_gifts_the_print_says_that_no_list_is_sent(language, said, house, words, pdf):
    empty = GiftList(2025, RULE, date(2026, 3, 31))
    printed, findings = gifts.render(GiftListData(NOW, empty), house, words(language))
    assert said in pdf(printed).text
    assert findings == (Finding(FindingKind.NO_LIST, "2025"),)
    assert findings[0].sentence(words(language)) == said


def test_what_cannot_be_judged_is_told_to_whoever_prints(house, words):
    nameless = replace(VASE, official="", office=LocalizedText())
    data = GiftListData(NOW, GiftList(2025, RULE, None, (nameless,), unjudged=2))
    _, findings = gifts.render(data, house, words(Language.EN))
    assert [one.sentence(words(Language.EN)) for one in findings] == [
        "2 gifts have no value, so that nobody can say whether they belong in the list.",
        "1 gift names no official.",
    ]


def test_a_list_that_was_sent_says_when(house, words, pdf):
    sent = replace(VASE, reported_on=date(2026, 3, 3))
    text = pdf(
        gifts.render(GiftListData(NOW, replace(LIST, entries=(sent,))), house, words(Language.EN))[0]
    ).text
    assert "sent on 3 Mar 2026" in text


def test_a_long_list_keeps_its_head_on_every_page_and_the_same_bytes(house, words, pdf):
    many = GiftListData(NOW, replace(LIST, entries=(VASE, SCARF) * 20))
    first, again = (gifts.render(many, house, words(Language.DE))[0] for _ in range(2))
    assert first == again
    made = pdf(first)
    made.check()
    assert made.pages > 1
    assert made.text.count("Familienmitglied ") >= made.pages


def test_the_list_of_the_year_before_is_printed_unless_another_is_chosen(cabinet, house, words, pdf):
    mayor = cabinet.people.create(Person(name=PersonName(given="Jan", family="Kos"))).record.id
    for year, cents in ((2025, 12000), (2025, 4000), (2024, 9000)):
        gift = Gift(
            description=same(f"darilo {cents}"),
            happened_on=date(year, 6, 1),
            value_cents=cents,
            official_id=mayor,
        )
        cabinet.gifts.create(gift)
    kind = report_kind("gift-list")
    data = compose(kind, ReportOptions(NOW), Language.SL, cabinet)
    report = draw(kind, data, ReportOptions(NOW), Language.SL, house, words(Language.SL))
    assert report.name == "2025_seznam-daril_sl.pdf"
    text = pdf(report.data).text
    assert "darilo 12000" in text
    assert "darilo 4000" not in text
    earlier = compose(kind, ReportOptions(NOW, first=date(2024, 1, 1)), Language.SL, cabinet)
    assert [entry.description.sl for entry in earlier.gifts.entries] == ["darilo 9000"]
