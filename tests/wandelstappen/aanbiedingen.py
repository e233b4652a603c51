"""Offers: one that is long and for owners, one that asks for interest only; who takes them, and who does on paper."""

from tests.wandelstappen.mensen import ANNA, BUUR, HUISGENOOT, ORGANISATOR, ORGANISATOR_2
from tests.wandelstappen.stap import Stappen

_DAK = (
    '"Samen het dak isoleren"',
    '"Een bedrijf isoleert alle daken van de straat in een keer. U kiest zelf de dag. Het werk is in een dag klaar."',
    '"4000 tot 6000"',
    '"200 tot 400"',
    '"U betaalt pas als het werk klaar is. Het bedrijf ruimt alles op. U krijgt tien jaar garantie op het werk. '
    'Gaat het niet door, dan betaalt u niets."',
    '"Het gas blijft. Met een goed dak kan het later uit."',
    "fk:bindend:nee",
    '"U mag tot het begin van het werk nog nee zeggen."',
    "fk:bedenktijd:14",
    '"5 maart 20:00"',
    "fk:stuk:",
)
_WARMTE = (
    *("fk:wie:iedereen", '"Een warmtepomp op proef"', '"U hoort wat een warmtepomp in uw huis kan."', '"0"'),
    *("fk:opbrengst:", "fk:voorwaarden:", '"Het gas blijft."', '"5 maart 20:00"', "fk:stuk:"),
)
_AKKOORD = ("/voorstellen", "v:~Aanbod", "vz:", "vja:")

STAPPEN: Stappen = (
    (ORGANISATOR, ("/intekening", "aanbod", "fk:wat:deelnameverklaring", *_DAK, "fklaar")),
    (ORGANISATOR_2, _AKKOORD),
    (ORGANISATOR, ("/intekening", "aanbod", "fk:wat:interesse", *_WARMTE, "fklaar")),
    (ORGANISATOR_2, _AKKOORD),
    (BUUR, ("/intekening", "in:~warmtepomp", "inj:", "inj:")),
    (HUISGENOOT, ("/intekening", "in:~warmtepomp", "inj:", "inj:")),
)

VERDER: Stappen = (
    (ANNA, ("/intekening", "in:~dak", "inv:")),
    (BUUR, ("/intekening", "in:~warmtepomp")),
    (ORGANISATOR, ("/intekening", "in:~dak")),
)
