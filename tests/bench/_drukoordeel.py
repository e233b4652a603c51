"""What the people of one wijk got and did on a busy day, held against what the database says of it."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection, select

from bot.services.stand import bereken_stand
from bot.storage import tables
from tests.bench import _drukkewijk as wijk_
from tests.bench._drukkedag import TUSSEN, Opgave, op_de_muur
from tests.bench._drukkewijk import Buurt

TITELS = (*wijk_.KOMT, wijk_.AANKONDIGING)


def van_wijk(tx: Connection, dag: dict[str, Any], hier: dict[str, Any]) -> list[str]:
    """Return what is not as it must be in a wijk.

    Args:
        dag: what `_drukkedag` printed.
        hier: of that, what is of this wijk.
    """
    buurt = Buurt(hier["nr"], dag["opgave"]["wijken"] == 1)
    wat = [*_bezorgd(tx, dag, hier, buurt), *_mensen(tx, dag, hier, buurt), *_tellingen(tx, hier, buurt)]
    return [f"{buurt.naam}: {fout}" for fout in wat]


def _bezorgd(tx: Connection, dag: dict[str, Any], hier: dict[str, Any], buurt: Buurt) -> list[str]:
    """Hold how often each chat of a wijk got what goes to many against what the outbox says of it."""
    fouten, volgens = [], {naam: Counter[int]() for naam in hier["gehad"]}
    o, a = tables.outbox.c, tables.account.c
    rijen = select(o.soort, o.data, o.staat, a.extern_id).join(tables.account, a.id == o.account)
    elders = 0
    for soort, data, staat, wie in tx.execute(rijen.where(o.wijk == hier["wijk"])):
        chat = int(wie)
        elders += wijk_.nummer(chat, dag["opgave"]["wijken"]) != buurt.nr
        if staat == "verzonden" and (naam := _naam(soort, data, buurt)) in volgens:
            volgens[naam][buurt.plek(chat, dag["opgave"]["bewoners"])] += 1
    if elders:
        fouten.append(f"{elders} messages went to people of another wijk")
    for naam, keren in hier["gehad"].items():
        echt = {plek: aantal for plek, aantal in enumerate(keren) if aantal and plek != len(keren) - 1}
        volgens[naam].pop(-1, None)
        if echt != dict(volgens[naam]):
            anders = [p for p in echt.keys() | volgens[naam].keys() if echt.get(p, 0) != volgens[naam][p]]
            fouten.append(f"{naam}: {len(anders)} chats got it another number of times than was sent")
    return fouten


def _naam(soort: str, data: dict[str, Any], buurt: Buurt) -> str:
    if soort.startswith("peiling."):
        return "peiling"
    titel = str(data.get("titel", ""))
    return soort if soort == "uitzending" else next((een for een in TITELS if buurt.noem(een) == titel), titel)


def _mensen(tx: Connection, dag: dict[str, Any], hier: dict[str, Any], buurt: Buurt) -> list[str]:
    """Say who did not get what was for everybody, and who got it twice; who left that day may have missed it."""
    fouten, weg, begin = [], set(hier["weg"]), buurt.eerste_chat
    blijvers = [n for n in range(dag["opgave"]["bewoners"]) if begin + n not in weg]
    stemde = {int(chat) - begin for chat in hier["stemde"]}
    for naam, mag in ((wijk_.AANKONDIGING, {1}), ("uitzending", {1})):
        fouten += _keren(hier, naam, blijvers, mag)
    fouten += _na_de_stilte(dag, hier, buurt)
    # the question, once more for who did not vote, and the result
    fouten += _keren(hier, "peiling", [n for n in blijvers if n in stemde], {2, 3})
    fouten += _keren(hier, "peiling", [n for n in blijvers if n not in stemde], {3})
    a, b = tables.aanmelding.c, tables.bijeenkomst.c
    for titel in wijk_.KOMT:
        komers = select(tables.account.c.extern_id).join(tables.aanmelding, a.bewoner == tables.account.c.bewoner)
        komers = komers.join(tables.bijeenkomst, b.id == a.bijeenkomst)
        komers = komers.where(b.titel == buurt.noem(titel), a.antwoord == "ja")
        wie = {int(een) - begin for een in tx.scalars(komers)}
        naast = {int(een) - begin for een in hier["binnen"]} if titel == wijk_.VANAVOND else set()
        fouten += _keren(hier, titel, [n for n in blijvers if n in wie - naast], {1})
        fouten += _keren(hier, titel, [n for n in blijvers if n in wie & naast], {1, 2})
        fouten += _keren(hier, titel, [n for n in blijvers if n not in wie], {0})
    return fouten


def _na_de_stilte(dag: dict[str, Any], hier: dict[str, Any], buurt: Buurt) -> list[str]:
    """Say when a message that was written in the quiet hours did not begin to go when these were over."""
    opgave = Opgave(**dag["opgave"])
    geschreven = op_de_muur(opgave, opgave.bericht_om) + TUSSEN * buurt.nr
    if geschreven < op_de_muur(opgave, 21, 30):
        return []
    eerst, acht = hier["eerst"]["uitzending"], op_de_muur(opgave, 32).timestamp()
    klopt = acht <= eerst < acht + 60 * opgave.wijken  # all that waited begins to go at once
    return [] if klopt else [f"the message to all began to go {eerst - acht:.0f} s after eight"]


def _keren(hier: dict[str, Any], naam: str, wie: list[int], mag: set[int]) -> list[str]:
    fout = Counter(hier["gehad"][naam][n] for n in wie if hier["gehad"][naam][n] not in mag)
    return [f"{naam}: {aantal} of {len(wie)} got it {keren} times" for keren, aantal in fout.items()]


def _tellingen(tx: Connection, hier: dict[str, Any], buurt: Buurt) -> list[str]:
    """Hold what `gehoord stand` says against what people did."""
    stand = {een.soort: een.teller for een in bereken_stand(tx, hier["wijk"]).drempels}
    verwacht = {"gehoord": len(hier["stemde"]), "informatie": len(hier["binnen"])}
    fouten = [] if stand == verwacht else [f"stand {stand}, not {verwacht}"]
    a, b = tables.account.c, tables.bewoner.c
    leden = select(a.extern_id).join(tables.bewoner, b.id == a.bewoner).where(b.wijk == hier["wijk"])
    nieuw = [chat for chat in map(int, tx.scalars(leden)) if chat >= wijk_.NIEUW_CHAT]
    if len(nieuw) != len(hier["lid"]):
        fouten.append(f"{len(nieuw)} joined, not {len(hier['lid'])}")
    return fouten
