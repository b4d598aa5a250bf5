"""Printing: the choices at the left, the finished pages beside them, then save or send."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cabinet_app.errors import FieldRequired, UserError
from cabinet_app.gui.background import Progress
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.dialogs.print_choices import PrintChoices
from cabinet_app.gui.preview import PreviewPanel
from cabinet_app.gui.print_out import PrintOut
from cabinet_app.gui.theme.stylesheet import mark
from cabinet_app.gui.theme.tokens import LARGE, SMALL
from cabinet_app.gui.widgets.labels import PlainLabel, text_button
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.messages import sentence

if TYPE_CHECKING:
    from cabinet_app.reports.catalog import Report
    from cabinet_app.reports.findings import Finding
    from cabinet_app.reports.house import HouseStyle

_PAUSE_MS: Final = 250
_CHOICES_WIDTH: Final = 440
_MOST_FINDINGS: Final = 6


class PrintDialog(QDialog):
    """The preview is made anew shortly after each choice, in the background."""

    def __init__(
        self, context: GuiContext, request: PrintRequest | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._out = PrintOut(context, self)
        self._report: Report | None = None
        self._wanted = 0
        self.setWindowTitle(t.gettext("Print"))
        # Made in the order in which Tab goes through them.
        self.choices = PrintChoices(context, request)
        self._scroll = self._scrolled(self.choices)
        self.panel = PreviewPanel(t, context.background, self)
        self._findings = PlainLabel(role="warn", wrap=True)
        self._findings.hide()
        self._close = text_button(t.gettext("Close"), self)
        self._close.clicked.connect(self.reject)
        self._save = text_button(t.gettext("Save PDF…"), self)
        self._print = text_button(t.gettext("Print…"), self, kind="primary")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._arrange()
        self._pause.timeout.connect(self.refresh)
        self.choices.changed.connect(self._wait)
        self._save.clicked.connect(self._save_report)
        self._print.clicked.connect(self._send_report)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._save_report)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._send_report)
        self.resize(1180, 760)
        self.choices.kind_field.setFocus()
        self.refresh()

    @property
    def report(self) -> "Report | None":
        """The print that is shown, None while it is being made or where it cannot be."""
        return self._report

    def refresh(self) -> None:
        """Make the print anew with the choices as they are."""
        self._wanted += 1
        self._have(None)
        kind, language = self.choices.kind(), self.choices.language()
        options = self.choices.options(datetime.now())  # noqa: DTZ005 the clock on the wall goes on the paper
        house = self._house()
        wanted = self._wanted
        from cabinet_app.reports.catalog import compose, draw

        try:
            data = compose(kind, options, language, self._context.cabinet)
        except FieldRequired:
            words = self._context.t.gettext("Choose the visit whose programme is to be printed.")
            if not kind.id.startswith("programme"):
                words = self._context.t.gettext("Choose what is to be printed.")
            if kind.record_type == "organization":
                words = self._context.t.gettext("Choose the group that is to be printed.")
            self.panel.show_message(words)
            return
        except UserError as error:
            self.panel.show_message(sentence(error, self._context.t))
            return

        def make(_progress: Progress) -> "tuple[int, Report]":
            return wanted, draw(kind, data, options, language, house, translator(language))

        self._context.background.run(make, self._made, self._failed)

    def done(self, result: int) -> None:
        self._pause.stop()
        self._wanted += 1
        self.panel.close_pages()
        super().done(result)

    def _house(self) -> "HouseStyle":
        from cabinet_app.reports.catalog import home_names
        from cabinet_app.reports.house import house_style

        return house_style(self._context.settings.municipality, home_names(self._context.cabinet))

    def _scrolled(self, choices: QWidget) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(_CHOICES_WIDTH)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        holder = QWidget(scroll)
        mark(holder, "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, LARGE, 0)
        column.addWidget(choices)
        column.addStretch(1)
        scroll.setWidget(holder)
        return scroll

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._scroll, 1)
        left.addWidget(self._findings)
        sides = QHBoxLayout()
        sides.setContentsMargins(LARGE, LARGE, 0, 0)
        sides.setSpacing(LARGE)
        sides.addLayout(left)
        sides.addWidget(self.panel, 1)
        self._name = PlainLabel(role="muted")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(LARGE, SMALL, LARGE, LARGE)
        buttons.addWidget(self._name)
        buttons.addStretch(1)
        for button in (self._close, self._save, self._print):
            buttons.addWidget(button)
        self._print.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(sides, 1)
        whole.addLayout(buttons)

    def _wait(self) -> None:
        self._pause.start()

    def _made(self, made: "tuple[int, Report]") -> None:
        wanted, report = made
        if wanted != self._wanted:
            return
        self.panel.show_report(report.data)
        self._have(report)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.panel.show_message(sentence(error, self._context.t))

    def _have(self, report: "Report | None") -> None:
        self._report = report
        for button in (self._save, self._print):
            button.setEnabled(report is not None)
        self._name.setText(report.name if report else "")
        self._show_findings(report.findings if report else ())

    def _show_findings(self, findings: "tuple[Finding, ...]") -> None:
        """What the print found out, in amber and in words; it never blocks."""
        t = self._context.t
        lines = [finding.sentence(t) for finding in findings[:_MOST_FINDINGS]]
        more = len(findings) - len(lines)
        if more > 0:
            lines.append(
                t.ngettext("and {count} more note", "and {count} more notes", more).format(count=more)
            )
        self._findings.setText("\n".join(lines))
        self._findings.setVisible(bool(lines))

    def _save_report(self) -> None:
        if self._report and self._out.save(self._report):
            self.choices.remember()

    def _send_report(self) -> None:
        if self._report and self._out.send(self._report):
            self.choices.remember()
