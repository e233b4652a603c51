"""Whatever asks something of a resident has a button for who would rather have somebody come by or call.

A message asks something when a button under it takes an answer: a vote, whether one comes, a choice about oneself.
What only tells something, or only leads somewhere (the agenda, the menu, a file for the calendar), asks nothing; what
goes to the team asks its members, not residents. A bundle asks nothing: its lines open what does. A broadcast has no
buttons by which one could tell, so its maker says whether it asks something; it does unless they say no.
"""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from berichten import talen
from berichten.bericht import MAKERS, Knop
from tests.berichten.bron import bomen, van_soort
from tests.berichten.lastig import ID, Data
from tests.berichten.test_render import maak
from tests.berichten.voorbeelden import VOORBEELDEN

VRAAGT_NIETS = {
    "agenda",
    "av",
    "bics",
    "bk",
    "bundel",
    "ev",
    "fdl",
    "trhier",
    "uitleg",
    "kn",
    "kn_genoeg",
    "meldingen",
    "toestellen",
    "menu",
    "mijlpalen",
    "mijnbijdrage",
    "warmtekaarten",
    "werkgroepen",
}
VRAAGT_NIETS |= {"pa", "stuk", "ml", "mlh", "mlics", "mlwas"}
VRAAGT_NIETS |= {"email", "emvraag", "emdag", "emweg", "tkniet", "tsaf", "tsrest"}
VRAAGT_NIETS |= {"idee", "ideeen", "wgt"}
VRAAGT_NIETS |= {"vc", "zetels", "zt"}
VRAAGT_NIETS |= {"intekening", "koppelkansen", "momenten"}
VRAAGT_NIETS |= {"cc", "cceigen", "spelregels", "sreigen", "stand", "popnieuw", "pplan", "pwie"}
VRAAGT_NIETS |= {"pinbreng", "pvorige", "pgroepen", "plater", "popinie"}
VRAAGT_NIETS |= {"vragen", "bvmijn", "vrm", "vrb", "openvragen", "vs", "vsb", "vsp"}
"""Buttons that lead somewhere or stop what comes unasked. A new one that takes no answer of a resident goes here."""

NIET_AAN_BEWONERS = {
    "aandragen.nieuw",
    "correctie.een",
    "idee.wacht",
    "correctie.klaar",
    "correctie.voorbij",
    "evaluatie.uitnodiging",
    "groepschat.weg",
    "groepslink.nodig",
    "mijlpaal.vul_in",
    "peilingkaart.lukt_niet",
    "rol.kwijt",
    "terugkeer.geweigerd_team",
    "vacature.kandidaat",
    "vacature.leeg",
    "zetel.vrij",
    "tijdvak.hersteld",
    "uitnodiging.aangenomen",
    "vraag.gemeld",
    "vraag.herinner",
    "vraag.hoger",
    "vraag.nieuw",
    "vraag.voorbij",
    "welkom.vol_team",
    "werkgroep.eenzijdig",
}
"""These go to who has a role, as does all of the kinds below."""
TEAMSOORTEN = (
    *("adres", "brengen.", "conceptantwoord.", "deur", "export", "gewisteplek.", "hulpvraag.", "rapport"),
    *(
        "papierstapel.",
        "spelregelantwoord.",
        "steekproef",
        "traject.",
        "uitzending.",
        "voorstel.",
        "vraagpunt.",
        "vraagstop.",
    ),
)
ANTWOORDEN = {
    "aandragen.lijst",
    "aandragen.ontvangen",
    "aandragen.te_laat",
    "aandragen.vraag",
    "aandragen.zeker",
    "idee.ontvangen",
    "menu",
    "mislukt",
    "rol.overzicht",
    "terugkeer.brief",
    "terugkeer.code",
    "terugkeer.gemaild",
    "terugkeer.mail",
    "uitnodiging.welkom",
    "vacature.een",
    "vacature.zeker",
    "welkom.ingetrokken",
    "welkom.vol",
    "weerwoord.lees",
    "zetel.beheer",
    "zetel.een",
    "zetel.lijst",
    "zetel.zeker",
}
"""These are the answer of a function that writes to others too."""


class _Functie(NamedTuple):
    roept: set[str]
    soorten: set[str]


def _functies() -> dict[tuple[str, str], _Functie]:
    """Return by module and name what each function of the services and the storage calls and names."""
    gevonden = {}
    for waar, boom in bomen():
        pad = Path(waar)
        if str(pad.parent) in {"bot/services", "bot/storage"}:
            for functie in van_soort(boom, ast.FunctionDef):
                roept = {_gestippeld(knoop.func) for knoop in van_soort(functie, ast.Call)}
                soorten = {str(k.value) for k in van_soort(functie, ast.Constant) if k.value in MAKERS}
                gevonden[pad.stem, functie.name] = _Functie(roept, soorten)
    return gevonden


def _gestippeld(wat: ast.expr) -> str:
    if isinstance(wat, ast.Attribute):
        return f"{_gestippeld(wat.value)}.{wat.attr}"
    return wat.id if isinstance(wat, ast.Name) else ""


@cache
def ongevraagd() -> set[str]:
    """Return the kinds of message that go to people without their asking: rather one too many than one too few.

    These are what a function names that writes to the outbox or gives a `Lading`, what it gets from another of the same
    module or of the poll, and what is handed to such a function.
    """
    alle = _functies()
    schrijvers = {sleutel for sleutel, f in alle.items() if f.roept & {"outbox.schrijf", "Lading", "Vers", "Los"}}
    soorten = set()
    for (module, naam), f in alle.items():
        geeft_door = any((module, roept) in schrijvers for roept in f.roept)
        if (module, naam) in schrijvers or geeft_door:
            van = [(module, roept) if "." not in roept else tuple(roept.split(".")[-2:]) for roept in f.roept]
            soorten |= f.soorten.union(*(alle[sleutel].soorten for sleutel in van if sleutel in alle))
    return {soort for soort in soorten - NIET_AAN_BEWONERS - ANTWOORDEN if not soort.startswith(TEAMSOORTEN)}


def knoppen(taal: str, soort: str, data: Data) -> list[Knop]:
    return [knop for rij in maak(taal, soort, data).knoppen for knop in rij]


def test_what_comes_unasked_is_found_in_the_source() -> None:
    bekend = {"peiling.open", "bijeenkomst.plek_vrij", "mijlpaal.herinnering", "kennismaking.vraag", "uitzending"}
    assert bekend <= ongevraagd()


@pytest.mark.parametrize("taal", talen())
def test_the_button_stands_under_all_that_asks_something_and_fits_a_small_phone(taal: str) -> None:
    """Also under a meeting that someone opens, for that is what a line of a bundle opens."""
    soorten = sorted({*ongevraagd(), "bijeenkomst.een"})
    for soort, data in [(een, data) for een in soorten for data in VOORBEELDEN[een]]:
        noun = soort.partition(".")[0]
        over = {"correctie": "vraag", "aanbod": "vraag", "tevredenheid": "bijeenkomst"}.get(noun, noun)
        onder = knoppen(taal, soort, data)
        vraagt = {(knop.data or "").partition(":")[0] for knop in onder} - VRAAGT_NIETS - {"", "hv"}
        hulp = [knop for knop in onder if (knop.data or "").startswith("hv:")]
        moet = data["hulp"] if soort == "uitzending" else data.get("bewoner", True) and not data.get("gast") and vraagt
        assert [knop.data for knop in hulp] == (
            [f"hv:{over}:{'' if over in {'kennismaking', 'vraag'} else ID}"] if moet else []
        ), (soort, vraagt)
        assert all(len(knop.tekst) <= 20 for knop in hulp), soort
