"""The part of a visit that says which texts are missing in which language, and offers what is known."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from cabinet_app.domain.texts import Language
from cabinet_app.domain.visit_texts import text_at, with_text
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.delegations.suggestions_view import Offer, SuggestionsView
from cabinet_app.gui.delegations.translations import MissingText, missing_texts
from cabinet_app.gui.delegations.translations_view import TranslationsView, readiness

if TYPE_CHECKING:
    from cabinet_app.services.visit_translations import Suggestion

PAUSE_MS: Final = 400
"""Nobody is asked for suggestions while somebody types."""


class TranslationsSection(VisitSection):
    """Links to the texts that are missing, and how they were translated before."""

    def build(self) -> None:
        self.heading = self.section("translations", self.t.gettext("Translations"))
        self.view = TranslationsView(self.t)
        self.view.text_chosen.connect(self.editor.go_to)
        self.suggestions = SuggestionsView(self.t)
        self.suggestions.taken.connect(self.take)
        self._missing: list[MissingText] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.offer)
        self.editor.form.add_widget(self.view)
        self.editor.form.add_widget(self.suggestions)

    def fill(self, draft: Visit) -> None:
        missing = missing_texts(draft, self.t)
        self.view.show_missing(missing)
        self.heading.set_count(readiness(missing))
        if missing != self._missing:
            self._missing = missing
            self.suggestions.show_offers([])
            self._pause.start()

    def offer(self) -> None:
        """Look for what the missing texts were called before."""
        if not self.editor.has_record or not self._missing:
            self.suggestions.show_offers([])
            return
        draft = self.editor.draft()
        texts = {each.field: text_at(draft, each.field) for each in self._missing}
        known = self.context.cabinet.visits.suggested_texts(list(texts.values()))
        self.suggestions.show_offers(
            [
                self._offer(field, suggestion)
                for field, text in texts.items()
                for suggestion in known.get(text, [])
            ]
        )

    def take(self, offers: list[Offer]) -> None:
        """Write what was taken into the draft; it is stored with the visit and not before."""
        draft = self.editor.draft()
        for offer in offers:
            draft = with_text(draft, offer.field, offer.language, offer.text)
        keys = dict.fromkeys(offer.field.split("[", 1)[0].split(".", 1)[0] for offer in offers)
        self.editor.replace_values(draft, list(keys))
        self.offer()

    def _offer(self, field: str, suggestion: "Suggestion") -> Offer:
        origins = {
            "register": self.t.gettext("from your own texts"),
            "words": self.t.gettext("from the words of the house"),
        }
        language: Language = suggestion.language
        return Offer(field, language, suggestion.text, suggestion.source, origins[suggestion.origin.value])
