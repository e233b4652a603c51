"""All that comes as one iCalendar file to subscribe to (RFC 5545, 7986); what was cancelled stays in it, as such."""

from datetime import timedelta
from typing import Any

from icalendar import Calendar

from bot.exports.als_ics import PRODID, gebeurtenis

_VERVERS = timedelta(hours=6)


def maak(data: dict[str, Any]) -> bytes:
    """Return the calendar.

    Args:
        data: `naam` of the calendar, `taal`, and `gebeurtenissen`, each as `als_ics.maak` takes it.
    """
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("method", "PUBLISH")
    kalender.add("name", data["naam"])
    kalender.add("x-wr-calname", data["naam"])  # older calendars know this name only
    kalender.add("refresh-interval", _VERVERS, parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", "PT6H")
    for een in data["gebeurtenissen"]:
        kalender.add_component(gebeurtenis(een))
    return bytes(kalender.to_ical())
