"""Words of the three languages in which documents promise how often a body meets, in small letters."""

from typing import Final

from cabinet_app.domain.periods import CadenceUnit

_SL_COUNTS = (
    "enkrat dvakrat trikrat štirikrat petkrat šestkrat sedemkrat osemkrat devetkrat desetkrat"
    " enajstkrat dvanajstkrat"
)
_DE_COUNTS = (
    "einmal zweimal dreimal viermal fünfmal sechsmal siebenmal achtmal neunmal zehnmal elfmal zwölfmal"
)
_EN_COUNTS = "once twice thrice"
_EN_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"

COUNTS: Final[dict[str, int]] = {
    **{
        word: number
        for line in (_SL_COUNTS, _DE_COUNTS, _EN_COUNTS)
        for number, word in enumerate(line.split(), 1)
    },
    **{f"{word} times": number for number, word in enumerate(_EN_NUMBERS.split(), 1)},
}

NUMBERS: Final[dict[str, int]] = {
    **{word: number for number, word in enumerate(_EN_NUMBERS.split(), 1)},
    **{
        word: number
        for number, words in {
            1: "en eno ena",
            2: "dva dve dveh drugi drugo drugih zwei zweite zweiten zweites second other",
            3: "tri tretji tretje tretjo drei dritte dritten drittes third",
            4: "štiri četrti četrto vier vierte vierten viertes fourth",
            5: "pet fünf",
            6: "šest sechs sechste",
            7: "sedem sieben",
            8: "osem acht",
            9: "devet neun",
            10: "deset zehn",
            12: "dvanajst zwölf",
            14: "štirinajst vierzehn fourteen",
            15: "petnajst fünfzehn fifteen",
            20: "dvajset zwanzig twenty",
            21: "enaindvajset einundzwanzig twenty-one",
            30: "trideset dreißig dreissig thirty",
            60: "šestdeset sechzig sixty",
            90: "devetdeset neunzig ninety",
        }.items()
        for word in words.split()
    },
}

EACH: Final = r"(?:na\s+)?(?:vsak|vsaka|vsake|vsaki|vsakih|vsakega|vsako)|alle|jeden|jede|jedes|every"
EVERY: Final = rf"{EACH}|na|innerhalb\s+von"

SPAN_UNITS: Final[dict[str, str]] = {
    word: unit
    for unit, words in {
        "day": "dan dneva dni dneh tag tage tagen day days",
        "week": "teden tedna tedne tednov tednih woche wochen week weeks",
        "month": "mesec meseca mesece mesecev mesecih monat monate monaten month months",
        "year": "leto leti leta let jahr jahre jahren year years",
    }.items()
    for word in words.split()
}

# Words that promise by themselves: "monthly", "vsak mesec".
UNITS_ALONE: Final[dict[CadenceUnit, list[str]]] = {
    CadenceUnit.HALF_YEAR: [
        r"polletno|vsako\s+polletje|ob\s+vsaki\s+polletni|vsak(?:ega|ih)\s+pol\s+leta",
        r"halbjährlich|halbjährig|jedes\s+halbjahr",
        r"half-?\s?yearly|semi-?annually|(?:every|each)\s+half[- ]year|every\s+half\s+a\s+year",
    ],
    CadenceUnit.QUARTER: [
        r"četrtletno|kvartalno|trimesečno|(?:vsako|v\s+vsakem)\s+(?:četrtletj[eu]|trimesečj[eu]|kvartalu?)",
        r"vierteljährlich|quartalsweise|(?:jedes|in\s+jedem)\s+(?:quartal|vierteljahr)",
        r"quarterly|(?:every|each|in\s+each|in\s+every)\s+(?:calendar\s+)?quarter",
    ],
    CadenceUnit.MONTH: [
        r"mesečno|vsakomesečno|(?:vsak|vsaki|v\s+vsakem)\s+(?:koledarski\s+|koledarskem\s+)?mesecu?",
        r"monatlich|(?:jeden|in\s+jedem)\s+(?:kalender)?monat",
        r"monthly|(?:every|each|in\s+each|in\s+every)\s+(?:calendar\s+)?month",
    ],
    CadenceUnit.WEEK: [
        r"tedensko|vsak\s+teden|v\s+vsakem\s+tednu",
        r"wöchentlich|(?:jede|in\s+jeder)\s+woche",
        r"weekly|(?:every|each|in\s+each|in\s+every)\s+week",
    ],
    CadenceUnit.YEAR: [
        r"letno|vsakoletno|(?:vsako|v\s+vsakem)\s+(?:koledarsko\s+|koledarskem\s+)?let[ou]",
        r"jährlich|alljährlich|(?:jedes|in\s+jedem)\s+(?:kalender)?jahr",
        r"yearly|annually|(?:every|each|in\s+each|in\s+every)\s+(?:calendar\s+)?year",
    ],
}

# Words that need a number before them: "einmal im Monat", but not "im Monat Mai".
UNITS_COUNTED: Final[dict[CadenceUnit, list[str]]] = {
    CadenceUnit.HALF_YEAR: [
        r"(?:na|v)\s+(?:polletj[eu]|pol\s+leta)",
        r"(?:im|pro|je)\s+halbjahr",
        r"(?:per|a|in\s+a)\s+half[- ]year",
    ],
    CadenceUnit.QUARTER: [
        r"(?:na|v)\s+(?:četrtletj[eu]|trimesečj[eu]|kvartalu?)",
        r"(?:im|pro|je)\s+(?:quartal|vierteljahr)",
        r"(?:per|a|in\s+a)\s+(?:calendar\s+)?quarter",
    ],
    CadenceUnit.MONTH: [
        r"(?:na|v)\s+(?:koledarski\s+|koledarskem\s+)?mesecu?",
        r"(?:im|pro|je)\s+(?:kalender)?monat",
        r"(?:per|a|in\s+a)\s+(?:calendar\s+)?month",
    ],
    CadenceUnit.WEEK: [r"na\s+teden|v\s+tednu", r"(?:in\s+der|pro|je)\s+woche", r"(?:per|a|in\s+a)\s+week"],
    CadenceUnit.YEAR: [
        r"(?:na|v)\s+(?:koledarsko\s+|koledarskem\s+)?let[ou]",
        r"(?:im|pro|je)\s+(?:kalender)?jahr",
        r"(?:per|a|in\s+a)\s+(?:calendar\s+)?year",
    ],
}

FORTNIGHT: Final = [
    r"(?:14|štirinajst)-?\s?dnevno",
    r"dvotedensko",
    r"vierzehntägig|vierzehntäglich|14-?\s?tägig|14-?\s?täglich|zweiwöchentlich|zweiwöchig",
    r"fortnightly|every\s+fortnight|once\s+a\s+fortnight",
]

AS_NEEDED: Final = [
    r"po\s+potrebi|kadar\s+je\s+(?:to\s+)?potrebno",
    r"(?:nach|bei)\s+bedarf|wenn\s+nötig|fallweise",
    r"as\s+(?:and\s+when\s+)?(?:needed|required|necessary)|when\s+(?:needed|required|necessary)|if\s+(?:needed|required)",
]

_WEEKDAY_WORDS = (
    "ponedeljek ponedeljkih montag montags monday mondays",
    "torek torkih dienstag dienstags tuesday tuesdays",
    "sreda sredo sredah mittwoch mittwochs wednesday wednesdays",
    "četrtek četrtkih donnerstag donnerstags thursday thursdays",
    "petek petkih freitag freitags friday fridays",
    "sobota soboto sobotah samstag samstags saturday saturdays",
    "nedelja nedeljo nedeljah sonntag sonntags sunday sundays",
)
WEEKDAYS: Final[dict[str, int]] = {
    word: number for number, words in enumerate(_WEEKDAY_WORDS) for word in words.split()
}

ORDINALS: Final[dict[str, int]] = {
    word: number
    for number, words in {
        1: "prvi prvo prva 1. erste ersten erster first 1st",
        2: "drugi drugo druga 2. zweite zweiten zweiter second 2nd",
        3: "tretji tretjo tretja 3. dritte dritten dritter third 3rd",
        4: "četrti četrto četrta 4. vierte vierten vierter fourth 4th",
        5: "peti peto peta 5. fünfte fünften fünfter fifth 5th",
        -1: "zadnji zadnjo zadnja letzte letzten letzter last",
    }.items()
    for word in words.split()
}

OF_THE_MONTH: Final = [
    r"(?:v|vsak|v\s+vsakem)\s+mesecu?|meseca",
    r"(?:im|jeden|des|eines\s+jeden|jedes)\s+monats?",
    r"(?:of|in)\s+(?:the|each|every|a)\s+month|(?:each|every)\s+month|monthly",
]

# The groups are numbered by the place of the pattern in the list.
HOURS: Final = [
    r"\bob\s+(?P<hour0>\d{1,2})(?:[.:](?P<minute0>\d{2}))?",
    r"\bum\s+(?P<hour1>\d{1,2})(?:[.:](?P<minute1>\d{2}))?\s*uhr",
    r"\bat\s+(?P<hour2>\d{1,2})(?:[.:](?P<minute2>\d{2}))?(?:\s*(?P<afternoon>p\.?m)|\b)",
]

EXCEPT: Final = [
    r"razen|izvzemši|izvzet(?:\s+je)?|brez",
    r"(?:außer|ausgenommen|nicht)\s+im|außer|ausgenommen|ohne",
    r"except(?:\s+(?:in|for))?|excluding|not\s+in",
]

_MONTH_WORDS = (
    "januar januarja januarju jänner januar january",
    "februar februarja februarju feber february",
    "marec marca marcu märz march",
    "april aprila aprilu",
    "maj maja maju mai may",
    "junij junija juniju juni june",
    "julij julija juliju juli july",
    "avgust avgusta avgustu august",
    "september septembra septembru",
    "oktober oktobra oktobru october",
    "november novembra novembru",
    "december decembra decembru dezember",
)
MONTH_NAMES: Final[dict[str, int]] = {
    word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()
}
