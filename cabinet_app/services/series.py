"""Series of meetings."""

from cabinet_app.domain.series import MeetingSeries
from cabinet_app.services.records import Records


class SeriesService(Records[MeetingSeries]):
    record_type = "series"
