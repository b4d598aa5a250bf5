"""The letters of a visit or of an agreement, in a window of their own beside the main one."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from cabinet_app.domain.letters import kinds_for
from cabinet_app.domain.protocol import Letter, LetterKind
from cabinet_app.errors import RecordNotFound, UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.editor import EditorState
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.letters.columns import LetterColumns
from cabinet_app.gui.letters.editor import LetterEditor
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.record_window import RecordWindow
from cabinet_app.gui.widgets.labels import doubled, text_button
from cabinet_app.gui.widgets.record_model import Sorting
from cabinet_app.i18n import messages
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import LetterRow

if TYPE_CHECKING:
    from cabinet_app.services.letters import LettersOf
    from cabinet_app.services.records import Records


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the letters are about: a stored visit, or a stored agreement."""

    visit_id: int | None = None
    agreement_id: int | None = None


class LettersWindow(RecordWindow):
    """Ctrl+N begins a letter, Ctrl+S stores it, Ctrl+P prints the one in front."""

    def __init__(self, context: GuiContext, occasion: Occasion, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, height=720)
        t = context.t
        self.occasion = occasion
        title = self._title()
        words = t.gettext("Letters: {title}").format(title=title) if title else t.gettext("Letters")
        self.setWindowTitle(words)
        self.show_kinds("letters", [_kind(self.context, occasion)])
        self.pane = self.tab.pane
        self.all_button = text_button(t.gettext("To all guests"), self)
        self.all_button.setMenu(self._menu())
        self.all_button.setVisible(occasion.visit_id is not None)
        self.pane.filter_bar.add_right(self.all_button)
        for keys, act in (
            (QKeySequence.StandardKey.New, self.pane.new_record),
            (QKeySequence.StandardKey.Save, self.pane.save),
            (QKeySequence.StandardKey.Print, self.pane.print_records),
            (QKeySequence.StandardKey.Find, self.pane.focus_search),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def write_to_all(self, kind: LetterKind) -> None:
        """Letters of a kind to everybody from the partner's side who has none yet, as one step."""
        from cabinet_app.services.letter_writing import LetterWriter

        context, t = self.context, self.context.t
        if self.occasion.visit_id is None or not self.pane.leave():
            return
        step = LastStep(context)
        try:
            visit = context.cabinet.visits.get(self.occasion.visit_id).record
            letters = LetterWriter(context.cabinet, context.today()).for_all_guests(kind, visit)
            with step:
                ids = context.cabinet.letters.create_all(letters) if letters else []
        except UserError as error:
            self.toast.show_toast(messages.sentence(error, t))
            return
        if not ids:
            self.toast.show_toast(t.gettext("Every guest has a letter of this kind already."))
            return
        self.pane.reload()
        self.pane.select(ids[0])
        words = t.ngettext("{count} letter has been written.", "{count} letters have been written.", len(ids))
        self.toast.show_toast(words.format(count=len(ids)), t.gettext("Undo"), step.undo)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in _kinds_of(self.context, self.occasion):
            action = menu.addAction(doubled(label(kind, self.context.t)))
            action.triggered.connect(_WriteToAll(self, kind))
        return menu

    def _title(self) -> str:
        cabinet, language = self.context.cabinet, self.context.t.language
        if self.occasion.agreement_id is not None:
            found = cabinet.agreements.choice(self.occasion.agreement_id, language)
        else:
            found = cabinet.visits.choice(self.occasion.visit_id or 0, language)
        return found.title if found else ""


def open_letters(context: GuiContext, occasion: Occasion, parent: QWidget) -> LettersWindow:
    """The window for these letters; one that is open already is brought to the front."""
    known = (window for window in parent.findChildren(LettersWindow) if window.occasion == occasion)
    window = next(known, None) or LettersWindow(context, occasion, parent)
    window.come_forward()
    window.pane.reload()
    if not window.pane.ids and not window.pane.editor.has_record:
        window.pane.new_record()
    return window


def open_letter(context: GuiContext, letter_id: int, parent: QWidget) -> bool:
    """Show one letter among those of its visit or agreement; False if there is no such letter."""
    try:
        letter = context.cabinet.letters.get(letter_id).record
    except RecordNotFound:
        return False
    return open_letters(context, _occasion(letter), parent).pane.select(letter_id)


def take_letter(context: GuiContext, state: EditorState[Letter], parent: QWidget) -> None:
    """Go on with a letter that was being written; it no longer refers to what is gone by now."""
    cabinet, draft = context.cabinet, state.draft
    visit_id = draft.visit_id if _is_there(cabinet.visits, draft.visit_id) else None
    agreement_id = draft.agreement_id if _is_there(cabinet.agreements, draft.agreement_id) else None
    draft = replace(draft, visit_id=visit_id, agreement_id=agreement_id)
    open_letters(context, _occasion(draft), parent).pane.take_draft(replace(state, draft=draft))


def _is_there(records: "Records[Any]", record_id: int | None) -> bool:
    try:
        return bool(record_id and records.get(record_id))
    except RecordNotFound:
        return False


def _occasion(letter: Letter) -> Occasion:
    """What belongs to a visit stands there, even if it names an agreement besides."""
    return Occasion(letter.visit_id, None if letter.visit_id else letter.agreement_id)


def _kind(context: GuiContext, occasion: Occasion) -> RecordKind[LetterRow, Letter]:
    columns = LetterColumns(context.t)
    return RecordKind(
        key="letter",
        service=_service(context, occasion),
        columns=columns.columns(),
        editor=partial(LetterEditor, context),
        new_draft=partial(_begun, context, occasion),
        search_hint=context.t.gettext("Addressee, subject or text"),
        chips=columns.chips(),
        sorting=Sorting("written_on"),
    )


def _service(context: GuiContext, occasion: Occasion) -> "LettersOf":
    from cabinet_app.services.letters import LettersOf

    return LettersOf(context.cabinet.letters, visit_id=occasion.visit_id, agreement_id=occasion.agreement_id)


def _begun(context: GuiContext, occasion: Occasion) -> Letter:
    """A letter to the first of those it would go to."""
    from cabinet_app.services.letter_writing import LetterWriter, guests_of

    cabinet, writer = context.cabinet, LetterWriter(context.cabinet, context.today())
    if occasion.agreement_id is not None:
        agreement = cabinet.agreements.get(occasion.agreement_id).record
        return writer.for_agreement(LetterKind.CONGRATULATION, agreement, None)
    if occasion.visit_id is None:
        return Letter(written_on=context.today())
    visit = cabinet.visits.get(occasion.visit_id).record
    guests = guests_of(visit)
    over = visit.ends_on or visit.starts_on
    kinds = kinds_for(visit.direction)
    kind = LetterKind.THANKS if over is not None and over < context.today() else kinds[0]
    return writer.for_visit(kind, visit, guests[0].person_id if guests else None)


def _kinds_of(context: GuiContext, occasion: Occasion) -> tuple[LetterKind, ...]:
    if occasion.visit_id is None:
        return (LetterKind.CONGRATULATION,)
    return kinds_for(context.cabinet.visits.get(occasion.visit_id).record.direction)


class _WriteToAll:
    def __init__(self, window: LettersWindow, kind: LetterKind) -> None:
        self._window = window
        self._kind = kind

    def __call__(self) -> None:
        self._window.write_to_all(self._kind)
