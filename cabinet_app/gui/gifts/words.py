"""What a gift is called on the screen: its pill and its second line."""

from collections.abc import Mapping
from typing import Final

from cabinet_app.domain.gifts import GiftDirection
from cabinet_app.gui.theme.tokens import Tone
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import GiftRow

ARROWS: Final[Mapping[GiftDirection, str]] = {GiftDirection.RECEIVED: "↓", GiftDirection.GIVEN: "↑"}


def direction_spec(direction: GiftDirection, t: Translator) -> StatusSpec:
    """Received or given, as a pill."""
    tone: Tone = "accent" if direction is GiftDirection.RECEIVED else "neutral"
    return StatusSpec(ARROWS[direction], label(direction, t), tone)


def listing_spec(row: GiftRow, t: Translator) -> StatusSpec | None:
    """Whether a gift stands in the yearly list and whether that was sent; nothing for all others."""
    if row.reported_on:
        return StatusSpec("✓", t.pgettext("gift", "reported"), "ok")
    if row.is_listed:
        return StatusSpec("!", t.pgettext("gift", "to be reported"), "warn")
    return None


def listing_words(row: GiftRow, t: Translator) -> str:
    """The same in words, with the day of the report."""
    if row.reported_on:
        return t.gettext("reported on {date}").format(date=dates.numeric(row.reported_on, t.language))
    spec = listing_spec(row, t)
    return spec.word if spec else ""
