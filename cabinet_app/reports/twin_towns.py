"""The list of twin towns and friendship towns for the public, and the same with marks for the house."""

from collections.abc import Sequence
from typing import Final

from cabinet_app.domain.twinning import Verification
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.reports.agreements_data import PartnerTown
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.partner_names import PartnerNames
from cabinet_app.reports.styles import BODY, HEADING, MUTED, SMALL, SUBTITLE, TITLE
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import NBSP, Run
from cabinet_app.reports.twin_towns_data import GROUPS, LIVING, TwinTownsData
from cabinet_app.reports.typesetter import Typesetter, with_notes

_MARK: Final = "†"


def title(t: Translator) -> str:
    """The title of the list."""
    return t.gettext("Our twin towns and friendship towns")


def render(
    data: TwinTownsData,
    house: HouseStyle,
    t: Translator,
    paper: Paper = Paper.A4,
    orientation: Orientation = Orientation.PORTRAIT,
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _List(data if data.internal else data.for_public(), house, t, paper, orientation)
    return print_.render(), print_.findings


class _List:
    def __init__(
        self, data: TwinTownsData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
    ) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        self._names = PartnerNames(self._setter)
        self._accent = house.accent
        self._is_marked = False
        imprint = Imprint(
            title=title(t),
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
            setter.paragraph(setter.plain(title(t), TITLE), self._width, keep=True),
            setter.paragraph(setter.plain(as_of, SUBTITLE.but(colour=MUTED)), self._width, after=4),
        ]
        shown: set[int] = set()
        for words, kinds in GROUPS:
            towns = [one for one in self._data.towns if one.kind in kinds and one.status in LIVING]
            shown |= {id(one) for one in towns}
            bands += self._group(t.gettext(words), towns)
        rest = [one for one in self._data.towns if id(one) not in shown]
        bands += self._group(t.gettext("Not on the public list"), rest)
        if not self._data.towns:
            words = t.gettext("The register is still empty.")
            bands.append(setter.paragraph(setter.plain(words), self._width, before=20))
        return self._frame.render(with_notes(bands, *self._notes(), *setter.legend(self._width)))

    def _group(self, words: str, towns: Sequence[PartnerTown]) -> list[Band]:
        if not towns:
            return []
        setter, t = self._setter, self._t
        runs = [
            *setter.plain(words, HEADING),
            Run(f"{NBSP}{NBSP}{len(towns)}", HEADING.but(face=BODY.face, colour=MUTED)),
        ]
        heading = setter.paragraph(runs, self._width, before=20, after=3, keep=True)
        titles = [t.gettext("Town"), t.gettext("Country"), t.gettext("Since")]
        shares = [42, 33, 25]
        if self._data.internal:
            titles, shares = [*titles, t.gettext("Status")], [36, 26, 23, 15]
        table = Table(setter, titles, shares, self._width)
        ordered = sorted(towns, key=lambda town: self._names.key(town.partner))
        return [heading, table.head, *(self._row(town, table) for town in ordered)]

    def _row(self, town: PartnerTown, table: Table) -> Band:
        setter, t = self._setter, self._t
        name = self._names.name(town.partner)
        if town.verified is Verification.NO and self._data.internal:
            self._is_marked = True
            name.append(Run(f"\u202f{_MARK}", BODY.but(colour=self._accent)))
        since = "" if town.since.is_empty else dates.vague(town.since, t.language)
        cells = [name, setter.plain(self._names.country(town.partner)), setter.plain(since)]
        if self._data.internal:
            cells.append(setter.plain(label(town.status, t), BODY.but(colour=MUTED)))
        return table.row([setter.lines(runs, room) for runs, room in zip(cells, table.widths, strict=True)])

    def _notes(self) -> list[Band]:
        if not self._is_marked:
            return []
        words = self._t.gettext("unverified: no sufficient source is known")
        runs = self._setter.plain(f"{_MARK} {words}", SMALL)
        return [self._setter.paragraph(runs, self._width, before=18)]
