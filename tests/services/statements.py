"""Counts what a list asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from cabinet_app.services.cabinet import Cabinet


@contextmanager
def selects(cabinet: Cabinet) -> Iterator[list[str]]:
    """The SELECT statements that are sent while the block runs."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    with cabinet.store.reading() as session:
        engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)
