"""A seat, its reason and what is wrong with a table, in words. Names are never declined."""

from typing import Final

from cabinet_app.domain.precedence import Ranked
from cabinet_app.domain.seating import OPPOSITE, Place
from cabinet_app.domain.seating_notes import SeatingNote, Trouble
from cabinet_app.domain.seating_reasons import SeatKind, SeatReason
from cabinet_app.domain.visits import SeatingPlan, SeatingShape, SeatSide
from cabinet_app.i18n.catalogs import N_, Translator, ngettext_noop
from cabinet_app.i18n.labels import label
from cabinet_app.i18n.precedence_words import place_sentence

_TROUBLES: Final = {
    Trouble.NO_SEAT: N_("{name}: no seat yet."),
    Trouble.TWO_SEATS: N_("{name}: two seats at the same table."),
    Trouble.HEAD_NOT_IN_THE_MIDDLE: N_("{name}: not in the middle of the long side."),
    Trouble.HEADS_NOT_OPPOSITE: N_("The heads do not face each other: {name}, {other}."),
    Trouble.EMPTY_BESIDE_HEAD: N_("{name}: an empty seat beside; let somebody move up."),
    Trouble.INTERPRETER_TOO_FAR: N_("{name}: interprets, but sits too far from those who need it."),
    Trouble.NO_INTERPRETER_NEAR: N_("{name}: needs an interpreter, and none sits near."),
    Trouble.OTHER_SIDE: N_("{name}: sits on the other delegation's side."),
    Trouble.COUPLE: N_("{name}, {other}: of one family side by side; couples are separated at dinner."),
    Trouble.NO_COMMON_LANGUAGE: N_("{name}: shares no language with the neighbours."),
}
_GONE: Final = ngettext_noop(
    "{count} person is no longer at the table; the gap is closed.",
    "{count} people are no longer at the table; the gaps are closed.",
)
_AT_TALKS: Final = {
    SeatKind.RIGHT: N_("Seat {number} to the right of the head of delegation."),
    SeatKind.LEFT: N_("Seat {number} to the left of the head of delegation."),
}
_AT_DINNER: Final = {
    SeatKind.RIGHT: N_("Seat {number} to the right of the host."),
    SeatKind.LEFT: N_("Seat {number} to the left of the host."),
}
_FACING_THE_HOST: Final = {
    SeatKind.RIGHT: N_("Seat {number} to the right of the seat opposite the host."),
    SeatKind.LEFT: N_("Seat {number} to the left of the seat opposite the host."),
}
_PLAIN: Final = {
    SeatKind.HEAD: N_("In the middle of the long side, opposite the other head of delegation."),
    SeatKind.HOST: N_("The host's seat."),
    SeatKind.CO_HOST: N_("The second host's seat, opposite the host."),
    SeatKind.OPPOSITE: N_("The seat opposite the host."),
    SeatKind.INTERPRETER_BESIDE: N_("Interpreter beside the person spoken for."),
    SeatKind.INTERPRETER_BEHIND: N_("Interpreter in the second row."),
    SeatKind.MINUTES: N_("Takes the minutes, at the end of the row."),
}


def note_sentence(note: SeatingNote, t: Translator) -> str:
    """One objection as a sentence."""
    if note.trouble is Trouble.GAP_CLOSED:
        return t.ngettext(*_GONE, note.count).format(count=note.count)
    name = note.one.name if note.one else ""
    other = note.other.name if note.other else ""
    return t.gettext(_TROUBLES[note.trouble]).format(name=name, other=other)


def seat_words(place: Place, t: Translator) -> str:
    """`Sedež 3, zgornja stran`."""
    side = label(place[0], t)
    if place[0] in {SeatSide.LEFT, SeatSide.RIGHT}:
        return side
    return t.gettext("Seat {number}, {side}").format(number=place[1], side=side)


def reason_sentence(reason: SeatReason, plan: SeatingPlan, place: Place, t: Translator) -> str:
    """What the seat is; where somebody was placed by hand, that too."""
    if reason.kind in _PLAIN:
        said = t.gettext(_PLAIN[reason.kind])
    elif plan.shape is SeatingShape.TALKS:
        said = t.gettext(_AT_TALKS[reason.kind])
    elif place[0] is SeatSide.TOP and plan.shape in {SeatingShape.HOST_ALONE, SeatingShape.TWO_HOSTS}:
        said = t.gettext(_FACING_THE_HOST[reason.kind])
    else:
        said = t.gettext(_AT_DINNER[reason.kind])
    said = said.format(number=reason.distance)
    if reason.by_hand:
        by_hand = t.gettext("Placed by hand: the order of precedence has another seat.")
        return f"{said} {by_hand}"
    return said


def explanation(one: Ranked, reason: SeatReason, plan: SeatingPlan, place: Place, t: Translator) -> str:
    """Why somebody sits there: what the seat is, and the place in the order of precedence."""
    return f"{reason_sentence(reason, plan, place, t)} {place_sentence(one, t)}."


def side_words(plan: SeatingPlan, side: SeatSide, t: Translator) -> str:
    """Who sits on a long side of a talks table; empty at a dinner, where all are mixed."""
    if plan.shape is not SeatingShape.TALKS or side not in OPPOSITE:
        return ""
    return t.gettext("Guests") if side is SeatSide.TOP else t.gettext("Hosts")
