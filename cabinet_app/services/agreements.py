"""Agreements: lists and verbs."""

from cabinet_app.domain.twinning import Agreement
from cabinet_app.services.records import Records


class Agreements(Records[Agreement]):
    record_type = "agreement"
