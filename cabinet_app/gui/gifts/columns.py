"""The list of gifts: columns and chips."""

from collections.abc import Sequence

from cabinet_app.domain.gifts import GiftDirection
from cabinet_app.gui.gifts import words
from cabinet_app.gui.widgets.filter_bar import Chip
from cabinet_app.gui.widgets.pills import StatusSpec
from cabinet_app.gui.widgets.record_model import Column
from cabinet_app.i18n import dates
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.gift_words import value_words
from cabinet_app.i18n.labels import label
from cabinet_app.services.rows import GiftRow

NOTHING = "–"


class GiftColumns:
    """Says every cell of the list in the language of the window."""

    def __init__(self, t: Translator) -> None:
        self._t = t

    def columns(self) -> Sequence[Column[GiftRow]]:
        """Date, direction, gift, from or to whom, town, value, yearly list."""
        g = self._t.gettext
        return [
            Column("happened_on", g("Date"), self._day, "happened_on", width=12, tip=self._day_long),
            Column("direction", "⇅", _arrow, "direction", width=3, tip=self._word, spoken=self._word),
            Column("description", g("Gift"), self.gift, "description", stretch=True, tip=self._gift_tip),
            Column("partner", g("From or to"), self.partner, width=16, tip=self._partner_tip),
            Column("town", g("Town"), self._town, "town", width=10),
            Column("value", g("Value"), self._value, "value", alignment="right", width=12),
            Column("list", g("KPK list"), self._list_words, width=15, status=self._list_spec),
        ]

    def chips(self) -> Sequence[Chip]:
        """The questions that are asked of the register of gifts."""
        from cabinet_app.services import gifts

        g, p = self._t.gettext, self._t.pgettext
        return [
            Chip(gifts.CHIP_RECEIVED, p("gifts", "Received"), group="direction"),
            Chip(gifts.CHIP_GIVEN, p("gifts", "Given"), group="direction"),
            Chip(
                gifts.CHIP_TO_LIST,
                p("gifts", "To be reported"),
                tip=g("Received last year or this year, worth more than the limit, and not reported yet"),
            ),
            Chip(gifts.CHIP_WITHOUT_VALUE, p("gifts", "Without a value")),
        ]

    def gift(self, row: GiftRow) -> str:
        return row.description or self._t.gettext("Untitled gift")

    def partner(self, row: GiftRow) -> str:
        """Who gave it to us, or to whom we gave it."""
        return (row.donor if row.direction is GiftDirection.RECEIVED else row.recipient) or NOTHING

    def _day(self, row: GiftRow) -> str:
        return dates.numeric(row.happened_on, self._t.language) if row.happened_on else NOTHING

    def _day_long(self, row: GiftRow) -> str:
        if row.happened_on is None:
            return self._t.gettext("There is no date yet.")
        return dates.long(row.happened_on, self._t.language)

    def _word(self, row: GiftRow) -> str:
        return label(row.direction, self._t)

    def _gift_tip(self, row: GiftRow) -> str:
        return " · ".join(part for part in (self.gift(row), row.occasion, label(row.nature, self._t)) if part)

    def _partner_tip(self, row: GiftRow) -> str:
        """Both sides: `Eva Öllinger → Mojca Kos (soproga)`."""
        recipient = f"{row.recipient} ({row.relation})" if row.relation else row.recipient
        return " → ".join(name or NOTHING for name in (row.donor, recipient))

    def _town(self, row: GiftRow) -> str:
        return row.town

    def _value(self, row: GiftRow) -> str:
        return value_words(row.value_cents, row.valuation, self._t)

    def _list_words(self, row: GiftRow) -> str:
        return words.listing_words(row, self._t)

    def _list_spec(self, row: GiftRow) -> StatusSpec | None:
        return words.listing_spec(row, self._t)


def _arrow(row: GiftRow) -> str:
    return words.ARROWS[row.direction]
