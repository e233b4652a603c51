"""What is kept as evidence, and in the log. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import ACCOUNT, BEWONER, BLIJFT, Tabel, wijkzaak

BEWIJS = (
    Tabel(
        t.bewijs,
        BEWONER,
        "laten zien dat eerlijk is geteld",
        toon="blad",
        techniek="volgnummer openbaar",
        einde=BLIJFT,
        blijft="een blad noemt niemand; zo blijft het logboek te controleren",
    ),
    Tabel(
        t.bewijs_prive,
        BEWONER,
        "weten over wie een blad gaat, zodat ieder één keer telt",
        toon="soort onderwerp methode vervallen",
        techniek="bewijs huishouden aantal",
        geheim="sleutel",
        ander="record",
        team="vastlegger",
    ),
    Tabel(
        t.vastlegger,
        ACCOUNT,
        "laten zien dat twee mensen iets vastlegden, zonder te zeggen wie",
        toon="pseudoniem",
    ),
    Tabel(
        t.correctieverzoek,
        BEWONER,
        "rechtzetten wat niet klopt",
        toon="wat tekst antwoord bron gevraagd_op staat behandeld_op",
        techniek="bewijs vanaf",
        team="behandeld_door",
        eerder="uw naam en tekst gaan eruit zodra het verzoek klaar is",
        gewist="een verzoek dat loopt, stopt en wordt leeg",
    ),
    wijkzaak(
        t.steekproef,
        "een buitenstaander laten nakijken wat het team opschreef",
        "omvang grootte wortel gemaakt_op staat geeindigd_op getoond",
        team="gemaakt_door",
    ),
    Tabel(
        t.steekproefpost,
        BEWONER,
        "weten wat de buitenstaander vond",
        toon="uitkomst op",
        techniek="steekproef bewijs volgorde",
        einde=BLIJFT,
        blijft="wijst naar een blad dat niemand noemt",
    ),
    wijkzaak(t.logstand, "het logboek nummeren", "grootte toppen"),
    wijkzaak(t.logknoop, "snel laten zien dat iets in het logboek staat", "hoogte plek hash"),
    wijkzaak(t.ijkpunt, "het logboek ondertekenen", "grootte wortel dag notitie"),
    wijkzaak(t.uitslag, "laten zien hoe de voorwaarden stonden", "bewijs sleutel record"),
    wijkzaak(t.afsluiting, "weten wanneer het traject sloot", "bewijs op opruimen_op opgeruimd_op"),
    Tabel(
        t.telt,
        BEWONER,
        "zeggen voor welke voorwaarde u meetelt",
        toon="versie drempel zelf",
        techniek="huishouden bewijs vervallen_door",
        gewist="de plek telt door, zonder naam",
    ),
    Tabel(
        t.teltdoor,
        BEWONER,
        "een gewiste plek laten meetellen, zonder naam",
        toon="versie drempel zelf laat",
        gewist="de plek telt door, zonder naam",
    ),
)
