"""Every link that the program makes, in every state, opened by everyone: it opens what it is for, for who it is for.

Whom each link opens something for stands in `ZIET`, what opening it does in `MAG`; whatever else comes of it fails.
"""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import Connection

from handlers import luisteraars
from tests import wijkwacht
from tests.handlers.test_wandeling import EEN_VAN_ELK, een_wandeling, gevulde_wijk, klopt
from tests.linkgang import Link, links
from tests.loket import Antwoord, Loket
from tests.wandeling import Wandeling
from tests.wandelstappen import groepen
from tests.wandelstappen.mensen import (
    ANNA,
    BEHEERDER,
    BEWONERS,
    BUITEN,
    CONTROLEUR,
    NAMEN,
    ROLLEN,
    VERTEGENWOORDIGER,
)

T = TypeVar("T")
ONBEKEND = 99
"""Who never spoke to the bot."""
IEDER = frozenset(NAMEN) | {ONBEKEND}
THUIS = frozenset(BEWONERS)


def met(*rollen: str) -> frozenset[int]:
    """Return who has one of these roles."""
    return frozenset(wie for wie, (rol, _) in ROLLEN.items() if rol in rollen)


AAN_DE_DEUR = met("buurtbegeleider", "organisator")
VAN_DE_WERKGROEP = AAN_DE_DEUR | met("beheerder") | {ANNA, min(met("trekker"))}
BINNEN = IEDER - {CONTROLEUR, VERTEGENWOORDIGER, BUITEN, ONBEKEND}
ZIET = {
    "letter, right": IEDER - THUIS,
    **{f"role {rol}, right": IEDER - met(rol) - {BEHEERDER} for rol in ("kerngroep", "aanspreekpunt", "beheerder")},
    **{f"role {rol}, right": IEDER - met(rol) - {BEHEERDER} for rol in ("buurtbegeleider", "organisator")},
    "role trekker, right": IEDER - {min(met("trekker")), BEHEERDER},
    "role straatcontact, right": IEDER - {max(met("straatcontact")), BEHEERDER},
    "role vertegenwoordiger, right": IEDER - {VERTEGENWOORDIGER, ANNA, BEHEERDER},
    "device, right": IEDER - THUIS - {CONTROLEUR},
    "address, made up": frozenset({ANNA}),  # who showed one to be theirs reads which it is
    "door, right": THUIS,
    "own code, right": AAN_DE_DEUR,
    "meeting, right": IEDER,
    "meeting, past": IEDER,
    **{f"meeting, for a werkgroep{wat}": VAN_DE_WERKGROEP for wat in ("", ", later", ", called off")},
    "there, right": THUIS,
    "there, for a werkgroep": THUIS,  # who is in the group may come before they take part in the werkgroep
    "poll, open": BINNEN,
    "poll, closed": BINNEN,
    **{f"poll, for a werkgroep{wat}": VAN_DE_WERKGROEP for wat in ("", ", closed", ", withdrawn")},
    "poll, for a werkgroep, closed, for who voted": VAN_DE_WERKGROEP,  # who did not reads that it is for who did
    "school, right": IEDER,  # who has a home or a role here reads that it is not for them
    "school, stopped": IEDER - {BUITEN, ONBEKEND},
    "nonsense, koppel-": AAN_DE_DEUR | met("trekker"),
}
"""For whom a link opens something: for those and no others. What is not here opens nothing for anyone."""
MAG = {
    ("letter, made up", "codepoging"): IEDER - THUIS,  # so many tries an hour
    ("letter, elsewhere", "codepoging"): IEDER - THUIS,
    ("letter, used", "outbox"): IEDER - THUIS,  # the organisatoren hear that someone did not fit
    **{
        (f"device, {staat}", "codepoging"): IEDER - THUIS - {CONTROLEUR}
        for staat in ("old", "elsewhere", "made up", "used")
    },
    ("nonsense, ook-", "codepoging"): IEDER - THUIS - {CONTROLEUR},
    ("door, right", "bewijs,bewijs_prive"): THUIS,
}
"""What changes by opening a link alone, and for whom."""
DICHT = frozenset({"deur.eerst_meedoen", "welkom.code"})
DICHT |= {f"welkom.{een}" for een in ("al_binnen", "onbekend", "typefout", "vol", "ingetrokken")}
"""What is said to who may not come in by it, or not yet."""


async def loop(loket: Loket, alle: list[Link], allen: Collection[int]) -> list[str]:
    """Let everyone open every link, each undone; return what was found."""
    fouten: list[str] = []
    ziet, doet = defaultdict[str, set[int]](set), defaultdict[tuple[str, str], set[int]](set)
    gezegd = dict[tuple[str, str, int], str]()
    for link in alle:
        for wie in sorted(allen):
            antwoord, anders = await loket.probeer(loket.typ(wie, f"/start {link.payload}"))
            if anders:
                doet[link.naam, anders].add(wie)
            if not (antwoord.geweigerd or set(antwoord.soorten) <= DICHT):
                ziet[link.naam].add(wie)
            gezegd[link.soort, link.staat, wie] = wat = _zonder_payload(antwoord, link)
            if link.staat == "elsewhere" and gezegd.get((link.soort, "made up", wie), wat) != wat:
                fouten.append(f"{link.soort}: one of another wijk is told from a made-up one, by {wie}: {wat}")
        await asyncio.sleep(0)
    return fouten + _anders(ZIET, ziet, allen) + _anders(MAG, doet, allen)


def _anders(tabel: Mapping[T, frozenset[int]], was: Mapping[T, set[int]], allen: Collection[int]) -> list[str]:
    return [
        f"{wat}: {namen(was.get(wat, ()))}, and not {namen(mag)}"
        for wat in tabel.keys() | was.keys()
        if (mag := tabel.get(wat, frozenset()) & set(allen)) != was.get(wat, set())
    ]


def _zonder_payload(antwoord: Antwoord, link: Link) -> str:
    return json.dumps([[een.soort, een.data] for een in antwoord.boodschappen]).replace(link.payload, "")


def namen(wie: Collection[int]) -> list[str]:
    return [NAMEN.get(een, "unknown") for een in sorted(wie)]


async def een_gang(wijk: tuple[Connection, int], *, alles: bool) -> tuple[Wandeling, list[Link]]:
    wandeling = await een_wandeling(wijk, 1, alles=alles, anderen=())
    with wijkwacht.even_niet(wandeling.loket.tx):
        if not alles:
            groepen.vul(wandeling.loket.tx, wandeling.loket.wijk)
        alle = links(wandeling.loket.tx, wandeling.loket.wijk)
    return wandeling, sorted(alle, key=lambda link: link.staat == "elsewhere")


async def test_a_link_opens_what_it_is_for_to_who_it_is_for_and_nothing_else(sjabloon: Path, tmp_path: Path) -> None:
    with gevulde_wijk(sjabloon, tmp_path) as wijk:
        wandeling, alle = await een_gang(wijk, alles=False)
        fouten = await loop(wandeling.loket, alle, {*EEN_VAN_ELK, ONBEKEND})
        for link in alle:
            for wie in (BEHEERDER, BUITEN):
                await wandeling.begin(wie, f"/start {link.payload}", 1)
    assert not fouten, "\n".join(["", *fouten])
    klopt(wandeling)


@pytest.mark.zwaar
async def test_and_so_it_is_for_everyone_who_walks_on_from_there(sjabloon: Path, tmp_path: Path) -> None:
    with gevulde_wijk(sjabloon, tmp_path) as wijk:
        wandeling, alle = await een_gang(wijk, alles=True)
        fouten = await loop(wandeling.loket, alle, IEDER)
        for link in alle:
            for wie in IEDER:
                await wandeling.begin(wie, f"/start {link.payload}", 2)
    print(f"{len(alle)} links, {wandeling.stappen} steps, {len(wandeling.knoppen)} kinds of buttons")
    assert not fouten, "\n".join(["", *fouten])
    klopt(wandeling)


def test_every_kind_of_link_in_the_program_is_walked(sjabloon: Path, tmp_path: Path) -> None:
    with gevulde_wijk(sjabloon, tmp_path) as (tx, wijk):
        groepen.vul(tx, wijk)
        gelopen = {link.payload.partition("-")[0] for link in links(tx, wijk) if link.soort != "nonsense"}
    bronnen = [pad.read_text("utf-8") for map_ in ("bot", "berichten") for pad in Path(map_).rglob("*.py")]
    gemaakt = {soort for bron in bronnen for soort in re.findall(r"[?]start(?:group)?=([a-z]+)-", bron)}
    gemaakt |= {soort for bron in bronnen for soort in re.findall(r"eigen_chat\(toon, f\"([a-z]+)-", bron)}
    assert gemaakt <= gelopen
    assert luisteraars("START").keys() <= gelopen
