"""What residents say of heat pumps, insulation, air, cooking. How to read a line: the package."""

ONDERWERPEN = """
werkt warmtepomp > uitleg principe techniek koelkast buitenlucht warmte omgekeerde begrijp
huis geschikt warmtepomp > mogelijk past goed genoeg geïsoleerd woning werkt erachter rijp huis aanmerking vereisten
  oude haalbaar tochtig klaar lukt ervoor
vijftigradentest > ketel lager zetten proef test vijftig 50 testen uitproberen
groot buitenunit > afmetingen hoog breed formaat maat past meter centimeter kast kolos meet omvang zwaar neemt plek
  wasmachine reusachtig
waar buitenunit > plaatsen tuin dak balkon zetten schutting gevel neerzetten hangen plek waarop voortuin achtertuin
  garage neer muur hoek plekje plaatsing afstand buren erfgrens zichtbaar voorkant schuurtje
vergunning buitenunit > gemeente toestemming aanvragen regels tuin welstand nodig buiten zomaar ophangen vragen vrij
  plaatsen welstandscommissie eerst melden
stroom warmtepomp jaar > kwh verbruik stroomverbruik rekening kost elektriciteit zuinig slurpt vreet stroomrekening
  meerverbruik hoeveel trekt elektra
warmtepomp vriest > vorst kou winter min graden koud sneeuw ijskoud werkt hartje warm genoeg strenge elfstedentocht
  siberische temperaturen nul bevriest ijs
lang warmtepomp mee > levensduur jaren slijt kapot afgeschreven vervangen stuk oud plezier
onderhoud warmtepomp > beurt nakijken monteur jaarlijks servicebeurt contract vaak onderhoudsbeurt service keer elk
  jaar kosten onderhoud dikwijls
stroom uitvalt warmtepomp > stroomstoring verwarming kou stroomuitval noodstroom stroom donker blackout koud
  elektriciteit weg storing net elektra zekering
meterkast warmtepomp > groep erbij groepenkast verzwaren aanpassen stoppen elektricien
stroomnet sterk warmtepompen > overbelast capaciteit vol elektriciteitsnet aankan iedereen kabels net stoppen
  doorslaan hele straat zwaar kabel zwak trekt overbelasting elektra kortsluiting trafo wijk bezwijkt houdt
boilervat > vat groot tank warm water nodig liter plek wasruimte opslag grote ketel passen plaats literinhoud
hybride later verder > stapje eerst tussenstap tijdelijk daarna overstap hybride beginnen alleen halfje combi gas
  erbij begin helemaal halve stap ervan af alvast kijken bijverwarmen
snel huis warm warmtepomp > opwarmen traag uur wachten duurt koud huis thuiskom vakantie kilte gang weekend weg
  terugkom lauw
verwarming nachts lager warmtepomp > nacht thermostaat slapen lager zetten omlaag graden uitzetten zacht kachel
  slaapstand bed constant dezelfde stand
merk warmtepomp > fabrikant model daikin mitsubishi kiezen aanraden goede kopen type kwaliteitsmerk goedkoop merk
  chinese keuze toestel consumentenbond adviseren betrouwbaarste
plaatsen warmtepomp > installatie dagen bezig monteurs aanleggen lang inbouwen klus installateurs tijdsduur vloer
vakvolk warmtepompen > monteurs tekort personeel installateurs genoeg wachtlijst vakmensen handen mensen jongens
  techneuten lange wachttijd vinden drukbezet installatiebedrijven
buurt warmtepomp bekijken > kijken zien voorbeeld horen ervaring bezoek werking ervaringen luisteren langsgaan
  bezichtigen werkend thuis live proefwoning ervaringsverhaal aanbellen kijkje nemen buurtgenoot open
koudemiddel > gas milieu slecht propaan lekken stof giftig pfas koelmiddel vloeistof chemisch ontsnapt ozon
  broeikasgas schadelijk
warmtepomp koelen > airco zomer warm koel hitte afkoelen zomers koud blazen augustus
beginnen isoleren > eerst volgorde eerste startpunt nuttigste meeste effect start slimst aanpakken dak vloer
  prioriteit verstandig werken meest oplevert grootste winst maatregel
spouw gevuld > gaatjes erachter muur geïsoleerd korrels zien controleren vorige eigenaar isolatie achterhalen
  onderzoeken boor bewoner gat voeg lege spouw kijkgaatje nagaan zonder boren opgevuld wol vlokken
schimmel huis dicht > potdicht schimmelen kierdicht ademen vocht luchtdicht isolatie bang afgesloten kieren dicht goed
  geïsoleerd zwarte plekken ademt benauwd huis zuurstof verstikt
woningscan > opmeten langskomen onderzoek doorlichten bekijken huis inhoudt onderzoeken meting
vraag woningscan aan > afspraak aanmelden regelen langskomt aanvragen warmtelek onderzoeken boeken inplannen
  huisonderzoek huis opgeven nakijken expert deskundige langs energielekken afspreken onderzoeker
energielabel > label betekenis letter a b c d e f g zuinig zegt cijfer letters betekenen nut uitleg voorstellen
  energiezuinig huisverkoop
nieuw energielabel > beter label aanvragen adviseur opnemen registreren bijwerken veranderen verouderd verbeteren
  geïsoleerd officieel opnieuw c maken registratie verlopen aanpassen verbeterd verhogen hertaxeren klopt bepalen
isolatiestandaard > norm streefwaarde genoeg goed geïsoleerd overheid eis betekenis volgens voldoende
purschuim kruipruimte > pur giftig ongezond schadelijk dampen spuiten vloer schuim ziek gevaarlijk gespoten slecht
  veilig gezondheid uitdampen giftige chemische troep astma baby
vleermuizen spouw > beest beesten muur beschermd dieren ecoloog nest beschermde gevel wegjagen isoleren beestjes
  overlast dier vliegende verjagen ecologisch
nu isoleren plan wachten > alvast beginnen voorlopen eerst besluit zonde geduld vast beter wachten doorgaan niks
  straks zin voorsprong nuttig spijt geldverspilling
asbest dak > golfplaat schuurdak platen gevaarlijk verwijderen saneren isolatie oud dak saneerder weghalen eternit
  zolder kankerverwekkend oude
zelf minder honderd euro > goedkoop tientjes kleine tips klein budget weinig simpel zuinig snel ledlamp tochtstrip
  bespaartips uitgeven makkelijk huur meteen snelle geld gratis simpele krappe beurs makkelijke maatregel goedkoopste
  handige trucjes bedrag klusje zonder verbouwing huurders budgetvriendelijk
klussers wijk > klusteam handige mensen vrijwilligers helpen klusjes tochtstrips harry buurthulp hulp ophangen
huis koud isoleren > kil isolatie geïsoleerd blijft koud verwarmd tocht fris blijf kou steeds kille resultaat kouder
  verschil spouw gedaan verwarming hoog ondanks warmer optrekkende onbehaaglijk waarom voel huis
warmtecamera > infrarood camera foto lenen gebruiken warmtebeeld ophalen avondje huren lekken opsporen apparaat
  gebruik leent uitlenen meetapparaat lekt fototoestel apparaatje
warmtewandeling > wandelen lopen straat camera avond rondje
ramen tegelijk vervangen > glas eerst stapje één kamer voorkamer gedeeltelijk rest later achterkant beurt vervangen
  deel boven beneden gespreid alles ineens alleen verdeeld jaren stuk allemaal vernieuwen begane grond
gordijnen kou > dikke gordijn schelen raam tochtgordijn ophangen schuif houden warm stof velours tegenhouden
  voorhangen zwaar doeken isolerend
betrouwbaar isolatiebedrijf > goede vakman bedrijf aanraden keurmerk adres vinden beunhaas recensies prutsers goed
  vertrouwen erkend zoek slecht werk bang beunhazen raadt cowboys ervaringen
koudebrug > koude plek betekenis balkon muur lekplek
isoleer huis houten vloer > planken plankenvloer balken kruipruimte warm hout houtrot onderkant optrekt vocht vloer
  kruip koude voeten oud kieren
ventileren isoleer > waarom lucht ramen nodig dicht kieren frisse noodzaak isolatie luchten dichte woning ademen open
  gaten
lang luchten > ramen minuten raam open zetten vaak ochtend kwartier hoeveel winter tegen elkaar ochtends elke tien
ventilatie lawaai > herrie box zolder brommen zoemen motor mechanische geluid kapot maakt gek slaap stilzetten
  afzuiging bromt teringherrie gezoem plafond afzuiger brult zoemt hele stiller geluidsarm
filters ventilatie schoonmaken > vervangen vies vaak stof wtw wassen filter wanneer keer jaar kosten wissel stofzuigen
  viezigheid maandelijks wasmachine
ventilatieroosters dichtplakken > afplakken tape dicht tocht rooster kou waait stoppen koud raamroosters afsluiten
  tochten trekt plakband dichtstoppen dichtdoen gaatjes dichtduwen dichtgezet tochtige roosters
warmteterugwinsysteem > wtw ventilatie betekenis terugwinnen
co2-meter kamer > metertje lucht getal waarde lampje rood ppm luchtmeter benauwd kastje meet klas ampul getallen
  waarden hoog
vocht ramen > condens beslaan nat druppels ochtend ruit slaapkamer binnenkant beslagen natte ramen aangeslagen vochtig
  waterdruppels schimmel gordijn mist glas water vensterbank ruiten zweten
badkamer afzuiging > ventilator douche raampje damp stoom wasem vochtig raam vochtige badkamer ventilatortje beslagen
  spiegel doucheruimte waterdamp
afzuigkap mechanische ventilatie > aansluiten kanaal wasemkap keuken damp kap motorloze koppelen wasem aansluiting
ventileren zonde warmte > verspilling stoken raam geld kou stook buiten warmte weg verlies verwarm deur open zuinig
  mussen rooster energie verloren
verschil luchten ventileren > hetzelfde anders raam
ventilatie werkt > controleren papiertje wc test checken zuigt kapot goed merk trekt testen wcpapiertje
ventilatiebox schoongemaakt > vies stof box zolder reinigen kanalen
luchtreiniger ventileren > apparaat filter schone luchtzuiveraar plaats hoeven ramen genoeg vervangt schoonmaakt
  reinigingsapparaat hoef raam
open raam slaapkamer warmtepomp > slapen frisse lucht nacht raampje slaap koude slaapkamer
koken gas > gasfornuis pitten vlam straks blijven gaskookplaat vlammetje behouden fornuis gas houden vuur koken
  kookgas
koken inductie > werkt plaat magneet uitleg heet anders nooit gedaan kook magnetisch
oude pannen inductie > pannenset nieuwe kopen weggooien aluminium koekenpan geschikt elektrisch magneet pannetjes
  bruikbaar werken hergebruiken set potten gietijzer rvs alles pannenkast pannen spullen nieuw gietijzeren kookpannen
  hou erop hoeven weg koop
stekker inductieplaat > stopcontact groep perilex krachtstroom elektricien aansluiting elektriek stekkers aanpassen
  kabel dubbele past gewone stekker nodig losse aparte vijfpolige
wokken inductie > wok vlam roerbakken chinees aziatisch woks bolle pan chinese keuken zonder wokschotel roerbak
kookworkshop > kookles proeven demonstratie uitproberen inductie cursus meedoen leren koken les proeverij kokkin
  wanneer omgaan kookavond proberen
inductie pacemaker > hart man gevaarlijk magneet hartpatiënt storing icd hartapparaat vader kastje borst opa risico
  veilig hartoperatie hartproblemen kwaad
koken gas longen > ongezond benauwd lucht astma stikstof vlam fijnstof kind slecht gassen keuken ademen gezondheid
  kinderen dampen gas benauwdheid kookluchtjes hoesten hoest fornuis kortademig kleinkind
stroom inductie jaar > verbruik kwh rekening duurder kost stroomkosten koken elke elektriciteitskosten
inductieplaat leen proberen > uitproberen testen lenen ophalen eerst probeer uitleen probeerplaat huis vooraf losse
  tijdelijk ervaren proef weekje koop durf wennen thuis
oude gasfornuis > weggooien inleveren stort milieustraat opruimen ophalen marktplaats kwijt afvoeren raken kringloop
  afdanken kapot fornuis grof vuil weg afgedankte ophaaldienst
keramisch koken goedkoper inductie > keramische vergelijken zuiniger verschil elektrisch voordeliger plaat
barbecueën gasfles > bbq tuin gas campinggas verboden zomer barbecue kamperen verjaardag fles grillen buitenkeuken
  gasflessen
oven gas > gasoven bakken vervangen elektrische fornuis blijven pizza bakoven pizzaoven taart
kookplaat vervangen > wanneer datum uiterlijk overstap klaar deadline koken lang tijd overgestapt uiterste omschakelen
inductieplaat schoon > poetsen vlekken aangekoekt vies krassen schuursponsje vet doekje aanslag schoonmaken onderhoud
  azijn glasplaat strepen doekjes vlek aanbaksel vuil smerig krasjes krabber
"""
