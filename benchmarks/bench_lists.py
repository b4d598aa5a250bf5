"""CPU time of lists: orders, chips, pages, keystrokes: `python -m benchmarks.bench_lists [--meetings N]`.

The anchor reads id, day and title of every meeting with the bare sqlite3 module from the same file.
"""

import argparse
import sqlite3
from collections.abc import Iterator
from typing import Any

from benchmarks import big_register
from benchmarks.big_records import TODAY
from benchmarks.measuring import Table, Work, cpu
from cabinet_app.domain.texts import Language
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.records import ListQuery

PAGE = 128
KEYSTROKE = 33
LISTS = {
    "meetings": ("", "body", "place", "title", "status"),
    "visits": ("", "town", "country", "title", "direction", "status"),
    "agreements": ("", "title", "instrument", "valid_to", "status"),
    "partnerships": ("", "country", "kind", "since", "status"),
    "projects": ("", "programme", "starts", "ends", "status"),
    "people": ("",),
    "organizations": ("",),
    "places": ("",),
}
CHIPS = {
    "meetings": ("upcoming", "without_agenda", "cancelled", "body:2000000003"),
    "visits": ("upcoming", "incoming", "outgoing", "without_programme"),
    "agreements": ("in_force", "in_preparation", "ending_this_year"),
    "partnerships": ("active", "in_preparation", "dormant", "unverified"),
}
TYPED = ("k", "sp", "spo", "sport", "sport gmu", "000123", "xyzzy")


def query(text: str = "", *, chip: str = "", sort: str = "", descending: bool = False) -> ListQuery:
    return ListQuery(Language.SL, TODAY, text, frozenset([chip] if chip else []), sort, descending)


def orders(cabinet: Cabinet) -> Iterator[tuple[str, Work]]:
    for noun, columns in LISTS.items():
        for column in columns:
            for descending in (False, True) if noun == "meetings" else (False,):
                asked = query(sort=column, descending=descending)
                way = " descending" if descending else ""
                yield f"{noun} by {column or 'default'}{way}", _ids(cabinet, noun, asked)


def filters(cabinet: Cabinet) -> Iterator[tuple[str, Work]]:
    for noun, chips in CHIPS.items():
        for chip in chips:
            yield f"{noun}, chip {chip}", _ids(cabinet, noun, query(chip=chip))


def keystrokes(cabinet: Cabinet) -> Iterator[tuple[str, Work]]:
    """What a keystroke costs: the ids and the first page of rows."""
    for noun in ("meetings", "visits", "people"):
        for text in TYPED:
            yield f"{noun}, typed {text!r}", _typed(cabinet, noun, query(text))


def pages(cabinet: Cabinet) -> Iterator[tuple[str, Work]]:
    for noun in LISTS:
        ids = getattr(cabinet, noun).ids(query())
        middle = len(ids) // 2
        for what, shown in (("first", ids[:PAGE]), ("middle", ids[middle : middle + PAGE])):
            yield f"{noun}, {what} page of {len(shown)}", _rows(cabinet, noun, shown)


def _ids(cabinet: Cabinet, noun: str, asked: ListQuery) -> Work:
    service: Any = getattr(cabinet, noun)
    return lambda: service.ids(asked)


def _rows(cabinet: Cabinet, noun: str, ids: list[int]) -> Work:
    service: Any = getattr(cabinet, noun)
    return lambda: service.rows(ids, Language.SL)


def _typed(cabinet: Cabinet, noun: str, asked: ListQuery) -> Work:
    service: Any = getattr(cabinet, noun)
    return lambda: service.rows(service.ids(asked)[:PAGE], Language.SL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=10_000)
    size = parser.parse_args().meetings
    with big_register.opened_copy(size) as cabinet:
        assert cabinet.store.path
        bare = sqlite3.connect(cabinet.store.path)
        every = "SELECT id, starts_at, title_sl FROM meeting"
        anchor = cpu(lambda: bare.execute(every).fetchall())
        for title, works, goal in (
            ("ids", orders(cabinet), KEYSTROKE),
            ("chips", filters(cabinet), KEYSTROKE),
            ("a page of rows", pages(cabinet), 16),
            ("a keystroke: ids and the first page", keystrokes(cabinet), KEYSTROKE),
        ):
            table = Table(f"{title}, {size:,} meetings", f"sqlite3, {size:,} rows of three columns", anchor)
            table.add_all(works, goal)
            table.show()
        bare.close()


if __name__ == "__main__":
    main()
