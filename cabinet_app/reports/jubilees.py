"""The list of jubilees: by day, then by month, then those of which only the year is known."""

from collections.abc import Iterable, Sequence
from typing import Final

from cabinet_app.domain.twinning import AgreementStatus, PartnershipStatus, Verification
from cabinet_app.i18n import dates, jubilee_words
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.jubilees_data import JubileeEntry, JubileesData, JubileesOfYear
from cabinet_app.reports.partner_names import PartnerNames
from cabinet_app.reports.styles import BODY, HEADING, MUTED, SMALL, STRONG, SUBTITLE, TITLE
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import Line, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

_MARK: Final = "†"
_USUAL: Final = {
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.RENEWED,
    PartnershipStatus.ACTIVE,
}
_NAMED: Final = 3
"""Of more partners only their number is told; the paper is known by its title."""


def title(data: JubileesData, t: Translator) -> str:
    """`Obletnice v letu 2028`."""
    first, last = data.years[0].year, data.years[-1].year
    if first == last:
        return t.gettext("Jubilees in {year}").format(year=first)
    return t.gettext("Jubilees from {first} to {last}").format(first=first, last=last)


def render(
    data: JubileesData,
    house: HouseStyle,
    t: Translator,
    paper: Paper = Paper.A4,
    orientation: Orientation = Orientation.PORTRAIT,
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _List(data, house, t, paper, orientation)
    return print_.render(), print_.findings


class _List:
    def __init__(
        self, data: JubileesData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
    ) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        self._names = PartnerNames(self._setter)
        self._accent = house.accent
        self._is_marked = False
        imprint = Imprint(
            title=title(data, t),
            printed_at=data.printed_at,
            stamp=t.gettext("Internal").upper() if data.internal else "",
        )
        self._frame = Frame(self._setter, house, imprint, paper=paper, orientation=orientation)
        self._width = self._frame.width
        if data.left_out:
            self._setter.find(Finding(FindingKind.ROWS_LEFT_OUT, count=data.left_out))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter, t = self._setter, self._t
        day = dates.numeric(self._data.printed_at.date(), t.language)
        as_of = t.gettext("as of {date}").format(date=day)
        bands = [
            setter.paragraph(setter.plain(title(self._data, t), TITLE), self._width, keep=True),
            setter.paragraph(setter.plain(as_of, SUBTITLE.but(colour=MUTED)), self._width, after=4),
        ]
        for year in self._data.years:
            bands += self._year(year)
        return self._frame.render(with_notes(bands, *self._notes(), *setter.legend(self._width)))

    def _year(self, year: JubileesOfYear) -> list[Band]:
        t = self._t
        bands: list[Band] = []
        if len(self._data.years) > 1:
            style = HEADING.but(size=14, colour=self._accent)
            bands.append(
                self._setter.paragraph(
                    self._setter.plain(str(year.year), style), self._width, before=26, keep=True
                )
            )
        if not year.celebrated:
            words = t.gettext("No round anniversary falls in {year}.").format(year=year.year)
            bands.append(self._setter.paragraph(self._setter.plain(words), self._width, before=12))
        bands += self._celebrated(year.celebrated)
        if self._data.internal:
            bands += self._group(t.gettext("Sources differ on the year"), year.contested)
            bands += self._group(_capital(t.gettext("no date")), year.undated)
        return bands

    def _celebrated(self, entries: Sequence[JubileeEntry]) -> list[Band]:
        bands: list[Band] = []
        months = dict.fromkeys(entry.jubilee.month for entry in entries)
        for month in months:
            found = [entry for entry in entries if entry.jubilee.month == month]
            bands += self._group(_capital(jubilee_words.month_words(found[0].jubilee, self._t)), found)
        return bands

    def _group(self, words: str, entries: Sequence[JubileeEntry]) -> list[Band]:
        if not entries:
            return []
        t, setter = self._t, self._setter
        titles = (t.gettext("When"), t.gettext("Partner"), t.gettext("Document"))
        table = Table(setter, titles, (32, 30, 38), self._width)
        heading = setter.paragraph(setter.plain(words, HEADING), self._width, before=18, after=3, keep=True)
        return [heading, table.head, *(self._row(entry, table) for entry in self._ordered(entries))]

    def _ordered(self, entries: Iterable[JubileeEntry]) -> list[JubileeEntry]:
        """By day; on the same day, and where there is none, by the alphabet of the print."""
        return sorted(entries, key=lambda entry: (entry.jubilee.order[:2], self._key(entry)))

    def _key(self, entry: JubileeEntry) -> str:
        if len(entry.partners) == 1:
            return self._names.key(entry.partners[0])
        return self._names.words_key(entry.title.shown(self._t.language))

    def _row(self, entry: JubileeEntry, table: Table) -> Band:
        when, partner, paper = table.widths
        cells = [self._when(entry, when), self._partners(entry, partner), self._paper(entry, paper)]
        return table.row(cells)

    def _when(self, entry: JubileeEntry, room: float) -> list[Line]:
        setter, t, jubilee = self._setter, self._t, entry.jubilee
        if jubilee.years is None:
            return setter.lines(setter.plain("–", BODY.but(colour=MUTED)), room)
        lines = setter.lines(setter.plain(jubilee_words.years_words(jubilee, t), STRONG), room)
        return lines + setter.lines(setter.plain(jubilee_words.day_words(jubilee, t)), room)

    def _partners(self, entry: JubileeEntry, room: float) -> list[Line]:
        setter, t = self._setter, self._t
        if len(entry.partners) > _NAMED:
            words = t.ngettext("{count} town", "{count} towns", len(entry.partners))
            return setter.lines(setter.plain(words.format(count=len(entry.partners)), STRONG), room)
        lines: list[Line] = []
        for partner in entry.partners:
            lines += setter.lines([*self._names.name(partner), *self._mark(entry)], room)
            lines += setter.lines(setter.plain(self._names.country(partner), SMALL), room)
        return lines

    def _mark(self, entry: JubileeEntry) -> list[Run]:
        if entry.verified is not Verification.NO:
            return []
        self._is_marked = True
        return [Run(f"\u202f{_MARK}", BODY.but(colour=self._accent))]

    def _paper(self, entry: JubileeEntry, room: float) -> list[Line]:
        setter, t = self._setter, self._t
        titled = setter.localized(entry.title) or setter.plain(t.gettext("no agreement has been entered"))
        lines = setter.lines(titled, room)
        counted = jubilee_words.counted_words(entry.jubilee, t)
        lines += setter.lines(setter.plain(counted, SMALL), room)
        for other in entry.jubilee.others:
            lines += setter.lines(setter.plain(jubilee_words.other_words(other, t), SMALL), room)
        if entry.status not in _USUAL:
            lines += setter.lines(setter.plain(label(entry.status, t), SMALL.italic), room)
        return lines

    def _notes(self) -> list[Band]:
        setter, t = self._setter, self._t
        rule = t.gettext("Jubilees of this house: {years} years.").format(
            years=jubilee_words.rule_words(self._data.rule)
        )
        bands = [setter.paragraph(setter.plain(rule, SMALL), self._width, before=18, prose=True)]
        if self._is_marked:
            words = t.gettext("unverified: no sufficient source is known")
            bands.append(setter.paragraph(setter.plain(f"{_MARK} {words}", SMALL), self._width, before=2))
        return bands if self._data.internal else bands[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
