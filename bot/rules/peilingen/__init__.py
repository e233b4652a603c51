"""Poll methods, one file each, found by itself. A method gives what a voter sees and what came out of it as data.

So one handler, one renderer and one picture serve all. What stands on a ballot (`inhoud`) only its method reads. Its
words stand in the catalogs under `methode.<name>.`. What may be shown of a count: peilinguitslag.py.
"""

import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from bot.rules.aandragen import Wanneer
from bot.rules.inbreng import Inbreng
from bot.rules.peilscherm import Scherm, Woord, Zin
from bot.rules.peiltelling import Getoond, Uitslag
from bot.rules.stemvel import Vel

OPTIE_LENGTE = 100


@dataclass(frozen=True)
class Veld:
    """One question that the form asks who makes a poll; its text is `methode.<method>.<naam>.vraag`.

    Args:
        soort: `regels`: one text per line; `momenten`: a day and hour per line; `getal`; `tekst`; or `keuze`, buttons.
            `groepen` is not asked: what was added for each group of the round before, as pairs.
        minimum: fewest lines, lowest number; of a text nothing.
        maximum: most lines, highest number, most characters.
        keuzes: the buttons, labels in the catalog: `methode.<method>.<naam>.<keuze>`.
        getallen: buttons that are numbers, given the method's answers so far.
        als: whether it is asked, given the method's answers so far.
        mag_over: may be skipped; the answer is None then.
        extra: nobody has to answer it: a button under the preview, `methode.<method>.<naam>.knop`.
        ronde: in a next round it is asked anew (`anders`), or it is asked only there (`alleen`); else it stays.
    """

    naam: str
    soort: Literal["regels", "momenten", "getal", "tekst", "keuze", "groepen"]
    minimum: int = 1
    maximum: int = OPTIE_LENGTE
    keuzes: tuple[str, ...] = ()
    getallen: Callable[[Mapping[str, Any]], Iterable[int]] | None = None
    als: Callable[[Mapping[str, Any]], bool] | None = None
    mag_over: bool = False
    extra: bool = False
    ronde: Literal["", "anders", "alleen"] = ""


@dataclass(frozen=True)
class Opzet:
    """What was fixed when a poll opened.

    Args:
        opties: texts, in their order; on a ballot an option is its number, from 0.
        instellingen: a JSON object that the method reads. With `geschud` each voter has an order of their own.
        later: how many of the last options were added while people voted.
    """

    opties: tuple[str, ...]
    instellingen: Mapping[str, Any] = field(default_factory=dict)
    later: int = 0

    @property
    def geschud(self) -> bool:
        """Whether each voter sees the options in an order of their own."""
        return bool(self.instellingen.get("geschud"))


class KanNiet(ValueError):  # noqa: N818 (it is no fault: one taps what cannot be now)
    """This cannot be now, for a reason that the voter reads; the ballot stays as it is.

    Args:
        melding: which notice, one of the method's `MELDINGEN`.
    """

    def __init__(self, melding: str) -> None:
        super().__init__(melding)
        self.melding = melding


class Methode(ABC):
    """A poll method: its file has one as `METHODE`. Pure: it only reads what it is given.

    In the catalogs, under `methode.<name>.`: `uitleg` (one sentence for who chooses it; its name on a button is
    `peiling.methode.<name>`), its questions, and `zin.…`, `knop.…`, `kolom.…` and `melding.…` for all that it names.
    """

    PLEK: int = 100
    """Where it stands among the ways to ask: the plainest first."""
    velden: tuple[Veld, ...] = ()
    ZINNEN: tuple[str, ...] = ()
    KNOPPEN: tuple[str, ...] = ()
    KOLOMMEN: tuple[str, ...] = ()
    MELDINGEN: tuple[str, ...] = ()
    OPTIES: tuple[str, ...] = ()
    """The options where they are the method's own: conditions and exports know these names. Else they are asked."""
    SCHRIJFT: bool = False
    """Whether a voter ever types something."""
    BEANTWOORD: bool = False
    """Whether what a voter typed stands with the result, with an answer of the team: then it names the sentences
    `inbreng` (how many are open), `inbreng_geen` and `zeker_open` (who closes it now), and the label `inbreng`."""
    BLIJFT: bool = False
    """Whether the team says with an answer that what a voter typed stays, and the proposal too: `blijft.vraag`,
    `blijft.ja` and `blijft.nee`, and the sentence `blijft`."""
    GROEPEERT: bool = False
    """Whether the team puts what voters typed in groups, and says what a next round adds for each."""
    AANDRAGEN: Wanneer = ""
    """When voters may bring in options, which staff let through; then it names the sentence `aandragen` (what one
    types) and the labels `aandragen` and `ingestuurd` (how many wait). With `tijdens` a ballot of fewer options stays
    valid."""
    OPINIEGROEPEN: int = 0
    """With how many options there may be groups of people who answer alike (see `opiniegroepen`); 0: never."""
    OPNIEUW: bool = True
    """Whether the same can be asked again later."""
    STEUN: bool = True
    """Whether a ballot takes a side by what stands on one line, so that a condition can say which lines are support."""
    MET_LINK: bool = False
    """Whether people from outside, such as a school, may answer it too by a link: apart, and only by tapping."""

    def opzet(self, antwoorden: Mapping[str, Any]) -> Opzet:
        """Return what is fixed, by the answers to `velden`: `opties` are the options, the others settings."""
        anders = {naam: antwoord for naam, antwoord in antwoorden.items() if naam != "opties"}
        return Opzet(self.OPTIES or tuple(antwoorden.get("opties", ())), anders)

    def antwoorden(self, opzet: Opzet) -> dict[str, Any]:
        """Return the answers that fixed it: `opzet` the other way."""
        return {**({} if self.OPTIES else {"opties": list(opzet.opties)}), **opzet.instellingen}

    def vervolg(self, opzet: Opzet, getoond: Getoond) -> dict[str, Any]:
        """Return the answers with which the same is asked again, after a result as everyone sees it."""
        return self.antwoorden(opzet)

    def aandragen(self, opzet: Opzet) -> Wanneer:
        """Return when voters may bring in options to this poll: where its maker said so."""
        return self.AANDRAGEN if opzet.instellingen.get("aandragen") == "ja" else ""

    @abstractmethod
    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return what someone sees who has this ballot, or None yet.

        Args:
            volgorde: the options in the order in which this voter sees them.
        """

    @abstractmethod
    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Return the ballot after a tap, as canonical JSON; None when it changes nothing or no screen has it.

        Raises:
            KanNiet: it cannot be now.
        """

    def in_woorden(self, opzet: Opzet, inhoud: str) -> tuple[Woord, ...]:
        """Return what a vote says, for a poll with names (`knop`)."""
        return self.scherm(opzet, inhoud, range(len(opzet.opties))).stem

    def schrijf(self, opzet: Opzet, inhoud: str | None, tekst: str) -> str | None:
        """Return the ballot after something was typed; None when nothing is waited for."""
        return None

    def compleet(self, opzet: Opzet, inhoud: str) -> bool:
        """Say whether a ballot counts; until then it is kept with its voter, and the one before it counts."""
        return True

    def in_een_tik(self, opzet: Opzet) -> bool:
        """Say whether every tap is a whole ballot, whatever was there before: then that is not read."""
        return False

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return the same on paper: the first screen with a box per button, where a method knows nothing better.

        Args:
            volgorde: the options in the order in which they stand on this sheet, as on the screen of who enters it.
        """
        eerste = self.scherm(opzet, None, volgorde)
        rijen = tuple(knop.label for rij in eerste.knoppen for knop in rij)
        return Vel(rijen, regels=eerste.regels, zinnen=eerste.zinnen, lijnen=5 if self.SCHRIJFT else 0)

    @abstractmethod
    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Count complete ballots: how often each content was cast."""

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        """Return a result with its lines in the order and with the sentences that help to read it.

        It sees only what everyone will see, so that no order and no sentence gives away more.
        """
        return getoond

    def opiniegroepen(
        self, opzet: Opzet, biljetten: Mapping[str, int], getoond: Getoond
    ) -> tuple[tuple[Zin, ...], ...]:
        """Return which groups of people answered alike, as far as everyone may know beside the result.

        It is in paragraphs (`zin`); nothing when a method knows no groups.
        """
        return ()

    def inbreng(self, inhoud: str) -> str:
        """Return what stands on a ballot to be read by all and answered; empty when nothing does."""
        return ""

    def voorstel(self, opzet: Opzet) -> str:
        """Return the text that people vote on, to be read with the result and in a next round; empty without one."""
        return str(opzet.instellingen.get("voorstel", ""))

    def nieuw(self, opzet: Opzet) -> tuple[Zin, ...]:
        """Return what is new since the round before."""
        return ()

    def besluit(self, opzet: Opzet, getoond: Getoond, inbreng: Sequence[Inbreng]) -> tuple[Zin, ...]:
        """Return what follows from a result and from what was answered; it sees only what everyone will see."""
        return ()

    @property
    def rondes(self) -> bool:
        """Whether what is asked again is a next round, with a proposal that changed."""
        return any(veld.ronde for veld in self.velden)

    def verschil(self, opzet: Opzet, getoond: Getoond, vorige: Getoond) -> tuple[Zin, ...]:
        """Return what changed since the same was asked before; both are as everyone may see them."""
        return ()


def nummer_van(tekst: str, aantal: int) -> int | None:
    """Return the number of an option that a tap names, None where there is no such option."""
    nummer = int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) <= 3 else aantal
    return nummer if nummer < aantal and tekst == str(nummer) else None


_GEVONDEN: dict[str, Methode] = {
    module.name: import_module(f"{__name__}.{module.name}").METHODE for module in pkgutil.iter_modules(__path__)
}
METHODEN = dict(sorted(_GEVONDEN.items(), key=lambda een: een[1].PLEK))
"""The poll methods by name, in the order in which they are offered."""
