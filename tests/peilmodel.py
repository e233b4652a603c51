"""What is known of the polls of a small neighbourhood, whatever happens in it: who counts once, and with what.

It knows nothing of services and storage: tests/services/test_peilingstaat.py holds those to it.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.rules.peilingen import Opzet

Zetel = tuple[int, int]
"""A seat: the number of its address, and which one of it."""


@dataclass
class Mens:
    """Someone who may vote.

    Args:
        extern_id: of their account; empty for who has no phone.
        huis, stoel: where they live or lived; 0 for who never did.
        bewoner: id of that seat, once it was taken.
        eigendom: what is known of their home, by the list or by themselves.
        geleding: to which they were invited.
        wacht: the poll in which something that they type is waited for.
    """

    extern_id: str
    huis: int = 0
    stoel: int = 0
    bewoner: int | None = None
    woont: bool = False
    eigendom: str | None = None
    lid: bool = False
    geleding: str | None = None
    gewist: bool = False
    wacht: "Poll | None" = None

    @property
    def zetel(self) -> Zetel:
        """Where they sit, or sat."""
        return self.huis, self.stoel

    def vertrek(self) -> None:
        """Live here no more: what they said of themselves and their werkgroep go along."""
        self.woont, self.lid, self.eigendom, self.wacht = False, False, None, None


@dataclass
class Vel:
    """A ballot on paper: `gemaakt`, `wacht` on a second person with what was entered, or `telt` as someone's vote."""

    code: str
    staat: str = "gemaakt"
    inhoud: str = ""
    wie: int = -1


@dataclass
class Poll:
    """What is known of a poll, by the number of its voter.

    Args:
        bewijs: of which seats (ids of bewoners) it holds that they took part, and whether staff recorded it.
        huis_van: where each address has one ballot: for which address it was cast.
        als_gast: who had no home here when they voted.
        los: its ballots are those of nobody any more.
        naast: that of the residents, beside which it stands for a school.
    """

    methode: str
    opzet: Opzet
    opent_op: datetime
    sluit_op: datetime
    publiek_id: str
    id: int
    voor: str = "wijk"
    per_adres: bool = False
    weegt: bool = False
    naast: "Poll | None" = None
    telt: dict[int, str] = field(default_factory=dict)
    concept: dict[int, str] = field(default_factory=dict)
    bewijs: dict[int, bool] = field(default_factory=dict)
    huis_van: dict[int, int] = field(default_factory=dict)
    geleding_van: dict[int, str | None] = field(default_factory=dict)
    als_gast: set[int] = field(default_factory=set)
    vellen: dict[Zetel, Vel] = field(default_factory=dict)
    los: bool = False
    ingetrokken: bool = False
    op_papier: int = 0

    def hoort(self, nummer: int, mens: Mens) -> bool:
        """Say whether someone may vote in it."""
        if self.naast is not None:
            return not mens.woont and mens.geleding is None
        if self.voor == "geleding":
            return mens.woont or mens.geleding is not None
        if not mens.woont or (self.voor == "werkgroep" and not mens.lid):
            return False
        if self.voor in ("koop", "huur") and mens.eigendom != self.voor:
            return False
        return self.huis_van.get(nummer, mens.huis) == mens.huis

    def stemde(self, nummer: int, mens: Mens) -> bool:
        """Say whether there is a ballot already in the place of which a new one would come."""
        return nummer in self.telt or (self.per_adres and mens.huis in self.huis_van.values())

    def van_papier(self, nummer: int) -> bool:
        return any(vel.staat == "telt" and vel.wie == nummer for vel in self.vellen.values())

    def stem(self, nummer: int, mens: Mens, inhoud: str, op: Zetel | None = None) -> None:
        """Let someone's ballot count.

        Args:
            op: the seat whose ballot on paper it came from.
        """
        eerste, papier = nummer not in self.telt, self.van_papier(nummer)
        if self.per_adres and eerste:
            for ander in [een for een, huis in self.huis_van.items() if huis == mens.huis]:
                self.haal_weg(ander)
        if op is None:  # what is not finished in chat may still come in the place of what was on paper
            self.concept.pop(nummer, None)
        self.vergeet_papier(nummer)
        self.telt[nummer] = inhoud
        if eerste and not mens.woont:
            self.als_gast.add(nummer)
        if eerste and self.per_adres:
            self.huis_van[nummer] = mens.huis
        self.geleding_van[nummer] = (mens.geleding or "burgers") if self.voor == "geleding" else None
        if mens.bewoner is not None and mens.woont and op is not None:
            self.bewijs.setdefault(mens.bewoner, True)
        elif mens.bewoner is not None and (papier or (eerste and mens.woont)):
            self.bewijs[mens.bewoner] = False
        if op is not None:
            self.vellen[op].staat, self.vellen[op].wie = "telt", nummer

    def haal_weg(self, nummer: int) -> None:
        """Take a ballot out of the count."""
        self.telt.pop(nummer, None)
        self.huis_van.pop(nummer, None)
        self.geleding_van.pop(nummer, None)
        self.als_gast.discard(nummer)
        self.vergeet_papier(nummer)

    def neem_mee(self, nummer: int, van: int, naar: int) -> None:
        """Let a vote of the seat that somebody left be that of their new one, as it was recorded; a guest's was not."""
        mee = nummer in self.telt and nummer not in self.als_gast and self.naast is None
        if mee and self.voor in ("wijk", "geleding") and van in self.bewijs:
            self.bewijs[naar] = self.bewijs[van]
        self.als_gast.discard(nummer)

    def vergeet_papier(self, nummer: int) -> None:
        """What someone votes or takes away in chat is on paper no more."""
        for zetel in [zetel for zetel, vel in self.vellen.items() if vel.staat == "telt" and vel.wie == nummer]:
            del self.vellen[zetel]

    def sluit(self) -> None:
        """Cut the ballots loose: what was not finished or not confirmed is gone."""
        if not self.los:
            self.op_papier = sum(vel.staat == "telt" for vel in self.vellen.values())
        self.los = True
        self.concept.clear()
        self.vellen.clear()
