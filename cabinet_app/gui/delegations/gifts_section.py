"""The gifts of a visit, in its editor: what was exchanged, and what was exchanged with the town before."""

from cabinet_app.domain.gifts import Gift, GiftDirection
from cabinet_app.domain.visits import Visit
from cabinet_app.gui.delegations.sections import VisitSection
from cabinet_app.gui.gifts.earlier import EarlierGifts
from cabinet_app.gui.widgets.labels import text_button


class GiftsSection(VisitSection):
    """Leads to the gifts and begins new ones that belong to the visit."""

    def build(self) -> None:
        g = self.t.gettext
        self.heading = self.section("gifts", g("Gifts"))
        for words, act in ((g("Gift received"), self._received), (g("Gift given"), self._given)):
            button = text_button(words, kind="quiet", icon_name="plus")
            button.clicked.connect(act)
            self.heading.add_button(button)
        self.panel = EarlierGifts(self.context, of_visit=True)
        self.editor.form.add_widget(self.panel)

    def fill(self, draft: Visit) -> None:
        self.panel.show_exchanged(draft.partner_place_id, visit_id=draft.id or None)
        self.heading.set_count(str(self.panel.on_visit or ""))

    def _received(self) -> None:
        self._begin(GiftDirection.RECEIVED)

    def _given(self) -> None:
        self._begin(GiftDirection.GIVEN)

    def _begin(self, direction: GiftDirection) -> None:
        if not self.editor.save_first():
            return
        visit = self.editor.draft()
        gift = Gift(
            direction=direction,
            visit_id=visit.id,
            place_id=visit.partner_place_id,
            happened_on=visit.starts_on,
        )
        self.context.new_record("gift", gift)
