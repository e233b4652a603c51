"""What stands under the conditions that count nobody: the organisator's overview, and what is recorded of each."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.drempels import woorden
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_LANG = 90
"""So much of a kader stands in the overview."""


@bericht("onderbouwing")
def overzicht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show how each condition stands, and what can be recorded."""
    t, soorten = toon.t, {drempel["soort"] for drempel in data["drempels"]}
    delen = [t.tekst("onderbouwing.kop")]
    if soorten and not data["vast"]:
        delen.append(t.tekst("onderbouwing.concept"))
    for drempel in data["drempels"]:
        delen.append(woorden(drempel["soort"]).alinea(toon, drempel, {"zonder_team": {}, "vertrokken": {}}))
        if drempel["soort"] == "kaders":
            delen.append(Veilig("\n".join(_kader(toon, deel) for deel in drempel["delen"])))
    if aantal := data["standpunten"]:
        delen.append(t.tekst("onderbouwing.standpunten", aantal=aantal))
    else:
        delen.append(t.tekst("onderbouwing.geen_standpunten"))
    return Bericht(Veilig("\n\n".join(delen)), (*_knoppen(toon, soorten, data["verklaard"]), naar_menu(toon)))


def _knoppen(toon: Toon, soorten: set[str], verklaard: bool) -> list[tuple[Knop, ...]]:
    t = toon.t
    rijen: list[tuple[Knop, ...]] = []
    if "verklaring" in soorten:
        rijen.append((Knop(t.plat("onderbouwing.knop_verklaring"), "obv"),))
        if verklaard:
            rijen.append((Knop(t.plat("onderbouwing.knop_verklaring_weg"), "obvx"),))
    if "kaders" in soorten:
        rijen.append((Knop(t.plat("onderbouwing.knop_kader"), "obk"),))
    rijen.append((Knop(t.plat("onderbouwing.knop_standpunt"), "obs"), Knop(t.plat("knop.standpunten"), "standpunten")))
    return [*rijen, (Knop(t.plat("knop.intekening"), "intekening"),)]


def _kader(toon: Toon, deel: dict[str, Any]) -> Veilig:
    oordeel = toon.t.plat(f"kader.oordeel.{deel['oordeel']}")
    return toon.t.tekst("onderbouwing.kader", kader=inkorten(deel["kader"], _LANG), oordeel=oordeel)


@bericht("stuk")
def stuk(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Send a document with its hash."""
    media = Bijlage("file_id", data["naam"], {"file_id": data["file_id"]}, als="document", voor_velen=True)
    return Bericht(toon.t.tekst("stuk", naam=data["naam"], hash=data["sha256"]), media=media)


@bericht("verklaring.voorbeeld")
def verklaring_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a declaration before a second person is asked."""
    tekst = Veilig("\n\n".join([toon.t.tekst("onderbouwing.voorbeeld"), _verklaring(toon, data)]))
    return bevestigen(toon, tekst, klaar=toon.t.plat("onderbouwing.knop_vraag"))


@bericht("verklaring.lezen")
def verklaring_lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a declaration to a second person."""
    return Bericht(_verklaring(toon, data))


def _verklaring(toon: Toon, data: dict[str, Any]) -> Veilig:
    t, velden = toon.t, {veld: data[veld] for veld in ("naam", "functie", "opdrachtgever")}
    rol = t.tekst("verklaring.met_rol", mens=data["mens"]) if data["mens"] else t.tekst("verklaring.zonder_rol")
    delen = [
        t.tekst("verklaring.van", **velden),
        t.tekst(f"verklaring.zegt.{data['uitspraak']}"),
        t.tekst("onderbouwing.redenen", tekst=data["redenen"]),
        t.tekst("verklaring.getekend", dag=toon.dag(data["dag"]), stuk=data["stuknaam"]),
        rol,
    ]
    return Veilig("\n\n".join(delen))


@bericht("verklaring_weg.voorbeeld")
def verklaring_weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show why a declaration is withdrawn, before a second person is asked."""
    tekst = toon.t.tekst("verklaring_weg.voorbeeld", reden=data["reden"])
    return bevestigen(toon, tekst, klaar=toon.t.plat("onderbouwing.knop_vraag"))


@bericht("kader.voorbeeld")
def kader_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is recorded of a kader before a second person is asked."""
    tekst = Veilig("\n\n".join([toon.t.tekst("onderbouwing.voorbeeld"), _kader_met_bewijs(toon, data)]))
    return bevestigen(toon, tekst, extra_knoppen(toon), klaar=toon.t.plat("onderbouwing.knop_vraag"))


@bericht("kader.lezen")
def kader_lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is recorded of a kader to a second person."""
    return Bericht(_kader_met_bewijs(toon, data))


def _kader_met_bewijs(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    oordeel = t.plat(f"kader.oordeel.{data['oordeel']}")
    delen = [
        t.tekst("onderbouwing.kader", kader=data["tekst"], oordeel=oordeel),
        t.tekst("onderbouwing.redenen", tekst=data["toelichting"]),
        *erbij(toon, data),
    ]
    return Veilig("\n\n".join(delen))


def erbij(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say which page and which document stand beside something."""
    t = toon.t
    return [
        *([t.tekst("onderbouwing.link", link=data["link"])] if data["link"] else []),
        *([t.tekst("onderbouwing.stuk", stuk=data["stuknaam"])] if data["stuknaam"] else []),
    ]


def extra_knoppen(toon: Toon) -> list[tuple[str, str]]:
    """Return the buttons of a preview for a page and a document."""
    return [(naam, toon.t.plat(f"onderbouwing.knop.{naam}")) for naam in ("link", "stuk")]
