"""What is kept of messages. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import ACCOUNT, Tabel, wijkzaak

BERICHTEN = (
    Tabel(
        t.gesprek,
        ACCOUNT,
        "verder gaan waar u was",
        toon="soort stap geweigerd_op",
        techniek="volgorde",
        eigen="data",
        eerder="zodra u klaar bent",
        verteld=True,
    ),
    Tabel(
        t.inbox,
        ACCOUNT,
        "geen bericht van u kwijtraken",
        toon="ontvangen_op staat inhoud",
        techniek="kanaal bot update_id rij antwoord berichten proces",
        eerder="na zeven dagen; de inhoud zodra wij antwoordden, van een groep ook als het misging; "
        "na twee dagen in welke chat het was",
    ),
    wijkzaak(
        t.uitzending,
        "een bericht van het team aan velen",
        "inhoud doelgroep aantal gemaakt_op moment staat begonnen_op klaar_op voortgang tellingen",
        team="gemaakt_door",
    ),
    wijkzaak(t.proces, "meer processen naast elkaar laten werken", "leeft_tot", eerder="zodra het proces stopt"),
    wijkzaak(t.alleenrecht, "één proces tegelijk iets laten doen", "naam proces nr"),
    Tabel(
        t.oefenaar,
        ACCOUNT,
        "oefenen waar meer processen naast elkaar werken",
        techniek="kanaal bot rij proces",
        eerder="zodra het oefenen stopt, of na een dag zonder oefenen",
    ),
    wijkzaak(t.tempo, "niet te snel berichten sturen", "bot volgende alles_tot"),
    Tabel(
        t.chattempo,
        ACCOUNT,
        "niet te snel berichten sturen in één chat",
        techniek="bot chat vol_op pauze_tot minuut voorbij_op",
        eerder="na een minuut, of zodra Telegram weer berichten aanneemt",
    ),
    wijkzaak(
        t.netbestand,
        "een plaatje voor velen één keer naar Telegram sturen",
        "bot merk file_id op",
        eerder="na `berichten` dagen",
    ),
    wijkzaak(t.tijdvak, "merken dat een reservekopie is teruggezet", "nr merk teller begonnen_op"),
    wijkzaak(
        t.wissing,
        "wie gewist is opnieuw wissen als een reservekopie is teruggezet",
        "",
        geheim="merk",
        eerder="het merk gaat er meteen uit, naar de wislijst",
    ),
    Tabel(
        t.outbox,
        ACCOUNT,
        "een bericht één keer laten aankomen",
        toon="soort staat ongevraagd_op niet_na bericht_id reden",
        techniek="sleutel uitzending wekker herhaalt kanaal baan lease_nr lease_tot pogingen niet_voor spoor",
        ander="data",
        termijn="berichten",
    ),
    Tabel(
        t.webbericht,
        ACCOUNT,
        "uw chat laten zien in uw browser",
        toon="inhoud op van_bot",
        techniek="versie sleutel gegevens",
        termijn="berichten",
    ),
    Tabel(
        t.webbestand,
        ACCOUNT,
        "een bestand doorgeven dat u in uw browser stuurt",
        toon="naam op",
        techniek="inhoud bot file_id",
        termijn="berichten",
    ),
    Tabel(
        t.webstand,
        ACCOUNT,
        "uw pagina bijwerken als er iets nieuws is",
        techniek="versie opmerking nieuw nieuw_op gezien",
    ),
    Tabel(
        t.chatwissing,
        ACCOUNT,
        "berichten uit de chat halen van wie is gewist",
        techniek="kanaal extern_id berichten op",
        eerder="zodra de berichten weg zijn, en hooguit na twee dagen",
    ),
    Tabel(
        t.voorkeur,
        ACCOUNT,
        "alleen sturen wat u wilt lezen",
        toon="bijeenkomsten peilingen raad werkgroepen buurt wekelijks gestopt",
    ),
    Tabel(
        t.bewaard,
        ACCOUNT,
        "niet te veel berichten in één week",
        toon="soort over niet_na uiterlijk bundel_op",
        techniek="sleutel onderwerp uitzending",
        ander="data",
        eerder="zodra het bericht gaat",
    ),
    Tabel(
        t.aansporing,
        ACCOUNT,
        "u niet twee keer vragen om te stemmen",
        toon="peiling",
        eerder="als de peiling sluit",
    ),
    wijkzaak(
        t.herinnering,
        "leden van een werkgroep ergens aan herinneren",
        "werkgroep tekst herhaling volgende",
        team="gemaakt_door",
    ),
    wijkzaak(t.verzendtelling, "weten hoeveel berichten niet aankwamen", "wekker staat reden aantal"),
    wijkzaak(
        t.wekker, "weten wat wanneer moet gebeuren", "soort onderwerp moment na_account gedaan_op afloop verzet spoor"
    ),
)
