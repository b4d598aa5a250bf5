"""What the rules about gifts say of a gift: which of them hold, whose it is, whether it is listed."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cabinet_app.domain.gifts import Gift, GiftDirection, GiftNature, GiftOwner, GiftRule


class GiftTrouble(StrEnum):
    """What somebody should know about a gift before it is put away."""

    ABOVE_OCCASIONAL_LIMIT = "above_occasional_limit"
    PROTOCOL_GIFT_KEPT = "protocol_gift_kept"
    NO_VALUE = "no_value"
    NO_OFFICIAL = "no_official"
    NO_DAY = "no_day"
    NO_RULE = "no_rule"


@dataclass(frozen=True, slots=True)
class YearlyList:
    """The gifts of a year that are to be reported, and those that nobody can judge without more facts."""

    year: int
    rule: GiftRule | None
    gifts: tuple[Gift, ...]
    unjudged: tuple[Gift, ...] = ()

    @property
    def due_on(self) -> date | None:
        """The day by which it has to be sent."""
        return due_day(self.rule, self.year) if self.rule else None

    @property
    def is_reported(self) -> bool:
        """Whether nothing of it is left to be reported."""
        return all(gift.reported_on for gift in self.gifts)


def rule_on(rules: Iterable[GiftRule], day: date | None) -> GiftRule | None:
    """The rule that holds on a day: of those that began by then the latest; None if there is none.

    A gift without a day is judged by the latest rule of all.
    """
    begun = [rule for rule in rules if day is None or rule.valid_from is None or rule.valid_from <= day]
    return max(begun, key=lambda rule: rule.valid_from or date.min, default=None)


def due_day(rule: GiftRule, year: int) -> date:
    """The day of the following year by which the list of `year` is due."""
    month = min(max(rule.due_month, 1), 12)
    return date(year + 1, month, min(max(rule.due_day, 1), monthrange(year + 1, month)[1]))


def is_above_limit(gift: Gift, rule: GiftRule) -> bool:
    """Whether an occasional gift is worth more than may be kept."""
    return (
        gift.direction is GiftDirection.RECEIVED
        and gift.nature is GiftNature.OCCASIONAL
        and gift.value_cents is not None
        and gift.value_cents > rule.occasional_limit_cents
    )


def owner_by_rule(gift: Gift, rule: GiftRule | None) -> GiftOwner:
    """Whose it is: a protocol gift is the municipality's whatever its value, so is one above the limit."""
    if gift.nature is GiftNature.PROTOCOL or (rule is not None and is_above_limit(gift, rule)):
        return GiftOwner.MUNICIPALITY
    return GiftOwner.RECIPIENT


def is_listed(gift: Gift, rule: GiftRule | None) -> bool:
    """Whether it stands in the list: received, and worth more than what is negligible."""
    return (
        rule is not None
        and gift.direction is GiftDirection.RECEIVED
        and gift.value_cents is not None
        and gift.value_cents > rule.listed_above_cents
    )


def troubles(gift: Gift, rule: GiftRule | None) -> tuple[GiftTrouble, ...]:
    """What is worth a warning; nothing of it stands in the way of entering the gift."""
    if gift.direction is GiftDirection.GIVEN:
        return ()
    found: list[GiftTrouble] = []
    if rule is None:
        found.append(GiftTrouble.NO_RULE)
    elif is_above_limit(gift, rule):
        found.append(GiftTrouble.ABOVE_OCCASIONAL_LIMIT)
    if gift.nature is GiftNature.PROTOCOL and gift.owner is GiftOwner.RECIPIENT:
        found.append(GiftTrouble.PROTOCOL_GIFT_KEPT)
    if gift.value_cents is None:
        found.append(GiftTrouble.NO_VALUE)
    if gift.happened_on is None:
        found.append(GiftTrouble.NO_DAY)
    if gift.official_id is None and is_listed(gift, rule):
        found.append(GiftTrouble.NO_OFFICIAL)
    return tuple(found)


def yearly_list(gifts: Iterable[Gift], rules: Sequence[GiftRule], year: int) -> YearlyList:
    """The list of a year, by day; each gift is judged by the rule of its own day."""
    received = [
        gift
        for gift in gifts
        if gift.direction is GiftDirection.RECEIVED and gift.happened_on and gift.happened_on.year == year
    ]
    received.sort(key=lambda gift: (gift.happened_on or date.max, gift.id))
    return YearlyList(
        year,
        rule_on(rules, date(year, 12, 31)),
        tuple(gift for gift in received if is_listed(gift, rule_on(rules, gift.happened_on))),
        tuple(gift for gift in received if gift.value_cents is None),
    )
