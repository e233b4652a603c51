"""Process templates: the stages on the way to the gemeenteraad. One file per guide, found by itself: `TRAJECT`.

Structure only; the words stand in the catalogs under `traject.<template>.<stage>.`, unless an adapted one brings its
own. Not here: reading TOML (`trajectvorm`) and dates (`terugrekenen`).
"""

import pkgutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

BOB = ("beeldvorming", "oordeelvorming", "besluitvorming")
BESLIST = (
    "bewoners",
    "kerngroep",
    "samen",
    "gemeente",
    "college",
    "gemeenteraad",
    "college_of_gemeenteraad",
    "wijkdorpsraad",
)
"""Who decides at the end of a stage; `college_of_gemeenteraad`: guides differ, the organisator asks the griffie."""
TREDEN = ("zelf", "adviseren", "klankbord", "geinformeerd")
"""The participatieladder in four levels, residents in the lead first."""
PUBLIEK = ("innovators", "early_adopters", "early_majority", "late_majority", "laggards")
"""Rogers' classes. For the planning of staff: never shown to residents, never kept of a person."""
NIVEAUS = ("mij", "woning", "wijk", "wereld")
"""What residents hear about: me, my home, the wijk, the world."""
WOORDEN = ("titel", "doel", "kunt", *NIVEAUS)
"""The texts of a stage: its name, its goal, what residents can do, and what they hear."""


@dataclass(frozen=True)
class Taak:
    """One line of a checklist.

    Args:
        naam: key, within its stage.
        tekst: its words where an adapted template brings them; else those of the catalog.
        spoor: the track of the traject that it belongs to, where there are any.
    """

    naam: str
    tekst: str = ""
    spoor: str = ""


@dataclass(frozen=True)
class Fase:
    """One stage.

    Args:
        naam: key, within its traject.
        weken: usual length, in weeks that count. Of the stage with the decision: up to that day.
        na: the stages that must have ended before it can begin.
        spoor: parallel stages of one track carry its key.
        bob: beeldvorming, oordeelvorming or besluitvorming about the heat solution; empty where it is about neither.
        beslist: who decides at its end; see `BESLIST`.
        trede: level on the participatieladder; see `TREDEN`.
        besluit: whether the gemeenteraad takes its decision in it: to that day the plan is reckoned back.
        keuze: whether residents choose the technique in it: a poll on the decision has its place here, or later.
        document: key of the document that comes out of it; empty: none.
        publiek: whom staff aim at; see `PUBLIEK`.
        taken: its checklist; empty where the guide has no text.
        titel, doel, kunt, mij, woning, wijk, wereld, documentnaam: words that an adapted template brings.
    """

    naam: str
    weken: int
    taken: tuple[Taak, ...] = ()
    na: tuple[str, ...] = ()
    spoor: str = ""
    bob: str = ""
    beslist: str = "samen"
    trede: str = "adviseren"
    besluit: bool = False
    keuze: bool = False
    document: str = ""
    publiek: tuple[str, ...] = ()
    titel: str = ""
    doel: str = ""
    kunt: str = ""
    mij: str = ""
    woning: str = ""
    wijk: str = ""
    wereld: str = ""
    documentnaam: str = ""


@dataclass(frozen=True)
class Traject:
    """A process: its stages in the order in which they are told.

    Args:
        naam: of the template, also of one that was adapted.
        sporen: tracks by which the checklists are grouped.
        titel: the name that an adapted one brings.
    """

    naam: str
    fasen: tuple[Fase, ...]
    sporen: tuple[str, ...] = ()
    titel: str = ""

    def fase(self, naam: str) -> Fase:
        """Return the stage of this key."""
        return next(fase for fase in self.fasen if fase.naam == naam)

    @property
    def besluitfase(self) -> Fase:
        """The stage in which the gemeenteraad decides."""
        return next(fase for fase in self.fasen if fase.besluit)

    @property
    def keuzefase(self) -> Fase:
        """The stage in which residents choose the technique.

        Where none is marked: the first after beeldvorming at whose end residents decide, else that of the gemeenteraad.
        """
        gemerkt = [fase for fase in self.fasen if fase.keuze]
        bewoners = [f for f in self.volgorde() if f.bob in BOB[1:] and f.beslist in ("bewoners", "samen")]
        return [*gemerkt, *bewoners, self.besluitfase][0]

    def vanaf(self, naam: str) -> frozenset[str]:
        """Return a stage and those that wait for it, directly or not."""
        return frozenset(fase.naam for fase in self.fasen if fase.naam == naam or naam in self.voor(fase.naam))

    def volgorde(self) -> tuple[Fase, ...]:
        """Return the stages so that each comes after those that it waits for, else as they stand.

        Raises:
            ValueError: stages wait for each other.
        """
        klaar: list[Fase] = []
        while len(klaar) < len(self.fasen):
            namen = {fase.naam for fase in klaar}
            volgende = next((f for f in self.fasen if f.naam not in namen and namen.issuperset(f.na)), None)
            if volgende is None:
                raise ValueError("stages wait for each other")
            klaar.append(volgende)
        return tuple(klaar)

    def voor(self, naam: str) -> frozenset[str]:
        """Return the stages that a stage waits for, directly or not."""
        gevonden: set[str] = set()
        te_zien = [*self.fase(naam).na]
        while te_zien:
            deze = te_zien.pop()
            if deze not in gevonden:
                gevonden.add(deze)
                te_zien += self.fase(deze).na
        return frozenset(gevonden)

    def na_het_besluit(self) -> frozenset[str]:
        """Return the stages that wait for the decision of the gemeenteraad."""
        besluit = self.besluitfase.naam
        return frozenset(fase.naam for fase in self.fasen if besluit in self.voor(fase.naam))

    def kunnen_beginnen(self, geeindigd: Collection[str], begonnen: Collection[str] = ()) -> tuple[Fase, ...]:
        """Return the stages whose turn it is: what they wait for has ended, and they neither began nor ended."""
        af = {*geeindigd, *begonnen}
        return tuple(f for f in self.fasen if f.naam not in af and set(geeindigd).issuperset(f.na))


def taken(*namen: str, spoor: str = "") -> tuple[Taak, ...]:
    """Return lines of a checklist, by their keys."""
    return tuple(Taak(naam, spoor=spoor) for naam in namen)


def achter_elkaar(*fasen: Fase) -> tuple[Fase, ...]:
    """Return stages of which each waits for the one before it."""
    vorige = ((), *((fase.naam,) for fase in fasen))
    return tuple(replace(fase, na=na) for fase, na in zip(fasen, vorige, strict=False))


def bezwaren(traject: Traject) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with one: stage (empty: the whole), field, and a Dutch sentence with the mend."""
    namen = [fase.naam for fase in traject.fasen]
    if not namen:
        yield "", "fasen", "er is geen fase; schrijf minstens één blok [[fasen]]"
        return
    for fase in traject.fasen:
        yield from _over_fase(traject, fase, namen)
    yield from _over_geheel(traject)


def _over_fase(traject: Traject, fase: Fase, namen: list[str]) -> Iterator[tuple[str, str, str]]:
    van = fase.naam
    if namen.count(van) > 1:
        yield van, "naam", "deze fase staat er twee keer in; geef er een een andere naam"
    if not 1 <= fase.weken <= MEESTE_WEKEN:
        yield van, "weken", f"{fase.weken} kan niet; schrijf een heel getal van 1 tot {MEESTE_WEKEN}"
    for ander in fase.na:
        if ander not in namen:
            yield van, "na", f"de fase '{ander}' is er niet; kies uit {', '.join(namen)}"
    for veld, waarde, mag in (
        ("bob", fase.bob, ("", *BOB)),
        ("beslist", fase.beslist, BESLIST),
        ("trede", fase.trede, TREDEN),
        *(("publiek", een, PUBLIEK) for een in fase.publiek),
        *(("taken", taak.spoor, ("", *traject.sporen)) for taak in fase.taken),
    ):
        if waarde not in mag:
            yield van, veld, f"'{waarde}' kan niet; kies uit {', '.join(filter(None, mag)) or 'niets: laat het weg'}"
    taken_ = [taak.naam for taak in fase.taken]
    for naam in taken_:
        if taken_.count(naam) > 1:
            yield van, "taken", f"de taak '{naam}' staat er twee keer in; geef er een een andere naam"


def _over_geheel(traject: Traject) -> Iterator[tuple[str, str, str]]:
    try:
        traject.volgorde()
    except (ValueError, StopIteration):
        yield "", "na", "deze fasen wachten op elkaar in een kring, of op een die er niet is; haal er een 'na' weg"
        return
    besluiten = [fase.naam for fase in traject.fasen if fase.besluit]
    if len(besluiten) != 1:
        yield "", "besluit", "zet bij precies één fase besluit = true: die waarin de gemeenteraad beslist"
        return
    if sum(fase.keuze for fase in traject.fasen) > 1:
        yield "", "keuze", "zet bij hoogstens één fase keuze = true: die waarin bewoners de techniek kiezen"
    for fase in traject.fasen:
        voor = {traject.fase(naam).bob for naam in traject.voor(fase.naam)} - {""}
        if fase.bob and any(BOB.index(eerder) > BOB.index(fase.bob) for eerder in voor):
            yield fase.naam, "bob", f"na een latere stap kan '{fase.bob}' niet meer; zet deze fase eerder"


MEESTE_WEKEN = 260


def vind() -> dict[str, Traject]:
    """Return the templates that there are, by their name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return {module.TRAJECT.naam: module.TRAJECT for module in modules}


TRAJECTEN: Mapping[str, Traject] = vind()
"""The templates by their name."""
