"""Lists of partner towns as CSV and XLSX from the command line."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cabinet_app.cli.exchange import TakenIn
from cabinet_app.cli.session import Session

if TYPE_CHECKING:
    from cabinet_app.exchange.sheets.town_intake import PlannedRow
    from cabinet_app.services.cabinet import Cabinet


def import_towns(session: Session, cabinet: "Cabinet", path: Path, options: argparse.Namespace) -> TakenIn:
    """Take a list in; lines that cannot be understood are left out and told."""
    from cabinet_app.domain.texts import Language
    from cabinet_app.errors import FormatError
    from cabinet_app.exchange.sheets.reading import read_table
    from cabinet_app.exchange.sheets.town_columns import known_columns
    from cabinet_app.exchange.sheets.town_intake import Outcome, plan_towns, take_in
    from cabinet_app.i18n.catalogs import translator

    try:
        table = read_table(path)
        columns = known_columns(table.columns, [translator(language) for language in Language])
        plan = plan_towns(cabinet, table, columns, session.now.date())
        take_in(cabinet, plan, only_try=options.dry_run)
    except FormatError as error:
        error.file = str(path)
        raise
    created, changed, unchanged, refused = (plan.count(outcome) for outcome in Outcome)
    taken = TakenIn(created, changed, unchanged, refused)
    for row in plan.rows:
        taken.told += _told(row, session, cabinet)
    taken.more = {
        "rows": [
            {
                "line": row.number,
                "town": row.town,
                "outcome": row.outcome.value,
                "column": row.column.value if row.column else "",
                "value": row.value,
                "alike": list(row.alike),
            }
            for row in plan.rows
        ]
    }
    return taken


def export_towns(session: Session, cabinet: "Cabinet", path: Path, _options: argparse.Namespace) -> int:
    """Write the list of partner towns and agreements."""
    from cabinet_app.exchange.sheets.town_list import export_towns as write

    return write(cabinet, path, session.t)


def _told(row: "PlannedRow", session: Session, cabinet: "Cabinet") -> list[str]:
    from cabinet_app.exchange.sheets.town_columns import Column, column_name
    from cabinet_app.i18n.town_words import alike_line, refused_line

    t = session.t
    if row.column is not None:
        column = "" if row.column is Column.TOWN else column_name(row.column, t)
        return [refused_line(row.number, row.town, column, row.value, t)]
    if row.alike:
        names = [choice.title for choice in cabinet.places.choices_of(row.alike, t.language)]
        return [alike_line(row.number, row.town, names, t)]
    return []
