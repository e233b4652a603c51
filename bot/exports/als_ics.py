"""A meeting as an iCalendar file (RFC 5545), for the calendar on one's own phone."""

from datetime import datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

PRODID = "-//Gehoord//bijeenkomsten//NL"
STANDAARDDUUR = timedelta(hours=2)
"""How long a meeting takes when nobody said when it ends."""


def maak(data: dict[str, Any]) -> bytes:
    """Return one event. Its id stays and its sequence goes up with each change, so that a calendar replaces it.

    Args:
        data: a meeting as messages carry it, with `omschrijving` and, as `stempel`, the moment at which it is made.
            Moments are ISO strings; they are written in UTC, which needs no time zone rules in the file.
    """
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("method", "CANCEL" if data["afgelast"] else "PUBLISH")
    kalender.add_component(gebeurtenis(data))
    return bytes(kalender.to_ical())


def gebeurtenis(data: dict[str, Any]) -> Event:
    """Return the event of a meeting, or of anything else that has the same fields; `url` is the page about it."""
    begin = datetime.fromisoformat(data["begin"])
    gebeurtenis = Event()
    gebeurtenis.add("uid", f"{data['id']}@gehoord")
    gebeurtenis.add("dtstamp", datetime.fromisoformat(data["stempel"]))
    gebeurtenis.add("dtstart", begin)
    gebeurtenis.add("dtend", datetime.fromisoformat(data["eind"]) if data["eind"] else begin + STANDAARDDUUR)
    gebeurtenis.add("summary", data["titel"])
    gebeurtenis.add("description", data["omschrijving"])
    gebeurtenis.add("location", data["plaats"])
    if data["kaart"]:
        noord, oost = data["kaart"]
        gebeurtenis.add("geo", (noord / 1e6, oost / 1e6))
    gebeurtenis.add("sequence", data["versie"])
    gebeurtenis.add("status", "CANCELLED" if data["afgelast"] else "CONFIRMED")
    if data.get("url"):
        gebeurtenis.add("url", data["url"])
    return gebeurtenis
