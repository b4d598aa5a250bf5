"""The register as a whole: read in one consistent view, and filled from elsewhere in one step."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from cabinet_app.db.tables.papers import Document, FileContent
from cabinet_app.domain.documents import field_types
from cabinet_app.domain.papers import Document as DocumentRecord
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.errors import EndsBeforeStart, FormatError, RecordError, VotesExceedPresent
from cabinet_app.services.cabinet import Cabinet
from cabinet_app.services.changes import Act
from cabinet_app.services.journal import Step
from cabinet_app.services.mapping import ROOT_TABLES, to_record, whole
from cabinet_app.services.papers import store_content
from cabinet_app.services.read_ahead import batches

_REASONS = {
    "FieldRequired": "required",
    "EndsBeforeStart": "ends_before_start",
    "TooFewParties": "too_few_parties",
    "VotesExceedPresent": "votes_exceed_present",
    "DecisionNumberTaken": "decision_number_taken",
    "ValueRejected": "not_allowed",
}
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record that comes from elsewhere and the place where it stands there."""

    record_type: str
    record: Any
    place: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What filling the register did, or would have done."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0


class _OnlyTried(Exception):
    """Ends a step whose changes are not wanted."""


class Register:
    """Everything a cabinet holds."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._journal = cabinet.journal
        self._store = cabinet.store

    def everything(self) -> dict[str, list[Any]]:
        """All records outside the bin by type, in the order of their ids, as they stood at one moment."""
        with self._store.reading() as session:
            found: dict[str, list[Any]] = {}
            for record_type, kind in RECORD_TYPES.items():
                table = ROOT_TABLES[record_type]
                live = select(table).where(table.deleted_at.is_(None)).order_by(table.id)
                rows = session.scalars(live.options(*whole(table)).execution_options(yield_per=_AT_ONCE))
                found[record_type] = [to_record(row, kind) for row in rows]
            return found

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """The bytes of every file kept for a record outside the bin, by digest."""
        wanted = select(Document.sha256).where(Document.deleted_at.is_(None)).distinct()
        with self._store.reading() as session:
            for digest in session.scalars(wanted.order_by(Document.sha256)).all():
                content = session.scalar(select(FileContent.content).where(FileContent.sha256 == digest))
                if content is not None:
                    yield digest, content

    def is_empty(self) -> bool:
        """Whether there is no record at all, those in the bin included."""
        with self._store.reading() as session:
            return all(session.scalar(select(table.id).limit(1)) is None for table in ROOT_TABLES.values())

    def take_in(
        self,
        incoming: Iterable[Incoming],
        files: Mapping[str, bytes] | None = None,
        *,
        only_try: bool = False,
    ) -> Intake:
        """Store all of these in one step, or none; records are matched by ids, `files` by digests.

        Raises:
            FormatError: with the place of the first record, reference or file that cannot be stored.
        """
        ordered = sorted(incoming, key=lambda one: list(RECORD_TYPES).index(one.record_type))
        counts = {"created": 0, "changed": 0, "unchanged": 0}
        with suppress(_OnlyTried), self._journal.step(Act.IMPORT) as step:
            for digest, content in (files or {}).items():
                store_content(step.session, digest, content)
            for some in batches(ordered):
                step.read_ahead((one.record_type, one.record.id, one.record) for one in some)
                for one in some:
                    counts[_take_in(step, one)] += 1
            if only_try:
                step.check_references()
                raise _OnlyTried
        return Intake(**counts)


def refusal(error: RecordError, place: str) -> FormatError:
    """A broken rule as a refusal that names the place in the file or the command."""
    field = getattr(error, "field", "")
    value = str(next((part for part in error.args if part != field), ""))
    if isinstance(error, EndsBeforeStart):
        value = error.end
    elif isinstance(error, VotesExceedPresent):
        value = str(error.cast)
    where = ".".join(part for part in (place, field) if part)
    return FormatError(where, _REASONS.get(type(error).__name__, "not_allowed"), value)


def _take_in(step: Step, one: Incoming) -> str:
    row = step.find(one.record_type, one.record.id) if one.record.id else None
    if row is not None and not row.deleted_at:
        _adopt_ids(one.record, to_record(row, type(one.record)))
    if isinstance(one.record, DocumentRecord) and one.record.sha256:
        _check_content(step, one)
    noted = len(step.entry.changes)
    wanted = [part.id for _, part in _parts(one.record, one.place)]
    try:
        step.put(one.record_type, one.record, place=one.place)
    except RecordError as error:
        raise refusal(error, one.place) from error
    for wanted_id, (place, part) in zip(wanted, _parts(one.record, one.place), strict=True):
        if wanted_id not in {0, part.id}:
            raise FormatError(f"{place}.id", "taken_id", str(wanted_id))
    if len(step.entry.changes) == noted:
        return "unchanged"
    return "created" if row is None or step.entry.changes[-1].before is None else "changed"


def _check_content(step: Step, one: Incoming) -> None:
    """A file without its bytes would be an empty promise."""
    digest = one.record.sha256
    if step.session.scalar(select(FileContent.id).where(FileContent.sha256 == digest).limit(1)) is None:
        raise FormatError(f"{one.place}.sha256", "file_missing", digest[:64])


def _parts(record: Any, place: str) -> Iterator[tuple[str, Any]]:
    """Everything with an id of its own that hangs on the record, with its place."""
    for field in field_types(type(record)):
        if field.is_list and field.is_record:
            for index, part in enumerate(getattr(record, field.name)):
                here = f"{place}.{field.name}[{index}]"
                yield here, part
                yield from _parts(part, here)


def _adopt_ids(record: Any, stored: Any) -> None:
    """Let parts that come without an id be those that stand at the same place already."""
    for new, old in _pairs(record, stored):
        if not new.id:
            new.id = old.id
        if new.id == old.id:
            _adopt_ids(new, old)


def _pairs(record: Any, stored: Any) -> Iterator[tuple[Any, Any]]:
    for field in field_types(type(record)):
        if field.is_list and field.is_record:
            parts: list[Any] = getattr(record, field.name)
            named = {part.id for part in parts}
            for new, old in zip(parts, getattr(stored, field.name), strict=False):
                if new.id or old.id not in named:
                    yield new, old
