"""How texts that are missing were translated before: offered one by one, never used by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.labels import ElidedLabel, PlainLabel, text_button
from cabinet_app.i18n.catalogs import Translator

MOST = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """A text for a field in a language; `source` stands there in another, `origin` is where it is from."""

    field: str
    language: Language
    text: str
    source: str
    origin: str


class SuggestionsView(QWidget):
    """A line for each offer with a button that takes it over, and one that takes all."""

    taken = Signal(object)
    """A list of the offers that somebody has taken."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._offers: tuple[Offer, ...] = ()
        self._parts: list[QWidget] = []
        self._head = PlainLabel(t.gettext("Translated before:"), role="small muted")
        self.all_button = text_button("", self, kind="link")
        self.all_button.clicked.connect(self._take_all)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TINY, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._grid)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the lines."""
        return [part for part in self._parts if isinstance(part, QPushButton)]

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the first of them; the rest comes up as they are taken."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        for part in self._parts:
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts = [
            part for row, offer in enumerate(self._offers[:MOST]) for part in self._line(row, offer)
        ]
        self.setVisible(bool(offers))
        count = len(self._offers)
        words = self._t.ngettext("Take over {count} text", "Take over all {count} texts", count)
        self.all_button.setText(words.format(count=count))
        self.all_button.setVisible(count > 1)

    def _line(self, row: int, offer: Offer) -> list[QWidget]:
        language = PlainLabel(offer.language.value.upper(), role="small muted", parent=self)
        words = ElidedLabel(f"{offer.source} → {offer.text}", parent=self)
        words.setToolTip(offer.origin)
        button = text_button(self._t.gettext("Take over"), self, kind="link")
        sentence = self._t.gettext("Take over “{text}” ({language})")
        button.setAccessibleName(sentence.format(text=offer.text, language=offer.language.value.upper()))
        button.setProperty("row", row)
        button.clicked.connect(self._take_one)
        parts: list[QWidget] = [language, words, button]
        for column, part in enumerate(parts):
            self._grid.addWidget(part, row, column)
            part.show()
        return parts

    def _take_one(self) -> None:
        self.taken.emit([self._offers[int(self.sender().property("row"))]])

    def _take_all(self) -> None:
        self.taken.emit(list(self._offers))
