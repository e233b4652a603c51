"""The agenda to hang up, from the agenda of who runs meetings; residents have no button for it."""

import pypdfium2

from bot.demo.telefoon import tekst_van
from tests.wereld import ANNA, NOOR, Wereld, knop, labels, zin


async def test_who_runs_meetings_prints_what_is_coming_for_all_with_a_second_language(wereld: Wereld) -> None:
    noor, anna = wereld.mens(NOOR), await wereld.bewoner(ANNA)
    gezien = await anna.na(anna.vervals(await anna.vraag("/agenda"), "agp"))
    assert zin("geweigerd.rol_nodig") in tekst_van(gezien)
    leeg = await noor.vraag("/agenda")
    await noor.tik(leeg, knop("agendaposter.knop"))
    await noor.wacht(lambda b: zin("geweigerd.agendaposter.leeg") in tekst_van(b), "nog niets gepland")
    await wereld.plan_bijeenkomst("Energiecafé")
    assert knop("agendaposter.knop") not in labels(await anna.vraag("/agenda", zin("bijeenkomst.agenda")))
    agenda = await noor.vraag("/agenda", zin("bijeenkomst.agenda"))
    await noor.tik(agenda, knop("agendaposter.knop"))
    klaar = await noor.wacht(lambda b: "met 1 bijeenkomst." in tekst_van(b), "de agenda om op te hangen")
    await noor.tik(klaar, "English")

    def engels(tekst: str) -> bool:
        return zin("agendaposter.druk.meer", "en") in " ".join(tekst.split())

    for _ in range(200):
        document = await noor.wacht(lambda b: "document" in b, "de agenda")
        (pagina,) = pypdfium2.PdfDocument(await noor.bestand(document))
        if engels(tekst := pagina.get_textpage().get_text_range()):
            break
    assert engels(tekst)
    assert "Energiecafé" in tekst
    assert "woensdag 3 februari" in tekst
    assert "Wednesday 3 February" in tekst
