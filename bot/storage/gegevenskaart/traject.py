"""What is kept of the traject, of werkgroepen, and of what residents ask. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import ACCOUNT, BEWONER, CONTACT, TEAM, Tabel, wijkzaak

TRAJECT = (
    wijkzaak(
        t.traject, "de weg naar het besluit", "sjabloon inhoud besluitdatum begonnen_op gestopt_op", team="gemaakt_door"
    ),
    wijkzaak(
        t.fase, "een fase van die weg", "traject sleutel ronde van tot verwacht_tot begonnen_op geeindigd_op uitkomst"
    ),
    wijkzaak(t.vrije_periode, "dagen waarop het traject stilstaat", "naam van tot"),
    wijkzaak(t.fasetaak, "een taak van het team", "traject sleutel spoor tekst op", team="gemaakt_door"),
    wijkzaak(t.afvinking, "welke taak klaar is", "fase taak gedaan op", team="door"),
    wijkzaak(
        t.fasebalans,
        "hoe een fase eindigde",
        "fase uitkomst naar toelichting eigen open_taken beslist dag op",
        team="gemaakt_door bevestigd_door",
    ),
    wijkzaak(
        t.fasestuk, "een document van een fase", "fase stuk titel openbaar op ingetrokken_op", team="gemaakt_door"
    ),
    wijkzaak(t.meting, "korte vragen bij het eind van een fase", "fase soort sluit_op uitslag"),
    wijkzaak(t.meetbiljet, "antwoorden daarop, zonder naam", "sleutel meting cijfers"),
    wijkzaak(t.les, "wat het team leerde", "fase tekst"),
    wijkzaak(
        t.advies,
        "een advies van een groep bewoners",
        "titel tekst van werkgroep aan dag op ingetrokken_op reden",
        team="gemaakt_door",
    ),
    wijkzaak(t.adviesantwoord, "wat daarmee gebeurde", "advies oordeel reden op", team="gemaakt_door"),
    wijkzaak(t.werkgroep, "een werkgroep", "naam omschrijving taal gezocht eenzijdig gekeken_op"),
    Tabel(
        t.trekkernaam,
        ACCOUNT,
        "uw naam bij uw werkgroep laten zien, omdat u dat wilt",
        toon="werkgroep naam",
        eerder="als u geen trekker meer bent",
        verteld=True,
    ),
    Tabel(
        t.meetdeelname,
        BEWONER,
        "u die vragen niet twee keer stellen",
        toon="meting",
        eerder="als de vragen sluiten",
    ),
    Tabel(
        t.escalatiestap,
        CONTACT,
        "weten naar wie het team gaat als iets vastloopt",
        ander="wie bereik na_dagen",
    ),
    Tabel(
        t.werkgroeplid,
        BEWONER,
        "weten wie er in een werkgroep zit",
        toon="werkgroep",
        verteld=True,
    ),
    Tabel(
        t.groepschat,
        TEAM,
        "de groep van een werkgroep in de chat-app",
        techniek="werkgroep kanaal chat titel onderwerp",
        geheim="link oude_link",
        team="gekoppeld_door",
    ),
    Tabel(
        t.koppelcode,
        TEAM,
        "een groep aan een werkgroep koppelen",
        techniek="werkgroep verloopt_op",
        geheim="merk",
    ),
    Tabel(
        t.vraag,
        BEWONER,
        "uw vraag op tijd beantwoorden",
        toon="over_plan werkgroep staat ronde open_sinds termijn hoger geholpen gemeld_op vraagbaak laatst_op",
        techniek="vanaf",
        termijn="vragen",
    ),
    Tabel(
        t.vraagbericht,
        BEWONER,
        "wat u vroeg en wat het team antwoordde",
        toon="van soort tekst naam taal op",
        techniek="vraag file_id",
        team="gemaakt_door",
        termijn="vragen",
    ),
    Tabel(
        t.vraagconcept,
        ACCOUNT,
        "een vraag die u nog niet verstuurde",
        toon="inhoud op",
        eerder="na een dag",
        verteld=True,
    ),
    Tabel(
        t.vraagstop,
        BEWONER,
        "dat u een tijd niets kunt vragen, en wat u daarvan zei",
        toon="tot op bezwaar",
        team="gemaakt_door",
        eerder="als die tijd om is",
    ),
    wijkzaak(t.vraagstam, "een antwoord vinden dat er al is", "stam antwoord gewicht"),
)
