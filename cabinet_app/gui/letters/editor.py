"""The editor of a letter: written from what the register knows, then changed by hand as anybody likes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.protocol import Letter, LetterKind, LetterStatus
from cabinet_app.domain.texts import Language
from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.editor import EditorState, Headline, RecordEditor
from cabinet_app.gui.letters.columns import status_spec
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo, EnumCombo
from cabinet_app.gui.widgets.date_edit import DateEdit
from cabinet_app.gui.widgets.fields import TextArea, TextField
from cabinet_app.gui.widgets.form import Finding, Form, Severity
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.gui.widgets.record_pickers import person_picker
from cabinet_app.i18n import dates
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.languages import language_name

if TYPE_CHECKING:
    from cabinet_app.services.letter_writing import LetterWriter

WRITTEN: Final = (
    "recipient",
    "subject",
    "salutation",
    "body",
    "closing",
    "signatory",
    "signatory_function",
)
"""What the program writes and a person may change."""
Begun = tuple[LetterKind, int | None, Language]


class LetterEditor(RecordEditor[Letter]):
    """As long as nobody has touched its words, a letter follows its kind, addressee and language."""

    def build(self, form: Form) -> None:  # noqa: ARG002 - the base's helpers reach the form
        self._begun: Begun | None = None
        self._words: dict[str, str] = {}
        self._signatory_id: int | None = None
        self._build_head()
        self._build_letter()
        self._build_sending()

    def restore(self, state: EditorState[Letter]) -> None:
        draft = state.draft
        self._begun = (draft.kind, draft.addressee_id, draft.language)
        self._words = _words(draft) if state.is_new else _words(self._written(draft))
        self._signatory_id = draft.signatory_id
        super().restore(state)

    def headline(self, draft: Letter) -> Headline:
        when = dates.numeric(draft.written_on, self.t.language) if draft.written_on else ""
        language = language_name(draft.language.value, self.t.language)
        subtitle = " · ".join(filter(None, (label(draft.kind, self.t), language, when)))
        return draft.subject, subtitle, status_spec(draft.status, self.t)

    def check(self, draft: Letter) -> Sequence[Finding]:
        g, found = self.t.gettext, []
        if not draft.recipient:
            found.append(Finding("recipient", g("Choose to whom the letter goes."), Severity.NOTE))
        if draft.status is LetterStatus.SENT and draft.sent_on is None:
            found.append(Finding("sent_on", g("Enter the day on which it was sent."), Severity.NOTE))
        if not draft.body:
            found.append(Finding("body", g("The letter has no text yet."), Severity.NOTE))
        return found

    def fill(self, draft: Letter) -> None:
        begun = (draft.kind, draft.addressee_id, draft.language)
        if self._begun is not None and begun != self._begun:
            self._begun = begun
            if _words(draft) == self._words:
                self._put(self._written(draft))
                draft = self.draft()
        self.rewrite_button.setVisible(_words(draft) != self._words)

    def collect(self, draft: Letter) -> None:
        draft.signatory_id = self._signatory_id

    def rewrite(self) -> None:
        """Write the letter anew from what the register knows; what was typed is lost with the next save."""
        self._is_filling = True
        self._put(self._written(self.draft()))
        self._is_filling = False
        self._edited()

    def _build_head(self) -> None:
        g, t = self.t.gettext, self.t
        section = self.section("head", g("Letter"))
        self.rewrite_button = text_button(g("Write anew from the data"), self, kind="quiet")
        self.rewrite_button.clicked.connect(self.rewrite)
        section.add_button(self.rewrite_button)
        self.bind("kind", g("Kind"), EnumCombo(LetterKind, self._kind_word))
        self.bind("addressee_id", g("Addressee"), person_picker(self.context))
        spoken = [(language, language_name(language.value, t.language)) for language in Language]
        self.bind("language", g("Language"), ChoiceCombo(spoken))
        self.bind("written_on", g("Date"), DateEdit(t, self.context.today))
        self.bind("our_reference", g("Our reference"), TextField())

    def _build_letter(self) -> None:
        g = self.t.gettext
        self.section("text", g("Text"))
        self.bind("recipient", g("Address"), TextArea(lines=6))
        self.bind("subject", g("Subject"), TextField())
        self.bind("salutation", g("Salutation"), TextField())
        self.bind("body", g("Text"), TextArea(lines=16), wide=True)
        self.bind("closing", g("Closing"), TextField())
        self.bind("signatory", g("Signed by"), TextField())
        self.bind("signatory_function", g("Function"), TextField())

    def _build_sending(self) -> None:
        g = self.t.gettext
        self.section("sending", g("Sending"))
        self.bind("status", g("Status"), EnumCombo(LetterStatus, self._status_word))
        self.bind("sent_on", g("Sent on"), DateEdit(self.t, self.context.today))

    def _written(self, draft: Letter) -> Letter:
        """The letter as the program would write it; the draft itself where its visit is gone."""
        try:
            return self._writer().reworded(draft, draft.language)
        except RecordNotFound:
            return draft

    def _writer(self) -> "LetterWriter":
        from cabinet_app.services.letter_writing import LetterWriter

        return LetterWriter(self.context.cabinet, self.context.today())

    def _put(self, letter: Letter) -> None:
        """Show these words in the fields; called while the fields are being filled."""
        self._words = _words(letter)
        self._signatory_id = letter.signatory_id
        for key, words in self._words.items():
            self._fields[key].set_value(words)

    def _kind_word(self, member: LetterKind) -> str:
        return label(member, self.t)

    def _status_word(self, member: LetterStatus) -> str:
        return label(member, self.t)


def _words(letter: Letter) -> dict[str, str]:
    """The words without blanks at their ends, as fields give them back."""
    return {key: getattr(letter, key).strip() for key in WRITTEN}
