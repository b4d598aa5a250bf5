from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cabinet_app.domain.texts import Language
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n.dates import vague
from cabinet_app.i18n.dates_typed import parse_vague

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1958", "1958"),
        ("leta 1958", "1958"),
        ("im Jahr 1958", "1958"),
        ("in 1958", "1958"),
        ("oktober 1975", "1975-10"),
        ("oktobra 1975", "1975-10"),
        ("v oktobru 1975", "1975-10"),
        ("Oktober 1975", "1975-10"),
        ("im Oktober 1975", "1975-10"),
        ("October 1975", "1975-10"),
        ("10. 1975", "1975-10"),
        ("25. 7. 2008", "2008-07-25"),
        ("25.7.2008", "2008-07-25"),
        ("25. julija 2008", "2008-07-25"),
        ("am 25. Juli 2008", "2008-07-25"),
        ("July 25, 2008", "2008-07-25"),
        ("petek, 25. julij 2008", "2008-07-25"),
        ("okoli 1960", "1960~"),
        ("okoli leta 1960", "1960~"),
        ("ca. 1960", "1960~"),
        ("um 1960", "1960~"),
        ("c. October 1975", "1975-10~"),
        ("1958?", "1958?"),
        ("verjetno 1958", "1958?"),
        ("okoli 1958?", "1958%"),
        ("1950s", "195X"),
        ("1950er-Jahre", "195X"),
        ("50. leta 20. stoletja", "195X"),
        ("1957–1965", "1957/1965"),
        ("13.–15. 12. 2021", "2021-12-13/2021-12-15"),
        ("30. maj–2. junij 2026", "2026-05-30/2026-06-02"),
        ("od oktobra 1975 do marca 1976", "1975-10/1976-03"),
        ("vom 10. bis 16. Jänner 2022", "2022-01-10/2022-01-16"),
        ("from 10 to 16 January 2022", "2022-01-10/2022-01-16"),
        ("2022-12~", "2022-12~"),
        ("195X", "195X"),
        ("2022-01-10/2022-01-16", "2022-01-10/2022-01-16"),
        ("", ""),
    ],
)
def test_dates_that_edtf_says_in_full_need_no_wording(text, edtf):
    assert parse_vague(text, Language.SL, TODAY) == VagueDate(edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("konec decembra 2022", "2022-12~"),
        ("late December 2022", "2022-12~"),
        ("Ende Dezember 2022", "2022-12~"),
        ("end of December 2022", "2022-12~"),
        ("v začetku leta 1975", "1975~"),
        ("mid-December 2022", "2022-12~"),
        ("drugi teden v januarju 2022", "2022-01-10/2022-01-16"),
        ("zweite Woche im Jänner 2022", "2022-01-10/2022-01-16"),
        ("2. teden v januarju 2022", "2022-01-10/2022-01-16"),
        ("last week of January 2026", "2026-01-26/2026-02-01"),
        ("zadnji teden v januarju 2022", "2022-01-24/2022-01-30"),
        ("jeseni 1975", "1975-09/1975-11"),
        ("pozimi 1975", "1975~"),
        ("first half of 1975", "1975-01/1975-06"),
    ],
)
def test_a_wording_that_says_more_is_kept(text, edtf):
    assert parse_vague(f" {text} ", Language.DE, TODAY) == VagueDate(edtf, text)


@pytest.mark.parametrize(
    "text",
    [
        "po vojni",
        "2008-13",
        "31. 2. 2020",
        "25. 7.",
        "1957 ali 1965",
        "1965–1957",
        "foo 1958",
        "0000",
        "konec 1. 0000",
    ],
)
def test_a_text_that_is_not_understood_keeps_its_wording(text):
    assert parse_vague(text, Language.SL, TODAY) == VagueDate("", text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_vague_date(text):
    found = parse_vague(text, Language.SL, TODAY)
    assert found.edtf or found.wording == " ".join(text.split())


POINTS = st.one_of(
    st.integers(1000, 2100).map(str),
    st.dates(date(1000, 1, 1)).map(lambda day: f"{day:%Y-%m}" if day.year > 999 else "1975-10"),
    st.dates(date(1000, 1, 1)).map(date.isoformat),
)


@given(POINTS, st.sampled_from(["", "~"]), st.sampled_from(Language), st.booleans())
def test_what_the_program_prints_it_can_read(point, mark, lang, standalone):
    vague_date = VagueDate(point + mark)
    assert parse_vague(vague(vague_date, lang, standalone=standalone), lang, TODAY) == vague_date
