"""The end of a form that reaches people: placed at once, refused, or after a second person said yes."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.services import doelgroep, voorstel
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, mag_voor
from bot.storage import accounts
from bot.storage.accounts import Wie

Klaar = Callable[[Connection, Handeling, Wie, dict[str, Any]], Boodschap]


Bekijk = Callable[[Connection, Handeling, dict[str, Any]], dict[str, Any]]


def met_tweede(soort: str, klaar: Klaar, bekijk: Bekijk, kort: Callable[[dict[str, Any]], dict[str, Any]]) -> Klaar:
    """Return an ending that asks a second person where someone would speak to the whole wijk by themselves.

    Begeleiders and organisatoren are there to speak to the wijk, and often there is but one of them: they need none.

    Args:
        soort: kind of the form and of the voorstel.
        klaar: places it; also on behalf of the maker, when the second person confirms.
        bekijk: what the preview shows beside the answers, as the form has it.
        kort: what stands of the answers in one sentence; whom we ask reads the whole preview too.
    """

    @voorstel.voert_uit(soort)
    def plaats(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
        maker = accounts.van_id(tx, handeling.wijk, gemaakt_door)
        if not maker.rollen & {TREKKER, BEGELEIDER, ORGANISATOR}:  # lost since, and another role is not enough
            raise Geweigerd("voorstel.maker_weg")
        klaar(tx, handeling, maker, data)

    def einde(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
        groep = doelgroep.uit(tx, handeling, data) if "voor" in data else WIJK
        if not mag_voor(wie, groep):
            if groep != WIJK:
                raise Geweigerd("buiten_bereik")
            if "bericht" in handeling.tweede_persoon:
                gezien = {**data, "extra": [], **bekijk(tx, handeling, data)}
                voorbeeld = {"soort": f"{soort}.voorbeeld", "data": gezien}
                return voorstel.stel_voor(tx, handeling, wie, soort, data, voorbeeld=voorbeeld, **kort(data))
        return klaar(tx, handeling, wie, data)

    return einde
