"""Precedence schemes, templates of visits and letters."""

from cabinet_app.domain.protocol import Letter, PrecedenceScheme, VisitTemplate
from cabinet_app.services.records import Records


class PrecedenceSchemes(Records[PrecedenceScheme]):
    record_type = "precedence_scheme"


class VisitTemplates(Records[VisitTemplate]):
    record_type = "visit_template"


class Letters(Records[Letter]):
    record_type = "letter"
