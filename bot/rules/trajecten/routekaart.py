"""The template `routekaart`: residents take the initiative, after the Participatiecoalitie's routekaart for residents.

That guide names no lengths: the weeks are our choice.
"""

from bot.rules.trajecten import Fase, Traject, achter_elkaar, taken

TRAJECT = Traject(
    "routekaart",
    achter_elkaar(
        Fase(
            "opstarten",
            16,
            taken("de_wijk_in", "idee", "partners", "netwerken", "bijeenkomst", "wie_helpt"),
            bob="beeldvorming",
            trede="zelf",
            document="intentie",
        ),
        Fase(
            "plan_maken",
            16,
            taken("haalbaar", "werkgroepen", "koppelen", "randvoorwaarden", "afspraken", "kennis"),
            bob="beeldvorming",
            trede="zelf",
            document="procesplan",
        ),
        Fase(
            "verdiepen",
            26,
            taken("technieken", "doorrekenen", "eigendom", "landschap", "in_gesprek", "ontzorgen", "concept"),
            bob="oordeelvorming",
            beslist="bewoners",
            trede="zelf",
            document="concept_energieplan",
        ),
        Fase(
            "besluiten",
            16,
            taken("presenteren", "ophalen", "verwerken", "bijpraten", "voorproces", "inspreken"),
            bob="besluitvorming",
            beslist="gemeenteraad",
            trede="adviseren",
            besluit=True,
            keuze=True,
            document="energieplan",
        ),
        Fase(
            "uitvoeren",
            52,
            taken("acties", "voor_iedereen", "contact", "inkoop", "vieren"),
            beslist="bewoners",
            trede="zelf",
        ),
    ),
)
