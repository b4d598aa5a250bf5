"""Pickers of people, organizations and places, wired to the directory, which create what is missing in place.

person_picker(context), place_picker(context), organization_picker(context, classification=…)
record_picker(context, "visit")       any record type, without creating
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from cabinet_app.domain.bodies import Classification, Organization
from cabinet_app.domain.names import PersonName
from cabinet_app.domain.people import Person
from cabinet_app.domain.places import Place, PlaceKind
from cabinet_app.domain.texts import Language, LocalizedText, same
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.picker import LIMIT, ChoiceLike, Picker

TITLES = frozenset({"dr", "mag", "prof", "ing", "dipl", "mgr", "ddr", "univ", "di", "msc", "bsc"})


class Directory:
    """Finds, names and creates records of one type for a picker."""

    def __init__(
        self, context: GuiContext, record_type: str, draft: Callable[[str], object] | None = None
    ) -> None:
        self._service: Any = context.cabinet.records(record_type)
        self._language = context.language
        self._draft = draft

    def search(self, text: str) -> Sequence[ChoiceLike]:
        """Records that hold every word of the text; those that hold them in their names come first."""
        from cabinet_app.i18n.collation import fold

        found: Sequence[ChoiceLike] = self._service.choices(text, self._language, LIMIT)
        words = fold(text).split()
        return sorted(found, key=lambda choice: not all(word in fold(choice.title) for word in words))

    def title(self, record_id: int) -> str:
        """What the record is called."""
        choice = self._service.choice(record_id, self._language)
        return str(choice.title) if choice else ""

    def create(self, text: str) -> int | None:
        """Store a new record of this name; its id."""
        assert self._draft
        return int(self._service.create(self._draft(text)).record.id)


def record_picker(context: GuiContext, record_type: str, parent: QWidget | None = None) -> Picker:
    """Chooses among the records of a type."""
    directory = Directory(context, record_type)
    return Picker(context.t, directory.search, directory.title, parent)


def person_picker(context: GuiContext, parent: QWidget | None = None) -> Picker:
    """Chooses a person; a name typed in full becomes a new one."""
    directory = Directory(context, "person", _person)
    return Picker(context.t, directory.search, directory.title, parent, create=directory.create)


def place_picker(
    context: GuiContext, parent: QWidget | None = None, *, kind: PlaceKind = PlaceKind.TOWN
) -> Picker:
    """Chooses a place; a new one is of `kind`, `Beljak (Villach)` names it in two ways."""

    def draft(text: str) -> Place:
        names, native = names_from(text, context.language)
        return Place(names=names, native_name=native, kind=kind)

    directory = Directory(context, "place", draft)
    return Picker(context.t, directory.search, directory.title, parent, create=directory.create)


def organization_picker(
    context: GuiContext,
    parent: QWidget | None = None,
    *,
    classification: Classification = Classification.MUNICIPALITY,
) -> Picker:
    """Chooses an organization; a new one gets `classification`."""

    def draft(text: str) -> Organization:
        names = LocalizedText().with_text(context.language, text)
        return Organization(names=names, classification=classification)

    directory = Directory(context, "organization", draft)
    return Picker(context.t, directory.search, directory.title, parent, create=directory.create)


def _person(text: str) -> Person:
    return Person(name=name_from(text))


def name_from(text: str) -> PersonName:
    """`dr. Petra Oberrauner, MBA` in its parts; the last word before the comma is the family name."""
    main, _, after = text.partition(",")
    words = main.split()
    titles: list[str] = []
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        titles.append(words.pop(0))
    given, family = (" ".join(words[:-1]), words[-1]) if words else ("", "")
    return PersonName(title_before=" ".join(titles), given=given, family=family, title_after=after.strip())


def names_from(text: str, language: Language) -> tuple[LocalizedText, str]:
    """`Beljak (Villach)`: its name in `language`, the one it has at home for the other languages."""
    name, _, native = text.replace(" / ", "/").rstrip(")").partition("(" if text.endswith(")") else "/")
    name, native = name.strip(), native.strip()
    names = same(native) if name and native else LocalizedText()
    return names.with_text(language, name or native), native if name else ""
