"""What someone sent, read out of an update as the listeners get it: text, what follows a command, a photo, a place."""

from telegram import Update


def tekst_van(update: Update) -> str:
    """Return the text of a message."""
    bericht = update.effective_message
    return leesbaar(bericht.text if bericht else None)


def na_opdracht(update: Update) -> str:
    """Return what follows a command."""
    return tekst_van(update).partition(" ")[2].strip()


def foto_of_plek(update: Update) -> str:
    """Return `foto:<file_id>` or `locatie:<millionths of a degree north>,<east>`."""
    bericht = update.effective_message
    if bericht and bericht.photo:
        return f"foto:{bericht.photo[-1].file_id}"
    plek = bericht.location if bericht else None
    return f"locatie:{round(plek.latitude * 1e6)},{round(plek.longitude * 1e6)}" if plek else ""


def leesbaar(tekst: str | None) -> str:
    """Return text without what no database keeps: NUL and half characters, which only a modified client sends."""
    return (tekst or "").replace("\x00", "").encode(errors="ignore").decode()
