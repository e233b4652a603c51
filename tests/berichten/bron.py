"""What the code asks of the catalogs, read from its syntax tree: no list of keys is kept by hand."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar, cast, get_args, get_type_hints

from berichten import bijdrage, herinnering, verzending, voortgang, woning
from berichten.adresverzoek import WAT as LIJST
from berichten.drempels import telling
from berichten.opdrachten import GROEPEN, OPDRACHTEN
from berichten.papierstem import GEZEGD
from berichten.uitleg import NAMEN as UITLEG
from berichten.werkgroepen import WERK
from berichten.werkgroepnaam import GEWONE as GEWONE_WERKGROEPEN
from bot.rules import eformulier
from bot.rules.aanbod import WATTEN
from bot.rules.bijeenkomstsoorten import SOORTEN
from bot.rules.drempels import DREMPELS, TELBAAR
from bot.rules.drempels.afspiegeling import KENMERKEN, VERZAMELINGEN
from bot.rules.drempels.gedeeld_beeld import Staat
from bot.rules.drempels.kaders import OORDELEN
from bot.rules.drempels.verklaring import Reden
from bot.rules.geleding import GELEDING, GELEDINGEN, IEDER, VERTEGENWOORDIGER
from bot.rules.indicatoren import SOORTEN as PERIODEN
from bot.rules.kennismaking import KEUZES
from bot.rules.natuurlijkmoment import WANNEER
from bot.rules.natuurlijkmoment import WATTEN as WATTEN_MOMENT
from bot.rules.papierlijst import Fout
from bot.rules.peilingen import METHODEN
from bot.rules.ronde import DELEN as DELEN_RONDE
from bot.rules.ronde import WIJZEN
from bot.rules.selectie import EISEN
from bot.rules.spelregels import EENHEDEN, ORGANEN
from bot.rules.talenten import TALENTEN
from bot.rules.tekencode import Reden as Tekenreden
from bot.rules.trajecten import BESLIST, NIVEAUS, PUBLIEK, TRAJECTEN, TREDEN, WOORDEN, Fase
from bot.rules.warmtekaarten import ANTWOORDEN as ANTWOORDEN_KAART
from bot.rules.warmtekaarten import GAS, LAGEN
from bot.rules.weekmaat import ONDERWERPEN
from bot.rules.zetel import LICHAMEN, PROFIEL
from bot.rules.zetel import ORGANEN as ZETELORGANEN
from bot.rules.zetel import WIJZEN as KEUZEWIJZEN
from bot.services import (
    aanbodpapier,
    advies,
    adviesantwoord,
    conceptantwoord,
    conceptvorm,
    doelgroep,
    evaluatie,
    fasebalans,
    gepland,
    ideebeheer,
    koppelkans,
    oefenen,
    toelaten,
)
from bot.services.adres import KEUZES as KEUZES_ADRES
from bot.services.agenda import FILTERS
from bot.services.bijeenkomst import ANTWOORDEN
from bot.services.brengen import SOORTEN as BRENGSOORTEN
from bot.services.correctie import WAT
from bot.services.deurgesprek import UITKOMSTEN
from bot.services.handeling import CONTROLEUR, ROLLEN
from bot.services.mijlpaal import BIJ
from bot.services.mijlpaaluitslag import UITKOMSTEN as UITKOMSTEN_MIJLPAAL
from bot.services.mijlpaalwijziging import VELDEN
from bot.services.mijnbijdrage import WAAROM
from bot.services.onboarding import BEKEND
from bot.services.partner import SOORTEN as SOORTEN_PARTNER
from bot.services.publiek import ARCHIEF, DELEN
from bot.services.ronde import LIEVER_NIET
from bot.services.selectie import DREMPEL_VAN, REDENEN
from bot.services.steekproef import UITKOMSTEN as UITKOMSTEN_STEEKPROEF
from bot.services.tevredenheid import GEHOORD
from bot.services.volger import WIE as VOLGERS
from bot.services.voorstel import UITVOERDERS
from bot.services.wiedoetwat import CONTACTEN, ONDERDELEN
from bot.storage.uitslagen import NIVEAUS as NIVEAUS_UITSLAG
from handlers.formulier import FORMULIEREN

_EINDE = ("bevestigd", "afgewezen", "ingetrokken", "verlopen")
K = TypeVar("K", bound=ast.AST)

WORTEL = Path(__file__).parents[2]
_VELDEN = [(v.teksten or f.soort, v) for f in FORMULIEREN.values() for v in (*f.velden, *f.extra, *doelgroep.VELDEN)]
_EXTRA = [(v.teksten or f.soort, v) for f in FORMULIEREN.values() for v in f.extra]
_FORMULIERVRAGEN = [f"{groep}.{v.naam}.vraag" for groep, v in _VELDEN if v.toont == "formulier.vraag"]
_FORMULIERKEUZES = [f"{groep}.{veld.naam}.{k}" for groep, veld in _VELDEN for k in veld.keuzes]


@dataclass(frozen=True)
class Vraag:
    """One place that asks for a text: its key, with `{}` where a value comes, and how it is shown.

    Args:
        wijze: `tekst` (markup), `plat` (none), `melding` (a notice over the chat) or `weigering`.
    """

    sleutel: str
    wijze: str
    waar: str


@cache
def _waarden() -> dict[str, list[str]]:
    """Say for each key that is put together which values its place can take; the values come from the program."""
    verdicts = ["gehaald", "niet_gehaald", "onbeslist"]
    onduidelijk = sorted(argumenten("MomentOnduidelijk"))
    return {
        "aandragen.gedaan_{}": ["erbij", "niet", "samen", "al"],
        "aandragen.reden_{}": list(toelaten.REDENEN),
        "aandragen.wordt_{}": ["erbij", "samengevoegd", "niet"],
        "evaluatie.anoniem.{}": list(evaluatie.VRAGEN),
        "evaluatie.kort.{}": [vraag for vragen in evaluatie.VRAGEN.values() for vraag in vragen],
        "evaluatie.vraag.{}": [vraag for vragen in evaluatie.VRAGEN.values() for vraag in vragen],
        "fase.eind.{}": list(fasebalans.UITKOMSTEN),
        "fase.nieuws.{}": list(fasebalans.UITKOMSTEN),
        "fasebalans.gaat.{}": list(fasebalans.UITKOMSTEN),
        "aanmeldhulp.kolom.{}": ["adres", "personen", "gasten", "vertellen"],
        "adres.kies_{}": list(KEUZES_ADRES),
        "adres.knop_{}": [
            "gesprek",
            "aanmelden",
            "vraag",
            "hulp",
            "toegang",
            "wissen",
            *(wat for wat in KEUZES_ADRES if wat != "deel"),
        ],
        "webkanaal.drempel_{}": ["niets", "begonnen", "bevestigd", "codes"],
        "webkanaal.drempel_{}_uitleg": ["niets", "begonnen", "bevestigd"],
        "rolgebruik.daad.{}": ["gelezen", "gewijzigd", "geweigerd"],
        "advies.antwoord.{}": list(adviesantwoord.OORDELEN),
        "advies.groep.{}": list(advies.VAN),
        "advies.oordeel.{}": ["open", "ingetrokken", *adviesantwoord.OORDELEN],
        "advies.voor.{}": list(advies.AAN),
        "bijeenkomst.antwoord_{}": list(ANTWOORDEN),
        "bijeenkomst.deel.{}": list(FILTERS),
        "bijeenkomst.knop.{}": sorted({v.naam for groep, v in _EXTRA if groep in ("bijeenkomst", "doelgroep")}),
        "herinnering.knop.{}": sorted({v.naam for groep, v in _EXTRA if groep == "herinnering"}),
        "herhaling.rang.{}": sorted(herinnering._RANGEN.values()),
        "bijeenkomst.voor_{}": ["werkgroep", "straat"],
        "bijeenkomst.herinnering_{}": ["week", "dag", "straks"],
        "bijeenkomst.gemeld_{}": [*ANTWOORDEN, "wacht"],
        "bijeenkomst.soort.{}": list(SOORTEN),
        "tevredenheid.gehoord.{}": list(GEHOORD),
        "mail.{}_onderwerp": ["bevestig", "bundel", "gewijzigd", "terug"],
        "terugkeer.gegeven_{}": ["deur", "mail"],
        "terugkeer.hoe.{}": ["gekomen", "niet_gekomen", "geweigerd"],
        "verslag.knop_{}": ["lees", "maak"],
        "oefenen.knop_les.{}": sorted({les for lessen in oefenen.LESSEN.values() for les in lessen}),
        "oefenen.les.{}": sorted({les for lessen in oefenen.LESSEN.values() for les in lessen}),
        "bijeenkomstvraag.antwoord_{}": ["zaal", "later"],
        "vraag.soort.{}": ["foto", "video", "spraak", "document"],
        "bijeenkomst.uitleg.{}": list(SOORTEN),
        "bijeenkomst.meenemen.{}": [soort.naam for soort in SOORTEN.values() if soort.meenemen],
        "agendaposter.druk.{}": ["kop", "vragen", "meer", "qr"],
        "tekenlijst.fout.{}": list(get_args(Tekenreden)),
        "tekenlijst.kies_{}": ["zonder", "alle"],
        "bijeenkomstbrief.druk.{}": ["kop", "welkom", "scan", "qr", "zonder", "afknippen", "kruis", "bewaard", "los"],
        "tekenlijst.druk.{}": ["kop", "kruis", "kop_zoek", "zoek", "geheim", "blad"],
        "papierlijst.fout.{}": list(get_args(get_type_hints(Fout)["reden"])),
        "bundel.knop_{}": ["bijeenkomst", "partner", "peiling", "uitslag", "uitzending"],
        "bundel.{}": ["bijeenkomst", "partner", "peiling", "uitslag", "uitzending"],
        "deurgesprek.uitkomst.{}": ["gesproken", *UITKOMSTEN, LIEVER_NIET],
        "ronde.knop_{}": [*WIJZEN, *DELEN_RONDE],
        "gegevens.wat.{}": ["aanwezig", "aanwezig_vragen", "gesprek", "reactie", "niet_mee"],
        "bijdrage.hoe.{}": list(bijdrage.METHODEN),
        "bijdrage.kort.{}": [*bijdrage.SOORTEN, "anders"],
        "bijdrage.waarom.{}": list(WAAROM),
        "bijdrage.wat.{}": [*bijdrage.SOORTEN, "anders"],
        "bijdrage.wat_zonder.{}": [*bijdrage.SOORTEN, "anders"],
        "idee.knop_{}": ["pak_op", "afloop", "weiger", "weg", "door", "zonder", "niet", "samen"],
        "idee.knop_{}_erbij": ["plek", "foto"],
        "idee.met_{}": ["kaart", "foto"],
        "idee.reden_{}": list(ideebeheer.REDENEN),
        "idee.staat.{}": ["wacht", "nieuw", "gesteund", "opgepakt", "gelukt", "kan_niet"],
        "idee.stap_{}": ["nieuw", "gesteund", "opgepakt", "gelukt", "kan_niet", "geweigerd", "samen"],
        "koppelkans.soort.{}": list(koppelkans.SOORTEN),
        "natuurlijkmoment.gepland_{}": list(WATTEN_MOMENT),
        "natuurlijkmoment.knop_{}": list(WATTEN_MOMENT),
        "natuurlijkmoment.nodigt_{}": list(WATTEN_MOMENT),
        "natuurlijkmoment.wanneer_{}": list(WATTEN_MOMENT),
        "natuurlijkmoment.weg_{}": list(WATTEN_MOMENT),
        "natuurlijkmoment.{}": list(WANNEER),
        "bezoekkaart.druk.{}": [
            "kop",
            "waarom",
            "bewaard_kop",
            "bewaard",
            "rechten_kop",
            "rechten",
            "meer",
            "qr",
            "door",
        ],
        "brief.{}": ["motto", "aan", "omslaan", "aanhef"],
        "brengen.kort.{}": list(BRENGSOORTEN),
        "brengen.nieuw_{}": list(BRENGSOORTEN),
        "concept.deel_{}": ["nieuw", "anders"],
        "concept.soort.{}": list(conceptvorm.SOORTEN),
        "concept.staat.{}": ["kladversie", "open", "dicht", "opgevolgd"],
        "conceptantwoord.zegt.{}": list(conceptantwoord.OORDELEN),
        "rapport.nota.{}": list(conceptantwoord.OORDELEN),
        "spelregels.ook_{}": ["reactie", "niet_mee", "vraag"],
        **{f"adresverzoek.{deel}_{{}}": list(LIJST) for deel in ("knop", "typ", "over")},
        **{f"adresverzoek.{deel}_{{}}": ["ja", "nee"] for deel in ("antwoord", "klaar")},
        "correctie.klaar_{}": ["rechtgezet", "beantwoord"],
        "correctie.knop_{}": list(WAT),
        "correctie.kop_{}": ["bewoner", "steekproef"],
        "correctie.wat_{}": [*WAT, "steekproef"],
        "gewisteplek.klaar_{}": ["zelfde", "ander"],
        "geweigerd.moment.{}": onduidelijk,
        "geweigerd.{}": [],  # its values are the arguments of Geweigerd, which are questions of their own
        "gegevens.hulp_{}": ["langs", "bel"],
        "hulpvraag.ander_{}": ["langs", "bel"],
        "hulpvraag.doet_{}": ["langs", "bel"],
        "hulpvraag.fout_{}": ["nummer", "deurcode", "contact"],
        "hulpvraag.gevraagd_{}": ["langs", "bel"],
        "hulpvraag.knop_al_{}": ["langs", "bel"],
        "hulpvraag.kop_{}": ["langs", "bel"],
        "hulpvraag.kort_{}": ["langs", "bel"],
        "hulpvraag.over_{}": ["peiling", "bijeenkomst", "uitzending", "kennismaking", "vraag"],
        "hulpvraag.terug_{}": ["langs", "bel"],
        "hulpvraag.regel.{}": ["adres", "nummer", "naam"],
        "menu.groep.{}": list(GROEPEN),
        "menu.in.{}": list(GROEPEN),
        "kennismaking.keuze.{}": [k for keuzes in KEUZES.values() for k in keuzes],
        "kennismaking.label.{}": list(KEUZES),
        "kennismaking.{}.vraag": list(KEUZES),
        "knop.{}": ["cijfers", "vorige", "volgende", *ANTWOORDEN, *(o.naam for o in OPDRACHTEN)],
        "opdracht.{}": [o.naam for o in OPDRACHTEN],
        "rapport.cijfers.{}": ["wanneer", "waarde", "bron"],
        "rapport.warmtekaart.{}": ["wat", "huis", "eenmalig", "maand", "versie"],
        "rapport.aanbod.{}": ["titel", "woningen", "vraagt", "adressen"],
        "rapport.minderheid.{}": ["deel", "stemmen", "stemmers", "adressen", "burgers", "allen"],
        "rapport.kaders.{}": list(OORDELEN),
        "rapport.orgaan.{}": ["college", "gemeenteraad"],
        "rapport.verklaring.{}": ["gehoord", "niet_gehoord"],
        "peiling.knop_{}": ["komt", "vervangen", "open", "gestemd", "gesloten", "ingetrokken"],
        "peiling.voor_{}": ["werkgroep", "straat", "koop", "huur", "geleding"],
        "planning.voor_{}": ["werkgroep", "straat", "koop", "huur"],
        "peiling.naar_{}": ["stemmers", "wijk"],
        "peiling.adres_{}": ["ander", "vorig"],
        "peiling.knop_{}_ja": ["sluit", "weg", "terug"],
        **{f"methode.{{}}.{deel}.{{}}": list(_van_methoden(deel)) for deel in ("zin", "knop", "kolom", "melding")},
        "{}.{}.knop": [f"{groep}.{veld.naam}" for groep, veld in _EXTRA if groep in ("methode", "peiling")],
        "methode.{}.uitleg": list(METHODEN),
        "peiling.methode.{}": list(METHODEN),
        "peiling.zeker_{}": ["sluit", "weg", "terug"],
        "papierstem.gezegd_{}": list(GEZEGD),
        "stemvel.kies_{}_{}": [f"{groep}.{wie}" for groep in ("adressen", "werkgroep") for wie in ("zonder", "alle")],
        "stemvel.knop_alle_{}": ["adressen", "werkgroep"],
        "stemvel.druk.{}": ["aan", "knip", "kop", "code", "voet", "verder", "blad", "letters"],
        "stemvel.druk.strook_{}": ["wat", "elk", "adres", "knip"],
        "geweigerd.uitnodiging.al_{}": ["aangenomen", "ingetrokken"],
        "mijlpaal.bij.{}": list(BIJ),
        "mijlpaal.knop.{}": list(VELDEN),
        "traject.beslist.{}": list(BESLIST),
        "traject.niveau.{}": list(NIVEAUS),
        "traject.publiek.{}": list(PUBLIEK),
        "traject.sjabloon.{}": list(TRAJECTEN),
        "traject.spoor.{}": sorted(_sporen()),
        "traject.trede.{}": list(TREDEN),
        "traject.{}.{}.{}": [f"{fase}.{deel}" for fase, _ in _fasen() for deel in WOORDEN],
        "traject.{}.{}.titel": [fase for fase, _ in _fasen()],
        "traject.{}.{}.document": [van for van, fase in _fasen() if fase.document],
        "traject.{}.{}.taak.{}": [f"{van}.{taak.naam}" for van, fase in _fasen() for taak in fase.taken],
        "mijlpaal.knop_{}": ["plaats", "inspreken_hoe", "link"],
        "partner.soort.{}": list(SOORTEN_PARTNER),
        "partner.knop_{}": ["contact", "link"],
        "zetel.knop_{}": ["open", "eigen"],
        "zetels.orgaan.{}": list(ZETELORGANEN),
        "zetel.bezetting.{}": list(LICHAMEN),
        "zetel.naam.{}": list(ZETELORGANEN),
        "zetel.orgaan.{}": list(ZETELORGANEN),
        "geweigerd.vacature.{}": ["al_zetel", "andere_geleding", "niet_onafhankelijk"],
        "vacature.afloop.{}": ["gekregen", "een_ander", "ingetrokken"],
        "vacature.hoe.{}": list(KEUZEWIJZEN),
        "vacature.gekozen_{}": ["een", "gelijk"],
        "vacature.knop_{}": ["gekozen", "loten"],
        "vacature.knop_{}_ja": ["benoem", "loten", "sluit"],
        "vacature.profiel.{}": list(PROFIEL),
        "vacature.zeker_{}": ["benoem", "loten", "sluit"],
        "wiedoetwat.contact.{}": list(CONTACTEN),
        "wiedoetwat.deel.{}": list(ONDERDELEN),
        **{f"wiedoetwat.{hoe}.{{}}": list(TREDEN) for hoe in ("kort", "trede")},
        "wiedoetwat.{}": ["telefoon", "email"],
        "mijlpaal.uitkomst.{}": list(UITKOMSTEN_MIJLPAAL),
        "mijlpaal_uitslag.uitkomst.{}": list(UITKOMSTEN_MIJLPAAL),
        "mijlpaal.voor.{}": list(NIVEAUS_UITSLAG),
        "planning.wat.{}": list(gepland.SOORTEN),
        "rol.uitleg.{}": [*ROLLEN, CONTROLEUR, VERTEGENWOORDIGER],
        "rol.{}": [*ROLLEN, CONTROLEUR, VERTEGENWOORDIGER, "groepsaanspreekpunt"],
        "geleding.{}": list(GELEDINGEN),
        "peiling.weegt.{}": [GELEDING, IEDER],
        "weging.vacant_{}": ["niemand", "geen_stem"],
        "steekproef.knop_{}": list(UITKOMSTEN_STEEKPROEF),
        "steekproef.vraag_{}": ["gesprek", "aanwezig", "reactie", "niet_mee", "vraag"],
        "verzending.hoe.{}": [*verzending.EINDEN, "herhaald", "weer_onzeker"],
        "verzending.wat.{}": [*verzending.SOORTEN, "overig"],
        "verzending.{}": [*verzending.EINDEN, "gewist", "bezig", "onderweg", "bewaard"],
        "afspiegeling.antwoord.{}": verdicts,
        "afspiegeling.eigendom.{}": ["koop", "huur"],
        "afspiegeling.kenmerk.{}": list(KENMERKEN),
        "afspiegeling.klein.{}": verdicts,
        "stand.achter.{}": list(TELBAAR),
        "stand.klein.{}": verdicts,
        "stand.vooruit.{}": ["op_tijd", "te_laat", "zonder_dag"],
        "stand.{}.klein": list(TELBAAR),
        "stand.beeld.nog.{}": ["niet_gehaald", "onbeslist"],
        "stand.beeld.verdict.{}": verdicts,
        **{f"{groep}.{{}}": list(WATTEN) for groep in ("intekening.mee", "intekening.knop", "intekening.betekent")},
        "aanbod.vraagt.{}": list(WATTEN),
        "aanbod.wat.{}": list(WATTEN),
        "gegevens.aanbod.{}": list(WATTEN),
        "aanbod.knop.{}": ["kosten_erbij", "minimum"],
        "intekening.adres.{}": ["ander", "papier", "eformulier"],
        "intekening.knop_{}": ["eigenaar", "huurder"],
        "eformulier.fout.{}": list(get_args(eformulier.Reden)),
        "geweigerd.aanbodpapier.{}": list(get_args(aanbodpapier.Bezwaar)),
        "geweigerd.intekening.via_{}": ["papier", "eformulier"],
        "geweigerd.intekening.{}": ["huurder_lijst", "huurder_zelf"],
        "kader.oordeel.{}": list(OORDELEN),
        "warmtekaart.aspect.{}": [aspect for aspecten in LAGEN.values() for aspect in aspecten],
        "warmtekaart.gas_{}": list(GAS),
        "indicator.soort.{}": list(PERIODEN),
        "geweigerd.indicator.{}": sorted(argumenten("Onleesbaar")),
        "warmtekaart.knop_{}": list(ANTWOORDEN_KAART),
        "warmtekaart.laag.{}": list(LAGEN),
        "warmtekaart.na_{}": [wat for wat in ANTWOORDEN_KAART if wat != "ja"],
        "onderbouwing.knop.{}": ["link", "stuk"],
        "verklaring.zegt.{}": ["gehoord", "niet_gehoord"],
        "stand.intekening.{}": list(WATTEN),
        "stand.peiling.{}": [*(staat for staat in get_args(Staat) if staat != "geteld"), "gehaald", "niet_gehaald"],
        "stand.verklaring.{}": list(get_args(Reden)),
        "stand.voorwaarde.{}": verdicts,
        "stand.beeld.{}": list(TELBAAR),
        "stand.deel.{}": sorted(telling.IN_WOORDEN),
        "stand.eenheid.{}": list(EENHEDEN),
        "stand.misschien.{}": list(EENHEDEN),
        "stand.nog.{}": list(EENHEDEN),
        "spelregels.drempel.{}": list(DREMPELS),
        "spelregels.kort.{}": list(DREMPELS),
        "spelregels.kenmerk.{}": list(KENMERKEN),
        "spelregels.verzameling.{}": list(VERZAMELINGEN),
        "spelregels.wat.{}": list(WATTEN),
        "spelregels.orgaan.{}": list(ORGANEN),
        "stand.zonder_team.{}": verdicts,
        "stand.{}": [*TELBAAR, *verdicts],
        "geweigerd.voorstel.al_{}": list(_EINDE),
        "geweigerd.uitzending.{}": list(REDENEN),
        "uitleg.{}": list(UITLEG),
        "uitzending.groep.{}": ["wijk", "werkgroep", "straat"],
        "uitzending.reden.{}": [*REDENEN, "te_laat"],
        "uitzending.staat.{}": ["bezig", "klaar", "gestopt", "afgezegd"],
        "uitzending.voor_straat.{}": list(DREMPEL_VAN),
        "uitzending.wie.{}": list(EISEN),
        "voorstel.afloop_{}": ["bevestigd", "afgewezen", "verlopen"],
        "voorstel.klaar_{}": ["bevestigd", "afgewezen", "ingetrokken"],
        "voorstel.naam.{}": sorted(UITVOERDERS),
        "voorstel.wat.{}": sorted(UITVOERDERS),
        "voorkeur.knop_{}": ["meteen", "week"],
        "voorkeur.over.{}": list(ONDERWERPEN),
        "voortgang.getal.{}": ["ongeveer", "minder"],
        "voortgang.kop.{}": ["bezig", "gestopt", "klaar", "later"],
        "voortgang.{}": list(voortgang.REGELS),
        "volger.rol.{}": list(VOLGERS),
        "post.agenda_{}": ["nieuw", "gewijzigd", "afgelast"],
        "web.stand.{}{}": [f"{verdict}.{slot}" for verdict in verdicts for slot in ("", "_slot")],
        "welkom.bekend_{}": list(BEKEND),
        "werkgroep.{}": ["in", "uit"],
        "werkgroep.knop_{}": ["in", "uit", *WERK],
        "werkgroep.naam.{}": list(GEWONE_WERKGROEPEN),
        "werkgroep.talent.{}": list(TALENTEN),
        "woning.{}": sorted(set(woning.SOORTEN.values())),
        "webkanaal.werk_kolom.{}": _kolommen(),
        "web.{}.titel": [ARCHIEF, *(naam for naam, deel in DELEN.items() if deel.pagina)],
        "web.{}.kort": [ARCHIEF, *(naam for naam, deel in DELEN.items() if deel.pagina)],
        "web.fout.{}": ["404", "405", "503"],
        "rapport.mijlpalen.{}": ["dag", "wat", "uitkomst"],
        "rapport.wiedoetwat.{}": ["wie", "trede", "waarover"],
        "rapport.soort.{}": ["tussen", "eind"],
        "web.rapporten.{}": ["tussen", "eind"],
        "web.concepten.{}": ["open", "dicht", "opgevolgd"],
        "web.traject.{}": ["klaar", "nu", "straks"],
        "web.mijlpalen.voor_{}": list(NIVEAUS_UITSLAG),
        "web.wiedoetwat.contact_{}": list(CONTACTEN),
        "web.{}.{}": [f"{naam}.nieuws" for naam, deel in DELEN.items() if deel.nieuws] + ["rapporten.nieuws_eind"],
    }


def _kolommen() -> list[str]:
    """Return the columns of the wide pages: each is named where its page is made, and nowhere with a value."""
    namen: set[str] = set()
    for pad in (WORTEL / "berichten/werkblad").glob("*.py"):
        for gevonden in re.findall(r"(?:kolommen|zonder_volgorde)\(t, ([^)]*)\)", pad.read_text("utf-8")):
            namen |= set(re.findall(r'"(\w+)"', gevonden))
    return sorted(namen)


def _fasen() -> list[tuple[str, Fase]]:
    """Return the stages of all templates, each with `<template>.<stage>`."""
    return [(f"{naam}.{fase.naam}", fase) for naam, traject in TRAJECTEN.items() for fase in traject.fasen]


def _sporen() -> set[str]:
    """Return the tracks of all templates: of stages, and of their checklists."""
    van_fasen = {fase.spoor for _, fase in _fasen() if fase.spoor}
    return van_fasen.union(*(traject.sporen for traject in TRAJECTEN.values()))


def _van_methoden(deel: str) -> Iterator[str]:
    """Yield what the poll methods name: their sentences, labels, columns and notices."""
    for naam, methode in METHODEN.items():
        namen = {
            "zin": methode.ZINNEN,
            "knop": methode.KNOPPEN,
            "kolom": methode.KOLOMMEN,
            "melding": methode.MELDINGEN,
        }
        yield from (f"{naam}.{een}" for een in namen[deel])


@cache
def vragen() -> tuple[Vraag, ...]:
    """Return every place in the program that asks for a text, each key written out."""
    waarden, gevonden = _waarden(), []
    for vraag in _ruw():
        if vraag.sleutel == "{}.{}.vraag":
            ingevuld = _FORMULIERVRAGEN
        elif vraag.sleutel == "{}.{}.{}":
            ingevuld = _FORMULIERKEUZES
        elif "{}" in vraag.sleutel:
            assert vraag.sleutel in waarden, f"{vraag.waar}: say in _waarden() which values {vraag.sleutel!r} takes"
            # the values for two places stand with a point between
            meer = vraag.sleutel.count("{}") - 1
            ingevuld = [vraag.sleutel.format(*w.split(".", meer)) for w in waarden[vraag.sleutel]]
        else:
            ingevuld = [vraag.sleutel]
        gevonden += [Vraag(sleutel, vraag.wijze, vraag.waar) for sleutel in ingevuld]
    return (*gevonden, *_van_de_pagina(), *_van_sjablonen())


def _van_de_pagina() -> list[Vraag]:
    """Return what the phone page of the web chat asks for."""
    paden = [pad for pad in (WORTEL / "bot/webchat/static").iterdir() if pad.suffix in {".js", ".html"}]
    return [
        Vraag(sleutel, "plat", pad.name)
        for pad in paden
        for sleutel in re.findall(r"""["'](webchat\.[a-z_]+)["']""", pad.read_text("utf-8"))
    ]


_IN_SJABLOON = re.compile(r"""\b([wp])\(((?:'[^']*'|[\w.]+)(?:\s*~\s*(?:'[^']*'|[\w.]+))*)""")


def _van_sjablonen() -> Iterator[Vraag]:
    """Yield what the templates of the public page ask for with `w('…')`, or as plain text with `p('…')`."""
    waarden = _waarden()
    for pad in sorted((WORTEL / "bot/web").rglob("sjablonen/*.html")):
        for hoe, geschreven in _IN_SJABLOON.findall(pad.read_text("utf-8")):
            delen = [deel.strip() for deel in geschreven.split("~")]
            sleutel = "".join(deel[1:-1] if deel.startswith("'") else "{}" for deel in delen)
            if sleutel == "{}":  # a macro: it is asked for where the macro is called
                continue
            assert "{}" not in sleutel or sleutel in waarden, f"{pad.name}: say in _waarden() what {sleutel!r} can be"
            ingevuld = [sleutel.format(*w.split(".")) for w in waarden[sleutel]] if "{}" in sleutel else [sleutel]
            yield from (Vraag(een, "tekst" if hoe == "w" else "pagina", pad.name) for een in ingevuld)


def argumenten(naam: str) -> set[str]:
    """Return the literal first arguments of every call of this name in the program."""
    gevonden = set()
    for _, boom in bomen():
        for _, roep in _met_functie(boom):
            match roep:
                case ast.Call(func=functie, args=[ast.Constant(value=waarde), *_]) if _naam(functie) == naam:
                    gevonden.add(str(waarde))
    return gevonden


@cache
def bomen() -> tuple[tuple[str, ast.Module], ...]:
    """Return every file of the program with its syntax tree."""
    paden = [pad for map_ in ("berichten", "bot", "handlers") for pad in sorted((WORTEL / map_).rglob("*.py"))]
    return tuple((str(pad.relative_to(WORTEL)), ast.parse(pad.read_text("utf-8"))) for pad in paden)


def _ruw() -> Iterator[Vraag]:
    for waar, boom in bomen():
        if waar == "berichten/catalogus.py":  # the reader itself
            continue
        for functie, knoop in _met_functie(boom):
            for waarde, wijze in _gevraagd(knoop):
                plek = f"{waar}:{knoop.lineno}"  # type: ignore[attr-defined]
                voor = "geweigerd." if wijze == "weigering" else ""
                yield from (Vraag(voor + s, wijze, plek) for s in _los_op(waarde, functie, boom, plek))


def _gevraagd(knoop: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Yield the expressions that are keys: arguments of tekst, plat and Geweigerd, `melding=` and `{"sleutel": …}`."""
    if isinstance(knoop, ast.Call):
        naam = _naam(knoop.func)
        if naam in {"tekst", "plat"} and knoop.args:
            yield knoop.args[0], naam
        if naam == "Geweigerd" and knoop.args:
            yield knoop.args[0], "weigering"
        yield from ((woord.value, "melding") for woord in knoop.keywords if woord.arg == "melding")
    if isinstance(knoop, ast.Dict):
        for sleutel, waarde in zip(knoop.keys, knoop.values, strict=True):
            if isinstance(sleutel, ast.Constant) and sleutel.value == "sleutel" and isinstance(waarde, ast.Constant):
                yield waarde, "weigering"


def _los_op(waarde: ast.AST, functie: ast.AST, boom: ast.Module, plek: str) -> Iterator[str]:
    """Yield the keys that an expression can be."""
    match waarde:
        case ast.Constant(value=sleutel):
            yield from [str(sleutel)] if sleutel else []
        case ast.JoinedStr(values=delen):
            yield "".join(str(d.value) if isinstance(d, ast.Constant) else "{}" for d in delen)
        case ast.IfExp(body=ja, orelse=nee):
            yield from _los_op(ja, functie, boom, plek)
            yield from _los_op(nee, functie, boom, plek)
        case ast.Subscript(value=ast.Name(id=naam)):
            for cel in (cel for tabel in _toegekend(boom, naam) for cel in _cellen(tabel)):
                yield from _los_op(cel, functie, boom, plek)
        case ast.Name(id=naam):
            gevonden = _toegekend(functie, naam)
            parameter = any(a.arg == naam for a in van_soort(functie, ast.arg))
            # what comes in by a parameter was asked for where it was passed on
            assert gevonden or parameter, f"{plek}: cannot tell which keys {naam!r} can be"
            for deel in gevonden:
                yield from _los_op(deel, functie, boom, plek)
        case _ if any(knoop.attr == "melding" for knoop in van_soort(waarde, ast.Attribute)):
            pass  # of a Boodschap: it was asked for where that was made
        case _:
            raise AssertionError(f"{plek}: cannot tell which key {ast.unparse(waarde)} is")


def _cellen(tabel: ast.expr) -> list[ast.expr]:
    assert isinstance(tabel, ast.Dict), f"{ast.unparse(tabel)} is no table of keys"
    return tabel.values


def _toegekend(boom: ast.AST, naam: str) -> list[ast.expr]:
    return [
        knoop.value
        for knoop in van_soort(boom, ast.Assign)
        if any(isinstance(doel, ast.Name) and doel.id == naam for doel in knoop.targets)
    ]


@cache
def _met_functie(boom: ast.Module) -> list[tuple[ast.AST, ast.AST]]:
    """Return the calls and dictionaries of a file, each after the innermost function (or the file) where it stands.

    Each process that collects the tests walks through the whole program here: what has nothing in it is passed over.
    """
    gevonden: list[tuple[ast.AST, ast.AST]] = []
    wachtend: list[tuple[ast.AST, ast.AST]] = [(boom, boom)]
    while wachtend:
        functie, knoop = wachtend.pop()
        for kind in ast.iter_child_nodes(knoop):
            if isinstance(kind, ast.Call | ast.Dict):
                gevonden.append((functie, kind))
            if isinstance(kind, ast.FunctionDef | ast.AsyncFunctionDef):
                wachtend.append((kind, kind))
            elif not isinstance(kind, _LEEG):
                wachtend.append((functie, kind))
    return gevonden


_LEEG = (ast.Name, ast.Constant, ast.expr_context)


def van_soort(boom: ast.AST, *soorten: type[K]) -> list[K]:
    """Return the nodes of these kinds in a tree."""
    return [knoop for soort in soorten for knoop in cast(list[K], _per_soort(boom).get(soort, []))]


@cache
def _per_soort(boom: ast.AST) -> dict[type[ast.AST], list[ast.AST]]:
    gevonden: dict[type[ast.AST], list[ast.AST]] = {}
    for knoop in ast.walk(boom):
        gevonden.setdefault(type(knoop), []).append(knoop)
    return gevonden


def _naam(functie: ast.expr) -> str:
    return functie.attr if isinstance(functie, ast.Attribute) else functie.id if isinstance(functie, ast.Name) else ""
