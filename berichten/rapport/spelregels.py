"""What was agreed, who confirmed it, what each version gives, and what there was before the first."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, afspraken, alinea, klein, kop, lijst, tabel
from berichten.rapport.voorwaarden import naam, verdict
from berichten.spelregels import regels_in_woorden
from bot.rules.kleine_cellen import EXACT_VANAF, KLEINSTE


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    versies, regels = data["delen"]["versies"], data["tellingen"]["spelregels"]
    return [
        kop(pen.tekst("rapport.spelregels.kop")),
        *(_bevestigd(pen, versies[-1]) if versies else [alinea(pen.tekst("rapport.spelregels.concept"))]),
        kop(pen.tekst("rapport.spelregels.telling"), 2),
        afspraken(
            [*regels_in_woorden(pen.toon, regels).values(), pen.toon.t.tekst("rapport.spelregels.eens")],
        ),
        *_alle_versies(pen, versies),
        *_vooraf(pen, versies),
        klein(pen.tekst("rapport.spelregels.hash")),
        {"soort": "tekst", "regels": [regels["hash"]]},
    ]


def _bevestigd(pen: Pen, versie: dict[str, Any]) -> list[Blok]:
    zinnen = [
        pen.tekst("rapport.spelregels.geldt", versie=versie["versie"], dag=pen.dag(versie["vastgesteld_op"])),
    ]
    if versie["orgaan"]:
        wie = pen.tekst(f"rapport.orgaan.{versie['orgaan']}")
        dag = pen.dag(versie["besluit_op"] or versie["vastgesteld_op"])
        zinnen.append(pen.tekst("rapport.spelregels.bevestigd", wie=wie, dag=dag))
        if versie["besluitnummer"]:
            zinnen.append(pen.tekst("rapport.spelregels.besluit", nummer=versie["besluitnummer"]))
        if versie["volgt"] is not None:
            sleutel = "rapport.spelregels.volgt" if versie["volgt"] else "rapport.spelregels.volgt_niet"
            zinnen.append(pen.tekst(sleutel, wie=wie))
    uit = [alinea(*zinnen)]
    if versie["besluitlink"]:
        uit.append(alinea(pen.tekst("rapport.spelregels.link"), link=versie["besluitlink"]))
    return uit


def _alle_versies(pen: Pen, versies: list[dict[str, Any]]) -> list[Blok]:
    if len(versies) < 2:
        return []
    soorten = list(dict.fromkeys(soort for versie in versies for soort in versie["geeft"]))
    koppen = [pen.tekst("rapport.spelregels.versie"), pen.tekst("rapport.spelregels.sinds")]
    koppen += [naam(pen, soort) for soort in soorten]
    rijen = []
    for versie in versies:
        geeft = (_gaf(pen, versie["geeft"].get(soort), versies[-1]["geeft"].get(soort)) for soort in soorten)
        rijen.append((versie["versie"], pen.dag(versie["vastgesteld_op"]), *geeft))
    redenen = [
        pen.tekst("rapport.spelregels.reden", versie=versie["versie"], reden=versie["reden"])
        for versie in versies
        if versie["reden"]
    ]
    uitleg = alinea(pen.tekst("rapport.spelregels.versies_uitleg"))
    tabel_ = tabel(koppen, rijen, (0, 3, *(4,) * len(soorten)))
    return [kop(pen.tekst("rapport.spelregels.versies"), 2), uitleg, tabel_, *([lijst(redenen)] if redenen else [])]


def _gaf(pen: Pen, stand: dict[str, Any] | None, nu: dict[str, Any] | None) -> str:
    """Return what a version gives; a teller only when it does not tell of a few people who count for the other."""
    if stand is None:
        return pen.tekst("rapport.spelregels.zonder")
    uitkomst = verdict(pen, stand["verdict"])
    if "teller" not in stand or stand["teller"] < EXACT_VANAF:
        return uitkomst
    if nu is not None and 0 < abs(nu.get("teller", 0) - stand["teller"]) < KLEINSTE:
        return uitkomst
    return pen.tekst("rapport.spelregels.gaf", verdict=uitkomst, teller=stand["teller"], noemer=stand["noemer"])


def _vooraf(pen: Pen, versies: list[dict[str, Any]]) -> list[Blok]:
    vooraf = versies[0]["vooraf"] if versies else {}
    if not vooraf:
        return []
    koppen = [pen.tekst("rapport.voorwaarden.voorwaarde"), pen.tekst("rapport.spelregels.al")]
    rijen = [(naam(pen, soort), aantal) for soort, aantal in vooraf.items()]
    uitleg = alinea(pen.tekst("rapport.spelregels.vooraf_uitleg"))
    return [kop(pen.tekst("rapport.spelregels.vooraf"), 2), uitleg, tabel(koppen, rijen, (3, 2))]
