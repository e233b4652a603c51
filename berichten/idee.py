"""Ideas of residents: the list, one, bringing one in, what the team does with it, and what became of it."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam
from bot.rules.kleine_cellen import KLEINSTE

_KORT = 300
"""So much of each stands in a list: three of them and what goes with them fit in one message."""


@bericht("idee.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of ideas, with a button each, and the way to bring one in."""
    t, plat = toon.t, toon.t.plat
    delen = [t.tekst("idee.lijst" if data["ideeen"] else "idee.leeg")]
    delen += [_regel(toon, een) for een in data["ideeen"]]
    delen += [t.tekst("idee.van_u_wacht", aantal=n)] if (n := len(data["eigen"])) else []
    eigen = [(Knop(inkorten(een["tekst"], 40), f"idee:{een['id']}"),) for een in (*data["ideeen"], *data["eigen"])]
    nieuwste, meeste = Knop(plat("idee.knop_nieuwste"), "ideeen"), Knop(plat("idee.knop_meeste"), "ideesteun")
    ander, naar = (meeste, "ideeen") if data["volgorde"] == "nieuw" else (nieuwste, "ideesteun")
    onder = [Knop(plat("idee.knop_nieuw"), "ideemaak")] if data["bewoner"] else []
    onder += [Knop(plat("idee.knop_namens"), "ideenamens")] if data["staf"] else []
    onder += [ander] if len(data["ideeen"]) > 1 else []
    wacht = [(Knop(plat("idee.knop_wacht", aantal=n), "ideewacht"),)] if (n := data["wacht"]) else []
    rijen = (*eigen, *bladerknoppen(toon, data, naar), *wacht, *twee_aan_twee(onder), naar_menu(toon))
    return Bericht(_samen(delen), rijen)


@bericht("idee.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one, with what can be done."""
    t, kan, id_ = toon.t, data["kan"], data["id"]
    delen = [idee(toon, data)]
    if data["eigen"]:
        delen.append(t.tekst("idee.eigen_wacht" if data["staat"] == "wacht" else "idee.eigen_open"))
    delen += [t.tekst("idee.u_steunt" if data["steunt"] else "idee.steun_uitleg")] if kan["steun"] else []
    knoppen = []
    if kan["steun"]:
        wel, niet = t.plat("idee.knop_steun"), t.plat("idee.knop_steun_terug")
        knoppen.append(Knop(niet, f"ideenee:{id_}") if data["steunt"] else Knop(wel, f"ideeja:{id_}"))
    knoppen += _beeld(toon, data)
    knoppen += [
        Knop(t.plat(f"idee.knop_{wat}"), f"{tik}:{id_}")
        for wat, tik in (("pak_op", "ideeop"), ("afloop", "ideeaf"), ("weiger", "ideeniet"), ("weg", "ideeweg"))
        if kan[wat]
    ]
    return Bericht(_samen(delen), (*twee_aan_twee(knoppen), _terug(toon)))


@bericht("idee.foto")
def foto(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show its photo."""
    tekst = toon.t.tekst("idee.foto", tekst=inkorten(data["tekst"], _KORT))
    media = Bijlage("file_id", "foto.jpg", {"file_id": data["file_id"]}, voor_velen=True)
    return Bericht(tekst, (_naar(toon, data),), media=media)


@bericht("idee.kaart")
def kaart(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show where it is on the map."""
    noord, oost = map(int, data["punt"].split(","))
    plek = {"latitude": noord / 1e6, "longitude": oost / 1e6}
    tekst = toon.t.tekst("idee.kaart", tekst=inkorten(data["tekst"], _KORT))
    return Bericht(tekst, bijlagen=(Bijlage("plek", "", plek),))


@bericht("idee.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what goes to the team, and what can be added."""
    t = toon.t
    delen = [t.tekst("formulier.voorbeeld"), t.tekst("idee.een", tekst=data["tekst"])]
    delen += [t.tekst("idee.waar", plek=data["plek"])] if data["plek"] else []
    delen += [t.tekst(f"idee.met_{wat}") for wat in ("kaart", "foto") if data[wat]]
    delen.append(t.tekst("idee.wat_dan"))
    er_is = {"plek": data["plek"] or data["kaart"], "foto": data["foto"]}
    extra = [(wat, ("✓ " if er else "") + t.plat(f"idee.knop_{wat}_erbij")) for wat, er in er_is.items()]
    return bevestigen(toon, _samen(delen), extra, klaar=t.plat("idee.knop_stuur"))


@bericht("idee.ontvangen")
def ontvangen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank for it."""
    t = toon.t
    naar = (Knop(t.plat("knop.ideeen"), "ideeen"), *naar_menu(toon))
    return Bericht(_samen([t.tekst("idee.een", tekst=data["tekst"]), t.tekst("idee.ontvangen")]), (naar,))


@bericht("idee.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to take it back."""
    t = toon.t
    ja = (Knop(t.plat("idee.knop_weg_ja"), f"ideeweg:{data['id']}:ja"),)
    return Bericht(
        _samen([t.tekst("idee.een", tekst=data["tekst"]), t.tekst("idee.zeker")]), (ja, (_naar(toon, data)[0],))
    )


@bericht("idee.wacht")
def wacht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the team that one waits."""
    lees = (Knop(toon.t.plat("idee.knop_lees"), "ideewacht"),)
    return Bericht(toon.t.tekst("idee.wacht"), (lees, naar_menu(toon)))


@bericht("idee.wachtrij")
def wachtrij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one that waits to who may let it through."""
    t, wachtend = toon.t, data["een"]
    if wachtend is None:
        return Bericht(t.tekst("idee.niets_wacht"), (_terug(toon),))
    delen = [t.tekst("idee.wachten", aantal=data["aantal"]), idee(toon, wachtend), t.tekst("idee.wat_doet_u")]
    doet = [("door", "ideedoor"), ("niet", "ideeniet"), *([("samen", "ideesamen")] if data["samen"] else [])]
    if wachtend["foto"] or wachtend["kaart"] or wachtend["plek"]:
        doet.insert(1, ("zonder", "ideezonder"))
    knoppen = [Knop(t.plat(f"idee.knop_{wat}"), f"{tik}:{wachtend['id']}") for wat, tik in doet]
    rijen = twee_aan_twee([*knoppen, *_beeld(toon, wachtend)])
    return Bericht(_samen(delen), (*rijen, *bladerknoppen(toon, data, "ideewacht"), _terug(toon)))


@bericht("idee.stap")
def stap(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who brought it in what became of it."""
    t, staat = toon.t, data["staat"]
    delen = [t.tekst("idee.van_u", tekst=data["tekst"]), t.tekst(f"idee.stap_{staat}", **_velden(toon, data))]
    if staat == "geweigerd":
        delen.append(t.tekst(f"idee.reden_{data['waarom']}") if data["waarom"] else _reden(toon, data))
        delen.append(t.tekst("idee.dank"))
        return Bericht(_samen(delen), (_terug(toon),))
    delen += [t.tekst("idee.ander", tekst=data["ander"])] if staat == "samen" else []
    delen += [_reden(toon, data)] if data["reden"] else []
    return Bericht(_samen(delen), (_naar(toon, data),))


@bericht("idee.nieuws")
def nieuws(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who supports it what became of it."""
    return Bericht(_nieuws(toon, data), (_naar(toon, data),))


@bericht("idee_op.voorbeeld")
@bericht("idee_af.voorbeeld")
def voorbeeld_nieuws(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what those who support it will read."""
    return bevestigen(toon, _samen([toon.t.tekst("formulier.voorbeeld"), _nieuws(toon, data["een"])]))


def idee(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say an idea in full: what, where, how it stands, how many support it, and what the team said."""
    t = toon.t
    delen = [t.tekst("idee.een", tekst=data["tekst"])]
    delen += toon.geschreven_in(data["taal"])
    delen += [t.tekst("idee.waar", plek=data["plek"])] if data["plek"] else []
    delen.append(_stand(toon, data))
    delen += [_reden(toon, data)] if data["reden"] else []
    return _samen(delen)


def _nieuws(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    delen = [t.tekst("idee.dat_u_steunt", tekst=data["tekst"])]
    delen.append(t.tekst(f"idee.stap_{data['staat']}", **_velden(toon, data)))
    delen += [_reden(toon, data)] if data["reden"] else []
    return _samen(delen)


def _regel(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    return Veilig("\n".join([t.tekst("idee.een", tekst=inkorten(data["tekst"], _KORT)), _stand(toon, data)]))


def _stand(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    delen = [t.tekst("idee.stand", staat=t.plat(f"idee.staat.{data['staat']}"))]
    delen += [t.tekst("idee.groep", groep=werkgroepnaam(t, data["groep"]))] if data["groep"] else []
    if data["staat"] != "wacht":
        steun = data["steun"]
        delen.append(t.tekst("idee.steun", aantal=steun) if steun else t.tekst("idee.steun_weinig", vanaf=KLEINSTE))
    return Veilig(" ".join(delen))


def _velden(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    """Return what the sentence of a step fills in."""
    if data["staat"] == "opgepakt":
        return {"groep": werkgroepnaam(toon.t, data["groep"])}
    return {"aantal": data["steun"]} if data["staat"] == "gesteund" else {}


def _reden(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("idee.reden", reden=data["reden"])


def _beeld(toon: Toon, data: dict[str, Any]) -> list[Knop]:
    foto = [Knop(toon.t.plat("idee.knop_foto"), f"ideefoto:{data['id']}")] if data["foto"] else []
    return foto + ([Knop(toon.t.plat("idee.knop_kaart"), f"ideekaart:{data['id']}")] if data["kaart"] else [])


def _naar(toon: Toon, data: dict[str, Any]) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("idee.knop_bekijk"), f"idee:{data['id']}"), *naar_menu(toon))


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.ideeen"), "ideeen"), *naar_menu(toon))


def _samen(delen: list[Veilig]) -> Veilig:
    return Veilig("\n\n".join(delen))
