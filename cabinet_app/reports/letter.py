"""A letter on the house's paper: the address where a window shows it, date, subject, text and signature."""

from typing import Final

from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.letter_words import place_and_day
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.letter_data import LetterData
from cabinet_app.reports.styles import BODY, MM, SMALL, STRONG, Style
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter

# DIN 5008, form B, which Austrian and Slovenian window envelopes follow; from the upper edge of the paper.
ADDRESS_TOP: Final = 50.0 * MM
ADDRESS_HEIGHT: Final = 40.0 * MM
ADDRESS_WIDTH: Final = 80.0 * MM
_DATE_TOP: Final = 97.0 * MM
_ROOM_TO_SIGN: Final = 17.0 * MM
_TEXT: Final = Style(size=11, leading=15.5)
_SUBJECT: Final = STRONG.but(size=11.5)


def render(data: LetterData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Letter(data, house, t)
    return print_.render(), print_.findings


class _Letter:
    def __init__(self, data: LetterData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        title = data.subject or t.gettext("Letter")
        self._frame = Frame(
            self._setter, house, Imprint(title=title, printed_at=data.printed_at, is_letter=True)
        )
        self._width = self._frame.width

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        return self._frame.render([*self._opening(), *self._text(), *self._ending()])

    def _opening(self) -> list[Band]:
        data = self._data
        top = self._frame.first_top
        bands = [_white(ADDRESS_TOP - top)]
        address = [line for row in data.recipient for line in self._lines(row, _TEXT, ADDRESS_WIDTH)]
        used = max(ADDRESS_TOP, top) + sum(line.leading for line in address)
        bands += [Band([Column(0, address)], keep=True), _white(_DATE_TOP - used, least=6 * MM)]
        day = place_and_day(data.place, data.written_on, data.language) if data.written_on else data.place
        words = self._t.gettext("Our reference: {number}").format(number=data.our_reference)
        reference = self._lines(words, SMALL, self._width / 2) if data.our_reference else []
        date_line = self._setter.lines(
            self._setter.plain(day, _TEXT, bound=False), self._width, align="right"
        )
        bands.append(Band([Column(0, reference), Column(0, date_line)], after=8 * MM, keep=True))
        if data.subject:
            band = self._band(data.subject, _SUBJECT, prose=True)
            band.after, band.keep = 6 * MM, True
            bands.append(band)
        return bands

    def _text(self) -> list[Band]:
        bands = []
        if self._data.salutation:
            salutation = self._band(self._data.salutation, _TEXT)
            salutation.keep = True
            bands.append(salutation)
        for paragraph in self._data.paragraphs:
            band = self._band(paragraph, _TEXT, prose=True)
            band.before = 8
            bands.append(band)
        if bands:
            bands[-1].keep = True  # a signature alone on a sheet could stand under anything
        return bands

    def _ending(self) -> list[Band]:
        """Closing and name stay together, with room between them for a hand to sign."""
        data = self._data
        bands = []
        if data.closing:
            closing = self._band(data.closing, _TEXT)
            closing.before, closing.keep = 18, True
            bands.append(closing)
        name = self._lines(data.signatory, _TEXT.but(face=STRONG.face), self._width)
        name += self._lines(data.signatory_function, BODY, self._width)
        if name:
            if bands:
                bands[-1].after = _ROOM_TO_SIGN
            bands.append(Band([Column(0, name)], whole=True))
        return bands

    def _band(self, words: str, style: Style, *, prose: bool = False) -> Band:
        return self._setter.paragraph(self._setter.plain(words, style), self._width, prose=prose)

    def _lines(self, words: str, style: Style, width: float) -> list[Line]:
        return self._setter.lines(self._setter.plain(words, style), width) if words else []


def _white(height: float, *, least: float = 0.0) -> Band:
    """White of a height; nothing where the head of the paper reaches further down already."""
    return Band([Column(0, [Line((), max(height, least))])], keep=True)
