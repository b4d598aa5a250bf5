"""A charter for signing: one text in two or three languages side by side, with the places for signatures."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import Translator, translator
from cabinet_app.i18n.charter_words import Signature, charter_text, charter_title, place_line
from cabinet_app.i18n.house_language import short_town
from cabinet_app.reports import fonts
from cabinet_app.reports.charter_data import CharterData
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import BODY, INK, MM, MUTED, Style
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter

_GAP: Final = 9 * MM
_TITLE: Final = Style(Face.SEMIBOLD, 15, 20)
_SIGN_HEIGHT: Final = 15 * MM
_SCALES: Final = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0)
_AIRY: Final = 1.08
"""A charter is read aloud: its lines stand a little wider apart than those of other prints."""
_FULL: Final = 0.82
"""How much of the sheet's height the charter may take before its type is made smaller."""
_SIDE_BY_SIDE: Final = 2


def render(
    data: CharterData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    charter = _Charter(data, house, t, paper, orientation)
    return charter.render(), charter.findings


class _Charter:
    def __init__(
        self, data: CharterData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
    ) -> None:
        self._data = data
        self._setters = [
            Typesetter(t if language is t.language else translator(language)) for language in data.languages
        ]
        imprint = Imprint(
            title=data.title.shown(t.language) or charter_title(data.charter.instrument, t),
            printed_at=data.printed_at,
            is_letter=True,
        )
        self._frame = Frame(self._setters[0], house, imprint, paper=paper, orientation=orientation)
        count = len(self._setters)
        self._column = (self._frame.width - (count - 1) * _GAP) / count
        size = 11.5 if count == 1 else 10.5 if count == _SIDE_BY_SIDE else 9.5
        self._title = _TITLE
        self._body = BODY.but(size=size)
        self._air = 1.0

    @property
    def findings(self) -> tuple[Finding, ...]:
        found = dict.fromkeys(finding for setter in self._setters for finding in setter.findings)
        return tuple(found)

    def render(self) -> bytes:
        return self._frame.render(self._fitted())

    def _fitted(self) -> list[Band]:
        """In the largest type in which the charter stays on one sheet that is not crammed."""
        title, body = self._title, self._body
        bands: list[Band] = []
        for scale in _SCALES:
            self._air = scale
            self._title = title.but(size=title.size * scale)
            scaled = body.but(size=body.size * scale)
            self._body = replace(scaled, leading=scaled.leading * _AIRY)
            bands = [*self._titles(), *self._paragraphs(), *self._signing()]
            height = sum(band.before + band.height + band.after for band in bands)
            if scale == _SCALES[-1] or height <= self._frame.text_height * _FULL:
                break
        return bands

    def _side_by_side(self, texts: Sequence[str], style: Style, *, prose: bool = False) -> Band:
        """One band with the text of each language in its column."""
        columns = []
        for number, (setter, words) in enumerate(zip(self._setters, texts, strict=True)):
            lines = setter.lines(setter.plain(words, style), self._column, prose=prose) if words else []
            columns.append(Column(number * (self._column + _GAP), lines))
        return Band(columns)

    def _titles(self) -> list[Band]:
        words = [charter_title(self._data.charter.instrument, setter.t) for setter in self._setters]
        # No word of a title is ever broken: the longest one decides the size of all.
        longest = max(fonts.width(word, self._title.face, 1.0) for title in words for word in title.split())
        titles = self._side_by_side(
            words, self._title.but(size=min(self._title.size, self._column / longest - 0.1))
        )
        titles.before, titles.after, titles.keep = 10, 10 * self._air, True
        return [titles]

    def _paragraphs(self) -> list[Band]:
        texts = [self._text(setter) for setter in self._setters]
        longest = max(len(text) for text in texts)
        bands = []
        for index in range(longest):
            row = [text[index] if index < len(text) else "" for text in texts]
            # The first line is nothing but names of towns, and names are not cut.
            band = self._side_by_side(row, self._body, prose=index > 0)
            band.after = 5 * self._air * self._air
            bands.append(band)
        return bands

    def _text(self, setter: Typesetter) -> list[str]:
        """What was written by hand in this language, else the template; no language lends another a text."""
        own = self._data.text.get(setter.language)
        if own:
            return [line for line in own.splitlines() if line.strip()]
        if not self._data.text.is_empty:
            setter.find(Finding(FindingKind.TEXT_MISSING, self._data.title.shown(setter.language)))
        return charter_text(self._data.charter, setter.t)

    def _signing(self) -> list[Band]:
        charter = self._data.charter
        bands: list[Band] = []
        for place in charter.places:
            line = self._side_by_side(
                [place_line(place, charter, setter.t) for setter in self._setters], self._body
            )
            line.before, line.keep = (14 if not bands else 2), True
            bands.append(line)
        pairs = [charter.signatures[start : start + 2] for start in range(0, len(charter.signatures), 2)]
        return bands + [self._pair(pair) for pair in pairs]

    def _pair(self, pair: Sequence[Signature]) -> Band:
        """Two places to sign beside each other, each with name, function and town in every language."""
        half = (self._frame.width - _GAP) / 2
        columns = [
            Column(number * (half + _GAP), self._signature(signature, half))
            for number, signature in enumerate(pair)
        ]
        starts = [column.x for column in columns]
        band = Band(columns, before=_SIGN_HEIGHT * self._air, pad=4, whole=True)

        def paint(sheet: Sheet, x: float, y: float) -> None:
            for start in starts:
                sheet.rule(x + start, y, half * 0.8, colour=INK)

        band.paint = paint
        return band

    def _signature(self, signature: Signature, width: float) -> list[Line]:
        first = self._setters[0]
        lines = first.lines(first.plain(signature.name, self._body.but(face=Face.SEMIBOLD)), width)
        told: list[str] = []
        for setter in self._setters:
            words = ", ".join(
                part
                for part in (_function(signature, setter), short_town(signature.town).shown(setter.language))
                if part
            )
            if words not in told:
                told.append(words)
                lines += setter.lines(
                    setter.plain(words, self._body.but(colour=MUTED, size=9 * self._air)), width
                )
        return lines


def _function(signature: Signature, setter: Typesetter) -> str:
    """The function as it was stored; where nobody is known, both forms."""
    if signature.function.is_empty:
        return "" if signature.name else setter.t.pgettext("either gender", "mayor")
    if not signature.function.get(setter.language):
        setter.find(Finding(FindingKind.TEXT_MISSING, signature.function.shown(Language.SL)))
    return signature.function.shown(setter.language)
