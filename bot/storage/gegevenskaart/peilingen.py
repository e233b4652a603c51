"""What is kept of polls and ballots. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import ACCOUNT, BEWONER, BLIJFT, TEAM, Tabel, wijkzaak

PEILINGEN = (
    wijkzaak(
        t.peiling,
        "een vraag aan de wijk",
        (
            "vraag over_besluit methode instellingen live opent_op sluit_op gesloten_op ingetrokken met_naam "
            "per_adres uitslag_naar minste_stemmen op_papier weging bezet vervolg_op naast school vervangt "
            "versie wijziging vooruit taal doelgroep doelgroep_bereik"
        ),
        team="gemaakt_door",
    ),
    wijkzaak(t.peiling_optie, "de antwoorden van een peiling", "peiling volgorde tekst later"),
    Tabel(
        t.peilingconcept,
        ACCOUNT,
        "later verder gaan met een peiling die u maakt",
        toon="data bewaard_op",
    ),
    Tabel(
        t.aandraging,
        BEWONER,
        "een antwoord dat u zelf aandraagt",
        toon="peiling tekst staat",
        eerder="van wie het is, gaat weg als het team het bekeek",
    ),
    Tabel(
        t.aandraagteller,
        BEWONER,
        "niet te veel antwoorden van één persoon",
        toon="peiling aantal",
        eerder="als de peiling sluit",
    ),
    Tabel(
        t.stembiljet,
        BEWONER,
        "uw stem tellen",
        toon="peiling inhoud geleding",
        geheim="sleutel",
        einde=BLIJFT,
        blijft="na het sluiten weet niemand van wie een stem is",
    ),
    Tabel(
        t.stemkoppeling,
        BEWONER,
        "uw stem kunnen veranderen zolang de peiling open is",
        toon="peiling",
        techniek="stembiljet huishouden",
        eerder="als de peiling sluit, behalve bij stemmen met naam",
    ),
    Tabel(
        t.stemconcept,
        BEWONER,
        "later verder gaan met stemmen",
        toon="peiling inhoud",
        eerder="als de peiling sluit",
    ),
    wijkzaak(t.tussenstand, "laten zien hoe een peiling gaat", "peiling stemmen delen"),
    Tabel(
        t.peilingkaart,
        TEAM,
        "een peiling of bijeenkomst tonen in de groep van een werkgroep",
        techniek="peiling bijeenkomst groepschat kanaal chat onderwerp bericht_id gestuurd getoond opgegeven",
        team="voor",
        eerder="als de peiling sluit of de bijeenkomst voorbij is",
    ),
    Tabel(
        t.weerwoord,
        BEWONER,
        "antwoord van het team op wat u bij uw stem schreef",
        toon="peiling antwoord blijft later",
        geheim="stembiljet",
        einde=BLIJFT,
        blijft="hoort bij een stem zonder naam",
    ),
    wijkzaak(t.inbrenggroep, "teksten bij stemmen die bij elkaar horen", "peiling naam toegevoegd"),
    wijkzaak(t.groepering, "welke tekst bij welke groep hoort, zonder naam", "stembiljet peiling groep"),
    Tabel(
        t.terugweg,
        ACCOUNT,
        "u ook na het sluiten antwoorden, als u dat wilt",
        toon="peiling",
        geheim="stembiljet",
        eerder="na het antwoord",
        verteld=True,
    ),
    Tabel(
        t.stemvel,
        BEWONER,
        "stemmen op papier",
        toon="peiling stoel staat",
        techniek="huishouden voorstel",
        geheim="hmac code inhoud",
        team="invoerder",
        eerder="als de peiling sluit",
    ),
)
