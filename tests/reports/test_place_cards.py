"""Place cards, badges and table tents: every name whole, in its own letters, within the card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.reports import fonts, place_cards
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.place_cards import BADGES, FORMATS, PLACE_CARDS, TENTS
from cabinet_app.reports.place_cards_data import Card, CardsData
from cabinet_app.reports.place_cards_fit import LEADING, LEAST, Limits, fit
from tests.reports.seating_samples import HOSTILE, LONGEST, PRINTED, cards

THREE_ALPHABETS = ("Ѓорѓи Ристовски", "Mehmet Çağlar", "Őry Ernő", "张伟", LONGEST, "dr. Đurđica Ćosić")
LIMITS = Limits(24, 16, 3)


@pytest.fixture
def render(words, house, pdf):
    def run(data: CardsData, kind: str, language: Language = Language.SL):
        printed, findings = place_cards.render(data, FORMATS[kind], house, words(language))
        return pdf(printed), findings

    return run


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_names_of_three_alphabets_and_functions_stand_on_every_kind_of_card(render, kind, language):
    print_, findings = render(cards(*THREE_ALPHABETS), kind, language)
    faces = 2 if FORMATS[kind].is_folded else 1
    for name in THREE_ALPHABETS:
        assert print_.squeezed.count(name.replace(" ", "")) == faces, name
    function = {"sl": "mestnisvetnik", "de": "Gemeinderat", "en": "citycouncillor"}[language.value]
    assert print_.squeezed.count(function) == faces * len(THREE_ALPHABETS)
    assert findings == ()
    assert all(embedded == "yes" for _, embedded, _ in print_.fonts)
    print_.check()


def test_badges_for_thirty_one_guests_stand_ten_on_a_sheet_with_their_town(render):
    names = [f"{THREE_ALPHABETS[number % 4]} {number}" for number in range(31)]
    print_, _ = render(cards(*names), "badges", Language.DE)
    assert print_.pages == 4
    assert print_.text.count("Villach") == 31
    assert "Stadtgemeinde Kranj" in print_.text
    assert all(name.replace(" ", "") in print_.squeezed for name in names)


def test_a_place_card_is_eighty_five_by_fifty_five_when_folded():
    assert (PLACE_CARDS.width, PLACE_CARDS.face_height) == (85, 55)
    assert PLACE_CARDS.columns * PLACE_CARDS.width <= 210
    assert PLACE_CARDS.rows * PLACE_CARDS.height <= 297
    assert TENTS.width <= 297
    assert BADGES.rows * BADGES.height <= 297


def test_what_looks_like_markup_is_printed_as_it_was_typed(render):
    print_, _ = render(cards(*HOSTILE), "place-cards")
    assert all(print_.squeezed.count(words.replace(" ", "")) == 2 for words in HOSTILE)


def test_a_letter_without_a_glyph_and_a_missing_translation_are_found(render):
    data = CardsData(printed_at=PRINTED, cards=(Card("𓀀 Nil", LocalizedText(sl="gost")),))
    print_, findings = render(data, "badges", Language.DE)
    assert {finding.kind for finding in findings} == {FindingKind.LETTER_MISSING, FindingKind.TEXT_MISSING}
    assert "gost" in print_.text


def test_nobody_gives_a_page_that_says_so(render):
    print_, _ = render(CardsData(printed_at=PRINTED), "place-cards")
    assert "Nihče še ni predviden." in print_.text


def test_a_name_far_too_long_is_found_and_printed_whole(render):
    name = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 2
    print_, findings = render(cards(name), "badges")
    assert [finding.kind for finding in findings] == [FindingKind.NAME_SMALL]
    assert name in print_.squeezed


def test_the_longest_name_shrinks_then_breaks_at_a_blank():
    wide = fit(LONGEST, Face.SEMIBOLD, 400, 100, LIMITS)
    assert (wide.lines, wide.is_small) == ((LONGEST,), False)
    broken = fit(LONGEST, Face.SEMIBOLD, 213, 100, LIMITS)
    assert broken.lines == ("Mag.a Katharina", "Größwang-Öllinger")
    assert broken.size >= LIMITS.smallest


def test_a_name_breaks_at_its_hyphen_where_there_is_no_blank():
    found = fit("Hohenwarter-Steinbrugger", Face.SEMIBOLD, 110, 100, LIMITS)
    assert found.lines == ("Hohenwarter-", "Steinbrugger")


@given(
    st.text(st.sampled_from("Aaäčž -ЖЃ伟m"), max_size=60),
    st.floats(20, 300),
    st.floats(10, 200),
)
def test_whatever_the_name_it_lies_within_its_box_and_nothing_is_lost(name, width, height):
    found = fit(name, Face.SEMIBOLD, width, height, LIMITS)
    assert "".join("".join(found.lines).split()) == "".join(name.split())
    assert found.size <= LIMITS.largest
    assert all(fonts.width(line, Face.SEMIBOLD, found.size) <= width + 0.1 for line in found.lines) or (
        found.size <= LEAST
    )
    assert len(found.lines) * found.size * LEADING <= height + 0.1
    assert found.is_small or not found.lines or found.size >= LIMITS.smallest
