"""A meeting as the pattern of a new one."""

from cabinet_app.domain.meetings import AgendaItemStatus, Meeting, MeetingStatus, Presence


def fresh_copy(meeting: Meeting) -> Meeting:
    """The same people and items for a meeting that is still to take place.

    Its number, what was voted and decided, and everything that tells of the old day are left behind.
    """
    meeting.number = ""
    meeting.status = MeetingStatus.PLANNED
    meeting.convened_on = meeting.opened_at = meeting.closed_at = None
    meeting.replaces_id = None
    meeting.uid, meeting.sequence = "", 0
    meeting.agenda_votes = []
    meeting.sources = []
    for item in meeting.agenda:
        item.votes, item.decisions = [], []
        item.status = AgendaItemStatus.PENDING
    for one in meeting.attendance:
        one.presence = Presence.PRESENT
        one.arrived_at = one.left_at = None
    return meeting
