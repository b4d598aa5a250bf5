"""The one place where dates, hours, spans and figures are turned into text; window and paper both use it.

Explicit patterns and tables; years have four digits, and a no-break space keeps a date on one line.
"""

from cabinet_app.i18n.date_ranges import date_range, date_range_long, month_range, time_range, week_range
from cabinet_app.i18n.numbers import money, number
from cabinet_app.i18n.single_dates import (
    day_month,
    day_month_long,
    day_number,
    genitive,
    iso_week,
    long,
    medium,
    month_abbr,
    month_name,
    month_title,
    numeric,
    sentence,
    sentence_at,
    time,
    time_sentence,
    timestamp,
    week_label,
    weekday_abbr,
    weekday_name,
)
from cabinet_app.i18n.spans import days_count, duration, relative_days, years_count
from cabinet_app.i18n.vague_wording import vague

__all__ = [
    "date_range",
    "date_range_long",
    "day_month",
    "day_month_long",
    "day_number",
    "days_count",
    "duration",
    "genitive",
    "iso_week",
    "long",
    "medium",
    "money",
    "month_abbr",
    "month_name",
    "month_range",
    "month_title",
    "number",
    "numeric",
    "relative_days",
    "sentence",
    "sentence_at",
    "time",
    "time_range",
    "time_sentence",
    "timestamp",
    "vague",
    "week_label",
    "week_range",
    "weekday_abbr",
    "weekday_name",
    "years_count",
]
