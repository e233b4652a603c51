"""Which command is in whose menu: one line each, for the list behind the chat's menu button, for /menu and /help.

A command has the texts `opdracht.<naam>` (in the list) and `knop.<naam>` (its button), and a listener for both.
A group has `menu.groep.<groep>` (its button) and `menu.in.<groep>` (above its buttons).
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

BEWONER = "bewoner"
_STAF = frozenset({"buurtbegeleider", "organisator"})
_KANTOOR = frozenset({"organisator", "beheerder"})
GROEPSAANSPREEKPUNT = "groepsaanspreekpunt"
"""Who answers questions for one werkgroep only, and reads no addresses."""
_AANSPREEKPUNT = frozenset({"aanspreekpunt", GROEPSAANSPREEKPUNT})
_ROLLEN = frozenset({"straatcontact", "trekker", "kerngroep", *_AANSPREEKPUNT, *_STAF, *_KANTOOR})
_BINNEN = frozenset({BEWONER, *_ROLLEN})
_BEWONER = frozenset({BEWONER})


@dataclass(frozen=True)
class Opdracht:
    """A command and who finds it in their menu: these roles, or everybody when `voor` is empty.

    Args:
        groep: behind which button it stands when there are too many for one small screen.
        nodig: one of `ALLES` that the installation must be able to do; empty for nothing.
    """

    naam: str
    voor: frozenset[str] = frozenset()
    groep: str = ""
    nodig: str = ""


MAIL, WIJKEN = "mail", "wijken"
ALLES = frozenset({MAIL, WIJKEN})
"""What one installation can do and another cannot; `WIJKEN`: for who has more than one wijk."""
PAST = 12
"""So many buttons of a menu fit on a screen of 360 by 640 with little scrolling."""
STAPPEN, PLAN, MAKEN, DEUR, TEAM = "stappen", "plan", "maken", "deur", "team"
MEEDOEN, HULP, ZELF = "meedoen", "hulp", "zelf"
GROEPEN = (MEEDOEN, STAPPEN, PLAN, MAKEN, DEUR, TEAM, HULP, ZELF)


OPDRACHTEN = (
    Opdracht("menu"),
    Opdracht("agenda", _BINNEN),
    Opdracht("mijncode", _BEWONER, DEUR),
    Opdracht("deur", _STAF | {"trekker"}, DEUR),
    Opdracht("peilingen", _BINNEN | {"vertegenwoordiger"}),
    Opdracht("geleding", frozenset({"vertegenwoordiger", *_KANTOOR}), MEEDOEN),
    Opdracht("zetels", frozenset({"vertegenwoordiger", *_KANTOOR}), MEEDOEN),  # residents: under wiedoetwat
    Opdracht("werkgroepen", _BINNEN, MEEDOEN),
    Opdracht("stand", _BINNEN),
    Opdracht("ideeen", _BINNEN, MEEDOEN),
    Opdracht("mijlpalen", _BINNEN, STAPPEN),
    Opdracht("traject", _BINNEN, STAPPEN),
    Opdracht("fase", _STAF, STAPPEN),
    Opdracht("wiedoetwat", _BINNEN, STAPPEN),
    Opdracht("partners", _BINNEN, STAPPEN),
    Opdracht("concepten", _BINNEN, PLAN),
    Opdracht("warmtekaarten", _BINNEN, PLAN),
    Opdracht("koppelkansen", _BINNEN, PLAN),
    Opdracht("adviezen", _BINNEN, PLAN),
    Opdracht("standpunten", _BINNEN, PLAN),
    Opdracht("cijfers", _BINNEN, PLAN),
    Opdracht("intekening", _BINNEN, MEEDOEN),
    Opdracht("meldingen", _BEWONER, ZELF),
    Opdracht("gegevens", _BEWONER, ZELF),
    Opdracht("toestellen", _BEWONER, ZELF),
    Opdracht("email", _BEWONER, ZELF, nodig=MAIL),
    Opdracht("mijnbijdrage", _BEWONER, ZELF),
    Opdracht("vraag", _BEWONER, HULP),
    Opdracht("vragen", _BEWONER, HULP),
    Opdracht("komlangs", _BEWONER, HULP),
    Opdracht("taal", groep=ZELF),
    Opdracht("wijk", _BINNEN, ZELF, nodig=WIJKEN),
    Opdracht("oefenen", frozenset({"trekker", *_STAF}), HULP),
    Opdracht("help"),
    Opdracht("bijeenkomst", frozenset({"trekker", *_STAF}), MAKEN),
    Opdracht("peiling", frozenset({"trekker", *_STAF}), MAKEN),
    Opdracht("bericht", frozenset({"straatcontact", "trekker", *_STAF}), MAKEN),
    Opdracht("herinner", frozenset({"trekker", *_STAF}), MAKEN),
    Opdracht("mijlpaal", frozenset({"organisator"}), MAKEN),
    Opdracht("onderbouwing", frozenset({"organisator"}), TEAM),
    Opdracht("escalatie", _ROLLEN, TEAM),
    Opdracht("volgers", frozenset({"organisator"}), TEAM),
    Opdracht("koppel", frozenset({"trekker", *_STAF}), MEEDOEN),
    Opdracht("planning", frozenset({"trekker", *_STAF}), TEAM),
    Opdracht("spelregels", frozenset({"organisator"}), TEAM),  # residents find them under /stand
    Opdracht("voorstellen", frozenset({"kerngroep", *_STAF, *_KANTOOR}), TEAM),
    Opdracht("rol", _ROLLEN, TEAM),
    Opdracht("deurlijst", _STAF, DEUR),
    Opdracht("aanmeldlijst", _STAF, DEUR),
    Opdracht("adres", _STAF | {"straatcontact"}, DEUR),
    Opdracht("deurgesprek", _STAF | {"straatcontact"}, DEUR),
    Opdracht("ronde", _STAF | {"straatcontact"}, DEUR),
    Opdracht("brengen", _STAF | {"straatcontact"}, DEUR),
    Opdracht("hulpvragen", _STAF | {"straatcontact"}, DEUR),
    Opdracht("steekproef", frozenset({"organisator"}), TEAM),
    Opdracht("controle", frozenset({"controleur"})),
    Opdracht("openvragen", _AANSPREEKPUNT | _STAF, HULP),
    Opdracht("correcties", frozenset({"aanspreekpunt", "organisator"}), HULP),
    Opdracht("export", _KANTOOR, TEAM),
    Opdracht("rapport", _KANTOOR, TEAM),
    Opdracht("verzending", _STAF | _KANTOOR, TEAM),
)

MEEST = {
    "organisator": ("fase", "bericht", "voorstellen"),
    "buurtbegeleider": ("deur", "ronde", "bericht"),
    "trekker": ("bijeenkomst", "peiling", "bericht"),
    "straatcontact": ("ronde", "hulpvragen", "bericht"),
    "aanspreekpunt": ("openvragen", "correcties", "stand"),
    GROEPSAANSPREEKPUNT: ("openvragen", "stand"),
    "kerngroep": ("voorstellen", "adviezen", "stand"),
    "beheerder": ("rol", "export", "verzending"),
    "controleur": ("controle",),
    "vertegenwoordiger": ("peilingen", "geleding", "zetels"),
    BEWONER: ("agenda", "peilingen", "vraag"),
}
"""What one comes here for most, by role; who has more of them is helped in the first."""


def meest_voor(bewoner: bool, rollen: Collection[str], kan: Collection[str] = ALLES) -> list[str]:
    """Return the commands that someone uses most, three at most and only what is in their menu."""
    is_ = {*rollen, BEWONER} if bewoner else {*rollen}
    eigen = opdrachten_voor(bewoner, rollen, kan)
    van = next((namen for rol, namen in MEEST.items() if rol in is_), ())
    return [naam for naam in van if naam in eigen]


def opdrachten_voor(bewoner: bool, rollen: Collection[str], kan: Collection[str] = ALLES) -> list[str]:
    """Return the commands in someone's menu, in order.

    Args:
        kan: what the installation can do.
    """
    return [opdracht.naam for opdracht in _van(bewoner, rollen, kan)]


def menu_voor(
    bewoner: bool, rollen: Collection[str], groep: str = "", kan: Collection[str] = ALLES
) -> tuple[list[str], list[str]]:
    """Return the commands that have a button of their own, and the groups that have one; of a group its commands.

    A menu that fits has no groups, and a group of one is no group.
    """
    alle = [opdracht for opdracht in _van(bewoner, rollen, kan) if opdracht.naam != "menu"]
    telt = Counter(opdracht.groep for opdracht in alle) if len(alle) > PAST else Counter[str]()
    groepen = [naam for naam in GROEPEN if telt[naam] > 1]
    if groep in groepen:
        return [opdracht.naam for opdracht in alle if opdracht.groep == groep], []
    return [opdracht.naam for opdracht in alle if opdracht.groep not in groepen], groepen


def _van(bewoner: bool, rollen: Collection[str], kan: Collection[str]) -> list[Opdracht]:
    is_ = {*rollen, BEWONER} if bewoner else {*rollen}
    hier = (opdracht for opdracht in OPDRACHTEN if not opdracht.nodig or opdracht.nodig in kan)
    return [opdracht for opdracht in hier if not opdracht.voor or opdracht.voor & is_]
