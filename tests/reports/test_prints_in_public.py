"""Small things on prints about twinning and calendars that would embarrass the house in public."""

from datetime import datetime

import pytest

from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n.house_language import short_town
from cabinet_app.i18n.vague_wording import vague_bound
from cabinet_app.reports.calendar_data import CalendarEntry
from cabinet_app.reports.calendar_plan import _levelled, _span
from cabinet_app.reports.file_names import ascii_name
from cabinet_app.reports.partner_names import other_names
from cabinet_app.reports.styles import BODY
from cabinet_app.reports.text import Run, hyphenation, wrap


@pytest.mark.parametrize(
    ("edtf", "wording", "expected"),
    [
        ("2030-12-31", "", "31. decembra 2030"),
        ("2022-12~", "konec decembra 2022", "konca decembra 2022"),
        ("2020-12", "", "decembra 2020"),
        ("2020", "", "leta 2020"),
        ("2020~", "", "okoli leta 2020"),
    ],
)
def test_behind_od_and_do_a_slovenian_date_is_in_the_genitive(edtf, wording, expected):
    assert vague_bound(VagueDate(edtf, wording), Language.SL).replace("\u00a0", " ") == expected


def test_german_and_english_say_a_bound_as_they_say_the_date():
    late = VagueDate("2022-12~", "konec decembra 2022")
    assert vague_bound(late, Language.DE).replace("\u00a0", " ") == "Ende Dezember 2022"
    assert vague_bound(late, Language.EN).replace("\u00a0", " ") == "late December 2022"


def test_a_town_named_again_goes_without_its_second_name():
    town = LocalizedText("Kranj", "Kranj (Krainburg)", "Kranj")
    assert short_town(town) == same("Kranj")


def test_a_name_in_brackets_is_not_said_again_behind_them():
    assert other_names("Pula / Pola", "Pula (Pola)") == ""
    assert other_names("Pula / Pola", "Pulj") == "Pula / Pola"


def test_only_german_file_names_write_umlauts_out():
    assert ascii_name("Jubiläen", Language.DE) == "Jubilaeen"
    assert ascii_name("Őry Jubiläen", Language.SL) == "Ory-Jubilaen"


def test_a_word_wider_than_its_column_is_cut_at_a_syllable_with_a_hyphen():
    style = BODY.but(size=10)
    lines = wrap(
        [Run("Besprechung zum grenzüberschreitenden Projekt", style)], 62, hyphenate=hyphenation(Language.DE)
    )
    text = [line.text for line in lines]
    assert (
        "".join(part.removesuffix("-") for part in text)
        .replace(" ", "")
        .endswith("grenzüberschreitendenProjekt")
    )
    assert all(part.endswith("-") for part in text if "grenz" in part and "enden" not in part)


def test_dates_of_two_years_break_behind_their_dash():
    lines = wrap([Run("30.12.2026–01.01.2027", BODY)], 62)
    assert [line.text for line in lines] == ["30.12.2026–", "01.01.2027"]


def test_what_is_left_of_a_sheet_goes_to_the_lowest_rows():
    assert _levelled([300, 50, 60, 40, 50], 600) == (300, 75, 75, 75, 75)
    assert _levelled([10, 10], 100) == (50, 50)


def test_an_entry_of_one_whole_day_stands_among_the_entries_and_one_of_two_days_across_them():
    first, title = datetime(2026, 11, 26), same("Arbeitsbesuch")
    alone = CalendarEntry(first, datetime(2026, 11, 27), title, category=0, all_day=True)
    longer = CalendarEntry(first, datetime(2026, 11, 28), title, category=0, all_day=True)
    assert not _span(alone, 1).is_bar
    assert _span(longer, 2).is_bar
