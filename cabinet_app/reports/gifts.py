"""The yearly list of gifts received by officials and their families, as the Commission asks for it."""

from cabinet_app.domain.gift_amounts import Amount
from cabinet_app.domain.gift_list import GiftEntry
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.gift_words import sum_words
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.numbers import money
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.gifts_data import GiftListData
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.styles import BODY, MUTED, SMALL, STRONG, SUBTITLE, TITLE
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import Line
from cabinet_app.reports.typesetter import Typesetter, with_notes

_SHARES = (6, 19, 19, 16, 21, 21, 14, 16, 16, 18)
_WORDS = (7, 8)
"""The columns of words of ours, which may be cut at a syllable."""
_CELL = BODY.but(size=9)
_SHORT = SMALL.but(size=8)


def title(t: Translator, year: int) -> str:
    return t.gettext("List of gifts received by officials and their family members in {year}").format(
        year=year
    )


def render(data: GiftListData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _GiftList(data, house, t)
    return print_.render(), print_.findings


class _GiftList:
    def __init__(self, data: GiftListData, house: HouseStyle, t: Translator) -> None:
        self._gifts = data.gifts
        self._t = t
        self._setter = Typesetter(t)
        imprint = Imprint(title=title(t, data.gifts.year), printed_at=data.printed_at)
        self._frame = Frame(self._setter, house, imprint, orientation=Orientation.LANDSCAPE)
        self._width = self._frame.width
        self._find()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter = self._setter
        words = title(self._t, self._gifts.year)
        bands = [
            setter.paragraph(setter.plain(words, TITLE.but(size=17)), self._width, keep=True),
            setter.paragraph(
                setter.plain(self._due(), SUBTITLE.but(colour=MUTED, size=11)), self._width, before=2
            ),
        ]
        bands += self._rows() if self._gifts.entries else [self._nothing()]
        return self._frame.render(with_notes(bands, *self._basis(), *setter.legend(self._width)))

    def _find(self) -> None:
        gifts = self._gifts
        if not gifts.entries:
            self._setter.find(Finding(FindingKind.NO_LIST, str(gifts.year)))
        if gifts.unjudged:
            self._setter.find(Finding(FindingKind.GIFTS_WITHOUT_VALUE, count=gifts.unjudged))
        nameless = sum(not entry.official for entry in gifts.entries)
        if nameless:
            self._setter.find(Finding(FindingKind.GIFTS_WITHOUT_OFFICIAL, count=nameless))

    def _due(self) -> str:
        """When it was sent or by when it is due; nothing where no list is sent."""
        gifts, t = self._gifts, self._t
        if not gifts.entries:
            return ""
        if gifts.reported_on:
            return t.gettext("sent on {date}").format(date=dates.numeric(gifts.reported_on, t.language))
        if gifts.due_on is None:
            return ""
        return t.gettext("to be sent by {date}").format(date=dates.numeric(gifts.due_on, t.language))

    def _nothing(self) -> Band:
        finding = Finding(FindingKind.NO_LIST, str(self._gifts.year))
        return self._setter.paragraph(
            self._setter.plain(finding.sentence(self._t), STRONG), self._width, before=22
        )

    def _rows(self) -> list[Band]:
        t = self._t
        titles = (
            t.gettext("No."),
            t.gettext("Official, office"),
            t.gettext("Family member"),
            t.gettext("Received"),
            t.gettext("Donor"),
            t.gettext("Kind and description"),
            t.gettext("Value"),
            t.gettext("Nature"),
            t.pgettext("gift", "Owner"),
            t.gettext("Storage"),
        )
        table = Table(self._setter, titles, _SHARES, self._width)
        table.head.before = 16
        return [
            table.head,
            *(self._row(number, entry, table) for number, entry in enumerate(self._gifts.entries, 1)),
        ]

    def _row(self, number: int, entry: GiftEntry, table: Table) -> Band:
        setter, t = self._setter, self._t
        widths = table.widths
        plain = [
            (0, f"{number}."),
            (3, dates.numeric(entry.received_on, t.language)),
            (6, money(Amount(entry.value_cents).euros, t.language)),
            (7, label(entry.nature, t)),
            (8, label(entry.owner, t)),
            (9, entry.storage),
        ]
        cells: list[list[Line]] = [[] for _ in widths]
        for place, words in plain:
            cells[place] = setter.lines(setter.plain(words, _CELL), widths[place], prose=place in _WORDS)
        cells[1] = [
            *setter.lines(setter.plain(entry.official, STRONG.but(size=9), bound=False), widths[1]),
            *setter.lines(setter.localized(entry.office, _SHORT), widths[1]),
        ]
        cells[2] = [
            *setter.lines(setter.plain(entry.family_member, _CELL, bound=False), widths[2]),
            *setter.lines(setter.plain(entry.relation, _SHORT), widths[2]),
        ]
        cells[4] = self._donor(entry, widths[4])
        cells[5] = setter.lines(setter.localized(entry.description, _CELL), widths[5])
        cells[6] += setter.lines(setter.plain(label(entry.valuation, t), _SHORT), widths[6])
        return table.row(cells)

    def _donor(self, entry: GiftEntry, room: float) -> list[Line]:
        setter = self._setter
        return [
            *setter.lines(setter.plain(entry.donor, _CELL, bound=False), room),
            *setter.lines(setter.localized(entry.donor_body, _CELL if not entry.donor else _SHORT), room),
            *setter.lines(setter.localized(entry.donor_address, _SHORT), room),
        ]

    def _basis(self) -> list[Band]:
        """Which rule the list follows, so that a reader need not believe it."""
        rule, t = self._gifts.rule, self._t
        if rule is None:
            return []
        words = t.gettext("Listed are gifts worth more than {limit}. Basis: {source}.").format(
            limit=sum_words(rule.listed_above_cents, t.language), source=rule.source.rstrip(".") or "–"
        )
        return [self._setter.paragraph(self._setter.plain(words, SMALL), self._width, before=16)]
