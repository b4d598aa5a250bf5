"""Taking back the last step and repeating it, guarded by the versions of the records it touched."""

from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from cabinet_app.db.tables.journal import JournalChange, JournalEntry
from cabinet_app.domain.documents import from_document
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.errors import NothingToUndo, RecordError, UndoBlocked
from cabinet_app.services.changes import Act, Change, Label
from cabinet_app.services.journal import Journal, Step, change_of
from cabinet_app.services.read_ahead import batches

_STEPS_BACK = 200


class Undo:
    """The steps of the register, newest first; the stack is kept in the file and outlives the program."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def next_undo(self) -> Label | None:
        """What `undo` would take back, None if there is nothing."""
        return self._peek(redo=False)

    def next_redo(self) -> Label | None:
        """What `redo` would repeat, None if there is nothing."""
        return self._peek(redo=True)

    def undo(self) -> Change:
        """Take the last step back.

        Raises:
            NothingToUndo: there is no such step.
            UndoBlocked: a record it touched has been changed since by somebody else.
        """
        return self._revert(redo=False)

    def redo(self) -> Change:
        """Repeat the step taken back last.

        Raises:
            NothingToUndo: no step was taken back, or something was changed since.
            UndoBlocked: a record it touched has been changed since by somebody else.
        """
        return self._revert(redo=True)

    def undo_entry(self, entry_id: int) -> Change:
        """Take one certain step back, such as the one a message on the screen speaks of.

        Raises:
            NothingToUndo: it has been taken back already.
            UndoBlocked: a record it touched has been changed since.
        """
        return self._revert(redo=False, entry_id=entry_id)

    def _peek(self, *, redo: bool) -> Label | None:
        with self._journal.store.reading() as session:
            found = _next_redo(session) if redo else _next_undo(session)
            return _label(session, found) if found else None

    def _revert(self, *, redo: bool, entry_id: int | None = None) -> Change:
        with self._journal.step(Act.REDO if redo else Act.UNDO) as step:
            session = step.session
            wanted = entry_id or (_next_redo(session) if redo else _next_undo(session))
            entry = _load(session, wanted) if wanted else None
            if entry is None or entry.reverted or (entry.act == Act.UNDO) != redo:
                raise NothingToUndo
            label = _label(session, entry.id)
            for some in batches(reversed(entry.changes)):
                step.read_ahead((one.record_type, one.record_id, _earlier(one)) for one in some)
                for change in some:
                    _check_untouched(step, label, change)
                    _restore(step, label, change)
            entry.reverted = True
            step.entry.reverts_id = entry.id
        return replace(change_of(step.entry), label=label)


def _earlier(change: JournalChange) -> Any:
    """The record before the change, None if there was none."""
    return from_document(RECORD_TYPES[change.record_type], change.before) if change.before else None


def _restore(step: Step, label: Label, change: JournalChange) -> None:
    """Bring the record back to what it was; what later steps hold on to or took away stands in the way."""
    try:
        step.restore(change.record_type, change.record_id, change.before)
    except RecordError as error:
        raise UndoBlocked(label.headline) from error


def _next_undo(session: Session) -> int | None:
    """The last step that is still in effect."""
    recent = (
        select(JournalEntry.id)
        .where(JournalEntry.reverted.is_(False), JournalEntry.act.not_in((Act.UNDO, Act.CONTINUE)))
        .order_by(JournalEntry.id.desc())
        .limit(1)
    )
    return session.scalar(recent)


def _next_redo(session: Session) -> int | None:
    """The last taking back that was not repeated; a new step of any other kind ends repeating."""
    recent = select(JournalEntry.id, JournalEntry.act).order_by(JournalEntry.id.desc()).limit(_STEPS_BACK)
    repeated = 0
    for entry_id, act in session.execute(recent):
        if act == Act.CONTINUE.value:
            continue
        if act == Act.REDO.value:
            repeated += 1
        elif act != Act.UNDO.value:
            return None
        elif repeated:
            repeated -= 1
        else:
            return int(entry_id)
    return None


def _load(session: Session, entry_id: int) -> JournalEntry | None:
    return session.get(JournalEntry, entry_id, options=[selectinload(JournalEntry.changes)])


def _label(session: Session, entry_id: int) -> Label:
    """What a taking back or a repeating speaks of in the end: the step that began it."""
    earlier = entry_id
    while earlier:
        entry_id = earlier
        earlier = session.scalar(select(JournalEntry.reverts_id).where(JournalEntry.id == entry_id)) or 0
    first = (
        select(JournalEntry.act, JournalChange.record_type, JournalChange.headline)
        .join(JournalChange, JournalChange.journal_entry_id == JournalEntry.id)
        .where(JournalEntry.id == entry_id)
        .order_by(JournalChange.position)
        .limit(1)
    )
    act, record_type, headline = session.execute(first).one()
    counted = select(func.count()).where(JournalChange.journal_entry_id == entry_id)
    return Label(Act(act), record_type, LocalizedText(**headline), session.scalar(counted) or 0)


def _check_untouched(step: Step, label: Label, change: JournalChange) -> None:
    """A record that no longer reads as the step left it was changed by a later one."""
    if step.document(change.record_type, change.record_id) != change.after:
        raise UndoBlocked(label.headline)
