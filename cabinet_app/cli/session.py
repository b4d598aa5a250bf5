"""What every command is given: the words, the register's address, the console and the clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from cabinet_app.cli.console import Console
from cabinet_app.domain.texts import Language
from cabinet_app.errors import UserError
from cabinet_app.i18n.catalogs import Translator
from cabinet_app.settings import Settings

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the program from the command line."""

    t: Translator
    address: str
    console: Console
    settings: Settings

    @property
    def language(self) -> Language:
        return self.t.language

    @property
    def shown_address(self) -> str:
        """The address without the password it may hold."""
        from cabinet_app.services.setup import shown_address

        return shown_address(self.address)

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def now(self) -> datetime:
        """The moment with the zone of this computer."""
        return datetime.now(UTC).astimezone()

    @contextmanager
    def cabinet(self, *, writes: bool = False, create: bool = False) -> Iterator["Cabinet"]:
        """The open register; before the first change of a day it is backed up.

        Raises:
            UserError: it cannot be opened.
        """
        from cabinet_app.services.setup import open_cabinet

        cabinet = open_cabinet(self.address, create=create)
        cabinet.jubilees.rule = self.settings.jubilee_years
        try:
            if writes:
                self._back_up()
            yield cabinet
        finally:
            cabinet.close()

    def _back_up(self) -> None:
        from cabinet_app.i18n.messages import sentence
        from cabinet_app.services.setup import back_up_when_due

        try:
            back_up_when_due(self.address, self.now)
        except UserError as error:
            reason = sentence(error, self.t)
            self.console.refuse(self.t.gettext("No backup was made: {reason}").format(reason=reason))
