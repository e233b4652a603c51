"""The demo's neighbourhood: who lives there, who works for it, and what they agreed. All made up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ADRESSEN = """\
straat;huisnummer;toevoeging;postcode;plaats;eigendom;woningtype;bouwjaar;volwassenen;taal;buurtdeel
Merelstraat;1;;3901AA;Vogeldam;koop;rijwoning;1968;2;;Noord
Merelstraat;3;;3901AA;Vogeldam;koop;rijwoning;1968;2;;Noord
Merelstraat;5;;3901AA;Vogeldam;huur;rijwoning;1968;1;;Noord
Merelstraat;7;A;3901AA;Vogeldam;huur;bovenwoning;1968;2;;Noord
Lijsterhof;2;;3901AB;Vogeldam;huur;flat;1974;1;en;Zuid
Lijsterhof;4;;3901AB;Vogeldam;huur;flat;1974;2;;Zuid
Lijsterhof;6;;3901AB;Vogeldam;koop;flat;1974;2;;Zuid
Kwikstaartpad;10;;3901AC;Vogeldam;koop;vrijstaand;1932;2;;Zuid
Kwikstaartpad;12;;3901AC;Vogeldam;koop;twee-onder-een-kap;1955;2;;Zuid
Kwikstaartpad;14;;3901AC;Vogeldam;koop;twee-onder-een-kap;1955;2;;Zuid
"""


@dataclass(frozen=True)
class Rol:
    """Someone of the demo: an id on the chat, a name, and a home (index of the address) or a job."""

    id: int
    naam: str
    taal: str = "nl"
    adres: int | None = None
    rol: str | None = None


NOOR = Rol(9001, "Noor", rol="buurtbegeleider")
IBRAHIM = Rol(9002, "Ibrahim", rol="organisator")
HANS = Rol(9003, "Hans", rol="controleur")
"""The outsider whom the griffie chose for the sample check."""
BEWONERS = (
    Rol(1001, "Anneke", adres=0),
    Rol(1002, "Wim", adres=0),
    Rol(1003, "Fatma", adres=2),
    Rol(1004, "Jeroen", adres=3),
    Rol(1005, "Maria", taal="en", adres=4),
    Rol(1006, "Sietske", adres=5),
    Rol(1007, "Youssef", adres=6),
    Rol(1008, "Gerda", adres=7),
    Rol(1009, "Daan", adres=8),
    Rol(1010, "Lotte", adres=9),
)
"""Ten residents of nine households: Anneke and Wim share a letter."""


@dataclass(frozen=True)
class Buurt:
    """A neighbourhood in which the story plays.

    Args:
        volwassenen: how many adults its addresses have.
        verwacht: what must come of the story, per condition.
        buren: who do as most do, many at once; without them the story is the short one, of ten residents.
        spelregels: the concept that the organisator hands in, as TOML; empty: that of the settings.
        staf: who work for it.
    """

    adressen: str
    volwassenen: int
    verwacht: Mapping[str, Mapping[str, object]]
    buren: tuple[Rol, ...] = ()
    spelregels: str = ""
    staf: tuple[Rol, ...] = field(default=(NOOR, IBRAHIM))

    @property
    def mensen(self) -> tuple[Rol, ...]:
        """Everyone with a phone."""
        return (*BEWONERS, *self.buren, *self.staf)


KLEIN = Buurt(
    ADRESSEN,
    18,
    {
        "gehoord": {"verdict": "gehaald", "teller": 11, "noemer": 18, "nodig": 0},
        "informatie": {"verdict": "gehaald", "teller": 6, "noemer": 18, "nodig": 0},
    },
)
"""Eleven of eighteen is more than half; six of eighteen is a third, which is enough."""

_STRATEN = (
    ("Merelstraat", range(9, 37, 2), "3901AA", "koop;rijwoning;1968", (2,), "Noord"),
    ("Spechtweg", range(1, 21, 2), "3901AD", "huur;rijwoning;1981", (2,), "Noord"),
    ("Lijsterhof", range(8, 48, 2), "3901AB", "huur;flat;1974", (1, 2), "Zuid"),
    ("Kwikstaartpad", range(16, 28, 2), "3901AC", "koop;twee-onder-een-kap;1955", (2,), "Zuid"),
)
"""Street, numbers, postcode, what the homes are, how many adults live in them by turns, and the part of the wijk."""


def _meer_adressen() -> str:
    regels = [
        f"{straat};{nummer};;{postcode};Vogeldam;{woning};{volwassenen[plaats % len(volwassenen)]};;{deel}\n"
        for straat, nummers, postcode, woning, volwassenen, deel in _STRATEN
        for plaats, nummer in enumerate(nummers)
    ]
    return "".join(regels)


_NAMEN = (
    *("Ahmet", "Aleida", "Amina", "Arjan", "Bas", "Beata", "Bianca", "Bouchra", "Carla", "Chantal", "Cor", "Dirk"),
    *("Dmytro", "Ellen", "Elżbieta", "Emre", "Esra", "Ewa", "Femke", "Frits", "Geert", "Hanna", "Henk", "Ilse"),
    *("Ineke", "Jamal", "Janneke", "Joke", "Kadir", "Karel", "Łukasz", "Leila", "Loes", "Marek", "Mieke", "Mourad"),
    *("Nadia", "Nico", "Olena", "Piet", "Rachid", "Ria", "Samira", "Tom"),
)
_WOONT = (*range(10, 24), *range(10, 16), *range(24, 29), *range(34, 49), *range(54, 58))
"""The address of each neighbour with a phone: some share a letter, and at some nobody answers it."""
SPELREGELS = """\
[spelregels]
naam = "Spelregels van de Vogelbuurt"
orgaan = "gemeenteraad"
[[spelregels.drempels]]
soort = "gehoord"
aandeel = "1/2"
operator = ">"
[[spelregels.drempels]]
soort = "informatie"
aandeel = "1/3"
operator = ">="
[[spelregels.drempels]]
soort = "afspiegeling"
hoogste_afstand = "3/20"
kenmerken = [
  { naam = "eigendom", bron = "de kerncijfers van het CBS", groepen = { koop = 55, huur = 53 } },
  { naam = "buurtdeel" },
  { naam = "leeftijd", bron = "de kerncijfers van het CBS", groepen = { tot_35 = 22, tot_55 = 38, tot_70 = 48 } },
]
[[spelregels.drempels]]
soort = "verklaring"
naam = "Hanneke Prins"
functie = "opbouwwerker"
opdrachtgever = "Stichting Welzijn Vogeldam"
[[spelregels.drempels]]
soort = "gedeeld_beeld"
aandeel = "3/5"
operator = ">="
peiling = "Welke warmte past het best bij onze buurt?"
voor = ["Een warmtenet"]
minste_stemmen = 30
[[spelregels.drempels]]
soort = "kaders"
kaders = [
  "De maandlasten van bewoners gaan niet omhoog",
  "Huurders hebben een eigen stem in de keuze",
  "De hele buurt kan in 2030 van het gas af",
]
"""
GROOT = Buurt(
    ADRESSEN + _meer_adressen(),
    108,
    {
        "gehoord": {"verdict": "gehaald", "teller": 61, "noemer": 108, "nodig": 0},
        "informatie": {"verdict": "gehaald", "teller": 38, "noemer": 108, "nodig": 0},
        "afspiegeling": {"verdict": "gehaald", "teller": 61},
        "verklaring": {"verdict": "gehaald"},
        "gedeeld_beeld": {"verdict": "gehaald"},
        "kaders": {"verdict": "niet_gehaald", "nodig": 1},
    },
    tuple(Rol(1101 + n, naam, adres=_WOONT[n]) for n, naam in enumerate(_NAMEN)),
    SPELREGELS,
    (NOOR, IBRAHIM, HANS),
)
"""Sixty addresses: what is in the report then shows something."""
