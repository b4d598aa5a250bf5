"""The mayor's briefing and the dossier: all that is known, on two pages and on one, marked as internal."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from PIL import Image

from cabinet_app.db.opening import open_store
from cabinet_app.domain.gifts import Gift, GiftDirection
from cabinet_app.domain.papers import Document
from cabinet_app.domain.tasks import Task
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.twinning import AgreementStatus, Instrument
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.domain.visits import VisitDirection
from cabinet_app.i18n.greetings import all_greetings
from cabinet_app.reports import briefing, dossier
from cabinet_app.reports.briefing_data import (
    BriefAgreement,
    BriefGift,
    BriefingData,
    BriefMatter,
    BriefPerson,
    BriefVisit,
    Gap,
    MissingFact,
)
from cabinet_app.reports.catalog import compose, draw, report_kind
from cabinet_app.reports.delegation_list_data import VisitHead
from cabinet_app.reports.dossier_data import DossierPerson
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.options import ReportOptions
from cabinet_app.services.cabinet import Cabinet
from tests.filled_register import filled_register

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 5)
VILLACH_VISIT, RIVOLI_VISIT, VILLACH = 7002, 7005, 1002
HOSTILE = "<b>Zlo</b> & {name} %s"


@pytest.fixture
def cabinet(tmp_path):
    opened = Cabinet(open_store(filled_register(tmp_path / "sample.kabinet", TODAY)))
    yield opened
    opened.close()


@pytest.fixture
def printed(cabinet, words, house, pdf):
    def make(kind_id, record_id, language=Language.SL):
        kind, options = report_kind(kind_id), ReportOptions(NOW, record_id=record_id)
        data = compose(kind, options, language, cabinet)
        return pdf(draw(kind, data, options, language, house, words(language)).data)

    return make


def villach_partnership(cabinet):
    found = (cabinet.partnerships.get(one).record for one in cabinet.partnerships.all_ids())
    return next(one.id for one in found if one.place_id == VILLACH)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.SL, ("INTERNO", "Opomnik za županjo", "Kdo prihaja", "25. 2. 2016", "Guten Tag", "v velj")),
        (
            Language.DE,
            (
                "INTERN",
                "Gesprächsunterlage für die Bürgermeisterin",
                "Wer kommt",
                "25.02.2016",
                "Bisherige Geschenke",
            ),
        ),
        (Language.EN, ("INTERNAL", "Briefing for the mayor", "Who comes", "25 Feb 2016", "Guten Tag")),
    ],
)
def test_one_click_gathers_what_the_mayor_wants_to_know(printed, language, expected):
    paper = printed("briefing", VILLACH_VISIT, language)
    text = paper.text
    assert paper.pages <= 2
    for words_ in (*expected, "Größwang-Öllinger", "katarína grésvang élinger", "2008"):
        assert words_ in text
    assert "Villach" in text or "Beljak" in text


def test_gifts_are_told_both_ways_and_without_their_value(printed, cabinet):
    for direction, name in (
        (GiftDirection.GIVEN, "Poslikana panjska končnica"),
        (GiftDirection.RECEIVED, "Vaza"),
    ):
        gift = Gift(
            direction=direction,
            description=same(name),
            value_cents=12345,
            place_id=VILLACH,
            happened_on=date(2024, 5, 1),
        )
        cabinet.gifts.create(gift)
    text = printed("briefing", VILLACH_VISIT).text
    assert "podarili smo: Poslikana panjska končnica" in text
    assert "prejeli smo: Vaza" in text
    assert "123,45" not in text


def test_diets_phones_and_documents_are_not_in_it(printed):
    text = printed("briefing", VILLACH_VISIT).text
    for secret in ("P 0000000", "brez glutena", "Dostop brez stopnic"):
        assert secret not in text


def test_open_tasks_of_the_town_and_of_its_papers_stand_in_it_the_overdue_first(printed, cabinet):
    cabinet.tasks.create(Task(title=same(HOSTILE), place_id=VILLACH, due_on=date(2026, 1, 5)))
    text = printed("briefing", VILLACH_VISIT).text
    assert HOSTILE in text
    assert text.index("Še odprto") < text.index(HOSTILE) < text.index("Primerjava e-storitev")
    assert "zamuja" in text


def test_the_checklist_of_the_visit_does_not_trouble_the_mayor(printed):
    text = printed("briefing", VILLACH_VISIT).text
    assert "Izobesiti zastave" not in text
    assert "Primerjava e-storitev" in text


def test_abroad_it_says_whom_we_meet(printed):
    text = printed("briefing", RIVOLI_VISIT).text
    assert "Koga srečate" in text
    assert "De' Rossi" in text
    assert "Buongiorno" in text


def test_a_photograph_is_printed_and_a_damaged_one_left_out(printed, cabinet):
    picture = io.BytesIO()
    Image.new("RGB", (60, 75), "navy").save(picture, "PNG")
    person = cabinet.people.get(3008)
    without = len(printed("briefing", VILLACH_VISIT).data)
    kept = cabinet.documents.keep(picture.getvalue(), Document(file_name="a.png", person_id=3008))
    person.record.photo_id = kept.record.id
    cabinet.people.update(person.record, person.version)
    assert len(printed("briefing", VILLACH_VISIT).data) > without + 200
    broken = BriefPerson("Ana", photo=b"\x89PNG broken")
    data = BriefingData(VisitHead(NOW), people=(broken,))
    assert briefing._readable(broken.photo) is None
    assert data.people[0].photo


def crowded(language=Language.SL):
    """More than any two pages hold, with texts that never end."""
    endless = same("Beseda " * 900)
    text = LocalizedText(sl="Zadeva " * 60, de="Sache " * 60, en="Matter " * 60)
    visit = BriefVisit(text, VisitDirection.INCOMING, date(2020, 1, 1), date(2020, 1, 2), endless)
    agreement = BriefAgreement(text, Instrument.PROTOCOL, VagueDate("1998~"), AgreementStatus.IN_FORCE)
    return BriefingData(
        head=VisitHead(NOW, town=same("Villach"), first_day=date(2027, 2, 25)),
        title=text,
        purpose=endless,
        people=tuple(
            BriefPerson(f"Oseba {number} " * 20, text, pronunciation="a " * 300, languages=("de",) * 30)
            for number in range(31)
        ),
        topics=(text,) * 40,
        agreements=(agreement,) * 20,
        visits=(visit,) * 3,
        matters=(BriefMatter(text, "Nosilec " * 50, date(2026, 1, 1), is_overdue=True),) * 50,
        decisions=(BriefMatter(text, decided_on=date(2025, 1, 1)),) * 50,
        given=(BriefGift(text, date(2024, 1, 1), "Kdo " * 90),) * 30,
        received=(BriefGift(endless),) * 30,
        greetings=all_greetings()["zh"],
        missing=tuple(MissingFact(gap, "Ime " * 200) for gap in Gap for _ in range(20)),
    )


@pytest.mark.parametrize("language", Language)
def test_it_never_has_more_than_two_pages_and_says_what_was_left_out(words, house, pdf, language):
    data, findings = briefing.render(crowded(), house, words(language))
    paper = pdf(data)
    assert paper.pages == 2
    assert findings[0].kind is FindingKind.POINTS_LEFT_OUT
    assert findings[0].count > 100
    # What matters most in the room stays: who comes, and what to say to them.
    assert "Oseba 0" in paper.text
    assert "您好" in paper.text


def test_an_empty_visit_still_makes_a_paper(words, house, pdf):
    data, findings = briefing.render(BriefingData(VisitHead(NOW)), house, words(Language.SL))
    text = pdf(data).text
    assert findings == ()
    assert "Prejšnji obiski niso znani." in text
    assert "Darila niso znana." in text


def test_what_is_missing_is_told_in_a_sentence_each(words, house, pdf):
    missing = (
        MissingFact(Gap.REPLY, "Ana Novak"),
        MissingFact(Gap.REPLY, HOSTILE),
        MissingFact(Gap.PROGRAMME),
    )
    data = BriefingData(VisitHead(NOW), missing=missing)
    text = pdf(briefing.render(data, house, words(Language.SL))[0]).text
    assert f"Dokončnega odgovora še ni: Ana Novak, {HOSTILE}." in text
    assert "Program še ni določen." in text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.SL, ("INTERNO", "Mapa partnerstva", "Beljak (Villach), Avstrija", "25. julij 2008")),
        (Language.DE, ("INTERN", "Dossier der Partnerschaft", "Villach, Österreich", "25. Juli 2008")),
        (Language.EN, ("INTERNAL", "Dossier of the partnership", "Villach, Austria", "25 July 2008")),
    ],
)
def test_the_dossier_stands_on_one_page(printed, cabinet, language, expected):
    paper = printed("dossier", villach_partnership(cabinet), language)
    assert paper.pages == 1
    for words_ in expected:
        assert words_ in paper.text


def test_another_date_of_a_source_stands_beside_the_one_chosen(printed, cabinet):
    found = (cabinet.partnerships.get(one).record for one in cabinet.partnerships.all_ids())
    herceg_novi = next(one.id for one in found if one.place_id == 1021)
    text = printed("dossier", herceg_novi).text
    assert "1957" in text
    assert "drug vir navaja 1965" in text


def test_a_full_dossier_keeps_its_page_and_counts_what_it_left_out(cabinet, words, house, pdf):
    kind, options = report_kind("dossier"), ReportOptions(NOW, record_id=villach_partnership(cabinet))
    data = compose(kind, options, Language.SL, cabinet)
    people = tuple(DossierPerson(f"{HOSTILE} {number}", same("x" * 900)) for number in range(80))
    full = replace(data, people=people, sources=("https://example.org/" + "a" * 900,) * 40)
    made, findings = dossier.render(full, house, words(Language.SL))
    paper = pdf(made)
    assert paper.pages == 1
    assert HOSTILE in paper.text
    assert findings[0].kind is FindingKind.POINTS_LEFT_OUT


@pytest.mark.parametrize("kind_id", ["briefing", "dossier"])
def test_the_same_paper_has_the_same_bytes_and_whole_fonts(printed, cabinet, kind_id):
    record_id = VILLACH_VISIT if kind_id == "briefing" else villach_partnership(cabinet)
    first, second = printed(kind_id, record_id, Language.DE), printed(kind_id, record_id, Language.DE)
    assert first.data == second.data
    assert all(embedded == "yes" for _name, embedded, _subset in first.fonts)
    first.check()
