"""The page's own words. They move to the catalogs of berichten; this list says which keys the page asks for."""

from __future__ import annotations

TALEN = ("nl", "en")

_NL_EN: dict[str, tuple[str, str]] = {
    "webchat.titel": ("Gehoord: probeer het uit", "Gehoord: try it out"),
    "webchat.demo": ("Demo: kies wie je bent", "Demo: choose who you are"),
    "webchat.demo_uitleg": (
        "Dit is een oefenwijk. Niemand buiten jouw computer ziet wat je doet.",
        "This is a practice neighbourhood. Nobody outside your computer sees what you do.",
    ),
    "webchat.mensen": ("Mensen in de demo", "People in the demo"),
    "webchat.chats": ("Gesprekken", "Chats"),
    "webchat.bot": ("bot", "bot"),
    "webchat.nieuwe_bewoner": ("Nieuwe bewoner", "New resident"),
    "webchat.nieuw": ("net erbij", "just joined"),
    "webchat.voeg_toe": ("Nieuwe bewoner erbij", "Add a new resident"),
    "webchat.klok": ("Tijd in de demo", "Time in the demo"),
    "webchat.uur_verder": ("Een uur verder", "An hour later"),
    "webchat.morgen": ("Morgen", "Tomorrow"),
    "webchat.brief": ("Je vond een brief in de bus", "You found a letter in your letterbox"),
    "webchat.brief_uitleg": (
        "Er staat een link in, alleen voor jouw huishouden.",
        "It has a link in it, just for your household.",
    ),
    "webchat.open_brief": ("Open de brief", "Open the letter"),
    "webchat.start": ("Start", "Start"),
    "webchat.leeg": (
        "Hier staat nog niets. Tik op Start om te beginnen.",
        "Nothing here yet. Tap Start to begin.",
    ),
    "webchat.schrijf": ("Typ een bericht", "Type a message"),
    "webchat.verstuur": ("Verstuur", "Send"),
    "webchat.menu": ("Menu met opdrachten", "Command menu"),
    "webchat.typt": ("is bezig …", "is busy …"),
    "webchat.gewijzigd": ("aangepast", "edited"),
    "webchat.gesprek": ("Gesprek", "Conversation"),
    "webchat.foto": ("Foto", "Photo"),
    "webchat.download": ("Download {naam}", "Download {naam}"),
    "webchat.ongelezen": ("{aantal} nieuw", "{aantal} new"),
    "webchat.oke": ("Oké", "OK"),
    "webchat.verbinding_weg": ("Even geen verbinding. We proberen het opnieuw.", "No connection. We keep trying."),
    "webchat.mislukt": ("Dat lukte niet. Probeer het nog eens.", "That did not work. Please try again."),
    "webchat.geblokkeerd": ("Je hebt deze bot geblokkeerd.", "You have blocked this bot."),
    "webchat.deblokkeer": ("Deblokkeer", "Unblock"),
    "webchat.blokkeer": ("Blokkeer", "Block"),
    "webchat.groep_gemaakt": ("{naam} maakte de groep", "{naam} made the group"),
    "webchat.vandaag": ("Vandaag", "Today"),
    "webchat.verborgen": ("Toon verborgen tekst", "Show hidden text"),
    "webchat.naar_beneden": ("Naar het nieuwste bericht", "To the newest message"),
}
SLEUTELS = list(_NL_EN)


def teksten(taal: str) -> dict[str, str]:
    """Return key to text in a language; unknown languages get Dutch."""
    kolom = TALEN.index(taal) if taal in TALEN else 0
    return {sleutel: teksten[kolom] for sleutel, teksten in _NL_EN.items()}
