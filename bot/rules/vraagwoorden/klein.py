"""Words that say nothing, words that only say how something is asked, and numbers that are written both ways."""

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
