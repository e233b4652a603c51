"""Meetings: announcement, agenda, answers and reminder."""

from dataclasses import replace
from typing import Any

from berichten.agendapunten import agenda as agenda_van
from berichten.agendapunten import agendaregels
from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten, twee_aan_twee, zonder_opmaak
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam
from bot.rules.bijeenkomstsoorten import SOORTEN

_ANTWOORDEN = ("ja", "misschien", "nee")


@bericht("bijeenkomst.agenda")
def agenda(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what is coming, a button each, and under it the parts of the agenda."""
    plat, keuze = toon.t.plat, data["keuze"]
    knoppen = []
    for b in data["bijeenkomsten"]:
        dag = toon.dag(b["begin"], "MMMd")
        knoppen.append((Knop(inkorten(f"{dag} · {b['titel']}"), f"b:{b['id']}"),))
    leeg = "bijeenkomst.agenda_leeg" if keuze == "alles" else "bijeenkomst.agenda_geen"
    delen = [
        Knop(("✓ " if deel == keuze else "") + plat(f"bijeenkomst.deel.{deel}"), f"agenda:{deel}:0")
        for deel in data["filters"]
    ]
    meer = (Knop(plat("knop.vragen"), "vragen"), Knop(plat("verslag.knop_alle"), "vsl"))
    tekst = toon.t.tekst("bijeenkomst.agenda") if knoppen else toon.t.tekst(leeg)
    return Bericht(
        tekst,
        (
            *knoppen,
            *bladerknoppen(toon, data, f"agenda:{keuze}"),
            *twee_aan_twee(delen),
            *((knop,) for knop in meer if data["binnen"]),
            *([(Knop(plat("agendaposter.knop"), "agp"),)] if data["papier"] else []),
            naar_menu(toon),
        ),
    )


@bericht("bijeenkomst.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one meeting, with one's own answer; who runs it sees how many answered what."""
    onder = (Knop(toon.t.plat("knop.agenda"), "agenda"), *naar_menu(toon))
    if data.get("afgelast"):
        return Bericht(afgelast(toon, data), (*meer_knoppen(toon, data), onder))
    delen = [omschrijving(toon, data, uitleg=True)]
    if data.get("vrij") is not None:
        delen.append(_vrij(toon, data["vrij"]))
    if data.get("antwoord"):
        delen.append(_eigen_antwoord(toon, data))
    knoppen = [
        *antwoordknoppen(toon, data),
        *vraagknop(toon, data),
        *_gastenknoppen(toon, data),
        *meer_knoppen(toon, data),
    ]
    knoppen += hulpknoppen(toon, data)
    if data.get("verslag"):
        knoppen.append((Knop(toon.t.plat(f"verslag.knop_{data['verslag']}"), f"vs:{data['id']}"),))
    if "aanmeldingen" in data:
        delen.append(_aanmeldingen(toon, data))
        if data.get("namen"):
            delen.append(_namen(toon, data))
        knoppen += _beheerknoppen(toon, data)
    return Bericht("\n\n".join(delen), (*knoppen, onder), media=foto(data))


@bericht("bijeenkomst.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce a meeting, or a series of them as one."""
    vragen = vraagknop(toon, {**data, "kan_vragen": data["vragen"]})
    knoppen = (*antwoordknoppen(toon, data), *vragen, *meer_knoppen(toon, data), *hulpknoppen(toon, data))
    return Bericht(_aankondiging(toon, data), knoppen, media=foto(data))


@bericht("bijeenkomst.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Remind who comes or hesitates."""
    sleutel = f"bijeenkomst.herinnering_{data.get('wanneer', 'straks')}"
    tekst = toon.t.tekst(sleutel, omschrijving=omschrijving(toon, data))
    knoppen = (*antwoordknoppen(toon, data), *vraagknop(toon, data), *meer_knoppen(toon, data))
    return Bericht(tekst, (*knoppen, *hulpknoppen(toon, data)))


@bericht("bijeenkomst.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a meeting as residents will see it, before it is placed."""
    tekst = Veilig(f"{toon.t.tekst('formulier.voorbeeld')}\n\n{_aankondiging(toon, data)}")
    return replace(bevestigen(toon, tekst, extraknoppen(toon, data)), media=foto(data))


@bericht("bijeenkomst.kaart")
def kaart(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the place on the map of the phone."""
    noord, oost = data["kaart"]
    plek = {"latitude": noord / 1e6, "longitude": oost / 1e6, "title": data["titel"], "address": data["plaats"]}
    return Bericht(toon.t.tekst("bijeenkomst.kaart", titel=data["titel"]), bijlagen=(Bijlage("plek", "", plek),))


@bericht("bijeenkomst.ics")
def ics(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give a file for one's own calendar."""
    soort = toon.t.plat(f"bijeenkomst.soort.{data['soort']}")
    regels = "\n".join([soort, *(zonder_opmaak(regel) for regel in agendaregels(toon, data))])
    bestand = Bijlage("ics", "bijeenkomst.ics", {**data, "omschrijving": regels})
    sleutel = "bijeenkomst.ics_weg" if data["afgelast"] else "bijeenkomst.ics"
    return Bericht(toon.t.tekst(sleutel, titel=data["titel"]), bijlagen=(bestand,))


def omschrijving(toon: Toon, data: dict[str, Any], *, uitleg: bool = False) -> Veilig:
    """Say what a meeting is, when and where, for whom and for how many.

    Args:
        uitleg: also what one does at a meeting of its kind.
    """
    t, brengt = toon.t, SOORTEN[data["soort"]]
    begin = toon.moment(data["begin"])
    if data.get("eind"):
        begin = t.plat("bijeenkomst.van_tot", begin=begin, eind=toon.tijd(data["eind"]))
    soort = t.plat(f"bijeenkomst.soort.{data['soort']}")
    regels = [t.tekst("bijeenkomst.omschrijving", soort=soort, titel=data["titel"], begin=begin, plaats=data["plaats"])]
    voor, naam = data.get("voor") or ("wijk", "")
    naam = werkgroepnaam(t, naam) if voor == "werkgroep" else naam
    if voor != "wijk":
        regels.append(t.tekst(f"bijeenkomst.voor_{voor}", naam=naam))
    if data["vragen"]:
        regels.append(t.tekst("bijeenkomst.vragen"))
    if brengt.online:
        regels.append(_link(toon, data))
    if capaciteit := data.get("capaciteit"):
        regels.append(t.tekst("bijeenkomst.plekken", aantal=capaciteit))
    if gasten := data.get("gasten_max"):
        regels.append(t.tekst("bijeenkomst.gasten", aantal=gasten))
    if uitleg:
        regels.append(Veilig("\n" + t.tekst(f"bijeenkomst.uitleg.{data['soort']}")))
    if brengt.meenemen:
        regels.append(t.tekst(f"bijeenkomst.meenemen.{data['soort']}"))
    regels += agenda_van(toon, data)
    return Veilig("\n".join(regels))


def afgelast(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say that a meeting, or a part of a series, is cancelled, and why."""
    delen = [toon.t.tekst("bijeenkomst.afgelast", titel=data["titel"], plaats=data["plaats"])]
    delen.append(dagen(toon, data.get("reeks") or [data["begin"]]))
    if data.get("reden"):
        delen.append(toon.t.tekst("bijeenkomst.reden", reden=data["reden"]))
    return Veilig("\n\n".join(delen))


def dagen(toon: Toon, momenten: list[str]) -> Veilig:
    """List moments, one on a line."""
    return Veilig("\n".join(toon.t.tekst("bijeenkomst.dag", moment=toon.moment(moment)) for moment in momenten))


def foto(data: dict[str, Any]) -> Bijlage | None:
    """Return the picture of a meeting, which the chat network has."""
    if not data.get("foto"):
        return None
    return Bijlage("file_id", "foto.jpg", {"file_id": data["foto"]}, voor_velen=True)


def meer_knoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the row with what one can take along: a file for the calendar, the place on the map."""
    plat = toon.t.plat
    label = plat("knop.ics_weg") if data.get("afgelast") else plat("knop.ics")
    op_de_kaart = data.get("kaart") and not data.get("afgelast")
    kaartknop = (Knop(plat("knop.kaart"), f"bk:{data['id']}"),) if op_de_kaart else ()
    return [(Knop(label, f"bics:{data['id']}"), *kaartknop)]


def extraknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the questions that nobody has to answer, each with the label of its button, ticked when it is answered."""
    nieuw = "id" not in data  # what is there already was all answered once
    gevuld = {naam for naam in data["extra"] if nieuw and data.get(naam) not in (None, "0")}
    return [
        (naam, ("✓ " if naam in gevuld else "") + toon.t.plat(f"bijeenkomst.knop.{naam}")) for naam in data["extra"]
    ]


def antwoordknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the row of answers, for residents only and until it begins; one's own is ticked."""
    if not data["bewoner"] or data.get("begonnen"):
        return []
    gekozen = data.get("antwoord")
    return [
        tuple(
            Knop(("✓ " if naam == gekozen else "") + toon.t.plat(f"knop.{naam}"), f"ba:{naam}:{data['id']}")
            for naam in _ANTWOORDEN
        )
    ]


def hulpknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the row with which residents ask for a visit or a call."""
    return [hulpknop(toon, "bijeenkomst", data["id"])] if data["bewoner"] else []


def vraagknop(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the row with which a resident asks something, when they can."""
    return [(Knop(toon.t.plat("bijeenkomstvraag.knop"), f"bv:{data['id']}"),)] if data.get("kan_vragen") else []


def _gastenknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    if data.get("antwoord") != "ja" or not data.get("gasten_max") or data.get("begonnen"):
        return []
    plat = toon.t.plat
    met = [plat("bijeenkomst.knop_gasten", aantal=n) for n in range(1, data["gasten_max"] + 1)]
    return [
        tuple(
            Knop(("✓ " if n == data["gasten"] else "") + tekst, f"bg:{n}:{data['id']}")
            for n, tekst in enumerate([plat("bijeenkomst.gasten.0"), *met])
        )
    ]


def _beheerknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    plat, id_ = toon.t.plat, data["id"]
    rijen: list[tuple[Knop, ...]] = []
    if data.get("deur"):
        lijst = (Knop(plat("knop.deurlijst"), f"dl:{id_}"),) if data.get("deurlijst") else ()
        rijen.append((Knop(plat("knop.deur"), f"deur:{id_}"), *lijst))
    if data.get("deurlijst"):
        rijen.append((Knop(plat("knop.op_papier"), f"tl:{id_}"),))
    if data.get("aan_de_deur"):
        rijen.append((Knop(plat("aanmeldhulp.knop_lijst"), f"awl:{id_}"),))
    vragen = data.get("gevraagd")
    gevraagd = () if vragen is None else (Knop(plat("zaalvragen.knop", aantal=vragen), f"zv:{id_}"),)
    rijen.append((Knop(plat("agendapunten.knop"), f"bap:{id_}"), *gevraagd))
    if data.get("punten"):
        rijen.append((Knop(plat("agendapunten.knop_weg"), f"bapx:{id_}"),))
    if not data.get("begonnen"):
        rijen.append((Knop(plat("knop.wijzig"), f"bw:{id_}"), Knop(plat("knop.gelast_af"), f"bx:{id_}")))
    if data.get("capaciteit"):
        nu = data["aanmeldingen"].get("zonder_telefoon", 0)
        eraf = (Knop(plat("knop.zonder_eraf"), f"bz:{nu - 1}:{id_}"),) if nu else ()
        rijen.append((Knop(plat("knop.zonder_erbij"), f"bz:{nu + 1}:{id_}"), *eraf))
    return rijen


def _aankondiging(toon: Toon, data: dict[str, Any]) -> Veilig:
    if not data.get("reeks"):
        return toon.t.tekst("bijeenkomst.nieuw", omschrijving=omschrijving(toon, data, uitleg=True))
    velden = {"omschrijving": omschrijving(toon, data, uitleg=True), "dagen": dagen(toon, data["reeks"])}
    return toon.t.tekst("bijeenkomst.nieuw_reeks", **velden)


def _link(toon: Toon, data: dict[str, Any]) -> Veilig:
    if data.get("link"):
        return toon.t.tekst("bijeenkomst.link", link=data["link"])
    return toon.t.tekst("bijeenkomst.link_komt")


def _vrij(toon: Toon, vrij: int) -> Veilig:
    return toon.t.tekst("bijeenkomst.nog_vrij", aantal=vrij) if vrij > 0 else toon.t.tekst("bijeenkomst.vol")


def _namen(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Name who comes and agreed to be named to who runs the meeting."""
    regels = [toon.t.tekst("bijeenkomst.namen"), *(toon.t.tekst("bijeenkomst.naam", naam=n) for n in data["namen"])]
    if data["meer_namen"]:
        regels.append(toon.t.tekst("bijeenkomst.meer_namen", aantal=data["meer_namen"]))
    return Veilig("\n".join(regels))


def _eigen_antwoord(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    match data.get("plek"):
        case "wacht":
            regels = [t.tekst("bijeenkomst.plek_wacht", plaats=data["plaats_in_rij"])]
            if data["gasten"] and data["vrij"] > 0:
                regels.append(t.tekst("bijeenkomst.minder_gasten"))
        case "aangeboden":
            regels = [t.tekst("bijeenkomst.plek_aangeboden", tot=toon.moment(data["tot"]))]
        case "verlopen":
            regels = [t.tekst("bijeenkomst.plek_voorbij")]
        case _:
            regels = [t.tekst(f"bijeenkomst.antwoord_{data['antwoord']}")]
    if data.get("gasten"):
        regels.append(t.tekst("bijeenkomst.met_gasten", aantal=data["gasten"]))
    return Veilig(" ".join(regels))


def _aanmeldingen(toon: Toon, data: dict[str, Any]) -> Veilig:
    aantallen = data["aanmeldingen"]
    regels = [
        toon.t.tekst("bijeenkomst.aanmeldingen", **{naam: aantallen.get(naam, 0) for naam in (*_ANTWOORDEN, "gasten")})
    ]
    if data.get("capaciteit"):
        namen = ("wacht", "aangeboden", "zonder_telefoon")
        regels.append(toon.t.tekst("bijeenkomst.aanmeldingen_plekken", **{n: aantallen.get(n, 0) for n in namen}))
    return Veilig("\n".join(regels))
