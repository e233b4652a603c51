"""Words that say nothing, words that only say how something is asked, numbers, and what stands in compounds."""

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

GEVRAAGD = """
mag mogen
moet moeten hoef hoeft
wie
waar
wanneer
waarom
hoe
hoeveel
welk welke
wat
"""
"""How something is asked, a line each: it says little, and more than nothing."""

GETALLEN = {
    "2": "twee",
    "10": "tien",
    "30": "dertig",
    "40": "veertig",
    "50": "vijftig",
    "70": "zeventig",
    "80": "tachtig",
    "100": "honderd",
}
"""Numbers that are written both ways."""
