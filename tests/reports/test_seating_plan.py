"""The printed seating plan: both views, the list, the languages, and what guests never see."""

import pytest

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visits import SeatingShape
from cabinet_app.reports import seating_plan
from cabinet_app.reports.house import Paper
from cabinet_app.reports.seating_plan_data import SeatingData
from tests.reports.seating_samples import HOSTILE, LONGEST, PRINTED, SECRET, TITLE, seating

SAID = {
    Language.SL: ("SEDEŽNI RED", "GOSTJE", "GOSTITELJI", "ponedeljek, 4. maj 2026, ob 10.30", "županja"),
    Language.DE: (
        "SITZORDNUNG",
        "GÄSTE",
        "GASTGEBER",
        "Montag, 4. Mai 2026, um 10.30 Uhr",
        "Bürgermeisterin",
    ),
    Language.EN: ("SEATING PLAN", "GUESTS", "HOSTS", "Monday, 4 May 2026, at 10.30 a.m.", "mayor"),
}


@pytest.fixture
def render(words, house, pdf):
    def run(data: SeatingData, language: Language = Language.SL, paper: Paper = Paper.A4):
        printed, findings = seating_plan.render(data, house, words(language), paper)
        return pdf(printed), findings

    return run


@pytest.mark.parametrize("language", Language)
def test_the_plan_speaks_the_language_of_the_print(render, language):
    print_, findings = render(seating(), language)
    for words in SAID[language]:
        assert words.replace(" ", "") in print_.squeezed or words in print_.text, words
    assert findings == ()
    assert LONGEST in print_.text
    for name in ("Ѓорѓи Ристовски", "Mehmet Çağlar", "Őry Ernő", "张伟"):
        assert name in print_.text, name


@pytest.mark.parametrize("paper", Paper)
def test_front_and_back_stand_on_pages_of_their_own_and_the_list_is_whole(render, paper):
    print_, _ = render(seating(), paper=paper)
    sizes = {Paper.A4: "841.89 x 595.276 pts (A4)", Paper.A3: "1190.55 x 841.89 pts (A3)"}
    assert print_.info["Page size"] == sizes[paper]
    assert print_.pages == {Paper.A4: 3, Paper.A3: 2}[paper]
    assert print_.text.count("mestni svetnik") == 21
    print_.check()
    assert all(embedded == "yes" for _, embedded, _ in print_.fonts)


@pytest.mark.parametrize(
    ("shape", "counts"),
    [
        *((shape, (6, 4)) for shape in SeatingShape),
        (SeatingShape.TALKS, (2, 1)),
        (SeatingShape.TALKS, (31, 15)),
        (SeatingShape.TWO_HOSTS, (31, 15)),
    ],
)
def test_every_table_can_be_printed(render, shape, counts):
    print_, findings = render(seating(*counts, shape=shape, behind=shape is SeatingShape.TALKS))
    assert findings == ()
    assert print_.pages <= 5
    for number in range(1, sum(counts) + 3):
        assert str(number) in print_.text.split()


def test_a_guest_copy_holds_no_notes_and_no_reasons(render):
    guest, _ = render(seating())
    internal, _ = render(seating(internal=True))
    assert SECRET in internal.text
    assert "INTERNO" in internal.text
    for secret in (SECRET, "INTERNO", "rang"):
        assert secret not in guest.text
    assert "(rang 8)" in internal.text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_draft_says_so_and_an_approved_plan_does_not(render):
    assert "osnutek" in render(seating())[0].text
    assert "osnutek" not in render(seating(approved=True))[0].text


def test_text_that_looks_like_markup_is_printed_as_it_was_typed(render):
    print_, _ = render(seating())
    assert f"{HOSTILE[0]} {HOSTILE[1]}" in print_.text


def test_a_visit_without_a_plan_says_so(render):
    print_, _ = render(SeatingData(printed_at=PRINTED, title=TITLE))
    assert print_.pages == 1
    assert "Sedežni red še ni določen." in print_.text


def test_the_same_plan_gives_the_same_bytes(words, house):
    t = words(Language.DE)
    assert seating_plan.render(seating(), house, t)[0] == seating_plan.render(seating(), house, t)[0]


def test_a_letter_that_no_font_has_is_found(render):
    data = seating(1, 1)
    one = data.tables[0].people.guests[0]
    assert one.person
    one.person.name = one.person.name.__class__(given="𓀀", family="Nil")
    _, findings = render(data)
    assert "U+13000" in findings[0].subject
