"""The register of partner towns and agreements, the house's with marks and claims, the public's without."""

from collections.abc import Iterable
from typing import Final

from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import (
    AgreementEventKind,
    AgreementStatus,
    PartnershipKind,
    PartnershipStatus,
    Verification,
)
from cabinet_app.domain.vague_dates import VagueDate
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.i18n.house_language import short_town
from cabinet_app.i18n.labels import label
from cabinet_app.reports.agreements_data import Act, AgreementEntry, AgreementsData, Claim, PartnerTown
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle, Orientation, Paper
from cabinet_app.reports.options import Scope
from cabinet_app.reports.partner_names import PartnerNames
from cabinet_app.reports.styles import BODY, HEADING, MUTED, SMALL, SUBTITLE, TITLE
from cabinet_app.reports.table import Table
from cabinet_app.reports.text import NBSP, Line, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

_TOWN_GROUPS: Final = {
    PartnershipKind.TWINNING: N_("Twin towns"),
    PartnershipKind.FRIENDSHIP: N_("Friendship towns"),
    PartnershipKind.COOPERATION: N_("Towns with which we cooperate"),
    PartnershipKind.PROJECT: N_("Project partners"),
    PartnershipKind.NETWORK: N_("Networks"),
    PartnershipKind.CONTACT: N_("Contacts"),
}
_PAPER_GROUPS: Final = (
    (N_("In force"), (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.RENEWED)),
    (
        N_("In preparation"),
        (AgreementStatus.DRAFT, AgreementStatus.COMMISSION_OPINION, AgreementStatus.COUNCIL_APPROVED),
    ),
    (N_("Suspended"), (AgreementStatus.FROZEN,)),
    (N_("Ended"), (AgreementStatus.TERMINATED, AgreementStatus.EXPIRED)),
)
_PLAIN_STATUSES: Final = {AgreementStatus.IN_FORCE, AgreementStatus.FROZEN}
"""Their group's title says it already."""
_MARKS: Final = {Verification.NO: "†", Verification.PARTLY: "‡"}
_SIGNINGS: Final = {AgreementEventKind.SIGNING, AgreementEventKind.COUNTER_SIGNING}


def title(t: Translator, scope: Scope = Scope.ALL) -> str:
    """What the register is called; one of those in force says so."""
    if scope is Scope.IN_FORCE:
        return t.gettext("Twinning and agreements in force")
    return t.gettext("Twinning and agreements")


def render(
    data: AgreementsData,
    house: HouseStyle,
    t: Translator,
    paper: Paper = Paper.A4,
    orientation: Orientation = Orientation.PORTRAIT,
) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Register(data if data.internal else data.for_public(), house, t, paper, orientation)
    return print_.render(), print_.findings


class _Register:
    def __init__(
        self, data: AgreementsData, house: HouseStyle, t: Translator, paper: Paper, orientation: Orientation
    ) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        self._marks: set[Verification] = set()
        self._names = PartnerNames(self._setter)
        self._day = dates.numeric(data.printed_at.date(), t.language)
        imprint = Imprint(
            title=title(t, data.scope),
            printed_at=data.printed_at,
            subject=self._as_of(),
            stamp=t.gettext("Internal").upper() if data.internal else "",
        )
        self._frame = Frame(self._setter, house, imprint, paper=paper, orientation=orientation)
        self._width = self._frame.width
        self._accent = house.accent
        if data.left_out:
            self._setter.find(Finding(FindingKind.ROWS_LEFT_OUT, count=data.left_out))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter = self._setter
        bands = [
            setter.paragraph(setter.plain(title(self._t, self._data.scope), TITLE), self._width, keep=True),
            setter.paragraph(setter.plain(self._as_of(), SUBTITLE.but(colour=MUTED)), self._width, after=4),
        ]
        bands += self._town_bands()
        bands += self._paper_bands()
        if not self._data.towns and not self._data.agreements:
            words = self._t.gettext("The register is still empty.")
            bands.append(setter.paragraph(setter.plain(words), self._width, before=20))
        return self._frame.render(with_notes(bands, *self._mark_legend(), *setter.legend(self._width)))

    def _as_of(self) -> str:
        return self._t.gettext("as of {date}").format(date=self._day)

    def _heading(self, words: str, count: int) -> Band:
        runs = [
            *self._setter.plain(words, HEADING),
            Run(f"{NBSP}{NBSP}{count}", HEADING.but(face=BODY.face, colour=MUTED)),
        ]
        return self._setter.paragraph(runs, self._width, before=20, after=3, keep=True)

    def _part(self, words: str) -> Band:
        style = HEADING.but(size=14, colour=self._accent)
        return self._setter.paragraph(self._setter.plain(words, style), self._width, before=26, keep=True)

    def _town_bands(self) -> list[Band]:
        t = self._t
        titles = (t.gettext("Town"), t.gettext("Country"), t.gettext("Since"), t.gettext("Status"))
        table = Table(self._setter, titles, (38, 27, 20, 15), self._width)
        bands: list[Band] = [self._part(t.gettext("Partner towns"))] if self._data.towns else []
        for kind, words in _TOWN_GROUPS.items():
            rows = [town for town in self._data.towns if town.kind is kind]
            if rows:
                bands += [self._heading(t.gettext(words), len(rows)), table.head]
                bands += [self._town(town, table) for town in self._sorted(rows)]
        return bands

    def _sorted(self, towns: Iterable[PartnerTown]) -> list[PartnerTown]:
        return sorted(towns, key=lambda town: self._names.key(town.partner))

    def _town(self, town: PartnerTown, table: Table) -> Band:
        setter, t = self._setter, self._t
        active = town.status is PartnershipStatus.ACTIVE
        status = [] if active else setter.plain(label(town.status, t), BODY.but(colour=MUTED))
        name = [*self._names.name(town.partner), *self._mark(town.verified)]
        country = self._names.country(town.partner)
        cells = (name, setter.plain(country), self._date(town.since), status)
        return table.row([setter.lines(runs, room) for runs, room in zip(cells, table.widths, strict=True)])

    def _mark(self, verified: Verification) -> list[Run]:
        if verified is Verification.YES or not self._data.internal:
            return []
        self._marks.add(verified)
        return [Run(f"\u202f{_MARKS[verified]}", BODY.but(colour=self._accent))]

    def _date(self, day: VagueDate) -> list[Run]:
        if day.is_empty:
            return self._setter.plain(self._t.gettext("no date"), BODY.but(colour=MUTED))
        if not day.edtf:
            return self._setter.localized(LocalizedText(sl=day.wording))
        return self._setter.plain(dates.vague(day, self._t.language))

    def _paper_bands(self) -> list[Band]:
        t = self._t
        titles = (t.gettext("Partners"), t.gettext("Document"), t.gettext("Dates and places"))
        table = Table(self._setter, titles, (30, 34, 36), self._width)
        bands: list[Band] = [self._part(t.gettext("Agreements"))] if self._data.agreements else []
        for words, statuses in _PAPER_GROUPS:
            entries = [entry for entry in self._data.agreements if entry.status in statuses]
            if entries:
                bands += [self._heading(t.gettext(words), len(entries)), table.head]
                bands += [self._paper(entry, table) for entry in sorted(entries, key=self._paper_key)]
        return bands

    def _paper_key(self, entry: AgreementEntry) -> tuple[str, str]:
        names = sorted(self._names.key(partner) for partner in entry.partners)
        return (names[0] if names else "", self._names.words_key(entry.title.shown(self._t.language)))

    def _paper(self, entry: AgreementEntry, table: Table) -> Band:
        setter, t = self._setter, self._t
        parties, document, acts = table.widths
        names: list[Line] = []
        for partner in sorted(entry.partners, key=self._names.key):
            names += setter.lines(self._names.name(partner), parties)
        if entry.party_count and entry.party_count > len(entry.partners) + 1:
            words = t.ngettext("{count} party in all", "{count} parties in all", entry.party_count)
            names += setter.lines(setter.plain(words.format(count=entry.party_count), SMALL), parties)
        title_runs = setter.localized(entry.title) or setter.plain(_capital(label(entry.instrument, t)))
        paper = setter.lines([*title_runs, *self._mark(entry.verified)], document)
        kind = label(entry.instrument, t)
        if entry.status not in _PLAIN_STATUSES:
            kind += f" · {label(entry.status, t)}"
        paper += setter.lines(setter.plain(kind, SMALL), document)
        lines: list[Line] = []
        for act in entry.acts:
            lines += self._act(act, acts)
        if not any(act.kind in _SIGNINGS for act in entry.acts):
            lines += setter.lines(self._date(VagueDate()), acts)
        return table.row([names, paper, lines])

    def _act(self, act: Act, room: float) -> list[Line]:
        setter, t = self._setter, self._t
        runs = [*self._date(act.date)]
        if not act.place.is_empty:
            runs += [Run(", ", BODY), *setter.localized(short_town(act.place))]
        if act.remote:
            remotely = t.gettext("remotely")
            runs += setter.plain(f", {remotely}")
        runs += setter.plain(f"{NBSP}· {label(act.kind, t)}", BODY.but(colour=MUTED))
        lines = setter.lines(runs, room)
        for claim in act.claims:
            lines += setter.lines(self._claim(claim), room, prose=True)
        return lines

    def _claim(self, claim: Claim) -> list[Run]:
        """`drug vir: 1965: remark – where it stands`."""
        setter, t, style = self._setter, self._t, SMALL.italic
        day = "" if claim.date.is_empty else dates.vague(claim.date, t.language)
        words = setter.localized(claim.words, style)
        between = setter.plain(": ", style) if day and words else []
        source = (
            setter.plain(f" – {claim.source}" if day or words else claim.source, style)
            if claim.source
            else []
        )
        lead = setter.plain(
            t.gettext("another source: {claim}").format(claim=day).rstrip() + ("" if day else " "), style
        )
        return [*lead, *between, *words, *source]

    def _mark_legend(self) -> list[Band]:
        sentences = {
            Verification.NO: self._t.gettext("unverified: no sufficient source is known"),
            Verification.PARTLY: self._t.gettext("partly verified: the sources are incomplete or differ"),
        }
        bands = [
            self._setter.paragraph(
                self._setter.plain(f"{_MARKS[mark]} {sentences[mark]}", SMALL), self._width, before=2
            )
            for mark in sentences
            if mark in self._marks
        ]
        if bands:
            bands[0].before = 18
        return bands


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
