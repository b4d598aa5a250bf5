"""A small office file with tables of its own, so that the store is tested apart from the register."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from textwrap import dedent

import pytest
import sqlalchemy as sa

from cabinet_app.db.base import NAMING_CONVENTION
from cabinet_app.db.engine import Store
from cabinet_app.db.opening import create_file
from cabinet_app.db.schema import MIGRATIONS, Schema

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

FIRST_STEP = """
    import sqlalchemy as sa
    from alembic import op

    revision = "0001"
    down_revision = None


    def upgrade():
        op.create_table(
            "town",
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("name", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("id", name="pk_town"),
        )
        op.create_table(
            "visit",
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("town_id", sa.Integer(), nullable=False),
            sa.Column("title", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("id", name="pk_visit"),
            sa.ForeignKeyConstraint(["town_id"], ["town.id"], name="fk_visit_town_id", ondelete="CASCADE"),
        )
        op.create_index("ix_visit_town_id", "visit", ["town_id"])
"""
SECOND_STEP = """
    import sqlalchemy as sa
    from alembic import op

    revision = "0002"
    down_revision = "0001"


    def upgrade():
        with op.batch_alter_table("town", recreate="always") as town:
            town.add_column(sa.Column("country", sa.Text(), nullable=False, server_default="SI"))
"""


def _metadata(*columns: sa.Column[str]) -> sa.MetaData:
    metadata = sa.MetaData(naming_convention=NAMING_CONVENTION)
    sa.Table(
        "town", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text), *columns
    )
    sa.Table(
        "visit",
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "town_id", sa.Integer, sa.ForeignKey("town.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("title", sa.Text, nullable=False),
    )
    return metadata


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    folder = tmp_path / "steps"
    (folder / "versions").mkdir(parents=True)
    copyfile(MIGRATIONS / "env.py", folder / "env.py")
    for name, text in (("0001_towns.py", FIRST_STEP), ("0002_countries.py", SECOND_STEP)):
        (folder / "versions" / name).write_text(dedent(text), encoding="utf-8")
    return folder


@pytest.fixture
def schema(steps: Path) -> Schema:
    return Schema(_metadata(), 1, steps)


@pytest.fixture
def next_schema(steps: Path) -> Schema:
    return Schema(_metadata(sa.Column("country", sa.Text, nullable=False)), 2, steps)


@pytest.fixture
def empty_file(tmp_path: Path, schema: Schema) -> Path:
    path = tmp_path / "pisarna čšž.kabinet"
    create_file(path, schema=schema)
    return path


@pytest.fixture
def office(empty_file: Path) -> Path:
    """Fifty towns with a visit each."""
    store = Store(empty_file)
    with store.writing() as session:
        numbers = [{"n": number, "name": f"Kraj {number} " + "ž" * 200} for number in range(1, 51)]
        session.execute(sa.text("INSERT INTO town (id, name) VALUES (:n, :name)"), numbers)
        session.execute(sa.text("INSERT INTO visit (id, town_id, title) VALUES (:n, :n, 'obisk')"), numbers)
    store.close()
    return empty_file


@pytest.fixture
def bytes_of() -> Callable[[Path], str]:
    return lambda path: hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def started() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start Python programs beside the test; whatever still runs at its end is stopped."""
    running: list[subprocess.Popen[str]] = []

    def start(program: str, *arguments: object) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", dedent(program), *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture
def as_nobody() -> Callable[[], object]:
    """Root may write anywhere; these blocks run without its rights."""

    @contextmanager
    def without_rights() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return without_rights


@pytest.fixture
def noon() -> datetime:
    return NOON
