"""Advice, documents and trust on the public page: what everyone may read is there, and what is the team's is not."""

from datetime import timedelta
from typing import Any

from babel.numbers import format_decimal
from sqlalchemy import Connection, insert, select

from berichten import talen
from bot.rules.trajecten import TRAJECTEN
from bot.services import traject
from bot.services.handeling import AMSTERDAM
from bot.storage import metingen, trajecten
from bot.storage import tables as t
from tests.builders import NU, een_account, een_publiek_id
from tests.web.site import Site, vul

PDF = b"%PDF-1.7\n%%EOF\n"


def vul_traject(tx: Connection, wijk: int) -> None:
    """Put a public document, one of the team, advice in every state, and the answers of twelve residents."""
    door = een_account(tx, "traject")
    besluit = (NU + timedelta(days=500)).date()
    traject.start(tx, wijk, TRAJECTEN["besluit"], besluit, (NU, AMSTERDAM), ids=lambda _: een_publiek_id(), door=door)
    loopt = trajecten.loopt(tx, wijk)
    assert loopt is not None
    (gang,) = trajecten.bezig(tx, loopt.id)
    for titel, openbaar in (("De kaders <nu>", True), ("Alleen voor ons", False)):
        stuk: dict[str, Any] = {
            "publiek_id": een_publiek_id(),
            "naam": "kaders.pdf",
            "inhoud": PDF,
            "sha256": "ab" * 32,
        }
        stuk |= {"sha256": "ab" * 32, "file_id": "x", "gemaakt_door": door, "gemaakt_op": NU, "wijk": wijk}
        nieuw = tx.execute(insert(t.stuk).values(**stuk).returning(t.stuk.c.id)).scalar_one()
        velden = {"fase": gang.id, "stuk": nieuw, "titel": titel, "openbaar": openbaar, "op": NU, "gemaakt_door": door}
        tx.execute(insert(t.fasestuk).values(wijk=wijk, publiek_id=een_publiek_id(), **velden))
    van = {"wijk": wijk, "van": "bewoners", "werkgroep": "", "aan": "college", "dag": NU.date(), "op": NU}
    for titel, oordeel in (("Begin bij de huurders", "nee"), ("Meer bomen", "ja"), ("Een spreekuur", "")):
        rij = {"publiek_id": een_publiek_id(), "titel": titel, "tekst": "Zij wachten al lang.", "gemaakt_door": door}
        advies = tx.execute(insert(t.advies).values(**van, **rij).returning(t.advies.c.id)).scalar_one()
        if oordeel:
            antwoord = {"oordeel": oordeel, "reden": "Het geld is op.", "op": NU, "gemaakt_door": door}
            tx.execute(insert(t.adviesantwoord).values(wijk=wijk, advies=advies, **antwoord))
    velden = {
        "publiek_id": een_publiek_id(),
        "fase": gang.id,
        "soort": "vertrouwen",
        "sluit_op": NU - timedelta(days=1),
    }
    meting = metingen.open_(tx, wijk, **velden)
    metingen.sluit(tx, meting, {"staat": "getoond", "aantal": 10, "tienden": {"proces": 40, "inbreng": 30}})


async def test_everyone_reads_advice_documents_and_trust_and_nothing_of_the_team(site: Site) -> None:
    await vul(site, vul_traject)
    for taal in talen():
        adviezen, stukken = await site.haal(f"/{taal}/adviezen/"), await site.haal(f"/{taal}/documenten/")
        assert adviezen.tekst.index("Een spreekuur") < adviezen.tekst.index("Het geld is op.")
        assert "De kaders &lt;nu&gt;" in stukken.tekst
        assert "Alleen voor ons" not in stukken.tekst
        assert format_decimal(4, "0.0", locale=taal) in stukken.tekst

    def ids(tx: Connection) -> list[str]:
        return list(tx.scalars(select(t.fasestuk.c.publiek_id).order_by(t.fasestuk.c.id)))

    openbaar, van_team = await site.database.read(ids)
    gehaald = await site.haal(f"/nl/documenten/{openbaar}.pdf")
    assert (gehaald.status, gehaald.koppen["Content-Type"], gehaald.tekst) == (200, "application/pdf", PDF.decode())
    for pad in (f"documenten/{van_team}.pdf", f"documenten/{'A' * 22}.pdf", f"documenten/{'A' * 400}.pdf"):
        assert (await site.haal(f"/nl/{pad}")).status == 404
    assert "Begin bij de huurders" in (await site.haal("/nl/nieuws.atom")).tekst
