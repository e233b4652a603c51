"""The words of a picture of bars: the export draws it, the text beside it says the same to who cannot see it."""

from collections.abc import Sequence
from typing import Any

from berichten.bericht import Bijlage, Toon
from bot.rules.kleine_cellen import EXACT_VANAF, KLEINSTE, Cel

Balk = dict[str, Any]
PERCENTAGE_VANAF = EXACT_VANAF
"""Of fewer people a percentage says more than there is to say."""


def beeld(
    toon: Toon, naam: str, kop: str, balken: Sequence[Balk], *, voet: Sequence[str], legenda: bool = False
) -> Bijlage:
    """Return a picture for `Bericht.media`; all texts without markup.

    Args:
        naam: file name without its ending.
        balken: from `balk`, in their order.
        legenda: whether the picture says what its striped part is.
    """
    t = toon.t
    paren = (("zeker", t.plat("beeld.zeker")), ("misschien", t.plat("beeld.misschien"))) if legenda else ()
    regels = [{"soort": soort, "tekst": tekst} for soort, tekst in paren]
    data = {"taal": t.taal, "kop": kop, "balken": list(balken), "legenda": regels, "voet": list(voet)}
    return Bijlage("beeld", f"{naam}.png", data)


def balk(
    tekst: str,
    waarde: str,
    van: int,
    zeker: int,
    *,
    hoogstens: int | None = None,
    grens: tuple[int, str] | None = None,
    oordeel: tuple[str, str, str] | None = None,
) -> Balk:
    """Return one bar.

    Args:
        tekst: what it is about.
        waarde: its number in words.
        van: how many the whole bar is.
        zeker: how many count for certain.
        hoogstens: how many may count.
        grens: how many are needed, and that in words.
        oordeel: `gehaald`, `niet_gehaald` or `onbeslist`; that in words; what is still needed (may be empty).
    """
    gemaakt: Balk = {
        "tekst": tekst,
        "waarde": waarde,
        "van": van,
        "zeker": zeker,
        "hoogstens": max(hoogstens or 0, zeker),
    }
    if grens:
        gemaakt["grens"] = {"aantal": grens[0], "tekst": grens[1]}
    if oordeel:
        gemaakt["oordeel"] = {"soort": oordeel[0], "tekst": oordeel[1], "uitleg": oordeel[2]}
    return gemaakt


def uitslag(toon: Toon, vraag: str, regels: Sequence[tuple[str, Cel]], stemmen: int, voet: Sequence[str]) -> Bijlage:
    """Return the picture of a poll's result: a bar per option, as long as its part of those who voted.

    Args:
        regels: (option, votes) as they may be shown, in the order of the options; a small number is text.
        stemmen: how many people voted, as it may be shown: ten at least.
        voet: how many voted, and what else there is to know, such as when it closed.
    """

    def waarde(aantal: Cel) -> str:
        if isinstance(aantal, str):
            return toon.t.plat("cel.minder", aantal=KLEINSTE)
        geteld = toon.t.plat("beeld.stemmen", aantal=aantal)
        procent = min((200 * aantal + stemmen) // (2 * stemmen), 100)
        return toon.t.plat("beeld.met_procent", stemmen=geteld, procent=procent)

    getallen = [aantal if isinstance(aantal, int) else 0 for _, aantal in regels]
    van = max(stemmen, *getallen)  # rounded by itself, an option can be more than the whole
    balken = [balk(optie, waarde(n), van, getal) for (optie, n), getal in zip(regels, getallen, strict=True)]
    return beeld(toon, "uitslag", vraag, balken, voet=voet)
