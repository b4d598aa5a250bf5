"""The wall calendar of December 2021: what stands in the grid and what is listed behind it is all."""

import re
from dataclasses import replace

import pytest

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.reports import calendar_month
from cabinet_app.reports.calendar_plan import COLOURS, sign_of
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.house import Orientation, Paper
from tests.reports import samples


@pytest.fixture
def printed(words, house, pdf):
    def make(data, language=Language.SL, paper=Paper.A4, orientation=Orientation.LANDSCAPE):
        return pdf(calendar_month.render(data, house, words(language), paper, orientation)[0])

    return make


def test_forty_entries_fit_on_one_a3_page(printed):
    for language in Language:
        assert printed(samples.busy_december(internal=True), language, Paper.A3).pages == 1


def test_the_title_weeks_and_weekdays_are_those_of_the_language(printed):
    text = printed(samples.busy_december(), paper=Paper.A3).text
    assert "december 2021" in text
    assert text.index("ponedeljek") < text.index("nedelja")
    assert "Dezember 2021" in printed(samples.busy_december(), Language.DE, Paper.A3).text
    lines = printed(samples.december()).layout.splitlines()
    weeks = [line.split()[0] for line in lines if re.match(r"\s*(48|49|50|51|52)\s", line)]
    assert weeks == ["48", "49", "50", "51", "52"]


def test_the_holidays_are_named_in_the_language_with_their_countries(printed):
    text = printed(samples.december(), Language.DE, Paper.A3).text
    for words in ("Mariä Empfängnis (AT)", "Christtag (SI, AT)", "Feiertag der Stadtgemeinde Kranj"):
        assert words in text


def test_one_country_alone_is_not_named_at_every_feast(printed):
    data = samples.december()
    only = replace(data, holidays=tuple(replace(h, where=("SI",)) for h in data.holidays if "SI" in h.where))
    assert "(SI)" not in printed(only, paper=Paper.A3).text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_printed_and_listed_are_all_there_is(printed, paper, orientation):
    data = samples.busy_december(internal=True)
    text = printed(data, Language.SL, paper, orientation).squeezed
    for entry in data.entries:
        assert "".join(entry.title.sl.split()) in text


@pytest.mark.parametrize("count", [8, 20, 60])
def test_what_is_hidden_is_counted_and_listed(printed, words, count):
    data = samples.december(*(samples.entry(number, 16, 8) for number in range(count)))
    print_ = printed(data)
    found = set(re.findall(r"Dogodek (\d{3})", print_.text))
    assert len(found) == count
    if count > 20:
        told = re.search(r"\+ (\d+) dogod", print_.text)
        assert told
        hidden = int(told[1])
        grid, _, listing = print_.raw.partition("nadaljevanje")
        assert hidden + len(re.findall(r"Dogodek \d{3}", grid)) == count
        assert len(re.findall(r"Dogodek \d{3}", listing)) >= hidden


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [(1, "+ 1 dogodek"), (2, "+ 2 dogodka"), (3, "+ 3 dogodki"), (5, "+ 5 dogodkov")],
)
def test_the_count_takes_its_slovenian_form(words, hidden, expected):
    words_ = words(Language.SL).ngettext("+ {count} event", "+ {count} events", hidden)
    assert words_.format(count=hidden) == expected


def test_a_shortened_title_ends_at_a_word_and_is_listed_in_full(printed):
    title = "Predstavitev strategije " * 30 + "konec."
    data = samples.december(*(samples.entry(number, 14, 8, title) for number in range(7)))
    print_ = printed(data)
    assert print_.pages > 1
    assert "…" in print_.text
    assert print_.text.count("konec.") >= 7


def test_internal_entries_stand_on_our_own_print_only(printed):
    assert "Kadrovske zadeve" in printed(samples.busy_december(internal=True), paper=Paper.A3).text
    for language in Language:
        text = printed(samples.busy_december(), language, Paper.A3).text
        assert "Kadrovske" not in text
    assert "brez internih vnosov" in printed(samples.busy_december()).text


def test_what_was_called_off_is_not_on_the_guests_copy(printed):
    off = replace(samples.entry(1, 14, 9, "Odpovedani sestanek"), cancelled=True)
    assert "Odpovedani" not in printed(samples.december(off)).text
    assert "Odpovedani" in printed(samples.december(off, internal=True)).text


def test_the_legend_names_every_category_where_there_is_more_than_one(printed):
    assert "komisije" in printed(samples.busy_december()).text
    alone = replace(
        samples.december(samples.entry(1, 14, 9)), categories=(LocalizedText(sl="edina skupina"),)
    )
    assert "edina skupina" not in printed(alone).text


def test_no_two_categories_look_alike_up_to_the_last_sign():
    signs = [sign_of(number) for number in range(len(COLOURS) ** 2)]
    assert len(set(signs)) == len(signs)


def test_a_bar_is_named_again_in_its_second_week(printed):
    bar = replace(samples.entry(1, 18, 0, "Sejem"), all_day=True)
    bar = replace(bar, ends_at=bar.ends_at.replace(day=22, hour=0))
    assert printed(samples.december(bar)).text.count("Sejem") == 2


def test_each_month_has_its_page(printed):
    data = replace(samples.december(), months=((2021, 11), (2021, 12), (2022, 1)))
    print_ = printed(data)
    assert print_.pages == 3
    assert "stran 3 od 3" in print_.text
    assert "januar 2022" in print_.text


def test_the_foot_says_when_it_was_printed_and_what_is_shown(printed):
    data = replace(samples.december(), filters=(LocalizedText("komisije", "Kommissionen", "commissions"),))
    text = printed(data).text
    assert "Natisnjeno 25. 11. 2021 ob 10.05" in text
    assert "Prikazano: komisije" in text


def test_overflow_is_told(words, house):
    data = samples.december(*(samples.entry(number, 16, 8) for number in range(60)))
    findings = calendar_month.render(data, house, words(Language.SL), Paper.A4, Orientation.LANDSCAPE)[1]
    assert [finding.kind for finding in findings] == [FindingKind.ENTRIES_CONTINUED]


def test_a_missing_translation_is_marked_and_explained_below_the_grid(printed, words):
    entry = replace(samples.entry(1, 14, 9), title=LocalizedText(sl="Odprtje razstave"))
    text = printed(samples.december(entry), Language.EN).text
    assert "Odprtje razstave" in text
    assert "Text not available in English; printed in Slovenian." in text
