"""What one subscribes to: the calendar, a meeting as a file, and the news as an Atom feed (RFC 4287)."""

from datetime import datetime
from typing import Any
from unicodedata import category
from xml.etree import ElementTree as ET

from bot import exports
from bot.services.publiek import Gebeurtenis, Kalender, Krant, Nieuws
from bot.web.woorden import Woorden

ICS = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
KALENDER = "agenda.ics"
NIEUWS = "nieuws.atom"
_NS = "http://www.w3.org/2005/Atom"
ET.register_namespace("", _NS)


def kalender(woorden: Woorden, basis: str, lezing: Kalender, now: datetime) -> bytes:
    """Return all that comes as one calendar.

    Args:
        basis: the address of the site in this language, with a slash at its end.
        now: stamped on each event by the hour, so that what did not change stays the same for an hour.
    """
    stempel = now.replace(minute=0, second=0, microsecond=0)
    gebeurtenissen = [_als_data(woorden, basis, een, stempel) for een in lezing.gebeurtenissen]
    naam = woorden.t.plat("web.agenda.kalender", wijk=lezing.wijk)
    return exports.maak("agenda", {"naam": naam, "gebeurtenissen": gebeurtenissen})


def een(woorden: Woorden, basis: str, gebeurtenis: Gebeurtenis, now: datetime) -> bytes:
    """Return one meeting as a file for a calendar."""
    stempel = now.replace(minute=0, second=0, microsecond=0)
    return exports.maak("ics", _als_data(woorden, basis, gebeurtenis, stempel))


def _als_data(woorden: Woorden, basis: str, een: Gebeurtenis, stempel: datetime) -> dict[str, Any]:
    wat = woorden.p(een.wat)
    return {
        "id": een.id,
        "titel": een.titel,
        "begin": een.begin.isoformat(),
        "eind": een.eind and een.eind.isoformat(),
        "plaats": een.plaats,
        "kaart": een.plek,
        "versie": een.versie,
        "afgelast": een.afgelast,
        "omschrijving": f"{wat}. {een.tekst}" if een.tekst else wat,
        "stempel": stempel.isoformat(),
        "url": basis + een.pad if basis.startswith("http") else None,
    }


def atom(woorden: Woorden, basis: str, krant: Krant, now: datetime) -> bytes:
    """Return the news as a feed."""
    feed = ET.Element(f"{{{_NS}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": woorden.taal})
    site = f"urn:gehoord:{krant.site}"
    _tekst(feed, "id", f"{site}:{woorden.taal}")
    _tekst(feed, "title", woorden.t.plat("web.nieuws.titel", wijk=krant.wijk))
    _tekst(feed, "updated", _moment(krant.nieuws[0][1].op if krant.nieuws else now))
    ET.SubElement(feed, f"{{{_NS}}}link", rel="self", type="application/atom+xml", href=basis + NIEUWS)
    ET.SubElement(feed, f"{{{_NS}}}link", rel="alternate", type="text/html", href=basis)
    _tekst(ET.SubElement(feed, f"{{{_NS}}}author"), "name", krant.wijk)
    for deel, nieuws in krant.nieuws:
        entry = ET.SubElement(feed, f"{{{_NS}}}entry")
        _tekst(entry, "id", f"{site}:{deel}:{nieuws.id}")
        _tekst(entry, "title", titel(woorden, deel, nieuws))
        _tekst(entry, "updated", _moment(nieuws.op))
        ET.SubElement(entry, f"{{{_NS}}}link", rel="alternate", type="text/html", href=basis + nieuws.pad)
        if nieuws.html:
            inhoud = nieuws.html.get(woorden.taal) or next(iter(nieuws.html.values()))
            heel = "<br>".join(_schoon(regel) for regel in inhoud.splitlines())
            ET.SubElement(entry, f"{{{_NS}}}content", type="html").text = heel
    gemaakt: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return gemaakt


def titel(woorden: Woorden, deel: str, nieuws: Nieuws) -> str:
    """Return the title of a piece of news."""
    soort = f"nieuws_{nieuws.vorm}" if nieuws.vorm else "nieuws"
    return woorden.t.plat(f"web.{deel}.{soort}", **nieuws.velden)


def _tekst(onder: ET.Element, naam: str, tekst: str) -> None:
    ET.SubElement(onder, f"{{{_NS}}}{naam}").text = _schoon(tekst)


def _schoon(tekst: str) -> str:
    """Return a line without what XML has no place for; what joins or turns letters stays."""
    return "".join(teken for teken in tekst if teken.isprintable() or category(teken) == "Cf")


def _moment(op: datetime) -> str:
    return op.isoformat(timespec="seconds")
