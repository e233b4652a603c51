"""The template `samenwerking`: municipality and bewonersinitiatief together, after the stappenplan of the NPLW.

That guide says that it takes years, and no lengths: the weeks are our choice. Six tracks group each checklist.
"""

from bot.rules.trajecten import Fase, Traject, achter_elkaar, taken

TRAJECT = Traject(
    "samenwerking",
    achter_elkaar(
        Fase(
            "opstarten",
            26,
            taken("kennismaken", "richting", spoor="ambitie")
            + taken("aanspreekpunt", "intentie", "vervolg", spoor="samenwerking")
            + taken("buurtanalyse", spoor="plan")
            + taken("uitgangspunten", "capaciteit", "ondersteuning", spoor="gemeenteorganisatie")
            + taken("vorm", spoor="initiatief")
            + taken("bekend", spoor="wijk"),
            bob="beeldvorming",
            trede="zelf",
            document="intentieovereenkomst",
        ),
        Fase(
            "uitwerken",
            26,
            taken("bijsturen", spoor="ambitie")
            + taken("projectorganisatie", "overleg", "begeleider", "escalatie", "sok", spoor="samenwerking")
            + taken("hoofdlijnen", "rolverdeling", spoor="plan")
            + taken("afdelingen", spoor="gemeenteorganisatie")
            + taken("taakverdeling", "vergoeding", spoor="initiatief")
            + taken("middengroep", "nu_al", spoor="wijk"),
            bob="oordeelvorming",
            trede="zelf",
            document="sok",
        ),
        Fase(
            "ontwikkelen",
            39,
            taken("bewaken", spoor="ambitie")
            + taken("evalueren", "bestuurders", spoor="samenwerking")
            + taken("uitvoeringsplan", "ontwerp", "niet_meedoen", "aanbesteden", "investeren", spoor="plan")
            + taken("vergunningen", "bijpraten", spoor="gemeenteorganisatie")
            + taken("definitieve_vorm", spoor="initiatief")
            + taken("steun", "deelname", "actief", spoor="wijk"),
            bob="besluitvorming",
            beslist="gemeenteraad",
            trede="zelf",
            besluit=True,
            keuze=True,
            document="uitvoeringsplan",
        ),
        Fase(
            "uitvoeren",
            104,
            taken("koers", spoor="ambitie")
            + taken("schakelen", "beheerrollen", spoor="samenwerking")
            + taken("planning", "werk", "koppelkansen", "meten", spoor="plan")
            + taken("gemeenteraad", spoor="gemeenteorganisatie")
            + taken("toekomst", spoor="initiatief")
            + taken("vragen", spoor="wijk"),
            trede="zelf",
        ),
        Fase(
            "beheren",
            26,
            taken("afspraken", "lessen", spoor="samenwerking")
            + taken("hierna", spoor="initiatief")
            + taken("vieren", "nazorg", spoor="wijk"),
            trede="zelf",
            document="lessen",
        ),
    ),
    sporen=("ambitie", "samenwerking", "plan", "gemeenteorganisatie", "initiatief", "wijk"),
)
