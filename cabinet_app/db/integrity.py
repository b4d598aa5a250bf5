"""Everything that can be said about the soundness of a file, as findings instead of a refusal."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cabinet_app.db.connecting import configured
from cabinet_app.db.faults import translated
from cabinet_app.db.schema import (
    Schema,
    expected_structure,
    foreign_parts,
    kabinet_schema,
    missing_parts,
    stored_structure,
)

_MOST_FINDINGS = 100
_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class FindingKind(StrEnum):
    """What was found. `subject` is a line of SQLite, a row, an object or a path; `detail` belongs to it."""

    DAMAGED = "damaged"
    ORPHAN = "orphan"
    FOREIGN_OBJECT = "foreign_object"
    MISSING_OBJECT = "missing_object"
    PERMISSIONS = "permissions"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be."""

    kind: FindingKind
    subject: str
    detail: str = ""


def check_file(path: Path, schema: Schema | None = None) -> tuple[Finding, ...]:
    """Check an open file of our version; empty when it is sound.

    Raises:
        UserError: the file is so far gone that it cannot even be asked.
    """
    expected = expected_structure(schema or kabinet_schema())
    with closing(configured(path, query_only=True)) as connection, translated(path):
        connection.execute("BEGIN")
        stored = stored_structure(connection)
        findings = [Finding(FindingKind.DAMAGED, line) for line in _damage(connection)]
        findings.extend(Finding(FindingKind.ORPHAN, *names) for names in _orphans(connection))
    findings.extend(
        Finding(FindingKind.FOREIGN_OBJECT, name, kind) for kind, name in foreign_parts(stored, expected)
    )
    findings.extend(Finding(FindingKind.MISSING_OBJECT, name) for name in missing_parts(stored, expected))
    return (*findings, *permission_findings(path))


def permission_findings(path: Path) -> tuple[Finding, ...]:
    """The file and its journal, where others than the owner may read or write them; not asked on Windows."""
    if os.name != "posix":
        return ()
    files = (path, path.with_name(f"{path.name}-journal"))
    modes = ((file, stat.S_IMODE(file.stat().st_mode)) for file in files if file.exists())
    return tuple(
        Finding(FindingKind.PERMISSIONS, str(file), f"{mode:04o}")
        for file, mode in modes
        if mode & _FOR_OTHERS
    )


def _damage(connection: sqlite3.Connection) -> list[str]:
    try:
        lines = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})")]
    except sqlite3.DatabaseError as error:
        # Some damage ends the check itself.
        return [str(error)]
    return [line for line in lines if line != "ok"]


def _orphans(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    try:
        rows = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FINDINGS)
    except sqlite3.DatabaseError:
        # The integrity check has named the damage.
        return []
    return [(f"{table} {row}", str(parent)) for table, row, parent, _ in rows]
