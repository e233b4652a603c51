"""The "?" under what can be misunderstood: which explanation stands with which kinds of message.

An explanation is the text `uitleg.<name>`, two to four short sentences. It comes in the notice over a tap, so the
screen that it explains stays as it was, in a group too. A kind of message stands here, or in
`tests/berichten/test_uitleg.py` with the reason why it needs none.
"""

from dataclasses import replace
from typing import Any

from berichten.bericht import SAMEN, Bericht, Knop, Toon, bericht
from bot.rules.peilingen import METHODEN

_PER_METHODE = "stemmen.{methode}"
_SOORTEN: dict[str, tuple[str, ...]] = {
    _PER_METHODE: ("peiling.open", "peiling.herinnering", "peilingkaart.open"),
    "aanbod": ("intekening", "intekening.lijst", "intekening.zeker", "intekening.weg", "aanbod.herinnering"),
    "adres": ("adres",),
    "adresverzoek": ("adresverzoek.een",),
    "advies": ("advies.een", "advies.lijst", "advies.antwoord"),
    "afgerond": ("tevredenheid.uitslag", "verslag.een", "vraagbaak.lijst", "school.lijst"),
    "bewijs": ("bijdrage.bewijs",),
    "bijdrage": ("bijdrage.lijst", "bijdrage.een"),
    "bijeenkomst": (
        *("bijeenkomst.een", "bijeenkomst.nieuw", "bijeenkomst.gewijzigd", "bijeenkomst.herinnering"),
        "bijeenkomst.plek_gekregen",
    ),
    "cijfers": ("cijfers", "cijfers.reeks"),
    "code": ("welkom.code", "welkom.onbekend", "welkom.typefout", "welkom.ingetrokken"),
    "concept": ("concept.een", "concept.deel", "concept.lijst", "concept.nieuw"),
    "correctie": ("correctie.antwoord", "correctie.loopt"),
    "correctie_team": ("correctie.een",),
    "deur": ("deur.scherm",),
    "deurgesprek": ("deurgesprek.adres", "deurgesprek.straat"),
    "deurlijst": ("deurlijst", "deurlijst.straat", "deurlijst.adres"),
    "fase": ("fase.een", "fase.checklist"),
    "gegevens": ("gegevens", "gegevens.elders"),
    "groepen": ("groepering.lijst", "weerwoord.lees"),
    "hulpvraag": ("hulpvraag.wat", "hulpvraag.eigen", "hulpvraag.genomen"),
    "hulpvraag_team": ("hulpvraag.nieuw", "hulpvraag.wacht", "hulpvraag.een"),
    "idee": ("idee.een", "idee.lijst"),
    "kaders": ("wiedoetwat.kaders",),
    "koppelkans": ("koppelkans.een", "koppelkans.lijst", "koppelkans.straks"),
    "mijncode": ("deur.eigen",),
    "mijlpaal": ("mijlpaal.een", "mijlpaal.lijst", "mijlpaal.nieuw", "mijlpaal.herinnering", "inspreken.herinnering"),
    "namen": ("peiling.wie_wat",),
    "opiniegroepen": ("peiling.opiniegroepen",),
    "papierstem": ("papierstem", "papierstem.code", "papierstapel", "papierstapel.wacht", "stemvel"),
    "partner": ("partner.lijst", "partner.een", "standpunt.lijst", "standpunt.een"),
    "plek": ("bijeenkomst.plek_vrij", "bijeenkomst.plek_verlopen"),
    "planning": ("planning.een", "planning.lijst"),
    "reactienota": ("conceptantwoord.nota",),
    "ronde": ("ronde.straat", "ronde.adres", "ronde.rond"),
    "school": ("school.open",),
    "spelregels": ("spelregels", "spelregels.alles", "spelregels.vastgesteld"),
    "stand": ("stand",),
    "toestemming": ("welkom.toestemming", "toestemming.nieuw"),
    "traject": ("traject.hier",),
    "traject_plan": ("traject.plan", "traject.week", "traject.te_laat", "traject.uitloop"),
    "uitkomst": ("afgesloten",),
    "uitslag": ("peiling.uitslag", "peilingkaart.uitslag"),
    "vacature": ("vacature.een", "vacature.geloot"),
    "verzending": ("verzending", "verzending.een", "uitzending.voortgang"),
    "voorbeeld": (),  # each preview of a form, by the end of its name
    "voorkeur": ("voorkeur",),
    "voorstel": ("voorstel.een", "voorstel.gemaakt", "voorstel.lijst"),
    "vraag": ("vraag.vraag", "vraag.bevestig", "vraag.voorstel"),
    "vraag_antwoord": ("vraag.antwoord", "vraag.eigen", "vraag.al_gesteld"),
    "warmtekaart": ("warmtekaart", "warmtekaart.lijst", "warmtekaart.naast"),
    "welkom_bekend": ("welkom.bekend",),
    "werkgroep": ("werkgroep.lijst", "werkgroep.een"),
    "wiedoetwat": ("wiedoetwat", "wiedoetwat.rollen"),
    "wissen": ("wissen.vraag", "toestemming.vraag"),
    "zetel": ("zetel.lijst", "zetel.een"),
}
_VAN = {soort: naam for naam, soorten in _SOORTEN.items() for soort in soorten}
NAMEN = (*(naam for naam in _SOORTEN if naam != _PER_METHODE), *(f"stemmen.{methode}" for methode in METHODEN))
"""Each explanation that there is."""


def naam_van(soort: str, data: dict[str, Any]) -> str | None:
    """Return which explanation a message has; None when it needs none."""
    if soort.endswith(".voorbeeld"):
        return "voorbeeld"
    naam = _VAN.get(soort)
    return naam and naam.format(methode=data.get("methode"))


def met_uitleg(toon: Toon, soort: str, data: dict[str, Any], gemaakt: Bericht) -> Bericht:
    """Return a message with its "?": beside the last button where both fit, else under it."""
    naam = naam_van(soort, data)
    if naam is None:
        return gemaakt
    knop, rijen = Knop(toon.t.plat("knop.uitleg"), f"uitleg:{naam}"), gemaakt.knoppen
    if rijen and len(rijen[-1]) == 1 and len(rijen[-1][0].tekst) + len(knop.tekst) <= SAMEN:
        return replace(gemaakt, knoppen=(*rijen[:-1], (*rijen[-1], knop)))
    return replace(gemaakt, knoppen=(*rijen, (knop,)))


@bericht("uitleg")
def uitleg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what something means, in the notice over a tap."""
    return Bericht(toon.t.tekst(f"uitleg.{data['naam']}"))
