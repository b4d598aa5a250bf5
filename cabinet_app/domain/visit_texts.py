"""The texts of a visit by the names of the fields in which they stand: `programme[2].title`."""

import copy
import re
from typing import Any, Final

from cabinet_app.domain.texts import Language, LocalizedText
from cabinet_app.domain.visits import Visit

_STEP: Final = re.compile(r"(\w+)(?:\[(\d+)\])?")


def text_at(visit: Visit, field: str) -> LocalizedText:
    """The text of that name."""
    owner, name = _owner(visit, field)
    text: LocalizedText = getattr(owner, name)
    return text


def with_text(visit: Visit, field: str, language: Language, text: str) -> Visit:
    """A copy of the visit with one language of that text replaced."""
    changed = copy.deepcopy(visit)
    owner, name = _owner(changed, field)
    setattr(owner, name, getattr(owner, name).with_text(language, text))
    return changed


def _owner(visit: Visit, field: str) -> tuple[Any, str]:
    *steps, last = _STEP.findall(field)
    owner: Any = visit
    for name, place in steps:
        owner = getattr(owner, name)[int(place)]
    return owner, last[0]
