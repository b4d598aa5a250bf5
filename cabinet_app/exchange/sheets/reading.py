"""A table as people keep it in Excel or as CSV, read into plain texts under limits."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from cabinet_app.errors import FormatError
from cabinet_app.exchange.json_text import read_bytes

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
LONGEST_CELL: Final = 20_000
# What a workbook may hold unpacked: a small file can be packed from gigabytes.
_UNPACKED_MB: Final = 200
_MEGABYTE: Final = 1 << 20
_DELIMITERS: Final = ";\t,|"
_XLSX: Final = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns and the rows below them, each with its number in the file, from 1."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(path: Path) -> Table:
    """The first sheet of a workbook, or a CSV file; its first row that is not empty names the columns.

    Raises:
        FileNotReadable, IsAFolder: it cannot be read.
        FormatError: `not_a_table`, `too_large`, `too_many_rows`; nothing was read.
    """
    data = read_bytes(path)
    lines = _workbook(data) if data.startswith(_XLSX) else _csv(data)
    filled = [(number, cells) for number, cells in lines if any(cells)]
    if not filled:
        raise FormatError("", "not_a_table")
    if len(filled) > MOST_ROWS:
        raise FormatError("", "too_many_rows", str(MOST_ROWS))
    columns = filled[0][1]
    while not columns[-1]:
        columns = columns[:-1]
    width = len(columns)
    rows = ((number, (*cells, *("",) * width)[:width]) for number, cells in filled[1:])
    return Table(columns, tuple((number, cells) for number, cells in rows if any(cells)))


def _csv(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    text = _decoded(data)
    sample = text[:4096].splitlines()[0] if text.strip() else ""
    delimiter = max(_DELIMITERS, key=sample.count)
    try:
        read = csv.reader(io.StringIO(text), delimiter=delimiter)
        return [(read.line_num, _cells(cells)) for cells in read]
    except csv.Error as error:
        raise FormatError("", "not_a_table") from error


def _decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 with a mark, else UTF-8, else the code page that Windows uses in Slovenia."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1250", errors="replace")


def _workbook(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    from openpyxl import load_workbook

    _check_unpacked(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        lines = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        found = [(number, _cells(cells)) for number, cells in enumerate(lines, start=1)]
        book.close()
    except Exception as error:  # a broken workbook fails in a dozen ways
        raise FormatError("", "not_a_table") from error
    return found


def _check_unpacked(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise FormatError("", "not_a_table") from error
    if unpacked > _UNPACKED_MB * _MEGABYTE:
        raise FormatError("", "too_large", str(_UNPACKED_MB))


def _cells(values: Any) -> tuple[str, ...]:  # noqa: ANN401 whatever a cell holds
    return tuple(_text(value) for value in values[:MOST_COLUMNS])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Half a surrogate pair or a zero character could be stored nowhere.
    kept = str(value)[:LONGEST_CELL].replace("\x00", "").encode("utf-8", "ignore").decode()
    return " ".join(kept.split())
