"""The visits and meetings that belong to a project."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cabinet_app.db.tables.meetings import Meeting
from cabinet_app.db.tables.visits import Visit

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def visits_of_project(cabinet: "Cabinet", project_id: int) -> Sequence[int]:
    """The ids of its visits, the earliest first."""
    return _ids(cabinet, Visit, Visit.starts_on, project_id)


def meetings_of_project(cabinet: "Cabinet", project_id: int) -> Sequence[int]:
    """The ids of its meetings, the earliest first."""
    return _ids(cabinet, Meeting, Meeting.starts_at, project_id)


def _ids(cabinet: "Cabinet", table: Any, day: Any, project_id: int) -> Sequence[int]:
    wanted = select(table.id).where(table.project_id == project_id, table.deleted_at.is_(None))
    with cabinet.store.reading() as session:
        return session.scalars(wanted.order_by(day.is_(None), day, table.id)).all()
