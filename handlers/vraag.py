"""A question to the bewonersaanspreekpunt: asked, answered in reply, asked on; also what nobody else understood."""

from bot.services import gesprek, vraag, vraagpunt, vraagstop
from handlers.beurt import Beurt, bladzij, paar


async def begin(beurt: Beurt, invoer: str) -> None:
    """Wait for a question, or take what stands behind the command."""
    await beurt.doe(vraag.begin, invoer)


async def tik_begin(beurt: Beurt, invoer: str) -> None:
    """Wait for a question."""
    await beurt.doe(vraag.begin)


async def los(beurt: Beurt, invoer: str) -> None:
    """Take text that nobody waits for."""
    await beurt.doe(vraag.los, invoer)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take a photo or voice that nobody waits for."""
    await beurt.doe(vraag.los, "", beurt.inhoud)


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take the question that was typed or sent."""
    await beurt.doe(vraag.typ, invoer, beurt.inhoud, beurt.settings.vraagbaak.werkdagen)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Ask nothing after all."""
    await beurt.doe(gesprek.stop, vraag.SOORT)


async def stuur(beurt: Beurt, invoer: str) -> None:
    """Send what was written: `<about what>:<werkgroep>`."""
    await beurt.doe(vraag.stuur, *paar(invoer), beurt.settings.vraagbaak.werkdagen)


async def toon_antwoord(beurt: Beurt, invoer: str) -> None:
    """Show an answer that was offered."""
    await beurt.doe(vraag.toon_antwoord, invoer)


async def bied_weer_aan(beurt: Beurt, invoer: str) -> None:
    """Go back to what was offered."""
    await beurt.doe(vraag.bied_weer_aan)


async def geen_van_deze(beurt: Beurt, invoer: str) -> None:
    """None of what was offered answers it."""
    await beurt.doe(vraag.geen_van_deze)


async def gevonden(beurt: Beurt, invoer: str) -> None:
    """What was offered answers it."""
    await beurt.doe(vraag.gevonden)


async def laat(beurt: Beurt, invoer: str) -> None:
    """Send nothing."""
    await beurt.doe(vraag.laat)


async def eigen(beurt: Beurt, invoer: str) -> None:
    """Show one's own questions, a page of them."""
    await beurt.doe(vraag.eigen, bladzij(invoer))


async def verder(beurt: Beurt, invoer: str) -> None:
    """Ask on."""
    await beurt.doe(vraag.begin_verder, invoer)


async def geholpen(beurt: Beurt, invoer: str) -> None:
    """Say that it helped."""
    await beurt.doe(vraag.geholpen, invoer)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Take one's own back."""
    await beurt.doe(vraag.trek_in, invoer)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show who answers what waits, a page of it."""
    await beurt.doe(vraagpunt.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one of these."""
    await beurt.doe(vraagpunt.toon, invoer)


async def antwoord(beurt: Beurt, invoer: str) -> None:
    """Wait for an answer."""
    await beurt.doe(vraagpunt.begin_antwoord, invoer)


async def getypt_antwoord(beurt: Beurt, invoer: str) -> None:
    """Take the answer."""
    await beurt.doe(vraagpunt.typ, invoer)


async def antwoord_op(beurt: Beurt, invoer: str) -> None:
    """Take an answer that was typed in reply: `<thread>:<text>`."""
    await beurt.doe(vraagpunt.antwoord_op, *paar(invoer))


async def stop_antwoord(beurt: Beurt, invoer: str) -> None:
    """Give no answer after all."""
    await beurt.doe(gesprek.stop, vraagpunt.SOORT)


async def kies_ander(beurt: Beurt, invoer: str) -> None:
    """Offer to whom it can be passed on."""
    await beurt.doe(vraagpunt.kies_ander, invoer)


async def geef_door(beurt: Beurt, invoer: str) -> None:
    """Pass it on: `<thread>:<werkgroep>`."""
    await beurt.doe(vraagpunt.geef_door, *paar(invoer))


async def naar_organisator(beurt: Beurt, invoer: str) -> None:
    """Lay it with the organisatoren."""
    await beurt.doe(vraagpunt.naar_organisator, invoer)


async def publiceer(beurt: Beurt, invoer: str) -> None:
    """Let everyone read it."""
    await beurt.doe(vraagpunt.publiceer, invoer)


async def publiceer_anders(beurt: Beurt, invoer: str) -> None:
    """Let everyone read it in other words."""
    await beurt.doe(vraagpunt.publiceer_anders, invoer)


async def melden(beurt: Beurt, invoer: str) -> None:
    """Say that an answer is not in order."""
    await beurt.doe(vraagstop.meld_antwoord, invoer)


async def vraag_stop(beurt: Beurt, invoer: str) -> None:
    """Ask for how long somebody may ask nothing."""
    await beurt.doe(vraagstop.vraag, invoer)


async def zet_stop(beurt: Beurt, invoer: str) -> None:
    """Stop them: `<thread>:<days>`."""
    await beurt.doe(vraagstop.stop, *paar(invoer))


async def hef_stop_op(beurt: Beurt, invoer: str) -> None:
    """Let them ask again."""
    await beurt.doe(vraagstop.hef_op, invoer)


async def bezwaar(beurt: Beurt, invoer: str) -> None:
    """Wait for why somebody does not agree."""
    await beurt.doe(vraagstop.begin_bezwaar)


async def getypt_bezwaar(beurt: Beurt, invoer: str) -> None:
    """Take why."""
    await beurt.doe(vraagstop.typ, invoer)


async def stop_bezwaar(beurt: Beurt, invoer: str) -> None:
    """Say nothing of it after all."""
    await beurt.doe(gesprek.stop, vraagstop.SOORT)


COMMANDS = {"vraag": begin, "openvragen": lijst}
TAPS = {
    "vraag": tik_begin,
    "vrstop": stop,
    "vrs": stuur,
    "vro": toon_antwoord,
    "vrt": bied_weer_aan,
    "vrn": geen_van_deze,
    "vrj": gevonden,
    "vrx": laat,
    "vrm": eigen,
    "vrd": verder,
    "vrh": geholpen,
    "vri": trek_in,
    "openvragen": lijst,
    "vrk": toon,
    "vra": antwoord,
    "vrastop": stop_antwoord,
    "vrg": kies_ander,
    "vrgd": geef_door,
    "vrw": naar_organisator,
    "vrp": publiceer,
    "vrpa": publiceer_anders,
    "vrr": melden,
    "vrz": vraag_stop,
    "vrzz": zet_stop,
    "vrzo": hef_stop_op,
    "vrb": bezwaar,
    "vrbstop": stop_bezwaar,
}
EIGEN_WOORDEN = (vraag.SOORT, vraagpunt.SOORT, vraagstop.SOORT)
STAPPEN = {vraag.SOORT: getypt, vraagpunt.SOORT: getypt_antwoord, vraagstop.SOORT: getypt_bezwaar}
STAPPEN_GESTUURD = {vraag.SOORT: getypt}
ANTWOORDEN = ((vraagpunt.zoek_beantwoord, antwoord_op),)
