"""Developer's tool: `python tests/db/freeze_schema.py` writes the newest step and keeps its schema as a file.

Before the first release it writes the first step anew from the tables. From the second version on a step is
written by hand, `SCHEMA_VERSION` is raised, and this tool only keeps the file of the new schema; a step that was
released is never touched again.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import sqlalchemy as sa  # noqa: E402 the path comes first
from sqlalchemy.types import TypeDecorator, TypeEngine  # noqa: E402

from cabinet_app.db.connecting import drop_companions, new_private_file  # noqa: E402
from cabinet_app.db.engine import file_engine  # noqa: E402
from cabinet_app.db.migrating import create_schema  # noqa: E402
from cabinet_app.db.schema import Schema, kabinet_schema  # noqa: E402

FIRST_STEP = "0001_first_house.py"
_PLAIN = {
    sa.Text: "TEXT",
    sa.Integer: "INTEGER",
    sa.BigInteger: "KEY",
    sa.Boolean: "BOOLEAN",
    sa.Date: "DATE",
    sa.DateTime: "MOMENT",
    sa.Time: "TIME",
    sa.JSON: "JSON",
    sa.LargeBinary: "BYTES",
    sa.Float: "FLOAT",
}
_DEFINITIONS = {
    "TEXT": "sa.Text()",
    "INTEGER": "sa.Integer()",
    "KEY": 'sa.BigInteger().with_variant(sa.Integer(), "sqlite")',
    "BOOLEAN": "sa.Boolean()",
    "DATE": "sa.Date()",
    "MOMENT": "sa.DateTime()",
    "TIME": "sa.Time()",
    "JSON": "sa.JSON()",
    "BYTES": "sa.LargeBinary()",
    "FLOAT": "sa.Float()",
}
_STEP = '''"""The schema of the first release, frozen."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

{types}


def upgrade() -> None:
    """Make every table of the first house."""
    for make in ({calls}):
        make()


def _columns(kind: Any, *names: str, null: bool = False, counted: bool = False) -> list[sa.Column[Any]]:
    numbering = "auto" if counted else False
    return [sa.Column(name, kind, nullable=null, autoincrement=numbering) for name in names]


def _refers(name: str, column: str, target: str, **rules: Any) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=name, **rules)

{tables}
'''


def frozen_step(schema: Schema) -> str:
    """The Python text of a step that makes all tables from nothing and knows nothing of the program."""
    tables = schema.metadata.sorted_tables
    body = "\n".join(_table(table) for table in tables)
    types = [f"{name} = {code}" for name, code in _DEFINITIONS.items() if f"({name}," in body]
    calls = "".join(f"_{table.name}," for table in tables)
    return _STEP.format(types="\n".join(types), calls=calls, tables=body)


def keep_schema(path: Path, schema: Schema) -> None:
    """Write an empty file of this schema, as one that was released."""
    new_private_file(path)
    engine = file_engine(path)
    with engine.begin() as connection:
        create_schema(connection, schema)
    engine.dispose()
    drop_companions(path)


def main() -> None:
    """Freeze the tables as they are now."""
    schema = kabinet_schema()
    if schema.version == 1:
        step = schema.migrations / "versions" / FIRST_STEP
        step.write_text(frozen_step(schema), encoding="utf-8")
        for act in (("format", "--quiet"), ("check", "--fix", "--quiet")):
            subprocess.run([sys.executable, "-m", "ruff", *act, str(step)], check=True, cwd=ROOT)
    keep_schema(ROOT / "tests" / "data" / f"schema_{schema.version:04d}.sqlite", schema)


def _table(table: sa.Table) -> str:
    parts = ",".join((f'"{table.name}"', *_columns(table), *_constraints(table)))
    lines = [f"    op.create_table({parts})"]
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        columns = ", ".join(f'"{column.name}"' for column in index.columns)
        unique = ", unique=True" if index.unique else ""
        lines.append(f'    op.create_index("{index.name}", "{table.name}", [{columns}]{unique})')
    return f"\n\ndef _{table.name}() -> None:\n" + "\n".join(lines)


def _columns(table: sa.Table) -> Iterator[str]:
    for (kind, options), group in groupby(table.columns, key=_column_kind):
        names = ", ".join(f'"{column.name}"' for column in group)
        yield f"*_columns({kind}, {names}{options})"


def _column_kind(column: sa.Column[Any]) -> tuple[str, str]:
    if column.server_default is not None or column.computed is not None:
        raise NotImplementedError(column)
    counted = column.primary_key and column.autoincrement is not False and isinstance(column.type, sa.Integer)
    return _type(column.type), (", null=True" if column.nullable else "") + (
        ", counted=True" if counted else ""
    )


def _type(kind: TypeEngine[Any]) -> str:
    if isinstance(kind, TypeDecorator):
        return _type(kind.impl_instance)
    if isinstance(kind, sa.Numeric) and not isinstance(kind, sa.Float):
        return f"sa.Numeric({kind.precision}, {kind.scale})"
    # An enumeration is text of a fixed length, whatever its values are today.
    if isinstance(kind, sa.String) and kind.length:
        return f"sa.String({kind.length})"
    return _PLAIN[type(kind)]


def _constraints(table: sa.Table) -> Iterator[str]:
    yield f"sa.PrimaryKeyConstraint({_quoted(table.primary_key.columns)}, name={str(table.primary_key.name)!r})"
    for rule in sorted(table.constraints, key=lambda rule: str(rule.name)):
        if isinstance(rule, sa.ForeignKeyConstraint):
            (element,) = rule.elements
            options = "".join(
                f", {key}={value!r}"
                for key in ("ondelete", "onupdate", "deferrable", "initially")
                if (value := getattr(rule, key)) is not None
            )
            column, target = element.parent.name, element.target_fullname
            yield f"_refers({str(rule.name)!r}, {column!r}, {target!r}{options})"
        elif isinstance(rule, sa.CheckConstraint):
            yield f"sa.CheckConstraint({str(rule.sqltext)!r}, name={_full_name(rule, table)!r})"
        elif isinstance(rule, sa.UniqueConstraint):
            yield f"sa.UniqueConstraint({_quoted(rule.columns)}, name={str(rule.name)!r})"


def _full_name(rule: sa.CheckConstraint, table: sa.Table) -> str:
    name = str(rule.name)
    return name if name.startswith(f"ck_{table.name}_") else f"ck_{table.name}_{name}"


def _quoted(columns: Iterable[sa.Column[Any]]) -> str:
    return ", ".join(f'"{column.name}"' for column in columns)


if __name__ == "__main__":
    main()
