"""Words by concept: people, homes, streets, deciding and the bot. How to read a line: the package."""

BEGRIPPEN = """
# huur
huurder: huurder huurders huren huur huurt huurde huurwoning huurhuis huurflat sociale_huur
corporatie: corporatie woningcorporatie woningbouw woningbouwvereniging woningstichting woningbouwcorporatie
  sociale_verhuurder
verhuurder: verhuurder huisbaas particuliere_verhuurder huiseigenaar verhuren verhuur verhuurt pandeigenaar
particulier: particulier particuliere
koopwoning: koopwoning koophuis koper kopers woningeigenaar huiseigenaar eigenaar_van_mijn_huis eigen_huis
  huizenbezitter
huurprijs: huurprijs huurverhoging huur_omhoog kale_huur
zeventigprocent: zeventigprocentregel zeventig_procent meerderheid_van_de_huurders
oneens: oneens niet_mee_eens niet_eens er_tegen bezwaar bezwaren tegen tegenstander protest protesteren zienswijze
  tegenhouden weiger beroep bezwaarschrift tegenstemmen
klacht: klacht klachten klagen klaag ontevreden onvrede boos ruzie geschil geschillen beklag beklagen ombudsman
vergoeding: vergoeding schadevergoeding compensatie verhuiskostenvergoeding tegemoetkoming vergoed schadeloos
socialeplan: sociaal_plan rechten_tijdens_renovatie renovatie
overlast: overlast hinder ongemak last gedoe
dwingen: dwingen gedwongen dwang afdwingen verplichten zonder_mij over_mijn_hoofd opleggen opgelegd zomaar
  tegen_mijn_wil buiten_mij_om
verplicht: verplicht verplichting verplichten moet_ik hoef hoeft moeten_we vrijwillig weigeren hoeven mag_ik_weigeren
huurtoeslag: huurtoeslag toeslag toeslagen zorgtoeslag
huurdersvereniging: huurdersvereniging bewonerscommissie huurdersbelangen huurdersraad huurdersorganisatie
servicekosten: servicekosten stookkosten bijkomende_kosten
huurcontract: huurcontract tijdelijk_contract huurovereenkomst contract_loopt_af tijdelijke_huur
# vve
vve: vve vereniging_van_eigenaren eigenaarsvereniging eigenaren_vereniging vereniging
vergadering: vergadering vergaderen vergadert vergaderd alv ledenvergadering stemming_in_de_vve
flat: flat flatgebouw appartementencomplex complex wooncomplex flatje etageflat woongebouw
appartement: appartement appartementen etage etagewoning
galerijflat: galerijflat galerij
portiekflat: portiekflat portiek portiekwoning trappenhuis
beheerder: beheerder vvebeheerder administrateur
bestuur: bestuur bestuurder bestuurslid voorzitter penningmeester bestuursleden
mjop: meerjarenonderhoudsplan mjop onderhoudsplan reservefonds onderhoudsfonds
splitsingsakte: splitsingsakte akte notaris reglement
overtuigen: overtuigen meekrijgen mee_krijgen medebewoners krijg_ik_mee over_de_streep enthousiasmeren enthousiast
verdeeld: verdeeld oneens_met_elkaar staken_de_stemmen half_half verdeeldheid
besluit: besluit besluiten besliste beslissen beslist beslissing besloten bepaalt bepalen beslisser knoop_doorhakken
  knopen_door vaststellen definitief wie_gaat_erover
alnagenomen: al_genomen allang_beslist al_besloten al_beklonken beklonken allang_besloten al_rond in_kannen_en_kruiken
  voor_de_vorm vaststaat staat_al_vast doorgestoken schijn_inspraak schijninspraak voldongen_feit bekokstoofd
  achterkamertjes wassen_neus al_beslist toneelstuk poppenkast
# planning
planning: planning schema tijdschema tijdlijn tijdpad tijdsplanning routekaart fasering agenda plannen
wanneer: wanneer tijdstip datum welk_jaar welke_dag welke_maand per_wanneer gauw hoelaat moment vanaf_wanneer
aandebeurt: aan_de_beurt beurt in_mijn_straat mijn_straat onze_straat komen_jullie_bij
duur: hoe_lang hoelang duren duurt duurde hoeveel_tijd tijdsduur hoeveel_dagen hoeveel_weken tijd_kost hoe_snel
  lang_bezig doorlooptijd hoeveel_maanden
uitloop: uitloopt uitlopen uitloop vertraging vertraagd uitstel uitgesteld langer_duurt te_laat achter_op_schema
  opschuift
thuiszijn: thuis_zijn thuis aanwezig vrij_nemen vrije_dag verlof erbij_zijn vrij_vragen vrij_moeten_nemen snipperdag
overstap: overzetten overzet overstap overgang omschakelen omzetten aansluitdag overgezet overgaan ombouw
andereweek: andere_week ander_moment andere_datum andere_dag verzetten verschuiven verplaatsen komt_slecht_uit uitkomt
  afspraak_verzetten komt_niet_uit ongelegen slecht_moment
vervangen: vervangen vervanging nieuwe_kopen nieuwe_ketel nieuwe_nemen vernieuwen aan_vervanging_toe nieuwe
wijzigen: wijzigen gewijzigd veranderen verandert aanpassen aangepast bijstellen bijgesteld veranderd wijziging
  bijschaven
verkeerd: verkeerd verkeerde fout foutje vergist vergissing per_ongeluk corrigeren verbeteren herstellen rechtzetten
  goedmaken verkeerds typefout
meepraten: meepraten inspraak meedenken meebeslissen invloed meebeslis inbreng mening zegje mijn_mening iets_zeggen
  stem_laten_horen gehoord_worden inspreken
plan: plan plannen wijkplan wijkuitvoeringsplan uitvoeringsplan buurtplan
ophoogte: op_de_hoogte nieuws nieuwsbrief updates bijhouden volgen informatie hoor_ik_meer laten_weten hoe_hoor_ik
  berichtje
werk: werk werkzaamheden gewerkt klus uitgevoerd verbouwing werken uitvoering bezig werklui bouwvakkers karwei
verbouwen: verbouwen verbouwing verbouw verbouwd uitbouw aanbouw serre opbouw dakkapel
# straat
straatopen: graven graaf gegraven graafwerk opengebroken straat_open open_ligt open_gaat openligt opbreken opgebroken
  wegwerkzaamheden sleuf sleuven openbreken straat_openbreken opengelegd graafmachine wegwerk straat_overhoop
straat: straat straatje weg laan stoep
stoep: stoep trottoir tegels tegel bestrating klinkers stenen neergelegd herstraten stoeptegels
parkeren: parkeren parkeer parkeert auto wagen parkeerplaats parkeerplek geparkeerd parkeerkaart
voordeur: voordeur huis_in erin_komen bij_mijn_deur toegang binnenkomen naar_binnen bereikbaar
afval: afval vuilnis vuilniswagen container containers kliko gft vuilniszakken afvalbak ophalen vuilophaal grijze_bak
riool: riool riolering rioolbuis afvoer
bomen: kastanje eik linde beuk berk plataan wilg den spar boom bomen boompje boompjes gekapt kappen kap omgehakt
heien: heien heipaal heiwerk trillingen scheur scheuren
schade: schade beschadigd beschadiging scheur scheuren barst barsten aansprakelijk verzekering verzekerd
tuin: tuin voortuin achtertuin tuintje gazon border
planten: planten heg haag struik struiken beplanting bloemen laurier laurierhaag coniferen hagen buxus groen klimop
bus: bus buslijn openbaar_vervoer halte lijnbus
hulpdiensten: ambulance brandweer hulpdiensten politie ziekenwagen ziekenauto nooddiensten
glasvezel: glasvezel internet kabel internetkabel
inrichting: ingericht inrichting herinrichting inrichten straatbeeld
winkel: winkel winkelier winkeltje winkels klanten klandizie horeca cafe restaurant kapper kapsalon kapperszaak bakker
  bakkerij slager slagerij groenteboer apotheek drogist supermarkt bloemist bloemenwinkel snackbar fietsenmaker
  boekwinkel kledingzaak salon schoonheidssalon toko pizzeria eetcafe stomerij opticien
ondernemer: ondernemer ondernemers zzp zzper kantoor eigen_zaak bedrijfspand bedrijfje klein_bedrijf mijn_zaak
  praktijk huisartsenpraktijk fysiotherapeut tandarts atelier werkplaats garagebedrijf kapsalon bakkerij slagerij |
  winkel zaak
transformator: transformatorhuisje trafo trafohuisje elektriciteitshuisje stroomhuisje
leiding: leiding leidingen buis buizen pijp pijpen
waterleiding: waterleiding geen_water waterleidingbreuk
# privacy
gegevens: gegevens privacy avg persoonsgegevens persoonlijk persoonlijke data informatie_over_mij
  weten_jullie_over_mij over_mij van_mij
bewaren: bewaren bewaart bewaard opgeslagen opslaan opslag bijhouden onthouden vastgelegd blijft_bewaard
wissen: wissen gewist verwijderen verwijderd weghalen vergeten wis uitschrijven deleten weggooien alles_weg
  vernietigen schrappen
delen: delen doorgeven geven_jullie gedeeld verstrekken doorspelen doorgegeven doorverkopen delen_jullie
telefoonnummer: telefoonnummer nummer mobiele_nummer nieuw_nummer ander_nummer 06
huisgenoten: huisgenoten huisgenoot partner vrouw echtgenoot echtgenote man gezin gezinsleden mijn_vrouw mijn_man
lezen: leest meelezen lezen meeleest meekijken kijken_mee inzien ziet
anoniem: anoniem zonder_naam naamloos zonder_mijn_naam naam_niet incognito onbekend_blijven niet_mijn_naam
geheim: geheim stemgeheim wie_kan_zien zien_wat_ik geheime
veilig: veilig veiligheid beveiligd gevaar gevaarlijk gevaarlijke risico risicos hacken gehackt hackers riskant
  brandgevaar explosie ontploffen ontploffing
telegram: telegram app appje
downloaden: downloaden download bestand bestandje export exporteren kopie inzage opvragen inzien uitdraai
toestemming: toestemming intrekken trek_in ingetrokken akkoord toestemming_intrekken
kaart: kaart kaartje op_de_kaart openbare_kaart
gefilmd: gefilmd filmen opnames opname video gefotografeerd camera
aandeur: aan_de_deur aanbellen belt_aan belde_aan bellen_aan voor_de_deur langs_de_deuren aan_mijn_deur huis_aan_huis
  deurbel belden_aan
verkopers: verkoper verkopers colporteur colporteurs verkopen aansmeren verkooppraatje
# stemmen
stemmen: stemmen stem stemt stemde gestemd meestemmen meestem stemrecht stembiljet stemming mee_stemmen stemgerechtigd
peiling: peiling poll enquete raadpleging volksraadpleging referendum
kinderen: puber pubers jongste oudste 15 16 17 14 kind kinderen kids minderjarig minderjarige jongeren tiener tieners
  zoon dochter zoontje dochtertje kleinkind kleinkinderen jonge_kinderen
baby: baby babys zuigeling peuter peuters dreumes
oppas: oppas oppassen babysitter babysit kinderopvang opvang creche kinderoppas kleintjes kleine_kinderen
oppapier: op_papier papieren_stem schriftelijk zonder_telefoon zonder_internet geen_internet niet_digitaal briefje
  formulier papier
sluiten: sluit sluiten sluiting deadline uiterlijk tot_wanneer laatste_dag sluitingsdatum einddatum
meegeteld: meegeteld geteld telt_mee tellen telling natellen stemmen_tellen nageteld hertelling
spelregels: spelregels regels afspraken spelregel
gehoord: gehoord gehoord_zijn luisteren geluisterd
drempel: drempel minimum_aantal quorum hoeveel_mensen hoeveel_bewoners genoeg_mensen opkomst
meerderheid: grootste_deel meerderheid meeste_mensen iedereen_tegen merendeel helft_tegen minderheid bijna_iedereen
  de_meesten
nietmeedoen: niet_meedoen wil_niet geen_zin doe_niet_mee niks_mee_te_maken niets_mee_te_maken laat_me_met_rust boeit
  interesseert geen_interesse niet_wil_meedoen gedoe geen_belangstelling
tweekeer: twee_keer dubbel vaker meerdere_keren meer_keren dubbele meermaals
namens: namens voor_mij_stemmen machtigen machtiging volmacht namens_mij gemachtigd voor_iemand_anders in_mijn_plaats
uitslag: uitslag uitkomst resultaat resultaten uitslagen einduitslag uit_de_stemming
gemeenteraad: gemeenteraad raad raadsleden raadslid college wethouder politiek politici burgemeester
gemeente: gemeente stadhuis gemeentehuis ambtenaar ambtenaren
vertrouwen: vertrouw vertrouwen wantrouwen betrouwbaar vertrouwt wantrouw
afspiegeling: afspiegeling representatief doorsnee vertegenwoordiging
# avond
bijeenkomst: bijeenkomst bijeenkomsten avond avonden bewonersavond informatieavond inloop inloopavond voorlichting
  presentatie buurtavond meeting wijkavond vergaderavond samenkomst avondje voorlichtingsavond infoavond
zaal: zaal zaaltje locatie buurthuis wijkcentrum buurtcentrum dorpshuis ontmoetingsruimte
energiecafe: energiecafe energiecafes
aanmelden: aanmelden meld_aan meld_me_aan opgeven inschrijven aanmelding registreren geef_me_op geef_ik_mij_op
  intekenen inschrijving schrijf_me_in me_aan mij_aan
afmelden: had_me_opgegeven had_me_aangemeld afmelden meld_af afzeggen zeg_af afbellen verhinderd kan_niet_komen
  toch_niet mij_af me_af
meenemen: meenemen mee_komen meebrengen neem_mee breng_mee mee_naar introducee aanhang zus broer vriendin vriend
vol: vol volgeboekt wachtlijst geen_plek uitverkocht reservelijst geen_plaats
volgenthuis: thuis_volgen livestream online meekijken webinar teams zoom stream terugkijken op_afstand
verslag: verslag notulen verslagje terugleesbaar teruglezen lezen_wat_er_gezegd wat_er_is_gezegd besproken
  samenvatting gemist miste niet_bij_zijn niet_bij
rolstoel: rolstoel toegankelijk toegankelijkheid rollator scootmobiel lift drempels trap slecht_lopen mindervalide
  invalide gehandicapt slecht_ter_been handicap beperking traplopen
tolk: tolk vertalen vertaling vertaald vertaler turks arabisch pools engels oekraiens spaans marokkaans berbers taal
  talen nederlands_moeilijk andere_taal duits spreekt moedertaal
inchecken: inchecken check_in incheck aanwezigheid registreren_bij_de_deur qr qrcode qr_code scannen
koffie: koffie thee drankje hapje koekje broodje eten drinken
keukentafel: keukentafelgesprek keukentafel huisbezoek bezoek bezoek_aan_huis langskomen langs_komen bij_mij_thuis
  thuis_komen aan_huis aan_huis_komen
uitleg: uitleg uitleggen legt_uit leg_uit uitgelegd begrijp begrijpen snap snappen snapt verduidelijken toelichten
  moeilijke toelichting onduidelijk wijzer
hulp: hulp helpen help helpt geholpen ondersteuning begeleiding begeleiden adviseur energiecoach coach coaches
  assistentie bijstaan terecht spreekuur loket
energiecoach: energiecoach coach coaches energieadviseur spreekuur advies adviesgesprek
niksvanweet: niets_van_weet geen_verstand niet_technisch twee_linkerhanden leek geen_ervaring geen_kennis
  niks_van_weet niks_van_snap atechnisch
# code
code: code codes inlogcode toegangscode wachtwoord cijfers lettercode activatiecode
brief: brief brieven briefje post envelop schrijven brievenbus bus postbus
kwijt: verloren kwijtgeraakt kwijtraken zoekgeraakt zoek weggegooid oud_papier vermist vergeten weggegooide kwijt_ben
  weg prullenbak | kwijt
nieuwecode: nieuwe_code nieuwe_brief andere_code nieuwe opnieuw_sturen nogmaals_sturen
ongeldig: ongeldig geldig werkt_niet doet_het_niet verlopen zegt_fout niet_geldig foute_code niet_goed verloopt
  klopt_niet herkent
nietontvangen: geen_brief niet_gekregen niet_ontvangen nooit_ontvangen nooit_gekregen geen_post nooit_een_brief
  niks_ontvangen niks_gekregen overgeslagen niets_gekregen
volwassenen: volwassenen volwassene achttien huishouden personen huisgenoten bewoners_op_een_adres adres
verhuizen: huis_uit_moet ergens_anders_wonen vertrekken verhuizen verhuis verhuist verhuisd verhuizing verhuisde
  verhuisplannen ga_weg wegtrekken
nieuwebewoner: nieuwe_bewoner pas_komen_wonen net_komen_wonen pas_verhuisd nieuw_in_de_wijk net_gekocht nieuwkomer
  net_in_de_wijk hier_pas
# bot
bot: bot chatbot app robot computer programma systeem
taal: taal talen engels turks andere_taal vertaald instellen_taal
berichten: berichten bericht berichtjes meldingen notificaties appjes melding sms mails berichtje
teveel: te_veel zo_veel zoveel heel_veel minder overvloed gespamd spam bestookt stortvloed
nieuwetelefoon: nieuwe_telefoon nieuwe_mobiel nieuw_toestel andere_telefoon toestel overzetten nieuwe_gsm
telefoon: telefoon smartphone mobiel mobieltje gsm iphone toestel tablet
computer: computer laptop pc tablet ipad
whatsapp: whatsapp app appen appgroep signal facebook
menu: menu hoofdmenu knoppen knop beginscherm startscherm
stoppen: stoppen stop ermee_ophouden afmelden uitschrijven ophouden verlaten
mens: mens persoon iemand_spreken spreken aan_de_lijn bellen telefonisch contact medewerker echt_mens praten
  persoonlijk_contact aanspreekpunt gesprek
contact: contact bellen belt bel telefonisch bereiken mailen mail contactpersoon aanspreekpunt contactgegevens gebeld
  bereik
letters: letters lettertje lettertype grotere_letters leesbaar vergroten slechtziend bril
blind: blind blinde slechtziend slechtziende voorlezen voorleesfunctie zien_slecht doof slechthorend gebarentaal
  visueel
opnieuw: opnieuw overnieuw van_voren_af nog_een_keer weer_beginnen
# gezondheid
gezond: gezond gezonder gezondheid ongezond schadelijk giftig schadelijke slecht_voor kwalijk kankerverwekkend dampen
koolmonoxide: koolmonoxide co_melder koolmonoxidemelder kolendamp comelder koolmonoxidevergiftiging
straling: straling elektromagnetisch stralen magneetveld elektrosmog
astma: astma allergie allergisch hooikoorts longpatient copd longziekte huisstofmijt
droog: droog droger droge uitdrogen luchtvochtigheid
ziek: ziek zieke ziekte ziekten chronisch patient gezondheidsklachten bedlegerig ziek_thuis kwetsbaar
mantelzorg: mantelzorger mantelzorgers mantelzorg zorg_voor zorgt_voor verzorg verzorgen zorgtaken
hoofdpijn: hoofdpijn migraine tinnitus oorsuizen
# gas
gas: gas aardgas gasvrij gasloos gasaansluiting gasnet gaskraan
aardgasvrij: aardgasvrij gasvrij van_het_gas gasloos van_gas_los zonder_gas van_gas_af
waarom: waarom waarvoor waartoe reden nut wat_heeft_het_voor_zin nodig
gasmeter: gasmeter meter slimme_meter
weghalen: weghalen weggehaald afsluiten afgesloten verwijderen afsluiting afkoppelen weg weg_laten_halen eruit
  opdoeken verdwijnen eraf
gaslucht: gaslucht ruik_gas gaslek gaslekkage ruik ruiken rotte_eieren stank
waterstof: waterstof h2 waterstofgas
open: open geopend openingstijden opengesteld gesloten dicht
# woning
rijtjeshuis: rijtjeshuis rijtjeswoning rijtje tussenwoning eengezinswoning eengezinshuis doorzonwoning rijwoning
  middenwoning
jaren70: jaren_zeventig 70er_jaren zeventiger_jaren
jaren30: jaren_dertig vooroorlogs vooroorlogse dertiger_jaren
hoekwoning: hoekwoning hoekhuis op_de_hoek hoek kopwoning eindwoning
vrijstaand: vrijstaand vrijstaande villa landhuis losstaand
tweekap: twee_onder_een_kap twee_onder_een_kapwoning 2_onder_1_kap tweekapper half_vrijstaand dubbelwoning
  twee_onder_1_kap onder_een_kap
bovenwoning: bovenwoning bovenhuis bovenetage bovenste_verdieping eerste_verdieping tweede_verdieping boven_huis
benedenwoning: benedenwoning benedenhuis parterre beneden_huis begane_grond
maisonnette: maisonnette maisonette
boerderij: boerderij boerenhuis hoeve woonboerderij stolp
nieuwbouw: nieuwbouw nieuwbouwhuis nieuwbouwwoning nieuw_huis pas_gebouwd na_2015
bungalow: bungalow gelijkvloers semibungalow
drivein: drive_in drive_inwoning drive_in_woning garage_onder
woonboot: woonboot boot woonark woonschip ark
tinyhouse: tiny_house tinyhouse klein_huisje mini_huis
studentenkamer: studentenkamer student studenten kamer studentenhuis op_kamers kamerbewoner kamers kot
aanleunwoning: aanleunwoning seniorenwoning zorgwoning serviceflat ouderenwoning
bovenwinkel: boven_een_winkel boven_de_winkel boven_winkel
oudhuis: oud_huis oude_huis oude_woning bouwjaar gebouwd honderd_jaar_oud
huis: huis huizen woning woningen woonhuis huisje pand thuis
kleinwonen: klein_woon klein_huis weinig_ruimte geen_ruimte klein_wonen
schuur: schuur garage berging bijgebouw schuurtje
vijver: vijver vissen koi goudvissen
huisdier: hond kat poes katten honden huisdier huisdieren poezen konijn cavia beestje
kippen: kip kippen kippenhok hanen
geveltuin: geveltuin geveltuintje tegeltuin plantenbak
groendak: groen_dak groendak sedum sedumdak
groen: groen bomen planten struiken perkjes natuur
grond: grond bodem aarde ondergrond
# meehelpen
meehelpen: meehelpen vrijwilliger vrijwilligers helpen_in_de_buurt steentje bijdragen handen_uit_de_mouwen inzetten
  vrijwillig aanpakken
werkgroep: werkgroep werkgroepen kerngroep commissie groepje
lid: lid lidmaatschap aansluiten_bij deelnemen meedoen_met lid_worden
idee: idee ideeen suggestie voorstel plannetje ideetje ingeving tip
inspreken: inspreken spreektijd raadsvergadering toespreken raadszaal
antwoord: antwoord antwoorden reactie reageren terughoren beantwoord gereageerd
meedoen: meedoen deelnemen deelname mee_doen doet_mee doe_mee meedoet doe_ik_mee participeren
# zon
zonnepaneel: zonnepaneel zonnepanelen zonnestroom panelen pv zonnecellen zonnedak zonneenergie
salderen: salderen saldering salderingsregeling terugleveren teruglevering terugleverkosten stroom_terugleveren
  teruglever
batterij: thuisbatterij thuisaccu accu batterij batterijen powerwall stroom_opslaan
zonneboiler: zonneboiler zonnecollector collector zonnewarmte
schaduw: schaduw boom_voor bomen_voor achter_de_flat noordkant beschaduwd geen_zon
slimmemeter: slimme_meter digitale_meter p1
cooperatie: energiecooperatie cooperatie buurtcooperatie energiecorporatie
dynamisch: elk_uur_een_andere per_uur andere_prijs_per_uur dynamisch_contract uurprijzen dynamisch uurtarief
autoladen: laden laadpaal elektrische_auto opladen laadt oplaadpaal laden_auto
stroom: stroom elektriciteit elektra elektrisch elektrische
gierigstorm: storm stormt orkaan harde_wind windkracht
seizoenlente: lente voorjaar maart april mei pasen paasdagen
herfst: herfst najaar september oktober november herfstvakantie
zomervakantie: zomervakantie grote_vakantie juli augustus bouwvak zomer vakantie zomers zomerdag
kerst: kerst kerstvakantie kerstmis feestdagen oud_en_nieuw december kerstdagen jaarwisseling oudjaar
januari: januari nieuwjaar
winter: winter winters winterdag wintermaanden s_winters
ramadan: ramadan vastenmaand vasten suikerfeest iftar
koningsdag: koningsdag vrijmarkt oranjefeest
uiterlijk: lelijk mooi uiterlijk uitzicht zicht aanzicht kleur zichtbaar
feest: feest feestje vieren viering feestelijk borrel
failliet: failliet faillissement bankroet over_de_kop op_de_fles
garantie: garantie waarborg
vertrouwdgroep: straatcontact begeleider projectleider procesbegeleider gespreksleider
bereikt: bereikt resultaat opgeschoten voortgang stand_van_zaken tot_nu_toe hoe_staat_het vooruitgang
anderewijken: andere_wijken andere_wijk elders_gelukt ervaringen andere_buurten voorbeelden_elders
tijd: tijd uren uurtjes hoeveel_uur uur
speeltuin: speeltuin speelplaats speeltoestellen
"""
