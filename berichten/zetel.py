"""Seats of the geledingen, presidium and campagneteam: who sits where, what is asked for one, and how it ended."""

from itertools import groupby
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_MEESTE = 12
"""So many candidates stand in a message; the public page has all numbers of a draw."""
_GELEDINGEN = ("kennis", "burgers", "overheid", "bedrijven", "voorzieningen")


def zetelnaam(toon: Toon, data: dict[str, Any]) -> str:
    """Return a seat as people read it."""
    return toon.t.plat(f"zetel.naam.{data['orgaan']}", van=van_wie(toon, data["van"]), nummer=data["nummer"])


def van_wie(toon: Toon, van: str) -> str:
    """Return of which geleding a seat is, or that it is of the voorzitter."""
    return toon.t.plat(f"geleding.{van}" if van in _GELEDINGEN else "zetel.voorzitter")


@bericht("zetel.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who sits where; a button to each vacature on this page, and to one's own seats."""
    t = toon.t
    delen = [t.tekst("zetel.kop"), *overzicht(toon, data["zetels"])]
    if not data["zetels"]:
        delen.append(t.tekst("zetel.leeg"))
    elif not data["open"] and not data["beheer"]:
        delen.append(t.tekst("zetel.niets_open"))
    knoppen = [_knop(toon, "open", een, f"vc:{een['vacature']}") for een in data["open"]]
    knoppen += bladerknoppen(toon, data, "zetels")
    knoppen += [_knop(toon, "eigen", een, f"zt:{een['id']}") for een in data["eigen"]]
    if data["beheer"]:
        knoppen.append((Knop(t.plat("zetel.knop_beheer"), "ztb"),))
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, naar_menu(toon)))


def overzicht(toon: Toon, zetels: list[dict[str, Any]]) -> list[Veilig]:
    """Say who sits where: a paragraph per organ, a line per geleding."""
    t, delen = toon.t, []
    for orgaan, hier in groupby(zetels, lambda een: een["orgaan"]):
        regels = [t.tekst(f"zetel.orgaan.{orgaan}")]
        for van, zij in groupby(hier, lambda een: een["van"]):
            wie = [wie_zit(toon, een) for een in zij]
            regels.append(t.tekst("zetel.regel", van=van_wie(toon, van), wie=t.reeks(wie)))
        delen.append(Veilig("\n".join(regels)))
    return delen


def bezetting(toon: Toon, organen: list[list[Any]]) -> list[Veilig]:
    """Say of the presidium and the campagneteam how many seats are taken, a line each."""
    return [toon.t.tekst(f"zetel.bezetting.{orgaan}", bezet=bezet, totaal=totaal) for orgaan, bezet, totaal in organen]


def wie_zit(toon: Toon, een: dict[str, Any]) -> str:
    """Say in a word who sits on a seat: the name that was given for this, else that it is taken or vacant."""
    return een["naam"] or toon.t.plat("zetel.bezet" if een["bezet"] else "zetel.vacant")


@bericht("zetel.kop")
def kop(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Name a seat and who sits there."""
    t = toon.t
    regels = [t.tekst("zetel.titel", zetel=zetelnaam(toon, data))]
    if not data["bezet"]:
        regels.append(t.tekst("zetel.is_vacant"))
    elif data["naam"]:
        regels.append(t.tekst("zetel.hier_zit", naam=data["naam"], dag=toon.dag(data["sinds"])))
    else:
        regels.append(t.tekst("zetel.hier_zit_iemand", dag=toon.dag(data["sinds"])))
    return Bericht(Veilig("\n\n".join(regels)))


@bericht("zetel.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a seat, with what its person or the organisator can do."""
    t, id_, tekst = toon.t, data["id"], kop(toon, data).tekst
    rijen: list[tuple[Knop, ...]] = []
    if data["eigen"]:
        naam = data["naam"]
        zin = t.tekst("zetel.eigen_naam", naam=naam) if naam else t.tekst("zetel.eigen")
        tekst = Veilig(f"{tekst}\n\n{zin}")
        rijen.append((Knop(t.plat("zetel.knop_andere_naam" if naam else "zetel.knop_naam"), f"ztnaam:{id_}"),))
        rijen += [(Knop(t.plat("zetel.knop_zonder_naam"), f"ztz:{id_}"),)] if naam else []
        rijen.append((Knop(t.plat("zetel.knop_stop"), f"ztx:{id_}"),))
    if data["vacature"]:
        rijen.append((Knop(t.plat("zetel.knop_vacature"), f"vc:{data['vacature']}"),))
    elif data["beheer"] and not data["bezet"]:
        rijen.append((Knop(t.plat("zetel.knop_zoek"), f"vcn:{id_}"),))
    if data["beheer"] and data["bezet"]:
        rijen.append((Knop(t.plat("zetel.knop_vrij"), f"ztvrij:{id_}"),))
    return Bericht(tekst, (*rijen, _terug(toon)))


@bericht("zetel.beheer")
def beheer(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the organisator a page of seats, a button each, and the one to set up more."""
    t = toon.t
    rijen: list[tuple[Knop, ...]] = []
    for een_ in data["zetels"]:
        staat = t.plat("zetel.zoekt") if een_["vacature"] else wie_zit(toon, een_)
        rijen.append((Knop(inkorten(f"{zetelnaam(toon, een_)}: {staat}"), f"zt:{een_['id']}"),))
    rijen += bladerknoppen(toon, data, "ztb")
    return Bericht(t.tekst("zetel.beheer"), (*rijen, (Knop(t.plat("zetel.knop_instellen"), "ztn"),), _terug(toon)))


@bericht("zetel.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to leave a seat."""
    t = toon.t
    ja, nee = Knop(t.plat("zetel.knop_stop_ja"), f"ztx:{data['id']}:ja"), Knop(t.plat("knop.terug"), f"zt:{data['id']}")
    return Bericht(t.tekst("zetel.zeker", zetel=zetelnaam(toon, data)), ((ja,), (nee,)))


@bericht("zetel.vrij")
def vrij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell an organisator that a seat came free."""
    return Bericht(toon.t.tekst("zetel.kwam_vrij", zetel=zetelnaam(toon, data)), _bekijk(toon, f"zt:{data['id']}"))


@bericht("zetel.kwijt")
def kwijt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who sat there that two of the team freed the seat."""
    return Bericht(toon.met_hulp(toon.t.tekst("zetel.kwijt", zetel=zetelnaam(toon, data))), (_terug(toon),))


@bericht("vacature.een")
def vacature(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is asked, with the button to be a candidate; to the organisator who is one."""
    t, id_ = toon.t, data["id"]
    delen, rijen, ik = [gevraagd(toon, data)], [], data["ik"]
    if data["staat"] == "loting":
        eigen = ik and t.tekst("vacature.eigen_nummer", nummer=ik["id"])
        delen += [
            _tussen(toon, data["loting"]["nummers"]),
            t.tekst("vacature.loting_uitleg"),
            *([eigen] if eigen else []),
        ]
        rijen += [(Knop(t.plat("vacature.knop_nee"), f"vcnee:{id_}"),)] if ik else []
    elif data["staat"] != "open":
        delen.append(t.tekst("vacature.voorbij"))
        delen += [_getrokken(toon, data["loting"])] if data["loting"] else []
    elif ik:
        delen.append(t.tekst("vacature.ik", nummer=ik["id"], wie=_wie(toon, ik)))
        rijen.append((Knop(t.plat("zetel.knop_andere_naam" if ik["naam"] else "zetel.knop_naam"), f"vcnaam:{id_}"),))
        rijen.append((Knop(t.plat("vacature.knop_nee"), f"vcnee:{id_}"),))
    elif data["nee"]:
        delen += [] if data["beheer"] else [t.tekst(f"geweigerd.vacature.{data['nee']}")]
    else:
        delen.append(t.tekst("vacature.bewaren"))
        rijen.append((Knop(t.plat("vacature.knop_ja"), f"vcja:{id_}"),))
    if data.get("stemming"):
        delen.append(t.tekst("vacature.stemming_hier"))
        rijen += [(Knop(t.plat("vacature.knop_stemming"), f"p:{data['stemming']}"),)] if data["beheer"] else []
    if data["beheer"] and data["staat"] == "open":
        delen += [t.tekst("vacature.voor_team"), _kandidaten(toon, data["kandidaten"])]
        if len(data["kandidaten"]) == 1:
            rijen.append((Knop(t.plat("vacature.knop_benoem"), f"vcb:{id_}"),))
        elif data["kandidaten"]:
            hoe, naar = ("loten", "vcl") if data["wijze"] == "loting" else ("gekozen", "vcg")
            rijen.append((Knop(t.plat(f"vacature.knop_{hoe}"), f"{naar}:{id_}"),))
        rijen.append((Knop(t.plat("vacature.knop_sluit"), f"vcx:{id_}"),))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, _terug(toon)))


def gevraagd(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what is asked for a seat, as it was written, and how one of several is chosen."""
    t = toon.t
    delen = [t.tekst("vacature.kop", zetel=zetelnaam(toon, data)), t.tekst("wiedoetwat.tekst", tekst=data["tekst"])]
    delen += toon.geschreven_in(data.get("taal"))
    if data["profiel"]:
        regels = [t.tekst("vacature.punt", wat=t.plat(f"vacature.profiel.{wat}")) for wat in data["profiel"]]
        delen.append(Veilig("\n".join([t.tekst("vacature.past"), *regels])))
    return Veilig("\n\n".join([*delen, t.tekst(f"vacature.hoe.{data['wijze']}")]))


@bericht("vacature.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will read it."""
    tekst = Veilig(f"{toon.t.tekst('formulier.voorbeeld')}\n\n{gevraagd(toon, data)}")
    return bevestigen(toon, tekst, klaar=toon.t.plat("vacature.knop_plaats"))


@bericht("vacature.zeker")
def vacature_zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to name somebody, or to withdraw it."""
    t, id_ = toon.t, data["id"]
    letter = {"benoem": "vcb", "sluit": "vcx", "loten": "vcl"}[data["daad"]]
    ja = Knop(t.plat(f"vacature.knop_{data['daad']}_ja"), f"{letter}:{id_}:ja")
    nee = Knop(t.plat("knop.terug"), f"vc:{id_}")
    velden = {"zetel": zetelnaam(toon, data), "wie": _wie(toon, data)}
    return Bericht(t.tekst(f"vacature.zeker_{data['daad']}", **velden), ((ja,), (nee,)))


@bericht("vacature.kandidaat")
def kandidaat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell an organisator that there is a candidate."""
    return Bericht(toon.t.tekst("vacature.kandidaat", zetel=zetelnaam(toon, data)), _bekijk(toon, f"vc:{data['id']}"))


@bericht("vacature.afloop")
def afloop(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a candidate how it ended."""
    t = toon.t
    tekst = t.tekst(f"vacature.afloop.{data['afloop']}", zetel=zetelnaam(toon, data))
    rijen = [(Knop(t.plat("zetel.knop_bekijk"), f"zt:{data['zetel']}"),)] if data["afloop"] == "gekregen" else []
    rijen += [(Knop(t.plat("vacature.knop_loting"), f"vc:{data['id']}"),)] if data["loting"] else []
    return Bericht(tekst, (*rijen, _terug(toon)))


@bericht("vacature.geloot")
def geloot(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a candidate that lots will decide, between which numbers, and which is theirs."""
    t = toon.t
    delen = [t.tekst("vacature.geloot", zetel=zetelnaam(toon, data)), _tussen(toon, data["nummers"])]
    delen += [t.tekst("vacature.eigen_nummer", nummer=data["eigen"]), t.tekst("vacature.loting_uitleg")]
    return Bericht(Veilig("\n\n".join(delen)), ((Knop(t.plat("zetel.knop_bekijk"), f"vc:{data['id']}"),), _terug(toon)))


@bericht("vacature.gekozen")
def gekozen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say which numbers were chosen, for who confirms it."""
    hoe = "een" if len(data["nummers"]) == 1 else "gelijk"
    kop = toon.t.tekst(f"vacature.gekozen_{hoe}", zetel=zetelnaam(toon, data))
    delen = [kop, _nummers(toon, data["nummers"])]
    delen += [toon.t.tekst("vacature.stemming_kop", vraag=data["stemming"])] if data.get("stemming") else []
    return Bericht(Veilig("\n\n".join(delen)))


@bericht("vacature.leeg")
def leeg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell an organisator that nobody of the draw can have the seat any more."""
    return Bericht(toon.t.tekst("vacature.leeg", zetel=zetelnaam(toon, data)), _bekijk(toon, f"zt:{data['zetel']}"))


def _knop(toon: Toon, wat: str, een: dict[str, Any], daad: str) -> tuple[Knop, ...]:
    return (Knop(inkorten(toon.t.plat(f"zetel.knop_{wat}", zetel=zetelnaam(toon, een))), daad),)


def _tussen(toon: Toon, nummers: list[str]) -> Veilig:
    return Veilig("\n".join([toon.t.tekst("vacature.tussen"), _nummers(toon, nummers)]))


def _getrokken(toon: Toon, loting: dict[str, Any]) -> Veilig:
    """Say in which order the numbers were drawn, and by which head of the log."""
    t = toon.t
    return Veilig("\n".join([t.tekst("vacature.getrokken", hoofd=loting["hoofd"]), _nummers(toon, loting["nummers"])]))


def _nummers(toon: Toon, nummers: list[str]) -> Veilig:
    regels = [toon.t.tekst("vacature.nummer", plek=plek, nummer=een) for plek, een in enumerate(nummers[:_MEESTE], 1)]
    return Veilig("\n".join([*regels, *_rest(toon, len(nummers) - _MEESTE)]))


def _kandidaten(toon: Toon, alle: list[dict[str, Any]]) -> Veilig:
    t = toon.t
    if not alle:
        return t.tekst("vacature.geen_kandidaten")
    regels = [t.tekst("vacature.een_kandidaat", nummer=een["id"], wie=_wie(toon, een)) for een in alle[:_MEESTE]]
    return Veilig("\n".join([t.tekst("vacature.kandidaten"), *regels, *_rest(toon, len(alle) - _MEESTE)]))


def _rest(toon: Toon, aantal: int) -> list[Veilig]:
    return [toon.t.tekst("vacature.en_nog", aantal=aantal)] if aantal > 0 else []


def _wie(toon: Toon, een: dict[str, Any]) -> str:
    """Say who a candidate is, as far as they told: their name, whom they represent, or nothing."""
    naam = een["naam"] or toon.t.plat("vacature.zonder_naam")
    return toon.t.plat("vacature.namens", naam=naam, namens=een["namens"]) if een["namens"] else naam


def _bekijk(toon: Toon, daad: str) -> tuple[tuple[Knop, ...], ...]:
    return (Knop(toon.t.plat("zetel.knop_bekijk"), daad),), naar_menu(toon)


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.zetels"), "zetels"), *naar_menu(toon))
