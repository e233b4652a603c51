"""The offer: what it is, what one commits to by taking it, and taking that back."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from bot.rules.kleine_cellen import KLEINSTE


@bericht("intekening")
def intekening(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the offer; to a resident to take it, to staff how many addresses did."""
    t, rijen, plek = toon.t, [], data["id"]
    delen = [_aanbod(toon, data)]
    if data["mee"]:
        delen.append(t.tekst(f"intekening.mee.{data['wat']}"))
    if data["bewoner"] and data["open"]:
        knop = Knop(t.plat("intekening.knop_weg"), f"inx:{plek}") if data["mee"] else _knop(toon, data)
        rijen += [(knop,), hulpknop(toon, "vraag")]
    if data["beheer"]:
        delen.append(_hoeveel(toon, data["aantal"]))
        rijen += _beheer(toon, data)
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, naar_menu(toon)))


@bericht("intekening.geen")
def geen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that there is no offer; staff can make one."""
    nieuw = ((Knop(toon.t.plat("aanbod.knop_nieuw"), "aanbod"),),) if data["beheer"] else ()
    return Bericht(toon.t.tekst("intekening.geen"), (*nieuw, naar_menu(toon)))


@bericht("intekening.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say plainly what one commits to, and ask whether one is sure."""
    t = toon.t
    delen = [
        t.tekst("intekening.zeker", titel=data["titel"]),
        t.tekst(f"intekening.betekent.{data['wat']}"),
        t.tekst("aanbod.kosten", kosten=data["kosten"]),
        t.tekst("aanbod.gas", gas=data["gas"]),
        t.tekst("intekening.thuis"),
        t.tekst("intekening.terug_kan", moment=toon.moment(data["sluit_op"])),
    ]
    ja = Knop(t.plat("intekening.knop_ja"), f"inj:{data['id']}:ja")
    return Bericht(Veilig("\n\n".join(delen)), ((ja,), (Knop(t.plat("knop.terug"), "intekening"),)))


@bericht("intekening.weg")
def weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to take it back."""
    ja = Knop(toon.t.plat("intekening.knop_weg_ja"), f"inx:{data['id']}:ja")
    tekst = toon.t.tekst("intekening.weg", titel=data["titel"])
    return Bericht(tekst, ((ja,), (Knop(toon.t.plat("knop.terug"), "intekening"),)))


@bericht("aanbod.voorbeeld")
def aanbod_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an offer as residents will read it, before a second person is asked."""
    tekst = Veilig("\n\n".join([toon.t.tekst("onderbouwing.voorbeeld"), _aanbod(toon, data)]))
    return bevestigen(toon, tekst, klaar=toon.t.plat("onderbouwing.knop_vraag"))


@bericht("aanbod.lezen")
def aanbod_lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an offer to a second person."""
    return Bericht(_aanbod(toon, data))


@bericht("aanbod.zeker")
def aanbod_zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask staff whether they are sure to withdraw the offer."""
    ja = Knop(toon.t.plat("aanbod.knop_weg_ja"), f"aax:{data['id']}:ja")
    tekst = toon.t.tekst("aanbod.zeker", titel=data["titel"])
    return Bericht(tekst, ((ja,), (Knop(toon.t.plat("knop.terug"), "intekening"),)))


def _knop(toon: Toon, data: dict[str, Any]) -> Knop:
    return Knop(toon.t.plat(f"intekening.knop.{data['wat']}"), f"inj:{data['id']}")


def _beheer(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    plat = toon.t.plat
    weg = (Knop(plat("aanbod.knop_weg"), f"aax:{data['id']}"),)
    if data["open"]:
        return [(Knop(plat("aanbod.knop_papier"), "aapapier"),), weg]
    return [(Knop(plat("aanbod.knop_nieuw"), "aanbod"),), weg]


def _hoeveel(toon: Toon, aantal: int | None) -> Veilig:
    if aantal is None:
        return toon.t.tekst("aanbod.weinig", minder=KLEINSTE)
    return toon.t.tekst("aanbod.aantal", aantal=aantal)


def _aanbod(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    delen = [
        t.tekst("aanbod", titel=data["titel"], tekst=data["tekst"]),
        t.tekst("aanbod.kosten", kosten=data["kosten"]),
        t.tekst("aanbod.gas", gas=data["gas"]),
        t.tekst(f"aanbod.vraagt.{data['wat']}"),
        t.tekst("aanbod.sluit", moment=toon.moment(data["sluit_op"])),
    ]
    return Veilig("\n\n".join(delen))
