"""The mail server: does it let us in."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

import aiosmtplib

from bot.config import Settings
from bot.doctor.regel import Regel, fout, goed

_GEDULD_SECONDEN = 10


async def kijk(alle: Sequence[Settings], now: datetime) -> AsyncIterator[Regel]:
    """Log in, and send nothing."""
    hoe = alle[0].post
    if not hoe.server:
        yield goed("mail", "deze installatie stuurt geen mail")
        return
    tls = hoe.poort == 465
    client = aiosmtplib.SMTP(
        hostname=hoe.server, port=hoe.poort, use_tls=tls, start_tls=hoe.starttls and not tls, timeout=_GEDULD_SECONDEN
    )
    try:
        await client.connect()
        if hoe.gebruiker:
            await client.login(hoe.gebruiker, hoe.wachtwoord)
        await client.noop()
    except aiosmtplib.SMTPAuthenticationError as mis:
        yield fout("mail", f"{hoe.server} neemt de gebruiker en het wachtwoord niet aan ({mis.code}); kijk naar [post]")
    except (aiosmtplib.SMTPException, OSError) as mis:
        yield fout("mail", f"{hoe.server}:{hoe.poort} laat ons niet binnen ({type(mis).__name__}); kijk naar [post]")
    else:
        yield goed("mail", f"{hoe.server} laat ons binnen")
    finally:
        client.close()
