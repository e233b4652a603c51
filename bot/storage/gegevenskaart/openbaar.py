"""What is kept of what is public, of who follows it, and of the agreed conditions. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import BEWONER, BLIJFT, CONTACT, Tabel, wijkzaak

OPENBAAR = (
    wijkzaak(
        t.rapport,
        "het verslag voor de gemeenteraad",
        "inhoud sha256 eind gemaakt_op openbaar_op",
        team="openbaar_door",
        eerder="na zeven dagen, als het niet openbaar is",
    ),
    wijkzaak(t.volgnieuws, "elk nieuws één keer mailen", "sleutel"),
    wijkzaak(
        t.indicator, "cijfers over de wijk", "naam eenheid uitleg soort openbaar op gestopt_op", team="gemaakt_door"
    ),
    wijkzaak(
        t.indicatorpunt, "een cijfer van een periode", "indicator begin waarde bron reden op", team="gemaakt_door"
    ),
    wijkzaak(t.publicatie, "cijfers die openbaar werden", "tabel moment inhoud"),
    wijkzaak(t.standtelling, "in een grote wijk snel laten zien hoe het ervoor staat", "op duur nieuwste merk inhoud"),
    wijkzaak(t.standpublicatie, "hoe de voorwaarden stonden, per dag", "dag op inhoud"),
    wijkzaak(
        t.spelregels,
        "wanneer een besluit geldt",
        (
            "versie inhoud uit_instellingen vastgesteld_op na_bewijs reden orgaan besluitnummer besluit_op "
            "besluitlink volgt"
        ),
    ),
    wijkzaak(
        t.spelregelantwoord,
        "een antwoord over de spelregels, zonder wie het vroeg",
        "versie vraag antwoord aantal op",
        team="gemaakt_door",
    ),
    wijkzaak(
        t.stuk,
        "een document",
        "naam inhoud sha256 file_id gemaakt_op",
        team="gemaakt_door",
        eerder="na zeven dagen, als niets ernaar wijst",
    ),
    wijkzaak(
        t.kader_oordeel,
        "of aan een kader is voldaan",
        "kader oordeel toelichting link stuk versie op",
        team="gemaakt_door bevestigd_door",
    ),
    wijkzaak(
        t.standpunt,
        "wat een partner vindt",
        "partner standpunt dag link stuk op vervangt ingetrokken_op reden",
        team="gemaakt_door",
    ),
    Tabel(
        t.volger,
        CONTACT,
        "de griffie en anderen mailen die daarom vragen",
        geheim="geheim",
        ander="naam adres rol bevestigd_op taal",
    ),
    Tabel(
        t.postuit,
        BEWONER,
        "een mail aan u één keer laten aankomen, of aan wie de wijk volgt",
        toon="adres taal soort op staat",
        techniek="volger sleutel lease_nr lease_tot pogingen niet_voor reden",
        geheim="data",
        eerder="adres en inhoud gaan weg zodra de mail verstuurd is",
        verteld=True,
    ),
    Tabel(
        t.spelregelreactie,
        BEWONER,
        "uw vraag over de spelregels beantwoorden",
        toon="versie tekst op antwoord",
        techniek="vanaf",
        verteld=True,
    ),
    Tabel(
        t.verklaring,
        CONTACT,
        "de professional zegt of stille bewoners zijn gehoord",
        ander="naam functie opdrachtgever uitspraak redenen dag stuk versie op",
        team="account gemaakt_door bevestigd_door",
        einde=BLIJFT,
        blijft="die persoon tekende zelf, en staat in de spelregels",
    ),
)
