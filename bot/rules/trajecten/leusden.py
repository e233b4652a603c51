"""The template `leusden`: owners with a solution per home, after Leusden's Handreiking participatie wijkaanpak.

That guide says that all stages together take years, and no lengths: the weeks are our choice. Nor does it say who
adopts the wijkuitvoeringsplan: the organisator asks the griffie. Whom staff aim at follows Rogers.
"""

from bot.rules.trajecten import Fase, Traject, achter_elkaar, taken

_VROEG = ("innovators", "early_adopters")

TRAJECT = Traject(
    "leusden",
    achter_elkaar(
        Fase(
            "orientatie",
            13,
            taken("cijfers", "de_wijk_in", "wat_speelt", "voorlopers")
            + taken("huizen_meten", "welke_warmte", "begeleider", "trede_kiezen"),
            bob="beeldvorming",
            beslist="gemeente",
            trede="klankbord",
            document="wijkbeeld",
            publiek=_VROEG,
        ),
        Fase(
            "start",
            26,
            taken("zoeken", "activiteit", "mix", "groepjes", "klankbord", "proces"),
            bob="beeldvorming",
            beslist="kerngroep",
            trede="zelf",
            publiek=_VROEG,
        ),
        Fase(
            "meedenken",
            26,
            taken("rolverdeling", "techniek", "bereiken", "ontzorgen", "advies", "meelezen"),
            bob="oordeelvorming",
            beslist="kerngroep",
            trede="zelf",
            document="buurtplan",
            publiek=_VROEG,
        ),
        Fase(
            "bestendiging",
            10,
            taken("sok", "geld", "bestuur", "voorzitter", "vertellen", "informatie"),
            bob="oordeelvorming",
            beslist="samen",
            trede="zelf",
            document="sok",
            publiek=("early_majority", "late_majority"),
        ),
        Fase(
            "wup",
            20,
            taken("menukaart", "partners", "haalbaar", "betaalbaar", "koppelkansen", "aanbod", "afspraken"),
            bob="besluitvorming",
            beslist="college_of_gemeenteraad",
            trede="adviseren",
            besluit=True,
            keuze=True,
            document="wup",
            publiek=("early_majority",),
        ),
        Fase(
            "opschaling",
            104,
            taken("aanbod", "langsgaan", "makkelijk", "geldzaken", "koppelkansen", "volgen"),
            beslist="bewoners",
            trede="zelf",
            publiek=("early_adopters", "early_majority", "late_majority"),
        ),
        Fase(
            "iedereen_mee",
            52,
            taken("redenen", "persoonlijk", "betalen", "hulp", "ruimte"),
            beslist="gemeente",
            trede="klankbord",
            publiek=("laggards",),
        ),
        Fase(
            "evaluatie",
            13,
            taken("lessen", "enquete", "bijsturen", "delen"),
            beslist="samen",
            trede="adviseren",
            document="lessen",
        ),
    ),
)
