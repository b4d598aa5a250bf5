"""A letter on paper: in its own language, the address in the window, nothing of the printing in the foot."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from cabinet_app.domain.protocol import Letter
from cabinet_app.domain.texts import Language
from cabinet_app.reports import letter
from cabinet_app.reports.catalog import compose, draw, report_kind
from cabinet_app.reports.letter_data import LetterData
from cabinet_app.reports.options import ReportOptions

NOW = datetime(2027, 2, 10, 9)
DATA = LetterData(
    language=Language.SL,
    printed_at=NOW,
    place="Kranj",
    written_on=date(2027, 2, 25),
    our_reference="900-12/2027-10",
    recipient=("Gospa", "dr. Petra Oberrauner", "Prva podžupanja", "Villach", "AVSTRIJA"),
    subject="Zahvala za obisk",
    salutation="Spoštovana gospa podžupanja,",
    paragraphs=("iskreno se Vam zahvaljujem.", "Veselim se <b>srečanja</b> & {town}."),
    closing="S spoštovanjem",
    signatory="dr. Maja Žagar-Čuček",
    signatory_function="županja",
)


def test_it_holds_everything_in_the_order_of_a_letter(words, house, pdf):
    text = pdf(letter.render(DATA, house, words(Language.SL))[0]).text
    parts = [
        "AVSTRIJA",
        "900-12/2027-10",
        "Kranj, 25. februarja 2027",
        "Zahvala za obisk",
        "Spoštovana gospa podžupanja,",
        "Veselim se <b>srečanja</b> & {town}.",
        "S spoštovanjem",
        "dr. Maja Žagar-Čuček županja",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_nothing_tells_when_it_was_printed_and_a_single_page_has_no_number(words, house, pdf):
    text = pdf(letter.render(DATA, house, words(Language.SL))[0]).text
    assert "Natisnjeno" not in text
    assert "stran 1" not in text


def test_a_long_letter_counts_its_pages_and_the_signature_is_not_alone(words, house, pdf):
    long = replace(DATA, paragraphs=tuple(f"Odstavek {number}. " + "Beseda " * 60 for number in range(12)))
    printed = pdf(letter.render(long, house, words(Language.SL))[0])
    assert printed.pages > 1
    assert f"stran 2 od {printed.pages}" in printed.text
    last_page = printed.layout.split("\f")[printed.pages - 1]
    assert "Beseda" in last_page
    assert "Žagar-Čuček" in last_page


def test_the_address_stands_in_the_window_of_the_envelope(words, house, pdf):
    printed = pdf(letter.render(DATA, house, words(Language.SL))[0])
    top, left = printed.place_of("Oberrauner")
    assert 45 <= top <= 90
    assert 20 <= left <= 105


def test_a_letter_without_anything_is_still_a_sheet(words, house, pdf):
    empty = LetterData(language=Language.EN, printed_at=NOW)
    assert pdf(letter.render(empty, house, words(Language.EN))[0]).pages == 1


@pytest.mark.parametrize(("language", "mark"), [(Language.DE, "Stadtgemeinde"), (Language.EN, "City")])
def test_it_is_printed_in_its_own_language_whatever_was_chosen(cabinet, words, house, pdf, language, mark):
    stored = cabinet.letters.create(
        Letter(language=language, recipient="Villach", subject="Test", written_on=date(2027, 2, 25))
    )
    kind, options = report_kind("letter"), ReportOptions(NOW, record_id=stored.record.id)
    data = compose(kind, options, Language.SL, cabinet)
    report = draw(kind, data, options, Language.SL, house, words(Language.SL))
    assert mark in pdf(report.data).text
    assert report.name.endswith(f"_{language.value}.pdf")
