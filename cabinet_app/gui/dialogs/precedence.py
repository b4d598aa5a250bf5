"""The order of precedence of the house: its ranks, what decides between equals, and where it comes from."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cabinet_app.domain.protocol import PrecedenceRank, PrecedenceScheme, TieBreaker
from cabinet_app.errors import UserError
from cabinet_app.gui.context import GuiContext
from cabinet_app.gui.theme.tokens import LARGE, MEDIUM, SMALL
from cabinet_app.gui.widgets.banner import Banner
from cabinet_app.gui.widgets.child_model import ChildColumn
from cabinet_app.gui.widgets.child_table import ChildTable
from cabinet_app.gui.widgets.choice_combo import ChoiceCombo
from cabinet_app.gui.widgets.fields import NumberField, TextArea
from cabinet_app.gui.widgets.form import Form
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.gui.widgets.localized_edit import LocalizedEdit
from cabinet_app.i18n import messages
from cabinet_app.i18n.catalogs import N_

if TYPE_CHECKING:
    from cabinet_app.services.records import Stored

Ties = tuple[TieBreaker, ...]
_TIES: Final[dict[Ties, str]] = {
    (TieBreaker.SENIORITY, TieBreaker.ALPHABET): N_("seniority in office, then the alphabet"),
    (TieBreaker.ALPHABET,): N_("the alphabet"),
    (TieBreaker.SENIORITY,): N_("seniority in office"),
    (TieBreaker.ALPHABET, TieBreaker.SENIORITY): N_("the alphabet, then seniority in office"),
    (): N_("only the order of entry"),
}


class PrecedenceDialog(QDialog):
    """Edits the scheme in force; the first save makes the shipped one the house's own."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._t = context.t
        self._version = 0
        self._scheme = self._read()
        self._build()
        self._show(self._scheme)

    def scheme(self) -> PrecedenceScheme:
        """The scheme as the fields have it; ranks in their order."""
        self.ranks.commit()
        return PrecedenceScheme(
            id=self._scheme.id,
            names=self.names.value(),
            in_force=True,
            tie_breakers=list(self.ties.value()),
            source=self.source.value(),
            ranks=sorted(self.ranks.value(), key=_number),
        )

    def save(self) -> None:
        """Store the scheme and close; what is wrong is said instead."""
        scheme = self.scheme()
        if problem := self._problem(scheme):
            self.banner.show_message("danger", problem)
            return
        schemes = self._context.cabinet.precedence_schemes
        try:
            if scheme.id:
                schemes.update(scheme, self._version)
            else:
                schemes.create(scheme)
        except UserError as error:
            self.banner.show_message("danger", messages.sentence(error, self._t))
            return
        self._context.toaster.show_toast(self._t.gettext("The order of precedence was saved."))
        self.accept()

    def restore(self) -> None:
        """Fill in the order that the program comes with; nothing is stored before Save."""
        from cabinet_app.services.precedence import shipped_scheme

        self._show(shipped_scheme())

    def _read(self) -> PrecedenceScheme:
        scheme = self._context.cabinet.precedence_schemes.in_force()
        if scheme.id:
            stored: Stored[PrecedenceScheme] = self._context.cabinet.precedence_schemes.get(scheme.id)
            self._version = stored.version
        return scheme

    def _build(self) -> None:
        g, t = self._t.gettext, self._t
        self.setWindowTitle(g("Order of precedence"))
        self.resize(820, 680)
        self.banner = Banner(self)
        about = PlainLabel(
            g(
                "Rank 1 is the highest. People without a rank of their own have the one whose words stand in"
                " their function; write further words behind a semicolon."
            ),
            role="muted",
            wrap=True,
        )
        form = Form(self)
        self.names = LocalizedEdit(t)
        self.ties: ChoiceCombo[Ties] = ChoiceCombo([(ties, g(words)) for ties, words in _TIES.items()])
        self.source = TextArea(lines=3)
        form.add("names", g("Name"), self.names)
        form.add("tie_breakers", g("Between equals"), self.ties)
        form.add("source", g("Source"), self.source)
        self.ranks: ChildTable[PrecedenceRank] = ChildTable(
            t, self._columns(), self._new_rank, add_text=g("Add rank"), name=g("Ranks"), can_move=False
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for widget in (self.banner, about, self.ranks, form):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        g = self._t.gettext
        restore = text_button(g("Restore the order of the program"), self, kind="quiet", icon_name="undo-2")
        restore.clicked.connect(self.restore)
        cancel = text_button(g("Cancel"), self)
        cancel.clicked.connect(self.reject)
        save = text_button(g("Save"), self, kind="primary")
        save.clicked.connect(self.save)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    def _show(self, scheme: PrecedenceScheme) -> None:
        self.banner.clear()
        self.names.set_value(scheme.names)
        self.ties.set_value(tuple(scheme.tie_breakers))
        self.source.set_value(scheme.source)
        self.ranks.set_value(sorted(scheme.ranks, key=_number))

    def _problem(self, scheme: PrecedenceScheme) -> str:
        if scheme.names.is_empty:
            return self._t.gettext("Give the order of precedence a name.")
        nameless = next((rank for rank in scheme.ranks if rank.label.is_empty), None)
        if nameless is not None:
            words = self._t.gettext("Rank {rank} has no words. Write them or remove the row.")
            return words.format(rank=nameless.rank)
        return ""

    def _columns(self) -> list[ChildColumn[PrecedenceRank]]:
        g = self._t.gettext
        return [
            ChildColumn(
                "rank",
                self._t.pgettext("precedence", "Rank"),
                self._rank,
                self._rank_field,
                width=7,
                alignment="right",
            ),
            ChildColumn("label", g("Function"), self._label, self._label_field, stretch=True),
            ChildColumn("ranked", g("Ranked"), self._ranked, checkable=True, width=12),
        ]

    def _new_rank(self) -> PrecedenceRank:
        last = max((rank.rank for rank in self.ranks.model.rows), default=0)
        return PrecedenceRank(rank=last + 1)

    def _rank(self, rank: PrecedenceRank) -> str:
        return str(rank.rank)

    def _label(self, rank: PrecedenceRank) -> str:
        return rank.label.shown(self._t.language)

    def _ranked(self, _rank: PrecedenceRank) -> str:
        return ""

    def _rank_field(self, parent: QWidget) -> QWidget:
        return RankField(parent)

    def _label_field(self, parent: QWidget) -> QWidget:
        return LocalizedEdit(self._t, parent)


class RankField(NumberField):
    """A rank is a number from 1; an empty cell leaves it as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, largest=99)

    def problem(self) -> str:
        """Something where there is no rank to take over."""
        return "" if self.value() else "-"


def _number(rank: PrecedenceRank) -> int:
    return rank.rank
