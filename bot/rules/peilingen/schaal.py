"""Schaal (participatiemeting): support from 1 to 5, with words at both ends; asked again, it shows what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.rules.kleine_cellen import MINDER, NIET_GETOOND, grenzen, in_vijfjes
from bot.rules.peilingen import Methode, Opzet, Veld, nummer_van
from bot.rules.peilscherm import Knop, Scherm, Zin
from bot.rules.peiltelling import Getoond, GetoondeRegel, Regel, Uitslag
from bot.rules.stemvel import Vel

CIJFERS = ("1", "2", "3", "4", "5")
_WOORD = 40


class Schaal(Methode):
    """One row of five; a tap is a whole ballot."""

    PLEK = 2
    velden = (Veld("laag", "tekst", maximum=_WOORD), Veld("hoog", "tekst", maximum=_WOORD))
    ZINNEN = ("einden", "midden", "midden_tussen", "hoog", "hoog_weinig", "laag", "laag_weinig", "verschil", "vel")
    KNOPPEN = ("cijfer", "einde")
    OPTIES = CIJFERS

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return the figures, always in their order."""
        rij = tuple(
            Knop(str(n), Zin("cijfer", {"cijfer": cijfer}), inhoud == f"[{n}]") for n, cijfer in enumerate(CIJFERS)
        )
        stem = tuple(knop.label for knop in rij if knop.gekozen)
        return Scherm((rij,), zinnen=(Zin("einden", dict(opzet.instellingen)),), stem=stem)

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return a box per figure, with the words beside both ends."""
        einden = {"1": opzet.instellingen["laag"], "5": opzet.instellingen["hoog"]}
        rijen = tuple(
            Zin("einde", {"cijfer": cijfer, "woord": einden[cijfer]}) if cijfer in einden else cijfer
            for cijfer in CIJFERS
        )
        return Vel(rijen, zinnen=(Zin("vel"),), genummerd=False)

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Put the figure on the ballot."""
        nummer = nummer_van(daad, len(CIJFERS))
        return None if nummer is None else f"[{nummer}]"

    def in_een_tik(self, opzet: Opzet) -> bool:
        """Always."""
        return True

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Count per figure."""
        einden = {"1": opzet.instellingen.get("laag", ""), "5": opzet.instellingen.get("hoog", "")}
        regels = tuple(
            Regel(
                cijfer,
                (biljetten.get(f"[{n}]", 0),),
                Zin("einde", {"cijfer": cijfer, "woord": einden[cijfer]}) if cijfer in einden else None,
            )
            for n, cijfer in enumerate(CIJFERS)
        )
        return Uitslag(regels, sum(biljetten.values()))

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        """Say which ballot is in the middle, and what part is on each side."""
        zinnen = [_midden(getoond), _kant(getoond, "hoog"), _kant(getoond, "laag")]
        return replace(getoond, zinnen=tuple(zin for zin in zinnen if zin))

    def verschil(self, opzet: Opzet, getoond: Getoond, vorige: Getoond) -> tuple[Zin, ...]:
        """Say how the upper side changed."""
        toen, nu = _deel(vorige, "hoog"), _deel(getoond, "hoog")
        return () if toen is None or nu is None else (Zin("verschil", {"toen": toen, "nu": nu}),)


METHODE = Schaal()


def _midden(getoond: Getoond) -> Zin | None:
    """Say which ballot is in the middle of all, when what everyone sees leaves two figures for it at most."""
    cellen = [regel.cellen[0] for regel in getoond.regels]
    if NIET_GETOOND in cellen:
        return None
    laag, hoog = zip(*(grenzen(cel, getoond.exact) for cel in cellen), strict=True)
    kan = [n for n in range(1, 6) if sum(hoog[:n]) >= sum(laag[n:])]
    moet = [n for n in range(1, 6) if sum(laag[:n]) >= sum(hoog[n:])]
    if moet[0] - kan[0] > 1:
        return None
    if moet[0] == kan[0]:
        return Zin("midden", {"cijfer": CIJFERS[kan[0] - 1]})
    return Zin("midden_tussen", {"een": CIJFERS[kan[0] - 1], "ander": CIJFERS[moet[0] - 1]})


def _kant(getoond: Getoond, kant: str) -> Zin | None:
    deel = _deel(getoond, kant)
    if deel is None:
        return None
    return (
        Zin(f"{kant}_weinig")
        if {regel.cellen[0] for regel in _deze(getoond, kant)} == {MINDER}
        else Zin(kant, {"deel": deel})
    )


def _deel(getoond: Getoond, kant: str) -> int | None:
    """Return what part chose the upper or the lower two figures, in fives, by what everyone sees."""
    cellen = [regel.cellen[0] for regel in getoond.regels]
    if NIET_GETOOND in cellen or set(cellen) <= {MINDER}:
        return None
    geheel, deze = (_ongeveer(regels, getoond.exact) for regels in (getoond.regels, _deze(getoond, kant)))
    return in_vijfjes(deze, geheel) if geheel else None


def _deze(getoond: Getoond, kant: str) -> tuple[GetoondeRegel, ...]:
    return getoond.regels[3:] if kant == "hoog" else getoond.regels[:2]


def _ongeveer(regels: tuple[GetoondeRegel, ...], exact: bool) -> int:
    return sum(sum(grenzen(regel.cellen[0], exact)) // 2 for regel in regels)
