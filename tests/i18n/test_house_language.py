import pytest

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import compile_catalogs, translator
from cabinet_app.i18n.house_language import delegation_of_municipality, delegation_of_town, s_z, vote_formula


@pytest.fixture(autouse=True)
def compiled():
    compile_catalogs(paths.translations())
    translator.cache_clear()


@pytest.mark.parametrize(
    ("word", "preposition"),
    [
        ("Kranjem", "s"), ("Beljakom", "z"), ("člani", "s"), ("Čedomirjem", "s"), ("Šentjurjem", "s"),
        ("Žirmi", "z"), ("Osijekom", "z"), ("Škofjo Loko", "s"), ("Zemunom", "z"), ("Herceg Novim", "s"),
        ("", "z"),
    ],
)  # fmt: skip
def test_the_preposition_before_a_word(word, preposition):
    assert s_z(word) == preposition


@pytest.mark.parametrize(
    "figure", [3, 4, 5, 6, 7, 13, 14, 15, 16, 17, 19, 100, 30, 23, 74, 101, 1000, 1500, 3000, 60, 300]
)
def test_figures_spoken_with_a_voiceless_start_take_s(figure):
    assert s_z(f"{figure} člani") == "s"


@pytest.mark.parametrize("figure", [0, 1, 2, 8, 9, 10, 11, 12, 18, 20, 21, 32, 48, 80, 200, 2000, 99])
def test_figures_spoken_with_a_voiced_start_take_z(figure):
    assert s_z(f"{figure} člani") == "z"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.SL, "delegacija mesta Villach"),
        (Language.DE, "Delegation der Stadt Villach"),
        (Language.EN, "delegation of the town of Villach"),
    ],
)
def test_the_name_of_a_town_is_never_declined(language, expected):
    assert delegation_of_town(translator(language), "Villach") == expected


def test_a_municipality_stands_in_apposition():
    assert delegation_of_municipality(translator(Language.SL), "Senta") == "delegacija občine Senta"


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((4, 4), "(4 PRISOTNI: 4 ZA)"),
        ((1, 1), "(1 PRISOTEN: 1 ZA)"),
        ((2, 1, 1), "(2 PRISOTNA: 1 ZA, 1 PROTI)"),
        ((5, 3, 1, 1), "(5 PRISOTNIH: 3 ZA, 1 PROTI, 1 VZDRŽAN)"),
        ((7, 3, 2, 2), "(7 PRISOTNIH: 3 ZA, 2 PROTI, 2 VZDRŽANA)"),
        ((9, 6, 0, 3), "(9 PRISOTNIH: 6 ZA, 3 VZDRŽANI)"),
        ((9, 0, 4, 5), "(9 PRISOTNIH: 0 ZA, 4 PROTI, 5 VZDRŽANIH)"),
    ],
)
def test_the_bracket_of_the_minutes(votes, expected):
    assert vote_formula(translator(Language.SL), *votes) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.DE, "(5 anwesend: 3 dafür, 1 dagegen, 1 Stimmenthaltung)"),
        (Language.EN, "(5 present: 3 for, 1 against, 1 abstention)"),
    ],
)
def test_the_bracket_in_the_languages_of_guests(language, expected):
    assert vote_formula(translator(language), 5, 3, 1, 1) == expected
