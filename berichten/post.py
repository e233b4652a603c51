"""What followers read by e-mail: a subject and plain text, perhaps with a file. Which mail goes when: bot.services."""

from dataclasses import dataclass
from typing import Any

from berichten.bericht import Bijlage, Toon
from berichten.raadsbrief import bijlage


@dataclass(frozen=True)
class Links:
    """The addresses of our own pages; empty where there are none.

    Args:
        pagina: of the public page in this language.
        volgen: where this follower says yes, or stops.
    """

    pagina: str = ""
    volgen: str = ""


@dataclass(frozen=True)
class Mail:
    """Mail in words."""

    onderwerp: str
    tekst: str
    bijlage: Bijlage | None = None
    html: str = ""


def maak(toon: Toon, soort: str, data: dict[str, Any], naam: str, links: Links) -> Mail:
    """Return mail of a kind.

    Args:
        naam: of the follower.

    Raises:
        KeyError: there is no such kind.
    """
    onderwerp, alineas, bestand = _SOORTEN[soort](toon, data, links)
    t, wijk = toon.t, data["wijk"]
    voet = [] if soort == "bevestig" else [t.plat("post.voet", wijk=wijk)]
    stop = t.plat("post.stop", link=links.volgen) if links.volgen else t.plat("post.stop_zonder")
    delen = [t.plat("post.aanhef", naam=naam), *alineas, t.plat("post.groet", wijk=wijk), "\n".join([*voet, stop])]
    return Mail(onderwerp, "\n\n".join(delen) + "\n", bestand)


def _bevestig(toon: Toon, data: dict[str, Any], links: Links) -> tuple[str, list[str], Bijlage | None]:
    t = toon.t
    ja = t.plat("post.bevestig_ja", link=links.volgen) if links.volgen else t.plat("post.bevestig_zonder")
    wijk = data["wijk"]
    return (
        t.plat("post.bevestig_onderwerp", wijk=wijk),
        [t.plat("post.bevestig", wijk=wijk), t.plat("post.bevestig_wat"), ja],
        None,
    )


def _nieuws(toon: Toon, data: dict[str, Any], links: Links) -> tuple[str, list[str], Bijlage | None]:
    t = toon.t
    punten = [_punt(toon, punt, links) for punt in data["punten"]]
    onderwerp = t.plat("post.nieuws_onderwerp", wijk=data["wijk"])
    return onderwerp, [t.plat("post.nieuws", wijk=data["wijk"]), *punten], None


def _punt(toon: Toon, punt: dict[str, Any], links: Links) -> str:
    t = toon.t
    if punt["hoe"] == "nieuws":
        soort = f"nieuws_{punt['vorm']}" if punt["vorm"] else "nieuws"
        regels = [t.plat(f"web.{punt['deel']}.{soort}", **punt["velden"])]
    else:
        regels = [t.plat(f"post.agenda_{punt['hoe']}", titel=punt["titel"], wat=t.plat(punt["wat"]))]
        regels.append(toon.moment(punt["begin"]))
        regels += [punt[naam] for naam in ("plaats", "tekst") if punt[naam]]
    if links.pagina:
        regels.append(links.pagina + punt["pad"])
    return "\n".join(regels)


def _raadsbrief(toon: Toon, data: dict[str, Any], links: Links) -> tuple[str, list[str], Bijlage | None]:
    t = toon.t
    alineas = [t.plat("post.raadsbrief", wijk=data["wijk"])]
    if links.pagina:
        alineas.append(t.plat("post.meer", link=links.pagina))
    return t.plat("post.raadsbrief_onderwerp", wijk=data["wijk"]), alineas, bijlage(toon, data)


_SOORTEN = {"bevestig": _bevestig, "volgnieuws": _nieuws, "raadsbrief": _raadsbrief}
