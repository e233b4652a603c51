"""What is said of each table: what it is for, about whom, how long, what erasing does, and who may read each column.

The sentences are Dutch: they stand in the file that a resident gets, and in docs/avg.md.
"""

from dataclasses import dataclass

from sqlalchemy import Column, Table

BEWONER, ACCOUNT, ADRES = "bewoner", "account", "adres"
TEAM, CONTACT, WIJK = "team", "contact", "wijk"
OVER = {
    BEWONER: "een bewoner",
    ACCOUNT: "wie met de bot praat",
    ADRES: "een adres",
    TEAM: "het team",
    CONTACT: "een contactpersoon",
    WIJK: "niemand: het gaat over de wijk",
}
"""About whom a table is."""
EIGEN = (BEWONER, ACCOUNT, ADRES)
"""Of these a person has rows of their own, which they may read."""

WEG, LEEG, BLIJFT = "weg", "leeg", "blijft"
"""What becomes of its rows some time after the closing: deleted, emptied of some columns, or nothing."""

NA_AFSLUITING = "na_afsluiting"
NIET = {
    "techniek": "Alleen nodig om de bot te laten werken.",
    "geheim": "Een sleutel of code: wie die heeft, kan er iets mee doen.",
    "ander": "Dit kan over iemand anders gaan.",
    "team": "Wie van het team dit deed. U leest elders wel in welke rol.",
    "van_wijk": "Dit gaat over de wijk, niet over één persoon.",
}
"""Why some columns are not in the file of the person whom a row is about."""
VANZELF = frozenset({"id", "wijk", "publiek_id"})
"""Of every table: a number inside, and a name for buttons."""


@dataclass(frozen=True)
class Tabel:
    """A table on the map. Names of columns stand in one string, with spaces between.

    Args:
        over: about whom it is, of `OVER`.
        doel: what it is kept for.
        toon: columns that its person gets.
        eigen: columns that its person gets, unless they have a role: then it may be about someone else.
        techniek, geheim, ander, team, van_wijk: columns that nobody gets, by the reason in `NIET`. What points to an
            account for what it did for others stands in `team`: it stays when that person is erased, and points to
            nobody then. What points to another row of the same person stands in `techniek`: it goes with theirs.
        einde: what becomes of the rows after the closing.
        leeg: with `LEEG`, which columns are emptied.
        termijn: the setting under [bewaren] that says how long a row is kept.
        eerder: what takes it away before that.
        blijft: what stays, and why.
        gewist: what becomes of the rows of who is erased; without it they go.
        verteld: what someone told, asked or chose for later, which only their consent carries: it goes with that.
    """

    tabel: Table
    over: str
    doel: str
    toon: str = ""
    eigen: str = ""
    techniek: str = ""
    geheim: str = ""
    ander: str = ""
    team: str = ""
    van_wijk: str = ""
    einde: str = WEG
    leeg: str = ""
    termijn: str = NA_AFSLUITING
    eerder: str = ""
    blijft: str = ""
    gewist: str = ""
    verteld: bool = False

    @property
    def wie(self) -> frozenset[str]:
        """The columns that say whose a row is."""
        return frozenset({BEWONER, ACCOUNT} & set(self.tabel.c.keys())) if self.over in EIGEN else frozenset()

    @property
    def van_wie(self) -> tuple[Column[int], ...]:
        """The same, as columns."""
        return tuple(self.tabel.c[naam] for naam in sorted(self.wie))

    def genoemd(self) -> list[str]:
        """Return every column of which it is said whether its person gets it; each should be there once."""
        delen = [self.toon, self.eigen, *(getattr(self, reden) for reden in NIET)]
        return [*" ".join(delen).split(), *(self.wie | (VANZELF & set(self.tabel.c.keys())))]

    def niet(self) -> dict[str, list[str]]:
        """Return why which columns are not in the file of whom it is about."""
        return {reden: kolommen.split() for reden in NIET if (kolommen := getattr(self, reden))}


def wijkzaak(tabel: Table, doel: str, kolommen: str, *, team: str = "", geheim: str = "", eerder: str = "") -> Tabel:
    """Return a table that is about the wijk and no person: what did not go before the closing stays."""
    return Tabel(tabel, WIJK, doel, van_wijk=kolommen, team=team, geheim=geheim, eerder=eerder, einde=BLIJFT)
