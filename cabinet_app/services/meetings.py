"""Meetings: lists and verbs."""

from cabinet_app.domain.meetings import Meeting
from cabinet_app.services.records import Records


class Meetings(Records[Meeting]):
    record_type = "meeting"
