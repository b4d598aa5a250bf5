"""The data of the dossier of a partnership from the register."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cabinet_app.domain.gifts import GiftDirection
from cabinet_app.domain.projects import Project
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.twinning import Partnership
from cabinet_app.domain.visits import VisitStatus
from cabinet_app.reports.briefing_data import BriefAgreement, BriefVisit
from cabinet_app.reports.composing.briefings import brief_gift, brief_task, open_decisions, signed_on
from cabinet_app.reports.composing.names import Names
from cabinet_app.reports.dossier_data import ClaimedSigning, DossierData, DossierPerson, DossierProject
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet
    from cabinet_app.services.dossier import PartnerFile


def compose(cabinet: "Cabinet", options: ReportOptions) -> DossierData:
    """What is known about a partnership.

    Raises:
        RecordNotFound: there is no such partnership.
    """
    from cabinet_app.domain.agreement_status import shown_status
    from cabinet_app.services.dossier import partner_file

    assert options.record_id is not None
    partnership, today = cabinet.partnerships.get(options.record_id).record, options.printed_at.date()
    names = Names(cabinet)
    found = partner_file(cabinet, partnership.place_id, partnership.organization_id)
    place = names.place(partnership.place_id)
    gifts = [(gift.direction, brief_gift(gift, names)) for gift in found.gifts]
    matters = [brief_task(task, names, today) for task in found.tasks]
    return DossierData(
        printed_at=options.printed_at,
        name=names.town(partnership.place_id) if place else names.body(partnership.organization_id),
        kind=partnership.kind,
        status=partnership.status,
        native_name=place.native_name if place else "",
        country=place.country if place else "",
        since=partnership.since,
        areas=tuple(partnership.areas),
        coordinator=names.person_name(partnership.coordinator_id),
        verified=partnership.verified,
        initiative=partnership.initiative,
        people=tuple(
            DossierPerson(person.name.with_titles, person.function, person.email) for person in found.people
        ),
        agreements=tuple(
            BriefAgreement(one.title, one.instrument, signed_on(one), shown_status(one, today))
            for one in found.agreements
        ),
        claims=tuple(_claims(found)),
        visits=tuple(_visits(found)),
        projects=tuple(_project(project) for project in found.projects),
        matters=(*matters, *open_decisions(found.decisions, today)),
        given=tuple(gift for direction, gift in gifts if direction is GiftDirection.GIVEN),
        received=tuple(gift for direction, gift in gifts if direction is GiftDirection.RECEIVED),
        sources=tuple(dict.fromkeys(_sources(partnership, found))),
    )


def _claims(found: "PartnerFile") -> Iterator[ClaimedSigning]:
    for agreement in found.agreements:
        for event in agreement.events:
            for claimed in event.claimed_dates:
                yield ClaimedSigning(agreement.title, claimed.happened_on, claimed.claim)


def _visits(found: "PartnerFile") -> Iterator[BriefVisit]:
    for visit in found.visits:
        if visit.status is not VisitStatus.CANCELLED:
            yield BriefVisit(visit.title, visit.direction, visit.starts_on, visit.ends_on)


def _project(project: Project) -> DossierProject:
    name: LocalizedText = same(project.acronym) if project.acronym else project.title
    return DossierProject(name, project.starts, project.ends)


def _sources(partnership: Partnership, found: "PartnerFile") -> Iterator[str]:
    papers = [source for agreement in found.agreements for source in agreement.sources]
    for source in (*partnership.sources, *papers):
        if source.document:
            yield source.document
