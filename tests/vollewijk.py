"""A wijk with something of everything, and with someone of every role: for who taps every button there is."""

from datetime import timedelta

from sqlalchemy import Connection, select, text

from bot.config import Settings, Telegram
from bot.config import Wijk as WijkInstelling
from bot.services import wekker
from bot.services.handeling import AMSTERDAM
from bot.storage import tables, werkgroepen
from tests import builders
from tests.loket import Loket
from tests.web.vulling import vul_wijk

ANNA, HUISGENOOT, BUUR, STRAATCONTACT, TREKKER, KERNGROEP = 1, 2, 3, 4, 5, 6
AANSPREEKPUNT, BEGELEIDER, ORGANISATOR, BEHEERDER, CONTROLEUR, VERTEGENWOORDIGER, BUITEN = 7, 8, 9, 10, 11, 12, 13
BEGELEIDER_2, ORGANISATOR_2, TREKKER_2, STRAATCONTACT_2 = 14, 15, 16, 17
ROLLEN = {
    STRAATCONTACT: ("straatcontact", "Merelweg"),
    STRAATCONTACT_2: ("straatcontact", "Uilenpad"),
    TREKKER: ("trekker", "techniek"),
    TREKKER_2: ("trekker", "communicatie"),
    KERNGROEP: ("kerngroep", ""),
    AANSPREEKPUNT: ("aanspreekpunt", ""),
    BEGELEIDER: ("buurtbegeleider", ""),
    BEGELEIDER_2: ("buurtbegeleider", ""),
    ORGANISATOR: ("organisator", ""),
    ORGANISATOR_2: ("organisator", ""),
    BEHEERDER: ("beheerder", ""),
    CONTROLEUR: ("controleur", ""),
    VERTEGENWOORDIGER: ("vertegenwoordiger", "bedrijven"),
}
BEWONERS = (ANNA, HUISGENOOT, BUUR, STRAATCONTACT, STRAATCONTACT_2, TREKKER, TREKKER_2, KERNGROEP)
NAMEN = {nummer: rol for nummer, (rol, _) in ROLLEN.items()} | {
    ANNA: "bewoner",
    HUISGENOOT: "huisgenoot",
    BUUR: "buur",
    BUITEN: "buitenstaander",
    STRAATCONTACT_2: "straatcontact 2",
    TREKKER_2: "trekker 2",
    BEGELEIDER_2: "buurtbegeleider 2",
    ORGANISATOR_2: "organisator 2",
}
INSTELLINGEN = Settings(wijk=WijkInstelling("Vogelbuurt"), telegram=Telegram("42:TEST", "https://t.me/GehoordBot"))


def vul(tx: Connection) -> int:
    """Fill a wijk and another one beside it, and return the first."""
    wijk = builders.een_wijk(tx, INSTELLINGEN.wijk.naam)
    for een in (builders.een_wijk(tx, "Elders"), wijk):
        tx.execute(text("UPDATE account SET extern_id = extern_id || ' elders'"))
        vul_wijk(tx, een)
        namen = INSTELLINGEN.wijk.werkgroepen
        werkgroepen.vul_aan(tx, een, [(naam, builders.een_publiek_id()) for naam in namen])
    thuis = builders.een_huishouden(tx, wijk, volwassenen=2).id
    for wie in BEWONERS:
        samen = thuis if wie in (ANNA, HUISGENOOT) else None
        straat = "Uilenpad" if wie in (BUUR, STRAATCONTACT_2) else "Merelweg"
        huis = samen or builders.een_huishouden(tx, wijk, volwassenen=1, straat=straat).id
        builders.een_account(tx, str(wie), bewoner=builders.een_bewoner(tx, wijk, huis))
    for wie, (rol, bereik) in ROLLEN.items():
        if wie not in BEWONERS:
            builders.een_account(tx, str(wie))
        groep = select(tables.werkgroep.c.publiek_id).where(
            tables.werkgroep.c.wijk == wijk, tables.werkgroep.c.naam == bereik
        )
        builders.een_rol(tx, wijk, rol, str(wie), bereik=tx.scalar(groep) or bereik)
    builders.een_bijeenkomst(tx, wijk, titel="Vorige avond", begin=builders.NU - timedelta(days=3))
    builders.een_bijeenkomst(tx, wijk, titel="Nu bezig", begin=builders.NU - timedelta(minutes=20))
    return wijk


STAPPEN: tuple[tuple[int, tuple[str, ...]], ...] = (
    (ANNA, ("/komlangs", "hvl")),
    (ANNA, ("/vraag Wanneer komt het warmtenet in onze straat, en wat doen wij tot dan?", "vrs:plan")),
    (BUUR, ("/vraag Mag een huurder ook meestemmen over het plan van de wijk?", "vrs:anders")),
    (ANNA, ("/ideeen", "ideemaak", '"Een geveltuin voor elk huis in de straat."', "fklaar")),
    (ANNA, ("/peilingen", "p:", "st:")),
    (ANNA, ("/zetels", "vc:", "vcja:", '"De school"')),
    (ORGANISATOR, ("/zetels", "vc:", "vcb:", "vcb:")),
    (
        ORGANISATOR,
        ("/zetels", "ztb", "zt:@2", "vcn:", '"Eens per maand meepraten."', "fk:profiel:", "fk:wijze:", "fklaar"),
    ),
    (BUUR, ("/zetels", "vc:", "vcja:", '"De sport"')),
    (HUISGENOOT, ("/zetels", "vc:", "vcja:", '"De kerk"')),
    (ANNA, ("/werkgroepen", "wgt:", "wg:")),
    (TREKKER, ("/werkgroepen", "wgt:", "wgtekst:", '"Wij kijken naar warmtepompen."', "fklaar")),
    (TREKKER, ("/werkgroepen", "wgt:", "wgnaam:", '"Joke"')),
    (ANNA, ("/stand", "concepten", "cc:", "cd:", "cr:", '"Waarom begint de Merelweg?"')),
    (BUUR, ("/gegevens", "momenten", "mo:verbouwen", "mon")),
    (HUISGENOOT, ("/meldingen", "nietmee", "nmja")),
    (BUUR, ("/mijlpalen", "ml:", "mlh:")),
    (ANNA, ("/mijngegevens", "az", "azw:adres", '"Wij wonen op 12a, en niet op 12."')),
    (ORGANISATOR, ("/rol", "rolnieuw", "fk:rol:kerngroep")),
    (BEGELEIDER, ("/deurgesprek", "dgt", "dgh", "dgp", "dgv", "dgk")),
    (BEGELEIDER, ("/deurlijst", "dlt", "dlh", "dla", "dl:", "dlk")),
    (STRAATCONTACT, ("/hulpvragen", "hvx", "hvn")),
    (BEGELEIDER, ("/herinner", "hrnieuw", "fk:groep", '"Neem iets lekkers mee"', '"5 februari 20:00"', "fklaar")),
)


def bezorg(loket: Loket) -> None:
    """Write to everyone what will go to many, as if its moment had come."""
    w = tables.wekker.c
    komt = select(w.id, w.moment).where(w.wijk == loket.wijk, w.soort.in_(wekker.LADINGEN), w.gedaan_op.is_(None))
    for nummer, moment in loket.tx.execute(komt.order_by(w.moment)).all():
        wekker.doe(loket.tx, loket.wijk, nummer, moment, AMSTERDAM, loket.omgeving.settings.verzending)


async def leef(loket: Loket) -> None:
    """Let people do what leaves something of theirs behind, and send what will be sent."""
    await _doe_stappen(loket)
    bezorg(loket)


async def _doe_stappen(loket: Loket) -> None:
    for wie, stappen in STAPPEN:
        antwoord = await loket.typ(wie, stappen[0])
        for stap in stappen[1:]:
            if stap.startswith('"'):
                antwoord = await loket.typ(wie, stap.strip('"'))
                continue
            begin, _, hoeveelste = stap.partition("@")
            passend = [knop for knop in antwoord.knoppen if knop.startswith(begin)][int(hoeveelste or 0) :]
            data = begin if begin in passend else next(iter(passend), None)
            assert data is not None, f"{stappen}: no {stap} in {antwoord.soorten} {antwoord.knoppen}"
            antwoord = await loket.tik(wie, data)
