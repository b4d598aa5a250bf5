"""The register of projects: each with its programme, partners, towns, results and what shall follow."""

from collections.abc import Iterable, Sequence
from typing import Final

from cabinet_app.domain.projects import ProjectStatus
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator, pgettext_noop
from cabinet_app.i18n.collation import sort_key
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.vague_wording import vague, vague_bound
from cabinet_app.reports.findings import Finding
from cabinet_app.reports.flow import Band, Column
from cabinet_app.reports.frame import Frame, Imprint
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.projects_data import ProjectEntry, ProjectsData
from cabinet_app.reports.styles import BODY, HEADING, MM, MUTED, SMALL, SUBTITLE, TITLE
from cabinet_app.reports.text import NBSP, Run
from cabinet_app.reports.typesetter import Typesetter, with_notes

_LABELS: Final = 38 * MM
_GROUPS: Final = (
    (pgettext_noop("projects", "Running"), (ProjectStatus.RUNNING,)),
    (pgettext_noop("projects", "Approved"), (ProjectStatus.APPROVED,)),
    (pgettext_noop("projects", "Ideas"), (ProjectStatus.IDEA,)),
    (pgettext_noop("projects", "Closed"), (ProjectStatus.CLOSED,)),
)


def render(data: ProjectsData, house: HouseStyle, t: Translator) -> tuple[bytes, tuple[Finding, ...]]:
    """The PDF and what was found out about its material."""
    print_ = _Projects(data, house, t)
    return print_.render(), print_.findings


class _Projects:
    def __init__(self, data: ProjectsData, house: HouseStyle, t: Translator) -> None:
        self._data = data
        self._t = t
        self._setter = Typesetter(t)
        self._as_of = t.gettext("as of {date}").format(date=dates.numeric(data.printed_at.date(), t.language))
        imprint = Imprint(
            title=t.gettext("Projects"),
            printed_at=data.printed_at,
            subject=self._as_of,
            stamp=t.gettext("Internal").upper() if data.internal else "",
        )
        self._frame = Frame(self._setter, house, imprint)
        self._width = self._frame.width

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._setter.findings

    def render(self) -> bytes:
        setter, t = self._setter, self._t
        bands = [
            setter.paragraph(setter.plain(t.gettext("Projects"), TITLE), self._width, keep=True),
            setter.paragraph(setter.plain(self._as_of, SUBTITLE.but(colour=MUTED)), self._width, after=2),
        ]
        for title, statuses in _GROUPS:
            group = [project for project in self._data.projects if project.status in statuses]
            if group:
                count = f"{NBSP} {len(group)}"
                runs = [
                    *setter.plain(t.pgettext(*title), HEADING),
                    *setter.plain(count, BODY.but(colour=MUTED)),
                ]
                bands.append(setter.paragraph(runs, self._width, before=20, after=2, keep=True))
                for project in sorted(group, key=self._order):
                    bands += self._project(project)
        if not self._data.projects:
            words = t.gettext("The register is still empty.")
            bands.append(setter.paragraph(setter.plain(words), self._width, before=20))
        return self._frame.render(with_notes(bands, *setter.legend(self._width)))

    def _order(self, project: ProjectEntry) -> str:
        return sort_key(project.acronym or project.title.shown(self._t.language), self._t.language)

    def _project(self, project: ProjectEntry) -> list[Band]:
        setter, t = self._setter, self._t
        name = HEADING.but(size=11)
        title = project.title.shown(t.language)
        head: list[Run] = [] if title.startswith(project.acronym) else setter.plain(project.acronym, name)
        if title:
            between = " – " if head else ""
            head += [*setter.plain(between, name), *setter.localized(project.title, name)]
        bands = [setter.paragraph(head, self._width, before=12, after=3, keep=True)]
        if not project.purpose.is_empty:
            words = setter.localized(project.purpose)
            bands.append(setter.paragraph(words, self._width, after=3, prose=True))
        facts = (
            (t.gettext("Status"), setter.plain(label(project.status, t))),
            (t.gettext("Programme"), self._programme(project)),
            (t.gettext("Fund"), setter.localized(project.fund)),
            (t.gettext("Duration"), setter.plain(self._duration(project))),
            (t.gettext("Budget"), setter.plain(project.budget)),
            (t.gettext("Lead partner"), setter.localized(project.lead)),
            (t.gettext("Partners"), self._listed(project.partners)),
            (t.gettext("Participating towns"), self._towns(project)),
            *self._items(t.gettext("Phases"), project.phases),
            *self._items(t.gettext("Outputs"), project.outputs),
            (t.gettext("Follow-up"), setter.localized(project.follow_up)),
            (t.gettext("Visits"), self._listed(project.visits)),
            (t.gettext("Meetings"), self._listed(project.meetings)),
            (t.gettext("Notes"), setter.localized(project.notes)),
            (t.gettext("Sources"), setter.plain("\n".join(project.sources), SMALL)),
        )
        return bands + [self._fact(title, runs) for title, runs in facts if runs]

    def _fact(self, title: str, runs: Sequence[Run]) -> Band:
        setter = self._setter
        name = setter.lines(setter.plain(title, BODY.but(colour=MUTED)), _LABELS - 8)
        lines = setter.lines(runs, self._width - _LABELS)
        return Band([Column(0, name), Column(_LABELS, lines)], before=2)

    def _programme(self, project: ProjectEntry) -> list[Run]:
        return self._setter.plain(", ".join(part for part in (project.programme, project.period) if part))

    def _duration(self, project: ProjectEntry) -> str:
        first, last = (vague(when, self._t.language) for when in (project.starts, project.ends))
        if first and last:
            return f"{first} – {last}"
        if last:
            return self._t.gettext("until {date}").format(date=vague_bound(project.ends, self._t.language))
        begun = vague_bound(project.starts, self._t.language)
        return self._t.gettext("since {date}").format(date=begun) if first else ""

    def _towns(self, project: ProjectEntry) -> list[Run]:
        setter, t, count = self._setter, self._t, project.town_count
        named = self._listed(
            sorted(project.towns, key=lambda town: sort_key(town.shown(t.language), t.language))
        )
        if count is None or count == len(project.towns):
            return named
        told = t.ngettext("{count} town", "{count} towns", count).format(count=count)
        if not named:
            return setter.plain(told)
        among = setter.plain(t.gettext("{towns}, among them:").format(towns=told) + " ")
        return [*among, *named]

    def _listed(self, names: Iterable[LocalizedText]) -> list[Run]:
        runs: list[Run] = []
        for name in names:
            runs += [*(self._setter.plain(", ") if runs else []), *self._setter.localized(name)]
        return runs

    def _items(self, title: str, texts: Sequence[LocalizedText]) -> list[tuple[str, list[Run]]]:
        """One line for each; the title stands beside the first."""
        return [
            (title if not index else "", [*self._setter.plain(f"•{NBSP}"), *self._setter.localized(text)])
            for index, text in enumerate(texts)
        ]
