"""What residents say of renting, flats, planning, the street. How to read a line: the package."""

ONDERWERPEN = """
beslist huurhuis > verhuurder huurwoning bepaalt zeggenschap huur bepalen woning beslist zeggen huurder keus baas
stem huurder zwaar > meetellen huren kopers evenveel huur gelijk stemrecht telt huurders zeggen meedoen gelijkwaardig
  koper minder waard net zoveel tel stem huurder belangrijk
huur omhoog verduurzamen > huurverhoging duurder isoleren opknappen renovatie huurprijs flat huur verhogen isolatie
  huis duur verhuurder doorberekenen energiezuinig maken kosten huurder opslag
zeventigprocentregel > 70 procent huurders instemmen meerderheid complex hoeveel instemming genoeg stemmen akkoord
  zeggen renovatievoorstel
huurder niet eens plan > oneens tegen weigeren corporatie rechten huren bezwaar huurder huurcommissie akkoord maken
  tegenhouden protest
vergoeding tijdelijk uit huis > wisselwoning logeren hotel verhuizen geld renovatie elders slapen rechten weg onderdak
  vervangend verblijf opvang verhuisvergoeding betaald hotelkosten verhuiskosten logeeradres tijdelijke woning weken
  kwijt betaalt opslag meubels anders
geld overlast werk huurhuis > compensatie stof herrie huurkorting vergoeding hinder huurwoning wekenlang boren
  renovatie terug troep schadevergoeding korting huur lawaai maandenlang ellende tegemoetkoming schadeloosstelling
  ongemakken puinhoop weken huurverlaging last verbouwing genoegdoening
sociaal plan > rechten renovatie afspraken huurders verhuurder
huurder zonnepanelen > dak huur corporatie panelen leggen vragen toestemming plaatsen huurdak verhuurder goed erop
betaalt inductieplaat huurwoning > koken huurder verhuurder corporatie kookplaat huur kopen koopt aanschaf rekening
  gekregen vergoed elektrisch schaft bekostigt
huisbaas tocht > kieren verhuurder reageert onderhoud weigert klagen koud ramen huurcommissie nix woning tocht lek
  enkel glas reactie niks particuliere aanpakken geeft thuis gedaan slecht belabberd reparaties verkrotten klapperen
  kou binnen nalatig dwingen stappen
corporatie huis zonder warmtenet > dwingen woningbouw toestemming zomaar gedwongen tegen verplichten verhuurder
  huurder verplicht woningstichting overslaan nodig beslissen aansluiten zeggenschap besluiten zonder overleg
  ongevraagd huurders opdringen aangesloten zegt buiten
huurtoeslag warmtekosten > toeslag stookkosten belastingdienst aanvragen servicekosten toeslagen blokverwarming omhoog
  meetellen
huurdersvereniging > bewonerscommissie contact huurders bellen adres vertegenwoordigt opkomt telefoonnummer vinden
  belangen
servicekosten warmte > stookkosten verhuurder afrekening betaal huur bovenop betekent valt eronder posten
huurcontract loopt af > tijdelijk binnenkort einde maanden weg meedoen huur eindigt kort tijdelijke stemmen
vve besluit warmtenet > stemmen eigenaren meerderheid vergadering hoeveel tweederde nodig unaniem beslissen stemming
  procedure percentage
vve vergadert > slapend bijeenkomst nooit jaren eigenaren inactief wakker gang ingeslapen leven stilligt elkaar dode
  opnieuw starten bestuur ontbreekt oproepen overleg stilgevallen doodgebloed reanimeren bijeengeroepen slaapt vve
alleen gas vve wil > los individueel eigen appartement apart uitstappen overige eentje flat zelfstandig rest gebouw
  alleen tegen zin anderen plan solo
lening vve > lenen warmtefonds geld kas pot complex gezamenlijk bank gebouw financieren
subsidie advies vve > adviseur onderzoek geld vergoeding
meerjarenonderhoudsplan > mjop onderhoud planning vve betekent dak schilderwerk afkorting lange termijn
bijdrage vve omhoog > servicekosten betalen maand maandbedrag verhogen duurder vve kosten maandelijkse bijdrage
  reservepot
spreekt namens vve > vertegenwoordiger voorzitter contactpersoon praat woord bestuur overleg woordvoerder gesprek
  gemeente contact overlegt afgevaardigde
vve airco verbieden > balkon unit gevel ophangen weigeren toestemming vereniging airco lelijk eigenaren bezwaar tegen
  aanzicht buitengevel
vergadering vve verdeeld > ruzie oneens half splitsing patstelling meningen verdeeld stemmen staken helft tegen
  meerderheid gekibbel onenigheid verder besluit
medebewoners vve mee > overtuigen trek bewoners buren enthousiast warm praten gebouw zin weigeren enthousiasmeren
  onwillig halen flat meedoen tegenstribbelen eigenaren motiveren iedereen onverschillig draagvlak
vve net nieuwe ketel > blokketel zonde pas vervangen weggegooid jaar nieuw blok geld collectieve ketel ketelhuis
  blokverwarming vernieuwd gloednieuw
splitsingsakte > notaris regels stemverhouding document
beheerder besluit vve > namens bepalen bedrijf bevoegd beslissen administrateur
wijk gas af > jaar wanneer moment datum overgaan stoppen gasloos einddatum bekend gas eraf gasvrij jaartal laatste
  overgang jaartallen
planning wijk > schema tijdlijn stappen wanneer eerst overzicht komende stap jaren agenda route volgorde grote lijn
  verloopt
gemeenteraad beslist > wanneer datum vergadering raadsbesluit knoop raad stemt besluit besluiten politiek
  besluitvorming neemt
straat beurt > wanneer volgorde eerst jaar planning straat werk begint straten laan beurt huisnummer blok
lang alles bij elkaar > totaal jaren project traject klaar hoeveel jaar eindigt hele proces duur bezig wanneer
  afgelopen lang duren eindeloos einde
na besluit > daarna volgende stap vervolg gebeurt verder straks raad zegt vervolgstappen begint
begint onze wijk eerste > waarom proefwijk eerst proefkonijn proefkonijnen uitgekozen juist wijken gekozen aangewezen
  uitverkoren proeftuin
plan veranderen > wijzigen aanpassen vast definitief gewijzigd anders bijsturen herzien beinvloeden wijzigingen terug
  bijsturing onomkeerbaar beton geschoven tussentijds
werk uitloopt > vertraging langer later klaar tijd uitstel tegenzit duren planning gehaald tegenvaller duurt beloofd
  af vertragen schema
thuis huis gewerkt > vrij nemen werk monteurs aanwezig sleutel baas binnenlaten werklui erbij thuis werken geven vrije
  verlof vertrouwd oppassen huis overdag sleutels afgeven baan alleen
zonder verwarming overstap > kou dagen uren koud overzetten omzetten afgesloten wissel tijdelijk lang overschakelen
  koude douche uurtjes douchen aansluiten omgezet tussentijd overgang gas eraf tussen hoelang afgesneden kachel uur
  verwarming huis tijdens
andere week werk huis > verzetten moment uitkomt slecht datum vakantie ziekenhuis afspraak wisselen ongelegen tijdstip
  baby verwacht operatie begrafenis bruiloft geboekt scheiding tentamen schikt agenda vol bevallen ziekenhuisopname
  reis uitstellen examen rouw
ketel vervangen > oude kapot nieuwe kopen jaar oud wachten huren reparatie kuren hr cv stuk begeven laatste benen
  tweedehands afschrijven dood investeren ketel ermee ophoudt houd jaren einde gasketel adem gloednieuwe kapotgaat
  warmtenet
plan af meepraten > inspraak invloed vast meedenken klaar zegje denken zeggen ligt ideeën inbreng mening zin
  dichtgetimmerd
wijkuitvoeringsplan > wijkplan betekent document erin
hoogte planning > nieuws updates horen informatie bericht volgen hoor hoogte gehouden lees nieuwsbrief blijf seintje
  melding wanneer informeren bijgepraat
straat open > graven beginnen wanneer schop grond opengebroken start schep graafmachine opbreken opgraven ligt straat
  stoep eruit openleggen ploeg
graven voordeur > huis plank binnen rollator deur bereikbaar loopplank kinderwagen rolstoel greppel modder sleuf oprit
  buiten bezoek ontvangen loopbrug boodschappen rollators thuiszorg pakketbezorger scootmobiel erin
parkeren straat open > auto kwijt parkeerplek wagen kwijtraken parkeerplaats parkeergarage bewoners bereik autoos
  invalidenparkeerplaats neerzetten plaats ver lopen bus zaak plek invalide gehandicaptenparkeerkaart
stoep neergelegd > tegels terug hersteld netjes oude scheef recht stenen terugleggen klinkers bestraat straat weer
  rommelig ongelijk vlak hobbels hobbelig slordig
schade muur heien > scheur scheuren gevel trillen verzekering vergoeden verzakt barst barsten trilling gescheurd stuc
  kapot huis zakt aansprakelijk vergoed verzakking scheurtjes muur trillingsschade opdraaien gescheurde bouwkundige
  kapotte vaas gebarsten bewijzen foto vooraf
voortuin leiding > spitten omspitten graven beplanting open bloemen gazon tuintje buis tuin gegraven planten weg rozen
  opengooien oprit overhoop beschadigd erf struikje
laat lawaai werk > vroeg ochtend zeven uur begin herrie weekend zaterdag wakker drillen boren tijdstip beginnen avond
  nachtdienst geluid bouw bouwlawaai vroegte wanneer starten bouwvakkers
afval opgehaald straat open > kliko container vuilnis wagen grijze bak vuilniszak ophaaldag bakken vuilniswagen
  papierbak plastic aanbieden vuilnisman bereikbaar restafval oud papier zet ophaaldienst
riool vervangen > afvoer tegelijk meteen meenemen rioolbuis combineren moeite rioolbuizen alles keer
bomen weg leidingen > kappen gekapt zagen omgezaagd kastanje eik groen omhakken sneuvelen boom verdwijnen omgehakt
  gesnoeid sneuvelt laan oude bomen wortels bomenkap lindes platanen bladeren
bel overlast graafwerk > klagen herrie klacht nummer uitvoerder aannemer toezichthouder hinder trillen drillen terecht
  last stof terechtkunnen melden buiten modder graafmachines hard werken meldpunt aanspreken kabaal bouwput bereiken
  bouwlawaai gek lawaai stofwolken bel
glasvezel sleuf > internet kabel snel tegelijk leggen meteen
straat ingericht > inrichting parkeerplaatsen groen opknappen drempels mooier nieuwe veranderen
winkel open werk > klanten bakkerij zaak omzet bereikbaar kapper klandizie cafe mis winkelier schade toegang loop
  inkomsten verlies salon snackbar weg sluiten dicht
bus weg dicht > buslijn halte omrijden rijden vervoer lijn omleiding busje openbaar ov vervallen haltes omgeleid
  bushalte verplaatst streekbus
hulpdiensten > ambulance brandweer spoed politie dokter bereikbaar nood ziekenwagen bereikbaarheid noodgeval
  hartaanval huisarts brandweerwagen ziekenhuis vervoer
transformatorhuisje > stroomkast elektriciteitshuisje kast plein grijs gebouwtje
raken waterleiding > kapot water lek gesprongen graafmachine kraan droog slaan gemaakt ongeluk leiding geraakt trekken
  zonder
"""
