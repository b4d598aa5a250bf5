"""A button under the text of an agreement that writes the charter from what the agreement says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.twinning import Agreement
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import SMALL
from cabinet_app.gui.widgets.labels import escaped_tip, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit


class CharterTemplate(QWidget):
    """Fills the languages that have no text yet; what somebody wrote is never touched."""

    def __init__(
        self,
        context: GuiContext,
        draft: Callable[[], Agreement],
        field: LocalizedEdit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._draft = draft
        self._field = field
        self.button = text_button(context.t.gettext("Fill from the template"), self, kind="link")
        self.button.clicked.connect(self.fill_text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)

    def show_draft(self, draft: Agreement) -> None:
        """Offer the template while there is a party and a language without a text."""
        g = self._context.t.gettext
        reason = "" if draft.parties else g("Enter the parties first.")
        if not empty_languages(draft.text):
            reason = g("Every language has a text already.")
        self.button.setEnabled(not reason)
        told = g("Writes a charter from the parties, areas, term and signatures; texts that stand stay.")
        self.button.setToolTip(escaped_tip(reason or told))

    def fill_text(self) -> None:
        """Write the charter into the empty languages of the field."""
        draft = self._draft()
        self._field.set_value(charter_texts(self._context, draft))
        self._field.edited.emit()
        self._field.setFocus()


def empty_languages(texts: LocalizedText) -> list[Language]:
    """The languages without a text, all of them where nothing has been written."""
    return [language for language in Language if not texts.get(language)]


def charter_texts(context: GuiContext, agreement: Agreement) -> LocalizedText:
    """The texts of the agreement, with a charter in every language that has none."""
    from cabinet_app.i18n.catalogs import translator
    from cabinet_app.i18n.charter_words import charter_text
    from cabinet_app.reports.composing.charters import charter_of

    charter = charter_of(context.cabinet, agreement)
    texts = agreement.text
    for language in empty_languages(texts):
        texts = texts.with_text(language, "\n".join(charter_text(charter, translator(language))))
    return texts
