"""The frame of a paper: letterhead, running head, foot with page x of y, and the text between them."""

from dataclasses import dataclass
from datetime import datetime

from cabinet_app.i18n import dates
from cabinet_app.reports import fonts
from cabinet_app.reports.flow import Band, Placed, paginate
from cabinet_app.reports.house import HouseStyle, Orientation, Paper, sheet_size
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import HAIRLINE, LABEL, MM, MUTED, PAPER, SMALL, TINY, Style
from cabinet_app.reports.text import Align, Line, Run, shorten, wrap
from cabinet_app.reports.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the frame says about the paper: title, edition, a stamp such as `INTERNO`, when it was printed.

    A letter (`is_letter`) has a date of its own: nothing of the printing stands in its foot.
    """

    title: str
    printed_at: datetime
    subject: str = ""
    edition: str = ""
    stamp: str = ""
    is_letter: bool = False


_NAME = Style(fonts.Face.SEMIBOLD, 13, 17)
_UNIT = SMALL.but(size=10)
_ARMS = 17 * MM
_LETTERHEAD_GAP = 11 * MM
_RUNNING_HEAD = 10 * MM


class Frame:
    """Prints bands on framed pages."""

    def __init__(
        self,
        setter: Typesetter,
        house: HouseStyle,
        imprint: Imprint,
        *,
        paper: Paper = Paper.A4,
        orientation: Orientation = Orientation.PORTRAIT,
    ) -> None:
        self._setter = setter
        self._house = house
        self._imprint = imprint
        size = sheet_size(paper, orientation)
        self._sheet = Sheet(*size, title=imprint.title, author=self._house_name(), language=setter.language)
        margins = house.margins
        self._left = margins.left * MM
        self._right = size[0] - margins.right * MM
        self._top = margins.top * MM
        self._bottom = size[1] - margins.bottom * MM
        self._first_top = self._top + self._letterhead_height()

    @property
    def width(self) -> float:
        """The width of the text."""
        return self._right - self._left

    @property
    def text_height(self) -> float:
        """The height of the text on the first page."""
        return self._bottom - self._first_top

    @property
    def first_top(self) -> float:
        """Where the text of the first page begins, from the upper edge of the paper."""
        return self._first_top

    def page_count(self, bands: list[Band]) -> int:
        """How many pages the bands take."""
        return len(self._pages(bands))

    @property
    def page_height(self) -> float:
        """The height of the text on every later page."""
        return self._bottom - self._top - _RUNNING_HEAD

    def render(self, bands: list[Band]) -> bytes:
        """The finished file."""
        return self.render_papers([bands])

    def render_papers(self, papers: list[list[Band]]) -> bytes:
        """Several papers in one file; each begins with the letterhead and counts its own pages."""
        for bands in papers:
            pages = self._pages(bands)
            for number, page in enumerate(pages, start=1):
                if number == 1:
                    self._letterhead()
                else:
                    self._running_head()
                self._page(page, self._first_top if number == 1 else self._top + _RUNNING_HEAD)
                self._foot(number, len(pages))
                self._sheet.next_page()
        return self._sheet.finish(self._imprint.printed_at, self._imprint.subject)

    def _pages(self, bands: list[Band]) -> list[list[Placed]]:
        later_top = self._top + _RUNNING_HEAD
        return paginate(bands, self._bottom - self._first_top, self._bottom - later_top)

    def _house_name(self) -> str:
        return self._house.municipality.shown(self._setter.language)

    def _letterhead_height(self) -> float:
        language = self._setter.language
        units = len(self._house.unit.shown(language).splitlines())
        lines = len(self._house.address.shown(language).splitlines())
        rows = max(lines * TINY.leading, _NAME.leading + units * _UNIT.leading)
        return max(rows, _ARMS if self._house.arms else 0) + _LETTERHEAD_GAP

    def _letterhead(self) -> None:
        house, x, y = self._house, self._left, self._top
        if house.arms:
            self._sheet.image(x, y, _ARMS, _ARMS, house.arms)
            x += _ARMS + 4 * MM
        language = self._setter.language
        self._line(x, y, self._house_name(), _NAME)
        for index, row in enumerate(house.unit.shown(language).splitlines()):
            self._line(x, y + _NAME.leading + index * _UNIT.leading, row, _UNIT)
        for index, row in enumerate(house.address.shown(language).splitlines()):
            self._line(x, y + index * TINY.leading, row, TINY, width=self._right - x, align="right")
        rule = self._first_top - _LETTERHEAD_GAP + 3.5 * MM
        self._sheet.rule(self._left, rule, self.width, colour=HAIRLINE)
        self._sheet.rule(self._left, rule, 22 * MM, colour=house.accent, weight=1.8)
        if self._imprint.stamp:
            self._stamp(rule + 3.2 * MM)

    def _running_head(self) -> None:
        y = self._top
        self._line(self._left, y, self._imprint.title, TINY, width=self.width * 0.75)
        self._sheet.rule(self._left, y + TINY.leading + 3, self.width)
        if self._imprint.stamp:
            self._stamp(y - 4)

    def _stamp(self, y: float) -> None:
        style = LABEL.but(colour=self._house.accent)
        width = fonts.width(self._imprint.stamp, style.face, style.size) + 12
        self._sheet.box(
            self._right - width,
            y,
            width,
            style.leading + 3,
            fill=PAPER,
            border=self._house.accent,
            weight=0.8,
        )
        self._line(self._right - width + 6, y + 1.2, self._imprint.stamp, style)

    def _foot(self, number: int, total: int) -> None:
        t = self._setter.t
        y = self._bottom + 6 * MM
        printed = t.gettext("Printed on {moment}").format(
            moment=dates.timestamp(self._imprint.printed_at, self._setter.language)
        )
        own = self._house.footer.shown(self._setter.language)
        if self._imprint.is_letter:
            printed = ""
        words = " · ".join(part for part in (own, self._imprint.edition, printed) if part)
        is_alone = self._imprint.is_letter and total == 1
        page = "" if is_alone else t.gettext("page {x} of {y}").format(x=number, y=total)
        if words or page:
            self._sheet.rule(self._left, y - 2 * MM, self.width)
        self._line(self._left, y, words, TINY, width=self.width * 0.82)
        self._line(self._left, y, page, TINY.but(colour=MUTED), width=self.width, align="right")

    def _page(self, page: list[Placed], top: float) -> None:
        for placed in page:
            draw_band(self._sheet, placed.band, self._left, top + placed.y, self.width)

    def _line(
        self, x: float, y: float, words: str, style: Style, *, width: float = 0.0, align: Align = "left"
    ) -> None:
        room = width or self._right - x
        flat = "".join(run.text for run in self._setter.plain(words, style))
        if not flat:
            return
        lines: list[Line] = wrap([Run(shorten(flat, style, room)[0], style)], room, align=align)
        self._sheet.line(x, y, lines[0])


def draw_band(sheet: Sheet, band: Band, x: float, y: float, width: float) -> None:
    """Print a band with its ground, bar, rules and lines."""
    if band.tint:
        sheet.box(x, y, width, band.height, fill=band.tint)
    if band.stripe:
        sheet.box(x, y, 1.6, band.height, fill=band.stripe)
    for rule, at in ((band.above, y), (band.below, y + band.height)):
        if rule:
            sheet.rule(x + rule.x, at, width - rule.x, colour=rule.colour, weight=rule.weight)
    if band.paint:
        band.paint(sheet, x, y)
    for column in band.columns:
        line_y = y + band.pad
        for line in column.lines:
            sheet.line(x + column.x, line_y, line)
            line_y += line.leading
