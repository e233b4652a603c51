"""Wrong input is answered with what was expected and an example: every question of every form that takes typed text.

What only wants one's own words has no example, which would put words in people's mouths: it says how long it may be.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from berichten import talen
from bot.errors import Geweigerd
from bot.services.formuliervorm import Veld
from bot.services.handeling import Afzender, Handeling
from handlers.formulier import FORMULIEREN
from tests.berichten.opmaak import lees
from tests.berichten.test_render import maak
from tests.berichten.voorbeelden import VOORBEELDEN
from tests.berichten.voorbeelden_formulier import WEIGERVELDEN

FOUT = [
    *("", "x" * 5000, "🙂", "31 februari 25:00", "31 februari", "-1", "99999999", "<b>&{naam}", "geen idee", "1/0"),
    *(
        "a\na",
        "één regel",
        "1.234",
        "1234,5678901",
        "1" * 30,
        "12 maart",
        "gisteren",
        "1 januari 1990",
        "1 januari 2090",
    ),
    *(
        "maandag 2 februari 2027 20:00",
        "vandaag 12:01",
        "elke dag 9:00",
        "noor@",
        "https://",
        "06",
        "Q9",
        "\n".join("ab" * 30),
    ),
]
EIGEN_WOORDEN = {"formulier.te_lang", "formulier.zoveel_te_lang", "formulier.woorden", "advies.reden_te_kort"}
ELDERS = {
    *("deur.zes_cijfers", "deurlijst.geen_aantal", "huishouden.schrijf_nummer", "kennismaking.naam_lengte"),
    *("vaststellen.later", "traject.datum"),
}
"""What refuses typed text where no form is open, or after more was looked up."""
HANDELING = Handeling(
    1,
    Afzender("telegram", "1", prive=True),
    datetime(2027, 2, 1, 12, tzinfo=UTC),
    b"x" * 32,
    ZoneInfo("Europe/Amsterdam"),
)


class Vraag(NamedTuple):
    """A question that takes typed text."""

    formulier: str
    veld: Veld

    def weigeringen(self) -> Iterator[Geweigerd]:
        """Give each reason for which something that is typed is refused, once."""
        gehad = set()
        for tekst in FOUT:
            try:
                assert self.veld.lees
                self.veld.lees(tekst.strip(), HANDELING)
            except Geweigerd as nee:
                if nee.sleutel not in gehad:
                    gehad.add(nee.sleutel)
                    yield nee

    def data(self) -> dict[str, object]:
        """Give the data of the message that asks it."""
        gelijk = {"formulier": self.formulier, "veld": self.veld.naam}
        voorbeelden = VOORBEELDEN[self.veld.toont]
        return next((een for een in voorbeelden if een | gelijk == een), {**voorbeelden[0], **gelijk})


VRAGEN = [
    Vraag(veld.teksten or formulier.soort, veld)
    for formulier in FORMULIEREN.values()
    for veld in (*formulier.velden, *formulier.extra)
    if veld.lees
]


def test_the_questions_and_what_is_refused_are_found() -> None:
    assert len(VRAGEN) > 140
    gevonden = {nee.sleutel for vraag in VRAGEN for nee in vraag.weigeringen()}
    assert {"moment.onbekend", "formulier.getal", "aanbod.bedragen", "peiling.opties_aantal"} <= gevonden


@pytest.mark.parametrize("taal", talen())
def test_each_refusal_asks_the_question_again_and_gives_an_example_or_how_long_it_may_be(taal: str) -> None:
    zonder = []
    for vraag in VRAGEN:
        for nee in vraag.weigeringen():
            data = {"sleutel": nee.sleutel, "velden": nee.velden, "onder": [vraag.veld.toont, vraag.data()]}
            tekst = maak(taal, "geweigerd", data).tekst
            gelezen = lees(tekst)[0]
            assert lees(maak(taal, vraag.veld.toont, vraag.data()).tekst)[0] in gelezen, vraag.data()
            verwacht = nee.sleutel in EIGEN_WOORDEN or "<i>" in tekst
            if not verwacht:
                zonder.append(f"{vraag.formulier}.{vraag.veld.naam} refused by {nee.sleutel}")
    assert not zonder, "no example between <i> and </i>, in the refusal nor in the question:\n" + "\n".join(zonder)


@pytest.mark.parametrize("taal", talen())
def test_what_is_typed_elsewhere_is_refused_with_an_example_too(taal: str) -> None:
    zonder = {s for s in ELDERS if "<i>" not in maak(taal, "geweigerd", {"sleutel": s, "velden": WEIGERVELDEN}).tekst}
    assert zonder == set()
