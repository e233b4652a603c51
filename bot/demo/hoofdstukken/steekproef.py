"""An outsider asks residents whether it is right what staff recorded; what is not right is put right."""

import re

from bot.demo.telefoon import GeenAntwoord, tekst_van
from bot.demo.verteller import Verhaal, heeft_knop

_GETROKKEN = 11


async def steekproef(v: Verhaal) -> None:
    """Eleven are drawn, ten are right, and one conversation is taken back."""
    kop = await v.ibrahim.vraag("/steekproef", "Een buitenstaander")
    await v.ibrahim.druk(kop, "Nieuwe steekproef", "Hoeveel gesprekken")
    link = tekst_van(await v.ibrahim.vraag(str(_GETROKKEN), "De uitnodiging is klaar"))
    geheim = re.search(r"start=(rol-[\w-]+)", link)
    if geheim is None:
        raise GeenAntwoord(f"geen link in {link!r}")
    vraag = await v.hans.vraag(f"/start {geheim[1]}", "een lijst met adressen")
    await v.hans.druk(vraag, "Ja, dat doe ik", "een lijst met adressen")
    v.zeg(f"🔍 De griffie wijst Hans aan. Hij krijgt {_GETROKKEN} van wat het team vastlegde, door het lot gekozen.")
    lijst = await v.hans.vraag("/controle", "Uw lijst")
    fout = 0
    for nummer in range(1, _GETROKKEN + 1):
        een = await v.hans.druk(lijst, f"· {nummer}", f"{nummer}. ")
        mis = not fout and "sprak iemand" in tekst_van(een) and "Spechtweg" in tekst_van(een)
        fout += mis
        lijst = await v.hans.druk(een, "Klopt niet" if mis else "Klopt", "Uw lijst")
    await v.hans.druk(lijst, "Ik ben klaar", "Dank u wel")
    vraag = await v.ibrahim.wacht(
        lambda b: "klopt het niet" in tekst_van(b) and heeft_knop("Zet het recht", b), "de vraag"
    )
    await v.ibrahim.druk(vraag, "Zet het recht", "Het is rechtgezet")
    v.telt["gehoord"] -= 1
    v.zeg("   Tien kloppen. Eén gesprek klopt niet: Ibrahim zet het recht, en er is er één minder gehoord.")
    await v.vraag_stand()
