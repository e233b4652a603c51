"""What residents say of privacy, voting, evenings, the code and the bot. How to read a line: the package."""

ONDERWERPEN = """
bewaren jullie mij > opgeslagen gegevens informatie bijhouden dossier bot onthoudt registreren persoonlijke alles
  bezit bewaard
zien gestemd > geheim anoniem gemeente buren stem kijken privé meekijken keuze zien stemgedrag achterhalen anonieme
  herleiden stiekem burgemeester stemmen nagaan tegen gestemd ziet uitlekt
gegevens wissen > verwijderen weg vergeten uitschrijven alles verwijder data weghalen account systeem helemaal
  computer spoorloos uitgewist af wis
delen gegevens gemeente > doorgeven ambtenaren meekijken geven gemeente doorgespeeld inzage ambtenaar meelezen
  gegevens doorgegeven stadhuis zien uitkering sociale dienst
energieleverancier telefoonnummer > doorverkopen bellen nummer reclame bedrijven doorgeven verkopen gebeld verkocht
  nummers verkoopbellers telemarketing reclamebureaus gegevens colportage energiemaatschappij ongewenste telefoontjes
zien huisgenoten invul > vrouw man partner zoon meelezen geheim gezin stiekem antwoord meekijken thuis antwoorden zien
  privé ruzie kinderen echtgenoot verschil mening stemmen
lang bewaren gegevens > opgeslagen wanneer jaren termijn blijft weg bewaartermijn hoelang jarenlang bewaard blijven
  later wissen computer eeuwig
leest berichten bot > meelezen mensen computer geheim privé typ ziet schrijf terechtkomt mens meelezers privéberichten
  leest
meedoen naam > anoniem zonder geheim zeggen naamloos onbekend bekend onherkenbaar naam invullen vertellen mening geven
  schuilnaam liever opgeven meedoen privé blijven
telegram veilig > hackers privacy russisch app betrouwbaar versleuteld vertrouwen gehackt rusland afluisteren
  meekijken veilig berichtenapp
gegevens downloaden > bestand opvragen kopie inzage inzien uitdraai mail alles toesturen overzicht inzagerecht
  kopietje dossier papier ontvangen
trek toestemming > terugdraaien bedacht stoppen akkoord ongedaan spijt
klagen privacy > klacht autoriteit persoonsgegevens misbruik lek gegevens misbruikt datalek
huis naam openbare kaart > zichtbaar adres website zien iedereen internet
mensen deur bij zei > opschrijven noteren onthouden gesprek bezoek aanbellers vastleggen schrijven deur gezegd notitie
gefilmd bijeenkomst > foto camera herkenbaar opname beeld gezicht opgenomen fotograaf filmpje
stem peiling > knop drukken uitbrengen werkt invullen kiezen meedoen stap stemmen klik keuze doorgeven meestemmen
  werkwijze vinkje zetten maken stappen mening formulier
stem veranderen > bedacht anders terugkomen vergist verkeerd aanpassen opnieuw herzien mening veranderd wijzigen
  gekozen spijt keuze verkeerde knop overdoen gedrukt nader inzien stem omzetten herstemmen liever later heroverwegen
peiling besluit > betekent soort stemming telt
mag stemmen > iedereen stemrecht leeftijd bewoners huurders kopers stemgerechtigd telt huisgenoten ieder huisgenoot
  buitenlander nationaliteit zonder paspoort
kinderen meestemmen > zoon dochter leeftijd jaar jong zestien tiener jongste 16 15 17 puber pubers kids scholier
papier stemmen > formulier zonder telefoon oma digitaal brief post invullen stembus potlood pen mobiel schriftelijk
  stembiljet opa briefje ouderwets smartphone stemformulier
sluit peiling > deadline wanneer uiterlijk laatste tijd stemmen uiterste kans
stem meegeteld > zeker controleren geteld telt bewijs nagaan aangekomen goed gegaan verwerkt bevestiging verdwenen
  stem binnen doorgekomen kwijtgeraakt ontvangen
spelregels > inhoud afspraken regels houdt
gemaakt spelregels > bedacht verzonnen opgesteld bedenken geschreven regels
spelregels veranderen > aanpassen tussentijds wijzigen onderweg halverwege regels vastliggen
gehoord > betekent tel wanneer meegeteld luisteren definitie bedoelen meetel gehoord noemen
bewoners gehoord > hoeveel genoeg percentage minimum mensen aantal nodig voldoende bewoners gesproken geldig besluit
  minimumaantal reacties
drempel > minimum betekent percentage
meerderheid tegen > niemand iedereen stemt tegen doorgedrukt tegenstanders afstemmen doordrukken wegstemmen zin
  overgrote deel stemmen
wil meedoen > zin niks maken rust weigeren sla interesse belangstelling verplichtend nergens meedoen interesseert
  hoeft afmelden bekijk verplicht
twee keer stemmen > dubbel vals fraude vaker stiekem bedrog valsspelen meerdere plegen nogmaals valse stemmen tweemaal
  twee telefoons spelen uitbrengen dubbele stem voorkomen doorgeven voorkeur toezicht eenmalig
man stemmen > namens partner vrouw machtigen plaats volmacht stemmen zoon invullen echtgenoot stem moeder opa ziek bed
gemeenteraad uitslag > luisteren telt naast negeren serieus zin politiek raad waarde neemt tellen stem trekt advies
  bindend nut luistert geluisterd legt invloed niks gestemd verplicht overnemen waardevol politici
uitslag > resultaat vinden terugkijken uitkomst lezen bekend stemming terugvinden bekendgemaakt kwam eruit percentages
  cijfers gewonnen gekozen afloop einduitkomst afgelopen
minder 5 uitslag > vijf privacy cijfers klein getal streepje verborgen aantal weggelaten
punten-peiling > verdelen punten puntjes betekent
consent > betekent instemmen bezwaar overwegend
bezwaar > gebeurt behandeld reactie gelezen gehoor ingediend hoor serieus terug gehoord tegenstem opgepakt
  tegenargument genomen prullenbak
deep democracy > betekent methode minderheid engels
stille midden > betekent mensen zeggen zwijgen stil
afspiegeling > betekent loting representatief doorsnee
controleer eerlijk geteld > natellen fraude klopt bewijs vals telling nakijken gesjoemel sjoemelen narekenen gerommeld
  betrouwbaar geknoei vervalst controle nagaan onpartijdig nep uitslag vertrouwen onafhankelijk
volgende bijeenkomst > wanneer datum weer avond keer komende elkaar agenda eerstvolgende samenkomen buurtavond gepland
  praten binnenkort
meld avond > aanmelden opgeven inschrijven plaats reserveren inschrijving kijken kom stoel avond plekje bespreken
  erbij
iemand meenemen avond > zus vriend buurvrouw introducee partner gast meekomen tante broer z tweeën buurman kennis
  vriendin zoon moeder gezelschap dochter kind aanhang alleen begeleider steun samen
meld af > verhinderd ziek afzeggen verhindering omstandigheden griep avond haal sorry donderdag annuleren opgegeven
  kind verkouden tussengekomen lukt redden
avond vol > wachtlijst reserve plek lijst volgeboekt plaats reservelijst aangemeld uitverkocht erbij overvol
  staanplaats stoel vrij
avond thuis volgen > online livestream computer video zoom kijken bank meekijken zaal digitaal bijwonen weg via
  internet vanuit huis deur beeldscherm
verslag bijeenkomst > gemist teruglezen notulen besproken gezegd lezen afwezig terugvinden erbij samenvatting kon
  geweest verteld besloten nalezen opname ziek gekund nagelezen avond uitkomst aantekeningen lees terug kwam bod
zaal rolstoel > toegankelijk lift trap rollator drempel slecht lopen binnenkomen scootmobiel moeilijk toegang krukken
  invaliden been trappen gehoorapparaat rolstoel heupoperatie stoel wielen gelijkvloers binnen benen moeder loopt
tolk bewonersavond > vertalen turks arabisch pools taal spreekt moeder nederlands verstaan goed versta uitleggen
  vertaler buitenlandse ouders verstaat poolse turkse marokkaanse anderstalig eigen begrijpt moedertaal
oppas bijeenkomst > kinderen babysitter kind kleintjes opvang meenemen peuters spelen alleenstaand jonge oppasser
  oppas kinderhoek thuisblijven avondje bed niemand kroost jong gezin kindjes baby alleenstaande moeder peuter kleine
  thuis
inchecken deur > waarom naam aftekenen registreren lijst code inchecken bijhouden ingang
check qr-code > scannen telefoon camera werkt blokjes blokjescode ingang code toegangsbewijs vierkantje
vraag vooraf avond > indienen tevoren stellen insturen voorleggen opsturen inleveren wethouder eerder alvast durf zaal
energiecafé > inloop koffie betekent
keukentafelgesprek > huis betekent gesprek tafel
iemand thuis uitleggen > langskomen bezoek slecht been huis uitleg keukentafel oud mobiel praten persoonlijk ouderwets
  slechte benen buurthuis tafel deur langs persoonlijke bejaard rustig uitleggen huisbezoek
koffie avond > thee koekje drinken eten hapje versnapering borrel catering
buurthuis > adres vinden route locatie straat kom parkeerplaats ingang fietsen
dakdaten > betekent dak
komen weet > verstand dom leek begrijp welkom ervaring snap bal beginner vragen onwetend
waar code > vinden brief nummer opzoeken vind cijfers zoeken opgeschreven kijken inlogcijfers
brief code kwijt > verloren weggegooid oud papier nieuwe weg kwijtgeraakt zoek prullenbak opnieuw verscheurd kranten
  weggedaan aanvragen vinden gelaten opgeruimd hond opgegeten code brief kattenbak nergens kwijt geraakt verbrand
code werkt fout > typ ongeldig foutmelding lukt zegt klopt verkeerd invoer herkent weigert goed pakt geweigerd cijfers
  kloppen toegang kom goede code herkend getallen inloggen mislukt geldig error rood kruis
mensen code > samen gezin delen hoeveel huisgenoten partner allebei
code buurman > geven buurvrouw lenen delen gebruiken uitlenen code anders naaste doorgeven
brief gekregen > nooit ontvangen overgeslagen post bus brievenbus vergeten buren niks gehad postbode gemist hele
  straat behalve
staat brief > inhoud betekent lezen envelop opengemaakt
lang code geldig > verlopen weken maand houdbaar vervalt bruikbaar wanneer werkt verloopt volgende oude code
meedoen code > zonder kwijt brief code gekregen nodig meepraten
brief echt oplichting > nep nepbrief vals phishing betrouwbaar vertrouwen verdacht afzender verdachte controleren
  oplichters officiële spam bericht echtheid brief namaak zomaar qr logo vertrouw
zes volwassenen code > gezin huisgenoten mensen vier vijf drie samen allemaal adres persoon ieder code groot z vijven
  studentenhuis volwassen kinderen apart
verhuisd wijk code > oude nieuwe adres straat verderop wonen verhuizing huis zelfde wijk woning
andere taal brief > engels turks vertaling vertaald lezen lees nederlands
begin bot > starten eerste keer aanmelden start gebruiken opstarten geinstalleerd opstart drukken stap net begonnen
  telegram werkt uitleg bot slag
bot andere taal > engels turks instellen veranderen nederlands moeilijk goed liever omschakelen taal arabisch pools
  oekraïens
veel berichten > minder spam storend stil uitzetten telkens steeds hele pingen gek meldingen rustiger dosering
  bestookt overspoeld telefoon stiller rustig appjes bliepjes stille stand vaak
krijg berichten meer > niks hoor stil weken stopt meldingen kapot mis geblokkeerd geworden ontvang zwijgt lang horen
  zie doodstil
nieuwe telefoon opnieuw > mobiel toestel overzetten overnieuw account kwijt gestolen kwijtgeraakt telefoon gevallen
  scherm stuk overstappen iphone gegevens nieuwe gekregen alles
nieuw nummer > telefoonnummer veranderd simkaart provider
smartphone nodig > zonder oude telefoon nokia mobiel alleen vaste drukknoptelefoon
bot computer > laptop pc tablet groot scherm web grote toetsenbord liever telefoon
whatsapp > appen app facebook
terug menu > begin knoppen hoofdscherm verdwaald opnieuw beginnen startpunt
stop bot > afmelden verwijderen uitschrijven ermee weg zin eruit uitzetten bot
kost gebruik bot geld > gratis betalen abonnement app chat beltegoed databundel kosten verbonden
achter bot > maker bedrijf gemaakt hierachter
mens spreken > bellen telefoon lijn praten computer medewerker robot gesprek menselijk mevrouw meneer gewoon levend
  vlees echte persoon telefonisch overleg praat pakken
letters klein groter > lezen tekst vergroten bril lettergrootte ogen lettertype slecht onleesbaar kleine letters
  vergrootglas vergeten grote leesbaarheid klein
dochter telefoon > zoon kind namens helpen invullen handiger kleinzoon samen kleindochter kleinkind telefoon
  schoondochter helpt andermans buurmeisje regelt
blind > zien slechtziend voorlezen ogen ziet slecht zicht maculadegeneratie
verkeerd ingevuld > fout herstellen vergist typefout aanpassen terug verbeteren terugzetten foutje gemaakt ongedaan
  verkeerde antwoord herstel ongeluk aangeklikt verkeerd maken getypt vergissing
"""
