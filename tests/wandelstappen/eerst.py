"""What many subjects stand on: questions, seats, a werkgroep with a name, who rings at doors."""

from tests.wandelstappen.mensen import ANNA, BEGELEIDER, BUUR, HUISGENOOT, ORGANISATOR, STRAATCONTACT, TREKKER
from tests.wandelstappen.stap import Stappen

STAPPEN: Stappen = (
    (ANNA, ("/komlangs", "hvl")),
    (ANNA, ("/vraag Wanneer komt het warmtenet in onze straat, en wat doen wij tot dan?", "vrs:plan")),
    (BUUR, ("/vraag Mag een huurder ook meestemmen over het plan van de wijk?", "vrs:anders")),
    (ANNA, ("/ideeen", "ideemaak", '"Een geveltuin voor elk huis in de straat."', "fklaar")),
    (ANNA, ("/peilingen", "p:", "st:")),
    (ANNA, ("/zetels", "vc:", "vcja:", '"De school"')),
    (ORGANISATOR, ("/zetels", "vc:", "vcb:", "vcb:")),
    (
        ORGANISATOR,
        ("/zetels", "ztb", "zt:@2", "vcn:", '"Eens per maand meepraten."', "fk:profiel:", "fk:wijze:", "fklaar"),
    ),
    (BUUR, ("/zetels", "vc:", "vcja:", "vcnaam:", '"Sam van de sport"')),
    (HUISGENOOT, ("/zetels", "vc:", "vcja:")),
    (ANNA, ("/werkgroepen", "wgt:", "wg:")),
    (TREKKER, ("/werkgroepen", "wgt:", "wgtekst:", '"Wij kijken naar warmtepompen."', "fklaar")),
    (TREKKER, ("/werkgroepen", "wgt:", "wgnaam:", '"Joke"')),
    (ANNA, ("/stand", "concepten", "cc:", "cd:", "cr:", '"Waarom begint de Merelweg?"')),
    (BUUR, ("/gegevens", "momenten", "mo:verbouwen", "mon")),
    (HUISGENOOT, ("/meldingen", "nietmee", "nmja")),
    (BUUR, ("/mijlpalen", "ml:", "mlh:")),
    (ANNA, ("/mijngegevens", "az", "azw:adres", '"Wij wonen op 12a, en niet op 12."')),
    (ORGANISATOR, ("/rol", "rolnieuw", "fk:rol:kerngroep")),
    (BEGELEIDER, ("/deurgesprek", "dgt", "dgh", "dgp", "dgv", "dgk")),
    (BEGELEIDER, ("/deurlijst", "dlt", "dlh", "dla", "dl:", "dlk")),
    (STRAATCONTACT, ("/hulpvragen", "hvx", "hvn")),
    (BEGELEIDER, ("/herinner", "hrnieuw", "fk:groep", '"Neem iets lekkers mee"', '"5 februari 20:00"', "fklaar")),
)
