"""What the public page says of the conditions: what was published last, in the numbers of the export."""

from datetime import timedelta
from fractions import Fraction

from sqlalchemy import Connection, insert

from bot.rules.drempels.gehoord import Gehoord
from bot.rules.kleine_cellen import exact
from bot.rules.spelregels import Spelregels
from bot.services import publiek, standpublicatie
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import AMSTERDAM
from bot.services.publiek import Blik
from bot.storage import spelregels, tables
from tests.builders import NU, een_bewoner, een_publiek_id, een_wijk, handeling, tellingen


def _wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    regels = Spelregels(aantal=40, drempels=(Gehoord(Fraction(1, 2), ">"),))
    spelregels.volg_instellingen(tx, wijk, regels.canoniek())
    return wijk


def _hoor(tx: Connection, wijk: int, aantal: int) -> None:
    for _ in range(aantal):
        leg_vast(tx, handeling(wijk), een_bewoner(tx, wijk), Feit("stem_besluit", een_publiek_id(), "knop"))


def _breng_uit(tx: Connection, wijk: int, dagen: int = 0) -> None:
    standpublicatie.breng_uit(tx, wijk, standpublicatie.stel_op(tx, wijk, NU + timedelta(days=dagen), AMSTERDAM))


def _op_pagina(tx: Connection, wijk: int) -> dict[str, object]:
    data = publiek.lees_thuis(tx, Blik(wijk, NU, AMSTERDAM)).delen["stand"]
    return {"dag": data["dag"], **data["drempels"][0]}


def test_before_anything_was_published_only_what_was_agreed_is_there(tx: Connection) -> None:
    wijk = _wijk(tx)
    _hoor(tx, wijk, 25)
    op_pagina = _op_pagina(tx, wijk)
    assert (op_pagina["dag"], op_pagina["verdict"], "teller" in op_pagina) == (None, None, False)


def test_the_page_shows_what_was_published_and_not_how_it_stands_now(tx: Connection) -> None:
    wijk = _wijk(tx)
    _hoor(tx, wijk, 12)
    _breng_uit(tx, wijk)
    _hoor(tx, wijk, 12)
    toen = _op_pagina(tx, wijk)
    assert (toen["teller"], toen["lijn"], toen["verdict"]) == (12, 21, "niet_gehaald")
    _breng_uit(tx, wijk, dagen=1)
    nu = _op_pagina(tx, wijk)
    assert (nu["teller"], nu["verdict"], nu["dag"]) == (24, "gehaald", "2027-02-02")


def test_the_page_never_has_a_number_that_the_export_would_round_or_hide(tx: Connection) -> None:
    for aantal in (0, 1, 4, 5, 9, 10, 23):
        wijk = _wijk(tx)
        _hoor(tx, wijk, aantal)
        _breng_uit(tx, wijk)
        op_pagina = _op_pagina(tx, wijk)
        (uit_export,) = [deel for deel in tellingen(tx, wijk).onderdelen if deel.onderdeel == "drempel"]
        for naam in ("teller", "noemer", "ondergrens", "bovengrens", "nodig"):
            assert op_pagina[naam] == uit_export.metingen[naam], (aantal, naam)
        assert op_pagina["teller"] == exact(aantal)


def test_what_was_published_under_other_rules_is_not_shown_with_these(tx: Connection) -> None:
    wijk = _wijk(tx)
    _hoor(tx, wijk, 25)
    _breng_uit(tx, wijk)
    rij = {"wijk": wijk, "versie": 2, "inhoud": Spelregels(versie=2).canoniek(), "uit_instellingen": False}
    tx.execute(insert(tables.spelregels).values(**rij, vastgesteld_op=NU))
    assert _op_pagina(tx, wijk)["verdict"] is None


def test_nobody_sees_from_night_to_night_that_one_more_neighbour_was_heard(tx: Connection) -> None:
    wijk, gezien = _wijk(tx), []
    for nacht in range(17):
        _hoor(tx, wijk, 1 if nacht else 9)
        _breng_uit(tx, wijk, dagen=nacht)
        deze = _op_pagina(tx, wijk)
        gezien.append((deze["teller"], deze["verdict"]))
        assert deze["dag"] == (NU + timedelta(days=nacht)).date().isoformat(), "and it is said of which night"
    weinig, nog, wel = ("minder dan 10", "niet_gehaald"), "niet_gehaald", "gehaald"
    verwacht = [weinig, *[(10, nog)] * 5, *[(15, nog)] * 5, (20, nog), *[(21, wel)] * 5]
    assert gezien == verwacht, "a verdict is never late"


def test_publishing_twice_on_a_day_leaves_the_last(tx: Connection) -> None:
    wijk = _wijk(tx)
    for _ in range(2):
        _hoor(tx, wijk, 10)
        _breng_uit(tx, wijk)
    assert _op_pagina(tx, wijk)["teller"] == 20
