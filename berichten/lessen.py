"""The file with what a team learned, in Markdown."""

from typing import Any

from berichten.bericht import Toon, zonder_opmaak
from berichten.catalogus import Veilig
from berichten.evaluatie import cijfer
from berichten.fase import naam


def als_markdown(toon: Toon, data: dict[str, Any]) -> str:
    """Return the file.

    Args:
        data: `bot.services.lessen.lees`.
    """
    t = toon.t
    delen = [f"# {t.plat('lessen.titel', wijk=_op_een_regel(data['wijk']))}", zonder_opmaak(t.tekst("lessen.uitleg"))]
    for fase in data["fasen"]:
        delen.append(f"## {_op_een_regel(naam(toon, fase))}")
        if balans := fase["balans"]:
            eind = t.tekst(f"fase.eind.{balans['uitkomst']}", dag=toon.dag(balans["dag"]))
            delen.append(zonder_opmaak(eind))
        delen += _cijfers(toon, t.tekst("evaluatie.van_team"), fase["samenwerking"])
        delen += _cijfers(toon, t.tekst("evaluatie.van_bewoners"), fase["vertrouwen"])
        lessen = [f"- {_op_een_regel(tekst)}" for tekst in fase["lessen"]] or [
            zonder_opmaak(t.tekst("evaluatie.geen_les"))
        ]
        delen.append("\n".join([f"{zonder_opmaak(t.tekst('evaluatie.lessen'))}:", "", *lessen]))
    if not data["fasen"]:
        delen.append(zonder_opmaak(t.tekst("lessen.leeg")))
    return "\n\n".join(delen) + "\n"


def _cijfers(toon: Toon, kop: Veilig, tienden: dict[str, int] | None) -> list[str]:
    """Return the averages of one kind of questions as a list; nothing where there are none to show."""
    if not tienden:
        return []
    regels = [
        f"- {zonder_opmaak(toon.t.tekst('evaluatie.regel', vraag=_kort(toon, vraag), cijfer=cijfer(toon, n)))}"
        for vraag, n in tienden.items()
    ]
    return ["\n".join([f"{zonder_opmaak(kop)}:", "", *regels])]


def _kort(toon: Toon, vraag: str) -> str:
    return toon.t.plat(f"evaluatie.kort.{vraag}")


def _op_een_regel(tekst: str) -> str:
    return " ".join(tekst.split())
