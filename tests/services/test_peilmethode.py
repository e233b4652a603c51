"""A poll method of one file: a toy that no part of the program knows, from the form to the report."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest
from sqlalchemy import Connection, func, select

from berichten import Bericht, Boodschap, Toon, render, vertaal
from bot.errors import Geweigerd
from bot.rules import peilingen as contract
from bot.rules.peilingen import KanNiet, Methode, Opzet, Veld
from bot.rules.peilscherm import Knop, Scherm, Zin
from bot.rules.peiltelling import Getoond, Regel, Uitslag
from bot.services import formulier, peiling, peilingvorm, stemmen
from bot.services.formulier import Formulier
from bot.services.handeling import AMSTERDAM, BEGELEIDER
from bot.storage import accounts, gesprekken, peilingen
from bot.storage import tables as t
from bot.storage.gesprekken import Gesprek
from bot.storage.stemmers import Kiezer
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling, tellingen

NOOR = "9001"


class Waarom(Methode):
    """For or against each option, in columns; who is against all of them says why, and that can be typed only."""

    velden = (Veld("opties", "regels", 1, 3), Veld("toon", "tekst", maximum=20, mag_over=True))
    ZINNEN = ("waarom", "stand", "top")
    KNOPPEN = ("voor", "tegen")
    KOLOMMEN = ("voor", "tegen")
    MELDINGEN = ("al",)
    SCHRIJFT = True

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        keus, reden = self._lees(opzet, inhoud)
        rijen = tuple(
            tuple(Knop(f"{n}{wat[0]}", Zin(wat, {"optie": opzet.opties[n]}), keus[n] == wat) for wat in self.KOLOMMEN)
            for n in volgorde
        )
        wacht = set(keus) == {"tegen"} and not reden
        zin = Zin("waarom") if wacht else Zin("stand", {"aantal": sum(bool(een) for een in keus)})
        return Scherm(rijen, regels=opzet.opties, zinnen=(zin,), tekst_tot=40 if wacht else 0)

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        keus, reden = self._lees(opzet, inhoud)
        nummer = contract.nummer_van(daad[:-1], len(opzet.opties))
        wat = {"v": "voor", "t": "tegen"}.get(daad[-1:])
        if nummer is None or wat is None:
            return None
        if keus[nummer] == wat:
            raise KanNiet("al")
        keus[nummer] = wat
        return self._schrijf(keus, reden)

    def schrijf(self, opzet: Opzet, inhoud: str | None, tekst: str) -> str | None:
        return self._schrijf(self._lees(opzet, inhoud)[0], tekst)

    def compleet(self, opzet: Opzet, inhoud: str) -> bool:
        keus, reden = self._lees(opzet, inhoud)
        return all(keus) and (set(keus) != {"tegen"} or bool(reden))

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        aantallen = [{"voor": 0, "tegen": 0} for _ in opzet.opties]
        for inhoud, aantal in biljetten.items():
            for cel, wat in zip(aantallen, self._lees(opzet, inhoud)[0], strict=True):
                cel[wat] += aantal
        regels = tuple(Regel(naam, (a["voor"], a["tegen"])) for naam, a in zip(opzet.opties, aantallen, strict=True))
        return Uitslag(regels, sum(biljetten.values()), kolommen=self.KOLOMMEN)

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        return replace(getoond, zinnen=(Zin("top", {"optie": getoond.regels[0].naam}),))

    def _lees(self, opzet: Opzet, inhoud: str | None) -> tuple[list[str], str]:
        return tuple(json.loads(inhoud)) if inhoud else ([""] * len(opzet.opties), "")

    def _schrijf(self, keus: list[str], reden: str) -> str:
        return json.dumps([keus, reden], separators=(",", ":"))


WOORDEN = {
    "peiling.methode.waarom": "Voor of tegen",
    "methode.waarom.uitleg": "Wie tegen alles is, zegt waarom.",
    "methode.waarom.zin.waarom": "Waarom?",
    "methode.waarom.zin.stand": "{aantal} gekozen.",
    "methode.waarom.zin.top": "Bovenaan: {optie}.",
    **{f"methode.waarom.{deel}.{wat}": wat for deel in ("knop", "kolom") for wat in ("voor", "tegen")},
}
TOON = Toon(vertaal("nl"), AMSTERDAM, "https://t.me/GehoordBot")


@pytest.fixture
def vorm(monkeypatch: pytest.MonkeyPatch) -> Formulier:
    """The form, with the toy: what finding its file and its catalog lines do."""
    monkeypatch.setitem(contract.METHODEN, "waarom", Waarom())
    for sleutel, tekst in WOORDEN.items():
        monkeypatch.setitem(cast(dict[str, tuple[str, ...]], vertaal("nl").teksten), sleutel, (tekst,))
    eigen = peilingvorm.velden({"waarom": Waarom()})
    eerst = replace(peiling.FORMULIER.velden[0], keuzes=("keuze", "waarom"))
    return replace(peiling.FORMULIER, velden=(eerst, *eigen, *peiling.FORMULIER.velden[1:]))


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    for nummer in range(12):
        een_account(tx, str(nummer), bewoner=een_bewoner(tx, wijk))
    return wijk


def plaats(tx: Connection, wijk: int, vorm: Formulier, opties: str = "Net\n<b>=1+1") -> str:
    """Fill in the form and place the poll; return its public id."""
    alle, noor = {"peiling": vorm}, handeling(wijk, NOOR)
    vraag = formulier.begin(tx, noor, vorm)
    assert "Voor of tegen</b>: Wie tegen alles is" in toon(vraag).tekst
    formulier.kies(tx, noor, alle, "methode", "waarom")
    for gaf in (opties, None, "Wat vindt u?", "wijk", "5-2-2027 20:00", "nee", "ja"):
        naam = gesprek(tx, noor.afzender.extern_id).stap
        if gaf is None or gaf in ("wijk", "nee", "ja"):
            boodschap = formulier.kies(tx, noor, alle, naam, gaf or "")
        else:
            boodschap = formulier.typ(tx, noor, alle, gaf)
    assert "• " not in toon(boodschap).tekst
    assert "0 gekozen." in toon(boodschap).tekst
    return str(formulier.bevestig(tx, noor, alle).data["id"])


def gesprek(tx: Connection, wie: str) -> Gesprek:
    """Return what someone is in the middle of."""
    account = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == wie)) or 0
    daar = tx.scalar(select(t.gesprek.c.wijk).where(t.gesprek.c.account == account)) or 0
    return gesprekken.open_gesprek(tx, daar, account) or Gesprek("niets", "", {})


def toon(boodschap: Boodschap) -> Bericht:
    return render(boodschap, TOON)


def hoeveel(tx: Connection, tabel: Any) -> int:
    return tx.scalar(select(func.count()).select_from(tabel)) or 0


def test_a_new_method_is_made_voted_in_and_told_without_a_line_elsewhere(
    tx: Connection, wijk: int, vorm: Formulier
) -> None:
    publiek_id = plaats(tx, wijk, vorm)
    for nummer in range(12):
        wie = handeling(wijk, str(nummer))
        stemmen.stem(tx, wie, publiek_id, "0v")
        scherm = toon(stemmen.stem(tx, wie, publiek_id, "1t" if nummer else "1v"))
    assert [[k.tekst for k in rij] for rij in scherm.knoppen[:2]] == [["✓ voor", "tegen"], ["voor", "✓ tegen"]]
    assert "Net\n&lt;b&gt;=1+1" in scherm.tekst
    stemmen.stem(tx, handeling(wijk, "1"), publiek_id, "0t")  # no reason yet: the vote before counts
    dicht = handeling(wijk, "1", now=NU + timedelta(days=90))
    uitslag = toon(stemmen.toon(tx, dicht, publiek_id))
    assert "• Net: <b>voor 10; tegen minder dan 5</b>" in uitslag.tekst
    assert "Bovenaan: Net." in uitslag.tekst
    assert hoeveel(tx, t.stemconcept) == 0
    opties = [(o.naam, o.metingen["stemmen"]) for o in tellingen(tx, wijk).onderdelen if o.onderdeel == "optie"]
    assert opties[0] == ("Net: voor", 10)
    assert [naam for naam, _ in opties[2:]] == ["<b>=1+1: voor", "<b>=1+1: tegen"]


def test_a_ballot_that_is_not_finished_counts_for_nothing_and_stays_with_its_voter(
    tx: Connection, wijk: int, vorm: Formulier
) -> None:
    publiek_id, anna = plaats(tx, wijk, vorm), handeling(wijk)
    for daad in ("0t", "1t"):
        half = stemmen.stem(tx, anna, publiek_id, daad)
        assert (half.melding, half.data["concept"]) == (None, "nieuw")
    assert "nog niet af" in toon(half).tekst
    assert (hoeveel(tx, t.stembiljet), hoeveel(tx, t.bewijs), hoeveel(tx, t.stemconcept)) == (0, 0, 1)
    assert gesprek(tx, "1") == Gesprek("stem", publiek_id, {})
    with pytest.raises(Geweigerd, match="zoveel_te_lang"):
        stemmen.typ(tx, anna, "x" * 41)
    af = stemmen.typ(tx, anna, " Te <b>duur</b> ")
    assert (af.melding, af.data["concept"]) == ("peiling.gestemd", None)
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ['[["tegen","tegen"],"Te <b>duur</b>"]']
    assert (hoeveel(tx, t.bewijs), hoeveel(tx, t.stemconcept), gesprek(tx, "1").soort) == (1, 0, "niets")
    assert stemmen.stem(tx, anna, publiek_id, "1t").melding == "methode.waarom.melding.al"


def test_typing_ends_with_the_poll_and_never_takes_the_place_of_another_form(
    tx: Connection, wijk: int, vorm: Formulier
) -> None:
    publiek_id, anna = plaats(tx, wijk, vorm), handeling(wijk)
    stemmen.stem(tx, anna, publiek_id, "0t")
    account = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "1")) or 0
    gesprekken.zet(tx, wijk, account, Gesprek("hulpvraag", "nummer", {}))
    with pytest.raises(Geweigerd, match="eerst_afmaken"):
        stemmen.stem(tx, anna, publiek_id, "1t")
    gesprekken.sluit(tx, wijk, account)
    stemmen.stem(tx, anna, publiek_id, "1t")
    later = handeling(wijk, now=NU + timedelta(days=90))
    assert stemmen.typ(tx, later, "Te laat").soort == "peiling.uitslag"
    assert gesprek(tx, "1").soort == "niets"
    assert hoeveel(tx, t.stembiljet) == 0


def test_what_was_typed_for_a_poll_that_is_not_there_is_refused(tx: Connection, wijk: int) -> None:
    account = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "1")) or 0
    gesprekken.zet(tx, wijk, account, Gesprek("stem", "x" * 22, {}))
    with pytest.raises(Geweigerd, match="onbekend"):
        stemmen.typ(tx, handeling(wijk), "hoi")


def test_an_order_of_ones_own_is_the_same_every_time_and_differs_between_people(tx: Connection, wijk: int) -> None:
    opzet = Opzet(tuple("abcdefgh"), {"geschud": True})
    een = peilingen.Peiling(**{**dict.fromkeys(peilingen.Peiling.__dataclass_fields__), "publiek_id": "p"})  # type: ignore[arg-type]
    rijen = [peilingvorm.volgorde(een, opzet, Kiezer("bewoner", bewoner)) for bewoner in range(1, 30)]
    assert rijen == [peilingvorm.volgorde(een, opzet, Kiezer("bewoner", bewoner)) for bewoner in range(1, 30)]
    assert all(sorted(rij) == list(range(8)) for rij in rijen)
    assert len({tuple(rij) for rij in rijen}) > 25
    assert peilingvorm.volgorde(een, opzet, None) == list(range(8))
