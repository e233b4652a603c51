"""This is not right: what a resident says of it, and who looks at it."""

from bot.services import bulkcorrectie, correctie, rechtzetten
from handlers.beurt import Beurt, begint, met, met_paar, zonder


async def accepteer(beurt: Beurt, invoer: str) -> None:
    """Agree."""
    await beurt.doe(rechtzetten.accepteer, invoer, beurt.bericht_id)


COMMANDS = {"correcties": zonder(rechtzetten.lijst)}
TAPS = {
    "correcties": zonder(rechtzetten.lijst),
    "mbk": met(correctie.vraag),
    "mbw": met_paar(correctie.kies),
    "mbs": met(correctie.stop),
    "mbt": met(correctie.neem_terug),
    "cob": met(correctie.blijf_erbij),
    "col": met(correctie.laat_zo),
    "co": met(rechtzetten.toon),
    "coja": accepteer,
    "coa": met(rechtzetten.antwoord),
    "cos": zonder(rechtzetten.stop),
    "coalles": begint(bulkcorrectie.FORMULIER),
}
STAPPEN = {correctie.SOORT: met(correctie.typ), rechtzetten.SOORT: met(rechtzetten.typ)}
