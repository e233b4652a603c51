"""One address as who goes past the doors sees it: how it stands, and a button for all that can be done there."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig, eigen_naam, talen
from berichten.huishouden import Rijen, nummerknoppen, straatknoppen
from berichten.menu import naar_menu

_KIEST = ("plan", "biljet", "aanbod", "erbij")
_NAAR = {"gesprek": "dgh:", "aanmelden": "aw:", "vraag": "adv:", "hulp": "adh:", "toegang": "tkw:", "wissen": "wisd:"}


@bericht("adres.straten")
def straten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the streets; after what is on no list, with why it was not found."""
    tekst = toon.t.tekst("adres.straten", voorbeeld=f"{data['straten'][0][0]} 12a")
    if niet := data.get("niet"):
        waarom = toon.t.tekst(f"geweigerd.{niet['sleutel']}", **niet["velden"])
        tekst = Veilig(f"{waarom}\n\n{tekst}")
    return Bericht(tekst, (*straatknoppen(toon, data, "adt:", "adb:"), naar_menu(toon)))


@bericht("adres.straat")
def straat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the numbers of a street."""
    andere = (Knop(toon.t.plat("knop.andere_straat"), "adres"),) if data["meer"] else ()
    labels = [nummer for nummer, _ in data["nummers"]]
    tekst = toon.t.tekst("adres.straat", straat=data["straat"])
    return Bericht(tekst, (*nummerknoppen(toon, data, labels, "ad:", "ads:"), (*andere, *naar_menu(toon))))


@bericht("adres")
def adres(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show how an address stands, and what can be done there."""
    t, huis = toon.t, data["huis"]
    knoppen: Rijen = []
    if data["brengen"]:
        knoppen.append((Knop(t.plat("adres.knop_brengen", aantal=data["brengen"]), f"brh:{huis}"),))
    if data["ronde"]:
        knoppen.append((Knop(t.plat("adres.knop_ronde"), f"rna:{huis}"),))
    if not data["eigen"]:
        doen = [Knop(t.plat(f"adres.knop_{wat}"), _naar(wat, huis)) for wat in data["kan"] if wat != "wissen"]
        doen.append(Knop(t.plat("adres.knop_taal"), f"adl:{huis}"))
        if data["liever_niet"]:
            doen.append(Knop(t.plat("adres.knop_weer_bezoek"), f"adg:{huis}:{data['liever_niet']}"))
        else:
            doen.append(Knop(t.plat("ronde.knop_geen_bezoek"), f"adg:{huis}"))
        doen += [Knop(t.plat(f"adres.knop_{wat}"), _naar(wat, huis)) for wat in data["kan"] if wat == "wissen"]
        knoppen += twee_aan_twee(doen)
    onder = (Knop(t.plat("knop.ander_nummer"), f"ads:{huis}"), *naar_menu(toon))
    return Bericht("\n\n".join([_staat(toon, data), _wat(toon, data)]), (*knoppen, onder))


@bericht("adres.kies")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask which one."""
    t, huis, wat = toon.t, data["huis"], data["wat"]
    knoppen = [(Knop(inkorten(label), _kiest(data, een, op_papier)),) for een, label, op_papier in data["keuzes"]]
    tekst = t.tekst(f"adres.kies_{wat}", adres=data["adres"])
    verder = bladerknoppen(toon, data, f"adk:{huis}:{wat[0]}:{data['van']}")
    return Bericht(tekst, (*knoppen, *verder, (Knop(t.plat("knop.terug"), f"ad:{huis}"),)))


@bericht("adres.taal")
def taal(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer each language under its own name."""
    merk = {data["taal"] or "nl": "✓ "}
    knoppen = [(Knop(f"{merk.get(een, '')}{eigen_naam(een)}", f"adl:{data['huis']}:{een}"),) for een in talen()]
    terug = (Knop(toon.t.plat("knop.terug"), f"ad:{data['huis']}"),)
    return Bericht(toon.t.tekst("adres.talen", adres=data["adres"]), (*knoppen, terug))


def _staat(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say how it stands, a line each."""
    t = toon.t
    bereikt = "adres.niet_mee" if data["niet_mee"] else "adres.bereikt" if data["bereikt"] else "adres.nog_niet"
    regels = [t.tekst("adres.kop", adres=data["adres"]), t.tekst(bereikt)]
    if data["laatst"]:
        hoe, dag = data["laatst"]
        uitkomst = t.plat(f"deurgesprek.uitkomst.{hoe}")
        regels.append(t.tekst("deurgesprek.laatst", uitkomst=uitkomst, dag=toon.dag(dag, "MMMMd")))
    if data["liever_niet"]:
        regels.append(t.tekst("ronde.liever_niet", dag=toon.dag(data["liever_niet"])))
    if data["taal"]:
        regels.append(t.tekst("adres.taal_gevraagd", taal=toon.taalnaam(data["taal"])))
    if data["hulp"]:
        regels.append(t.tekst("adres.hulp", aantal=data["hulp"]))
    if data["aangemeld"]:
        regels.append(t.tekst("adres.aangemeld", aantal=data["aangemeld"]))
    if data["vragen"]:
        regels.append(t.tekst("adres.vragen", aantal=data["vragen"]))
    return Veilig("\n".join(regels))


def _wat(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("deurgesprek.eigen" if data["eigen"] else "adres.wat")


def _naar(wat: str, huis: str) -> str:
    return f"adk:{huis}:{wat[0]}" if wat in _KIEST else f"{_NAAR[wat]}{huis}"


def _kiest(data: dict[str, Any], een: str, op_papier: bool) -> str:
    """Return where a choice leads: what is done there stands with its own noun."""
    huis = data["huis"]
    return {
        "plan": f"adk:{huis}:d:{een}",
        "deel": f"cn:{een}:{huis}",
        "biljet": f"ppc:{een}" if op_papier else f"pp:{een}",
        "aanbod": f"aapapier:{een}:{huis}",
        "erbij": f"dlh:{een}:{huis}",
    }[data["wat"]]
