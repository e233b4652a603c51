"""What residents say of money, subsidies, the warmtenet. How to read a line: the package."""

ONDERWERPEN = """
betalen maand > kwijt maandelijks maandlasten gezin rekening straks nieuwe situatie uitkomen duurder verwacht gas
  licht vergeleken bedrag verschil energie overhouden oplopen gezinsuitgaven huishoudboekje kosten maand totaal
  goedkoper af vergelijk hoeveel maandkosten
zelf meteen betalen > startbedrag inleggen spaargeld sparen vooraf ineens neertellen bedrag opzij direct eigen zak
  tafel aanbetaling leggen storten nodig voorfinancieren beginbedrag duizend bijleggen spaarrekening hoeveel geld
  voorschieten contant flinke hap neerleggen klaarleggen bijdragen
rekenvoorbeeld > uitrekenen berekenen sommetje som voorbeeldberekening rekenen calculator cijfers rekentool schatting
  inschatten doorrekenen plaatje zien indicatie voorbeeld bedragen tabel vergelijken maken ongeveer kostenvergelijking
  vergelijkbaar huis
kosten niet betalen > krap geldgebrek rood lukt financieel onbetaalbaar geldzorgen hulp redden potje portemonnee
  schulden opbrengen armer hoofd boven water verdienen uitweg budget duur sta eruit betaalbaar weggelegd minderbedeeld
  ophoesten spaargeld rond rondkrijgen onmogelijk pech huis gezet noodfonds
investering delen betalen > gespreid termijnen uitsmeren stukjes afbetalen maandelijks beetjes tegelijk ineens maand
  zoveel geld afbetaling verspreid jaren alles aflossen spaarcenten termijn beetje elke gespreide maandtermijnen
lening rente > rentevrij renteloos procent gratis lenen nul zonder bijkomende kosten geld laag inkomen
lening 75 > leeftijd oud pensioen bejaard 70 71 72 73 74 76 77 78 79 81 82 83 84 85 88 tachtig senior bank geweigerd
  vader moeder oma opa jong genoeg bejaarden leeftijdsgrens 80 aow hoogbejaard gepensioneerden opoe grens
  verzorgingshuis 69 86 87 90
hypotheek > bank verhogen meefinancieren hypotheekadviseur bijlenen huislening tweede oversluiten huis ophogen extra
  lenen adviseur notaris
huis meer waard > verkoopprijs taxatie makelaar verkoop verkopen opleveren waardestijging woz label koper kopers prijs
  stijgt gasvrij zonder gas winst opbrengen huizenmarkt waardeloos brengt overwaarde straks duurder funda makelaars
  pluspunt verkoopt waardevermeerdering prijskaartje hogere
onroerendezaakbelasting > ozb woz belasting gemeente aanslag taxatie gemeentelijke hogere opgeknapt waarde verbouwd
  verbeterd aanslagbiljet
gas jaren duurder > gasprijs stijgen energiebelasting toekomst prijs verwachting omhoog accijns kuub onbetaalbaar
  verwachten straks duur betaalbaar blijft energieprijzen stijging verwacht vooruit
kost nu niets doe > afwachten blijven gewoon gevolgen achterover niks stilzitten wachten overslaan nergens alles oude
  gevolg blijf gas consequenties straf boete duurder verander stoken gasketel houden lange termijn meega erger later
  kost
vastrecht gas > abonnement aansluitkosten netbeheer weinig gebruik zuinig nauwelijks meterkosten vaste lasten alleen
  koken nul gas aansluiting betaal meterhuur betalen
vaste kosten warmtenet > vastrecht abonnement jaar standaard aansluiting meterhuur basisbedrag vast bedrag
  abonnementskosten stadswarmte jaarlijks zonder gebruik
prijs warmte bepaald > acm tarief vaststellen bepaalt berekend regels toezicht maximum gigajoule gj koppeling gasprijs
  stadswarmte leverancier baas vraagprijs gasreferentie prijzen vast eerlijk vraagt maximaal zegt
warmteprijs > omhoog plotseling ineens stijgt tarief verhogen onverwacht explodeert stadsverwarming contract
  schommelen verdubbelen stijgen zomaar duurder garantie beschermd zekerheid elk jaar schrik hoog oploopt
  prijsverhoging rem
betaalt woningscan > gratis scan rekening kosten onderzoek betalen terugbetalen onkosten opmeten betaalt huis kost
betalen advies energiecoach > gratis vrijwilliger coach rekening uurtarief kost adviseur langskomt gesprek terug
  kosten raad vrijwilligers langskomen geld vragen
betaalt werk duurder uitvalt > aannemer meerwerk tegenvaller bijbetalen rekening hoger afgesproken begroting extra
  onverwacht risico opdraaien overschrijding offerte achteraf rekent hogere kosten eindbedrag verrassing draait vaste
  prijs tegenvallers kostenoverschrijding nadeel bedrag bouwer factuur
offerte eerlijk > normaal prijs vergelijken check bedrijf oplichten redelijk duur afzetten afgezet beoordelen second
  opinion klopt prijsopgave goed marktprijs twee offerte hoog nakijken vertrouwen kijken deugen vraagprijs belazeren
  bedonderd opgelicht tweede mening gangbaar pluis
korting hele straat inkopen > samen groep collectief buren groepskorting tegelijk goedkoper bestellen kwantum
  inkoopactie iedereen buurt voordeliger gezamenlijk keer prijsje aannemer allemaal massa isoleren massaal inkoopgroep
  tien huizen
voorschot omlaag isoleren > termijnbedrag verlagen leverancier maandbedrag zakken minder energiebedrijf aanpassen
  termijn automatisch aangepast geisoleerd verbruik isolatie energieleverancier bijstellen
jaar kosten terug > terugverdienen eruit rendabel verdient wanneer investering uitgaven winst lang loont geld quitte
  terugbetaald terugverdientijd lange adem besparing opleveren maken hoeveel omslagpunt verdien
betaalt gemeente mee > bijdrage gemeentegeld steentje overheid meebetalen dokt draagt geeft gemeente subsidieert
  onderzoek kosten financieel duit zakje meebetaalt bijspringt gratis
subsidies huis > potjes regelingen geld rijk tegemoetkoming overzicht vergoedingen lijstje bijdragen waarvoor recht
  overheidsgeld allemaal gratis bijdrage overheid
isde vraag aan > rvo digid site aanvragen formulier invullen indienen website online stappen regelen aanvraag werkt
  begrijp lastig loket internet subsidie kom subsidiegeld regel formuliertje
subsidie voordat klaar > vooraf achteraf voorschieten eerst moment uitbetaald voorschot beginnen alvast tevoren
  uitbetalen betalen pas terwijl tijdens betaald voorfinancieren gestort vooruitbetaald geld ontvang opstarten
tijd subsidie aanvragen > deadline termijn uiterlijk maanden jaar wanneer lang geleden afloop tijd twee achteraf
  hoeveel hoelang houdbaarheid aanvraag vorig gedaan
papieren subsidie > factuur bon bewijs documenten bonnetje bewaren opsturen bijlagen stukken meesturen nodig rekening
  inleveren overleggen rekeningen bankafschrift aantonen stuk bewijzen mapje administratie inscannen
foto isolatie maken > bewijs plaatjes kiekjes fotos materiaal waarom rvo aantonen telefoon fotograferen bewijzen
  bewijsmateriaal vastleggen camera toestel plaatje vooraf tijdens werk
subsidie zelf isoleer > doehetzelf klussen zwager handig eigenhandig materiaal bouwmarkt gamma timmerman vriend
  aanbrengen zoon familie zelfgedaan schoonzoon buurman klusser kennis bedrijf aannemer zonder aangebracht platen
  kopen klustype vakman broer zelfgemaakt
subsidie twee maatregelen > samen combineren dubbel tegelijk verdubbelt extra hoger dak glas vloer meerdere geld
  allebei ineens bonus tegelijkertijd gelijktijdig elkaar
subsidiepot leeg > geld uitgeput pech budget genoeg rijk potje overblijft opraken uitverkocht gauw haasten bodem zicht
  uitverkoop iedereen aanvraagt
hulp invullen aanvraag > formulier samen moeilijk helpen site computer lukt snap begrijp ingewikkeld papieren
  rompslomp digibeet wegwijs ondersteuning meekijken handig invullen papierwinkel begeleid kluwen lastige formulieren
  bijstaan
subsidie afgewezen > geweigerd bezwaar gekregen afwijzing brief waarom beroep aanvraag afgekeurd weigerden niks
  teleurgesteld afkeuring nul rekest weigering zeggen
belasting subsidie > inkomen aangifte belastingdienst opgeven box fiscus afdragen inkomstenbelasting meetellen
subsidie rijk gemeente > stapelen combineren allebei landelijk samen optellen dubbel beide naast
digid aanvraag > inloggen wachtwoord machtiging zonder account buitenland inlogcode machtigen oude vader
potje weinig geld > minima bijstand uitkering arm pensioen extra inkomen laag steun rondkomen aow toeslag schuld
  minder verdient smalle beurs hulp bijzondere gezin weinig minimumloon betalen kleine portemonnee schuldsanering
  laagste inkomens armlastig missen bijstandsmoeder schulden geldgebrek ondersteund
subsidie inductiekookplaat > geld terug vergoeding kookplaat elektrisch koken aanschaf
meldcode > apparaat code isde typeplaatje lijst nummer formulier warmtepomp rvo materiaal
wacht geld subsidie > uitbetaald rekening duurt weken lang storten gestort overgemaakt wanneer binnen bankrekening
  storting verwerking doorlooptijd ontvangen betaling uitkering subsidie
subsidie tweede huis > vakantiehuis vakantiehuisje recreatie buitenhuis zomerhuisje verhuur bewoon huisje zee chalet
  caravan stacaravan bungalowpark
subsidie werk vorig jaar > terugwerkend achteraf eerder gedaan maanden geleden toen alsnog betaald afgelopen zomer
wat warmtenet > stadsverwarming uitleg betekenis inhoud bedoelen stadswarmte buizen warm water werkt systeem leg
  inhouden collectieve uitleggen snap ondergrondse leidingen begrijp netwerk
waar komt warmte warmtenet vandaan > bron oorsprong opgewekt restwarmte fabriek halen datacenter afval aardwarmte plas
  warm gemaakt opwekken verwarmd energiebron stoken warmte ketelhuis water verhit
eigenaar warmtenet > bezit gemeente bedrijf handen baas coöperatie eigendom bezitten aandelen bewoners commercieel
  privaat winst publiek straks buitenlandse investeerder gemeentelijk zeggenschap belegger verkocht gemeenteeigendom
  winstoogmerk
leverancier kiezen warmtenet > vast overstappen monopolie stroom vrij wisselen bedrijf gedwongen winkelen aanbieder
  vrijheid concurrentie switchen ene verplicht veranderen keuze concurrent nuon eneco vastzitten partij opgescheept
  marktwerking keuzevrijheid vrije overgeleverd
warmtenet uitvalt > storing kapot kou winter kapotte leiding lekkage koud stuk vervanging verwarming noodverwarming
  hele wijk zonder probleem begeeft vriest lek panne springt backup vervangende kachel noodvoorziening
kastje huis > maat afmeting groot unit meterkast afleverset past breed hoog toestel apparaat cm lengte hangt hoeveel
  plek halletje gangkast kast afmetingen centimeters inbouwkast
ketel weg warmtenet > cv verwijderen hangen reserve houden meenemen slopen blijven verwijderd eraf opruimen nodig
  combiketel eruit hangketel zekerheid gesloopt demonteren
radiatoren houden warmtenet > oude vervangen blijven hangen nieuwe verwarming verwarmingen zelfde bestaande passend
  houd alles vernieuwen gewone radiators
warmtenet warm water douchen > bad kraan heet tapwater lekker lang douche afwassen kranen straal warmwater genoeg
  badderen gezin badkuip snel warm uitgedoucht gezinsdouche tappunt
later warmtenet nee > alsnog bedenken spijt later jaren gemist kans weigeren instappen overstappen aansluiten volgend
  wachten kat boom afwachten paar jaar overstap aanhaken mogelijkheid open deur dicht volgende ronde
huizen meedoen warmtenet > hoeveel percentage genoeg minimum doorgaan mensen zeggen drempel animo nodig tekenen
  deelnemers aanmeldingen minimaal aantal buurtgenoten voldoende rond draagvlak ondergrens minimale deelname buurt
weinig mensen meedoen warmtenet > niemand animo mislukt afgeblazen interesse weinig afhaakt doorgaan afhaken stopt
  project afgelast helft doorgang draagvlak onvoldoende mensen haken af zeggen genoeg
warmtenet duurzaam > groen milieu klimaat praatje schoon greenwashing mooipraterij fossiel verbranden beter stinkt
  reclame eerlijk milieuwinst schoner verborgen vervuiling biomassa houtstook genoeg goed
lang warmtenet mee > levensduur jaren slijt houdbaar vervangen buizen
warmtenet af ontevreden > opzeggen stoppen eruit contract weg afsluiten bevalt tegenvalt weer afscheid vast slecht
  loskomen uitstappen zin terug vastgeketend af bedenk eraf afmelden teleurgesteld
afleverset > kastje apparaat warmtewisselaar kast unit betekenis dient benaming
legionella > bacterie ziek besmetting water veilig douchen ziekteverwekker besmet gezond warm bacteriën gevaar
  stilstaand ziekmakend drinken
warmtenet huis koelen > koel zomer airco hitte koeler verkoeling koud water stadswarmte warm augustus frisser
  verkoelen
warm water warmtenet > graden temperatuur heet aanvoer genoeg
verschil warmtenet bronnet > beter vergelijken anders
repareert afleverset > kapot stuk monteur storing bellen lekt kastje maken
houtkachel warmtenet > hout stoken haard gezellig vuurtje ernaast allesbrander verboden bijstoken gezelligheid blokken
  kacheltje aanhouden aanblijven bijverwarming
contract warmteleverancier > tekenen handtekening ondertekend getekend krabbel overeenkomst warmtebedrijf deal rond
  officieel definitief afspraken vastgelegd
"""
