"""From an older schema to ours in one transaction, on a file that was backed up before."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, select

from cabinet_app.db.backup import backup_into
from cabinet_app.db.backup_folder import BackupReason
from cabinet_app.db.connecting import APPLICATION_ID
from cabinet_app.db.engine import file_engine
from cabinet_app.db.faults import translated
from cabinet_app.db.schema import VERSION_TABLE, Schema, Structure, kabinet_schema, stored_structure
from cabinet_app.errors import FileDamaged

# As alembic itself would make it.
_version = Table(
    VERSION_TABLE,
    MetaData(naming_convention={"pk": "%(table_name)s_pkc"}),
    Column("version_num", String(32), primary_key=True),
)


def create_schema(connection: Connection, schema: Schema | None = None) -> None:
    """Make all tables of this version in an empty file or database, inside the caller's transaction."""
    schema = schema or kabinet_schema()
    schema.metadata.create_all(connection)
    _version.create(connection)
    connection.execute(insert(_version).values(version_num=revision(schema.version)))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def revision(version: int) -> str:
    """The name alembic knows a version by."""
    return f"{version:04d}"


def stored_version(connection: sqlite3.Connection) -> int | None:
    """The version of a file's schema; None where it has none that could be ours."""
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = ? AND type = 'table'", (VERSION_TABLE,)
    )
    if known.fetchone() is None:
        return None
    rows = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall()  # noqa: S608 a constant
    return _number(rows[0][0]) if len(rows) == 1 else None


def database_version(connection: Connection) -> int | None:
    """The same for a server's database, through SQLAlchemy."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    rows = connection.scalars(select(_version.c.version_num)).all()
    return _number(rows[0]) if len(rows) == 1 else None


def upgrade(
    path: Path, backups: Path, schema: Schema | None = None, now: Callable[[], datetime] | None = None
) -> Path:
    """Bring a file that passed its checks to our version; returns the backup made of it before.

    Raises:
        FileDamaged: a step would have left references to nothing; the file is as it was.
    """
    schema = schema or kabinet_schema()
    moment = now() if now else datetime.now(UTC)
    kept = backup_into(backups, path, moment, BackupReason.MIGRATION)
    upgrade_copy(path, schema)
    return kept.path


def upgrade_copy(path: Path, schema: Schema) -> None:
    """The same without a backup, for a copy that can be made again."""
    # A batch rebuild with foreign keys on empties every child table by its cascade, without an error.
    engine = file_engine(path, foreign_keys=False)
    try:
        with translated(path), engine.begin() as connection:
            run_steps(connection, schema)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise FileDamaged(str(path), tuple(f"{row[0]} {row[1]} → {row[2]}" for row in broken[:10]))
    finally:
        engine.dispose()


def run_steps(connection: Connection, schema: Schema, version: int | None = None) -> None:
    """Run the steps that lead to `version` (ours by default) inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(schema.migrations).replace("%", "%%"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, revision(version or schema.version))


def structure_of(version: int, schema: Schema) -> Structure:
    """What a file of an older version holds, found by walking its steps in memory."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    raw = sqlite3.connect(":memory:", isolation_level=None)
    with closing(raw):
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        with engine.begin() as connection:
            run_steps(connection, schema, version)
        return stored_structure(raw)


def _number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() else None
