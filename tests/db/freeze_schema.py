"""Developer's tool: `python tests/db/freeze_schema.py` writes the newest step and keeps its schema as a file.

Before a release it writes the first step anew from the tables. From the second version on, a step is written by
hand (or by `alembic revision --autogenerate` and a careful eye), `SCHEMA_VERSION` is raised, and this tool only keeps
the file of the new schema; a step that was released is never touched again.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from alembic.autogenerate import produce_migrations, render_python_code  # noqa: E402 the path comes first
from alembic.migration import MigrationContext  # noqa: E402
from sqlalchemy import Engine, create_engine  # noqa: E402

from cabinet_app.db.connecting import drop_companions, new_private_file  # noqa: E402
from cabinet_app.db.engine import file_engine  # noqa: E402
from cabinet_app.db.migrating import create_schema  # noqa: E402
from cabinet_app.db.schema import Schema, kabinet_schema  # noqa: E402

FIRST_STEP = "0001_first_house.py"
_STEP = '''"""The schema of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first house."""
    {body}
'''


def rendered_step(schema: Schema) -> str:
    """The Python text of a step that makes all tables from nothing, with their definitions frozen."""
    empty: Engine = create_engine("sqlite://")
    with empty.connect() as connection:
        context = MigrationContext.configure(connection)
        operations = produce_migrations(context, schema.metadata).upgrade_ops
    assert operations
    return _STEP.format(body=render_python_code(operations))


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
        step.write_text(rendered_step(schema), encoding="utf-8")
        for act in (("check", "--fix", "--quiet"), ("format", "--quiet")):
            subprocess.run([sys.executable, "-m", "ruff", *act, str(step)], check=False, cwd=ROOT)
    keep_schema(ROOT / "tests" / "data" / f"schema_{schema.version:04d}.sqlite", schema)


if __name__ == "__main__":
    main()
