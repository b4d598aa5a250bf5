"""The dossier of a partnership on one page: what it is, who is who, what was signed and done, from where."""

from typing import Final

from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.countries import country_name
from cabinet_app.i18n.labels import label
from cabinet_app.reports.dossier_data import ClaimedSigning, DossierData, DossierPerson, DossierProject
from cabinet_app.reports.findings import Finding, FindingKind
from cabinet_app.reports.flow import Band
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.paper_bands import PaperBands
from cabinet_app.reports.partner_points import SHORT, PartnerPoints
from cabinet_app.reports.styles import SMALL, STRONG
from cabinet_app.reports.text import Run
from cabinet_app.reports.trimming import Part, clipped, trimmed
from cabinet_app.reports.typesetter import Typesetter

PAGES: Final = 1
_CLOSE: Final = 11.0


def render(data: DossierData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Dossier(data, house, t)
    return print_.render(), print_.findings


class _Dossier:
    def __init__(self, data: DossierData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        name = data.name.shown(t.language)
        title = t.gettext("Dossier of the partnership")
        self._frame = Frame(
            self._setter,
            house,
            Imprint(
                title=" · ".join(filter(None, (title, name))),
                printed_at=data.printed_at,
                stamp=t.gettext("Internal").upper(),
            ),
        )
        self._bands = PaperBands(self._setter, self._frame.width, house.accent)
        self._points = PartnerPoints(self._setter, self._bands, self._frame.width)
        native = data.native_name if data.native_name and data.native_name not in name else ""
        country = country_name(data.country, t.language) if data.country else ""
        full = f"{name} ({native})" if native else name
        self._opening = self._bands.opening(title, ", ".join(filter(None, (full, country))))
        self._parts = self._make_parts()

    @property
    def findings(self) -> tuple[Finding, ...]:
        left_out = sum(part.left_out for part in self._parts)
        told = (Finding(FindingKind.POINTS_LEFT_OUT, count=left_out),) if left_out else ()
        return (*told, *self._setter.findings)

    def render(self) -> bytes:
        trimmed(self._parts, self._fits)
        return self._frame.render(self._all())

    def _fits(self) -> bool:
        return self._frame.page_count(self._all()) <= PAGES

    def _all(self) -> list[Band]:
        bands = [band for part in self._parts for band in part.bands(self._more)]
        return [*self._opening, *bands, *self._setter.legend(self._frame.width)]

    def _more(self, count: int) -> Band:
        words = self._t.ngettext("and {count} more", "and {count} more", count).format(count=count)
        return self._bands.paragraph(words, SMALL, before=1)

    def _make_parts(self) -> list[Part]:
        data, t, points = self._data, self._t, self._points
        gifts = [(t.gettext("we gave"), gift) for gift in data.given]
        gifts += [(t.gettext("we received"), gift) for gift in data.received]
        agreements = [points.agreement(one) for one in data.agreements]
        agreements += [self._claim(claim) for claim in data.claims]
        rows: list[tuple[str, list[Band], int, int]] = [
            (t.gettext("Agreements"), agreements, 9, 4),
            (t.gettext("People"), [self._person(person) for person in data.people], 5, 3),
            (t.gettext("Visits"), [points.visit(visit)[0] for visit in data.visits], 6, 3),
            (t.gettext("Projects"), [self._project(project) for project in data.projects], 7, 2),
            (t.gettext("Still open"), [points.matter(matter) for matter in data.matters], 4, 2),
            (t.gettext("Gifts so far"), [points.gift(words, gift) for words, gift in gifts], 3, 2),
            (t.gettext("Sources"), [self._source(source) for source in data.sources], 2, 2),
        ]
        parts = [
            Part(self._bands.heading(words, before=_CLOSE), [[band] for band in bands], weight, least)
            for words, bands, weight, least in rows
        ]
        facts = Part(Band([]), [[band] for band in self._facts()], weight=10, least=9)
        return [facts, *parts]

    def _facts(self) -> list[Band]:
        data, t, setter = self._data, self._t, self._setter
        rows: list[tuple[str, list[Run]]] = [
            (t.gettext("Kind"), setter.plain(label(data.kind, t))),
            (t.gettext("Status"), setter.plain(label(data.status, t))),
            (t.gettext("Since"), setter.plain(dates.vague(data.since, t.language))),
            (t.gettext("Areas"), setter.plain(", ".join(label(area, t) for area in data.areas))),
            (t.gettext("Coordinator"), setter.plain(clipped(data.coordinator, SHORT))),
            (t.gettext("Initiative"), self._points.clipped(data.initiative, SHORT)),
            (t.gettext("Verification"), setter.plain(label(data.verified, t))),
        ]
        bands = [self._bands.fact(words, runs) for words, runs in rows if runs]
        bands[0].before = 10
        return bands

    def _claim(self, claim: ClaimedSigning) -> Band:
        """Another date for a signing stands beside the one chosen, never instead of it."""
        t = self._t
        words = t.gettext("another source says {date}").format(
            date=dates.vague(claim.happened_on, t.language)
        )
        runs = [*self._points.clipped(claim.title, SHORT), *self._points.aside(words)]
        return self._bands.point([*runs, *self._points.aside(clipped(claim.claim, SHORT))])

    def _person(self, person: DossierPerson) -> Band:
        setter = self._setter
        runs = setter.plain(clipped(person.name, SHORT), STRONG)
        function = self._points.clipped(person.function, SHORT)
        runs += [*setter.plain(", "), *function] if function else []
        return self._bands.point([*runs, *self._points.aside(clipped(person.contact, SHORT))])

    def _project(self, project: DossierProject) -> Band:
        t = self._t
        span = "–".join(filter(None, (dates.vague(day, t.language) for day in (project.first, project.last))))
        return self._bands.point([*self._points.clipped(project.name, SHORT), *self._points.aside(span)])

    def _source(self, source: str) -> Band:
        return self._bands.point(self._setter.plain(clipped(source, SHORT), SMALL, bound=False), before=0.5)
