"""Composing one condition of the spelregels in chat: what is asked of each kind, and what comes of the answers.

A kind that is not in `VRAGEN`, and a table of groups that was agreed, come by file.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from bot.errors import Geweigerd, InvoerFout
from bot.rules import drempels
from bot.rules.aanbod import WATTEN
from bot.rules.drempels import TELBAAR, Drempel
from bot.rules.drempels.afspiegeling import VAN_DE_LIJST, VERZAMELINGEN
from bot.rules.drempels.intekening import VAN_WIE
from bot.rules.drempels.kaders import LANGSTE, MEESTE
from bot.rules.selectie import tik
from bot.services.aanbod import tik as tik_woning
from bot.services.aanbod import woningen
from bot.services.formulier import Veld
from bot.services.handeling import Handeling
from bot.services.lezers import Lezer, getal, tekst_tot

WEG = "weg"
OPERATOREN = {"meer_dan": ">", "minstens": ">="}
AANDELEN = ("1/3", "1/2", "2/3", "3/4")
AFSTANDEN = ("1/10", "1/8", "1/5")
VRAGEN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(TELBAAR, ("operator", "aandeel")),
    "afspiegeling": ("wil", "verzameling", "kenmerken", "hoogste_afstand", "minimum_deelnemers", "minimum_per_groep"),
    "verklaring": ("wil", "naam", "functie", "opdrachtgever"),
    "kaders": ("wil", "kaders"),
    "gedeeld_beeld": ("operator", "aandeel", "peiling", "voor"),
    "intekening": ("wil", "minimum", "zegt", "wie", "woning"),
}
"""What is asked of each kind; the first question is also whether it is wanted."""
_HEET = {"zegt": "wat", "wie": "van", "woning": "woningtypen"}
"""The fields that have another name in a condition than in the form."""
Antwoorden = dict[str, Any]


def met_drempel(huidige: tuple[Drempel, ...], data: Antwoorden) -> tuple[Drempel, ...]:
    """Return the conditions with one changed, added or left out; what is not asked of one that was there stays.

    Raises:
        Geweigerd: it cannot be so.
    """
    soort = data["drempel"]
    if _niet(data):
        return tuple(deel for deel in huidige if deel.soort != soort)
    had = next((drempels.naar_ruw(deel) for deel in huidige if deel.soort == soort), {"soort": soort})
    velden = {_HEET.get(naam, naam): data[naam] for naam in VRAGEN[soort] if naam != "wil"}
    if "operator" in velden:
        velden["operator"] = OPERATOREN[velden["operator"]]
    if soort == "intekening":
        velden |= _hoeveel(velden)
    for naam in ("minimum", "minimum_deelnemers", "minimum_per_groep"):
        if naam in velden:
            velden[naam] = int(velden[naam])
    if soort == "afspiegeling":
        velden["kenmerken"] = _kenmerken(had, data["kenmerken"])
    ruw = {naam: waarde for naam, waarde in {**had, **velden}.items() if waarde != ""}
    try:
        nieuw = drempels.uit_ruw(ruw, "", ())
    except InvoerFout:
        raise Geweigerd("spelregelvorm.kenmerken" if soort == "afspiegeling" else "spelregelvorm.drempel") from None
    if len(had) > 1:
        return tuple(nieuw if deel.soort == soort else deel for deel in huidige)
    return (*huidige, nieuw)


def _hoeveel(velden: dict[str, Any]) -> dict[str, Any]:
    """Return a number or a share of addresses: what was typed, which takes the place of the other."""
    getypt, woning = str(velden["minimum"]), velden["woningtypen"]
    deel = {"minimum": 0, "aandeel": getypt} if "/" in getypt else {"minimum": int(getypt), "aandeel": ""}
    return {**deel, "woningtypen": [woning] if isinstance(woning, str) else woning}


def _kenmerken(had: dict[str, Any], gekozen: list[str]) -> list[dict[str, Any]]:
    """Return the characteristics that were chosen; what was agreed of one by file stays with it."""
    oud = {kenmerk["naam"]: kenmerk for kenmerk in had.get("kenmerken", [])}
    blijft = [kenmerk for naam, kenmerk in oud.items() if naam not in VAN_DE_LIJST]
    return [*(oud.get(naam, {"naam": naam}) for naam in gekozen), *blijft]


def _niet(data: Antwoorden) -> bool:
    return data.get(VRAGEN.get(data["drempel"], ("",))[0]) == WEG


def _gevraagd(naam: str) -> Callable[[Antwoorden], bool]:
    def als(data: Antwoorden) -> bool:
        vragen = VRAGEN.get(data.get("drempel", ""), ()) if data.get("wat") == "drempel" else ()
        return naam in vragen and (naam == vragen[0] or not _niet(data))

    return als


def _aandeel(tekst: str, handeling: Handeling) -> str:
    """Read a share: a fraction such as 2/5, or a percentage."""
    teller, streep, noemer = tekst.replace(" ", "").removesuffix("%").partition("/")
    if tekst.endswith("%"):
        noemer = "" if streep else "100"
    if not all(deel.isascii() and deel.isdigit() and len(deel) < 7 for deel in (teller, noemer)):
        raise Geweigerd("spelregelvorm.aandeel")
    if not 0 < int(teller) <= int(noemer):
        raise Geweigerd("spelregelvorm.aandeel")
    breuk = Fraction(int(teller), int(noemer))
    return f"{breuk.numerator}/{breuk.denominator}"


def _aantal_of_deel(tekst: str, handeling: Handeling) -> int | str:
    """Read a number of addresses, or a share of them such as 60% or 3/5."""
    if "/" in tekst or tekst.endswith("%"):
        return _aandeel(tekst, handeling)
    aantal: int = getal(1, 1_000_000)(tekst, handeling)
    return aantal


def _regels(tekst: str, handeling: Handeling) -> list[str]:
    """Read one thing on each line."""
    regels = [schoon for regel in tekst.splitlines() if (schoon := " ".join(regel.split()))]
    te_lang, dubbel = any(len(regel) > LANGSTE for regel in regels), len({r.casefold() for r in regels}) < len(regels)
    if not 1 <= len(regels) <= MEESTE or te_lang or dubbel:
        raise Geweigerd("spelregelvorm.regels", maximum=MEESTE, aantal=LANGSTE)
    return regels


def _veld(naam: str, lees: Lezer | None = None, **hoe: Any) -> Veld:
    return Veld(naam, lees, als=_gevraagd(naam), **hoe)


VELDEN = (
    Veld("drempel", keuzes=tuple(VRAGEN), als=lambda data: data.get("wat") == "drempel"),
    _veld("wil", keuzes=("ja", WEG)),
    _veld("operator", keuzes=(*OPERATOREN, WEG)),
    _veld("aandeel", _aandeel, keuzes=AANDELEN),
    _veld("verzameling", keuzes=VERZAMELINGEN),
    _veld("kenmerken", keuzes=VAN_DE_LIJST, meer=tik),
    _veld("hoogste_afstand", _aandeel, keuzes=AFSTANDEN),
    _veld("minimum_deelnemers", getal(10, 1_000_000), keuzes=("50", "100")),
    _veld("minimum_per_groep", getal(0, 1_000_000), keuzes=("0", "5")),
    _veld("naam", tekst_tot(100)),
    _veld("functie", tekst_tot(100)),
    _veld("opdrachtgever", tekst_tot(100)),
    _veld("kaders", _regels),
    _veld("peiling", tekst_tot(300)),
    _veld("voor", _regels),
    _veld("minimum", _aantal_of_deel),
    _veld("zegt", keuzes=WATTEN),
    _veld("wie", keuzes=VAN_WIE),
    _veld("woning", haal=woningen, meer=tik_woning),
)
