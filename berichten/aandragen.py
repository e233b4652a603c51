"""Bringing something in to a poll, and letting it through. Which words it has for it, the poll method says."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from berichten.peilingwoorden import knopwoord, zin


@bericht("aandragen.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the text."""
    t = toon.t
    delen = [
        t.tekst("peiling.vraag", vraag=data["vraag"]),
        zin(toon, data["methode"], ["aandragen", {"maximum": data["maximum"]}]),
        t.tekst("aandragen.hoe"),
        t.tekst("aandragen.nog", aantal=data["nog"]),
    ]
    terug = Knop(t.plat("knop.terug"), f"aanterug:{data['id']}")
    hulp = (hulpknop(toon, "peiling", data["id"]),) if data["bewoner"] else ()
    return Bericht(Veilig("\n\n".join(delen)), ((terug,), *hulp))


@bericht("aandragen.ontvangen")
def ontvangen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank for what came in."""
    t = toon.t
    delen = [t.tekst("aandragen.tekst", tekst=data["tekst"]), t.tekst("aandragen.ontvangen")]
    meer = daarbij(toon, {**data, "aandragen": {"nog": data["nog"]}})
    naar = Knop(t.plat("aandragen.knop_peiling"), f"p:{data['id']}")
    return Bericht(Veilig("\n\n".join(delen)), ((naar,), *meer, naar_menu(toon)))


@bericht("aandragen.te_laat")
def te_laat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it came too late."""
    naar = Knop(toon.t.plat("aandragen.knop_peiling"), f"p:{data['id']}")
    return Bericht(toon.t.tekst("aandragen.te_laat", vraag=data["vraag"]), ((naar,), naar_menu(toon)))


@bericht("aandragen.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who made a poll that something was brought in."""
    lees = Knop(toon.t.plat("aandragen.knop_lees"), f"aanlees:{data['id']}:0")
    return Bericht(toon.t.tekst("aandragen.nieuw", vraag=data["vraag"]), ((lees,), naar_menu(toon)))


@bericht("aandragen.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one text to who may let it through."""
    t, plat = toon.t, toon.t.plat
    terug = ((Knop(plat("knop.terug"), f"p:{data['peiling']}"),), naar_menu(toon))
    gedaan = [t.tekst(f"aandragen.gedaan_{data['gedaan']}")] if data["gedaan"] else []
    if data["tekst"] is None:
        geen = t.tekst("aandragen.geen", vraag=data["vraag"])
        return Bericht(Veilig("\n\n".join([*gedaan, geen])), terug)
    kop = t.tekst("aandragen.nummer", vraag=data["vraag"], nummer=data["bladzij"] + 1, totaal=data["totaal"])
    delen = [*gedaan, kop, t.tekst("aandragen.tekst", tekst=data["tekst"]), t.tekst("aandragen.wat")]
    knoppen = (
        (
            Knop(plat("aandragen.knop_erbij"), f"aanerbij:{data['id']}"),
            Knop(plat("aandragen.knop_niet"), f"aanniet:{data['id']}"),
        ),
        (Knop(plat("aandragen.knop_samen"), f"aansamen:{data['id']}"),),
        *bladerknoppen(toon, data, f"aanlees:{data['peiling']}"),
    )
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, *terug))


@bericht("aandragen.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to let a text through."""
    t = toon.t
    ja = Knop(t.plat("aandragen.knop_ja"), f"aanerbij:{data['id']}:ja")
    terug = Knop(t.plat("knop.terug"), f"aanlees:{data['peiling']}:0")
    delen = [t.tekst("aandragen.tekst", tekst=data["tekst"]), t.tekst("aandragen.zeker", vraag=data["vraag"])]
    return Bericht(Veilig("\n\n".join(delen)), ((ja,), (terug,)))


@bericht("peiling.ingestuurd")
def oordeel(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who brought something in what became of it."""
    t, staat = toon.t, data["staat"]
    delen = [
        t.tekst("peiling.vraag", vraag=data["vraag"]),
        t.tekst("aandragen.van_u", tekst=data["tekst"]),
        t.tekst(f"aandragen.wordt_{staat}", **({"wordt": data["wordt"]} if "wordt" in data else {})),
    ]
    if staat == "niet":
        reden = data["reden"]
        delen.append(t.tekst(f"aandragen.reden_{reden}") if reden else t.tekst("aandragen.reden", reden=data["eigen"]))
        delen.append(t.tekst("aandragen.dank"))
    naar = Knop(t.plat("aandragen.knop_peiling"), f"p:{data['id']}")
    return Bericht(Veilig("\n\n".join(delen)), ((naar,), hulpknop(toon, "peiling", data["id"]), naar_menu(toon)))


def stand(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return, for who brought something in to a poll that is not over, how much of it waits."""
    wacht = (data.get("aandragen") or {}).get("wacht")
    return [toon.t.tekst("aandragen.wacht", aantal=wacht)] if wacht else []


def daarbij(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the way to bring something in, and for the team to what waits."""
    knoppen: list[tuple[Knop, ...]] = []
    if (data.get("aandragen") or {}).get("nog"):
        knoppen.append((Knop(knopwoord(toon, data["methode"], ["aandragen", {}]), f"aan:{data['id']}"),))
    if data.get("ingestuurd"):
        label = knopwoord(toon, data["methode"], ["ingestuurd", {"aantal": data["ingestuurd"]}])
        knoppen.append((Knop(label, f"aanlees:{data['id']}:0"),))
    return knoppen


def afloop(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say with a result how much people brought in, and what became of it."""
    aantallen = data.get("ingestuurd")
    if not aantallen:
        return []
    totaal, erbij = sum(aantallen.values()), aantallen["erbij"] + aantallen["samengevoegd"]
    zinnen = [toon.t.tekst("aandragen.ingestuurd", aantal=totaal), toon.t.tekst("aandragen.verwerkt", aantal=erbij)]
    if aantallen["te_laat"]:
        zinnen.append(toon.t.tekst("aandragen.niet_bekeken", aantal=aantallen["te_laat"]))
    return [Veilig(" ".join(zinnen))]
