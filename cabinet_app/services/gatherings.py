"""The meetings of bodies as the judge of their cadence sees them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from cabinet_app.db.tables.meetings import Meeting, MeetingBody
from cabinet_app.domain.cadence import Gathering, GatheringStatus
from cabinet_app.domain.meetings import MeetingStatus

_STATUS = {
    MeetingStatus.CANCELLED: GatheringStatus.CANCELLED,
    MeetingStatus.MOVED: GatheringStatus.MOVED,
    MeetingStatus.NOT_QUORATE: GatheringStatus.NOT_QUORATE,
}
_Successor = aliased(Meeting, name="successor")


def gatherings_of(session: Session, body_ids: Collection[int]) -> dict[int, list[Gathering]]:
    """Every dated meeting of these bodies, joint ones included, by body and in the order of time."""
    wanted = (
        select(MeetingBody.organization_id, Meeting.starts_at, Meeting.status, _Successor.starts_at)
        .join(Meeting, Meeting.id == MeetingBody.meeting_id)
        .outerjoin(_Successor, (_Successor.replaces_id == Meeting.id) & _Successor.deleted_at.is_(None))
        .where(
            MeetingBody.organization_id.in_(body_ids),
            Meeting.deleted_at.is_(None),
            Meeting.starts_at.is_not(None),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
    found: dict[int, list[Gathering]] = {body_id: [] for body_id in body_ids}
    for body_id, starts_at, status, moved_to in session.execute(wanted):
        if body_id is not None and starts_at is not None:
            found[body_id].append(_gathering(starts_at, status, moved_to))
    return found


def _gathering(starts_at: datetime, status: MeetingStatus, moved_to: datetime | None) -> Gathering:
    kind = _STATUS.get(status) or (GatheringStatus.HELD if status.took_place else GatheringStatus.PLANNED)
    return Gathering(starts_at.date(), kind, starts_at.time(), moved_to.date() if moved_to else None)
