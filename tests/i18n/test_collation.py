import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.collation import _folded, fold, sort_key

SL, DE, EN = Language.SL, Language.DE, Language.EN
ALPHABET = "abcčćdđefghijklmnopqrsštuvwxyzž"


def in_order(words, lang):
    return sorted(words, key=lambda word: sort_key(word, lang))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Čuček", "cucek"),
        ("Đorđe Šarić", "dorde saric"),
        ("Größwang-Öllinger", "grosswang-ollinger"),
        ("Łódź", "lodz"),
        ("Søren Æbelø", "soren aebelo"),
        ("İlknur Öztürk Yılmaz", "ilknur ozturk yilmaz"),
        ("Szűcs-Tőkés", "szucs-tokes"),
        ("ŒUVRE", "oeuvre"),
        ("Нови Сад", "нови сад"),
        ("Йосиф", "йосиф"),
        ("张家口", "张家口"),
        ("14.\u00a012.\u00a02021", "14. 12. 2021"),
        ("  več   presledkov \n", "vec presledkov"),
        ("13–15", "13-15"),
        ("O’Shaughnessy", "o'shaughnessy"),
        ("„Kranj“", '"kranj"'),
        ("ﬁnance", "finance"),
        ("č", "c"),
    ],
)
def test_search_overlooks_case_and_diacritics(text, expected):
    assert fold(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcčšžđćöüäß éñ"), st.sampled_from(["NFC", "NFD"]))
def test_folding_does_not_depend_on_how_a_letter_is_composed(text, form):
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(st.text(alphabet=ALPHABET))
def test_a_text_is_found_in_capitals(text):
    assert fold(text.upper()) == fold(text)


def test_the_slovenian_alphabet():
    assert in_order(reversed(ALPHABET), SL) == list(ALPHABET)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (SL, ["Cankar", "Czerny", "Čedomir", "Čuček", "Ćosić", "Dolenc", "Dvor", "Đorđe", "Eržen"]),
        (DE, ["Cankar", "Čedomir", "Ćosić", "Čuček", "Czerny", "Dolenc", "Đorđe", "Dvor", "Eržen"]),
        (SL, ["Sava", "Szombathely", "Šarić", "Ščavničar"]),
        (SL, ["Zemun", "Zupančič", "Žagar", "Žiga"]),
        (DE, ["Jäger", "Jagodič", "Jahn", "Janez"]),
        (DE, ["Gross", "Groß", "Grosser", "Größwang"]),
        (DE, ["Muller", "Müller", "Mulley"]),
        (EN, ["Banja Luka", "Bitola", "Büyükçekmece", "Colorado Springs"]),
        (SL, ["Ana", "Ana Marija", "Anamarija"]),
        (SL, ["Jean", "Jean-Baptiste", "Jeanette"]),
        (SL, ["d'Aubigné", "Daugava"]),
        (SL, ["Koper", "koper"][::-1]),
        (SL, ["Zupančič", "Žiga", "Љубица", "Щербакова", "张伟"]),
        (SL, ["točka 2", "točka 10", "točka 100"]),
        (SL, ["2. seja", "10. seja", "Akt"]),
        (SL, ["900-9/2017", "900-12/2017", "900-12/2018"]),
        (SL, ["Øresund", "Ösel", "Oslo"]),
    ],
)
def test_lists_stand_in_the_order_of_the_language(lang, expected):
    assert in_order(reversed(expected), lang) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    ],
)
def test_cyrillic_alphabets_of_partner_towns(expected):
    assert in_order(reversed(expected), SL) == list(expected)


def test_the_public_list_of_towns_is_sorted_by_each_alphabet():
    slovenian = [
        "Banja Luka",
        "Beljak",
        "Bitola",
        "Büyükçekmece",
        "Celovec",
        "Čakovec",
        "Herceg Novi",
        "Zemun",
        "Žiri",
    ]
    assert in_order(reversed(slovenian), SL) == slovenian


SLOVENIAN_WORDS = st.text(alphabet=ALPHABET, max_size=8)


@given(SLOVENIAN_WORDS, SLOVENIAN_WORDS)
def test_slovenian_keys_compare_as_the_alphabet_does(first, second):
    places = [[ALPHABET.index(letter) for letter in word] for word in (first, second)]
    assert (sort_key(first, SL) < sort_key(second, SL)) == (places[0] < places[1])


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(Language))
def test_a_beginning_stands_before_what_it_begins(head, tail, lang):
    whole = f"{head} {tail}x"
    assert sort_key(head, lang) <= sort_key(whole, lang)


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_are_compared_by_value(first, second):
    assert (sort_key(f"§ {first}", SL) < sort_key(f"§ {second}", SL)) == (first < second)


@given(st.text(), st.sampled_from(Language), st.sampled_from(["NFC", "NFD"]))
def test_keys_do_not_depend_on_how_a_letter_is_composed(text, lang, form):
    composed = unicodedata.normalize("NFC", text)
    assert sort_key(unicodedata.normalize(form, text), lang) == sort_key(composed, lang)


@given(st.text(), st.sampled_from(Language))
def test_a_key_can_be_stored(text, lang):
    key = sort_key(text, lang)
    assert "\x00" not in key
    assert key.encode().decode() == key


@given(st.text(alphabet="aAäÄsSß ", max_size=6), st.text(alphabet="aAäÄsSß ", max_size=6))
def test_case_and_umlauts_only_decide_between_equals(first, second):
    folded = [fold(text) for text in (first, second)]
    if folded[0] != folded[1]:
        assert (sort_key(first, DE) < sort_key(second, DE)) == (
            sort_key(folded[0], DE) < sort_key(folded[1], DE)
        )


def test_every_letter_of_the_three_alphabets_has_its_own_key():
    letters = ALPHABET + ALPHABET.upper() + "äöüßÄÖÜé"
    for lang in Language:
        for first, second in itertools.combinations(letters, 2):
            assert sort_key(first, lang) != sort_key(second, lang), (first, second)


@given(st.text(st.sampled_from("aZ 0-čŽÖß–’…é«\t\u00a0\u0301й")))
def test_the_short_way_of_folding_leads_where_the_long_one_does(text: str) -> None:
    assert fold(text) == _folded(text)
