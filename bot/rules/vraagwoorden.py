"""Words of the field for finding answers: what says nothing, what stands in compounds, and what means much the same.

A werkgroep may add to these; each group is one line, its first word names it.
"""

LEEG = """
zoals stel ding dingen
aan al alle als altijd ander andere ben bent beste bij bijna bijvoorbeeld daar daarom daarvoor dag dan dat de der
deze die dit doch doe doen doet door dus echt een eens eigenlijk en er erg ergens even ga gaan gaat geen ging
goedemiddag goedemorgen goedenavond graag groet groeten haar had hadden hallo heb hebben hebt heeft heel hem het
hier hij hoe hun iemand iets ik in is ja je jij jou jouw jullie kan komen komt krijg krijgen krijgt kun kunnen kunt
laat laten maar mag me mee meer men met mij mijn misschien mocht moet moeten mogen n na naar nee niet niets nog nou
nu of om omdat onder ons onze ook op over per precies s soms staan staat t te ten ter toch toe tot u uit uw van
vanaf veel voor vraag waar want was wat we weet wel welk welke weten wie wij wil willen wilt word worden wordt zal
ze zeg zelf zich zij zijn zit zitten zo zou zouden zullen zult
"""
"""Words that say nothing of what is asked."""

DELEN = """
aansluit aansluiting aardgas adres appartement bad balkon bedrag beheer belasting bericht besluit bestuur bodem
boiler bouw bouwjaar brief buis buiten buitendeel buren buurt collector comfort corporatie cv dak deur douche
duurzaam eigenaar elektra elektriciteit energie fornuis gas gat gebouw geld geluid gemeente glas groep hal heffing
huis huur huurder hybride inductie installateur installatie isolatie kabel kamer kelder ketel keuken klacht koel
koken kook koop korting kosten koude kozijn kruipruimte kwaliteit label leiding lening levering lucht maand meet
meter monteur monument muur net netwerk onderhoud opslag overlast pan pand paneel plaat plan pomp prijs raad raam
radiator regels rekening rente ruimte schil schimmel school schuur spel spouw spouwmuur stem straat stroom subsidie
systeem tapwater tarief temperatuur termijn thermostaat tijd tocht trap tuin uitvoering vak vat ventilatie
vereniging vergadering vergoeding vergunning verwarming vloer vocht vve wand warm warmte warmtenet warmtepomp water
werk werkgroep wijk winter woning zolder zomer zon zonne zonneboiler zonnepaneel
"""
"""Words that stand at the front or the back of a longer one."""

GROEPEN = (
    (
        "kosten kost prijs duur betalen betaal betaalt betaald euro geld bedrag tarief kostprijs goedkoop bekostigen "
        "uitgeven prijzig centen duurder uitgave aanschaf aanschafprijs investering investeren goedkoper kostbaar"
    ),
    (
        "rekening energierekening maandlasten maandbedrag termijnbedrag nota factuur energiekosten voorschot "
        "maandelijks jaarrekening eindafrekening"
    ),
    (
        "subsidie vergoeding bijdrage tegemoetkoming korting isde steun potje vergoed aanvragen aanvraag toelage "
        "regeling"
    ),
    (
        "lening lenen leen krediet hypotheek financieren financiering voorschieten warmtefonds afbetalen termijnen "
        "rentevrij geleend duurzaamheidslening spreiden"
    ),
    (
        "geluid herrie lawaai stil brommen gebrom bromt zoemen zoemt decibel luidruchtig horen hoor geluidsoverlast "
        "ruis trillen trilling trillingen geruis overlast"
    ),
    (
        "wanneer tijdstip datum beginnen begint begin start starten jaar maand gepland planning plannen moment "
        "volgorde snel gauw"
    ),
    "lang hoelang duren duurt duur tijd weken maanden dagen",
    ("verplicht verplichting dwingen gedwongen dwang vrijwillig verplichten keus keuze keuzevrijheid eigen opgelegd"),
    "weigeren geweigerd weiger afgewezen afwijzen afwijzing afgekeurd nee",
    (
        "huurder huren huurwoning huurhuis verhuurder corporatie woningcorporatie huurt huur huisbaas woningbouw "
        "huurders verhuurders huurprijs woningstichting"
    ),
    "koopwoning eigenaar huiseigenaar koper kopen koophuis",
    (
        "vve appartement flat appartementencomplex etage bovenwoning flatgebouw portiek portiekflat splitsing "
        "splitsingsakte vereniging eigenaren complex"
    ),
    "woning huis huizen woonhuis huisje",
    "verwarming verwarmen verwarmt stoken stook kachel warm warmte opwarmen warmer stookt",
    "radiator radiatoren verwarmingselement convector",
    (
        "warmtenet stadsverwarming blokverwarming stadswarmte warmtebedrijf restwarmte warmtebron geothermie "
        "aardwarmte buurtwarmte"
    ),
    "koken fornuis inductie kookplaat pannen kook kookt inductieplaat",
    "douche douchen bad tapwater kraan warmwater boiler",
    (
        "isolatie isoleren isoleer geisoleerd isoleert nageisoleerd naisolatie isoler isoleermateriaal "
        "isolatiemateriaal glaswol steenwol schuim geisoleerde"
    ),
    "kierdichting kieren kier tocht tochtstrips tochtstrip tochten tochtig dichtmaken dichten naden",
    "raam ramen glas ruit ruiten beglazing kozijn dubbelglas triple hrglas kozijnen drievoudig",
    (
        "ventilatie ventileren luchten ventilator balansventilatie roosters ventileer luchtverversing afzuiging wtw "
        "filter filters frisse"
    ),
    "vocht schimmel vochtig schimmels condens vochtplekken vochtprobleem natte nat zwarte",
    "zonnepaneel zonnepanelen zonnestroom salderen salderingsregeling pv",
    "thuisbatterij thuisaccu accu batterij",
    (
        "stroom elektriciteit elektra elektrisch groepenkast meterkast stroomnet kwh verzwaren verzwaring "
        "aansluitwaarde netcongestie stop stoppen"
    ),
    (
        "stroomuitval storing kapot defect stuk uitval uitvalt uitvallen storingen hapert doet uitgevallen werkt niet "
        "foutmelding lekkage lek reset"
    ),
    (
        "onderhoud onderhouden nakijken servicebeurt reparatie repareren schoonmaken controle keuring inspectie "
        "jaarlijks"
    ),
    (
        "ruimte plaats plek formaat opstellen neerzetten passen past kwijt afmeting afmetingen groot klein "
        "hoeveelheid zolder kelder tuin"
    ),
    "buitenunit buitendeel airco unit",
    "vergunning toegestaan omgevingsvergunning bouwvergunning mogen welstand regels bestemmingsplan",
    "monument monumentaal beschermd stadsgezicht",
    "verhuizen verhuis verhuizing verhuist",
    "verkopen verkoop woningwaarde huizenprijs overwaarde",
    (
        "stemmen meestemmen meestem meebeslis peiling stem gestemd stemt meebeslissen stemrecht stemming tellen "
        "uitslag anoniem geheim"
    ),
    "veranderen aanpassen wijzigen verkeerd fout verbeteren corrigeren anders veranderd",
    (
        "besluit beslissen beslist beslissing besluiten besloten bepaalt beslisser stemming vaststellen vastgesteld "
        "definitief"
    ),
    "gemeenteraad raad college wethouder politiek gemeente ambtenaar burgemeester wethouders",
    (
        "bijeenkomst avond bewonersavond informatieavond vergadering energiecafe inloop inloopavond bijeenkomsten "
        "presentatie webinar energiecafes buurthuis locatie"
    ),
    "meenemen mee meebrengen zus partner vriend vriendin familie",
    "tolk vertalen vertaling vertaald taal turks arabisch pools engels oekraiens spreekt praat talen",
    (
        "gegevens privacy avg persoonlijk bewaren bewaard bewaart wissen verwijderen gewist persoonsgegevens naam "
        "adres delen gedeeld doorgeven"
    ),
    "aanmelden opgeven inschrijven registreren meld aanmelding",
    "code brief inloggen inlogcode",
    "koelen hittegolf tropisch koeling koel afkoelen hitte heet zomer airco warmte benauwd zweten",
    "winter vorst vriezen vriest koud kou kouder graden vrieskou strenge ijs sneeuw min sneeuwt",
    (
        "installateur monteur aannemer vakman bedrijf uitvoerder installatiebedrijf bouwbedrijf firma vakmensen "
        "bedrijven uitvoerders leverancier offerte offertes"
    ),
    "garantie levensduur slijtage meegaan gaat versleten jaren vervangen vervanging slijten",
    "milieu klimaat co2 uitstoot groen duurzaam broeikasgas klimaatverandering broeikas fossiel stikstof",
    "gas aardgas gasvrij aardgasvrij gasloos",
    "weghalen afsluiten verwijderen weg halen afgesloten opzeggen",
    "ketel cv cvketel gasketel",
    (
        "veilig gevaar gevaarlijk veiligheid risico ontploffen brand koolmonoxide explosie straling gezond gezondheid "
        "schadelijk"
    ),
    (
        "hulp terecht helpen help adviseur langskomen uitleg helpt helpdesk ondersteuning begeleiding adviesgesprek "
        "energiecoach coach keukentafelgesprek bezoek"
    ),
    "buren buurman buurvrouw naaste overburen",
    "kind kinderen gezin baby",
    ("oud oma opa vader moeder bejaarde pensioen gepensioneerd hoogbejaard ouder oude bejaard ouderen senior tachtig"),
    "graven opengebroken straat stoep opbreken wegwerkzaamheden opgebroken",
    "zelf doehetzelf klussen zelver handig klusser eigenhandig",
    "thuis aanwezig vrij thuisblijven",
    "bezig werkzaamheden klus gewerkt werk uitgevoerd verbouwing",
    "eerlijk betrouwbaar normaal redelijk vertrouwen oplichting nep",
    (
        "besparen bespaar besparing scheelt oplevert opleveren bespaart levert schelen minder rendement "
        "terugverdienen terugverdientijd opbrengst winst voordeel lager"
    ),
    "bezwaar klacht klagen protest tegen oneens mee zienswijze onvrede boos bezwaren klaag ruzie geschil",
    "contact bellen telefoon telefoonnummer bereiken mailen mail spreken aanspreekpunt whatsapp appen emailen",
    "samen gezamenlijk collectief inkoopactie inkoop groepsaankoop",
    "verhogen huurverhoging omhoog stijgen stijgt duurder hoger",
    "afgelast gaat door uitgesteld vertraging vertraagd uitstel",
    "inschrijven intekenen meedoen deelnemen deelname",
    "schade verzekering aansprakelijk verzekerd vergoed",
    "asbest asbestplaten",
    "vleermuis vleermuizen ecoloog natuurwet mus zwaluw",
    "parkeren parkeer auto laadpaal",
    "boom bomen tuin planten",
    "kwijt verloren vergeten zoek",
    "spouwmuur spouw spouwmuurisolatie gevel",
    "dak zolder dakisolatie zolderdak",
    "vloer kruipruimte bodem vloerisolatie",
    "waterstof h2 biogas",
    "pellet pelletkachel houtkachel hout haard openhaard",
    "zonneboiler zonnecollector collector",
    "nadeel nadelen minpunt minpunten keerzijde negatief bezwaren tegenvallen",
    "voordeel voordelen pluspunt pluspunten positief beter",
    "later alsnog achteraf bedenken bedenk bedenktijd spijt overstappen terugkomen toekomst",
    "gekregen ontvangen gehad ontvang kreeg bus brievenbus post",
    "controleren erachter nagaan checken check kijken zien gevuld aanwezig",
    "leverancier leveranciers kiezen kies keuze vrije",
    "winkelier winkel ondernemer zaak horeca kantoor zzp",
    "student studenten kamers kamer studentenhuis",
    "telefoon smartphone mobiel app internet computer digitaal papier papieren formulier",
    "zieke ziek ziekte beperking handicap mantelzorger mantelzorg zorg",
    "dak dakpannen dakbedekking pannendak",
    "vroeger eerder voorheen vorige",
    "afspraak afspreken inplannen langskomen",
    "kleur uiterlijk lelijk mooi zicht uitzicht zichtbaar",
    "storing monteur spoed noodgeval weekend",
    "eigendom bezit eigenaar van",
    "rolstoel toegankelijk lift scootmobiel slecht lopen drempel",
)
"""Words that people use for much the same thing, as they stand in a text; the first one names the line."""
