"""Asking to be visited or called: the button under what asks something, the resident's side, and that of who helps."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, aaneen, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.menu import naar_menu, rol_naam


def hulpknop(toon: Toon, over: str, onderwerp: str = "") -> tuple[Knop, ...]:
    """Return the row with the button under what asks something of a resident.

    Args:
        over: `peiling`, `bijeenkomst`, `uitzending` or `kennismaking`.
        onderwerp: its publiek_id; a kennismaking has none.
    """
    return (Knop(toon.t.plat("knop.komlangs"), f"hv:{over}:{onderwerp}"),)


@bericht("hulpvraag.wat")
def wat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask what they want, or say that they have asked enough; what they asked has a button each."""
    t, welk = toon.t, f"{data['over']}:{data['onderwerp']}"
    al = [(Knop(t.plat(f"hulpvraag.knop_al_{vraag['wijze']}"), f"hvm:{vraag['id']}"),) for vraag in data["al"]]
    niet = Knop(t.plat("knop.terug"), "hvt")
    if data["vol"]:
        return Bericht(toon.met_hulp(t.tekst("hulpvraag.vol")), (*al, (niet,)))
    langs, bel = Knop(t.plat("hulpvraag.knop_langs"), f"hvl:{welk}"), Knop(t.plat("hulpvraag.knop_bel"), f"hvb:{welk}")
    return Bericht(t.tekst("hulpvraag.wat"), ((langs,), (bel,), *al, (niet,)))


@bericht("hulpvraag.nummer")
def nummer(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the number to call; what is no number is said kindly."""
    t, fout = toon.t, data["fout"]
    terug = Knop(t.plat("knop.terug"), f"hvw:{data['over']}:{data['onderwerp']}")
    tekst = t.tekst(f"hulpvraag.fout_{fout}") if fout else t.tekst("hulpvraag.nummer")
    return Bericht(tekst, ((terug, Knop(t.plat("knop.stop"), "hvt")),))


@bericht("hulpvraag.niet")
def niet(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Nothing was asked."""
    return Bericht(toon.t.tekst("hulpvraag.niet"), (naar_menu(toon),))


@bericht("hulpvraag.eigen")
def eigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is asked, and who will do it."""
    t, door = toon.t, data["door"]
    tekst = _doet(toon, data) if door else t.tekst(f"hulpvraag.gevraagd_{data['wijze']}", wie=t.plat(_WIE[data["rol"]]))
    weg = Knop(t.plat("hulpvraag.knop_trek_in"), f"hvi:{data['id']}")
    return Bericht(tekst, ((weg,), naar_menu(toon)))


@bericht("hulpvraag.genomen")
def genomen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the resident who comes or calls."""
    weg = Knop(toon.t.plat("hulpvraag.knop_trek_in"), f"hvi:{data['id']}")
    anders = toon.t.tekst(f"hulpvraag.ander_{data['wijze']}", wie=_wie(toon, data["door"]))
    return Bericht(anders if data.get("anders") else _doet(toon, data), ((weg,), naar_menu(toon)))


@bericht("hulpvraag.terug")
def terug(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the resident that another is sought."""
    t = toon.t
    weg = Knop(t.plat("hulpvraag.knop_trek_in"), f"hvi:{data['id']}")
    return Bericht(t.tekst(f"hulpvraag.terug_{data['wijze']}"), ((weg,), naar_menu(toon)))


@bericht("hulpvraag.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the resident that nobody comes or calls."""
    return Bericht(toon.t.tekst("hulpvraag.ingetrokken"), (naar_menu(toon),))


@bericht("hulpvraag.verlopen")
def verlopen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Apologise to a resident whom nobody answered."""
    return Bericht(toon.met_hulp(toon.t.tekst("hulpvraag.verlopen")), (hulpknop(toon, "vraag"), naar_menu(toon)))


@bericht("hulpvraag.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who helps what is asked."""
    weer = [toon.t.tekst("hulpvraag.weer")] if data["weer"] else []
    return _voor_helper(toon, data, [*weer, toon.t.tekst("hulpvraag.uw_naam")])


@bericht("hulpvraag.wacht")
def wacht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the team that nobody took it."""
    return _voor_helper(toon, data, [toon.t.tekst("hulpvraag.wacht"), toon.t.tekst("hulpvraag.uw_naam")])


@bericht("hulpvraag.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one to who may do it, or who does it."""
    zin = toon.t.tekst("hulpvraag.u_doet_het" if data["eigen"] else "hulpvraag.uw_naam")
    gevraagd = _voor_helper(toon, data, [zin])
    onder = (Knop(toon.t.plat("knop.hulpvragen"), "hulpvragen"), *naar_menu(toon))
    return replace(gevraagd, knoppen=(*gevraagd.knoppen, onder))


@bericht("hulpvraag.door_ander")
def door_ander(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who helps that another does it; who may take it over reads how."""
    t, knoppen = toon.t, [(Knop(toon.t.plat("knop.hulpvragen"), "hulpvragen"), *naar_menu(toon))]
    delen = [_kop(toon, data), t.tekst("hulpvraag.door_ander", wie=_wie(toon, data["door"]))]
    if (keer := data.get("over_keer")) is not None:
        delen.append(t.tekst("hulpvraag.neem_over"))
        knoppen.insert(0, (Knop(t.plat("hulpvraag.knop_neem_over"), f"hvo:{data['id']}:{keer}"),))
    return Bericht(Veilig("\n\n".join(delen)), tuple(knoppen))


@bericht("hulpvraag.overgenomen")
def overgenomen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who would help that another does it now."""
    t = toon.t
    tekst = t.tekst("hulpvraag.overgenomen", wie=_wie(toon, data["door"]))
    terug = (Knop(t.plat("knop.hulpvragen"), "hulpvragen"), *naar_menu(toon))
    return Bericht(Veilig(f"{_kop(toon, data)}\n\n{tekst}"), (terug,))


@bericht("hulpvraag.teruggegeven")
def teruggegeven(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who cannot after all that it is taken care of."""
    t = toon.t
    tekst = t.tekst("hulpvraag.teruggegeven" if data["anderen"] else "hulpvraag.teruggegeven_niemand")
    return Bericht(tekst, ((Knop(t.plat("knop.hulpvragen"), "hulpvragen"), *naar_menu(toon)),))


@bericht("hulpvraag.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Stand where a question stood that is over."""
    tekst = Veilig(f"{_kop(toon, data)}\n\n{toon.t.tekst('hulpvraag.voorbij')}")
    return Bericht(tekst, ((Knop(toon.t.plat("knop.hulpvragen"), "hulpvragen"), *naar_menu(toon)),))


@bericht("hulpvraag.weg")
def weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who helps that it need not be done any more."""
    t = toon.t
    tekst = "\n\n".join([t.tekst("hulpvraag.weg"), _vraag(toon, data)])
    return Bericht(tekst, ((Knop(t.plat("knop.hulpvragen"), "hulpvragen"), *naar_menu(toon)),))


@bericht("hulpvraag.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank who helped; of a visit the conversation can be recorded next, which nothing does by itself."""
    t = toon.t
    lijst = (Knop(t.plat("knop.hulpvragen"), "hulpvragen"), *naar_menu(toon))
    if data["staat"] != "klaar":
        return Bericht(t.tekst("hulpvraag.al_voorbij"), (lijst,))
    if data["wijze"] == "bel":
        return Bericht(t.tekst("hulpvraag.klaar"), (lijst,))
    leg_vast = Knop(t.plat("hulpvraag.knop_leg_vast"), f"dgh:{data['huis']}" if data["huis"] else "deurgesprek")
    return Bericht(Veilig(f"{t.tekst('hulpvraag.klaar')} {t.tekst('hulpvraag.leg_vast')}"), ((leg_vast,), lijst))


@bericht("hulpvraag.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what waits and what is being done, a button each."""
    t, knoppen = toon.t, []
    for vraag in data["vragen"]:
        op = toon.dag(vraag["gevraagd_op"], "MMMd")
        wat = vraag["adres"] or vraag["naam"] or op
        kort = t.plat(f"hulpvraag.kort_{vraag['wijze']}")
        label = f"{'✓ ' if vraag['door'] else ''}{kort} · {wat}"
        knoppen.append((Knop(inkorten(label), f"hvx:{vraag['id']}"),))
    delen = [t.tekst("hulpvraag.lijst" if knoppen else "hulpvraag.lijst_leeg")]
    if data["meer"]:
        delen.append(t.tekst("hulpvraag.lijst_meer"))
    return Bericht("\n\n".join(delen), (*knoppen, naar_menu(toon)))


_WIE = {
    "straatcontact": "hulpvraag.wie.straatcontact",
    "buurtbegeleider": "hulpvraag.wie.buurtbegeleider",
    "organisator": "hulpvraag.wie.organisator",
}


def _doet(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst(f"hulpvraag.doet_{data['wijze']}", wie=_wie(toon, data["door"]))


def _wie(toon: Toon, door: dict[str, Any]) -> str:
    """Name who helps as a resident knows them: by the name that they gave, and always in their role."""
    if not door["naam"]:
        return toon.t.plat(_WIE[door["rol"]])
    return toon.t.plat("hulpvraag.wie.met_naam", naam=door["naam"], rol=rol_naam(toon, door))


def _kop(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    over = t.tekst(f"hulpvraag.over_{data['over']}", titel=data["titel"])
    return Veilig("\n".join([t.tekst(f"hulpvraag.kop_{data['wijze']}"), over]))


def _vraag(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what is asked, by whom as far as they gave it, and about what."""
    t = toon.t
    zijn_er = [veld for veld in ("adres", "nummer", "naam") if data[veld]]
    regels = [t.tekst(f"hulpvraag.regel.{veld}", waarde=aaneen(data[veld])) for veld in zijn_er]
    return Veilig("\n".join([_kop(toon, data), *regels]))


def _voor_helper(toon: Toon, data: dict[str, Any], zinnen: list[Veilig]) -> Bericht:
    t = toon.t
    neem = Knop(t.plat("hulpvraag.knop_neem"), f"hvn:{data['id']}")
    terug = Knop(t.plat("hulpvraag.knop_terug"), f"hvg:{data['id']}")
    knoppen = (terug if data["door"] else neem, Knop(t.plat("hulpvraag.knop_klaar"), f"hvk:{data['id']}"))
    return Bericht("\n\n".join([_vraag(toon, data), *zinnen]), (knoppen,))
