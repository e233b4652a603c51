"""The rules in docs/alarmregels.yml: a file as Prometheus reads it, about figures that there are."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

from bot.rules.pacing import Baan
from bot.web.meting import Meting
from tests.web.site import Site
from tests.web.test_meting import _vraag
from tests.webchat.conftest import bedien

DOCS = Path(__file__).parents[2] / "docs"
_DUUR = re.compile(r"\d+(s|m|h|d)")
_NAAM = re.compile(r"\b(?:gehoord_\w+|up)\b")


def regels() -> list[dict[str, Any]]:
    groepen = yaml.safe_load((DOCS / "alarmregels.yml").read_text())
    assert list(groepen) == ["groups"]
    return [regel for groep in groepen["groups"] for regel in groep["rules"]]


@pytest.mark.parametrize("regel", regels(), ids=lambda regel: regel["alert"])
def test_a_rule_has_the_shape_that_prometheus_takes_and_says_what_to_do(regel: dict[str, Any]) -> None:
    assert set(regel) <= {"alert", "expr", "for", "labels", "annotations"}
    assert regel["alert"].isidentifier()
    assert _DUUR.fullmatch(regel.get("for", "0s"))
    assert regel["labels"]["severity"] in {"page", "ticket"}
    assert set(regel["annotations"]) == {"summary", "wat_te_doen"}
    assert all(regel["expr"].count(open_) == regel["expr"].count(dicht) for open_, dicht in ("()", "[]", "{}"))
    assert {duur[0] for duur in re.findall(r"\[([^]]*)\]", regel["expr"]) if not _DUUR.fullmatch(duur)} == set()


async def test_each_figure_that_a_rule_or_the_page_names_is_there_and_each_that_is_there_is_described(
    site: Site,
) -> None:
    async with bedien(Starlette(routes=Meting(site.database, lambda: True, lambda: 0).metrics())) as url:
        _, tekst = await _vraag(url, "/metrics")
    families = list(text_string_to_metric_families(tekst))
    eind = {"counter": ("_total",), "histogram": ("_bucket", "_count", "_sum", ""), "gauge": ("",)}
    er_zijn = {f"{een.name}{staart}" for een in families for staart in eind[een.type]} | {"up"}
    in_regels = {naam for regel in regels() for naam in _NAAM.findall(regel["expr"])}
    assert in_regels - er_zijn == set()
    pagina = set(re.findall(r"`(gehoord_\w+)`", (DOCS / "meten.md").read_text()))
    assert pagina - er_zijn == set()
    genoemd = {een.name for een in families if {f"{een.name}{staart}" for staart in eind[een.type]} & pagina}
    zelf = {een.name for een in families if not re.search(r"_process_|_created$", een.name)}
    assert zelf - genoemd == set()


def test_the_lanes_and_results_that_a_rule_asks_for_exist() -> None:
    for regel in regels():
        for lijst in re.findall(r'lane=~?"([^"]*)"', regel["expr"]):
            assert set(lijst.split("|")) <= {baan.name.lower() for baan in Baan}
        for uitslag in re.findall(r'result="([^"]*)"', regel["expr"]):
            assert uitslag in {"ok", "failed", "uncertain"}
