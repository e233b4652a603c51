"""What is kept around plans, offers and moments. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import ACCOUNT, BEWONER, CONTACT, LEEG, Tabel, wijkzaak

PLANNEN = (
    wijkzaak(
        t.aanbod,
        "een aanbod aan huishoudens",
        (
            "wat wie titel tekst kosten kosten_van kosten_tot opbrengst opbrengst_van opbrengst_tot "
            "voorwaarden gas bindend bindend_uitleg bedenktijd minimum stuk sluit_op op ingetrokken_op"
        ),
        team="gemaakt_door",
    ),
    wijkzaak(t.aanbod_woningtype, "voor welke woningen een aanbod is", "aanbod woningtype"),
    wijkzaak(
        t.concept,
        "een plan waarop bewoners kunnen reageren",
        "soort titel versie vorige tot stuk gepubliceerd_op",
        team="gemaakt_door",
    ),
    wijkzaak(t.conceptdeel, "een deel van zo'n plan", "concept nummer titel tekst was"),
    wijkzaak(
        t.conceptantwoord,
        "wat er met reacties gebeurde, zonder wie ze gaf",
        "conceptdeel oordeel reden weergave aantal op",
        team="gemaakt_door",
    ),
    wijkzaak(
        t.koppelkans,
        "werk in de straat dat samen kan",
        "soort titel uitleg straten van tot door link op ingetrokken_op",
        team="gemaakt_door",
    ),
    wijkzaak(t.nietmeetekst, "uitleg bij niet meedoen", "tekst op", team="gemaakt_door"),
    wijkzaak(
        t.warmtekaart,
        "uitleg over een warmteoplossing",
        "oplossing woningtype versie inhoud op ingetrokken_op zegt_ja zegt_beetje zegt_vraag",
        team="gemaakt_door bevestigd_door",
    ),
    wijkzaak(t.warmtekaart_stand, "hoe vaak een kaart iets duidelijk maakte", "kaart stemmen op delen"),
    Tabel(
        t.intekening,
        BEWONER,
        "weten wie meedoet met een aanbod",
        toon="aanbod hoe dag versie op ingetrokken_op",
        techniek="huishouden",
        team="vastlegger",
    ),
    Tabel(
        t.conceptreactie,
        BEWONER,
        "uw reactie op een plan beantwoorden",
        toon="conceptdeel tekst op antwoord",
        techniek="vanaf",
        team="vastlegger",
    ),
    Tabel(
        t.natuurlijkmoment,
        BEWONER,
        "weten wanneer iets u goed uitkomt",
        toon="wat van tot op",
        termijn="momenten",
        verteld=True,
    ),
    Tabel(
        t.nietmee,
        BEWONER,
        "u niet meer uitnodigen als u dat niet wilt",
        toon="op",
        team="vastlegger",
    ),
    Tabel(
        t.warmtekaart_gezegd,
        BEWONER,
        "u een kaart niet twee keer laten beoordelen",
        toon="kaart",
    ),
    wijkzaak(
        t.mijlpaal,
        "een moment bij de gemeenteraad of in de wijk",
        "bij titel moment uitleg link plaats inspreken_op inspreken_tot inspreken_hoe taal ingetrokken_op",
        team="gemaakt_door",
    ),
    wijkzaak(
        t.mijlpaal_uitslag,
        "wat daar uitkwam",
        "mijlpaal uitkomst mij woning buurt wereld vieren link op",
        team="gemaakt_door",
    ),
    wijkzaak(t.mijlpaal_wijziging, "wat daaraan veranderde", "mijlpaal velden op"),
    wijkzaak(
        t.partnernieuws, "nieuws van een partner", "partner tekst link stuk op ingetrokken_op", team="gemaakt_door"
    ),
    Tabel(
        t.inspreekwens,
        ACCOUNT,
        "u herinneren aan inspreken",
        toon="mijlpaal",
        eerder="na dat moment",
        verteld=True,
    ),
    Tabel(
        t.wiedoetwat,
        CONTACT,
        "weten bij wie u moet zijn",
        ander="naam telefoon email onderdeel tekst trede link stuk openbaar op",
        team="gemaakt_door",
        einde=LEEG,
        leeg="naam telefoon email",
        blijft="wat iemand doet, zonder naam of nummer",
    ),
    Tabel(
        t.partner,
        CONTACT,
        "weten wie er aan tafel zitten",
        ander="soort naam wat contact link op gestopt_op",
        team="gemaakt_door",
        einde=LEEG,
        leeg="contact",
        blijft="de naam van de organisatie",
    ),
    Tabel(
        t.zetel,
        ACCOUNT,
        "weten wie er op een zetel van een geleding zit, met naam als die persoon dat wil",
        toon="orgaan van nummer naam sinds",
        einde=LEEG,
        leeg="account naam sinds",
        eerder="als u stopt, verhuist of uw toestemming intrekt",
        blijft="de zetel, zonder wie er zat",
        gewist="de zetel is weer vacant, zonder naam",
    ),
    wijkzaak(
        t.vacature,
        "iemand zoeken voor een vrije zetel",
        "zetel tekst taal profiel wijze staat op peiling",
        team="gemaakt_door",
    ),
    wijkzaak(
        t.loting, "een loting om een zetel, die iedereen kan narekenen", "vacature blad dag kandidaten hoofd volgorde"
    ),
    Tabel(
        t.kandidaat,
        ACCOUNT,
        "laten weten dat u een zetel wilt",
        toon="vacature namens naam op",
        eerder="als de vacature voorbij is",
    ),
    Tabel(
        t.idee,
        BEWONER,
        "uw idee laten lezen en oppakken",
        toon="tekst taal plek punt foto staat reden werkgroep steun op",
        techniek="vanaf",
        einde=LEEG,
        leeg="bewoner vanaf plek punt foto",
        blijft="de woorden van een idee, zonder wie het bracht",
        gewist="wat nog niemand las, gaat weg, en van de rest blijven de woorden, zonder naam",
    ),
    Tabel(
        t.idee_steun,
        BEWONER,
        "een idee niet twee keer steunen",
        toon="idee",
    ),
)
