"""What the files of the papers of a visit are called."""

from datetime import date
from typing import TYPE_CHECKING, Any

from cabinet_app.i18n.catalogs import Translator
from cabinet_app.reports.options import ReportOptions

if TYPE_CHECKING:
    from cabinet_app.reports.letter_data import LetterData


def hosts(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401 each kind has its own
    """`2027-02-25_seznam-delegacije_Rivoli`."""
    return _of_visit(data.head, t.pgettext("file name", "delegation-list"), t)


def reception(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401 each kind has its own
    """`2027-02-25_seznam-recepcija_Beljak`."""
    return _of_visit(data.head, t.pgettext("file name", "reception-list"), t)


def security(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401 each kind has its own
    """`2027-02-25_seznam-varovanje_Beljak_interno`."""
    return _of_visit(data.head, t.pgettext("file name", "security-list"), t)


def kitchen(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401 each kind has its own
    """`2027-02-25_obroki_Beljak`."""
    return _of_visit(data.head, t.pgettext("file name", "meals"), t)


def briefing(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401 each kind has its own
    """`2027-02-25_opomnik_Beljak`."""
    return _of_visit(data.head, t.pgettext("file name", "briefing"), t)


def travel_orders(data: Any, _options: ReportOptions, t: Translator) -> str:  # noqa: ANN401 each kind has its own
    """`2027-03-19_potni-nalogi_Rivoli`."""
    return _of_visit(data.head, t.pgettext("file name", "travel-orders"), t)


def dossier(data: Any, options: ReportOptions, t: Translator) -> str:  # noqa: ANN401 each kind has its own
    """`2027-02-10_mapa_Beljak`."""
    return _joined(options.printed_at.date(), t.pgettext("file name", "dossier"), data.name.shown(t.language))


def letter(data: "LetterData", options: ReportOptions, t: Translator) -> str:
    """`2027-02-10_dopis_Oberrauner-Petra`."""
    return _joined(
        data.written_on or options.printed_at.date(), t.pgettext("file name", "letter"), data.addressee
    )


def _of_visit(head: Any, kind: str, t: Translator) -> str:  # noqa: ANN401 a VisitHead
    town = head.town.shown(t.language) or head.organization.shown(t.language)
    return _joined(head.first_day, kind, town)


def _joined(day: date | None, kind: str, name: str) -> str:
    return "_".join(filter(None, (day.isoformat() if day else "", kind, name)))
