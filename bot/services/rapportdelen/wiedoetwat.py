"""What the decision was said to be about, and who decides what; no contacts, for these are of people."""

from sqlalchemy import Connection

from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.services.wiedoetwat import ROLLEN
from bot.services.wiedoetwat import lees as lees_alles


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return each part with its text, its level and since when it stands so."""
    delen = lees_alles(tx, kader.wijk)["delen"]
    velden = ("tekst", "trede", "link", "op")
    rijen = [
        {"onderdeel": naam, **{veld: delen[naam][veld] for veld in velden}}
        for naam in ("kaders", *ROLLEN)
        if naam in delen
    ]
    return Blok(rijen)
