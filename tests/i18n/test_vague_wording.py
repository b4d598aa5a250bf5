from datetime import date

import pytest

from cabinet_app.domain.texts import Language
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n.dates import vague
from cabinet_app.i18n.source_wording import recognise

SL, DE, EN = Language.SL, Language.DE, Language.EN


def said(vague_date, **how):
    return [vague(vague_date, lang, **how).replace("\u00a0", " ") for lang in (SL, DE, EN)]


@pytest.mark.parametrize(
    ("vague_date", "expected"),
    [
        (VagueDate("2008"), ["2008", "2008", "2008"]),
        (VagueDate("1975-10"), ["oktober 1975", "Oktober 1975", "October 1975"]),
        (VagueDate("2008-07-25"), ["25. julij 2008", "25. Juli 2008", "25 July 2008"]),
        (VagueDate("1958~"), ["okoli leta 1958", "um 1958", "c. 1958"]),
        (VagueDate("1975-10~"), ["okoli oktobra 1975", "um Oktober 1975", "c. October 1975"]),
        (VagueDate("2008-07-25~"), ["okoli 25. julija 2008", "um den 25. Juli 2008", "c. 25 July 2008"]),
        (VagueDate("2022?"), ["2022 (?)", "2022 (?)", "2022 (?)"]),
        (VagueDate("195X"), ["50. leta 20. stoletja", "1950er-Jahre", "1950s"]),
        (VagueDate("190X"), ["prvo desetletje 20. stoletja", "1900er-Jahre", "1900s"]),
        (VagueDate("201X"), ["drugo desetletje 21. stoletja", "2010er-Jahre", "2010s"]),
        (VagueDate("195X~"), ["okoli 50. let 20. stoletja", "um die 1950er-Jahre", "c. 1950s"]),
        (
            VagueDate("2022-01-10/2022-01-16"),
            ["10.–16. januar 2022", "10.–16. Jänner 2022", "10–16 January 2022"],
        ),
        (VagueDate("1957/1965"), ["1957–1965", "1957–1965", "1957–1965"]),
        (
            VagueDate("1975-10/1976-03"),
            ["oktober 1975–marec 1976", "Oktober 1975–März 1976", "October 1975–March 1976"],
        ),
        (VagueDate("1975-10/1976"), ["oktober 1975 – 1976", "Oktober 1975 – 1976", "October 1975 – 1976"]),
        (VagueDate("", "po vojni"), ["po vojni", "po vojni", "po vojni"]),
        (VagueDate(), ["", "", ""]),
    ],
)
def test_a_date_is_printed_at_its_own_precision(vague_date, expected):
    assert said(vague_date) == expected


@pytest.mark.parametrize(
    ("vague_date", "expected"),
    [
        (VagueDate("2008"), ["leta 2008", "im Jahr 2008", "in 2008"]),
        (VagueDate("1975-10"), ["oktobra 1975", "im Oktober 1975", "in October 1975"]),
        (VagueDate("2008-07-25"), ["25. julija 2008", "am 25. Juli 2008", "on 25 July 2008"]),
        (VagueDate("1958~"), ["okoli leta 1958", "um 1958", "around 1958"]),
        (VagueDate("195X"), ["v 50. letih 20. stoletja", "in den 1950er-Jahren", "in the 1950s"]),
        (VagueDate("200X"), ["v prvem desetletju 21. stoletja", "in den 2000er-Jahren", "in the 2000s"]),
        (
            VagueDate("2022-01-10/2022-01-16"),
            [
                "od 10. januarja 2022 do 16. januarja 2022",
                "vom 10. Jänner 2022 bis zum 16. Jänner 2022",
                "from 10 January 2022 to 16 January 2022",
            ],
        ),
        (
            VagueDate("195X/196X"),
            [
                "od 50. let 20. stoletja do 60. let 20. stoletja",
                "von den 1950er-Jahren bis zu den 1960er-Jahren",
                "from the 1950s to the 1960s",
            ],
        ),
        (
            VagueDate("1999-12/201X"),
            [
                "od decembra 1999 do drugega desetletja 21. stoletja",
                "von Dezember 1999 bis zu den 2010er-Jahren",
                "from December 1999 to the 2010s",
            ],
        ),
        (VagueDate("1957/1965"), ["od leta 1957 do leta 1965", "von 1957 bis 1965", "from 1957 to 1965"]),
    ],
)
def test_in_a_sentence_a_date_brings_its_preposition(vague_date, expected):
    assert said(vague_date, standalone=False) == expected


@pytest.mark.parametrize(
    ("edtf", "wording", "expected"),
    [
        (
            "2022-12~",
            "konec decembra 2022",
            ["konec decembra 2022", "Ende Dezember 2022", "late December 2022"],
        ),
        (
            "2022-12~",
            "Ende Dezember 2022",
            ["konec decembra 2022", "Ende Dezember 2022", "late December 2022"],
        ),
        (
            "2022-01~",
            "early January 2022",
            ["začetek januarja 2022", "Anfang Jänner 2022", "early January 2022"],
        ),
        ("1975~", "sredi leta 1975", ["sredina leta 1975", "Mitte 1975", "mid-1975"]),
        (
            "2022-01-10/2022-01-16",
            "drugi teden v januarju 2022",
            ["drugi teden v januarju 2022", "zweite Woche im Jänner 2022", "second week of January 2022"],
        ),
        (
            "1975-01/1975-06",
            "prva polovica leta 1975",
            ["prva polovica leta 1975", "erstes Halbjahr 1975", "first half of 1975"],
        ),
        ("1975-09/1975-11", "jeseni 1975", ["jesen 1975", "Herbst 1975", "autumn 1975"]),
    ],
)
def test_the_usual_wordings_of_sources_are_said_in_every_language(edtf, wording, expected):
    assert said(VagueDate(edtf, wording)) == expected


@pytest.mark.parametrize(
    ("edtf", "wording", "expected"),
    [
        (
            "2022-01~",
            "v začetku januarja 2022",
            ["v začetku januarja 2022", "Anfang Jänner 2022", "in early January 2022"],
        ),
        ("1975-05~", "Mitte Mai 1975", ["sredi maja 1975", "Mitte Mai 1975", "in mid-May 1975"]),
        ("1975-09/1975-11", "autumn 1975", ["jeseni 1975", "im Herbst 1975", "in autumn 1975"]),
        (
            "1975-07/1975-12",
            "second half of 1975",
            ["v drugi polovici leta 1975", "im zweiten Halbjahr 1975", "in the second half of 1975"],
        ),
        (
            "2022-01-24/2022-01-30",
            "zadnji teden v januarju 2022",
            [
                "zadnji teden v januarju 2022",
                "in der letzten Woche im Jänner 2022",
                "in the last week of January 2022",
            ],
        ),
    ],
)
def test_wordings_inside_a_sentence(edtf, wording, expected):
    assert said(VagueDate(edtf, wording), standalone=False) == expected


def test_a_date_corrected_later_is_printed_as_corrected():
    assert said(VagueDate("2021-11", "konec decembra 2022"))[0] == "november 2021"


def test_a_wording_nobody_knows_does_not_hide_the_date():
    assert said(VagueDate("1975-10", "na slovesni seji"))[0] == "oktober 1975"


@pytest.mark.parametrize(
    "wording", ["", "1958", "konec", "drugi teden", "konec 13. meseca 2020", "tretja polovica leta 1975"]
)
def test_other_wordings_are_left_alone(wording):
    assert recognise(wording) is None


def test_a_month_is_never_turned_into_its_first_day():
    for lang in Language:
        assert str(date(1975, 10, 1).day) not in vague(VagueDate("1975-10"), lang).replace("1975", "")
