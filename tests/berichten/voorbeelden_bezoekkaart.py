"""Sample data of the card that a visit leaves."""

from berichten import talen
from tests.berichten.lastig import Data, lang

BEZOEKKAART: dict[str, list[Data]] = {
    "bezoekkaart": [
        {"wijk": lang(60), "tweede": tweede, "pagina": pagina}
        for tweede, pagina in (("", ""), *((taal, "https://wijk.voorbeeld.nl") for taal in talen()))
    ],
}
