"""Help inside the program: one page per tab and language, headings and paragraphs of plain text."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from cabinet_app import paths
from cabinet_app.domain.texts import Language
from cabinet_app.gui.tabs import TABS
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import HUGE, LARGE, SMALL
from cabinet_app.gui.view_switch import SegmentedSwitch
from cabinet_app.gui.widgets.labels import PlainLabel
from cabinet_app.i18n.catalogs import Translator


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: title, heading, item or paragraph."""

    kind: str
    text: str


def blocks(text: str) -> list[Block]:
    """A page in its pieces: `# title`, `## heading`, `- item`, and paragraphs parted by blank lines."""
    found: list[Block] = []
    for paragraph in text.split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().splitlines() if line.strip()]
        if lines and lines[0].startswith("- "):
            joined = "\n".join(lines)
            found += [Block("item", " ".join(item.split())) for item in joined[2:].split("\n- ")]
        elif lines and lines[0].startswith("#"):
            kind = "heading" if lines[0].startswith("##") else "title"
            found.append(Block(kind, lines[0].lstrip("# ")))
            if len(lines) > 1:
                found.append(Block("paragraph", " ".join(lines[1:])))
        elif lines:
            found.append(Block("paragraph", " ".join(lines)))
    return found


def page(tab: str, language: Language) -> list[Block]:
    """The page of a tab."""
    path = paths.resources() / "help" / language.value / f"{tab}.md"
    return blocks(path.read_text(encoding="utf-8"))


class HelpDialog(QDialog):
    """A window that can stay open beside the work."""

    def __init__(self, t: Translator, tab: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t.gettext("Help"))
        self.resize(640, 620)
        self._language = t.language
        self.switch = SegmentedSwitch(
            [(spec.key, t.gettext(spec.title)) for spec in TABS], t.gettext("Page"), self
        )
        self.switch.set_current(tab)
        self.switch.chosen.connect(self.show_page)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(t.gettext("Help"))
        mark(self.area, "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.area, 1)
        self.show_page(tab)
        # The arrows turn over the text at once.
        self.area.setFocus()

    def show_page(self, tab: str) -> None:
        """Turn to the page of a tab."""
        content = QWidget()
        mark(content, "surface")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(content)
        column.setContentsMargins(HUGE, LARGE, HUGE, LARGE)
        column.setSpacing(SMALL)
        for block in page(tab, self._language):
            role = {"title": "title", "heading": "heading"}.get(block.kind, "")
            text = f"•  {block.text}" if block.kind == "item" else block.text
            column.addWidget(PlainLabel(text, role=role, wrap=True))
        column.addStretch(1)
        self.area.setWidget(content)
