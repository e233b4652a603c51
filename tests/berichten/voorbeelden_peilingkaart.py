"""Sample data of the messages about a poll in the group of a werkgroep."""

from bot.rules.kleine_cellen import MINDER, exact
from tests.berichten.lastig import ID, Data, lang
from tests.berichten.voorbeelden_peiling import peiling
from tests.berichten.voorbeelden_uitslag import uitslag

PEILINGKAART: dict[str, list[Data]] = {
    "peilingkaart.open": [
        peiling(groep=["werkgroep", lang(60)], gestemd=None),
        peiling(groep=["werkgroep", lang(60)], bewoner=False, live=True, gestemd=exact(9)),
        peiling(groep=["werkgroep", lang(60)], live=True, gestemd=15, met_naam={"naam": None}),
        {**(kaart := peiling(geschud=True, bewoner=False, gestemd=None)), "scherm": kaart["scherm"] | {"knoppen": []}},
    ],
    "peilingkaart.geteld": [{"methode": "keuze", "stem": [lang(100)]}, {"methode": "schaal", "stem": ["5"]}],
    "peilingkaart.uitslag": [uitslag(45, [MINDER, *range(5, 50, 5)]), uitslag(exact(9), [], minste=[40, True])],
    "peilingkaart.ingetrokken": [{"vraag": lang(300), "nieuwe": ID}, {"vraag": lang(300)}],
    "peilingkaart.gesloten": [{"vraag": lang(300), "id": ID}],
    "peilingkaart.los": [{"vraag": lang(300), "id": ID}],
    "peilingkaart.lukt_niet": [{"vraag": lang(300), "id": ID}],
}
