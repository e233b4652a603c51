"""What a heat solution means for a home: the card on four levels, two beside each other, and whether it is clear."""

from typing import Any

from berichten.bedragen import bereik
from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.cel import hoeveel
from berichten.formulier import bevestigen
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from bot.rules.kleine_cellen import Cel
from bot.rules.warmtekaarten import ANTWOORDEN, KOSTEN, LAGEN, Laag


@bericht("warmtekaart.soorten")
def soorten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the type of home."""
    t = toon.t
    sleutel = "warmtekaart.ander_huis" if data["bekend"] else "warmtekaart.welk_huis"
    knoppen = [Knop(inkorten(naam), f"wkl:{id_}") for id_, naam in data["soorten"]]
    return Bericht(t.tekst(sleutel), (*twee_aan_twee(knoppen), *_beheer(toon, data), naar_menu(toon)))


@bericht("warmtekaart.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show which solutions there are for a type of home, with what stands out of each."""
    t, alle = toon.t, data["kaarten"]
    delen = [t.tekst("warmtekaart.lijst", woning=_voor(toon, data["woningtype"]))] if alle else []
    for een in alle:
        regels = [Veilig(f"<b>{t.tekst('warmtekaart.naam', naam=een['oplossing'])}</b>"), gas(toon, een["inhoud"])]
        delen.append(Veilig("\n".join([*regels, *(_kosten(toon, een["inhoud"], soort) for soort in KOSTEN)])))
    rijen = [(Knop(inkorten(een["oplossing"]), f"wk:{een['id']}"),) for een in alle]
    ook = [Knop(t.plat("warmtekaart.knop_vergelijk"), f"wkv:{alle[0]['id']}")] if len(alle) > 1 else []
    ook += [Knop(t.plat("warmtekaart.knop_ander_huis"), "wkh")] if data["anders"] else []
    tekst = Veilig("\n\n".join(delen or [t.tekst("warmtekaart.geen")]))
    return Bericht(tekst, (*rijen, *twee_aan_twee(ook), *_beheer(toon, data), naar_menu(toon)))


@bericht("warmtekaart")
def kaart(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one level of a card, ask whether it is clear, and lead to the other levels."""
    t, welk = toon.t, data["id"]
    delen = [kop(toon, data), _laag(toon, data["inhoud"], data["laag"]), *_versie(toon, data)]
    rijen: list[tuple[Knop, ...]] = []
    if data["mag_zeggen"]:
        delen.append(t.tekst("warmtekaart.begrijpt"))
        zeggen = [Knop(t.plat(f"warmtekaart.knop_{wat}"), f"wka:{welk}:{wat}") for wat in ANTWOORDEN]
        rijen += twee_aan_twee(zeggen)
    if data["standen"] is not None:
        delen.append(begrepen(toon, data["standen"]))
    andere = [laag for laag in _met_inhoud(data["inhoud"]) if laag != data["laag"]]
    lagen = [Knop(t.plat(f"warmtekaart.laag.{laag}"), f"wk:{welk}:{laag}") for laag in andere]
    ook = [Knop(t.plat("warmtekaart.knop_vergelijk"), f"wkv:{welk}")] if data["anderen"] else []
    rijen += twee_aan_twee([*lagen, *ook])
    if data["beheer"]:
        weg = Knop(t.plat("warmtekaart.knop_weg"), f"wkx:{welk}")
        rijen += twee_aan_twee([Knop(t.plat("warmtekaart.knop_pas_aan"), f"wkn:{welk}"), weg])
    terug = Knop(t.plat("knop.terug"), f"wkl:{welk}" if data["woningtype"] else "warmtekaarten")
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, (terug, *naar_menu(toon))))


@bericht("warmtekaart.waarmee")
def waarmee(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask with which solution to compare."""
    t, welk = toon.t, data["id"]
    rijen = [(Knop(inkorten(naam), f"wkv:{welk}:{id_}"),) for id_, naam in data["keuzes"]]
    tekst = t.tekst("warmtekaart.waarmee", naam=data["oplossing"])
    return Bericht(tekst, (*rijen, (Knop(t.plat("knop.terug"), f"wk:{welk}"), *naar_menu(toon))))


@bericht("warmtekaart.naast")
def naast(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Set two solutions beside each other on one level: per aspect a line each."""
    t, (een, ander), laag = toon.t, data["kaarten"], data["laag"]
    namen = [een["oplossing"], ander["oplossing"]]
    kop_ = t.tekst("warmtekaart.naast", een=namen[0], ander=namen[1], laag=t.plat(f"warmtekaart.laag.{laag}"))
    delen = [Veilig("\n".join([kop_, _voor_beide(toon, een["woningtype"], ander["woningtype"])]))]
    if laag == "mij":
        delen.append(_naast(toon, t.plat("warmtekaart.gas"), namen, [gas(toon, k["inhoud"]) for k in (een, ander)]))
    for aspect in LAGEN[_als_laag(laag)]:
        waarden = [_waarde(toon, k["inhoud"], aspect) for k in (een, ander)]
        if any(waarden):
            delen.append(_naast(toon, t.plat(f"warmtekaart.aspect.{aspect}"), namen, waarden))
    if laag == "mij":
        bronnen = [Veilig(f"{t.tekst('warmtekaart.naam', naam=k['oplossing'])}:\n{bron(toon, k['inhoud'])}")
                   for k in (een, ander)]  # fmt: skip
        delen.append(Veilig("\n".join(bronnen)))
    if len(delen) == 1:
        delen.append(t.tekst("warmtekaart.niets_bekend"))
    welk = f"{een['id']}:{ander['id']}"
    andere = [naam for naam in _met_inhoud(een["inhoud"], ander["inhoud"]) if naam != laag]
    lagen = [Knop(t.plat(f"warmtekaart.laag.{naam}"), f"wkv:{welk}:{naam}") for naam in andere]
    lezen = [Knop(inkorten(k["oplossing"]), f"wk:{k['id']}:{laag}") for k in (een, ander)]
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee([*lagen, *lezen]), naar_menu(toon)))


@bericht("warmtekaart.vragen")
def vragen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank who does not understand all of it, and say how to ask."""
    tekst = toon.met_hulp(toon.t.tekst(f"warmtekaart.na_{data['antwoord']}"))
    terug = Knop(toon.t.plat("knop.terug"), f"wk:{data['id']}")
    return Bericht(tekst, (hulpknop(toon, "vraag"), (terug, *naar_menu(toon))))


@bericht("warmtekaart.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show all of a card before a second person is asked."""
    tekst = Veilig("\n\n".join([toon.t.tekst("onderbouwing.voorbeeld"), heel(toon, data["kaart"])]))
    anders = Knop(toon.t.plat("formulier.knop_anders"), "fanders")
    return bevestigen(toon, tekst, klaar=toon.t.plat("onderbouwing.knop_vraag"), verder=[anders])


@bericht("warmtekaart.lezen")
def lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show all of a card to a second person."""
    return Bericht(heel(toon, data))


@bericht("warmtekaart.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to take a card away."""
    tekst = Veilig(f"{toon.t.tekst('warmtekaart.zeker')}\n\n{kop(toon, data)}")
    ja = Knop(toon.t.plat("aanbod.knop_weg_ja"), f"wkx:{data['id']}:ja")
    return Bericht(tekst, ((ja,), (Knop(toon.t.plat("knop.terug"), f"wk:{data['id']}"),)))


@bericht("warmtekaart.bestand")
def bestand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for a file of cards."""
    return Bericht(toon.t.tekst("warmtekaart.bestand"), ((Knop(toon.t.plat("knop.stop"), "wkstop"),),))


@bericht("warmtekaart.niets_nieuws")
def niets_nieuws(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that all of it was there already."""
    knop = Knop(toon.t.plat("knop.warmtekaarten"), "warmtekaarten")
    return Bericht(toon.t.tekst("warmtekaart.niets_nieuws"), ((knop,), naar_menu(toon)))


def heel(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Return all that a card says."""
    return Veilig("\n\n".join([kop(toon, data), *(_laag(toon, data["inhoud"], laag) for laag in LAGEN)]))


def kop(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Return what it is about: the solution, the type of home, and whether and when the gas ends."""
    voor = _voor(toon, data["woningtype"])
    return Veilig(
        "\n".join([toon.t.tekst("warmtekaart.kop", naam=data["oplossing"], woning=voor), gas(toon, data["inhoud"])])
    )


def gas(toon: Toon, inhoud: dict[str, Any]) -> Veilig:
    """Say plainly whether and when the gas ends."""
    return toon.t.tekst(f"warmtekaart.gas_{inhoud['gas']}", wanneer=inhoud["gas_wanneer"])


def bron(toon: Toon, inhoud: dict[str, Any]) -> Veilig:
    """Say where the costs come from: once where both come from the same."""
    t = toon.t
    gezegd = []
    for soort in KOSTEN:
        van = inhoud[soort]
        velden = {"bron": van["bron"], "dag": toon.dag(van["dag"])}
        regel = t.tekst("warmtekaart.bron_link" if van["link"] else "warmtekaart.bron", link=van["link"], **velden)
        if regel not in gezegd:
            gezegd.append(regel)
    return Veilig("\n".join(gezegd))


def in_lagen(toon: Toon, data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a card says per level, each as (aspect, text) without markup; not the costs."""
    t, inhoud = toon.t, data["inhoud"]
    return [
        {"naam": t.plat(f"warmtekaart.laag.{laag}"), "regels": regels}
        for laag, aspecten in LAGEN.items()
        if (regels := [
            (t.plat(f"warmtekaart.aspect.{aspect}"), inhoud[aspect])
            for aspect in aspecten
            if aspect not in KOSTEN and inhoud[aspect]
        ])
    ]  # fmt: skip


def bronnen(data: dict[str, Any]) -> list[dict[str, str]]:
    """Return where the costs of a card come from, each source once."""
    alle = [{naam: data["inhoud"][soort][naam] for naam in ("bron", "dag", "link")} for soort in KOSTEN]
    return alle[:1] if alle[0] == alle[1] else alle


def kosten(toon: Toon, inhoud: dict[str, Any], soort: str) -> str:
    """Return a range as people read it."""
    return bereik(toon, inhoud[soort]["van"], inhoud[soort]["tot"])


def begrepen(toon: Toon, standen: list[dict[str, Any]]) -> Veilig:
    """Say to staff how well people understand a card, in round numbers and over time."""
    t = toon.t
    if not standen:
        return t.tekst("warmtekaart.nog_weinig")
    return Veilig("\n".join([t.tekst("warmtekaart.verloop"), *(begrepen_op(toon, een) for een in standen)]))


def begrepen_op(toon: Toon, stand: dict[str, Any]) -> Veilig:
    """Say how many understood it by a day."""
    delen = {wat: _deel(toon, cel) for wat, cel in zip(ANTWOORDEN, stand["delen"], strict=True)}
    return toon.t.tekst("warmtekaart.stand", dag=toon.dag(stand["op"]), aantal=stand["stemmen"], **delen)


def _deel(toon: Toon, cel: Cel) -> str:
    return toon.t.procent(cel) if isinstance(cel, int) else hoeveel(toon, cel)


def _laag(toon: Toon, inhoud: dict[str, Any], laag: Laag) -> Veilig:
    t = toon.t
    regels = [t.tekst("warmtekaart.laag_kop", laag=t.plat(f"warmtekaart.laag.{laag}"))]
    for aspect in LAGEN[laag]:
        if aspect in KOSTEN:
            regels.append(_kosten(toon, inhoud, aspect))
        elif inhoud[aspect]:
            naam = t.plat(f"warmtekaart.aspect.{aspect}")
            regels.append(t.tekst("warmtekaart.regel", naam=naam, tekst=inhoud[aspect]))
    if laag == "mij":
        regels.append(bron(toon, inhoud))
    if len(regels) == 1:
        regels.append(t.tekst("warmtekaart.niets_bekend"))
    return Veilig("\n".join(regels))


def _kosten(toon: Toon, inhoud: dict[str, Any], soort: str) -> Veilig:
    t = toon.t
    return t.tekst("warmtekaart.regel", naam=t.plat(f"warmtekaart.aspect.{soort}"), tekst=kosten(toon, inhoud, soort))


def _waarde(toon: Toon, inhoud: dict[str, Any], aspect: str) -> str:
    return kosten(toon, inhoud, aspect) if aspect in KOSTEN else inhoud[aspect]


def _naast(toon: Toon, aspect: str, namen: list[str], waarden: list[Any]) -> Veilig:
    t = toon.t
    regels = [t.tekst("warmtekaart.laag_kop", laag=aspect)]
    for naam, waarde in zip(namen, waarden, strict=True):
        regels.append(t.tekst("warmtekaart.regel", naam=naam, tekst=waarde or t.plat("warmtekaart.onbekend")))
    return Veilig("\n".join(regels))


def _met_inhoud(*inhouden: dict[str, Any]) -> list[Laag]:
    """Return the levels on which any of these cards says something: no button leads to nothing."""
    return [laag for laag, aspecten in LAGEN.items() if any(een[aspect] for een in inhouden for aspect in aspecten)]


def _voor(toon: Toon, woningtype: str) -> str:
    return woningtype or toon.t.plat("warmtekaart.alle_woningen")


def _voor_beide(toon: Toon, een: str, ander: str) -> Veilig:
    if een == ander or not (een and ander):
        return toon.t.tekst("warmtekaart.voor", woning=_voor(toon, een or ander))
    return toon.t.tekst("warmtekaart.voor_twee", een=een, ander=ander)


def _als_laag(tekst: str) -> Laag:
    return next(laag for laag in LAGEN if laag == tekst)


def _versie(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say of which day it is, from the second version on that it was changed."""
    sleutel = "warmtekaart.gewijzigd" if data["versie"] > 1 else "warmtekaart.van_dag"
    return [toon.t.tekst(sleutel, dag=toon.dag(data["op"]), versie=data["versie"])]


def _beheer(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    if not data["beheer"]:
        return []
    t = toon.t
    nieuw = Knop(t.plat("warmtekaart.knop_nieuw"), "wknieuw")
    return twee_aan_twee([nieuw, Knop(t.plat("warmtekaart.knop_bestand"), "wkbestand")])
