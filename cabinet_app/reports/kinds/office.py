"""The prints of the protocol officer's desk: tasks, checklists, the yearly list of gifts."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports.house import HouseStyle, Orientation
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def _compose_tasks(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import tasks

    return tasks.compose(cabinet, options)


def _render_tasks(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import tasks

    return tasks.render(data, house, t)


def _tasks_stem(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401
    """`2026-11-20_naloge_interno`."""
    return "_".join(
        (
            data.today.isoformat(),
            t.pgettext("file name", "tasks"),
            t.pgettext("file name", "internal"),
        )
    )


def _compose_checklist(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import tasks

    return tasks.compose_checklist(cabinet, options)


def _render_checklist(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import tasks_checklist

    return tasks_checklist.render(data, house, t)


def _checklist_stem(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401
    """`2026-02-25_kontrolni-seznam_Beljak_interno`."""
    parts = (
        data.first_day.isoformat() if data.first_day else "",
        t.pgettext("file name", "checklist"),
        data.town.shown(t.language),
        t.pgettext("file name", "internal"),
    )
    return "_".join(part for part in parts if part)


def _compose_gifts(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import gifts

    return gifts.compose(cabinet, options)


def _render_gifts(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import gifts

    return gifts.render(data, house, t)


def _gifts_stem(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401
    """`2025_seznam-daril`."""
    kind = t.pgettext("file name", "gift-list")
    return f"{data.gifts.year}_{kind}"


KINDS: Final = (
    ReportKind(
        "tasks", N_("Open tasks"), frozenset({Option.PERIOD}), _compose_tasks, _render_tasks, _tasks_stem
    ),
    ReportKind(
        "checklist",
        N_("Checklist of a visit"),
        frozenset({Option.RECORD}),
        _compose_checklist,
        _render_checklist,
        _checklist_stem,
        record_type="visit",
    ),
    ReportKind(
        "gift-list",
        N_("Yearly list of gifts"),
        frozenset({Option.YEAR}),
        _compose_gifts,
        _render_gifts,
        _gifts_stem,
        orientation=Orientation.LANDSCAPE,
    ),
)
