"""The template `taakdemocratie`: wijkuitvoeringsplan and wijk/dorpsraad side by side, after Noorden Duurzaam's guide.

Of that guide 4.4.1 and the opening of 4.4.2 are missing and 4.7.3 is unfinished: `raad_ontwikkeling` has the tasks
that are left of it and `wup_uitvoering` has none. It puts the adoption of the plan in that last stage (4.7.2), by the
college, with the gemeenteraad early at the table: the organisator asks the griffie. The weeks are our choice.
"""

from bot.rules.trajecten import Fase, Traject, taken

TRAJECT = Traject(
    "taakdemocratie",
    (
        Fase(
            "initiatief",
            13,
            taken("probleem", "gebied", "orientatie", "groep", "artikel", "op_maat", "geld"),
            bob="beeldvorming",
            beslist="wijkdorpsraad",
            trede="zelf",
            document="begroting",
        ),
        Fase(
            "organisatie",
            10,
            taken("profielen", "vacature", "geledingen", "vacant", "instellen", "opheffen"),
            na=("initiatief",),
            bob="beeldvorming",
            beslist="wijkdorpsraad",
            trede="zelf",
        ),
        Fase(
            "informatie",
            6,
            taken("transitiekaart", "profiel", "avond", "verslag"),
            na=("organisatie",),
            bob="beeldvorming",
            beslist="wijkdorpsraad",
            trede="klankbord",
            document="profiel",
        ),
        Fase(
            "raad_ontwikkeling",
            13,
            taken("indicatoren", "regels", "voorzitter", "conclusies", "statuut"),
            na=("informatie",),
            spoor="raad",
            beslist="wijkdorpsraad",
            trede="zelf",
            document="statuut",
        ),
        Fase(
            "wup_ontwikkeling",
            30,
            taken("startbericht", "omgeving", "vraaggroepen", "technieken", "samenwerken", "geld")
            + taken("rekenvoorbeelden", "bedrijven", "concept", "cruciale_vraag", "intekenen"),
            na=("informatie",),
            spoor="wup",
            bob="oordeelvorming",
            beslist="wijkdorpsraad",
            trede="zelf",
            keuze=True,
            document="concept_wup",
        ),
        Fase(
            "raad_uitvoering",
            8,
            taken("bekend", "vertegenwoordigd", "aankondigen", "vooroverleg", "vergaderen", "verslagen"),
            na=("raad_ontwikkeling",),
            spoor="raad",
            beslist="wijkdorpsraad",
            trede="zelf",
        ),
        Fase(
            "wup_uitvoering",
            10,
            na=("wup_ontwikkeling",),
            spoor="wup",
            bob="besluitvorming",
            beslist="college_of_gemeenteraad",
            trede="zelf",
            besluit=True,
            document="wup",
        ),
    ),
)
