"""What every chair of a plan shows and says, and who stands beside the table."""

from collections.abc import Sequence

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import Company, Place
from cabinet_app.domain.seating_moves import standing
from cabinet_app.domain.seating_notes import notes
from cabinet_app.domain.seating_reasons import reason_of
from cabinet_app.domain.visits import DelegationSide, Seat, SeatingPlan
from cabinet_app.gui.seating.chip import ChipContent
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.precedence_words import place_sentence
from cabinet_app.i18n.seating_words import explanation, seat_words


def shown_name(one: Ranked, t: Translator) -> str:
    """The name; while it is not known, the role."""
    return one.name or label(one.delegate.role, t)


def why(one: Ranked, plan: SeatingPlan, people: Company, place: Place, t: Translator) -> str:
    """Why somebody sits on a seat."""
    reason = reason_of(plan, people, place)
    return explanation(one, reason, plan, place, t) if reason else ""


class Contents:
    """The chips of one plan."""

    def __init__(self, plan: SeatingPlan, people: Company, t: Translator) -> None:
        self._plan = plan
        self._people = people
        self._t = t
        self._objected = {
            one.delegate.id
            for note in notes(plan, people)
            for one in (note.one, note.other)
            if one is not None
        }

    def chairs(self) -> Sequence[ChipContent]:
        return [self._chair(seat) for seat in self._plan.seats]

    def standing(self) -> Sequence[ChipContent]:
        known = self._people.by_id
        return [self._person(known[one]) for one in standing(self._plan, self._people)]

    def _chair(self, seat: Seat) -> ChipContent:
        t, place = self._t, (seat.side, seat.number)
        one = self._people.by_id.get(seat.delegate_id)
        where, empty = seat_words(place, t), t.pgettext("seat", "empty")
        parts = [where, shown_name(one, t) if one else empty]
        if one and not one.function.is_empty:
            parts.append(one.function.shown(t.language))
        if seat.locked:
            parts.append(t.pgettext("seat", "locked"))
        return ChipContent(
            place=place,
            delegate_id=seat.delegate_id if one else 0,
            name=shown_name(one, t) if one else empty,
            number=str(seat.number),
            said=", ".join(parts),
            tip=why(one, self._plan, self._people, place, t) if one else where,
            is_guest=one is not None and one.delegation.side is DelegationSide.GUEST,
            is_locked=seat.locked,
            is_objected=one is not None and seat.delegate_id in self._objected,
        )

    def _person(self, one: Ranked) -> ChipContent:
        t = self._t
        return ChipContent(
            delegate_id=one.delegate.id,
            name=shown_name(one, t),
            said=", ".join((shown_name(one, t), t.gettext("without a seat"))),
            tip=f"{place_sentence(one, t)}.",
            is_guest=one.delegation.side is DelegationSide.GUEST,
        )
