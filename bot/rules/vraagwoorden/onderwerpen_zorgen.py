"""What residents say of health, gas, homes, animals, helping, the sun and doubts. How to read a line: the package."""

ONDERWERPEN = """
warmtepomp geluid > herrie brommen bromt lawaai decibel hard stil nacht last hinder hoorbaar wakker liggen luidruchtig
  geruisloos maakt gezoem lawaaiig storend
buurman luide buitenunit > herrie hiernaast buren klagen brommen nacht warmtepomp gek wakker lawaai overlast ernaast
  pomp klacht ruzie slapeloos brult dreunt slaap ergernis geluidsnorm bromt hele
slaap gebrom > wakker nacht slapen bromt nachtrust lawaai warmtepomp brommen bromtoon nachts horen slaapt
  slaapkamerraam
huis gas gezonder > lucht voordelen binnenlucht schoner ongezond
koolmonoxidemelder > co melder alarm nodig weg batterij vergiftiging
hoofdpijn laagfrequent > brom zoem oren toon druk
straling inductie > gevaarlijk zwanger elektromagnetisch gezondheid magneet
astma > benauwd longen zoontje kind puffer stof allergie hijgen letten
droger warmtepomp > lucht droge keel huid vochtigheid
ziek schimmel > longen hoesten gezondheid zwart slaapkamer ongezond klachten benauwd kind
baby kamer ventilatierooster > wieg wiegje kind slapen tocht kou ledikant kwaad kinderkamer
huis koel zomer > heet hitte warm zonwering gordijn puffen hittegolf koel houden warmte buiten binnen hittedagen
  dertig graden koelte oververhit ventilator
koud warm genoeg > kouwelijk behaaglijk rillen warmte dekentje koukleum verkleumd snel koud trui oud mens 22 graden
  kou kleum bibberen reuma
ziek thuis rekening > patiënt bed chronisch kwetsbaar rust werkzaamheden ziekbed nodig ernstig chemo hersteld kanker
  slecht tegen lawaai rustig
afleverset geluid > kastje hoor ruis tikt
hoor centrale wijk > geluid gebouw herrie brom installatie warmtecentrale
aardgasvrij > betekent bedoelen gasloos
waarom gas af > nodig reden groningen zin nut beter mis goede gasbel gas gewoon blijven schiet ermee
verplicht gas af > dwingen weigeren vrijwillig keus dwang recht gas zeggen gedwongen wettelijk blijven vrije keuze
gasmeter > weggehaald kast halen meter meterkast weg eruit gehaald
weghalen gasaansluiting > kosten afsluiten prijs verwijderen rekening netbeheerder betaalt afkoppelen afsluitkosten
  gasleiding weghalen vraagt
gas afgesloten vraag aan > regelen netbeheerder aanmelden verwijderen afsluiten opdracht gasaansluiting weg
  aansluiting af gas opheffen
gascontract opzeggen > leverancier energieleverancier stoppen melden afmelden doorgeven contract loopt energiebedrijf
  inlichten doorloopt opzegboete
gasleiding tuin > weg blijft buis grond liggen oude uitgraven
gas terugkrijgen spijt > terug alsnog bedenken weer terugdraaien bevalt gas heraansluiten liever weg
buur gas blijven > weigert buurman buren straat houdt naaste buur huis dwarsligger
gemeente gas afsluiten > zomaar verplichten dwang recht bevoegd macht
ruik gas bellen > gaslucht gaslek stinkt spoed keuken nood stank lek alarmnummer rare lucht rotte ruikt gas
  gevaarlijke storingsnummer
koken gas halen rest > alleen inductie verwarming deels gedeeltelijk half
waterstof gasleiding > wachten toekomst alternatief oplossing leidingen h2 bestaande liever waterstofketel beter
  techniek morgen
groen gas wijk > biogas genoeg voldoende iedereen duurzaam gas alternatief mest
gas straat afgesloten > wanneer datum dicht jaar kraan einde
type woning > soort huis opzoeken
oud huis gas > oude 1900 honderd lukt mogelijk vooroorlogs huis jaar lukken eeuw woning bouwjaar 1905 1920 1890
  stokoud monumentaal huizen
uitbouw > aanbouw keuken achterkant serre
verbouwen > verbouwing plannen aannemer denken tegelijk opknappen keuken aanbouw rekening houden meenemen badkamer
  vernieuwen dakkapel aanpakken
afleverset kleine meterkast > krap past vol kastje propvol plek ruimte
platte dak > plat uitmaken bitumen verschil
apparaten klein woon > ruimte plek kleine woning krap kast
vloerverwarming nodig > verplicht must hoeft zonder noodzaak se
lagetemperatuurradiatoren > betekent speciale lage radiator
schuur warm > garage berging hok isoleren verwarmen hobbykamer
monumenten lijst > monument rijksmonument regels oud pand vergunning
boven winkel > etage eigenaar regelt appartement pand
open haard > openhaard vuur gezellig hout dicht schoorsteen stoken weg winters haardvuur houtvuur kerst gezelligheid
  behouden weghalen schouw sfeervol vlammen houden
serre > veranda tuinkamer verwarmen glas
buurhuis gespiegeld > hetzelfde buren gelijk oplossing identiek
lege plek ketel > kast zolder ruimte oude gat overblijft kastje weg opbergruimte
gierzwaluwen dak > vogels nesten broeden pannen zwaluw nest mussen vogelnest dakpannen broedende vogeltjes uitvliegen
  werken dak broedseizoen nestkast uilen
hond buitenunit > dier huisdier geluid blaffen oren
buitenunit planten > struiken heg verstoppen groen omheen camoufleren tussen
heg koude unit > haag laurier struik dood bevriest blaast plant koude lucht doodgaan struiken bladeren verpietert
  haagje verdorren tuinplanten wind laurierhaag
grond koud bodemwarmtepomp > bodem bevriest afkoelen tuin leven wormen warmte onttrekken bevriezen
geboord tuin > boring diep boren machine gat grond
egels gegraven > dieren egel beestjes graven
groen terug werk > bomen planten beplanting hersteld daarna struiken nieuwe boompjes teruggeplant
geveltuin stoep > plantjes tegels planten muur bloemen
vijver graven > vissen koi water beschermen goudvis vis koikarper trilling
kat deuren open > poes ontsnappen weglopen huisdier weg binnen huisdieren kwijtraken ontsnapt
groen dak hitte > sedum koeler plantjes zomer
kippen leiding tuin > hok kippenhok dieren graven
meehelpen buurt > vrijwilliger helpen tijd steentje handen inzetten nodig bijdrage leveren flyers vrijwillig aanpakken
  actief
kerngroep > betekent mensen kern
werkgroep > betekent
tijd werkgroep > uren avonden week druk vaak belasten
technisch helpen > handig verstand nuttig taken koffie talent
straatcontact > aanspreekpunt straat taak persoon
begeleider buurt > naam contact leidt heet hoort toegewezen
lid werkgroep > aanmelden meedoen aansluiten erbij opgeven
vergoeding hulp > vrijwilligersvergoeding betaald geld uren onkosten centje verdienen cent liefde levert betaalde
  vrijwilligerswerk loon
ondernemer meedoen > bedrijf zaak zzp bedrijfje kantoor praktijk salon
idee buurt > voorstel plan delen suggestie insturen bedacht goed kwijt inbrengen ingeving leuk doorgeven
inspreken gemeenteraad > raadszaal zegje spreektijd vergadering toespreken woord raad praten zeggen tegen raadsleden
  spreken voeren stadhuis verhaal mening microfoon
klacht traject > klagen ontevreden boos melden project werkwijze beklag goed behandeld tevreden slechte behandeling
vraag naam stellen > anoniem zonder geheim
snel antwoord vraag > lang wachten dagen reactie duurt hoor wanneer reactietijd reageren terug
zonnepanelen saldering > terugleveren lonen opleveren nut 2027 afgeschaft zin terugleverkosten leveren straf
  terugleverboete rendeert zonnestroom
zonnepanelen warmtepomp > nodig panelen eerst verplicht combinatie
thuisbatterij slim > accu loont zin kopen verstandig zinvol waard stroom bewaren opslaan rendabel handig nemen
zonnepanelen plat dak > liggen ballast
zonnepanelen ander dak > elders postcoderoos samen zonnestroom gezamenlijk ongeschikt sportclub school eigen dak mede
  eigenaar geschikt flatdak opwekken
dak schaduw zon > boom panelen zin noorden noordkant kastanje eik bomen leveren schoorsteen beschaduwing
slimme meter > verplicht digitaal betekent aflezen nieuwe meter kastje meet
energiecoöperatie > samen lid bewoners stroom betekent groep eigen energiebedrijf opwekken
dynamisch contract > uurprijs wisselend uur betekent prijs wisselt stroomcontract goedkoop moment
zwaardere stroomaansluiting > fasen ampere 3x25 1x35 drie genoeg verzwaren krachtstroom hoofdzekering zekering
  aansluitwaarde voldoende stroom stoppen klappen hoofdaansluiting
netcongestie > vol net wachtrij betekent stroom file nieuws stroomnet
auto laden warmtepomp > laadpaal elektrisch opladen tegelijk genoeg elektrische auto zekering stekkerauto
  tegelijkertijd elektra
zin gedoe > moe rompslomp rust hoeft zin druk gezeik ellende poespas hoofdpijn bemoei
vertrouw gemeente > geloof wantrouwen liegen beloftes niks leugens geloven vertrouwen kwijt beloven nooit eerlijk
  toeslagenaffaire liegt beloofd gebroken achterdocht
besluit genomen > beslist vorm beklonken vast schijn allang stiekem geregeld toneel lang spek bonen inspraak alles
  formaliteit vaststaat uitgemaakte zaak beslissing bühne poppenkast mosterd klaar
klimaat straat > waarom redden juist wereld china beginnen druppel kleine straat vervuilt
huis klimaat > invloed bijdrage verband uitstoot
oud loont > leeftijd 80 81 82 83 84 85 90 zin moeite kinderen erven hoogbejaard nut meemaken bejaard tijd leven
  laatste jaren straks
verhuizen nu > verkopen weg koop binnenkort tekoop plannen vertrek investeren verkoop huis jaar zetten
helpt hele verhaal > begeleiden alles a z tegenop regelen ontzorgen hand overzicht stap begeleider ontzorgd opzien
  bomen bos naast zie vaste overweldigd
begrijp brieven uit > moeilijk snap ambtelijke taal lezen laaggeletterd brief ingewikkelde samen
aannemer failliet > bedrijf weg stopt geld kwijt garantie kop verdwijnt aanbetaald bouwer kapot aanbetaling
herken verkopers deur > man belde oplichter hoort legitimatie pas colporteur verkopen babbeltruc wijk namens verkocht
  opdringerig zogenaamd nep aansmeren controleren telefoontje deur verkooppraat echtheid bezoeker naam
  vertegenwoordiger gebeld
stond deur zei moest > belde aanbellen verplicht klopt man beweerde tekenen gezegd deur druk moest beweerd
straks toch warm > koud mislukt tegenvalt garantie werkt gevolgen warm blijft lekker geld terug blijven bibberen
  behaaglijk
wijken gelukt > elders plaatsen ervaring eerder stad gedaan buurten gebeurd voorbeelden buurt geslaagd plek werkt
  gelukt goede
doet buurman > kiest keuze buren anderen gekozen zien
feest klaar > vieren borrel einde taart hele wijk slotfeest buurtfeest
mijlpaal > betekent stap
foto's bijeenkomst > plaatjes terugzien beelden vinden kiekjes gisteravond gemaakt foto
bereikt > ver stand resultaat vooruitgang opgeschoten tussenstand inmiddels gehaald gedaan opgeleverd gevorderd hoever
  tussenresultaat
wedstrijd energie besparen > prijs winnen straten meedoen challenge
speeltuin > kinderen glijbaan spelen klimrek
"""
