"""Steps between schemas: nothing is lost, a crash leaves the old file, the newest step equals the tables."""

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shutil import copyfile

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from cabinet_app.db.backup import verify_backup
from cabinet_app.db.connecting import configured
from cabinet_app.db.migrating import create_schema, revision, run_steps, structure_of, upgrade
from cabinet_app.db.opening import create_file, inspect_file, open_store
from cabinet_app.db.schema import Schema, expected_structure, kabinet_schema
from cabinet_app.errors import FileDamaged, FolderMissing, StoreBusy, UnknownSchemaObject

ROOT = Path(__file__).resolve().parents[2]
RELEASED = sorted((ROOT / "tests" / "data").glob("schema_*.sqlite"))

CRASH = """
    import os, sys
    from pathlib import Path
    from shutil import copyfile
    from sqlalchemy import MetaData
    from cabinet_app.db import connecting, engine, migrating
    from cabinet_app.db.schema import Schema

    left = 0

    def configured(path, **settings):
        connection = connecting.configured(path, **settings)
        def count(statement):
            global left
            left -= 1
            if left < 0:
                os._exit(9)
        connection.set_trace_callback(count)
        return connection

    engine.configured = configured
    import alembic.command
    for number in range(200):
        copy = Path(sys.argv[2]) / f"{number}.kabinet"
        copyfile(sys.argv[1], copy)
        child = os.fork()
        if not child:
            left = number
            migrating.upgrade_copy(copy, Schema(MetaData(), 2, Path(sys.argv[3])))
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
            break
    print(number)
"""


def columns(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [str(row[1]) for row in connection.execute("PRAGMA table_info(town)")]


def counts(path: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT (SELECT count(*) FROM town), (SELECT count(*) FROM visit)"
        towns, visits = connection.execute(query).fetchone()
        return int(towns), int(visits)


def test_an_older_file_is_brought_up_to_date_and_loses_no_child(
    office: Path, next_schema: Schema, tmp_path: Path
):
    store = open_store(office, backups=tmp_path / "kopije", schema=next_schema)
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM visit")) == 50
        assert session.scalar(text("SELECT DISTINCT country FROM town")) == "SI"
    store.close()
    assert inspect_file(office, next_schema) == 2


def test_the_file_is_copied_before_its_schema_is_touched(
    office: Path, next_schema: Schema, schema: Schema, tmp_path: Path, noon: datetime
):
    kept = upgrade(office, tmp_path / "kopije", next_schema, now=lambda: noon)
    assert kept == tmp_path / "kopije" / "pisarna čšž-2026-11-20-120000.kabinet"
    assert verify_backup(kept)
    assert inspect_file(kept, schema) == 1
    assert "country" not in columns(kept)


def test_without_a_copy_the_schema_is_not_touched(
    office: Path, next_schema: Schema, tmp_path: Path, bytes_of
):
    blocked = tmp_path / "kopije"
    blocked.write_text("not a folder")
    before = bytes_of(office)
    with pytest.raises(FolderMissing):
        open_store(office, backups=blocked / "tu", schema=next_schema)
    assert bytes_of(office) == before


def test_copies_lie_beside_the_file_unless_told_otherwise(office: Path, next_schema: Schema):
    open_store(office, schema=next_schema).close()
    assert len(list((office.parent / "backups").glob("*.kabinet"))) == 1


def test_a_second_opening_does_nothing_more(office: Path, next_schema: Schema, bytes_of):
    open_store(office, schema=next_schema).close()
    before = bytes_of(office)
    open_store(office, schema=next_schema).close()
    assert bytes_of(office) == before
    assert len(list((office.parent / "backups").glob("*.kabinet"))) == 1


def test_a_step_that_leaves_references_to_nothing_is_taken_back(
    office: Path, next_schema: Schema, steps: Path, bytes_of
):
    step = steps / "versions" / "0002_countries.py"
    step.write_text(step.read_text() + '    op.execute("DELETE FROM town WHERE id = 7")\n')
    before = bytes_of(office)
    with pytest.raises(FileDamaged) as caught:
        open_store(office, schema=next_schema)
    assert caught.value.findings == ("visit 7 → town",)
    assert bytes_of(office) == before


def test_an_older_file_with_a_foreign_part_is_refused_before_the_upgrade(
    office: Path, next_schema: Schema, bytes_of
):
    with closing(configured(office)) as connection:
        connection.execute("CREATE TRIGGER spy AFTER INSERT ON town BEGIN DELETE FROM visit; END")
    before = bytes_of(office)
    with pytest.raises(UnknownSchemaObject):
        open_store(office, schema=next_schema)
    assert bytes_of(office) == before
    assert not (office.parent / "backups").exists()


def test_a_file_somebody_writes_to_is_not_upgraded_under_his_hands(
    office: Path, next_schema: Schema, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("cabinet_app.db.connecting.BUSY_SECONDS", 0.1)
    monkeypatch.setattr("cabinet_app.db.opening.configured", lambda path: configured(path, busy_seconds=0.1))
    with closing(configured(office)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            open_store(office, schema=next_schema)
    assert "country" not in columns(office)


def test_an_upgrade_killed_at_any_statement_leaves_the_old_file_or_the_new(
    office: Path, next_schema: Schema, steps: Path, tmp_path: Path, started
):
    folder = tmp_path / "killed"
    folder.mkdir()
    out, errors = started(CRASH, office, folder, steps).communicate(timeout=120)
    assert int(out) > 10, errors
    copies = [folder / f"{number}.kabinet" for number in range(int(out) + 1)]
    for copy in copies:
        inspect_file(copy, next_schema)
        assert counts(copy) == (50, 50)
    upgraded = ["country" in columns(copy) for copy in copies]
    assert upgraded == sorted(upgraded)
    assert (upgraded[0], upgraded[-1]) == (False, True)


def test_the_version_of_the_program_is_the_newest_step():
    schema = kabinet_schema()
    heads = ScriptDirectory(str(schema.migrations)).get_heads()
    assert heads == [revision(schema.version)]


def test_the_steps_from_nothing_lead_to_the_tables_of_the_program():
    schema = kabinet_schema()
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        run_steps(connection, schema)
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()
    assert structure_of(schema.version, schema) == expected_structure(schema)


def _definitions(engine_steps) -> dict[str, list[str]]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        engine_steps(connection)
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        found = {str(name): _clauses(str(sql)) for name, sql in rows}
    engine.dispose()
    return found


def _clauses(sql: str) -> list[str]:
    """The columns and constraints of a definition; their order is no difference."""
    inner = re.sub(r"\s+", " ", sql.replace('"', ""))
    return sorted(part.strip(" ,") for part in re.split(r",(?= )|\((?= )|\)$", inner))


def test_the_frozen_definitions_are_those_of_the_tables_rules_included():
    schema = kabinet_schema()
    frozen = _definitions(lambda connection: run_steps(connection, schema))
    live = _definitions(lambda connection: create_schema(connection, schema))
    assert frozen == live
    assert any("CHECK" in clause for clauses in live.values() for clause in clauses)


def test_no_step_knows_the_program_and_none_goes_back():
    for step in (kabinet_schema().migrations / "versions").glob("0*.py"):
        source = step.read_text(encoding="utf-8")
        assert "cabinet_app" not in source
        assert "def downgrade" not in source


@pytest.mark.parametrize("released", RELEASED, ids=[path.stem for path in RELEASED])
def test_every_released_schema_opens(released: Path, tmp_path: Path):
    path = tmp_path / "a.kabinet"
    copyfile(released, path)
    store = open_store(path)
    store.close()
    assert inspect_file(path) == kabinet_schema().version


def test_every_version_is_kept_as_a_file():
    assert [path.stem for path in RELEASED] == [
        f"schema_{number:04d}" for number in range(1, kabinet_schema().version + 1)
    ]


def test_a_new_file_of_the_program_passes_its_own_checks(tmp_path: Path):
    create_file(tmp_path / "a.kabinet")
    assert inspect_file(tmp_path / "a.kabinet") == kabinet_schema().version


def test_alembic_is_not_loaded_for_a_file_of_our_version(office: Path, tmp_path: Path, started):
    program = """
        import sys
        from pathlib import Path
        from cabinet_app.db.opening import create_file, open_store
        create_file(Path(sys.argv[1]))
        open_store(Path(sys.argv[1])).close()
        heavy = {"alembic", "PySide6", "reportlab", "babel"}
        print(sorted(name for name in sys.modules if name.split(".")[0] in heavy))
    """
    out, errors = started(program, tmp_path / "a.kabinet").communicate(timeout=60)
    assert out.strip() == "[]", errors
