"""Polls: asking, voting, how it goes, and the result. Which buttons and sentences there are, the method says."""

from dataclasses import replace
from typing import Any

from berichten import aandragen, geleding, weerwoord
from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, past
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen, stel
from berichten.geleding import waarvoor
from berichten.hulpvraag import hulpknop
from berichten.kaartknop import kaartknop
from berichten.menu import naar_menu
from berichten.peilinguitslag import tussenstand
from berichten.peilingwoorden import Uit, knopwoord, stemknoppen, stemregels, versie, vooruit, vorige_versie, zin
from berichten.werkgroepnaam import werkgroepnaam
from bot.rules.doelgroep import Doelgroep
from bot.rules.geleding import GENODIGD, uit_functie
from bot.rules.peilingen import METHODEN
from bot.rules.peilingvorm import opzet_uit, scherm_als_data

_EIGEN_TEKST = 300
"""So much is repeated of what a voter typed: it stands above it in their chat."""
_VAST_IN_VERSIE = ("uitslag_naar", "per_adres")
"""What a new version cannot change: it was said before anyone voted."""
_VORMEN = ((True, 1000), (False, 1000), (False, 300))
"""Whether the proposal before stands with it, and so much of an answer: less where a message would be too long."""


@bericht("peiling.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the polls of one page, a button each."""
    knoppen = [(Knop(inkorten(_regel(toon, p)), f"p:{p['id']}"),) for p in data["peilingen"]]
    tekst = toon.t.tekst("peiling.lijst" if knoppen else "peiling.lijst_leeg")
    return Bericht(tekst, (*knoppen, *bladerknoppen(toon, data, "peilingen"), naar_menu(toon)))


@bericht("peiling.hoe")
def hoe(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask how to ask: a button per method, and what each is for."""
    t = toon.t
    regels = [
        t.tekst("peiling.hoe.regel", naam=t.plat(f"peiling.methode.{m}"), uitleg=t.tekst(f"methode.{m}.uitleg"))
        for m in data["keuzes"]
    ]
    gevraagd = stel(toon, data, Veilig("\n\n".join([t.tekst("peiling.hoe"), *regels])))
    if not data["concepten"]:
        return gevraagd
    eigen = Knop(t.plat("peiling.knop_concepten", aantal=data["concepten"]), "pconcepten")
    return replace(gevraagd, knoppen=(*gevraagd.knoppen[:-1], (eigen,), gevraagd.knoppen[-1]))


@bericht("peiling.open")
def open_(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask, with the buttons of the method; what one chose is marked."""
    t = toon.t
    knoppen: list[tuple[Knop, ...]] = _knoppen(toon, data) if data["bewoner"] else []
    knoppen += [*weerwoord.daarbij(toon, data), *aandragen.daarbij(toon, data)]
    if data.get("met_link"):
        knoppen.append((Knop(t.plat("school.knop"), f"school:{data['id']}"),))
    if data["beheer"]:
        op_papier = not uit_functie(Doelgroep(*data["groep"]))
        knoppen += [(Knop(t.plat("stemvel.knop"), f"pp:{data['id']}"),)] if op_papier else []
        sluit = () if data.get("komt") else (Knop(t.plat("peiling.knop_sluit"), f"psluit:{data['id']}"),)
        knoppen.append((*sluit, Knop(t.plat("peiling.knop_weg"), f"pweg:{data['id']}")))
    if data.get("kopie"):
        pas_aan = (Knop(t.plat("peiling.knop_pas_aan"), f"ppas:{data['id']}"),) if data["beheer"] else ()
        knoppen.append((*pas_aan, Knop(t.plat("peiling.knop_kopie"), f"pkopie:{data['id']}")))
    knoppen += vorige_versie(toon, data)
    if data.get("heeft_stem"):
        knoppen.append((Knop(t.plat("peiling.knop_terug"), f"pterug:{data['id']}"),))
    hulp = (*kaartknop(toon, data), hulpknop(toon, "peiling", data["id"])) if _thuis(data) else ()
    for vorm in _VORMEN:
        if past(tekst := _vraagtekst(toon, data, *vorm)):
            break
    return Bericht(tekst, (*knoppen, *hulp, naar_menu(toon)))


def _thuis(data: dict[str, Any]) -> bool:
    """Say whether who votes lives here."""
    return data["bewoner"] and not data.get("gast")


def _vraagtekst(toon: Toon, data: dict[str, Any], met_vorig: bool, lengte: int) -> Veilig:
    """Return the text above the buttons.

    Args:
        met_vorig: whether what was proposed in the round before stands with it.
        lengte: so many characters of the answer to one's own text.
    """
    t, scherm = toon.t, data["scherm"]
    al_gelezen = data.get("heeft_stem") and not data["over_besluit"]
    delen = [
        [t.tekst("peiling.vraag", vraag=data["vraag"])],
        toon.geschreven_in(data.get("taal")),
        [*versie(toon, data), *([t.tekst("peiling.versie_opnieuw")] if "versie" in data else [])],
        vooruit(toon, data),
        [
            *_voor(toon, *data["groep"]),
            *([] if al_gelezen else [_waarover(toon, data["over_besluit"])]),
            *_tot(toon, data),
            *_uitslag_naar(toon, data["uitslag_naar"]),
            *_minste(toon, data["minste"]),
        ],
        _per_adres(toon, data["per_adres"], data.get("adres")),
        waarvoor(toon, data),
        _met_naam(toon, data["methode"], data["met_naam"]),
        _regels(toon, data),
        weerwoord.vorig_voorstel(toon, data) if met_vorig else [],
        [] if data.get("komt") else [zin(toon, data["methode"], een) for een in scherm["zinnen"]],
        _jouw_stem(toon, data),
        weerwoord.eigen(toon, data, lengte),
        weerwoord.stand(toon, data),
        aandragen.stand(toon, data),
    ]
    if stand := tussenstand(toon, data):
        delen.append([stand])
    return Veilig("\n\n".join(" ".join(zin for zin in deel if zin) for deel in delen if deel))


@bericht("peiling.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask once more, who has not voted."""
    vraag = open_(toon, data)
    return Bericht(Veilig(f"{toon.t.tekst('peiling.herinnering')}\n\n{vraag.tekst}"), vraag.knoppen)


@bericht("peiling.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a poll was withdrawn, or that a new version came in its place."""
    if nieuwe := data.get("nieuwe"):
        knop = Knop(toon.t.plat("peiling.knop_nieuwe_versie"), f"p:{nieuwe}")
        return Bericht(toon.t.tekst("peiling.vervangen", vraag=data["vraag"]), ((knop,), naar_menu(toon)))
    return Bericht(toon.t.tekst("peiling.ingetrokken", vraag=data["vraag"]), (naar_menu(toon),))


@bericht("peiling.uitslag_elders")
def uitslag_elders(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a result is for who took part."""
    return Bericht(toon.t.tekst("peiling.uitslag_elders", vraag=data["vraag"]), (naar_menu(toon),))


@bericht("peiling.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask staff whether they are sure to end a poll now."""
    t, daad, publiek_id = toon.t, data["daad"], data["id"]
    ja = Knop(t.plat(f"peiling.knop_{daad}_ja"), f"p{daad}:{publiek_id}:ja")
    tekst = t.tekst(f"peiling.zeker_{daad}", vraag=data["vraag"])
    if data.get("over_besluit"):
        tekst = Veilig(f"{tekst} {t.tekst('peiling.zeker_gehoord')}")
    if aantal := data.get("open"):
        tekst = Veilig(f"{tekst}\n\n{zin(toon, data['methode'], ['zeker_open', {'aantal': aantal}])}")
    if aantal := data.get("papier"):
        tekst = Veilig(f"{tekst}\n\n{t.tekst('peiling.zeker_papier', aantal=aantal)}")
    return Bericht(tekst, ((ja,), (Knop(t.plat("knop.terug"), f"p:{publiek_id}"),)))


@bericht("peiling.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a poll as residents will see it, before it opens."""
    t = toon.t
    opzet = opzet_uit(data)
    leeg = METHODEN[data["methode"]].scherm(opzet, None, range(len(opzet.opties)))
    zo = {"methode": data["methode"], "bewoner": False, "scherm": scherm_als_data(leeg), "tussenstand": None}
    delen = [
        t.tekst("formulier.voorbeeld"),
        t.tekst("peiling.vraag", vraag=data["vraag"]),
        *([t.tekst("peiling.versie_voorbeeld", wijziging=data["wijziging"])] if "vervangt" in data else []),
        *_regels(toon, zo),
        *_verder(toon, opzet.opties, zo["scherm"]),
        *(zin(toon, data["methode"], een) for een in zo["scherm"]["zinnen"]),
        *_voor(toon, data["voor"], data.get("groep", "")),
        *([t.tekst("peiling.eigendom_onbekend", aantal=data["onbekend"])] if data.get("onbekend") else []),
        *_met_naam(toon, data["methode"], data.get("met_naam") == "ja" and {"naam": None}),
        _waarover(toon, data.get("besluit") == "ja"),
        *(vooruit(toon, data) if data.get("besluit") == "ja" else []),
        Veilig(
            " ".join(
                [
                    *_opent(toon, data.get("opent_op")),
                    t.tekst("peiling.tot", moment=toon.moment(data["sluit_op"])),
                    t.tekst("peiling.live" if data.get("live") == "ja" else "peiling.na_afloop"),
                    *_uitslag_naar(toon, data.get("uitslag_naar", "doelgroep")),
                    *waarvoor(toon, data),
                    *_minste(toon, data.get("minste_stemmen")),
                ]
            )
        ),
        *_per_adres(toon, data.get("per_adres") == "ja"),
    ]
    kan = [naam for naam in data.get("extra", ()) if not ("vervangt" in data and naam in _VAST_IN_VERSIE)]
    extra = [(naam, t.plat(f"{'methode' if '.' in naam else 'peiling'}.{naam}.knop")) for naam in kan]
    verder = [
        Knop(t.plat("formulier.knop_anders"), "fanders"),
        Knop(t.plat("peiling.knop_proef"), "pproef"),
        Knop(t.plat("peiling.knop_bewaar"), "pbewaar"),
    ]
    if concept := data.get("concept"):
        verder.append(Knop(t.plat("peiling.knop_concept_weg"), f"pcweg:{concept}"))
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra, verder=verder)


def _regel(toon: Toon, een: dict[str, Any]) -> str:
    wanneer = {"moment": toon.kort(een["opent_op"])} if een["staat"] == "komt" else {}
    return toon.t.plat(f"peiling.knop_{een['staat']}", vraag=een["vraag"], **wanneer)


def _uitslag_naar(toon: Toon, naar: str) -> list[Veilig]:
    """Say who gets the result, when it is not just whom the poll is for."""
    return [] if naar == "doelgroep" else [toon.t.tekst(f"peiling.naar_{naar}")]


def _minste(toon: Toon, aantal: int | None) -> list[Veilig]:
    return [toon.t.tekst("peiling.minste", aantal=aantal)] if aantal else []


def _per_adres(toon: Toon, ja: bool, stand: str | None = None) -> list[Veilig]:
    """Say that an address has one ballot, and to who lives there whether it is there already; not what it says."""
    al = [toon.t.tekst(f"peiling.adres_{stand}")] if stand in {"ander", "vorig"} else []
    return [toon.t.tekst("peiling.per_adres_zin"), *al] if ja else []


def _met_naam(toon: Toon, methode: str, wie: dict[str, Any] | bool) -> list[Veilig]:
    """Say, before anyone votes, who will see what they chose, and by which name; and what of what they type."""
    if not isinstance(wie, dict):
        return []
    naam = wie["naam"]
    als = [toon.t.tekst("peiling.met_naam_als", naam=naam)] if naam else []
    tekst = [toon.t.tekst("peiling.met_naam_tekst")] if METHODEN[methode].BEANTWOORD else []
    return [toon.t.tekst("peiling.met_naam_zin"), *als, *tekst]


def _voor(toon: Toon, soort: str, naam: str) -> list[Veilig]:
    """Say for whom a poll is, when it is not for the whole wijk."""
    if soort == "wijk":
        return []
    if soort in {"geleding", "een_geleding"} and naam:
        alleen = toon.t.tekst("peiling.voor_een_geleding", naam=geleding.naam(toon, naam))
        return [alleen, *([toon.t.tekst("peiling.geleding_precies")] if naam in GENODIGD else [])]
    naam = werkgroepnaam(toon.t, naam) if soort == "werkgroep" else naam
    return [toon.t.tekst(f"peiling.voor_{soort}", **({"naam": naam} if naam else {}))]


def _knoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    voor = "pt" if data.get("proef") else f"st:{data['id']}"
    rijen = stemknoppen(toon, data["methode"], data["scherm"], f"{voor}:")
    return rijen or [(Knop(toon.t.plat("peiling.knop_stem"), f"p:{data['id']}"),)]


def _regels(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return what the buttons are about; and what stands on them, where a phone cuts it off or they are not there."""
    staat_al = data["tussenstand"] is not None and data["tussenstand"]["delen"] is not None
    uit: Uit = "nooit" if staat_al else "als_afgekapt" if data["bewoner"] else "altijd"
    return stemregels(toon, data["methode"], data["scherm"], uit)


def _verder(toon: Toon, opties: tuple[str, ...], scherm: dict[str, Any]) -> list[Veilig]:
    """Return the options that the first screen does not show yet."""
    woorden = [*scherm["regels"], *(label for rij in scherm["knoppen"] for _, label, _ in rij)]
    gezien = {waarde for wat in woorden for waarde in ([wat] if isinstance(wat, str) else wat[1].values())}
    regels = ["• " + toon.t.tekst("peiling.optie", optie=optie) for optie in opties if optie not in gezien]
    return [Veilig("\n".join(regels))] if regels else []


def _jouw_stem(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    t = toon.t
    stem = [inkorten(knopwoord(toon, data["methode"], deel), _EIGEN_TEKST) for deel in data["scherm"]["stem"]]
    gezegd = [t.tekst("peiling.jouw_stem", optie=t.reeks(stem))] if stem and data["concept"] is None else []
    if data.get("van_papier"):
        gezegd.append(t.tekst("peiling.van_papier"))
    if data["concept"] is not None:
        gezegd.append(t.tekst("peiling.nog_niet_af" if data["concept"] == "nieuw" else "peiling.verandert"))
    return gezegd


def _tot(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    tot = toon.t.tekst("peiling.tot", moment=toon.moment(data["sluit_op"]))
    opent = _opent(toon, data.get("komt"))
    return [*opent, *(toon.t.tekst("peiling.bericht_als_open") for _ in opent), tot, _wanneer_uitslag(toon, data)]


def _opent(toon: Toon, moment: str | None) -> list[Veilig]:
    """Say from when one can vote, where that is still to come."""
    return [toon.t.tekst("peiling.opent", moment=toon.moment(moment))] if moment else []


def _wanneer_uitslag(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say when the result comes, and in a live poll how it can be seen so far."""
    t, stand = toon.t, data["tussenstand"]
    if not data["live"]:
        return t.tekst("peiling.na_afloop")
    if stand is None:
        return t.tekst("peiling.live")
    return t.tekst("peiling.nog_te_weinig", vanaf=stand["vanaf"]) if stand["delen"] is None else Veilig("")


def _waarover(toon: Toon, over_besluit: bool) -> Veilig:
    return toon.t.tekst("peiling.over_besluit" if over_besluit else "peiling.niet_over_besluit")
