"""What an offer says, and what staff see and are asked about it. Taking one: intekening.py."""

from typing import Any, NamedTuple

from babel.numbers import format_decimal

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from berichten.woning import woningen

_OP_REGEL, _OP_SCHERM = 30, 20
"""So many characters fit a line of a small phone, and so many lines stand above the buttons; else it comes in two."""


class Delen(NamedTuple):
    """What an offer says: first what it is, then the rest of its conditions."""

    kern: Veilig
    rest: Veilig

    @property
    def past(self) -> bool:
        """Whether both fit one screen."""
        regels = f"{self.kern}\n\n{self.rest}".split("\n")
        return sum(max(1, -(-len(regel) // _OP_REGEL)) for regel in regels) <= _OP_SCHERM


def delen(toon: Toon, data: dict[str, Any]) -> Delen:
    """Return both parts of an offer."""
    t = toon.t
    cijfers = [kosten(toon, data), *_opbrengst(toon, data), t.tekst("aanbod.gas", gas=data["gas"])]
    sluit = t.tekst("aanbod.sluit", moment=toon.moment(data["sluit_op"]))
    kern = [_kop(toon, data), Veilig("\n".join(cijfers)), sluit]
    rest = [t.tekst("aanbod.voorwaarden", tekst=data["voorwaarden"])] if data["voorwaarden"] else []
    ja = [t.tekst(f"aanbod.vraagt.{data['wat']}"), *bindend(toon, data), _bedenktijd(toon, data)]
    if data["wat"] != "interesse" or data["wie"] == "eigenaren":
        ja.append(t.tekst("aanbod.alleen_eigenaar"))
    if data["minimum"]:
        ja.append(t.tekst("aanbod.minimum", aantal=data["minimum"]))
    return Delen(Veilig("\n\n".join(kern)), Veilig("\n\n".join([*rest, Veilig(" ".join(ja))])))


def kosten(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what it costs: from-to in euros, with what there is to say beside it."""
    van, tot, erbij = data["kosten_van"], data["kosten_tot"], data["kosten"]
    if van is None:
        return toon.t.tekst("aanbod.kosten", kosten=erbij)
    return toon.t.tekst("aanbod.kosten", kosten=" ".join(filter(None, (_bereik(toon, van, tot) + ".", erbij))))


def bindend(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say whether it binds, and what that means."""
    if data["bindend"] is None or data["wat"] == "interesse":
        return []
    regel = toon.t.tekst("aanbod.bindend" if data["bindend"] else "aanbod.niet_bindend")
    return [toon.t.tekst("aanbod.uitleg", regel=regel, uitleg=data["bindend_uitleg"] or "")]


def heel(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Return all that an offer says."""
    return Veilig("\n\n".join(delen(toon, data)))


def document(toon: Toon, data: dict[str, Any]) -> list[Knop]:
    """Return the button for its document."""
    return [Knop(toon.t.plat("aanbod.knop_stuk"), f"stuk:{data['stuk']}")] if data["stuk"] else []


@bericht("aanbod.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an offer as residents will read it, before a second person is asked."""
    t, erbij = toon.t, []
    if data["stuknaam"]:
        erbij = [t.tekst("onderbouwing.stuk", stuk=data["stuknaam"])]
    tekst = Veilig("\n\n".join([t.tekst("onderbouwing.voorbeeld"), heel(toon, data), *erbij]))
    extra = [(naam, t.plat(f"aanbod.knop.{naam}")) for naam in ("kosten_erbij", "minimum")]
    return bevestigen(toon, tekst, extra, klaar=t.plat("onderbouwing.knop_vraag"))


@bericht("aanbod.lezen")
def lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an offer to a second person."""
    return Bericht(heel(toon, data))


@bericht("aanbod.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask staff whether they are sure to withdraw the offer."""
    ja = Knop(toon.t.plat("aanbod.knop_weg_ja"), f"aax:{data['id']}:ja")
    tekst = toon.t.tekst("aanbod.zeker", titel=data["titel"])
    return Bericht(tekst, ((ja,), (Knop(toon.t.plat("knop.terug"), f"in:{data['id']}"),)))


@bericht("aanbod.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who showed interest that an offer closes soon."""
    t = toon.t
    delen_ = [
        t.tekst("aanbod.herinnering", titel=data["titel"], moment=toon.moment(data["sluit_op"])),
        t.tekst("aanbod.gas", gas=data["gas"]),
    ]
    knop = (Knop(t.plat("aanbod.knop_bekijk"), f"in:{data['id']}"),)
    meldingen = (Knop(t.plat("knop.meldingen"), "meldingen:nieuw"),)
    return Bericht(Veilig("\n\n".join(delen_)), (knop, hulpknop(toon, "vraag"), meldingen))


@bericht("eformulier.vraag")
def eformulier(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the file of the municipality's e-form."""
    tekst = toon.t.tekst("eformulier.vraag", kolommen=";".join(data["kolommen"]))
    return Bericht(tekst, ((Knop(toon.t.plat("knop.stop"), "aaestop"),),))


@bericht("eformulier.fouten")
def fouten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say per line what cannot be; nothing of the file counts, and a better one is waited for."""
    t = toon.t
    regels: list[str] = [t.tekst("eformulier.fouten"), *eformulierfouten(toon, data["fouten"])]
    if data["meer"]:
        regels.append(t.tekst("eformulier.nog_meer", aantal=data["meer"]))
    regels += ["", t.tekst("eformulier.opnieuw")]
    return Bericht("\n".join(regels), ((Knop(t.plat("knop.stop"), "aaestop"),),))


def eformulierfouten(toon: Toon, gevonden: list[Any]) -> list[Veilig]:
    """Return a sentence per mistake, with the number of its line."""
    t = toon.t
    return [
        t.tekst("eformulier.regel", regel=regel, fout=t.tekst(f"eformulier.fout.{reden}", wat=wat))
        if regel
        else t.tekst(f"eformulier.fout.{reden}", wat=wat)
        for regel, reden, wat in gevonden
    ]


@bericht("eformulier.niets")
def niets(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a file holds nothing new."""
    knop = Knop(toon.t.plat("knop.intekening"), "intekening")
    return Bericht(toon.t.tekst("eformulier.niets", aantal=data["bekend"]), ((knop, *naar_menu(toon)),))


def _kop(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    kop = t.tekst("aanbod", titel=data["titel"], tekst=data["tekst"])
    if not data["woningtypen"]:
        return kop
    return Veilig(f"{kop}\n{t.tekst('aanbod.voor', woningen=woningen(toon, data['woningtypen']))}")


def _opbrengst(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    if data["opbrengst"]:
        return [toon.t.tekst("aanbod.opbrengst", opbrengst=data["opbrengst"])]
    if data["opbrengst_van"] is None:
        return []
    return [toon.t.tekst("aanbod.bespaart", bereik=_bereik(toon, data["opbrengst_van"], data["opbrengst_tot"]))]


def _bedenktijd(toon: Toon, data: dict[str, Any]) -> Veilig:
    if data["bedenktijd"] is None:
        return toon.t.tekst("aanbod.terug_tot_sluiten")
    return toon.t.tekst("aanbod.bedenktijd", aantal=data["bedenktijd"])


def _bereik(toon: Toon, van: int, tot: int) -> str:
    plat, bedragen = toon.t.plat, [format_decimal(n, locale=toon.t.locale) for n in (van, tot)]
    if van == tot:
        return plat("aanbod.bedrag", bedrag=bedragen[0])
    return plat("aanbod.bereik", van=bedragen[0], tot=bedragen[1])
