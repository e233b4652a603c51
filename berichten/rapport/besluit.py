"""The question that residents were asked, and what came out, also for those who did not get their way."""

from typing import Any

from berichten import geleding
from berichten.bericht import zonder_opmaak
from berichten.peilingwoorden import knopwoord, zin
from berichten.rapport import inbreng
from berichten.rapport.pen import PUNT, Blok, Pen, alinea, klein, kop, lijst, tabel
from bot.rules.geleding import GELEDING, GELEDINGEN
from bot.rules.kleine_cellen import NIET_GETOOND, Cel


def vraag(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about the question."""
    vragen = [peiling["vraag"] for peiling in data["delen"]["besluit"]]
    eerst = kop(pen.tekst("rapport.vraag.kop"))
    if not vragen:
        return [eerst, alinea(pen.tekst("rapport.vraag.geen"))]
    return [eerst, alinea(pen.tekst("rapport.vraag.kreeg")), lijst(vragen), alinea(pen.tekst("rapport.vraag.vooraf"))]


def minderheid(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about the polls on the decision: what each option got, the small ones too."""
    geteld = {d["id"]: d["metingen"] for d in data["tellingen"]["onderdelen"] if d["onderdeel"] == "peiling"}
    eerst = kop(pen.tekst("rapport.minderheid.kop"))
    gesloten = [peiling for peiling in data["delen"]["besluit"] if "regels" in peiling]
    if not gesloten:
        return [eerst, alinea(pen.tekst("rapport.minderheid.geen"))]
    blokken = [eerst, alinea(pen.tekst("rapport.minderheid.uitleg"))]
    for peiling in gesloten:
        blokken.append(kop(peiling["vraag"], 2))
        if voorstel := peiling.get("voorstel"):
            blokken.append(alinea(pen.tekst("rapport.inbreng.voorstel", voorstel=voorstel)))
        if reden := peiling.get("vooruit"):
            blokken.append(alinea(pen.tekst("rapport.minderheid.vooruit", reden=reden)))
        blokken += _uitslag(pen, peiling)
        gezegd = [_zin(pen, peiling, een) for een in [*peiling["zinnen"], *peiling["nieuw"]]]
        if gezegd:
            blokken.append(lijst(gezegd))
        blokken.append(klein(_stemmers(pen, geteld[peiling["publiek_id"]], peiling), *_voet(pen, peiling)))
        blokken += inbreng.blokken(pen, peiling, data["tellingen"]["onderdelen"])
    return blokken


def _zin(pen: Pen, peiling: dict[str, Any], wat: str | list[Any]) -> str:
    return zonder_opmaak(zin(pen.toon, peiling["methode"], wat)).strip().removeprefix(PUNT)


def _uitslag(pen: Pen, peiling: dict[str, Any]) -> list[Blok]:
    """Return the table of a result, with how the geledingen weigh; of a vacant one both readings stand in it."""
    uitleg = [zonder_opmaak(een) for een in geleding.uitleg(pen.toon, peiling)]
    if not peiling["regels"]:
        return [alinea(*(uitleg or [pen.tekst("rapport.minderheid.te_weinig")]))]
    if not uitleg:
        return _tabellen(pen, peiling)
    boven = 1 + len(geleding.vacant(pen.toon, peiling))
    vijf = pen.toon.t.lijst([geleding.naam(pen.toon, een) for een in GELEDINGEN])
    wie = pen.tekst("rapport.minderheid.geledingen", geledingen=vijf)
    onder = [alinea(*uitleg[boven:])] if uitleg[boven:] else []
    return [alinea(wie, *uitleg[:boven]), *_tabellen(pen, peiling), *onder]


def _tabellen(pen: Pen, peiling: dict[str, Any]) -> list[Blok]:
    regels, verdeeld = peiling["regels"], peiling.get("weging", {}).get("verdeeld")
    kolommen = [pen.tekst(f"methode.{peiling['methode']}.kolom.{een}") for een in peiling["kolommen"]]
    if verdeeld and kolommen:
        leeg = [alinea(pen.tekst("weging.leeg")), _tabel(pen, peiling, kolommen, regels)]
        return [*leeg, alinea(pen.tekst("weging.verdeeld")), _tabel(pen, peiling, kolommen, verdeeld)]
    if verdeeld:
        kolommen = [pen.tekst("rapport.minderheid.leeg"), pen.tekst("rapport.minderheid.verdeeld")]
        paren = zip(regels, verdeeld, strict=True)
        regels = [{**een, "cellen": [*een["cellen"], *ander["cellen"]]} for een, ander in paren]
    wat = "deel" if peiling["procent"] else "stemmen"
    return [_tabel(pen, peiling, kolommen or [pen.tekst(f"rapport.minderheid.{wat}")], regels)]


def _tabel(pen: Pen, peiling: dict[str, Any], kolommen: list[str], regels: list[dict[str, Any]]) -> Blok:
    def getoond(cel: Cel) -> Cel:
        return f"{cel}%" if peiling["procent"] and cel != NIET_GETOOND else cel

    rijen = [
        (knopwoord(pen.toon, peiling["methode"], regel["tekst"]), *(getoond(cel) for cel in regel["cellen"]))
        for regel in regels
    ]
    return tabel((pen.tekst("rapport.minderheid.antwoord"), *kolommen), rijen, (5, *(2 for _ in kolommen)))


def _stemmers(pen: Pen, metingen: dict[str, Any], peiling: dict[str, Any]) -> str:
    """Say how many voted, and who these are."""
    wie = "stemmers"
    if peiling["per_adres"]:
        wie = "adressen"
    elif "weging" in peiling:
        wie = "burgers"
    elif metingen["doelgroep"].startswith(GELEDING):
        wie = "allen"
    return pen.tekst(f"rapport.minderheid.{wie}", stemmers=metingen["stemmers"])


def _voet(pen: Pen, peiling: dict[str, Any]) -> list[str]:
    """Return how exact the numbers are, and what else there is to know of them."""
    voet = []
    if peiling["regels"]:
        voet.append(pen.tekst("weging.afgerond" if "weging" in peiling else "peiling.afgerond"))
        if any(NIET_GETOOND in regel["cellen"] for regel in peiling["regels"]):
            voet.append(pen.tekst("peiling.verborgen"))
        if peiling["meer_keuzes"] and not peiling["procent"] and not peiling["kolommen"]:
            voet.append(pen.tekst("rapport.minderheid.meer"))
    if "op_papier" in peiling:
        voet.append(pen.tekst("peiling.op_papier", aantal=peiling["op_papier"]))
    if peiling["minste"]:
        nodig, te_weinig = peiling["minste"]
        voet.append(pen.tekst("peiling.minste_niet" if te_weinig else "peiling.minste_wel", aantal=nodig))
    return voet
