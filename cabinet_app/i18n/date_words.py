"""Names of months, weekdays and spans in every form the three languages need in dates."""

from typing import Final

from cabinet_app.domain.texts import Language

NBSP: Final = "\u00a0"
DASH: Final = "–"

Names = tuple[str, ...]

MONTHS: Final[dict[Language, Names]] = {
    Language.SL: (
        "januar", "februar", "marec", "april", "maj", "junij",
        "julij", "avgust", "september", "oktober", "november", "december",
    ),
    Language.DE: (
        "Jänner", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    Language.EN: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
MONTHS_GENITIVE_SL: Final = (
    "januarja", "februarja", "marca", "aprila", "maja", "junija",
    "julija", "avgusta", "septembra", "oktobra", "novembra", "decembra",
)  # fmt: skip
MONTHS_LOCATIVE_SL: Final = (
    "januarju", "februarju", "marcu", "aprilu", "maju", "juniju",
    "juliju", "avgustu", "septembru", "oktobru", "novembru", "decembru",
)  # fmt: skip
MONTHS_SHORT: Final[dict[Language, Names]] = {
    Language.SL: (
        "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "avg.", "sep.", "okt.", "nov.", "dec.",
    ),
    Language.DE: (
        "Jän.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez.",
    ),
    Language.EN: (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ),
}  # fmt: skip

WEEKDAYS: Final[dict[Language, Names]] = {
    Language.SL: ("ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja"),
    Language.DE: ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    Language.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
WEEKDAYS_ACCUSATIVE_SL: Final = (
    "ponedeljek", "torek", "sredo", "četrtek", "petek", "soboto", "nedeljo",
)  # fmt: skip
WEEKDAYS_SHORT: Final[dict[Language, Names]] = {
    Language.SL: ("pon", "tor", "sre", "čet", "pet", "sob", "ned"),
    Language.DE: ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
    Language.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
