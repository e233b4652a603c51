"""Taking an offer: which there are, one of them, what one commits to, and taking that back."""

from typing import Any

from berichten.aanbod import bindend, delen, document, kosten
from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.hulpvraag import hulpknop
from berichten.kaartknop import kaartknop
from berichten.menu import naar_menu
from bot.rules.kennismaking import KEUZES


@bericht("intekening.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show which offers there are, a button each; staff can make one."""
    t, alle = toon.t, data["aanbiedingen"]
    delen_ = [t.tekst("intekening.lijst"), *(_regel(toon, een) for een in alle)] if alle else []
    knoppen: list[tuple[Knop, ...]] = [(Knop(inkorten(een["titel"]), f"in:{een['id']}"),) for een in alle]
    if data["beheer"]:
        nieuw = [Knop(t.plat("aanbod.knop_nieuw"), "aanbod")]
        nieuw += [Knop(t.plat("aanbod.knop_eformulier"), "aaeform")] if alle else []
        knoppen += twee_aan_twee(nieuw)
    return Bericht(Veilig("\n\n".join(delen_ or [t.tekst("intekening.geen")])), (*knoppen, naar_menu(toon)))


@bericht("intekening")
def intekening(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an offer; to a resident to take it, to staff how many addresses did."""
    t, wat = toon.t, delen(toon, data)
    eerst = not wat.past and not data["verder"]
    zegt = [wat.kern] if eerst else [wat.rest] if data["verder"] else [wat.kern, wat.rest]
    if data["verder"]:
        zegt.insert(0, t.tekst("aanbod.verder", titel=data["titel"]))
    zegt += [*_van_adres(toon, data), *_waarom_niet(toon, data)]
    rijen: list[tuple[Knop, ...]] = [(Knop(t.plat("aanbod.knop_verder"), f"inv:{data['id']}"),)] if eerst else []
    rijen += [(knop,) for knop in _doen(toon, data, nog_lezen=eerst)]
    rijen += [(knop,) for knop in document(toon, data)]
    if data["bewoner"] and data["open"] and not eerst:
        rijen += kaartknop(toon, data)
        rijen.append(hulpknop(toon, "vraag"))
    if data["beheer"]:
        zegt.append(_hoeveel(toon, data))
        papier = Knop(t.plat("aanbod.knop_papier"), f"aapapier:{data['id']}")
        rijen += twee_aan_twee([papier, Knop(t.plat("aanbod.knop_weg"), f"aax:{data['id']}")])
    terug = Knop(t.plat("knop.terug"), f"in:{data['id']}" if data["verder"] else "intekening")
    return Bericht(Veilig("\n\n".join(zegt)), (*rijen, (terug, *naar_menu(toon))))


@bericht("intekening.eigenaar")
def eigenaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether someone owns the home, where the address list does not say it."""
    t, welk = toon.t, data["id"]
    tekst = t.tekst("intekening.eigenaar", titel=data["titel"])
    rijen = [(Knop(t.plat(f"intekening.knop_{wie}"), f"ine:{welk}:{wie}"),) for wie in KEUZES["eigendom"]]
    return Bericht(tekst, (*rijen, (Knop(t.plat("knop.terug"), f"in:{welk}"),)))


@bericht("intekening.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say plainly what one commits to and until when that can be taken back, and ask whether one is sure."""
    t = toon.t
    zegt = [
        [t.tekst("intekening.zeker", titel=data["titel"])],
        [t.tekst(f"intekening.betekent.{data['wat']}"), *bindend(toon, data), t.tekst("intekening.thuis")],
        [kosten(toon, data)],
        [t.tekst("aanbod.gas", gas=data["gas"])],
        [t.tekst("intekening.terug_kan", dag=toon.dag(data["tot"]))],
    ]
    ja = Knop(t.plat("intekening.knop_ja"), f"inj:{data['id']}:ja")
    terug = Knop(t.plat("knop.terug"), f"in:{data['id']}")
    tekst = Veilig("\n\n".join(" ".join(zinnen) for zinnen in zegt))
    return Bericht(tekst, ((ja,), *((knop,) for knop in document(toon, data)), (terug,)))


@bericht("intekening.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Confirm it, with the last day on which it can be taken back."""
    t = toon.t
    zegt = [t.tekst("intekening.klaar", titel=data["titel"]), t.tekst(f"intekening.mee.{data['wat']}")]
    zegt.append(t.tekst("intekening.terug_kan", dag=toon.dag(data["tot"])))
    weg = Knop(t.plat("intekening.knop_weg"), f"inx:{data['id']}")
    bekijk = Knop(t.plat("aanbod.knop_bekijk"), f"in:{data['id']}")
    return Bericht(Veilig("\n\n".join(zegt)), (*twee_aan_twee([bekijk, weg]), naar_menu(toon)))


@bericht("intekening.weg")
def weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to take it back."""
    ja = Knop(toon.t.plat("intekening.knop_weg_ja"), f"inx:{data['id']}:ja")
    tekst = toon.t.tekst("intekening.weg", titel=data["titel"])
    return Bericht(tekst, ((ja,), (Knop(toon.t.plat("knop.terug"), f"in:{data['id']}"),)))


def _regel(toon: Toon, een: dict[str, Any]) -> Veilig:
    t = toon.t
    regels = [t.tekst("intekening.regel", titel=een["titel"], wat=t.plat(f"aanbod.wat.{een['wat']}"))]
    if een["woningtypen"]:
        regels.append(t.tekst("aanbod.voor", woningen=een["woningtypen"]))
    moment = toon.moment(een["sluit_op"])
    regels.append(t.tekst("aanbod.sluit" if een["open"] else "aanbod.gesloten", moment=moment))
    if een["mee"]:
        regels.append(t.tekst("intekening.adres_mee"))
    return Veilig("\n".join(regels))


def _van_adres(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what the address said, how, and until when it can be taken back."""
    t, staat = toon.t, data["staat"]
    if staat is None:
        return []
    if staat["hoe"] != "zelf":
        zin = t.tekst(f"intekening.adres.{staat['hoe']}", dag=toon.dag(staat["dag"]))
        return [toon.met_hulp(zin) if staat["hoe"] != "ander" else zin]
    mee = t.tekst(f"intekening.mee.{data['wat']}")
    if staat["tot"] is None:
        return [mee, toon.met_hulp(t.tekst("intekening.vast"))]
    return [mee, t.tekst("intekening.terug_kan", dag=toon.dag(staat["tot"]))]


def _waarom_niet(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say why a resident cannot take it."""
    if not data["bewoner"] or data["staat"]:
        return []
    if not data["open"]:
        return [toon.t.tekst("aanbod.gesloten", moment=toon.moment(data["sluit_op"]))]
    if not data["past"]:
        return [toon.t.tekst("intekening.niet_uw_huis")]
    return [toon.t.tekst("intekening.alleen_eigenaar")] if str(data["mag"]).startswith("huurder") else []


def _doen(toon: Toon, data: dict[str, Any], *, nog_lezen: bool) -> list[Knop]:
    """Return the button to take it, once all was read, or to take that back."""
    t, staat = toon.t, data["staat"]
    if staat is not None:
        weg = Knop(t.plat("intekening.knop_weg"), f"inx:{data['id']}")
        return [weg] if staat["tot"] else []
    kan = data["bewoner"] and data["open"] and data["past"] and data["mag"] in ("mag", "vraag") and not nog_lezen
    return [Knop(t.plat(f"intekening.knop.{data['wat']}"), f"inj:{data['id']}")] if kan else []


def _hoeveel(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say how many addresses said which yes: interest is no commitment."""
    t, (hoe, aantal), wat = toon.t, data["aantal"], toon.t.plat(f"aanbod.wat.{data['wat']}")
    if hoe == "precies":
        return t.tekst("aanbod.aantal", aantal=aantal, wat=wat)
    if hoe == "ongeveer":
        return t.tekst("aanbod.ongeveer", aantal=aantal, wat=wat)
    return t.tekst("aanbod.weinig", minder=aantal, wat=wat) if hoe == "weinig" else t.tekst("aanbod.niet_getoond")
