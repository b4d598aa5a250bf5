"""The map of the partner towns on one sheet: our town in the middle, far partners on a map of the world."""

from collections.abc import Iterable
from typing import Final

from cabinet_app.domain.map_labels import PlacedLabel
from cabinet_app.domain.map_layout import Dot, Liveliness, MapPlan, MapTown, Panel, plan_map
from cabinet_app.domain.map_layout import Style as MapStyle
from cabinet_app.domain.map_marks import SHAPES, MarkShape, mark_points
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.map_words import liveliness_word, shape_word
from cabinet_app.reports import fonts
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.sheet import Sheet
from cabinet_app.reports.styles import HAIRLINE, MUTED, PAPER, SMALL, SUBTITLE, TITLE, Style
from cabinet_app.reports.text import Line, Run, wrap
from cabinet_app.reports.twin_map_data import TwinMapData
from cabinet_app.reports.twin_map_shapes import map_shapes
from cabinet_app.reports.typesetter import Typesetter

_SEA: Final = "#F6F8FA"
_LAND: Final = "#E3E6EA"
_PARTNER_LAND: Final = "#D3DAE3"
_RESTING: Final = "#8A929C"
_LABEL: Final = Style(size=8.5, leading=10.5)
_HOME: Final = Style(fonts.Face.SEMIBOLD, size=9.5, leading=11.5)
_BELOW: Final = 60.0
"""Room for the legend and the notes under the map, until it is known who has found no place on it."""


_AFTER: Final = 8.0


def title(t: Translator) -> str:
    """The title of the map."""
    return t.gettext("Map of the partner towns")


def render(
    data: TwinMapData,
    house: HouseStyle,
    t: Translator,
    paper: Paper = Paper.A4,
    orientation: Orientation = Orientation.LANDSCAPE,
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Map(data, house, t, paper, orientation)
    return print_.render(), print_.findings


class _Map:
    def __init__(
        self, data: TwinMapData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
    ) -> None:
        self._data = data
        self._t = t
        self._accent = house.accent
        self._setter = Typesetter(t)
        imprint = Imprint(
            title=title(t),
            printed_at=data.printed_at,
            stamp=t.gettext("Internal").upper() if data.internal else "",
        )
        self._frame = Frame(self._setter, house, imprint, paper=paper, orientation=orientation)
        self._grown = 1.0 if paper is Paper.A4 else 1.25
        if data.left_out:
            self._setter.find(Finding(FindingKind.ROWS_LEFT_OUT, count=data.left_out))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter, t, width = self._setter, self._t, self._frame.width
        day = dates.numeric(self._data.printed_at.date(), t.language)
        heading = [
            setter.paragraph(setter.plain(title(t), TITLE), width, keep=True),
            setter.paragraph(
                setter.plain(t.gettext("as of {date}").format(date=day), SUBTITLE.but(colour=MUTED)),
                width,
                after=6,
                keep=True,
            ),
        ]
        if self._data.home is None or self._data.home.spot is None:
            words = t.gettext("The coordinates of our own town are not entered, so no map can be drawn.")
            return self._frame.render([*heading, setter.paragraph(setter.plain(words), width, before=20)])
        above = sum(band.height + band.after for band in heading)
        room = self._frame.text_height - above
        draft = self._plan(width, room - _BELOW)
        plan = self._plan(
            width, room - sum(band.before + band.height for band in self._below(draft)) - _AFTER
        )
        return self._frame.render([*heading, self._band(plan), *self._below(plan)])

    def _below(self, plan: MapPlan) -> list[Band]:
        return [self._legend(plan), *self._notes(plan)]

    def _plan(self, width: float, height: float) -> MapPlan:
        assert self._data.home is not None
        language, grown = self._t.language, self._grown
        towns = [one.town(language) for one in self._data.partners]
        for town in towns:
            self._setter.plain(town.name, bound=False)
        style = MapStyle(radius=3.2 * grown, gap=2.2 * grown, margin=46.0 * grown)
        home = self._data.home.town(language)
        return plan_map(home, towns, map_shapes(), (width, height), self._measure, style)

    def _measure(self, words: str) -> tuple[float, float]:
        style = self._style(words)
        return fonts.width(words, style.face, style.size) + 1, style.leading

    def _style(self, words: str) -> Style:
        home = self._data.home.town(self._t.language).name if self._data.home else ""
        style = _HOME if words == home else _LABEL
        return style.but(size=style.size * self._grown)

    def _band(self, plan: MapPlan) -> Band:
        def paint(sheet: Sheet, x: float, y: float) -> None:
            self._panel(sheet, plan.main, x, y)
            if plan.inset:
                self._panel(sheet, plan.inset, x + plan.inset.box.left, y + plan.inset.box.top)

        space = Line((), plan.main.box.height)
        return Band([Column(0.0, [space])], paint=paint, keep=True, whole=True, after=5)

    def _panel(self, sheet: Sheet, panel: Panel, x: float, y: float) -> None:
        box = panel.box
        sheet.box(x, y, box.width, box.height, fill=_SEA)
        with sheet.window(x, y, box.width, box.height):
            for land in panel.lands:
                rings = [[(x + a, y + b) for a, b in ring] for ring in land.rings]
                fill = _PARTNER_LAND if land.is_partner else _LAND
                sheet.shape(rings, fill=fill, border=PAPER, weight=0.5)
        for dot in panel.dots:
            if dot.label and dot.label.line:
                (a, b), (c, d) = dot.label.line
                sheet.stroke((x + a, y + b), (x + c, y + d), colour=MUTED, weight=0.4)
        for dot in panel.dots:
            self._dot(sheet, dot, x, y)
        sheet.box(x, y, box.width, box.height, border=HAIRLINE)

    def _dot(self, sheet: Sheet, dot: Dot, x: float, y: float) -> None:
        at = (x + dot.at[0], y + dot.at[1])
        if dot.town.record_id == 0:
            sheet.shape(
                [mark_points(MarkShape.CIRCLE, at, 4.6 * self._grown)], fill=PAPER, border=self._accent
            )
            sheet.shape([mark_points(MarkShape.CIRCLE, at, 2.6 * self._grown)], fill=self._accent)
        else:
            self._sign(sheet, SHAPES[dot.town.kind], dot.town.liveliness, at)
        if dot.label:
            self._words(sheet, dot.town, dot.label, x, y)

    def _sign(self, sheet: Sheet, shape: MarkShape, liveliness: Liveliness, at: tuple[float, float]) -> None:
        fill = {Liveliness.LIVELY: self._accent, Liveliness.QUIET: PAPER, Liveliness.RESTING: _RESTING}
        border = {Liveliness.LIVELY: PAPER, Liveliness.QUIET: self._accent, Liveliness.RESTING: PAPER}
        weight = 1.1 if liveliness is Liveliness.QUIET else 0.5
        points = mark_points(shape, at, 2.9 * self._grown)
        sheet.shape([points], fill=fill[liveliness], border=border[liveliness], weight=weight * self._grown)

    def _words(self, sheet: Sheet, town: MapTown, label: PlacedLabel, x: float, y: float) -> None:
        style = self._style(town.name)
        if town.liveliness is Liveliness.RESTING:
            style = style.but(colour=MUTED)
        (line,) = wrap([Run(town.name.replace(" ", "\u00a0"), style)], label.box.width + 4)
        sheet.line(x + label.box.left, y + label.box.top, line)

    def _legend(self, plan: MapPlan) -> Band:
        """The signs that are on the map, in one row, on several where they do not fit."""
        entries = self._entries([dot.town for dot in _all_dots(plan)])
        style = SMALL.but(size=SMALL.size * min(self._grown, 1.1))
        gap, sign, lead = 16.0, 11.0, style.leading + 1
        placed: list[tuple[MarkShape, Liveliness, float, float, str]] = []
        x = row = 0.0
        for shape, liveliness, words in entries:
            width = sign + fonts.width(words, style.face, style.size)
            if x and x + width > self._frame.width:
                x, row = 0.0, row + lead
            placed.append((shape, liveliness, x, row, words))
            x += width + gap

        def paint(sheet: Sheet, left: float, top: float) -> None:
            for shape, liveliness, at, down, words in placed:
                self._sign(sheet, shape, liveliness, (left + at + 4, top + down + style.leading / 2))
                (line,) = wrap([Run(words, style)], 400)
                sheet.line(left + at + sign, top + down, line)

        return Band([Column(0.0, [Line((), row + lead)])], paint=paint, keep=True, whole=True)

    def _entries(self, towns: Iterable[MapTown]) -> list[tuple[MarkShape, Liveliness, str]]:
        partners = [town for town in towns if town.record_id]
        shapes = [shape for shape in MarkShape if any(SHAPES[town.kind] is shape for town in partners)]
        entries = [(shape, Liveliness.LIVELY, shape_word(shape, self._t)) for shape in shapes]
        if self._data.internal:
            entries += [
                (shapes[0], one, liveliness_word(one, self._t))
                for one in Liveliness
                if any(town.liveliness is one for town in partners)
            ]
        return entries

    def _notes(self, plan: MapPlan) -> list[Band]:
        t, setter = self._t, self._setter
        notes = []
        if plan.distances:
            known = {dot.town.record_id: dot.town for dot in _all_dots(plan)}
            far = [
                t.gettext("{town} ({country}), {distance} km").format(
                    town=known[one].name,
                    country=country_name(known[one].country, t.language),
                    distance=dates.number(round(km / 10) * 10, t.language),
                )
                for one, km in sorted(plan.distances.items(), key=lambda item: item[1])
            ]
            notes.append(t.gettext("Far partners, as the crow flies: {towns}.").format(towns="; ".join(far)))
        if plan.unnamed:
            names = ", ".join(town.name for town in plan.unnamed)
            notes.append(t.gettext("On the map without their names: {towns}.").format(towns=names))
        if plan.unplaced:
            names = ", ".join(town.name for town in plan.unplaced)
            sentence = t.gettext("Not on the map, their coordinates are not entered: {towns}.")
            notes.append(sentence.format(towns=names))
        return [
            setter.paragraph(setter.plain(note, SMALL), self._frame.width, before=2, prose=True)
            for note in notes
        ]


def _all_dots(plan: MapPlan) -> list[Dot]:
    """Every partner once."""
    panels = [plan.main, *([plan.inset] if plan.inset else [])]
    return [dot for panel in panels for dot in panel.dots if dot.town.record_id]
