"""Everyone taps every button from the menu on: no dead end, no fault, no text that does not fit, nothing of another's.

What is known and meant stands in the tables below, each with its reason: whatever else is found fails the test.
"""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from berichten.opdrachten import OPDRACHTEN
from handlers import luisteraars
from tests import vollewijk
from tests.loket import Loket, verbinding
from tests.vollewijk import INSTELLINGEN, NAMEN, leef, vul
from tests.wandeling import Wandeling

ALLEN = tuple(NAMEN)
EEN_VAN_ELK = tuple(wie for wie in NAMEN if wie < vollewijk.BEGELEIDER_2)

TWEE_KEER = {"gcode:#": "a new code each time; the one before no longer works"}
"""What does something anew when it is tapped once more."""
OPNIEUW_GETOOND = {
    "fk": "the open question once more",
    "wkl": "all cards, for a type of home that there is not",
    "afsluiten": "the question whether one is sure: what it was about has changed",
    "escx": "the steps that there are: that one is gone already",
}
"""What is shown for an id that is none, or of another wijk: nothing of anything, and nothing changes."""
TOCH_GEWEIGERD = {
    ("hv:uitzending:", "nog_niet_binnen"): "a preview has the button that residents get; who makes it may be none",
    ("rolweg:#", "rol.laatste_beheerder"): "says what must be done first",
}
"""What is offered and refused, and why that is meant."""
VAN_IEDER = {
    "agenda": "meetings are public",
    "b": "likewise",
    "bics": "likewise",
    "concepten": "drafts are public",
    "fdl": "the documents of a phase: who may see which differs",
    "fds": "a public document",
    "idee": "ideas are public",
    "ideesteun": "likewise",
    "mijlpalen": "public",
    "oefenen": "says that its practice is over: here is none",
    "sralles": "spelregels are made with residents",
    "standpunten": "what partners think is for the whole wijk",
    "trhier": "the traject is public",
    "intekening": "offers are for everyone",
    "ik": "likewise",
    "p": "polls of the wijk",
    "uitleg": "what something means is for everyone",
    "vc": "vacatures are public",
    "zetels": "who sits where is public",
    "zt": "likewise",
}
"""What anyone may see who has the address of it."""
VAN_ZICHZELF = {
    **dict.fromkeys(("bvstop", "cistop", "crstop", "trbstop", "vrstop", "wkstop", "hvt"), "stops what they fill in"),
    **dict.fromkeys(("stop", "wis", "wisz", "gegevens", "gegbestand", "nietmee", "nmja", "nmweer"), "of themselves"),
    **dict.fromkeys(
        ("geleding", "rol", "cceigen", "hvb", "hvl", "hvw", "mlh", "mox", "pterug", "vcja", "wg"), "of themselves"
    ),
}
"""What a button does to who taps it, whoever was shown it."""
VAN_HET_TEAM = {
    ("adk", "straatcontact"): "their own street",
    ("adt", "straatcontact"): "likewise",
    ("aanbod", "buurtbegeleider"): "staff make an offer; the button stands where the organisator looks",
    ("dla", "buurtbegeleider"): "the door list is of all staff",
    ("dla", "organisator"): "likewise",
    ("dgw", "buurtbegeleider"): "shows the address: nothing of their own to undo there",
    ("dgw", "organisator"): "likewise",
    ("dgw", "straatcontact"): "likewise, in their own street",
    ("dgt", "straatcontact"): "their own street",
    ("escx", "organisator"): "organisatoren share the steps",
    ("evf", "kerngroep"): "the team looks back together",
    ("evf", "beheerder"): "likewise",
    ("evl", "kerngroep"): "likewise",
    ("evl", "beheerder"): "likewise",
    ("hvg", "buurtbegeleider"): "says who does it",
    ("hvg", "organisator"): "likewise",
    ("hvk", "buurtbegeleider"): "says who does it",
    ("hvk", "organisator"): "likewise",
    ("ideewacht", "trekker"): "trekkers let ideas through too",
    ("ideedoor", "trekker"): "likewise",
    ("ideeop", "trekker"): "for their own werkgroep",
    ("ideesamen", "trekker"): "trekkers put ideas together too",
    ("rnt", "buurtbegeleider"): "each has their own round along a street",
    ("rnt", "organisator"): "likewise",
    ("rnt", "straatcontact"): "likewise, in their own street",
    ("rolweg", "organisator"): "who may invite may end it",
    ("rolweg", "beheerder"): "likewise",
    ("rolja", "organisator"): "likewise",
    ("rolja", "beheerder"): "likewise",
}
"""What another role may do too, though its own way to the button is longer, or was not walked."""


NIET_IN_HET_MENU = {
    "afsluiten": "once, at the end, under the spelregels: two taps to those, and then this one",
    "controle": "only while a sample runs for this controleur, who then has it in the menu",
    "gewisteplekken": "rare, and a message comes when there is one",
    "mijngegevens": "another name for gegevens",
    "nietmee": "under what one wants to hear",
    "ontkoppel": "typed in the group itself",
    "start": "how one begins",
    "stop": "under what one wants to hear",
    "vergeetmij": "another name for wissen",
    "wieben": "for who fills in the settings",
    "wissen": "under what is kept: `wis` is its button",
}
"""Commands without a line in anybody's menu, each with its reason. What has one is a tap or two from it."""
DINGEN = ("b", "p", "idee", "ml", "cc", "mb", "wgt", "vs", "kk", "av", "pa", "ci", "wis", "nietmee", "stop")
"""What one opens or does from a list: three taps at most. This wijk has no offer, card or position of a partner."""


@pytest.fixture
def wijk(_sqlite_sjabloon: Path, tmp_path: Path) -> Iterator[tuple[Connection, int]]:
    """A filled wijk of which nothing is ever committed."""
    bestand = Path(shutil.copy(_sqlite_sjabloon, tmp_path / "wandeling.db"))
    with verbinding(bestand) as tx:
        yield tx, vul(tx)


async def wandel(wijk: tuple[Connection, int], wandelaars: tuple[int, ...], diep: int, keren: int) -> Wandeling:
    loket = await Loket.open(*wijk, INSTELLINGEN)
    await leef(loket)
    wandeling = Wandeling(loket, diep, wandelaars, keren, elke_tekst=keren > 1)
    for wie in wandelaars:
        await wandeling.loop(wie)
        await asyncio.sleep(0)
    return wandeling


def klopt(wandeling: Wandeling) -> None:
    """Fail with what was found and is not known."""
    fouten = [f"{wat}\n    {weg}" for wat, weg in wandeling.fouten.items()]
    fouten += [
        f"{soort} is offered and refused ({reden})\n    {weg}"
        for (soort, reden), weg in wandeling.geweigerd.items()
        if (soort, reden) not in TOCH_GEWEIGERD
    ]
    meer = {soort: weg for soort, weg in wandeling.twee_keer.items() if soort not in TWEE_KEER}
    fouten += [f"{soort} does more when it is tapped twice: {weg}" for soort, weg in meer.items()]
    fouten += [
        f"{soort}, {wat}\n    {weg}"
        for (soort, wat), weg in wandeling.nagemaakt.items()
        if " shows " not in wat or soort.split(":")[0] not in OPNIEUW_GETOOND
    ]
    for een in wandeling.van_anderen():
        begin, rol = een.knop.split(":")[0], NAMEN[een.door].removesuffix(" 2")
        bekend = (begin, rol) in VAN_HET_TEAM or begin in VAN_ZICHZELF
        if not bekend and not (begin in VAN_IEDER and een.uitkomst.startswith("shows ")):
            fouten.append(f"{een.data} of {NAMEN[een.van]}, tapped by {NAMEN[een.door]}, {een.uitkomst}")
    assert not fouten, "\n".join(["", *fouten])


def drie_tikken(wandeling: Wandeling) -> None:
    """Fail with what is more than three taps from the menu, for who is nearest to it."""
    opdrachten, tikken = luisteraars("COMMANDS").keys(), wandeling.tikken()
    in_menu = {opdracht.naam for opdracht in OPDRACHTEN} - {"menu"}
    vergeten = opdrachten - in_menu - NIET_IN_HET_MENU.keys() - {"menu"}
    assert not vergeten, f"{sorted(vergeten)}: a line in berichten/opdrachten.py, or a reason in NIET_IN_HET_MENU"
    ver = {naam for naam in in_menu - NIET_IN_HET_MENU.keys() if tikken.get(naam, 4) > 2}
    ver |= {ding for ding in DINGEN if tikken.get(ding, 4) > 3}
    assert not ver, f"{sorted(ver)}: more than three taps from the menu, or not in the wijk of tests/vollewijk.py"


async def test_everyone_walks_to_depth_3_and_nobody_can_use_the_buttons_of_another(
    wijk: tuple[Connection, int],
) -> None:
    wandeling = await wandel(wijk, EEN_VAN_ELK, 3, 1)
    klopt(wandeling)
    drie_tikken(wandeling)
    assert len(wandeling.knoppen) > 250, "much cannot be reached any more: look at tests/vollewijk.py"


@pytest.mark.zwaar
async def test_and_to_depth_4_two_of_each_role_and_every_text(wijk: tuple[Connection, int]) -> None:
    wandeling = await wandel(wijk, ALLEN, 4, 2)
    print(f"{wandeling.stappen} steps, {len(wandeling.knoppen)} kinds of buttons, {len(wandeling.gevolgen)} by others")
    klopt(wandeling)
    assert len(wandeling.knoppen) > 500
