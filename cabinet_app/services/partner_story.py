"""Everything that has happened with a partner, as points in time that lead to their records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from cabinet_app.db.tables.gifts import Gift as GiftTable
from cabinet_app.domain.activity import ContactKind
from cabinet_app.domain.agreement_trail import story_order
from cabinet_app.domain.texts import LocalizedText
from cabinet_app.domain.twinning import AgreementEventKind
from cabinet_app.domain.vague_dates import VagueDate

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


@dataclass(frozen=True, slots=True)
class StoryPoint:
    """One thing that happened: `kind` is that of the event, visit, meeting, project or gift.

    `event_id` names the event within an agreement, 0 elsewhere; `title` is what the record is called.
    """

    record_type: str
    record_id: int
    when: VagueDate
    kind: StrEnum
    title: LocalizedText
    event_id: int = 0
    is_end: bool = False


def partner_story(cabinet: "Cabinet", place_id: int | None, organization_id: int | None) -> list[StoryPoint]:
    """In the order of time; undated events come last."""
    contacts = cabinet.partnerships.contacts(place_id, organization_id)
    points = [
        *_agreements(cabinet, place_id),
        *_visits(cabinet, [one.record_id for one in contacts if one.kind is ContactKind.VISIT]),
        *_meetings(cabinet, [one.record_id for one in contacts if one.kind is ContactKind.MEETING]),
        *_projects(cabinet, [one.record_id for one in contacts if one.kind is ContactKind.PROJECT]),
        *_gifts(cabinet, place_id, organization_id),
    ]
    return sorted(points, key=_order)


def _order(point: StoryPoint) -> tuple[date, int, int, bool]:
    day, place = point.when.earliest or date.max, 0
    if isinstance(point.kind, AgreementEventKind):
        day, place = story_order(point.kind, point.when)
    return day, place, point.record_id, point.is_end


def _agreements(cabinet: "Cabinet", place_id: int | None) -> Iterator[StoryPoint]:
    ids = cabinet.agreements.with_place(place_id) if place_id else []
    for agreement in cabinet.agreements.get_many(ids):
        for event in agreement.events:
            yield StoryPoint(
                "agreement", agreement.id, event.happened_on, event.kind, agreement.title, event.id
            )


def _visits(cabinet: "Cabinet", ids: list[int]) -> Iterator[StoryPoint]:
    for visit in cabinet.visits.get_many(ids):
        if visit.starts_on:
            yield StoryPoint("visit", visit.id, VagueDate.of(visit.starts_on), visit.kind, visit.title)


def _meetings(cabinet: "Cabinet", ids: list[int]) -> Iterator[StoryPoint]:
    titles = cabinet.meetings.headlines(ids)
    for meeting in cabinet.meetings.get_many(ids):
        if meeting.starts_at:
            day = VagueDate.of(meeting.starts_at.date())
            yield StoryPoint("meeting", meeting.id, day, meeting.kind, titles[meeting.id])


def _projects(cabinet: "Cabinet", ids: list[int]) -> Iterator[StoryPoint]:
    titles = cabinet.projects.headlines(ids)
    for project in cabinet.projects.get_many(ids):
        for when, is_end in ((project.starts, False), (project.ends, True)):
            if not when.is_empty:
                yield StoryPoint(
                    "project", project.id, when, project.status, titles[project.id], is_end=is_end
                )


def _gifts(cabinet: "Cabinet", place_id: int | None, organization_id: int | None) -> Iterator[StoryPoint]:
    wanted = select(GiftTable.id).where(
        GiftTable.deleted_at.is_(None),
        or_(
            GiftTable.place_id == (place_id or 0),
            GiftTable.donor_organization_id == (organization_id or 0),
        ),
    )
    with cabinet.store.reading() as session:
        ids = list(session.scalars(wanted))
    for gift in cabinet.gifts.get_many(ids):
        if gift.happened_on:
            yield StoryPoint(
                "gift", gift.id, VagueDate.of(gift.happened_on), gift.direction, gift.description
            )
