"""Sets the texts of one print in its language, marks what is missing, and remembers what it found."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports import fonts, text
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.styles import BODY, SMALL, Style
from cabinet_app.reports.text import Align, Line, Run

_NARROW: Final = "\u202f"
_EXCERPT: Final = 60
_KEPT_WITH_NOTES: Final = 2


class Typesetter:
    """One per print; `t` carries the print's language."""

    def __init__(self, t: Translator) -> None:
        self.t = t
        self.language = t.language
        self._substitutes: set[Language] = set()
        self._found: dict[Finding, None] = {}
        self._cleaned: dict[tuple[str, bool], str] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._found)

    def find(self, finding: Finding) -> None:
        self._found[finding] = None

    def plain(self, words: str, style: Style = BODY, *, bound: bool = True) -> list[Run]:
        """A text as it was typed or composed; unless it is a name or code, with its no-break spaces."""
        cleaned = self._cleaned.get((words, bound))
        if cleaned is None:
            cleaned = self._cleaned[words, bound] = self._clean(words, bound=bound)
        return [Run(cleaned, style)] if cleaned else []

    def _clean(self, words: str, *, bound: bool) -> str:
        cleaned = text.clean(words)
        for letter in sorted(fonts.missing_letters(cleaned.replace("\n", ""))):
            self.find(Finding(FindingKind.LETTER_MISSING, f"{letter} (U+{ord(letter):04X})"))
        return text.bind(cleaned, self.language) if bound else cleaned

    def localized(self, words: LocalizedText, style: Style = BODY) -> list[Run]:
        """The text in the print's language; one of another language stands in italics with its mark."""
        shown, language = words.best(self.language)
        if language is None or language is self.language:
            return self.plain(shown, style)
        self._substitutes.add(language)
        flat = " ".join(shown.split())
        self.find(Finding(FindingKind.TEXT_MISSING, flat if len(flat) <= _EXCERPT else flat[:_EXCERPT] + "…"))
        return [*self.plain(shown, style.italic), self._mark(language, style)]

    def _mark(self, language: Language, style: Style) -> Run:
        raised = replace(style.italic, size=round(style.size * 0.66, 2), rise=round(style.size * 0.32, 2))
        return Run(_NARROW + language.value, raised)

    def lines(
        self, runs: Sequence[Run], width: float, *, align: Align = "left", prose: bool = False
    ) -> list[Line]:
        """Broken into lines; only prose is hyphenated, names and titles never."""
        return text.wrap(
            runs, width, align=align, hyphenate=text.hyphenation(self.language) if prose else None
        )

    def paragraph(
        self,
        runs: Sequence[Run],
        width: float,
        *,
        x: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
        keep: bool = False,
        prose: bool = False,
        align: Align = "left",
    ) -> Band:
        """A band of one column; empty where there is nothing to print."""
        lines = self.lines(runs, width, prose=prose, align=align) if runs else []
        return Band([Column(x, lines)], before=before, after=after, keep=keep)

    def legend(self, width: float) -> list[Band]:
        """One line per foreign language that stands in for a missing text."""
        sentences = {
            Language.SL: self.t.gettext("Text not available in English; printed in Slovenian."),
            Language.DE: self.t.gettext("Text not available in English; printed in German."),
            Language.EN: self.t.gettext(
                "Text not available in the language of this print; printed in English."
            ),
        }
        bands = []
        for language in sorted(self._substitutes):
            mark = Run(language.value + _NARROW, replace(SMALL.italic, size=6.2, rise=2.6))
            band = self.paragraph([mark, *self.plain(sentences[language], SMALL)], width, before=2)
            bands.append(band)
        if bands:
            bands[0].before = 18
        return bands


def with_notes(bands: list[Band], *notes: Band) -> list[Band]:
    """The bands with notes below them that never stand on a page of their own."""
    if notes:
        for band in [*bands[-_KEPT_WITH_NOTES:], *notes[:-1]]:
            band.keep = True
    return [*bands, *notes]
