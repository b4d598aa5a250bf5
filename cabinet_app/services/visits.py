"""Visits: lists and verbs."""

from cabinet_app.domain.visits import Visit
from cabinet_app.services.records import Records


class Visits(Records[Visit]):
    record_type = "visit"
