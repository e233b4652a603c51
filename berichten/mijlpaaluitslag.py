"""What came out of a mijlpaal, in plain words on four levels: for me, my home, the wijk and the world."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_NIVEAUS = ("mij", "woning", "buurt", "wereld")


@bericht("mijlpaal.uitslag")
def verteld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell what came out; good news is celebrated."""
    return Bericht(uitslag(toon, data, kop=True), _onder(toon, data))


@bericht("mijlpaal.uitslag_verteld")
def bevestigd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say to who typed it that residents hear it now."""
    delen = [toon.t.tekst("mijlpaal.uitslag_verteld"), uitslag(toon, data, kop=True)]
    return Bericht(Veilig("\n\n".join(delen)), _onder(toon, data))


@bericht("mijlpaal.vul_in")
def vul_in(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask the team what came out."""
    tekst = toon.t.tekst("mijlpaal.vul_in", titel=data["titel"])
    knop = Knop(toon.t.plat("mijlpaal.knop_vul_in"), f"mlu:{data['id']}")
    return Bericht(tekst, ((knop,), naar_menu(toon)))


@bericht("mijlpaal.geweest")
def geweest(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what was, each with its outcome and a button that opens it."""
    t, alle = toon.t, data["mijlpalen"]
    delen = [t.tekst("mijlpaal.geweest" if alle else "mijlpaal.geweest_leeg"), *(_regel(toon, een) for een in alle)]
    open_ = [(Knop(inkorten(een["titel"]), f"ml:{een['id']}"),) for een in alle]
    onder = (Knop(t.plat("knop.mijlpalen"), "mijlpalen"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*open_, *bladerknoppen(toon, data, "mlwas"), onder))


@bericht("mijlpaal_uitslag.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will read it, before they do."""
    t = toon.t
    extra, anders = [("link", t.plat("mijlpaal.knop_besluit"))], [Knop(t.plat("formulier.knop_anders"), "fanders")]
    if not any(data["uitslag"][niveau] for niveau in _NIVEAUS):
        return bevestigen(toon, t.tekst("geweigerd.mijlpaal.minstens_een"), verder=anders, klaar="")
    delen = [t.tekst("formulier.voorbeeld"), uitslag(toon, data, kop=True)]
    if data["uitslag"]["link"]:
        delen.append(t.tekst("mijlpaal.link", link=data["uitslag"]["link"]))
    klaar = t.plat("mijlpaal.knop_verbeter_nu" if data["was"] else "mijlpaal.knop_vertel")
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra, klaar=klaar, verder=anders)


def uitslag(toon: Toon, data: dict[str, Any], *, kop: bool = False) -> Veilig:
    """Say what came out, and what it means on each level that somebody wrote something about.

    Args:
        kop: with what it is about above it.
    """
    t, uit = toon.t, data["uitslag"]
    delen: list[Veilig] = []
    if kop:
        velden = {"titel": data["titel"], "bij": t.plat(f"mijlpaal.bij.{data['bij']}")}
        delen.append(t.tekst("mijlpaal.uitslag", **velden, moment=toon.moment(data["moment"])))
    delen.append(t.tekst(f"mijlpaal.uitkomst.{uit['uitkomst']}"))
    if uit["vieren"]:
        delen.append(t.tekst("mijlpaal.vieren"))
    delen += [t.tekst(f"mijlpaal.voor.{niveau}", tekst=uit[niveau]) for niveau in _NIVEAUS if uit[niveau]]
    if uit["verbeterd_op"]:
        delen.append(t.tekst("mijlpaal.verbeterd", moment=toon.moment(uit["verbeterd_op"])))
    return Veilig("\n\n".join(delen))


def _regel(toon: Toon, een: dict[str, Any]) -> Veilig:
    t, uit = toon.t, een["uitslag"]
    wat = t.tekst(f"mijlpaal.uitkomst.{uit['uitkomst']}") if uit else t.tekst("mijlpaal.nog_geen_uitslag")
    velden = {"titel": een["titel"], "bij": t.plat(f"mijlpaal.bij.{een['bij']}")}
    return Veilig(f"{t.tekst('mijlpaal.kop', **velden, moment=toon.moment(een['moment']))}\n{wat}")


def _onder(toon: Toon, data: dict[str, Any]) -> tuple[tuple[Knop, ...], ...]:
    was = (Knop(toon.t.plat("mijlpaal.knop_geweest"), "mlwas"), *naar_menu(toon))
    return (*lees_besluit(toon, data), was)


def lees_besluit(toon: Toon, data: dict[str, Any]) -> tuple[tuple[Knop, ...], ...]:
    """Return the row with the page of the decision; none when nobody named one."""
    link = data["uitslag"] and data["uitslag"]["link"]
    return ((Knop(toon.t.plat("mijlpaal.knop_besluit_lees"), url=link),),) if link else ()
