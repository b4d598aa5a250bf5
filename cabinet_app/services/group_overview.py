"""What other programs are told about a group: rule, windows, rate, deadline and proposals, as plain data."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from cabinet_app.domain.cadence import CadenceRule, JudgedWindow
from cabinet_app.domain.texts import Language
from cabinet_app.i18n.cadence_words import reason_words, rule_sentence, status_word, window_label
from cabinet_app.i18n.catalogs import translator
from cabinet_app.i18n.proposal_words import forecast_words
from cabinet_app.i18n.proposal_words import reason_words as day_reason_words
from cabinet_app.services.group_board import GroupBoard


@dataclass(frozen=True, slots=True)
class RuleOverview:
    """`n` is the number of meetings in a `unit`; of a longest gap the number of days, with the unit `day`."""

    kind: str
    n: int | None
    unit: str | None
    text: dict[str, str]


@dataclass(frozen=True, slots=True)
class WindowOverview:
    """`reason` is the code, `words` say status and reason in the language that was asked for."""

    first: date
    last: date
    label: str
    status: str
    words: str
    required: int
    held: tuple[date, ...]
    planned: tuple[date, ...]
    unconfirmed: tuple[date, ...]
    reason: str | None
    deadline: date | None
    days_late: int


@dataclass(frozen=True, slots=True)
class ProposalOverview:
    day: date
    at: time | None
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupOverview:
    """One group as of a day. `last_possible` is the deadline of the window that still lacks a meeting."""

    id: int
    name: str
    owner: str
    is_official: bool
    is_overdue: bool
    rule: RuleOverview | None
    windows: tuple[WindowOverview, ...]
    rate: float | None
    last_held: date | None
    next_planned: date | None
    last_possible: date | None
    proposals: tuple[ProposalOverview, ...]
    blocked: str

    def document(self) -> dict[str, Any]:
        """The same as JSON takes it, days and hours in ISO 8601."""
        return {
            "id": self.id,
            "name": self.name,
            "owner": self.owner,
            "official": self.is_official,
            "overdue": self.is_overdue,
            "rule": _rule_document(self.rule),
            "windows": [_window_document(window) for window in self.windows],
            "rate": self.rate,
            "last_held": _iso(self.last_held),
            "next_planned": _iso(self.next_planned),
            "last_possible": _iso(self.last_possible),
            "proposals": [
                {
                    "date": _iso(item.day),
                    "time": _iso(item.at),
                    "score": item.score,
                    "reasons": list(item.reasons),
                }
                for item in self.proposals
            ],
            "blocked": self.blocked or None,
        }


def overview_of(board: GroupBoard, language: Language) -> GroupOverview:
    """The board as plain data with its words in `language`; the rule is told in every language."""
    t = translator(language)
    forecast = board.forecast_in(language)
    return GroupOverview(
        id=board.group.id,
        name=board.group.names.shown(language),
        owner=board.owner.shown(language),
        is_official=board.is_official,
        is_overdue=board.is_overdue,
        rule=_rule(board.rule) if board.rule else None,
        windows=tuple(_window(item, language) for item in board.windows),
        rate=board.summary.rate,
        last_held=board.summary.last_held,
        next_planned=board.summary.next_planned,
        last_possible=board.owed.deadline if board.owed else None,
        proposals=tuple(
            ProposalOverview(
                item.day, item.at, item.score, tuple(day_reason_words(reason, t) for reason in item.reasons)
            )
            for item in forecast.proposals
        ),
        blocked=forecast_words(forecast, t),
    )


def _rule(rule: CadenceRule) -> RuleOverview:
    counted = {"per_period": (rule.minimum, rule.unit.value), "max_gap": (rule.gap_days, "day")}
    number, unit = counted.get(rule.kind, (None, None))
    text = {language.value: rule_sentence(rule, translator(language)) for language in Language}
    return RuleOverview(rule.kind.value, number, unit, text)


def _window(item: JudgedWindow, language: Language) -> WindowOverview:
    t = translator(language)
    words = ", ".join(part for part in (status_word(item.status, t), reason_words(item, t)) if part)
    return WindowOverview(
        item.window.start,
        item.window.end,
        window_label(item.window, t),
        item.status.value,
        words,
        item.required,
        (*item.held, *item.late),
        item.planned,
        item.unconfirmed,
        item.reason.value if item.reason else None,
        item.deadline,
        item.days_late,
    )


def _rule_document(rule: RuleOverview | None) -> dict[str, Any] | None:
    if rule is None:
        return None
    return {"kind": rule.kind, "n": rule.n, "unit": rule.unit, "text": rule.text}


def _window_document(window: WindowOverview) -> dict[str, Any]:
    return {
        "from": _iso(window.first),
        "to": _iso(window.last),
        "label": window.label,
        "status": window.status,
        "words": window.words,
        "required": window.required,
        "held": [_iso(day) for day in window.held],
        "planned": [_iso(day) for day in window.planned],
        "unconfirmed": [_iso(day) for day in window.unconfirmed],
        "reason": window.reason,
        "deadline": _iso(window.deadline),
        "days_late": window.days_late,
    }


def _iso(value: date | time | None) -> str | None:
    return value.isoformat() if value else None
