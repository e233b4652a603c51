"""The report for the gemeenteraad: its words, in Dutch, as blocks that `bot.exports` sets. One file per part."""

from collections.abc import Callable
from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht
from berichten.catalogus import STANDAARD, vertaal
from berichten.menu import naar_menu
from berichten.rapport import (
    aanbod,
    adviezen,
    afspiegeling,
    besluit,
    cijfers,
    controle,
    gebeurd,
    mijlpalen,
    niet_getoond,
    onderbouwing,
    reactienota,
    samenvatting,
    scholen,
    spelregels,
    steekproef,
    traject,
    voorwaarden,
    vragen,
    warmtekaarten,
    weken,
)
from berichten.rapport.pen import Blok, Pen

DELEN: tuple[Callable[[Pen, dict[str, Any]], list[Blok]], ...] = (
    besluit.vraag,
    mijlpalen.wie_doet_wat,
    spelregels.blokken,
    voorwaarden.blokken,
    weken.blokken,
    afspiegeling.blokken,
    onderbouwing.verklaring,
    onderbouwing.kaders,
    warmtekaarten.blokken,
    aanbod.blokken,
    gebeurd.blokken,
    cijfers.blokken,
    traject.blokken,
    mijlpalen.blokken,
    vragen.blokken,
    reactienota.blokken,
    adviezen.blokken,
    besluit.minderheid,
    scholen.blokken,
    onderbouwing.standpunten,
    steekproef.blokken,
    niet_getoond.blokken,
    controle.blokken,
)
"""The parts in their order; one without anything to say gives no blocks."""


@bericht("rapport.bezig")
def bezig(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the report is being made."""
    erop = data.get("openbaar")
    knoppen = ((Knop(toon.t.plat("rapport.knop_openbaar", aantal=erop), "rapl"),),) if erop else ()
    return Bericht(toon.t.tekst("rapport.bezig"), (*knoppen, naar_menu(toon)))


@bericht("rapport")
def rapport(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Render a short explanation with the PDF."""
    afgesloten, vast = data["delen"]["afsluiting"], data["delen"]["versies"]
    t = toon.na_afsluiten().t if afgesloten else toon.t
    sluit = data.get("mag_afsluiten") and vast and not afgesloten
    knoppen = [(Knop(t.plat("rapport.knop_op"), f"rap:{data['bestand']}"),)] if data.get("bestand") else []
    if sluit:
        knoppen.append((Knop(t.plat("spelregels.knop_afsluiten"), "afsluiten"),))
    tekst = t.tekst("rapport.klaar", wijk=data["tellingen"]["wijk"])
    return Bericht(tekst, tuple(knoppen), bijlagen=(bijlage(toon, data),))


def bijlage(toon: Toon, data: dict[str, Any]) -> Bijlage:
    """Return the report as a file: in Dutch, whoever reads it.

    Args:
        data: `bot.rapporteren.verzamel`.
    """
    in_het_nederlands = Toon(vertaal(STANDAARD), toon.zone, toon.botlink)
    pen = Pen(in_het_nederlands.na_afsluiten() if data["delen"]["afsluiting"] else in_het_nederlands)
    tellingen = data["tellingen"]
    dag = toon.lokaal(tellingen["gemaakt_op"]).date()
    document = {
        "taal": STANDAARD,
        "titel": pen.tekst("rapport.titel", wijk=tellingen["wijk"]),
        "boven": pen.tekst("rapport.boven"),
        "kop": tellingen["wijk"],
        "onder": pen.tekst("rapport.onder"),
        "omslag": samenvatting.omslag(pen, data),
        **samenvatting.in_een_oogopslag(pen, data),
        "motto": pen.tekst("rapport.motto"),
        "gemaakt_op": tellingen["gemaakt_op"],
        "datum": [dag.year, dag.month, dag.day],
        "op": pen.dag(tellingen["gemaakt_op"]),
        "voet": pen.tekst("rapport.titel", wijk=tellingen["wijk"]),
        "bladzij": pen.tekst("rapport.bladzij", n="{n}", alle="{alle}"),
        "inhoud": pen.tekst("rapport.inhoud"),
        "letters": pen.tekst("rapport.letters"),
        "samenvatting": samenvatting.blokken(pen, data),
        "delen": [blok for deel in DELEN for blok in deel(pen, data)],
    }
    return Bijlage("rapport", f"{pen.tekst('rapport.bestand')}-{dag.isoformat()}.pdf", document)
