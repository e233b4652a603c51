"""The template `besluit`: deciding on the heat solution with residents, after the crash course of the NPLW.

That guide names no lengths: the weeks are our choice, for a wijk of some hundreds of homes.
"""

from bot.rules.trajecten import Fase, Traject, achter_elkaar, taken

TRAJECT = Traject(
    "besluit",
    achter_elkaar(
        Fase(
            "kaders",
            8,
            taken("einddoel", "waarover", "wijk_leren_kennen", "bronnen", "betaalbaar", "kaders_vragen"),
            bob="beeldvorming",
            beslist="gemeenteraad",
            trede="geinformeerd",
            document="kaders",
        ),
        Fase(
            "spelregels",
            8,
            taken("ruimte", "wie_wanneer", "trede_kiezen", "wanneer_geldig", "stille_midden", "bespreken"),
            bob="beeldvorming",
            beslist="bewoners",
            trede="zelf",
            document="spelregels",
        ),
        Fase(
            "vaststellen",
            4,
            taken("naar_college", "volgt", "vertellen"),
            bob="beeldvorming",
            beslist="college",
            trede="geinformeerd",
            document="besluit_spelregels",
        ),
        Fase(
            "tot_besluit",
            20,
            taken("mogelijk", "gevolgen", "vier_niveaus", "laten_zien", "partners", "adviezen", "rustigen"),
            bob="oordeelvorming",
            beslist="bewoners",
            trede="zelf",
            keuze=True,
            document="afweging",
        ),
        Fase(
            "besluit",
            10,
            taken("voorkeur", "afstemmen", "getoetst", "binnen_kaders", "raadsvoorstel", "inspreken"),
            bob="besluitvorming",
            beslist="gemeenteraad",
            trede="adviseren",
            besluit=True,
            document="raadsbesluit",
        ),
        Fase(
            "aan_de_slag",
            26,
            taken("aanbod", "hulp", "volgen"),
            beslist="bewoners",
            trede="zelf",
        ),
    ),
)
