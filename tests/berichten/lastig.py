"""What sample data is made of: text as people do not type it, as long as it may be."""

from typing import Any

Data = dict[str, Any]

LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
"""Characters that mean something to markup, to templates or to a spreadsheet."""

ID = "AbCdEfGhIjKlMnOpQrStUv"
NU = "2027-03-28T18:00:00+00:00"


def lang(lengte: int) -> str:
    """Return awkward text of exactly this length."""
    return (LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."
