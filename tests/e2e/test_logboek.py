"""Through the chat, with the log as wide open as it goes: it says what went wrong and how many, never who or what."""

import io
import json
import logging
import re

import pytest

from bot import logboek
from bot.demo.telefoon import tekst_van
from bot.services.handeling import TREKKER
from bot.storage import peilingen
from tests.e2e.test_voorstel import maak, vraagt
from tests.wereld import ANNA, BRAM, NOOR, Wereld, zin

NAAM, NUMMER, VRAAG = "Annelies Zeldzaam", "06 98 76 54 32", "Waarom staat er een kastje bij Huize Zeldenrust?"


async def test_the_log_holds_no_name_number_address_or_word_that_anybody_typed(
    wereld: Wereld, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    regels = logboek._Zwijger(())
    with caplog.at_level(logging.DEBUG, "bot"), caplog.at_level(logging.DEBUG, "handlers"):
        anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
        gegevens = await anna.vraag("/mijngegevens", zin("gegevens.geheim"))
        await anna.vervals(gegevens, "kn_naam")
        await wereld.rust()
        await anna.vraag(NAAM, NAAM)
        for wie, tekst in ((anna, VRAAG), (bram, "K3YR-0NZ1-N"), (bram, NUMMER), (anna, f"/komlangs {NUMMER}")):
            await wie.typ(tekst)
            await wereld.rust()
        monkeypatch.setattr(peilingen, "zoek", _gaat_mis)
        await anna.vervals(await anna.laatste(), f"p:{NAAM}")
        await wereld.rust()
        await anna.vraag("/vergeetmij", zin("wissen.vraag"))
        await wereld.herstart()
    ons = [r for r in caplog.records if r.name.partition(".")[0] in {"bot", "handlers"} or r.levelno >= logging.INFO]
    log = "\n".join(regels.format(regel) for regel in ons)
    assert "a fault of ours" in log, "it does say what went wrong"
    for waarde in (NAAM, NUMMER, VRAAG, wereld.codes[ANNA.id], ANNA.naam, BRAM.naam, NOOR.naam, "Lindelaan", "K3YR"):
        assert waarde not in log
    assert not re.search(rf"(chat|persoon|user|account|telegram)\W{{1,3}}{ANNA.id}\b", log), "nor whose chat it was"


async def test_one_word_gives_the_path_of_a_tap_to_all_that_was_sent_because_of_it(wereld: Wereld) -> None:
    """Anna asks for a poll; what organisers are asked because of it carries the name of her last tap."""
    uit = io.StringIO()
    regels = logging.StreamHandler(uit)
    regels.setFormatter(logboek._Zwijger((), als_json=True))
    wortel = logging.getLogger()
    niveau = wortel.level
    wortel.addHandler(regels)
    wortel.setLevel(logging.INFO)
    try:
        anna, noor = await wereld.bewoner(ANNA), wereld.mens(NOOR)
        await noor.vraag("/menu")
        await maak(wereld, TREKKER, ANNA.id)
        await vraagt(wereld, anna)
        await noor.wacht(lambda b: zin("voorstel.vraag") in tekst_van(b), "de vraag om akkoord")
        await wereld.rust()
    finally:
        wortel.removeHandler(regels)
        wortel.setLevel(niveau)
    sporen: dict[str, list[str]] = {}
    for regel in map(json.loads, uit.getvalue().splitlines()):
        sporen.setdefault(regel.get("spoor", ""), []).append(regel["event"])
    (pad,) = [events for events in sporen.values() if any("answer voorstel.gemaakt" in event for event in events)]
    assert any(re.fullmatch(r"outbox row \d+, voorstel\.\S+: sent", event) for event in pad), pad


def _gaat_mis(*args: object, **velden: object) -> None:
    raise RuntimeError("a fault of ours")
