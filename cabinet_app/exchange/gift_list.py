"""The yearly list of gifts as a workbook, to be copied into the form of the Commission."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.gift_amounts import Amount
from cabinet_app.domain.gift_list import GiftEntry, GiftList
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label

if TYPE_CHECKING:
    from xlsxwriter.format import Format

Cell = str | datetime | float
_DAY: Final = "dd. mm. yyyy"
_EUROS: Final = '#,##0.00 "€"'
_WIDEST: Final = 44
_ROOM: Final = 3


def workbook(gifts: GiftList, t: Translator, made_at: datetime) -> bytes:
    """One sheet with a frozen head and a filter; days and values are typed, all else is text, no formulas."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {"title": t.gettext("List of gifts received in {year}").format(year=gifts.year), "created": made_at}
    )
    sheet = book.add_worksheet(str(gifts.year))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {
        str: book.add_format({"text_wrap": True, "valign": "top"}),
        datetime: book.add_format({"num_format": _DAY, "align": "left", "valign": "top"}),
        float: book.add_format({"num_format": _EUROS, "valign": "top"}),
    }
    titles = _titles(t)
    rows = [_row(entry, t) for entry in gifts.entries]
    for place, title in enumerate(titles):
        sheet.write_string(0, place, title, head)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value, formats)
    for place, width in enumerate(_widths(titles, rows)):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)
    book.close()
    return stream.getvalue()


def _write(sheet: Any, number: int, place: int, value: Cell, formats: "dict[type[Any], Format]") -> None:  # noqa: ANN401 xlsxwriter's methods are wrapped without their types
    if isinstance(value, datetime):
        sheet.write_datetime(number, place, value, formats[datetime])
    elif isinstance(value, float):
        sheet.write_number(number, place, value, formats[float])
    else:
        sheet.write_string(number, place, value, formats[str])


def _titles(t: Translator) -> list[str]:
    return [
        t.gettext("Official"),
        t.gettext("Office"),
        t.gettext("Family member"),
        t.gettext("Relation"),
        t.gettext("Date received"),
        t.gettext("Donor"),
        t.gettext("Donor's organization"),
        t.gettext("Donor's address"),
        t.gettext("Kind and description"),
        t.gettext("Value in euros"),
        t.gettext("Estimated or known"),
        t.gettext("Protocol or occasional"),
        t.pgettext("gift", "Owner"),
        t.gettext("Storage"),
    ]


def _row(entry: GiftEntry, t: Translator) -> list[Cell]:
    language = t.language
    return [
        entry.official,
        entry.office.shown(language),
        entry.family_member,
        entry.relation,
        datetime(entry.received_on.year, entry.received_on.month, entry.received_on.day),  # noqa: DTZ001 a day has no zone
        entry.donor,
        entry.donor_body.shown(language),
        entry.donor_address.shown(language),
        entry.description.shown(language),
        float(Amount(entry.value_cents).euros),
        label(entry.valuation, t),
        label(entry.nature, t),
        label(entry.owner, t),
        entry.storage,
    ]


def _widths(titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    longest = [
        max(len(part) for text in (title, *(row[place] for row in rows)) for part in str(text).split("\n"))
        for place, title in enumerate(titles)
    ]
    return [min(length + _ROOM, _WIDEST) for length in longest]
