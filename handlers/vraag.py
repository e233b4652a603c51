"""A question to the bewonersaanspreekpunt: asked, answered in reply, asked on; also what nobody else understood."""

from bot.services import gesprek, vraag, vraagpunt, vraagstop
from handlers.beurt import Beurt, met, met_bladzij, met_paar, paar, zonder


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


async def stop_antwoord(beurt: Beurt, invoer: str) -> None:
    """Give no answer after all."""
    await beurt.doe(gesprek.stop, vraagpunt.SOORT)


async def stop_bezwaar(beurt: Beurt, invoer: str) -> None:
    """Say nothing of it after all."""
    await beurt.doe(gesprek.stop, vraagstop.SOORT)


COMMANDS = {"vraag": met(vraag.begin), "openvragen": met_bladzij(vraagpunt.lijst)}
TAPS = {
    "vraag": zonder(vraag.begin),
    "vrstop": stop,
    "vrs": stuur,
    "vro": met(vraag.toon_antwoord),
    "vrt": zonder(vraag.bied_weer_aan),
    "vrn": zonder(vraag.geen_van_deze),
    "vrj": zonder(vraag.gevonden),
    "vrx": zonder(vraag.laat),
    "vrm": met_bladzij(vraag.eigen),
    "vrd": met(vraag.begin_verder),
    "vrh": met(vraag.geholpen),
    "vri": met(vraag.trek_in),
    "openvragen": met_bladzij(vraagpunt.lijst),
    "vrk": met(vraagpunt.toon),
    "vra": met(vraagpunt.begin_antwoord),
    "vrastop": stop_antwoord,
    "vrg": met(vraagpunt.kies_ander),
    "vrgd": met_paar(vraagpunt.geef_door),
    "vrw": met(vraagpunt.naar_organisator),
    "vrp": met(vraagpunt.publiceer),
    "vrpa": met(vraagpunt.publiceer_anders),
    "vrr": met(vraagstop.meld_antwoord),
    "vrz": met(vraagstop.vraag),
    "vrzz": met_paar(vraagstop.stop),
    "vrzo": met(vraagstop.hef_op),
    "vrb": zonder(vraagstop.begin_bezwaar),
    "vrbstop": stop_bezwaar,
}
EIGEN_WOORDEN = (vraag.SOORT, vraagpunt.SOORT, vraagstop.SOORT)
STAPPEN = {vraag.SOORT: getypt, vraagpunt.SOORT: met(vraagpunt.typ), vraagstop.SOORT: met(vraagstop.typ)}
STAPPEN_GESTUURD = {vraag.SOORT: getypt}
ANTWOORDEN = ((vraagpunt.zoek_beantwoord, met_paar(vraagpunt.antwoord_op)),)
