"""What the public page says of seats: who sits there by their own wish, what is asked, and a draw to work out again."""

from sqlalchemy import Connection, select

from bot.storage import lotingen
from bot.storage import tables as t
from tests.builders import NU
from tests.web.site import Site
from tests.web.vulling import vul_alles


def loot(tx: Connection, wijk: int) -> list[str]:
    """Put a draw for the vacature there is in the log, as announced; return its candidates."""
    een = tx.execute(select(t.vacature.c.id).where(t.vacature.c.wijk == wijk)).scalar_one()
    nummers = ["a" * 22, "b" * 22]
    vast = {"publiek_id": "l" * 22, "vacature": een, "blad": 7, "dag": NU.date(), "kandidaten": nummers}
    lotingen.voeg_toe(tx, wijk, **vast)
    return nummers


async def test_who_sits_there_is_named_only_by_their_own_wish_and_a_draw_has_its_list(site: Site) -> None:
    assert (await site.haal("/nl/zetels/")).status == 404
    await vul_alles(site)
    nummers = await site.zet(loot)
    pagina = await site.haal("/nl/zetels/")
    assert pagina.status == 200
    assert "Anna &lt;i&gt;van het plein&lt;/i&gt;" in pagina.tekst
    assert "vacant" in pagina.tekst
    assert "Kom praten." in pagina.tekst
    assert "legt dingen goed uit" in pagina.tekst
    assert all(nummer in pagina.tekst for nummer in nummers)
