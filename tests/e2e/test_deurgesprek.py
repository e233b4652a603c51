"""Past the doors with the bot: in at most six taps and one typed line per address, with restarts and forged buttons."""

import asyncio

import pytest
from sqlalchemy import Connection, insert, select

from bot.demo.telefoon import Bericht, tekst_van
from bot.services.handeling import STRAATCONTACT
from bot.storage import tables as t
from tests.builders import een_huishouden, een_publiek_id, een_wijk
from tests.wereld import ANNA, DAAN, NOOR, Mens, Wereld, knop, labels, zin


class Tikker:
    """Someone at a door: taps, and counts the taps and typed lines."""

    def __init__(self, wereld: Wereld, mens: Mens, *, herstart: bool = False) -> None:
        self._wereld = wereld
        self._mens = mens
        self._herstart = herstart
        self.taps = 0
        self.regels = 0

    async def typ(self, tekst: str, *delen: str) -> Bericht:
        self.regels += 1
        return await self._mens.vraag(tekst, *delen)

    async def tik(self, bericht: Bericht, label: str, *delen: str) -> Bericht:
        if self._herstart:
            await self._wereld.herstart()
        self.taps += 1
        return await self._mens.druk(bericht, label, *delen)


async def straten(wereld: Wereld, **huizen: int | None) -> None:
    """Add a household per street name and number of adults."""

    def voeg_toe(tx: Connection) -> None:
        for straat, volwassenen in huizen.items():
            een_huishouden(tx, wereld.wijk, straat=straat, volwassenen=volwassenen)

    await wereld.database.write(wereld.wijk, voeg_toe)


async def huis(wereld: Wereld, straat: str, plaats: int = 0) -> tuple[str, str]:
    """Return number and publiek_id of a household."""
    h = t.huishouden.c

    def lees(tx: Connection) -> tuple[str, str]:
        vraag = select(h.huisnummer, h.publiek_id).where(h.straat == straat, h.wijk == wereld.wijk).order_by(h.id)
        rij = tx.execute(vraag).all()[plaats]
        return str(rij.huisnummer), rij.publiek_id

    return await wereld.database.read(lees)


async def een_straatcontact(wereld: Wereld, straat: str) -> Mens:
    """Make Daan straatcontact of a street."""
    waarden = {"wijk": wereld.wijk, "publiek_id": een_publiek_id(), "kanaal": wereld.kanaal, "extern_id": str(DAAN.id)}
    rij = insert(t.rol).values(rol=STRAATCONTACT, bereik=straat, bron="uitnodiging", **waarden)
    await wereld.database.write(wereld.wijk, lambda tx: tx.execute(rij) and None)
    return wereld.mens(DAAN)


@pytest.mark.parametrize("herstart", [False, True])
@pytest.mark.parametrize("sprekers", [{1}, {1, 3}, {2, 3, 4}, {1, 2, 3, 4}])
async def test_a_conversation_takes_six_taps_and_a_typed_line_at_most(
    wereld: Wereld, sprekers: set[int], herstart: bool
) -> None:
    await straten(wereld, Merelweg=4, Lijsterhof=1)
    nummer, _ = await huis(wereld, "Merelweg")
    noor = Tikker(wereld, wereld.mens(NOOR), herstart=herstart)
    scherm = await noor.typ("/deurgesprek", zin("deurgesprek.kies"))
    scherm = await noor.tik(scherm, "Merelweg", zin("deurgesprek.straat"))
    scherm = await noor.tik(scherm, nummer, zin("deurgesprek.vertel"))
    if len(sprekers) > 2:
        scherm = await noor.tik(scherm, knop("knop.allemaal"), zin("deurgesprek.gekozen", aantal=4))
        for stoel in {1, 2, 3, 4} - sprekers:
            scherm = await noor.tik(scherm, f"☑ Bewoner {stoel}", zin("deurgesprek.gekozen", aantal=3))
    else:
        for aantal, stoel in enumerate(sorted(sprekers), 1):
            scherm = await noor.tik(scherm, f"☐ Bewoner {stoel}", zin("deurgesprek.gekozen", aantal=aantal))
    vast = zin("deurgesprek.vastgelegd", adres=f"Merelweg {nummer}", aantal=len(sprekers))
    scherm = await noor.tik(scherm, knop("knop.verteld_deur"), vast)
    assert noor.taps <= 6
    assert noor.regels <= 1
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.soort == "gesprek") == len(sprekers)
    assert await wereld.tel(t.bewoner, t.bewoner.c.stoel.in_(sprekers)) == len(sprekers)


async def test_the_next_address_is_the_first_button_and_the_signs_show_where_one_has_been(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    nummers = [(await huis(wereld, "Lindelaan", n))[0] for n in range(3)]
    scherm = await noor.vraag("/deurgesprek", zin("deurgesprek.straat"))  # there is one street: it is no question
    for nummer, label in zip(nummers, ("wil_niet", "niet_thuis", "later_terug"), strict=True):
        scherm = await noor.druk(scherm, nummer, zin("deurgesprek.vertel"))
        scherm = await noor.druk(scherm, knop(f"knop.{label}"), "Over mensen bewaren we niets")
        assert zin("knop.volgende_nummer") in labels(scherm)[0]
        scherm = await noor.druk(scherm, knop("knop.ander_nummer"), zin("deurgesprek.straat"))
    assert labels(scherm)[:3] == [f"{n} {teken}" for n, teken in zip(nummers, "✗○↻", strict=True)]
    assert await wereld.tel(t.bewijs) == 0
    assert await wereld.tel(t.bewoner) == 0
    assert await wereld.tel(t.bezoek) == 3
    scherm = await noor.druk(scherm, nummers[1], "niet thuis")
    await noor.druk(scherm, knop("knop.lijst_klaar"), zin("deurgesprek.gestopt"))
    await noor.vraag(nummers[1], zin("menu.onbegrepen"))


async def test_tapping_ten_times_at_once_is_one_conversation_and_it_can_be_taken_back(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    nummer, huis_id = await huis(wereld, "Lindelaan")
    await noor.vraag("/deurgesprek", zin("deurgesprek.straat"))
    scherm = await noor.vraag(nummer, zin("deurgesprek.vertel"))
    await asyncio.gather(*(noor.vervals(scherm, f"dgv:{huis_id}:3:k") for _ in range(10)))
    await wereld.rust()
    assert await wereld.tel(t.bewijs) == 2
    await wereld.herstart()
    scherm = await noor.vraag(nummer, "gesproken")
    await noor.tik(scherm, knop("knop.herstel"))
    await wereld.rust()
    assert labels(await noor.laatste())[0].startswith("☐")
    assert await wereld.tel(t.bewijs_prive, ~t.bewijs_prive.c.vervallen) == 0


async def test_quick_taps_on_one_screen_all_hold(wereld: Wereld) -> None:
    await straten(wereld, Merelweg=4)
    nummer, _ = await huis(wereld, "Merelweg")
    noor = wereld.mens(NOOR)
    scherm = await noor.vraag("/deurgesprek", zin("deurgesprek.kies"))
    scherm = await noor.vraag(f"Merelweg {nummer}", zin("deurgesprek.vertel"))
    for stoel in (1, 3, 4):  # the same screen: it shows none of these taps yet
        await noor.tik(scherm, f"☐ Bewoner {stoel}")
    await wereld.rust()
    await wereld.herstart()
    scherm = await noor.wacht(lambda b: zin("deurgesprek.gekozen", aantal=3) in tekst_van(b), "drie mensen")
    assert [label for label in labels(scherm) if "☑" in label] == [f"☑ Bewoner {n}" for n in (1, 3, 4)]
    await noor.tik(scherm, "☑ Bewoner 3")
    await noor.tik(scherm, "☑ Bewoner 3")  # twice the same tap is one
    scherm = await noor.wacht(lambda b: zin("deurgesprek.gekozen", aantal=2) in tekst_van(b), "twee mensen")
    await noor.druk(
        scherm, knop("knop.verteld_deur"), zin("deurgesprek.vastgelegd", adres=f"Merelweg {nummer}", aantal=2)
    )
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.soort == "gesprek") == 2


async def test_a_straatcontact_in_another_street_and_a_forged_button_are_refused(wereld: Wereld) -> None:
    await straten(wereld, Merelweg=2)
    daan = await een_straatcontact(wereld, "Merelweg")
    _, eigen = await huis(wereld, "Merelweg")
    ander, vreemd = await huis(wereld, "Lindelaan"), await wereld.database.write(0, _elders)
    scherm = await daan.vraag("/deurgesprek", "Merelweg")
    for data in (f"dgs:{ander[1]}", f"dgh:{ander[1]}", f"dgv:{ander[1]}:1:d", f"dgb:{ander[1]}:n", f"dgw:{ander[1]}"):
        assert tekst_van(await daan.na(daan.vervals(scherm, data))).startswith(zin("geweigerd.buiten_bereik"))
    await daan.vraag(f"Lindelaan {ander[0]}", zin("geweigerd.buiten_bereik"))
    for data in (
        f"dgh:{vreemd}",
        f"dgv:{vreemd}:1:d",
        "dgs",
        f"dgv:{eigen}:{'f' * 25}:d",
        f"dgv:{eigen}:4:d",
    ):
        assert tekst_van(await daan.na(daan.vervals(scherm, data))).startswith(zin("geweigerd.huishouden.onbekend"))
    for data in (f"dgv:{eigen}:-1:d", f"dgv:{eigen}:zz:d", f"dgv:{eigen}:1:x", f"dgb:{eigen}:x", f"dgh:{eigen}:0x1"):
        await daan.vervals(scherm, data)
    await wereld.rust()
    anna = await wereld.bewoner(ANNA)
    menu = await anna.vraag("/menu")
    for data in ("deurgesprek", f"dgs:{eigen}", f"dgh:{eigen}", f"dgv:{eigen}:1:d", f"dgb:{eigen}:n", "dgk"):
        assert tekst_van(await anna.na(anna.vervals(menu, data))).startswith(zin("geweigerd.rol_nodig"))
    await anna.vraag("/deurgesprek", zin("geweigerd.rol_nodig"))
    assert await wereld.tel(t.bewijs) == 0
    assert await wereld.tel(t.bezoek) == 0


def _elders(tx: Connection) -> str:
    vreemd = een_huishouden(tx, een_wijk(tx, "Elders"))
    return str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == vreemd.id)))


async def test_what_is_no_number_gets_a_kind_answer_and_keeps_the_street(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    nummer, _ = await huis(wereld, "Lindelaan")
    await noor.vraag("/deurgesprek", zin("deurgesprek.straat"))
    for onzin in ("🙂", "n" * 1900, "twaalf"):
        await noor.vraag(onzin, zin("geweigerd.huishouden.schrijf_nummer"))
    await noor.vraag("99999", "Lindelaan 99999 staat niet op de adressenlijst")
    await noor.vraag(nummer, f"Lindelaan {nummer}")


async def test_in_a_big_home_who_is_chosen_stays_chosen_on_the_next_screen(wereld: Wereld) -> None:
    await straten(wereld, Merelweg=99)
    nummer, _ = await huis(wereld, "Merelweg")
    noor = wereld.mens(NOOR)
    await noor.vraag("/deurgesprek", zin("deurgesprek.kies"))
    scherm = await noor.vraag(f"Merelweg {nummer}", zin("deurgesprek.vertel"))
    scherm = await noor.druk(scherm, "☐ Bewoner 25", zin("deurgesprek.gekozen", aantal=1))
    await noor.tik(scherm, "Volgende ›")
    await wereld.rust()
    scherm = await noor.druk(await noor.laatste(), "☐ Bewoner 26", zin("deurgesprek.gekozen", aantal=2))
    vast = zin("deurgesprek.vastgelegd", adres=f"Merelweg {nummer}", aantal=2)
    await noor.druk(scherm, knop("knop.verteld_deur"), vast)
    assert await wereld.tel(t.bewoner, t.bewoner.c.stoel.in_((25, 26))) == 2
