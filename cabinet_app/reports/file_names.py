"""What the files of prints are called: date and kind in ASCII, so that any mail and disk takes them."""

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.reports.agreements_data import AgreementsData
    from cabinet_app.reports.cadence_data import CadenceData
    from cabinet_app.reports.calendar_data import CalendarData
    from cabinet_app.reports.group_data import CertificateData, GroupSheetData
    from cabinet_app.reports.programme_data import ProgrammeData

_LONGEST: Final = 80
_LETTERS: Final = str.maketrans(
    {
        "ß": "ss",
        "đ": "d",
        "Đ": "D",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "æ": "ae",
        "Æ": "Ae",
        "ı": "i",
        "–": "-",
    }
)


def ascii_text(text: str) -> str:
    """The text with every letter as the plain one it comes nearest to; letters of other scripts fall away."""
    return unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode().strip()


_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def ascii_name(text: str, language: Language | None = None) -> str:
    """The text in letters, digits, dots, dashes and underscores that every system takes.

    German writes its umlauts out; to other languages they are vowels with dots.
    """
    written = text.translate(_UMLAUTS) if language is Language.DE else text
    joined = re.sub(r"[^A-Za-z0-9._-]+", "-", ascii_text(written))
    return re.sub(r"-?_-?", "_", joined).strip("-._")[:_LONGEST].rstrip("-._") or "print"


def programme(data: "ProgrammeData", _options: ReportOptions, t: Translator) -> str:
    """`2016-02-25_program_Beljak`."""
    town = data.town.shown(t.language) or data.organization.shown(t.language)
    parts = [
        data.first_day.isoformat() if data.first_day else "",
        t.pgettext("file name", "programme"),
        town,
        _audience(t, internal=data.internal),
    ]
    return "_".join(part for part in parts if part)


def joint_programme(data: "ProgrammeData", _options: ReportOptions, t: Translator) -> str:
    """`2012-08-09_skupni-program`."""
    parts = [
        data.first_day.isoformat() if data.first_day else "",
        t.pgettext("file name", "joint-programme"),
        _audience(t, internal=data.internal),
    ]
    return "_".join(part for part in parts if part)


def agreements(data: "AgreementsData", _options: ReportOptions, t: Translator) -> str:
    """`2026-11-20_pobratenja`."""
    parts = [
        data.printed_at.date().isoformat(),
        t.pgettext("file name", "twinning"),
        _audience(t, internal=data.internal),
    ]
    return "_".join(part for part in parts if part)


def calendar(data: "CalendarData", _options: ReportOptions, t: Translator) -> str:
    """`2021-12_Terminkalender`, `2021-12_2022-02_koledar`."""
    first, last = data.months[0], data.months[-1]
    months = [f"{year}-{month:02}" for year, month in dict.fromkeys((first, last))]
    parts = [*months, t.pgettext("file name", "calendar"), _audience(t, internal=data.internal)]
    return "_".join(part for part in parts if part)


def cadence(data: "CadenceData", _options: ReportOptions, t: Translator) -> str:
    """`2026_pogostost-sestankov`."""
    kind = t.pgettext("file name", "meeting-cadence")
    return f"{data.year}_{kind}"


def group_sheet(data: "GroupSheetData", _options: ReportOptions, t: Translator) -> str:
    """`2026-01_2026-12_skupina_Delovna-skupina-za-pametno-mesto`."""
    return _of_group(data, t.pgettext("file name", "group"), t)


def certificate(data: "CertificateData", _options: ReportOptions, t: Translator) -> str:
    """`2026-01_2026-12_potrdilo_Delovna-skupina-za-pametno-mesto`."""
    return _of_group(data, t.pgettext("file name", "certificate"), t)


def _of_group(data: "GroupSheetData | CertificateData", kind: str, t: Translator) -> str:
    months = dict.fromkeys(f"{day.year}-{day.month:02}" for day in (data.first, data.last))
    return "_".join((*months, kind, data.facts.name.shown(t.language)))


def _audience(t: Translator, *, internal: bool) -> str:
    return t.pgettext("file name", "internal") if internal else ""
