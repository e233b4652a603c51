"""What residents say of privacy, voting, evenings, the code and the bot. How to read a line: the package."""

ONDERWERPEN = """
bewaren jullie mij > opgeslagen gegevens informatie bijhouden dossier bot onthoudt registreren persoonlijke
zien gestemd > geheim anoniem gemeente buren stem kijken privé meekijken keuze zien stemgedrag achterhalen anonieme
  herleiden stiekem burgemeester
gegevens wissen > verwijderen weg vergeten uitschrijven alles verwijder data weghalen account systeem
delen gegevens gemeente > doorgeven ambtenaren meekijken geven gemeente doorgespeeld inzage
energieleverancier telefoonnummer > doorverkopen bellen nummer reclame bedrijven doorgeven verkopen gebeld verkocht
  nummers
zien huisgenoten invul > vrouw man partner zoon meelezen geheim gezin stiekem antwoord meekijken thuis antwoorden zien
lang bewaren gegevens > opgeslagen wanneer jaren termijn blijft weg bewaartermijn hoelang jarenlang bewaard blijven
leest berichten bot > meelezen mensen computer geheim privé typ ziet schrijf terechtkomt
meedoen naam > anoniem zonder geheim zeggen naamloos onbekend bekend onherkenbaar naam invullen vertellen
telegram veilig > hackers privacy russisch app betrouwbaar versleuteld vertrouwen gehackt rusland afluisteren
gegevens downloaden > bestand opvragen kopie inzage inzien uitdraai mail alles toesturen overzicht inzagerecht
trek toestemming > terugdraaien bedacht stoppen akkoord ongedaan spijt
klagen privacy > klacht autoriteit persoonsgegevens misbruik lek
huis naam openbare kaart > zichtbaar adres website zien iedereen internet
mensen deur bij zei > opschrijven noteren onthouden gesprek bezoek aanbellers vastleggen
gefilmd bijeenkomst > foto camera herkenbaar opname beeld gezicht opgenomen fotograaf filmpje
stem peiling > knop drukken uitbrengen werkt invullen kiezen meedoen stap stemmen klik keuze doorgeven meestemmen
  werkwijze
stem veranderen > bedacht anders terugkomen vergist verkeerd aanpassen opnieuw herzien mening veranderd wijzigen
  gekozen spijt keuze verkeerde knop overdoen
peiling besluit > betekent soort stemming telt
mag stemmen > iedereen stemrecht leeftijd bewoners huurders kopers stemgerechtigd telt
kinderen meestemmen > zoon dochter leeftijd jaar jong zestien tiener jongste 16 15 17 puber pubers
papier stemmen > formulier zonder telefoon oma digitaal brief post invullen stembus potlood pen mobiel schriftelijk
  stembiljet opa briefje
sluit peiling > deadline wanneer uiterlijk laatste tijd stemmen
stem meegeteld > zeker controleren geteld telt bewijs nagaan aangekomen goed gegaan verwerkt bevestiging verdwenen
spelregels > inhoud afspraken regels houdt
gemaakt spelregels > bedacht verzonnen opgesteld bedenken geschreven regels
spelregels veranderen > aanpassen tussentijds wijzigen onderweg
gehoord > betekent tel wanneer meegeteld luisteren definitie bedoelen
bewoners gehoord > hoeveel genoeg percentage minimum mensen aantal nodig
drempel > minimum betekent percentage
meerderheid tegen > niemand iedereen stemt tegen doorgedrukt tegenstanders afstemmen doordrukken wegstemmen
wil meedoen > zin niks maken rust weigeren sla interesse belangstelling verplichtend nergens meedoen interesseert
  hoeft afmelden
twee keer stemmen > dubbel vals fraude vaker stiekem bedrog valsspelen meerdere plegen nogmaals valse stemmen tweemaal
  twee telefoons
man stemmen > namens partner vrouw machtigen plaats volmacht stemmen zoon
gemeenteraad uitslag > luisteren telt naast negeren serieus zin politiek raad waarde neemt tellen stem trekt advies
  bindend nut luistert
uitslag > resultaat vinden terugkijken uitkomst lezen bekend stemming terugvinden bekendgemaakt kwam eruit percentages
  cijfers gewonnen
minder 5 uitslag > vijf privacy cijfers klein getal streepje verborgen
punten-peiling > verdelen punten puntjes betekent
consent > betekent instemmen bezwaar overwegend
bezwaar > gebeurt behandeld reactie gelezen gehoor ingediend hoor serieus terug gehoord tegenstem opgepakt
deep democracy > betekent methode minderheid engels
stille midden > betekent mensen zeggen zwijgen stil
afspiegeling > betekent loting representatief doorsnee
controleer eerlijk geteld > natellen fraude klopt bewijs vals telling nakijken gesjoemel sjoemelen narekenen gerommeld
  betrouwbaar
volgende bijeenkomst > wanneer datum weer avond keer komende elkaar agenda eerstvolgende samenkomen buurtavond gepland
meld avond > aanmelden opgeven inschrijven plaats reserveren inschrijving kijken kom stoel
iemand meenemen avond > zus vriend buurvrouw introducee partner gast meekomen tante broer z tweeën buurman kennis
  vriendin zoon moeder
meld af > verhinderd ziek afzeggen verhindering omstandigheden griep avond
avond vol > wachtlijst reserve plek lijst volgeboekt plaats reservelijst aangemeld uitverkocht erbij
avond thuis volgen > online livestream computer video zoom kijken bank meekijken zaal digitaal bijwonen
verslag bijeenkomst > gemist teruglezen notulen besproken gezegd lezen afwezig terugvinden erbij samenvatting kon
  geweest verteld besloten nalezen opname ziek
zaal rolstoel > toegankelijk lift trap rollator drempel slecht lopen binnenkomen scootmobiel moeilijk toegang krukken
  invaliden been trappen gehoorapparaat
tolk bewonersavond > vertalen turks arabisch pools taal spreekt moeder nederlands verstaan goed versta uitleggen
  vertaler buitenlandse ouders
oppas bijeenkomst > kinderen babysitter kind kleintjes opvang meenemen peuters spelen alleenstaand jonge oppasser
  oppas kinderhoek thuisblijven avondje
inchecken deur > waarom naam aftekenen registreren lijst code
check qr-code > scannen telefoon camera werkt blokjes
vraag vooraf avond > indienen tevoren stellen insturen voorleggen opsturen inleveren wethouder
energiecafé > inloop koffie betekent
keukentafelgesprek > huis betekent gesprek tafel
iemand thuis uitleggen > langskomen bezoek slecht been huis uitleg keukentafel oud mobiel praten persoonlijk ouderwets
  slechte benen buurthuis tafel
koffie avond > thee koekje drinken eten hapje
buurthuis > adres vinden route locatie straat
dakdaten > betekent dak
komen weet > verstand dom leek begrijp welkom ervaring
waar code > vinden brief nummer opzoeken
brief code kwijt > verloren weggegooid oud papier nieuwe weg kwijtgeraakt zoek prullenbak opnieuw verscheurd kranten
  weggedaan aanvragen vinden gelaten opgeruimd hond opgegeten
code werkt fout > typ ongeldig foutmelding lukt zegt klopt verkeerd invoer herkent weigert goed pakt geweigerd cijfers
  kloppen toegang kom
mensen code > samen gezin delen hoeveel huisgenoten partner allebei
code buurman > geven buurvrouw lenen delen gebruiken uitlenen code anders naaste
brief gekregen > nooit ontvangen overgeslagen post bus brievenbus vergeten buren niks gehad postbode
staat brief > inhoud betekent lezen
lang code geldig > verlopen weken maand houdbaar vervalt bruikbaar
meedoen code > zonder kwijt brief
brief echt oplichting > nep nepbrief vals phishing betrouwbaar vertrouwen verdacht afzender verdachte controleren
  oplichters officiële
zes volwassenen code > gezin huisgenoten mensen vier vijf drie samen allemaal adres persoon ieder code groot
verhuisd wijk code > oude nieuwe adres straat verderop wonen verhuizing
andere taal brief > engels turks vertaling vertaald lezen
begin bot > starten eerste keer aanmelden start gebruiken opstarten
bot andere taal > engels turks instellen veranderen nederlands moeilijk
veel berichten > minder spam storend stil uitzetten telkens steeds hele pingen gek meldingen rustiger dosering
krijg berichten meer > niks hoor stil weken stopt meldingen kapot mis geblokkeerd geworden ontvang zwijgt
nieuwe telefoon opnieuw > mobiel toestel overzetten overnieuw account kwijt gestolen kwijtgeraakt telefoon gevallen
  scherm
nieuw nummer > telefoonnummer veranderd simkaart provider
smartphone nodig > zonder oude telefoon nokia mobiel
bot computer > laptop pc tablet groot scherm web
whatsapp > appen app facebook
terug menu > begin knoppen hoofdscherm verdwaald
stop bot > afmelden verwijderen uitschrijven ermee weg
kost gebruik bot geld > gratis betalen abonnement app
achter bot > maker bedrijf gemaakt
mens spreken > bellen telefoon lijn praten computer medewerker robot gesprek menselijk mevrouw meneer
letters klein groter > lezen tekst vergroten bril lettergrootte ogen lettertype slecht onleesbaar kleine letters
  vergrootglas
dochter telefoon > zoon kind namens helpen invullen handiger kleinzoon samen kleindochter kleinkind telefoon
  schoondochter
blind > zien slechtziend voorlezen ogen
verkeerd ingevuld > fout herstellen vergist typefout aanpassen terug verbeteren terugzetten foutje gemaakt ongedaan
  verkeerde antwoord herstel
"""
