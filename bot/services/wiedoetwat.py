"""Who does what, and what the decision is about: the kaders, who decides what, and whom residents can ask.

One screen for residents. The organisator writes each part; who wrote what when stays, an earlier contact's number not.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels.kaders import Kaders
from bot.rules.trajecten import TREDEN
from bot.services import lezers, stukken, zetel
from bot.services.bladzij import blader
from bot.services.formulier import ANDERS, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.onderbouwing import MET_STUK
from bot.services.spelregels import geldend as regels_van
from bot.storage import partners, wiedoetwat, zetels
from bot.storage.accounts import Wie
from bot.storage.wiedoetwat import Geschreven

CONTACTEN = ("bewoners", "gemeente")
"""Whom residents go to, and the one contact at the gemeente."""
MET_TREDE = ("rol_bewoners", "rol_kerngroep", "rol_bewonersraad", "rol_werkgroepen")
"""Groups of residents: each has its level on the participatieladder."""
ROLLEN = (*MET_TREDE, "rol_wijkdorpsraad", "rol_college", "rol_gemeenteraad", "rol_partners")
ONDERDELEN = ("kaders", *CONTACTEN, *ROLLEN)
PER_BLADZIJ = 10
_INHOUD = ("tekst", "trede", "naam", "telefoon", "email", "link", "stuk")


def toon(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show all of it in short."""
    wie = eis_binnen(tx, handeling)
    data = {**lees(tx, handeling.wijk), "mag": ORGANISATOR in wie.rollen}
    data["partners"] = bool(partners.alle(tx, handeling.wijk, 1))
    data["zetels"] = zetels.er_zijn(tx, handeling.wijk)
    data["organen"] = zetel.bezetting(tx, handeling.wijk)
    return Boodschap("wiedoetwat", data, melding=melding)


def kaders(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what the decision is and is not about, in full."""
    eis_binnen(tx, handeling)
    return Boodschap("wiedoetwat.kaders", lees(tx, handeling.wijk))


def rollen(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show who decides what, in full."""
    eis_binnen(tx, handeling)
    organen = zetel.bezetting(tx, handeling.wijk)
    return Boodschap("wiedoetwat.rollen", {**lees(tx, handeling.wijk), "organen": organen})


def lees(tx: Connection, wijk: int) -> dict[str, Any]:
    """Return what holds of each part that is known, and the kaders of the spelregels. Reads only.

    Returns:
        `delen` by part; `afgesproken`: the kaders as the spelregels have them, `vast`: whether these were fixed.
    """
    regels = regels_van(tx, wijk)
    afgesproken = next((d.kaders for d in regels.drempels if isinstance(d, Kaders)), ())
    geldt = wiedoetwat.geldend(tx, wijk)
    delen = {naam: _als_data(geldt[naam]) for naam in ONDERDELEN if naam in geldt}
    return {"delen": delen, "afgesproken": list(afgesproken), "vast": regels.versie > 0}


def beheer(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show the organisator every part, with whether it was written."""
    eis_rol(tx, handeling, ORGANISATOR)
    er = wiedoetwat.geldend(tx, handeling.wijk)
    return Boodschap("wiedoetwat.beheer", {"delen": [[naam, naam in er] for naam in ONDERDELEN]}, melding=melding)


def eerder(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show the organisator a page of who wrote which part when."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    gevonden, rond = blader(
        lambda hoeveel, na: wiedoetwat.eerder(tx, handeling.wijk, hoeveel, na), bladzij, PER_BLADZIJ
    )
    regels = [
        {"onderdeel": een.onderdeel, "op": een.op.isoformat(), "zelf": een.gemaakt_door == wie.account}
        for een in gevonden
    ]
    return Boodschap("wiedoetwat.eerder", {"regels": regels, **rond})


def begin(tx: Connection, handeling: Handeling, onderdeel: str) -> Boodschap:
    """Open the form to write a part; filled in as it is."""
    eis_rol(tx, handeling, ORGANISATOR)
    nu = _nu(tx, handeling, onderdeel)
    data: dict[str, Any] = {"onderdeel": onderdeel, "was": nu.id if nu else None}
    if nu:
        gevuld = {naam: getattr(nu, naam) for naam in _INHOUD}
        data |= {**gevuld, "openbaar": "ja" if nu.openbaar else "nee", ANDERS: True}
    return open_formulier(tx, handeling, _formulier(onderdeel), data)


def haal_weg(tx: Connection, handeling: Handeling, onderdeel: str, *, zeker: bool) -> Boodschap:
    """Take a part away, after a question whether one is sure: residents read that it is not known yet."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    if _nu(tx, handeling, onderdeel) is None:
        return beheer(tx, handeling)
    if not zeker:
        return Boodschap("wiedoetwat.zeker", {"onderdeel": onderdeel})
    vast = {"openbaar": False, "op": handeling.now, "gemaakt_door": wie.account}
    wiedoetwat.voeg_toe(tx, handeling.wijk, onderdeel, **vast)
    return beheer(tx, handeling, melding="wiedoetwat.weg")


def _schrijf(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    nu = _nu(tx, handeling, data["onderdeel"])
    if (nu.id if nu else None) != data["was"]:
        raise Geweigerd("wijziging.intussen_gewijzigd")
    velden = {naam: data.get(naam) for naam in _INHOUD}
    if data["onderdeel"] in CONTACTEN and not (velden["telefoon"] or velden["email"]):
        raise Geweigerd("wiedoetwat.onbereikbaar")
    stuk = stukken.bestaand(tx, handeling, velden["stuk"])
    velden |= {"stuk": stuk.id if stuk else None, "openbaar": data.get("openbaar") == "ja"}
    vast = {"op": handeling.now, "gemaakt_door": wie.account}
    wiedoetwat.voeg_toe(tx, handeling.wijk, data["onderdeel"], **velden, **vast)
    return toon(tx, handeling, melding="wiedoetwat.bewaard")


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    gevuld = {naam: data.get(naam) for naam in _INHOUD}
    return {**gevuld, "stuknaam": stuk.naam if stuk else None, "openbaar": data.get("openbaar") == "ja"}


def _nu(tx: Connection, handeling: Handeling, onderdeel: str) -> Geschreven | None:
    if onderdeel not in ONDERDELEN:
        raise Geweigerd("wiedoetwat.onbekend")
    return wiedoetwat.geldend(tx, handeling.wijk).get(onderdeel)


def _formulier(onderdeel: str) -> Formulier:
    if onderdeel == "kaders":
        return KADERS
    return CONTACT if onderdeel in CONTACTEN else ROL


def _als_data(een: Geschreven) -> dict[str, Any]:
    velden = {naam: getattr(een, naam) for naam in (*_INHOUD, "stuknaam", "openbaar")}
    return {**velden, "op": een.op.isoformat()}


KADERS = Formulier(
    "wdw_kaders", (Veld("tekst", lezers.alinea_tot(700)),), (ORGANISATOR,), _schrijf, extra=MET_STUK, bekijk=_bekijk
)
CONTACT = Formulier(
    "wdw_contact",
    (
        Veld("naam", lezers.tekst_tot(100)),
        Veld("telefoon", lezers.telefoon, mag_over=True),
        Veld("email", lezers.email, mag_over=True),
        Veld("tekst", lezers.tekst_tot(200), mag_over=True),
        Veld("openbaar", keuzes=("ja", "nee")),
    ),
    (ORGANISATOR,),
    _schrijf,
    bekijk=_bekijk,
)
ROL = Formulier(
    "wdw_rol",
    (
        Veld("trede", keuzes=TREDEN, als=lambda data: data["onderdeel"] in MET_TREDE),
        Veld("tekst", lezers.tekst_tot(300)),
    ),
    (ORGANISATOR,),
    _schrijf,
    bekijk=_bekijk,
)
