"""The store: short transactions on one SQLite file or one PostgreSQL database, writers apart from readers."""

import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from cabinet_app.db.connecting import BUSY_SECONDS, configured
from cabinet_app.db.faults import is_disk_fault, is_lock, user_error
from cabinet_app.errors import ServerUnreachable, StorageFault, UserError

_MARK_SPACE = 2**31 - 1
_ASK_EVERY = 0.001


class Store:
    """Hands out one session per unit of work; nothing else in the program opens a transaction.

    `address` is a path or a `postgresql://` URL. A file must have passed `opening.open_store` before.
    Sessions belong to the thread that asked for them; several threads may use one store.
    """

    def __init__(self, address: str | Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = file_path(address)
        self.name = (
            str(self.path) if self.path else make_url(str(address)).render_as_string(hide_password=True)
        )
        self._writing_thread = 0
        self._one_writer = threading.Lock()
        if self.path:
            self._writer = file_engine(self.path, busy_seconds=busy_seconds)
            self._reader = file_engine(self.path, query_only=True, busy_seconds=busy_seconds)
        else:
            self._writer = _server_engine(str(address), self.name)
            self._reader = self._writer.execution_options(postgresql_readonly=True)
        self._writing_sessions = sessionmaker(self._writer, expire_on_commit=False)
        self._reading_sessions = sessionmaker(self._reader, expire_on_commit=False, autoflush=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that holds the write lock from its start and is saved when the block ends.

        An exception takes everything back. Keep it short and ask the user nothing inside;
        a reader still open in the same thread blocks the saving.

        Raises:
            UserError: locked, full, read-only, moved or failing disk; then nothing of the block was saved,
                unless `StorageFault.saved` is None, when it could not be found out.
        """
        with self._turn_to_write(), self._faults(), self._writing_sessions() as session:
            connection = session.connection()
            before = _changes(connection)
            yield session
            session.flush()
            self._commit(session, connection, changed=_changes(connection) != before)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view; take what is needed and leave, since an open view delays writers."""
        with self._faults(), self._reading_sessions() as session:
            session.connection()
            yield session

    def close(self) -> None:
        """Let go of the file; the store opens it again when it is used again."""
        self._writer.dispose()
        self._reader.dispose()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        here = threading.get_ident()
        if self._writing_thread == here:
            raise RuntimeError("a write transaction is already open in this thread")
        with self._one_writer:
            self._writing_thread = here
            try:
                yield
            finally:
                self._writing_thread = 0

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            mendable = user_error(error, self.name)
            if mendable is None:
                raise
            raise mendable from error

    def _commit(self, session: Session, connection: Connection, *, changed: bool) -> None:
        if self.path is None or not changed:
            session.commit()
            return
        mark = secrets.randbelow(_MARK_SPACE) + 1
        connection.exec_driver_sql(f"PRAGMA user_version = {mark}")
        try:
            session.commit()
        except DBAPIError as error:
            if not is_disk_fault(error.orig):
                raise
            # A failing disk leaves it open whether the file took the change; only the file itself can tell.
            session.invalidate()
            self.close()
            if not self._holds(mark, error.orig):
                raise

    def _holds(self, mark: int, fault: BaseException | None) -> bool:
        assert self.path
        try:
            with closing(configured(self.path, query_only=True)) as connection:
                return bool(connection.execute("PRAGMA user_version").fetchone() == (mark,))
        except (UserError, sqlite3.Error) as error:
            raise StorageFault(self.name, str(fault), saved=None) from error


def file_path(address: str | Path) -> Path | None:
    """The file an address means; None for a server."""
    if isinstance(address, Path):
        return address
    if address.startswith("sqlite:///"):
        return Path(address.removeprefix("sqlite:///"))
    return None if "://" in address else Path(address)


def file_engine(
    path: Path, *, query_only: bool = False, foreign_keys: bool = True, busy_seconds: float = BUSY_SECONDS
) -> Engine:
    """An engine whose transactions begin as readers or, by taking the write lock at once, as writers."""

    def opened() -> sqlite3.Connection:
        return configured(path, query_only=query_only, foreign_keys=foreign_keys, busy_seconds=busy_seconds)

    engine = create_engine("sqlite://", creator=opened, poolclass=QueuePool, hide_parameters=True)

    # Without this SQLAlchemy's deferred transactions silently lost 2,137 of 20,000 edits of two processes.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
        if query_only:
            raw.execute("BEGIN")
        else:
            _take_write_lock(raw, busy_seconds)

    return engine


def _take_write_lock(connection: sqlite3.Connection, patience: float) -> None:
    # SQLite's own waiting sleeps up to 0.1 s at a time and starves beside a busy writer.
    last_try = time.monotonic() + patience
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not is_lock(error) or time.monotonic() > last_try:
                    raise
                time.sleep(_ASK_EVERY)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")


def _server_engine(address: str, name: str) -> Engine:
    try:
        return create_engine(address, hide_parameters=True, pool_pre_ping=True)
    except ImportError as error:
        raise ServerUnreachable(name, str(error)) from error


def _changes(connection: Connection) -> int:
    return int(getattr(connection.connection.dbapi_connection, "total_changes", 0))
