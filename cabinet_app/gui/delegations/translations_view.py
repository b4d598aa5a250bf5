"""Per language, the texts that are still missing, each a link to its field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cabinet_app.domain.texts import Language
from cabinet_app.gui.delegations.translations import MissingText
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import SMALL, TINY
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, escaped_tip, text_button
from cabinet_app.gui.widgets.localized_edit import LANGUAGE_NAMES
from cabinet_app.i18n.catalogs import Translator

LINKS = 8
"""In characters, so that the links of the three languages stand under one another."""
CUT = 28


class LanguageLine(QWidget):
    """One language: ready, or links to what it lacks."""

    chosen = Signal(str)

    def __init__(self, t: Translator, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._language = language
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._links: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.state = PlainLabel(role="muted")
        self.state.setFixedSize(self._widest() + TINY, 26)
        self._box = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._box.setSizePolicy(policy)
        self._flow = FlowLayout(self._box, gap=TINY)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._box, 1)

    def _widest(self) -> int:
        """The room for the longest of the sentences, so that the three lines stand in one column."""
        self.state.ensurePolished()
        sentences = (
            self._sentence(language, lacks=lacks) for language in Language for lacks in (True, False)
        )
        return max(self.state.fontMetrics().horizontalAdvance(sentence) for sentence in sentences)

    def _sentence(self, language: Language, *, lacks: bool) -> str:
        said = self._t.gettext("{language}: missing") if lacks else self._t.gettext("{language}: complete")
        return f"{'○' if lacks else '✓'} {said.format(language=self._t.gettext(LANGUAGE_NAMES[language]))}"

    def show_missing(self, missing: Sequence[MissingText]) -> None:
        """Show the texts that this language lacks."""
        wanted = tuple((text.field, text.words) for text in missing)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.state.setText(self._sentence(self._language, lacks=bool(wanted)))
        mark(self.state, "warn", bool(wanted))
        mark(self.state, "muted", not wanted)
        for link in self._links:
            link.hide()
            link.setParent(None)
            link.deleteLater()
        self._links = [self._link(field, words) for field, words in wanted[:LINKS]]
        if len(wanted) > LINKS:
            self._links.append(PlainLabel(f"+ {len(wanted) - LINKS}", role="muted"))
        for link in self._links:
            self._flow.addWidget(link)
            link.show()
        self._box.updateGeometry()

    def _link(self, field: str, words: str) -> QPushButton:
        short = words if len(words) <= CUT else f"{words[: CUT - 1].rstrip()}…"
        link = text_button(doubled(short), self._box, kind="link")
        link.setToolTip(escaped_tip(words if short != words else ""))
        link.setProperty("field", field)
        link.clicked.connect(self._chosen)
        return link

    def _chosen(self) -> None:
        self.chosen.emit(str(self.sender().property("field")))


class TranslationsView(QWidget):
    """The three languages under one another."""

    text_chosen = Signal(str, str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self.lines = {language: LanguageLine(t, language, self) for language in Language}
        for language, line in self.lines.items():
            line.setProperty("language", language.value)
            line.chosen.connect(self._chosen)
            column.addWidget(line)

    def show_missing(self, missing: Sequence[MissingText]) -> None:
        """Show what is missing in each language."""
        for language, line in self.lines.items():
            line.show_missing([text for text in missing if language in text.languages])

    def _chosen(self, field: str) -> None:
        self.text_chosen.emit(field, str(self.sender().property("language")))


def readiness(missing: Sequence[MissingText]) -> str:
    """`DE 3 · EN 5` for the heading; a tick if nothing is missing."""
    counts = {language: sum(language in text.languages for text in missing) for language in Language}
    return (
        " · ".join(f"{language.value.upper()} {count}" for language, count in counts.items() if count) or "✓"
    )
