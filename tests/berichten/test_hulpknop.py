"""Whatever asks something of a resident has a button for who would rather have somebody come by or call."""

import pytest

from berichten import talen
from tests.berichten.test_render import maak
from tests.berichten.voorbeelden import ID, VOORBEELDEN

VRAGEND = {
    "peiling.open": f"hv:peiling:{ID}",
    "peiling.herinnering": f"hv:peiling:{ID}",
    "bijeenkomst.nieuw": f"hv:bijeenkomst:{ID}",
    "bijeenkomst.herinnering": f"hv:bijeenkomst:{ID}",
    "bijeenkomst.plek_vrij": f"hv:bijeenkomst:{ID}",
    "bijeenkomst.een": f"hv:bijeenkomst:{ID}",
    "kennismaking.vraag": "hv:kennismaking:",
    "uitzending": f"hv:uitzending:{ID}",
}


@pytest.mark.parametrize("taal", talen())
@pytest.mark.parametrize("soort", VRAGEND)
def test_the_button_stands_under_it_and_fits_a_small_phone(soort: str, taal: str) -> None:
    for data in VOORBEELDEN[soort]:
        knoppen = [knop for rij in maak(taal, soort, data).knoppen for knop in rij if knop.data == VRAGEND[soort]]
        vraagt = data.get("bewoner", data.get("hulp", True)) and not data.get("afgelast")
        assert len(knoppen) == int(bool(vraagt))
        assert all(len(knop.tekst) <= 20 for knop in knoppen)
