"""A wijk halfway: something on every page, for what looks at all of them."""

import json
import secrets
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert

from bot.rules.agendapunten import Punt
from bot.rules.drempels.afspiegeling import Afspiegeling, Kenmerk
from bot.rules.drempels.gehoord import Gehoord
from bot.rules.drempels.informatie import Informatie
from bot.rules.drempels.kaders import Kaders
from bot.rules.spelregels import Spelregels
from bot.rules.zetel import ORGANEN, plekken
from bot.services import standpublicatie, trajectstand
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import AMSTERDAM
from bot.storage import (
    agendapunten,
    bewijslog,
    concepten,
    ideeen,
    mijlpalen,
    natuurlijkmomenten,
    partners,
    peilingen,
    rapportbestanden,
    spelregels,
    tables,
    uitslagen,
    vraagbaak,
    wiedoetwat,
    zetels,
)
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_inhoud,
    een_peiling,
    een_publiek_id,
    een_uitzending,
    handeling,
)
from tests.web.site import Site, over
from tests.web.test_cijfers import kaarten_en_cijfers
from tests.web.test_trajectstukken import vul_traject

LANG = "Warmtepompinstallatiebedrijfsvergunningsaanvraagformulier"
BESLUIT = {
    "orgaan": "college",
    "besluitnummer": "2027-0042",
    "besluit_op": NU.date(),
    "besluitlink": "https://gemeente.voorbeeld.nl/besluit/42",
    "volgt": True,
}
_KADERS = Kaders(("De wijk is in 2035 van het gas af", "De woonlasten gaan voor niemand omhoog"))


def regels(versie: int) -> Spelregels:
    """Return the first version, or a later one with one condition more."""
    eerste = (Gehoord(Fraction(1, 2), ">"), Informatie(Fraction(1, 3), ">="), _KADERS)
    later = (*eerste, Afspiegeling((Kenmerk("eigendom"),), Fraction(1, 10)))
    return Spelregels(
        versie=versie, aantal=60, bron="CBS 2027", orgaan="college", drempels=eerste if versie == 1 else later
    )


async def vul_alles(site: Site) -> None:
    """Put something on every page."""
    await site.zet(vul_wijk)
    uit = await site.database.read(standpublicatie.stel_op, site.wijk, NU, AMSTERDAM)
    await site.zet(standpublicatie.breng_uit, uit)


def vul_wijk(tx: Connection, wijk: int) -> None:
    """Put something on every page but the published counts."""
    for deel in (_spelregels, _bijeenkomsten, _peilingen, _berichten, _mijlpalen, _wie_doet_wat, _ijkpunten, _traject):
        deel(tx, wijk)
    _plannen(tx, wijk)
    _rapporten(tx, wijk)
    kaarten_en_cijfers(tx, wijk)


def _rapporten(tx: Connection, wijk: int) -> None:
    door = een_account(tx, "rapport")
    for nummer, pdf in enumerate((b"%PDF-1.7\n%%EOF\n", b"%PDF-1.7\nuitkomst\n%%EOF\n")):
        op, id_ = over(days=nummer), een_publiek_id()
        sha = sha256(pdf).hexdigest()
        rapportbestanden.voeg_toe(tx, wijk, pdf, op=op, eind=nummer == 1, publiek_id=id_, sha256=sha)
        een = rapportbestanden.zoek(tx, wijk, id_)
        assert een is not None
        rapportbestanden.zet_openbaar(tx, een.id, op, door)


def _spelregels(tx: Connection, wijk: int) -> None:
    for versie in (1, 2):
        reden = "Ook de mix van kopers en huurders telt nu mee." if versie == 2 else None
        spelregels.begin_concept(tx, wijk, versie, replace(regels(versie), versie=0).canoniek(), reden)
        concept = spelregels.concept(tx, wijk)
        assert concept is not None
        spelregels.stel_vast(tx, wijk, concept, regels(versie).canoniek(), NU + timedelta(days=versie), **BESLUIT)


def _bijeenkomsten(tx: Connection, wijk: int) -> None:
    velden = {"plaats": "Buurthuis De Nestkast, Merelstraat 9"}
    cafe = een_bijeenkomst(
        tx, wijk, titel="Energiecafé in De Nestkast", begin=over(days=2), eind=over(days=2, hours=2), **velden
    )
    een_bijeenkomst(
        tx, wijk, titel="Warmtewandeling", soort="warmtewandeling", begin=over(days=9), ruimte_voor_vragen=False
    )
    agendapunten.zet(tx, wijk, cafe.id, [Punt("19:30", "Inloop", 30), Punt(None, f"Vragen {LANG}", None)], 1)
    maker = een_account(tx, "vraagbaak")
    vast = {"hoe": "zaal", "op": NU, "gemaakt_door": maker, "bijeenkomst": cafe.id}
    for vraag, op in (("Wat kost het <mij>?", NU), ("Nog niet geplaatst", None)):
        velden_vraag = {
            "publiek_id": een_publiek_id(),
            "vraag": vraag,
            "antwoord": f"Dat scheelt. {LANG}",
            "aantal": 13,
        }
        vraagbaak.voeg_toe(tx, wijk, **velden_vraag, **vast, gepubliceerd_op=op)
    for staat, meer in (("nieuw", {"steun": 15, "plek": LANG[:100]}), ("gelukt", {"reden": LANG}), ("wacht", {})):
        velden_idee = {"publiek_id": een_publiek_id(), "tekst": f"Een bankje. {LANG}", "taal": "nl", "op": NU}
        ideeen.voeg_toe(tx, wijk, **velden_idee, staat=staat, **meer)
    for orgaan in ORGANEN:
        zetels.voeg_toe(tx, wijk, orgaan, ((van, nr, een_publiek_id()) for van, nr in plekken(orgaan, 2)))
    eerste, tweede, *_ = zetels.lijst(tx, wijk)
    zetels.bezet(tx, eerste.id, maker, "Anna <i>van het plein</i>", NU)
    zetels.maak_vacature(
        tx,
        wijk,
        publiek_id=een_publiek_id(),
        zetel=tweede.id,
        tekst=f"Kom praten. {LANG}",
        taal="nl",
        profiel=["praten"],
        wijze="loting",
        gemaakt_door=maker,
        op=NU,
    )
    weg = {"afgelast_op": NU, "afgelast_reden": "De zaal is gesloten.", "versie": 2}
    een_bijeenkomst(tx, wijk, titel=LANG, soort="workshop", begin=over(days=12), **velden, **weg)


def _peilingen(tx: Connection, wijk: int) -> None:
    dicht = een_peiling(tx, wijk, ("Ja", "Nee", LANG), vraag="Past een warmtenet bij onze wijk?")
    for nummer in range(37):
        keuze = 0 if nummer < 22 else 1 if nummer < 31 else 2
        rij = {"peiling": dicht, "inhoud": json.dumps([keuze]), "sleutel": secrets.token_bytes(16)}
        tx.execute(insert(tables.stembiljet).values(wijk=wijk, **rij))
    peilingen.sluit(tx, dicht, NU)
    een_peiling(tx, wijk, vraag="Kiezen we voor het plan van de Buurtgroep?", sluit_op=over(days=14))
    for _ in range(24):
        leg_vast(tx, handeling(wijk), een_bewoner(tx, wijk), Feit("stem_besluit", een_publiek_id(), "knop"))


def _berichten(tx: Connection, wijk: int) -> None:
    html = 'Beste buren,\n\nDe <b>Buurtgroep</b> bestaat een jaar. Kom het vieren!\nLees <a href="https://example.org">meer</a>.'
    inhoud = {"talen": {"nl": een_inhoud(html=html)}, "eigen_taal": "nl", "van": {"rol": "organisator", "bereik": ""}}
    een_uitzending(tx, wijk, een_account(tx, "organisator"), inhoud=inhoud, staat="klaar")


def _mijlpalen(tx: Connection, wijk: int) -> None:
    maker = een_account(tx, "griffie")
    for bij, titel, dagen in (
        ("college", "Het college bevestigt de spelregels", -20),
        ("commissie", "De commissie bespreekt het plan", 30),
        ("gemeenteraad", "De gemeenteraad beslist over het plan", 60),
    ):
        velden = {
            "bij": bij,
            "titel": titel,
            "moment": over(days=dagen),
            "link": "https://gemeente.voorbeeld.nl/agenda",
        }
        uitleg = "U kunt hier inspreken. Meld u dan aan bij de griffie."
        if bij == "commissie":
            velden |= {"plaats": "Gemeentehuis, raadzaal", "inspreken_hoe": "Bel de griffie: 0318 12 34 56"}
            velden |= {"inspreken_tot": over(days=28), "inspreken_op": over(days=30)}
        nummer = mijlpalen.voeg_toe(tx, wijk, publiek_id=een_publiek_id(), gemaakt_door=maker, uitleg=uitleg, **velden)
        if dagen < 0:
            zegt = {"mij": "U weet nu hoe er geteld wordt.", "buurt": f"Het begint. {LANG}", "vieren": True}
            zegt |= {"link": "https://gemeente.voorbeeld.nl/besluit", "gemaakt_door": maker}
            for dag in (1, 2):
                vast = {"mijlpaal": nummer, "uitkomst": "aangenomen", "op": over(days=dagen + dag)}
                uitslagen.voeg_toe(tx, wijk, **vast, **zegt)


def _plannen(tx: Connection, wijk: int) -> None:
    maker = een_account(tx, "organisator 3")
    for versie, tot in ((1, over(days=-3)), (2, over(days=20))):
        velden = {"soort": "buurtplan", "titel": "Buurtplan Vogelbuurt", "versie": versie, "tot": tot}
        plan = concepten.voeg_toe(tx, wijk, publiek_id=een_publiek_id(), gepubliceerd_op=over(days=-9), **velden)
        for kop, tekst in (("Warmte", f"We kiezen een warmtenet.\n\nMet {LANG}."), ("Straten", "De Merelweg eerst.")):
            concepten.voeg_deel_toe(tx, wijk, plan, publiek_id=een_publiek_id(), titel=kop, tekst=tekst)
        if versie == 1:
            deel = {"conceptdeel": concepten.delen(tx, plan)[0].id, "publiek_id": een_publiek_id(), "op": NU}
            zegt = {"oordeel": "deels", "reden": "Niet elk huis kan nu al.", "weergave": "Eerst isoleren.", "aantal": 9}
            tx.execute(insert(tables.conceptantwoord).values(wijk=wijk, **deel, **zegt, gemaakt_door=maker))
    werk: dict[str, Any] = {
        "soort": "riolering",
        "titel": "Nieuwe riolering",
        "uitleg": "De straat gaat open.",
        "straten": ["Merelweg"],
    }
    werk |= {"van": over(days=40).date(), "tot": over(days=90).date(), "door": "de gemeente", "op": NU}
    natuurlijkmomenten.maak_kans(tx, wijk, publiek_id=een_publiek_id(), **werk, gemaakt_door=maker)


def _wie_doet_wat(tx: Connection, wijk: int) -> None:
    vast = {"op": NU, "gemaakt_door": een_account(tx, "organisator 2")}
    delen: dict[str, dict[str, Any]] = {
        "kaders": {
            "tekst": "Het gaat over warmte.\n\nNiet over de huur.",
            "link": "https://gemeente.voorbeeld.nl/kaders",
        },
        "bewoners": {
            "naam": "Noor de Wit",
            "telefoon": "0318 12 34 56",
            "email": "noor@voorbeeld.nl",
            "openbaar": True,
        },
        "gemeente": {"naam": "Piet Geheim", "telefoon": "0318 65 43 21"},
        "rol_bewoners": {"trede": "adviseren", "tekst": "Zij kiezen welke warmte past."},
        "rol_gemeenteraad": {"tekst": "Stelt het plan vast."},
    }
    for onderdeel, velden in delen.items():
        wiedoetwat.voeg_toe(tx, wijk, onderdeel, **{"openbaar": False, **velden, **vast})
    van = {"soort": "woningcorporatie", "naam": "Woonstichting De Vogel", "wat": f"Verhuurt 200 woningen. {LANG}"}
    van |= {"contact": "Jan Geheim, 06 12 34 56 78", "link": "https://vogel.voorbeeld.nl"}
    id_ = een_publiek_id()
    partners.voeg_toe(tx, wijk, publiek_id=id_, **van, **vast)
    partner = partners.zoek(tx, wijk, id_)
    assert partner is not None
    for tekst in ("Wij gaan isoleren.\n\nIn mei beginnen we.", "Kom kijken & <b>vraag</b>."):
        partners.plaats_nieuws(tx, wijk, publiek_id=een_publiek_id(), partner=partner.id, tekst=tekst, **vast)


def _traject(tx: Connection, wijk: int) -> None:
    vul_traject(tx, wijk)
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    trajectstand.verder(tx, handeling(wijk, now=NU), stand.gang[stand.nu[0].naam], "verder")


def _ijkpunten(tx: Connection, wijk: int) -> None:
    bewijslog.zet_sleutel(tx, wijk, bytes(range(32)))
    boom = bewijslog.stand(tx, wijk)
    for dag in (2, 1):
        bewijslog.voeg_ijkpunt_toe(tx, wijk, boom, (NU - timedelta(days=dag)).date())
    notities = [
        (een.id, f"Vogelbuurt\n{een.ijkpunt.grootte}\n{'A' * 44}\n\n— gehoord {'B' * 90}\n")
        for een in bewijslog.ongetekend(tx, wijk)
    ]
    bewijslog.teken(tx, notities)
