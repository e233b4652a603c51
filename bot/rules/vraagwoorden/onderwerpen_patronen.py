"""What residents say of every measure, solution, type of home, role and season. How to read a line: the package."""

ONDERWERPEN = """
oplossing past > slim slimst verstandig kiezen keuze geschikt raad warmtepomp warmtenet beter oplossing
eerste isoleren > beginnen volgorde start eerst begin
gas gebruikt gemiddeld > kuub m3 verbruik normaal gasverbruik jaar verstookt stookt
ventileer beste > lucht frisse raam luchten schone verse
beslist verwarming > zeggenschap bepaalt baas keuze verantwoordelijk
waar afleverset > hangen kastje plek kast gang plaats
radiatoren anders > vervangen hoeveel nieuwe oude grotere
kost klaar leven gas > totaal ombouwen aanpassen prijs kosten gasvrij maken bedrag investering
dagen werken > lang bezig duurt dagen duur werk werklui werkzaamheden
verliest warmte > lekt kou ontsnapt lek zwakke plek tocht weg slecht
meterkast anders > groepen groepenkast stoppenkast aanpassen vervangen elektra
warmteleiding binnen > leiding buis huis muur voorgevel inkomen
plek boilervat > vat boiler ruimte groot passen kwijt tank
geluid buren apparaten > lawaai horen gehorig hoor herrie overlast motor trillen
zonnepanelen > dak panelen leggen pv zon passen
energielabel meestal > label letter zuinig
warm zomer > heet hitte zomers benauwd bloedheet
voorbeeld bekijken > kijken zien bezoeken binnenkijken klaar open huis voorbeeldwoning
zegt gemeente vergunningen > toestemming regels vergunning aanvragen gemeente welstand
duurt werk > lang bezig dagen uren tijd klaar
rommel > troep stof vies puin schoonmaken meubels kruimels netjes
zelf doen > klussen handig doehetzelf eigenhandig zelver bouwmarkt aansluiten
vergunning nodig > toestemming gemeente aanvragen regels goedvinden melden
bespaar > scheelt levert minder gas rekening winst opbrengst voordeel opleveren
lang mee > levensduur jaren slijt vervangen lang kapot versleten
bedrijf doet > firma vakman adres installateur aannemer inhuren
maanden beste laten doen > wanneer seizoen zomer winter jaar tijd voorjaar
verandert lucht huis > ventilatie vocht benauwd frisse binnenklimaat bedompt
huurder laten doen > huren huurhuis huur verhuurder toestemming huurwoning woningbouw
beslist flat > vve eigenaren bepaalt appartementencomplex gebouw vereniging
nadelen > slecht minpunten nadeel tegen valkuil minder goed tegenvallen
letten offerte > prijsopgave vergelijken aandachtspunten checken bod prijs aandacht
monument > oud pand beschermd rijksmonument
klaar begin > voorbereiden eerst vooraf voorwaarden klaarzetten voorwerk
onderhoud vraagt > nakijken schoonmaken jaarlijks beurt onderhouden
merk geluid huis > stiller herrie verkeer buiten lawaai horen straat hoor
terugverdientijd > terugverdienen eruit rendabel jaren lonen geld terug
huis uit bezig > weg logeren thuisblijven blijven hotel wonen
controleer goed gedaan > zie netjes check nakijken fouten goed uitgevoerd knoeiwerk
kost begin > prijs aanschaf kwijt duur investering bedrag vooraf
betaal maand > maandelijks kwijt kosten lasten
jaar mee > levensduur slijt vervangen kapot
hoor huis buren > geluid lawaai herrie brommen stil decibel
ruimte binnen > plek groot passen kast meters kwijt
iets buiten staan > buitenunit tuin zichtbaar kast gevel
warm water douchen > bad tapwater boiler kraan
koelen > zomer airco koel hitte
goed huis geïsoleerd > isolatie label voldoende genoeg eis
stroomaansluiting zwaarder > meterkast verzwaren groep 3x25 fasen krachtstroom
co2 scheelt > uitstoot milieu klimaat groen beter
stuk > kapot storing monteur defect maken reparatie bellen
stroomstoring > stroom uitvalt uitval zonder
huis warm graden vorst > winter vriest kou koud min
lang wachten > levertijd wachttijd weken wachtlijst wanneer
radiatoren blijven > houden oude vervangen nieuwe hangen
goede keuze > geschikt verstandig slim past
grootste nadeel > slecht minpunt tegen nadelen
gas helemaal weg > gasloos gas gasvrij aansluiting
later overstappen kies > veranderen vastzitten anders spijt switchen
wie apparaat > eigendom huren eigenaar bezit koop
moet doen > stappen beginnen regelen actie hoeft
waarover stemmen > meestemmen beslissen meebeslissen zeggenschap onderwerpen
betaalt aansluiting > kosten rekening aansluiten
subsidie > geld tegemoetkoming bijdrage vergoeding
terecht > hulp vragen contact aanspreken bellen loket
bijeenkomst bedoeld > avond infoavond
verandert mij > gevolgen betekent anders
mee eens > oneens tegen weigeren bezwaar
mening horen > zeggen inspraak meepraten
lening > lenen geld financieren
hoor meer > wanneer bericht nieuws informatie
papieren opzoeken > documenten klaarleggen nodig stukken
letten teken > handtekening contract opletten kleine lettertjes ondertekenen valkuil
meehelpen > vrijwilliger bijdragen helpen
bezoek huis > langskomen thuis
stel verwarming > thermostaat graden stoken temperatuur zetten hoog
buurthuis open > dicht gesloten open openingstijden
straat gewerkt > graven werkzaamheden doorwerken stil bouwvakkers
ventileer > raam open luchten frisse lucht
bel storing > kapot monteur uitval nummer stuk spoed
spreekuur energiecoach > langs terecht afspraak inloop coach advies
bellen jullie aan > deur langskomen aanbellen huisbezoek
bespaar zelf energie > zuinig tips rekening lager
huurder eens plan > protest verhuurder stoppen bezwaren
toestemming > trek terug gezegd bedenk intrekken akkoord terugnemen terugkomen
"""
