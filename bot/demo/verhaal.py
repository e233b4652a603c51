"""The story that the demo plays by itself: residents with a phone and without, from letter to count.

Everything goes over the web chat as people would do it; nothing is written behind the bot's back. What must come of it
is known beforehand, and the story fails when it does not.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from bot.demo.hoofdstukken import (
    begin,
    deuren,
    inspraak,
    onderbouwing,
    peilen,
    regels,
    samenkomen,
    slot,
    steekproef,
    uitleg,
    weg,
)
from bot.demo.verteller import Verhaal, VerhaalFout, Wereld
from bot.voorbeeldbuurt import KLEIN, Buurt

Hoofdstuk = Callable[[Verhaal], Awaitable[None]]
HOOFDSTUKKEN: tuple[Hoofdstuk, ...] = (
    begin.brief,
    begin.werkgroepen,
    weg.plan,
    weg.wie_doet_wat,
    weg.kaders,
    weg.kaders_klaar,
    regels.concept,
    regels.vastgesteld,
    weg.regels_klaar,
    samenkomen.cafe,
    inspraak.vraag_vooraf,
    peilen.welke_avond,
    samenkomen.aan_de_deur,
    inspraak.antwoord_in_de_zaal,
    deuren.deurgesprek,
    deuren.ronde,
    inspraak.idee,
    samenkomen.wandeling,
    uitleg.warmtekaarten,
    uitleg.cijfers,
    inspraak.concept,
    inspraak.advies,
    peilen.besluit,
    weg.keuze_klaar,
    onderbouwing.standpunten,
    onderbouwing.kaders,
    onderbouwing.verklaring,
    steekproef.steekproef,
    slot.afsluiten,
    slot.tellingen,
)
ALLEEN_LANG: frozenset[Hoofdstuk] = frozenset(
    {
        weg.plan,
        weg.wie_doet_wat,
        weg.kaders,
        weg.kaders_klaar,
        regels.concept,
        weg.regels_klaar,
        inspraak.vraag_vooraf,
        inspraak.antwoord_in_de_zaal,
        deuren.ronde,
        inspraak.idee,
        uitleg.warmtekaarten,
        uitleg.cijfers,
        inspraak.concept,
        inspraak.advies,
        weg.keuze_klaar,
        onderbouwing.standpunten,
        onderbouwing.kaders,
        onderbouwing.verklaring,
        steekproef.steekproef,
    }
)
"""What ten residents do without: the short story is played while the bot is killed."""


async def speel(wereld: Wereld) -> None:
    """Play the whole story.

    Raises:
        VerhaalFout: something came out otherwise than it must.
        GeenAntwoord: the bot kept silent.
    """
    hoofdstukken = [h for h in HOOFDSTUKKEN if wereld.buurt.buren or h not in ALLEEN_LANG]
    async with aiohttp.ClientSession() as session:
        verhaal = Verhaal(wereld, session)
        for plaats, hoofdstuk in enumerate(hoofdstukken):
            verhaal.voortgang = plaats / len(hoofdstukken)
            await hoofdstuk(verhaal)


def controleer(stand: dict[str, Any], buurt: Buurt = KLEIN) -> None:
    """Compare the final conditions with what they must be.

    Raises:
        VerhaalFout: names the first difference.
    """
    for drempel in stand["drempels"]:
        for veld, waarde in buurt.verwacht[drempel["soort"]].items():
            if drempel[veld] != waarde:
                raise VerhaalFout(f"{drempel['soort']}: {veld} is {drempel[veld]!r} en moet {waarde!r} zijn")
