"""What residents say of health, gas, homes, animals, helping, the sun and doubts. How to read a line: the package."""

ONDERWERPEN = """
warmtepomp geluid > herrie brommen bromt lawaai decibel hard stil nacht last hinder hoorbaar wakker liggen luidruchtig
  geruisloos maakt gezoem lawaaiig storend zoemend buren
buurman luide buitenunit > herrie hiernaast buren klagen brommen nacht warmtepomp gek wakker lawaai overlast ernaast
  pomp klacht ruzie slapeloos brult dreunt slaap ergernis geluidsnorm bromt hele kabaal aanspreken burenruzie
slaap gebrom > wakker nacht slapen bromt nachtrust lawaai warmtepomp brommen bromtoon nachts horen slaapt
  slaapkamerraam raam open lig
huis gas gezonder > lucht voordelen binnenlucht schoner ongezond beter gezondheid gezondheidswinst
koolmonoxidemelder > co melder alarm nodig weg batterij vergiftiging
hoofdpijn laagfrequent > brom zoem oren toon druk
straling inductie > gevaarlijk zwanger elektromagnetisch gezondheid magneet
astma > benauwd longen zoontje kind puffer stof allergie hijgen letten longziekte gevoelig benauwde
droger warmtepomp > lucht droge keel huid vochtigheid
ziek schimmel > longen hoesten gezondheid zwart slaapkamer ongezond klachten benauwd kind schimmelplek hoestend baby
  ziek allergisch
baby kamer ventilatierooster > wieg wiegje kind slapen tocht kou ledikant kwaad kinderkamer kleintje slaapt bedje
  koude lucht
huis koel zomer > heet hitte warm zonwering gordijn puffen hittegolf koel houden warmte buiten binnen hittedagen
  dertig graden koelte oververhit ventilator
koud warm genoeg > kouwelijk behaaglijk rillen warmte dekentje koukleum verkleumd snel koud trui oud mens 22 graden
  kou kleum bibberen reuma 21 halen warm oude
ziek thuis rekening > patiënt bed chronisch kwetsbaar rust werkzaamheden ziekbed nodig ernstig chemo hersteld kanker
  slecht tegen lawaai rustig drukte herstellende
afleverset geluid > kastje hoor ruis tikt
hoor centrale wijk > geluid gebouw herrie brom installatie warmtecentrale
aardgasvrij > betekent bedoelen gasloos
waarom gas af > nodig reden groningen zin nut beter mis goede gasbel gas gewoon blijven schiet ermee slecht waarom
  klimaatgedoe
verplicht gas af > dwingen weigeren vrijwillig keus dwang recht gas zeggen gedwongen wettelijk blijven vrije keuze
  tegen houden
gasmeter > weggehaald kast halen meter meterkast weg eruit gehaald blijft oude
weghalen gasaansluiting > kosten afsluiten prijs verwijderen rekening netbeheerder betaalt afkoppelen afsluitkosten
  gasleiding weghalen vraagt gas eruit halen
gas afgesloten vraag aan > regelen netbeheerder aanmelden verwijderen afsluiten opdracht gasaansluiting weg
  aansluiting af gas opheffen sluit melden
gascontract opzeggen > leverancier energieleverancier stoppen melden afmelden doorgeven contract loopt energiebedrijf
  inlichten doorloopt opzegboete vattenfall vanzelf eneco stopt
gasleiding tuin > weg blijft buis grond liggen oude uitgraven
gas terugkrijgen spijt > terug alsnog bedenken weer terugdraaien bevalt gas heraansluiten liever weg later
buur gas blijven > weigert buurman buren straat houdt naaste buur huis dwarsligger
gemeente gas afsluiten > zomaar verplichten dwang recht bevoegd macht
ruik gas bellen > gaslucht gaslek stinkt spoed keuken nood stank lek alarmnummer rare lucht rotte ruikt gas
  gevaarlijke storingsnummer straat lekkage 112
koken gas halen rest > alleen inductie verwarming deels gedeeltelijk half
waterstof gasleiding > wachten toekomst alternatief oplossing leidingen h2 bestaande liever waterstofketel beter
  techniek morgen schone brandstof plaats warmtenet
groen gas wijk > biogas genoeg voldoende iedereen duurzaam gas alternatief mest
gas straat afgesloten > wanneer datum dicht jaar kraan einde
type woning > soort huis opzoeken
oud huis gas > oude 1900 honderd lukt mogelijk vooroorlogs huis jaar lukken eeuw woning bouwjaar 1905 1920 1890
  stokoud monumentaal huizen dikke muren negentiende panden
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
  behouden weghalen schouw sfeervol vlammen houden sfeerhaard
serre > veranda tuinkamer verwarmen glas
buurhuis gespiegeld > hetzelfde buren gelijk oplossing identiek
lege plek ketel > kast zolder ruimte oude gat overblijft kastje weg opbergruimte
gierzwaluwen dak > vogels nesten broeden pannen zwaluw nest mussen vogelnest dakpannen broedende vogeltjes uitvliegen
  werken dak broedseizoen nestkast uilen jongen vliegen
hond buitenunit > dier huisdier geluid blaffen oren
buitenunit planten > struiken heg verstoppen groen omheen camoufleren tussen
heg koude unit > haag laurier struik dood bevriest blaast plant koude lucht doodgaan struiken bladeren verpietert
  haagje verdorren tuinplanten wind laurierhaag
grond koud bodemwarmtepomp > bodem bevriest afkoelen tuin leven wormen warmte onttrekken bevriezen
geboord tuin > boring diep boren machine gat grond
egels gegraven > dieren egel beestjes graven tuin winterslaap
groen terug werk > bomen planten beplanting hersteld daarna struiken nieuwe boompjes teruggeplant
geveltuin stoep > plantjes tegels planten muur bloemen
vijver graven > vissen koi water beschermen goudvis vis koikarper trilling koikarpers overleven waterschildpad
kat deuren open > poes ontsnappen weglopen huisdier weg binnen huisdieren kwijtraken ontsnapt buiten bang
groen dak hitte > sedum koeler plantjes zomer
kippen leiding tuin > hok kippenhok dieren graven kippenren verplaatsen
meehelpen buurt > vrijwilliger helpen tijd steentje handen inzetten nodig bijdrage leveren flyers vrijwillig aanpakken
  actief nuttig maken bijspringen
kerngroep > betekent mensen kern
werkgroep > betekent
tijd werkgroep > uren avonden week druk vaak belasten leven tijdrovend uurtjes
technisch helpen > handig verstand nuttig taken koffie talent
straatcontact > aanspreekpunt straat taak persoon rol
begeleider buurt > naam contact leidt heet hoort toegewezen contactpersoon begeleidt aangesproken
lid werkgroep > aanmelden meedoen aansluiten erbij opgeven
vergoeding hulp > vrijwilligersvergoeding betaald geld uren onkosten centje verdienen cent liefde levert betaalde
  vrijwilligerswerk loon
ondernemer meedoen > bedrijf zaak zzp bedrijfje kantoor praktijk salon
idee buurt > voorstel plan delen suggestie insturen bedacht goed kwijt inbrengen ingeving leuk doorgeven leuks
  voorstellen
inspreken gemeenteraad > raadszaal zegje spreektijd vergadering toespreken woord raad praten zeggen tegen raadsleden
  spreken voeren stadhuis verhaal mening microfoon spreekrecht
klacht traject > klagen ontevreden boos melden project werkwijze beklag goed behandeld tevreden slechte behandeling
  blij meld slecht verlopen
vraag naam stellen > anoniem zonder geheim
snel antwoord vraag > lang wachten dagen reactie duurt hoor wanneer reactietijd reageren terug gauw wachttijd
zonnepanelen saldering > terugleveren lonen opleveren nut 2027 afgeschaft zin terugleverkosten leveren straf
  terugleverboete rendeert zonnestroom lonend
zonnepanelen warmtepomp > nodig panelen eerst verplicht combinatie
thuisbatterij slim > accu loont zin kopen verstandig zinvol waard stroom bewaren opslaan rendabel handig nemen
zonnepanelen plat dak > liggen ballast
zonnepanelen ander dak > elders postcoderoos samen zonnestroom gezamenlijk ongeschikt sportclub school eigen dak mede
  eigenaar geschikt flatdak opwekken huur flat meedelen
dak schaduw zon > boom panelen zin noorden noordkant kastanje eik bomen leveren schoorsteen beschaduwing
slimme meter > verplicht digitaal betekent aflezen nieuwe meter kastje meet
energiecoöperatie > samen lid bewoners stroom betekent groep eigen energiebedrijf opwekken
dynamisch contract > uurprijs wisselend uur betekent prijs wisselt stroomcontract goedkoop moment nachtstroom goedkope
  uren
zwaardere stroomaansluiting > fasen ampere 3x25 1x35 drie genoeg verzwaren krachtstroom hoofdzekering zekering
  aansluitwaarde voldoende stroom stoppen klappen hoofdaansluiting
netcongestie > vol net wachtrij betekent stroom file nieuws stroomnet ruimte
auto laden warmtepomp > laadpaal elektrisch opladen tegelijk genoeg elektrische auto zekering stekkerauto
  tegelijkertijd elektra rijden beide
zin gedoe > moe rompslomp rust hoeft zin druk gezeik ellende poespas hoofdpijn bemoei
vertrouw gemeente > geloof wantrouwen liegen beloftes niks leugens geloven vertrouwen kwijt beloven nooit eerlijk
  toeslagenaffaire liegt beloofd gebroken achterdocht afspraken nakomen eerder bedrogen politiek
besluit genomen > beslist vorm beklonken vast schijn allang stiekem geregeld toneel lang spek bonen inspraak alles
  formaliteit vaststaat uitgemaakte zaak beslissing bühne poppenkast mosterd klaar bekonkeld gelopen race achter
  schermen
klimaat straat > waarom redden juist wereld china beginnen druppel kleine straat vervuilt straatje grote vervuilers
huis klimaat > invloed bijdrage verband uitstoot
oud loont > leeftijd 80 81 82 83 84 85 90 zin moeite kinderen erven hoogbejaard nut meemaken bejaard tijd leven
  laatste jaren straks duren
verhuizen nu > verkopen weg koop binnenkort tekoop plannen vertrek investeren verkoop huis jaar zetten
helpt hele verhaal > begeleiden alles a z tegenop regelen ontzorgen hand overzicht stap begeleider ontzorgd opzien
  bomen bos naast zie vaste overweldigd kwijt regelneef begin af
begrijp brieven uit > moeilijk snap ambtelijke taal lezen laaggeletterd brief ingewikkelde samen ambtenarentaal
  moeilijke woorden
aannemer failliet > bedrijf weg stopt geld kwijt garantie kop verdwijnt aanbetaald bouwer kapot aanbetaling
herken verkopers deur > man belde oplichter hoort legitimatie pas colporteur verkopen babbeltruc wijk namens verkocht
  opdringerig zogenaamd nep aansmeren controleren telefoontje deur verkooppraat echtheid bezoeker naam
  vertegenwoordiger gebeld energieverkoper badge aangebeld
stond deur zei moest > belde aanbellen verplicht klopt man beweerde tekenen gezegd deur druk moest beweerd
  geïntimideerd
straks toch warm > koud mislukt tegenvalt garantie werkt gevolgen warm blijft lekker geld terug blijven bibberen
  behaaglijk
wijken gelukt > elders plaatsen ervaring eerder stad gedaan buurten gebeurd voorbeelden buurt geslaagd plek werkt
  gelukt goede ervaringen anderen
doet buurman > kiest keuze buren anderen gekozen zien
feest klaar > vieren borrel einde taart hele wijk slotfeest buurtfeest
mijlpaal > betekent stap
foto's bijeenkomst > plaatjes terugzien beelden vinden kiekjes gisteravond gemaakt foto
bereikt > ver stand resultaat vooruitgang opgeschoten tussenstand inmiddels gehaald gedaan opgeleverd gevorderd hoever
  tussenresultaat
wedstrijd energie besparen > prijs winnen straten meedoen challenge
speeltuin > kinderen glijbaan spelen klimrek
"""
