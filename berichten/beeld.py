"""The words of a picture of bars: the export draws it, the text beside it says the same to who cannot see it."""

from collections.abc import Sequence
from typing import Any

from berichten.bericht import Bijlage, Toon
from berichten.cel import hoeveel
from berichten.peilingwoorden import procent
from bot.rules.kleine_cellen import EXACT_VANAF, NIET_GETOOND, Cel

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
    return Bijlage("beeld", f"{naam}.png", data, voor_velen=True)


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


def uitslag(
    toon: Toon, data: dict[str, Any], regels: Sequence[tuple[str, Sequence[Cel]]], kolommen: list[str], voet: list[str]
) -> Bijlage:
    """Return the picture of a poll's result: a bar per line, as long as its part of those who voted.

    Args:
        data: `vraag`, `stemmen` as it may be shown (ten at least), and `procent`: whether the cells are percents.
        regels: (what it is about, its cells as they may be shown); a small number is text. With columns a cell may be
            left out: it is the empty rest of its bar, and a line of which all are has no bar.
        kolommen: what the cells of a line are, when there are several: then the bar has a part for each.
        voet: how many voted, and what else there is to know, such as when it closed.
    """
    t = toon.t

    def kort(cel: Cel) -> str:
        return procent(toon, cel) if data["procent"] and cel != NIET_GETOOND else hoeveel(toon, cel)

    def waarde(cel: Cel) -> str:
        if isinstance(cel, str) or data["procent"]:
            return kort(cel)
        geteld = t.plat("beeld.stemmen", aantal=cel)
        deel = min((200 * cel + data["stemmen"]) // (2 * data["stemmen"]), 100)
        return t.plat("beeld.met_procent", stemmen=geteld, procent=deel)

    balken = []
    for tekst, cellen in regels:
        delen = [cel if isinstance(cel, int) else 0 for cel in cellen]
        if kolommen:
            paren = zip(kolommen, cellen, strict=True)
            per_kolom = t.reeks(t.plat("peiling.per_kolom", kolom=kolom, aantal=kort(cel)) for kolom, cel in paren)
            van = 100 if data["procent"] else max(data["stemmen"], sum(delen))
            geen = {} if any(delen) else {"zonder_balk": True}  # an empty one would read as nobody
            balken.append({**balk(tekst, per_kolom, van, 0), "delen": delen, **geen})
        else:
            # rounded by itself, a line can be more than the whole
            van = (
                100 if data["procent"] else max(data["stemmen"], *(c for _, (c, *_) in regels if isinstance(c, int)), 0)
            )
            balken.append(balk(tekst, waarde(cellen[0]), van, delen[0]))
    gemaakt = beeld(toon, "uitslag", data["vraag"], balken, voet=voet)
    gemaakt.data["legenda"] = [{"soort": str(nummer), "tekst": kolom} for nummer, kolom in enumerate(kolommen)]
    return gemaakt
