"""A broadcast while it goes, and the report that it ends as. Its maker reads both in the same message."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.menu import naar_menu

VOL, LEEG = "█", "░"
REGELS = ("mislukt", "onzeker", "bewaard", "gestopt")


@bericht("uitzending.voortgang")
def voortgang(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show how far it is, or how it ended.

    `data`: see `bot.storage.voortgangen.beeld`; a number is `[aantal, vorm]`.
    """
    t, loopt = toon.t, data["staat"] == "bezig"
    kop = "bezig" if loopt else "gestopt" if data["staat"] == "gestopt" else "klaar"
    if kop == "klaar" and data["bewaard"][0] and not data["verzonden"][0]:
        kop = "later"  # everyone it was for had their share of this week
    balk = VOL * data["blokken"] + LEEG * (10 - data["blokken"])
    verzonden, geheel = getal(toon, data["verzonden"]), getal(toon, data["geheel"])
    regels = [t.tekst(f"voortgang.kop.{kop}")]
    if loopt:
        regels.append(balk)
    regels.append(t.tekst("voortgang.verzonden", verzonden=verzonden, geheel=geheel))
    regels += [t.tekst(f"voortgang.{n}", aantal=getal(toon, data[n])) for n in REGELS if data[n][0]]
    onder = []
    if loopt and data["verder"]:
        onder.append(t.tekst("voortgang.stil", moment=toon.moment(data["verder"])))
    elif loopt and data["over"] is not None:
        onder.append(t.tekst("voortgang.over", duur=duur(toon, data["over"])))
    if not loopt and not data["klaar"]:
        onder.append(t.tekst("voortgang.laatste"))
    if data["duur"] is not None:
        onder.append(t.tekst("voortgang.duur", duur=duur(toon, data["duur"])))
    if data["klaar"] and data["onzeker"][0]:
        onder.append(t.tekst("voortgang.onzeker_uitleg"))
    if not loopt and data["bewaard"][0]:
        onder.append(t.tekst("voortgang.bewaard_uitleg"))
    tekst = "\n\n".join("\n".join(deel) for deel in (regels, onder) if deel)
    nog = loopt or (data["staat"] == "klaar" and data["bewaard"][0])  # what was held back can still be stopped
    knoppen = ((Knop(t.plat("knop.stop_uitzending"), f"uzaf:{data['id']}"),),) if nog else (naar_menu(toon),)
    return Bericht(tekst, knoppen)


def getal(toon: Toon, wat: tuple[int, str]) -> str:
    """Say a number: as it is, roughly, or that it is under five."""
    aantal, vorm = wat
    return toon.t.getal(aantal) if vorm == "precies" else toon.t.plat(f"voortgang.getal.{vorm}", getal=aantal)


def duur(toon: Toon, seconden: int) -> str:
    """Say how long something takes, as people do."""
    if seconden < 60:
        return toon.t.plat("voortgang.duur_kort")
    minuten = round(seconden / 60)
    if minuten < 90:
        return toon.t.plat("voortgang.duur_minuten", aantal=minuten)
    return toon.t.plat("voortgang.duur_uren", aantal=round(minuten / 60))
