"""Who lives and works in the wijk that is walked, each by the number of their account."""

ANNA, HUISGENOOT, BUUR, STRAATCONTACT, TREKKER, KERNGROEP = 1, 2, 3, 4, 5, 6
AANSPREEKPUNT, BEGELEIDER, ORGANISATOR, BEHEERDER, CONTROLEUR, VERTEGENWOORDIGER, BUITEN = 7, 8, 9, 10, 11, 12, 13
BEGELEIDER_2, ORGANISATOR_2, TREKKER_2, STRAATCONTACT_2 = 14, 15, 16, 17
ROLLEN = {
    STRAATCONTACT: ("straatcontact", "Merelweg"),
    STRAATCONTACT_2: ("straatcontact", "Uilenpad"),
    TREKKER: ("trekker", "techniek"),
    TREKKER_2: ("trekker", "communicatie"),
    KERNGROEP: ("kerngroep", ""),
    AANSPREEKPUNT: ("aanspreekpunt", ""),
    BEGELEIDER: ("buurtbegeleider", ""),
    BEGELEIDER_2: ("buurtbegeleider", ""),
    ORGANISATOR: ("organisator", ""),
    ORGANISATOR_2: ("organisator", ""),
    BEHEERDER: ("beheerder", ""),
    CONTROLEUR: ("controleur", ""),
    VERTEGENWOORDIGER: ("vertegenwoordiger", "bedrijven"),
}
BEWONERS = (ANNA, HUISGENOOT, BUUR, STRAATCONTACT, STRAATCONTACT_2, TREKKER, TREKKER_2, KERNGROEP)
NAMEN = {nummer: rol for nummer, (rol, _) in ROLLEN.items()} | {
    ANNA: "bewoner",
    HUISGENOOT: "huisgenoot",
    BUUR: "buur",
    BUITEN: "buitenstaander",
    STRAATCONTACT_2: "straatcontact 2",
    TREKKER_2: "trekker 2",
    BEGELEIDER_2: "buurtbegeleider 2",
    ORGANISATOR_2: "organisator 2",
}
