"""All tables; importing this package registers them with the declarative base."""

from cabinet_app.db.tables import (
    bodies,
    gifts,
    journal,
    meetings,
    papers,
    people,
    places,
    projects,
    protocol,
    series,
    tasks,
    twinning,
    visits,
)

__all__ = [
    "bodies",
    "gifts",
    "journal",
    "meetings",
    "papers",
    "people",
    "places",
    "projects",
    "protocol",
    "series",
    "tasks",
    "twinning",
    "visits",
]
