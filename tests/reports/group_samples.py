"""Judged groups for tests of their prints: real rules and meetings, judged by the real judge."""

from datetime import date, datetime, time

from cabinet_app.domain.bodies import MembershipRole
from cabinet_app.domain.cadence import CadenceRule, Exemption, Gathering, GatheringStatus
from cabinet_app.domain.cadence_forecast import Forecast
from cabinet_app.domain.cadence_judgement import judge
from cabinet_app.domain.cadence_summary import summary
from cabinet_app.domain.holidays import HolidayCalendar
from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.reports.group_data import (
    AgreedRule,
    CertificateData,
    GroupFacts,
    GroupMember,
    GroupSheetData,
    HeldMeeting,
)

QUOTE = "zato bodo sestanki delovnih skupin potekali najmanj enkrat mesečno."
NEWS = "Mestna občina Kranj, novica, 25. februar 2016"
NAME = LocalizedText(
    "Delovna skupina Kranj–Beljak", "Arbeitsgruppe Kranj–Villach", "Kranj–Villach Working Group"
)
OWNER = LocalizedText("Mestna občina Kranj", "Stadtgemeinde Kranj", "City Municipality of Kranj")
GOLDEN = (date(2016, 3, 10), date(2016, 4, 5), date(2016, 4, 28), date(2016, 6, 2), date(2016, 6, 30))
SEPTEMBER = date(2016, 9, 15)
TODAY = date(2016, 10, 12)
PRINTED = datetime(2016, 10, 12, 8, 30)
HOUSE_DAYS = HolidayCalendar(["SI"])


def monthly(**options):
    """The promise of 25 February 2016 with its recess in August."""
    values = {"valid_from": date(2016, 2, 25), "recess_months": [8], "source_quote": QUOTE, **options}
    return CadenceRule(**values)


def excused(year, month, reason):
    start = date(year, month, 1)
    return Exemption(start=start, end=start.replace(day=28 if month == 2 else 30), reason=reason)


def held(*days):
    return [Gathering(day, GatheringStatus.HELD, time(9)) for day in days]


def facts(rules=None, **options):
    rules = rules if rules is not None else [monthly()]
    agreed = tuple(AgreedRule(rule, (NEWS,) if rule.source_quote else ()) for rule in rules)
    members = (
        GroupMember(
            "Maja Žagar-Čuček",
            Gender.FEMALE,
            MembershipRole.CHAIR,
            LocalizedText("vodja skupine", "Leiterin der Gruppe", "group leader"),
            date(2016, 3, 1),
        ),
        GroupMember("Đorđe Šarić", Gender.MALE, first=date(2016, 3, 1), last=date(2016, 5, 31)),
    )
    values = {
        "name": NAME,
        "owner": OWNER,
        "members": members,
        "topics": (LocalizedText("gospodarstvo", "Wirtschaft", "economy"), same("Start-up")),
        "rule": agreed[-1] if agreed else None,
        "history": agreed,
        "sources": (NEWS,),
        **options,
    }
    return GroupFacts(**values)


def judged(
    days=(*GOLDEN, SEPTEMBER), rules=None, *, first=date(2016, 1, 1), last=date(2016, 12, 31), today=TODAY
):
    rules = rules if rules is not None else [monthly()]
    return tuple(judge(rules, held(*days), today, first, last, HOUSE_DAYS))


def certificate(
    days=(*GOLDEN, SEPTEMBER),
    rules=None,
    *,
    first=date(2016, 2, 1),
    last=date(2016, 9, 30),
    today=TODAY,
    **options,
):
    """What a composed certificate holds, for months of which each window lies in the period."""
    windows = judged(days, rules, first=first, last=last, today=today)
    counted = {day for item in windows for day in (*item.held, *item.late)}
    meetings = tuple(
        HeldMeeting(day, time(9), is_counted=day in counted)
        for day in days
        if day <= today and (day in counted or first <= day <= last)
    )
    values = {"facts": facts(rules), "place": same("Kranj"), **options}
    return CertificateData(
        first=first,
        last=last,
        today=today,
        printed_at=datetime.combine(today, time(8, 30)),
        windows=windows,
        meetings=meetings,
        **values,
    )


def sheet(days=(*GOLDEN, SEPTEMBER), rules=None, *, today=TODAY, **options):
    windows = judged(days, rules, today=today)
    values = {
        "facts": facts(rules),
        "forecast": Forecast(),
        "last_meeting": HeldMeeting(days[-1], time(9), same("Mestna hiša")) if days else None,
        **options,
    }
    return GroupSheetData(
        first=date(2016, 1, 1),
        last=date(2016, 12, 31),
        today=today,
        printed_at=datetime.combine(today, time(8, 30)),
        windows=windows,
        summary=summary(windows, held(*days), today),
        **values,
    )
