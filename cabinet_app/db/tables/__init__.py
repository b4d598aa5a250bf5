"""All tables; importing this package registers them with the declarative base."""

from cabinet_app.db.tables import bodies, journal, meetings, people, places, projects, twinning, visits

__all__ = ["bodies", "journal", "meetings", "people", "places", "projects", "twinning", "visits"]
