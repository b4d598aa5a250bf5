"""The data of the yearly list of gifts."""

from typing import TYPE_CHECKING

from cabinet_app.reports.gifts_data import GiftListData
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def compose(cabinet: "Cabinet", options: ReportOptions) -> GiftListData:
    """The list of the year chosen, else of the year before the print."""
    from cabinet_app.services.gift_entries import gift_list

    year = options.first.year if options.first else options.printed_at.year - 1
    return GiftListData(options.printed_at, gift_list(cabinet.gifts, year))
