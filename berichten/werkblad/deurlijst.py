"""The door list as a table: who is at the door is ticked with one tap, and the page says what it made of that."""

from typing import Any

from berichten.bericht import Toon, inkorten
from berichten.catalogus import Veilig
from berichten.deurlijst import kijk, met_teken, totalen, van_ander, vink, wie
from berichten.werkblad.blad import Blad, Cel, Doe, Keuze, Link, Tabel, kolommen, zonder_volgorde

Data = dict[str, Any]


def blad(toon: Toon, data: Data) -> Blad:
    """Return the page of what `bot.services.deurtabel.lees` gives."""
    t, lijst = toon.t, data["lijst"]
    if lijst is None:
        return Blad(t.plat("knop.deurlijst"), regels=(t.tekst("deurlijst.geen_lijst"),))
    niet = data["niet"]
    gevonden = () if niet is None else (t.tekst(f"geweigerd.{niet['sleutel']}", **niet["velden"]),)
    dicht = (t.tekst("deurlijst.is_dicht"),) if lijst["dicht"] else ()
    tabel = Tabel(
        data["straat"],
        (*kolommen(t, "nummer", "er"), *zonder_volgorde(t, "mensen", "naamloos")),
        tuple(_rij(toon, lijst, huis, n) for n, huis in enumerate(data["huizen"])),
    )
    return Blad(
        t.plat("webkanaal.werk_deurlijst", titel=lijst["titel"]),
        (tabel,),
        (Veilig("\n".join(totalen(toon, lijst))), *kijk(toon, lijst), *dicht, *gevonden),
        tuple(keuze for keuze in (_avonden(toon, data), _straten(toon, data)) if len(keuze.links) > 1),
        _doen(toon, lijst),
        t.plat("webkanaal.werk_zoek_adres"),
        data["gezocht"],
    )


def _avonden(toon: Toon, data: Data) -> Keuze:
    deze = data["lijst"]["id"]
    links = (
        Link(inkorten(f"{toon.dag(avond['begin'], 'MMMd')} · {avond['titel']}"), avond["id"], avond["id"] == deze)
        for avond in data["lijsten"]
    )
    return Keuze(toon.t.plat("webkanaal.werk_welke_avond"), tuple(links))


def _straten(toon: Toon, data: Data) -> Keuze:
    waar = data["lijst"]["id"]
    links = (
        Link(f"{straat} · {er}" if er else straat, f"{waar}?bij={huis}", straat == data["straat"])
        for straat, huis, er in data["straten"]
    )
    return Keuze(toon.t.plat("webkanaal.werk_welke_straat"), tuple(links))


def _doen(toon: Toon, lijst: Data) -> tuple[Doe, ...]:
    """Return what concerns the whole list."""
    plat, wat, gasten = toon.t.plat, lijst["id"], lijst["gasten"]
    meer, minder = plat("knop.gast_erbij"), plat("knop.gast_eraf")
    staat = plat("webkanaal.werk_gasten", getal=gasten)
    doen = [Doe(meer, f"dlg:{wat}:{gasten}", staat=staat, over="gasten")]
    if gasten:
        doen.append(Doe(minder, f"dlw:{wat}:{gasten}", staat=staat, over="gasten"))
    in_chat = (Doe(plat("knop.hoofden"), f"dlz:{wat}"), Doe(plat("knop.papierlijst"), f"dlp:{wat}"))
    return in_chat if lijst["dicht"] else (*doen, *in_chat)


def _rij(toon: Toon, lijst: Data, huis: Data, plaats: int) -> tuple[Cel, ...]:
    vast = [een for een in huis["mensen"] if van_ander(een, lijst)]
    los = [een for een in huis["mensen"] if een not in vast]
    return (
        Cel(huis["nummer"], plaats),
        Cel(f"{huis['er']}/{huis['van']}", huis["er"]),
        Cel("\n".join(met_teken(toon, een) for een in vast), doen=tuple(_vink(toon, lijst, huis, een) for een in los)),
        Cel(str(huis["naamloos"] or ""), huis["naamloos"], doen=_naamloos(toon, lijst, huis)),
    )


def _vink(toon: Toon, lijst: Data, huis: Data, een: Data) -> Doe:
    t, velden = toon.t, {"wie": wie(toon, een), "adres": huis["adres"]}
    er = een["hoe"] != "niet"
    staat = t.plat("webkanaal.werk_op_lijst", **velden) if er else t.plat("webkanaal.werk_niet_op_lijst", **velden)
    over = "" if lijst["dicht"] else f"{huis['huis']}.{een['stoel']}"
    data = vink(een, f"{lijst['id']}:{huis['huis']}")
    return Doe(met_teken(toon, een), data, f"{velden['wie']}, {velden['adres']}", staat, er, over)


def _naamloos(toon: Toon, lijst: Data, huis: Data) -> tuple[Doe, ...]:
    if lijst["dicht"]:
        return ()
    plat, waar, nu = toon.t.plat, f"{lijst['id']}:{huis['huis']}", huis["naamloos"]
    staat = plat("webkanaal.werk_naamloos", adres=huis["adres"], getal=nu)
    eraf, erbij = plat("knop.naamloos_eraf"), plat("knop.naamloos_erbij")
    over = f"{huis['huis']}.n"
    minder = (Doe(eraf, f"dlm:{waar}:{nu}", f"{eraf}, {huis['adres']}", staat, over=over),) if nu else ()
    meer = (Doe(erbij, f"dln:{waar}:{nu}", f"{erbij}, {huis['adres']}", staat, over=over),) if huis["meer"] else ()
    return (*minder, *meer)
