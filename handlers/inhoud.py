"""What someone sent, read out of an update as the listeners get it: text, what follows a command, files and places."""

from telegram import Document, MessageEntity, PhotoSize, Update, Video, Voice

from bot.rules.inhoud import MARKERING, Inhoud, Opmaak, Soort, als_html


def tekst_van(update: Update) -> str:
    """Return the text of a message."""
    bericht = update.effective_message
    return leesbaar(bericht.text if bericht else None)


def na_opdracht(update: Update) -> str:
    """Return what follows a command."""
    return tekst_van(update).partition(" ")[2].strip()


def gestuurd(update: Update) -> Inhoud | None:
    """Return what someone sent, with its markup; None for what we pass on to nobody, such as a sticker.

    The library's own `text_html` is not used: it writes links unescaped and doubles text where stretches cross.
    """
    bericht = update.effective_message
    if bericht is None:
        return None
    if plek := bericht.location:
        adres = f"{bericht.venue.title}\n{bericht.venue.address}" if bericht.venue else ""
        noord_oost = [round(plek.latitude * 1e6), round(plek.longitude * 1e6)]
        return Inhoud(soort="plek", html=als_html(adres, ()), file_id=None, naam=None, plek=noord_oost)
    document = None if bericht.animation else bericht.document
    alle: tuple[tuple[Soort, PhotoSize | Video | Voice | Document | None], ...] = (
        ("foto", bericht.photo[-1] if bericht.photo else None),
        ("video", bericht.video),
        ("spraak", bericht.voice),
        ("document", document),
    )
    html = als_html(bericht.text or bericht.caption or "", map(_opmaak, bericht.entities or bericht.caption_entities))
    for soort, bestand in alle:
        if bestand:
            naam = leesbaar(document.file_name) if document else None
            return Inhoud(soort=soort, html=html, file_id=bestand.file_id, naam=naam, plek=None)
    return Inhoud(soort="tekst", html=html, file_id=None, naam=None, plek=None) if bericht.text else None


def gedeeld_nummer(update: Update) -> str | None:
    """Return the number of a shared contact when it is the sender's own; empty when another's, None when there is none.

    The chat network writes it with its country, mostly without the `+`.
    """
    bericht, persoon = update.effective_message, update.effective_user
    if bericht is None or bericht.contact is None:
        return None
    eigen = persoon is not None and bericht.contact.user_id == persoon.id
    return f"+{bericht.contact.phone_number.lstrip('+')}" if eigen else ""


def _opmaak(entiteit: MessageEntity) -> Opmaak:
    return Opmaak(entiteit.type, entiteit.offset, entiteit.length, entiteit.url)


def leesbaar(tekst: str | None) -> str:
    """Return text without what no database keeps, NUL and half characters, and without the marks of direction.

    The marks come along when someone copies a code out of a message that reads from right to left.
    """
    return MARKERING.sub("", tekst or "").encode(errors="ignore").decode()
