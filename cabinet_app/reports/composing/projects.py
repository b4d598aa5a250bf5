"""The data of the register of projects."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cabinet_app.domain.projects import Project, ProjectPartner, ProjectPartnerRole
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.options import ReportOptions
from cabinet_app.reports.projects_data import ProjectEntry, ProjectsData

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(cabinet: "Cabinet", options: ReportOptions) -> ProjectsData:
    """Every project of the register."""
    names = Names(cabinet)
    projects = cabinet.projects.all()
    entries = tuple(_entry(cabinet, project, names, internal=options.internal) for project in projects)
    return ProjectsData(options.printed_at, entries, internal=options.internal)


def _entry(cabinet: "Cabinet", project: Project, names: Names, *, internal: bool) -> ProjectEntry:
    from cabinet_app.services.project_links import meetings_of_project, visits_of_project

    lead = next((one for one in project.partners if one.role is ProjectPartnerRole.LEAD), None)
    origin = [project.visit_id] if project.visit_id else []
    visits = list(dict.fromkeys([*origin, *visits_of_project(cabinet, project.id)]))
    meetings = meetings_of_project(cabinet, project.id)
    return ProjectEntry(
        acronym=project.acronym,
        title=project.title,
        status=project.status,
        programme=project.programme,
        period=project.programme_period,
        fund=project.fund,
        budget=project.budget,
        starts=project.starts,
        ends=project.ends,
        purpose=project.purpose,
        lead=_partner(lead, names) if lead else LocalizedText(),
        partners=tuple(_partner(one, names) for one in project.partners if one is not lead),
        towns=tuple(names.town(town.place_id) for town in project.towns),
        town_count=project.town_count,
        phases=tuple(phase.text for phase in project.phases),
        outputs=tuple(output.text for output in project.outputs),
        follow_up=project.follow_up,
        visits=_headlines(cabinet.visits.headlines(visits), visits),
        meetings=_headlines(cabinet.meetings.headlines(meetings), meetings),
        sources=tuple(source.document for source in project.sources if source.document) if internal else (),
        notes=LocalizedText(sl=project.notes if internal else ""),
    )


def _partner(partner: ProjectPartner, names: Names) -> LocalizedText:
    named = names.body(partner.organization_id)
    return same(partner.name) if named.is_empty else named


def _headlines(found: dict[int, LocalizedText], ids: Sequence[int]) -> tuple[LocalizedText, ...]:
    return tuple(found[record_id] for record_id in ids if record_id in found)
