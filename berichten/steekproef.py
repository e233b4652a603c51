"""The sample check: for the organisator without an address, for the outsider one address at a time."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.menu import naar_menu

_TEKEN = {"klopt": "✓", "klopt_niet": "✗", "niet_bereikt": "○", None: "·"}


@bericht("steekproef")
def overzicht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show how it goes, and what came of the ones that ended."""
    t, loopt = toon.t, data["loopt"]
    delen = [t.tekst("steekproef.uitleg")]
    delen += [uitkomst(toon, eerder) for eerder in data["eerder"]]
    if loopt is None and data["te_weinig"]:
        delen.append(t.tekst("geweigerd.steekproef.te_weinig", minimum=data["te_weinig"]))
        knoppen: list[tuple[Knop, ...]] = []
    elif loopt is None:
        knoppen = [(Knop(t.plat("steekproef.knop_nieuw"), "skpn"),)]
    else:
        delen.append(t.tekst("steekproef.loopt", gedaan=loopt["gedaan"], over=loopt["over"]))
        knoppen = [] if data["controleur"] else [(Knop(t.plat("steekproef.knop_link"), "skpl"),)]
        knoppen.append((Knop(t.plat("steekproef.knop_stop"), "skps"),))
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, naar_menu(toon)))


@bericht("steekproef.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the outsider which are done; no address."""
    t = toon.t
    genummerd = enumerate(data["posten"], 1)
    knoppen = [Knop(f"{_TEKEN[post['uitkomst']]} {nummer}", f"skpv:{post['id']}") for nummer, post in genummerd]
    klaar = ((Knop(t.plat("steekproef.knop_klaar"), "skpk"),),) if data["klaar"] else ()
    return Bericht(t.tekst("steekproef.lijst"), (*_vijf_aan_vijf(knoppen), *klaar, naar_menu(toon)))


@bericht("steekproef.post")
def post(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the outsider one address, with what to ask there."""
    t = toon.t
    soort = "aanwezig" if data["soort"].startswith("aanwezig") else data["soort"]
    delen = [
        t.tekst("steekproef.post", nummer=data["nummer"], adres=data["adres"]),
        t.tekst(f"steekproef.vraag_{soort}", dag=toon.dag(data["dag"]), rol=t.plat(f"rol.{data['door']}")),
        t.tekst("steekproef.niet_vragen"),
    ]
    knoppen = [
        Knop(("✓ " if data["uitkomst"] == u else "") + t.plat(f"steekproef.knop_{u}"), f"skpu:{u}:{data['id']}")
        for u in ("klopt", "klopt_niet", "niet_bereikt")
    ]
    terug = (Knop(t.plat("knop.terug"), "controle"),)
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), terug))


@bericht("steekproef.bedankt")
def bedankt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank the outsider, whose access ended."""
    return Bericht(toon.t.tekst("steekproef.bedankt"))


@bericht("steekproef.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Stand in the place of an address when it is over."""
    return Bericht(toon.t.tekst("steekproef.voorbij"))


def uitkomst(toon: Toon, uit: dict[str, Any]) -> Veilig:
    """Say what came of one: "x of y", and no share when few were reached."""
    t = toon.t
    getallen = {naam: uit[naam] for naam in ("omvang", "getrokken", "klopt_niet", "bereikt", "niet_bereikt")}
    zin = t.tekst("steekproef.uitkomst", **getallen)
    return zin if uit["genoeg"] else Veilig(f"{zin} {t.tekst('steekproef.te_klein')}")


def _vijf_aan_vijf(knoppen: list[Knop]) -> list[tuple[Knop, ...]]:
    return [tuple(knoppen[n : n + 5]) for n in range(0, len(knoppen), 5)]
