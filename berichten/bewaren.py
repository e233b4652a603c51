"""Telling the team that what is personal goes some time after the closing."""

from typing import Any

from berichten.bericht import Bericht, Toon, bericht
from berichten.menu import naar_menu


@bericht("bewaren.straks")
def straks(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say on which day."""
    dag = toon.dag(data["dag"])
    return Bericht(toon.t.tekst("bewaren.straks", dag=dag), (naar_menu(toon),))
