"""Each wijk of the installation: its own settings, its team, and what it lacks for a first letter. What holds for more
of them is said once. What is of all of them together stands beside this.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection

from bot.config import Settings, inhoud
from bot.doctor.regel import Regel, fout, goed, let_op
from bot.errors import InvoerFout
from bot.rules import spelregels, vrijeperioden
from bot.services.handeling import BEHEERDER, KERNGROEP, ORGANISATOR, STAF
from bot.storage import huishoudens, rollen, wijken
from bot.webinstellingen import KANAAL

_ANDEREN = 0o022
_NODIG = (
    (BEHEERDER, "er is er geen; zet onder [rollen] wie dat is (/wieben zegt het nummer)"),
    (ORGANISATOR, "er is er geen; nodig iemand uit in de chat, met /rol"),
)


def bundel(gevonden: Iterable[tuple[str, Regel]]) -> Iterator[Regel]:
    """Return each line once, with the wijken of which it was found; of the only wijk as it is."""
    van: dict[Regel, list[str]] = {}
    for sleutel, regel in gevonden:
        van.setdefault(regel, []).append(sleutel)
    for regel, sleutels in van.items():
        yield regel._replace(wijken=tuple(filter(None, sleutels)))


def over_bestanden(alle: Sequence[Settings], bestanden: Sequence[Path]) -> Iterator[Regel]:
    """Look at the files of the wijken, and at those that these name.

    Args:
        bestanden: where the settings stand, the main file first.
    """
    hoofd, *eigen = bestanden
    namen = [("", hoofd, hoofd), *((een.stem, een, een.parent / "NAAM.toml") for een in eigen)]
    wie = "anderen mogen het bestand veranderen, en zich zo beheerder maken"
    yield from bundel(
        (sleutel, fout("instellingen", f"{wie}; geef: chmod go-w {heet}"))
        for sleutel, bestand, heet in namen
        if bestand.stat().st_mode & _ANDEREN
    )
    yield from bundel((een.sleutel, regel) for een in alle for regel in _genoemd(een))


def _genoemd(een: Settings) -> Iterator[Regel]:
    """Read what a start reads too, and stops at."""
    vrij = een.traject.vrij_bestand
    try:
        spelregels.uit_ruw(een.spelregels, "de instellingen")
        vrijeperioden.uit_toml(inhoud(vrij), vrij)
    except InvoerFout as reden:
        yield fout("instellingen", f"{reden}; zo start de bot niet")
    netten = {een.telegram.kanaal, *([KANAAL] if een.webchat.aan else [])}
    genoemd = {wie.partition(":")[0] for rol in STAF for wie in getattr(een.rollen, rol)}
    for vreemd in sorted(genoemd - netten):
        kan = " of ".join(f"{net}:" for net in sorted(netten))
        yield let_op("rollen", f"[rollen] noemt iemand van '{vreemd}', en daar is de bot niet; schrijf {kan}")


def in_database(tx: Connection, alle: Sequence[Settings]) -> Iterator[Regel]:
    """Say what is to be done before the first letter goes to a door, and of how many wijken nothing is."""
    gevonden = [(een.sleutel, regel) for een in alle for regel in _ontbreekt(tx, een)]
    yield from bundel(gevonden)
    if klaar := len(alle) - len({sleutel for sleutel, _ in gevonden}):
        van = f"{klaar} van de {len(alle)} wijken: " if len(alle) > 1 else ""
        yield goed("beginnen", f"{van}er is een team, er zijn brieven, en bewoners weten wie zij bellen")


def _ontbreekt(tx: Connection, een: Settings) -> Iterator[Regel]:
    wijk = wijken.zoek(tx, een.wijk.naam, een.sleutel)
    if wijk is None or not huishoudens.straten(tx, wijk):
        bij = " --wijk NAAM" if een.sleutel else ""
        yield let_op("brieven", f"er zijn er nog geen; maak ze met: gehoord brieven{bij}")
    if not een.wijk.contact_telefoon:
        vul = "vul onder [wijk] contact_naam en contact_telefoon in"
        yield let_op("contact", f"bewoners weten niet wie zij kunnen bellen; {vul}")
    mensen = {rol: set(getattr(een.rollen, rol)) for rol in STAF}
    for een_rol in rollen.lijst(tx, wijk) if wijk else ():
        mensen.setdefault(een_rol.rol, set()).add(f"{een_rol.kanaal}:{een_rol.extern_id}")
    for rol, mend in _NODIG:
        if not mensen[rol]:
            yield let_op(rol, mend)
    if len(set().union(*(mensen.get(rol, set()) for rol in (*STAF, KERNGROEP)))) == 1:
        yield let_op("team", "er is één mens; spelregels vaststellen kan pas met twee; nodig iemand uit met /rol")
