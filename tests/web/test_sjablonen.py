"""Templates of the public page."""

from pathlib import Path
from string import Formatter

from jinja2 import Environment
from jinja2.nodes import Call, Const, Name

from berichten.catalogus import talen, vertaal

SJABLONEN = Path("bot/web/sjablonen")


def test_every_text_that_a_template_names_gets_what_its_sentence_fills_in() -> None:
    gevraagd = [
        (blad.name, roep.args[0].value, {een.key for een in roep.kwargs})
        for blad in SJABLONEN.glob("*.html")
        for roep in Environment(autoescape=True).parse(blad.read_text(encoding="utf-8")).find_all(Call)
        if isinstance(roep.node, Name)
        and roep.node.name in {"w", "p"}
        and roep.args
        and isinstance(roep.args[0], Const)
    ]
    assert len(gevraagd) > 100
    for blad, sleutel, krijgt in gevraagd:
        for taal in talen():
            patroon = vertaal(taal)._patroon(sleutel, {"aantal": 1})
            wil = {naam for _, naam, _, _ in Formatter().parse(patroon) if naam}
            assert wil <= krijgt, f"{blad}: {sleutel} in {taal}"
