"""Every style of printed calendar: printed and listed are all there is, in each language on each paper."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.reports import calendar_agenda, calendar_month, calendar_week, calendar_year
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry, CalendarHoliday
from cabinet_app.reports.calendar_names import stem
from cabinet_app.reports.findings import FindingKind
from cabinet_app.reports.house import Orientation, Paper
from cabinet_app.reports.options import ReportOptions
from tests.reports import samples

RENDER = {
    "month": calendar_month.render,
    "quarter": calendar_month.render_quarters,
    "planner": calendar_month.render_planner,
    "week": calendar_week.render,
    "agenda": calendar_agenda.render,
    "year": calendar_year.render,
}
SPANS = {
    "month": (date(2021, 12, 1), date(2021, 12, 31)),
    "quarter": (date(2021, 10, 1), date(2021, 12, 31)),
    "planner": (date(2021, 12, 13), date(2021, 12, 19)),
    "week": (date(2021, 12, 13), date(2021, 12, 19)),
    "agenda": (date(2021, 12, 13), date(2021, 12, 19)),
    "year": (date(2021, 1, 1), date(2021, 12, 31)),
}
MONDAY = datetime(2021, 12, 13)
WORDS = ("Sprejem", "veleposlanika", "Republike", "Severne", "Makedonije", "in", "odprtje", "razstave")


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, a line end or a hyphen at it as a blank."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.replace("\u00a0", " ").replace("\ufffe", "-").split()) for text in pages]


def data_of(style: str, *entries: CalendarEntry, internal: bool = True, categories: int = 3) -> CalendarData:
    first, last = SPANS[style]
    months = tuple((first.year, month) for month in range(first.month, last.month + 1))
    sample = samples.december(*entries, internal=internal, categories=categories)
    return replace(sample, months=months, first=first, last=last)


@pytest.fixture(scope="module")
def printed(words, house):
    def make(style, data, language=Language.SL, paper=Paper.A4, orientation=Orientation.LANDSCAPE):
        return pages_of(RENDER[style](data, house, words(language), paper, orientation)[0])

    return make


@st.composite
def entries(draw: st.DrawFn) -> tuple[CalendarEntry, ...]:
    made = []
    for number in range(draw(st.integers(0, 26))):
        day = MONDAY + timedelta(days=draw(st.integers(0, 6)))
        start = day + timedelta(minutes=15 * draw(st.integers(0, 95)))
        words = " ".join(WORDS[: draw(st.integers(0, len(WORDS)))])
        entry = CalendarEntry(
            start,
            start + timedelta(minutes=15 * draw(st.integers(0, 24))),
            same(f"D{number:03} {words}".strip()),
            place=same("sejna soba 14") if draw(st.booleans()) else LocalizedText(),
            category=draw(st.integers(0, 2)),
            internal=draw(st.integers(0, 5)) == 0,
            cancelled=draw(st.integers(0, 7)) == 0,
        )
        if draw(st.integers(0, 3)) == 0:
            end = day + timedelta(days=draw(st.integers(1, 4)))
            entry = replace(entry, starts_at=day, ends_at=end, all_day=True)
        made.append(entry)
    return tuple(made)


def codes(text: str) -> set[str]:
    return set(re.findall(r"D\d{3}", text))


@pytest.mark.parametrize("style", RENDER)
@settings(
    max_examples=6, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=entries(), is_ours=st.booleans(), paper=st.sampled_from(Paper), turned=st.booleans())
def test_printed_and_listed_are_the_occurrences_of_the_filter(printed, style, made, is_ours, paper, turned):
    data = data_of(style, *made, internal=is_ours)
    orientation = Orientation.PORTRAIT if turned else Orientation.LANDSCAPE
    found = codes(" ".join(printed(style, data, paper=paper, orientation=orientation)))
    shown = data if is_ours else data.for_guests()
    assert found == codes(" ".join(entry.title.sl for entry in shown.entries))


@pytest.mark.parametrize("style", ["month", "planner", "week", "quarter"])
def test_what_does_not_stand_in_full_is_listed_in_full_behind(printed, style):
    long = " ".join(WORDS * 12) + " konec"
    made = [
        replace(
            samples.entry(number, 14, 8 + number % 10, f"D{number:03} {long}{number}"), category=number % 3
        )
        for number in range(24)
    ]
    front, *listing = printed(style, data_of(style, *made))
    assert listing
    behind = " ".join(listing)
    for number in range(24):
        assert f"konec{number}" in (behind if f"konec{number}" not in front else front)
    assert "nadaljevanje" in behind


@pytest.mark.parametrize("style", RENDER)
@pytest.mark.parametrize("language", list(Language))
def test_every_style_prints_in_every_language(printed, style, language):
    pages = printed(style, data_of(style, *samples.busy_december(internal=True).entries), language)
    assert "D" in pages[0]
    assert {"sl": "stran 1", "de": "Seite 1", "en": "page 1"}[language.value] in pages[0]


@pytest.mark.parametrize("style", RENDER)
def test_the_legend_names_what_the_signs_mean(printed, style):
    made = [samples.entry(number, 14, 9 + number, category=number) for number in range(3)]
    assert "obiski" in printed(style, data_of(style, *made))[0]
    alone = replace(data_of(style, made[0]), categories=(same("edina skupina"),))
    assert "edina skupina" not in printed(style, alone)[0]


@pytest.mark.parametrize("style", RENDER)
def test_the_foot_says_how_private_entries_are_treated(printed, style):
    private = replace(samples.entry(1, 14, 9, "zasedeno"), internal=True, busy=True)
    assert "zasebni vnosi le kot" in printed(style, data_of(style, private))[0]
    guests = printed(style, data_of(style, private, internal=False))[0]
    assert "brez internih vnosov" in guests
    assert "zasedeno" not in guests


@pytest.mark.parametrize("style", RENDER)
def test_holidays_are_named_and_one_name_stands_once(printed, style):
    feasts = tuple(
        CalendarHoliday(date(2021, 12, 15), LocalizedText("praznik luči", german), (country,))
        for german, country in (("Lichterfest", "SI"), ("Tag des Lichts", "AT"))
    )
    data = replace(data_of(style, samples.entry(1, 15, 9)), holidays=feasts)
    assert " ".join(printed(style, data)).count("praznik luči (SI, AT)") == 1
    german = " ".join(printed(style, data, Language.DE))
    assert "Lichterfest (SI)" in german
    assert "Tag des Lichts (AT)" in german


@pytest.mark.parametrize("style", RENDER)
def test_moved_and_cancelled_meetings_say_what_became_of_them(printed, style):
    moved = replace(samples.entry(1, 14, 9, "D001"), cancelled=True, moved_to=date(2022, 1, 2))
    off = replace(samples.entry(2, 15, 9, "D002"), cancelled=True)
    text = " ".join(printed(style, data_of(style, moved, off)))
    assert "prestavljeno na 2. 1." in text
    assert "odpade" in text
    assert codes(" ".join(printed(style, data_of(style, moved, off, internal=False)))) == set()


@pytest.mark.parametrize("style", ["week", "agenda", "year"])
def test_clashes_stand_in_words_on_our_own_print_only(printed, style):
    clash = LocalizedText("Soba 14 je že zasedena.", "Zimmer 14 ist belegt.", "Room 14 is taken.")
    entry = replace(samples.entry(1, 14, 9, "D001"), clashes=(clash,))
    data = replace(data_of(style, entry), clashes=((date(2021, 12, 14), clash),))
    assert "Soba 14 je že zasedena." in " ".join(printed(style, data))
    assert "zasedena" not in " ".join(printed(style, data.for_guests()))


def test_many_clashes_are_counted(printed):
    told = tuple((date(2021, 12, 14), same(f"Prekrivanje {number}.")) for number in range(9))
    others = ((date(2021, 12, 20), same("Naslednji teden.")),)
    text = printed("week", replace(data_of("week"), clashes=told + others))[0]
    assert "in še 3 prekrivanja" in text
    assert "Naslednji" not in text


def test_a_week_says_its_number_and_its_days(printed):
    text = printed("week", data_of("week"))[0]
    assert "teden 50" in text
    assert "13.–19. december 2021" in text
    assert "ponedeljek, 13. 12." in text


def test_hours_before_seven_and_after_seven_are_added_where_something_stands(printed):
    early = replace(samples.entry(1, 14, 5), ends_at=datetime(2021, 12, 14, 6))
    assert re.search(r"\b5\.00", printed("week", data_of("week", early))[0])
    assert not re.search(r"\b5\.00", printed("week", data_of("week", samples.entry(1, 14, 9)))[0])


def test_an_agenda_leaves_empty_days_out_and_says_what_goes_on(printed):
    visit = replace(samples.entry(1, 14, 0, "D001"), all_day=True, ends_at=datetime(2021, 12, 17))
    text = printed("agenda", data_of("agenda", visit, samples.entry(2, 18, 9, "D002")))[0]
    assert "ponedeljek" not in text
    assert "nedelja" not in text
    assert text.count("še traja: D001") == 2
    assert "14.–16. 12. 2021" in text


def test_an_agenda_of_several_weeks_has_a_head_for_each(printed):
    made = (samples.entry(1, 14, 9), samples.entry(2, 21, 9))
    data = replace(data_of("agenda", *made), last=date(2021, 12, 26))
    text = printed("agenda", data)[0]
    assert "teden 50" in text
    assert "teden 51" in text


def test_an_empty_agenda_says_so(printed):
    assert "Za te dni ni vnosov." in printed("agenda", data_of("agenda"))[0]


def test_a_week_of_thirty_entries_fits_on_one_sheet_as_a_list(printed):
    made = [samples.entry(number, 13 + number % 5, 8 + number // 5) for number in range(30)]
    data = data_of("agenda", *made)
    assert len(printed("agenda", data, orientation=Orientation.PORTRAIT)) == 1


def test_a_day_that_goes_over_the_page_is_named_again(printed):
    made = [samples.entry(number, 14, 8, f"D{number:03}") for number in range(60)]
    pages = printed("agenda", data_of("agenda", *made))
    assert len(pages) > 1
    assert all("torek" in page for page in pages)


def test_every_entry_of_a_year_is_listed_once(printed):
    over = CalendarEntry(datetime(2021, 10, 28), datetime(2021, 11, 3), same("D900"), all_day=True)
    first, *listing = printed("year", data_of("year", over, *samples.busy_december(internal=True).entries))
    assert "Januar" in first
    assert " ".join(listing).count("D900") == 1
    assert "oktober 2021" in listing[0]


def test_a_year_without_entries_is_one_page(printed):
    assert len(printed("year", data_of("year"))) == 1


def test_two_quarters_are_two_pages(printed):
    data = replace(data_of("quarter"), months=((2021, 9), (2021, 10)), first=date(2021, 7, 1))
    pages = printed("quarter", data, orientation=Orientation.PORTRAIT)
    assert len(pages) == 2
    assert "julij–september 2021" in pages[0]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2021, 12, 1), date(2021, 12, 31), "2021-12_Terminkalender"),
        (date(2021, 12, 13), date(2021, 12, 19), "2021-W50_Terminkalender"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021_Terminkalender"),
        (date(2021, 10, 1), date(2021, 12, 31), "2021-10_2021-12_Terminkalender"),
        (date(2021, 12, 13), date(2021, 12, 17), "2021-12-13_2021-12-17_Terminkalender"),
        (date(2021, 12, 14), date(2021, 12, 14), "2021-12-14_Terminkalender"),
    ],
)
def test_files_are_called_after_their_days(words, first, last, expected):
    data = replace(samples.december(), first=first, last=last)
    assert stem(data, ReportOptions(samples.PRINTED), words(Language.DE)) == expected
    ours = stem(replace(data, internal=True), ReportOptions(samples.PRINTED), words(Language.SL))
    assert ours.endswith("_koledar_interno")


def test_a_full_week_tells_that_it_goes_on_behind(words, house):
    made = [samples.entry(number, 14, 9, "Sprejem veleposlanika " * 4) for number in range(12)]
    findings = calendar_week.render(
        data_of("week", *made), house, words(Language.SL), Paper.A4, Orientation.LANDSCAPE
    )[1]
    assert [finding.kind for finding in findings] == [FindingKind.ENTRIES_CONTINUED]


def test_an_entry_at_midnight_stands_in_its_day(printed):
    late = CalendarEntry(
        datetime.combine(date(2021, 12, 14), time(23, 50)), datetime(2021, 12, 15, 0, 30), same("D001")
    )
    assert codes(printed("week", data_of("week", late))[0]) == {"D001"}


@pytest.mark.parametrize("style", RENDER)
def test_the_same_calendar_gives_the_same_bytes(words, house, style):
    data = data_of(style, *samples.busy_december().entries)
    one, other = (
        RENDER[style](data, house, words(Language.DE), Paper.A3, Orientation.LANDSCAPE)[0] for _ in range(2)
    )
    assert one == other
