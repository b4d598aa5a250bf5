"""The prints about visits."""

from typing import TYPE_CHECKING, Any, Final

from cabinet_app.domain.texts import Language
from cabinet_app.i18n.catalogs import N_, Translator
from cabinet_app.reports import file_names
from cabinet_app.reports.house import HouseStyle
from cabinet_app.reports.kind import Printed, ReportKind
from cabinet_app.reports.options import Option, ReportOptions

if TYPE_CHECKING:
    from cabinet_app.services.cabinet import Cabinet


def _compose_programme(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import programmes

    assert options.record_id is not None
    return programmes.compose(
        cabinet,
        options.record_id,
        options.printed_at,
        internal=options.internal,
        delegation_id=options.delegation_id,
    )


def _compose_joint(cabinet: "Cabinet", options: ReportOptions, _language: Language) -> Any:  # noqa: ANN401
    from cabinet_app.reports.composing import programmes

    assert options.record_id is not None
    return programmes.compose(cabinet, options.record_id, options.printed_at, internal=options.internal)


def _render_programme(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import programme

    return programme.render(data, house, t)


def _render_joint(data: Any, house: HouseStyle, t: Translator, _options: ReportOptions) -> Printed:  # noqa: ANN401
    from cabinet_app.reports import programme_joint

    return programme_joint.render(data, house, t)


KINDS: Final = (
    ReportKind(
        "programme",
        N_("Programme of a visit"),
        frozenset({Option.RECORD, Option.AUDIENCE, Option.DELEGATION}),
        _compose_programme,
        _render_programme,
        file_names.programme,
        record_type="visit",
    ),
    ReportKind(
        "programme-joint",
        N_("Joint programme of several delegations"),
        frozenset({Option.RECORD, Option.AUDIENCE}),
        _compose_joint,
        _render_joint,
        file_names.joint_programme,
        record_type="visit",
    ),
)
