"""What stands in the yearly list of gifts."""

from dataclasses import dataclass
from datetime import datetime

from cabinet_app.domain.gift_list import GiftList


@dataclass(frozen=True, slots=True)
class GiftListData:
    printed_at: datetime
    gifts: GiftList
