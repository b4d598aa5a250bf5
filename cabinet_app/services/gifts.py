"""The register of gifts and the rules it goes by."""

from cabinet_app.domain.gifts import Gift, GiftRule
from cabinet_app.services.records import Records


class Gifts(Records[Gift]):
    record_type = "gift"


class GiftRules(Records[GiftRule]):
    record_type = "gift_rule"
