"""What is said of the lines of a list of partner towns that is taken in."""

from collections.abc import Sequence

from cabinet_app.i18n.catalogs import Translator
from cabinet_app.i18n.messages import one_line


def refused_line(number: int, town: str, column: str, value: str, t: Translator) -> str:
    """Why a line is left out; `column` is what the column is called, empty where the town is missing."""
    if not column:
        return t.gettext("Line {line}: the name of the town is missing.").format(line=number)
    told = t.gettext("Line {line}, {town}: “{value}” does not fit the column “{column}”.")
    return told.format(line=number, town=one_line(town), value=one_line(value), column=column)


def alike_line(number: int, town: str, towns: Sequence[str], t: Translator) -> str:
    """A town with nearly the name of another; it is taken for a town of its own unless somebody says not."""
    told = t.gettext("Line {line}, {town}: a new town, though its name is much like {towns}.")
    return told.format(line=number, town=one_line(town), towns=", ".join(one_line(name) for name in towns))
