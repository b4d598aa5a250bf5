"""Place cards, name badges and table tents on sheets of A4, with marks where to cut and to fold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.fonts import Face
from cabinet_app.reports.house import HouseStyle, Orientation, Paper, sheet_size
from cabinet_app.reports.place_cards_data import Card, CardsData
from cabinet_app.reports.place_cards_fit import Limits, fit, lines_of
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import BODY, MM, MUTED, Style
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter

MARK: Final = "#9AA2AD"
_MARK_LENGTH: Final = 4 * MM
_MARK_GAP: Final = 1.2 * MM
_HAIR: Final = 0.35
_DASH: Final = 1.2 * MM
NAME: Final = Style(Face.SEMIBOLD)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of card: its size in millimetres, how many on a sheet, and whether it is folded in the middle.

    A folded card shows its face twice, the upper one upside down. The name has `name` of the height of a
    face, `function` the rest below it.
    """

    title: str
    width: float
    height: float
    columns: int
    rows: int
    name: Limits
    function: Limits
    is_folded: bool = False
    orientation: Orientation = Orientation.PORTRAIT
    padding: float = 5.0
    has_home: bool = False

    @property
    def per_sheet(self) -> int:
        return self.columns * self.rows

    @property
    def face_height(self) -> float:
        return self.height / 2 if self.is_folded else self.height


PLACE_CARDS: Final = Format(
    N_("Place cards"), 85, 110, 2, 2, Limits(24, 16, 3), Limits(12, 8, 2), is_folded=True
)
"""85 × 55 mm when folded."""
BADGES: Final = Format(N_("Name badges"), 90, 55, 2, 5, Limits(24, 18, 2), Limits(12, 8, 2), has_home=True)
TENTS: Final = Format(
    N_("Table tents"),
    277,
    190,
    1,
    1,
    Limits(72, 44, 2),
    Limits(26, 16, 2),
    is_folded=True,
    orientation=Orientation.LANDSCAPE,
    padding=14,
)


def render(
    data: CardsData, form: Format, house: HouseStyle, t: Translator
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about the names."""
    cards = _Cards(data, form, house, t)
    return cards.render(), cards.findings


class _Cards:
    def __init__(self, data: CardsData, form: Format, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._form = form
        self._house = house
        self._t = t
        self._setter = Typesetter(t)
        width, height = sheet_size(Paper.A4, form.orientation)
        self._sheet = Sheet(
            width,
            height,
            title=t.gettext(form.title),
            author=house.municipality.shown(t.language),
            language=t.language,
        )
        self._left = (width - form.columns * form.width * MM) / 2
        self._top = (height - form.rows * form.height * MM) / 2

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        form = self._form
        cards = self._data.cards
        for start in range(0, max(len(cards), 1), form.per_sheet):
            self._page(cards[start : start + form.per_sheet])
            self._sheet.next_page()
        return self._sheet.finish(self._data.printed_at, self._data.event.shown(self._t.language))

    def _page(self, cards: Sequence[Card]) -> None:
        form = self._form
        if not cards:
            words = self._setter.plain(self._t.gettext("Nobody is expected yet."), BODY)
            for line in self._setter.lines(words, form.width * MM):
                self._sheet.line(self._left, self._top, line)
            return
        for place, card in enumerate(cards):
            x = self._left + place % form.columns * form.width * MM
            y = self._top + place // form.columns * form.height * MM
            self._card(x, y, card)
        self._marks()

    def _card(self, x: float, y: float, card: Card) -> None:
        form = self._form
        width, height = form.width * MM, form.face_height * MM
        if not form.is_folded:
            self._face(x, y, width, height, card)
            return
        with self._sheet.turned(x + width / 2, y + height / 2, 180):
            self._face(x, y, width, height, card)
        self._face(x, y + height, width, height, card)

    def _face(self, x: float, y: float, width: float, height: float, card: Card) -> None:
        """The name in the middle of a face, function and home below it."""
        form, pad = self._form, self._form.padding * MM
        room, high = width - 2 * pad, height - 2 * pad
        top = y + pad
        if form.has_home:
            head = self._badge_head(x, y, width)
            top, high = y + head + pad * 0.6, height - head - pad * 1.2
        function = self._small(card.function, room, high * 0.3)
        home = self._small(card.home, room, high * 0.16) if form.has_home else []
        below = _height(function) + _height(home) + (form.name.smallest * 0.25 if function or home else 0)
        name = self._name(card.name, room, high - below)
        at = top + (high - below - _height(name)) / 2
        at = self._lines(x + pad, at, name) + (form.name.smallest * 0.25 if function or home else 0)
        at = self._lines(x + pad, at, function)
        self._lines(x + pad, at, home)

    def _badge_head(self, x: float, y: float, width: float) -> float:
        """A bar in the colour of the house with its name; the height it takes."""
        height = 9 * MM
        self._sheet.box(x, y, width, height, fill=self._house.accent)
        words = self._house.municipality.shown(self._t.language)
        flat = "".join(run.text for run in self._setter.plain(words, bound=False))
        fitted = fit(flat, Face.SEMIBOLD, width - 10 * MM, height * 0.7, Limits(9.5, 7, 1))
        lines = lines_of(fitted, NAME.but(colour="#FFFFFF"), width - 10 * MM)
        self._lines(x + 5 * MM, y + (height - _height(lines)) / 2, lines)
        return height

    def _name(self, name: str, width: float, height: float) -> list[Line]:
        flat = "".join(run.text for run in self._setter.plain(name, bound=False))
        fitted = fit(flat, NAME.face, width, height, self._form.name)
        if fitted.is_small:
            self._setter.find(Finding(FindingKind.NAME_SMALL, name))
        return lines_of(fitted, NAME, width)

    def _small(self, words: LocalizedText, width: float, height: float) -> list[Line]:
        """A text in the language of the print; another one stands in without a mark, but is reported."""
        shown, language = words.best(self._t.language)
        if language and language is not self._t.language:
            self._setter.find(Finding(FindingKind.TEXT_MISSING, shown))
        flat = "".join(run.text for run in self._setter.plain(shown, bound=False))
        style = BODY.but(colour=MUTED)
        return lines_of(fit(flat, style.face, width, height, self._form.function), style, width)

    def _lines(self, x: float, y: float, lines: Sequence[Line]) -> float:
        for line in lines:
            self._sheet.line(x, y, line)
            y += line.leading
        return y

    def _marks(self) -> None:
        """Cutting marks outside the cards at every edge, dashed ones where a card is folded."""
        form = self._form
        xs = [self._left + number * form.width * MM for number in range(form.columns + 1)]
        ys = [self._top + number * form.height * MM for number in range(form.rows + 1)]
        for x in xs:
            self._mark(x, ys[0] - _MARK_GAP - _MARK_LENGTH, upright=True)
            self._mark(x, ys[-1] + _MARK_GAP, upright=True)
        for y in ys:
            self._mark(xs[0] - _MARK_GAP - _MARK_LENGTH, y, upright=False)
            self._mark(xs[-1] + _MARK_GAP, y, upright=False)
        if form.is_folded:
            for y in ys[:-1]:
                fold = y + form.face_height * MM
                for x in (xs[0] - _MARK_GAP - _MARK_LENGTH, xs[-1] + _MARK_GAP):
                    self._dashes(x, fold)

    def _mark(self, x: float, y: float, *, upright: bool) -> None:
        self._sheet.rule(x, y, _MARK_LENGTH, colour=MARK, weight=_HAIR, upright=upright)

    def _dashes(self, x: float, y: float) -> None:
        for number in range(2):
            self._sheet.rule(x + number * 2 * _DASH, y, _DASH, colour=MARK, weight=_HAIR)


def _height(lines: Sequence[Line]) -> float:
    return sum(line.leading for line in lines)


FORMATS: Final[dict[str, Format]] = {"place-cards": PLACE_CARDS, "badges": BADGES, "table-tents": TENTS}
