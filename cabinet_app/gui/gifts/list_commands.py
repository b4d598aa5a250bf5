"""What is done with the yearly list of gifts: exported, noted as sent; and the rules it follows."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from cabinet_app.errors import UserError
from cabinet_app.gui.actions import ActionSpec
from cabinet_app.gui.context import GuiContext, PrintRequest
from cabinet_app.gui.last_step import LastStep
from cabinet_app.gui.record_pane import RecordPane
from cabinet_app.gui.widgets.labels import text_button
from cabinet_app.i18n import messages

FOLDER_KEY = "print.folder"


class GiftListCommands:
    """The commands of the pane of gifts; the list is that of last year while it has not been sent."""

    def __init__(self, context: GuiContext, window: QWidget) -> None:
        self._context = context
        self._window = window

    def specs(self) -> list[ActionSpec]:
        """For the Entry menu and the palette."""
        g = self._context.t.gettext
        return [
            ActionSpec("gift.export_list", g("Export list of gifts…"), self.export, icon="upload"),
            ActionSpec(
                "gift.report_list",
                g("Note that the list of gifts was sent"),
                self.report,
                icon="check",
                reason=self.why_not_report,
            ),
            ActionSpec("gift.rules", g("Rules about gifts…"), self.edit_rules, icon="settings"),
        ]

    @property
    def year(self) -> int:
        """Last year while something of it is to be reported or was; this year where last year had nothing."""
        today = self._context.today()
        last = self._context.cabinet.gifts.yearly(today.year - 1)
        return today.year - 1 if last.gifts else today.year

    def why_not_report(self) -> str:
        """Why nothing can be noted as sent, empty if it can."""
        today, t = self._context.today(), self._context.t
        if self._context.cabinet.gifts.yearly(today.year - 1).is_reported:
            return t.gettext("No gift of {year} is left to be reported.").format(year=today.year - 1)
        return ""

    def report(self) -> None:
        """Note that last year's list was sent today."""
        t, today = self._context.t, self._context.today()
        if self.why_not_report():
            return
        step = LastStep(self._context)
        try:
            with step:
                count = self._context.cabinet.gifts.report(today.year - 1, today)
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, t))
            return
        said = t.ngettext(
            "{count} gift of {year} is noted as reported today.",
            "{count} gifts of {year} are noted as reported today.",
            count,
        )
        self._context.toaster.show_toast(
            said.format(count=count, year=today.year - 1), t.gettext("Undo"), step.undo
        )

    def export(self) -> None:
        """Ask where and write the list as a workbook."""
        t, settings = self._context.t, self._context.settings
        year = self.year
        name = t.pgettext("file name", "gift-list")
        folder = settings.windows.get(FOLDER_KEY, "") or str(Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            t.gettext("Export list of gifts"),
            str(Path(folder) / f"{year}_{name}.xlsx"),
            t.gettext("Workbooks (*.xlsx)"),
        )
        if not chosen:
            return
        path = Path(chosen if chosen.lower().endswith(".xlsx") else f"{chosen}.xlsx")
        try:
            count = self._write(path, year)
        except UserError as error:
            self._context.toaster.show_toast(messages.sentence(error, t))
            return
        settings.windows[FOLDER_KEY] = str(path.parent)
        if count:
            said = t.ngettext(
                "{count} gift of {year} was written to {name}.",
                "{count} gifts of {year} were written to {name}.",
                count,
            ).format(count=count, year=year, name=path.name)
        else:
            said = t.gettext("{name} is empty: no gift of {year} has to be reported.").format(
                year=year, name=path.name
            )
        self._context.toaster.show_toast(said)

    def print_list(self) -> None:
        """Open the print dialog at the list."""
        self._context.print_records(PrintRequest("gift", 0, (), kind="gift-list"))

    def edit_rules(self) -> None:
        """Show the rules in a dialog."""
        from cabinet_app.gui.gifts.rules_dialog import RulesDialog

        RulesDialog(self._context, self._window).exec()

    def _write(self, path: Path, year: int) -> int:
        from cabinet_app.exchange.files import write_whole
        from cabinet_app.exchange.gift_list import workbook
        from cabinet_app.services.gift_entries import gift_list

        gifts = gift_list(self._context.cabinet.gifts, year)
        write_whole(path, workbook(gifts, self._context.t, datetime.now()))  # noqa: DTZ005 the clock on the wall
        return len(gifts.entries)


class ListButton:
    """A button in the filter bar of the gifts that offers what is done with the yearly list."""

    def __init__(self, context: GuiContext, pane: RecordPane[Any, Any]) -> None:
        self._t = context.t
        self._commands = GiftListCommands(context, pane)
        self.button: QPushButton = text_button(context.t.gettext("KPK list"))
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self.fill)
        self.menu.setToolTipsVisible(True)
        self.button.setMenu(self.menu)
        pane.filter_bar.add_right(self.button)

    def fill(self) -> None:
        """Offer what can be done now."""
        self.menu.clear()
        self.menu.addAction(self._t.gettext("Print list of gifts…"), self._commands.print_list)
        for spec in self._commands.specs():
            if spec.id == "gift.rules":
                self.menu.addSeparator()
            action = self.menu.addAction(spec.text)
            action.triggered.connect(spec.act)
            reason = spec.reason() if spec.reason else ""
            action.setEnabled(not reason)
            action.setToolTip(reason)
