"""Breakdowns come once a week: who asks again in between, also after a restart, gets what was published."""

from datetime import timedelta

from bot.storage import tables as t
from tests.e2e.test_export_ophalen import bestanden
from tests.services.test_export import NAMEN
from tests.wereld import ANNA, IBRAHIM, Wereld, zin


async def test_asking_again_within_the_week_publishes_nothing_anew_and_a_week_later_it_does(wereld: Wereld) -> None:
    await wereld.bewoner(ANNA)
    ibrahim = wereld.mens(IBRAHIM)

    async def haal_op() -> int:
        al = len(await bestanden(ibrahim))
        na = (await ibrahim.vraag("/export", zin("export.bezig")))["message_id"]
        await ibrahim.wacht(
            lambda b: b["message_id"] > na and b.get("document", {}).get("file_name") == NAMEN[-1], NAMEN[-1]
        )
        assert (await bestanden(ibrahim))[al:] == NAMEN
        return await wereld.tel(t.publicatie)

    eerst = await haal_op()
    assert eerst > 0
    await wereld.herstart()
    assert await haal_op() == eerst
    nu = wereld.klok.nu
    await wereld.ga_naar(nu + timedelta(days=8))
    assert await haal_op() == 2 * eerst
