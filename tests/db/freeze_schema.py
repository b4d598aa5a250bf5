"""Developer's tool: `python tests/db/freeze_schema.py` writes the newest step and keeps its schema.

To begin a new version, raise `SCHEMA_VERSION` and name its step in `NEWEST`. Until it is released the tool
writes the step anew from the tables as often as they change; a step that was released is never touched again.
"""

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import sqlalchemy as sa  # noqa: E402 the path comes first
from sqlalchemy.types import TypeDecorator, TypeEngine  # noqa: E402

from cabinet_app.db.connecting import drop_companions, new_private_file  # noqa: E402
from cabinet_app.db.engine import file_engine  # noqa: E402
from cabinet_app.db.migrating import create_schema, structure_of  # noqa: E402
from cabinet_app.db.schema import Schema, Structure, kabinet_schema  # noqa: E402

NEWEST = "0002_protocol_and_calendar.py"
_PLAIN: dict[type[TypeEngine[Any]], str] = {
    sa.Text: "TEXT",
    sa.Integer: "INTEGER",
    sa.BigInteger: "KEY",
    sa.Boolean: "BOOLEAN",
    sa.Date: "DATE",
    sa.DateTime: "MOMENT",
    sa.Time: "TIME",
    sa.JSON: "JSON",
    sa.LargeBinary: "BYTES",
    sa.Double: "DOUBLE",
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
    "DOUBLE": "sa.Double[float]()",
}
_OWNED = {"ondelete": "CASCADE"}
_LATE = {"deferrable": True, "initially": "DEFERRED"}
_WIDTH = 108
_STEP = '''"""What came with version {version}: the new tables, and the old ones with what they gained."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "{version:04d}"
down_revision = "{before:04d}"


def upgrade() -> None:
    """Make the new tables, then give the old ones their new columns, empty."""
    known = set(sa.inspect(op.get_bind()).get_table_names())
    for table, *parts in TABLES:
        if table not in known:
            op.create_table(table, *definition(table, parts))
            make_indexes(table)
    for table, *parts in TABLES:
        if table in known:
            extend(table, parts)


def extend(table: str, parts: list[Any]) -> None:
    """Give an old table its new columns; on SQLite, which cannot drop a default, by building it anew."""
    items = list(definition(table, parts))
    columns = [item for item in items if isinstance(item, sa.Column)]
    old = frozenset(column["name"] for column in sa.inspect(op.get_bind()).get_columns(table))
    added = [column for column in columns if column.name not in old]
    if op.get_bind().dialect.name == "sqlite":
        rebuild(table, items, added)
        return
    for column in added:
        name, default = column.name, None if column.nullable else EMPTY[type(column.type)]
        op.add_column(table, sa.Column(name, column.type, nullable=column.nullable, server_default=default))
        op.alter_column(table, name, server_default=None)
    for key in (item for item in items if isinstance(item, sa.ForeignKeyConstraint)):
        (name,) = key.column_keys
        if name not in old:
            target = key.elements[0].target_fullname.partition(".")[0]
            op.create_foreign_key(
                str(key.name), table, target, [name], ["id"], deferrable=True, initially="DEFERRED"
            )
    make_indexes(table, old)


def rebuild(table: str, items: list[Any], added: list[sa.Column[Any]]) -> None:
    """Copy the rows into a table of the new form and let it take the old one's place."""
    op.create_table(f"new_{{table}}", *items)
    kept = [item.name for item in items if isinstance(item, sa.Column) and item not in added]
    filled = {{item.name: EMPTY[type(item.type)] for item in added if not item.nullable}}
    into = ", ".join([*kept, *filled])
    values = ", ".join([*kept, *(f"'{{value}}'" for value in filled.values())])
    op.execute(f"INSERT INTO new_{{table}} ({{into}}) SELECT {{values}} FROM {{table}}")  # noqa: S608
    op.drop_table(table)
    op.rename_table(f"new_{{table}}", table)
    make_indexes(table)


def definition(table: str, parts: list[Any]) -> Iterator[Any]:
    """The columns and constraints of a table."""
    for part in parts:
        yield from part
    yield sa.PrimaryKeyConstraint("id", name=f"pk_{{table}}")


def make_indexes(table: str, old: frozenset[str] = frozenset()) -> None:
    """The indexes of a table, those left out whose columns were all there before."""
    for names in (index.split(",") for name, *indexes in INDEXES if name == table for index in indexes):
        if not old.issuperset(names):
            op.create_index("_".join(("ix", table, *names)), table, names)


def columns(
    kind: sa.types.TypeEngine[Any], *names: str, null: bool = False, counted: bool = False
) -> Iterator[sa.Column[Any]]:
    """Columns of one kind; `counted` is a key that the database gives out."""
    for name in names:
        yield sa.Column(name, kind, nullable=null, autoincrement="auto" if counted else False)


def owned(table: str, **targets: str) -> Iterator[sa.ForeignKeyConstraint]:
    """References to the row that owns this one and takes it along when it goes."""
    for name, target in targets.items():
        full = f"fk_{{table}}_{{name}}"
        yield sa.ForeignKeyConstraint([name], [f"{{target}}.id"], name=full, ondelete="CASCADE")


def refers(table: str, **targets: str) -> Iterator[sa.ForeignKeyConstraint]:
    """References that are checked when the transaction ends."""
    for name, target in targets.items():
        full = f"fk_{{table}}_{{name}}"
        yield sa.ForeignKeyConstraint(
            [name], [f"{{target}}.id"], name=full, deferrable=True, initially="DEFERRED"
        )


def rule(name: str, text: str) -> Iterator[sa.CheckConstraint]:
    """A condition on a row."""
    yield sa.CheckConstraint(text, name=name)


def unique(name: str, *names: str) -> Iterator[sa.UniqueConstraint]:
    """Columns that no two rows share."""
    yield sa.UniqueConstraint(*names, name=name)


{types}
# What stands in a new column of an old row.
EMPTY: dict[type[sa.types.TypeEngine[Any]], str] = {{
    sa.Text: "",
    sa.Integer: "0",
    sa.BigInteger: "0",
    sa.Boolean: "0",
    sa.JSON: "[]",
}}

# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
{tables}
)
INDEXES: tuple[tuple[str, ...], ...] = (
{indexes}
)
'''


def frozen_step(schema: Schema) -> str:
    """The Python text of a step: all that is new since the version before, knowing nothing of the program."""
    before = structure_of(schema.version - 1, schema)
    tables = [table for table in schema.metadata.sorted_tables if _is_new(table, before)]
    parts = ((_text(table.name), *_columns(table), *_constraints(table)) for table in tables)
    body = "\n".join(map(_wrapped, parts))
    indexes = "\n".join(_wrapped((_text(table.name), *_indexes(table))) for table in tables if table.indexes)
    types = [f"{name} = {code}" for name, code in _DEFINITIONS.items() if f"columns({name}," in body]
    return _STEP.format(
        version=schema.version,
        before=schema.version - 1,
        types="\n".join(types),
        tables=body,
        indexes=indexes,
    )


def _is_new(table: sa.Table, before: Structure) -> bool:
    return any((table.name, column.name) not in before.columns for column in table.columns)


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
    step = schema.migrations / "versions" / NEWEST
    step.unlink(missing_ok=True)
    step.write_text(frozen_step(schema), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "check", "--fix", str(step)], check=False, cwd=ROOT)
    subprocess.run([sys.executable, "-m", "ruff", "format", str(step)], check=True, cwd=ROOT)
    keep_schema(ROOT / "tests" / "data" / f"schema_{schema.version:04d}.sqlite", schema)


def _columns(table: sa.Table) -> Iterator[str]:
    for (kind, options), group in groupby(table.columns, key=_column_kind):
        names = ", ".join(_text(column.name) for column in group)
        yield f"columns({kind}, {names}{options})"


def _column_kind(column: sa.Column[Any]) -> tuple[str, str]:
    if column.server_default is not None or column.computed is not None:
        raise NotImplementedError(column)
    counted = column.primary_key and column.autoincrement is not False and isinstance(column.type, sa.Integer)
    options = (", null=True" if column.nullable else "") + (", counted=True" if counted else "")
    return _type(column.type), options


def _type(kind: TypeEngine[Any]) -> str:
    if isinstance(kind, TypeDecorator):
        return _type(kind.impl_instance)
    if isinstance(kind, sa.Numeric) and not isinstance(kind, sa.Double):
        return f"sa.Numeric({kind.precision}, {kind.scale})"
    # An enumeration is text of a fixed length, whatever its values are today.
    if isinstance(kind, sa.String) and kind.length:
        return f"sa.String({kind.length})"
    return _PLAIN[type(kind)]


def _constraints(table: sa.Table) -> Iterator[str]:
    if [column.name for column in table.primary_key.columns] != ["id"]:
        raise NotImplementedError(table.name)
    rules = sorted(table.constraints, key=lambda rule: str(rule.name))
    keys = [rule for rule in rules if isinstance(rule, sa.ForeignKeyConstraint)]
    for word, options in (("owned", _OWNED), ("refers", _LATE)):
        pairs = [_reference(rule) for rule in keys if _rules_of(rule) == options]
        if pairs:
            yield f"{word}({', '.join((_text(table.name), *pairs))})"
    if any(_rules_of(rule) not in (_OWNED, _LATE) for rule in keys):
        raise NotImplementedError(table.name)
    for rule in rules:
        if isinstance(rule, sa.CheckConstraint):
            yield f"rule({_text(_full_name(rule, table))}, {_text(str(rule.sqltext))})"
        elif isinstance(rule, sa.UniqueConstraint):
            names = ", ".join(_text(column.name) for column in rule.columns)
            yield f"unique({_text(str(rule.name))}, {names})"


def _rules_of(rule: sa.ForeignKeyConstraint) -> dict[str, Any]:
    words = ("ondelete", "onupdate", "deferrable", "initially")
    return {word: value for word in words if (value := getattr(rule, word)) is not None}


def _reference(rule: sa.ForeignKeyConstraint) -> str:
    (element,) = rule.elements
    target, _, column = element.target_fullname.partition(".")
    name = element.parent.name
    if column != "id" or str(rule.name) != f"fk_{rule.table.name}_{name}":
        raise NotImplementedError(rule.name)
    return f"{name}={_text(target)}"


def _indexes(table: sa.Table) -> Iterator[str]:
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        names = [column.name for column in index.columns]
        if index.unique or str(index.name) != "_".join(("ix", table.name, *names)):
            raise NotImplementedError(index.name)
        yield _text(",".join(names))


def _full_name(rule: sa.CheckConstraint, table: sa.Table) -> str:
    name = str(rule.name)
    return name if name.startswith(f"ck_{table.name}_") else f"ck_{table.name}_{name}"


def _text(value: str) -> str:
    # A blank inside a text must not become the end of a line.
    literal = repr(value) if '"' in value else f'"{value}"'
    return literal.replace(" ", "\0")


def _wrapped(parts: tuple[str, ...]) -> str:
    lines = textwrap.fill(
        f"({', '.join(parts)}),",
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="     ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines.replace("\0", " ")


if __name__ == "__main__":
    main()
