"""The legend of the map in words."""

from typing import Final

from cabinet_app.domain.map_layout import Liveliness
from cabinet_app.domain.map_marks import MarkShape
from cabinet_app.i18n.catalogs import Translator, pgettext_noop

_SHAPES: Final[dict[MarkShape, tuple[str, str]]] = {
    MarkShape.CIRCLE: pgettext_noop("map", "twin town"),
    MarkShape.DIAMOND: pgettext_noop("map", "friendship town"),
    MarkShape.SQUARE: pgettext_noop("map", "town with a charter of cooperation"),
    MarkShape.TRIANGLE: pgettext_noop("map", "other partner"),
}
_LIVELINESS: Final[dict[Liveliness, tuple[str, str]]] = {
    Liveliness.LIVELY: pgettext_noop("map", "contact in the last two years"),
    Liveliness.QUIET: pgettext_noop("map", "no contact for more than two years"),
    Liveliness.RESTING: pgettext_noop("map", "suspended, ended or unclear"),
}


def shape_word(shape: MarkShape, t: Translator) -> str:
    """What kind of partner the form of a dot stands for."""
    return t.pgettext(*_SHAPES[shape])


def liveliness_word(liveliness: Liveliness, t: Translator) -> str:
    """What the colour of a dot stands for."""
    return t.pgettext(*_LIVELINESS[liveliness])
