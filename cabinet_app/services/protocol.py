"""Precedence schemes."""

from cabinet_app.domain.protocol import PrecedenceScheme
from cabinet_app.services.precedence import scheme_in_force
from cabinet_app.services.records import Records


class PrecedenceSchemes(Records[PrecedenceScheme]):
    record_type = "precedence_scheme"

    def in_force(self) -> PrecedenceScheme:
        """The scheme that is used: the house's own, else the one the program comes with (its id is 0)."""
        return scheme_in_force(self.all())
