"""The words of a stage: those that an adapted template brings, else those of the catalog; never its audience."""

import html
from collections.abc import Mapping
from typing import Any

from berichten.bericht import Toon
from berichten.catalogus import Veilig, Vertaling
from bot.rules.trajecten import TRAJECTEN


def woorden(t: Vertaling, data: Mapping[str, Any], deel: str) -> Veilig | None:
    """Return one text of a stage as markup: `titel`, `doel`, `kunt`, or what residents hear on a level.

    Args:
        data: `sjabloon`, `fase` and `eigen`, as `fase_data` of bot.services.trajectstand gives them.

    Returns: None for a stage of an organiser's own that does not bring it.
    """
    if eigen := data["eigen"].get(deel):
        return Veilig(html.escape(eigen, quote=False))
    if not _bekend(data):
        return Veilig(html.escape(data["fase"])) if deel == "titel" else None
    return t.tekst(f"traject.{data['sjabloon']}.{data['fase']}.{deel}")


def titel(t: Vertaling, data: Mapping[str, Any]) -> str:
    """Return the name of a stage without markup, for a button."""
    if (eigen := data["eigen"].get("titel")) or not _bekend(data):
        return eigen or str(data["fase"])
    return t.plat(f"traject.{data['sjabloon']}.{data['fase']}.titel")


def taak(t: Vertaling, data: Mapping[str, Any], naam: str, tekst: str) -> Veilig:
    """Return one line of a checklist as markup.

    Args:
        tekst: its own words; empty: those of the catalog.
    """
    if tekst or not _bekend(data, naam):
        return Veilig(html.escape(tekst or naam, quote=False))
    return t.tekst(f"traject.{data['sjabloon']}.{data['fase']}.taak.{naam}")


def document(t: Vertaling, data: Mapping[str, Any]) -> str:
    """Return the name of the document that comes out of a stage, without markup."""
    eigen: str | None = data["eigen"].get("documentnaam")
    return eigen or t.plat(f"traject.{data['sjabloon']}.{data['fase']}.document")


def spoor(t: Vertaling, naam: str) -> str:
    """Return the name of a track, without markup."""
    return t.plat(f"traject.spoor.{naam}")


def naam_van(toon: Toon, data: Mapping[str, Any]) -> Veilig:
    """Return the name of a traject as markup."""
    if data["titel"]:
        return Veilig(html.escape(data["titel"], quote=False))
    return toon.t.tekst(f"traject.sjabloon.{data['sjabloon']}")


def _bekend(data: Mapping[str, Any], taak: str = "") -> bool:
    """Say whether the catalogs have words for a stage, or one of its tasks: an older template may have had others."""
    sjabloon = TRAJECTEN.get(data["sjabloon"])
    fase = next((fase for fase in sjabloon.fasen if fase.naam == data["fase"]), None) if sjabloon else None
    return fase is not None and (not taak or any(een.naam == taak for een in fase.taken))
