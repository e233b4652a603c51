"""Everyone taps every button from the menu on: no dead end, no fault, no text that does not fit, nothing of another's.

What is known and meant stands in the tables below, each with its reason: whatever else is found fails the test.
"""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Connection

from berichten import talen
from berichten.bericht import MAKERS
from berichten.opdrachten import OPDRACHTEN
from bot.rules.kennismaking import KEUZES, MEER_DAN_EEN
from handlers import luisteraars
from tests import wijkwacht
from tests.loket import Loket, verbinding
from tests.vollewijk import INSTELLINGEN, leef, verder, vul
from tests.wandeling import Wandeling
from tests.wandelstappen import groepen, mensen
from tests.wandelstappen.mensen import NAMEN

ALLEN = tuple(NAMEN)
IN_ELKE_TAAL = (mensen.ANNA, mensen.TREKKER, mensen.BEGELEIDER, mensen.ORGANISATOR, mensen.BUITEN)
EEN_VAN_ELK = tuple(wie for wie in NAMEN if wie < mensen.BEGELEIDER_2)

TWEE_KEER = {
    **{
        f"kn_kies:{vraag}:{keuze}": "several may be chosen: a tick that a second tap takes away"
        for vraag in MEER_DAN_EEN
        for keuze in KEUZES[vraag]
    },
    "oefenen:dag": "each tap lets a day pass in the practice",
    "tscode": "a new code each time; the one before no longer works",
    "gcode:#": "a new code each time; the one before no longer works",
    "tkg:#:9": "likewise, three a day at most",
    **{
        f"{blad}:#:{wie}": "each sheet that is made has codes of its own"
        for blad in ("tld", "tlv", "ppd")
        for wie in ("z", "a", "z:#", "a:#")
    },
    "skpl": "a new link each time; who opens one of them first has the list, and then none works any more",
}
"""What does something anew when it is tapped once more."""
OPNIEUW_GETOOND = {
    "mbs": "one's own contributions once more",
    "fk": "the open question once more",
    "wkl": "all cards, for a type of home that there is not",
    "afsluiten": "the question whether one is sure: what it was about has changed",
    "escx": "the steps that there are: that one is gone already",
    "pcweg": "the drafts that there are: that one is gone already",
    "vlgx": "the followers that there are: that one is gone already",
    **dict.fromkeys(
        ("adb", "dg", "dl", "ppm", "rn", "tlm", "tlu"), "the first streets: of no household none stands in"
    ),
    **dict.fromkeys(("vrs",), "the question which werkgroep it is about once more"),
}
"""What is shown for an id that is none, or of another wijk: nothing of anything, and nothing changes."""
TOCH_GEWEIGERD = {
    ("uzstraat:#:gehoord", "uitzending.geen_contact"): "almost nobody has the bot there: it says to go there oneself",
    ("hv:uitzending:", "nog_niet_binnen"): "a preview has the button that residents get; who makes it may be none",
    **{
        (knop, "stemvel.geen_adres"): "a street where everyone has a phone; who they are no list of streets says"
        for knop in ("tld:#:z:#", "tlv:#:z:#", "ppd:#:z:#")
    },
    ("hv:uitzending:", "hulpvraag.onbekend"): "likewise, for who is: there is no message yet to help with",
    ("uzstraat:#:informatie", "uitzending.geen_contact"): "nobody there to write to: says to go and ring oneself",
    ("rolweg:#", "rol.laatste_beheerder"): "says what must be done first",
    ("vraag", "vraag.gestopt"): "says until when, with what one can say of that and the way to one's own answers",
    ("vrh:#", "vraag.wacht_nog"): "under an answer on which one asked more since",
}
"""What is offered and refused, and why that is meant."""
VAN_IEDER = {
    "agenda": "meetings are public",
    "b": "likewise",
    "bics": "likewise",
    "bk": "likewise",
    "aanterug": "back to a poll of the wijk",
    "ccnota": "the answers to what people said of a draft are public",
    "concepten": "drafts are public",
    "fdl": "the documents of a phase: who may see which differs",
    "fds": "a public document",
    "idee": "ideas are public",
    "ideesteun": "likewise",
    "mijlpalen": "public",
    "panb": "what a partner tells is for the whole wijk",
    "oefenen": "says that its practice is over: here is none",
    "sralles": "spelregels are made with residents",
    **dict.fromkeys(("peilingen", "plater", "popinie", "pvorige"), "polls of the wijk"),
    "bundel": "what went to them too, or is for everyone",
    "pinbreng": "of a closed poll what voters wrote to be read by all",
    "standpunten": "what partners think is for the whole wijk",
    "trhier": "the traject is public",
    "intekening": "offers are for everyone",
    "p": "polls of the wijk",
    "uitleg": "what something means is for everyone",
    "vc": "vacatures are public",
    "vro": "answered questions are public",
    "zetels": "who sits where is public",
    "zt": "likewise",
}
"""What anyone may see who has the address of it."""
VAN_ZICHZELF = {
    **dict.fromkeys(("aaestop", "vrbstop"), "stops what they fill in"),
    **dict.fromkeys(("ba", "bv", "ev", "ine", "inj", "inx", "mbs", "vrm"), "of themselves"),
    **dict.fromkeys(
        ("vrastop", "bvstop", "cistop", "crstop", "trbstop", "vrstop", "wkstop", "hvt", "srstop", "srbstop", "tvstop"),
        "stops what they fill in",
    ),
    **{
        f"welkom_{wat}": "who works here may join too"
        for wat in ("taal", "later", "terug", "verder", "ja", "bekend", "al")
    },
    **dict.fromkeys(("taal", "toestellen", "werkgroepen"), "of themselves"),
    **dict.fromkeys(("rolneem", "rolniet"), "who has the link of an invitation takes it, or not"),
    "tsja": "a code for another device is for who has it: it says itself to give it to nobody",
    **dict.fromkeys(("stop", "wis", "wisz", "gegevens", "gegbestand", "nietmee", "nmja", "nmweer"), "of themselves"),
    **dict.fromkeys(
        ("hv", "meldingen", "mijnbijdrage", "pconcepten", "pcweg", "st", "vcnee", "vrj", "wisja"), "of themselves"
    ),
    **dict.fromkeys(
        ("kn", "kn_kies", "kn_naam", "kn_stop", "kn_weg", "mon", "toe", "toe_in", "toe_ja"),
        "of themselves",
    ),
    **dict.fromkeys(
        ("geleding", "rol", "cceigen", "hvb", "hvl", "hvw", "mlh", "mox", "pterug", "tshoor", "vcja", "wg"),
        "of themselves",
    ),
    **dict.fromkeys(("emdag", "emweg", "tkmail"), "of themselves"),
    "tkniet": "stops what was given to who taps it, and to nobody else",
}
"""What a button does to who taps it, whoever was shown it."""
VAN_HET_TEAM = {
    **{
        (knop, rol): "staff share the meetings, polls, reports, ideas and addresses of the wijk"
        for knop in (
            *("awc", "awl", "bapx", "brh", "bw", "bx", "bz", "cab", "ideefoto", "ideekaart", "ideezonder", "ik"),
            *("pantw", "pgnieuw", "pgroep", "pgroepen", "pgtoe", "popnieuw", "pps", "school_toon", "vsb", "vsp", "vsx"),
            *("tkg", "tkw", "zva", "zve", "zvs", "zvsa", "zvu"),
        )
        for rol in ("buurtbegeleider", "organisator")
    },
    **{
        (knop, "organisator"): "organisatoren share what is theirs to do"
        for knop in (*("cdw", "cdx", "mlu", "rap", "school_stop", "skpl", "srnieuw", "tlx", "vcb", "vcn", "wkx"),)
    },
    **{(knop, "trekker"): "trekkers let ideas through too" for knop in ("ideefoto", "ideekaart", "ideezonder")},
    ("brh", "straatcontact"): "of another street there is nothing to bring",
    **dict.fromkeys(((knop, "straatcontact") for knop in ("dgh", "dgp", "dgv", "nmd", "nmdw")), "their own street"),
    ("hvo", "straatcontact"): "likewise",
    **{
        (knop, rol): "staff do at any door what a straatcontact does in their own street"
        for knop in (
            *("ad", "adg", "adh", "adl", "ads", "aw", "awb", "awp", "dgb", "dgh", "dgp", "dgs", "dgv", "nmd", "nmdw"),
            *("rna", "rnb", "rno", "rnu", "rnv"),
        )
        for rol in ("buurtbegeleider", "organisator")
    },
    **{
        (knop, rol): "who answers a question of a resident: all who may, until one does"
        for knop in ("vra", "vrg", "vrgd", "vrw")
        for rol in ("aanspreekpunt", "buurtbegeleider", "organisator")
    },
    **{
        (knop, rol): "staff act for every werkgroep"
        for knop in ("pkopie", "uz")
        for rol in ("buurtbegeleider", "organisator")
    },
    **dict.fromkeys(
        ((knop, "organisator") for knop in ("pantw", "pgnieuw", "pgroep", "pgroepen", "popnieuw", "pps", "vsx")),
        "staff answer, ask again and type over, whoever began it; of a pile each sees their own",
    ),
    **{(knop, "straatcontact"): "their own street" for knop in ("adb", "dg", "rn")},
    ("pllaat", "trekker"): "of what is theirs",
    ("school_stop", "buurtbegeleider"): "staff made it, or a colleague",
    ("tlx", "buurtbegeleider"): "puts back what they typed themselves",
    **{
        (knop, rol): "what waits for a second person: all who may be that"
        for knop in ("vz", "vja", "vnee")
        for rol in ("kerngroep", "buurtbegeleider", "organisator", "beheerder")
    },
    **{
        ("wgnaamx", rol): "takes away one's own name: of who has none there it shows the werkgroep"
        for rol in ("trekker", "buurtbegeleider", "organisator")
    },
    ("uzaf", "buurtbegeleider"): "staff call off what goes to people for whom they may act",
    ("uzaf", "organisator"): "likewise",
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
    ("hvn", "buurtbegeleider"): "takes it: likewise",
    ("hvn", "organisator"): "likewise",
    ("pkopie", "trekker"): "asks something like a poll that they see too",
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
    "wijk": "here is one wijk: only who has more finds it in the menu (tests/e2e/test_wijken.py)",
    "afsluiten": "once, at the end, under the spelregels: two taps to those, and then this one",
    "controle": "only while a sample runs for this controleur, who then has it in the menu",
    "gewisteplekken": "rare, and a message comes when there is one",
    "mijngegevens": "another name for gegevens",
    "nietmee": "under what one wants to hear",
    "ontkoppel": "typed in the group itself",
    "inlogcode": "under who has which role",
    "rolgebruik": "under who has which role",
    "start": "how one begins",
    "stop": "under what one wants to hear",
    "vergeetmij": "another name for wissen",
    "wieben": "for who fills in the settings",
    "wissen": "under what is kept: `wis` is its button",
}
"""Commands without a line in anybody's menu, each with its reason. What has one is a tap or two from it."""
DINGEN = ("b", "p", "idee", "ml", "cc", "mb", "wgt", "vs", "kk", "av", "pa", "ci", "wis", "nietmee", "stop")
"""What one opens or does from a list: three taps at most. This wijk has no offer, card or position of a partner."""
OVER_LIJST: dict[str, str] = {
    **dict.fromkeys(
        ("hulpvraag.wat", "hulpvraag.nummer", "vraag.bevestig", "vraag.vraag", "vraag.verder"),
        "asks one thing; what says no to it leads on",
    ),
    **dict.fromkeys(("terugkeer.brief", "terugkeer.mail", "terugkeer.gemaild"), "back to the question of joining"),
    "toestel.hoe": "back to the question of joining, which it answers",
    **dict.fromkeys(
        ("ronde", "ronde.straat", "ronde.rond"), "one walks with it in the hand; what ends the round leads on"
    ),
    **dict.fromkeys(
        ("deurlijst.hoofden", "papierlijst.vraag", "papierlijst.fouten"), "back to the door list, which is in the hand"
    ),
    **dict.fromkeys(("vraag.groep", "vraag.voorstel", "vraag.gevonden"), "what says no to it leads on"),
    **dict.fromkeys(
        ("bundel", "uitzending", "tevredenheid.vraag", "tevredenheid.gehoord", "hulpvraag.nieuw"),
        "stays in the chat as it came: what its buttons open leads on",
    ),
    **dict.fromkeys(
        (
            "bijeenkomst.nieuw",
            "bijeenkomst.gewijzigd",
            "bijeenkomst.herinnering",
            "aanbod.herinnering",
            "brengen.nieuw",
        ),
        "stays in the chat as it came: what its buttons open leads on",
    ),
    **dict.fromkeys(("intekening.weg", "intekening.eigenaar"), "asks one thing before it counts: back leads on"),
    "bijdrage.bezig": "comes below what was tapped, which keeps its buttons; the file follows",
    "ronde.adres": "one walks with it in the hand; what ends the round leads on",
    "steekproef.post": "an address: the list takes it off the screen",
    "steekproef.bedankt": "the outsider has nothing to do here any more: no button either",
    "nietmee.deur": "back to the conversation at the door",
    **{soort: "asks whether one is sure: no leads on" for soort in MAKERS if "zeker" in soort},
    **dict.fromkeys(("formulier.anders", "peiling.proef"), "back to the preview of what is being made"),
    **dict.fromkeys(("wissen.niets", "wissen.klaar"), "nothing is kept of who asks: no button either"),
    "toestemming.nieuw": "asks for a yes or a no: yes leads on",
    "toestemming.ingetrokken": "the menu of who took back their yes: saying it again leads on",
    "uitnodiging.vraag": "asks whether one wants a role: no leads on",
    **dict.fromkeys(("welkom.taal", "welkom.later", "welkom.vol"), "who is not in yet has no menu to speak of"),
}
"""What has no menu button, why, and leads in two taps or less to what has one."""
ZONDER_MENU = dict.fromkeys(("school.open", "school.dicht"), "a pupil is nobody here: there is one poll, and no more")
"""What leads to no menu at all, and why."""
VAN_MEER_WIJKEN = "of an installation with more wijken: tests/e2e/test_wijken.py taps it"
NIET_GELOPEN = {
    "wijk": VAN_MEER_WIJKEN,
    "wijkhier": VAN_MEER_WIJKEN,
    "vlgj": "only without pages of our own is a follower confirmed by hand: this wijk has them",
    "tsrest": "told where one took part of who comes back in a browser: who walks is on Telegram",
}
"""Kinds of taps that nobody comes to in the heavy walk, each with why."""
SECONDEN = 600
"""So much of the processor one walk may take: else it would not end, and nobody would know."""


@contextmanager
def gevulde_wijk(sjabloon: Path, map_: Path) -> Iterator[tuple[Connection, int]]:
    """Fill a wijk of which nothing is ever committed."""
    bestand = Path(shutil.copy(sjabloon, map_ / "wandeling.db"))
    wijkwacht.bereid_voor(bestand)
    with verbinding(bestand) as tx:
        yield tx, vul(tx)


async def een_wandeling(wijk: tuple[Connection, int], diep: int, alles: bool = True, **meer: Any) -> Wandeling:
    loket = await Loket.open(*wijk, INSTELLINGEN)
    await leef(loket, alles)
    daar = groepen.elders(*wijk)
    wijkwacht.bewaak(wijk[0], daar)
    meer = {"van_elders": wijkwacht.namen(wijk[0], daar), **meer}
    return Wandeling(loket, diep, over_lijst=OVER_LIJST, zonder_menu=ZONDER_MENU, seconden=SECONDEN, **meer)


def alle_opdrachten() -> list[str]:
    """Return every command that the bot listens to."""
    return sorted(luisteraars("COMMANDS"))


def fouten_van(wandeling: Wandeling) -> list[str]:
    """Return what was found on the way and is not known."""
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
    return fouten


def klopt(wandeling: Wandeling, *al: str) -> None:
    """Fail with what was found and is not known; `al` was said before."""
    fouten = [fout for fout in fouten_van(wandeling) if fout not in al]
    assert not fouten, "\n".join(["", *fouten])


def alleen_van_zichzelf(wandeling: Wandeling) -> None:
    """Fail with what someone could do with a button that only others were shown: of each kind and role once."""
    fouten = {}
    for een in wandeling.van_anderen():
        begin, rol = een.knop.split(":")[0], NAMEN[een.door].removesuffix(" 2")
        bekend = (begin, rol) in VAN_HET_TEAM or begin in VAN_ZICHZELF
        if not bekend and not (begin in VAN_IEDER and een.uitkomst.startswith("shows ")):
            fouten[begin, rol] = f"{een.data} of {NAMEN[een.van]}, tapped by {NAMEN[een.door]}, {een.uitkomst}"
    assert not fouten, "\n".join(["", *fouten.values()])


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
    sjabloon: Path, tmp_path: Path
) -> None:
    with gevulde_wijk(sjabloon, tmp_path) as wijk:
        wandeling = await een_wandeling(wijk, 3, alles=False, anderen=EEN_VAN_ELK)
        for wie in EEN_VAN_ELK:
            await wandeling.loop(wie)
            await asyncio.sleep(0)
    klopt(wandeling)
    alleen_van_zichzelf(wandeling)
    drie_tikken(wandeling)
    assert len(wandeling.knoppen) > 250, "much cannot be reached any more: look at tests/vollewijk.py"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def tocht(sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Wandeling]:
    """One wijk and one walk for all the tests below, so that what each was shown is known of all."""
    with gevulde_wijk(sjabloon, tmp_path_factory.mktemp("tocht")) as wijk:
        yield await een_wandeling(wijk, 4, van_opdracht=3, anderen=ALLEN, keren=2, elke_tekst=True)


@pytest.mark.zwaar
@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("wie", ALLEN, ids=NAMEN.get)
async def test_and_to_depth_4_and_every_command_and_every_text(tocht: Wandeling, wie: int) -> None:
    stappen, al, begin = tocht.stappen, fouten_van(tocht), time.process_time()
    await tocht.loop(wie, alle_opdrachten(), verder(wie))
    seconden = time.process_time() - begin
    print(f"{NAMEN[wie]}: {tocht.stappen - stappen} steps, {len(tocht.knoppen)} kinds of buttons, {seconden:.0f} s")
    klopt(tocht, *al)


@pytest.mark.zwaar
@pytest.mark.asyncio(loop_scope="module")
async def test_and_of_all_those_buttons_nobody_can_use_what_only_another_was_shown(tocht: Wandeling) -> None:
    if set(tocht.gezien) < set(ALLEN):
        pytest.skip("not everyone walked: what the others are shown is not known")
    print(f"{tocht.stappen} steps, {len(tocht.knoppen)} kinds of buttons, {len(tocht.gevolgen)} taps by others")
    print(f"{len(tocht.soorten)} kinds of messages, {tocht.teksten} texts read")
    nooit = set(luisteraars("TAPS")) - {soort.split(":")[0] for soort in tocht.knoppen}
    alleen_van_zichzelf(tocht)
    assert nooit == NIET_GELOPEN.keys(), "a step in tests/wandelstappen/ leads there, or NIET_GELOPEN says why not"


@pytest.mark.zwaar
@pytest.mark.parametrize("taal", talen())
async def test_and_in_each_language_every_conversation_is_played_to_its_end(
    sjabloon: Path, tmp_path: Path, taal: str
) -> None:
    begin = time.process_time()
    with gevulde_wijk(sjabloon, tmp_path) as wijk:
        wandeling = await een_wandeling(wijk, 3, anderen=(), elke_tekst=True, lees_in=[taal])
        wandeling.loket.spreek(taal)
        for wie in IN_ELKE_TAAL:
            await wandeling.loop(wie, alle_opdrachten())
            await asyncio.sleep(0)
    seconden = time.process_time() - begin
    print(f"{taal}: {wandeling.stappen} steps, {wandeling.teksten} texts, {len(wandeling.formulieren)} open questions")
    print(f"{len(wandeling.soorten)} kinds of messages, {seconden:.0f} s")
    klopt(wandeling)
    assert len(wandeling.formulieren) > 50
