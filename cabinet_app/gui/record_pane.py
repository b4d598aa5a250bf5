"""Filter bar, list and editor of one kind of record, and everything that happens between them.

Built from a `RecordKind` alone. Commands of the window act on the pane in front: new_record, duplicate,
delete, save, discard, print_records, focus_search. `filter_bar`, `records`, `editor` may be added to.
The editor is built when a record is first shown in it: a window has rows long before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cabinet_app.errors import RecordNotFound
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.hearing import hear
from cabinet_app.gui.record_kind import RecordKind
from cabinet_app.gui.view_switch import ViewSwitch
from cabinet_app.gui.widgets.empty_state import EmptyState
from cabinet_app.gui.widgets.filter_bar import FilterBar
from cabinet_app.gui.widgets.labels import Hairline, doubled, text_button
from cabinet_app.gui.widgets.list_and_editor import ListAndEditor
from cabinet_app.gui.widgets.record_list import RecordList
from cabinet_app.gui.widgets.record_model import Sorting

if TYPE_CHECKING:
    from cabinet_app.gui.editor import EditorState, RecordEditor
    from cabinet_app.gui.history_panel import HistoryPanel
    from cabinet_app.gui.record_saving import Saving
    from cabinet_app.services.changes import Change
    from cabinet_app.services.records import ListQuery

R = TypeVar("R")
D = TypeVar("D")
BANDS_UP_TO = 2000
LIST = "list"


@dataclass(slots=True)
class PaneState(Generic[D]):
    """Where somebody was in a pane; the draft goes from window to window only, the rest is kept."""

    text: str = ""
    chips: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    record_id: int = 0
    header: str = ""
    share: float = 0.6
    view: str = ""
    draft: "EditorState[D] | None" = None
    extra: dict[str, str] = field(default_factory=dict)


class RecordPane(QWidget, Generic[R, D]):
    """The records of one kind: found above, listed at the left, edited at the right."""

    state_changed = Signal()
    """What can be done, or what the status bar says, may have changed."""
    reloaded = Signal()
    stored = Signal()
    """The draft has been stored."""

    def __init__(self, context: GuiContext, kind: RecordKind[R, D], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.kind = kind
        self.t = context.t
        self._editor: RecordEditor[D] | None = None
        self._saving: Saving[R, D] | None = None
        self._pending_id = 0
        self._is_stale = True
        self._is_restoring = False
        self._history: HistoryPanel | None = None
        self._build()
        self._connect()
        hear(context.cabinet.changes, self._data_changed, self)

    # What the window and the other tabs ask for.

    @property
    def editor(self) -> "RecordEditor[D]":
        """The editor, built when it is first asked for."""
        if self._editor is None:
            self._editor = self._build_editor()
        return self._editor

    @property
    def saving(self) -> "Saving[R, D]":
        """What stores the drafts of the editor."""
        if self._saving is None:
            from cabinet_app.gui.record_saving import Saving

            self._saving = Saving(self.context, self.kind, self.editor)
            self._saving.stored.connect(self._after_save)
            self._saving.stored.connect(self.stored)
        return self._saving

    @property
    def has_record(self) -> bool:
        """Whether a record, stored or new, is in the editor."""
        return self._editor is not None and self._editor.has_record

    @property
    def is_dirty(self) -> bool:
        """Whether the editor holds something that has not been stored."""
        return self._editor is not None and self._editor.has_record and self._editor.is_dirty

    @property
    def current_id(self) -> int:
        """The id of the record in the editor, 0 if it is new or there is none."""
        return int(getattr(self.editor.base, "id", 0)) if self.has_record else 0

    def commit(self) -> None:
        """Let the draft hold what is being typed."""
        if self._editor is not None:
            self._editor.commit()

    @property
    def ids(self) -> Sequence[int]:
        """The records the list shows, in its order."""
        return self.records.records.ids

    def reload(self) -> None:
        """Ask for the list again."""
        self._is_stale = False
        ids = self.kind.service.ids(self._query())
        self._is_restoring = True
        self.records.show_ids(ids, self._bands(ids))
        if self.current_id:
            self.records.select(self.current_id)
        self._is_restoring = False
        for view in self.views.built():
            view.show_ids(ids)
            view.select(self.current_id)
        self._choose_page()
        self.reloaded.emit()
        self.state_changed.emit()

    def select(self, record_id: int) -> bool:
        """Show a record in the editor; a filter that hides it is taken off.

        False if a draft stands in the way or there is no such record.
        """
        if self.current_id == record_id and self.has_record:
            return True
        if not self.leave():
            return False
        if self._is_stale or not self.records.select(record_id):
            self.filter_bar.set_filter("", ())
            self.reload()
            self.records.select(record_id)
        if self.current_id != record_id:
            self._open(record_id)
        return self.current_id == record_id

    def new_record(self, draft: D | None = None) -> bool:
        """Begin a new record; False if the present one cannot be left."""
        if not self.leave():
            return False
        self._is_restoring = True
        self.records.select_none()
        self._is_restoring = False
        self.editor.begin(self.kind.new_draft() if draft is None else draft)
        self._show_editor()
        self.editor.focus_first()
        return True

    def take_draft(self, state: "EditorState[D]") -> None:
        """Go on with a draft that was kept."""
        self._pending_id = 0
        self.editor.restore(state)
        self._show_editor()

    def duplicate(self) -> bool:
        """Begin a new record as a copy of the current one."""
        if not self.current_id:
            return False
        return self.new_record(self.kind.service.duplicate(self.current_id))

    def delete(self) -> bool:
        """Put the current record into the bin, with a toast that brings it back."""
        identity = self.current_id
        if not identity or not self.editor.may_delete():
            return False
        row = self.records.records.row_of(identity)
        if not self.saving.delete(identity):
            return False
        following = self.records.records.record_id(min(row, len(self.ids) - 1)) if self.ids else 0
        self._open(following)
        self.records.select(following)
        self.records.setFocus()
        return True

    def save(self) -> bool:
        """Store the draft; False if something stands in the way, which the editor then says."""
        is_saved = self.saving.save()
        self._after_save()
        return is_saved

    def discard(self) -> None:
        """Throw the changes away."""
        if self.has_record and self.editor.is_new:
            self.editor.clear()
            self._open(self.records.current_id())
        elif self.has_record:
            self._open(self.current_id)
        self.state_changed.emit()

    def leave(self) -> bool:
        """Store a valid draft before going elsewhere; False if it is not valid, and stays."""
        may_leave = not self.has_record or self.saving.save_before_leaving()
        self.state_changed.emit()
        return may_leave

    def show_history(self) -> None:
        """Show who changed the current record and when, in the place of the editor."""
        if not self.current_id or not self.leave():
            return
        if self._history is None:
            from cabinet_app.gui.history_panel import HistoryPanel

            self._history = HistoryPanel(self.context, self.right)
            self._history.closed.connect(self._show_editor)
            self.right.addWidget(self._history)
        title = self.editor.title_label.whole_text()
        self._history.show_record(self.kind.service.record_type, self.current_id, title, self.editor.label_of)
        self.right.setCurrentWidget(self._history)
        self._history.setFocus()

    def print_records(self) -> None:
        """Open the print dialog for what is shown."""
        if self.leave():
            record_type, suggested = self.kind.service.record_type, self.views.print_kind
            self.context.print_records(PrintRequest(record_type, self.current_id, self.ids, kind=suggested))

    def focus_search(self) -> None:
        self.filter_bar.focus_search()

    def focus_list(self) -> None:
        (self.left.currentWidget() or self.records).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.ids and not self.records.current_id():
            self.records.select(self.ids[0])

    def focus_editor(self) -> None:
        if self.has_record:
            self.editor.focus_first()

    def count_text(self) -> str:
        """`14 delegations`, for the status bar."""
        if self.kind.counted is not None:
            return self.kind.counted(self.ids)
        return self.kind.words.counted(self.t, len(self.ids))

    def state(self) -> PaneState[D]:
        """Where somebody is in this pane."""
        draft = self.editor.state() if self.is_dirty else None
        is_new = self.has_record and self.editor.is_new
        return PaneState(
            text=self.filter_bar.text(),
            chips=tuple(sorted(self.filter_bar.chips())),
            sort=self.records.sorting.key,
            descending=self.records.sorting.descending,
            record_id=self.current_id or self._pending_id or self.records.current_id(),
            header=self.records.header_state(),
            share=self.splitter.share,
            view=self.views.current,
            draft=draft or (self.editor.state() if is_new else None),
        )

    def restore(self, state: PaneState[D]) -> None:
        """Go on where somebody was."""
        self._is_restoring = True
        if state.sort:
            self.records.set_sorting(Sorting(state.sort, state.descending))
        self.records.restore_header(state.header)
        self.filter_bar.set_filter(state.text, state.chips)
        self.views.show_view(state.view)
        self._is_restoring = False
        self.reload()
        if state.draft is not None:
            self.take_draft(state.draft)
        else:
            self._pending_id = state.record_id
        if self.isVisible():
            self._open_pending_soon()
        if shown := self.current_id or self._pending_id:
            self._is_restoring = True
            self.records.select(shown)
            self._is_restoring = False
        self.splitter.set_share(state.share)

    # Qt.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()
        self._open_pending_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.splitter.fit(event.size().width())
        if event.size().width() != event.oldSize().width():
            self.splitter.share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_within = self._editor is not None and self._editor.isAncestorOf(self.focusWidget())
        if event.key() == Qt.Key.Key_Escape and is_within:
            self.focus_list()
            event.accept()
            return
        super().keyPressEvent(event)

    # Inside.

    def _build(self) -> None:
        words = self.kind.words
        self.filter_bar = FilterBar(self.t, hint=self.kind.search_hint, chips=self.kind.chips, parent=self)
        self.filter_bar.set_filter("", self.kind.first_chips)
        self.records: RecordList[R] = RecordList(self.kind.columns, self._rows, self)
        self.records.set_sorting(self.kind.sorting)
        self.records.setAccessibleName(self.t.gettext(words.plural))
        self.views = ViewSwitch(self, self.kind.views, self.t, list_title=self.kind.list_title)
        self._add_buttons()
        self.first_run = EmptyState(self.t.gettext(words.first_run), icon_name="list")
        self.first_run.add_button(doubled(self.t.gettext(words.new)), self.new_record, kind="primary")
        self.no_hits = EmptyState("", icon_name="search")
        self.no_hits.add_button(self.t.gettext("Clear the filters"), self.filter_bar.clear)
        self.nothing_chosen = EmptyState(self.t.gettext(words.choose))
        self.left = QStackedWidget()
        for page in (self.records, self.first_run, self.no_hits):
            self.left.addWidget(page)
        self.right = QStackedWidget()
        self.right.addWidget(self.nothing_chosen)
        self.splitter = ListAndEditor(self.left, self.right)
        self.left.setMinimumSize(280, 120)
        self.right.setMinimumSize(320, 160)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(Hairline())
        column.addWidget(self.splitter, 1)

    def _add_buttons(self) -> None:
        if self.kind.views:
            self.filter_bar.add_right(self.views.bar)
        if self.kind.can_print:
            self.print_button = text_button(self.t.gettext("Print…"))
            self.print_button.clicked.connect(self.print_records)
            self.filter_bar.add_right(self.print_button)
        self.new_button = text_button(doubled(self.t.gettext(self.kind.words.new)), kind="primary")
        self.new_button.clicked.connect(self._new_clicked)
        self.filter_bar.add_right(self.new_button)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._filter_changed)
        self.filter_bar.left_downwards.connect(self.focus_list)
        self.records.sorting_changed.connect(self._filter_changed)
        self.records.current_changed.connect(self._row_chosen)
        self.records.activated_record.connect(self.focus_editor)
        self.records.delete_requested.connect(self.delete)
        self.views.changed.connect(self._view_changed)

    def _build_editor(self) -> "RecordEditor[D]":
        editor = self.kind.editor(self)
        editor.untitled = self.t.gettext(self.kind.words.new_title)
        self.right.addWidget(editor)
        editor.save_requested.connect(self.save)
        editor.discard_requested.connect(self.discard)
        editor.edited.connect(self.state_changed)
        editor.foot.history_button.clicked.connect(self.show_history)
        return editor

    def _open_pending_soon(self) -> None:
        """Show the record that was shown last, once the rows have been painted."""
        if self._pending_id:
            QTimer.singleShot(0, self, self._open_pending)

    def _open_pending(self) -> None:
        wanted, self._pending_id = self._pending_id, 0
        if wanted and not self.has_record:
            self._open(wanted)

    def _query(self) -> "ListQuery":
        from cabinet_app.services.records import ListQuery

        return ListQuery(
            language=self.t.language,
            today=self.context.today(),
            text=self.filter_bar.text(),
            chips=self.filter_bar.chips(),
            sort=self.records.sorting.key,
            descending=self.records.sorting.descending,
        )

    def _rows(self, ids: Sequence[int]) -> Sequence[R | None]:
        rows = self.kind.service.rows(list(ids), self.t.language)
        if len(rows) == len(ids):
            return rows
        by_id: dict[int, R] = {getattr(row, "id", 0): row for row in rows}
        return [by_id.get(record_id) for record_id in ids]

    def _bands(self, ids: Sequence[int]) -> Mapping[int, str]:
        group_of, sorting = self.kind.group_of, self.records.sorting
        if group_of is None or sorting.key != self.kind.sorting.key or len(ids) > BANDS_UP_TO:
            return {}
        bands: dict[int, str] = {}
        before = None
        for number, row in enumerate(self._rows(ids)):
            group = group_of(row) if row is not None else before
            if group and group != before:
                bands[number] = group
            before = group
        return bands

    def _filter_changed(self) -> None:
        if not self._is_restoring:
            self.reload()

    def _data_changed(self, change: "Change") -> None:
        self._is_stale = True
        if not self.isVisible():
            return
        self.reload()
        touched = change.ids.get(self.kind.service.record_type, ())
        if self.current_id in touched and not self.saving.is_busy and not self.is_dirty:
            self._open(self.current_id)

    def _row_chosen(self, record_id: int) -> None:
        if self._is_restoring or record_id == self.current_id:
            return
        if not self.leave():
            self._is_restoring = True
            if not (self.current_id and self.records.select(self.current_id)):
                self.records.select_none()
            self._is_restoring = False
            return
        self._open(record_id)

    def _open(self, record_id: int) -> None:
        self._pending_id = 0
        try:
            stored = self.kind.service.get(record_id) if record_id else None
        except RecordNotFound:
            stored = None
        if stored is None:
            if self._editor is not None:
                self._editor.clear()
            self.right.setCurrentWidget(self.nothing_chosen)
        else:
            self.editor.load(stored.record, stored.version)
            self.saving.say_saved(stored.updated_at)
            self._show_editor()
        for view in self.views.built():
            view.select(self.current_id)
        self.state_changed.emit()

    def _show_editor(self) -> None:
        self.right.setCurrentWidget(self.editor)
        self.state_changed.emit()

    def _after_save(self) -> None:
        if self._is_stale or self.records.current_id() != self.current_id:
            self.reload()
        self.state_changed.emit()

    def _choose_page(self) -> None:
        text = self.filter_bar.text()
        if self.ids or (self.views.current != LIST and not self.filter_bar.is_active()):
            page: QWidget = self.views.current_widget() or self.records
        elif self.filter_bar.is_active():
            found_none = self.t.gettext("Nothing was found for “{text}”.").format(text=text)
            self.no_hits.set_sentence(found_none if text else self.t.gettext("Nothing fits."))
            page = self.no_hits
        else:
            page = self.first_run
        if self.left.indexOf(page) < 0:
            self.left.addWidget(page)
        self.left.setCurrentWidget(page)

    def _view_changed(self) -> None:
        view = self.views.current_view()
        if view is not None and not self._is_restoring:
            view.show_ids(self.ids)
            view.select(self.current_id)
        self._choose_page()

    def _new_clicked(self) -> None:
        self.new_record()
