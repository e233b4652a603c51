"""Amounts of money as people read them in their language."""

from babel import Locale
from babel.numbers import format_currency

from berichten.bericht import Toon


def euros(toon: Toon, bedrag: int) -> str:
    """Return a number of whole euros."""
    return format_currency(bedrag, "EUR", _heel(toon.t.locale), locale=toon.t.locale, currency_digits=False)


def bereik(toon: Toon, van: int, tot: int) -> str:
    """Return from-to, or the one amount that both are."""
    if van == tot:
        return euros(toon, van)
    return toon.t.plat("bedragen.bereik", van=euros(toon, van), tot=euros(toon, tot))


def _heel(locale: Locale) -> str:
    """Return how a language writes money, without cents."""
    patroon: str = locale.currency_formats["standard"].pattern
    return patroon.replace(".00", "")
