"""In a practice everything is tapped, by oneself and as who one looks at: nothing real changes, nobody gets anything.

The tables of `tests/handlers/test_wandeling.py` say what is meant here too.
"""

import time
from collections.abc import Collection
from pathlib import Path

import pytest

from berichten import talen
from bot.services.oefenen import ROLLEN
from handlers import luisteraars
from tests.handlers.test_wandeling import OVER_LIJST, ZONDER_MENU, fouten_van, gevulde_wijk
from tests.linkgang import links
from tests.loket import soort_van
from tests.oefengang import Oefenloket, een_oefening
from tests.wandeling import Wandeling
from tests.wandelstappen import groepen
from tests.wandelstappen.groepen import GROEP
from tests.wandelstappen.mensen import ANNA, BEGELEIDER_2, BUUR, NAMEN

ALS = ("", "oefenen:als", "oefenen:als:nieuw")
"""As oneself, as a resident, and as who has not joined yet."""


async def loop(loket: Oefenloket, wie: int, diep: int, als: str, lees_in: Collection[str]) -> Wandeling:
    """Walk from the menu of the practice and from its own screen, undone."""
    wandeling = Wandeling(loket, diep, (), over_lijst=OVER_LIJST, zonder_menu=ZONDER_MENU, lees_in=lees_in)
    with loket.even():
        if als:
            await loket.tik(wie, als)
        for tekst in ("/oefenen", "/menu"):
            await wandeling.begin(wie, tekst, diep)
    return wandeling


async def elders(loket: Oefenloket, wie: int, getoond: Collection[str], payloads: Collection[str]) -> list[str]:
    """Tap the buttons of the practice outside it, and those of the real wijk within it; follow its links there."""
    fouten = []
    for data in getoond:
        for ander in (ANNA, BUUR, BEGELEIDER_2):
            antwoord, anders = await loket.probeer(loket.tik(ander, data))
            if anders or antwoord.soorten != ["oefenen.klaar" if data == "oefenen:stop" else "oefenen.voorbij"]:
                fouten.append(f"{data} of the practice, tapped by {NAMEN[ander]}: {antwoord.soorten} {anders}")
        antwoord, anders = await loket.probeer(loket.tik(wie, data, chat=GROEP))
        if anders or antwoord.soorten != ["groepschat.geweigerd"]:
            fouten.append(f"{data} of the practice, tapped in a group: {antwoord.soorten} {anders}")
    for soort in luisteraars("TAPS"):
        antwoord, anders = await loket.probeer(loket.tik_echt(wie, f"{soort}:{'a' * 22}"))
        if anders or antwoord.soorten != ["oefenen.echte_knop"]:
            fouten.append(f"{soort} of the real wijk, tapped in the practice: {antwoord.soorten} {anders}")
    for payload in payloads:
        antwoord, anders = await loket.probeer(loket.typ(wie, f"/start {payload}"))
        if anders.replace("codepoging", "") or antwoord.soorten != ["oefenen.echte_code"]:
            fouten.append(f"{payload} of the real wijk, followed in the practice: {antwoord.soorten} {anders}")
    return fouten


async def proef(
    sjabloon: Path, map_: Path, rol: str, diep: dict[str, int], lees_in: Collection[str]
) -> list[tuple[int, int]]:
    """Walk in a practice of someone with a role; return how many steps each walk took, and over which buttons."""
    wie = next(nummer for nummer, naam in NAMEN.items() if naam == rol)
    with gevulde_wijk(sjabloon, map_) as (tx, wijk):
        groepen.vul(tx, wijk)
        echte = [link.payload for link in links(tx, wijk) if link.naam != "nonsense, koppel-"]  # lists those of here
        async with een_oefening((tx, wijk), map_ / "oefening", wie, [rol]) as loket:
            wandelingen = [await loop(loket, wie, diep[als], als, lees_in) for als in diep]
            getoond = {soort_van(data): data for wandeling in wandelingen for data in wandeling.gezien[wie]}
            fouten = await elders(loket, wie, getoond.values(), echte)
            fouten += [fout for wandeling in wandelingen for fout in fouten_van(wandeling)]
            fouten += sorted(loket.fouten)
    assert not fouten, "\n".join(["", *fouten])
    return [(wandeling.stappen, len(wandeling.knoppen)) for wandeling in wandelingen]


async def test_in_a_practice_nothing_is_a_dead_end_and_all_of_it_stays_there(sjabloon: Path, tmp_path: Path) -> None:
    await proef(sjabloon, tmp_path, "buurtbegeleider", {ALS[0]: 2, ALS[1]: 1, ALS[2]: 1}, ("nl",))


@pytest.mark.zwaar
@pytest.mark.parametrize("rol", ROLLEN)
async def test_and_so_it_is_to_depth_3_for_each_role_that_may_practise(
    sjabloon: Path, tmp_path: Path, rol: str
) -> None:
    begin = time.process_time()
    gelopen = await proef(sjabloon, tmp_path, rol, {ALS[0]: 3, ALS[1]: 2, ALS[2]: 2}, talen())
    print(f"{rol}: steps and kinds of buttons {gelopen}, {time.process_time() - begin:.0f} s")
