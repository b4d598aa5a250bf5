"""Partnerships: lists and verbs."""

from cabinet_app.domain.twinning import Partnership
from cabinet_app.services.records import Records


class Partnerships(Records[Partnership]):
    record_type = "partnership"
