"""For which delegation of a visit a programme is printed."""

from PySide6.QtWidgets import QWidget

from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.i18n.labels import label

ALL = 0
SEVERAL = 2


class DelegationChoice(ChoiceCombo[int]):
    """All of them, or one of those whose programme it is."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        self._context = context
        super().__init__([(ALL, context.t.gettext("all together"))], parent)

    @property
    def delegation_id(self) -> int | None:
        """The chosen one, None for all."""
        return self.value() or None

    def show_visit(self, visit_id: int | None) -> bool:
        """Offer the guests of a visit; whether there is anything to choose."""
        chosen = self.value()
        choices = [(ALL, self._context.t.gettext("all together")), *self._guests(visit_id)]
        self.set_choices(choices)
        self.set_value(chosen if chosen in dict(choices) else ALL)
        return len(choices) > SEVERAL

    def _guests(self, visit_id: int | None) -> list[tuple[int, str]]:
        if visit_id is None:
            return []
        from cabinet_app.domain.programme_hours import guests_of

        cabinet, language = self._context.cabinet, self._context.language
        try:
            guests = guests_of(cabinet.visits.get(visit_id).record)
        except RecordNotFound:
            return []
        names = []
        for number, guest in enumerate(guests, start=1):
            place = cabinet.places.choice(guest.place_id, language) if guest.place_id else None
            body = (
                cabinet.organizations.choice(guest.organization_id, language)
                if guest.organization_id
                else None
            )
            named = place or body
            words = named.title if named else f"{label(guest.side, self._context.t)} {number}"
            names.append((guest.id, words))
        return names
