"""One chat network that the bot is on: what comes in over it, who answers, and what goes out. `bot.app` has each.

The core knows a network by the name of its accounts (`kanaal`) and by the address that opens the bot there.
"""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from bot.channels.beurten import Beurten
from bot.channels.chatwissing import Chatwissers
from bot.channels.intake import Intake
from bot.channels.sender import Sender, Weg
from bot.channels.tijdvak import Tijdvakwacht
from bot.oefenen.deur import Oefendeur
from bot.oefenen.oefeningen import Oefeningen
from bot.rules.pacing import Baan
from bot.samen import Procesrol, Samen, start
from bot.werk import start_zenders
from bot.wijkdeur import Wijkdeur
from handlers.verwerking import App, Omgeving, Verwerking


@dataclass(frozen=True)
class Net:
    """A network and what works for it.

    Args:
        wijken: each with the name of this network, and the address that opens the bot there.
    """

    wijken: tuple[Omgeving, ...]
    sender: Sender
    beurten: Beurten
    intake: Intake
    oefeningen: Oefeningen

    @property
    def omgeving(self) -> Omgeving:
        """The first of its wijken: for what is the same in all."""
        return self.wijken[0]

    @property
    def kanaal(self) -> str:
        """The name of its accounts."""
        return self.omgeving.kanaal


def maak_net(
    stapel: AsyncExitStack,
    wijken: Sequence[Omgeving],
    application: App,
    sender: Sender,
    beurten: Beurten,
    samen: Samen,
) -> Net:
    """Tie a network to the handlers; nothing comes in or goes out yet."""
    omgeving = wijken[0]
    verwerking = Verwerking(application, sender, omgeving)
    wie = str(application.bot.id)
    oefeningen = Oefeningen(verwerking, omgeving, sender, wie, samen.ploeg)
    deur = Wijkdeur(verwerking, sender, wijken) if omgeving.merk else verwerking
    ingang = Oefendeur(deur, oefeningen, wie)
    hoe = ingang.verwerk, ingang.antwoord, ingang.mislukt, samen.ploeg
    intake = Intake(omgeving.database, omgeving.kanaal, wie, *hoe, einde=omgeving.einde)
    if samen.ploeg is not None:
        samen.ploeg.bij_dood(oefeningen.sluit)
    stapel.push_async_callback(oefeningen.sluit)
    stapel.push_async_callback(intake.stop)
    return Net(tuple(wijken), sender, beurten, intake, oefeningen)


async def start_net(
    stapel: AsyncExitStack, net: Net, wacht: Tijdvakwacht, gestopt: asyncio.Future[None], samen: Samen
) -> None:
    """Take up what a stopped process left, and send what waits, as far as that is this process's part."""
    if samen.doet(Procesrol.ZENDER):
        await start_zenders(stapel, net.wijken, net.sender, net.beurten, wacht, gestopt, samen)
    if samen.doet(Procesrol.WERK):
        await net.oefeningen.herstel()
        await net.intake.herstel()
        if samen.ploeg is not None:
            start(stapel, net.intake.haal(), gestopt)
    if samen.doet(Procesrol.ZENDER):
        database, wissend = net.omgeving.database, net.sender.op(Weg(Baan.HERINNERING))
        wissers = Chatwissers(database, [een.wijk for een in net.wijken], net.kanaal, wissend)
        samen.alleen(stapel, gestopt, f"chatwissen:{net.kanaal}", wissers.werk)
    if samen.doet(Procesrol.WERK):
        start(stapel, net.oefeningen.werk(), gestopt)
