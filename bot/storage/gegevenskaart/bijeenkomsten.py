"""What is kept of meetings. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import ACCOUNT, ADRES, BEWONER, CONTACT, Tabel, wijkzaak

BIJEENKOMSTEN = (
    wijkzaak(
        t.bijeenkomst,
        "een bijeenkomst aankondigen en houden",
        (
            "soort titel begin plaats ruimte_voor_vragen deur_dicht_op deurpagina eind capaciteit gasten_max "
            "zonder_telefoon breedtegraad lengtegraad foto link reeks versie afgelast_op afgelast_reden "
            "doelgroep doelgroep_bereik"
        ),
        geheim="deurgeheim",
        team="gemaakt_door",
    ),
    Tabel(
        t.deurscherm,
        ACCOUNT,
        "de code bij de deur tonen aan wie daar staat",
        toon="bijeenkomst tot",
        techniek="bericht_id getoond_tot",
        eerder="als de deur sluit",
    ),
    Tabel(
        t.tekencode,
        ADRES,
        "op papier aangeven wie er bij een bijeenkomst was",
        techniek="huishouden voorstel",
        geheim="hmac code",
        ander="bijeenkomst stoel",
        team="invoerder",
        eerder="zestig dagen na de bijeenkomst",
    ),
    wijkzaak(t.bijeenkomst_wijziging, "vertellen wat er veranderde", "bijeenkomst data op"),
    wijkzaak(t.agendapunt, "het programma van een bijeenkomst", "bijeenkomst volgorde om titel minuten vragen"),
    wijkzaak(
        t.vraagbaak,
        "een antwoord dat iedereen mag lezen, zonder wie het vroeg",
        "bijeenkomst vraag gegeven antwoord taal hoe aantal op gepubliceerd_op",
        team="gemaakt_door gepubliceerd_door",
    ),
    Tabel(
        t.bijeenkomstvraag,
        BEWONER,
        "uw vraag bij een bijeenkomst beantwoorden",
        toon="bijeenkomst tekst op antwoord",
        techniek="samen vanaf",
        team="vastlegger",
        verteld=True,
    ),
    wijkzaak(
        t.tevredenheid,
        "wat mensen van een bijeenkomst vonden, zonder naam",
        "sleutel bijeenkomst duidelijk gehoord tekst",
    ),
    Tabel(
        t.tevredenheid_gedaan,
        BEWONER,
        "u dat niet twee keer vragen",
        toon="bijeenkomst tekst",
        eerder="als de vragen sluiten",
    ),
    wijkzaak(t.verslag, "het verslag van een bijeenkomst", "bijeenkomst tekst stuk op", team="gemaakt_door"),
    Tabel(
        t.verslagfoto,
        CONTACT,
        "foto's voor wie er was, met toestemming",
        ander="bijeenkomst file_id toestemming_op ingetrokken_op",
        team="toestemming_door ingetrokken_door",
    ),
    Tabel(
        t.aanmelding,
        BEWONER,
        "weten wie er komt, en of er plek is",
        toon="bijeenkomst antwoord gasten plek volgnummer aangeboden_tot",
    ),
)
