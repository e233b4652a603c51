"""From what a page shows to its bytes: the templates in `sjablonen/`, and what each of them knows.

Links are relative, so that the same page works under any address, and as a file in the export.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from berichten import Toon, talen, vertaal
from berichten.catalogus import eigen_naam
from bot.services.publiek import ARCHIEF, Data, Pagina
from bot.web import qr
from bot.web.feeds import KALENDER, NIEUWS
from bot.web.woorden import Woorden

_MAP = Path(__file__).with_name("sjablonen")
STIJL = (_MAP / "stijl.css").read_bytes()
STIJLNAAM = f"stijl-{hashlib.sha256(STIJL).hexdigest()[:12]}.css"
"""Its name changes with what it says: a browser may keep it for a year."""


@dataclass(frozen=True)
class Plaats:
    """Where a page stands.

    Args:
        taal: the language that it is in.
        pad: below that language: empty for the home page, else such as `agenda/`.
        basis: the address of the site, without a slash at its end.
        diepte: how many directories below the root it stands.
    """

    taal: str
    pad: str
    basis: str
    diepte: int

    @staticmethod
    def van(taal: str, pad: str, basis: str) -> "Plaats":
        """Return where a page stands."""
        return Plaats(taal, pad, basis, 1 + pad.count("/"))

    def wortel(self, bestand: str = "") -> str:
        """Return the link from here to something at the root of the site."""
        return "../" * self.diepte + bestand or "./"

    def naar(self, pad: str) -> str:
        """Return the link from here to a page in this language, or a file of it."""
        return self.in_taal(self.taal, pad)

    def in_taal(self, taal: str, pad: str | None = None) -> str:
        """Return the link from here to a page in another language, the same page when none is named."""
        return self.wortel(f"{taal}/{self.pad if pad is None else pad}")

    def abonneer(self, bestand: str) -> str:
        """Return the address of a calendar by which a phone subscribes to it, where we know our own address."""
        heel = self.voluit(pad=bestand)
        return re.sub("^https?:", "webcal:", heel) if self.basis else self.naar(bestand)

    def voluit(self, taal: str | None = None, pad: str | None = None) -> str:
        """Return the whole address of a page, this one when nothing else is named; a link while the site has none."""
        heel = f"{taal or self.taal}/{self.pad if pad is None else pad}"
        return f"{self.basis}/{heel}" if self.basis else self.wortel(heel)


def maak(sjabloon: str, plaats: Plaats, woorden: Woorden, pagina: Pagina, **erbij: Any) -> bytes:
    """Return a page as HTML.

    Args:
        sjabloon: name of the template, such as `thuis.html`.
        erbij: what else it shows.
    """
    velden = {
        "pagina": pagina,
        "menu": [*pagina.menu, *([ARCHIEF] if pagina.archief else [])],
        "hier": ARCHIEF if (deel := plaats.pad.partition("/")[0]) in pagina.archief else deel,
        "plaats": plaats,
        "taal": plaats.taal,
        "talen": [(taal, eigen_naam(taal)) for taal in talen()],
        "richting": "rtl" if woorden.t.rechts else "ltr",
        "stijl": plaats.wortel(STIJLNAAM),
        "naar": plaats.naar,
        "qr": qr.als_pad,
        "feed": NIEUWS,
        "kalender": KALENDER,
        "abonneer": plaats.abonneer,
        **{naam: getattr(woorden, naam) for naam in _WOORDEN},
        "toon": woorden.toon,
    }
    return _omgeving().get_template(sjabloon).render(velden | erbij).encode()


def van_deel(plaats: Plaats, woorden: Woorden, pagina: Pagina, naam: str, vorm: str = "") -> bytes:
    """Return the page of a part.

    Args:
        vorm: `een` for the page of one thing.
    """
    data: Data = pagina.delen[naam]
    sjabloon = f"{naam}.{vorm}.html" if vorm else f"{naam}.html"
    return maak(sjabloon, plaats, woorden, pagina, deel=data, naam=naam)


def voordeur(wijk: str) -> bytes:
    """Return the page at the root of a site of files: it leads on, and to each language by hand."""
    heten = [(taal, eigen_naam(taal)) for taal in talen()]
    return _omgeving().get_template("voordeur.html").render(wijk=wijk, stijl=STIJLNAAM, talen=heten).encode()


@cache
def fout(taal: str, status: int, diepte: int) -> bytes:
    """Return the page that says why there is none."""
    plaats, woorden = Plaats(taal, "", "", diepte), Woorden(taal, Toon(vertaal(taal), ZoneInfo("UTC"), ""))
    return maak("fout.html", plaats, woorden, Pagina("", (), (), {}), status=status)


_WOORDEN = (
    *("w", "p", "alineas", "moment", "dag", "weekdag", "tijd", "getal", "markup"),
    *("afspraken", "besluit", "uitslag", "kop_en_rest", "fasewoord", "fasenaam", "cijfer", "adviesgroep", "werkgroep"),
    *("cijfers", "kosten", "kaartgas", "kaartlagen", "kaartbronnen"),
)


@cache
def _omgeving() -> Environment:
    return Environment(
        loader=FileSystemLoader(_MAP),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
