"""What a file of ours is made of: tables by name and column, so that nothing foreign acts inside unseen."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData

from cabinet_app.errors import FileDamaged, UnknownSchemaObject

VERSION_TABLE = "alembic_version"
# The number of the newest file in migrations/versions; a test holds the two together.
SCHEMA_VERSION = 2
MIGRATIONS = Path(__file__).with_name("migrations")

_OBJECTS = """
    SELECT CASE WHEN coalesce(sql, '') LIKE 'CREATE VIRTUAL%' THEN 'virtual' ELSE type END, name
    FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'
"""
_COLUMNS = """
    SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
      AND coalesce(m.sql, '') NOT LIKE 'CREATE VIRTUAL%'
"""


@dataclass(frozen=True, slots=True)
class Structure:
    """Objects as (kind, name), columns as (table, column).

    A kind is table, index, view, trigger or virtual (a table served by a module).
    """

    objects: frozenset[tuple[str, str]]
    columns: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of one version of the program, its number and the folder with the steps that lead there."""

    metadata: MetaData
    version: int = SCHEMA_VERSION
    migrations: Path = MIGRATIONS


def kabinet_schema() -> Schema:
    """The schema of this version of the program, every table of it loaded."""
    from cabinet_app.db import tables
    from cabinet_app.db.base import Base

    assert tables.__name__
    return Schema(Base.metadata)


def expected_structure(schema: Schema) -> Structure:
    """What a file of this version holds. SQLite-only objects stand in `metadata.info["sqlite_objects"]`."""
    objects = {("table", VERSION_TABLE)}
    columns = {(VERSION_TABLE, "version_num")}
    for table in schema.metadata.tables.values():
        objects.add(("table", table.name))
        objects.update(("index", str(index.name)) for index in table.indexes)
        columns.update((table.name, column.name) for column in table.columns)
    objects.update(_sqlite_objects(schema.metadata))
    return Structure(frozenset(objects), frozenset(columns))


def fts5_objects(name: str) -> tuple[tuple[str, str], ...]:
    """A full-text table and its shadow tables, as they are listed in `metadata.info["sqlite_objects"]`."""
    return (
        ("virtual", name),
        *(("table", f"{name}_{part}") for part in ("data", "idx", "content", "docsize", "config")),
    )


def stored_structure(connection: sqlite3.Connection, *, with_columns: bool = True) -> Structure:
    """What a file holds."""
    objects = frozenset((str(kind), str(name)) for kind, name in connection.execute(_OBJECTS))
    if not with_columns:
        return Structure(objects, frozenset())
    columns = frozenset((str(table), str(column)) for table, column in connection.execute(_COLUMNS))
    return Structure(objects, columns)


def check_structure(connection: sqlite3.Connection, expected: Structure, path: Path) -> None:
    """Refuse a file that holds more or less than it should.

    Raises:
        UnknownSchemaObject: something foreign, named.
        FileDamaged: something of ours is missing, named.
    """
    # The names first: asking a foreign virtual table for its columns would already run its module.
    names_only = stored_structure(connection, with_columns=False)
    for kind, name in foreign_parts(names_only, expected):
        raise UnknownSchemaObject(str(path), kind, name)
    stored = stored_structure(connection)
    for kind, name in foreign_parts(stored, expected):
        raise UnknownSchemaObject(str(path), kind, name)
    missing = missing_parts(stored, expected)
    if missing:
        raise FileDamaged(str(path), missing)


def foreign_parts(stored: Structure, expected: Structure) -> list[tuple[str, str]]:
    """What a file holds beyond ours, as (kind, name); a column of our tables is named `table.column`."""
    ours = {table for table, _ in expected.columns}
    columns = {
        ("column", f"{table}.{name}") for table, name in stored.columns - expected.columns if table in ours
    }
    return [*sorted(stored.objects - expected.objects), *sorted(columns)]


def missing_parts(stored: Structure, expected: Structure) -> tuple[str, ...]:
    """Names of the objects a file lacks, and of the columns its tables lack."""
    lacking = expected.objects - stored.objects
    gone = {name for kind, name in lacking if kind == "table"}
    columns = {f"{table}.{name}" for table, name in expected.columns - stored.columns if table not in gone}
    return tuple(sorted({name for _, name in lacking} | columns))


def _sqlite_objects(metadata: MetaData) -> Iterable[tuple[str, str]]:
    extras: Iterable[tuple[str, str]] = metadata.info.get("sqlite_objects", ())
    return extras
