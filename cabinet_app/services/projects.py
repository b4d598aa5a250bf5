"""Projects with partners abroad."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select

from cabinet_app.db.tables.places import Place as PlaceTable
from cabinet_app.db.tables.projects import Project as ProjectTable
from cabinet_app.db.tables.projects import ProjectTown
from cabinet_app.domain.projects import Project, ProjectStatus
from cabinet_app.domain.texts import Language
from cabinet_app.services.records import ListQuery, Records, contains, holders
from cabinet_app.services.rows import ProjectRow

CHIP_RUNNING: Final = "running"
CHIP_CLOSED: Final = "closed"
_CHIPS = {CHIP_RUNNING: ProjectStatus.RUNNING, CHIP_CLOSED: ProjectStatus.CLOSED}
_COLUMNS = select(
    ProjectTable.id,
    ProjectTable.acronym,
    ProjectTable.title,
    ProjectTable.programme,
    ProjectTable.starts,
    ProjectTable.ends,
    ProjectTable.status,
    ProjectTable.town_count,
)


class Projects(Records[Project]):
    record_type = "project"

    def ids(self, query: ListQuery) -> list[int]:
        """The ids of the projects the query finds, in its order; by name unless it says otherwise."""
        statement = self._found(select(ProjectTable.id), query.text)
        for chip in query.chips:
            statement = statement.where(ProjectTable.status == _CHIPS[chip])
        columns: dict[str, Any] = {
            "name": getattr(ProjectTable, f"sort_{query.language}"),
            "programme": ProjectTable.programme,
            "starts": ProjectTable.starts_earliest,
            "ends": ProjectTable.ends_latest,
            "status": ProjectTable.status,
        }
        column = columns.get(query.sort, columns["name"])
        order = column.desc() if query.descending else column
        return self._scalars(statement.order_by(column.is_(None), order, columns["name"], ProjectTable.id))

    def rows(self, ids: Sequence[int], language: Language) -> list[ProjectRow]:
        """The projects as the list shows them, in the order of `ids`, in two statements."""
        towns = (
            select(ProjectTown.project_id, func.count())
            .where(ProjectTown.project_id.in_(ids))
            .group_by(ProjectTown.project_id)
        )
        with self.store.reading() as session:
            counts = dict(iter(session.execute(towns)))
            found = {
                row.id: ProjectRow(
                    id=row.id,
                    acronym=row.acronym,
                    title=row.title.shown(language),
                    programme=row.programme,
                    starts=row.starts,
                    ends=row.ends,
                    status=row.status,
                    towns=max(counts.get(row.id, 0), row.town_count or 0),
                )
                for row in session.execute(_COLUMNS.where(ProjectTable.id.in_(ids)))
            }
        return [found[project_id] for project_id in ids if project_id in found]

    def _holds(self, word: str) -> ColumnElement[bool]:
        with_town = select(ProjectTown.project_id).where(ProjectTown.place_id.in_(holders(PlaceTable, word)))
        return or_(contains(ProjectTable, word), ProjectTable.id.in_(with_town))
