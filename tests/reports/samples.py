"""Material for tests of prints: the published visit of 25 February 2016 and invented entries."""

from datetime import date, datetime, time, timedelta

from cabinet_app.domain.people import Gender
from cabinet_app.domain.texts import LocalizedText, same
from cabinet_app.domain.visits import DelegateRole, DelegationSide, VisitKind
from cabinet_app.reports.calendar_data import CalendarData, CalendarEntry, CalendarHoliday
from cabinet_app.reports.programme_data import (
    ProgrammeData,
    ProgrammeDay,
    ProgrammeEntry,
    ProgrammePerson,
    ProgrammeSide,
)

PRINTED = datetime(2021, 11, 25, 10, 5)
SECRETS = (
    "040 123 456",
    "ziga@example.si",
    "brez glutena",
    "40 EUR",
    "Ključe ima varnostnik",
    "Parkiranje",
    "rezerva",
)


def visit(*, revision: int = 1, internal: bool = True) -> ProgrammeData:
    guests = (
        ProgrammePerson(
            "dr. Petra Oberrauner",
            LocalizedText("prva podžupanja", "erste Vizebürgermeisterin", "First Deputy Mayor"),
            DelegateRole.HEAD,
            Gender.FEMALE,
        ),
        ProgrammePerson(
            "Laura Nemann", LocalizedText(sl="predstavnica za evropsko politiko"), note="brez glutena"
        ),
        ProgrammePerson("", role=DelegateRole.INTERPRETER, gender=Gender.FEMALE),
    )
    hosts = (
        ProgrammePerson(
            "Senja Vraber", LocalizedText("direktorica občinske uprave", "Direktorin", "Director")
        ),
    )
    items = (
        ProgrammeEntry(
            time(8, 30), None, same("Priprava dvorane"), internal=True, notes="Ključe ima varnostnik."
        ),
        ProgrammeEntry(
            time(9),
            time(10, 30),
            LocalizedText("Prihod in pozdrav gostov", "Ankunft und Begrüßung", "Arrival and welcome"),
            place=LocalizedText("Mestna hiša, Kranj", "Rathaus, Kranj", "Town Hall, Kranj"),
            leader="Senja Vraber",
            notes="Darilo: knjiga, 40 EUR.",
        ),
        ProgrammeEntry(time(14), None, same("Ogled rovov, rezerva"), dropped=True),
    )
    return ProgrammeData(
        kind=VisitKind.WORKING,
        printed_at=datetime(2016, 2, 22, 9, 30),
        town=LocalizedText("Beljak", "Villach", "Villach"),
        host=same("MOK"),
        first_day=date(2016, 2, 25),
        last_day=date(2016, 2, 25),
        responsible="Žiga Zupančič",
        contact=("040 123 456", "ziga@example.si"),
        sides=(
            ProgrammeSide(DelegationSide.GUEST, same("Villach"), guests),
            ProgrammeSide(DelegationSide.HOST, same("Kranj"), hosts),
        ),
        topics=(LocalizedText("gospodarstvo", "Wirtschaft", "economy"), LocalizedText(sl="e-uprava")),
        days=(ProgrammeDay(date(2016, 2, 25), items),),
        revision=revision,
        internal=internal,
        notes="Parkiranje za dva avtomobila.",
    )


HOLIDAYS = (
    CalendarHoliday(
        date(2021, 12, 3),
        LocalizedText(
            "praznik Mestne občine Kranj", "Feiertag der Stadtgemeinde Kranj", "Municipal Holiday of Kranj"
        ),
    ),
    CalendarHoliday(
        date(2021, 12, 8),
        LocalizedText("brezmadežno spočetje", "Mariä Empfängnis", "Immaculate Conception"),
        ("AT",),
    ),
    CalendarHoliday(date(2021, 12, 25), LocalizedText("božič", "Christtag", "Christmas Day"), ("SI", "AT")),
    CalendarHoliday(
        date(2021, 12, 26),
        LocalizedText(
            "dan samostojnosti in enotnosti",
            "Tag der Selbständigkeit und Einheit",
            "Independence and Unity Day",
        ),
        ("SI",),
    ),
)


def entry(
    number: int, day: int, hour: int, words: str = "", *, category: int = 0, internal: bool = False
) -> CalendarEntry:
    start = datetime(2021, 12, day, hour)
    title = words or f"Dogodek {number:03}"
    return CalendarEntry(start, start + timedelta(hours=1), same(title), category=category, internal=internal)


def december(*entries: CalendarEntry, internal: bool = False, categories: int = 1) -> CalendarData:
    names = ("župan", "komisije", "obiski", "skupine", "mesto", "mladi", "šport")
    return CalendarData(
        months=((2021, 12),),
        printed_at=PRINTED,
        entries=entries,
        categories=tuple(same(name) for name in names[:categories]),
        holidays=HOLIDAYS,
        internal=internal,
    )


def busy_december(*, internal: bool = False) -> CalendarData:
    """Forty entries: nine on the 16th, one over three days, one for the house only."""
    bar = CalendarEntry(
        datetime(2021, 12, 7), datetime(2021, 12, 10), same("Dogodek 900"), category=2, all_day=True
    )
    full_day = [entry(number, 16, 8 + number, category=number % 2) for number in range(9)]
    days = [1, 2, 3, 6, 9, 10, 13, 14, 15, 17, 20, 21, 22, 23, 28]
    others = [entry(number, days[number % len(days)], 8 + number % 9) for number in range(100, 129)]
    return december(
        bar,
        *full_day,
        *others,
        entry(901, 15, 12, "Kadrovske zadeve 901", internal=True),
        internal=internal,
        categories=3,
    )
