"""Tables written for spreadsheets; every text stays a text, whatever it looks like."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cabinet_app.exchange.files import write_whole

# What a spreadsheet takes for the beginning of a formula.
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r")
_NARROWEST: Final = 8
_BROADEST: Final = 60


def write_table(path: Path, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a workbook or, where the name ends in .csv, a CSV file.

    Raises:
        FileNotWritable, IsAFolder: nothing was written.
    """
    is_csv = path.suffix.lower() == ".csv"
    write_whole(path, csv_bytes(columns, rows) if is_csv else workbook_bytes(title, columns, rows))


def csv_bytes(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """With semicolons and a mark of UTF-8, as Excel in Slovenia and Austria opens it by a double click."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def workbook_bytes(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook with a frozen head, a filter and columns as broad as their texts; always the same bytes."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet()
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for place, name in enumerate(columns):
        lengths = [len(name), *(len(row[place]) for row in rows)]
        sheet.set_column(place, place, min(_BROADEST, max(_NARROWEST, *lengths) + 2))
        sheet.write_string(0, place, name, head)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            sheet.write_string(number, place, cell, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()
    return made.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_ACTIVE) else cell
