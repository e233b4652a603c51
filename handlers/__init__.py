"""Listening: one file per conversation. Each reads the update, calls one service, and answers with a bericht.

A conversation is a module with `COMMANDS` (by command), `TAPS` (by what stands before the colon in a button's data),
`STAPPEN` (typed text, by the kind of form that waits for it), `STAPPEN_GESTUURD` (a file or place, in `Beurt.inhoud`),
`TEKST` (typed text that it knows by its looks), `ANTWOORDEN` (what is typed in reply to a message of ours) and `START`
(a deep link, by what stands before its dash). Order is behaviour: the first that fits gets it; what fits nobody may be
a question (`vraag.los`). In a group only `GROEP_COMMANDS` and `GROEP_TAPS` are listened to.
"""

from types import ModuleType

from handlers import (
    aanbod,
    aandragen,
    aanmeldhulp,
    adres,
    adresverzoek,
    advies,
    bijdrage,
    bijeenkomst,
    bijeenkomstvraag,
    brengen,
    cijfers,
    concept,
    correctie,
    deur,
    deurgesprek,
    deurlijst,
    export,
    fase,
    formulier,
    gegevens,
    geleding,
    groepschat,
    herinnering,
    hulpvraag,
    idee,
    kennismaking,
    koppelkans,
    mailadres,
    menu,
    mijlpaal,
    nietmee,
    oefenen,
    onderbouwing,
    papierstem,
    peiling,
    peilingvorm,
    planning,
    rapport,
    rol,
    rolgebruik,
    ronde,
    school,
    spelregels,
    stand,
    steekproef,
    tekenlijst,
    terugkeer,
    tevredenheid,
    toestel,
    traject,
    tweedefactor,
    uitzending,
    verslag,
    verzending,
    volger,
    voorkeur,
    voorstel,
    vraag,
    warmtekaart,
    welkom,
    werkgroepen,
    wiedoetwat,
    wijk,
    wissen,
    zetel,
)
from handlers.beurt import Antwoordlezer, Luisteraar

GESPREKKEN: tuple[ModuleType, ...] = (
    toestel,  # its codes look like no other
    terugkeer,
    mailadres,
    welkom,
    menu,
    bijeenkomst,
    bijeenkomstvraag,
    vraag,
    tekenlijst,
    tevredenheid,
    verslag,
    deur,
    deurlijst,
    deurgesprek,
    ronde,
    adres,
    adresverzoek,
    brengen,
    aanmeldhulp,
    peiling,
    peilingvorm,
    papierstem,
    aandragen,
    school,
    groepschat,
    uitzending,
    formulier,
    werkgroepen,
    rol,
    rolgebruik,
    geleding,
    zetel,
    stand,
    spelregels,
    gegevens,
    kennismaking,
    hulpvraag,
    export,
    rapport,
    verzending,
    voorkeur,
    nietmee,
    voorstel,
    planning,
    herinnering,
    volger,
    mijlpaal,
    traject,
    tweedefactor,
    concept,
    koppelkans,
    idee,
    fase,
    wiedoetwat,
    bijdrage,
    correctie,
    onderbouwing,
    advies,
    aanbod,
    warmtekaart,
    cijfers,
    steekproef,
    wissen,
    oefenen,
    wijk,
)


def luisteraars(soort: str) -> dict[str, Luisteraar]:
    """Return the listeners of all conversations of one kind: COMMANDS, TAPS, STAPPEN or START.

    Raises:
        ValueError: two conversations want the same.
    """
    alle: dict[str, Luisteraar] = {}
    for gesprek in GESPREKKEN:
        for naam, luisteraar in getattr(gesprek, soort, {}).items():
            if naam in alle:
                raise ValueError(f"two conversations want {soort} {naam!r}")
            alle[naam] = luisteraar
    return alle


def eigen_woorden() -> frozenset[str]:
    """Return the conversations that wait for what people say in their own words: the code of a door is none of it."""
    return frozenset(soort for gesprek in GESPREKKEN for soort in getattr(gesprek, "EIGEN_WOORDEN", ()))


def antwoorden() -> tuple[Antwoordlezer, ...]:
    """Return who takes what is typed in reply to one of our messages, with who knows what stands in that."""
    return tuple(antwoord for gesprek in GESPREKKEN for antwoord in getattr(gesprek, "ANTWOORDEN", ()))


def lezer(tekst: str) -> Luisteraar:
    """Return who gets typed text that no open form waits for."""
    for gesprek in GESPREKKEN:
        for herkent, luisteraar in getattr(gesprek, "TEKST", ()):
            if herkent(tekst):
                gevonden: Luisteraar = luisteraar
                return gevonden
    return vraag.los
