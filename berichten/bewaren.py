"""Telling the team that what is personal goes some time after the closing."""

from datetime import date
from typing import Any

from babel.dates import format_date

from berichten.bericht import Bericht, Toon, bericht
from berichten.menu import naar_menu


@bericht("bewaren.straks")
def straks(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say on which day."""
    dag = format_date(date.fromisoformat(data["dag"]), "d MMMM yyyy", locale=toon.t.locale)
    return Bericht(toon.t.tekst("bewaren.straks", dag=dag), (naar_menu(toon),))
