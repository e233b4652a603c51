"""Conversations at the door, as who goes past the doors sees them."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.huishouden import Rijen, bladeren, nummerknoppen, straatknoppen
from berichten.menu import naar_menu

_TEKENS = {"gesproken": " ✓", "geweigerd": " ✗", "niet_thuis": " ○", "later": " ↻", "niet_mee": " ✋", None: ""}


@bericht("deurgesprek")
def straten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the streets."""
    tekst = toon.t.tekst("deurgesprek.kies", voorbeeld=f"{data['straten'][0][0]} 12a")
    return Bericht(tekst, (*straatknoppen(toon, data, "dgt:", "dg:"), (_stop(toon),)))


@bericht("deurgesprek.straat")
def straat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the numbers of a street, each with a sign for what came of the last visit."""
    t = toon.t
    labels = [f"{nummer}{_TEKENS[uitkomst]}" for nummer, _, uitkomst in data["nummers"]]
    delen = [t.tekst("deurgesprek.straat", straat=data["straat"])]
    if any(uitkomst for _, _, uitkomst in data["nummers"]):
        delen.append(t.tekst("deurgesprek.tekens"))
    andere = (Knop(t.plat("knop.andere_straat"), "deurgesprek"),) if data["meer"] else ()
    return Bericht("\n\n".join(delen), (*nummerknoppen(toon, data, labels, "dgh:", "dgs:"), (*andere, _stop(toon))))


@bericht("deurgesprek.adres")
def adres(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the people at an address: tap who spoke, then record; or say that nobody did."""
    t, huis = toon.t, data["huis"]
    delen = [t.tekst("deurgesprek.adres", adres=data["adres"])]
    if data["laatst"]:
        delen[0] = Veilig(f"{delen[0]}\n{_laatst(toon, *data['laatst'])}")
    if data["liever_niet"]:
        dag = toon.dag(data["liever_niet"])
        delen.append(t.tekst("ronde.liever_niet", dag=dag))
    open_ = [] if data["eigen"] else [p for p in data["mensen"] if not p["al"] and not p["niet_mee"]]
    gekozen = frozenset(() if data["eigen"] else data["gekozen"])
    delen.append(t.tekst("deurgesprek.eigen" if data["eigen"] else "deurgesprek.vertel"))
    if gekozen:
        delen.append(t.tekst("deurgesprek.gekozen", aantal=len(gekozen)))
    knoppen: Rijen = [] if data["eigen"] else [(_persoon(toon, p, huis, gekozen),) for p in data["mensen"]]
    knoppen += bladeren(toon, data, f"dgh:{huis}:{_masker(gekozen)}:")
    allen = gekozen | {p["stoel"] for p in open_}
    if len(open_) > 1 and allen > gekozen:
        knoppen.append((Knop(t.plat("knop.allemaal"), f"dgh:{huis}:{_masker(allen)}:{open_[0]['stoel']}"),))
    if gekozen:
        knoppen += [
            (Knop(t.plat("knop.verteld_deur"), f"dgv:{huis}:{_masker(gekozen)}:d"),),
            (Knop(t.plat("knop.verteld_keukentafel"), f"dgv:{huis}:{_masker(gekozen)}:k"),),
            (Knop(t.plat("nietmee.knop_deur"), f"nmd:{huis}:{_masker(gekozen)}"),),
        ]
    elif not any(p["al"] for p in data["mensen"]):
        anders = {"g": "knop.wil_niet", "n": "knop.niet_thuis", "l": "knop.later_terug"}
        knoppen += [tuple(Knop(t.plat(anders[k]), f"dgb:{huis}:{k}") for k in anders)]
    knoppen += _meer(toon, data, gekozen)
    return Bericht("\n\n".join(delen), (*knoppen, *_verder(toon, data)))


@bericht("deurgesprek.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what was kept; the next address is the first button."""
    t = toon.t
    if data["uitkomst"] == "gesproken":
        tekst = t.tekst("deurgesprek.vastgelegd", adres=data["adres"], aantal=data["aantal"])
    else:
        uitkomst = t.plat(f"deurgesprek.uitkomst.{data['uitkomst']}")
        tekst = t.tekst("deurgesprek.genoteerd", adres=data["adres"], uitkomst=uitkomst)
    fout = (Knop(t.plat("knop.klopt_niet"), f"dgh:{data['huis']}"),)
    if data["ronde"]:
        return Bericht(tekst, ((Knop(t.plat("ronde.knop_verder"), f"rnv:{data['huis']}"),), fout, (_stop(toon),)))
    return Bericht(tekst, (*_verder(toon, data), fout))


@bericht("deurgesprek.gestopt")
def gestopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank who went past the doors."""
    return Bericht(toon.t.tekst("deurgesprek.gestopt"), (naar_menu(toon),))


def _meer(toon: Toon, data: dict[str, Any], gekozen: frozenset[int]) -> Rijen:
    """Return what else can be done at an address."""
    t, huis = toon.t, data["huis"]
    knoppen: Rijen = []
    if not gekozen and not data["eigen"]:
        knoppen.append((Knop(t.plat("aanmeldhulp.knop"), f"aw:{huis}"),))
    if data["herstel"]:
        knoppen.append((Knop(t.plat("knop.herstel"), f"dgw:{huis}"),))
    if data["liever_niet"]:
        knoppen.append((Knop(t.plat("ronde.knop_herstel"), f"rnw:{huis}"),))
    knoppen.append((Knop(t.plat("adres.knop"), f"ad:{huis}"),))
    return knoppen


def _persoon(toon: Toon, persoon: dict[str, Any], huis: str, gekozen: frozenset[int]) -> Knop:
    stoel = persoon["stoel"]
    naam = toon.t.plat("deurlijst.persoon_telefoon" if persoon["account"] else "deurlijst.persoon", nummer=stoel)
    if persoon["niet_mee"]:
        return Knop(f"✋ {naam} · {toon.t.plat('nietmee.doet_niet_mee')}", f"nmd:{huis}:{_masker({stoel})}")
    if persoon["al"]:
        return Knop(f"✓ {naam} · {toon.t.plat('deurgesprek.al')}", f"dgh:{huis}:{_masker(gekozen)}:{stoel}")
    return Knop(f"{'☑' if stoel in gekozen else '☐'} {naam}", f"dgp:{huis}:{_masker(gekozen ^ {stoel})}:{stoel}")


def _verder(toon: Toon, data: dict[str, Any]) -> Rijen:
    t = toon.t
    rijen: Rijen = []
    if data["volgend"]:
        nummer, huis = data["volgend"]
        rijen.append((Knop(t.plat("knop.volgende_nummer", nummer=nummer), f"dgh:{huis}"),))
    return [*rijen, (Knop(t.plat("knop.ander_nummer"), f"dgs:{data['huis']}"), _stop(toon))]


def _stop(toon: Toon) -> Knop:
    return Knop(toon.t.plat("knop.lijst_klaar"), "dgk")


def _laatst(toon: Toon, uitkomst: str, dag: str) -> Veilig:
    op = toon.dag(dag, "MMMMd")
    return toon.t.tekst("deurgesprek.laatst", uitkomst=toon.t.plat(f"deurgesprek.uitkomst.{uitkomst}"), dag=op)


def _masker(stoelen: Any) -> str:
    """Write seats as a button carries them: a hexadecimal number with a bit for each."""
    return f"{sum(1 << (stoel - 1) for stoel in stoelen):x}"
