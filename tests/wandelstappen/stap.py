"""How people do something in the walked wijk: what they type, send and tap in turn."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.loket import Antwoord, Loket

Stap = str | Mapping[str, Any] | Callable[[Antwoord], str]
"""`/x` is typed, `"x"` too; a mapping is sent as it is (a photo, a place); `x` is the first button that is `x` or else
begins with it, `x@2` the third that begins with it, `x~y` the one of these that says y; `>x` is no tap: what follows is
tapped under the message of kind `x` that waits. A function says what is typed by what was just answered (a code on
paper)."""
STUK = {"file_id": "f", "file_unique_id": "f"}
PLEK = {"location": {"latitude": 52.0, "longitude": 5.0}}
FOTO = {"photo": [{**STUK, "width": 9, "height": 9}]}
PDF = {"document": {**STUK, "file_name": "a.pdf", "mime_type": "application/pdf", "file_size": 9}}
Stappen = tuple[tuple[int, tuple[Stap, ...]], ...]


async def doe(loket: Loket, wie: int, stappen: tuple[Stap, ...]) -> Antwoord:
    """Let someone do all steps, and return the last answer; fail when one cannot be done, or nothing is answered.

    Raises:
        AssertionError: There is no such button, no such message, or it was not understood.
    """
    antwoord = Antwoord([], frozenset())
    for stap in stappen:
        if isinstance(stap, Mapping):
            antwoord = await loket.stuur(wie, **stap)
        elif callable(stap):
            antwoord = await loket.typ(wie, stap(antwoord))
        elif stap[0] in '/"':
            antwoord = await loket.typ(wie, stap.strip('"'))
        elif stap[0] == ">":
            antwoord = _wacht(loket, wie, stap[1:])
        else:
            antwoord = await loket.tik(wie, _knop(antwoord, stap, f"{wie} {stappen}"))
        assert antwoord.boodschappen, f"{wie} {stappen}: silence after {stap}"
        assert not antwoord.geweigerd, f"{wie} {stappen}: {stap} gives {antwoord.soorten}, {antwoord.reden}"
    return antwoord


def _wacht(loket: Loket, wie: int, soort: str) -> Antwoord:
    for een in loket.post(wie):
        if een.soorten == [soort]:
            return een
    raise AssertionError(f"no {soort} waits for {wie}, only {[een.soorten[0] for een in loket.post(wie)]}")


def _knop(antwoord: Antwoord, stap: str, wat: str) -> str:
    zonder, _, zegt = stap.partition("~")
    begin, _, hoeveelste = zonder.partition("@")
    knoppen = [knop for bericht in antwoord.berichten for rij in bericht.knoppen for knop in rij]
    passend = [k.data for k in knoppen if k.data and k.data.startswith(begin) and zegt in k.tekst]
    passend = passend[int(hoeveelste or 0) :]
    data = begin if begin in passend and not hoeveelste else next(iter(passend), None)
    assert data is not None, f"{wat}: no {stap} in {antwoord.soorten} {antwoord.knoppen}"
    return data
