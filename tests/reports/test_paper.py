"""Every print as a file: fonts, metadata, sameness of bytes, hostile text, letters in and letters out."""

import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.reports import agreements, cadence, calendar_month, programme
from cabinet_app.reports.agreements_data import AgreementsData
from cabinet_app.reports.cadence_data import CadenceData
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.flow import Band, Column, paginate
from cabinet_app.reports.house import Orientation, Paper
from cabinet_app.reports.text import Line
from tests.reports import samples

LETTERS = Path(__file__).parent / "data" / "letters.tsv"
HOSTILE = (
    "<b",
    "&amp; & < >",
    '<img src="file:///etc/passwd">',
    "<para>ne</para>",
    "Ana <ana@kranj.si>",
    "%s %(x)d {0} {name}",
    "\\(parens) (odprt",
    '<a href="javascript:alert(1)">klik</a>',
)


def december(words, house, language=Language.SL, data=None):
    data = data or samples.busy_december()
    return calendar_month.render(data, house, words(language), Paper.A4, Orientation.LANDSCAPE)[0]


def all_prints(words, house, language):
    t = words(language)
    now = datetime(2026, 11, 20, 9, 0)
    yield programme.render(samples.visit(), house, t)[0]
    yield agreements.render(AgreementsData(now), house, t)[0]
    yield december(words, house, language)
    yield cadence.render(CadenceData(2026, now.date(), now), house, t)[0]


@pytest.mark.parametrize("language", list(Language))
def test_every_print_is_sound_and_carries_only_embedded_subsets(words, house, pdf, language):
    for data in all_prints(words, house, language):
        print_ = pdf(data)
        print_.check()
        assert print_.fonts
        for name, embedded, subset in print_.fonts:
            assert (embedded, subset) == ("yes", "yes"), name
            assert "SourceSans3" in name or "DroidSansFallback" in name


@pytest.mark.parametrize("language", list(Language))
def test_every_print_names_its_language_title_and_house(words, house, pdf, language):
    import pikepdf

    for data in all_prints(words, house, language):
        print_ = pdf(data)
        assert print_.info["Title"]
        assert print_.info["Author"] == house.municipality.get(language)
        with pikepdf.open(print_.path) as opened:
            assert str(opened.Root.Lang) == language.tag
            assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_the_same_data_give_the_same_bytes(words, house):
    first = list(all_prints(words, house, Language.SL))
    second = list(all_prints(words, house, Language.SL))
    assert first == second


def test_another_moment_of_printing_gives_other_bytes(words, house):
    data = samples.visit()
    later = replace(data, printed_at=datetime(2016, 2, 23, 9, 30))
    t = words(Language.SL)
    assert programme.render(data, house, t)[0] != programme.render(later, house, t)[0]


def test_every_letter_comes_out_as_it_went_in(words, house, pdf):
    with LETTERS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        letters = [chr(int(row["code_point"].removeprefix("U+"), base=16)) for row in rows]
    visible = [letter for letter in letters if not letter.isspace()]
    data = replace(samples.visit(), purpose=same(" ".join(visible)))
    assert "".join(visible) in pdf(programme.render(data, house, words(Language.SL))[0]).squeezed


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_printed_as_it_was_typed(words, house, pdf, text):
    visit = replace(samples.visit(), purpose=same(text), title=same(text), notes=text)
    typed = "".join(text.split())
    assert typed in pdf(programme.render(visit, house, words(Language.SL))[0]).squeezed
    calendar = samples.december(samples.entry(1, 14, 9, text))
    assert typed in pdf(december(words, house, data=calendar)).squeezed


def test_no_print_has_links_scripts_or_embedded_files(words, house, pdf):
    visit = replace(samples.visit(), purpose=same(" ".join(HOSTILE)))
    data = programme.render(visit, house, words(Language.SL))[0]
    for word in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/Annots"):
        assert word not in data


def test_endless_words_and_paragraphs_never_abort_a_print(words, house, pdf):
    visit = replace(samples.visit(), purpose=same("x" * 20_000), notes="Beseda in še ena. " * 5_000)
    print_ = pdf(programme.render(visit, house, words(Language.SL))[0])
    assert print_.pages > 5
    text = print_.raw
    assert text.count("x") >= 20_000
    assert "".join(text.split()).count("inšeena.") > 4_900
    long_entry = samples.december(samples.entry(1, 14, 9, "Zelo dolg dogodek " * 400))
    assert "Zelo dolg dogodek" in pdf(december(words, house, data=long_entry)).text


def test_control_characters_do_not_reach_the_paper(words, house, pdf):
    visit = replace(samples.visit(), purpose=same("ena\x00dve\x07 \u202etri\ud83d"))
    assert "enadve tri" in pdf(programme.render(visit, house, words(Language.SL))[0]).text


def test_a_letter_without_a_glyph_is_told(words, house):
    visit = replace(samples.visit(), purpose=same("नमस्ते"))
    findings = programme.render(visit, house, words(Language.SL))[1]
    assert any(finding.kind is FindingKind.LETTER_MISSING for finding in findings)


def test_a_missing_translation_is_marked_explained_and_told(words, house, pdf):
    t = words(Language.DE)
    data, findings = programme.render(samples.visit(), house, t)
    text = pdf(data).text
    assert "e-uprava" in text
    assert t.gettext("Text not available in English; printed in Slovenian.") in text
    assert [f.subject for f in findings if f.kind is FindingKind.TEXT_MISSING] == [
        "predstavnica za evropsko politiko",
        "e-uprava",
    ]


def test_a_complete_print_has_no_legend_of_languages(words, house, pdf):
    t = words(Language.SL)
    assert "natisnjeno je v" not in pdf(programme.render(samples.visit(), house, t)[0]).text


def test_a_missing_arms_picture_or_names_leave_the_rest_in_place(words, pdf):
    from cabinet_app.reports.house import HouseStyle

    text = pdf(programme.render(samples.visit(), HouseStyle(), words(Language.SL))[0]).text
    assert "dr. Petra Oberrauner" in text


def test_the_arms_stand_in_the_letterhead(words, house, pdf):
    import io

    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (40, 50), "#B3202A").save(picture, "PNG")
    data = programme.render(samples.visit(), replace(house, arms=picture.getvalue()), words(Language.SL))[0]
    pdf(data).check()
    assert b"/Image" in data


def line(height=10.0):
    return Line((), height, 8)


def test_a_heading_never_stays_alone_at_the_foot_of_a_page():
    bands = [
        Band([Column(0, [line()] * 8)]),
        Band([Column(0, [line()])], keep=True),
        Band([Column(0, [line()] * 4)]),
    ]
    pages = paginate(bands, 100, 100)
    assert [len(page) for page in pages] == [1, 2]


def test_a_paragraph_leaves_at_least_two_lines_on_either_page():
    pages = paginate([Band([Column(0, [line()] * 8)]), Band([Column(0, [line()] * 3)])], 100, 100)
    assert [len(placed.band.columns[0].lines) for page in pages for placed in page] == [8, 3]


def test_a_row_goes_whole_to_the_next_page_with_its_head():
    head = Band([Column(0, [line()])])
    rows = [Band([Column(0, [line()] * 3)], whole=True, head=head) for _ in range(5)]
    pages = paginate([head, *rows], 100, 100)
    assert pages[1][0].band is head
    assert sum(len(page) for page in pages) == 7


def test_a_row_higher_than_a_page_is_split_and_complete():
    head = Band([Column(0, [line()])])
    tall = Band([Column(0, [line()] * 35), Column(50, [line()] * 2)], whole=True, head=head)
    pages = paginate([head, tall], 100, 100)
    assert sum(len(p.band.columns[0].lines) for page in pages for p in page if p.band is not head) == 35
    assert all(placed.y + placed.band.height <= 100.01 for page in pages for placed in page)


def test_texts_of_two_languages_on_one_print_are_both_explained(words, house, pdf):
    visit = replace(
        samples.visit(), purpose=LocalizedText(de="Austausch"), title=LocalizedText(en="Working visit")
    )
    t = words(Language.SL)
    text = pdf(programme.render(visit, house, t)[0]).text
    assert t.gettext("Text not available in English; printed in German.") in text
    assert t.gettext("Text not available in the language of this print; printed in English.") in text
