"""Mijlpalen: what the gemeenteraad or another body does, when, and how to speak. What came out: `mijlpaaluitslag`."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.mijlpaaluitslag import lees_besluit, uitslag

_OUD_EN_NIEUW = ("titel", "moment", "plaats", "inspreken_op", "inspreken_tot")
"""Of these a change says from what to what; the rest stands below it or on its button."""


@bericht("mijlpaal.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what is coming, each with a button to open it."""
    t = toon.t
    sleutel = "mijlpaal.lijst" if data["mijlpalen"] else "mijlpaal.lijst_leeg"
    delen = [t.tekst(sleutel), *(_kort(toon, een) for een in data["mijlpalen"])]
    open_ = [(Knop(inkorten(een["titel"]), f"ml:{een['id']}"),) for een in data["mijlpalen"]]
    was = [(Knop(t.plat("mijlpaal.knop_geweest"), "mlwas"),)] if data["geweest"] else []
    onder = (Knop(t.plat("knop.wiedoetwat"), "wiedoetwat"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*open_, *bladerknoppen(toon, data, "mijlpalen"), *was, onder))


@bericht("mijlpaal.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one, with what one can do about it; when it is over with what came out."""
    t, plat = toon.t, toon.t.plat
    rijen = list(lees_besluit(toon, data))
    if data["mag_uitslag"]:
        knop = "mijlpaal.knop_verbeter" if data["uitslag"] else "mijlpaal.knop_vul_in"
        rijen.append((Knop(plat(knop), f"mlu:{data['id']}"),))
    if data["herinnert"]:
        rijen.append((Knop(plat("inspreken.knop_uit"), f"mlh:{data['id']}:uit"),))
    boven = [uitslag(toon, data)] if data["uitslag"] else []
    if not boven and not data["komt"]:
        boven.append(t.tekst("mijlpaal.nog_geen_uitslag"))
    if data["herinnert"]:
        boven.append(t.tekst("inspreken.komt"))
    return _vertel(
        toon, data, *boven, beheer=data["mag"], rijen=rijen, spreken=data["herinnert"] is False, bewaar=data["komt"]
    )


@bericht("mijlpaal.ics")
def ics(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give a file for one's own calendar."""
    inhoud = {"begin": data["moment"], "eind": None, "kaart": None, "afgelast": False, "omschrijving": data["uitleg"]}
    velden = {naam: data[naam] for naam in ("id", "titel", "versie", "stempel")}
    bestand = Bijlage("ics", "moment.ics", {**velden, **inhoud, "plaats": data["plaats"] or ""})
    return Bericht(toon.t.tekst("mijlpaal.ics", titel=data["titel"]), bijlagen=(bestand,))


@bericht("mijlpaal.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to withdraw it."""
    ja = Knop(toon.t.plat("mijlpaal.knop_weg_ja"), f"mlx:{data['id']}:ja")
    terug = Knop(toon.t.plat("knop.terug"), f"ml:{data['id']}")
    return Bericht(Veilig(f"{toon.t.tekst('mijlpaal.zeker')}\n\n{_omschrijving(toon, data)}"), ((ja,), (terug,)))


@bericht("mijlpaal.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce one."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.nieuw"), spreken=True)


@bericht("mijlpaal.gewijzigd")
def gewijzigd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell what changed."""
    kop = toon.t.tekst("wijziging.gewijzigd", titel=data["titel"])
    return _vertel(toon, data, kop, *_veranderingen(toon, data), spreken=True)


@bericht("mijlpaal.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell that it was withdrawn."""
    velden = {"titel": data["titel"], "moment": toon.moment(data["moment"])}
    onder = (Knop(toon.t.plat("knop.mijlpalen"), "mijlpalen"), *naar_menu(toon))
    return Bericht(toon.t.tekst("mijlpaal.ingetrokken", **velden), (onder,))


@bericht("mijlpaal.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say it once more, the day before."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.herinnering"))


@bericht("mijlpaal.vandaag")
def vandaag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in a few words that it is today."""
    t = toon.t
    velden = {"titel": data["titel"], "bij": t.plat(f"mijlpaal.bij.{data['bij']}")}
    delen = [t.tekst("mijlpaal.vandaag", **velden, tijd=toon.tijd(data["moment"]))]
    if data.get("plaats"):
        delen.append(t.tekst("mijlpaal.plaats", plaats=data["plaats"]))
    delen.append(t.tekst("mijlpaal.vandaag_straks"))
    meer = Knop(t.plat("mijlpaal.knop_meer"), f"ml:{data['id']}")
    return Bericht(Veilig("\n\n".join(delen)), ((meer, *naar_menu(toon)),))


@bericht("inspreken.herinnering")
def inspreken_herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who wants to speak that it is time to register."""
    delen = [toon.t.tekst("inspreken.herinnering"), _omschrijving(toon, data)]
    uit = (Knop(toon.t.plat("inspreken.knop_uit"), f"mlh:{data['id']}:uit"),)
    link = ((_linkknop(toon.t.plat("mijlpaal.knop_lees"), data["link"]),),) if data["link"] else ()
    return Bericht(Veilig("\n\n".join(delen)), (*link, uit, naar_menu(toon)))


@bericht("mijlpaal.geplaatst")
def geplaatst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is announced."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.geplaatst"), beheer=True)


@bericht("mijlpaal.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will see it, before it is announced."""
    t = toon.t
    delen = [t.tekst("formulier.voorbeeld"), t.tekst("mijlpaal.nieuw"), _omschrijving(toon, data)]
    if data.get("link"):
        delen.append(t.tekst("mijlpaal.link", link=data["link"]))
    extra = [(naam, t.plat(f"mijlpaal.knop_{naam}")) for naam in ("plaats", "inspreken_hoe", "link")]
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra)


@bericht("mijlpaal_wijzigen.voorbeeld")
def voorbeeld_wijzigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as it will be and what changes, with a button for everything that can."""
    t = toon.t
    extra = [(naam, t.plat(f"mijlpaal.knop.{naam}")) for naam in data["extra"]]
    if not data["velden"]:
        tekst = Veilig(f"{_omschrijving(toon, data)}\n\n{t.tekst('wijziging.wat')}")
        return bevestigen(toon, tekst, extra, klaar="", terug=False)
    delen = [t.tekst("formulier.voorbeeld"), *_veranderingen(toon, data), _omschrijving(toon, data)]
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra, klaar=t.plat("knop.doorgeven"), terug=False)


def _vertel(
    toon: Toon,
    data: dict[str, Any],
    *boven: Veilig,
    beheer: bool = False,
    rijen: list[tuple[Knop, ...]] | None = None,
    spreken: bool = False,
    bewaar: bool = False,
) -> Bericht:
    """Return a message about one.

    Args:
        beheer: with what changes it.
        spreken: with the button that asks to be reminded to register for speaking, where one can.
        bewaar: with the file for one's own calendar.
    """
    t, id_ = toon.t, data["id"]
    onder = list(rijen or [])
    if spreken and (data.get("inspreken_tot") or data.get("inspreken_op")):
        onder.append((Knop(t.plat("inspreken.knop_aan"), f"mlh:{id_}:aan"),))
    verder = [_linkknop(t.plat("mijlpaal.knop_lees"), data["link"])] if data["link"] else []
    if bewaar:
        verder.append(Knop(t.plat("mijlpaal.knop_ics"), f"mlics:{id_}"))
    onder += [(knop,) for knop in verder]
    if beheer:
        onder.append((Knop(t.plat("knop.wijzig"), f"mlw:{id_}"), Knop(t.plat("mijlpaal.knop_weg"), f"mlx:{id_}")))
    onder.append((Knop(t.plat("knop.mijlpalen"), "mijlpalen"), *naar_menu(toon)))
    return Bericht(
        Veilig("\n\n".join([*boven, _omschrijving(toon, data), *toon.geschreven_in(data.get("taal"))])), tuple(onder)
    )


def _veranderingen(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what changed: where that is short from what to what; the rest stands below it or on its button."""
    t = toon.t
    gezegd = []
    for naam, oud, nieuw in data["velden"]:
        veld = t.plat(f"mijlpaal.knop.{naam}")
        if naam not in _OUD_EN_NIEUW or not (oud and nieuw):
            gezegd.append(t.tekst("mijlpaal.aangepast", veld=veld))
            continue
        zeg = str if naam in {"titel", "plaats"} else toon.moment
        gezegd.append(t.tekst("wijziging.verandering", veld=veld, oud=zeg(oud), nieuw=zeg(nieuw)))
    return gezegd


def _linkknop(tekst: str, link: str) -> Knop:
    return Knop(tekst, url=link)


def _kort(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what one is, and until when one can register for speaking; its button tells the rest."""
    kop, tot = _kop(toon, data), data.get("inspreken_tot")
    return Veilig(f"{kop}\n{toon.t.tekst('inspreken.kort', moment=toon.moment(tot))}") if tot else kop


def _kop(toon: Toon, data: dict[str, Any]) -> Veilig:
    bij = toon.t.plat(f"mijlpaal.bij.{data['bij']}")
    return toon.t.tekst("mijlpaal.kop", titel=data["titel"], bij=bij, moment=toon.moment(data["moment"]))


def _omschrijving(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    kop = _kop(toon, data)
    if plaats := data.get("plaats"):
        kop = Veilig(f"{kop}\n{t.tekst('mijlpaal.plaats', plaats=plaats)}")
    spreken = [
        *([t.tekst("inspreken.op", moment=toon.moment(op))] if (op := data.get("inspreken_op")) else []),
        *([t.tekst("inspreken.tot", moment=toon.moment(tot))] if (tot := data.get("inspreken_tot")) else []),
        *([t.tekst("inspreken.hoe", hoe=hoe)] if (hoe := data.get("inspreken_hoe")) else []),
    ]
    delen = [kop, t.tekst("mijlpaal.uitleg", uitleg=data["uitleg"])]
    if spreken:
        delen.append(Veilig("\n".join([t.tekst("inspreken.kop"), *spreken])))
    return Veilig("\n\n".join(delen))
