"""How a draft becomes a stored record: checks, conflicts, what is said afterwards, taking it back."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from cabinet_app.errors import Conflict, RecordError, UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import RecordEditor
from cabinet_app.gui.last_step import StepBack
from cabinet_app.gui.merge import Merged, merge
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.value_words import value_words
from cabinet_app.gui.widgets.banner import Link
from cabinet_app.gui.widgets.form import Finding, Severity
from cabinet_app.i18n import dates, messages

if TYPE_CHECKING:
    from cabinet_app.services.changes import Change
    from cabinet_app.services.records import Stored

R = TypeVar("R")
D = TypeVar("D")


class Saving(QObject, Generic[R, D]):
    """Stores and deletes what an editor holds. One save is one step that can be taken back."""

    stored = Signal()

    def __init__(self, context: GuiContext, kind: RecordKind[R, D], editor: RecordEditor[D]) -> None:
        super().__init__(editor)
        self._context = context
        self._t = context.t
        self._kind = kind
        self._editor = editor
        self._theirs: Stored[D] | None = None
        self.is_busy = False

    def save(self) -> bool:
        """Store the draft; False if something stands in the way, which the editor then says."""
        if not self._editor.has_record:
            return True
        self._editor.commit()
        findings = self._editor.validate()
        if any(finding.severity is Severity.ERROR for finding in findings):
            self._editor.show_errors(findings)
            return False
        try:
            self._store(self._editor.draft(), self._editor.version)
        except Conflict:
            return self._reconcile()
        except RecordError as error:
            finding = Finding(str(getattr(error, "field", "")), messages.sentence(error, self._t))
            self._editor.show_errors([finding])
            return False
        return True

    def save_before_leaving(self) -> bool:
        """Store a changed draft; a toast offers to take that back. False if it cannot be stored."""
        editor = self._editor
        editor.commit()
        if not editor.has_record or not editor.is_dirty:
            if editor.is_new:
                editor.clear()
            return True
        was_new = editor.is_new
        watcher = _EntryWatcher(self._context)
        try:
            if not self.save():
                return False
        finally:
            watcher.stop()
        words = self._kind.words
        sentence = self._t.gettext(words.created if was_new else words.saved)
        self._toast(sentence.format(title=self._title()), watcher.entry_id)
        return True

    def delete(self, record_id: int) -> bool:
        """Put a stored record into the bin; the toast brings it back."""
        title = self._title()
        watcher = _EntryWatcher(self._context)
        self.is_busy = True
        try:
            self._kind.service.delete(record_id)
        except UserError as error:
            self._editor.banner.show_message("danger", messages.sentence(error, self._t))
            return False
        finally:
            self.is_busy = False
            watcher.stop()
        self._toast(self._t.gettext(self._kind.words.deleted).format(title=title), watcher.entry_id)
        return True

    def say_saved(self, at: datetime) -> None:
        """Tell when the record was stored last; `at` is UTC."""
        from datetime import UTC

        local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone()
        language = self._t.language
        if local.date() == self._context.today():
            text = self._t.gettext("Saved at {time}").format(time=dates.time(local.time(), language))
        else:
            text = self._t.gettext("Saved on {date}").format(date=dates.numeric(local.date(), language))
        self._editor.say_state(text)

    def _store(self, draft: D, version: int) -> None:
        service = self._kind.service
        self.is_busy = True
        try:
            saved = service.update(draft, version) if version else service.create(draft)
        finally:
            self.is_busy = False
        self._editor.load(saved.record, saved.version)
        self.say_saved(saved.updated_at)
        self.stored.emit()

    def _title(self) -> str:
        editor = self._editor
        title = editor.headline(editor.base)[0] if editor.has_record else ""
        return title or self._t.gettext(self._kind.words.new_title)

    def _toast(self, sentence: str, entry_id: int) -> None:
        undo = StepBack(self._context, entry_id) if entry_id else None
        self._context.toaster.show_toast(sentence, self._t.gettext("Undo") if undo else "", undo)

    def _reconcile(self) -> bool:
        editor = self._editor
        mine: Any = editor.draft()
        try:
            self._theirs = self._kind.service.get(mine.id)
        except UserError as error:
            editor.banner.show_message(
                "danger",
                messages.sentence(error, self._t),
                [Link(self._t.gettext("Enter it again"), self._enter_again)],
            )
            return False
        merged: Merged[Any] = merge(editor.base, mine, self._theirs.record)
        if not merged.clashes:
            self._store(merged.record, self._theirs.version)
            text = self._t.gettext("Somebody else had changed other fields; both changes are saved.")
            self._context.toaster.show_toast(text)
            return True
        self._show_conflict(merged)
        return False

    def _show_conflict(self, merged: Merged[Any]) -> None:
        assert self._theirs
        theirs, language = self._theirs.record, self._t.language
        line = self._t.gettext("{field}: stored “{theirs}”, yours “{mine}”")
        links = [
            Link(
                line.format(
                    field=self._editor.label_of(key),
                    theirs=value_words(getattr(theirs, key), language),
                    mine=value_words(getattr(merged.record, key), language),
                ),
                _Focus(self._editor, key),
                is_line=True,
            )
            for key in merged.clashes
        ]
        links.append(Link(self._t.gettext("Keep mine"), self._keep_mine))
        links.append(Link(self._t.gettext("Take the stored one"), self._take_theirs))
        sentence = self._t.gettext(
            "Somebody else has changed the same fields meanwhile. Which version holds?"
        )
        self._editor.banner.show_message("warn", sentence, links)

    def _keep_mine(self) -> None:
        if self._theirs:
            theirs, self._theirs = self._theirs, None
            merged = merge(self._editor.base, self._editor.draft(), theirs.record)
            self._store(merged.record, theirs.version)

    def _take_theirs(self) -> None:
        if self._theirs:
            theirs, self._theirs = self._theirs, None
            self._editor.load(theirs.record, theirs.version)
            self.say_saved(theirs.updated_at)
            self.stored.emit()

    def _enter_again(self) -> None:
        draft: Any = self._editor.draft()
        draft.id = 0
        self._editor.begin(draft)


class _EntryWatcher:
    """Catches the journal entry of the step that is being done."""

    def __init__(self, context: GuiContext) -> None:
        self.entry_id = 0
        self._changes = context.cabinet.changes
        self._changes.subscribe(self._note)

    def stop(self) -> None:
        self._changes.unsubscribe(self._note)

    def _note(self, change: "Change") -> None:
        self.entry_id = change.entry_id


class _Focus:
    def __init__(self, editor: "RecordEditor[Any]", key: str) -> None:
        self._editor = editor
        self._key = key

    def __call__(self) -> None:
        self._editor.jump_to(self._key)
