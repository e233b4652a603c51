"""How a template speaks: the words of one language, and moments as people say them. Not here: which page says what."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from berichten import Toon, vertaal
from berichten.advies import groep
from berichten.catalogus import Vertaling
from berichten.cijfers import in_paren, verbeterd, voet
from berichten.evaluatie import cijfer
from berichten.fase import naam as fasenaam
from berichten.grafiek import grafiek
from berichten.peilinguitslag import zeg
from berichten.spelregels import besluit_in_woorden, regels_in_woorden
from berichten.trajectwoorden import woorden as fasewoorden
from berichten.warmtekaart import bronnen, gas, in_lagen, kosten
from berichten.werkgroepnaam import werkgroepnaam
from bot.web.chat.opmaak import als_html
from bot.web.grafiek import plaats

_ADRES = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
_ALINEA = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Woorden:
    """The words of one language; each public method is known to the templates by its name.

    Args:
        basis: the zone of the wijk, where the bot is, and whom one can call; its language is not looked at.
    """

    taal: str
    basis: Toon

    @property
    def t(self) -> Vertaling:
        """The catalog."""
        return vertaal(self.taal)

    @cached_property
    def toon(self) -> Toon:
        """What renderers of messages need."""
        return replace(self.basis, t=self.t)

    def w(self, sleutel: str, **velden: Any) -> Markup:
        """Return a text of the catalog as markup, what is filled in escaped."""
        return Markup(self.t.tekst(sleutel, **velden))  # noqa: S704 (the catalog is ours, the fields are escaped)

    def p(self, sleutel: str, **velden: Any) -> str:
        """Return a text of the catalog without markup: for a title or an attribute."""
        return self.t.plat(sleutel, **velden)

    def alineas(self, tekst: str) -> Markup:
        """Return what was typed, or a text with markup, in paragraphs with their line ends."""
        delen = [escape(deel.strip()).replace("\n", Markup("<br>")) for deel in _gesplitst(tekst)]
        alinea = Markup("<p>{}</p>" if hasattr(tekst, "__html__") else '<p dir="auto">{}</p>')  # noqa: S704 (both are ours)
        return Markup("\n").join(alinea.format(deel) for deel in delen if deel)

    def moment(self, wanneer: str | datetime) -> str:
        """Return weekday, date and time."""
        return self.toon.moment(_iso(wanneer))

    def dag(self, wanneer: str | date) -> str:
        """Return a day, or the day of a moment: 3 februari 2027."""
        return self.toon.dag(_iso(wanneer))

    def weekdag(self, wanneer: str | date) -> str:
        """Return a day with its name and without its year: woensdag 3 februari."""
        return self.toon.dag(_iso(wanneer), "MMMMEEEEd")

    def tijd(self, wanneer: str | datetime) -> str:
        """Return the time of a moment: 19:30."""
        return self.toon.tijd(_iso(wanneer))

    def getal(self, aantal: int) -> str:
        """Return a number with its points or commas."""
        return self.t.getal(aantal)

    def markup(self, tekst: str) -> Markup:
        """Return what a renderer of messages said, or what was sent with markup: only what a chat may hold passes."""
        return als_html(tekst)

    def afspraken(self, regels: dict[str, Any]) -> dict[str, Markup]:
        """Return what spelregels say, per subject."""
        return {naam: Markup(zin) for naam, zin in regels_in_woorden(self.toon, regels).items()}  # noqa: S704 (as above)

    def kop_en_rest(self, tekst: Markup) -> tuple[Markup, Markup]:
        """Return the bold word before a sentence, for a heading, and the sentence without it."""
        kop, scheiding, rest = str(tekst).partition("</b> ")
        if not scheiding or not kop.startswith("<b>"):
            return Markup(), tekst
        return self.markup(kop.removeprefix("<b>").removesuffix(".")), self.markup(rest)

    def besluit(self, besluit: dict[str, Any]) -> Markup:
        """Return how spelregels were confirmed."""
        return _met_schakels(besluit_in_woorden(self.toon, besluit))

    def fasewoord(self, fase: dict[str, Any], deel: str) -> Markup | None:
        """Return a text of a stage of the traject; None where it has none."""
        tekst = fasewoorden(self.toon.t, fase, deel)
        return None if tekst is None else self.markup(tekst)

    def fasenaam(self, fase: dict[str, Any]) -> str:
        """Return the name of a stage that was gone through; of one that came back with its round."""
        return fasenaam(self.toon, fase)

    def cijfer(self, tienden: int) -> str:
        """Return an average, such as 3,8."""
        return cijfer(self.toon, tienden)

    def adviesgroep(self, advies: dict[str, Any]) -> str:
        """Return the group that advises, as it stands in a sentence."""
        return groep(self.toon, advies)

    def werkgroep(self, naam: str) -> str:
        """Return what a werkgroep is called."""
        return werkgroepnaam(self.toon.t, naam)

    def uitslag(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return a result: paragraphs before its lines, the bars or else the lines as text, paragraphs after them."""
        gezegd = zeg(self.toon, data)
        beeld = gezegd.beeld.data if gezegd.beeld else {"balken": [], "legenda": []}
        return {
            "voor": [self.markup(deel) for deel in gezegd.voor[1:] if deel],
            "balken": [{**een, "delen": _delen(een)} for een in beeld["balken"]],
            "legenda": beeld["legenda"],
            "lijsten": [] if beeld["balken"] else [self.markup(deel) for deel in gezegd.lijsten if deel],
            "na": [self.markup(deel) for deel in gezegd.na if deel],
        }

    def cijfers(self, reeks: dict[str, Any]) -> dict[str, Any]:
        """Return a series: its drawing, the figures in words, what was corrected, and its sources."""
        voet_ = voet(self.toon, reeks)
        beeld = grafiek(self.toon, reeks, voet=voet_)
        return {
            "tekening": plaats(beeld),
            "gat": beeld["gat"],
            "voet": beeld["voet"],
            "regels": in_paren(self.toon, reeks),
            "verbeterd": [self.markup(regel) for regel in verbeterd(self.toon, reeks)],
        }

    def kosten(self, kaart: dict[str, Any], soort: str) -> str:
        """Return the costs of a warmtekaart."""
        return kosten(self.toon, kaart["inhoud"], soort)

    def kaartgas(self, kaart: dict[str, Any]) -> Markup:
        """Return whether and when the gas ends."""
        return self.markup(gas(self.toon, kaart["inhoud"]))

    def kaartlagen(self, kaart: dict[str, Any]) -> list[dict[str, Any]]:
        """Return what a warmtekaart says on each level beside the costs."""
        return in_lagen(self.toon, kaart)

    def kaartbronnen(self, kaart: dict[str, Any]) -> list[dict[str, str]]:
        """Return where its costs come from."""
        return bronnen(kaart)


def _gesplitst(tekst: str) -> list[str]:
    if hasattr(tekst, "__html__"):
        return [Markup(deel) for deel in _ALINEA.split(str(tekst))]  # noqa: S704 (it was markup already)
    return _ALINEA.split(tekst)


def _iso(wanneer: str | date) -> str:
    return wanneer if isinstance(wanneer, str) else wanneer.isoformat()


def _met_schakels(tekst: str) -> Markup:
    """Return markup in which each address leads there, as a chat shows it."""
    return Markup(_ADRES.sub(r'<a href="\g<0>" rel="noreferrer">\g<0></a>', tekst))  # noqa: S704 (escaped before)


def _delen(balk: dict[str, Any]) -> list[float]:
    """Return the parts of a bar, of a hundred; none where an empty bar would read as nobody."""
    if balk.get("zonder_balk"):
        return []
    delen = balk.get("delen") or [balk["zeker"], balk["hoogstens"] - balk["zeker"]]
    return [round(100 * deel / max(balk["van"], sum(delen), 1), 1) for deel in delen]
