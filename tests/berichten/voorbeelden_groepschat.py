"""Sample data of the messages about werkgroepen and their groups."""

from tests.berichten.lastig import ID, NU, Data, lang
from tests.berichten.voorbeelden_formulier import WEIGERINGEN, WEIGERVELDEN

GROEPSCHAT: dict[str, list[Data]] = {
    "groepschat.lijst": [
        {"werkgroepen": []},
        {"werkgroepen": [{"id": ID, "naam": lang(60), "groep": groep} for groep in (None, lang(255))]},
    ],
    "groepschat.code": [{"naam": lang(60), "geheim": ID, "tot": NU}],
    "groepschat.gekoppeld": [{"naam": lang(60)}],
    "groepschat.ontkoppeld": [{"naam": lang(60)}],
    "groepschat.weg": [{"naam": lang(60), "groep": lang(255)}],
    "groepschat.geweigerd": [
        {"sleutel": s, "velden": WEIGERVELDEN}
        for s in WEIGERINGEN
        if s.startswith(("groepschat.", "peilingkaart.", "alleen_prive"))
    ],
}
