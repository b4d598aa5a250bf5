"""The strip above the tabs that says in at most three sentences what cannot wait; each is a link."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from cabinet_app.gui.theme.icons import icon
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import LARGE, SMALL, TINY
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.labels import PlainLabel, doubled, icon_button, text_button
from cabinet_app.i18n.catalogs import Translator

SENTENCES = 3


@dataclass(frozen=True, slots=True)
class TodayLink:
    """One sentence and the record it speaks of; without one (id 0) the list narrowed by `chip`."""

    text: str
    record_type: str
    record_id: int
    chip: str = ""


class TodayStrip(QWidget):
    """Hidden while there is nothing to say; can be folded to its heading."""

    folded = Signal(bool)

    def __init__(
        self,
        t: Translator,
        open_record: Callable[[str, int], bool],
        parent: QWidget | None = None,
        *,
        open_list: Callable[[str, str], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._open_record = open_record
        self._open_list = open_list
        self._links: list[QPushButton] = []
        self._targets: list[TodayLink] = []
        self._is_folded = False
        mark(self, "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TINY, SMALL, TINY)
        row.setSpacing(SMALL)
        row.addWidget(PlainLabel(t.gettext("Today"), role="strong"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box, gap=TINY)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._box.setSizePolicy(policy)
        row.addWidget(self._box, 1)
        row.addStretch(0)
        self.fold_button = icon_button("chevron-up", t.gettext("Fold today's notes"), self)
        self.fold_button.clicked.connect(self._toggle)
        row.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def sentences(self) -> Sequence[str]:
        return [link.text for link in self._targets]

    def set_links(self, links: Sequence[TodayLink]) -> None:
        """Show these, the first three of them."""
        for button in self._links:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._targets = list(links[:SENTENCES])
        self._links = []
        for place, link in enumerate(self._targets):
            button = text_button(doubled(link.text), self._box, kind="link plainlink")
            button.setProperty("place", place)
            button.clicked.connect(self._open)
            self._flow.addWidget(button)
            self._links.append(button)
        self.setVisible(bool(self._targets))

    def set_folded(self, is_folded: bool) -> None:
        """Show the heading only, or everything."""
        self._is_folded = is_folded
        self._box.setVisible(not is_folded)
        self.fold_button.setAccessibleName(
            self._t.gettext("Show today's notes") if is_folded else self._t.gettext("Fold today's notes")
        )
        self.fold_button.setIcon(icon("chevron-down" if is_folded else "chevron-up", "muted"))

    def _toggle(self) -> None:
        self.set_folded(not self._is_folded)
        self.folded.emit(self._is_folded)

    def _open(self) -> None:
        link = self._targets[self.sender().property("place")]
        if link.record_id:
            self._open_record(link.record_type, link.record_id)
        elif self._open_list is not None:
            self._open_list(link.record_type, link.chip)
