"""Keeps what is typed into open forms beside the data, so that a crash loses no sentence.

Every two seconds the unsaved drafts of the window go into one file of the user's own; when nothing is unsaved
the file goes. A file that is still there at the next start is what a crash left behind: it is offered once.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from cabinet_app.domain.documents import from_document, to_document
from cabinet_app.domain.record_types import RECORD_TYPES
from cabinet_app.errors import UserError
from cabinet_app.gui.beside import KeptDraft, kept_draft
from cabinet_app.gui.editor import EditorState
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.widgets.banner import Link

if TYPE_CHECKING:
    from cabinet_app.gui.main_window import MainWindow

log = logging.getLogger(__name__)
EVERY_MS = 2000
Panes = Callable[[], Iterator[RecordPane[Any, Any]]]


class DraftKeeper(QObject):
    """Writes the drafts of the panes of one register."""

    def __init__(self, folder: Path, address: str, panes: Panes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = hashlib.sha256(address.encode()).hexdigest()[:16]
        self._path = folder / f"{name}.json"
        self._panes = panes
        self._written = ""
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self) -> None:
        """Look every two seconds from now on."""
        self._timer.start()

    def end(self) -> None:
        """Stop looking; what is saved by now needs no keeping."""
        self._timer.stop()
        self.keep()

    def keep(self) -> None:
        """Write down what is unsaved at this moment."""
        drafts = [_document(kept_draft(pane)) for pane in self._panes() if pane.is_dirty]
        text = json.dumps(drafts, ensure_ascii=False) if drafts else ""
        if text == self._written:
            return
        try:
            self._write(text)
        except (OSError, UserError) as error:
            log.warning("Drafts not kept: %s", type(error).__name__)
        else:
            self._written = text

    def left_behind(self) -> list[KeptDraft]:
        """What a crash left; what cannot be read is passed over."""
        try:
            drafts = json.loads(self._path.read_text(encoding="utf-8"))
            return [KeptDraft(str(draft["pane"]), str(draft["type"]), _state(draft)) for draft in drafts]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, LookupError, TypeError, UserError) as error:
            log.warning("Drafts not read: %s", type(error).__name__)
            return []

    def forget(self) -> None:
        """Throw away what was left behind."""
        self._path.unlink(missing_ok=True)

    def settle(self) -> None:
        """Write what is unsaved over what was left behind, or take that away if nothing is."""
        self._written = "?"
        self.keep()

    def _write(self, text: str) -> None:
        if not text:
            self.forget()
            return
        from cabinet_app.exchange.files import write_whole

        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(self._path, text.encode())


class DraftOffer:
    """Asks once, in the banner of the window, whether to go on with what a crash left behind."""

    def __init__(self, window: "MainWindow", keeper: DraftKeeper, drafts: Sequence[KeptDraft]) -> None:
        self._window = window
        self._keeper = keeper
        self._drafts = drafts

    def show(self) -> None:
        """Ask."""
        t = self._window.t
        sentence = t.gettext(
            "The program was not closed properly. Some of what you typed had not been saved."
        )
        links = [Link(t.gettext("Show it"), self.accept), Link(t.gettext("Throw it away"), self.refuse)]
        self._window.error_banner.show_message("warn", sentence, links)

    def accept(self) -> None:
        """Put the drafts back where they were typed."""
        self._window.error_banner.clear()
        self._window.take_drafts(self._drafts)
        self._keeper.settle()

    def refuse(self) -> None:
        """Throw them away."""
        self._window.error_banner.clear()
        self._keeper.forget()


def _document(kept: KeptDraft) -> dict[str, Any]:
    state = kept.state
    written = {
        "pane": kept.pane,
        "type": kept.record_type,
        "version": state.version,
        "draft": to_document(state.draft),
        "base": to_document(state.base),
    }
    if state.extra is not None:
        record_type = next(name for name, kind in RECORD_TYPES.items() if isinstance(state.extra, kind))
        written["extra"] = {"type": record_type, "draft": to_document(state.extra)}
    return written


def _state(kept: dict[str, Any]) -> EditorState[Any]:
    kind = RECORD_TYPES[kept["type"]]
    version = int(kept["version"])
    draft, base = (from_document(kind, kept[name]) for name in ("draft", "base"))
    extra = kept.get("extra")
    besides = from_document(RECORD_TYPES[extra["type"]], extra["draft"]) if extra else None
    return EditorState(draft, base, version, is_new=version == 0, extra=besides)
