"""The data of the map of the partner towns."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from cabinet_app.domain.activity import dormant_since
from cabinet_app.domain.map_layout import Liveliness
from cabinet_app.domain.map_projection import Spot
from cabinet_app.domain.places import Place
from cabinet_app.domain.twinning import Partnership, PartnershipStatus
from cabinet_app.reports.agreements_data import PartnerName
from cabinet_app.reports.composing.names import home_of
from cabinet_app.reports.twin_map_data import MapPartner, TwinMapData
from cabinet_app.reports.twin_towns_data import LISTED, LIVING

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet

_RESTING: Final = frozenset({PartnershipStatus.FROZEN, PartnershipStatus.ENDED, PartnershipStatus.UNCLEAR})


def compose(
    cabinet: "Cabinet", printed_at: datetime, *, internal: bool, ids: Collection[int] | None = None
) -> TwinMapData:
    """Our town and its partners with towns of their own; `ids` keeps only these partnerships."""
    partnerships = [one for one in cabinet.partnerships.all() if ids is None or one.id in ids]
    contacts = cabinet.partnerships.last_contacts([one.id for one in partnerships], printed_at.date())
    home = home_of(cabinet)
    wanted = [one.place_id for one in partnerships if one.place_id]
    if home and home.place_id:
        wanted.append(home.place_id)
    places = {place.id: place for place in cabinet.places.get_many(list(dict.fromkeys(wanted)))}
    ours = places.get(home.place_id or 0) if home else None
    partners = tuple(
        _partner(one, places[one.place_id], contacts.get(one.id), printed_at.date())
        for one in partnerships
        if one.place_id in places
    )
    data = TwinMapData(printed_at, _home(ours) if ours else None, partners)
    return data if internal else data.for_public()


def _home(place: Place) -> MapPartner:
    return MapPartner(0, _name(place), _spot(place))


def _partner(partnership: Partnership, place: Place, contact: date | None, today: date) -> MapPartner:
    is_lively = contact is not None and contact >= dormant_since(today)
    awake = Liveliness.LIVELY if is_lively else Liveliness.QUIET
    return MapPartner(
        partnership.id,
        _name(place),
        _spot(place),
        partnership.kind,
        Liveliness.RESTING if partnership.status in _RESTING else awake,
        partnership.verified,
        is_listed=partnership.kind in LISTED and partnership.status in LIVING,
    )


def _name(place: Place) -> PartnerName:
    return PartnerName(place.names, place.native_name.partition(" / ")[0], place.country)


def _spot(place: Place) -> Spot | None:
    if place.latitude is None or place.longitude is None:
        return None
    return Spot(place.latitude, place.longitude)
