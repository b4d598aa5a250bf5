"""What every kind of record can do: be read, stored, copied, thrown away, chosen from and listed."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from cabinet_app.db.columns import RecordRoot
from cabinet_app.domain.documents import (
    field_types,
    follow_parts,
    from_document,
    parts_named,
    to_document,
)
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.errors import RecordInUse, RecordNotFound
from cabinet_app.i18n.collation import sort_key
from cabinet_app.services.changes import Act
from cabinet_app.services.headlines import headline, learn_names
from cabinet_app.services.identity import new_id
from cabinet_app.services.journal import Journal
from cabinet_app.services.mapping import ROOT_TABLES, find, to_record, whole, without_parts
from cabinet_app.services.searchable import words_of
from cabinet_app.services.usage import users_of

R = TypeVar("R")
_LEAST_RANKED = 2


@dataclass(frozen=True, slots=True)
class Stored(Generic[R]):
    """A record as it stands in the register, with the version to give back when it is changed."""

    record: R
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """A record offered for choosing: its name and a detail that tells it from namesakes."""

    id: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list shows and in which order; `chips` are the names of the filters that are on."""

    language: Language
    today: date
    text: str = ""
    chips: frozenset[str] = field(default_factory=frozenset)
    sort: str = ""
    descending: bool = False


class Records(Generic[R]):
    """The records of one type. Subclasses add lists in their own order and the verbs of their noun."""

    record_type: ClassVar[str]

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.store = journal.store
        self.kind: type[Any] = RECORD_TYPES[self.record_type]
        self.table: type[Any] = ROOT_TABLES[self.record_type]

    def get(self, record_id: int) -> Stored[R]:
        """The record as it stands.

        Raises:
            RecordNotFound: there is none, or it lies in the bin.
        """
        with self.store.reading() as session:
            row = find(session, self.record_type, record_id)
            if row is None or row.deleted_at:
                raise RecordNotFound(self.record_type, record_id)
            return Stored(to_record(row, self.kind), row.version, row.updated_at)

    def create(self, record: R) -> Stored[R]:
        """Store a new record; its id and those of its parts are filled in.

        Raises:
            RecordError: the record breaks a hard rule.
            Conflict: it has an id that the register knows already.
        """
        with self.journal.step(Act.CREATE) as step:
            step.put(self.record_type, record, 0)
        return self.get(_id_of(record))

    def update(self, record: R, version: int) -> Stored[R]:
        """Store what was changed since `version` was read.

        Raises:
            RecordError: the record breaks a hard rule.
            Conflict: somebody else changed it meanwhile.
        """
        with self.journal.step(Act.UPDATE) as step:
            row = step.find(self.record_type, _id_of(record))
            step.put(self.record_type, record, version)
            assert row is not None
            return Stored(to_record(row, self.kind), row.version, row.updated_at)

    def delete(self, record_id: int, version: int | None = None) -> None:
        """Put the record into the bin.

        Raises:
            RecordInUse: other records refer to it.
            Conflict: somebody else changed it meanwhile.
        """
        with self.journal.step(Act.DELETE) as step:
            users = users_of(step.session, self.record_type, record_id)
            if users:
                raise RecordInUse(self.record_type, record_id, users)
            step.remove(self.record_type, record_id, version)

    def duplicate(self, record_id: int) -> R:
        """A copy that is not stored yet, without any of the ids."""
        record = self.get(record_id).record
        forget_ids(record)
        return record

    def headlines(self, ids: Collection[int]) -> dict[int, LocalizedText]:
        """What these records are called, those in the bin included."""
        with self.store.reading() as session:
            records = self._outlines(session, ids)
            learn_names(session, records.values())
            return {record_id: headline(session, record) for record_id, record in records.items()}

    def count(self) -> int:
        """How many there are, those in the bin left out."""
        with self.store.reading() as session:
            return session.scalar(select(func.count()).where(self.table.deleted_at.is_(None))) or 0

    def all(self) -> list[R]:
        """Every record outside the bin, in the order of their ids."""
        return self.get_many(self.all_ids())

    def all_ids(self) -> list[int]:
        """The ids of every record outside the bin, in their order."""
        return self._scalars(
            select(self.table.id).where(self.table.deleted_at.is_(None)).order_by(self.table.id)
        )

    def ids_by_name(self, language: Language) -> list[int]:
        """The same in the order of their names in this language."""
        order = self._sort_column(language), self.table.id
        return self._scalars(select(self.table.id).where(self.table.deleted_at.is_(None)).order_by(*order))

    def get_many(self, ids: Sequence[int]) -> list[R]:
        """These records in this order, those in the bin left out."""
        return [stored.record for stored in self.stored(ids)]

    def stored(self, ids: Sequence[int]) -> list[Stored[R]]:
        """The same with their versions."""
        by_id: dict[int, Stored[R]] = {}
        with self.store.reading() as session:
            for start in range(0, len(ids), 500):
                wanted = select(self.table).where(
                    self.table.id.in_(ids[start : start + 500]), self.table.deleted_at.is_(None)
                )
                for row in session.scalars(wanted.options(*whole(self.table))):
                    by_id[row.id] = Stored(to_record(row, self.kind), row.version, row.updated_at)
        return [by_id[record_id] for record_id in ids if record_id in by_id]

    def choices(self, text: str, language: Language, limit: int = 20) -> list[Choice]:
        """Records whose texts hold all words of `text`, for choosing, the best first as `best` has them."""
        return self.choices_of([record_id for _, record_id in self.best(text, language, limit)], language)

    def best(self, text: str, language: Language, limit: int) -> list[tuple[int, int]]:
        """The ids of records that hold all words of `text`, best rank first, then in the language's order.

        Rank 0: the record's texts begin with what was typed; 1: a word of theirs does, or what belongs to the
        record was found; 2: it stands within a word. One letter stands everywhere and is not ranked.
        """
        order = self._sort_column(language), self.table.id
        rank = _rank(self.table, words_of(text))
        wanted = self._found(select(self.table.id), text)
        if rank is None:
            return [(0, record_id) for record_id in self._scalars(wanted.order_by(*order).limit(limit))]
        ranked = wanted.add_columns(rank).order_by(rank, *order).limit(limit)
        with self.store.reading() as session:
            return [(found, record_id) for record_id, found in session.execute(ranked)]

    def choices_of(self, ids: Sequence[int], language: Language) -> list[Choice]:
        """How these records are shown where they have been chosen, in this order."""
        with self.store.reading() as session:
            return self._choices(session, ids, language)

    def choice(self, record_id: int, language: Language) -> Choice | None:
        """How this record is shown where it has been chosen; None if there is no such record."""
        with self.store.reading() as session:
            return next(iter(self._choices(session, [record_id], language)), None)

    def _choices(self, session: Session, ids: Sequence[int], language: Language) -> list[Choice]:
        records = self._outlines(session, ids) if ids else {}
        learn_names(session, records.values())
        return [
            Choice(
                record_id,
                headline(session, records[record_id]).shown(language),
                self._detail(session, records[record_id], language),
            )
            for record_id in ids
            if record_id in records
        ]

    def _outlines(self, session: Session, ids: Collection[int]) -> dict[int, Any]:
        """The records by id with what their headline and detail are made of, those in the bin included."""
        return without_parts(session, self.record_type, ids)

    def _detail(self, session: Session, record: Any, language: Language) -> str:  # noqa: ARG002 for subclasses
        """What tells the record from its namesakes; nothing unless a subclass knows better."""
        return ""

    def _found(self, statement: Select[int], text: str) -> Select[int]:
        """The statement narrowed to records outside the bin that hold every word of `text`."""
        words = [self._holds(word) for word in words_of(text)]
        return statement.where(self.table.deleted_at.is_(None), *words)

    def _holds(self, word: str) -> ColumnElement[bool]:
        """Whether the record, or what a reader takes for a part of it, holds the folded word."""
        return contains(self.table, word)

    def _sort_column(self, language: Language) -> Any:
        return getattr(self.table, f"sort_{language}")

    def _ids_by_title(self, statement: Select[int], query: ListQuery) -> list[int]:
        """In the alphabet of the list; titles have no stored sort key, since few lists are sorted by them."""
        wanted = statement.add_columns(shown(self.table, "title", query.language)).order_by(self.table.id)
        with self.store.reading() as session:
            titled = [
                (sort_key(title, query.language), record_id) for record_id, title in session.execute(wanted)
            ]
        return [record_id for _, record_id in sorted(titled, reverse=query.descending)]

    def _ids_by_day(self, statement: Select[int], day: Any, *, descending: bool) -> list[int]:
        """The ids along an index that begins with the day and the id; records without a day come last."""
        if descending:
            return self._scalars(statement.order_by(day.desc().nulls_last(), self.table.id.desc()))
        # To sort by whether there is a day would sort them all: 100,000 ids take three times as long.
        flagged = statement.add_columns(day.is_(None)).order_by(day.nulls_first(), self.table.id)
        with self.store.reading() as session:
            cursor = session.connection().execute(flagged).cursor
            assert cursor is not None
            rows = cursor.fetchall()
        dated = [record_id for record_id, has_none in rows if not has_none]
        return dated + [record_id for record_id, has_none in rows if has_none]

    def _scalars(self, statement: Select[int]) -> list[int]:
        """The first column of what is found, as whole numbers."""
        with self.store.reading() as session:
            cursor = session.connection().execute(statement).cursor
            assert cursor is not None
            # SQLAlchemy's own rows would double the time of a list of 100,000 ids.
            return [record_id for record_id, *_ in cursor.fetchall()]


def contains(table: type[RecordRoot], word: str) -> ColumnElement[bool]:
    """Whether the search text of a row of `table` holds the folded word, taken literally."""
    return table.search_text.contains(word, autoescape=True)


def _rank(table: type[RecordRoot], words: Sequence[str]) -> ColumnElement[int] | None:
    """How well a row that holds the words fits them; None where there is nothing to tell."""
    typed = " ".join(words)
    if len(typed) < _LEAST_RANKED:
        return None
    text = table.search_text
    within = (
        contains(table, word) & ~contains(table, f" {word}") & ~text.startswith(word, autoescape=True)
        for word in words
    )
    return case((text.startswith(typed, autoescape=True), 0), (or_(*within), 2), else_=1)


def shown(table: type[Any], field: str, language: Language) -> ColumnElement[str]:
    """A text in three languages as `LocalizedText.shown` has it, without reading all three."""
    texts = (getattr(table, f"{field}_{candidate}") for candidate in (language, *Language))
    return func.coalesce(*(func.nullif(text, "") for text in texts), "")


def holders(table: type[RecordRoot], word: str) -> Select[int]:
    """The ids of the rows of `table` that hold the folded word.

    Compared with `in_`, it is worked out once; an EXISTS would be asked again for every row of a list.
    """
    return select(table.id).where(contains(table, word)).correlate(None)


def forget_ids(record: Any) -> None:
    """Take the ids of the record and of everything in it away: it becomes a new one.

    The parts of the record that it names by their ids get new ones at once.
    """
    renamed: dict[int, int] = {}
    _forget_below(record, frozenset(parts_named(record)), renamed)
    record.id = 0
    follow_parts(record, renamed)


def _forget_below(record: Any, named: AbstractSet[int], renamed: dict[int, int]) -> None:
    for item in field_types(type(record)):
        if item.is_list and item.is_record:
            for child in getattr(record, item.name):
                if child.id in named:
                    renamed[child.id] = new_id()
                child.id = renamed.get(child.id, 0)
                _forget_below(child, named, renamed)


def copy_of(record: R) -> R:
    """An independent copy of a record, ids included."""
    return from_document(type(record), to_document(record))


def _id_of(record: object) -> int:
    return int(record.id)  # type: ignore[attr-defined] # every record has one
