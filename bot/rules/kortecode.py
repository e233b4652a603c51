"""A code that works for a short while: eight Crockford characters behind a word that says what it is for."""

from dataclasses import dataclass

from bot.rules.huishoudcode import ALFABET, genormaliseerd

LENGTE = 8
_EERST = "23456789"
"""With one of these a code begins: no letter is read as one of them, so no word is taken for a code."""


@dataclass(frozen=True)
class Kortecode:
    """A kind of code, by its word: `ook-7XXX-XXXX`."""

    woord: str

    def lees(self, getypt: str) -> str:
        """Return the characters of a code that someone typed, with the word in front of it or without."""
        code, voor = genormaliseerd(getypt), genormaliseerd(self.woord)
        return code[len(voor) :] if len(code) == len(voor) + LENGTE and code.startswith(voor) else code

    def herken(self, getypt: str) -> bool:
        """Say whether typed text is meant as such a code: the word, and behind it what a code may be."""
        code = self.lees(getypt)
        return code != genormaliseerd(getypt) and code[0] in _EERST and set(code) <= set(ALFABET)

    def schrijf(self, code: str) -> str:
        """Write a code as people read it."""
        return f"{self.woord}-{code[:4]}-{code[4:]}"

    def start(self, code: str) -> str:
        """Write a code as a link carries it."""
        return f"{self.woord}-{code}"


TOESTEL = Kortecode("ook")
"""For going on elsewhere."""
MAIL = Kortecode("mail")
"""For showing that an e-mail address is one's own."""


def maak(willekeurig: bytes) -> str:
    """Return the characters of a code: 38 random bits.

    Args:
        willekeurig: at least 8 bytes of a CSPRNG.
    """
    eerste, *rest = willekeurig[:LENGTE]
    return _EERST[eerste % len(_EERST)] + "".join(ALFABET[byte % len(ALFABET)] for byte in rest)
