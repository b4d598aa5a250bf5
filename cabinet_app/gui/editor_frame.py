"""What stands round the form of an editor: the title with its anchors above, the buttons below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cabinet_app.gui.theme.tokens import HUGE, MEDIUM, SMALL, TINY
from cabinet_app.gui.widgets.flow import FlowLayout
from cabinet_app.gui.widgets.form import Section
from cabinet_app.gui.widgets.labels import ElidedLabel, doubled, text_button
from cabinet_app.gui.widgets.pills import PillLabel
from cabinet_app.i18n.catalogs import Translator

PADDING = SMALL + 1
"""What a quiet button has round its words: the anchors' words begin under the title's."""


class EditorFoot(QWidget):
    """How far it is saved, and what can be done about it."""

    saved = Signal()
    discarded = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SMALL)
        self.state_label = ElidedLabel(role="muted")
        self._row.addWidget(self.state_label, 1)
        self.history_button = text_button(t.gettext("History"), kind="quiet", icon_name="history")
        self.discard_button = text_button(t.gettext("Discard"))
        self.discard_button.clicked.connect(self.discarded)
        self.save_button = text_button(t.gettext("Save"), kind="primary")
        self.save_button.clicked.connect(self.saved)
        for button in (self.history_button, self.discard_button, self.save_button):
            self._row.addWidget(button)
        self.set_compact(False)

    def set_compact(self, is_compact: bool) -> None:
        """Without margins and words beside the title, where the status bar says the same."""
        margins = (0, 0, 0, 0) if is_compact else (HUGE, SMALL, HUGE, SMALL)
        self._row.setContentsMargins(*margins)
        self.state_label.setVisible(not is_compact)


class EditorHead(QWidget):
    """Title, second line, status and the links to the parts of the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_label = ElidedLabel(role="title")
        self.subtitle_label = ElidedLabel(role="muted")
        self.pill = PillLabel()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(TINY)
        self._first = QHBoxLayout()
        self._first.setSpacing(MEDIUM)
        self._first.setContentsMargins(PADDING, 0, 0, 0)
        self._first.addWidget(self.title_label, 3)
        self._first.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(self._first)
        self._column.addWidget(self.subtitle_label)
        self._bar = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._bar.setSizePolicy(policy)
        self._anchors = FlowLayout(self._bar, gap=TINY)
        self._column.addWidget(self._bar)
        self._sections: Sequence[Section] = ()
        self.set_compact(False, None)

    def set_sections(self, sections: Sequence[Section], open_section: Callable[[str], object]) -> None:
        """A link for every part of the form; none where there is only one."""
        self._sections = sections
        self._bar.setVisible(len(sections) > 1)
        for section in sections:
            button = text_button(doubled(section.title), self._bar, kind="quiet")
            button.clicked.connect(_Opener(open_section, section.key))
            button.setProperty("section_key", section.key)
            section.counted.connect(self._count)
            self._anchors.addWidget(button)

    def set_compact(self, is_compact: bool, foot: QWidget | None) -> None:
        """On a low and broad screen the second line and the buttons stand beside the title."""
        if is_compact:
            self._column.setContentsMargins(HUGE - PADDING, SMALL, HUGE, 0)
            self.subtitle_label.setContentsMargins(0, 0, 0, 0)
            self._first.insertWidget(1, self.subtitle_label, 2)
            if foot is not None:
                self._first.addWidget(foot)
        else:
            self._column.setContentsMargins(HUGE - PADDING, MEDIUM, HUGE, TINY)
            self.subtitle_label.setContentsMargins(PADDING, 0, 0, 0)
            self._column.insertWidget(1, self.subtitle_label)

    def _count(self) -> None:
        for place, section in enumerate(self._sections):
            item = self._anchors.itemAt(place)
            button = item.widget() if item else None
            if button is not None:
                button.setProperty("text", doubled(f"{section.title} {section.count}".strip()))
        self._bar.updateGeometry()


class _Opener:
    def __init__(self, open_section: Callable[[str], object], key: str) -> None:
        self._open_section = open_section
        self._key = key

    def __call__(self) -> None:
        self._open_section(self._key)
