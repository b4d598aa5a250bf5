"""The print about projects."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def _compose(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import projects

    return projects.compose(cabinet, options)


def _render(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import projects

    return projects.render(data, house, t)


def _stem(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401
    """`2026-11-20_projekti`."""
    audience = t.pgettext("file name", "internal") if data.internal else ""
    parts = (data.printed_at.date().isoformat(), t.pgettext("file name", "projects"), audience)
    return "_".join(part for part in parts if part)


KINDS: Final = (
    ReportKind(
        "projects",
        N_("Register of projects"),
        frozenset({Option.AUDIENCE}),
        _compose,
        _render,
        _stem,
    ),
)
