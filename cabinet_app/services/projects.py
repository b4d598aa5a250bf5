"""Projects: lists and verbs."""

from cabinet_app.domain.projects import Project
from cabinet_app.services.records import Records


class Projects(Records[Project]):
    record_type = "project"
