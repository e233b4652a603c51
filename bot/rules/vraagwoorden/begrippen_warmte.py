"""Words by concept: money, heat, the house and what is done to it. How to read a line: the package."""

BEGRIPPEN = """
# geld
kosten: kosten kost kostte gekost prijs prijzen duur duurder duurste betalen betaal betaalt betaald betaalde geld euro
  bedrag bedragen tarief prijskaartje uitgeven uitgaven uitgave aanschaf investering investeren neertellen neerleggen
  dokken lappen ophoesten budget prijzig kostbaar goedkoop goedkoper centen richtprijs kostenplaatje bekostigen
  kwijt_aan kwijt_voor wat_ben_je_kwijt ongeveer_kwijt voor_mijn_rekening voor_eigen_rekening | kwijt rekening
  opdraaien
gratis: gratis kosteloos voor_niets kost_niets voor_niks vergoed
maandbedrag: per_maand maandelijks maandelijkse maandlasten maandbedrag elke_maand iedere_maand woonlasten
beginkosten: meteen ineens aanbetaling eenmalig in_het_begin aanschaf aanschafprijs startkosten vooraf
energierekening: energierekening rekening nota energienota jaarafrekening jaarrekening eindafrekening afrekening
  energiekosten stookkosten gasrekening stroomrekening energielasten
voorschot: voorschot voorschotten termijnbedrag maandtermijn
krap: onbetaalbaar krap rondkomen rondkom schuld schulden blut niet_betalen geldzorgen geldproblemen armoede geen_geld
  redden
minima: minima minimum bijstand uitkering laag_inkomen weinig_geld weinig_inkomen klein_pensioen pensioentje
  minimumloon kleine_beurs smalle_beurs arm arme armen energiearmoede inkomen salaris loon verdien verdienen aow
  wajong minvermogend
termijnen: gespreid spreiden termijnen afbetalen afbetaling in_delen in_stukjes in_termijnen afbetalingsregeling
  betalingsregeling
lening: lening lenen leen leent leende geleend krediet financieren financiering voorschieten warmtefonds
  duurzaamheidslening energiebespaarlening
rente: rente rentevrij renteloos rentes
hypotheek: hypotheek bank hypotheken hypotheekadviseur geldverstrekker
oud: bejaard bejaarde bejaarden pensioen gepensioneerd senior senioren hoogbejaard tachtig tachtiger opa oma
  op_leeftijd leeftijd tachtigplusser negentig hoogbejaarde | oud oude ouder ouderen moeder vader pensionado
waarde: waard waarde woningwaarde verkoopprijs huizenprijs verkoopwaarde overwaarde meerwaarde woz waardestijging |
  verkopen verkoop
belasting: belasting belastingen belastingdienst btw ozb onroerendezaakbelasting fiscus belastingaangifte
  gemeentebelasting woz aftrekbaar fiscaal accijns
nietsdoen: niets_doe niks_doe niets_doen niks_doen afwachten laat_zoals_het_is blijf_zitten stilzitten zo_laten
vastrecht: vastrecht vaste_kosten leveringskosten netbeheerkosten abonnement abonnementskosten vast_bedrag
stijgen: stijgen stijgt steeg omhoog verhogen verhoging verhoogd hoger duurder huurverhoging prijsstijging
  prijsverhoging toenemen oplopen opslag
dalen: dalen daalt omlaag verlagen lager zakken verlaging verlaagd minder
opeens: opeens ineens plotseling plots zomaar onverwacht onverwachts
prijsbepaling: bepaald vaststellen vastgesteld berekend berekenen toezichthouder acm maximumprijs maximumtarief
  warmtewet prijsplafond
meerwerk: duurder_uitvalt meerwerk meerkosten tegenvaller tegenvallers overschrijding begroot begroting bijbetalen
  bijbetaal hoger_uitvalt meer_rekent meer_rekenen extra_kosten duurder_uit tegenvalt afgesproken_prijs achteraf_meer
offerte: offerte offertes prijsopgave aanbieding prijsvoorstel bod aanbod contractvoorstel
eerlijk: eerlijk betrouwbaar betrouwbare vertrouwen normale_prijs redelijk redelijke marktconform deugt deugdelijk
  goede_prijs | normaal erkend
oplichting: oplichting oplichter oplichters nep nepbrief phishing fraude bedrog bedriegen vals valse babbeltruc
  verdacht vertrouw | echt echte
inkopen: inkoop inkopen inkoopgroep inkoopactie groepsaankoop collectief gezamenlijk korting massaal groepskorting
  samen_kopen samen_bestellen met_de_hele_straat tegelijk_bestellen kwantumkorting | samen bestellen allemaal
terugverdienen: terugverdientijd terugverdienen terugverdiend terugverdien geld_terug kosten_terug terug_heb eruit
  er_weer_uit rendabel loont lonen uit_de_kosten rendement winst break_even eruit_hebben zich_terugbetaalt | oplevert
  opleveren verdienen
besparen: besparen bespaar bespaart bespaard besparing scheelt schelen scheelde bezuinigen uitsparen zuinig zuiniger
  energiebesparing oplevert opleveren levert_op minder_gas minder_verbruik minder_stoken | winst voordeel minder
gemeentebetaalt: bijdrage_van_de_gemeente gemeentegeld
subsidie: subsidie subsidies subsidiegeld isde tegemoetkoming steun premie vergoeding vergoed bijdrage toelage
  regeling potje rijksbijdrage seeh subsidieregeling | korting terugkrijgen
subsidiepot: subsidiepot pot leeg op_raakt op_is uitgeput budget
aanvragen: aanvragen aanvraag vraag_aan vraag_ik_aan aanvraagt aangevraagd indienen ingediend indien
invullen: invullen invul ingevuld formulier formulieren papierwerk vragenlijst
papieren: papieren papier documenten document bewijs bewijzen stukken bonnetjes bon factuur bewaren
foto: foto fotos plaatjes fotograferen kiekje beelden
zelf: zelf doe_het_zelf doehetzelf doehetzelver klussen klus klusser handig eigenhandig zelver zelfbouw met_zn_tweeen
  eigen_handen klustalent
tweemaatregelen: twee_maatregelen combineren combinatie meerdere_maatregelen tegelijk stapelen
afgewezen: afgewezen afwijzen afwijzing geweigerd weigeren weigering afgekeurd niet_toegekend niet_gekregen
rijk: rijk rijks landelijk overheid den_haag regering kabinet rvo staat
digid: digid rvo inloggen
meldcode: meldcode codenummer apparaatcode
tweedehuis: tweede_huis vakantiehuis vakantiehuisje vakantiewoning buitenhuis buitenhuisje recreatiewoning
  tweede_woning
vorigjaar: vorig_jaar afgelopen_jaar met_terugwerkende_kracht al_gedaan eerder_gedaan terugwerkend
# warmtenet
warmtenet: warmtenet stadsverwarming stadswarmte blokverwarming warmtebedrijf buurtwarmte collectieve_warmte
  warmtenetwerk | net
warmtebron: restwarmte warmtebron geothermie aardwarmte bron aquathermie waar_komt_de_warmte_vandaan
  halen_ze_de_warmte plas oppervlaktewater
eigendom: eigenaar_van van_wie eigendom bezit bezitten | eigenaar eigenaren
leverancier: energieboer energieboeren leverancier leveranciers energieleverancier warmteleverancier energiebedrijf
  energiebedrijven aanbieder energiemaatschappij nuon eneco vattenfall essent
kiezen: kiezen kies koos gekozen keuze keus keuzevrijheid zelf_kiezen zelf_bepalen | overstappen wisselen
monopolie: vast_aan vastzitten gebonden monopolie overstappen wisselen switchen van_leverancier_veranderen
  andere_leverancier
uitval: uitvalt uitval uitvallen viel_uit storing storingen storingsdienst kapot defect stuk begeeft het_niet_doet
  doet_het_niet hapert haperen uitgevallen niet_werkt werkt_niet kuren mankement reset foutmelding weigert
stroomuitval: stroomstoring stroomuitval stroom_uitvalt geen_stroom stroom_weg stroom_eruit zonder_stroom black_out
  blackout
afleverset: afleverset warmtewisselaar warmteunit kastje warmtekast unit_in_huis warmtemeter kast
ketel: ketel cv cvketel gasketel hrketel combiketel geiser verwarmingsketel cv_ketel hr_ketel
radiator: radiator radiatoren verwarmingselement convector convectoren verwarmingen radiatortje
warmwater: warm_water douchen douche douchet bad badderen kraan warmwater tapwater kraanwater douchewater douchebeurt
boiler: boiler boilervat vat watervat voorraadvat buffervat opslagvat warmwatervat warmwaterboiler
laterinstappen: later_nog alsnog achteraf bedenk bedenken bedenktijd nu_nee later_toch later_overstappen van_gedachten
  toch_nog toekomst | later spijt terug
spijt: spijt terugdraaien terugkomen ongedaan terugkrijgen bedenken
deelnamegraad: hoeveel_huizen hoeveel_mensen_meedoen te_weinig genoeg_deelnemers aantal_deelnemers animo deelname
  te_weinig_mensen weinig_animo
duurzaam: duurzaam duurzame groen groene milieuvriendelijk klimaatvriendelijk milieu schoon schone ecologisch
  klimaatneutraal greenwashing
levensduur: levensduur hoe_lang_doe hoeveel_jaar_doe hoelang_doe gaat_mee meegaan mee_gaat meegaat houdbaar slijtage
  versleten hoe_oud_wordt slijten aan_vervanging jaar_mee jaar_doe_je doe_je_met gaan_mee afgeschreven
opzeggen: opzeggen opzeg opgezegd af_kan ervanaf van_af afmelden_bij beeindigen contract_stoppen stopzetten |
  ontevreden
legionella: legionella bacterie bacterien ziektekiemen besmetting
koelen: koelen koel koeler koeling gekoeld verkoeling afkoelen airco airconditioning
hitte: 31_graden 32_graden 33_graden 34_graden 36_graden 37_graden 38_graden 39_graden hitte heet hete hittegolf
  tropisch tropische warm_in_de_zomer snikheet bloedheet benauwd oververhitting puffen zweten 35_graden 30_graden
  broeierig | zomer zomers
watertemperatuur: hoe_warm_is_het_water graden temperatuur aanvoertemperatuur
verschil: verschil verschillen onderscheid vergelijken vergelijking beter_dan anders_dan
bronnet: bronnet zeerlagetemperatuurnet bronnetten
houtkachel: houtkachel kachel haard openhaard open_haard allesbrander houtkacheltje houtblokken speksteenkachel hout
  stoken vuurtje knetterend
pelletkachel: pelletkachel pellet pellets houtkorrels pelletketel
contract: contract contracten overeenkomst tekenen teken getekend handtekening ondertekenen krabbel ondertekend
# warmtepomp
warmtepomp: warmtepomp warmtepompen pomp luchtwarmtepomp lucht_water lucht_waterwarmtepomp
bodemwarmtepomp: bodemwarmtepomp aardwarmtepomp grondwarmtepomp bodemlus boring in_de_grond bodembron grondbron
  bodemwarmte boren geboord boor aardsonde water_waterwarmtepomp
hybride: hybride half_om_half hybridepomp hybride_warmtepomp combi_met_ketel
ventilatiewarmtepomp: ventilatiewarmtepomp ventilatielucht_warmtepomp
pvt: pvt pvtpanelen pvt_panelen
infrarood: infrarood infraroodpanelen infraroodpaneel infraroodverwarming stralingspanelen stralingswarmte
  warmtepanelen ir_panelen
elektrischeketel: elektrische_cv elektrische_ketel elektrische_cv_ketel stroomketel
groengas: groen_gas biogas groengas mestgas biomethaan
warmtepompboiler: warmtepompboiler
aircoverwarming: airco airconditioning lucht_luchtwarmtepomp lucht_lucht verwarmen_met_airco split_unit
buitenunit: buitenunit buitendeel unit ventilatorkast buitenkast buitenmodel apparaat_buiten kast_buiten bak_buiten
geschikt: geschikt past_het_bij passend geschiktheid mogelijk_in_mijn_huis kan_in_mijn kan_het_bij_mij geschikte
  haalbaar
welkeoplossing: het_beste_nemen beste_nemen in_plaats_van_gas wat_kan_ik_het_beste welke_oplossing beste_oplossing
  past_het_beste wat_past slim slimste verstandig verstandigste aanraden aanrader beste_keuze beste_optie advies
  wat_raad geschikt goede_keuze zou_u_kiezen oplossing optie opties alternatief alternatieven
vijftiggradentest: vijftigradentest vijftig_graden_test 50_gradentest op_vijftig_graden
groot: hoe_groot formaat afmeting afmetingen omvang groot grote grootte hoogte breedte maten maat hoe_hoog hoe_breed
  volume
ruimte: ruimte plek plaats plekje neemt_in in_beslag ruimtebeslag past passen kwijt_in berging bergruimte kast
  inleveren wegzetten neerzetten opstellen ergens_staan | kwijt klein kleine groot laat
waarstaan: waar_moet_die_staan waar_zetten waar_hangt ophangen opgehangen neerzetten geplaatst staan plaatsen
  komt_te_staan hangen hangt neer
vergunning: vergunning vergunningen toestemming_van_de_gemeente omgevingsvergunning bouwvergunning vergunningsvrij
  vergunningvrij welstand bestemmingsplan omgevingsplan | toegestaan regels
toegestaan: mogen mag toegestaan verboden verbieden verbod verbiedt toelaatbaar toestaan goedkeuring | regels
verbruik: verbruik verbruikt gebruikt gebruik slurpt vreet stroomverbruik gasverbruik kuub m3 kwh kilowattuur
  energieverbruik verstookt
vorst: vriest vriezen vorst vrieskou vroor kraakt streng strenge min_tien onder_nul ijskoud ijs
  sneeuw sneeuwt winterkou winterdag vrieskoude ijzel | winter winters
onderhoud: onderhoud onderhouden onderhoudsbeurt servicebeurt onderhoudscontract nakijken nagekeken keuring keuren
  doorsmeren inspectie periodieke | reparatie schoonmaken jaarlijks beurt
repareren: repareren repareert reparatie gerepareerd maken_als_het_kapot monteur herstellen hersteld fixen maakt_hem
meterkast: meterkast groepenkast groepen groep_erbij stoppenkast meterkastje stoppen
verzwaren: verzwaren verzwaring zwaardere_aansluiting stroomaansluiting krachtstroom drie_fasen driefasen 3_fase 3x25
  aansluitwaarde 3_fasen ampere
netcongestie: netcongestie stroomnet elektriciteitsnet net_vol vol_net stroomnetwerk overbelast overbelasting
  overbelasten kan_het_net_het_aan capaciteit netbeheerder liander stedin enexis
opwarmsnelheid: hoe_snel_warm snel_warm opwarmen opgewarmd warm_worden sneller_warm traag
nachtstand: s_nachts nacht nachts nachtverlaging nachtstand snachts
thermostaat: thermostaat lager_zetten instellen stel_in instelling stand graadje graden temperatuur verwarming_lager
  hoe_stel_ik ingesteld afstellen laag_zetten hoger_zetten
merk: merk merken fabrikant model type raden_jullie_aan aanbevelen daikin
plaatsen: plaatsen plaatsing installeren installatie geinstalleerd aanleggen aangelegd monteren gemonteerd inbouwen
  geplaatst aansluiten aangesloten zetten aanleg aanbrengen ingebouwd
vakvolk: vakvolk vakmensen vaklui monteurs installateurs personeel personeelstekort genoeg_monteurs technici mankracht
  handjes
bezichtigen: bekijken voorbeeld voorbeeldhuis modelwoning voorbeeldwoning bezichtigen in_het_echt kijken_bij
  gaan_kijken komen_kijken zien_hoe open_huis even_mogen_kijken modelhuis | kijken zien
koudemiddel: koudemiddel koelmiddel koudemiddelen propaan pfas gassen_in
geluid: geluid geluiden herrie lawaai kabaal stil stille brommen brom bromt bromde gebrom zoemen zoemt gezoem decibel
  luid luidruchtig horen hoor hoort geluidsoverlast ruis ruisen trilling trillingen geruis dreun dreunt gedreun tikken
  getik overlast geraas ronken piepen fluiten suizen hard rumoer hoorbaar laagfrequent | wakker
slapen: slapen slaap slaapt wakker slaapkamer nachtrust in_slaap sliep wakker_liggen slapeloos bed s_nachts
buren: buren buur buurman buurvrouw naaste overburen hiernaast bij_ons_naast buurhuis ernaast overbuurman
  overbuurvrouw buurtgenoot naast_ons medebewoner
klimaat: klimaat klimaatverandering opwarming broeikas broeikasgas uitstoot co2 koolstofdioxide fossiel stikstof
  parijs klimaatdoel co2uitstoot milieu
# isolatie
isolatie: isolatie isoleren isoleer isoleert geisoleerd geisoleerde nageisoleerd naisolatie isoler isolatiemateriaal
  glaswol steenwol isolatielaag isolatieplaten inpakken schil
spouw: spouw spouwmuur spouwmuurisolatie spouwvulling holle_muur muur_vullen vullen_van_de_muur gevuld vullen korrels
gevel: gevel gevelisolatie buitenmuur buitenmuren voorgevel buitengevel muren muur wand wanden gevels zijmuur
buitenkant: buitenkant buitenaf van_buiten aan_de_buitenzijde buitenzijde buitenom | buiten
binnenkant: binnenkant van_binnen vanbinnen binnenuit van_binnenuit binnenzijde | binnen
dak: dak daken dakisolatie dakpannen dakpan pannendak dakbedekking zolder zolderdak schuin_dak onder_de_pannen
  dakbeschot vliering pannen_op_het_dak
platdak: plat_dak platte_dak bitumen dakleer
vloer: vloer vloeren vloerisolatie houten_vloer planken onder_de_vloer begane_grond vloerdelen
bodem: bodemisolatie kruipruimte bodem kruipruimtes onder_het_huis schelpen chips
glas: glas raam ramen ruit ruiten beglazing dubbelglas dubbel_glas hr hrglas hr_glas vensters venster isolatieglas
  enkel_glas enkelglas
triple: triple driedubbel drievoudig drielaags triple_glas driedubbel_glas
voorzetraam: voorzetraam voorzetramen achterzetraam achterzetramen extra_raam
kozijn: kozijn kozijnen raamkozijn raamkozijnen houtrot kunststof
kierdichting: kierdichting kieren kier tochtstrip tochtstrips dichtmaken dichten naden kit kitten tochtband borstel
  brievenbusborstel naad
tocht: tocht tochten tochtig tochtgat trekt waait_door luchtstroom tochtige
radiatorfolie: radiatorfolie folie aluminiumfolie reflecterende
leidingisolatie: leidingisolatie buisisolatie buizen_inpakken cv_buizen cv_leidingen buizen_in_te_pakken
  leidingen_inpakken buisfolie leidingen_isoleren pijpisolatie
vloerverwarming: vloerverwarming infrezen frezen warme_vloer slangen_in_de_vloer warme_voeten
ltradiator: lagetemperatuurradiatoren lagetemperatuurradiator ltradiatoren lage_temperatuur convector
  ventilatorconvector
koud: koud koude kou kouder koudst kil kille fris frisse_kamer kleumen rillen bibberen ijskoud huiver kilte klam
  in_de_kou niet_warm
warm: warm warmte warme warmer verwarmen verwarming verwarmt opwarmen behaaglijk comfortabel comfort lekker_warm
  aangenaam
stoken: stoken stook stookt stookte verwarmen verwarming verwarmt kachel_aan
warmteverlies: warmteverlies warmtelek verliest lekt lekken ontsnapt weglekt warmte_weg verlies energielek
woningscan: woningscan huisscan scan energiescan energieadvies maatwerkadvies doorlichten warmtelekken huisonderzoek
  iemand_die_door_mijn_huis energieadviseur
energielabel: energielabel label labels labelsprong energieklasse
isolatiestandaard: isolatiestandaard streefwaarde standaard norm
pur: pur purschuim schuim puur_schuim pur_schuim spuiten gespoten isocyanaat ingespoten
vleermuis: vleermuis vleermuizen ecoloog natuurwet kraamtijd beschermde_dieren soortenmanagementplan
vogels: zwaluw zwaluwen gierzwaluw gierzwaluwen vogel vogels mus mussen huismus nest nesten broeden broedt nestelen
  broedseizoen vogelnest
egels: egel egels dier dieren
asbest: asbest asbestplaten golfplaten asbestdak eternit
klussers: klussers klusteam klusbus fixbrigade klusdienst energieklussers klusploeg
honderdeuro: honderd_euro tientjes klein_bedrag kleine_maatregelen goedkope_tips tips kleine_dingen weinig_kosten
warmtecamera: warmtecamera infraroodcamera warmtebeeldcamera warmtebeeld warmtefoto thermische_camera camera
  warmtekijker
warmtewandeling: warmtewandeling warmtetocht wandeling
allesineens: allemaal_tegelijk in_een_keer alles_tegelijk stap_voor_stap een_voor_een stapsgewijs gefaseerd
gordijnen: gordijn gordijnen overgordijnen rolgordijnen luiken rolluiken
bedrijf: bedrijf bedrijven installateur monteur aannemer aannemers vakman vakmens uitvoerder installatiebedrijf
  bouwbedrijf firma isolatiebedrijf zaak loodgieter
koudebrug: koudebrug koudebruggen
volgorde: beginnen begin beginnen_met als_eerste eerst eerste volgorde waar_te_beginnen starten eerste_stap begint
wachten: wachten wacht afwachten alvast nu_al uitstellen wachttijd levertijd geduld wachtlijst
rommel: rommel troep stof stoffig vuil viezigheid puin zooi smeerboel schoon_blijven overhoop rotzooi bende
huisuit: het_huis_uit huis_uit weg_uit_mijn_huis uit_huis thuis_blijven thuisblijven logeren hotel elders
  ergens_anders ergens_anders_heen tijdelijk_ergens_anders wisselwoning logeerwoning uitwijken slapen_ergens_anders
controleren: controleren controleer controle controleert nagaan checken check nakijken erachter hoe_weet_ik nameten
  zeker_weten herken herkennen zien_of
nadeel: nadeel nadelen minpunt minpunten keerzijde bezwaren tegenvallen valkuil valkuilen negatief slechte_kanten
  haken_en_ogen
voordeel: voordeel voordelen pluspunt pluspunten positief
monument: monument monumenten monumentaal monumentale rijksmonument gemeentelijk_monument beschermd stadsgezicht
  monumentenlijst monumentenpand
voorbereiden: klaar_zijn_voor voorbereiden voorbereiding vooraf_doen eerst_gebeuren klaarmaken van_tevoren klaar_maken
  voorbereid
maanden: welke_maanden seizoen beste_tijd welke_tijd_van_het_jaar jaargetijde
# ventilatie
ventilatie: ventilatie ventileren ventileer ventilator luchtverversing mechanische_ventilatie verse_lucht frisse_lucht
  buitenlucht ventilatiesysteem afzuiging ventilatiebox ventilatie_box
luchten: luchten lucht doorluchten raam_open ramen_open raam_openzetten open_raam openzetten raampje_open open_zetten
rooster: rooster roosters roostertjes ventilatierooster ventilatieroosters klepraampje
dichtplakken: dichtplakken afplakken dichtstoppen afsluiten dichttapen afgeplakt dichtgeplakt plakken dichtdoen
balansventilatie: balansventilatie wtw warmteterugwinning warmteterugwinsysteem warmteterugwin
filter: filter filters stofzakken
schoonmaken: schoonmaken schoon schoongemaakt poetsen reinigen reiniging vervangen wassen maak_ik_schoon schoonhouden
  afnemen
co2meter: co2_meter co2meter luchtkwaliteitsmeter luchtkwaliteit
vocht: vocht vochtig vochtige condens beslaan beslagen natte nat vochtplekken vochtprobleem druppels zweetramen
  aangeslagen druipen lekkage optrekkend
schimmel: schimmel schimmels schimmelen schimmelt zwarte_plekken schimmelplekken zwarte_vlekken zwarte_puntjes
badkamer: badkamer doucheruimte natte_cel wc toilet
afzuigkap: afzuigkap wasemkap dampkap afzuiger
luchtreiniger: luchtreiniger luchtzuiveraar luchtfilter
zonde: zonde verspilling verspilt verspillen warmte_eruit energieverspilling
# koken
koken: koken kook kookt kookte gekookt koken_op bakken eten_maken keuken kokkerellen
inductie: inductie inductieplaat inductiekookplaat kookplaat elektrisch_koken koken_elektrisch plaat keramisch
  keramische elektrisch_kook kookt_elektrisch
fornuis: fornuis gasfornuis gaspitten gasstel pitten kookstel
pannen: pannenset pan koekenpan pannetjes steelpan hapjespan | pannen
stekker: stekker stopcontact perilex stekkers
wokken: wok wokken wokpan roerbakken
workshop: workshop kookworkshop kookles cursus kookcursus demonstratie kookdemonstratie proefkoken
pacemaker: pacemaker icd hart hartpatient hartkwaal magneetveld
longen: longen longpatient astma copd luchtwegen ademhaling fijnstof benauwd benauwdheid kortademig inhalator
lenenproberen: te_leen uitproberen uit_te_proberen proberen uitlenen probeer test testen proefplaat lenen
bbq: bbq barbecue barbecueen gasfles barbecuen gasbarbecue campinggas
oven: oven gasoven ovens
"""
