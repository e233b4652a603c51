"""The demo's neighbourhood: who lives there, who works for it, and what they agreed. All made up."""

from dataclasses import dataclass

ADRESSEN = """\
straat;huisnummer;toevoeging;postcode;plaats;eigendom;woningtype;bouwjaar;volwassenen;taal
Merelstraat;1;;3901AA;Vogeldam;koop;rijwoning;1968;2;
Merelstraat;3;;3901AA;Vogeldam;koop;rijwoning;1968;2;
Merelstraat;5;;3901AA;Vogeldam;huur;rijwoning;1968;1;
Merelstraat;7;A;3901AA;Vogeldam;huur;bovenwoning;1968;2;
Lijsterhof;2;;3901AB;Vogeldam;huur;flat;1974;1;en
Lijsterhof;4;;3901AB;Vogeldam;huur;flat;1974;2;
Lijsterhof;6;;3901AB;Vogeldam;koop;flat;1974;2;
Kwikstaartpad;10;;3901AC;Vogeldam;koop;vrijstaand;1932;2;
Kwikstaartpad;12;;3901AC;Vogeldam;koop;twee-onder-een-kap;1955;2;
Kwikstaartpad;14;;3901AC;Vogeldam;koop;twee-onder-een-kap;1955;2;
"""
VOLWASSENEN = 18


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
