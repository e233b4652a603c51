"""In groups everyone types every command and taps every button: nothing of anyone is said there, nobody gets further.

What may come of it stands in the tables below, with who may; whatever else comes of it fails the test.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from berichten import talen
from bot.services import groepschat
from bot.storage import groepschats
from handlers import luisteraars
from tests import wijkwacht
from tests.builders import NU, handeling
from tests.groepsgang import LEDEN, VERBORGEN, Groepsgang, lidmaatschap, verhuizing, verzoek
from tests.handlers.test_wandeling import EEN_VAN_ELK, een_wandeling, gevulde_wijk
from tests.loket import soort_van
from tests.wandelstappen import groepen
from tests.wandelstappen.groepen import GROEP, VAN_ELDERS, VAN_NIEMAND
from tests.wandelstappen.mensen import NAMEN, ORGANISATOR, TREKKER

ALLEN = frozenset(NAMEN)
NAAM = {GROEP["id"]: "ours", VAN_NIEMAND["id"]: "nobody's", VAN_ELDERS["id"]: "elsewhere's"}
VOOR_DE_GROEP = frozenset(
    wie for wie, naam in NAMEN.items() if naam.removesuffix(" 2") in {"buurtbegeleider", "organisator"}
) | {TREKKER}
LOS = "changes groepschat,outbox,peilingkaart"
MAG = {
    ("ours /ontkoppel", "changes groepschat,peilingkaart"): VOOR_DE_GROEP,
    ("nobody's good code", "changes groepschat,koppelcode"): VOOR_DE_GROEP,
    ("nobody's link with it", "changes groepschat,koppelcode"): VOOR_DE_GROEP,
    ("ours left", LOS): ALLEN,
    ("ours kicked", LOS): ALLEN,
    ("elsewhere's moves", "changes groepschat"): ALLEN,
    ("ours moves", "changes groepschat,peilingkaart"): ALLEN,
}
"""What changes something, what it changes, and who may; what the chat network says itself, anyone may have done."""
STEMT = "tap gs:#:9", "changes bewijs,bewijs_prive,stembiljet,stemkoppeling"
"""What a vote in the group changes: only of who takes part in the werkgroep."""


def naam(groep: dict[str, Any], wat: str) -> str:
    return f"{NAAM[groep['id']]} {wat}"


async def een_gang(wijk: tuple[Connection, int]) -> Groepsgang:
    """Fill the wijk, the groups too, and enter."""
    loket = (await een_wandeling(wijk, 2, alles=False, anderen=())).loket
    wijkwacht.stop(loket.tx)  # a group of the other wijk is among these
    groepen.vul(loket.tx, loket.wijk)
    return Groepsgang(loket, talen())


def code(tx: Connection, wijk: int, wie: str, op: datetime = NU) -> str:
    """Return a code that joins a group to the werkgroep techniek."""
    _, publiek_id = groepen.werkgroep(tx, wijk)
    return str(groepschat.vraag_code(tx, handeling(wijk, wie, now=op), publiek_id).data["geheim"])


async def in_een_groep(gang: Groepsgang, groep: dict[str, Any], allen: frozenset[int]) -> None:
    """Let everyone do there what can be done in a group, but tap."""
    loket = gang.loket
    for wie in sorted(allen):
        for opdracht in (*sorted(luisteraars("COMMANDS").keys() | luisteraars("GROEP_COMMANDS").keys()), "onzin"):
            await gang.typ(wie, f"/{opdracht}", groep, als=naam(groep, f"/{opdracht}"))
        for tekst in (
            "/koppel x",
            "/start koppel-x",
            "/start p-x",
            "/start@GehoordBot koppel-y",
            "Goedemorgen allemaal",
        ):
            await gang.typ(wie, tekst, groep, als=naam(groep, tekst))
        foto = {"photo": [{"file_id": "f", "file_unique_id": "f", "width": 9, "height": 9}]}
        await gang.stuur(wie, naam(groep, "a photo"), groep, **foto)
        als_groep: dict[str, Any] = {"from": VERBORGEN, "sender_chat": groep}
        for tekst in ("/ontkoppel", "/koppel x", "/menu"):
            opmaak = [{"type": "bot_command", "offset": 0, "length": len(tekst.split()[0])}]
            await gang.stuur(wie, naam(groep, f"{tekst} as the group"), groep, text=tekst, entities=opmaak, **als_groep)
        for staat in LEDEN:
            await gang.beweeg(wie, naam(groep, staat), lidmaatschap(loket, wie, groep, staat))
        for eigen_link in (True, False):
            await gang.beweeg(wie, naam(groep, f"asks {eigen_link}"), verzoek(loket, wie, groep, eigen_link=eigen_link))
        for update in verhuizing(loket, wie, groep, -1999):
            await gang.beweeg(wie, naam(groep, "moves"), update)


async def met_codes(gang: Groepsgang, groep: dict[str, Any], allen: frozenset[int]) -> None:
    """Let everyone join a group to the werkgroep techniek by each kind of code; it has another only in its own."""
    tx, wijk, trekker = gang.loket.tx, gang.loket.wijk, str(TREKKER)
    with gang.loket.even():
        if groep is not GROEP:
            hier = groepschats.van_werkgroep(tx, wijk, groepen.werkgroep(tx, wijk)[1])
            assert hier is not None
            groepschats.laat_los(tx, hier.id)
        van_elders = code(tx, groepen.elders(tx, wijk), groepen.DAAR)
        oud, goed = code(tx, wijk, trekker, NU - groepschat.GELDIG), code(tx, wijk, trekker)
        for soort, tekst in (
            ("good code", f"/koppel {goed}"),
            ("link with it", f"/start koppel-{goed}"),
            ("replaced code", f"/koppel {oud}"),
            ("code of elsewhere", f"/koppel {van_elders}"),
        ):
            for wie in sorted(allen):
                await gang.typ(wie, tekst, groep, als=naam(groep, soort))
        oud = code(tx, wijk, trekker, NU - groepschat.GELDIG)
        for wie in sorted(allen):
            await gang.typ(wie, f"/koppel {oud}", groep, als=naam(groep, "old code"))


def klopt(gang: Groepsgang, allen: frozenset[int]) -> None:
    """Fail with what was found, and with what came of something that may not, or not of who may."""
    leden = groepen.leden(gang.loket.tx, gang.loket.wijk)
    erin, doet = VOOR_DE_GROEP | leden, MAG | {STEMT: leden}
    zegt = {"groepslink.erin": erin, "groepslink.eerst": ALLEN - erin, "groepslink.los": ALLEN}
    fouten = [f"{wat}\n    {wie}" for wat, wie in gang.fouten.items()]
    for (wat, uitkomst), wie in gang.gevolgen.items():
        mag = (doet.get((wat, uitkomst)) or zegt.get(uitkomst) or set()) & allen
        if (uitkomst.startswith(("changes", "keeps")) or uitkomst in zegt) and wie != mag:
            fouten.append(f"{wat}: {uitkomst} by {namen(wie)}, and by {namen(mag)} it may")
    fouten += [f"{wat}: not {uitkomst} any more" for wat, uitkomst in doet.keys() - gang.gevolgen.keys()]
    for wat, teksten in gang.gezegd.items():
        gelezen = {tekst: namen(wie - VOOR_DE_GROEP) for tekst, wie in teksten.items() if wie - VOOR_DE_GROEP}
        if len(gelezen) > 1:
            fouten.append(f"{wat}: what the group reads says something of who typed it: {gelezen}")
    bekend = luisteraars("START")
    fouten += [f"a link with {link} leads nowhere" for link in gang.links if link.partition("-")[0] not in bekend]
    assert not fouten, "\n".join(["", *fouten])


def namen(wie: Collection[int]) -> list[str]:
    return [NAMEN[een] for een in sorted(wie)]


async def loop(gang: Groepsgang, allen: frozenset[int], elders_getoond: Collection[str]) -> None:
    """Let everyone do everything in each group, and tap what stands there and what own chats showed."""
    groepen.open_deur(gang.loket.tx, gang.loket.wijk)
    for data in (*gang.kaarten(), *elders_getoond):
        for wie in sorted(allen):
            await gang.tik(wie, data, GROEP)
    for groep in (GROEP, VAN_NIEMAND, VAN_ELDERS):
        await in_een_groep(gang, groep, allen)
        await met_codes(gang, groep, allen)
    klopt(gang, allen)


async def test_in_a_group_nothing_is_said_of_anyone_and_only_who_may_gets_something_done(
    sjabloon: Path, tmp_path: Path
) -> None:
    with gevulde_wijk(sjabloon, tmp_path) as wijk:
        gang = await een_gang(wijk)
        for soort in luisteraars("TAPS"):
            await gang.tik(ORGANISATOR, f"{soort}:{'a' * 22}", GROEP)
        await loop(gang, frozenset(EEN_VAN_ELK), elders_getoond=())


@pytest.mark.zwaar
async def test_and_no_button_of_anyones_own_chat_does_anything_in_a_group(sjabloon: Path, tmp_path: Path) -> None:
    with gevulde_wijk(sjabloon, tmp_path) as wijk:
        wandeling = await een_wandeling(wijk, 3, anderen=(), lees_in=())
        for wie in ALLEN:
            await wandeling.loop(wie)
        wijkwacht.stop(wandeling.loket.tx)
        getoond = {soort_van(data): data for van_wie in wandeling.gezien.values() for data in van_wie}
        gang = Groepsgang(wandeling.loket, talen())
        await loop(gang, ALLEN, getoond.values())
    print(f"{gang.stappen} steps, {len(getoond)} kinds of buttons of own chats, {len(gang.soorten)} kinds of messages")
