"""Lines, hyphens, no-break spaces and letters: what no reader should ever have to notice."""

import time
from itertools import pairwise

import pytest

from cabinet_app.domain.texts import Language
from cabinet_app.reports import fonts
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.styles import BODY, STRONG
from cabinet_app.reports.text import NBSP, Run, bind, clean, hyphenation, shorten, wrap


def lines(text, width=200, **options):
    return [line.text for line in wrap([Run(text, BODY)], width, **options)]


def test_no_line_is_wider_than_the_column():
    text = (
        "Trajnostna urbana strategija do leta dva tisoč trideset in čezmejni projekti s partnerji v soseščini"
    )
    for line in lines(text, 120):
        assert fonts.width(line, BODY.face, BODY.size) <= 120.01


def test_wrapping_loses_no_word():
    text = "ena dve tri štiri pet šest sedem osem devet deset enajst dvanajst"
    assert " ".join(lines(text, 60)) == text


def test_line_ends_of_the_writer_are_kept():
    assert lines("ena\ndve\n\ntri") == ["ena", "dve", "", "tri"]


def test_a_style_change_within_a_word_does_not_break_it():
    runs = [Run("beseda ", BODY), Run("dvo", BODY), Run("barvna", STRONG)]
    width = fonts.width("beseda dvo", BODY.face, BODY.size) + 1
    assert [line.text for line in wrap(runs, width)] == ["beseda", "dvobarvna"]


def test_a_word_wider_than_the_column_is_cut_and_nothing_is_lost():
    word = "x" * 20_000
    assert "".join(lines(word, 100)) == word


def test_a_paragraph_of_a_hundred_thousand_words_takes_no_minute():
    start = time.process_time()
    assert len(lines("beseda " * 100_000, 400)) > 1000
    assert time.process_time() - start < 20


def test_chinese_breaks_between_any_two_letters():
    assert "".join(lines("张家口" * 30, 80)) == "张家口" * 30


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        (Language.DE, "Zusammenarbeit", "Zu-sam-men-ar-beit"),
        (Language.DE, "Deutschland", "Deutsch-land"),
        (Language.SL, "sodelovanje", "so-de-lo-va-nje"),
        (Language.EN, "delegation", "del-eg-a-tion"),
    ],
)
def test_words_are_cut_as_their_language_cuts_them(language, word, parts):
    positions = (0, *hyphenation(language)(word), len(word))
    assert "-".join(word[a:b] for a, b in pairwise(positions)) == parts


def test_only_prose_is_hyphenated():
    width = fonts.width("Zusammen", BODY.face, BODY.size) + 8
    assert lines("Die Zusammenarbeit", width + 10, hyphenate=hyphenation(Language.DE))[0].endswith("-")
    assert not lines("Die Zusammenarbeit", width + 10)[0].endswith("-")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("14. 12. 2021", "14.~12.~2021"),
        ("25. februar 2016", "25.~februar~2016"),
        ("v sredo z Ano", "v~sredo z~Ano"),
        ("Sprememba št. 1", "Sprememba št.~1"),
        ("dr. Petra", "dr.~Petra"),
        ("ob 17. uri", "ob 17.~uri"),
        ("sejna soba 14", "sejna soba~14"),
        ("120 EUR", "120~EUR"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text, bound):
    assert bind(text, Language.SL).replace(NBSP, "~") == bound


def test_german_articles_are_not_bound_like_slovenian_prepositions():
    assert NBSP not in bind("o Tannenbaum", Language.DE)


def test_what_cannot_be_printed_is_taken_out_and_nothing_else():
    assert clean("a\x00b\x1bc\u202ed\ud800e\tf\r\ng") == "abcde f\ng"
    assert clean("<b>&amp;</b>") == "<b>&amp;</b>"


def test_decomposed_letters_are_joined():
    assert clean("c\u030c") == "č"


def test_every_letter_of_the_house_has_a_glyph():
    assert not fonts.missing_letters("čšžđćőßäöü„“»«–€→✓☐☑×−ЃЌЏѓќљњЩ张家口伟İıŁłȘș")


def test_a_letter_that_no_font_has_is_told_and_shown_as_a_box():
    assert fonts.missing_letters("a\u0905") == {"\u0905"}
    assert fonts.split("\u0905", Face.REGULAR) == ((Face.REGULAR.value, fonts.NO_GLYPH),)


def test_a_run_is_split_by_font_only_where_it_must():
    assert fonts.split("Zhang 张伟 Wei", Face.REGULAR) == (
        ("SourceSans3-Regular", "Zhang "),
        ("DroidSansFallbackFull", "张伟"),
        ("SourceSans3-Regular", " Wei"),
    )


def test_digits_are_all_of_one_width():
    assert len({fonts.width(digit, Face.REGULAR, 10) for digit in "0123456789"}) == 1


def test_shortening_ends_at_a_word():
    whole = "Predstavitev strategije razvoja"
    width = fonts.width("Predstavitev strat", BODY.face, BODY.size)
    assert shorten(whole, BODY, width) == (f"Predstavitev{NBSP}…", True)
    assert shorten(whole, BODY, 1000) == (whole, False)


def test_a_single_letter_is_not_left_behind_at_the_end_of_a_line():
    text = "Vergleich der E-Services"
    width = fonts.width("Vergleich der E-", BODY.face, BODY.size) + 1
    assert lines(text, width) == ["Vergleich der", "E-Services"]
    whole = fonts.width("Vergleich der Žagar-", BODY.face, BODY.size) + 1
    assert lines("Vergleich der Žagar-Services", whole) == ["Vergleich der Žagar-", "Services"]
