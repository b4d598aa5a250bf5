"""Taking back the last step and repeating it, guarded by the versions of the records it touched."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from cabinet_app.db.tables.journal import JournalChange, JournalEntry
from cabinet_app.errors import NothingToUndo, UndoBlocked
from cabinet_app.services.changes import Act, Change, Label
from cabinet_app.services.journal import Journal, change_of, current_document, label_of

# Files filled by the sample or by an import of thousands would take minutes to take back record by record.
_NOT_UNDOABLE = {Act.SAMPLE.value}
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
            entry = _next(session, redo=redo)
            return label_of(_origin(session, entry)) if entry else None

    def _revert(self, *, redo: bool, entry_id: int | None = None) -> Change:
        with self._journal.step(Act.REDO if redo else Act.UNDO) as step:
            session = step.session
            entry = _load(session, entry_id) if entry_id else _next(session, redo=redo)
            if entry is None or entry.reverted:
                raise NothingToUndo
            label = label_of(_origin(session, entry))
            for change in reversed(entry.changes):
                _check_untouched(session, label, change)
                step.restore(change.record_type, change.record_id, change.before)
            entry.reverted = True
            step.entry.reverts_id = entry.id
        return replace(change_of(step.entry), label=label)


def _next(session: Session, *, redo: bool) -> JournalEntry | None:
    """The step to take back, or the taking back to repeat; a new step of any other kind ends repeating."""
    recent = (
        select(JournalEntry)
        .where(JournalEntry.reverted.is_(False))
        .order_by(JournalEntry.id.desc())
        .limit(_STEPS_BACK)
        .options(selectinload(JournalEntry.changes))
    )
    passed_over = Act.REDO.value if redo else Act.UNDO.value
    for entry in session.scalars(recent):
        if entry.act != passed_over:
            possible = entry.act == Act.UNDO.value if redo else entry.act not in _NOT_UNDOABLE
            return entry if possible else None
    return None


def _load(session: Session, entry_id: int) -> JournalEntry | None:
    return session.get(JournalEntry, entry_id, options=[selectinload(JournalEntry.changes)])


def _origin(session: Session, entry: JournalEntry) -> JournalEntry:
    """The step that a taking back or a repeating speaks of in the end."""
    while entry.reverts_id:
        earlier = _load(session, entry.reverts_id)
        assert earlier
        entry = earlier
    return entry


def _check_untouched(session: Session, label: Label, change: JournalChange) -> None:
    """A record that no longer reads as the step left it was changed by a later one."""
    if current_document(session, change.record_type, change.record_id) != change.after:
        raise UndoBlocked(label.headline)
